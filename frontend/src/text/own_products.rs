//! Words with which producers enter products: the list, the form, photos, papers, what buyers ask.

use shared::limits;

use super::{Language, Text, language, t, text, words};
use crate::api::Hindrance;

pub(crate) const PRODUCTS: Text = text("Sản phẩm của đơn vị", "Products of the organisation");
pub(crate) const PRODUCT: Text = text("Sản phẩm", "Product");
pub(crate) const WHAT_FOR: Text = text(
    "Ở đây đơn vị nhập sản phẩm của mình: là gì, đóng gói thế nào, giá bao nhiêu, giao được bao nhiêu. Người mua chỉ thấy sản phẩm sau khi đơn vị công bố.",
    "Here the organisation enters what it makes: what it is, its packs, its prices, how much it can deliver. Buyers see a product only once it is published.",
);
pub(crate) const ADD: Text = text("Thêm sản phẩm", "Add a product");
pub(crate) const STATE: Text = text("Tình trạng", "State");
pub(crate) const PUBLISHED: Text = text("Đã công bố", "Published");
pub(crate) const NOT_PUBLISHED: Text = text("Chưa công bố", "Not published");
pub(crate) const OLDEST: Text = text("Thông tin cũ nhất", "Oldest fact");
pub(crate) const NOTHING_KNOWN: Text = text("chưa có thông tin", "nothing is known");
pub(crate) const TO_LIST: Text = text("Mọi sản phẩm của đơn vị", "All products of the organisation");
pub(crate) const PUBLIC_PAGE: Text = text("Xem trang công khai", "See the public page");
pub(crate) const PARTS: Text = text("Các phần của sản phẩm", "Parts of the product");
pub(crate) const OVERVIEW: Text = text("Tổng quan", "Overview");
pub(crate) const EDIT: Text = text("Sửa thông tin", "Edit");
pub(crate) const PAPERS: Text = text("Giấy tờ", "Papers");
pub(crate) const READINESS: Text = text("Bên mua hỏi gì", "What buyers ask");
pub(crate) const CREATED: Text = text(
    "Đã lưu. Chỉ đơn vị thấy sản phẩm này cho đến khi công bố.",
    "Saved. Only the organisation sees it until it is published.",
);
pub(crate) const CONFLICT: Text =
    text("Người khác vừa sửa sản phẩm này", "Somebody else has just changed this product");
pub(crate) const TRY_AGAIN: Text = text(
    "Người khác vừa sửa sản phẩm này. Trang đã mới lại; hãy làm lại việc vừa rồi.",
    "Somebody else has just changed this product. The page is new again; please repeat what you did.",
);

pub(crate) const PUBLISH: Text = text("Công bố sản phẩm", "Publish it");
pub(crate) const HIDE: Text = text("Ẩn khỏi trang công khai", "Hide it from the public pages");
pub(crate) const PUBLISH_DONE: Text = text("Đã công bố.", "Published.");
pub(crate) const HIDE_DONE: Text = text("Đã ẩn.", "Hidden.");
pub(crate) const HINDERED: Text = text("Chưa công bố được, vì:", "It can't be published yet, because:");
pub(crate) const MEND: Text = text("Sửa ngay", "Mend it");

pub(crate) const FACTS: Text = text("Thông tin còn đúng không?", "Is this still true?");
pub(crate) const FACTS_WHY: Text = text(
    "Người mua thấy ngày bạn xác nhận gần nhất. Nếu không có gì đổi, một lần bấm là đủ.",
    "Buyers see when you last confirmed it. If nothing has changed, one tap is enough.",
);
pub(crate) const STILL_TRUE: Text = text("Vẫn đúng", "Still true");
pub(crate) const ALL_STILL_TRUE: Text = text("Tất cả vẫn đúng", "All of it is still true");
pub(crate) const CONFIRMED: Text = text("Đã xác nhận.", "Confirmed.");
pub(crate) const NO_FACTS: Text = text(
    "Chưa có thông tin nào để xác nhận. Hãy bắt đầu bằng mô tả và giá.",
    "There is nothing to confirm yet. Begin with the description and the prices.",
);

