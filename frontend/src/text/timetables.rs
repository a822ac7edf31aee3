//! Words of the timetable of an event, for staff.

use chrono::NaiveDate;
use shared::events::hours::clock_time;

use super::{Language, Text, language, meetings, text, words};
use crate::pages::timetable::{TimetableChange, WhyUnplaced};

pub(crate) const TITLE: Text = text("Lịch gặp", "Timetable of meetings");
pub(crate) const TIMETABLE: Text = text("Lịch hiện tại", "The timetable");
pub(crate) const SETTINGS: Text = text("Thiết lập lịch", "How it is made");
pub(crate) const LINKS: Text = text("Việc liên quan", "Related");
pub(crate) const TO_DOOR: Text = text("Điểm danh", "Check-in");
pub(crate) const PRINT_SHEETS: Text = text("In lịch từng đơn vị", "Print a sheet for each participant");
pub(crate) const PRINT_TABLES: Text = text("In lịch từng bàn", "Print a sheet for each table");
pub(crate) const PRINT_BADGES: Text = text("In thẻ", "Print badges");
pub(crate) const NONE_YET: Text = text(
    "Chưa có lịch. Hãy ghi giờ gặp và số bàn ở dưới rồi bấm “Xếp lịch”: mọi cặp đã đồng ý kết nối mà hai bên đều được duyệt sẽ có cuộc gặp, trong số khung giờ ít nhất.",
    "There is no timetable yet. Say the hours and tables below and press “Make it”: all introduced pairs whose sides are approved get a meeting, in the fewest slots.",
);
pub(crate) const NOT_NOW: Text = text(
    "Lịch chỉ xếp được khi sự kiện đang nhận đăng ký hoặc đã đóng đăng ký.",
    "A timetable can only be made while registration is open or closed.",
);
pub(crate) const NO_DAYS_KNOWN: Text = text(
    "Chưa rõ sự kiện diễn ra ngày nào. Hãy ghi ngày của sự kiện trước rồi quay lại đây.",
    "It is not known on which days the event takes place. Say that first, then come back.",
);
pub(crate) const MAKE: Text = text("Giờ gặp và số bàn", "Hours and tables");
pub(crate) const MAKE_DO: Text = text("Xếp lịch", "Make it");
pub(crate) const MAKE_ANEW: Text = text("Xếp lại toàn bộ lịch", "Make all of it anew");
pub(crate) const MAKE_ANEW_WHY: Text = text(
    "Mọi cuộc gặp được xếp lại từ đầu, kể cả những cuộc không có gì thay đổi. Nếu lịch đã công bố, các đơn vị được báo lịch mới. Chỉ cần thêm hay bớt vài đơn vị thì hãy dùng “Cập nhật lịch”.",
    "All meetings are placed anew, also those about which nothing changed. If it was announced, participants are told of the new one. For a few that came or left, bring it up to date instead.",
);
pub(crate) const MAKE_ANEW_DO: Text = text("Xếp lại toàn bộ", "Make it anew");
pub(crate) const KEEP: Text = text("Giữ lịch hiện tại", "Keep the one there is");
pub(crate) const MADE: Text = text("Đã xếp lịch.", "The timetable is made.");
pub(crate) const MOVED_ON: Text = text(
    "Sự kiện vừa được người khác thay đổi và đã được đọc lại. Những gì bạn gõ vẫn còn; hãy xem rồi bấm lại.",
    "Somebody else has just changed the event, and it was read again. What you typed is still here; look at it and press again.",
);
pub(crate) const DAY_HINT: Text = text(
    "Ví dụ: 08:30–17:00. Để trống nếu ngày này không gặp.",
    "For example 08:30–17:00. Empty: nobody meets that day.",
);
pub(crate) const NO_HOURS: Text =
    text("Hãy ghi giờ như 08:30–17:00.", "Please write the hours like 08:30–17:00.");
pub(crate) const NO_DAY: Text =
    text("Phải có ít nhất một ngày có giờ gặp.", "There must be a day on which people meet.");
pub(crate) const BREAKS: Text = text("Giờ nghỉ", "Breaks");
pub(crate) const BREAKS_HINT: Text =
    text("Ví dụ: 10:00–10:15; 12:00–13:30.", "For example 10:00–10:15; 12:00–13:30.");
