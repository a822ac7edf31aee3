//! Words of the history of a thing: what was done to it. What the server may do is in its calls of `Line::of`; an
//! action without words here is shown as it is written there.

use super::{Language, Text, language, text, words};
use crate::pages::change_log::Thing;

pub(crate) const HISTORY: Text = text("Lịch sử", "History");
pub(crate) const WHAT_FOR: Text = text(
    "Ai đã làm gì, khi nào. Nhật ký không sửa được; thông tin cá nhân được che bớt.",
    "Who did what, and when. The log can't be edited; personal data are masked in it.",
);
pub(crate) const NOTHING: Text =
    text("Nhật ký chưa ghi gì về mục này.", "The log has nothing about this yet.");
pub(crate) const TO_THING: Text = text("Về trang của mục này", "To its page");
pub(crate) const NONE: Text = text("chưa có", "none");
pub(crate) const FILE: Text = text("có tệp", "a file");
pub(crate) const SECRET: Text = text("đã đổi, không ghi nội dung", "changed; what it says is not kept");

/// What the history is of, at the beginning of its heading.
pub(crate) fn of(thing: Thing) -> Text {
    match thing {
        Thing::Organisation => text("Lịch sử đơn vị", "History of an organisation"),
        Thing::Product => text("Lịch sử sản phẩm", "History of a product"),
        Thing::Need => text("Lịch sử nhu cầu", "History of a need"),
        Thing::Introduction => text("Lịch sử lời mời kết nối", "History of an introduction"),
        Thing::SalePoint => text("Lịch sử điểm bán", "History of a sale point"),
        Thing::Account => text("Lịch sử tài khoản", "History of an account"),
        Thing::Round => text("Lịch sử vòng ghép", "History of a round of matching"),
        Thing::Agreement => text("Lịch sử thoả thuận", "History of an agreement"),
        Thing::Event => text("Lịch sử sự kiện", "History of an event"),
        Thing::Participant => text("Lịch sử đăng ký tham dự", "History of a registration"),
        Thing::Timetable => text("Lịch sử lịch gặp", "History of a timetable"),
        Thing::Meeting => text("Lịch sử cuộc gặp", "History of a meeting"),
    }
}

/// What was done, if there are words for it.
pub(crate) fn action(thing: Thing, action: &str) -> Option<Text> {
    // The same word for two things.
    match (thing, action) {
        (Thing::Account, "confirmed") => {
            return Some(text("Xác nhận địa chỉ thư", "Confirmed the mail address"));
        }
        (Thing::Agreement, "proposed") => {
            return Some(text("Gửi để xác nhận", "Sent it to be confirmed"));
        }
        (Thing::Agreement, "declined") => {
            return Some(text("Không đồng ý", "Did not agree"));
        }
        (Thing::Agreement, "withdrawn") => {
            return Some(text("Rút lại", "Took it back"));
        }
        (Thing::Agreement, "lapsed") => {
            return Some(text("Quá hạn xác nhận", "Nobody confirmed it in time"));
        }
        (Thing::Round, "accepted") => {
            return Some(text("Chốt vòng ghép", "Accepted the plan"));
        }
        (Thing::Round, "deleted") => {
            return Some(text("Xoá vòng ghép", "Deleted the round"));
        }
        (Thing::Participant, "registered") => return Some(text("Đăng ký tham dự", "Registered")),
        (Thing::Participant, "declined") => return Some(text("Không duyệt", "Declined it")),
        (Thing::Participant, "withdrawn") => return Some(text("Rút đăng ký", "Withdrew it")),
        (Thing::Timetable, "published") => return Some(text("Công bố lịch gặp", "Announced it")),
        (Thing::Meeting, "cancelled") => {
            return Some(text("Bỏ khỏi lịch", "Took it from the timetable"));
        }
        _ => {}
    }
    ACTIONS.iter().find(|(name, _)| *name == action).map(|(_, words)| *words)
}

