//! Which agreements are listed, in the address and back.

use super::PATH;
use super::list_query::AgreementFilter;
use crate::address::{Query, encoded};
use crate::api::{AgreementStatus, Era};
use crate::text::{Text, agreements as words};

/// How far agreements have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Stage {
    /// Something is waited for from whoever reads.
    Mine,
    Drafts,
    Waiting,
    Signed,
    Over,
    #[default]
    All,
}

impl Stage {
    /// In the order in which they are offered.
    pub(super) const OFFERED: [Self; 6] =
        [Self::Mine, Self::Drafts, Self::Waiting, Self::Signed, Self::Over, Self::All];

    fn name(self) -> Option<&'static str> {
        match self {
            Self::Mine => Some("cho-toi"),
            Self::Drafts => Some("ban-nhap"),
            Self::Waiting => Some("cho-xac-nhan"),
            Self::Signed => Some("da-ky"),
            Self::Over => Some("da-xong"),
            Self::All => None,
        }
    }

    pub(super) fn words(self) -> Text {
        match self {
            Self::Mine => words::MINE,
            Self::Drafts => words::DRAFTS,
            Self::Waiting => words::WAITING,
            Self::Signed => words::SIGNED_ONES,
            Self::Over => words::OVER,
            Self::All => words::ALL,
        }
    }

    /// What the server is asked for; nothing where that is all of them.
    fn statuses(self) -> Option<Vec<AgreementStatus>> {
        use AgreementStatus as Status;
        match self {
            Self::Mine | Self::All => None,
            Self::Drafts => Some(vec![Status::Draft]),
            Self::Waiting => {
                Some(vec![Status::WaitsForBoth, Status::WaitsForRetailer, Status::WaitsForProducer])
            }
            Self::Signed => Some(vec![Status::Signed]),
            Self::Over => Some(vec![
                Status::Ended,
                Status::Terminated,
                Status::Superseded,
                Status::Declined,
                Status::Withdrawn,
                Status::Lapsed,
            ]),
        }
    }
}

/// Provinces of today and of before, by names of the address.
const ERAS: [(&str, Era); 2] = [("tinh", Era::Current), ("tinh-cu", Era::Legacy)];

/// A province of an era.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Province {
    pub(super) era: Era,
    pub(super) code: String,
}

impl Province {
    /// As it stands in the address, and in a list to choose from: `tinh-cu=08`.
    pub(super) fn named(&self) -> String {
        let name = ERAS.iter().find(|(_, era)| *era == self.era).map(|(name, _)| *name);
        format!("{}={}", name.unwrap_or_default(), encoded(&self.code))
    }

    /// What was chosen from the list; nothing for all of them.
    pub(super) fn of(named: &str) -> Option<Self> {
        Self::read(&Query::read(named))
    }

    fn read(address: &Query) -> Option<Self> {
        let of = |(name, era): &(&str, Era)| {
            let code = address.one(name).to_owned();
            (!code.is_empty()).then_some(Self { era: *era, code })
        };
        ERAS.iter().find_map(of)
    }
}

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Choice {
    pub(super) stage: Stage,
    /// Where the producer is.
    pub(super) province: Option<Province>,
    /// Words of numbers, goods and sides.
    pub(super) search: String,
}

impl Choice {
    /// Reads the address. What it does not know it ignores.
    pub(super) fn read(address: &Query) -> Self {
        let named = Some(address.one("xem"));
        let stage = Stage::OFFERED.into_iter().find(|stage| stage.name() == named);
        Self {
            stage: stage.unwrap_or_default(),
            province: Province::read(address),
            search: address.one("q").trim().to_owned(),
        }
    }

    /// The address of these agreements.
    pub(super) fn address(&self) -> String {
        let stage = self.stage.name().map(|name| format!("xem={name}"));
        let search = (!self.search.is_empty()).then(|| format!("q={}", encoded(&self.search)));
        let province = self.province.as_ref().map(Province::named);
        let pairs: Vec<_> = stage.into_iter().chain(province).chain(search).collect();
        if pairs.is_empty() { PATH.to_owned() } else { format!("{PATH}?{}", pairs.join("&")) }
    }

    /// The same as the server is asked.
    pub(super) fn filter(&self) -> AgreementFilter {
        let in_province = |era| {
            let province = self.province.as_ref().filter(|province| province.era == era);
            province.map(|province| vec![province.code.clone()])
        };
        AgreementFilter {
            provinces: in_province(Era::Current),
            former_provinces: in_province(Era::Legacy),
            statuses: self.stage.statuses(),
            waits_for_me: (self.stage == Stage::Mine).then_some(true),
            search: Some(self.search.clone()).filter(|search| !search.is_empty()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> Choice {
        Choice::read(&Query::read(address.trim_start_matches(PATH)))
    }

    #[test]
    fn what_is_chosen_is_in_the_address_and_nonsense_is_left_out() {
        for stage in Stage::OFFERED {
            for (_, era) in ERAS {
                let province = Some(Province { era, code: "08".to_owned() });
                let choice = Choice { stage, province, search: "chè xanh".to_owned() };
                assert_eq!(read(&choice.address()), choice);
            }
        }

        assert_eq!(read("?xem=x"), Choice::default());
        assert_eq!(read("?tinh="), Choice::default());
        assert_eq!(Choice::default().address(), PATH);
    }

    #[test]
    fn a_province_is_asked_for_in_its_own_era() {
        let filter = read("?tinh-cu=08").filter();

        assert_eq!((filter.provinces, filter.former_provinces), (None, Some(vec!["08".to_owned()])));
        assert_eq!(Province::of("tinh=01").map(|province| province.named()).as_deref(), Some("tinh=01"));
        assert_eq!(Province::of(""), None);
    }

    #[test]
    fn every_status_is_of_one_stage() {
        let mut listed: Vec<_> = Stage::OFFERED.into_iter().filter_map(Stage::statuses).flatten().collect();
        listed.sort_by_key(|status| *status as u8);
        listed.dedup();

        assert_eq!(listed.len(), shared::AgreementStatus::ALL.len());
    }
}
