//! What people are told of: what becomes of introductions and agreements, and that they are asked what was delivered.

use crate::kinds::kind;

kind! {
    /// What a person is told of.
    NotificationKind {
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
        /// A message was written.
        Message = "message",
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
        /// Who sent it has taken it back.
        AgreementWithdrawn = "agreement_withdrawn",
        /// Nobody confirmed it in time.
        AgreementLapsed = "agreement_lapsed",
        /// An agreement was ended before its term was over.
        AgreementTerminated = "agreement_terminated",
        /// The term of an agreement is over in a month.
        AgreementEnding = "agreement_ending",
        /// It is asked what was delivered.
        DeliveryAsked = "delivery_asked",
        /// The two sides say different things of what was delivered.
        DeliveryDisputed = "delivery_disputed",
        /// It is settled what was delivered.
        DeliverySettled = "delivery_settled",
        /// Only one side said in time what was delivered: nothing of it is confirmed.
        DeliveryOneSided = "delivery_one_sided",
        /// Neither side said in time what was delivered: nothing of it is confirmed.
        DeliverySilent = "delivery_silent",
        /// The organisation may take part in an event.
        EventApproved = "event_approved",
        /// All places of an event are taken; the organisation is on the waiting list.
        EventQueued = "event_queued",
        /// The organisation can't take part in an event, or no longer.
        EventDeclined = "event_declined",
        /// An event does not take place.
        EventCancelled = "event_cancelled",
        /// The timetable of an event was announced.
        EventScheduled = "event_scheduled",
        /// Own meetings of an event that was announced already were moved, added or taken away.
        EventRescheduled = "event_rescheduled",
    }
}

impl NotificationKind {
    /// Whether it asks somebody to accept or to confirm; once that is settled another one tells what became of it.
    pub const fn asks(self) -> bool {
        matches!(
            self,
            Self::Proposed
                | Self::HalfAccepted
                | Self::AgreementProposed
                | Self::AgreementCountered
                | Self::AgreementHalfSigned
        )
    }
}