const ACTIONS: [(&str, Text); 104] = [
    ("created", text("Tạo mới", "Created it")),
    ("updated", text("Sửa thông tin", "Edited it")),
    ("loaded", text("Nạp dữ liệu", "Loaded data")),
    ("generated", text("Tạo dữ liệu thử", "Made it up for measuring")),
    // Organisations.
    ("registered", text("Đăng ký đơn vị", "Registered the organisation")),
    ("verification_asked", text("Gửi yêu cầu xác minh", "Asked for verification")),
    ("verification_withdrawn", text("Rút yêu cầu xác minh", "Withdrew the request for verification")),
    ("verified", text("Xác minh đơn vị", "Verified it")),
    ("not_verified", text("Từ chối xác minh", "Refused to verify it")),
    ("listed", text("Đưa vào danh bạ", "Listed it in the register")),
    ("member_invited", text("Mời thành viên", "Invited a member")),
    ("invitation_revoked", text("Huỷ lời mời", "Took an invitation back")),
    ("member_joined", text("Tham gia đơn vị", "Joined the organisation")),
    ("member_changed", text("Thay đổi thành viên", "Changed a member")),
    ("consented", text("Đồng ý hiện liên hệ công khai", "Agreed that the public contact is shown")),
    ("consent_withdrawn", text("Rút lại sự đồng ý", "Withdrew the consent")),
    ("personal_number_read", text("Xem số định danh cá nhân", "Read the personal number")),
    // Webhooks.
    ("webhook_created", text("Thêm webhook", "Entered a webhook")),
    ("webhook_updated", text("Sửa webhook", "Edited a webhook")),
    ("webhook_secret_renewed", text("Tạo khoá mới cho webhook", "Made a new secret of a webhook")),
    ("webhook_paused", text("Tạm dừng webhook", "Paused a webhook")),
    ("webhook_resumed", text("Cho webhook gửi tiếp", "Resumed a webhook")),
    (
        "webhook_gone",
        text("Webhook tự dừng: phần mềm nhận không dùng nữa", "A webhook was paused: its program is gone"),
    ),
    ("webhook_deleted", text("Xoá webhook", "Deleted a webhook")),
    ("webhook_tested", text("Gửi thử webhook", "Tested a webhook")),
    ("webhook_retried", text("Gửi lại tin webhook", "Had a webhook told once more")),
    // Papers of products and organisations.
    ("paper_added", text("Thêm giấy", "Added a paper")),
    ("paper_updated", text("Sửa giấy", "Edited a paper")),
    ("paper_removed", text("Xoá giấy", "Removed a paper")),
    ("paper_confirmed", text("Xác nhận giấy", "Confirmed a paper")),
    ("paper_taken_back", text("Rút lại xác nhận giấy tờ", "Took the confirmation of a paper back")),
    ("stars_taken_back", text("Rút lại xác nhận hạng sao", "Took the confirmation of a star decision back")),
    ("paper_refused", text("Không xác nhận giấy", "Did not confirm a paper")),
    ("stars_added", text("Gửi quyết định công nhận", "Sent a star decision")),
    ("stars_removed", text("Xoá quyết định công nhận", "Removed a star decision")),
    ("stars_confirmed", text("Xác nhận quyết định công nhận", "Confirmed a star decision")),
    ("stars_refused", text("Không xác nhận quyết định công nhận", "Did not confirm a star decision")),
    // Products.
    ("confirmed", text("Xác nhận thông tin vẫn đúng", "Said that facts are still true")),
    ("answered", text("Trả lời bên mua", "Answered what buyers ask")),
    ("published", text("Công bố sản phẩm", "Published it")),
    ("hidden", text("Ẩn khỏi trang công khai", "Hid it from the public pages")),
    // Needs.
    ("copied", text("Sao chép từ nhu cầu khác", "Copied it from another need")),
    ("opened", text("Đăng nhu cầu", "Posted it")),
    ("closed", text("Đóng nhu cầu", "Closed it")),
    // Introductions.
    ("proposed", text("Đề nghị kết nối", "Proposed to meet")),
    ("half_accepted", text("Một bên đồng ý, chờ bên còn lại", "One side accepted; the other is asked")),
    ("accepted", text("Đồng ý kết nối", "Accepted")),
    ("declined", text("Từ chối kết nối", "Declined")),
    ("withdrawn", text("Rút lại đề nghị", "Withdrew the proposal")),
    ("lapsed", text("Quá hạn trả lời", "Nobody answered in time")),
    ("message", text("Viết tin nhắn", "Wrote a message")),
    ("conversation_read", text("Cán bộ xem cuộc trao đổi", "Staff read the conversation")),
    // Agreements.
    ("drafted", text("Soạn thoả thuận", "Drafted it")),
    ("countered", text("Gửi bản sửa", "Sent another version")),
    ("half_signed", text("Một bên xác nhận", "One side confirmed it")),
    ("signed", text("Hai bên đã xác nhận", "Both have confirmed it")),
    ("paper_signed", text("Ghi nhận bản giấy đã ký", "Recorded that it was signed on paper")),
    ("ending", text("Báo sắp hết hạn", "Told that its term is nearly over")),
    ("ended", text("Hết hạn", "Its term is over")),
    ("terminated", text("Chấm dứt trước hạn", "Ended it before its time")),
    ("superseded", text("Được thay bằng bản sửa đổi", "An amendment stands instead of it")),
    ("renewed", text("Soạn bản gia hạn", "Drafted a renewal")),
    ("amended", text("Soạn bản sửa đổi", "Drafted an amendment")),
    // Deliveries under agreements.
    ("delivery_asked", text("Hỏi hai bên về việc giao hàng", "Asked both sides what was delivered")),
    ("delivery_answered", text("Trả lời về việc giao hàng", "Said what was delivered")),
    ("delivery_confirmed", text("Hai bên xác nhận việc giao hàng", "Both sides confirm what was delivered")),
    (
        "delivery_disputed",
        text("Hai bên nói khác nhau về việc giao hàng", "The two sides differ on what was delivered"),
    ),
    (
        "delivery_closed",
        text("Hết hạn trả lời về việc giao hàng", "Nobody can answer about a delivery any more"),
    ),
    // Rounds of matching.
    ("needs_changed", text("Thêm, bỏ nhu cầu", "Took needs in and out")),
    ("cap_set", text("Đặt giới hạn riêng", "Set a cap")),
    ("rule_set", text("Ghim hoặc cấm một cặp", "Pinned or forbade a pair")),
    ("solving", text("Bắt đầu tìm phương án", "Began to look for a plan")),
    ("solved", text("Tìm được phương án", "Found a plan")),
    ("unsolved", text("Không ra phương án", "Found no plan")),
    ("cancelled", text("Dừng tìm phương án", "Stopped looking for a plan")),
    // Events.
    ("moved", text("Chuyển bước", "Took it to the next step")),
    ("approved", text("Duyệt", "Approved it")),
    ("queued", text("Đưa vào danh sách chờ", "Put it on the waiting list")),
    ("checked_in", text("Điểm danh", "Checked in")),
    ("check_in_undone", text("Bỏ điểm danh", "Took the check-in back")),
    ("scheduled", text("Xếp lịch", "Made it")),
    ("adjusted", text("Chỉnh lịch", "Brought it up to date")),
    ("recorded", text("Ghi kết quả", "Said what came of it")),
    ("put_back", text("Đưa lại vào lịch", "Put it back")),
    // Sale points.
    ("operator_assigned", text("Giao đơn vị vận hành", "Said who runs it")),
    ("stocked", text("Thêm hoặc xác nhận hàng bán tại điểm", "Listed or confirmed goods on sale")),
    ("unstocked", text("Bỏ hàng khỏi danh sách", "Took goods off the list")),
    ("stock_confirmed", text("Xác nhận mọi hàng vẫn còn bán", "Said that all goods are still on sale")),
    // Accounts.
    ("signed_up", text("Tạo tài khoản", "Made an account")),
    ("asked_again", text("Xin lại thư xác nhận", "Asked for the mail again")),
    ("reminded", text("Gửi thư nhắc đã có tài khoản", "Was told that there is an account")),
    ("signed_in", text("Đăng nhập", "Signed in")),
    ("signed_out", text("Đăng xuất", "Signed out")),
    ("reset_requested", text("Xin đặt lại mật khẩu", "Asked to set another password")),
    ("password_changed", text("Đổi mật khẩu", "Changed the password")),
    ("role_set", text("Đổi quyền cán bộ", "Changed the staff role")),
    ("disabled", text("Khoá tài khoản", "Disabled the account")),
    ("enabled", text("Mở lại tài khoản", "Enabled the account")),
    ("data_copied", text("Lấy bản sao dữ liệu cá nhân", "Took a copy of their data")),
    ("data_requested", text("Gửi yêu cầu về dữ liệu cá nhân", "Asked about their data")),
    (
        "data_request_withdrawn",
        text("Rút yêu cầu về dữ liệu cá nhân", "Withdrew the request about their data"),
    ),
    (
        "data_request_answered",
        text("Trả lời yêu cầu về dữ liệu cá nhân", "Answered the request about their data"),
    ),
    ("deleted", text("Xoá dữ liệu cá nhân", "Deleted the personal data")),
    ("forgotten", text("Dọn tài khoản không dùng", "Cleared an account that was not used")),
];

