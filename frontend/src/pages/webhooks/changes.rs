//! What the pages of webhooks change. What is shown is asked for anew afterwards.

use cynic::MutationBuilder;

use crate::api::{self, Question, WebhookKind, schema};

#[derive(cynic::InputObject)]
pub(crate) struct NewWebhook {
    pub(crate) organisation: Option<cynic::Id>,
    pub(crate) url: String,
    pub(crate) kinds: Option<Vec<WebhookKind>>,
    pub(crate) note: Option<String>,
}

/// All of it: what is empty is null, which the API takes for all kinds and for no note.
#[derive(cynic::InputObject)]
pub(crate) struct WebhookChanges {
    pub(crate) url: Option<String>,
    pub(crate) kinds: Option<Vec<WebhookKind>>,
    pub(crate) note: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Webhook")]
pub(crate) struct Changed {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "WebhookDelivery")]
pub(crate) struct Queued {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) id: cynic::Id,
}

/// A secret, shown this once.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "WebhookWithSecret")]
pub(crate) struct Secret {
    pub(crate) secret: String,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct NewVariables {
    input: NewWebhook,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "NewVariables")]
pub(crate) struct CreateWebhook {
    #[arguments(input: $input)]
    pub(crate) create_webhook: Secret,
}

/// Enters a webhook.
pub(crate) fn create(input: NewWebhook) -> Question<CreateWebhook> {
    api::question(CreateWebhook::build(NewVariables { input }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct UpdateVariables {
    id: cynic::Id,
    version: i32,
    input: WebhookChanges,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "UpdateVariables")]
pub(crate) struct UpdateWebhook {
    #[arguments(id: $id, version: $version, input: $input)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) update_webhook: Changed,
}

/// Changes a webhook.
pub(crate) fn update(id: cynic::Id, version: i32, input: WebhookChanges) -> Question<UpdateWebhook> {
    api::question(UpdateWebhook::build(UpdateVariables { id, version, input }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct RenewWebhookSecret {
    #[arguments(id: $id)]
    pub(crate) renew_webhook_secret: Secret,
}

/// Gives a webhook a new secret.
pub(crate) fn renew(id: cynic::Id) -> Question<RenewWebhookSecret> {
    api::question(RenewWebhookSecret::build(IdVariables { id }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct PauseWebhook {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) pause_webhook: Changed,
}

/// Tells a webhook nothing any more.
pub(crate) fn pause(id: cynic::Id) -> Question<PauseWebhook> {
    api::question(PauseWebhook::build(IdVariables { id }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct ResumeWebhook {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) resume_webhook: Changed,
}

/// Tells a webhook again.
pub(crate) fn resume(id: cynic::Id) -> Question<ResumeWebhook> {
    api::question(ResumeWebhook::build(IdVariables { id }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct DeleteWebhook {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) delete_webhook: Changed,
}

/// Deletes a webhook.
pub(crate) fn delete(id: cynic::Id) -> Question<DeleteWebhook> {
    api::question(DeleteWebhook::build(IdVariables { id }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct TestWebhook {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) test_webhook: Queued,
}

/// Tells a webhook something that has not happened.
pub(crate) fn test(id: cynic::Id) -> Question<TestWebhook> {
    api::question(TestWebhook::build(IdVariables { id }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct RetryWebhookDelivery {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) retry_webhook_delivery: Queued,
}

/// Tries once more what was given up.
pub(crate) fn retry(id: cynic::Id) -> Question<RetryWebhookDelivery> {
    api::question(RetryWebhookDelivery::build(IdVariables { id }))
}
