//! Words of documents to print: what stands around them on the page, the texts that staff edit, evidence for a rating.

use super::{Language, Text, language, text};
use crate::api::AgreementKind;

pub(crate) const LANGUAGES: Text = text("Ngôn ngữ của bản in", "Languages of the print");
pub(crate) const VIETNAMESE: Text = text("Tiếng Việt", "Vietnamese");
pub(crate) const BOTH: Text = text("Song ngữ Việt – Anh", "Vietnamese and English");
pub(crate) const PRINT: Text = text("In", "Print");
pub(crate) const FILE: Text = text("Tải tệp DOCX", "Have it as a DOCX");
pub(crate) const TABLE: Text = text("Bảng trong văn bản", "Table of the document");

pub(crate) const AGREEMENT: Text = text("Bản in thoả thuận", "Agreement to print");
pub(crate) const AGREEMENT_WHY: Text = text(
    "Chữ ký có giá trị pháp lý là chữ ký trên bản giấy. Điều gì chưa rõ thì để dòng chấm để ghi tay.",
    "The legal signature is the one on paper. What is not known is a dotted line to fill in by hand.",
);
pub(crate) const TO_AGREEMENT: Text = text("Về thoả thuận", "Back to the agreement");

pub(crate) const TEMPLATES: Text = text("Mẫu và số thoả thuận", "Texts and numbers of agreements");
pub(crate) const TEMPLATES_WHY: Text = text(
    "Cách đánh số, tên văn bản, căn cứ pháp lý và điều khoản chung của bản in. Thay đổi có hiệu lực với mọi bản in từ lúc lưu; số đã cấp không đổi.",
    "How numbers are made, and title, laws and general terms of what is printed. A change holds for all that is printed from then on; numbers that were given stay.",
);
pub(crate) const NUMBERING: Text = text("Cách đánh số", "Numbers");
pub(crate) const PATTERN: Text = text("Mẫu số", "Pattern");
pub(crate) const PATTERN_HINT: Text = text(
    "{number} là số thứ tự trong năm, {year} là năm, {kind} là ký hiệu của loại văn bản.",
    "{number} is the count within the year, {year} the year, {kind} the sign of the kind.",
);
pub(crate) const TEXTS: Text = text("Văn bản", "Texts");
pub(crate) const TITLE: Text = text("Tên văn bản", "Title");
pub(crate) const LEGAL_BASES: Text = text("Căn cứ pháp lý", "Laws it rests on");
pub(crate) const LEGAL_BASES_HINT: Text = text("Mỗi dòng một căn cứ.", "One a line.");
pub(crate) const CLOSING: Text = text("Điều khoản chung", "General terms");
pub(crate) const CLOSING_HINT: Text = text(
    "Mỗi dòng một đoạn, là điều cuối cùng của văn bản. Trong bản song ngữ, dòng tiếng Anh đi với dòng tiếng Việt cùng thứ tự.",
    "One paragraph a line; the last article. With two languages, lines of the same place go together.",
);
pub(crate) const CHANGED: Text = text("Đã sửa", "Changed");
pub(crate) const SAVED: Text = text("Đã lưu.", "Saved.");
pub(crate) const BACK_TO_FIRST: Text =
    text("Dùng lại văn bản có sẵn", "Use the text that came with the program");
pub(crate) const IN_VIETNAMESE: Text = text("Tiếng Việt", "In Vietnamese");
pub(crate) const IN_ENGLISH: Text = text("Tiếng Anh", "In English");

pub(crate) const EVIDENCE: Text = text("Chứng cứ thị trường", "Evidence of markets");
pub(crate) const EVIDENCE_WHY: Text = text(
    "Thoả thuận đã ký và hàng hai bên xác nhận đã giao, để nộp kèm hồ sơ đánh giá hạng sao tiếp theo.",
    "Signed agreements and deliveries that both sides confirmed, to hand in with the file for the next rating.",
);
pub(crate) const FROM: Text = text("Từ ngày", "From");
pub(crate) const UNTIL: Text = text("Đến hết ngày", "Through");
pub(crate) const SHOW: Text = text("Xem", "Show");
pub(crate) const MISSING: Text = text("Hạng tiếp theo yêu cầu", "What the next rank asks");
pub(crate) const NOTHING_ASKED: Text = text(
    "Không còn hạng nào cao hơn đặt yêu cầu về thị trường.",
    "No higher rank asks anything of the market.",
);
pub(crate) const TO_PRODUCT: Text = text("Về sản phẩm", "Back to the product");
pub(crate) const WRONG_TIME: Text =
    text("Ngày bắt đầu phải trước ngày kết thúc.", "The first day must come before the last one.");

/// A kind of agreement.
pub(crate) fn kind(kind: AgreementKind) -> Text {
    match kind {
        AgreementKind::Mou => text("Biên bản ghi nhớ", "Memorandum of understanding"),
        AgreementKind::Minutes => text("Biên bản giao thương", "Minutes of trade"),
        AgreementKind::Contract => text("Hợp đồng", "Contract"),
        AgreementKind::Programme => text("Chương trình hợp tác", "Programme of cooperation"),
        AgreementKind::Framework => text("Thoả thuận khung", "Framework agreement"),
    }
}

/// `Số sẽ có dạng: 12/2026/BBGNHT`
pub(crate) fn preview(number: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Số sẽ có dạng: {number}"),
        Language::English => format!("A number will look like: {number}"),
    }
}

/// `12 tháng gần đây`
pub(crate) fn last_months(months: u32) -> String {
    match language() {
        Language::Vietnamese => format!("{months} tháng gần đây"),
        Language::English => format!("Last {months} months"),
    }
}

/// `4 sao: … (2/5)`
pub(crate) fn demand(asks: &str, has: i32, needs: i32) -> String {
    format!("{asks} ({has}/{needs})")
}
