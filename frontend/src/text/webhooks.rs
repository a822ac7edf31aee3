//! Words of webhooks: other programs that are told of what happens to introductions and agreements.

use super::Language::{English, Vietnamese};
use super::{Text, language, text};
use crate::api::{WebhookDeliveryState, WebhookKind, WebhookProblem};

pub(crate) const WEBHOOKS: Text = text("Webhook (kết nối phần mềm)", "Webhooks (for your software)");
pub(crate) const WHY: Text = text(
    "Phần mềm quản lý kho, bán hàng của đơn vị có thể được báo ngay khi có lời mời kết nối, câu trả lời, tin nhắn mới, hay khi thoả thuận và việc giao hàng có diễn biến. Hệ thống gửi một yêu cầu có chữ ký tới địa chỉ bạn khai ở đây; trong đó chỉ có mã và trạng thái, không có tên hay nội dung trao đổi.",
    "The software of your organisation can be told at once of proposals, answers, new messages, and what becomes of agreements and deliveries. A signed request goes to the address you enter here; it holds ids and states only, no names and nothing of what was said.",
);
pub(crate) const CITY_WHY: Text = text(
    "Phần mềm của Sở được báo về lời mời kết nối và thoả thuận của cả thành phố: mã và trạng thái, không có nội dung trao đổi.",
    "The department's software is told of introductions and agreements in the whole city: ids and states, nothing of what was said.",
);
pub(crate) const NONE: Text =
    text("Chưa có webhook nào. Thêm địa chỉ ở dưới.", "There are none yet. Enter an address below.");
pub(crate) const NOT_VERIFIED: Text = text(
    "Đơn vị cần được Sở xác minh trước khi kết nối phần mềm.",
    "The department has to verify the organisation before its software is told of anything.",
);
pub(crate) const ENOUGH: Text = text(
    "Đã đủ số webhook cho phép. Xoá bớt một webhook để thêm cái khác.",
    "This is as many as there may be. Delete one to enter another.",
);
pub(crate) const OWNERS_ONLY: Text =
    text("Chỉ người phụ trách đơn vị quản lý webhook.", "Only owners look after webhooks.");
pub(crate) const ADD: Text = text("Thêm webhook", "Enter a webhook");
pub(crate) const ADDED: Text = text("Đã thêm webhook.", "The webhook is entered.");
pub(crate) const EDIT: Text = text("Sửa", "Edit");
pub(crate) const SAVE: Text = text("Lưu webhook", "Save the webhook");
pub(crate) const SAVED: Text = text("Đã lưu webhook.", "The webhook is saved.");
pub(crate) const URL: Text = text("Địa chỉ nhận", "Address");
pub(crate) const URL_HINT: Text = text(
    "Địa chỉ https trên mạng công cộng, ví dụ: https://kho.donvi.example/ocop.",
    "An https address of the public internet, like https://stock.company.example/ocop.",
);
pub(crate) const KINDS: Text = text("Báo về việc gì", "Told of");
pub(crate) const ALL_KINDS: Text = text("Mọi việc", "Everything");
pub(crate) const NOTE: Text = text("Ghi chú", "Note");
pub(crate) const NOTE_HINT: Text =
    text("Ví dụ: phần mềm kho của cửa hàng số 2.", "For example: stock software of shop 2.");

pub(crate) const SECRET: Text = text("Khoá bí mật", "Secret");
pub(crate) const SECRET_ONCE: Text = text(
    "Khoá chỉ hiện lần này. Hãy sao chép và lưu vào phần mềm nhận; nếu mất, bạn tạo khoá mới.",
    "It is shown this once. Copy it into the software that receives; should it be lost, make a new one.",
);
pub(crate) const COPY: Text = text("Sao chép khoá", "Copy the secret");
pub(crate) const COPIED: Text = text("Đã sao chép khoá.", "The secret is copied.");
pub(crate) const NOT_COPIED: Text = text(
    "Trình duyệt không cho sao chép. Hãy chọn khoá rồi tự sao chép.",
    "The browser does not let us copy. Select the secret and copy it yourself.",
);
pub(crate) const SECRET_KEPT: Text = text("Tôi đã lưu khoá", "I have kept it");

