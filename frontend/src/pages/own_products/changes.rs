//! What the pages of own products change. What is shown is asked for anew afterwards, so the answers are short.

use cynic::MutationBuilder;
use serde_json::{Map, json};
use shared::{PartialDate, Quantity};

use crate::api::{self, FactKind, Question, edited, schema};

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "OwnProduct")]
pub(crate) struct Changed {
    pub(crate) id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Certificate")]
pub(crate) struct ChangedPaper {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) id: cynic::Id,
}

edited! {
    /// Changes of a product.
    Edited(ProductChanges)
}

#[derive(cynic::InputObject)]
pub(crate) struct NewProduct {
    pub(crate) organisation: cynic::Id,
    pub(crate) name: String,
    pub(crate) group: String,
    pub(crate) details: Option<Edited>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct NewVariables {
    input: NewProduct,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "NewVariables")]
pub(crate) struct CreateProduct {
    #[arguments(input: $input)]
    pub(crate) create_product: Changed,
}

/// Enters a product.
pub(crate) fn create(input: NewProduct) -> Question<CreateProduct> {
    api::question(CreateProduct::build(NewVariables { input }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct UpdateVariables {
    id: cynic::Id,
    version: i32,
    changes: Edited,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "UpdateVariables")]
pub(crate) struct UpdateProduct {
    #[arguments(id: $id, version: $version, changes: $changes)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) update_product: Changed,
}

/// Changes a product that was read in a version.
pub(crate) fn update(id: cynic::Id, version: i32, changes: Edited) -> Question<UpdateProduct> {
    api::question(UpdateProduct::build(UpdateVariables { id, version, changes }))
}

/// Gives a product these photos in this order.
pub(crate) fn put_photos(id: cynic::Id, version: i32, photos: &[String]) -> Question<UpdateProduct> {
    update(id, version, Edited(Map::from_iter([("photos".to_owned(), json!(photos))])))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct PublishProduct {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) publish_product: Changed,
}

/// Shows a product to everybody.
pub(crate) fn publish(id: cynic::Id) -> Question<PublishProduct> {
    api::question(PublishProduct::build(IdVariables { id }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct HideProduct {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) hide_product: Changed,
}

/// Hides it from all but its people and staff.
pub(crate) fn hide(id: cynic::Id) -> Question<HideProduct> {
    api::question(HideProduct::build(IdVariables { id }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct FactVariables {
    id: cynic::Id,
    kinds: Option<Vec<FactKind>>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "FactVariables")]
pub(crate) struct ConfirmFacts {
    #[arguments(id: $id, kinds: $kinds)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) confirm_facts: Changed,
}

/// Says that one fact is still true, or all that are known.
pub(crate) fn confirm(id: cynic::Id, kind: Option<FactKind>) -> Question<ConfirmFacts> {
    api::question(ConfirmFacts::build(FactVariables { id, kinds: kind.map(|kind| vec![kind]) }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct AnswerVariables {
    product: cynic::Id,
    requirement: String,
    yes: Option<bool>,
    number: Option<Quantity>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "AnswerVariables")]
pub(crate) struct AnswerRequirement {
    #[arguments(product: $product, requirement: $requirement, yes: $yes, number: $number)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) answer_requirement: Changed,
}

/// Answers what buyers ask; with neither it is unknown again.
pub(crate) fn answer(
    product: cynic::Id,
    requirement: String,
    yes: Option<bool>,
    number: Option<Quantity>,
) -> Question<AnswerRequirement> {
    api::question(AnswerRequirement::build(AnswerVariables { product, requirement, yes, number }))
}

#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct CertificateInput {
    pub(crate) kind: String,
    pub(crate) number: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) issued_on: Option<PartialDate>,
    pub(crate) valid_until: Option<chrono::NaiveDate>,
    pub(crate) file: Option<cynic::Id>,
}

#[derive(cynic::InputObject)]
pub(crate) struct NewCertificate {
    pub(crate) product: Option<cynic::Id>,
    pub(crate) organisation: Option<cynic::Id>,
    pub(crate) certificate: CertificateInput,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct NewPaperVariables {
    input: NewCertificate,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "NewPaperVariables")]
pub(crate) struct AddCertificate {
    #[arguments(input: $input)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) add_certificate: ChangedPaper,
}

/// Enters a paper.
pub(crate) fn add_paper(input: NewCertificate) -> Question<AddCertificate> {
    api::question(AddCertificate::build(NewPaperVariables { input }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct PaperVariables {
    id: cynic::Id,
    version: i32,
    input: CertificateInput,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "PaperVariables")]
pub(crate) struct UpdateCertificate {
    #[arguments(id: $id, version: $version, input: $input)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) update_certificate: ChangedPaper,
}

/// Replaces what a paper says.
pub(crate) fn update_paper(
    id: cynic::Id,
    version: i32,
    input: CertificateInput,
) -> Question<UpdateCertificate> {
    api::question(UpdateCertificate::build(PaperVariables { id, version, input }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct RemoveCertificate {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) remove_certificate: Option<Changed>,
}

/// Takes a paper away.
pub(crate) fn remove_paper(id: cynic::Id) -> Question<RemoveCertificate> {
    api::question(RemoveCertificate::build(IdVariables { id }))
}

#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct StarDecisionInput {
    pub(crate) stars: Option<i32>,
    pub(crate) potential_five_star: bool,
    pub(crate) score: Option<f64>,
    pub(crate) number: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) signed_on: Option<PartialDate>,
    pub(crate) file: Option<cynic::Id>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct NewRatingVariables {
    product: cynic::Id,
    input: StarDecisionInput,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "NewRatingVariables")]
pub(crate) struct AddStarDecision {
    #[arguments(product: $product, input: $input)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) add_star_decision: Changed,
}

/// Enters a star decision.
pub(crate) fn add_rating(product: cynic::Id, input: StarDecisionInput) -> Question<AddStarDecision> {
    api::question(AddStarDecision::build(NewRatingVariables { product, input }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct RemoveStarDecision {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) remove_star_decision: Changed,
}

/// Takes a star decision away.
pub(crate) fn remove_rating(id: cynic::Id) -> Question<RemoveStarDecision> {
    api::question(RemoveStarDecision::build(IdVariables { id }))
}
