//! Other programs that are told of what happens to introductions and agreements: what they can be told, and what becomes
//! of it.

use crate::{NotificationKind, kinds::kind};

kind! {
    /// What another program is told.
    WebhookKind {
        /// Somebody proposes to meet.
        Proposed = "proposed",
        /// One of two sides has accepted what staff proposed.
        HalfAccepted = "half_accepted",
        /// Both sides want to talk.
        Accepted = "accepted",
        /// One side does not want to.
        Declined = "declined",
        /// Who proposed it has taken it back.
        Withdrawn = "withdrawn",
        /// Nobody answered in time.
        Lapsed = "lapsed",
        /// A message was written; its words are not told.
        Message = "message",
        /// An agreement was drafted; only its own side is told.
        AgreementDrafted = "agreement_drafted",
        /// An agreement was sent, to be confirmed.
        AgreementProposed = "agreement_proposed",
        /// Another version of an agreement was sent instead.
        AgreementCountered = "agreement_countered",
        /// One of two sides has confirmed what staff sent.
        AgreementHalfSigned = "agreement_half_signed",
        /// An agreement holds: both have confirmed it, or signed it on paper.
        AgreementSigned = "agreement_signed",
        /// One side does not agree.
        AgreementDeclined = "agreement_declined",
        /// Who drafted or sent it has taken it back.
        AgreementWithdrawn = "agreement_withdrawn",
        /// Nobody confirmed it in time.
        AgreementLapsed = "agreement_lapsed",
        /// An agreement was ended before its term was over.
        AgreementTerminated = "agreement_terminated",
        /// The term of an agreement is over, or an amendment has taken its place.
        AgreementEnded = "agreement_ended",
        /// It is asked what was delivered.
        DeliveryAsked = "delivery_asked",
        /// One side has said what was delivered; what it said is not told.
        DeliveryAnswered = "delivery_answered",
        /// The two sides say different things of what was delivered.
        DeliveryDisputed = "delivery_disputed",
        /// Both sides say the same of what was delivered.
        DeliverySettled = "delivery_settled",
        /// Only one side said in time what was delivered.
        DeliveryOneSided = "delivery_one_sided",
        /// Neither side said in time what was delivered.
        DeliverySilent = "delivery_silent",
        /// Somebody tries whether the address works.
        Test = "test",
    }
}

kind! {
    /// How far it has come with telling another program of something.
    WebhookDeliveryState {
        /// It is tried now, or again later.
        Waiting = "waiting",
        /// The program has it.
        Delivered = "delivered",
        /// It was tried as often as we try.
        GivenUp = "given_up",
    }
}

kind! {
    /// Why another program could not be told.
    WebhookProblem {
        /// The name of the address is not known.
        NameUnknown = "name_unknown",
        /// The address lies in a network that is not public, or is none that may be called.
        NotAllowed = "not_allowed",
        /// Nobody answers there.
        Unreachable = "unreachable",
        /// The connection can't be encrypted or trusted: the certificate is too old, of another name or of nobody known.
        NotSecure = "not_secure",
        /// There was no answer in time.
        TooSlow = "too_slow",
        /// The answer leads elsewhere, which is not followed.
        Redirected = "redirected",
        /// The answer was neither 2xx nor 3xx; see the status.
        Refused = "refused",
        /// The answer was 410: the program wants to be told nothing any more, and the webhook is paused.
        Gone = "gone",
        /// The connection broke.
        Broken = "broken",
    }
}

impl WebhookKind {
    /// What somebody may choose; a test comes whatever is chosen.
    pub const CHOICES: &'static [Self] = Self::ALL.split_last().expect("there is more than a test").1;

    /// Of what people are told of. Programs hear of more: drafts and ends of agreements, and that a side has answered.
    pub const fn of(kind: NotificationKind) -> Option<Self> {
        match kind {
            NotificationKind::Proposed => Some(Self::Proposed),
            NotificationKind::HalfAccepted => Some(Self::HalfAccepted),
            NotificationKind::Accepted => Some(Self::Accepted),
            NotificationKind::Declined => Some(Self::Declined),
            NotificationKind::Withdrawn => Some(Self::Withdrawn),
            NotificationKind::Lapsed => Some(Self::Lapsed),
            NotificationKind::Message => Some(Self::Message),
            NotificationKind::AgreementProposed => Some(Self::AgreementProposed),
            NotificationKind::AgreementCountered => Some(Self::AgreementCountered),
            NotificationKind::AgreementHalfSigned => Some(Self::AgreementHalfSigned),
            NotificationKind::AgreementSigned => Some(Self::AgreementSigned),
            NotificationKind::AgreementDeclined => Some(Self::AgreementDeclined),
            NotificationKind::AgreementWithdrawn => Some(Self::AgreementWithdrawn),
            NotificationKind::AgreementLapsed => Some(Self::AgreementLapsed),
            NotificationKind::AgreementTerminated => Some(Self::AgreementTerminated),
            NotificationKind::DeliveryAsked => Some(Self::DeliveryAsked),
            NotificationKind::DeliveryDisputed => Some(Self::DeliveryDisputed),
            NotificationKind::DeliverySettled => Some(Self::DeliverySettled),
            NotificationKind::DeliveryOneSided => Some(Self::DeliveryOneSided),
            NotificationKind::DeliverySilent => Some(Self::DeliverySilent),
            // What is near its end has not ended, and events are for people.
            NotificationKind::AgreementEnding
            | NotificationKind::EventApproved
            | NotificationKind::EventQueued
            | NotificationKind::EventDeclined
            | NotificationKind::EventCancelled
            | NotificationKind::EventScheduled
            | NotificationKind::EventRescheduled => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_of_the_same_by_the_same_names_and_a_test_is_no_choice() {
        for (of_people, of_programs) in
            NotificationKind::ALL.iter().filter_map(|kind| Some((*kind, WebhookKind::of(*kind)?)))
        {
            assert_eq!(of_people.as_str(), of_programs.as_str());
            assert!(WebhookKind::CHOICES.contains(&of_programs));
        }
        assert!(!WebhookKind::CHOICES.contains(&WebhookKind::Test));
    }

    #[test]
    fn only_what_people_need_not_be_told_is_for_programs_alone() {
        let of_people: Vec<_> =
            NotificationKind::ALL.iter().filter_map(|kind| WebhookKind::of(*kind)).collect();
        let alone: Vec<_> =
            WebhookKind::CHOICES.iter().copied().filter(|kind| !of_people.contains(kind)).collect();

        assert_eq!(
            alone,
            [WebhookKind::AgreementDrafted, WebhookKind::AgreementEnded, WebhookKind::DeliveryAnswered]
        );
    }
}
