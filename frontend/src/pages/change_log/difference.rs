//! Which fields a line of the log is about. A line may hold the whole thing before and after; what is alike in both
//! did not change.

use serde_json::{Map, Value};

use super::Thing;
use super::query::Change;
use crate::text::logged_fields;

/// A field, and what a line tells of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Difference {
    pub(super) field: String,
    pub(super) told: Told,
}

/// What a line tells of a field.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Told {
    /// It was one thing and is another.
    Changed(Value, Value),
    /// The line has only one side: what was entered, or what was taken away.
    Only(Value),
    /// It changed; what it says is personal and not in the log.
    Secret,
}

/// What a line tells, in the order in which people know the fields.
pub(super) fn differences(thing: Thing, line: &Change) -> Vec<Difference> {
    let (before, after) = (object(line.before.as_ref()), object(line.after.as_ref()));
    let mut found: Vec<Difference> = match (before, after) {
        (Some(before), Some(after)) => changed(before, after),
        (None, Some(after)) if thing == Thing::Account && line.action == "updated" => named(after),
        (Some(only), None) | (None, Some(only)) => known(only),
        (None, None) => Vec::new(),
    };
    for difference in &mut found {
        difference.field = named_apart(thing, std::mem::take(&mut difference.field));
    }
    found.sort_by_key(|difference| logged_fields::place(&difference.field));
    found
}

/// Things of events stand in states whose names mean something else elsewhere.
fn named_apart(thing: Thing, field: String) -> String {
    let name = match (thing, field.as_str()) {
        (Thing::Event, "status") => "event_status",
        (Thing::Event, "kind") => "event_kind",
        (Thing::Participant, "status") => "participant_status",
        (Thing::Meeting, "status") => "meeting_status",
        _ => return field,
    };
    name.to_owned()
}

fn object(side: Option<&Value>) -> Option<&Map<String, Value>> {
    side.and_then(Value::as_object)
}

fn changed(before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<Difference> {
    let only_before = before.keys().filter(|field| !after.contains_key(*field));
    let fields = after.keys().chain(only_before);
    let both = fields.map(|field| {
        let of = |side: &Map<String, Value>| side.get(field).cloned().unwrap_or_default();
        (field, of(before), of(after))
    });
    let both = both.filter(|(_, was, is)| was != is);
    both.map(|(field, was, is)| Difference { field: field.clone(), told: Told::Changed(was, is) }).collect()
}

/// What is there of one side; what is not known says nothing.
fn known(only: &Map<String, Value>) -> Vec<Difference> {
    let says_nothing = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    let there = only.iter().filter(|(_, value)| !says_nothing(value));
    there.map(|(field, value)| Difference { field: field.clone(), told: Told::Only(value.clone()) }).collect()
}

/// The log only says of people's own facts that they changed.
fn named(only: &Map<String, Value>) -> Vec<Difference> {
    let changed = only.iter().filter(|(_, value)| value.as_bool() == Some(true));
    changed.map(|(field, _)| Difference { field: field.clone(), told: Told::Secret }).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fields(thing: Thing, action: &str, before: Value, after: Value) -> Vec<Difference> {
        let side = |value: Value| (!value.is_null()).then_some(value);
        differences(
            thing,
            &Change {
                at: chrono::DateTime::UNIX_EPOCH,
                actor: String::new(),
                actor_name: String::new(),
                action: action.to_owned(),
                before: side(before),
                after: side(after),
            },
        )
    }

    #[test]
    fn what_is_alike_on_both_sides_did_not_change() {
        let before = json!({ "months": 4095, "name": "Chè", "description": null, "gone": 1 });
        let after = json!({ "months": 3, "name": "Chè", "description": "Chè sạch" });

        let found = fields(Thing::Product, "updated", before, after);

        let expected = [
            ("description", Value::Null, json!("Chè sạch")),
            ("months", json!(4095), json!(3)),
            ("gone", json!(1), Value::Null),
        ];
        let expected = expected
            .map(|(field, was, is)| Difference { field: field.to_owned(), told: Told::Changed(was, is) });
        assert_eq!(found, expected);
    }

    #[test]
    fn things_of_events_have_states_of_their_own() {
        let named = |thing| fields(thing, "moved", json!({ "status": "open" }), json!({ "status": "held" }));

        assert_eq!(named(Thing::Event)[0].field, "event_status");
        assert_eq!(named(Thing::Meeting)[0].field, "meeting_status");
        assert_eq!(named(Thing::Need)[0].field, "status");
    }

    #[test]
    fn of_one_side_only_what_is_known_is_told() {
        let found =
            fields(Thing::Need, "created", Value::Null, json!({ "groups": [], "name": "A", "x": null }));

        let told = Told::Only(json!("A"));
        assert_eq!(found, [Difference { field: "name".to_owned(), told }]);
    }

    #[test]
    fn of_an_account_the_log_says_only_what_changed() {
        let found = fields(Thing::Account, "updated", Value::Null, json!({ "name": false, "phone": true }));

        assert_eq!(found, [Difference { field: "phone".to_owned(), told: Told::Secret }]);
    }
}
