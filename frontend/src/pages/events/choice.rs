//! Which events are listed, in the address and back.

use shared::limits;

use crate::address::{Query, encoded};
use crate::api::EventKind;

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Choice {
    pub(crate) text: String,
    pub(crate) kind: Option<EventKind>,
    pub(crate) year: Option<i32>,
    /// Only those that are not over.
    pub(crate) upcoming: bool,
}

/// Names of kinds in addresses.
pub(crate) const KINDS: [(&str, EventKind); 5] = [
    ("hoi-cho", EventKind::Fair),
    ("tuan-hang", EventKind::GoodsWeek),
    ("hoi-nghi", EventKind::TradeConference),
    ("khai-truong", EventKind::OpeningCeremony),
    ("khac", EventKind::Other),
];

/// The first year of the programme of which an event is known.
pub(crate) const FIRST_YEAR: i32 = 2016;

impl Choice {
    /// Reads the address. What it does not know it ignores.
    pub(crate) fn read(address: &Query) -> Self {
        let year = address.one("nam").parse().ok().filter(|year| (2000..=2100).contains(year));
        Self {
            text: address.one("q").chars().take(limits::SEARCH_CHARS).collect(),
            kind: Self::kind_of(address.one("loai")),
            year,
            upcoming: !address.one("sap-toi").is_empty(),
        }
    }

    /// The kind of that name.
    pub(crate) fn kind_of(name: &str) -> Option<EventKind> {
        KINDS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    /// The address of this choice.
    pub(crate) fn address(&self) -> String {
        let text = self.text.trim();
        let kind = KINDS.iter().find(|(_, kind)| Some(*kind) == self.kind);
        let pairs = [
            (!text.is_empty()).then(|| format!("q={}", encoded(text))),
            kind.map(|(name, _)| format!("loai={name}")),
            self.year.map(|year| format!("nam={year}")),
            self.upcoming.then(|| "sap-toi=1".to_owned()),
        ];
        let pairs: Vec<_> = pairs.into_iter().flatten().collect();
        if pairs.is_empty() { "/su-kien".to_owned() } else { format!("/su-kien?{}", pairs.join("&")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_back(choice: &Choice) -> Choice {
        Choice::read(&Query::read(choice.address().trim_start_matches("/su-kien")))
    }

    #[test]
    fn an_address_says_everything_and_is_read_back() {
        let choice =
            Choice {
                text: "Tây Hồ".into(), kind: Some(EventKind::Fair), year: Some(2024), upcoming: true
            };

        assert_eq!(choice.address(), "/su-kien?q=T%C3%A2y+H%E1%BB%93&loai=hoi-cho&nam=2024&sap-toi=1");
        assert_eq!(read_back(&choice), choice);
        assert_eq!(Choice::default().address(), "/su-kien");
        for (_, kind) in KINDS {
            let choice = Choice { kind: Some(kind), ..Choice::default() };
            assert_eq!(read_back(&choice), choice);
        }
    }

    #[test]
    fn nonsense_is_no_filter() {
        assert_eq!(Choice::read(&Query::read("loai=x&nam=20245&nam=2024")), Choice::default());
    }
}