pub(crate) const PHOTOS: Text = text("Ảnh", "Photos");
pub(crate) const NO_PHOTOS: Text = text(
    "Chưa có ảnh. Một ảnh rõ trên nền sáng giúp người mua nhận ra sản phẩm.",
    "No photo yet. One clear photo on a bright ground helps buyers to recognise it.",
);
pub(crate) const CHOOSE_PHOTOS: Text = text("Chọn hoặc chụp ảnh", "Choose or take photos");
pub(crate) const EARLIER: Text = text("Đưa lên trước", "Earlier");
pub(crate) const LATER: Text = text("Đưa ra sau", "Later");
pub(crate) const REMOVE: Text = text("Xoá", "Remove");
pub(crate) const KEEP: Text = text("Giữ lại", "Keep it");
pub(crate) const PHOTOS_SAVED: Text = text("Đã lưu ảnh.", "The photos are saved.");
pub(crate) const TOO_MANY_PHOTOS: Text =
    text("Nhiều ảnh quá. Hãy xoá bớt trước.", "These are too many photos. Remove some first.");
pub(crate) const PHOTO_REMOVED: Text = text("Đã xoá một ảnh.", "A photo is removed.");

pub(crate) const NO_PAPERS: Text = text(
    "Chưa có giấy nào. Siêu thị thường hỏi giấy an toàn thực phẩm và phiếu kiểm nghiệm trước tiên.",
    "No paper yet. Supermarkets mostly ask for the food safety certificate and the test report first.",
);
pub(crate) const ADD_PAPER: Text = text("Thêm giấy", "Add a paper");
pub(crate) const EDIT_PAPER: Text = text("Sửa giấy này", "Edit this paper");
pub(crate) const PAPER_KIND: Text = text("Loại giấy", "Kind of paper");
pub(crate) const PAPER_OF: Text = text("Giấy này của", "It is of");
pub(crate) const OF_PRODUCT: Text = text("Riêng sản phẩm này", "This product alone");
pub(crate) const OF_ORGANISATION: Text =
    text("Cả đơn vị, cho mọi sản phẩm", "The whole organisation, for all its products");
pub(crate) const PAPER_NUMBER: Text = text("Số giấy", "Number");
pub(crate) const PAPER_ISSUER: Text = text("Nơi cấp", "Issued by");
pub(crate) const ISSUED_ON: Text = text("Ngày cấp", "Issued on");
pub(crate) const ISSUED_HINT: Text = text(
    "Ví dụ: 31/12/2026; chỉ nhớ tháng thì 12/2026, chỉ nhớ năm thì 2026.",
    "dd/mm/yyyy; mm/yyyy or yyyy where less is known.",
);
pub(crate) const VALID_UNTIL: Text = text("Hết hạn ngày", "Last day it holds");
pub(crate) const UNTIL_HINT: Text =
    text("Ví dụ: 31/12/2026; để trống nếu không ghi hạn.", "dd/mm/yyyy; empty if none is given.");
pub(crate) const SCAN: Text = text("Bản chụp hoặc PDF", "Scan or PDF");
pub(crate) const SCAN_THERE: Text = text("Đã có tệp", "The file is here");
pub(crate) const SAVE_PAPER: Text = text("Lưu giấy", "Save the paper");
pub(crate) const PAPER_SAVED: Text = text(
    "Đã lưu giấy. Cán bộ sẽ xem và xác nhận.",
    "The paper is saved. Staff will look at it and confirm it.",
);
pub(crate) const PAPER_REMOVED: Text = text("Đã xoá giấy.", "The paper is removed.");
pub(crate) const REMOVE_PAPER: Text = text("Xoá giấy này", "Remove this paper");
pub(crate) const REMOVE_SURE: Text =
    text("Xoá giấy này? Tệp kèm theo cũng không còn ở đây.", "Remove this paper? Its file goes with it.");
