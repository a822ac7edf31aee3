//! Words of rounds of matching: the list of them, what staff choose, the steps of a round.

use super::{Language, Text, language, text, words};
use crate::api::{CapKind, RoundRuleKind, RoundStatus};

pub(crate) const ROUNDS: Text = text("Vòng ghép", "Rounds of matching");
pub(crate) const ROUNDS_WHY: Text = text(
    "Ghép nhiều nhu cầu với nhiều sản phẩm cùng lúc, trước một sự kiện: máy tìm phương án có tổng điểm cao nhất và chứng minh không phương án nào hơn.",
    "Many needs and many products at once, before an event: the plan with the greatest total score is found, with the proof that none is better.",
);
pub(crate) const BEGIN: Text = text("Bắt đầu vòng mới", "Begin a round");
pub(crate) const BEGIN_DO: Text = text("Tạo vòng ghép", "Begin it");
pub(crate) const BEGUN: Text =
    text("Đã tạo vòng ghép. Hãy thêm nhu cầu.", "The round is begun. Now take in needs.");
pub(crate) const NONE_YET: Text = text(
    "Chưa có vòng ghép nào. Hãy bắt đầu một vòng cho sự kiện sắp tới.",
    "There is no round yet. Begin one for the next event.",
);
pub(crate) const NAME: Text = text("Tên vòng", "Name of the round");
pub(crate) const NAME_HINT: Text =
    text("Ví dụ: Hội nghị kết nối cung cầu tháng 12.", "For example: Trade conference in December.");
pub(crate) const EVENT: Text = text("Sự kiện", "Event");
pub(crate) const NO_EVENT: Text = text("Không gắn với sự kiện nào", "Not for an event");

pub(crate) const PARTS: Text = text("Các phần của vòng ghép", "Parts of the round");
pub(crate) const PLAN: Text = text("Phương án", "Plan");
pub(crate) const NEEDS: Text = text("Nhu cầu", "Needs");
pub(crate) const RULES: Text = text("Ghim, cấm, giới hạn riêng", "Pins, forbids, own caps");
pub(crate) const CHOICES: Text = text("Thiết lập", "Settings");

pub(crate) const CAPS: Text = text("Giới hạn", "Caps");
pub(crate) const CAPS_WHY: Text = text(
    "Giới hạn chung, trừ nơi có giới hạn riêng. Giới hạn theo chủ thể giữ cho cơ hội không dồn vào một vài đơn vị.",
    "For all that have no cap of their own. The one of producers keeps chances from going to a few only.",
);
pub(crate) const NEED_CAP: Text = text("Số chủ thể tối đa cho một nhu cầu", "Suppliers of a need at most");
pub(crate) const PRODUCT_CAP: Text = text("Số nhu cầu tối đa cho một sản phẩm", "Needs of a product at most");
pub(crate) const PRODUCER_CAP: Text = text("Số cặp tối đa của một chủ thể", "Pairs of a producer at most");
pub(crate) const CAP_HINT: Text = text("Từ 0 đến 100.", "0 to 100.");
pub(crate) const SCOPE: Text = text("Sản phẩm được xét", "Products that are weighed");
pub(crate) const SCOPE_WHY: Text = text("Để trống là xét tất cả.", "Left empty, all are.");
pub(crate) const GROUPS: Text = text("Nhóm sản phẩm", "Groups of products");
pub(crate) const PROVINCES: Text = text("Tỉnh, thành phố", "Provinces");
pub(crate) const MIN_STARS: Text = text("Hạng sao từ", "Stars at least");
pub(crate) const CANDIDATES: Text =
    text("Số sản phẩm được xét cho một nhu cầu", "Products weighed for a need at most");
pub(crate) const CANDIDATES_HINT: Text = text(
    "Từ 1 đến 200: những sản phẩm điểm cao nhất trong số đạt điều kiện.",
    "1 to 200: the best of those that pass.",
);
pub(crate) const OF_PARTICIPANTS: Text = text(
    "Chỉ sản phẩm của đơn vị được duyệt tham dự sự kiện",
    "Only products of organisations that take part in the event",
);
pub(crate) const OF_PARTICIPANTS_HINT: Text =
    text("Theo danh sách được duyệt lúc tìm phương án.", "As they are approved when the plan is looked for.");
