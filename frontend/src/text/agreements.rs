//! Words of agreements: the list of them, what they say, what can be done about them.

use chrono::NaiveDate;

use super::Language::{English, Vietnamese};
use super::{Text, language, t, text, words};
use crate::api::{AgreementKind, AgreementStatus, TradeParty};

pub(crate) const AGREEMENTS: Text = text("Thoả thuận", "Agreements");
pub(crate) const AGREEMENT: Text = text("Thoả thuận", "Agreement");
pub(crate) const LEAD: Text = text(
    "Biên bản và hợp đồng giữa nhà bán lẻ và chủ thể: soạn, sửa qua lại, hai bên cùng xác nhận, rồi theo dõi hàng đã giao.",
    "Minutes and contracts of retailers and producers: written, changed, confirmed by both, and followed through what is delivered.",
);
pub(crate) const WHICH: Text = text("Xem thoả thuận nào", "Which agreements");
pub(crate) const MINE: Text = text("Chờ tôi", "Wait for me");
pub(crate) const DRAFTS: Text = text("Bản nháp", "Drafts");
pub(crate) const WAITING: Text = text("Chờ xác nhận", "To be confirmed");
pub(crate) const SIGNED_ONES: Text = text("Đang hiệu lực", "In force");
pub(crate) const OVER: Text = text("Đã xong", "Over");
pub(crate) const ALL: Text = text("Tất cả", "All");
pub(crate) const SEARCH: Text = text("Tìm theo số, sản phẩm, tên đơn vị", "Number, product or name");
pub(crate) const PROVINCE: Text = text("Tỉnh, thành phố của chủ thể", "Province of the producer");
pub(crate) const ANY_PROVINCE: Text = text("Mọi tỉnh, thành phố", "All provinces");
pub(crate) const OF_TODAY: Text = text("Hiện nay", "Today");
pub(crate) const OF_BEFORE: Text = text("Trước 1/7/2025", "Before 1 July 2025");
pub(crate) const SEARCH_DO: Text = text("Tìm", "Search");
pub(crate) const NOTHING_YET: Text = text(
    "Chưa có thoả thuận nào. Khi hai bên đã đồng ý kết nối, bạn soạn thoả thuận từ trang trao đổi.",
    "There is none yet. Once both sides want to talk, an agreement is drafted from their conversation.",
);
pub(crate) const NOTHING: Text = text("Không có thoả thuận nào như vậy.", "There is no such agreement.");
pub(crate) const WAITS_FOR_YOU: Text = text("Chờ bạn xác nhận", "Waits for you");

pub(crate) const NUMBER: Text = text("Số", "Number");
pub(crate) const WITHOUT_NUMBER: Text = text("chưa có số", "without a number");
pub(crate) const SIGNED_ON: Text = text("Ngày ký", "Signed on");
pub(crate) const SETTLED_AT: Text = text("Kết thúc lúc", "Settled");
pub(crate) const SETTLED_BY: Text = text("Do", "By");
pub(crate) const SCAN: Text = text("Bản giấy đã quét", "Scan of the paper");
pub(crate) const ON_PAPER: Text = text("Hai bên đã ký trên giấy.", "Both sides have signed on paper.");
pub(crate) const NOT_CONFIRMED: Text = text("chưa xác nhận", "not confirmed yet");
pub(crate) const AMENDS: Text = text("Sửa đổi", "Amends");
pub(crate) const RENEWS: Text = text("Gia hạn", "Renews");
pub(crate) const AMENDED_BY: Text = text("Được sửa đổi bởi", "Amended by");
pub(crate) const RENEWED_BY: Text = text("Được gia hạn bởi", "Renewed by");

