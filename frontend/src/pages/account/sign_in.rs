//! Signing in, and going on where one was.

use leptos::prelude::*;
use shared::Problem;

use super::query;
use crate::text::{account as words, t};
use crate::ui::form::{Form, FormFrame, PasswordField, Submit, TextField, Wrong};
use crate::ui::{Empty, Heading};
use crate::who::{self, Person, Who};
use crate::{address, navigation};

/// The page for signing in.
#[component]
pub(crate) fn SignInPage() -> impl IntoView {
    let address = address::query();
    let back = untrack(|| address.with(who::way_back));
    // Who is signed in already has nothing to do here; who signs in now is led on by the form.
    let already = untrack(who::person);
    view! {
        <Heading text=t(words::SIGN_IN)/>
        {match already {
            Some(person) => view! { <Already person back/> }.into_any(),
            None => view! { <SignInForm back/> }.into_any(),
        }}
    }
}

#[component]
fn SignInForm(back: Option<String>) -> impl IntoView {
    let form = Form::new("sign-in", "", "guest", "");
    let sign_up =
        back.as_deref().map_or_else(|| "/dang-ky".to_owned(), |back| who::returning("/dang-ky", back));
    let submit = move |()| {
        let missing = ["email", "password"].into_iter().filter(|name| form.filled(name).is_none());
        let wrong: Vec<Wrong> = missing.map(|name| Wrong::at(name, Problem::Missing)).collect();
        if !wrong.is_empty() {
            return form.object(wrong);
        }
        let back = back.clone();
        who::submit(
            form,
            query::sign_in(form.value("email").trim().to_owned(), form.value("password")),
            move |answer| {
                arrive(answer.sign_in.viewer, back);
            },
        );
    };
    view! {
        <FormFrame form submit>
            <TextField form name="email" label=t(words::EMAIL) kind="email" autocomplete="username" longest=shared::limits::EMAIL_CHARS/>
            <PasswordField form name="password" label=t(words::PASSWORD) autocomplete="current-password"/>
            <Submit form words=t(words::SIGN_IN)/>
        </FormFrame>
        <p><a class="all-link" href="/quen-mat-khau">{t(words::FORGOTTEN)}</a></p>
        <p>{t(words::NO_ACCOUNT)}" "<a class="all-link" href=sign_up>{t(words::SIGN_UP)}</a></p>
    }
}

#[component]
fn Already(person: Person, back: Option<String>) -> impl IntoView {
    let address = back.unwrap_or_else(|| first_page(&person).to_owned());
    view! {
        <Empty what=format!("{} {}.", t(words::ALREADY), person.name)>
            <ul class="chips">
                <li><a class="button" href=address>{t(words::GO_ON)}</a></li>
                <li><a class="button-second" href="/tai-khoan">{t(words::ACCOUNT)}</a></li>
            </ul>
        </Empty>
    }
}

/// Somebody has just signed in: the page knows it, and goes where they wanted to be.
pub(super) fn arrive(person: Person, back: Option<String>) {
    let address = back.unwrap_or_else(|| first_page(&person).to_owned());
    if who::now() != Who::Signed(person.clone()) {
        who::signed_in(person);
    }
    navigation::go_instead(&address);
}

/// Where a person's work begins.
fn first_page(person: &Person) -> &'static str {
    if person.staff_role.is_some() { "/can-bo" } else { "/to-chuc" }
}