pub(crate) const NEEDS_OF_PARTICIPANTS: Text = text(
    "Chỉ nhu cầu của nơi bán được duyệt tham dự sự kiện",
    "Only needs of retailers that take part in the event",
);
pub(crate) const WEIGHTS: Text = text("Trọng số", "Weights");
pub(crate) const WEIGHTS_WHY: Text = text(
    "Từ 0 đến 100; phần nào lớn hơn thì tính nhiều hơn. Bắt đầu từ trọng số chung của hệ thống.",
    "0 to 100; the greater one counts more. They begin as the setting has them.",
);
pub(crate) const NO_WEIGHT: Text =
    text("Ít nhất một trọng số phải lớn hơn 0.", "At least one weight must be above 0.");
pub(crate) const CONFLICT: Text = text(
    "Người khác vừa lưu thiết lập của vòng này.",
    "Somebody else has just saved the settings of this round.",
);

pub(crate) const ADD_ALL: Text = text("Thêm mọi nhu cầu đang mở", "Take in all open needs");
pub(crate) const ADD_MANY: Text = text("Thêm nhiều nhu cầu cùng lúc", "Take in many needs at once");
pub(crate) const ADD_ALL_WHY: Text =
    text("Để trống điều kiện nào thì không xét điều kiện đó.", "What is left empty does not matter.");
pub(crate) const ANY_GROUP: Text = text("Mọi nhóm", "All groups");
pub(crate) const OPENED_SINCE: Text = text("Đăng từ ngày", "Opened on or after");
pub(crate) const DEADLINE_UNTIL: Text = text("Hạn đến hết ngày", "Last day on or before");
pub(crate) const DAY_HINT: Text = text("Dạng ngày/tháng/năm, ví dụ 31/12/2026.", "As dd/mm/yyyy.");
pub(crate) const FITTING: Text = text("Sản phẩm phù hợp", "What fits");
pub(crate) const NOTHING_FITS: Text = text(
    "Không có sản phẩm nào của vòng này đạt mọi điều kiện của nhu cầu.",
    "No product of this round passes all gates of the need.",
);
pub(crate) const ADD_ONE: Text = text("Thêm từng nhu cầu", "Take in single needs");
pub(crate) const FIND_NEED: Text = text("Tìm theo tên nhu cầu hoặc nơi bán", "Find by need or retailer");
pub(crate) const FIND_GROUP: Text = text("Nhóm sản phẩm", "Group");
pub(crate) const NO_NEED_FOUND: Text = text(
    "Không có nhu cầu nào như vậy trong phần đã tải. Hãy bấm “Xem thêm” hoặc tìm cách khác.",
    "None of those loaded is like that. Press “More”, or look for something else.",
);
pub(crate) const ADD: Text = text("Thêm", "Take in");
pub(crate) const ADD_AGAIN: Text = text("Thêm lại", "Take in again");
pub(crate) const IS_IN: Text = text("Đã có trong vòng", "Is in the round");
pub(crate) const TAKEN_OUT: Text = text("Đã bỏ khỏi vòng.", "Taken out.");
pub(crate) const REMOVE: Text = text("Bỏ", "Take out");
pub(crate) const OWN_CAP: Text = text("Giới hạn riêng", "Own cap");
pub(crate) const NEEDS_IN: Text = text("Nhu cầu trong vòng", "Needs in the round");
pub(crate) const NO_NEEDS: Text = text(
    "Vòng này chưa có nhu cầu nào. Hãy thêm mọi nhu cầu đang mở, hoặc chọn từng nhu cầu.",
    "No need is in this round yet. Take in all open ones, or single ones.",
);

