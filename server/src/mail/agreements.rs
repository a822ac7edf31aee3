//! The words of mails about agreements and what is delivered under them. What an agreement says stands in none of them.

use chrono::NaiveDate;
use shared::{AgreementKind, NotificationKind, TradeParty};

use super::news::Words;
use crate::entities::agreement;

/// Something that happened to an agreement.
pub(crate) struct Happening<'a> {
    pub(crate) kind: NotificationKind,
    pub(crate) agreement: &'a agreement::Model,
    /// The names of both sides.
    pub(crate) retailer: &'a str,
    pub(crate) producer: &'a str,
    /// Who wrote its latest version, and what they said with it.
    pub(crate) written_by: TradeParty,
    pub(crate) note: Option<&'a str>,
    /// The last day of its term.
    pub(crate) ends_on: Option<NaiveDate>,
}

/// What a mail says of it.
pub(crate) fn words(what: &Happening<'_>) -> Words {
    let (vietnamese, english) = what.sentence();
    let said = match what.kind {
        kind if kind.asks() => what.note.map(|note| format!("Lời nhắn / Words: {note}")),
        NotificationKind::AgreementDeclined | NotificationKind::AgreementTerminated => {
            what.agreement.settled_because.as_ref().map(|reason| format!("Lý do / Reason: {reason}"))
        }
        _ => None,
    };
    Words { subject: what.subject(), vietnamese, english, said }
}

/// What a kind of agreement is called within a sentence.
const fn called(kind: AgreementKind) -> (&'static str, &'static str) {
    match kind {
        AgreementKind::Mou => ("biên bản ghi nhớ", "memorandum of understanding"),
        AgreementKind::Minutes => ("biên bản giao thương", "minutes of trade"),
        AgreementKind::Contract => ("hợp đồng", "contract"),
        AgreementKind::Programme => ("chương trình hợp tác", "cooperation programme"),
        AgreementKind::Framework => ("thoả thuận khung", "framework agreement"),
    }
}

