//! Words of what was delivered under an agreement, on its page and by the link of a mail.

use super::Language::{English, Vietnamese};
use super::{Text, language, text};
use crate::api::{DeliveryCheckKind, DeliveryCheckState, DeliveryOutcome, DeliveryProblem};

pub(crate) const DELIVERIES: Text = text("Hàng đã giao", "What was delivered");
pub(crate) const WHY: Text = text(
    "Sau 30, 90, 180 ngày và khi kết thúc, mỗi bên cho biết hàng đã giao. Bên kia chỉ thấy sau khi tự trả lời.",
    "After 30, 90 and 180 days and at the end each side says what was delivered. The other sees it after answering too.",
);
pub(crate) const PROMISED: Text = text("Thoả thuận", "Agreed");
pub(crate) const PROMISED_IN_TIME: Text =
    text("Theo thoả thuận, trong thời gian này:", "Agreed for this time:");
pub(crate) const ALL_CAME: Text = text("Đã giao đủ như thoả thuận", "All was delivered as agreed");
pub(crate) const NOT_ALL: Text = text("Chưa đủ, hoặc có vấn đề", "Not all, or something went wrong");
pub(crate) const WHAT_CAME: Text = text("Đã giao", "Delivered");
pub(crate) const PROBLEM: Text = text("Vấn đề", "What went wrong");
pub(crate) const NO_PROBLEM: Text = text("Không có", "Nothing");
pub(crate) const AMOUNT_HINT: Text =
    text("Đã giao trong thời gian này; không có thì ghi 0.", "Delivered in this time; 0 for none.");
pub(crate) const SEND: Text = text("Gửi trả lời", "Send the answer");
pub(crate) const YOUR_ANSWER: Text = text("Đơn vị của bạn trả lời", "Your answer");
pub(crate) const CHANGE_ANSWER: Text = text("Sửa trả lời", "Change your answer");
pub(crate) const YOU_SAID: Text = text("Bạn đã trả lời", "You said");
pub(crate) const THANKS: Text = text(
    "Cảm ơn. Đã ghi nhận trả lời; bên kia cũng được hỏi.",
    "Thank you. Your answer is recorded; the other side is asked too.",
);
pub(crate) const BOTH_SAY_SO: Text = text("Hai bên đã xác nhận như nhau.", "Both sides say the same.");
pub(crate) const THEY_DIFFER: Text = text(
    "Hai bên nói khác nhau. Đến ngày cuối, mỗi bên vẫn sửa được trả lời của mình.",
    "The two sides say different things. Until the last day each can change its answer.",
);
pub(crate) const LINK_TITLE: Text = text("Hàng đã giao thế nào?", "What was delivered?");
pub(crate) const LINK_GONE: Text = text(
    "Liên kết này không dùng được: đã quá hạn trả lời, hoặc chép thiếu. Nếu có tài khoản, bạn trả lời ở trang thoả thuận sau khi đăng nhập.",
    "This link can't be used: the time to answer is over, or it was not copied whole. With an account you answer on the page of the agreement.",
);
pub(crate) const TIME: Text = text("Trong thời gian", "In this time");

/// When both sides are asked.
pub(crate) fn kind(kind: DeliveryCheckKind) -> Text {
    match kind {
        DeliveryCheckKind::FirstMonth => text("Sau 30 ngày", "After 30 days"),
        DeliveryCheckKind::ThirdMonth => text("Sau 90 ngày", "After 90 days"),
        DeliveryCheckKind::SixthMonth => text("Sau 180 ngày", "After 180 days"),
        DeliveryCheckKind::End => text("Khi kết thúc", "At the end"),
    }
}

/// How it stands.
pub(crate) fn state(state: DeliveryCheckState) -> Text {
    match state {
        DeliveryCheckState::Upcoming => text("Chưa đến hạn", "Not due yet"),
        DeliveryCheckState::Asked => text("Đang hỏi", "Asked"),
        DeliveryCheckState::Confirmed => text("Hai bên xác nhận", "Confirmed by both"),
        DeliveryCheckState::Disputed => text("Hai bên nói khác nhau", "The two differ"),
        DeliveryCheckState::OneSided => text("Chỉ một bên trả lời", "Only one answered"),
        DeliveryCheckState::Silent => text("Không bên nào trả lời", "Nobody answered"),
        DeliveryCheckState::Cancelled => text("Không hỏi nữa", "Not asked any more"),
    }
}

/// What a side says.
pub(crate) fn outcome(outcome: DeliveryOutcome) -> Text {
    match outcome {
        DeliveryOutcome::AsAgreed => text("Đủ như thoả thuận", "As agreed"),
        DeliveryOutcome::Partly => text("Một phần", "A part"),
        DeliveryOutcome::Nothing => text("Chưa giao gì", "Nothing"),
    }
}

/// What went wrong.
pub(crate) fn problem(problem: DeliveryProblem) -> Text {
    match problem {
        DeliveryProblem::Late => text("Giao chậm", "Late"),
        DeliveryProblem::Quality => text("Chất lượng không đạt", "Quality"),
        DeliveryProblem::Supply => text("Bên bán không đủ hàng", "Not enough goods"),
        DeliveryProblem::NoOrder => text("Bên mua không đặt hàng", "Nothing was ordered"),
        DeliveryProblem::Payment => text("Thanh toán chậm", "Paid late"),
        DeliveryProblem::Price => text("Giá thay đổi", "The price changed"),
        DeliveryProblem::Papers => text("Thiếu giấy tờ, hoá đơn", "Papers or invoices missing"),
        DeliveryProblem::Other => text("Khác", "Something else"),
    }
}

/// `hỏi ngày 01/12/2026`
pub(crate) fn asked_on(day: &str) -> String {
    match language() {
        Vietnamese => format!("hỏi ngày {day}"),
        English => format!("asked on {day}"),
    }
}

/// `trả lời đến hết 15/12/2026`
pub(crate) fn until(day: &str) -> String {
    match language() {
        Vietnamese => format!("trả lời đến hết {day}"),
        English => format!("answers until {day}"),
    }
}

/// `HTX B cho biết: hàng giữa bạn và Siêu thị A đã giao thế nào?`
pub(crate) fn asked(own: &str, other: &str) -> String {
    match language() {
        Vietnamese => format!("{own}: hàng theo thoả thuận với {other} đã giao thế nào?"),
        English => format!("{own}: what was delivered under the agreement with {other}?"),
    }
}
