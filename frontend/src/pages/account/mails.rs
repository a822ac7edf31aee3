//! Pages that mails lead to, and the one that sends a mail to who forgot the password. A link alone does nothing: some
//! programs open every link of a mail, so each page has a button.

use leptos::prelude::*;
use shared::{Problem, limits};

use super::query;
use super::sign_in::arrive;
use super::sign_up::MailSent;
use crate::address;
use crate::text::{account as words, t};
use crate::ui::form::{Form, FormFrame, PasswordField, Submit, TextField, Wrong};
use crate::ui::{Empty, Heading, tell};
use crate::who;

/// The token of the address; empty when it was cut off.
fn token() -> String {
    untrack(|| address::query().with(|query| query.one("ma").to_owned()))
}

/// The page on which a mail address is confirmed. It asks for the password once more: otherwise somebody could sign up
/// with another's address, and the other would open the account with a press on the link.
#[component]
pub(crate) fn ConfirmPage() -> impl IntoView {
    let token = token();
    let form = Form::new("confirm", "", "guest", "");
    let content = if token.is_empty() {
        no_token("/dang-ky", words::SIGN_UP)
    } else {
        let submit = move |()| {
            let password = form.value("password");
            if password.is_empty() {
                return form.object(vec![Wrong::at("password", Problem::Missing)]);
            }
            who::submit(form, query::confirm_email(token.clone(), password), |answer| {
                arrive(answer.confirm_email.viewer, who::kept_way_back());
                tell(t(words::CONFIRMED));
            });
        };
        view! {
            <p>{t(words::CONFIRM_WHY)}</p>
            <FormFrame form submit>
                <PasswordField form name="password" label=t(words::PASSWORD) autocomplete="current-password"/>
                <Submit form words=t(words::CONFIRM)/>
            </FormFrame>
        }
        .into_any()
    };
    view! { <Heading text=t(words::CONFIRM)/>{content} }
}

/// The page for who forgot the password.
#[component]
pub(crate) fn ForgottenPage() -> impl IntoView {
    let is_sent = RwSignal::new(false);
    let form = Form::new("forgotten", "", "guest", "");
    let submit = Callback::new(move |()| {
        let Some(email) = form.filled("email") else {
            return form.object(vec![Wrong::at("email", Problem::Missing)]);
        };
        who::submit(form, query::request_password_reset(email), move |_| is_sent.set(true));
    });
    view! {
        <Heading text=Signal::derive(move || {
            t(if is_sent.get() { words::MAIL_SENT } else { words::FORGOTTEN }).to_owned()
        })/>
        {move || if is_sent.get() {
            view! { <MailSent what=t(words::RESET_MAIL) is_sent/> }.into_any()
        } else {
            view! {
                <p>{t(words::FORGOTTEN_WHY)}</p>
                <FormFrame form submit>
                    <TextField form name="email" label=t(words::EMAIL) kind="email" autocomplete="username" longest=limits::EMAIL_CHARS/>
                    <Submit form words=t(words::SEND_LINK)/>
                </FormFrame>
            }
            .into_any()
        }}
    }
}

/// The page on which a password is set anew.
#[component]
pub(crate) fn ResetPage() -> impl IntoView {
    let token = token();
    let form = Form::new("reset", "", "guest", "");
    let content = if token.is_empty() {
        no_token("/quen-mat-khau", words::FORGOTTEN)
    } else {
        let submit = move |()| {
            let password = form.value("password");
            if let Some(problem) = password_problem(&password) {
                return form.object(vec![Wrong::at("password", problem)]);
            }
            who::submit(form, query::reset_password(token.clone(), password), |answer| {
                arrive(answer.reset_password.viewer, who::kept_way_back());
                tell(t(words::RESET_DONE));
            });
        };
        view! {
            <FormFrame form submit>
                <PasswordField form name="password" label=t(words::NEW_PASSWORD) hint=words::password_rule() autocomplete="new-password"/>
                <Submit form words=t(words::RESET)/>
            </FormFrame>
        }
        .into_any()
    };
    view! { <Heading text=t(words::RESET)/>{content} }
}

/// What the page can see of a new password without asking the server.
pub(super) fn password_problem(password: &str) -> Option<Problem> {
    match password.chars().count() {
        0 => Some(Problem::Missing),
        length if length < limits::PASSWORD_CHARS_MIN => Some(Problem::TooShort),
        _ => None,
    }
}

fn no_token(address: &'static str, name: crate::text::Text) -> AnyView {
    view! { <Empty what=t(words::NO_TOKEN)><a class="button-second" href=address>{t(name)}</a></Empty> }
        .into_any()
}
