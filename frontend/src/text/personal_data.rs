//! Words about personal data: what one agreed to, a copy, requests and how staff answer them.

use super::{Language, Text, language, text, words};

pub(crate) const DATA: Text = text("Dữ liệu cá nhân", "Personal data");
pub(crate) const TO_DATA: Text =
    text("Dữ liệu của bạn: bản sao, sửa, xoá", "Your data: a copy, correction, deletion");
pub(crate) const LEAD: Text = text(
    "Bạn có quyền biết chúng tôi lưu gì về bạn, nhận bản sao, sửa, rút lại sự đồng ý và yêu cầu xoá (Luật 91/2025/QH15).",
    "You may know what we keep about you, have a copy, correct it, withdraw your consent and ask for deletion (Law 91/2025/QH15).",
);
pub(crate) const CONSENTS: Text = text("Bạn đã đồng ý những gì", "What you agreed to");
pub(crate) const ACCOUNT_CONSENT: Text = text("Có tài khoản ở đây", "Having an account here");
pub(crate) const ACCOUNT_CONSENT_WHY: Text = text(
    "Bạn đã đồng ý khi tạo tài khoản. Muốn rút lại, hãy yêu cầu xoá dữ liệu: không có dữ liệu này thì không có tài khoản.",
    "You agreed when you created it. To withdraw, ask for deletion: there is no account without these data.",
);
pub(crate) const READ_TERMS: Text = text("Đọc lại các điều đã đồng ý", "Read again what you agreed to");
pub(crate) const CONTACT_OF: Text = text("Liên hệ công khai của", "Public contact of");
pub(crate) const CONTACT_WHERE: Text =
    text("Rút lại ở trang của đơn vị.", "It is withdrawn on the page of the organisation.");

pub(crate) const COPY: Text = text("Bản sao dữ liệu", "A copy of your data");
pub(crate) const COPY_WHY: Text = text(
    "Tệp JSON gồm thông tin tài khoản, thiết bị, đơn vị, sự đồng ý, yêu cầu, tệp đã gửi và những thay đổi bạn đã làm. Mỗi lần lấy bản sao đều được ghi lại.",
    "A JSON file with your account, devices, organisations, consents, requests, uploads and what you changed. That a copy was made is on record.",
);
pub(crate) const COPY_SAVE: Text = text("Lưu bản sao về máy", "Save a copy");
pub(crate) const COPY_SAVED: Text =
    text("Đã lưu bản sao vào thư mục tải về.", "The copy is among your downloads.");
pub(crate) const COPY_NOT_SAVED: Text = text(
    "Trình duyệt không cho lưu tệp. Hãy thử bằng trình duyệt khác.",
    "The browser does not let the file be saved. Try another one.",
);
pub(crate) const COPY_NAME: Text = text("du-lieu-cua-toi.json", "my-data.json");

