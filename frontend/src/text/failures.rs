//! What the page says when the server refuses or is silent: what happened and what to do.

use shared::ErrorCode;

use super::{Text, text};
use crate::api::Failure;

/// The words for a failure.
pub(crate) fn words(failure: Failure) -> Text {
    match failure {
        Failure::Silent => text(
            "Máy chủ không trả lời. Có thể mất mạng hoặc máy chủ đang nghỉ.",
            "The server does not answer. The network may be down, or the server is resting.",
        ),
        Failure::Slow => text(
            "Máy chủ trả lời quá lâu. Mạng có thể đang yếu.",
            "The server takes too long to answer. The network may be weak.",
        ),
        Failure::Unreadable => text(
            "Máy chủ trả lời điều trang này không hiểu. Hãy tải lại trang để lấy bản mới.",
            "The server answered something this page does not understand. Reload to get the latest version.",
        ),
        Failure::Refused(code) => refused(code),
    }
}

/// The words for a code of the server; the compiler tells when one is missing.
fn refused(code: ErrorCode) -> Text {
    match code {
        ErrorCode::BadInput => text(
            "Có điều chưa hợp lệ. Hãy xem lại những gì đã chọn và đã gõ.",
            "Something is out of its limits. Please look again at what was chosen and typed.",
        ),
        ErrorCode::BadCursor => text(
            "Danh sách đã thay đổi trong lúc bạn xem. Hãy xem lại từ đầu.",
            "The list changed while you were reading. Please start from its top.",
        ),
        ErrorCode::BadQuery | ErrorCode::BadRequest | ErrorCode::PersistedQueryNotFound => text(
            "Trang này đã cũ so với máy chủ. Hãy tải lại trang.",
            "This page is older than the server. Please reload it.",
        ),
        ErrorCode::TooDeep | ErrorCode::TooCostly | ErrorCode::TooLarge => text(
            "Yêu cầu quá lớn. Hãy thu hẹp điều kiện tìm.",
            "That asks for too much at once. Please narrow the search.",
        ),
        ErrorCode::NotFound => text("Không tìm thấy thông tin này.", "This entry was not found."),
        ErrorCode::Unauthenticated => text("Bạn cần đăng nhập trước.", "Please sign in first."),
        ErrorCode::Forbidden => text("Bạn không có quyền xem phần này.", "You may not see this part."),
        ErrorCode::WrongCredentials => text(
            "Thư điện tử hoặc mật khẩu không đúng. Hãy kiểm tra lại cả hai.",
            "The mail address or the password is wrong. Please check both.",
        ),
        ErrorCode::TooManyAttempts => text(
            "Bạn đã thử quá nhiều lần. Hãy đợi một lát rồi thử lại.",
            "That was tried too often. Please wait a while, then try again.",
        ),
        ErrorCode::Conflict => text(
            "Người khác vừa sửa thông tin này. Hãy xem lại rồi thử lần nữa.",
            "Somebody else has just changed this. Look again, then retry.",
        ),
        ErrorCode::Unavailable => {
            text("Máy chủ đang bận. Hãy thử lại sau giây lát.", "The server is busy. Try again in a moment.")
        }
        ErrorCode::Internal => text(
            "Máy chủ gặp lỗi và đã ghi lại. Hãy thử lại sau.",
            "Something went wrong on the server and was recorded. Please try again later.",
        ),
    }
}

pub(crate) const KEPT: Text =
    text("Những gì bạn đã gõ và đã chọn vẫn còn nguyên.", "What you typed and chose is still here.");
pub(crate) const SILENT_NOW: Text = text(
    "Máy chủ không trả lời. Những gì đang hiện vẫn xem được; trang sẽ tự thử lại và tiếp tục khi máy chủ có lại.",
    "The server does not answer. What is shown can still be read; the page keeps trying and goes on when it is back.",
);
