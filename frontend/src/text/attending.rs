//! Words of taking part in an event: places, registering, where a registration stands, who takes part.

use super::Language::{self, English, Vietnamese};
use super::{Text, language, text, words};
use crate::api::{ParticipantStatus, TradeParty};

pub(crate) const DESCRIPTION: Text = text("Giới thiệu", "About");
pub(crate) const ORGANISER: Text = text("Đơn vị tổ chức", "Organiser");
pub(crate) const UNTIL: Text = text("Đăng ký đến hết", "Registration until");

pub(crate) const REGISTER: Text = text("Đăng ký tham dự", "Register");
pub(crate) const SIGN_IN: Text = text("Đăng nhập để đăng ký", "Sign in to register");
pub(crate) const IS_LISTED: Text = text(
    "Khi được duyệt, tên, bên tham dự và tỉnh, thành phố của đơn vị hiện công khai trên trang này.",
    "Once approved, the name, side and province of the organisation stand on this page for everybody.",
);
pub(crate) const ORGANISATION: Text = text("Đơn vị", "Organisation");
pub(crate) const SIDE: Text = text("Bên tham dự", "Side");
pub(crate) const AS_RETAILER: Text = text("Nhà bán lẻ: đến để mua", "Retailer: comes to buy");
pub(crate) const AS_PRODUCER: Text = text("Chủ thể: đến để bán", "Producer: comes to sell");
pub(crate) const PEOPLE: Text = text("Số người đến", "How many people come");
pub(crate) const PEOPLE_HINT: Text = text("Từ 1 đến 50.", "1 to 50.");
pub(crate) const NOTE: Text = text("Ghi chú cho ban tổ chức", "Note for the organisers");
pub(crate) const NOTE_HINT: Text = text(
    "Ví dụ: mang theo hàng mẫu, cần bàn trưng bày. Chỉ cán bộ đọc được.",
    "For example: brings samples, needs a table. Only staff read it.",
);
pub(crate) const SEND: Text = text("Gửi đăng ký", "Send the registration");
pub(crate) const NO_ORGANISATION: Text = text(
    "Đăng ký được gửi thay cho một đơn vị. Tài khoản của bạn chưa thuộc đơn vị nào.",
    "Organisations are registered, and your account is of none yet.",
);
pub(crate) const TO_ORGANISATIONS: Text =
    text("Đăng ký hoặc nhận đơn vị", "Register or claim an organisation");
pub(crate) const NOT_VERIFIED: Text = text(
    "Chưa đăng ký được cho đơn vị này, vì đơn vị chưa được xác minh:",
    "This organisation can't be registered yet, because it is not verified:",
);
pub(crate) const ALL_REGISTERED: Text =
    text("Mọi đơn vị của bạn đều đã đăng ký.", "All your organisations are registered.");

pub(crate) const OWN: Text = text("Đăng ký của đơn vị bạn", "Your registrations");
pub(crate) const REASON: Text = text("Lý do", "Reason");
pub(crate) const CODE: Text = text("Mã trên thẻ", "Code on the badge");
pub(crate) const BADGE_WHY: Text = text(
    "Đưa mã này cho cán bộ ở cửa khi đến: trên điện thoại hoặc bản in đều được.",
    "Show this code at the door: on a telephone or on paper.",
);
pub(crate) const TO_TIMETABLE: Text = text("Lịch gặp của đơn vị", "Own meetings");
pub(crate) const WITHDRAW: Text = text("Rút đăng ký", "Withdraw");
pub(crate) const WITHDRAW_WHY: Text = text(
    "Chỗ được nhường cho đơn vị đứng đầu danh sách chờ, và các cuộc gặp theo lịch bị bỏ. Đăng ký lại thì phải chờ duyệt lại.",
    "The place goes to the first of the waiting list, and planned meetings are taken away. To come after all you have to register and wait again.",
);
pub(crate) const KEEP: Text = text("Giữ đăng ký", "Keep it");
pub(crate) const AGAIN: Text = text("Đăng ký lại", "Register again");

pub(crate) const PARTICIPANTS: Text = text("Đơn vị tham dự", "Participants");
pub(crate) const FILTERS: Text = text("Lọc đơn vị tham dự", "Filter participants");
pub(crate) const TEXT: Text = text("Tên đơn vị", "Name");
pub(crate) const ANY_SIDE: Text = text("Cả hai bên", "Both sides");
pub(crate) const PROVINCE: Text = text("Tỉnh, thành phố", "Province");
pub(crate) const ANY_PROVINCE: Text = text("Mọi tỉnh, thành phố", "All provinces");
pub(crate) const PROVINCE_UNKNOWN: Text = text("chưa rõ tỉnh, thành phố", "province not known");
pub(crate) const NOBODY_YET: Text =
    text("Chưa có đơn vị nào được duyệt tham dự.", "No organisation is approved yet.");
pub(crate) const NOBODY_LIKE_IT: Text = text("Không có đơn vị nào như vậy.", "There is no such participant.");
pub(crate) const SEE_ALL: Text = text("Xem mọi đơn vị tham dự", "See all participants");
pub(crate) const ORIGINS: Text = text("Đến từ đâu", "Where they come from");
pub(crate) const RETAILERS: Text = text("Nhà bán lẻ", "Retailers");
pub(crate) const PRODUCERS: Text = text("Chủ thể", "Producers");

