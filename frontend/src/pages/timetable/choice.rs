//! Which meetings are listed, in the address and back.

use crate::address::Query;
use crate::api::MeetingStatus;

const PARTICIPANT: &str = "don-vi";
const TABLE: &str = "ban";
const STATUS: &str = "trang-thai";

/// Names of states in addresses.
pub(super) const STATES: [(&str, MeetingStatus); 4] = [
    ("theo-lich", MeetingStatus::Planned),
    ("da-gap", MeetingStatus::Held),
    ("khong-gap", MeetingStatus::Missed),
    ("da-bo", MeetingStatus::Cancelled),
];

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Choice {
    pub(super) participant: Option<String>,
    pub(super) table: Option<i32>,
    pub(super) status: Option<MeetingStatus>,
}

impl Choice {
    /// Reads the address. What it does not know it ignores.
    pub(super) fn read(address: &Query) -> Self {
        let participant = address.one(PARTICIPANT);
        let participant = participant.parse::<shared::ParticipantId>().ok().map(|_| participant.to_owned());
        let most = i32::from(shared::events::hours::TABLES_MAX);
        Self {
            participant,
            table: address.one(TABLE).parse().ok().filter(|table| (1..=most).contains(table)),
            status: Self::status_of(address.one(STATUS)),
        }
    }

    /// The state of that name.
    pub(super) fn status_of(name: &str) -> Option<MeetingStatus> {
        STATES.iter().find(|(known, _)| *known == name).map(|(_, status)| *status)
    }

    /// The address of this choice on a page.
    pub(super) fn address(&self, page: &str) -> String {
        let status = STATES.iter().find(|(_, status)| Some(*status) == self.status);
        let pairs = [
            self.participant.as_ref().map(|id| format!("{PARTICIPANT}={id}")),
            self.table.map(|table| format!("{TABLE}={table}")),
            status.map(|(name, _)| format!("{STATUS}={name}")),
        ];
        let pairs: Vec<_> = pairs.into_iter().flatten().collect();
        if pairs.is_empty() { page.to_owned() } else { format!("{page}?{}", pairs.join("&")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_everything_and_is_read_back() {
        let id = "01900000-0000-7000-8000-000000000000";
        let all =
            Choice { participant: Some(id.to_owned()), table: Some(4), status: Some(MeetingStatus::Held) };

        let address = all.address("/lich");

        assert_eq!(address, format!("/lich?don-vi={id}&ban=4&trang-thai=da-gap"));
        assert_eq!(Choice::read(&Query::read(address.trim_start_matches("/lich"))), all);
        assert_eq!(Choice::default().address("/lich"), "/lich");
        assert_eq!(Choice::read(&Query::read("don-vi=x&ban=0&trang-thai=y")), Choice::default());
    }
}