pub(crate) const TOO_MANY_BREAKS: Text = text("Nhiều nhất 10 giờ nghỉ.", "10 breaks at most.");
pub(crate) const SLOT: Text = text("Số phút một cuộc gặp", "Minutes of a meeting");
pub(crate) const PAUSE: Text = text("Số phút đổi bàn", "Minutes between meetings");
pub(crate) const TABLES: Text = text("Số bàn", "Tables");
pub(crate) const RESERVE: Text = text("Số khung giờ dự phòng", "Slots kept free");
pub(crate) const RESERVE_WHY: Text = text(
    "Khung giờ dự phòng ở cuối được để trống khi xếp lịch, cho đơn vị đến muộn.",
    "Slots at the end are left free when it is made, for those who come late.",
);
pub(crate) const NO_SLOT_LEFT: Text = text(
    "Không còn khung giờ nào để xếp. Hãy thêm giờ hoặc bớt khung dự phòng.",
    "No slot is left. Add hours, or keep fewer free.",
);
pub(crate) const INTRODUCED: Text = text(
    "Xếp cả các cặp đã đồng ý kết nối ngoài vòng ghép",
    "Also pairs that accepted an introduction outside of the rounds",
);
pub(crate) const NO_SLOTS_YET: Text =
    text("Ghi đủ giờ để xem có bao nhiêu khung giờ.", "Say the hours to see how many slots they make.");
pub(crate) const NOT_PUBLISHED: Text = text("Chưa công bố", "Not announced");
pub(crate) const LEFT_OUT_WHY: Text = text(
    "Những cặp này đã được giới thiệu nhưng chưa gặp nhau được ở sự kiện.",
    "These pairs were introduced but can't meet at the event.",
);
pub(crate) const BEHIND: Text = text(
    "Có cặp mới hoặc có đơn vị rút kể từ khi xếp lịch. Cập nhật thì chỉ những cuộc gặp cần thiết bị đổi.",
    "Pairs came or participants left since it was made. Bringing it up to date moves as few meetings as it can.",
);
pub(crate) const BEHIND_TOLD: Text = text(
    "Có cặp mới hoặc có đơn vị rút kể từ khi xếp lịch. Cập nhật thì chỉ những cuộc gặp cần thiết bị đổi, và đơn vị bị đổi lịch được báo ngay.",
    "Pairs came or participants left since it was made. Bringing it up to date moves as few meetings as it can, and those whose meetings move are told at once.",
);
pub(crate) const ADJUST: Text = text("Cập nhật lịch", "Bring it up to date");
pub(crate) const ADJUSTED: Text = text("Đã cập nhật lịch.", "The timetable is up to date.");
pub(crate) const PUBLISH: Text = text("Công bố lịch", "Announce it");
pub(crate) const PUBLISH_WHY: Text = text(
    "Mỗi đơn vị tham dự thấy các cuộc gặp của mình và nhận thông báo. Sau đó lịch vẫn sửa được; ai bị đổi giờ hoặc bàn thì được báo.",
    "Each participant sees its own meetings and is told. It can still be changed afterwards; those whose time or table changes are told.",
);
pub(crate) const PUBLISH_DO: Text = text("Công bố và báo cho các đơn vị", "Announce and tell participants");
pub(crate) const NOT_YET: Text = text("Để sau", "Not yet");
pub(crate) const PUBLISHED_NOW: Text =
    text("Đã công bố lịch; các đơn vị được báo.", "The timetable is announced; participants are told.");
