//! What the page of one introduction asks for.

use chrono::{DateTime, Utc};
use cynic::QueryBuilder;

use super::query::{ProducerName, RetailerName};
use crate::api::{
    self, AgreementKind, AgreementStatus, GateState, IntroductionStatus, Question, Said, TradeParty, schema,
};
use crate::pages::needs::FullNeed;
use crate::pages::products::PageInfo;

/// Messages of one page.
const MESSAGES: i32 = 30;
/// Notifications among which those of one introduction are looked for.
const NOTIFICATIONS: i32 = 100;

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Product")]
pub(crate) struct ProductId {
    pub(crate) id: cynic::Id,
}

#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Gate {
    pub(crate) state: GateState,
    pub(crate) says: Said,
}

/// How far the product answers the need today.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Fit {
    pub(crate) score: i32,
    pub(crate) met: i32,
    pub(crate) not_met: i32,
    pub(crate) unknown: i32,
    pub(crate) gates: Vec<Gate>,
}

/// An agreement that it has led to.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Agreement")]
pub(crate) struct AgreementName {
    pub(crate) id: cynic::Id,
    pub(crate) kind: AgreementKind,
    pub(crate) number: Option<String>,
    pub(crate) status: AgreementStatus,
}

/// An introduction in full, without what was said.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Introduction {
    pub(crate) id: cynic::Id,
    pub(crate) need: Option<FullNeed>,
    pub(crate) need_name: Option<String>,
    pub(crate) product: Option<ProductId>,
    pub(crate) product_name: String,
    pub(crate) retailer: RetailerName,
    pub(crate) producer: ProducerName,
    pub(crate) proposed_by: TradeParty,
    pub(crate) status: IntroductionStatus,
    pub(crate) note: Option<String>,
    pub(crate) answer_by: DateTime<Utc>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) settled_at: Option<DateTime<Utc>>,
    pub(crate) declined_by: Option<TradeParty>,
    pub(crate) declined_because: Option<String>,
    pub(crate) viewer_party: TradeParty,
    #[cynic(rename = "match")]
    pub(crate) fit: Option<Fit>,
    pub(crate) unread: i32,
    pub(crate) moved_at: DateTime<Utc>,
    pub(crate) agreements: Vec<AgreementName>,
}

impl Introduction {
    /// When something was last said; nothing while nobody has said anything since it was accepted.
    pub(crate) fn last_said(&self) -> Option<DateTime<Utc>> {
        Some(self.moved_at).filter(|moved_at| *moved_at > self.settled_at.unwrap_or(self.created_at))
    }
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Introduction")]
pub(crate) struct IntroductionId {
    pub(crate) id: cynic::Id,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Notification")]
pub(crate) struct Unread {
    pub(crate) id: cynic::Id,
    pub(crate) introduction: Option<IntroductionId>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "NotificationConnection")]
pub(crate) struct UnreadOnes {
    pub(crate) nodes: Vec<Unread>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct OneVariables {
    id: cynic::Id,
    notifications: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "OneVariables")]
pub(crate) struct IntroductionById {
    #[arguments(id: $id)]
    pub(crate) introduction: Option<Introduction>,
    #[arguments(unreadOnly: true, first: $notifications)]
    pub(crate) notifications: UnreadOnes,
}

/// The question for one introduction, and for what the person has not seen of it.
pub(crate) fn introduction(id: String) -> Question<IntroductionById> {
    let variables = OneVariables { id: cynic::Id::new(id), notifications: NOTIFICATIONS };
    api::question(IntroductionById::build(variables))
}

/// A file that goes with a message.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "PaperFile")]
pub(crate) struct Attachment {
    pub(crate) url: String,
    pub(crate) small_url: Option<String>,
    pub(crate) name: String,
}

/// Something that was said.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Message {
    pub(crate) id: cynic::Id,
    pub(crate) author: String,
    pub(crate) party: TradeParty,
    pub(crate) is_own: bool,
    pub(crate) text: Option<String>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) at: DateTime<Utc>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "MessageConnection")]
pub(crate) struct Messages {
    pub(crate) nodes: Vec<Message>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct TalkVariables {
    id: cynic::Id,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Introduction", variables = "TalkVariables")]
pub(crate) struct Talk {
    #[arguments(first: $first, after: $after)]
    pub(crate) messages: Option<Messages>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "TalkVariables")]
pub(crate) struct TalkById {
    #[arguments(id: $id)]
    pub(crate) introduction: Option<Talk>,
}

/// The question for a page of a conversation, the latest messages first.
pub(crate) fn talk(id: cynic::Id, after: Option<String>) -> Question<TalkById> {
    api::question(TalkById::build(TalkVariables { id, first: MESSAGES, after }))
}

/// Messages of one page of a conversation that staff read.
pub(super) const fn of_one_page() -> i32 {
    MESSAGES
}
