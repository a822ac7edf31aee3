//! The life of an agreement (DOMAIN §12): one side or staff draft it, it is proposed, changed and confirmed by both sides or
//! signed on paper, and holds until its term is over. Buttons and checks ask the same table.
//!
//! Nobody confirms for the other side: staff may only record what both have signed on paper. What is confirmed never changes;
//! an amendment or a renewal is an agreement of its own that follows this one.

use crate::{TradeParty, kinds::kind};

kind! {
    /// What kind of agreement.
    AgreementKind {
        /// Biên bản ghi nhớ.
        Mou = "mou",
        /// Biên bản giao thương.
        Minutes = "minutes",
        /// Hợp đồng: what is recorded here is a reference to it.
        Contract = "contract",
        /// Chương trình hợp tác of a retailer with a department.
        Programme = "programme",
        /// Thoả thuận khung of departments.
        Framework = "framework",
    }
}

kind! {
    /// Where an agreement stands.
    AgreementStatus {
        /// Bản nháp: only the side that writes it sees it.
        Draft = "draft",
        /// Chờ hai bên: staff proposed it, and neither side has confirmed.
        WaitsForBoth = "waits_for_both",
        /// Chờ nhà bán lẻ: the producer stands by it.
        WaitsForRetailer = "waits_for_retailer",
        /// Chờ chủ thể: the retailer stands by it.
        WaitsForProducer = "waits_for_producer",
        /// Đã ký: both have confirmed it, or signed it on paper; it holds.
        Signed = "signed",
        /// Hết hạn: its term is over.
        Ended = "ended",
        /// Đã chấm dứt before its term was over, with a reason.
        Terminated = "terminated",
        /// Đã thay thế by an amendment that both have confirmed.
        Superseded = "superseded",
        /// Không đồng ý, with a reason.
        Declined = "declined",
        /// Đã rút lại.
        Withdrawn = "withdrawn",
        /// Quá hạn: it was not confirmed in time.
        Lapsed = "lapsed",
    }
}

kind! {
    /// What is done with an agreement.
    AgreementAction {
        /// Sửa bản nháp.
        Edit = "edit",
        /// Gửi: a side that sends it stands by it.
        Propose = "propose",
        /// Đề nghị sửa: the next version goes to the other side.
        Counter = "counter",
        /// Xác nhận.
        Sign = "sign",
        /// Không đồng ý.
        Decline = "decline",
        /// Rút lại.
        Withdraw = "withdraw",
        /// Ghi nhận bản giấy đã ký.
        RecordPaper = "record_paper",
        /// Chấm dứt.
        Terminate = "terminate",
        /// Gia hạn: another one for the time after this one.
        Renew = "renew",
        /// Sửa đổi: another one instead of this one.
        Amend = "amend",
        /// An amendment is confirmed; nobody does that to this one.
        Supersede = "supersede",
        /// Its term is over; time does that.
        End = "end",
        /// Nobody confirmed it in time; time does that.
        Lapse = "lapse",
    }
}

kind! {
    /// How an agreement follows another one of the same sides.
    AgreementFollows {
        /// It goes on after the term of the other.
        Renewal = "renewal",
        /// It takes the place of the other.
        Amendment = "amendment",
    }
}

impl AgreementStatus {
    /// Whether a confirmation is waited for.
    pub const fn is_waiting(self) -> bool {
        matches!(self, Self::WaitsForBoth | Self::WaitsForRetailer | Self::WaitsForProducer)
    }

    /// Whether this side's confirmation is waited for.
    pub const fn waits_for(self, party: TradeParty) -> bool {
        matches!(
            (self, party),
            (Self::WaitsForBoth, TradeParty::Retailer | TradeParty::Producer)
                | (Self::WaitsForRetailer, TradeParty::Retailer)
                | (Self::WaitsForProducer, TradeParty::Producer)
        )
    }

    /// Whether both sides have confirmed it once.
    pub const fn was_signed(self) -> bool {
        matches!(self, Self::Signed | Self::Ended | Self::Terminated | Self::Superseded)
    }

    /// Where an agreement stands once somebody sends a version: it waits for those who have not said it themselves.
    const fn sent_by(party: TradeParty) -> Option<Self> {
        match party {
            TradeParty::Retailer => Some(Self::WaitsForProducer),
            TradeParty::Producer => Some(Self::WaitsForRetailer),
            TradeParty::Staff => Some(Self::WaitsForBoth),
            TradeParty::Other => None,
        }
    }

    /// What an agreement becomes by an action of somebody; `None` if they can't do that now. `written_by` is who wrote its
    /// latest version. What has no people of its own on one side (a department) is confirmed on paper only; the server sees
    /// to that.
    pub const fn after(
        self,
        action: AgreementAction,
        by: TradeParty,
        written_by: TradeParty,
    ) -> Option<Self> {
        use AgreementAction::{
            Amend, Counter, Decline, Edit, End, Lapse, Propose, RecordPaper, Renew, Sign, Supersede,
            Terminate, Withdraw,
        };
        use TradeParty::{Other, Producer, Retailer, Staff};
        let is_own = by as u8 == written_by as u8;
        match (self, action, by) {
            (Self::Draft, Edit, Retailer | Producer | Staff) if is_own => Some(Self::Draft),
            (Self::Draft, Propose, Retailer | Producer | Staff) if is_own => Self::sent_by(by),
            (Self::Draft, Withdraw, Retailer | Producer | Staff) if is_own => Some(Self::Withdrawn),
            (Self::Draft, RecordPaper, Staff) if is_own => Some(Self::Signed),
            (_, Counter, Retailer | Producer) if self.is_waiting() => Self::sent_by(by),
            (Self::WaitsForBoth, Counter, Staff) => Some(Self::WaitsForBoth),
            (Self::WaitsForBoth, Sign, Retailer) => Some(Self::WaitsForProducer),
            (Self::WaitsForBoth, Sign, Producer) => Some(Self::WaitsForRetailer),
            (Self::WaitsForRetailer, Sign, Retailer) | (Self::WaitsForProducer, Sign, Producer) => {
                Some(Self::Signed)
            }
            (_, Decline, Retailer | Producer) if self.waits_for(by) => Some(Self::Declined),
            (Self::WaitsForRetailer, Withdraw, Producer) if is_own => Some(Self::Withdrawn),
            (Self::WaitsForProducer, Withdraw, Retailer) if is_own => Some(Self::Withdrawn),
            (Self::WaitsForBoth, Withdraw, Staff) => Some(Self::Withdrawn),
            (_, RecordPaper, Staff) if self.is_waiting() => Some(Self::Signed),
            (_, Lapse, Other) if self.is_waiting() => Some(Self::Lapsed),
            (Self::Signed, Terminate, Retailer | Producer | Staff) => Some(Self::Terminated),
            (Self::Signed | Self::Ended, Renew, Retailer | Producer | Staff) => Some(self),
            (Self::Signed, Amend, Retailer | Producer | Staff) => Some(self),
            (Self::Signed, Supersede, Other) => Some(Self::Superseded),
            (Self::Signed, End, Other) => Some(Self::Ended),
            _ => None,
        }
    }

    /// All that somebody can do now.
    pub fn actions(self, by: TradeParty, written_by: TradeParty) -> impl Iterator<Item = AgreementAction> {
        let all = AgreementAction::ALL.iter().copied();
        all.filter(move |action| self.after(*action, by, written_by).is_some())
    }
}

#[cfg(test)]
mod tests;