pub(crate) const CONTENTS: Text = text("Nội dung", "What it says");
pub(crate) const NO_ORDER: Text = text(
    "Đây là thoả thuận, không phải đơn đặt hàng: từng lô hàng đi theo đơn đặt hàng riêng của hai bên.",
    "This is no order: each lot goes by an order of its own between the two sides.",
);
pub(crate) const TO_TALK: Text = text("Đến cuộc trao đổi của hai bên", "To the conversation of both sides");
pub(crate) const EVENT: Text = text("Sự kiện", "Event");
pub(crate) const TERM: Text = text("Thời hạn", "Term");
pub(crate) const PLACE: Text = text("Nơi ký", "Place");
pub(crate) const PLACE_HINT: Text = text("Ví dụ: Hà Nội.", "For example: Hanoi.");
pub(crate) const DELIVERY_TERMS: Text = text("Giao hàng", "Delivery");
pub(crate) const PAYMENT_TERMS: Text = text("Thanh toán", "Payment");
pub(crate) const QUALITY_TERMS: Text = text("Chất lượng", "Quality");
pub(crate) const OTHER_TERMS: Text = text("Điều khoản khác", "Other terms");
pub(crate) const TERMS: Text = text("Điều khoản", "Terms");
pub(crate) const SIDE_A: Text = text("Bên A (nhà bán lẻ)", "Side A (retailer)");
pub(crate) const SIDE_B: Text = text("Bên B (chủ thể)", "Side B (producer)");
/// A side that is a department.
pub(crate) const DEPARTMENT_A: Text = text("Bên A", "Side A");
pub(crate) const DEPARTMENT_B: Text = text("Bên B", "Side B");
pub(crate) const NAME: Text = text("Tên đơn vị", "Name");
pub(crate) const ADDRESS: Text = text("Địa chỉ", "Address");
pub(crate) const TAX_CODE: Text = text("Mã số thuế", "Tax code");
pub(crate) const PHONE: Text = text("Điện thoại", "Telephone");
pub(crate) const BANK_ACCOUNT: Text = text("Tài khoản ngân hàng", "Bank account");
pub(crate) const REPRESENTATIVE: Text = text("Người đại diện", "Represented by");
pub(crate) const POSITION: Text = text("Chức vụ", "Position");
pub(crate) const GOODS: Text = text("Hàng hoá", "Goods");
pub(crate) const PRICE: Text = text("Đơn giá dự kiến (đồng)", "Indicative price (đồng)");
pub(crate) const MONTHS: Text = text("Tháng giao hàng", "Months of delivery");
pub(crate) const MONTHS_HINT: Text = text("Để trống là quanh năm.", "Empty means all year.");
pub(crate) const WHOLE_TERM: Text = text("Cả thời hạn", "Over the term");
pub(crate) const NO_TERM: Text = text("chưa có thời hạn", "no term yet");
pub(crate) const NO_LINES: Text = text("Chưa có hàng hoá nào.", "There are no goods yet.");
pub(crate) const BY_ORDER: Text = text("theo từng đơn hàng", "by each order");

pub(crate) const DOCUMENT: Text = text("Văn bản", "Document");
pub(crate) const DOCUMENT_WHY: Text = text(
    "Xác nhận trên hệ thống ghi lại ai đồng ý và khi nào. Giá trị pháp lý là ở bản giấy hai bên ký và đóng dấu.",
    "Confirming here records who agreed and when. What counts in law is the paper that both sides sign and seal.",
);
pub(crate) const PRINT: Text = text("Xem bản in", "Print view");
pub(crate) const DOCX_VIETNAMESE: Text = text("Tải văn bản tiếng Việt (DOCX)", "Vietnamese document (DOCX)");
pub(crate) const DOCX_BOTH: Text = text("Tải văn bản song ngữ (DOCX)", "Bilingual document (DOCX)");

pub(crate) const DIFFERENCES: Text = text("Bản mới nhất thay đổi gì", "What the latest version changes");
pub(crate) const NO_DIFFERENCE: Text =
    text("Không có gì khác bản trước.", "Nothing differs from the one before.");
pub(crate) const NOTHING_SAID: Text = text("(không có)", "(nothing)");
pub(crate) const WAS: Text = text("trước", "before");
pub(crate) const IS: Text = text("nay", "now");
pub(crate) const EARLIER_VERSIONS: Text = text("Các bản trước", "Earlier versions");

