//! What a need asks and whether it is met: a row of marks, and each thing with its sentence.

use leptos::prelude::*;

use super::query::{Asked, Gate, Verdict};
use crate::api::{GateKind, GateState};
use crate::facts::Confirmed;
use crate::pages::own_products::mended_at;
use crate::text::{Language, language, matching as words, openings, own_products, t};
use crate::ui::{Gate as GateMark, Met};

/// A product that the reader can mend: its maker and itself.
pub(super) type Mendable<'a> = Option<(&'a cynic::Id, &'a cynic::Id)>;

/// What a gate asks, in a few words.
pub(super) fn name(gate: &Gate) -> String {
    named(gate.requirement.as_ref(), || t(words::gate(gate.kind)))
}

/// What would open a gate, as the beginning of a sentence.
pub(super) fn opener(kind: GateKind, requirement: Option<&Asked>) -> String {
    named(requirement, || t(openings::opener(kind)))
}

fn named(requirement: Option<&Asked>, otherwise: impl Fn() -> &'static str) -> String {
    match (requirement, language()) {
        (Some(asked), Language::Vietnamese) => asked.name_vi.clone(),
        (Some(asked), Language::English) => asked.name_en.clone(),
        (None, _) => otherwise().to_owned(),
    }
}

/// A state as it is drawn.
pub(crate) fn met(state: GateState) -> Met {
    match state {
        GateState::Met => Met::Yes,
        GateState::NotMet => Met::No,
        GateState::Unknown => Met::Unknown,
    }
}

/// How many are met, and a mark for each.
pub(super) fn marks(verdict: &Verdict) -> AnyView {
    let marks = verdict.gates.iter().map(|gate| {
        let met = met(gate.state);
        view! {
            <li class=met.class()>
                {met.mark()}" "{name(gate)}<span class="for-readers">": "{t(met.words())}</span>
            </li>
        }
    });
    view! {
        <p class="small">{own_products::counts(verdict.met, verdict.not_met, verdict.unknown)}</p>
        <ul class="marks-row small" aria-label=t(words::GATES)>{marks.collect_view()}</ul>
    }
    .into_any()
}

/// Each with its sentence, and for who can mend it with the way there.
pub(super) fn list(gates: &[Gate], mendable: Mendable<'_>) -> AnyView {
    let rows = gates.iter().map(|gate| {
        view! { <li><p><GateMark met=met(gate.state)/>" · "<strong>{name(gate)}</strong></p>{reason(gate, mendable)}</li> }
    });
    view! { <ul class="plain-list gates">{rows.collect_view()}</ul> }.into_any()
}

/// What is asked and what is known, since when, and what would mend it.
pub(super) fn reason(gate: &Gate, mendable: Mendable<'_>) -> AnyView {
    let mends = gate.mends.as_ref().map(|mends| view! { <p class="small">{mends.words()}</p> });
    let as_of = gate.as_of.map(|at| view! { <p><Confirmed at=Some(at) by=None/></p> });
    let way =
        gate.mend.filter(|_| gate.state != GateState::Met).zip(mendable).map(|(mend, (maker, product))| {
            let paper = gate.requirement.as_ref().and_then(|asked| asked.certificates.first());
            let (address, words) = mended_at(maker, product, mend, paper.map(|paper| paper.code.as_str()));
            view! { <a class="all-link" href=address>{t(words)}</a> }
        });
    view! { <p class="small">{gate.says.words()}</p>{mends}{as_of}{way} }.into_any()
}
