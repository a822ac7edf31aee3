//! What the list of notifications asks for, and what it notes.

use chrono::{DateTime, Utc};
use cynic::{MutationBuilder, QueryBuilder};
use shared::limits;

use crate::api::{self, NotificationKind, Question, TradeParty, schema};
use crate::pages::introductions::{ProducerName, RetailerName};
use crate::pages::products::PageInfo;

/// The introduction something is about.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Introduction")]
pub(crate) struct AboutIntroduction {
    pub(crate) id: cynic::Id,
    pub(crate) need_name: Option<String>,
    pub(crate) product_name: String,
    pub(crate) retailer: RetailerName,
    pub(crate) producer: ProducerName,
    pub(crate) proposed_by: TradeParty,
    pub(crate) declined_by: Option<TradeParty>,
}

/// The agreement something is about.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Agreement")]
pub(crate) struct AboutAgreement {
    pub(crate) id: cynic::Id,
    pub(crate) retailer_name: String,
    pub(crate) producer_name: String,
    pub(crate) product_names: Vec<String>,
}

/// The event something is about.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Event")]
pub(crate) struct AboutEvent {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

/// Something a person was told of.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Notification {
    pub(crate) id: cynic::Id,
    pub(crate) kind: NotificationKind,
    pub(crate) introduction: Option<AboutIntroduction>,
    pub(crate) agreement: Option<AboutAgreement>,
    pub(crate) event: Option<AboutEvent>,
    pub(crate) at: DateTime<Utc>,
    pub(crate) read_at: Option<DateTime<Utc>>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "NotificationConnection")]
pub(crate) struct Notifications {
    pub(crate) nodes: Vec<Notification>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ListVariables {
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct Told {
    #[arguments(first: $first, after: $after)]
    pub(crate) notifications: Notifications,
}

/// The question for a page of them.
pub(crate) fn list(after: Option<String>) -> Question<Told> {
    let first = i32::try_from(limits::DEFAULT_ROWS).unwrap_or(20);
    api::question(Told::build(ListVariables { first, after }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Viewer")]
pub(crate) struct Seen {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) unread_notifications: i32,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct SeenVariables {
    ids: Option<Vec<cynic::Id>>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "SeenVariables")]
pub(crate) struct MarkSeen {
    #[arguments(ids: $ids)]
    #[expect(dead_code, reason = "the bell asks for itself")]
    pub(crate) mark_notifications_read: Seen,
}

/// Notes that some were seen.
pub(crate) fn seen(ids: Vec<cynic::Id>) -> Question<MarkSeen> {
    api::question(MarkSeen::build(SeenVariables { ids: Some(ids) }))
}
