//! Words with which staff look at papers and star decisions.

use super::{Language, Text, language, text, words};

pub(crate) const PAPERS: Text = text("Giấy tờ chờ xác nhận", "Papers to confirm");
pub(crate) const WHY: Text = text(
    "Đối chiếu nội dung đơn vị khai với bản chụp. Chỉ giấy tờ và hạng sao đã được xác nhận mới được tính khi tìm kiếm.",
    "Compare what was entered with its scan. Only what is confirmed counts in the search.",
);
pub(crate) const CERTIFICATES: Text = text("Giấy chứng nhận", "Certificates");
pub(crate) const NO_PAPERS: Text = text(
    "Không có giấy tờ nào đang chờ. Giấy tờ mới sẽ hiện ở đây, cũ nhất trước.",
    "No paper is waiting. New ones appear here, the oldest first.",
);
pub(crate) const NO_RATINGS: Text = text(
    "Không có quyết định công nhận nào đang chờ. Quyết định mới sẽ hiện ở đây, cũ nhất trước.",
    "No star decision is waiting. New ones appear here, the oldest first.",
);
pub(crate) const ENTERED_AT: Text = text("Gửi lúc", "Entered");
pub(crate) const NOT_SAID: Text = text("không ghi", "not said");
pub(crate) const NO_SCAN: Text = text("Không có bản chụp.", "There is no scan.");
pub(crate) const CONFIRM: Text = text("Xác nhận là đúng", "Confirm that it is right");
pub(crate) const CONFIRMED: Text = text("Đã xác nhận.", "It is confirmed.");
pub(crate) const CHANGED: Text = text(
    "Đơn vị vừa sửa giấy tờ này. Hãy xem lại trước khi quyết định.",
    "Its owner has just changed it. Look at it again before you decide.",
);
pub(crate) const REFUSE: Text = text("Từ chối…", "Do not confirm…");
pub(crate) const REASON_HINT: Text = text(
    "Đơn vị đọc được, vì vậy hãy viết sai ở đâu và cần sửa gì.",
    "The organisation reads it, so say what is wrong and what to mend.",
);
pub(crate) const REFUSE_SEND: Text = text("Từ chối xác nhận", "Record that it is not confirmed");
pub(crate) const REFUSED: Text = text("Đã từ chối xác nhận.", "It is recorded as not confirmed.");

/// `3 giấy tờ đang chờ`
pub(crate) fn papers(count: i32) -> String {
    let number = words::number(count.into(), language());
    match language() {
        Language::Vietnamese => format!("{number} giấy tờ đang chờ"),
        Language::English if count == 1 => "1 paper waiting".to_owned(),
        Language::English => format!("{number} papers waiting"),
    }
}

/// `1 quyết định công nhận đang chờ`
pub(crate) fn ratings(count: i32) -> String {
    let number = words::number(count.into(), language());
    match language() {
        Language::Vietnamese => format!("{number} quyết định công nhận đang chờ"),
        Language::English if count == 1 => "1 star decision waiting".to_owned(),
        Language::English => format!("{number} star decisions waiting"),
    }
}
