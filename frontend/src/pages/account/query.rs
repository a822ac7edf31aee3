//! What the pages of accounts ask for, and what they change.

use chrono::{DateTime, Utc};
use cynic::{MutationBuilder, QueryBuilder};

use crate::api::{self, MailChoice, MemberRole, Question, schema};
use crate::who::Person;

/// An account as its owner sees it.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Viewer {
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) phone: Option<String>,
    pub(crate) mail_choice: MailChoice,
    pub(crate) memberships: Vec<Membership>,
    pub(crate) sessions: Vec<Session>,
    pub(crate) version: i32,
}

#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Membership {
    pub(crate) organisation: OrganisationName,
    pub(crate) role: MemberRole,
}

#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct OrganisationName {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Session {
    pub(crate) id: cynic::Id,
    pub(crate) device: String,
    pub(crate) signed_in_at: DateTime<Utc>,
    pub(crate) last_used_at: DateTime<Utc>,
    pub(crate) current: bool,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query")]
pub(crate) struct OwnAccount {
    pub(crate) viewer: Option<Viewer>,
}

/// The question for one's own account.
pub(crate) fn own_account() -> Question<OwnAccount> {
    api::question(OwnAccount::build(()))
}

/// Who is signed in after it.
#[derive(cynic::QueryFragment)]
pub(crate) struct SignedIn {
    pub(crate) viewer: Person,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct MailSent {
    #[expect(dead_code, reason = "it is always true; a mutation must ask for something")]
    pub(crate) sent: bool,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct Credentials {
    email: String,
    password: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "Credentials")]
pub(crate) struct SignIn {
    #[arguments(email: $email, password: $password)]
    pub(crate) sign_in: SignedIn,
}

/// Signs in.
pub(crate) fn sign_in(email: String, password: String) -> Question<SignIn> {
    api::question(SignIn::build(Credentials { email, password }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation")]
pub(crate) struct SignOut {
    #[expect(dead_code, reason = "it is always true; a mutation must ask for something")]
    pub(crate) sign_out: bool,
}

/// Signs out.
pub(crate) fn sign_out() -> Question<SignOut> {
    api::question(SignOut::build(()))
}

#[derive(cynic::InputObject)]
pub(crate) struct NewAccount {
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) password: String,
    pub(crate) phone: Option<String>,
    pub(crate) terms_version: String,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct NewAccountVariables {
    input: NewAccount,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "NewAccountVariables")]
pub(crate) struct SignUp {
    #[arguments(input: $input)]
    #[expect(dead_code, reason = "the answer says nothing, so that nobody learns who has an account")]
    pub(crate) sign_up: MailSent,
}

/// Asks for an account.
pub(crate) fn sign_up(input: NewAccount) -> Question<SignUp> {
    api::question(SignUp::build(NewAccountVariables { input }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ConfirmVariables {
    token: String,
    password: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "ConfirmVariables")]
pub(crate) struct ConfirmEmail {
    #[arguments(token: $token, password: $password)]
    pub(crate) confirm_email: SignedIn,
}

/// Confirms the address to which a token was sent, with the password that was chosen when signing up.
pub(crate) fn confirm_email(token: String, password: String) -> Question<ConfirmEmail> {
    api::question(ConfirmEmail::build(ConfirmVariables { token, password }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct EmailVariables {
    email: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "EmailVariables")]
pub(crate) struct RequestPasswordReset {
    #[arguments(email: $email)]
    #[expect(dead_code, reason = "the answer says nothing, so that nobody learns who has an account")]
    pub(crate) request_password_reset: MailSent,
}

/// Asks for a mail with which a password can be set.
pub(crate) fn request_password_reset(email: String) -> Question<RequestPasswordReset> {
    api::question(RequestPasswordReset::build(EmailVariables { email }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ResetVariables {
    token: String,
    password: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "ResetVariables")]
pub(crate) struct ResetPassword {
    #[arguments(token: $token, password: $password)]
    pub(crate) reset_password: SignedIn,
}

/// Sets a password by a token.
pub(crate) fn reset_password(token: String, password: String) -> Question<ResetPassword> {
    api::question(ResetPassword::build(ResetVariables { token, password }))
}

/// What a change of one's own account gives back.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Viewer")]
pub(crate) struct Name {
    pub(crate) name: String,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct PasswordVariables {
    current: String,
    password: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "PasswordVariables")]
pub(crate) struct ChangePassword {
    #[arguments(current: $current, password: $password)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) change_password: Name,
}

/// Sets another password.
pub(crate) fn change_password(current: String, password: String) -> Question<ChangePassword> {
    api::question(ChangePassword::build(PasswordVariables { current, password }))
}

#[derive(cynic::InputObject)]
pub(crate) struct AccountChanges {
    pub(crate) name: Option<String>,
    pub(crate) phone: Option<String>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct AccountVariables {
    version: i32,
    changes: AccountChanges,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "AccountVariables")]
pub(crate) struct UpdateAccount {
    #[arguments(version: $version, changes: $changes)]
    pub(crate) update_account: Name,
}

/// Changes name and telephone.
pub(crate) fn update_account(version: i32, changes: AccountChanges) -> Question<UpdateAccount> {
    api::question(UpdateAccount::build(AccountVariables { version, changes }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct MailVariables {
    choice: MailChoice,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "MailVariables")]
pub(crate) struct ChangeMailChoice {
    #[arguments(choice: $choice)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) change_mail_choice: Name,
}

/// Chooses how to be told by mail.
pub(crate) fn change_mail_choice(choice: MailChoice) -> Question<ChangeMailChoice> {
    api::question(ChangeMailChoice::build(MailVariables { choice }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct SessionVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "SessionVariables")]
pub(crate) struct RevokeSession {
    #[arguments(id: $id)]
    #[expect(dead_code, reason = "the page asks for it anew")]
    pub(crate) revoke_session: Name,
}

/// Ends one session.
pub(crate) fn revoke_session(id: cynic::Id) -> Question<RevokeSession> {
    api::question(RevokeSession::build(SessionVariables { id }))
}

/// What an invitation offers.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct InvitationOffer {
    pub(crate) organisation_name: String,
    pub(crate) role: MemberRole,
    pub(crate) email: String,
    pub(crate) expires_at: DateTime<Utc>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct TokenVariables {
    token: String,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "TokenVariables")]
pub(crate) struct InvitationByToken {
    #[arguments(token: $token)]
    pub(crate) invitation: Option<InvitationOffer>,
}

/// The question for what an invitation offers.
pub(crate) fn invitation(token: String) -> Question<InvitationByToken> {
    api::question(InvitationByToken::build(TokenVariables { token }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Mutation", variables = "TokenVariables")]
pub(crate) struct AcceptInvitation {
    #[arguments(token: $token)]
    pub(crate) accept_invitation: Membership,
}

/// Joins an organisation.
pub(crate) fn accept_invitation(token: String) -> Question<AcceptInvitation> {
    api::question(AcceptInvitation::build(TokenVariables { token }))
}
