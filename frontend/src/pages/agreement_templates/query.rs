//! What the page of numbers and texts asks for, and what it changes.

use cynic::{MutationBuilder, QueryBuilder};

use crate::api::{self, AgreementKind, Question, schema};
use crate::pages::agreement_print::AgreementTemplate;

/// How numbers are made.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "AgreementNumbering")]
pub(super) struct Numbering {
    pub(super) pattern: String,
    pub(super) kinds: Vec<Sign>,
}

/// What stands for a kind in its number.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "AgreementNumberKind")]
pub(super) struct Sign {
    pub(super) kind: AgreementKind,
    pub(super) sign: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(super) struct Templates {
    pub(super) agreement_numbering: Numbering,
    pub(super) agreement_templates: Vec<AgreementTemplate>,
}

/// The question for both.
pub(super) fn templates() -> Question<Templates> {
    api::question(Templates::build(()))
}

#[derive(cynic::InputObject)]
pub(super) struct AgreementNumberKindInput {
    pub(super) kind: AgreementKind,
    pub(super) sign: String,
}

#[derive(cynic::QueryVariables)]
pub(super) struct NumberingVariables {
    pattern: String,
    kinds: Vec<AgreementNumberKindInput>,
}

/// How numbers are made, after a change; the page asks for it anew.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "AgreementNumbering")]
pub(super) struct ChangedNumbering {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(super) pattern: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "NumberingVariables")]
pub(super) struct SetAgreementNumbering {
    #[arguments(pattern: $pattern, kinds: $kinds)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(super) set_agreement_numbering: ChangedNumbering,
}

/// Sets how numbers are made.
pub(super) fn set_numbering(
    pattern: String,
    kinds: Vec<AgreementNumberKindInput>,
) -> Question<SetAgreementNumbering> {
    api::question(SetAgreementNumbering::build(NumberingVariables { pattern, kinds }))
}

#[derive(cynic::InputObject)]
pub(super) struct AgreementTemplateTextInput {
    pub(super) title: String,
    pub(super) legal_bases: String,
    pub(super) closing: String,
}

#[derive(cynic::QueryVariables)]
pub(super) struct TemplateVariables {
    kind: AgreementKind,
    vi: Option<AgreementTemplateTextInput>,
    en: Option<AgreementTemplateTextInput>,
}

/// The texts of a kind, after a change; the page asks for them anew.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "AgreementTemplate")]
pub(super) struct ChangedTemplate {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(super) is_changed: bool,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "TemplateVariables")]
pub(super) struct SetAgreementTemplate {
    #[arguments(kind: $kind, vi: $vi, en: $en)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(super) set_agreement_template: ChangedTemplate,
}

/// Sets the texts of a kind; without one the text that came with the program holds.
pub(super) fn set_template(
    kind: AgreementKind,
    vi: Option<AgreementTemplateTextInput>,
    en: Option<AgreementTemplateTextInput>,
) -> Question<SetAgreementTemplate> {
    api::question(SetAgreementTemplate::build(TemplateVariables { kind, vi, en }))
}
