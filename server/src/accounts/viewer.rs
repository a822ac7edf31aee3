//! Who asks, and what they may do. Roles are declared on the fields (`graphql::context`), ownership is checked in the
//! functions of the features, and both ask here.

use std::sync::Arc;

use shared::{AccountId, AdminUnitId, MemberRole, OrganisationId, SessionId, StaffRole};

use crate::{
    entities::organisation,
    error::{Error, Result},
};

/// Who asks.
#[derive(Clone, Debug)]
pub enum Viewer {
    /// Nobody is signed in.
    Guest,
    /// Somebody is.
    SignedIn(Arc<SignedIn>),
}

/// Somebody who is signed in, as the database had it when the request came.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The account.
    pub account_id: AccountId,
    /// The session that the request came with.
    pub session_id: SessionId,
    /// What the account may do for the city.
    pub staff: Option<Staff>,
    /// The organisations it acts for.
    pub memberships: Vec<ActsFor>,
}

/// An organisation that somebody acts for.
#[derive(Clone, Copy, Debug)]
pub struct ActsFor {
    /// Which.
    pub organisation_id: OrganisationId,
    /// As what.
    pub role: MemberRole,
    /// Whether staff have verified it.
    pub is_verified: bool,
    /// Whether it makes OCOP products.
    pub is_producer: bool,
}

/// What somebody may do for the city.
#[derive(Clone, Debug)]
pub enum Staff {
    /// An officer of these units.
    OfUnits(Vec<AdminUnitId>),
    /// The department.
    City,
    /// Everything.
    Administrator,
}

impl Staff {
    /// The role with the units it is limited to.
    pub(crate) fn new(role: StaffRole, units: Vec<AdminUnitId>) -> Self {
        match role {
            StaffRole::UnitStaff => Self::OfUnits(units),
            StaffRole::CityStaff => Self::City,
            StaffRole::Administrator => Self::Administrator,
        }
    }

    /// Whether a thing in this ward or province is theirs to look after.
    fn is_for(&self, ward: Option<&AdminUnitId>, province: Option<&AdminUnitId>) -> bool {
        match self {
            Self::City | Self::Administrator => true,
            Self::OfUnits(units) => {
                units.iter().any(|unit| ward.is_some_and(|ward| ward == unit) || province == Some(unit))
            }
        }
    }
}

impl Viewer {
    /// Whoever is signed in.
    pub fn signed_in(&self) -> Result<&SignedIn> {
        match self {
            Self::Guest => Err(Error::Unauthenticated),
            Self::SignedIn(somebody) => Ok(somebody),
        }
    }
}

impl SignedIn {
    /// Who did something, as the log of changes writes it.
    pub fn actor(&self) -> String {
        self.account_id.to_string()
    }

    /// Their role in an organisation, if they have one.
    pub fn role_in(&self, organisation: OrganisationId) -> Option<MemberRole> {
        self.memberships.iter().find(|own| own.organisation_id == organisation).map(|own| own.role)
    }

    /// The organisations they act for.
    pub fn organisations(&self) -> impl Iterator<Item = OrganisationId> {
        self.memberships.iter().map(|own| own.organisation_id)
    }

    /// Whether they act for an organisation that staff have verified: people who trade.
    pub fn trades(&self) -> bool {
        self.memberships.iter().any(|own| own.is_verified)
    }

    /// Whether they are staff of the whole city.
    pub fn looks_after_the_city(&self) -> bool {
        matches!(self.staff, Some(Staff::City | Staff::Administrator))
    }

    /// Whether they act for a producer that staff have verified.
    pub fn is_verified_producer(&self) -> bool {
        self.memberships.iter().any(|own| own.is_verified && own.is_producer)
    }

    /// Fails unless they act for the organisation.
    pub fn require_member(&self, organisation: OrganisationId) -> Result<()> {
        self.role_in(organisation).map(drop).ok_or(Error::Forbidden)
    }

    /// Fails unless they decide for the organisation.
    pub fn require_owner(&self, organisation: OrganisationId) -> Result<()> {
        match self.role_in(organisation) {
            Some(MemberRole::Owner) => Ok(()),
            Some(MemberRole::Member) | None => Err(Error::Forbidden),
        }
    }

    /// Whether they look after the organisation for the city.
    pub fn is_staff_for(&self, organisation: &organisation::Model) -> bool {
        self.require_staff_of(organisation.ward_id.as_ref(), organisation.province_id.as_ref()).is_ok()
    }

    /// Fails unless they look after what is in this ward or province.
    pub fn require_staff_of(&self, ward: Option<&AdminUnitId>, province: Option<&AdminUnitId>) -> Result<()> {
        let is_theirs = self.staff.as_ref().is_some_and(|staff| staff.is_for(ward, province));
        if is_theirs { Ok(()) } else { Err(Error::Forbidden) }
    }

    /// Fails unless they look after the organisation for the city.
    pub fn require_staff_for(&self, organisation: &organisation::Model) -> Result<()> {
        if self.is_staff_for(organisation) { Ok(()) } else { Err(Error::Forbidden) }
    }

    /// The units to which their work for the city is limited: nothing inside for the whole city, nothing at all for
    /// people who are no staff.
    pub fn units_of_staff(&self) -> Option<Option<&[AdminUnitId]>> {
        match self.staff.as_ref()? {
            Staff::OfUnits(units) => Some(Some(units)),
            Staff::City | Staff::Administrator => Some(None),
        }
    }

    /// Whether they may do everything.
    pub fn is_administrator(&self) -> bool {
        matches!(self.staff, Some(Staff::Administrator))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_officer_looks_after_the_own_units_and_no_others() {
        let unit = |key: &str| AdminUnitId(key.to_owned());
        let (ba_dinh, hanoi) = (unit("current.ward.00004"), unit("current.province.01"));
        let of_ward = Staff::OfUnits(vec![ba_dinh.clone()]);

        assert!(of_ward.is_for(Some(&ba_dinh), Some(&hanoi)));
        assert!(!of_ward.is_for(Some(&unit("current.ward.00008")), Some(&hanoi)));
        assert!(!of_ward.is_for(None, None));
        assert!(!Staff::OfUnits(Vec::new()).is_for(Some(&ba_dinh), Some(&hanoi)));
        assert!(Staff::OfUnits(vec![hanoi.clone()]).is_for(Some(&ba_dinh), Some(&hanoi)));
        assert!(Staff::City.is_for(None, None));
    }
}
