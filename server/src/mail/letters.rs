//! The words of our mails: Vietnamese, then English, since nobody has chosen a language in a mail. Links carry a secret
//! and end; each letter says when, and what to do for those who did not ask for it.

use super::Letter;

/// How long a link holds, as letters say it.
const HOURS: (&str, &str) = ("24 giờ", "24 hours");

/// A letter in both languages.
pub(super) fn letter(subject: (&str, &str), vietnamese: &str, english: &str) -> Letter {
    Letter {
        subject: format!("{} / {}", subject.0, subject.1),
        body: format!("{vietnamese}\n\n--- English ---\n\n{english}\n\nOCOP Hà Nội\n"),
    }
}

/// Asks somebody who signed up to confirm the address.
pub(crate) fn confirm_address(link: &str) -> Letter {
    letter(
        ("Xác nhận địa chỉ thư", "Confirm your mail address"),
        &format!(
            "Có người (mong là bạn) vừa đăng ký tài khoản OCOP Hà Nội bằng địa chỉ thư này.\n\
             Để xác nhận, hãy mở liên kết sau trong vòng {} và nhập mật khẩu bạn đã đặt:\n\n{link}\n\n\
             Nếu không phải bạn, hãy bỏ qua thư này; tài khoản sẽ không được mở.",
            HOURS.0
        ),
        &format!(
            "Somebody (you, we hope) has signed up for an OCOP Hanoi account with this mail address.\n\
             To confirm it, open the link above within {} and type the password you chose.\n\
             If it was not you, ignore this mail; no account will be opened.",
            HOURS.1
        ),
    )
}

/// Tells somebody who has an account that one was asked for again.
pub(crate) fn has_account_already(sign_in: &str) -> Letter {
    letter(
        ("Bạn đã có tài khoản", "You already have an account"),
        &format!(
            "Có người vừa đăng ký tài khoản OCOP Hà Nội bằng địa chỉ thư này, nhưng bạn đã có tài khoản.\n\
             Hãy đăng nhập, hoặc chọn “Quên mật khẩu” tại:\n\n{sign_in}\n\n\
             Nếu không phải bạn, bạn không cần làm gì."
        ),
        "Somebody signed up for an OCOP Hanoi account with this mail address, but you have one already.\n\
         Sign in or choose “Forgotten password” at the address above. If it was not you, there is nothing to do.",
    )
}

/// Lets somebody set a new password.
pub(crate) fn new_password(link: &str) -> Letter {
    letter(
        ("Đặt lại mật khẩu", "Set a new password"),
        &format!(
            "Có người (mong là bạn) xin đặt lại mật khẩu OCOP Hà Nội của địa chỉ thư này.\n\
             Hãy mở liên kết sau trong vòng {}:\n\n{link}\n\n\
             Nếu không phải bạn, hãy bỏ qua thư này; mật khẩu vẫn như cũ.",
            HOURS.0
        ),
        &format!(
            "Somebody (you, we hope) asked for a new OCOP Hanoi password for this mail address.\n\
             Open the link above within {}. If it was not you, ignore this mail; the password stays as it is.",
            HOURS.1
        ),
    )
}

/// Tells that the password is another one now.
pub(crate) fn password_changed(forgotten: &str) -> Letter {
    letter(
        ("Mật khẩu đã được đổi", "Your password was changed"),
        &format!(
            "Mật khẩu tài khoản OCOP Hà Nội của bạn vừa được đổi, và các thiết bị khác đã bị đăng xuất.\n\
             Nếu không phải bạn, hãy đặt lại mật khẩu ngay tại:\n\n{forgotten}"
        ),
        "The password of your OCOP Hanoi account was changed, and your other devices were signed out.\n\
         If it was not you, set a new one at once at the address above.",
    )
}

/// Invites somebody to act for an organisation.
pub(crate) fn invitation(organisation: &str, by: &str, link: &str, days: i64) -> Letter {
    letter(
        ("Lời mời tham gia đơn vị", "Invitation to an organisation"),
        &format!(
            "{by} mời bạn cùng quản lý đơn vị “{organisation}” trên OCOP Hà Nội.\n\
             Hãy mở liên kết sau trong vòng {days} ngày:\n\n{link}\n\n\
             Nếu bạn không biết việc này, hãy bỏ qua thư này."
        ),
        &format!(
            "{by} invites you to act for “{organisation}” at OCOP Hanoi.\n\
             Open the link above within {days} days, or ignore this mail if you know nothing of it."
        ),
    )
}

/// Tells the one who entered a paper what staff have decided about it.
pub(crate) fn paper_decided(paper: &str, of: &str, refused: Option<&str>, link: &str) -> Letter {
    match refused {
        None => letter(
            ("Giấy tờ đã được xác nhận", "Your paper is confirmed"),
            &format!("“{paper}” của “{of}” đã được xác nhận.\n\nXem tại:\n\n{link}"),
            &format!("“{paper}” of “{of}” was confirmed. See it at the address above."),
        ),
        Some(reason) => letter(
            ("Giấy tờ không được xác nhận", "Your paper was refused"),
            &format!(
                "“{paper}” của “{of}” không được xác nhận.\n\nLý do / Reason: {reason}\n\n\
                 Hãy xem lại và gửi bản đúng tại:\n\n{link}"
            ),
            &format!(
                "“{paper}” of “{of}” was refused. See the reason and send the right one at the address above."
            ),
        ),
    }
}

/// Tells the one who asked what staff have decided.
pub(crate) fn verified(organisation: &str, approved: bool, reason: Option<&str>, link: &str) -> Letter {
    let said = reason.map(|reason| format!("\n\nLý do / Reason: {reason}")).unwrap_or_default();
    if approved {
        letter(
            ("Đơn vị đã được xác minh", "Your organisation is verified"),
            &format!(
                "Đơn vị “{organisation}” đã được Sở Công Thương xác minh.{said}\n\nBạn có thể tiếp tục tại:\n\n{link}"
            ),
            &format!("“{organisation}” was verified by the city. You can go on at the address above."),
        )
    } else {
        letter(
            ("Đơn vị chưa được xác minh", "Your organisation is not verified yet"),
            &format!(
                "Đơn vị “{organisation}” chưa được xác minh.{said}\n\nHãy xem, sửa và gửi lại tại:\n\n{link}"
            ),
            &format!(
                "“{organisation}” was not verified. See the reason, correct it and ask again at the address above."
            ),
        )
    }
}
