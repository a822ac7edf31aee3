//! The texts that people agree to. Each belongs to a version in `shared`: whoever changes a text gives it a new one.

use super::{Text, text};

pub(crate) const ACCOUNT_HEADING: Text =
    text("Chúng tôi lưu gì về bạn, và để làm gì", "What we keep about you, and why");

pub(crate) const VERSION: Text = text("Bản", "Version");

/// The terms of an account ([`shared::ACCOUNT_TERMS`]).
pub(crate) const ACCOUNT: [Text; 6] = [
    text(
        "Chúng tôi lưu họ tên, thư điện tử, điện thoại (nếu bạn cho) để bạn đăng nhập, để gửi thư cần thiết và để cán bộ liên hệ khi xác minh đơn vị.",
        "We keep your name, mail address and telephone (if you give it) so that you can sign in, to send necessary mails, and for staff to reach you when they verify an organisation.",
    ),
    text(
        "Mật khẩu được lưu dưới dạng băm, không ai đọc được. Mỗi lần đăng nhập, chúng tôi lưu thời điểm và tên trình duyệt để bạn biết thiết bị nào đang dùng tài khoản.",
        "Your password is kept as a hash that nobody can read. For each sign-in we keep its time and the name of the browser, so that you can see which devices use your account.",
    ),
    text(
        "Những thay đổi bạn làm được ghi vào nhật ký để đối chiếu; dữ liệu cá nhân trong đó được che.",
        "What you change is written into a log for checking; personal data in it are masked.",
    ),
    text(
        "Các dữ liệu này không công khai, không bán, không dùng để quảng cáo, và được lưu tại Việt Nam.",
        "None of this is public, sold or used for advertising, and it is kept in Vietnam.",
    ),
    text(
        "Bạn có quyền xem, sửa, nhận bản sao, rút lại sự đồng ý và yêu cầu xoá; yêu cầu được trả lời trong 2 ngày làm việc (Luật 91/2025/QH15).",
        "You may see, correct and receive your data, withdraw your consent and ask for deletion; a request is answered within 2 working days (Law 91/2025/QH15).",
    ),
    text(
        "Không đồng ý thì bạn vẫn xem được mọi trang công khai; chỉ không tạo được tài khoản.",
        "Without your consent you can still read all public pages; only an account can't be created.",
    ),
];

/// The consent to a public contact ([`shared::PUBLIC_CONTACT_TERMS`]).
pub(crate) const PUBLIC_CONTACT: Text = text(
    "Đơn vị đồng ý hiển thị công khai tên người liên hệ, điện thoại, thư điện tử và trang web ghi ở mục “Liên hệ công khai”, để người mua và đối tác liên hệ. Người có tên trong đó đã biết và đồng ý. Đơn vị có thể rút lại bất cứ lúc nào; khi đó thông tin được gỡ ngay khỏi trang công khai.",
    "The organisation agrees that the name, telephone, mail address and website under “Public contact” are shown to everybody, so that buyers and partners can reach it. The person named there knows and agrees. It may withdraw this at any time; the contact is then taken off the public pages at once.",
);