pub(crate) const PAUSED: Text = text("Đang tạm dừng", "Paused");
pub(crate) const RUNNING: Text = text("Đang gửi", "Sending");
pub(crate) const PAUSE: Text = text("Tạm dừng", "Pause");
pub(crate) const PAUSE_DONE: Text = text("Đã tạm dừng gửi.", "It is told nothing now.");
pub(crate) const RESUME: Text = text("Gửi tiếp", "Resume");
pub(crate) const RESUME_DONE: Text = text(
    "Gửi tiếp từ bây giờ; việc xảy ra lúc tạm dừng không gửi lại.",
    "It is told again from now on, and not of what happened meanwhile.",
);
pub(crate) const TEST: Text = text("Gửi thử", "Send a test");
pub(crate) const TEST_DONE: Text = text(
    "Đã xếp tin thử vào hàng gửi. Bấm “Xem lại” để biết kết quả.",
    "A test is on its way. Press “Look again” for what comes of it.",
);
pub(crate) const RENEW: Text = text("Tạo khoá mới", "New secret");
pub(crate) const RENEW_WHY: Text = text(
    "Khoá cũ hết tác dụng ngay: tin gửi sau đó được ký bằng khoá mới.",
    "The old one ends at once: what is sent from then on is signed with the new one.",
);
pub(crate) const RENEWED: Text = text("Đã tạo khoá mới.", "There is a new secret.");
pub(crate) const DELETE: Text = text("Xoá webhook", "Delete the webhook");
pub(crate) const DELETE_WHY: Text = text(
    "Địa chỉ này không được báo nữa; lịch sử gửi cũng bị xoá.",
    "This address is told nothing any more; what it was told is deleted, too.",
);
pub(crate) const DELETED: Text = text("Đã xoá webhook.", "The webhook is deleted.");
pub(crate) const SURE: Text = text("Bạn chắc chứ?", "Are you sure?");
pub(crate) const KEEP: Text = text("Thôi", "Keep it");

pub(crate) const DELIVERIES: Text = text("Các lần gửi gần đây", "Sent lately");
pub(crate) const NO_DELIVERIES: Text = text("Chưa gửi lần nào.", "Nothing was sent yet.");
pub(crate) const LOOK_AGAIN: Text = text("Xem lại", "Look again");
pub(crate) const RETRY: Text = text("Gửi lại", "Send again");
pub(crate) const RETRIED: Text = text("Đã xếp vào hàng gửi lại.", "It is to be sent again.");

pub(crate) const UNDELIVERED: Text = text("Webhook không gửi được", "Webhooks that were given up");
pub(crate) const UNDELIVERED_WHY: Text = text(
    "Những tin đã thử gửi đủ số lần mà phần mềm nhận không lấy được. Giữ 30 ngày.",
    "What the receiving software did not take, however often it was tried. Kept for 30 days.",
);
pub(crate) const NOTHING_UNDELIVERED: Text = text("Không có tin nào gửi hỏng.", "Nothing was given up.");
pub(crate) const CITY: Text = text("Webhook của thành phố", "Webhooks of the city");
pub(crate) const OF_CITY: Text = text("Thành phố", "The city");

