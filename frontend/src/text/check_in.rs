//! Words of the door of an event.

use chrono::{DateTime, Timelike, Utc};

use super::{Language, Text, introductions, language, t, text};
use crate::clock;
use crate::pages::check_in::{Count, Last};

pub(crate) const TITLE: Text = text("Điểm danh", "Check-in");
pub(crate) const HELP: Text = text(
    "Khi mất mạng vẫn điểm danh được: mỗi lượt được giữ trên máy này và gửi khi có mạng lại, kể cả khi đã đóng trang. Mở trang một lần khi có mạng, trước giờ đón khách; sau đó mất mạng vẫn mở lại được trên máy này. Máy ảnh của điện thoại nào cũng đọc được mã trên thẻ: mã mở trang này và hỏi trước khi điểm danh.",
    "It works without the network too: each arrival is kept on this device and sent once the network is back, even if the page was closed. Open it once with the network, before guests come; after that it opens on this device without the network. The camera of any telephone reads the code on a badge: it opens this page, which asks first.",
);
pub(crate) const OFFLINE: Text = text("Đang ngoại tuyến", "Offline");
pub(crate) const WITHOUT_NETWORK: Text = text(
    "Không có mạng: đây là danh sách đã giữ trên máy này.",
    "There is no network: this is the list that was kept on this device.",
);
pub(crate) const OPENS_ALONE: Text = text(
    "Đã giữ trên máy này: mất mạng vẫn mở lại được trang.",
    "Kept on this device: the page opens again without the network, too.",
);
pub(crate) const SEND_AGAIN: Text = text("Gửi lại", "Send again");
pub(crate) const SENDING: Text = text("Đang gửi…", "Sending…");
pub(crate) const KEPT_HERE: Text = text("Các lượt vẫn được giữ trên máy này.", "All is kept on this device.");
pub(crate) const NOT_KEPT: Text = text(
    "Trình duyệt không cho giữ dữ liệu trên máy này: đóng trang khi chưa gửi hết là mất lượt chưa gửi.",
    "The browser lets nothing be kept on this device: what is not sent is lost when the page is closed.",
);
pub(crate) const CODE: Text = text("Mã trên thẻ, ví dụ ABCD-2345", "Code on the badge, like ABCD-2345");
pub(crate) const CHECK_IN: Text = text("Điểm danh", "Check in");
pub(crate) const UNDO: Text = text("Bỏ điểm danh", "Take it back");
pub(crate) const YES: Text = text("Điểm danh", "Check in");
pub(crate) const NO: Text = text("Không", "No");
pub(crate) const CAMERA: Text = text("Hình từ máy ảnh", "Picture of the camera");
pub(crate) const CAMERA_ON: Text = text("Đọc thẻ bằng máy ảnh", "Read badges by the camera");
pub(crate) const CAMERA_OFF: Text = text("Tắt máy ảnh", "Turn the camera off");
pub(crate) const NO_CAMERA: Text = text(
    "Không mở được máy ảnh. Hãy cho phép trang dùng máy ảnh, hoặc gõ mã trên thẻ.",
    "The camera can't be used. Allow it to this page, or type the code on the badge.",
);
pub(crate) const GUESTS: Text = text("Các đơn vị được duyệt", "Those who take part");
pub(crate) const FIND: Text = text("Tìm theo tên hoặc mã", "Find by name or code");
pub(crate) const NOBODY_FOUND: Text = text(
    "Không có đơn vị nào như vậy trong danh sách đã tải.",
    "Nobody like that is on the list that was read.",
);
pub(crate) const READ_AGAIN: Text = text("Tải lại danh sách", "Read the list again");
pub(crate) const REFUSED: Text = text("Chưa ghi nhận được", "Not taken");
pub(crate) const REFUSED_WHY: Text = text(
    "Máy chủ không nhận các lượt này. Hãy hỏi đơn vị, sửa đăng ký nếu cần rồi điểm danh lại.",
    "The server did not take these. Ask them, mend the registration where needed, and check them in again.",
);
pub(crate) const DISMISS: Text = text("Đã xem", "Seen");

/// `Nhà bán lẻ: 12/40`
pub(crate) fn count(count: &Count) -> String {
    format!("{}: {}/{}", t(introductions::party(count.side)), count.arrived, count.all)
}

/// `12 lượt chưa gửi`, `Đã gửi hết`
pub(crate) fn unsent(waiting: usize) -> String {
    match (language(), waiting) {
        (Language::Vietnamese, 0) => "Đã gửi hết".to_owned(),
        (Language::Vietnamese, _) => format!("{waiting} lượt chưa gửi"),
        (Language::English, 0) => "All is sent".to_owned(),
        (Language::English, 1) => "1 arrival is not sent".to_owned(),
        (Language::English, _) => format!("{waiting} arrivals are not sent"),
    }
}

