//! Words about accounts: signing in and up, mails, passwords, sessions, invitations.

use super::{Language, Text, language, text};

pub(crate) const SIGN_IN: Text = text("Đăng nhập", "Sign in");
pub(crate) const SIGN_UP: Text = text("Tạo tài khoản", "Create an account");
pub(crate) const SIGN_OUT: Text = text("Đăng xuất", "Sign out");
pub(crate) const ACCOUNT: Text = text("Tài khoản", "Account");
pub(crate) const SIGN_IN_FIRST: Text = text(
    "Phần này cần đăng nhập. Sau khi đăng nhập, bạn sẽ trở lại đúng trang này.",
    "This part needs a sign-in. Afterwards you come back to this page.",
);
pub(crate) const SESSION_ENDED: Text = text(
    "Phiên đăng nhập đã hết. Những gì bạn gõ vẫn được giữ; hãy đăng nhập để tiếp tục.",
    "Your session has ended. What you typed is kept; sign in to go on.",
);
pub(crate) const FOR_STAFF: Text = text(
    "Phần này dành cho cán bộ. Tài khoản của bạn không có quyền xem.",
    "This part is for staff. Your account may not see it.",
);
pub(crate) const ALREADY: Text = text("Bạn đang đăng nhập với tên", "You are signed in as");
pub(crate) const GO_ON: Text = text("Tiếp tục", "Go on");
pub(crate) const EMAIL: Text = text("Thư điện tử", "Mail address");
pub(crate) const PASSWORD: Text = text("Mật khẩu", "Password");
pub(crate) const FORGOTTEN: Text = text("Quên mật khẩu", "Forgotten password");
pub(crate) const NO_ACCOUNT: Text = text("Chưa có tài khoản?", "No account yet?");
pub(crate) const HAVE_ACCOUNT: Text = text("Đã có tài khoản?", "Do you have an account?");
pub(crate) const NAME: Text = text("Họ và tên", "Your name");
pub(crate) const PHONE: Text = text("Điện thoại", "Telephone");
pub(crate) const PHONE_HINT: Text =
    text("Để cán bộ gọi khi cần, không công khai.", "For staff to call you; it is not public.");
pub(crate) const EMAIL_HINT: Text = text(
    "Chúng tôi gửi thư xác nhận đến đây. Không công khai.",
    "We send a mail to confirm it. It is not public.",
);
pub(crate) const AGREE: Text =
    text("Tôi đã đọc và đồng ý với các điều trên", "I have read this and agree to it");
pub(crate) const MAIL_SENT: Text = text("Hãy mở thư của bạn", "Please look at your mail");
pub(crate) const SIGN_UP_MAIL: Text = text(
    "Chúng tôi đã gửi một thư. Hãy bấm liên kết trong thư để hoàn tất. Nếu địa chỉ này đã có tài khoản, thư sẽ cho biết cách đăng nhập.",
    "We sent a mail. Follow the link in it to finish. If the address has an account already, the mail tells how to sign in.",
);
pub(crate) const RESET_MAIL: Text = text(
    "Nếu địa chỉ này có tài khoản, chúng tôi đã gửi thư có liên kết để đặt mật khẩu mới.",
    "If there is an account with this address, we sent a mail with a link to set a new password.",
);
pub(crate) const NO_MAIL: Text = text(
    "Không thấy thư? Hãy xem mục thư rác, hoặc đợi vài phút rồi gửi lại.",
    "No mail? Look among the unwanted ones, or wait some minutes and send again.",
);
pub(crate) const AGAIN: Text = text("Gửi lại", "Send again");
pub(crate) const CONFIRM: Text = text("Xác nhận địa chỉ thư", "Confirm your mail address");
pub(crate) const CONFIRM_WHY: Text = text(
    "Hãy nhập mật khẩu bạn đã đặt khi đăng ký, để xác nhận địa chỉ thư và đăng nhập.",
    "Type the password you chose when signing up, to confirm your mail address and sign in.",
);
pub(crate) const CONFIRMED: Text = text("Đã xác nhận. Chào mừng bạn!", "Confirmed. Welcome!");
pub(crate) const NO_TOKEN: Text = text(
    "Liên kết này thiếu mã. Hãy mở lại liên kết trong thư, hoặc chép đủ cả dòng.",
    "This link lacks its code. Open the link in the mail again, or copy the whole line.",
);
pub(crate) const FORGOTTEN_WHY: Text = text(
    "Hãy gõ thư điện tử của tài khoản. Chúng tôi gửi liên kết để đặt mật khẩu mới.",
    "Type the mail address of your account. We send a link to set a new password.",
);
pub(crate) const SEND_LINK: Text = text("Gửi liên kết", "Send the link");
pub(crate) const RESET: Text = text("Đặt lại mật khẩu", "Set a new password");
pub(crate) const RESET_DONE: Text =
    text("Đã đặt mật khẩu mới và đăng nhập.", "Your new password is set, and you are signed in.");