pub(crate) const OWN_EVENTS: Text = text("Sự kiện đã đăng ký", "Events it is registered for");
pub(crate) const NO_OWN: Text =
    text("Chưa đăng ký sự kiện nào sắp tới.", "It is registered for no event that is ahead.");
pub(crate) const TO_AHEAD: Text = text("Xem sự kiện sắp tới", "See events ahead");

/// Whether it comes to buy or to sell, in two words.
pub(crate) fn side(side: TradeParty) -> Text {
    match side {
        TradeParty::Producer => text("bên bán", "sells"),
        _ => text("bên mua", "buys"),
    }
}

/// What a state of one's own registration means next.
pub(crate) fn what_next(status: ParticipantStatus) -> Text {
    match status {
        ParticipantStatus::Asked => text(
            "Cán bộ sẽ xem đăng ký này. Khi có quyết định, bạn được báo ở mục Thông báo và qua thư.",
            "Staff will look at it. You are told what they decide among your notifications and by mail.",
        ),
        ParticipantStatus::Approved => {
            text("Đơn vị được tham dự. Hẹn gặp ở sự kiện.", "The organisation takes part. See you there.")
        }
        ParticipantStatus::Waiting => text(
            "Đã hết chỗ. Khi có chỗ trống, đơn vị đứng đầu danh sách chờ được vào và bạn được báo ngay.",
            "All places are taken. When one is free, the first of the list comes in and is told at once.",
        ),
        ParticipantStatus::Declined => {
            text("Đăng ký này không được duyệt.", "This registration was not approved.")
        }
        ParticipantStatus::Withdrawn => text("Đăng ký này đã được rút.", "This registration was withdrawn."),
    }
}

/// What became of a registration that was just sent.
pub(crate) fn sent(name: &str, status: ParticipantStatus) -> String {
    let status = super::t(super::kinds::participant_status(status)).to_lowercase();
    match language() {
        Vietnamese => format!("Đã ghi đăng ký của {name}: {status}."),
        English => format!("{name} is registered: {status}."),
    }
}

/// `Đã rút đăng ký của HTX A.`
pub(crate) fn withdrawn(name: &str) -> String {
    match language() {
        Vietnamese => format!("Đã rút đăng ký của {name}."),
        English => format!("The registration of {name} is withdrawn."),
    }
}

/// `Thứ 3 trong danh sách chờ`
pub(crate) fn queue_place(place: i32) -> String {
    match language() {
        Vietnamese => format!("Thứ {place} trong danh sách chờ"),
        English => format!("Number {place} of the waiting list"),
    }
}

/// `2 người`
pub(crate) fn people(count: i32) -> String {
    match (language(), count) {
        (Vietnamese, _) => format!("{count} người"),
        (English, 1) => "1 person".to_owned(),
        (English, _) => format!("{count} people"),
    }
}

/// `Đã đến lúc 10/12/2026 08:05`
pub(crate) fn arrived_at(at: &str) -> String {
    match language() {
        Vietnamese => format!("Đã đến lúc {at}"),
        English => format!("Arrived {at}"),
    }
}

/// `Mã QR trên thẻ của HTX A: ABCD-2345`
pub(crate) fn badge_of(name: &str, code: &str) -> String {
    match language() {
        Vietnamese => format!("Mã QR trên thẻ của {name}: {code}"),
        English => format!("QR code on the badge of {name}: {code}"),
    }
}

/// `còn 12 trên 40 chỗ`
pub(crate) fn places(places: Option<i32>, approved: i32, language: Language) -> String {
    let number = |count: i32| words::number(count.into(), language);
    match (places, language) {
        (None, Vietnamese) => format!("không giới hạn chỗ, {} đơn vị được duyệt", number(approved)),
        (None, English) => format!("without limit, {} approved", number(approved)),
        (Some(places), Vietnamese) if approved >= places => format!("đã hết {} chỗ", number(places)),
        (Some(places), English) if approved >= places => format!("all {} places taken", number(places)),
        (Some(places), Vietnamese) => {
            format!("còn {} trên {} chỗ", number(places - approved), number(places))
        }
        (Some(places), English) => format!("{} of {} places left", number(places - approved), number(places)),
    }
}

/// `3 đơn vị trong danh sách chờ`
pub(crate) fn waiting(count: i32, language: Language) -> String {
    let number = words::number(count.into(), language);
    match language {
        Vietnamese => format!("{number} đơn vị trong danh sách chờ"),
        English => format!("{number} on the waiting list"),
    }
}

/// `128 đơn vị`
pub(crate) fn count(count: i32) -> String {
    let number = words::number(count.into(), language());
    match (language(), count) {
        (Vietnamese, _) => format!("{number} đơn vị"),
        (English, 1) => "1 organisation".to_owned(),
        (English, _) => format!("{number} organisations"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_told_by_what_is_left() {
        let told = |all, approved| places(all, approved, Vietnamese);

        assert_eq!(told(Some(40), 28), "còn 12 trên 40 chỗ");
        assert_eq!(told(Some(40), 40), "đã hết 40 chỗ");
        // Places can be made fewer afterwards.
        assert_eq!(told(Some(10), 12), "đã hết 10 chỗ");
        assert_eq!(told(None, 3), "không giới hạn chỗ, 3 đơn vị được duyệt");
    }
}
