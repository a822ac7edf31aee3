//! For staff of the city: how numbers of agreements are made, and the texts that are printed around what both sides say.

mod numbering;
mod query;
mod texts;

use leptos::prelude::*;

use crate::api;
use crate::pages::staff::is_of_city;
use crate::text::{documents as words, t};
use crate::ui::Heading;
use crate::who::{for_staff, own_faces, signed_in_page};

/// The page.
#[component]
pub(crate) fn AgreementTemplatesPage() -> impl IntoView {
    signed_in_page(words::TEMPLATES, |_| for_staff(words::TEMPLATES, is_of_city, page))
}

fn page() -> AnyView {
    let asked = api::ask(|| Some(query::templates()));
    let changed = Callback::new(move |()| asked.ask_again());
    let shown = own_faces(asked, move |answer| {
        let texts = answer.agreement_templates.iter().map(|template| texts::one(template, changed));
        view! {
            {numbering::section(&answer.agreement_numbering, changed)}
            <section>
                <h2>{t(words::TEXTS)}</h2>
                {texts.collect_view()}
            </section>
        }
        .into_any()
    });
    view! {
        <Heading text=t(words::TEMPLATES)/>
        <p class="lead">{t(words::TEMPLATES_WHY)}</p>
        {shown}
    }
    .into_any()
}
