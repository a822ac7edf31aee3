//! The words of mails about introductions. What the two sides write to each other stands in none of them.

use shared::{NotificationKind, TradeParty};

use super::news::Words;
use crate::entities::introduction;

/// Something that happened to an introduction.
pub(crate) struct Happening<'a> {
    pub(crate) kind: NotificationKind,
    pub(crate) introduction: &'a introduction::Model,
    /// The names of both sides.
    pub(crate) retailer: &'a str,
    pub(crate) producer: &'a str,
}

/// What a mail says of it.
pub(crate) fn words(what: &Happening<'_>) -> Words {
    let (vietnamese, english) = what.sentence();
    let row = what.introduction;
    let said = match what.kind {
        NotificationKind::Proposed | NotificationKind::HalfAccepted => {
            row.note.as_ref().map(|note| format!("Lời nhắn / Words: {note}"))
        }
        NotificationKind::Declined => {
            row.declined_because.as_ref().map(|reason| format!("Lý do / Reason: {reason}"))
        }
        _ => None,
    };
    Words { subject: what.subject(), vietnamese, english, said }
}

impl Happening<'_> {
    fn subject(&self) -> (&'static str, &'static str) {
        match self.kind {
            NotificationKind::Proposed => ("Đề nghị kết nối", "A proposal to meet"),
            NotificationKind::HalfAccepted => ("Bên kia đã đồng ý kết nối", "The other side wants to meet"),
            NotificationKind::Accepted => ("Hai bên đã đồng ý kết nối", "Both sides want to meet"),
            NotificationKind::Declined => ("Đề nghị kết nối bị từ chối", "A proposal was declined"),
            NotificationKind::Withdrawn => ("Đề nghị kết nối được rút lại", "A proposal was withdrawn"),
            NotificationKind::Lapsed => ("Đề nghị kết nối quá hạn", "A proposal was not answered in time"),
            _ => ("Tin nhắn mới", "A new message"),
        }
    }

    /// What happened, in Vietnamese and English.
    fn sentence(&self) -> (String, String) {
        let (row, retailer, producer) = (self.introduction, self.retailer, self.producer);
        let product = &row.product_name;
        let about = match &row.need_name {
            Some(need) => (
                format!("sản phẩm “{product}” cho nhu cầu “{need}”"),
                format!("the product “{product}” for the need “{need}”"),
            ),
            None => (format!("sản phẩm “{product}”"), format!("the product “{product}”")),
        };
        let (vi, en) = (&about.0, &about.1);
        // Who speaks, and to whom.
        let sides = |side| match side {
            Some(TradeParty::Producer) => (producer, retailer),
            _ => (retailer, producer),
        };
        match self.kind {
            NotificationKind::Proposed if row.proposed_by == TradeParty::Staff => (
                format!("Cán bộ OCOP Hà Nội đề nghị {retailer} và {producer} kết nối về {vi}."),
                format!("Staff of OCOP Hanoi propose that {retailer} and {producer} meet about {en}."),
            ),
            NotificationKind::Proposed => {
                let (who, whom) = sides(Some(row.proposed_by));
                (
                    format!("{who} muốn kết nối với {whom} về {vi}."),
                    format!("{who} would like to meet {whom} about {en}."),
                )
            }
            NotificationKind::HalfAccepted => {
                let (who, whom) = sides(self.first_to_accept());
                (
                    format!("{who} đã đồng ý kết nối với {whom} về {vi}; đang chờ {whom} trả lời."),
                    format!("{who} wants to meet {whom} about {en}; the answer of {whom} is waited for."),
                )
            }
            NotificationKind::Accepted => (
                format!(
                    "{retailer} và {producer} đã đồng ý kết nối về {vi}; hai bên có thể nhắn tin cho nhau."
                ),
                format!(
                    "{retailer} and {producer} want to meet about {en}; they can write to each other now."
                ),
            ),
            NotificationKind::Declined => {
                let (who, whom) = sides(row.declined_by);
                (
                    format!("{who} đã từ chối kết nối với {whom} về {vi}."),
                    format!("{who} does not want to meet {whom} about {en}."),
                )
            }
            NotificationKind::Withdrawn => (
                format!("Đề nghị để {retailer} và {producer} kết nối về {vi} đã được rút lại."),
                format!("The proposal that {retailer} and {producer} meet about {en} was withdrawn."),
            ),
            NotificationKind::Lapsed => (
                format!("Đề nghị để {retailer} và {producer} kết nối về {vi} không được trả lời đúng hạn."),
                format!(
                    "The proposal that {retailer} and {producer} meet about {en} was not answered in time."
                ),
            ),
            _ => (
                format!("Có tin nhắn mới giữa {retailer} và {producer} về {vi}."),
                format!("There is a new message between {retailer} and {producer} about {en}."),
            ),
        }
    }

    fn first_to_accept(&self) -> Option<TradeParty> {
        let row = self.introduction;
        match (row.retailer_answered_at, row.producer_answered_at) {
            (Some(retailer), Some(producer)) if producer < retailer => Some(TradeParty::Producer),
            (None, Some(_)) => Some(TradeParty::Producer),
            _ => Some(TradeParty::Retailer),
        }
    }
}
