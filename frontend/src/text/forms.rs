//! Words of all forms: what can be wrong, what is kept, what is being done.

use shared::Problem;

use super::{Language, Text, text};

pub(crate) const OPTIONAL: Text = text("(không bắt buộc)", "(optional)");
pub(crate) const CHOOSE: Text = text("Hãy chọn", "Please choose");
pub(crate) const CHOOSE_THIS: Text = text("Chọn", "Choose");
pub(crate) const CHOOSE_ANEW: Text = text("Chọn lại", "Choose another");
pub(crate) const FOUND: Text = text("Kết quả tìm", "What is found");
pub(crate) const SHOW_PASSWORD: Text = text("Hiện mật khẩu", "Show password");
pub(crate) const SENDING: Text = text("Đang gửi…", "Sending…");
pub(crate) const SAVE: Text = text("Lưu", "Save");
pub(crate) const SAVED: Text = text("Đã lưu.", "Saved.");
pub(crate) const NOT_SENT: Text = text("Chưa gửi được", "Not sent");
pub(crate) const LOOK_AGAIN: Text =
    text("Chưa gửi được. Hãy sửa những chỗ sau:", "Not sent yet. Please correct the following:");
pub(crate) const RESTORED: Text =
    text("Những gì bạn gõ lần trước vẫn còn ở đây.", "What you typed earlier is still here.");
pub(crate) const START_ANEW: Text = text("Bỏ và làm lại", "Discard it and start anew");

pub(crate) const CONFLICT_WHY: Text = text(
    "Những gì bạn gõ vẫn còn. Hãy chọn giữ bản nào cho từng mục, rồi lưu lại.",
    "What you typed is still here. Choose what to keep for each field, then save.",
);
pub(crate) const CONFLICT_NONE: Text = text(
    "Những mục bạn sửa không trùng với bản vừa lưu. Bạn có thể lưu ngay.",
    "Nothing you changed differs from what was saved. You can save now.",
);
pub(crate) const YOURS: Text = text("Bạn gõ", "Yours");
pub(crate) const THEIRS: Text = text("Đang lưu", "Saved meanwhile");
pub(crate) const SAVE_CHOSEN: Text = text("Lưu bản đã chọn", "Save what was chosen");
pub(crate) const EMPTY: Text = text("(để trống)", "(empty)");
pub(crate) const NOTHING_CHANGED: Text = text("Chưa có gì thay đổi.", "Nothing was changed.");

/// `Đang gửi anh.jpg: 40%`
pub(crate) fn sending(name: &str, percent: u32) -> String {
    match super::language() {
        Language::Vietnamese => format!("Đang gửi {name}: {percent}%"),
        Language::English => format!("Sending {name}: {percent}%"),
    }
}

/// `Đã chọn 2`
pub(crate) fn chosen(count: usize) -> String {
    match super::language() {
        Language::Vietnamese => format!("Đã chọn {count}"),
        Language::English => format!("{count} chosen"),
    }
}

/// `Bạn đã thử quá nhiều lần. Hãy thử lại sau 2 phút.`
pub(crate) fn wait(seconds: u32, language: Language) -> String {
    let minutes = seconds.div_ceil(60);
    let is_short = seconds < 60;
    match (language, is_short) {
        (Language::Vietnamese, true) => format!("Bạn đã thử quá nhiều lần. Hãy thử lại sau {seconds} giây."),
        (Language::Vietnamese, false) => format!("Bạn đã thử quá nhiều lần. Hãy thử lại sau {minutes} phút."),
        (Language::English, true) => format!("That was tried too often. Try again in {seconds} s."),
        (Language::English, false) => format!("That was tried too often. Try again in {minutes} min."),
    }
}

