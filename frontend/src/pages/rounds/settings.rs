//! Caps, scope and weights of a round. The version that was edited goes along: when somebody else has saved meanwhile,
//! both versions are shown and nothing typed is lost.

use std::sync::Arc;

use leptos::prelude::*;
use shared::RoundAction;

use super::changes;
use super::fields::{self, CapFields, NameFields, ScopeFields, WeightFields};
use super::query::{self, Round, RoundById};
use super::values::{self, WEIGHTS, weight_name};
use super::work::Work;
use crate::api;
use crate::facts::Group;
use crate::text::{forms, needs, rounds as words, supply, t};
use crate::ui::form::{Conflict, Form, FormFrame, Saved, Submit, ToChoose, VERSION, look_again};
use crate::ui::tell;
use crate::who;

/// The part of the page with what is chosen: as a form while it can be changed.
pub(super) fn section(work: Work) -> AnyView {
    let may_change = Memo::new(move |_| work.allows(RoundAction::Change));
    let shown = move || {
        let may_change = may_change.get();
        untrack(|| work.read(|round| if may_change { form(work, round) } else { facts(round) }))
    };
    view! { {shown} }.into_any()
}

fn form(work: Work, round: &Round) -> AnyView {
    let id = round.id.clone();
    let form = Form::new("round", "input", &who::account(), id.inner());
    for (name, value) in values::of_round(round) {
        form.field(&name, value);
    }
    // A draft keeps the version it began from.
    form.field(VERSION, round.version.to_string());
    let choices = api::ask(|| Some(query::choices()));
    let to_choose = ToChoose::new(None);
    let save = Callback::new(move |()| {
        let input = match values::read(&|name| form.value(name)) {
            Ok(input) => input,
            Err(wrong) => return form.object(wrong),
        };
        let version = form.value(VERSION).parse().unwrap_or_default();
        let saved = move |answer: changes::UpdateRound| {
            tell(t(forms::SAVED));
            count_as_saved(form, answer.update_round.version);
            work.changed.run(());
        };
        let id = id.clone();
        who::submit_or(form, changes::update(id.clone(), version, input), saved, move |refused| {
            if !who::is_conflict(&refused) {
                return Some(refused);
            }
            let found = |answer: RoundById| {
                let round = answer.round?;
                Some(Saved { values: values::of_round(&round), version: round.version })
            };
            look_again(form, query::round(id), found, |_| None, to_choose);
            None
        });
    });
    let save_chosen = Callback::new(move |()| {
        to_choose.set(None);
        save.run(());
    });
    let in_words = move |fields: &[String], shown: &[String]| {
        values::in_words(untrack(|| choices.get()).as_deref(), fields, shown)
    };
    let chosen = round.event.clone();
    view! {
        {move || to_choose.get().map(|differing| view! {
            <Conflict form title=t(words::CONFLICT) differing in_words=Arc::new(in_words) save=save_chosen/>
        })}
        {fields::failed(choices)}
        <FormFrame form submit=save>
            <NameFields form choices chosen/>
            <CapFields form/>
            <ScopeFields form choices/>
            <WeightFields form/>
            <Submit form words=t(forms::SAVE)/>
        </FormFrame>
    }
    .into_any()
}

/// The form stays open, and from now on is compared with what it has just saved.
fn count_as_saved(form: Form, version: i32) {
    let weights = WEIGHTS.iter().map(|(name, _)| *name);
    let saved: Vec<_> =
        values::PLAIN.into_iter().chain(weights).map(|name| (name.to_owned(), form.value(name))).collect();
    form.count_from(&saved);
    // Not as if it were typed: there is nothing to keep.
    form.field(VERSION, "").set(version.to_string());
}

/// What was chosen, when nothing can be changed any more.
fn facts(round: &Round) -> AnyView {
    let listed =
        |names: Vec<String>| if names.is_empty() { t(needs::ANY).to_owned() } else { names.join("; ") };
    let stars = round.min_stars.map(needs::stars);
    let plain = [
        (
            words::EVENT,
            round.event.as_ref().map_or_else(|| t(words::NO_EVENT).to_owned(), |event| event.name.clone()),
        ),
        (words::NEED_CAP, round.need_cap.to_string()),
        (words::PRODUCT_CAP, round.product_cap.to_string()),
        (words::PRODUCER_CAP, round.producer_cap.to_string()),
        (words::GROUPS, listed(round.groups.iter().map(|group: &Group| group.name().to_owned()).collect())),
        (words::PROVINCES, listed(round.provinces.iter().map(|unit| unit.name.clone()).collect())),
        (words::MIN_STARS, stars.unwrap_or_else(|| t(needs::ANY).to_owned())),
        (words::CANDIDATES, round.candidates_per_need.to_string()),
    ];
    let limited = round.event.as_ref().map(|_| {
        let answer = if round.of_participants { supply::YES } else { supply::NO };
        (t(words::OF_PARTICIPANTS), t(answer).to_owned())
    });
    let plain = plain.map(|(name, value)| (t(name), value));
    let of_round = values::of_round(round);
    let weights = WEIGHTS.iter().filter_map(|(name, part)| {
        let (_, value) = of_round.iter().find(|(field, _)| field == name)?;
        Some((weight_name(*part), value.clone()))
    });
    let rows = |rows: Vec<(&'static str, String)>| {
        let rows = rows.into_iter().map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> });
        view! { <dl class="facts round-facts">{rows.collect_view()}</dl> }
    };
    view! {
        <h2>{t(words::CHOICES)}</h2>
        {rows(plain.into_iter().chain(limited).collect())}
        <h2>{t(words::WEIGHTS)}</h2>
        {rows(weights.collect())}
    }
    .into_any()
}