/// What was done last.
pub(crate) fn last(last: &Last) -> String {
    match (last, language()) {
        (Last::Arrived { name, people, .. }, Language::Vietnamese) => {
            format!("Đã điểm danh {name} ({}).", self::people(*people))
        }
        (Last::Arrived { name, people, .. }, Language::English) => {
            format!("{name} is checked in ({}).", self::people(*people))
        }
        (Last::Already { name, at }, Language::Vietnamese) => {
            format!("{name} đã điểm danh từ {}.", clock_of(*at))
        }
        (Last::Already { name, at }, Language::English) => {
            format!("{name} was checked in already at {}.", clock_of(*at))
        }
        (Last::NotListed { code }, Language::Vietnamese) => format!(
            "Mã {} không có trong danh sách đã tải. Đã giữ lại; máy chủ sẽ kiểm tra khi gửi.",
            shared::events::badge::printed(code)
        ),
        (Last::NotListed { code }, Language::English) => format!(
            "Nobody on the list has the code {}. It is kept; the server will look.",
            shared::events::badge::printed(code)
        ),
        (Last::Undone { name }, Language::Vietnamese) => format!("Đã bỏ điểm danh {name}."),
        (Last::Undone { name }, Language::English) => format!("{name} is not checked in any more."),
        (Last::NoCode, Language::Vietnamese) => {
            "Đây không phải mã trên thẻ: mã có 8 chữ và số, ví dụ ABCD-2345.".to_owned()
        }
        (Last::NoCode, Language::English) => {
            "This is no code of a badge: it has 8 letters and digits, for example ABCD-2345.".to_owned()
        }
    }
}

/// `Điểm danh HTX Chè Ba Trại?`
pub(crate) fn ask(name: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Điểm danh {name}?"),
        Language::English => format!("Check in {name}?"),
    }
}

/// `đã đến 08:32`
pub(crate) fn arrived(at: DateTime<Utc>) -> String {
    match language() {
        Language::Vietnamese => format!("đã đến {}", clock_of(at)),
        Language::English => format!("came at {}", clock_of(at)),
    }
}

/// `2 người`
pub(crate) fn people(count: i32) -> String {
    match (language(), count) {
        (Language::Vietnamese, _) => format!("{count} người"),
        (Language::English, 1) => "1 person".to_owned(),
        (Language::English, _) => format!("{count} people"),
    }
}

/// `Đang tải danh sách: 200/412`
pub(crate) fn reading(read: usize, all: i32) -> String {
    let so_far = if all > 0 { format!(": {read}/{all}") } else { "…".to_owned() };
    match language() {
        Language::Vietnamese => format!("Đang tải danh sách{so_far}"),
        Language::English => format!("Reading the list{so_far}"),
    }
}

/// `Danh sách tải lúc 10/12/2026 07:45.`
pub(crate) fn read_at(at: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Danh sách tải lúc {at}."),
        Language::English => format!("The list was read on {at}."),
    }
}

/// Said to who signs out: what is not sent stays on the device.
pub(crate) fn kept_after_leaving(unsent: usize) -> String {
    match language() {
        Language::Vietnamese => format!(
            "Bạn đã đăng xuất. {unsent} lượt điểm danh chưa gửi vẫn được giữ trên máy này: hãy đăng nhập lại rồi mở trang điểm danh để gửi."
        ),
        Language::English => format!(
            "You are signed out. {unsent} arrivals that are not sent stay on this device: sign in again and open the check-in to send them."
        ),
    }
}

/// `08:32`, on the clocks of Vietnam.
fn clock_of(at: DateTime<Utc>) -> String {
    clock::here(at).map_or_else(String::new, |here| format!("{:02}:{:02}", here.hour(), here.minute()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::TradeParty;

    #[test]
    fn what_waits_is_counted_and_nothing_is_said_to_be_sent() {
        assert_eq!([0, 12].map(unsent), ["Đã gửi hết", "12 lượt chưa gửi"]);
        assert_eq!(count(&Count { side: TradeParty::Retailer, arrived: 2, all: 4 }), "Nhà bán lẻ: 2/4");
    }

    #[test]
    fn the_time_of_an_arrival_is_that_of_the_country() {
        let at = "2026-12-10T01:32:00Z".parse().unwrap();

        assert_eq!(arrived(at), "đã đến 08:32");
        let last = last(&Last::Already { name: "HTX A".to_owned(), at });
        assert_eq!(last, "HTX A đã điểm danh từ 08:32.");
    }
}
