//! How a person is told of introductions by mail.

use leptos::prelude::*;

use super::query::{self, Viewer};
use crate::api::MailChoice;
use crate::text::{forms, notifications as words, t};
use crate::ui::form::{Form, FormFrame, Offer, RadioField, Submit};
use crate::ui::tell;
use crate::who;

/// The choices by their values in the form.
const CHOICES: [(&str, MailChoice); 3] =
    [("AT_ONCE", MailChoice::AtOnce), ("DAILY", MailChoice::Daily), ("OFF", MailChoice::Off)];

/// The part of the page about it.
pub(super) fn section(viewer: &Viewer, changed: Callback<()>) -> AnyView {
    let form = Form::new("mails", "", &who::account(), "");
    let chosen = CHOICES.iter().find(|(_, choice)| *choice == viewer.mail_choice);
    form.field("choice", chosen.map_or("", |(value, _)| value));
    let submit = move |()| {
        let value = form.value("choice");
        let Some((_, choice)) = CHOICES.into_iter().find(|(known, _)| *known == value) else { return };
        who::submit(form, query::change_mail_choice(choice), move |_| {
            tell(t(forms::SAVED));
            changed.run(());
        });
    };
    let offers = CHOICES.map(|(value, choice)| (value.to_owned(), t(words::mail_choice(choice)).to_owned()));
    let offers: Vec<Offer> = offers.to_vec();
    view! {
        <section>
            <h2>{t(words::MAILS)}</h2>
            <p class="quiet">{t(words::MAILS_WHY)}</p>
            <FormFrame form submit>
                <RadioField form name="choice" label=t(words::MAIL_CHOICE) offers/>
                <Submit form words=t(words::SAVE_MAILS)/>
            </FormFrame>
        </section>
    }
    .into_any()
}
