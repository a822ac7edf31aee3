//! The life of a round of matching (DESIGN §6): staff choose needs, products and caps, have the best plan solved, change it
//! and solve it again, and accept it. Buttons and checks ask the same table.

use crate::kinds::kind;

kind! {
    /// Where a round stands.
    RoundStatus {
        /// Đang soạn: never solved, or changed since.
        Draft = "draft",
        /// Đã có phương án: the plan is of what is chosen now.
        Solved = "solved",
        /// Đã chốt: its pairs were introduced to each other; nothing changes any more.
        Accepted = "accepted",
    }
}

kind! {
    /// What staff do with a round.
    RoundAction {
        /// Sửa: what is chosen.
        Change = "change",
        /// Ghép: find the best plan.
        Solve = "solve",
        /// Chốt: introduce the pairs of the plan to each other.
        Accept = "accept",
        /// Xoá.
        Delete = "delete",
    }
}

kind! {
    /// What staff have decided about a pair before it is solved.
    RoundRuleKind {
        /// Ghim: it must be in the plan.
        Pin = "pin",
        /// Cấm: it must not be.
        Forbid = "forbid",
    }
}

kind! {
    /// Whose cap.
    CapKind {
        /// Suppliers of a need.
        Need = "need",
        /// Needs of a product.
        Product = "product",
        /// Pairs of all products of a producer together.
        Producer = "producer",
    }
}

kind! {
    /// Why a need gets nothing in a plan; the first that applies.
    UnservedReason {
        /// It may have no supplier.
        CapIsZero = "cap_is_zero",
        /// It was closed, or its last day has passed, since it was chosen.
        NotOpen = "not_open",
        /// No product passes its gates.
        NoCandidates = "no_candidates",
        /// All that pass are introduced to it already.
        AllIntroduced = "all_introduced",
        /// All that pass are forbidden.
        AllForbidden = "all_forbidden",
        /// All that pass have the score 0.
        AllWorthless = "all_worthless",
        /// All that pass are full with other needs, or their producers are.
        AllFull = "all_full",
    }
}

impl RoundStatus {
    /// What a round becomes by an action; `None` if that can't be done now. A round that is deleted becomes nothing, so its
    /// status stays.
    pub const fn after(self, action: RoundAction) -> Option<Self> {
        use RoundAction::{Accept, Change, Delete, Solve};
        match (self, action) {
            (Self::Draft | Self::Solved, Change) => Some(Self::Draft),
            (Self::Draft | Self::Solved, Solve) => Some(Self::Solved),
            (Self::Draft | Self::Solved, Delete) => Some(self),
            (Self::Solved, Accept) => Some(Self::Accepted),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use RoundAction::{Accept, Change, Delete, Solve};
    use RoundStatus::{Accepted, Draft, Solved};

    /// All that can happen; what is not in it can't.
    const MOVES: [(RoundStatus, RoundAction, RoundStatus); 7] = [
        (Draft, Change, Draft),
        (Draft, Solve, Solved),
        (Draft, Delete, Draft),
        (Solved, Change, Draft),
        (Solved, Solve, Solved),
        (Solved, Delete, Solved),
        (Solved, Accept, Accepted),
    ];

    #[test]
    fn the_whole_table() {
        for status in RoundStatus::ALL {
            for action in RoundAction::ALL {
                let known = MOVES.iter().find(|(from, what, _)| (from, what) == (status, action));
                assert_eq!(status.after(*action), known.map(|(.., to)| *to), "{status:?} {action:?}");
            }
        }
    }
}
