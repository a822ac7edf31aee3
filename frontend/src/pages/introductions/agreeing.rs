//! What two sides who talk have agreed on so far, and drafting an agreement.

use leptos::prelude::*;

use super::one_query::Introduction;
use crate::api::{IntroductionStatus, TradeParty};
use crate::pages::agreements::{self, DraftButton};
use crate::text::{agreements as words, t};

/// The part of the page; nothing while the two sides are not in touch.
pub(super) fn section(introduction: &Introduction) -> AnyView {
    let is_theirs = introduction.viewer_party != TradeParty::Other;
    if introduction.status != IntroductionStatus::Accepted || !is_theirs {
        return ().into_any();
    }
    let known = introduction.agreements.iter().map(|agreement| {
        let address = agreements::address_of(&agreement.id);
        let title = words::title(agreement.kind, agreement.number.as_deref());
        view! { <li><a href=address>{title}</a>" "{agreements::badge(agreement.status)}</li> }
    });
    let known: Vec<_> = known.collect();
    let known = (!known.is_empty()).then(|| {
        view! {
            <section>
                <h2>{t(words::IN_AGREEMENTS)}</h2>
                <ul class="plain-list">{known}</ul>
            </section>
        }
    });
    let (id, party) = (introduction.id.clone(), introduction.viewer_party);
    view! { {known}<DraftButton introduction=id party/> }.into_any()
}
