//! Which requests are listed, in the address and back.

use crate::address::Query;
use crate::api::VerificationStatus;

/// States by their names in addresses; the first is the one of an address that names none.
pub(super) const STATUSES: [(&str, VerificationStatus); 4] = [
    ("cho", VerificationStatus::Waiting),
    ("da-xac-minh", VerificationStatus::Approved),
    ("tu-choi", VerificationStatus::Rejected),
    ("da-rut", VerificationStatus::Withdrawn),
];

/// Reads the address. What it does not know it ignores.
pub(super) fn read(address: &Query) -> VerificationStatus {
    let named = STATUSES.iter().find(|(name, _)| *name == address.one("trang-thai"));
    named.map_or(VerificationStatus::Waiting, |(_, status)| *status)
}

/// The address of the requests in a state.
pub(super) fn address(status: VerificationStatus) -> String {
    match STATUSES.iter().skip(1).find(|(_, known)| *known == status) {
        Some((name, _)) => format!("/can-bo/xac-minh?trang-thai={name}"),
        None => "/can-bo/xac-minh".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_an_address_and_nonsense_is_what_waits() {
        for (_, status) in STATUSES {
            let address = address(status);
            assert_eq!(read(&Query::read(address.trim_start_matches("/can-bo/xac-minh"))), status);
        }
        assert_eq!(read(&Query::read("trang-thai=x")), VerificationStatus::Waiting);
    }
}
