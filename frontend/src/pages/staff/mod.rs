//! Staff: what waits for them, the queues of verifications and of papers, requests about personal data; accounts for
//! administrators.

mod account_row;
mod accounts;
mod beginning;
mod choice;
mod data_query;
mod data_request;
mod data_requests;
mod decide;
mod paper_entry;
mod papers;
mod papers_query;
mod query;
mod request;
mod role;
mod units;
mod verifications;

pub(crate) use self::accounts::AccountsPage;
pub(crate) use self::beginning::StaffPage;
pub(crate) use self::data_requests::{DataRequestsPage, is_of_city};
pub(crate) use self::papers::PapersPage;
pub(crate) use self::verifications::VerificationsPage;
