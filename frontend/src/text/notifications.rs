//! Words of notifications: the bell, the list, and what each one tells.

use super::Language::{self, English, Vietnamese};
use super::{Text, language, text};
use crate::api::{MailChoice, NotificationKind, TradeParty};

pub(crate) const NOTIFICATIONS: Text = text("Thông báo", "Notifications");
pub(crate) const NOTHING: Text = text(
    "Chưa có thông báo. Khi có lời mời kết nối, thoả thuận, sự kiện, câu trả lời hoặc tin nhắn mới, bạn thấy ở đây.",
    "There are none yet. Proposals, agreements, events, answers and new messages are told here.",
);
pub(crate) const NEW: Text = text("Mới", "New");
pub(crate) const TO_MAILS: Text = text("Chọn cách báo qua thư", "Choose how mails tell you");

pub(crate) const MAILS: Text = text("Báo qua thư", "Mails about what happens");
pub(crate) const MAILS_WHY: Text = text(
    "Lời mời kết nối, thoả thuận, sự kiện, câu trả lời và tin nhắn mới luôn hiện ở mục Thông báo. Bạn muốn nhận thư lúc nào?",
    "Proposals, agreements, events, answers and new messages always stand among your notifications. When do you want a mail?",
);
pub(crate) const MAIL_CHOICE: Text = text("Gửi thư cho tôi", "Send me mails");
pub(crate) const SAVE_MAILS: Text = text("Lưu cách báo", "Save how I am told");

/// When somebody wants a mail.
pub(crate) fn mail_choice(choice: MailChoice) -> Text {
    match choice {
        MailChoice::AtOnce => text("Ngay khi có việc", "At once"),
        MailChoice::Daily => text("Mỗi ngày một thư, gộp lại", "Once a day, all together"),
        MailChoice::Off => text("Không gửi thư", "Never"),
    }
}

/// `Thông báo, 3 chưa đọc`
pub(crate) fn bell(unread: i32) -> String {
    match (language(), unread) {
        (Vietnamese, 0) => "Thông báo".to_owned(),
        (Vietnamese, _) => format!("Thông báo, {unread} chưa đọc"),
        (English, 0) => "Notifications".to_owned(),
        (English, _) => format!("Notifications, {unread} unread"),
    }
}

/// What something is about, for those who are told of it.
pub(crate) struct Told<'a> {
    pub(crate) kind: NotificationKind,
    pub(crate) product: &'a str,
    pub(crate) retailer: &'a str,
    pub(crate) producer: &'a str,
    pub(crate) proposed_by: TradeParty,
    pub(crate) declined_by: Option<TradeParty>,
}

/// `HTX B mời kết nối về “Chè Ba Trại”`
pub(crate) fn told(told: &Told<'_>, language: Language) -> String {
    let Told { kind, product, retailer, producer, proposed_by, declined_by } = told;
    let name = |party: &TradeParty| match (party, language) {
        (TradeParty::Retailer, _) => (*retailer).to_owned(),
        (TradeParty::Producer, _) => (*producer).to_owned(),
        (_, Vietnamese) => "Cán bộ".to_owned(),
        (_, English) => "Staff".to_owned(),
    };
    match (kind, language) {
        (NotificationKind::Proposed, Vietnamese) => {
            format!("{} mời kết nối về “{product}”", name(proposed_by))
        }
        (NotificationKind::Proposed, English) => {
            format!("{} proposed to talk about “{product}”", name(proposed_by))
        }
        (NotificationKind::HalfAccepted, Vietnamese) => {
            format!("Một bên đã đồng ý kết nối về “{product}”, còn chờ bên kia")
        }
        (NotificationKind::HalfAccepted, English) => {
            format!("One side has accepted to talk about “{product}”; the other has yet to answer")
        }
        (NotificationKind::Accepted, Vietnamese) => {
            format!("Hai bên đã đồng ý kết nối về “{product}”, có thể trao đổi")
        }
        (NotificationKind::Accepted, English) => {
            format!("Both sides have accepted to talk about “{product}”")
        }
        (NotificationKind::Declined, _) => {
            let by = declined_by.as_ref().map(name);
            match (language, by) {
                (Vietnamese, Some(by)) => format!("{by} đã từ chối kết nối về “{product}”"),
                (Vietnamese, None) => format!("Lời mời kết nối về “{product}” đã bị từ chối"),
                (English, Some(by)) => format!("{by} declined to talk about “{product}”"),
                (English, None) => format!("The proposal about “{product}” was declined"),
            }
        }
        (NotificationKind::Withdrawn, Vietnamese) => {
            format!("Lời mời kết nối về “{product}” đã được rút lại")
        }
        (NotificationKind::Withdrawn, English) => format!("The proposal about “{product}” was withdrawn"),
        (NotificationKind::Lapsed, Vietnamese) => {
            format!("Lời mời kết nối về “{product}” đã quá hạn trả lời")
        }
        (NotificationKind::Lapsed, English) => format!("The time to answer about “{product}” has passed"),
        (_, Vietnamese) => format!("Có tin nhắn mới về “{product}”"),
        (_, English) => format!("There is a new message about “{product}”"),
    }
}

