//! What people fill in about an organisation, and checking it.

use async_graphql::{InputObject, MaybeUndefined};
use shared::{LegalForm, Problem, TaxCode, limits};

use crate::{entities::organisation_details, forms::Form};

/// How to reach an organisation; all of it may be left out.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ContactInput {
    /// The person to ask for.
    pub name: Option<String>,
    /// A telephone number of Vietnam.
    pub phone: Option<String>,
    /// A mail address.
    pub email: Option<String>,
    /// A web address; `https://` may be left out.
    pub website: Option<String>,
}

/// A new organisation.
#[derive(Clone, Debug, InputObject)]
pub struct NewOrganisation {
    /// Its whole name, at most 200 characters.
    pub name: String,
    /// What it is in law.
    pub legal_form: LegalForm,
    /// Whether it makes OCOP goods.
    pub is_producer: bool,
    /// Whether it sells or buys goods.
    pub is_retailer: bool,
    /// 10 digits, 10 and 3 for a dependent unit; for a household or farm also 12, which are personal and never public.
    pub tax_code: Option<String>,
    /// House, street, village.
    pub address: String,
    /// Code of the ward or commune of today.
    pub ward: String,
    /// Degrees north of its door, WGS 84; with `lon` or not at all.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// For staff and partners.
    pub contact: ContactInput,
    /// For everybody; shown only once the organisation has agreed to that.
    pub public_contact: Option<ContactInput>,
    /// What staff should know when they verify it.
    pub message: Option<String>,
}

/// What to change; what is left out stays as it is.
#[derive(Clone, Debug, Default, InputObject)]
pub struct OrganisationChanges {
    /// Its whole name. A verified organisation is verified again when name, legal form or tax code change.
    pub name: Option<String>,
    /// What it is in law.
    pub legal_form: Option<LegalForm>,
    /// Whether it makes OCOP goods.
    pub is_producer: Option<bool>,
    /// Whether it sells or buys goods.
    pub is_retailer: Option<bool>,
    /// See `NewOrganisation`; null takes it away.
    pub tax_code: MaybeUndefined<String>,
    /// House, street, village.
    pub address: Option<String>,
    /// Code of the ward or commune of today.
    pub ward: Option<String>,
    /// Degrees north of its door, WGS 84; with `lon` or not at all. Null takes the door away: then it is the ward's point.
    pub lat: MaybeUndefined<f64>,
    /// Degrees east.
    pub lon: MaybeUndefined<f64>,
    /// For staff and partners; replaces all of it.
    pub contact: Option<ContactInput>,
    /// For everybody; replaces all of it, null takes it away.
    pub public_contact: MaybeUndefined<ContactInput>,
}

/// A contact that was checked.
#[derive(Clone, Debug, Default)]
pub(super) struct CheckedContact {
    name: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    website: Option<String>,
}

impl ContactInput {
    pub(super) fn check(&self, form: &mut Form, field: &str) -> CheckedContact {
        let name = form.optional_line(&format!("{field}.name"), self.name.as_deref(), limits::NAME_CHARS);
        let phone = form.optional_phone(&format!("{field}.phone"), self.phone.as_deref());
        let email = form.optional_email(&format!("{field}.email"), self.email.as_deref());
        let website = form.optional_website(&format!("{field}.website"), self.website.as_deref());
        CheckedContact { name, phone: phone.map(String::from), email: email.map(String::from), website }
    }
}

impl CheckedContact {
    pub(super) fn into_contact(self, details: &mut organisation_details::Model) {
        details.contact_name = self.name;
        details.contact_phone = self.phone;
        details.contact_email = self.email;
        details.contact_website = self.website;
    }

    pub(super) fn into_public(self, details: &mut organisation_details::Model) {
        details.public_name = self.name;
        details.public_phone = self.phone;
        details.public_email = self.email;
        details.public_website = self.website;
    }

    /// Whether nobody could be reached with it.
    pub(super) fn is_unreachable(&self) -> bool {
        self.phone.is_none() && self.email.is_none()
    }
}

/// A tax code by the rules of a legal form; empty is none.
pub(super) fn tax_code(
    form: &mut Form,
    field: &str,
    text: &str,
    legal_form: Option<LegalForm>,
) -> Option<String> {
    if text.trim().is_empty() {
        return None;
    }
    form.read(field, TaxCode::parse_for(text, legal_form)).map(String::from)
}

/// An organisation that neither makes nor sells has no place here.
pub(super) fn check_sides(form: &mut Form, field: &str, is_producer: bool, is_retailer: bool) {
    if !is_producer && !is_retailer {
        form.wrong(field, Problem::Missing);
    }
}
