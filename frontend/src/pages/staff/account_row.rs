//! One account for administrators: in one line, and opened with what can be changed.

use leptos::prelude::*;

use super::accounts::Changed;
use super::query::{self, Account};
use super::role::Role;
use crate::pages::change_log::{Thing, history_link};
use crate::text::{kinds, staff as words, t, words as counts};
use crate::ui::{Badge, Tone, tell};
use crate::who;

/// A row that opens.
pub(super) fn account_row(account: Account) -> AnyView {
    let is_disabled = account.disabled_at.is_some();
    let badge = is_disabled.then(|| view! { <Badge tone=Tone::Bad text=t(words::DISABLED)/> });
    let role = account.staff_role.map(|role| {
        view! { <Badge tone=Tone::Plain text=t(kinds::staff_role(Some(role)))/> }
    });
    let since = account.disabled_at.map(|at| {
        view! { <p>{t(words::DISABLED_SINCE)}" "{counts::instant(at)}</p> }
    });
    let organisations = account.memberships.iter().map(|membership| {
        let organisation = &membership.organisation;
        let address = format!("/to-chuc/{}", organisation.id.inner());
        view! { <li class="row"><a class="row-link" href=address>{organisation.name.clone()}</a></li> }
    });
    let organisations = (!account.memberships.is_empty()).then(|| {
        view! {
            <h2>{t(words::MEMBER_OF)}</h2>
            <ul class="plain-list rows">{organisations.collect_view()}</ul>
        }
    });
    view! {
        <li>
            <details class="request">
                <summary>
                    <strong>{account.name.clone()}</strong>
                    " "
                    <span class="quiet small">{account.email.clone()}</span>
                    " "{role}" "{badge}
                </summary>
                {since}
                {organisations}
                <Role account=account.clone()/>
                {disable(account.id.clone(), is_disabled)}
                {history_link(Thing::Account, &account.id)}
            </details>
        </li>
    }
    .into_any()
}

fn disable(id: cynic::Id, is_disabled: bool) -> AnyView {
    let changed = expect_context::<Changed>().0;
    let busy = RwSignal::new(false);
    let (step, done) = if is_disabled {
        (words::ENABLE, words::ENABLED_DONE)
    } else {
        (words::DISABLE, words::DISABLED_DONE)
    };
    let press = move |_| {
        who::act(busy, query::disable(id.clone(), !is_disabled), move |_| {
            tell(t(done));
            changed.run(());
        });
    };
    view! {
        <p class="quiet small">{t(words::DISABLE_WHY)}</p>
        <button class="button-second" aria-disabled=move || busy.get().to_string() on:click=press>{t(step)}</button>
    }
    .into_any()
}