/// What happened to an agreement.
pub(crate) fn of_agreement(kind: NotificationKind) -> Text {
    match kind {
        NotificationKind::AgreementProposed => {
            text("Thoả thuận mới chờ xác nhận", "An agreement waits to be confirmed")
        }
        NotificationKind::AgreementCountered => text(
            "Có bản sửa của thoả thuận chờ xác nhận",
            "Another version of an agreement waits to be confirmed",
        ),
        NotificationKind::AgreementHalfSigned => text(
            "Một bên đã xác nhận thoả thuận, còn chờ bên kia",
            "One side has confirmed an agreement; the other is waited for",
        ),
        NotificationKind::AgreementSigned => text("Thoả thuận đã ký", "An agreement is signed"),
        NotificationKind::AgreementDeclined => {
            text("Một bên không đồng ý với thoả thuận", "An agreement was declined")
        }
        NotificationKind::AgreementWithdrawn => {
            text("Thoả thuận đã được rút lại", "An agreement was withdrawn")
        }
        NotificationKind::AgreementLapsed => {
            text("Thoả thuận quá hạn xác nhận", "An agreement was not confirmed in time")
        }
        NotificationKind::AgreementTerminated => {
            text("Thoả thuận đã chấm dứt trước hạn", "An agreement was ended before its time")
        }
        NotificationKind::AgreementEnding => text(
            "Thoả thuận sắp hết hạn, có thể gia hạn",
            "The term of an agreement is nearly over; it can be renewed",
        ),
        NotificationKind::DeliveryAsked => {
            text("Xin cho biết đã giao nhận được bao nhiêu", "Please say what was delivered")
        }
        NotificationKind::DeliveryDisputed => text(
            "Hai bên nói khác nhau về việc giao hàng",
            "The two sides say different things of what was delivered",
        ),
        NotificationKind::DeliveryOneSided => text(
            "Hết hạn mà chỉ một bên trả lời về giao hàng, nên chưa có gì được xác nhận",
            "Only one side said in time what was delivered, so nothing is confirmed",
        ),
        NotificationKind::DeliverySilent => text(
            "Hết hạn mà không bên nào trả lời về giao hàng, nên chưa có gì được xác nhận",
            "Neither side said in time what was delivered, so nothing is confirmed",
        ),
        // All others are of introductions.
        _ => text("Đã rõ kết quả giao hàng", "It is settled what was delivered"),
    }
}

/// What happened to an event, or to the part of one's organisation in it.
pub(crate) fn of_event(kind: NotificationKind) -> Text {
    match kind {
        NotificationKind::EventApproved => {
            text("Đơn vị được duyệt tham dự sự kiện", "Your organisation takes part in an event")
        }
        NotificationKind::EventQueued => text(
            "Sự kiện đã đủ chỗ, đơn vị đang ở danh sách chờ",
            "All places of an event are taken; your organisation is on the waiting list",
        ),
        NotificationKind::EventDeclined => {
            text("Đơn vị không được duyệt tham dự sự kiện", "Your organisation was not approved for an event")
        }
        NotificationKind::EventCancelled => text("Sự kiện đã huỷ", "An event was cancelled"),
        NotificationKind::EventScheduled => {
            text("Đã có lịch gặp ở sự kiện", "The timetable of an event is announced")
        }
        // All others are not of events.
        _ => text("Lịch gặp của đơn vị đã thay đổi", "Your meetings at an event have changed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bell_says_how_much_is_unread() {
        assert_eq!([0, 3].map(bell), ["Thông báo", "Thông báo, 3 chưa đọc"]);
    }

    #[test]
    fn who_did_it_is_named_where_it_is_known() {
        let what = |kind, declined_by| Told {
            kind,
            product: "Chè",
            retailer: "Siêu thị A",
            producer: "HTX B",
            proposed_by: TradeParty::Staff,
            declined_by,
        };
        let in_words = |kind, by| told(&what(kind, by), Vietnamese);

        assert_eq!(in_words(NotificationKind::Proposed, None), "Cán bộ mời kết nối về “Chè”");
        assert_eq!(
            in_words(NotificationKind::Declined, Some(TradeParty::Producer)),
            "HTX B đã từ chối kết nối về “Chè”"
        );
        assert_eq!(in_words(NotificationKind::Declined, None), "Lời mời kết nối về “Chè” đã bị từ chối");
    }
}
