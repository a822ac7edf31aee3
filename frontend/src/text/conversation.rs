//! Words of conversations: reading, writing, what staff have to say before they read.

use super::{Language, Text, language, text};

pub(crate) const CONVERSATION: Text = text("Trao đổi", "Conversation");
pub(crate) const WHY: Text = text(
    "Hai bên và người của hai đơn vị đọc được. Cán bộ chỉ đọc khi nêu lý do, và việc đó được ghi lại.",
    "People of both organisations read this. Staff read it only for a stated reason, which is on record.",
);
pub(crate) const NOTHING: Text = text(
    "Chưa có tin nhắn. Hãy mở đầu: hỏi mẫu hàng, giá, cách giao.",
    "Nothing was said yet. Begin: ask for samples, prices, delivery.",
);
pub(crate) const MESSAGE: Text = text("Tin nhắn", "Message");
pub(crate) const MESSAGE_HINT: Text = text("Ctrl+Enter cũng gửi.", "Ctrl+Enter sends it, too.");
pub(crate) const SEND: Text = text("Gửi", "Send");
pub(crate) const SENT: Text = text("Đã gửi.", "Sent.");
pub(crate) const FILES: Text = text("Tệp gửi kèm", "Files to go with it");
pub(crate) const REMOVE_FILE: Text = text("Bỏ tệp", "Take it off");
pub(crate) const YOU: Text = text("Bạn", "You");
pub(crate) const MESSAGES: Text = text("Tin nhắn, mới nhất ở trên", "Messages, the latest at the top");
pub(crate) const FILES_COMING: Text = text(
    "Tệp còn đang được tải lên. Hãy đợi xong rồi gửi.",
    "A file is still on its way. Wait for it, then send.",
);
pub(crate) const NOTHING_TO_SEND: Text =
    text("Hãy gõ tin nhắn hoặc chọn tệp trước khi gửi.", "Type a message or choose a file first.");

pub(crate) const STAFF_WRITE: Text = text("Viết cho hai bên", "Write to both sides");
pub(crate) const STAFF_READ: Text = text("Đọc cuộc trao đổi", "Read the conversation");
pub(crate) const STAFF_WHY: Text = text(
    "Đây là trao đổi riêng của hai bên. Nêu lý do rồi đọc: ai đọc, khi nào và vì sao được ghi vào lịch sử.",
    "This is private to both sides. Say why you read it: who read it, when and why is on record.",
);
pub(crate) const STAFF_REASON: Text = text("Lý do đọc", "Why you read it");
pub(crate) const STAFF_REASON_HINT: Text =
    text("Ví dụ: một bên nhờ hỗ trợ.", "For example: one side asked for help.");
pub(crate) const STAFF_NEWS: Text = text("Có tin mới. Đọc tiếp", "There are new messages. Read on");

/// `Ảnh hoặc PDF, đến 12 MB. Người của hai bên xem được.`
pub(crate) fn file_rule() -> String {
    let megabytes = shared::limits::UPLOAD_BYTES / 1024 / 1024;
    match language() {
        Language::Vietnamese => format!("Ảnh hoặc PDF, đến {megabytes} MB. Người của hai bên xem được."),
        Language::English => format!("Pictures or PDF, up to {megabytes} MB. People of both sides see them."),
    }
}

/// `Tin mới từ Nguyễn Văn A: …`
pub(crate) fn arrived(author: &str, said: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Tin mới từ {author}: {said}"),
        Language::English => format!("New message from {author}: {said}"),
    }
}

/// `2 tệp gửi kèm`
pub(crate) fn files(count: usize) -> String {
    match (language(), count) {
        (Language::Vietnamese, _) => format!("{count} tệp gửi kèm"),
        (Language::English, 1) => "1 file".to_owned(),
        (Language::English, _) => format!("{count} files"),
    }
}
