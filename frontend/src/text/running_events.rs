//! Words for staff who run events: the list, what is said of one, its steps, its registrations.

use super::Language::{self, English, Vietnamese};
use super::{Text, language, text, words};
use crate::api::EventAction;

pub(crate) const EVENTS: Text = text("Sự kiện tổ chức trên hệ thống", "Events run here");
pub(crate) const EVENTS_WHY: Text = text(
    "Đăng ký, duyệt, danh sách chờ, thẻ và điểm danh, lịch gặp từng bàn, kết quả từng cuộc gặp.",
    "Registrations, waiting lists, badges and the door, meetings at tables, and what came of each.",
);
pub(crate) const NEW: Text = text("Thêm sự kiện", "New event");
pub(crate) const NONE: Text = text(
    "Không có sự kiện nào như vậy. Thêm sự kiện mới, hoặc mở trang của một sự kiện đã biết để tổ chức trên hệ thống.",
    "There is no such event. Begin one, or open the page of a known one to run it here.",
);
pub(crate) const STATES: Text = text("Tình trạng", "State");
pub(crate) const RUNNING: Text = text("Sắp tới và đang diễn ra", "Ahead and now");
pub(crate) const EDIT: Text = text("Sửa sự kiện", "Edit the event");
pub(crate) const TO_EVENT: Text = text("Trang của sự kiện", "Page of the event");

pub(crate) const STAFF: Text = text("Việc của cán bộ", "For staff");
pub(crate) const TO_EDIT: Text = text("Sửa thông tin", "Edit what is said");
pub(crate) const TO_REGISTRATIONS: Text = text("Đăng ký", "Registrations");
pub(crate) const TO_TIMETABLE: Text = text("Lịch gặp", "Timetable");
pub(crate) const TO_DOOR: Text = text("Điểm danh", "Check-in");
pub(crate) const TO_PRINT: Text = text("In thẻ và danh sách", "Print badges and lists");
pub(crate) const TO_AGREEMENT: Text = text("Thoả thuận tại sự kiện", "Agreement made at it");
pub(crate) const NOT_YET: Text = text("Để sau", "Not now");

pub(crate) const NAME: Text = text("Tên sự kiện", "Name");
pub(crate) const KIND: Text = text("Loại sự kiện", "Kind of event");
pub(crate) const DESCRIPTION: Text = text("Giới thiệu", "What it is about");
pub(crate) const DESCRIPTION_HINT: Text = text(
    "Nội dung chính, ai nên đến, cần mang theo gì.",
    "What happens there, who should come, what to bring.",
);
pub(crate) const ORGANISER: Text = text("Đơn vị tổ chức", "Who holds it");
pub(crate) const PLACE: Text = text("Nơi tổ chức", "Where");
pub(crate) const PLACE_HINT: Text = text("Tên nơi và địa chỉ.", "Name of the place and its address.");
pub(crate) const PROVINCE: Text = text("Tỉnh, thành phố", "Province");
pub(crate) const PROVINCE_UNKNOWN: Text = text("Chưa rõ", "Not known");
pub(crate) const STARTS: Text = text("Ngày đầu", "First day");
pub(crate) const ENDS: Text = text("Ngày cuối", "Last day");
pub(crate) const ENDS_HINT: Text = text(
    "Để trống nếu chỉ một ngày. Dạng ngày/tháng/năm, ví dụ 31/12/2026.",
    "Empty if it is one day. As dd/mm/yyyy.",
);
pub(crate) const DAY_HINT: Text = text("Dạng ngày/tháng/năm, ví dụ 31/12/2026.", "As dd/mm/yyyy.");
pub(crate) const UNTIL: Text = text("Ngày cuối nhận đăng ký", "Last day to register");
pub(crate) const UNTIL_HINT: Text = text(
    "Để trống là đến ngày cuối của sự kiện. Dạng ngày/tháng/năm, ví dụ 31/12/2026.",
    "Empty is the last day of the event. As dd/mm/yyyy.",
);
pub(crate) const RETAILER_PLACES: Text = text("Số chỗ cho nhà bán lẻ", "Places of retailers");
pub(crate) const PRODUCER_PLACES: Text = text("Số chỗ cho chủ thể", "Places of producers");
pub(crate) const PLACES_HINT: Text =
    text("Tính theo đơn vị. Để trống là không giới hạn.", "Organisations. Empty is without limit.");
pub(crate) const BEGIN: Text = text("Tạo sự kiện", "Begin it");
pub(crate) const BEGUN: Text = text(
    "Đã tạo sự kiện. Chỉ cán bộ thấy cho đến khi mở đăng ký.",
    "The event is begun. Only staff see it until registration is opened.",
);
pub(crate) const CONFLICT: Text =
    text("Người khác vừa lưu sự kiện này.", "Somebody else has just saved this event.");

