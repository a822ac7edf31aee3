//! An agreement as it is printed and signed on paper: the same document that the server gives as a file. The languages are
//! in the address.

mod query;

pub(crate) use self::query::{AgreementTemplate, AgreementTemplateText, UnitName, kind_of, status_of};

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::DocumentLanguage;

use crate::pages::not_found::NotFound;
use crate::text::{documents as words, t};
use crate::ui::{Heading, SheetTools, document_language, language_in_address, sheet};
use crate::who::{own_faces, signed_in_page};
use crate::{address, api};

/// The page.
#[component]
pub(crate) fn AgreementPrintPage() -> impl IntoView {
    signed_in_page(words::AGREEMENT, |_| page())
}

fn page() -> AnyView {
    let params = use_params_map();
    let address = address::query();
    let language = Memo::new(move |_| address.with(document_language));
    let asked = api::ask(move || {
        let id = params.with(|params| params.get("id"))?;
        id.parse::<shared::AgreementId>().ok()?;
        Some(query::to_print(id))
    });
    own_faces(asked, move |answer| {
        let Some((id, document)) = query::document(&answer) else { return view! { <NotFound/> }.into_any() };
        let agreement = format!("/thoa-thuan/{id}");
        let here = {
            let agreement = agreement.clone();
            move |language| {
                let asks = language_in_address(language).map(|asks| format!("?{asks}")).unwrap_or_default();
                format!("{agreement}/ban-in{asks}")
            }
        };
        let file = move |language: DocumentLanguage| {
            format!("/documents/agreements/{id}.docx?language={}", language.as_str())
        };
        view! {
            <div class="sheet-tools">
                <Heading text=t(words::AGREEMENT)/>
                <p class="quiet">{t(words::AGREEMENT_WHY)}</p>
                <SheetTools language address=here file/>
                <p><a class="all-link" href=agreement>{t(words::TO_AGREEMENT)}</a></p>
            </div>
            {move || sheet(&document.blocks(language.get()))}
        }
        .into_any()
    })
}
