//! Words of what is printed for an event.

use super::{Language, Text, language, text};

pub(crate) const TITLE: Text = text("In cho sự kiện", "Print for the event");
pub(crate) const KINDS: Text = text("In gì", "What to print");
pub(crate) const BADGES: Text = text("Thẻ", "Badges");
pub(crate) const PARTICIPANTS: Text = text("Lịch từng đơn vị", "A sheet for each participant");
pub(crate) const TABLES: Text = text("Lịch từng bàn", "A sheet for each table");
pub(crate) const PRINT: Text = text("In", "Print");
pub(crate) const TO_EVENT: Text = text("Về trang sự kiện", "Back to the event");
pub(crate) const READING: Text = text("Đang tải", "Reading");
pub(crate) const NO_GUESTS: Text = text("Chưa có đơn vị nào được duyệt.", "Nobody is approved yet.");
pub(crate) const NO_MEETINGS: Text = text(
    "Chưa có cuộc gặp nào để in. Hãy xếp lịch trước.",
    "There is no meeting to print yet. Make the timetable first.",
);
pub(crate) const TIME: Text = text("Giờ", "Time");
pub(crate) const TABLE: Text = text("Bàn", "Table");
pub(crate) const WITH: Text = text("Gặp", "With");
pub(crate) const WHO: Text = text("Hai bên", "Who");
pub(crate) const PRODUCT: Text = text("Sản phẩm", "Product");
pub(crate) const NOTES: Text = text("Ghi chú", "Notes");

/// `Đang tải: 100/320`
pub(crate) fn reading(rows: usize, all: i32) -> String {
    let so_far = if all > 0 { format!(": {rows}/{all}") } else { "…".to_owned() };
    match language() {
        Language::Vietnamese => format!("Đang tải{so_far}"),
        Language::English => format!("Reading{so_far}"),
    }
}

/// `128 thẻ, 8 thẻ một tờ A4`
pub(crate) fn badges(count: usize) -> String {
    match language() {
        Language::Vietnamese => format!("{count} thẻ, 8 thẻ một tờ A4"),
        Language::English => format!("{count} badges, 8 on a page of A4"),
    }
}

/// `128 tờ`
pub(crate) fn sheets(count: usize) -> String {
    match (language(), count) {
        (Language::Vietnamese, _) => format!("{count} tờ"),
        (Language::English, 1) => "1 sheet".to_owned(),
        (Language::English, _) => format!("{count} sheets"),
    }
}

/// `Mã điểm danh ABCD-2345`
pub(crate) fn code_of(code: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Mã điểm danh {code}"),
        Language::English => format!("Code {code} for the door"),
    }
}
