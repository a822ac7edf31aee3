//! What people do about introductions. What is shown is asked for anew afterwards, so most answers are short.

use cynic::MutationBuilder;

use super::one_query::{Message, Messages, of_one_page};
use crate::api::{self, IntroductionStatus, Question, schema};

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Introduction")]
pub(crate) struct Changed {
    pub(crate) status: IntroductionStatus,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct AnswerVariables {
    id: cynic::Id,
    accept: bool,
    reason: Option<String>,
    as_producer: bool,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "AnswerVariables")]
pub(crate) struct AnswerIntroduction {
    #[arguments(id: $id, accept: $accept, reason: $reason, asProducer: $as_producer)]
    pub(crate) answer_introduction: Changed,
}

/// Accepts, or declines for a reason, for one of the sides.
pub(crate) fn answer(id: cynic::Id, answer: Answer, as_producer: bool) -> Question<AnswerIntroduction> {
    let (accept, reason) = answer.parts();
    api::question(AnswerIntroduction::build(AnswerVariables { id, accept, reason, as_producer }))
}

/// What is answered.
pub(crate) enum Answer {
    Accept,
    Decline { because: String },
}

impl Answer {
    /// As the API takes it.
    pub(super) fn parts(self) -> (bool, Option<String>) {
        match self {
            Self::Accept => (true, None),
            Self::Decline { because } => (false, Some(because)),
        }
    }
}

#[derive(cynic::QueryVariables)]
pub(crate) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct WithdrawIntroduction {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) withdraw_introduction: Changed,
}

/// Takes back what was proposed.
pub(crate) fn withdraw(id: cynic::Id) -> Question<WithdrawIntroduction> {
    api::question(WithdrawIntroduction::build(IdVariables { id }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct MessageVariables {
    introduction: cynic::Id,
    text: Option<String>,
    attachments: Option<Vec<cynic::Id>>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "MessageVariables")]
pub(crate) struct SendMessage {
    #[arguments(introduction: $introduction, text: $text, attachments: $attachments)]
    pub(crate) send_message: Message,
}

/// Says something.
pub(crate) fn say(
    introduction: cynic::Id,
    text: Option<String>,
    attachments: Vec<cynic::Id>,
) -> Question<SendMessage> {
    let attachments = Some(attachments);
    api::question(SendMessage::build(MessageVariables { introduction, text, attachments }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ReadVariables {
    introduction: cynic::Id,
    reason: String,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "ReadVariables")]
pub(crate) struct ReadConversation {
    #[arguments(introduction: $introduction, reason: $reason, first: $first, after: $after)]
    pub(crate) read_conversation: Messages,
}

/// Reads a page of a conversation as staff, which is on record.
pub(crate) fn read_as_staff(
    introduction: cynic::Id,
    reason: String,
    after: Option<String>,
) -> Question<ReadConversation> {
    let variables = ReadVariables { introduction, reason, first: of_one_page(), after };
    api::question(ReadConversation::build(variables))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Introduction")]
pub(crate) struct Read {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) unread: i32,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Viewer")]
pub(crate) struct Seen {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) unread_notifications: i32,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct SeenVariables {
    introduction: cynic::Id,
    is_unread: bool,
    notifications: Option<Vec<cynic::Id>>,
    is_told: bool,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "SeenVariables")]
pub(crate) struct MarkSeen {
    #[arguments(introduction: $introduction)]
    #[directives(include(if: $is_unread))]
    #[expect(dead_code, reason = "the bell asks for itself")]
    pub(crate) mark_read: Option<Read>,
    #[arguments(ids: $notifications)]
    #[directives(include(if: $is_told))]
    #[expect(dead_code, reason = "the bell asks for itself")]
    pub(crate) mark_notifications_read: Option<Seen>,
}

/// Notes that the person has read a conversation, and seen what they were told of it.
pub(crate) fn seen(
    introduction: cynic::Id,
    is_unread: bool,
    notifications: Vec<cynic::Id>,
) -> Question<MarkSeen> {
    let is_told = !notifications.is_empty();
    let notifications = Some(notifications);
    api::question(MarkSeen::build(SeenVariables { introduction, is_unread, notifications, is_told }))
}
