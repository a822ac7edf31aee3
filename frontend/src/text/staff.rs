//! Words of the pages of staff and administrators.

use super::{Text, text};

pub(crate) const STAFF: Text = text("Cán bộ", "Staff");
pub(crate) const WAITS: Text = text("Việc đang chờ", "What waits");
pub(crate) const VERIFICATIONS: Text = text("Xác minh đơn vị", "Verify organisations");
pub(crate) const WAITING_NOW: Text = text("đang chờ", "waiting");
pub(crate) const ADMINISTRATION: Text = text("Quản trị", "Administration");
pub(crate) const ACCOUNTS: Text = text("Tài khoản", "Accounts");
pub(crate) const STATUS: Text = text("Tình trạng", "Status");
pub(crate) const NOTHING_WAITS: Text = text(
    "Không có yêu cầu nào đang chờ. Yêu cầu mới sẽ hiện ở đây, cũ nhất trước.",
    "Nothing is waiting. New requests appear here, the oldest first.",
);
pub(crate) const NOTHING: Text = text("Không có yêu cầu nào như vậy.", "There is no such request.");
pub(crate) const SEE_WAITING: Text = text("Xem yêu cầu đang chờ", "See those that wait");
pub(crate) const ASKED_BY: Text = text("Người gửi", "Asked by");
pub(crate) const ASKED_AT: Text = text("Gửi lúc", "Asked");
pub(crate) const MESSAGE: Text = text("Lời nhắn", "Message");
pub(crate) const DECIDED_AT: Text = text("Quyết định lúc", "Decided");
pub(crate) const REASON: Text = text("Lý do", "Reason");
pub(crate) const REASON_HINT: Text = text(
    "Khi từ chối thì cần có. Đơn vị đọc được, vì vậy hãy viết cần bổ sung gì.",
    "A rejection needs one. The organisation reads it, so say what is missing.",
);
pub(crate) const ALIKE: Text = text("Đơn vị giống", "Organisations like it");
pub(crate) const NONE_ALIKE: Text = text(
    "Không thấy đơn vị nào trùng mã số thuế hoặc tên gần giống.",
    "None has the same tax code or a like name near by.",
);
pub(crate) const DECISION: Text = text("Quyết định", "Decision");
pub(crate) const APPROVE: Text = text("Xác minh", "Approve");
pub(crate) const REJECT: Text = text("Từ chối", "Reject");
pub(crate) const DECIDE: Text = text("Ghi quyết định", "Record the decision");
pub(crate) const DECIDED: Text = text("Đã ghi quyết định.", "The decision is recorded.");
pub(crate) const PAGE: Text = text("Trang của đơn vị", "Its page");

pub(crate) const ACCOUNT_SEARCH: Text = text("Tên, thư điện tử", "Name, mail address");
pub(crate) const NO_ACCOUNTS: Text = text("Không có tài khoản nào như vậy.", "There is no such account.");
pub(crate) const ALL_ACCOUNTS: Text = text("Xem mọi tài khoản", "See all accounts");
pub(crate) const MEMBER_OF: Text = text("Thuộc đơn vị", "Member of");
pub(crate) const ROLE: Text = text("Quyền cán bộ", "Staff role");
pub(crate) const UNITS: Text = text("Phường, xã được giao", "Wards it is limited to");
pub(crate) const UNITS_WHY: Text =
    text("Cán bộ xã, phường chỉ thấy các phường, xã này.", "An officer of wards sees these only.");
pub(crate) const ADD_UNIT: Text = text("Thêm phường, xã của Hà Nội", "Add a ward of Hanoi");
pub(crate) const NO_UNITS: Text = text("Hãy thêm ít nhất một phường, xã.", "Add at least one ward.");
pub(crate) const ROLE_SET: Text = text("Đã đổi quyền.", "The role is changed.");
pub(crate) const SET_ROLE: Text = text("Lưu quyền", "Save the role");
pub(crate) const DISABLED: Text = text("Đã khoá", "Disabled");
pub(crate) const DISABLED_SINCE: Text = text("Khoá từ", "Disabled since");
pub(crate) const DISABLE: Text = text("Khoá tài khoản", "Disable the account");
pub(crate) const DISABLE_WHY: Text = text(
    "Tài khoản bị khoá không đăng nhập được; dữ liệu vẫn giữ nguyên và có thể mở lại.",
    "A disabled account can't sign in; nothing is lost, and it can be enabled again.",
);
pub(crate) const ENABLE: Text = text("Mở lại tài khoản", "Enable the account");
pub(crate) const DISABLED_DONE: Text = text("Đã khoá tài khoản.", "The account is disabled.");
pub(crate) const ENABLED_DONE: Text = text("Đã mở lại tài khoản.", "The account is enabled.");