pub(crate) const NO_RULES: Text = text(
    "Chưa ghim hay cấm cặp nào. Hãy bấm “Ghim” hoặc “Cấm” ở từng cặp của phương án.",
    "No pair is pinned or forbidden. Press “Pin” or “Forbid” at a pair of the plan.",
);
pub(crate) const PINS_AND_FORBIDS: Text = text("Ghim và cấm", "Pins and forbids");
pub(crate) const OWN_CAPS: Text = text("Giới hạn riêng", "Own caps");
pub(crate) const NO_OWN_CAPS: Text = text(
    "Chưa có giới hạn riêng nào. Đặt cho nhu cầu ở phần “Nhu cầu”, cho sản phẩm và chủ thể ở “Giới hạn đã chạm”.",
    "There is none. Those of needs are set under “Needs”, of products and producers under “Caps that are reached”.",
);
pub(crate) const UNPUBLISHED: Text = text("sản phẩm đang ẩn", "a product not published now");

pub(crate) const DELETE: Text = text("Xoá vòng ghép", "Delete the round");
pub(crate) const DELETE_DO: Text = text("Xoá hẳn", "Delete it for good");
pub(crate) const DELETE_WHY: Text = text(
    "Vòng ghép và phương án của nó mất hẳn. Nhu cầu và sản phẩm không bị ảnh hưởng.",
    "The round and its plan are gone for good. Needs and products stay as they are.",
);
pub(crate) const DELETED: Text = text("Đã xoá vòng ghép.", "The round is deleted.");
pub(crate) const KEEP: Text = text("Giữ lại", "Keep it");

/// Where a round stands.
pub(crate) fn status(status: RoundStatus) -> Text {
    match status {
        RoundStatus::Draft => text("Đang soạn", "Draft"),
        RoundStatus::Solved => text("Đã có phương án", "Solved"),
        RoundStatus::Accepted => text("Đã chốt", "Accepted"),
    }
}

/// What was decided about a pair.
pub(crate) fn rule(kind: RoundRuleKind) -> Text {
    match kind {
        RoundRuleKind::Pin => text("Đã ghim", "Pinned"),
        RoundRuleKind::Forbid => text("Đã cấm", "Forbidden"),
    }
}

/// To decide that about a pair.
pub(crate) fn set_rule(kind: RoundRuleKind) -> Text {
    match kind {
        RoundRuleKind::Pin => text("Ghim", "Pin"),
        RoundRuleKind::Forbid => text("Cấm", "Forbid"),
    }
}

/// To decide it no longer.
pub(crate) fn drop_rule(kind: RoundRuleKind) -> Text {
    match kind {
        RoundRuleKind::Pin => text("Bỏ ghim", "Unpin"),
        RoundRuleKind::Forbid => text("Bỏ cấm", "Allow"),
    }
}

/// Whose cap.
pub(crate) fn cap_kind(kind: CapKind) -> Text {
    match kind {
        CapKind::Need => text("Nhu cầu", "Need"),
        CapKind::Product => text("Sản phẩm", "Product"),
        CapKind::Producer => text("Chủ thể", "Producer"),
    }
}

/// `12 vòng ghép`
pub(crate) fn count(count: i32) -> String {
    let number = words::number(count.into(), language());
    match (language(), count) {
        (Language::Vietnamese, _) => format!("{number} vòng ghép"),
        (Language::English, 1) => "1 round".to_owned(),
        (Language::English, _) => format!("{number} rounds"),
    }
}

/// `Nhu cầu (120)`
pub(crate) fn counted(words: Text, count: usize) -> String {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    format!("{} ({})", super::t(words), words::number(count, language()))
}

/// `Đã thêm. Vòng này có 120 nhu cầu.`
pub(crate) fn needs_now(count: i32) -> String {
    let needs = words::count(count, words::Counted::Needs, language());
    match language() {
        Language::Vietnamese => format!("Đã thêm. Vòng này có {needs}."),
        Language::English => format!("Done. The round has {needs}."),
    }
}

/// `lập bởi Nguyễn A`
pub(crate) fn begun_by(name: &str) -> String {
    match language() {
        Language::Vietnamese => format!("lập bởi {name}"),
        Language::English => format!("begun by {name}"),
    }
}

/// `sửa 26/11/2026 10:45`
pub(crate) fn changed_at(at: &str) -> String {
    match language() {
        Language::Vietnamese => format!("sửa {at}"),
        Language::English => format!("changed {at}"),
    }
}
