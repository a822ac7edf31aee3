//! What the pages of organisations change. What is shown is asked for anew afterwards, so the answers are short.

use cynic::MutationBuilder;

use super::edited::Edited;
use crate::api::{self, ConsentPurpose, LegalForm, MemberRole, Question, schema};

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct Changed {
    pub(crate) id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Verification")]
pub(crate) struct Asked {
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) id: cynic::Id,
}

#[derive(cynic::InputObject, Clone, Debug, Default, PartialEq)]
pub(crate) struct ContactInput {
    pub(crate) name: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) website: Option<String>,
}

#[derive(cynic::InputObject)]
pub(crate) struct NewOrganisation {
    pub(crate) name: String,
    pub(crate) legal_form: LegalForm,
    pub(crate) is_producer: bool,
    pub(crate) is_retailer: bool,
    pub(crate) tax_code: Option<String>,
    pub(crate) address: String,
    pub(crate) ward: String,
    pub(crate) lat: Option<f64>,
    pub(crate) lon: Option<f64>,
    pub(crate) contact: ContactInput,
    pub(crate) public_contact: Option<ContactInput>,
    pub(crate) message: Option<String>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct NewVariables {
    input: NewOrganisation,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "NewVariables")]
pub(crate) struct RegisterOrganisation {
    #[arguments(input: $input)]
    pub(crate) register_organisation: Changed,
}

/// Registers an organisation.
pub(crate) fn register(input: NewOrganisation) -> Question<RegisterOrganisation> {
    api::question(RegisterOrganisation::build(NewVariables { input }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct UpdateVariables {
    id: cynic::Id,
    version: i32,
    changes: Edited,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "UpdateVariables")]
pub(crate) struct UpdateOrganisation {
    #[arguments(id: $id, version: $version, changes: $changes)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) update_organisation: Changed,
}

/// Changes what was changed in the form.
pub(crate) fn update(id: cynic::Id, version: i32, changes: Edited) -> Question<UpdateOrganisation> {
    api::question(UpdateOrganisation::build(UpdateVariables { id, version, changes }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct MessageVariables {
    id: cynic::Id,
    message: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "MessageVariables")]
pub(crate) struct RequestVerification {
    #[arguments(id: $id, message: $message)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) request_verification: Changed,
}

/// Asks staff to look at it, once more.
pub(crate) fn request_verification(id: cynic::Id, message: Option<String>) -> Question<RequestVerification> {
    api::question(RequestVerification::build(MessageVariables { id, message }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ClaimVariables {
    id: cynic::Id,
    message: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "ClaimVariables")]
pub(crate) struct ClaimOrganisation {
    #[arguments(id: $id, message: $message)]
    #[expect(dead_code, reason = "a mutation must ask for something")]
    pub(crate) claim_organisation: Asked,
}

/// Says that an organisation of the public data is one's own.
pub(crate) fn claim(id: String, message: String) -> Question<ClaimOrganisation> {
    api::question(ClaimOrganisation::build(ClaimVariables { id: cynic::Id::new(id), message }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct IdVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct WithdrawVerification {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) withdraw_verification: Asked,
}

/// Takes back a request to staff.
pub(crate) fn withdraw_verification(id: cynic::Id) -> Question<WithdrawVerification> {
    api::question(WithdrawVerification::build(IdVariables { id }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct InviteVariables {
    organisation: cynic::Id,
    email: String,
    role: MemberRole,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "InviteVariables")]
pub(crate) struct InviteMember {
    #[arguments(organisation: $organisation, email: $email, role: $role)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) invite_member: Changed,
}

/// Invites somebody by mail.
pub(crate) fn invite(organisation: cynic::Id, email: String, role: MemberRole) -> Question<InviteMember> {
    api::question(InviteMember::build(InviteVariables { organisation, email, role }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub(crate) struct RevokeInvitation {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) revoke_invitation: Changed,
}

/// Takes back an invitation.
pub(crate) fn revoke_invitation(id: cynic::Id) -> Question<RevokeInvitation> {
    api::question(RevokeInvitation::build(IdVariables { id }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct MemberVariables {
    organisation: cynic::Id,
    account: cynic::Id,
    role: Option<MemberRole>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "MemberVariables")]
pub(crate) struct ChangeMember {
    #[arguments(organisation: $organisation, account: $account, role: $role)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) change_member: Changed,
}

/// Gives a member another role, or none: then they leave.
pub(crate) fn change_member(
    organisation: cynic::Id,
    account: cynic::Id,
    role: Option<MemberRole>,
) -> Question<ChangeMember> {
    api::question(ChangeMember::build(MemberVariables { organisation, account, role }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ConsentVariables {
    organisation: cynic::Id,
    purpose: ConsentPurpose,
    text_version: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "ConsentVariables")]
pub(crate) struct GiveConsent {
    #[arguments(organisation: $organisation, purpose: $purpose, textVersion: $text_version)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) give_consent: Changed,
}

/// Agrees that the public contact is shown.
pub(crate) fn give_consent(organisation: cynic::Id) -> Question<GiveConsent> {
    api::question(GiveConsent::build(ConsentVariables {
        organisation,
        purpose: ConsentPurpose::PublicContact,
        text_version: shared::PUBLIC_CONTACT_TERMS.to_owned(),
    }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct PurposeVariables {
    organisation: cynic::Id,
    purpose: ConsentPurpose,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "PurposeVariables")]
pub(crate) struct WithdrawConsent {
    #[arguments(organisation: $organisation, purpose: $purpose)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) withdraw_consent: Changed,
}

/// No longer agrees to it.
pub(crate) fn withdraw_consent(organisation: cynic::Id) -> Question<WithdrawConsent> {
    let purpose = ConsentPurpose::PublicContact;
    api::question(WithdrawConsent::build(PurposeVariables { organisation, purpose }))
}
