//! Asking for deletion or correction, after reading what a deletion means.

use leptos::prelude::*;
use shared::Problem;

use super::query;
use crate::api::DataRequestKind;
use crate::text::{kinds, personal_data as words, t};
use crate::ui::form::{Form, FormFrame, RadioField, Submit, TextArea, Wrong};
use crate::ui::tell;
use crate::who;

const KINDS: [(&str, DataRequestKind); 2] =
    [("correction", DataRequestKind::Correction), ("deletion", DataRequestKind::Deletion)];

/// The part of the page with the form.
pub(super) fn section(changed: Callback<()>) -> AnyView {
    let form = Form::new("data-request", "", &who::account(), "");
    let submit = move |()| {
        let kind = KINDS.iter().find(|(name, _)| *name == form.value("kind")).map(|(_, kind)| *kind);
        let message = form.filled("message");
        let is_unsaid = kind == Some(DataRequestKind::Correction) && message.is_none();
        let wrong = [
            kind.is_none().then(|| Wrong::at("kind", Problem::NotOffered)),
            is_unsaid.then(|| Wrong::at("message", Problem::Missing)),
        ];
        let wrong: Vec<_> = wrong.into_iter().flatten().collect();
        let (Some(kind), true) = (kind, wrong.is_empty()) else { return form.object(wrong) };
        who::submit(form, query::ask(kind, message), move |answer| {
            form.start_anew();
            tell(words::sent(answer.request_about_data.due_on));
            changed.run(());
        });
    };
    let offers = KINDS.map(|(name, kind)| (name.to_owned(), t(kinds::data_request_kind(kind)).to_owned()));
    let meaning = words::DELETION.map(|means| view! { <li>{t(means)}</li> });
    view! {
        <section>
            <h2>{t(words::ASK)}</h2>
            <p>{t(words::ASK_WHY)}</p>
            <h3>{t(words::DELETION_MEANS)}</h3>
            <ul>{meaning}</ul>
            <FormFrame form submit>
                <RadioField form name="kind" label=t(words::WHAT) offers=offers.to_vec()/>
                <TextArea form name="message" label=t(words::MESSAGE) hint=t(words::MESSAGE_HINT) optional=true/>
                <Submit form words=t(words::SEND)/>
            </FormFrame>
        </section>
    }
    .into_any()
}
