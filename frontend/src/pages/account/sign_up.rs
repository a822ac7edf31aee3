//! A new account: what is stored and why is said before anything is asked, the rule of a password before one is typed.

use leptos::prelude::*;
use shared::{ACCOUNT_TERMS, Problem, limits};

use super::query::{self, NewAccount};
use crate::address;
use crate::text::{account as words, t, terms};
use crate::ui::Heading;
use crate::ui::form::{CheckField, Form, FormFrame, PasswordField, Submit, TextField, Wrong};
use crate::who;

/// The page for a new account.
#[component]
pub(crate) fn SignUpPage() -> impl IntoView {
    let address = address::query();
    let back = untrack(|| address.with(who::way_back));
    let is_sent = RwSignal::new(false);
    let form = Form::new("sign-up", "input", "guest", "");
    let sign_in =
        back.as_deref().map_or_else(|| "/dang-nhap".to_owned(), |back| who::returning("/dang-nhap", back));
    view! {
        <Heading text=Signal::derive(move || {
            t(if is_sent.get() { words::MAIL_SENT } else { words::SIGN_UP }).to_owned()
        })/>
        {move || if is_sent.get() {
            view! { <MailSent what=t(words::SIGN_UP_MAIL) is_sent/> }.into_any()
        } else {
            let back = back.clone();
            view! {
                <SignUpForm form is_sent back/>
                <p>{t(words::HAVE_ACCOUNT)}" "<a class="all-link" href=sign_in.clone()>{t(words::SIGN_IN)}</a></p>
            }
            .into_any()
        }}
    }
}

#[component]
fn SignUpForm(form: Form, is_sent: RwSignal<bool>, back: Option<String>) -> impl IntoView {
    let submit = move |()| {
        let wrong = wrong(form);
        if !wrong.is_empty() {
            return form.object(wrong);
        }
        let account = NewAccount {
            name: form.value("name").trim().to_owned(),
            email: form.value("email").trim().to_owned(),
            password: form.value("password"),
            phone: form.filled("phone"),
            terms_version: ACCOUNT_TERMS.to_owned(),
        };
        let back = back.clone();
        who::submit(form, query::sign_up(account), move |_| {
            if let Some(back) = back {
                who::keep_way_back(&back);
            }
            is_sent.set(true);
        });
    };
    view! {
        <FormFrame form submit>
            <TextField form name="name" label=t(words::NAME) autocomplete="name" longest=limits::NAME_CHARS/>
            <TextField form name="email" label=t(words::EMAIL) hint=t(words::EMAIL_HINT) kind="email" autocomplete="email" longest=limits::EMAIL_CHARS/>
            <TextField form name="phone" label=t(words::PHONE) hint=t(words::PHONE_HINT) kind="tel" autocomplete="tel" optional=true/>
            <PasswordField form name="password" label=t(words::PASSWORD) hint=words::password_rule() autocomplete="new-password"/>
            <section class="form-terms">
                <h2>{t(terms::ACCOUNT_HEADING)}</h2>
                <ul>{terms::ACCOUNT.map(|line| view! { <li>{t(line)}</li> })}</ul>
                <p class="quiet small">{t(terms::VERSION)}" "{ACCOUNT_TERMS}</p>
            </section>
            <CheckField form name="termsVersion" label=t(words::AGREE)/>
            <Submit form words=t(words::SIGN_UP)/>
        </FormFrame>
    }
}

/// What the page can see without asking the server.
fn wrong(form: Form) -> Vec<Wrong> {
    let missing = ["name", "email", "password"].into_iter().filter(|name| form.filled(name).is_none());
    let mut wrong: Vec<Wrong> = missing.map(|name| Wrong::at(name, Problem::Missing)).collect();
    let length = form.value("password").chars().count();
    if (1..limits::PASSWORD_CHARS_MIN).contains(&length) {
        wrong.push(Wrong::at("password", Problem::TooShort));
    }
    if !form.is_checked("termsVersion") {
        wrong.push(Wrong::at("termsVersion", Problem::NotAgreed));
    }
    wrong
}

/// A mail is on its way.
#[component]
pub(super) fn MailSent(what: &'static str, is_sent: RwSignal<bool>) -> impl IntoView {
    view! {
        <div class="empty" role="status">
            <p>{what}</p>
            <p class="quiet">{t(words::NO_MAIL)}</p>
            <button class="button-second" on:click=move |_| is_sent.set(false)>{t(words::AGAIN)}</button>
        </div>
    }
}
