//! Which introductions are listed, in the address and back.

use super::query::IntroductionFilter;
use crate::address::Query;
use crate::api::IntroductionStatus;
use crate::text::{Text, introductions as words};

/// The path of the list.
pub(super) const PATH: &str = "/ket-noi/gioi-thieu";

/// How far introductions have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Stage {
    Waiting,
    Talking,
    Over,
    #[default]
    All,
}

impl Stage {
    /// In the order in which they are offered.
    pub(super) const OFFERED: [Self; 4] = [Self::Waiting, Self::Talking, Self::Over, Self::All];

    fn name(self) -> Option<&'static str> {
        match self {
            Self::Waiting => Some("cho-tra-loi"),
            Self::Talking => Some("dang-trao-doi"),
            Self::Over => Some("da-xong"),
            Self::All => None,
        }
    }

    pub(super) fn words(self) -> Text {
        match self {
            Self::Waiting => words::WAITING,
            Self::Talking => words::TALKING,
            Self::Over => words::OVER,
            Self::All => words::ALL,
        }
    }

    /// What the server is asked for; nothing where that is all of them.
    pub(super) fn statuses(self) -> Option<Vec<IntroductionStatus>> {
        use IntroductionStatus as Status;
        match self {
            Self::Waiting => {
                Some(vec![Status::WaitsForBoth, Status::WaitsForProducer, Status::WaitsForRetailer])
            }
            Self::Talking => Some(vec![Status::Accepted]),
            Self::Over => Some(vec![Status::Declined, Status::Withdrawn, Status::Lapsed]),
            Self::All => None,
        }
    }
}

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Choice {
    pub(super) stage: Stage,
    /// One of the organisations for which somebody acts.
    pub(super) organisation: Option<String>,
}

impl Choice {
    /// Reads the address. What it does not know it ignores.
    pub(super) fn read(address: &Query) -> Self {
        let named = Some(address.one("xem"));
        let stage = Stage::OFFERED.into_iter().find(|stage| stage.name() == named);
        let organisation = address.one("don-vi");
        let is_organisation = organisation.parse::<shared::OrganisationId>().is_ok();
        Self {
            stage: stage.unwrap_or_default(),
            organisation: is_organisation.then(|| organisation.to_owned()),
        }
    }

    /// The address of these introductions.
    pub(super) fn address(&self) -> String {
        let stage = self.stage.name().map(|name| format!("xem={name}"));
        let organisation = self.organisation.as_ref().map(|id| format!("don-vi={id}"));
        let pairs: Vec<_> = stage.into_iter().chain(organisation).collect();
        if pairs.is_empty() { PATH.to_owned() } else { format!("{PATH}?{}", pairs.join("&")) }
    }

    /// The same as the server is asked, for any stage.
    pub(super) fn filter(&self, stage: Stage) -> IntroductionFilter {
        IntroductionFilter {
            organisation: self.organisation.clone().map(cynic::Id::new),
            statuses: stage.statuses(),
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
        let id = "01900000-0000-7000-8000-000000000000";
        for stage in Stage::OFFERED {
            let choice = Choice { stage, organisation: Some(id.to_owned()) };
            assert_eq!(read(&choice.address()), choice);
        }

        assert_eq!(read("?xem=x&don-vi=y"), Choice::default());
        assert_eq!(Choice::default().address(), PATH);
        assert_eq!(
            Choice { stage: Stage::Waiting, organisation: Some(id.to_owned()) }.address(),
            format!("{PATH}?xem=cho-tra-loi&don-vi={id}")
        );
    }

    #[test]
    fn every_status_is_of_one_stage() {
        let mut listed: Vec<_> = Stage::OFFERED.into_iter().filter_map(Stage::statuses).flatten().collect();
        listed.sort_by_key(|status| *status as u8);
        listed.dedup();

        assert_eq!(listed.len(), shared::IntroductionStatus::ALL.len());
    }
}