pub(crate) const NEW_PASSWORD: Text = text("Mật khẩu mới", "New password");
pub(crate) const PRESENT_PASSWORD: Text = text("Mật khẩu hiện tại", "Present password");
pub(crate) const CHANGE_PASSWORD: Text = text("Đổi mật khẩu", "Change password");
pub(crate) const CHANGE_PASSWORD_WHY: Text =
    text("Sau khi đổi, mọi thiết bị khác đều bị đăng xuất.", "Afterwards all other devices are signed out.");
pub(crate) const PASSWORD_CHANGED: Text = text(
    "Đã đổi mật khẩu và đăng xuất các thiết bị khác.",
    "Password changed; other devices are signed out.",
);
pub(crate) const YOU: Text = text("Thông tin của bạn", "About you");
pub(crate) const SESSIONS: Text = text("Thiết bị đang đăng nhập", "Where you are signed in");
pub(crate) const THIS_DEVICE: Text = text("thiết bị này", "this device");
pub(crate) const LAST_USED: Text = text("Dùng lần cuối", "Last used");
pub(crate) const SIGNED_IN_AT: Text = text("Đăng nhập lúc", "Signed in");
pub(crate) const END_SESSION: Text = text("Kết thúc phiên này", "End this session");
pub(crate) const SESSION_REVOKED: Text = text("Đã đăng xuất thiết bị đó.", "That device is signed out.");
pub(crate) const SIGNED_OUT: Text = text("Bạn đã đăng xuất.", "You are signed out.");
pub(crate) const MY_ORGANISATIONS: Text = text("Đơn vị của tôi", "My organisations");
pub(crate) const NO_ORGANISATION: Text =
    text("Bạn chưa thuộc đơn vị nào.", "You belong to no organisation yet.");
pub(crate) const TO_ORGANISATIONS: Text = text("Đăng ký hoặc nhận đơn vị", "Register or claim one");
pub(crate) const ROLE: Text = text("Vai trò", "Role");
pub(crate) const INVITATION: Text = text("Lời mời tham gia đơn vị", "Invitation to an organisation");
pub(crate) const INVITATION_GONE: Text = text(
    "Lời mời này đã dùng rồi hoặc đã quá hạn. Hãy nhờ đơn vị gửi lại.",
    "This invitation was used or is too old. Ask the organisation for another.",
);
pub(crate) const ACCEPT: Text = text("Tham gia đơn vị", "Join the organisation");
pub(crate) const JOINED: Text = text("Bạn đã tham gia đơn vị.", "You have joined the organisation.");
pub(crate) const INVITED_AS: Text = text("Thư mời gửi đến", "It was sent to");
pub(crate) const VALID_UNTIL: Text = text("Có hiệu lực đến", "Valid until");

/// What a password must be, said before one is typed.
pub(crate) fn password_rule() -> String {
    let fewest = shared::limits::PASSWORD_CHARS_MIN;
    match language() {
        Language::Vietnamese => format!(
            "Ít nhất {fewest} ký tự; dấu cách và chữ có dấu đều được. Vài từ ghép lại dễ nhớ và khó đoán."
        ),
        Language::English => format!(
            "At least {fewest} characters; spaces and accents are fine. A few words together are easy to remember and hard to guess."
        ),
    }
}

/// `Bạn được mời tham gia “HTX …”`
pub(crate) fn invited_to(organisation: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Bạn được mời tham gia “{organisation}”."),
        Language::English => format!("You are invited to join “{organisation}”."),
    }
}
