//! A round in a form: what its fields begin with, what is to be sent of them and what is wrong, and how their values are
//! read by people. Fields are named as in the API.

use shared::{Problem, limits};

use super::changes::{MatchWeightsInput, RoundInput};
use super::query::{Choices, Round, Weights};
use crate::api::ScorePartKind;
use crate::text::{matching, needs, rounds as words, supply, t};
use crate::ui::form::{Form, Wrong, holds, whole_number};

/// All other fields.
pub(super) const PLAIN: [&str; 10] = [
    "name",
    "event",
    "needCap",
    "productCap",
    "producerCap",
    "groups",
    "provinces",
    "minStars",
    "candidatesPerNeed",
    OF_PARTICIPANTS,
];
/// Whether only those take part who take part in the event.
pub(super) const OF_PARTICIPANTS: &str = "ofParticipants";
/// Weights by their fields, in the order in which they are asked for.
pub(super) const WEIGHTS: [(&str, ScorePartKind); 9] = [
    ("weights.relevance", ScorePartKind::Relevance),
    ("weights.stars", ScorePartKind::Stars),
    ("weights.price", ScorePartKind::Price),
    ("weights.capacity", ScorePartKind::Capacity),
    ("weights.season", ScorePartKind::Season),
    ("weights.distance", ScorePartKind::Distance),
    ("weights.keptPromises", ScorePartKind::KeptPromises),
    ("weights.freshness", ScorePartKind::Freshness),
    ("weights.newcomer", ScorePartKind::Newcomer),
];
/// Greatest weight.
const WEIGHT_MOST: i32 = 100;

/// What a round begins with: a retailer can choose among a few, and no producer gets much more than others.
const BEGINS_WITH: [(&str, &str); 4] =
    [("needCap", "3"), ("productCap", "5"), ("producerCap", "10"), ("candidatesPerNeed", "50")];

/// Begins a form with a round that there is not yet.
pub(super) fn begin_fresh(form: Form) {
    for (name, value) in BEGINS_WITH {
        form.field(name, value);
    }
}

/// Everything of a round that can be edited.
pub(super) fn of_round(round: &Round) -> Vec<(String, String)> {
    let codes = |codes: Vec<&str>| codes.join(",");
    let plain = [
        round.name.clone(),
        round.event.as_ref().map(|event| event.id.inner().to_owned()).unwrap_or_default(),
        round.need_cap.to_string(),
        round.product_cap.to_string(),
        round.producer_cap.to_string(),
        codes(round.groups.iter().map(|group| group.code.as_str()).collect()),
        codes(round.provinces.iter().map(|unit| unit.code.as_str()).collect()),
        round.min_stars.map(|stars| stars.to_string()).unwrap_or_default(),
        round.candidates_per_need.to_string(),
        if round.of_participants { "yes".to_owned() } else { String::new() },
    ];
    let weights = WEIGHTS.map(|(name, part)| (name, weight(&round.weights, part).to_string()));
    PLAIN.into_iter().zip(plain).chain(weights).map(|(name, value)| (name.to_owned(), value)).collect()
}

fn weight(weights: &Weights, part: ScorePartKind) -> i32 {
    match part {
        ScorePartKind::Relevance => weights.relevance,
        ScorePartKind::Stars => weights.stars,
        ScorePartKind::Price => weights.price,
        ScorePartKind::Capacity => weights.capacity,
        ScorePartKind::Season => weights.season,
        ScorePartKind::Distance => weights.distance,
        ScorePartKind::KeptPromises => weights.kept_promises,
        ScorePartKind::Freshness => weights.freshness,
        ScorePartKind::Newcomer => weights.newcomer,
    }
}

/// What stands in a field, by its name.
type Values<'a> = &'a dyn Fn(&str) -> String;

/// What is to be sent of a round that is begun: the weights are those of the setting.
pub(super) fn read_fresh(typed: Values<'_>) -> Result<RoundInput, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let input = plain(typed, &mut wrong);
    if wrong.is_empty() { Ok(input) } else { Err(wrong) }
}