pub(crate) const MOVED_TITLE: Text = text("Những gì vừa đổi", "What was changed");
pub(crate) const WHO: Text = text("Cuộc gặp", "Meeting");
pub(crate) const FROM: Text = text("Trước", "Before");
pub(crate) const TO: Text = text("Bây giờ", "Now");
pub(crate) const HIDE: Text = text("Ẩn", "Hide");
pub(crate) const MEETINGS: Text = text("Các cuộc gặp", "Meetings");
pub(crate) const NO_MEETINGS: Text = text("Không có cuộc gặp nào như vậy.", "There is no such meeting.");
pub(crate) const FILTERS: Text = text("Lọc cuộc gặp", "Filter meetings");
pub(crate) const PARTICIPANT: Text = text("Đơn vị", "Participant");
pub(crate) const ANY_PARTICIPANT: Text = text("Mọi đơn vị", "All");
pub(crate) const TABLE: Text = text("Bàn", "Table");
pub(crate) const ANY_TABLE: Text = text("Mọi bàn", "All tables");
pub(crate) const STATUS: Text = text("Trạng thái", "State");
pub(crate) const ANY_STATUS: Text = text("Mọi trạng thái", "Any state");
pub(crate) const ALL_MEETINGS: Text = text("Xem mọi cuộc gặp", "See all meetings");
pub(crate) const RETAILER: Text = text("Nhà bán lẻ", "Retailer");
pub(crate) const PRODUCER: Text = text("Chủ thể", "Producer");
pub(crate) const PRODUCT: Text = text("Sản phẩm", "Product");
pub(crate) const CANCEL: Text = text("Bỏ khỏi lịch", "Take it out");
pub(crate) const PUT_BACK: Text = text("Đưa lại vào lịch", "Put it back");
pub(crate) const CANCELLED_NOW: Text = text("Đã bỏ cuộc gặp khỏi lịch.", "The meeting is taken out.");
pub(crate) const PUT_BACK_NOW: Text = text(
    "Đã đưa lại; cuộc gặp chưa có khung giờ. Hãy cập nhật lịch.",
    "It is back, without a time yet. Bring the timetable up to date.",
);

/// The slots of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OfDay {
    /// The day.
    pub(crate) day: NaiveDate,
    /// How many.
    pub(crate) slots: usize,
    /// When the first begins.
    pub(crate) from: u16,
    /// When the last ends.
    pub(crate) to: u16,
}

/// `Giờ gặp ngày 10/12/2026`
pub(crate) fn hours_of(day: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Giờ gặp ngày {day}"),
        Language::English => format!("Hours on {day}"),
    }
}

/// `10/12/2026: 16 khung giờ, 08:30–16:55`
pub(crate) fn of_day(day: &OfDay) -> String {
    let slots = slots_in_words(i32::try_from(day.slots).unwrap_or_default());
    format!("{}: {slots}, {}–{}", words::date(day.day), clock_time(day.from), clock_time(day.to))
}

/// `32 khung giờ; 31 để xếp × 20 bàn = 620 cuộc gặp`
pub(crate) fn slots(slots: usize, tables: Option<i32>, reserve: Option<i32>) -> String {
    let slots = i32::try_from(slots).unwrap_or_default();
    let all = slots_in_words(slots);
    let Some(tables) = tables.filter(|tables| *tables > 0) else { return all };
    let usable = (slots - reserve.unwrap_or_default()).max(0);
    let room = meetings::count(usable.saturating_mul(tables));
    match language() {
        Language::Vietnamese => format!("{all}; {usable} khung để xếp × {tables} bàn: đủ chỗ cho {room}"),
        Language::English => format!("{all}; {usable} of them × {tables} tables: room for {room}"),
    }
}

fn slots_in_words(slots: i32) -> String {
    match (language(), slots) {
        (Language::Vietnamese, _) => format!("{slots} khung giờ"),
        (Language::English, 1) => "1 slot".to_owned(),
        (Language::English, _) => format!("{slots} slots"),
    }
}

/// `Lịch hiện tại cần ít nhất 27 khung giờ.`
pub(crate) fn fewest_now(slots: i32) -> String {
    match language() {
        Language::Vietnamese => format!("Lịch hiện tại cần ít nhất {}.", slots_in_words(slots)),
        Language::English => format!("The timetable there is needs at least {}.", slots_in_words(slots)),
    }
}

/// `27 khung giờ, ít nhất có thể là 27`
pub(crate) fn used_slots(used: i32, fewest: i32) -> String {
    let used_words = slots_in_words(used);
    match language() {
        Language::Vietnamese => format!("{used_words}, ít nhất có thể là {fewest}"),
        Language::English => format!("{used_words}, the fewest possible are {fewest}"),
    }
}

/// `Đã công bố lúc 09/12/2026 10:00`
pub(crate) fn published(at: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Đã công bố lúc {at}"),
        Language::English => format!("Announced on {at}"),
    }
}

