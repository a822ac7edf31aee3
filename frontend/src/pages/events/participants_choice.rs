//! Which participants are listed, in the address and back. Everybody sees only those that are approved, so a state in the
//! address is for staff.

use shared::limits;

use crate::address::{Query, encoded};
use crate::api::{ParticipantStatus, TradeParty};

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Choice {
    pub(crate) side: Option<TradeParty>,
    pub(crate) status: Option<ParticipantStatus>,
    /// Code of the province of today.
    pub(crate) province: Option<String>,
    pub(crate) text: String,
}

/// Names of the sides in addresses.
pub(crate) const SIDES: [(&str, TradeParty); 2] =
    [("nha-ban-le", TradeParty::Retailer), ("chu-the", TradeParty::Producer)];

/// Names of states in addresses.
pub(crate) const STATUSES: [(&str, ParticipantStatus); 5] = [
    ("cho-duyet", ParticipantStatus::Asked),
    ("duoc-tham-du", ParticipantStatus::Approved),
    ("danh-sach-cho", ParticipantStatus::Waiting),
    ("khong-duyet", ParticipantStatus::Declined),
    ("da-rut", ParticipantStatus::Withdrawn),
];

impl Choice {
    /// Reads the address. What it does not know it ignores.
    pub(crate) fn read(address: &Query) -> Self {
        let province = address.one("tinh");
        let is_code = !province.is_empty() && province.bytes().all(|byte| byte.is_ascii_digit());
        Self {
            side: found(&SIDES, address.one("ben")),
            status: found(&STATUSES, address.one("trang-thai")),
            province: is_code.then(|| province.to_owned()),
            text: address.one("q").chars().take(limits::SEARCH_CHARS).collect(),
        }
    }

    /// The address of these participants, on the page at `path`.
    pub(crate) fn address(&self, path: &str) -> String {
        let text = self.text.trim();
        let pairs = [
            name_of(&SIDES, self.side).map(|name| format!("ben={name}")),
            name_of(&STATUSES, self.status).map(|name| format!("trang-thai={name}")),
            self.province.as_ref().map(|code| format!("tinh={code}")),
            (!text.is_empty()).then(|| format!("q={}", encoded(text))),
        ];
        let pairs: Vec<_> = pairs.into_iter().flatten().collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }

    /// Whether everybody is listed.
    pub(crate) fn is_all(&self) -> bool {
        *self == Self::default()
    }
}

/// What a name stands for.
pub(crate) fn found<Kind: Copy>(names: &[(&str, Kind)], name: &str) -> Option<Kind> {
    names.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
}

fn name_of<Kind: Copy + PartialEq>(
    names: &[(&'static str, Kind)],
    kind: Option<Kind>,
) -> Option<&'static str> {
    names.iter().find(|(_, known)| Some(*known) == kind).map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_everything_and_is_read_back() {
        let choice = Choice {
            side: Some(TradeParty::Producer),
            status: Some(ParticipantStatus::Waiting),
            province: Some("01".into()),
            text: " Chè".into(),
        };
        let address = choice.address("/x");

        assert_eq!(address, "/x?ben=chu-the&trang-thai=danh-sach-cho&tinh=01&q=Ch%C3%A8");
        let read = Choice::read(&Query::read(address.trim_start_matches("/x")));
        assert_eq!(read, Choice { text: "Chè".into(), ..choice });
        assert_eq!(Choice::default().address("/x"), "/x");
    }

    #[test]
    fn nonsense_is_no_filter() {
        assert!(Choice::read(&Query::read("ben=x&trang-thai=y&tinh=Hà Nội")).is_all());
    }
}