pub(crate) const ASK: Text = text("Yêu cầu xoá hoặc sửa", "Ask for deletion or correction");
pub(crate) const ASK_WHY: Text = text(
    "Cán bộ trả lời trong 2 ngày làm việc. Họ tên, điện thoại và mật khẩu bạn tự sửa được ngay ở trang tài khoản.",
    "Staff answer within 2 working days. Name, telephone and password you correct yourself on the page of your account.",
);
pub(crate) const WHAT: Text = text("Bạn muốn gì?", "What do you want?");
pub(crate) const DELETION_MEANS: Text = text("Xoá nghĩa là gì", "What deletion means");
pub(crate) const DELETION: [Text; 4] = [
    text(
        "Họ tên, thư điện tử, điện thoại và mật khẩu của bạn bị xoá hẳn; mọi thiết bị bị đăng xuất. Không lấy lại được.",
        "Your name, mail address, telephone and password are erased and all devices signed out. This can't be undone.",
    ),
    text(
        "Bạn ra khỏi mọi đơn vị. Thông tin của đơn vị, sản phẩm và giấy tờ vẫn còn, vì là của đơn vị.",
        "You leave all organisations. What is known of them, their products and papers stay, for they are theirs.",
    ),
    text(
        "Nhật ký thay đổi vẫn được giữ theo quy định, nhưng không còn tên bạn.",
        "The log of changes is kept as the rules ask, without your name.",
    ),
    text(
        "Nếu bạn là người đại diện duy nhất của một đơn vị, hãy giao cho người khác trước; nếu không, cán bộ chưa xoá được.",
        "If you are the only owner of an organisation, hand it to somebody else first, or staff can't delete.",
    ),
];
pub(crate) const MESSAGE: Text = text("Lời nhắn cho cán bộ", "A word to staff");
pub(crate) const MESSAGE_HINT: Text = text(
    "Khi cần sửa, hãy ghi điều gì sai và đúng ra là gì. Khi xoá thì có thể để trống.",
    "For a correction say what is wrong and what is right. For a deletion it may stay empty.",
);
pub(crate) const SEND: Text = text("Gửi yêu cầu", "Send the request");
pub(crate) const OWN_REQUESTS: Text = text("Yêu cầu của bạn", "Your requests");
pub(crate) const NO_REQUESTS: Text = text("Bạn chưa gửi yêu cầu nào.", "You have not asked for anything.");
pub(crate) const ASKED_AT: Text = text("Gửi lúc", "Asked");
pub(crate) const ANSWERED_AT: Text = text("Trả lời lúc", "Answered");
pub(crate) const DUE: Text = text("Hạn trả lời", "Due");
pub(crate) const LATE: Text = text("Trễ hạn", "Late");
pub(crate) const ANSWER: Text = text("Trả lời", "Answer");
pub(crate) const WITHDRAW: Text = text("Rút yêu cầu", "Withdraw the request");
pub(crate) const WITHDRAWN: Text = text("Đã rút yêu cầu.", "The request is withdrawn.");

pub(crate) const REQUESTS: Text = text("Yêu cầu về dữ liệu cá nhân", "Requests about personal data");
pub(crate) const NOTHING_WAITS: Text = text(
    "Không có yêu cầu nào đang chờ. Yêu cầu mới hiện ở đây, đến hạn trước đứng trước.",
    "Nothing is waiting. New requests appear here, the one that is due first at the top.",
);
pub(crate) const SOME_LATE: Text = text("có yêu cầu trễ hạn", "some are late");
pub(crate) const FIRST_DUE: Text = text("hạn gần nhất", "first due");
pub(crate) const DONE: Text = text("Đã làm theo yêu cầu", "It is done");
pub(crate) const REFUSE: Text = text("Không làm, vì lý do ghi dưới đây", "It is not, for the reason below");
pub(crate) const DELETES_AT_ONCE: Text = text(
    "Chọn “Đã làm theo yêu cầu” là xoá dữ liệu của người này ngay, không lấy lại được.",
    "“It is done” deletes this person's data at once. It can't be undone.",
);
pub(crate) const NOTE: Text = text("Ghi chú cho người gửi", "A word to who asked");
pub(crate) const NOTE_HINT: Text = text(
    "Khi không làm thì cần có lý do. Người gửi đọc được.",
    "A refusal needs a reason. Who asked reads it.",
);
pub(crate) const ANSWER_SEND: Text = text("Ghi câu trả lời", "Record the answer");
pub(crate) const ANSWERED: Text = text("Đã ghi câu trả lời.", "The answer is recorded.");
pub(crate) const SEE_WAITING: Text = text("Xem yêu cầu đang chờ", "See those that wait");

/// `Đã gửi. Cán bộ trả lời chậm nhất ngày 30/11/2026.`
pub(crate) fn sent(due_on: chrono::NaiveDate) -> String {
    let day = words::date(due_on);
    match language() {
        Language::Vietnamese => format!("Đã gửi. Cán bộ trả lời chậm nhất ngày {day}."),
        Language::English => format!("Sent. Staff answer by {day} at the latest."),
    }
}
