//! Which requests are listed, in the address and back.

use crate::address::Query;
use crate::api::{DataRequestStatus, VerificationStatus};

/// The name, in addresses, of the state.
const STATE: &str = "trang-thai";

/// A list of requests that shows one state at a time.
pub(super) struct Listed<S: 'static> {
    /// The path of the list.
    path: &'static str,
    /// States by their names in addresses; the first is the one of an address that names none.
    pub(super) states: &'static [(&'static str, S)],
}

/// Requests to verify organisations.
pub(super) const VERIFICATIONS: Listed<VerificationStatus> = Listed {
    path: "/can-bo/xac-minh",
    states: &[
        ("cho", VerificationStatus::Waiting),
        ("da-xac-minh", VerificationStatus::Approved),
        ("tu-choi", VerificationStatus::Rejected),
        ("da-rut", VerificationStatus::Withdrawn),
    ],
};

/// Requests about personal data.
pub(super) const DATA: Listed<DataRequestStatus> = Listed {
    path: "/quan-tri/du-lieu",
    states: &[
        ("cho", DataRequestStatus::Waiting),
        ("da-lam", DataRequestStatus::Done),
        ("tu-choi", DataRequestStatus::Refused),
        ("da-rut", DataRequestStatus::Withdrawn),
    ],
};

impl<S: Copy + PartialEq> Listed<S> {
    /// Reads the address. What it does not know it ignores.
    pub(super) fn read(&self, address: &Query) -> S {
        let named = self.states.iter().find(|(name, _)| *name == address.one(STATE));
        named.map_or(self.states[0].1, |(_, state)| *state)
    }

    /// The address of the requests in a state.
    pub(super) fn address(&self, state: S) -> String {
        match self.states.iter().skip(1).find(|(_, known)| *known == state) {
            Some((name, _)) => format!("{}?{STATE}={name}", self.path),
            None => self.path.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_state_has_an_address<S: Copy + PartialEq + std::fmt::Debug>(listed: &Listed<S>) {
        for (_, state) in listed.states {
            let address = listed.address(*state);
            assert_eq!(listed.read(&Query::read(address.trim_start_matches(listed.path))), *state);
        }
    }

    #[test]
    fn every_state_has_an_address_and_nonsense_is_what_waits() {
        every_state_has_an_address(&VERIFICATIONS);
        every_state_has_an_address(&DATA);
        assert_eq!(VERIFICATIONS.read(&Query::read("trang-thai=x")), VerificationStatus::Waiting);
    }
}
