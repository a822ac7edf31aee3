//! From what was typed to a new agreement, and what is wrong with it. Fields are named as in the API.

use serde_json::{Map, Value, json};
use shared::Problem;

use super::changes::Terms;
use super::new_query::NewAgreement;
use super::reading::Values;
use super::values::KINDS;
use crate::api::AgreementKind;
use crate::text::{Text, agreements, new_agreement as words, t};
use crate::ui::form::{Found, Wrong, looked_for};

/// The fields of the form.
pub(super) const KIND: &str = "terms.kind";
pub(super) const EVENT: &str = "terms.event";

/// A side as the API names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Party {
    Retailer,
    Producer,
}

impl Party {
    /// The field of the organisation.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Retailer => "retailer",
            Self::Producer => "producer",
        }
    }

    /// The field of the name of a department.
    pub(super) const fn name_field(self) -> &'static str {
        match self {
            Self::Retailer => "terms.retailer.name",
            Self::Producer => "terms.producer.name",
        }
    }

    /// Whether it is a department, which is not registered here and only named: both sides of a framework, and whom a
    /// retailer makes a programme with.
    pub(super) const fn is_department(self, kind: Option<AgreementKind>) -> bool {
        match kind {
            Some(AgreementKind::Framework) => true,
            Some(AgreementKind::Programme) => matches!(self, Self::Producer),
            _ => false,
        }
    }
}

/// What a side is called in an agreement of such a kind.
pub(super) const fn side_name(side: Party, kind: AgreementKind) -> Text {
    match (side, side.is_department(Some(kind))) {
        (Party::Retailer, false) => agreements::SIDE_A,
        (Party::Producer, false) => agreements::SIDE_B,
        (Party::Retailer, true) => agreements::DEPARTMENT_A,
        (Party::Producer, true) => agreements::DEPARTMENT_B,
    }
}

/// Whether departments agree on it, which only staff of the city record.
pub(super) const fn is_of_departments(kind: AgreementKind) -> bool {
    matches!(kind, AgreementKind::Programme | AgreementKind::Framework)
}

/// The kind that is chosen.
pub(super) fn kind(chosen: &str) -> Option<AgreementKind> {
    KINDS.iter().find(|(name, _)| *name == chosen).map(|(_, kind)| *kind)
}

