//! Other programs that are told of what happens to introductions: what they can be told, and what becomes of it.

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

    /// Of what people are told of: introductions only, so far.
    pub const fn of(kind: NotificationKind) -> Option<Self> {
        match kind {
            NotificationKind::Proposed => Some(Self::Proposed),
            NotificationKind::HalfAccepted => Some(Self::HalfAccepted),
            NotificationKind::Accepted => Some(Self::Accepted),
            NotificationKind::Declined => Some(Self::Declined),
            NotificationKind::Withdrawn => Some(Self::Withdrawn),
            NotificationKind::Lapsed => Some(Self::Lapsed),
            NotificationKind::Message => Some(Self::Message),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_of_the_same_and_a_test_is_no_choice() {
        let told = || NotificationKind::ALL.iter().filter_map(|kind| Some((*kind, WebhookKind::of(*kind)?)));

        assert_eq!(told().map(|(_, kind)| kind).collect::<Vec<_>>(), WebhookKind::CHOICES);
        for (of_people, of_programs) in told() {
            assert_eq!(of_people.as_str(), of_programs.as_str());
        }
    }
}
