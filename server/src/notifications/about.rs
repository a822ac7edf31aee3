//! What is told, and of what.

use shared::{AccountId, NotificationKind, OrganisationId, TradeParty};

use crate::{
    entities::{agreement, delivery_check, event, event_participant, introduction},
    mail::news::Link,
};

/// Something that has happened.
#[derive(Clone, Copy)]
pub(crate) struct News<'a> {
    /// To what, as it is now.
    pub(crate) about: About<'a>,
    pub(crate) kind: NotificationKind,
    /// Who did it, for whom; they know already. Nobody where time did.
    pub(crate) by: Option<(AccountId, TradeParty)>,
}

/// What something happened to.
#[derive(Clone, Copy)]
pub(crate) enum About<'a> {
    Introduction(&'a introduction::Model),
    Agreement(OfAgreement<'a>),
    Event(OfEvent<'a>),
}

/// The registration of an organisation for an event: its people hear of it.
#[derive(Clone, Copy)]
pub(crate) struct OfEvent<'a> {
    pub(crate) event: &'a event::Model,
    pub(crate) participant: &'a event_participant::Model,
}

/// An agreement, and who is told that something happened to it.
#[derive(Clone, Copy)]
pub(crate) struct OfAgreement<'a> {
    pub(crate) agreement: &'a agreement::Model,
    /// What it is about, where that is what was delivered.
    pub(crate) check: Option<&'a delivery_check::Model>,
    /// The people of these sides; staff who drafted it hear of it anyway.
    pub(crate) sides: &'a [TradeParty],
    /// Where a mail that is sent at once leads somebody of a side, if not to the agreement.
    pub(crate) leads_to: Option<&'a LeadsTo<'a>>,
}

/// Where a mail leads somebody of a side.
pub(crate) type LeadsTo<'a> = dyn Fn(AccountId, TradeParty) -> Option<Link> + Send + Sync + 'a;

impl<'a> About<'a> {
    /// An agreement of which these sides hear.
    pub(crate) fn agreement(agreement: &'a agreement::Model, sides: &'a [TradeParty]) -> Self {
        Self::Agreement(OfAgreement { agreement, check: None, sides, leads_to: None })
    }

    pub(super) fn as_introduction(&self) -> Option<&'a introduction::Model> {
        match self {
            Self::Introduction(row) => Some(row),
            Self::Agreement(_) | Self::Event(_) => None,
        }
    }

    pub(super) fn as_agreement(&self) -> Option<&'a agreement::Model> {
        match self {
            Self::Introduction(_) | Self::Event(_) => None,
            Self::Agreement(of) => Some(of.agreement),
        }
    }

    pub(super) fn as_event(&self) -> Option<&'a event::Model> {
        match self {
            Self::Introduction(_) | Self::Agreement(_) => None,
            Self::Event(of) => Some(of.event),
        }
    }

    /// The two sides; a department has nobody here.
    pub(super) fn sides(&self) -> [(TradeParty, Option<OrganisationId>); 2] {
        let (retailer, producer) = match self {
            Self::Introduction(row) => (Some(row.retailer_id), Some(row.producer_id)),
            Self::Agreement(of) => (of.agreement.retailer_id, of.agreement.producer_id),
            Self::Event(of) => match of.participant.side {
                TradeParty::Retailer => (Some(of.participant.organisation_id), None),
                _ => (None, Some(of.participant.organisation_id)),
            },
        };
        [(TradeParty::Retailer, retailer), (TradeParty::Producer, producer)]
    }

    /// Whether a confirmation or an answer of a side is waited for.
    pub(super) fn waits_for(&self, side: TradeParty) -> bool {
        match self {
            Self::Introduction(row) => row.status.waits_for(side),
            Self::Agreement(of) => of.agreement.status.waits_for(side),
            Self::Event(_) => false,
        }
    }

    /// Whether it waits for anybody.
    pub(super) fn is_waiting(&self) -> bool {
        match self {
            Self::Introduction(row) => row.status.is_waiting(),
            Self::Agreement(of) => of.agreement.status.is_waiting(),
            Self::Event(_) => false,
        }
    }
}

impl<'a> News<'a> {
    /// The message of a conversation that it tells of, by the conversation.
    pub(super) fn as_message(&self) -> Option<&'a introduction::Model> {
        self.about.as_introduction().filter(|_| self.kind == NotificationKind::Message)
    }

    /// Whether the people of a side are told.
    pub(super) fn concerns(&self, side: TradeParty) -> bool {
        match (self.about, self.kind) {
            (About::Agreement(of), _) => of.sides.contains(&side),
            (_, NotificationKind::Message) => self.by.is_none_or(|(_, by)| by != side),
            (about, kind) => !kind.asks() || about.waits_for(side),
        }
    }

    /// Whether the staff who began it are told: of all that becomes of it, but not of what the sides say or are asked.
    pub(super) fn concerns_staff(&self) -> bool {
        use NotificationKind::{AgreementProposed, DeliveryAsked, Message, Proposed};
        !matches!(self.kind, Proposed | Message | AgreementProposed | DeliveryAsked)
    }
}