/// `xếp lúc 09/12/2026 10:00`
pub(crate) fn made(at: &str) -> String {
    match language() {
        Language::Vietnamese => format!("xếp lúc {at}"),
        Language::English => format!("made on {at}"),
    }
}

/// `4 cuộc gặp chưa có khung giờ.`
pub(crate) fn unplaced(count: i32) -> String {
    let meetings = meetings::count(count);
    match language() {
        Language::Vietnamese => format!("{meetings} chưa có khung giờ."),
        Language::English => format!("{meetings} without a time."),
    }
}

/// Why meetings have no slot, and what helps.
pub(crate) fn why(why: WhyUnplaced) -> String {
    match (why, language()) {
        (WhyUnplaced::OneHasTooMany { most, slots }, Language::Vietnamese) => {
            format!("Có đơn vị có {most} cuộc gặp mà chỉ có {slots} khung giờ để xếp: hãy thêm giờ.")
        }
        (WhyUnplaced::OneHasTooMany { most, slots }, Language::English) => {
            format!("Somebody has {most} meetings, and there are only {slots} slots: add hours.")
        }
        (WhyUnplaced::TooFewPlaces { places, meetings }, Language::Vietnamese) => {
            format!("Chỉ đủ chỗ cho {places} trong {meetings} cuộc gặp: hãy thêm bàn hoặc thêm giờ.")
        }
        (WhyUnplaced::TooFewPlaces { places, meetings }, Language::English) => {
            format!("There is room for {places} of {meetings} meetings: add tables or hours.")
        }
        (WhyUnplaced::Behind, Language::Vietnamese) => "Hãy cập nhật lịch để tìm chỗ cho chúng.".to_owned(),
        (WhyUnplaced::Behind, Language::English) => "Bring it up to date to find a time for them.".to_owned(),
    }
}

/// `12 cặp`
pub(crate) fn pairs(count: i32) -> String {
    match (language(), count) {
        (Language::Vietnamese, _) => format!("{count} cặp"),
        (Language::English, 1) => "1 pair".to_owned(),
        (Language::English, _) => format!("{count} pairs"),
    }
}

/// `12 cặp của 3 đơn vị chưa gặp được`
pub(crate) fn left_out(organisations: usize, pairs: i32) -> String {
    let pairs = self::pairs(pairs);
    match language() {
        Language::Vietnamese => format!("{pairs} chưa gặp được, do {organisations} đơn vị"),
        Language::English => format!("{pairs} can't meet, because of {organisations} organisations"),
    }
}

/// `Thêm 2 cuộc gặp, bớt 1, đổi giờ hoặc bàn 3.`
pub(crate) fn changed(change: &TimetableChange) -> String {
    let (added, removed, moved) = (change.added, change.removed, change.moved_count);
    let mut told = match language() {
        Language::Vietnamese => format!("Thêm {added} cuộc gặp, bớt {removed}, đổi giờ hoặc bàn {moved}."),
        Language::English => format!("{added} meetings came, {removed} left, {moved} were moved."),
    };
    if change.unplaced > 0 {
        told = format!("{told} {}", unplaced(change.unplaced));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_room_for_meetings_leaves_out_what_is_kept_free() {
        assert_eq!(
            slots(32, Some(20), Some(1)),
            "32 khung giờ; 31 khung để xếp × 20 bàn: đủ chỗ cho 620 cuộc gặp"
        );
        assert_eq!(slots(32, None, Some(1)), "32 khung giờ");
        assert_eq!(slots(1, Some(4), Some(3)), "1 khung giờ; 0 khung để xếp × 4 bàn: đủ chỗ cho 0 cuộc gặp");
        assert_eq!(used_slots(27, 27), "27 khung giờ, ít nhất có thể là 27");
    }

    #[test]
    fn a_change_is_told_in_numbers() {
        let change = TimetableChange { added: 2, removed: 1, unplaced: 0, moved_count: 3, moved: Vec::new() };

        assert_eq!(changed(&change), "Thêm 2 cuộc gặp, bớt 1, đổi giờ hoặc bàn 3.");
        let full = TimetableChange { unplaced: 4, ..change };
        assert!(changed(&full).ends_with("4 cuộc gặp chưa có khung giờ."));
    }
}