pub(crate) const TO_DO: Text = text("Bạn có thể", "What you can do");
pub(crate) const SIGN: Text = text("Xác nhận", "Confirm");
pub(crate) const SIGN_WHY: Text = text(
    "Bạn xác nhận cho đơn vị của mình đúng bản đang xem. Bên kia được báo ngay.",
    "You confirm for your organisation the version shown. The other side is told at once.",
);
pub(crate) const SIGNED_NOW: Text = text("Đã xác nhận.", "Confirmed.");
pub(crate) const PROPOSE: Text = text("Gửi bên kia", "Send to the other side");
pub(crate) const PROPOSE_BY_STAFF: Text = text("Gửi hai bên", "Send to both sides");
pub(crate) const PROPOSE_WHY: Text = text(
    "Gửi đi là đơn vị của bạn đã xác nhận bản này; bên kia xác nhận, đề nghị sửa hoặc từ chối.",
    "By sending it your organisation confirms this version; the other side confirms, changes or declines it.",
);
pub(crate) const PROPOSE_BY_STAFF_WHY: Text = text(
    "Hai bên cùng nhận được và tự xác nhận; cán bộ không xác nhận thay.",
    "Both sides get it and confirm for themselves; staff confirm for nobody.",
);
pub(crate) const PROPOSED_NOW: Text = text("Đã gửi.", "Sent.");
pub(crate) const EDIT: Text = text("Sửa bản nháp", "Edit the draft");
pub(crate) const EDIT_WHY: Text = text(
    "Những gì hai bên đã khai được điền sẵn; chỗ chưa rõ để trống. Chỉ đơn vị của bạn thấy bản nháp.",
    "What both sides have said is filled in, and what is not known is empty. Only your organisation sees the draft.",
);
pub(crate) const EDIT_BY_STAFF_WHY: Text = text(
    "Những gì hai bên đã khai được điền sẵn; chỗ chưa rõ để trống. Chỉ cán bộ phụ trách thấy bản nháp.",
    "What both sides have said is filled in, and what is not known is empty. Only staff who look after them see the draft.",
);
pub(crate) const SAVE_DRAFT: Text = text("Lưu bản nháp", "Save the draft");
pub(crate) const COUNTER: Text = text("Đề nghị sửa", "Propose changes");
pub(crate) const COUNTER_WHY: Text = text(
    "Sửa những chỗ cần sửa rồi gửi: bên kia thấy rõ bạn đổi gì. Gửi đi là đơn vị của bạn xác nhận bản mới.",
    "Change what you need and send it: the other side sees what is different. Your organisation then confirms it.",
);
pub(crate) const COUNTER_DO: Text = text("Gửi bản sửa", "Send the changes");
pub(crate) const COUNTERED_NOW: Text = text("Đã gửi bản sửa.", "The changes were sent.");
pub(crate) const DECLINE: Text = text("Không đồng ý", "Decline");
pub(crate) const DECLINE_WHY: Text = text("Bên kia đọc được lý do.", "The other side reads why.");
pub(crate) const DECLINED_NOW: Text = text("Đã trả lời không đồng ý.", "Declined.");
pub(crate) const REASON: Text = text("Lý do", "Why");
pub(crate) const WITHDRAW: Text = text("Rút lại", "Take it back");
pub(crate) const WITHDRAWN_NOW: Text = text("Đã rút lại.", "Taken back.");
pub(crate) const TERMINATE: Text = text("Chấm dứt thoả thuận", "End the agreement");
pub(crate) const TERMINATE_WHY: Text = text(
    "Thoả thuận hết hiệu lực từ lúc này; hai bên được báo và đọc được lý do.",
    "It holds no more from now on; both sides are told and read why.",
);
pub(crate) const TERMINATED_NOW: Text = text("Đã chấm dứt.", "Ended.");
pub(crate) const RENEW: Text = text("Gia hạn", "Renew");
pub(crate) const RENEW_WHY: Text =
    text("Soạn một thoả thuận mới cho thời gian sau.", "Drafts another agreement for the time after.");