pub(crate) const PAPER_OPEN: Text = text("Mở tệp", "Open the file");
pub(crate) const FROM_PUBLIC_DATA: Text = text("từ dữ liệu công khai", "from public data");

pub(crate) const WAITS: Text = text("tự khai, chờ xác nhận", "self-declared, waiting for staff");
pub(crate) const REFUSED_ON: Text = text("không được xác nhận ngày", "not confirmed, on");
pub(crate) const REFUSED_BECAUSE: Text = text("Lý do", "Reason");

pub(crate) const RATINGS: Text = text("Quyết định công nhận hạng sao", "Star decisions");
pub(crate) const RATINGS_WHY: Text = text(
    "Hạng sao do tỉnh, thành phố hoặc bộ công nhận. Gửi quyết định kèm bản chụp; cán bộ xác nhận xong thì sao mới hiện với mọi người.",
    "Stars are given by the province or the ministry. Send the decision with its scan; everybody sees the stars once staff have confirmed it.",
);
pub(crate) const NO_RATINGS: Text = text("Chưa có quyết định công nhận nào.", "No star decision is known.");
pub(crate) const ADD_RATING: Text = text("Thêm quyết định công nhận", "Add a star decision");
pub(crate) const STARS: Text = text("Hạng sao trong quyết định", "Stars it gives");
pub(crate) const DECISION_NUMBER: Text = text("Số quyết định", "Number of the decision");
pub(crate) const DECISION_NUMBER_HINT: Text =
    text("Như trên giấy, ví dụ 1234/QĐ-UBND.", "As on the paper, like 1234/QĐ-UBND.");
pub(crate) const DECISION_ISSUER: Text = text("Cơ quan ban hành", "Issued by");
pub(crate) const DECISION_ISSUER_HINT: Text =
    text("Theo tên lúc ký, ví dụ UBND huyện Ba Vì.", "By its name of that time, like UBND huyện Ba Vì.");
pub(crate) const SIGNED_ON: Text = text("Ngày ký", "Signed on");
pub(crate) const DECISION_SCORE: Text = text("Điểm trung bình", "Mean score");
pub(crate) const SAVE_RATING: Text = text("Gửi quyết định", "Send the decision");
pub(crate) const RATING_SAVED: Text = text(
    "Đã gửi quyết định. Cán bộ sẽ xem và xác nhận.",
    "The decision is sent. Staff will look at it and confirm it.",
);
pub(crate) const REMOVE_RATING: Text = text("Xoá quyết định này", "Remove this decision");
pub(crate) const REMOVE_RATING_SURE: Text = text("Xoá quyết định này?", "Remove this decision?");
pub(crate) const RATING_REMOVED: Text = text("Đã xoá quyết định.", "The decision is removed.");

pub(crate) const CHANNEL: Text = text("Bên mua", "Buyer");
pub(crate) const ANY_CHANNEL: Text = text("Mọi bên mua", "All buyers");
pub(crate) const READINESS_WHY: Text = text(
    "Những điều bên mua thường hỏi, so với những gì đơn vị đã nhập. Chưa rõ không có nghĩa là chưa đạt.",
    "What buyers usually ask, against what has been entered. Not known does not mean not met.",
);
pub(crate) const RESTS_ON: Text = text("Dựa trên", "It rests on");
pub(crate) const ASKED_BY: Text = text("Ai hỏi", "Who asks");
pub(crate) const ANSWER: Text = text("Trả lời", "Answer");
pub(crate) const CHANGE_ANSWER: Text = text("Đổi câu trả lời", "Change the answer");
pub(crate) const ANSWERED: Text = text("Đã ghi câu trả lời.", "The answer is kept.");
pub(crate) const NUMBER: Text = text("Con số", "The number");
pub(crate) const TO_RATINGS: Text = text("Gửi quyết định công nhận hạng sao", "Send the star decision");
pub(crate) const TO_TERMS: Text = text("Điền điều kiện cung cấp", "Fill in the terms");
pub(crate) const TO_PACKS: Text = text("Điền quy cách", "Fill in the packs");
pub(crate) const TO_MONTHS: Text = text("Chọn tháng có hàng", "Choose the months");
pub(crate) const TO_PAPERS: Text = text("Thêm giấy", "Add the paper");
pub(crate) const TO_ANSWER: Text = text("Trả lời bên mua", "Answer the buyers");
pub(crate) const TO_EDIT_ORGANISATION: Text = text("Sửa thông tin đơn vị", "Edit the organisation");

