//! Another password for one's own account.

use leptos::prelude::*;
use shared::Problem;

use super::mails::password_problem;
use super::query;
use crate::text::{account as words, t};
use crate::ui::form::{Form, FormFrame, PasswordField, Submit, Wrong};
use crate::ui::tell;
use crate::who;

/// The part of the page in which the password is changed.
pub(super) fn section(changed: Callback<()>) -> AnyView {
    let form = Form::new("password", "", &who::account(), "");
    let submit = move |()| {
        let (current, password) = (form.value("current"), form.value("password"));
        let missing = current.is_empty().then(|| Wrong::at("current", Problem::Missing));
        let weak = password_problem(&password).map(|problem| Wrong::at("password", problem));
        let wrong: Vec<Wrong> = missing.into_iter().chain(weak).collect();
        if !wrong.is_empty() {
            return form.object(wrong);
        }
        who::submit(form, query::change_password(current, password), move |_| {
            tell(t(words::PASSWORD_CHANGED));
            changed.run(());
        });
    };
    view! {
        <section>
            <h2>{t(words::CHANGE_PASSWORD)}</h2>
            <p class="quiet">{t(words::CHANGE_PASSWORD_WHY)}</p>
            <FormFrame form submit>
                <PasswordField form name="current" label=t(words::PRESENT_PASSWORD) autocomplete="current-password"/>
                <PasswordField form name="password" label=t(words::NEW_PASSWORD) hint=words::password_rule() autocomplete="new-password"/>
                <Submit form words=t(words::CHANGE_PASSWORD)/>
            </FormFrame>
        </section>
    }
    .into_any()
}