/// What is to be sent, or what is wrong with it.
pub(super) fn read(typed: Values<'_>) -> Result<NewAgreement, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let mut terms = Map::from_iter([("lines".to_owned(), json!([]))]);
    let kind = kind(&typed(KIND));
    match kind {
        Some(_) => _ = terms.insert("kind".to_owned(), json!(typed(KIND))),
        None => wrong.push(Wrong::at(KIND, Problem::NotOffered)),
    }
    let [retailer, producer] = [Party::Retailer, Party::Producer].map(|side| {
        if side.is_department(kind) {
            let name = department(side, typed, &mut wrong);
            terms.insert(side.field().to_owned(), name);
            return None;
        }
        let chosen = Found::read(&typed(side.field()));
        if chosen.is_none() {
            wrong.push(says(side.field(), words::NOT_CHOSEN));
        }
        chosen.map(|chosen| chosen.id)
    });
    if retailer.is_some() && retailer == producer {
        wrong.push(says(Party::Producer.field(), words::SAME_SIDE));
    }
    if is_one_department(kind, typed) {
        wrong.push(says(Party::Producer.name_field(), words::SAME_SIDE));
    }
    match Found::read(&typed(EVENT)) {
        Some(event) => _ = terms.insert("event".to_owned(), json!(event.id)),
        // Who has begun to look for an event means one.
        None if !typed(&looked_for(EVENT)).trim().is_empty() => {
            wrong.push(says(EVENT, words::EVENT_NOT_CHOSEN));
        }
        None => (),
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let [retailer, producer] = [retailer, producer].map(|id| id.map(cynic::Id::new));
    Ok(NewAgreement { retailer, producer, terms: Terms(terms) })
}

/// Whether both sides are departments of one name.
fn is_one_department(kind: Option<AgreementKind>, typed: Values<'_>) -> bool {
    let [one, other] = [Party::Retailer, Party::Producer]
        .map(|side| side.is_department(kind).then(|| shared::text::fold(typed(side.name_field()).trim())));
    one.is_some_and(|one| !one.is_empty() && Some(one) == other)
}

fn department(side: Party, typed: Values<'_>, wrong: &mut Vec<Wrong>) -> Value {
    let name = typed(side.name_field());
    if name.trim().is_empty() {
        wrong.push(Wrong::at(side.name_field(), Problem::Missing));
    }
    json!({ "name": name.trim() })
}

fn says(field: &str, words: Text) -> Wrong {
    Wrong { field: field.to_owned(), words: t(words).to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<'a>(values: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> String + 'a {
        move |name| {
            let found = values.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned()).unwrap_or_default()
        }
    }

    fn fields(values: &[(&str, &str)]) -> Vec<String> {
        read(&of(values)).unwrap_err().into_iter().map(|wrong| wrong.field).collect()
    }

    const DEPARTMENTS: [(&str, &str); 5] = [
        ("retailer", "1 Siêu thị"),
        ("producer", "2 HTX"),
        ("terms.retailer.name", " Sở A "),
        ("terms.producer.name", "Sở B"),
        (EVENT, "3 Hội chợ"),
    ];

    fn with_kind(kind: &'static str) -> NewAgreement {
        let mut values = DEPARTMENTS.to_vec();
        values.push((KIND, kind));
        read(&of(&values)).unwrap()
    }

    #[test]
    fn a_side_is_an_organisation_or_a_department_as_the_kind_says() {
        let sides = |kind| {
            let new = with_kind(kind);
            let ids = [&new.retailer, &new.producer].map(|id| id.as_ref().map(|id| id.inner().to_owned()));
            let names = ["retailer", "producer"].map(|side| new.terms.0.get(side).cloned());
            (ids.map(Option::unwrap_or_default), names)
        };
        let name = |name: &str| Some(json!({ "name": name }));

        for kind in ["MOU", "MINUTES", "CONTRACT"] {
            assert_eq!(sides(kind), (["1", "2"].map(str::to_owned), [None, None]), "{kind}");
        }
        assert_eq!(sides("PROGRAMME"), (["1", ""].map(str::to_owned), [None, name("Sở B")]));
        assert_eq!(sides("FRAMEWORK"), (["", ""].map(str::to_owned), [name("Sở A"), name("Sở B")]));
    }

    #[test]
    fn a_draft_begins_without_goods_and_with_its_event() {
        let new = with_kind("MINUTES");

        assert_eq!(Value::Object(new.terms.0), json!({ "kind": "MINUTES", "event": "3", "lines": [] }));
    }

    #[test]
    fn what_is_missing_is_said_at_its_field() {
        assert_eq!(fields(&[]), [KIND, "retailer", "producer"]);
        assert_eq!(fields(&[(KIND, "PROGRAMME")]), ["retailer", "terms.producer.name"]);
        assert_eq!(fields(&[(KIND, "FRAMEWORK")]), ["terms.retailer.name", "terms.producer.name"]);
        let sides = [(KIND, "MOU"), ("retailer", "1 A"), ("producer", "1 A")];
        assert_eq!(fields(&sides), ["producer"]);
        let departments =
            [(KIND, "FRAMEWORK"), ("terms.retailer.name", "Sở A"), ("terms.producer.name", " sở A ")];
        assert_eq!(fields(&departments), ["terms.producer.name"]);
        let event = [(KIND, "MOU"), ("retailer", "1 A"), ("producer", "2 B"), ("terms.event.search", "hội")];
        assert_eq!(fields(&event), [EVENT]);
    }
}
