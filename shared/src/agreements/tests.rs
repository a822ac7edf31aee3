//! The whole table of the life of an agreement.

use super::{
    AgreementAction::{
        self, Amend, Counter, Decline, Edit, End, Lapse, Propose, RecordPaper, Renew, Sign, Supersede,
        Terminate, Withdraw,
    },
    AgreementStatus::{
        self, Draft, Ended, Lapsed, Signed, Superseded, Terminated, WaitsForBoth, WaitsForProducer,
        WaitsForRetailer, Withdrawn,
    },
};
use crate::TradeParty::{self, Other, Producer, Retailer, Staff};

/// Who may do something about a version, as far as who wrote it matters.
#[derive(Clone, Copy, PartialEq)]
enum Of {
    /// Whoever wrote it.
    Anybody,
    /// Only those who wrote it.
    Writer,
}
use Of::{Anybody, Writer};

/// All that can happen; what is not in it can't.
const MOVES: &[(AgreementStatus, AgreementAction, TradeParty, Of, AgreementStatus)] = &[
    (Draft, Edit, Retailer, Writer, Draft),
    (Draft, Edit, Producer, Writer, Draft),
    (Draft, Edit, Staff, Writer, Draft),
    (Draft, Propose, Retailer, Writer, WaitsForProducer),
    (Draft, Propose, Producer, Writer, WaitsForRetailer),
    (Draft, Propose, Staff, Writer, WaitsForBoth),
    (Draft, Withdraw, Retailer, Writer, Withdrawn),
    (Draft, Withdraw, Producer, Writer, Withdrawn),
    (Draft, Withdraw, Staff, Writer, Withdrawn),
    (Draft, RecordPaper, Staff, Writer, Signed),
    (WaitsForBoth, Sign, Retailer, Anybody, WaitsForProducer),
    (WaitsForBoth, Sign, Producer, Anybody, WaitsForRetailer),
    (WaitsForBoth, Counter, Retailer, Anybody, WaitsForProducer),
    (WaitsForBoth, Counter, Producer, Anybody, WaitsForRetailer),
    (WaitsForBoth, Counter, Staff, Anybody, WaitsForBoth),
    (WaitsForBoth, Decline, Retailer, Anybody, AgreementStatus::Declined),
    (WaitsForBoth, Decline, Producer, Anybody, AgreementStatus::Declined),
    (WaitsForBoth, Withdraw, Staff, Anybody, Withdrawn),
    (WaitsForBoth, RecordPaper, Staff, Anybody, Signed),
    (WaitsForBoth, Lapse, Other, Anybody, Lapsed),
    (WaitsForRetailer, Sign, Retailer, Anybody, Signed),
    (WaitsForRetailer, Counter, Retailer, Anybody, WaitsForProducer),
    (WaitsForRetailer, Counter, Producer, Anybody, WaitsForRetailer),
    (WaitsForRetailer, Decline, Retailer, Anybody, AgreementStatus::Declined),
    (WaitsForRetailer, Withdraw, Producer, Writer, Withdrawn),
    (WaitsForRetailer, RecordPaper, Staff, Anybody, Signed),
    (WaitsForRetailer, Lapse, Other, Anybody, Lapsed),
    (WaitsForProducer, Sign, Producer, Anybody, Signed),
    (WaitsForProducer, Counter, Producer, Anybody, WaitsForRetailer),
    (WaitsForProducer, Counter, Retailer, Anybody, WaitsForProducer),
    (WaitsForProducer, Decline, Producer, Anybody, AgreementStatus::Declined),
    (WaitsForProducer, Withdraw, Retailer, Writer, Withdrawn),
    (WaitsForProducer, RecordPaper, Staff, Anybody, Signed),
    (WaitsForProducer, Lapse, Other, Anybody, Lapsed),
    (Signed, Terminate, Retailer, Anybody, Terminated),
    (Signed, Terminate, Producer, Anybody, Terminated),
    (Signed, Terminate, Staff, Anybody, Terminated),
    (Signed, Renew, Retailer, Anybody, Signed),
    (Signed, Renew, Producer, Anybody, Signed),
    (Signed, Renew, Staff, Anybody, Signed),
    (Signed, Amend, Retailer, Anybody, Signed),
    (Signed, Amend, Producer, Anybody, Signed),
    (Signed, Amend, Staff, Anybody, Signed),
    (Signed, Supersede, Other, Anybody, Superseded),
    (Signed, End, Other, Anybody, Ended),
    (Ended, Renew, Retailer, Anybody, Ended),
    (Ended, Renew, Producer, Anybody, Ended),
    (Ended, Renew, Staff, Anybody, Ended),
];

#[test]
fn the_whole_table() {
    for status in AgreementStatus::ALL {
        for action in AgreementAction::ALL {
            for by in TradeParty::ALL {
                for written_by in TradeParty::ALL {
                    let known = MOVES.iter().find(|(from, what, who, of, _)| {
                        (from, what, who) == (status, action, by) && (*of == Anybody || by == written_by)
                    });
                    let after = known.map(|(.., to)| *to);
                    assert_eq!(
                        status.after(*action, *by, *written_by),
                        after,
                        "{status:?} {action:?} {by:?}, written by {written_by:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn nobody_signs_for_the_other_side() {
    for status in AgreementStatus::ALL {
        for by in TradeParty::ALL {
            let can_sign = status.after(Sign, *by, Other).is_some();
            assert_eq!(can_sign, status.waits_for(*by), "{status:?} {by:?}");
        }
    }
}

#[test]
fn what_was_signed_is_never_edited() {
    for status in AgreementStatus::ALL.iter().filter(|status| status.was_signed()) {
        for by in TradeParty::ALL {
            for action in [Edit, Counter, Propose] {
                assert_eq!(status.after(action, *by, *by), None, "{status:?} {action:?} {by:?}");
            }
        }
    }
}
