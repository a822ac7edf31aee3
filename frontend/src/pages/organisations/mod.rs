//! Organisations for their members: registering or claiming one, keeping it right, deciding who works on it.

mod asked;
mod changes;
mod claim;
mod consent;
mod edit;
mod edited;
mod fields;
mod members;
mod mine;
mod organisation;
mod points;
mod query;
mod register;
mod verification;
mod ward;

pub(crate) use self::mine::OrganisationsPage;
pub(crate) use self::organisation::OrganisationPage;
pub(crate) use self::query::{CodedUnit, Contact, Provinces, provinces, wards};
pub(crate) use self::register::RegisterPage;