/// What is wrong with a field, and what to do; `None` where the server has no name for it.
pub(crate) fn problem(problem: Option<Problem>) -> Text {
    let Some(problem) = problem else {
        return text("Điều này không hợp lệ. Hãy xem lại.", "This is not valid. Please look again.");
    };
    match problem {
        Problem::Missing => text("Hãy điền vào đây.", "Please fill this in."),
        Problem::TooLong => text("Dài quá. Hãy viết ngắn hơn.", "Too long. Please shorten it."),
        Problem::TooShort => text("Ngắn quá. Hãy viết dài hơn.", "Too short. Please make it longer."),
        Problem::OutOfRange => text("Số này ngoài giới hạn cho phép.", "The number is out of its limits."),
        Problem::BadCharacter => text(
            "Có ký tự không dùng được ở đây. Hãy gõ lại.",
            "It has a character that can't stand here. Type it anew.",
        ),
        Problem::NotOffered => text("Hãy chọn một mục trong danh sách.", "Choose one of those on offer."),
        Problem::NoMailAddress => text(
            "Đây không phải địa chỉ thư điện tử, ví dụ: ten@donvi.vn.",
            "This is no mail address; one looks like name@company.vn.",
        ),
        Problem::NoPhoneNumber => text(
            "Đây không phải số điện thoại Việt Nam, ví dụ: 0912 345 678.",
            "This is no telephone number of Vietnam; one looks like 0912 345 678.",
        ),
        Problem::NoWebAddress => text(
            "Đây không phải địa chỉ trang web, ví dụ: https://donvi.vn.",
            "This is no web address; one looks like https://company.vn.",
        ),
        Problem::AddressNotAllowed => text(
            "Chỉ nhận địa chỉ https trên mạng công cộng, không kèm tên và mật khẩu.",
            "Only an https address of the public internet will do, without name and password.",
        ),
        Problem::NoNumber => text("Hãy gõ một số.", "Please type a number."),
        Problem::NoDate => {
            text("Hãy gõ ngày dạng ngày/tháng/năm, ví dụ 31/12/2026.", "Please type a date as dd/mm/yyyy.")
        }
        Problem::WrongOrder => text("Ngày này không hợp với ngày kia.", "This date does not fit the other."),
        Problem::TaxCodeLength => text(
            "Mã số thuế có 10 số, 13 số với đơn vị phụ thuộc, hoặc 12 số với hộ kinh doanh.",
            "A tax code has 10 digits, 13 for a dependent unit, or 12 for a household business.",
        ),
        Problem::TaxCodeCheck => text(
            "Mã số thuế không khớp số kiểm tra: có thể gõ nhầm một số.",
            "The check digit does not fit: a digit may be mistyped.",
        ),
        Problem::TaxCodeOfHousehold => text(
            "Chỉ hộ kinh doanh hoặc trang trại dùng số định danh 12 số làm mã số thuế.",
            "Only a household business or a farm has a tax code of 12 digits.",
        ),
        Problem::GtinLength => {
            text("Mã vạch có 8, 12, 13 hoặc 14 số.", "A barcode has 8, 12, 13 or 14 digits.")
        }
        Problem::GtinCheck => text(
            "Mã vạch không khớp số kiểm tra: có thể gõ nhầm một số.",
            "The check digit does not fit: a digit may be mistyped.",
        ),
        Problem::EasilyGuessed => text(
            "Mật khẩu này dễ đoán. Hãy chọn vài từ không liên quan đến bạn.",
            "This password is easily guessed. Choose a few words that have nothing to do with you.",
        ),
        Problem::WrongPassword => text("Mật khẩu hiện tại không đúng.", "This is not the present password."),
        Problem::Taken => text("Điều này đã có rồi.", "This exists already."),
        Problem::Unconfirmed => text(
            "Địa chỉ thư này chưa được xác nhận. Chúng tôi vừa gửi lại thư xác nhận.",
            "This mail address is not confirmed yet. We have sent the mail for it again.",
        ),
        Problem::LinkInvalid => text(
            "Liên kết đã dùng rồi, đã quá hạn, hoặc không đúng. Hãy xin gửi lại thư.",
            "The link was used, is too old or was never sent. Please ask for a new mail.",
        ),
        Problem::NotAgreed => text("Cần bạn đồng ý mới tiếp tục được.", "This needs your consent."),
        Problem::NotPossibleNow => text(
            "Hiện chưa làm được: ví dụ, người đại diện cuối cùng không thể rời đơn vị, yêu cầu đã quyết định không quyết định lại.",
            "Not possible as things are: the last owner can't leave, a decided request can't be decided again.",
        ),
        Problem::NotCheckedIn => text(
            "Chưa điểm danh đủ hai bên; xin điểm danh ở bàn đón tiếp hoặc nhờ cán bộ ghi kết quả.",
            "It is not noted that both sides have come; check in at the door, or ask staff to say it.",
        ),
        Problem::NotVerified => {
            text("Đơn vị của bạn chưa được xác minh.", "Your organisation is not verified yet.")
        }
        Problem::NobodyThere => text(
            "Bên kia chưa có người dùng hệ thống này, nên chưa ai trả lời được.",
            "Nobody of the other side is here yet, so nobody could answer.",
        ),
        Problem::Resting => text(
            "Bên kia vừa từ chối chưa quá 90 ngày. Hãy đề nghị lại sau.",
            "It was declined less than 90 days ago. Propose it again later.",
        ),
        Problem::TooMany => text(
            "Đơn vị của bạn đang có nhiều đề nghị quá. Hãy chờ trả lời rồi gửi tiếp.",
            "Your organisation has too many proposals. Wait for answers before you send more.",
        ),
        Problem::FileTooLarge => text("Tệp lớn quá.", "The file is too large."),
        Problem::FileKind => text("Loại tệp này không nhận được.", "Files of this kind are not taken."),
        Problem::FileDamaged => {
            text("Tệp bị hỏng, không đọc được.", "The file is damaged and can't be read.")
        }
        Problem::PictureTooLarge => text("Ảnh có quá nhiều điểm ảnh.", "The picture has too many pixels."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_told_in_seconds_or_whole_minutes() {
        assert_eq!(wait(30, Language::Vietnamese), "Bạn đã thử quá nhiều lần. Hãy thử lại sau 30 giây.");
        assert_eq!(wait(61, Language::English), "That was tried too often. Try again in 2 min.");
    }
}
