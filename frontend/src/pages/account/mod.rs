//! Accounts: signing in and up, what comes with mails, and one's own account.

mod invitation;
mod mail_choice;
mod mails;
mod own;
mod password;
mod profile;
mod query;
mod sessions;
mod sign_in;
mod sign_up;

pub(crate) use self::invitation::InvitationPage;
pub(crate) use self::mails::{ConfirmPage, ForgottenPage, ResetPage};
pub(crate) use self::own::AccountPage;
pub(crate) use self::sign_in::SignInPage;
pub(crate) use self::sign_up::SignUpPage;
