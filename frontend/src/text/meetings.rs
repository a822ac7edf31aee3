//! Words of meetings at an event: when, where and with whom, and what came of them.

use chrono::NaiveDate;
use shared::events::hours::clock_time;

use super::{Language, Text, language, text, words};
use crate::api::TradeParty;

pub(crate) const OWN: Text = text("Lịch gặp của đơn vị", "Meetings of your organisation");
pub(crate) const OWN_WHY: Text = text(
    "Sau mỗi cuộc gặp, bấm “Ghi kết quả” rồi chọn một mục. Chọn nhầm thì chọn lại; lần ghi cuối cùng được tính.",
    "After each meeting press “Record the outcome” and choose. A mistake is mended by choosing again; the last word counts.",
);
pub(crate) const TO_EVENT: Text = text("Về trang sự kiện", "Back to the event");
pub(crate) const PRINT: Text = text("In lịch này", "Print it");
pub(crate) const NOT_YET: Text = text(
    "Chưa có lịch gặp. Khi ban tổ chức công bố lịch, đơn vị được duyệt tham dự sẽ nhận thông báo và thấy lịch của mình ở đây.",
    "There is no timetable yet. Once it is announced, organisations that take part are told and find their meetings here.",
);
pub(crate) const NOT_TAKING_PART: Text = text(
    "Lịch gặp là của các đơn vị được duyệt tham dự sự kiện này; tài khoản của bạn chưa thuộc đơn vị nào như vậy.",
    "Meetings are those of organisations that take part in this event; your account belongs to none of them.",
);
pub(crate) const NONE_OWN: Text = text(
    "Lịch đã công bố, nhưng đơn vị chưa có cuộc gặp nào. Cuộc gặp được xếp cho các bên đã đồng ý kết nối.",
    "The timetable is announced, but there is no meeting of yours. Meetings are of pairs that were introduced.",
);
pub(crate) const TO_STAFF: Text = text("Lịch của cả sự kiện", "The whole timetable");
pub(crate) const NO_SLOT: Text = text("Chưa có khung giờ", "No time yet");
pub(crate) const SEE_INTRODUCTION: Text = text("Xem trao đổi", "See the conversation");
pub(crate) const RECORD: Text = text("Ghi kết quả", "Record the outcome");
pub(crate) const RECORD_AGAIN: Text = text("Sửa kết quả", "Change the outcome");
pub(crate) const OUTCOMES: Text = text("Kết quả cuộc gặp", "What came of the meeting");
pub(crate) const NOTE: Text = text("Ghi chú", "Note");
pub(crate) const NOTE_HINT: Text = text(
    "Lưu cùng kết quả khi bạn chọn; hai bên và cán bộ đều đọc được.",
    "Saved with the outcome you choose; both sides and staff read it.",
);
pub(crate) const RECORDED: Text = text("Đã ghi kết quả.", "The outcome is recorded.");
pub(crate) const DRAFTED: Text = text(
    "Đã ghi kết quả và lập bản nháp thoả thuận.",
    "The outcome is recorded, and an agreement was drafted.",
);
pub(crate) const TO_AGREEMENT: Text = text("Bản nháp thoả thuận", "The draft of the agreement");
pub(crate) const CAME_TO_NOTHING: Text =
    text("Thoả thuận lập từ cuộc gặp này không thành.", "Nothing came of the agreement of this meeting.");
pub(crate) const DRAFT_AGAIN: Text = text("Soạn thoả thuận khác", "Draft another agreement");

/// `08:30–08:50`
pub(crate) fn time(from: i32, to: i32) -> String {
    format!("{}–{}", clock(from), clock(to))
}

/// `08:30`
pub(crate) fn clock(minute: i32) -> String {
    clock_time(u16::try_from(minute).unwrap_or_default())
}

/// `Bàn 4`
pub(crate) fn table(number: i32) -> String {
    match language() {
        Language::Vietnamese => format!("Bàn {number}"),
        Language::English => format!("Table {number}"),
    }
}

/// `Gặp HTX Chè Ba Trại`
pub(crate) fn with(name: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Gặp {name}"),
        Language::English => format!("With {name}"),
    }
}

/// `Về “Chè xanh”, cho nhu cầu “Chè gói 100 g”`
pub(crate) fn about(product: &str, need: Option<&str>) -> String {
    match (language(), need) {
        (Language::Vietnamese, Some(need)) => format!("Về “{product}”, cho nhu cầu “{need}”"),
        (Language::Vietnamese, None) => format!("Về “{product}”"),
        (Language::English, Some(need)) => format!("About “{product}”, for “{need}”"),
        (Language::English, None) => format!("About “{product}”"),
    }
}

/// What comes next, or is on now.
pub(crate) struct Upcoming {
    /// Its day, unless that is today.
    pub(crate) day: Option<NaiveDate>,
    /// From when, in minutes.
    pub(crate) from: i32,
    /// Its table.
    pub(crate) table: Option<i32>,
    /// Whether it has begun.
    pub(crate) is_on: bool,
}

/// `Tiếp theo: 09:25, bàn 4`
pub(crate) fn upcoming(next: &Upcoming) -> String {
    let beginning = match (language(), next.is_on) {
        (Language::Vietnamese, false) => "Tiếp theo",
        (Language::Vietnamese, true) => "Bây giờ",
        (Language::English, false) => "Next",
        (Language::English, true) => "Now",
    };
    let day = next.day.map(|day| format!("{} ", words::date(day))).unwrap_or_default();
    let table =
        next.table.map(|table| format!(", {}", self::table(table).to_lowercase())).unwrap_or_default();
    format!("{beginning}: {day}{}{table}", clock(next.from))
}

/// `Ghi được từ 09:25`
pub(crate) fn recordable_from(from: i32) -> String {
    match language() {
        Language::Vietnamese => format!("Ghi được kết quả từ {}", clock(from)),
        Language::English => format!("Its outcome can be recorded from {}", clock(from)),
    }
}

/// `nhà bán lẻ ghi lúc 10/12/2026 09:50`
pub(crate) fn recorded(by: TradeParty, at: &str) -> String {
    let by = match (by, language()) {
        (TradeParty::Retailer, Language::Vietnamese) => "nhà bán lẻ",
        (TradeParty::Retailer, Language::English) => "the retailer",
        (TradeParty::Producer, Language::Vietnamese) => "chủ thể",
        (TradeParty::Producer, Language::English) => "the producer",
        (TradeParty::Staff | TradeParty::Other, Language::Vietnamese) => "cán bộ",
        (TradeParty::Staff | TradeParty::Other, Language::English) => "staff",
    };
    match language() {
        Language::Vietnamese => format!("{by} ghi lúc {at}"),
        Language::English => format!("recorded by {by} on {at}"),
    }
}

/// `18 cuộc gặp`
pub(crate) fn count(meetings: i32) -> String {
    let number = words::number(meetings.into(), language());
    match (language(), meetings) {
        (Language::Vietnamese, _) => format!("{number} cuộc gặp"),
        (Language::English, 1) => "1 meeting".to_owned(),
        (Language::English, _) => format!("{number} meetings"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_meeting_is_told_by_its_time_and_table() {
        let next = |day: Option<&str>, table, is_on| {
            upcoming(&Upcoming { day: day.and_then(|day| day.parse().ok()), from: 565, table, is_on })
        };

        assert_eq!(next(None, Some(4), false), "Tiếp theo: 09:25, bàn 4");
        assert_eq!(next(None, Some(4), true), "Bây giờ: 09:25, bàn 4");
        assert_eq!(next(Some("2026-12-10"), None, false), "Tiếp theo: 10/12/2026 09:25");
    }
}
