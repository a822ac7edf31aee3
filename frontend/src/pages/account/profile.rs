//! Name and telephone of one's own account.

use leptos::prelude::*;
use shared::{Problem, limits};

use super::query::{self, AccountChanges, Viewer};
use crate::text::{account as words, forms, t, words as counts};
use crate::ui::form::{Form, FormFrame, Submit, TextField, Wrong};
use crate::ui::tell;
use crate::who;

/// The part of the page about the person.
pub(super) fn section(viewer: &Viewer, changed: Callback<()>) -> AnyView {
    let form = Form::new("profile", "changes", &who::account(), "");
    form.field("name", viewer.name.clone());
    form.field("phone", viewer.phone.as_deref().map(counts::phone).unwrap_or_default());
    let (version, email) = (viewer.version, viewer.email.clone());
    let submit = move |()| {
        let Some(name) = form.filled("name") else {
            return form.object(vec![Wrong::at("name", Problem::Missing)]);
        };
        let changes = AccountChanges { name: Some(name), phone: form.filled("phone") };
        who::submit_or(
            form,
            query::update_account(version, changes),
            move |answer| {
                who::renamed(&answer.update_account.name);
                tell(t(forms::SAVED));
                changed.run(());
            },
            move |refused| {
                // What is there now is fetched; what was typed stays in the draft and is shown again with it.
                if refused.failure == crate::api::Failure::Refused(shared::ErrorCode::Conflict) {
                    changed.run(());
                }
                Some(refused)
            },
        );
    };
    view! {
        <section>
            <h2>{t(words::YOU)}</h2>
            <FormFrame form submit>
                <TextField form name="name" label=t(words::NAME) autocomplete="name" longest=limits::NAME_CHARS/>
                <TextField form name="phone" label=t(words::PHONE) hint=t(words::PHONE_HINT) kind="tel" autocomplete="tel" optional=true/>
                <dl class="facts"><dt>{t(words::EMAIL)}</dt><dd>{email}</dd></dl>
                <Submit form words=t(forms::SAVE)/>
            </FormFrame>
        </section>
    }
    .into_any()
}
