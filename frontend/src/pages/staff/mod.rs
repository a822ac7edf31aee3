//! Staff: what waits for them, the queue of verifications, requests about personal data; accounts for administrators.

mod account_row;
mod accounts;
mod beginning;
mod choice;
mod data_query;
mod data_request;
mod data_requests;
mod decide;
mod query;
mod request;
mod role;
mod units;
mod verifications;

pub(crate) use self::accounts::AccountsPage;
pub(crate) use self::beginning::StaffPage;
pub(crate) use self::data_requests::DataRequestsPage;
pub(crate) use self::verifications::VerificationsPage;
