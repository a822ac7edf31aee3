//! Who works on an organisation, and who is invited to.

use leptos::prelude::*;
use shared::{Problem, limits};

use super::changes;
use super::organisation::is_owner;
use super::query::{Invitation, Member, Organisation};
use crate::api::MemberRole;
use crate::clock::day_of;
use crate::navigation;
use crate::text::{account, kinds, organisation as words, t, words as counts};
use crate::ui::form::{Form, FormFrame, RadioField, Submit, TextField, Wrong};
use crate::ui::tell;
use crate::who::{self, Person};

const ROLES: [(&str, MemberRole); 2] = [("member", MemberRole::Member), ("owner", MemberRole::Owner)];

/// What every row needs.
#[derive(Clone)]
struct Around {
    organisation: cynic::Id,
    /// The account that looks.
    me: cynic::Id,
    may_change: bool,
    busy: RwSignal<bool>,
    changed: Callback<()>,
}

/// The part of the page with the members.
pub(super) fn section(organisation: &Organisation, person: &Person, changed: Callback<()>) -> AnyView {
    let around = Around {
        organisation: organisation.id.clone(),
        me: person.id.clone(),
        may_change: is_owner(organisation, person),
        busy: RwSignal::new(false),
        changed,
    };
    let rows = organisation.members.iter().map(|member| member_row(member.clone(), &around)).collect_view();
    let open = (!organisation.invitations.is_empty()).then(|| {
        let rows =
            organisation.invitations.iter().map(|invitation| invitation_row(invitation.clone(), &around));
        view! {
            <section>
                <h2>{t(words::INVITATIONS)}</h2>
                <ul class="plain-list rows">{rows.collect_view()}</ul>
            </section>
        }
    });
    let invite = if around.may_change {
        invite(&around)
    } else {
        view! { <p class="quiet">{t(words::OWNERS_ONLY)}</p> }.into_any()
    };
    view! {
        <section>
            <h2>{t(words::MEMBERS)}</h2>
            <ul class="plain-list rows">{rows}</ul>
        </section>
        {open}
        {invite}
    }
    .into_any()
}

fn member_row(member: Member, around: &Around) -> AnyView {
    let is_me = member.account_id == around.me;
    let other_role = match member.role {
        MemberRole::Owner => (words::MAKE_MEMBER, MemberRole::Member),
        MemberRole::Member => (words::MAKE_OWNER, MemberRole::Owner),
    };
    let steps = [
        around.may_change.then_some((other_role.0, Some(other_role.1))),
        (around.may_change || is_me).then_some((if is_me { words::LEAVE } else { words::REMOVE }, None)),
    ];
    let buttons = steps.into_iter().flatten().map(|(step, role)| {
        let (around, account) = (around.clone(), member.account_id.clone());
        let busy = around.busy;
        let leaves = is_me && role.is_none();
        let press = move |_| {
            let Around { organisation, busy, changed, .. } = around.clone();
            who::act(busy, changes::change_member(organisation, account.clone(), role), move |_| {
                tell(t(words::MEMBER_CHANGED));
                if leaves {
                    navigation::go_instead("/to-chuc");
                } else {
                    changed.run(());
                }
            });
        };
        let name = format!("{}: {}", t(step), member.name);
        view! {
            <button class="button-second" aria-label=name aria-disabled=move || busy.get().to_string() on:click=press>
                {t(step)}
            </button>
        }
    });
    let buttons = buttons.collect_view();
    let me = is_me.then(|| format!(" ({})", t(words::YOU)));
    view! {
        <li class="row">
            <span><strong>{member.name.clone()}</strong>{me}</span>
            {buttons}
            <span class="details quiet small">
                <span>{member.email.clone()}</span>
                <span>{t(kinds::member_role(member.role))}</span>
                <span>{t(words::SINCE)}" "{counts::date(day_of(member.since))}</span>
            </span>
        </li>
    }
    .into_any()
}

fn invitation_row(invitation: Invitation, around: &Around) -> AnyView {
    let Around { busy, changed, may_change, .. } = around.clone();
    let id = invitation.id.clone();
    let revoke = move |_| {
        who::act(busy, changes::revoke_invitation(id.clone()), move |_| {
            tell(t(words::REVOKED));
            changed.run(());
        });
    };
    let name = format!("{}: {}", t(words::REVOKE), invitation.email);
    let button = may_change.then(|| {
        view! {
            <button class="button-second" aria-label=name aria-disabled=move || busy.get().to_string() on:click=revoke>
                {t(words::REVOKE)}
            </button>
        }
    });
    view! {
        <li class="row">
            <span>{invitation.email.clone()}</span>
            {button}
            <span class="details quiet small">
                <span>{t(kinds::member_role(invitation.role))}</span>
                <span>{t(words::EXPIRES)}" "{counts::instant(invitation.expires_at)}</span>
            </span>
        </li>
    }
    .into_any()
}

fn invite(around: &Around) -> AnyView {
    let Around { organisation, changed, .. } = around.clone();
    let form = Form::new("invite", "", &who::account(), organisation.inner());
    form.field("role", ROLES[0].0);
    let submit = move |()| {
        let Some(email) = form.filled("email") else {
            return form.object(vec![Wrong::at("email", Problem::Missing)]);
        };
        let role = ROLES.iter().find(|(name, _)| *name == form.value("role")).map(|(_, role)| *role);
        let role = role.unwrap_or(MemberRole::Member);
        who::submit(form, changes::invite(organisation.clone(), email, role), move |_| {
            tell(t(words::INVITED));
            changed.run(());
        });
    };
    let offers = ROLES.map(|(name, role)| (name.to_owned(), t(kinds::member_role(role)).to_owned())).to_vec();
    view! {
        <section>
            <h2>{t(words::INVITE)}</h2>
            <FormFrame form submit>
                <TextField form name="email" label=t(account::EMAIL) kind="email" longest=limits::EMAIL_CHARS/>
                <RadioField form name="role" label=t(account::ROLE) offers/>
                <Submit form words=t(words::INVITE_SEND)/>
            </FormFrame>
        </section>
    }
    .into_any()
}
