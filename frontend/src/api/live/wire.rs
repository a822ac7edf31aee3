//! What is said over the connection, in the words of `graphql-transport-ws`. The page subscribes once, to everything
//! that the person may know of.

use cynic::SubscriptionBuilder;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::Notice;
use crate::api::{Failure, answers, schema};

/// The name of what is spoken, as it is agreed on when the connection is opened.
pub(super) const PROTOCOL: &str = "graphql-transport-ws";

/// The first thing the page says.
pub(super) const BEGIN: &str = r#"{"type":"connection_init"}"#;
/// Asks whether the server still listens.
pub(super) const PING: &str = r#"{"type":"ping"}"#;
/// Says that the page still listens.
pub(super) const PONG: &str = r#"{"type":"pong"}"#;

/// What the server says.
#[derive(Debug, PartialEq)]
pub(super) enum Said {
    /// It has taken the connection.
    Welcome,
    /// It asks whether the page still listens.
    Ping,
    /// Something changed.
    Changed(Notice),
    /// The subscription has ended; begin again, unless the session has ended.
    Ended(Option<Failure>),
    /// That it is there.
    Nothing,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Subscription")]
struct Changes {
    changes: Told,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "ChangeNotice")]
struct Told {
    entity: String,
    entity_id: cynic::Id,
}

#[derive(Deserialize)]
struct Message<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    #[serde(borrow)]
    payload: Option<&'a RawValue>,
}

/// What begins the subscription.
pub(super) fn subscribe() -> String {
    let operation = serde_json::to_string(&Changes::build(())).unwrap_or_default();
    format!(r#"{{"id":"changes","type":"subscribe","payload":{operation}}}"#)
}

/// Understands what the server says; what is not known says only that it is there.
pub(super) fn read(text: &str) -> Said {
    let Ok(Message { kind, payload }) = serde_json::from_str(text) else { return Said::Nothing };
    let payload = payload.map(RawValue::get).unwrap_or_default();
    match kind {
        "connection_ack" => Said::Welcome,
        "ping" => Said::Ping,
        "next" => match answers::read::<Changes>(payload) {
            Ok(Changes { changes }) => {
                Said::Changed(Notice { entity: changes.entity, id: changes.entity_id.into_inner() })
            }
            Err(failure) => Said::Ended(Some(failure)),
        },
        "error" => Said::Ended(Some(answers::failure(&format!(r#"{{"errors":{payload}}}"#)))),
        "complete" => Said::Ended(None),
        _ => Said::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use shared::ErrorCode;

    use super::*;

    #[test]
    fn the_page_subscribes_to_all_changes() {
        let said: serde_json::Value = serde_json::from_str(&subscribe()).unwrap();

        assert_eq!((&said["id"], &said["type"]), (&"changes".into(), &"subscribe".into()));
        let query = said["payload"]["query"].as_str().unwrap();
        assert!(query.starts_with("subscription") && query.contains("entityId"), "{query}");
    }

    #[test]
    fn a_notice_says_which_thing_changed() {
        let text = r#"{"type":"next","id":"changes","payload":{"data":{"changes":
            {"entity":"introduction","entityId":"7"}}}}"#;

        let notice = Notice { entity: "introduction".to_owned(), id: "7".to_owned() };
        assert_eq!(read(text), Said::Changed(notice));
    }

    #[test]
    fn a_session_that_ended_is_told_from_other_ends() {
        let refused = r#"[{"message":"?","extensions":{"code":"UNAUTHENTICATED"}}]"#;
        let lost = Said::Ended(Some(Failure::Refused(ErrorCode::Unauthenticated)));

        let next =
            format!(r#"{{"type":"next","id":"changes","payload":{{"data":null,"errors":{refused}}}}}"#);
        assert_eq!(read(&next), lost);
        assert_eq!(read(&format!(r#"{{"type":"error","id":"changes","payload":{refused}}}"#)), lost);
        assert_eq!(read(r#"{"type":"complete","id":"changes"}"#), Said::Ended(None));
    }

    #[test]
    fn what_is_not_understood_is_no_failure() {
        for text in ["", "<html>", "{}", r#"{"type":"pong"}"#, r#"{"type":"new","payload":{"a":1}}"#] {
            assert_eq!(read(text), Said::Nothing, "{text}");
        }
        assert_eq!(read(r#"{"type":"connection_ack","payload":null}"#), Said::Welcome);
        assert_eq!(read(r#"{"type":"ping"}"#), Said::Ping);
    }
}
