//! All that was decided about single pairs and items: pins, forbids, caps of their own. Each can be taken away.

use leptos::html;
use leptos::prelude::*;
use shared::RoundAction;

use super::cap_field::CapField;
use super::changes;
use super::query::{OwnCap, Rule};
use super::work::Work;
use crate::pages::needs::address_of;
use crate::text::{round_plan, rounds as words, shell, t};
use crate::ui::{Badge, Tone};
use crate::who::{ActButton, Acting};

type Place = NodeRef<html::H2>;

/// The part of the page.
pub(super) fn section(work: Work) -> AnyView {
    let rules = work.part(|round| round.rules.clone());
    let caps = work.part(|round| round.caps.clone());
    let (rules_place, caps_place) = (Place::new(), Place::new());
    let no_rules = move || rules.with(|rules| rules.as_ref().is_none_or(Vec::is_empty));
    let no_caps = move || caps.with(|caps| caps.as_ref().is_none_or(Vec::is_empty));
    view! {
        <section>
            <h2 node_ref=rules_place tabindex="-1">{t(words::PINS_AND_FORBIDS)}</h2>
            <Show when=no_rules><p class="quiet">{t(words::NO_RULES)}</p></Show>
            <ul class="plain-list rows">
                <For
                    each=move || rules.get().unwrap_or_default()
                    key=|rule| (rule.need.id.clone(), rule.product_id.clone(), rule.kind)
                    children=move |rule| of_rule(work, &rule, rules_place)
                />
            </ul>
        </section>
        <section>
            <h2 node_ref=caps_place tabindex="-1">{t(words::OWN_CAPS)}</h2>
            <Show when=no_caps><p class="quiet">{t(words::NO_OWN_CAPS)}</p></Show>
            <ul class="plain-list rows">
                <For
                    each=move || caps.get().unwrap_or_default()
                    key=|cap| (cap.item.kind, cap.item.id.clone())
                    children=move |cap| of_cap(work, &cap, caps_place)
                />
            </ul>
        </section>
    }
    .into_any()
}

fn of_rule(work: Work, rule: &Rule, place: Place) -> AnyView {
    let tone = match rule.kind {
        crate::api::RoundRuleKind::Pin => Tone::Good,
        crate::api::RoundRuleKind::Forbid => Tone::Bad,
    };
    let product = rule.product.as_ref();
    let product = product.map_or_else(|| t(words::UNPUBLISHED).to_owned(), |product| product.name.clone());
    let (need, of) = (rule.need.id.clone(), rule.product_id.clone());
    let drop = removing(work, place, t(words::drop_rule(rule.kind)), product.clone(), move || {
        changes::set_rule(work.id(), need.clone(), of.clone(), None)
    });
    view! {
        <li class="row round-row">
            <div class="round-about">
                <span><Badge tone text=t(words::rule(rule.kind))/>" "{product}</span>
                <span class="details small">
                    <a href=address_of(&rule.need.id)>{rule.need.name.clone()}</a>
                    <span class="quiet">{rule.need.retailer.name.clone()}</span>
                </span>
            </div>
            {drop}
        </li>
    }
    .into_any()
}

fn of_cap(work: Work, own: &OwnCap, place: Place) -> AnyView {
    let (kind, item) = (own.item.kind, own.item.id.clone());
    let drop = {
        let item = item.clone();
        removing(work, place, t(shell::REMOVE), own.item.name.clone(), move || {
            changes::set_cap(work.id(), kind, item.clone(), None)
        })
    };
    let may_change = Memo::new(move |_| work.allows(RoundAction::Change));
    let (about, cap) = (own.item.name.clone(), own.cap);
    let told = move || (!may_change.get()).then(|| view! { <span>{round_plan::cap(cap)}</span> });
    let field = move || {
        let (item, about) = (item.clone(), about.clone());
        may_change.get().then(|| {
            view! { <div class="round-decide"><CapField work kind item about cap=Some(cap)/></div> }
        })
    };
    view! {
        <li class="row round-row">
            <div class="round-about">
                <span><span class="quiet small">{t(words::cap_kind(kind))}</span>" "{own.item.name.clone()}</span>
                <span class="details quiet small">
                    <span>{own.item.owner.clone()}</span>
                    {told}
                </span>
            </div>
            {field}
            {drop}
        </li>
    }
    .into_any()
}

/// A button with which the row goes away; the focus then goes to the heading above.
fn removing<Q: serde::de::DeserializeOwned + 'static>(
    work: Work,
    place: Place,
    words: &'static str,
    about: String,
    question: impl Fn() -> crate::api::Question<Q> + Send + Sync + 'static,
) -> AnyView {
    let acting = Acting::new();
    let may_change = Memo::new(move |_| work.allows(RoundAction::Change));
    let press = Callback::new(move |()| {
        acting.run(question(), move |_: Q| {
            if let Some(heading) = place.get_untracked() {
                let _ = heading.focus();
            }
            work.changed.run(());
        });
    });
    let button =
        move || may_change.get().then(|| view! { <ActButton acting words=words about=about.clone() press/> });
    view! { <div class="round-decide">{button}{acting.trouble()}</div> }.into_any()
}