pub(crate) const AMEND: Text = text("Sửa đổi thoả thuận", "Amend");
pub(crate) const AMEND_WHY: Text = text(
    "Bản đã ký không đổi; một thoả thuận mới thay nó khi hai bên xác nhận.",
    "What was signed stays as it is; another agreement takes its place once both confirm it.",
);
pub(crate) const RECORD_PAPER: Text = text("Ghi nhận bản giấy đã ký", "Record what was signed on paper");
pub(crate) const RECORD_PAPER_WHY: Text = text(
    "Chỉ ghi nhận khi cả hai bên đã ký trên giấy; bản quét được lưu làm bằng chứng.",
    "Only for what both sides have signed on paper; the scan is kept as proof.",
);
pub(crate) const RECORDED_NOW: Text = text("Đã ghi nhận.", "Recorded.");
pub(crate) const NUMBER_HINT: Text = text(
    "Số trên bản giấy; để trống thì hệ thống cấp số.",
    "As on the paper; empty means the next free one.",
);
pub(crate) const DAY_HINT: Text = text("Ví dụ: 01/12/2026.", "For example: 01/12/2026.");
pub(crate) const NOT_TO_WRITE: Text = text(
    "Thoả thuận này hiện không sửa được. Xem trang của nó để biết tình trạng.",
    "This agreement can't be changed now. Its page says how it stands.",
);
pub(crate) const TO_AGREEMENT: Text = text("Về thoả thuận", "Back to the agreement");
pub(crate) const MOVED_ON: Text = text(
    "Thoả thuận vừa được thay đổi. Những gì bạn gõ vẫn còn; hãy xem bản mới trước khi gửi.",
    "It was changed meanwhile. What you typed is still here; look at the new version before you send it.",
);

pub(crate) const DRAFT: Text = text("Soạn thoả thuận", "Draft an agreement");
pub(crate) const DRAFT_WHY: Text = text(
    "Điền sẵn từ nhu cầu, sản phẩm và thông tin hai bên; bạn xem và sửa trước khi gửi.",
    "Filled in from the need, the product and both sides; you look and change it before you send it.",
);
pub(crate) const IN_AGREEMENTS: Text = text("Thoả thuận của hai bên", "Agreements of both sides");

pub(crate) const WHAT: Text = text("Loại và hàng hoá", "Kind and goods");
pub(crate) const KIND: Text = text("Loại văn bản", "Kind");
pub(crate) const ADD_LINE: Text = text("Thêm hàng hoá", "Add goods");
pub(crate) const REMOVE_LINE: Text = text("Bỏ hàng này", "Remove these goods");
pub(crate) const NAMED_GOODS: Text = text("Hàng khác, ghi tên bên dưới", "Other goods, named below");
pub(crate) const GOODS_NAME: Text = text("Tên hàng", "Name of the goods");
pub(crate) const QUANTITY_HINT: Text = text("Số lượng một tháng.", "Quantity in a month.");
pub(crate) const PRICE_HINT: Text =
    text("Để trống nếu giá theo từng đơn hàng.", "Empty when the price is left to each order.");
pub(crate) const STARTS_ON: Text = text("Từ ngày", "From");
pub(crate) const ENDS_ON: Text = text("Đến hết ngày", "Until");

/// What kind of agreement.
pub(crate) fn kind(kind: AgreementKind) -> Text {
    match kind {
        AgreementKind::Mou => text("Biên bản ghi nhớ", "Memorandum of understanding"),
        AgreementKind::Minutes => text("Biên bản giao thương", "Minutes of trade"),
        AgreementKind::Contract => text("Hợp đồng", "Contract"),
        AgreementKind::Programme => text("Chương trình hợp tác", "Programme of cooperation"),
        AgreementKind::Framework => text("Thoả thuận khung", "Framework agreement"),
    }
}

