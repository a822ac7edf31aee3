//! The life of an introduction: somebody proposes that a retailer and a producer meet about a product, the other side
//! accepts or declines, and from then on they talk. Buttons and checks ask the same table.

use crate::{TradeParty, kinds::kind};

kind! {
    /// Where an introduction stands.
    IntroductionStatus {
        /// Chờ hai bên: staff proposed it, and neither side has answered.
        WaitsForBoth = "waits_for_both",
        /// Chờ chủ thể.
        WaitsForProducer = "waits_for_producer",
        /// Chờ nhà bán lẻ.
        WaitsForRetailer = "waits_for_retailer",
        /// Đã kết nối: both sides want to talk.
        Accepted = "accepted",
        /// Đã từ chối, with a reason.
        Declined = "declined",
        /// Đã rút lại by who proposed it.
        Withdrawn = "withdrawn",
        /// Quá hạn: nobody answered in time.
        Lapsed = "lapsed",
    }
}

kind! {
    /// What is done with an introduction.
    IntroductionAction {
        /// Đồng ý.
        Accept = "accept",
        /// Từ chối.
        Decline = "decline",
        /// Rút lại.
        Withdraw = "withdraw",
        /// Đã gặp nhau: the two met at an event and came to an agreement, which says that they want to.
        Meet = "meet",
        /// Nhắn tin.
        Write = "write",
        /// The answer's last day passes; nobody does that.
        Lapse = "lapse",
    }
}

kind! {
    /// What keeps somebody from proposing an introduction.
    IntroductionHindrance {
        /// The viewer acts for neither side and is not its staff.
        NotASide = "not_a_side",
        /// Staff have not verified the own organisation.
        NotVerified = "not_verified",
        /// Nobody here acts for the other side, so nobody could answer.
        NobodyThere = "nobody_there",
        /// The need is not open, or its last day has passed.
        NotOpen = "not_open",
        /// The product is not published.
        NotPublished = "not_published",
        /// One is waiting or was accepted already.
        Running = "running",
        /// It was declined less than 90 days ago.
        Resting = "resting",
        /// Too many of the own proposals wait for an answer, or were made within a day.
        TooMany = "too_many",
    }
}

kind! {
    /// How somebody is told of introductions by mail.
    MailChoice {
        /// At once.
        AtOnce = "at_once",
        /// Once a day, all together.
        Daily = "daily",
        /// Never.
        Off = "off",
    }
}

impl IntroductionStatus {
    /// Where an introduction begins that somebody proposes; `None` if they may propose none.
    pub const fn proposed_by(party: TradeParty) -> Option<Self> {
        match party {
            TradeParty::Retailer => Some(Self::WaitsForProducer),
            TradeParty::Producer => Some(Self::WaitsForRetailer),
            TradeParty::Staff => Some(Self::WaitsForBoth),
            TradeParty::Other => None,
        }
    }

    /// Whether somebody's answer is waited for.
    pub const fn is_waiting(self) -> bool {
        matches!(self, Self::WaitsForBoth | Self::WaitsForProducer | Self::WaitsForRetailer)
    }

    /// Whether this side's answer is waited for.
    pub const fn waits_for(self, party: TradeParty) -> bool {
        self.after(IntroductionAction::Accept, party, TradeParty::Other).is_some()
    }

