//! The life of a need: what becomes of it, by which action, of whom. Buttons and checks ask the same table.

use crate::kinds::kind;

kind! {
    /// Where a need stands.
    NeedStatus {
        /// Bản nháp: only its retailer sees it.
        Draft = "draft",
        /// Đang tìm: producers see it.
        Open = "open",
        /// Đã đóng: found, or given up.
        Closed = "closed",
    }
}

kind! {
    /// What is done with a need.
    NeedAction {
        /// Đăng.
        Open = "open",
        /// Đóng.
        Close = "close",
        /// Sửa.
        Edit = "edit",
    }
}

kind! {
    /// Who may read an open need.
    NeedVisibility {
        /// Producers that staff have verified.
        Producers = "producers",
        /// Everybody.
        Public = "public",
    }
}

kind! {
    /// Who acts.
    NeedParty {
        /// People of the retailer whose need it is.
        Retailer = "retailer",
        /// Staff who look after it: they may take down what does not belong here (DOMAIN §15).
        Staff = "staff",
        /// All others.
        Other = "other",
    }
}

kind! {
    /// What keeps a need from being opened.
    NeedHindrance {
        /// Staff have not verified its retailer.
        NotVerified = "not_verified",
        /// Its last day has passed.
        Past = "past",
        /// Neither a group nor a description says what is looked for.
        NothingSaid = "nothing_said",
    }
}

impl NeedStatus {
    /// What a need becomes by an action of somebody; `None` if they can't do that now.
    pub const fn after(self, action: NeedAction, by: NeedParty) -> Option<Self> {
        use NeedAction::{Close, Edit, Open};
        use NeedParty::{Other, Retailer, Staff};
        match (self, action, by) {
            (_, _, Other) => None,
            (Self::Draft | Self::Closed, Open, Retailer) => Some(Self::Open),
            (Self::Open, Close, Retailer | Staff) => Some(Self::Closed),
            (Self::Draft | Self::Open, Edit, Retailer) => Some(self),
            (Self::Open, Open, Retailer) | (Self::Closed, Edit, Retailer) => None,
            (Self::Draft | Self::Closed, Close, _) => None,
            (_, Open | Edit, Staff) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use NeedAction::{Close, Edit, Open};
    use NeedParty::{Other, Retailer, Staff};

    #[test]
    fn the_whole_table() {
        let (draft, open, closed) = (NeedStatus::Draft, NeedStatus::Open, NeedStatus::Closed);
        for (status, action, by, after) in [
            (draft, Open, Retailer, Some(open)),
            (draft, Close, Retailer, None),
            (draft, Edit, Retailer, Some(draft)),
            (open, Open, Retailer, None),
            (open, Close, Retailer, Some(closed)),
            (open, Edit, Retailer, Some(open)),
            (closed, Open, Retailer, Some(open)),
            (closed, Close, Retailer, None),
            (closed, Edit, Retailer, None),
            (draft, Open, Staff, None),
            (draft, Close, Staff, None),
            (draft, Edit, Staff, None),
            (open, Open, Staff, None),
            (open, Close, Staff, Some(closed)),
            (open, Edit, Staff, None),
            (closed, Open, Staff, None),
            (closed, Close, Staff, None),
            (closed, Edit, Staff, None),
        ] {
            assert_eq!(status.after(action, by), after, "{status:?} {action:?} {by:?}");
        }
        for status in NeedStatus::ALL {
            for action in NeedAction::ALL {
                assert_eq!(status.after(*action, Other), None);
            }
        }
    }
}