/// `3 ảnh`
pub(crate) fn photos(count: i32) -> String {
    match (language(), count) {
        (Language::Vietnamese, _) => format!("{count} ảnh"),
        (Language::English, 1) => "1 photo".to_owned(),
        (Language::English, _) => format!("{count} photos"),
    }
}

/// `20,9769`, with all decimals
pub(crate) fn exact(number: f64) -> String {
    match language() {
        Language::Vietnamese => number.to_string().replace('.', ","),
        Language::English => number.to_string(),
    }
}

/// `3 ảnh (khác)`
pub(crate) fn another(value: &str) -> String {
    match language() {
        Language::Vietnamese => format!("{value} (khác)"),
        Language::English => format!("{value} (another)"),
    }
}

/// `lệnh seed`, of what no person did
pub(crate) fn command(name: &str) -> String {
    match language() {
        Language::Vietnamese => format!("lệnh {name}"),
        Language::English => format!("command {name}"),
    }
}

/// `Chi tiết (3)`
pub(crate) fn fields(count: usize) -> String {
    match language() {
        Language::Vietnamese => format!("Chi tiết ({count})"),
        Language::English => format!("Details ({count})"),
    }
}

/// `12 việc được ghi`; the server sends the latest only.
pub(crate) fn count(count: usize) -> String {
    let count = i32::try_from(count).unwrap_or(i32::MAX);
    let number = words::number(count.into(), language());
    let is_full = count >= LATEST;
    match (language(), count) {
        (Language::Vietnamese, _) if is_full => format!("{number} việc gần nhất"),
        (Language::Vietnamese, _) => format!("{number} việc được ghi"),
        (Language::English, _) if is_full => format!("the latest {number} entries"),
        (Language::English, 1) => "1 entry".to_owned(),
        (Language::English, _) => format!("{number} entries"),
    }
}

/// How many lines the server sends at most.
const LATEST: i32 = 100;