/// Where an agreement stands.
pub(crate) fn status(status: AgreementStatus) -> Text {
    match status {
        AgreementStatus::Draft => text("Bản nháp", "Draft"),
        AgreementStatus::WaitsForBoth => text("Chờ hai bên", "Waits for both"),
        AgreementStatus::WaitsForRetailer => text("Chờ nhà bán lẻ", "Waits for the retailer"),
        AgreementStatus::WaitsForProducer => text("Chờ chủ thể", "Waits for the producer"),
        AgreementStatus::Signed => text("Đang hiệu lực", "In force"),
        AgreementStatus::Ended => text("Hết hạn", "Ended"),
        AgreementStatus::Terminated => text("Đã chấm dứt", "Terminated"),
        AgreementStatus::Superseded => text("Đã được thay thế", "Superseded"),
        AgreementStatus::Declined => text("Không đồng ý", "Declined"),
        AgreementStatus::Withdrawn => text("Đã rút lại", "Withdrawn"),
        AgreementStatus::Lapsed => text("Quá hạn xác nhận", "Lapsed"),
    }
}

/// A side, in a word.
pub(crate) fn side(party: TradeParty) -> Text {
    super::introductions::party(party)
}

/// `Biên bản giao thương số 12/2026/BBGT`
pub(crate) fn title(of: AgreementKind, number: Option<&str>) -> String {
    let kind = t(kind(of));
    match (number, language()) {
        (Some(number), Vietnamese) => format!("{kind} số {number}"),
        (Some(number), English) => format!("{kind} no. {number}"),
        (None, _) => kind.to_owned(),
    }
}

/// `Giữa Siêu thị A và HTX B`
pub(crate) fn between(retailer: &str, producer: &str) -> String {
    match language() {
        Vietnamese => format!("Giữa {retailer} và {producer}"),
        English => format!("Between {retailer} and {producer}"),
    }
}

/// `01/12/2026 – 30/11/2027`
pub(crate) fn term(starts: NaiveDate, ends: NaiveDate) -> String {
    format!("{} – {}", words::date(starts), words::date(ends))
}

/// `trị giá 1.250.000 ₫`
pub(crate) fn worth(value: &str) -> String {
    match language() {
        Vietnamese => format!("trị giá {value}"),
        English => format!("worth {value}"),
    }
}

/// `1.500 kg mỗi tháng`
pub(crate) fn a_month(amount: &str) -> String {
    super::needs::a_month(amount)
}

/// `90.000 ₫ mỗi kg`
pub(crate) fn price_of(price: &str, unit: &str) -> String {
    match language() {
        Vietnamese => format!("{price} mỗi {unit}"),
        English => format!("{price} a {unit}"),
    }
}

/// `xác nhận 12:00 01/12/2026`
pub(crate) fn confirmed_at(at: &str) -> String {
    match language() {
        Vietnamese => format!("xác nhận {at}"),
        English => format!("confirmed {at}"),
    }
}

/// `Chủ thể gửi bản sửa 12:00 01/12/2026.`
pub(crate) fn changed_by(side: &str, at: &str) -> String {
    match language() {
        Vietnamese => format!("{side} gửi bản sửa {at}."),
        English => format!("{side}, {at}."),
    }
}

/// `Bản 1, Nhà bán lẻ, 12:00 01/12/2026`
pub(crate) fn version_by(number: i32, side: &str, at: &str) -> String {
    match language() {
        Vietnamese => format!("Bản {number}, {side}, {at}"),
        English => format!("Version {number}, {side}, {at}"),
    }
}

/// `Hàng hoá 1`
pub(crate) fn line_of(place: usize) -> String {
    format!("{} {}", t(GOODS), place + 1)
}

/// `12 thoả thuận`
pub(crate) fn count(count: i32) -> String {
    let number = words::number(count.into(), language());
    match (language(), count) {
        (Vietnamese, _) => format!("{number} thoả thuận"),
        (English, 1) => "1 agreement".to_owned(),
        (English, _) => format!("{number} agreements"),
    }
}
