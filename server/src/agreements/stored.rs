//! What an agreement keeps in single columns.

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use shared::OrganisationId;

use crate::{accounts::SignedIn, organisations::masked_tax_code};

/// A side as it stands in the document. Name, address and telephone of a household are personal, as is who represents a
/// side (DOMAIN §14): only the two sides and their staff read them, and the log never holds them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(default)]
pub struct PartyDetails {
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: Option<String>,
    /// Its tax code; the twelve digits of a household are a personal number.
    pub tax_code: Option<String>,
    /// Its telephone.
    pub phone: Option<String>,
    /// Its bank account: number and bank.
    pub bank_account: Option<String>,
    /// Who signs for it.
    pub representative: Option<String>,
    /// As what.
    pub position: Option<String>,
}

impl PartyDetails {
    /// As somebody may read it of an organisation: the personal number of a household is for its own people.
    pub(crate) fn shown_to(self, somebody: Option<&SignedIn>, side: Option<OrganisationId>) -> Self {
        let own = somebody.zip(side).and_then(|(somebody, side)| somebody.role_in(side));
        match own {
            Some(_) => self,
            None => Self { tax_code: self.tax_code.as_deref().map(masked_tax_code), ..self },
        }
    }
}