/// What a program is told of.
pub(crate) fn kind(kind: WebhookKind) -> Text {
    match kind {
        WebhookKind::Proposed => text("Có đề nghị kết nối", "Somebody proposes to meet"),
        WebhookKind::HalfAccepted => text("Một bên đồng ý", "One side has accepted"),
        WebhookKind::Accepted => text("Hai bên đồng ý kết nối", "Both sides want to meet"),
        WebhookKind::Declined => text("Từ chối kết nối", "Declined"),
        WebhookKind::Withdrawn => text("Rút lại đề nghị", "Withdrawn"),
        WebhookKind::Lapsed => text("Quá hạn trả lời", "Nobody answered in time"),
        WebhookKind::Message => text("Có tin nhắn mới", "A new message"),
        WebhookKind::AgreementDrafted => text("Thoả thuận: có bản nháp", "Agreement: drafted"),
        WebhookKind::AgreementProposed => {
            text("Thoả thuận: đã gửi, chờ xác nhận", "Agreement: sent, to be confirmed")
        }
        WebhookKind::AgreementCountered => text("Thoả thuận: có bản sửa", "Agreement: another version sent"),
        WebhookKind::AgreementHalfSigned => {
            text("Thoả thuận: một bên đã xác nhận", "Agreement: confirmed by one side")
        }
        WebhookKind::AgreementSigned => {
            text("Thoả thuận: hai bên đã xác nhận", "Agreement: confirmed by both sides")
        }
        WebhookKind::AgreementDeclined => text("Thoả thuận: không được đồng ý", "Agreement: declined"),
        WebhookKind::AgreementWithdrawn => text("Thoả thuận: được rút lại", "Agreement: taken back"),
        WebhookKind::AgreementLapsed => {
            text("Thoả thuận: quá hạn xác nhận", "Agreement: not confirmed in time")
        }
        WebhookKind::AgreementTerminated => {
            text("Thoả thuận: chấm dứt trước hạn", "Agreement: ended before its time")
        }
        WebhookKind::AgreementEnded => {
            text("Thoả thuận: hết hạn hoặc được thay", "Agreement: over, or replaced")
        }
        WebhookKind::DeliveryAsked => text("Giao hàng: đến kỳ trả lời", "Delivery: asked"),
        WebhookKind::DeliveryAnswered => {
            text("Giao hàng: một bên đã trả lời", "Delivery: answered by one side")
        }
        WebhookKind::DeliveryDisputed => {
            text("Giao hàng: hai bên nói khác nhau", "Delivery: the sides differ")
        }
        WebhookKind::DeliverySettled => {
            text("Giao hàng: hai bên nói như nhau", "Delivery: both sides say the same")
        }
        WebhookKind::DeliveryOneSided => {
            text("Giao hàng: hết hạn, một bên trả lời", "Delivery: only one side answered in time")
        }
        WebhookKind::DeliverySilent => {
            text("Giao hàng: hết hạn, không ai trả lời", "Delivery: nobody answered in time")
        }
        WebhookKind::Test => text("Gửi thử", "A test"),
    }
}

/// How far it has come.
pub(crate) fn state(state: WebhookDeliveryState) -> Text {
    match state {
        WebhookDeliveryState::Waiting => text("Đang chờ gửi", "Waits"),
        WebhookDeliveryState::Delivered => text("Đã nhận", "Delivered"),
        WebhookDeliveryState::GivenUp => text("Không gửi được", "Given up"),
    }
}

/// Why it failed, with the status of the answer where there was one.
pub(crate) fn problem(problem: WebhookProblem, status: Option<i32>) -> String {
    let words = match problem {
        WebhookProblem::NameUnknown => text("không tìm thấy tên miền", "its name is not known"),
        WebhookProblem::NotAllowed => {
            text("địa chỉ không thuộc mạng công cộng", "its address is not of the public internet")
        }
        WebhookProblem::Unreachable => text("không kết nối được", "nobody answers there"),
        WebhookProblem::NotSecure => {
            text("kết nối không an toàn (chứng thư TLS)", "the connection is not secure (its certificate)")
        }
        WebhookProblem::TooSlow => text("trả lời quá chậm", "it took too long"),
        WebhookProblem::Redirected => text("trả lời chuyển sang địa chỉ khác", "its answer leads elsewhere"),
        WebhookProblem::Refused => text("phần mềm nhận báo lỗi", "it answered with an error"),
        WebhookProblem::Gone => {
            text("phần mềm nhận không dùng nữa, đã tạm dừng", "it wants nothing any more; paused")
        }
        WebhookProblem::Broken => text("kết nối bị ngắt", "the connection broke"),
    };
    let words = super::t(words);
    status.map_or_else(|| words.to_owned(), |status| format!("{words} ({status})"))
}

/// `đã thử 3 lần`
pub(crate) fn attempts(count: i32) -> String {
    match (language(), count) {
        (Vietnamese, _) => format!("đã thử {count} lần"),
        (English, 1) => "tried once".to_owned(),
        (English, _) => format!("tried {count} times"),
    }
}

/// `thử lại lúc 26/11/2026 10:30`
pub(crate) fn tried_next(at: &str) -> String {
    match language() {
        Vietnamese => format!("gửi tiếp lúc {at}"),
        English => format!("next at {at}"),
    }
}

/// `3 tin`
pub(crate) fn undelivered(count: i32) -> String {
    match (language(), count) {
        (Vietnamese, _) => format!("{count} tin gửi hỏng"),
        (English, 1) => "1 given up".to_owned(),
        (English, _) => format!("{count} given up"),
    }
}