/// What keeps a product from being published, and what to do.
pub(crate) fn hindrance(hindrance: Hindrance) -> Text {
    match hindrance {
        Hindrance::NotVerified => {
            text("đơn vị chưa được Sở xác minh.", "the department has not verified the organisation.")
        }
        Hindrance::NoDescription => text("chưa có mô tả.", "there is no description."),
    }
}

/// `4 sao`
pub(crate) fn stars(count: &str) -> String {
    match language() {
        Language::Vietnamese => format!("{count} sao"),
        Language::English => format!("{count} stars"),
    }
}

/// From which score on a decision gives which stars.
pub(crate) fn score_rule() -> String {
    let least = [5, 4, 3].into_iter().filter_map(|count| Some((count, shared::stars::least_score(count)?)));
    let rules = least.map(|(count, least)| match language() {
        Language::Vietnamese => format!("{count} sao từ {} điểm", score(least)),
        Language::English => format!("{count} stars from {}", score(least)),
    });
    let rules = rules.collect::<Vec<_>>().join(", ");
    match language() {
        Language::Vietnamese => format!("Trên thang 100, ví dụ 87,5: {rules}."),
        Language::English => format!("Of 100, like 87.5: {rules}."),
    }
}

/// What a decision that nobody has confirmed says of itself: in words, never as stars.
pub(crate) fn declared(count: Option<i32>) -> String {
    match count {
        Some(count) => stars(&count.to_string()),
        None => t(super::product::POTENTIAL_FIVE).to_owned(),
    }
}

/// `87,5`
pub(crate) fn score(score: f64) -> String {
    let written = format!("{score:.2}");
    let short = written.trim_end_matches('0').trim_end_matches('.');
    match language() {
        Language::Vietnamese => short.replace('.', ","),
        Language::English => short.to_owned(),
    }
}

/// What files are taken, before one is chosen.
pub(crate) fn photo_rule() -> String {
    let (megabytes, most) = (limits::UPLOAD_BYTES / 1024 / 1024, limits::PHOTOS);
    match language() {
        Language::Vietnamese => {
            format!(
                "Tối đa {most} ảnh JPEG, PNG hoặc WebP, mỗi ảnh đến {megabytes} MB. Nơi chụp ghi trong ảnh được xoá."
            )
        }
        Language::English => {
            format!(
                "At most {most} photos, JPEG, PNG or WebP, each up to {megabytes} MB. The place in a photo's data is removed."
            )
        }
    }
}

/// What scans are taken, before one is chosen.
pub(crate) fn scan_rule() -> String {
    let megabytes = limits::UPLOAD_BYTES / 1024 / 1024;
    match language() {
        Language::Vietnamese => {
            format!("Ảnh hoặc PDF, đến {megabytes} MB. Chỉ đơn vị và cán bộ phụ trách xem được.")
        }
        Language::English => {
            format!("A picture or PDF, up to {megabytes} MB. Only the organisation and its staff can see it.")
        }
    }
}

/// `12 đạt · 3 chưa đạt · 5 chưa rõ`
pub(crate) fn counts(met: i32, unmet: i32, unknown: i32) -> String {
    let number = |count: i32| words::number(count.into(), language());
    match language() {
        Language::Vietnamese => {
            format!("{} đạt · {} chưa đạt · {} chưa rõ", number(met), number(unmet), number(unknown))
        }
        Language::English => {
            format!("{} met · {} not met · {} not known", number(met), number(unmet), number(unknown))
        }
    }
}
