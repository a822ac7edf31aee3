//! An event in a form: what its fields begin with, what is to be sent of them and what is wrong, and how their values are
//! read by people. Fields are named as in the API.

use chrono::NaiveDate;
use shared::{Problem, limits, read_day};

use super::changes::EventInput;
use super::edit_query::EditedEvent;
use crate::api::{EventKind, TradeParty};
use crate::pages::organisations::Provinces;
use crate::text::{kinds, t, words as counts};
use crate::ui::form::{Form, Wrong, whole_number};

/// Kinds by the values of the form.
pub(super) const KINDS: [(&str, EventKind); 5] = [
    ("TRADE_CONFERENCE", EventKind::TradeConference),
    ("FAIR", EventKind::Fair),
    ("GOODS_WEEK", EventKind::GoodsWeek),
    ("OPENING_CEREMONY", EventKind::OpeningCeremony),
    ("OTHER", EventKind::Other),
];

/// All fields.
const FIELDS: [&str; 11] = [
    "name",
    "kind",
    "description",
    "organiser",
    "place",
    "province",
    "startsOn",
    "endsOn",
    "registrationUntil",
    "retailerPlaces",
    "producerPlaces",
];

/// Begins the form of an event that there is not yet.
pub(super) fn begin_fresh(form: Form) {
    for name in FIELDS {
        form.field(name, "");
    }
}

/// Everything of an event that can be edited.
pub(super) fn of_event(event: &EditedEvent) -> Vec<(String, String)> {
    let kind = KINDS.iter().find(|(_, kind)| *kind == event.kind);
    let places = |party: TradeParty| {
        let side = event.sides.iter().find(|side| side.side == party);
        side.and_then(|side| side.places).map(|places| places.to_string()).unwrap_or_default()
    };
    let values = [
        event.name.clone(),
        kind.map(|(name, _)| (*name).to_owned()).unwrap_or_default(),
        event.description.clone().unwrap_or_default(),
        event.organiser.clone().unwrap_or_default(),
        event.place.clone().unwrap_or_default(),
        event.province.as_ref().map(|unit| unit.code.clone()).unwrap_or_default(),
        event.starts_on.map(|day| day.in_words()).unwrap_or_default(),
        event.ends_on.map(|day| day.in_words()).unwrap_or_default(),
        event.registration_until.map(counts::date).unwrap_or_default(),
        places(TradeParty::Retailer),
        places(TradeParty::Producer),
    ];
    FIELDS.into_iter().map(str::to_owned).zip(values).collect()
}

/// What is to be sent, or what is wrong with it.
pub(super) fn read(typed: &dyn Fn(&str) -> String) -> Result<EventInput, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let text = |name: &str| Some(typed(name).trim().to_owned()).filter(|text| !text.is_empty());
    let name = text("name");
    if name.is_none() {
        wrong.push(Wrong::at("name", Problem::Missing));
    }
    let kind = KINDS.iter().find(|(name, _)| *name == typed("kind")).map(|(_, kind)| *kind);
    if kind.is_none() {
        wrong.push(Wrong::at("kind", Problem::NotOffered));
    }
    let [starts_on, ends_on, registration_until] =
        ["startsOn", "endsOn", "registrationUntil"].map(|name| day(text(name), name, &mut wrong));
    if starts_on.is_none() && text("startsOn").is_none() {
        wrong.push(Wrong::at("startsOn", Problem::Missing));
    }
    let last = ends_on.or(starts_on);
    if starts_on > last {
        wrong.push(Wrong::at("endsOn", Problem::WrongOrder));
    }
    if last.is_some() && registration_until > last {
        wrong.push(Wrong::at("registrationUntil", Problem::WrongOrder));
    }
    let [retailer_places, producer_places] = ["retailerPlaces", "producerPlaces"].map(|name| {
        let typed = text(name)?;
        whole_number(&typed, 0..=limits::EVENT_PLACES)
            .map_err(|problem| wrong.push(Wrong::at(name, problem)))
            .ok()
    });
    match (name, kind, starts_on) {
        (Some(name), Some(kind), Some(starts_on)) if wrong.is_empty() => Ok(EventInput {
            name,
            kind,
            description: text("description"),
            organiser: text("organiser"),
            place: text("place"),
            province: text("province"),
            starts_on,
            ends_on,
            registration_until,
            retailer_places,
            producer_places,
        }),
        _ => Err(wrong),
    }
}

fn day(typed: Option<String>, name: &str, wrong: &mut Vec<Wrong>) -> Option<NaiveDate> {
    read_day(&typed?).map_err(|problem| wrong.push(Wrong::at(name, problem))).ok()
}

/// The value of a field as people read it. Without the list of provinces their codes stay codes.
pub(super) fn in_words(provinces: Option<&Provinces>, fields: &[String], values: &[String]) -> String {
    let value = values.first().map(String::as_str).unwrap_or_default();
    let known = match fields.first().map(String::as_str) {
        Some("kind") => {
            KINDS.iter().find(|(name, _)| *name == value).map(|(_, kind)| t(kinds::event_kind(*kind)))
        }
        Some("province") => provinces
            .and_then(|known| known.admin_units.iter().find(|unit| unit.code == value))
            .map(|unit| unit.name.as_str()),
        _ => None,
    };
    known.unwrap_or(value).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed<'a>(values: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> String + 'a {
        move |name| {
            let known = values.iter().find(|(field, _)| *field == name);
            known.map(|(_, value)| (*value).to_owned()).unwrap_or_default()
        }
    }

    #[test]
    fn a_name_a_kind_and_a_day_are_all_an_event_needs() {
        let values =
            [("name", " Hội nghị "), ("kind", "FAIR"), ("startsOn", "10/12/2026"), ("organiser", " ")];

        let input = read(&typed(&values)).unwrap();

        assert_eq!((input.name.as_str(), input.kind), ("Hội nghị", EventKind::Fair));
        assert_eq!(Some(input.starts_on), NaiveDate::from_ymd_opt(2026, 12, 10));
        assert_eq!((input.organiser, input.retailer_places, input.ends_on), (None, None, None));
    }

    #[test]
    fn what_is_wrong_is_told_at_its_field() {
        let values = [
            ("startsOn", "10/12/2026"),
            ("endsOn", "09/12/2026"),
            ("registrationUntil", "mai"),
            ("retailerPlaces", "10001"),
            ("producerPlaces", "x"),
        ];

        let wrong = read(&typed(&values)).unwrap_err();

        let problems = [
            ("name", Problem::Missing),
            ("kind", Problem::NotOffered),
            ("registrationUntil", Problem::NoDate),
            ("endsOn", Problem::WrongOrder),
            ("retailerPlaces", Problem::OutOfRange),
            ("producerPlaces", Problem::NoNumber),
        ];
        assert_eq!(wrong, problems.map(|(field, problem)| Wrong::at(field, problem)));
        assert_eq!(
            read(&typed(&[("name", "A"), ("kind", "FAIR")])).unwrap_err(),
            [Wrong::at("startsOn", Problem::Missing)]
        );
    }
}