impl Happening<'_> {
    fn subject(&self) -> (&'static str, &'static str) {
        match self.kind {
            NotificationKind::AgreementProposed => ("Thoả thuận chờ xác nhận", "An agreement to confirm"),
            NotificationKind::AgreementCountered => {
                ("Đề nghị sửa thoả thuận", "Another version of an agreement")
            }
            NotificationKind::AgreementHalfSigned => {
                ("Bên kia đã xác nhận thoả thuận", "The other side has confirmed an agreement")
            }
            NotificationKind::AgreementSigned => ("Thoả thuận đã ký", "An agreement is signed"),
            NotificationKind::AgreementDeclined => {
                ("Thoả thuận không được đồng ý", "An agreement was declined")
            }
            NotificationKind::AgreementWithdrawn => ("Thoả thuận được rút lại", "An agreement was withdrawn"),
            NotificationKind::AgreementLapsed => {
                ("Thoả thuận quá hạn xác nhận", "An agreement was not confirmed in time")
            }
            NotificationKind::AgreementTerminated => ("Thoả thuận chấm dứt", "An agreement was ended"),
            NotificationKind::AgreementEnding => {
                ("Thoả thuận sắp hết hạn", "The term of an agreement is nearly over")
            }
            NotificationKind::DeliveryAsked => ("Xin cho biết việc giao hàng", "What was delivered?"),
            NotificationKind::DeliveryDisputed => {
                ("Hai bên nói khác nhau về giao hàng", "The two sides differ on a delivery")
            }
            NotificationKind::DeliveryOneSided => {
                ("Chỉ một bên trả lời về giao hàng", "Only one side said what was delivered")
            }
            NotificationKind::DeliverySilent => {
                ("Không bên nào trả lời về giao hàng", "Neither side said what was delivered")
            }
            _ => ("Kết quả giao hàng", "What was delivered"),
        }
    }

    /// What happened, in Vietnamese and English.
    fn sentence(&self) -> (String, String) {
        let (row, retailer, producer) = (self.agreement, self.retailer, self.producer);
        let (called_vi, called_en) = called(row.kind);
        let number = row.number.as_ref().map(|number| format!(" {number}")).unwrap_or_default();
        let what = (
            format!("{called_vi}{number} giữa {retailer} và {producer}"),
            format!("{called_en}{number} of {retailer} and {producer}"),
        );
        let (vi, en) = (&what.0, &what.1);
        let name = |party| match party {
            Some(TradeParty::Retailer) => (retailer, retailer),
            Some(TradeParty::Producer) => (producer, producer),
            _ => ("Cán bộ OCOP Hà Nội", "Staff of OCOP Hanoi"),
        };
        let last = self.ends_on.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default();
        let (writer, ender) = (name(Some(self.written_by)), name(row.settled_by));
        match self.kind {
            NotificationKind::AgreementProposed => (
                format!("{} gửi {vi}, chờ xác nhận.", writer.0),
                format!("{} sent the {en}, to be confirmed.", writer.1),
            ),
            NotificationKind::AgreementCountered => (
                format!("{} đề nghị sửa {vi}; bản mới chờ xác nhận.", writer.0),
                format!("{} sent another version of the {en}, to be confirmed.", writer.1),
            ),
            NotificationKind::AgreementHalfSigned => (
                format!("Một bên đã xác nhận {vi}; đang chờ bên còn lại."),
                format!("One side has confirmed the {en}; the other is waited for."),
            ),
            NotificationKind::AgreementSigned if row.is_paper => (
                format!("Đã ghi nhận bản giấy đã ký của {vi}."),
                format!("It is recorded that the {en} was signed on paper."),
            ),
            NotificationKind::AgreementSigned => {
                (format!("Hai bên đã xác nhận {vi}."), format!("Both sides have confirmed the {en}."))
            }
            NotificationKind::AgreementDeclined => (
                format!("{} không đồng ý với {vi}.", ender.0),
                format!("{} does not agree to the {en}.", ender.1),
            ),
            NotificationKind::AgreementWithdrawn => {
                (format!("{} đã rút lại {vi}.", ender.0), format!("{} took back the {en}.", ender.1))
            }
            NotificationKind::AgreementLapsed => (
                format!("Hết hạn xác nhận mà {vi} chưa được xác nhận."),
                format!("The {en} was not confirmed in time."),
            ),
            NotificationKind::AgreementTerminated => (
                format!("{} đã chấm dứt {vi}.", ender.0),
                format!("{} ended the {en} before its time.", ender.1),
            ),
            NotificationKind::AgreementEnding => (
                format!("Ngày {last} là hết hạn {vi}; hai bên có thể gia hạn."),
                format!("The {en} ends on {last}; it can be renewed."),
            ),
            NotificationKind::DeliveryAsked => (
                format!("Xin cho biết đã giao nhận được bao nhiêu theo {vi}."),
                format!("Please say what was delivered under the {en}."),
            ),
            NotificationKind::DeliveryDisputed => (
                format!(
                    "Hai bên nói khác nhau về việc giao hàng theo {vi}; mỗi bên còn sửa được câu trả lời."
                ),
                format!(
                    "The sides say different things of what was delivered under the {en}; both can still correct it."
                ),
            ),
            NotificationKind::DeliveryOneSided => (
                format!(
                    "Hết hạn trả lời mà chỉ một bên cho biết đã giao nhận được bao nhiêu theo {vi}; hàng của kỳ này \
                     không được tính là hai bên xác nhận."
                ),
                format!(
                    "Only one side said in time what was delivered under the {en}; nothing of this time counts as \
                     confirmed by both."
                ),
            ),
            NotificationKind::DeliverySilent => (
                format!(
                    "Hết hạn trả lời mà không bên nào cho biết đã giao nhận được bao nhiêu theo {vi}; hàng của kỳ này \
                     không được tính là hai bên xác nhận."
                ),
                format!(
                    "Neither side said in time what was delivered under the {en}; nothing of this time counts as \
                     confirmed by both."
                ),
            ),
            _ => (
                format!("Đã rõ kết quả giao hàng theo {vi}."),
                format!("It is settled what was delivered under the {en}."),
            ),
        }
    }
}