    /// What an introduction becomes by an action of somebody; `None` if they can't do that now. Only those who proposed it
    /// (`proposed_by`) and staff may withdraw it.
    pub const fn after(
        self,
        action: IntroductionAction,
        by: TradeParty,
        proposed_by: TradeParty,
    ) -> Option<Self> {
        use IntroductionAction::{Accept, Decline, Lapse, Meet, Withdraw, Write};
        use TradeParty::{Other, Producer, Retailer, Staff};
        match (self, action, by) {
            (Self::WaitsForBoth, Accept, Retailer) => Some(Self::WaitsForProducer),
            (Self::WaitsForBoth, Accept, Producer) => Some(Self::WaitsForRetailer),
            (Self::WaitsForProducer, Accept, Producer) | (Self::WaitsForRetailer, Accept, Retailer) => {
                Some(Self::Accepted)
            }
            (Self::WaitsForBoth, Decline, Retailer | Producer)
            | (Self::WaitsForProducer, Decline, Producer)
            | (Self::WaitsForRetailer, Decline, Retailer) => Some(Self::Declined),
            (_, Withdraw, Staff) if self.is_waiting() => Some(Self::Withdrawn),
            (Self::WaitsForProducer, Withdraw, Retailer) if matches!(proposed_by, Retailer) => {
                Some(Self::Withdrawn)
            }
            (Self::WaitsForRetailer, Withdraw, Producer) if matches!(proposed_by, Producer) => {
                Some(Self::Withdrawn)
            }
            (_, Lapse, Other) if self.is_waiting() => Some(Self::Lapsed),
            // Who did not answer in time may still have come.
            (_, Meet, Retailer | Producer | Staff) if self.is_waiting() || matches!(self, Self::Lapsed) => {
                Some(Self::Accepted)
            }
            (Self::Accepted, Write, Retailer | Producer | Staff) => Some(self),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use IntroductionAction::{Accept, Decline, Lapse, Meet, Withdraw, Write};
    use IntroductionStatus::{
        Accepted, Declined, Lapsed, WaitsForBoth, WaitsForProducer, WaitsForRetailer, Withdrawn,
    };
    use TradeParty::{Other, Producer, Retailer, Staff};

    /// All that can happen; what is not in it can't.
    const MOVES: [(IntroductionStatus, IntroductionAction, TradeParty, IntroductionStatus); 31] = [
        (WaitsForBoth, Accept, Retailer, WaitsForProducer),
        (WaitsForBoth, Accept, Producer, WaitsForRetailer),
        (WaitsForBoth, Decline, Retailer, Declined),
        (WaitsForBoth, Decline, Producer, Declined),
        (WaitsForBoth, Withdraw, Staff, Withdrawn),
        (WaitsForBoth, Lapse, Other, Lapsed),
        (WaitsForProducer, Accept, Producer, Accepted),
        (WaitsForProducer, Decline, Producer, Declined),
        (WaitsForProducer, Withdraw, Retailer, Withdrawn),
        (WaitsForProducer, Withdraw, Staff, Withdrawn),
        (WaitsForProducer, Lapse, Other, Lapsed),
        (WaitsForRetailer, Accept, Retailer, Accepted),
        (WaitsForRetailer, Decline, Retailer, Declined),
        (WaitsForRetailer, Withdraw, Producer, Withdrawn),
        (WaitsForRetailer, Withdraw, Staff, Withdrawn),
        (WaitsForRetailer, Lapse, Other, Lapsed),
        (Accepted, Write, Retailer, Accepted),
        (Accepted, Write, Producer, Accepted),
        (Accepted, Write, Staff, Accepted),
        (WaitsForBoth, Meet, Retailer, Accepted),
        (WaitsForBoth, Meet, Producer, Accepted),
        (WaitsForBoth, Meet, Staff, Accepted),
        (WaitsForProducer, Meet, Retailer, Accepted),
        (WaitsForProducer, Meet, Producer, Accepted),
        (WaitsForProducer, Meet, Staff, Accepted),
        (WaitsForRetailer, Meet, Retailer, Accepted),
        (WaitsForRetailer, Meet, Producer, Accepted),
        (WaitsForRetailer, Meet, Staff, Accepted),
        (Lapsed, Meet, Retailer, Accepted),
        (Lapsed, Meet, Producer, Accepted),
        (Lapsed, Meet, Staff, Accepted),
    ];

    #[test]
    fn the_whole_table() {
        for status in IntroductionStatus::ALL {
            for action in IntroductionAction::ALL {
                for by in TradeParty::ALL {
                    let known =
                        MOVES.iter().find(|(from, what, who, _)| (from, what, who) == (status, action, by));
                    let after = known.map(|(.., to)| *to);
                    // Who withdraws is who proposed it.
                    assert_eq!(status.after(*action, *by, *by), after, "{status:?} {action:?} {by:?}");
                }
            }
        }
    }

    #[test]
    fn what_staff_proposed_is_not_for_the_sides_to_withdraw() {
        assert_eq!(WaitsForProducer.after(Withdraw, Retailer, Staff), None);
        assert_eq!(WaitsForRetailer.after(Withdraw, Producer, Staff), None);
        assert_eq!(WaitsForRetailer.after(Withdraw, Producer, Retailer), None);
    }

    #[test]
    fn it_waits_for_those_who_did_not_propose_it() {
        let waiting = |by| {
            let status = IntroductionStatus::proposed_by(by).unwrap();
            (status.waits_for(Retailer), status.waits_for(Producer))
        };

        assert_eq!(waiting(Retailer), (false, true));
        assert_eq!(waiting(Producer), (true, false));
        assert_eq!(waiting(Staff), (true, true));
        assert_eq!(IntroductionStatus::proposed_by(Other), None);
    }
}
