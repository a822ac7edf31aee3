//! The kinds of things whose history can be read, by their names in the log and in the address.

use shared::{
    AccountId, AgreementId, EventId, IntroductionId, MeetingId, NeedId, OrganisationId, ParticipantId,
    ProductId, RoundId, SalePointId,
};

/// A kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Thing {
    /// An organisation.
    Organisation,
    /// A product.
    Product,
    /// What a retailer looks for.
    Need,
    /// Who was proposed to whom.
    Introduction,
    /// An agreement.
    Agreement,
    /// A sale point.
    SalePoint,
    /// An account.
    Account,
    /// A round of matching.
    Round,
    /// A trade event.
    Event,
    /// The registration of an organisation for one.
    Participant,
    /// Its timetable.
    Timetable,
    /// A meeting at one.
    Meeting,
}

impl Thing {
    const ALL: [Self; 12] = [
        Self::Organisation,
        Self::Product,
        Self::Need,
        Self::Introduction,
        Self::Agreement,
        Self::SalePoint,
        Self::Account,
        Self::Round,
        Self::Event,
        Self::Participant,
        Self::Timetable,
        Self::Meeting,
    ];

    /// As the log calls it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Product => "product",
            Self::Need => "need",
            Self::Introduction => "introduction",
            Self::Agreement => "agreement",
            Self::SalePoint => "sale_point",
            Self::Account => "account",
            Self::Round => "round",
            Self::Event => "event",
            Self::Participant => "event_participant",
            Self::Timetable => "event_timetable",
            Self::Meeting => "meeting",
        }
    }

    fn is_id(self, id: &str) -> bool {
        match self {
            Self::Organisation => id.parse::<OrganisationId>().is_ok(),
            Self::Product => id.parse::<ProductId>().is_ok(),
            Self::Need => id.parse::<NeedId>().is_ok(),
            Self::Introduction => id.parse::<IntroductionId>().is_ok(),
            Self::Agreement => id.parse::<AgreementId>().is_ok(),
            Self::SalePoint => id.parse::<SalePointId>().is_ok(),
            Self::Account => id.parse::<AccountId>().is_ok(),
            Self::Round => id.parse::<RoundId>().is_ok(),
            // An event has one timetable.
            Self::Event | Self::Timetable => id.parse::<EventId>().is_ok(),
            Self::Participant => id.parse::<ParticipantId>().is_ok(),
            Self::Meeting => id.parse::<MeetingId>().is_ok(),
        }
    }
}

/// One thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Which {
    pub(super) thing: Thing,
    pub(super) id: String,
}

impl Which {
    /// What an address names, if there can be such a thing.
    pub(super) fn read(thing: &str, id: &str) -> Option<Self> {
        let thing = Thing::ALL.into_iter().find(|known| known.name() == thing)?;
        thing.is_id(id).then(|| Self { thing, id: id.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_thing_of_a_known_kind() {
        let id = "01900000-0000-7000-8000-000000000000";

        assert_eq!(Which::read("sale_point", id).map(|which| which.thing), Some(Thing::SalePoint));
        assert_eq!(Which::read("upload", id), None);
        assert_eq!(Which::read("need", "khong-phai"), None);
    }
}