pub(crate) const REGISTRATIONS: Text = text("Đăng ký tham dự", "Registrations");
pub(crate) const FILTERS: Text = text("Lọc đăng ký", "Filter registrations");
pub(crate) const ANY_STATE: Text = text("Mọi tình trạng", "All states");
pub(crate) const NO_REGISTRATIONS: Text = text(
    "Chưa có đăng ký nào. Đơn vị tự đăng ký khi sự kiện mở đăng ký, hoặc cán bộ thêm ở trên.",
    "There are none yet. Organisations register while that is open, or staff add them above.",
);
pub(crate) const NONE_LIKE_IT: Text = text("Không có đăng ký nào như vậy.", "There is no such registration.");
pub(crate) const SEE_ALL: Text = text("Xem mọi đăng ký", "See all registrations");
pub(crate) const SIDE: Text = text("Bên", "Side");
pub(crate) const PLACES: Text = text("Chỗ", "Places");
pub(crate) const APPROVED: Text = text("Được duyệt", "Approved");
pub(crate) const WAITING: Text = text("Danh sách chờ", "Waiting list");
pub(crate) const ASKED: Text = text("Chờ duyệt", "To decide");
pub(crate) const ARRIVED: Text = text("Đã đến", "Arrived");
pub(crate) const NO_LIMIT: Text = text("không giới hạn", "no limit");
pub(crate) const BY_SIDE: Text = text("Số đăng ký theo bên", "Registrations by side");
pub(crate) const ALL_SHOWN: Text = text("Chọn mọi dòng đang hiện", "Choose all that are shown");
pub(crate) const CHOSEN: Text = text("Với các dòng đã chọn", "With those chosen");
pub(crate) const DECLINE_TITLE: Text = text("Không duyệt", "Decline");
pub(crate) const REASON: Text = text("Lý do", "Reason");
pub(crate) const REASON_HINT: Text =
    text("Các đơn vị đọc được lý do này.", "The organisations read this reason.");
pub(crate) const DECIDED: Text = text("Đã ghi quyết định.", "The decisions are recorded.");
pub(crate) const TOO_MANY: Text =
    text("Mỗi lần quyết định nhiều nhất 500 đăng ký.", "At most 500 can be decided at once.");
pub(crate) const ADD: Text = text("Thêm đơn vị", "Add an organisation");
pub(crate) const ADD_WHY: Text = text(
    "Đơn vị do cán bộ thêm được duyệt ngay khi còn chỗ.",
    "What staff add is approved at once while there are places.",
);
pub(crate) const ADD_SEARCH: Text = text("Tên đơn vị đã xác minh", "Name of a verified organisation");
pub(crate) const ADD_AS_RETAILER: Text = text("Thêm bên mua", "Add as buyer");
pub(crate) const ADD_AS_PRODUCER: Text = text("Thêm bên bán", "Add as seller");
pub(crate) const SAVE_LIST: Text = text("Lưu danh sách đang hiện (CSV)", "Save what is listed (CSV)");
pub(crate) const LIST_SAVED: Text =
    text("Đã lưu danh sách vào thư mục tải về.", "The list is among your downloads.");
pub(crate) const LIST_NOT_SAVED: Text =
    text("Trình duyệt không lưu được tệp.", "The browser could not save the file.");
pub(crate) const ASKED_AT: Text = text("Đăng ký lúc", "Registered");
pub(crate) const ARRIVED_AT: Text = text("Đến lúc", "Arrived");
pub(crate) const NOTE: Text = text("Ghi chú", "Note");
pub(crate) const PEOPLE: Text = text("Số người", "People");

/// What a step of an event means, where it should be thought about.
pub(crate) fn why(action: EventAction) -> Option<Text> {
    match action {
        EventAction::Cancel => Some(text(
            "Mọi đơn vị đã đăng ký được báo rằng sự kiện không diễn ra. Không mở lại được.",
            "All that are registered are told that it does not take place. It can't be taken back.",
        )),
        EventAction::Finish => Some(text(
            "Sau đó không đăng ký, không đổi lịch gặp được nữa; kết quả các cuộc gặp vẫn ghi được.",
            "Nobody can register after it, and the timetable stays; what came of meetings can still be said.",
        )),
        _ => None,
    }
}

/// What was done.
pub(crate) fn done(action: EventAction) -> Text {
    match action {
        EventAction::Prepare => {
            text("Sự kiện nay được tổ chức trên hệ thống.", "The event is run here from now on.")
        }
        EventAction::Open => text("Đã mở đăng ký.", "Registration is open."),
        EventAction::Close => text("Đã đóng đăng ký.", "Registration is closed."),
        EventAction::Finish => text("Đã kết thúc sự kiện.", "The event is finished."),
        EventAction::Cancel => text("Đã huỷ sự kiện.", "The event is cancelled."),
        EventAction::Change | EventAction::Schedule => text("Đã lưu.", "Saved."),
    }
}

/// `Duyệt (3)`
pub(crate) fn approve(count: usize) -> String {
    match language() {
        Vietnamese => format!("Duyệt ({count})"),
        English => format!("Approve ({count})"),
    }
}

/// `Không duyệt (3)`
pub(crate) fn decline(count: usize) -> String {
    match language() {
        Vietnamese => format!("Không duyệt ({count})"),
        English => format!("Decline ({count})"),
    }
}

/// `nhà bán lẻ: 12/40, 3 chờ duyệt`
pub(crate) fn side_in_short(
    name: &str,
    approved: i32,
    places: Option<i32>,
    asked: i32,
    language: Language,
) -> String {
    let number = |count: i32| words::number(count.into(), language);
    let of = places.map(|places| format!("/{}", number(places))).unwrap_or_default();
    let asked = match (language, asked) {
        (_, 0) => String::new(),
        (Vietnamese, _) => format!(", {} chờ duyệt", number(asked)),
        (English, _) => format!(", {} to decide", number(asked)),
    };
    format!("{name}: {}{of}{asked}", number(approved))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_is_told_in_one_line() {
        let told = |places, asked| side_in_short("Chủ thể", 12, places, asked, Vietnamese);

        assert_eq!(told(Some(40), 3), "Chủ thể: 12/40, 3 chờ duyệt");
        assert_eq!(told(None, 0), "Chủ thể: 12");
    }
}