/// What is to be sent of a round that is changed.
pub(super) fn read(typed: Values<'_>) -> Result<RoundInput, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let input = plain(typed, &mut wrong);
    let weights = WEIGHTS.map(|(name, _)| number(typed, name, 0..=WEIGHT_MOST, &mut wrong));
    if wrong.is_empty() && weights.iter().all(|weight| *weight == 0) {
        wrong.push(Wrong { field: WEIGHTS[0].0.to_owned(), words: t(words::NO_WEIGHT).to_owned() });
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let [relevance, stars, price, capacity, season, distance, kept_promises, freshness, newcomer] = weights;
    let weights = MatchWeightsInput {
        relevance,
        stars,
        price,
        capacity,
        season,
        distance,
        kept_promises,
        freshness,
        newcomer,
    };
    Ok(RoundInput { weights: Some(weights), ..input })
}

fn plain(typed: Values<'_>, wrong: &mut Vec<Wrong>) -> RoundInput {
    let name = typed("name").trim().to_owned();
    if name.is_empty() {
        wrong.push(Wrong::at("name", Problem::Missing));
    }
    let list = |name: &str| {
        let codes = typed(name);
        Some(codes.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect())
    };
    let caps = ["needCap", "productCap", "producerCap"];
    let [need_cap, product_cap, producer_cap] =
        caps.map(|name| number(typed, name, 0..=limits::ROUND_CAP, wrong));
    let event = Some(typed("event")).filter(|id| !id.is_empty()).map(cynic::Id::new);
    RoundInput {
        name,
        // Without an event nobody takes part in it.
        of_participants: Some(event.is_some() && !typed(OF_PARTICIPANTS).is_empty()),
        event,
        need_cap,
        product_cap,
        producer_cap,
        groups: list("groups"),
        provinces: list("provinces"),
        min_stars: typed("minStars").parse().ok(),
        candidates_per_need: number(typed, "candidatesPerNeed", 1..=limits::ROUND_CANDIDATES, wrong),
        weights: None,
    }
}

fn number(
    typed: Values<'_>,
    name: &str,
    within: std::ops::RangeInclusive<i32>,
    wrong: &mut Vec<Wrong>,
) -> i32 {
    match whole_number(&typed(name), within) {
        Ok(number) => number,
        Err(problem) => {
            wrong.push(Wrong::at(name, problem));
            0
        }
    }
}

/// The values of fields that go together, as people read them. Without the lists codes stay codes.
pub(super) fn in_words(choices: Option<&Choices>, fields: &[String], values: &[String]) -> String {
    let value = values.first().map(String::as_str).unwrap_or_default();
    let named = |offers: Vec<(&str, &str)>| {
        let chosen = offers.into_iter().filter(|(code, _)| holds(value, code));
        chosen.map(|(_, name)| name).collect::<Vec<_>>().join("; ")
    };
    match (fields.first().map(String::as_str), choices) {
        (Some("event"), Some(choices)) => {
            named(choices.events.nodes.iter().map(|event| (event.id.inner(), event.name.as_str())).collect())
        }
        (Some("groups"), Some(choices)) => {
            named(choices.product_groups.iter().map(|group| (group.code.as_str(), group.name())).collect())
        }
        (Some("provinces"), Some(choices)) => {
            named(choices.provinces.iter().map(|unit| (unit.code.as_str(), unit.name.as_str())).collect())
        }
        (Some(OF_PARTICIPANTS), _) => t(if value.is_empty() { supply::NO } else { supply::YES }).to_owned(),
        (Some("minStars"), _) => value.parse().map(needs::stars).unwrap_or_default(),
        _ => value.to_owned(),
    }
}

/// What the weight of a part is called.
pub(super) fn weight_name(part: ScorePartKind) -> &'static str {
    t(matching::part(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed<'a>(values: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> String + 'a {
        move |name| {
            let mut known = values.iter().chain(&BEGINS_WITH);
            known.find(|(field, _)| *field == name).map_or_else(String::new, |(_, value)| (*value).to_owned())
        }
    }

    fn fields(wrong: &[Wrong]) -> Vec<&str> {
        wrong.iter().map(|wrong| wrong.field.as_str()).collect()
    }

    #[test]
    fn a_name_is_all_that_a_round_needs_to_begin() {
        let input = read_fresh(&typed(&[("name", " Hội nghị ")])).unwrap();

        assert_eq!((input.name.as_str(), input.need_cap, input.candidates_per_need), ("Hội nghị", 3, 50));
        assert_eq!((input.event, input.min_stars, input.weights), (None, None, None));
        assert_eq!(fields(&read_fresh(&typed(&[])).unwrap_err()), ["name"]);
    }

    #[test]
    fn only_a_round_for_an_event_is_limited_to_its_participants() {
        let limited = |event| {
            let values = [("name", "A"), ("event", event), (OF_PARTICIPANTS, "yes")];
            read_fresh(&typed(&values)).unwrap().of_participants
        };

        assert_eq!([limited("1"), limited("")], [Some(true), Some(false)]);
    }

    #[test]
    fn numbers_outside_their_limits_are_told_at_their_fields() {
        let values = [
            ("name", "A"),
            ("needCap", "101"),
            ("productCap", ""),
            ("producerCap", "x"),
            ("candidatesPerNeed", "0"),
        ];

        let wrong = read_fresh(&typed(&values)).unwrap_err();

        let problems = [
            ("needCap", Problem::OutOfRange),
            ("productCap", Problem::Missing),
            ("producerCap", Problem::NoNumber),
            ("candidatesPerNeed", Problem::OutOfRange),
        ];
        assert_eq!(wrong, problems.map(|(field, problem)| Wrong::at(field, problem)));
    }

    #[test]
    fn one_weight_must_count() {
        let weights = |first| {
            let mut values: Vec<_> = WEIGHTS.iter().map(|(name, _)| (*name, "0")).collect();
            values[0].1 = first;
            values.push(("name", "A"));
            values
        };

        assert_eq!(fields(&read(&typed(&weights("0"))).unwrap_err()), ["weights.relevance"]);
        let weighed = read(&typed(&weights("7"))).unwrap().weights.unwrap();
        assert_eq!((weighed.relevance, weighed.newcomer), (7, 0));
    }
}
