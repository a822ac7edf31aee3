//! Words with which needs and products are put side by side: conditions, scores, what is missing, proposals to meet.

use super::{Language, Text, language, text, words};
use crate::api::{GateKind, IntroductionHindrance, IntroductionStatus, MatchChoice, ScorePartKind};

pub(crate) const PRODUCTS: Text = text("Sản phẩm phù hợp", "Products that fit");
pub(crate) const PRODUCTS_WHY: Text = text(
    "Từng điều kiện của nhu cầu được so với những gì chủ thể đã khai. Chưa rõ không có nghĩa là chưa đạt: hãy hỏi chủ thể.",
    "Each thing the need asks is held against what producers have said. Not known does not mean not met: ask the producer.",
);
pub(crate) const NEEDS: Text = text("Nhu cầu phù hợp", "Needs it fits");
pub(crate) const NEEDS_WHY: Text = text(
    "Nhu cầu đang mở của nơi bán, so với những gì đơn vị đã khai về sản phẩm này. Nơi bán thấy cùng những lý do này.",
    "Open needs of retailers against what has been said of this product. The retailer sees the same reasons.",
);
pub(crate) const WHICH: Text = text("Xem cặp nào", "Which pairs");
pub(crate) const SCORE: Text = text("Điểm phù hợp", "Score");
pub(crate) const GATES: Text = text("Điều kiện", "Conditions");
pub(crate) const PARTS: Text = text("Điểm gồm những gì", "What the score is made of");
pub(crate) const MORE: Text =
    text("Xem từng điều kiện và cách tính điểm", "See each condition and the score");
pub(crate) const REASONS: Text = text("Lý do chính", "Main reasons");

pub(crate) const NO_FITTING_PRODUCTS: Text = text(
    "Chưa có sản phẩm nào qua được mọi điều kiện của nhu cầu này. Hãy xem những sản phẩm chỉ thiếu một, hai điều kiện, hoặc nới điều kiện nào chưa thật cần.",
    "No product passes every condition of this need yet. Look at those that miss only one or two, or loosen a condition that is not needed.",
);
pub(crate) const NO_ALMOST_PRODUCTS: Text = text(
    "Không có sản phẩm nào chỉ thiếu một, hai điều kiện. Hãy nới điều kiện nào chưa thật cần, hoặc xem tất cả.",
    "No product misses only one condition or two. Loosen a condition that is not needed, or look at all.",
);
pub(crate) const NO_PRODUCTS: Text = text(
    "Chưa có sản phẩm nào để so với nhu cầu này. Hãy tìm trong danh bạ sản phẩm.",
    "There is no product to hold against this need yet. Search the register of products.",
);
pub(crate) const NO_FITTING_NEEDS: Text = text(
    "Chưa có nhu cầu nào mà sản phẩm này qua được mọi điều kiện. Hãy xem nhu cầu chỉ còn thiếu một, hai điều kiện và bổ sung những gì còn thiếu.",
    "There is no need all of whose conditions this product passes yet. Look at those where it misses one or two, and mend what is missing.",
);
pub(crate) const NO_ALMOST_NEEDS: Text = text(
    "Không có nhu cầu nào mà sản phẩm này chỉ thiếu một, hai điều kiện.",
    "There is no need of which this product misses only one condition or two.",
);
pub(crate) const NO_NEEDS: Text = text(
    "Hiện chưa có nhu cầu nào để so với sản phẩm này. Khi nơi bán đăng nhu cầu, bạn thấy ở đây.",
    "There is no need to hold against this product now. When retailers post one, it stands here.",
);
pub(crate) const UNPUBLISHED: Text = text(
    "Chỉ sản phẩm đã công bố mới được so với nhu cầu của nơi bán.",
    "Only published products are held against the needs of retailers.",
);
pub(crate) const TO_PUBLISHING: Text = text("Xem việc công bố", "See what publishing takes");
pub(crate) const LOOSEN: Text = text("Nới điều kiện", "Loosen the conditions");
pub(crate) const TO_SEARCH: Text = text("Tìm sản phẩm", "Search products");
pub(crate) const TO_NEEDS: Text = text("Xem mọi nhu cầu", "See all needs");

pub(crate) const COMPARE: Text = text("So sánh sản phẩm", "Compare products");
pub(crate) const COMPARE_THIS: Text = text("So sánh", "Compare");
pub(crate) const COMPARE_ONE: Text =
    text("Hãy chọn thêm một sản phẩm để so sánh.", "Choose one more product to compare.");
pub(crate) const COMPARE_NONE: Text = text("Bỏ chọn", "Choose none");
pub(crate) const COMPARE_EMPTY: Text = text(
    "Chưa chọn sản phẩm nào để so sánh. Hãy đánh dấu đến bốn sản phẩm trong danh sách của nhu cầu.",
    "Nothing is chosen to compare. Tick up to four products in the list of the need.",
);
pub(crate) const BACK_TO_NEED: Text = text("Về danh sách sản phẩm phù hợp", "Back to the products that fit");
pub(crate) const PRODUCT: Text = text("Sản phẩm", "Product");
pub(crate) const NO_ANSWER: Text = text("không so được", "can't be compared");
pub(crate) const NEXT_STEP: Text = text("Bước tiếp theo", "Next step");

pub(crate) const INVITE: Text = text("Mời kết nối", "Propose to meet");
pub(crate) const INVITE_BOTH: Text = text("Mời hai bên kết nối", "Propose that they meet");
pub(crate) const INVITE_WHY_RETAILER: Text = text(
    "Chủ thể nhận lời mời và trả lời. Khi họ đồng ý, hai bên trao đổi ngay tại đây.",
    "The producer gets the proposal and answers. Once they accept, you talk right here.",
);
pub(crate) const INVITE_WHY_PRODUCER: Text = text(
    "Nơi bán nhận lời mời và trả lời. Khi họ đồng ý, hai bên trao đổi ngay tại đây.",
    "The retailer gets the proposal and answers. Once they accept, you talk right here.",
);
pub(crate) const INVITE_WHY_STAFF: Text = text(
    "Cả hai bên nhận lời mời. Khi cả hai đồng ý, họ trao đổi ngay tại đây.",
    "Both sides get the proposal. Once both accept, they talk right here.",
);
pub(crate) const NOTE: Text = text("Lời nhắn", "A few words");
pub(crate) const NOTE_HINT: Text = text(
    "Ví dụ: muốn đặt hàng thử tháng tới. Bên nhận đọc được.",
    "For example: we would like a trial order next month. The other side reads it.",
);
pub(crate) const ANSWER_DAYS: Text = text("Chờ trả lời trong", "Wait for an answer");
pub(crate) const USUAL_DAYS: Text = text("7 ngày", "7 days");
pub(crate) const SEND: Text = text("Gửi lời mời", "Send it");
pub(crate) const INVITED: Text = text("Đã gửi lời mời kết nối.", "The proposal is sent.");
pub(crate) const NOT_NOW: Text = text(
    "Hiện chưa mời được: tình trạng vừa thay đổi. Hãy xem lại ở dòng này.",
    "Not possible as things are: something has just changed. Look at this row again.",
);
pub(crate) const REFUSED: Text = text(
    "Hiện chưa mời được: có thể đã có lời mời về sản phẩm này, lời mời trước vừa bị từ chối, hoặc bên kia chưa có ai để trả lời.",
    "Not possible as things are: one may be running already or was declined lately, or nobody there could answer.",
);
pub(crate) const HINDERED: Text = text("Chưa mời được, vì:", "It can't be proposed yet, because:");
pub(crate) const SEE_INTRODUCTION: Text = text("Xem lời mời", "See the proposal");
pub(crate) const SEE_CONVERSATION: Text = text("Mở cuộc trao đổi", "Open the conversation");
pub(crate) const FOR_RETAILERS: Text = text(
    "Chỉ nơi bán đã được Sở xác minh mới mời được chủ thể kết nối.",
    "Only retailers that the department has verified can propose to meet a producer.",
);
pub(crate) const TO_ORGANISATIONS: Text = text("Đến đơn vị của tôi", "To my organisations");
pub(crate) const RETAILER: Text = text("Đơn vị mời", "Who proposes it");
pub(crate) const NEED_FIRST: Text = text(
    "Đang tìm hàng theo điều kiện cụ thể? Mời từ trang nhu cầu thì hai bên thấy ngay mức phù hợp.",
    "Looking for something on certain terms? Propose it from your need, and both sides see how far it fits.",
);
pub(crate) const TO_OWN_NEEDS: Text = text("Nhu cầu của đơn vị", "Needs of the organisation");

pub(crate) const OPENINGS: Text = text("Cơ hội", "Opportunities");
pub(crate) const OPENINGS_WHY: Text = text(
    "Bổ sung điều gì thì mở thêm được nhiều nhu cầu nhất: mỗi nhu cầu dưới đây chỉ vướng đúng một điều kiện.",
    "What would open the most needs: each need counted here is kept away by one condition alone.",
);
pub(crate) const NO_OPENINGS: Text = text(
    "Hiện không có nhu cầu nào chỉ vướng đúng một điều kiện. Hãy giữ thông tin sản phẩm đúng và mới; nhu cầu mới được so ngay khi đăng.",
    "No need is kept away by one condition alone now. Keep the facts of the products right and new; a new need is held against them at once.",
);
pub(crate) const NO_PRODUCER: Text =
    text("Chỉ đơn vị làm ra sản phẩm mới có mục này.", "Only organisations that make products have this.");
pub(crate) const SOME_PAIRS: Text = text("Xem những cặp tốt nhất", "See the best pairs");
pub(crate) const MEND: Text = text("Bổ sung ở đâu", "Where it is mended");

pub(crate) const STAFF: Text = text("Kết nối cung cầu", "Needs and products");
pub(crate) const STAFF_WHY: Text =
    text("điều gì đang chặn, nhu cầu nào chưa có hàng", "what is in the way, which needs nothing fits");
pub(crate) const BLOCKERS: Text = text("Điều đang chặn chủ thể", "What keeps producers from needs");
pub(crate) const BLOCKERS_WHY: Text = text(
    "Tính chung mọi chủ thể: gỡ được điều nào thì mở thêm bao nhiêu nhu cầu.",
    "All producers together: how many needs would open if one thing were mended.",
);
pub(crate) const NO_BLOCKERS: Text = text(
    "Không có nhu cầu nào chỉ vướng đúng một điều kiện trong nhóm này.",
    "No need about this group is kept away by one condition alone.",
);
pub(crate) const UNMET: Text = text("Nhu cầu chưa có sản phẩm phù hợp", "Needs that nothing fits");
pub(crate) const NO_UNMET: Text = text(
    "Mọi nhu cầu đang mở đều có ít nhất một sản phẩm phù hợp.",
    "Every open need is fitted by at least one product.",
);
pub(crate) const NO_GROUP: Text = text("Không nêu nhóm", "No group said");

/// Which pairs.
pub(crate) fn choice(choice: MatchChoice) -> Text {
    match choice {
        MatchChoice::Fitting => text("Phù hợp", "Fitting"),
        MatchChoice::Almost => text("Gần phù hợp", "Almost"),
        MatchChoice::All => text("Tất cả", "All"),
    }
}

/// What a gate asks, in a word or two. For papers and all that buyers ask else the requirement has a name of its own.
pub(crate) fn gate(kind: GateKind) -> Text {
    match kind {
        GateKind::Stars => text("Hạng sao", "Stars"),
        GateKind::Group => text("Nhóm hàng", "Kind of goods"),
        GateKind::Months => text("Tháng có hàng", "Months"),
        GateKind::Capacity => text("Sản lượng", "Quantity"),
        GateKind::Price => text("Giá", "Price"),
        GateKind::VatInvoice => text("Hóa đơn GTGT", "VAT invoice"),
        GateKind::Paper => text("Giấy tờ", "Paper"),
        GateKind::Barcode => text("Mã vạch", "Barcode"),
        GateKind::ShelfLife => text("Hạn sử dụng", "Shelf life"),
        GateKind::LeadTime => text("Thời gian giao", "Lead time"),
        GateKind::Credit => text("Công nợ", "Credit"),
        GateKind::Consignment => text("Ký gửi", "Consignment"),
        GateKind::Delivery => text("Giao đến Hà Nội", "Delivery to Hanoi"),
        GateKind::Origin => text("Xuất xứ", "Origin"),
        GateKind::Requirement => text("Yêu cầu khác", "Another requirement"),
        GateKind::Refusal => text("Không vướng lời từ chối", "Not refused lately"),
    }
}

/// What would open a gate, as the beginning of a sentence.
pub(crate) fn opener(kind: GateKind) -> Text {
    match kind {
        GateKind::Stars => text("Có hạng sao còn hiệu lực", "Stars that hold"),
        GateKind::Group => text("Đúng nhóm hàng được hỏi", "The kind of goods asked for"),
        GateKind::Months => text("Có hàng vào những tháng được hỏi", "Goods in the months asked for"),
        GateKind::Capacity => text("Giao đủ số lượng mỗi tháng", "Enough of it each month"),
        GateKind::Price => text("Giá trong mức bên mua đưa ra", "A price within the ceiling"),
        GateKind::VatInvoice => text("Có hóa đơn GTGT", "A VAT invoice"),
        GateKind::Paper => text("Có đủ giấy tờ", "The paper asked for"),
        GateKind::Barcode => text("Có mã vạch", "A barcode"),
        GateKind::ShelfLife => text("Hạn sử dụng đủ dài", "A longer shelf life"),
        GateKind::LeadTime => text("Giao hàng nhanh hơn", "A shorter lead time"),
        GateKind::Credit => text("Cho trả chậm", "Time to pay"),
        GateKind::Consignment => text("Nhận ký gửi", "Goods on consignment"),
        GateKind::Delivery => text("Giao hàng đến Hà Nội", "Delivery to Hanoi"),
        GateKind::Origin => text("Đúng tỉnh được hỏi", "Goods from the provinces asked for"),
        GateKind::Requirement => text("Đáp ứng yêu cầu này", "Meeting this requirement"),
        GateKind::Refusal => text("Hết thời gian chờ sau khi từ chối", "The time after a refusal"),
    }
}

/// A part of a score.
pub(crate) fn part(kind: ScorePartKind) -> Text {
    match kind {
        ScorePartKind::Relevance => text("Đúng thứ đang tìm", "What is looked for"),
        ScorePartKind::Stars => text("Hạng sao", "Stars"),
        ScorePartKind::Price => text("Giá", "Price"),
        ScorePartKind::Capacity => text("Sản lượng", "Quantity"),
        ScorePartKind::Season => text("Mùa vụ", "Season"),
        ScorePartKind::Distance => text("Khoảng cách", "Distance"),
        ScorePartKind::KeptPromises => text("Giao hàng đúng hẹn", "Kept promises"),
        ScorePartKind::Freshness => text("Thông tin mới", "Fresh facts"),
        ScorePartKind::Newcomer => text("Cơ hội cho chủ thể mới", "A chance for newcomers"),
    }
}

/// Where an introduction stands.
pub(crate) fn introduction(status: IntroductionStatus) -> Text {
    match status {
        IntroductionStatus::WaitsForBoth => text("Chờ hai bên trả lời", "Both sides are to answer"),
        IntroductionStatus::WaitsForProducer => text("Chờ chủ thể trả lời", "The producer is to answer"),
        IntroductionStatus::WaitsForRetailer => text("Chờ nơi bán trả lời", "The retailer is to answer"),
        IntroductionStatus::Accepted => text("Đã kết nối", "They have met"),
        IntroductionStatus::Declined => text("Đã từ chối", "Declined"),
        IntroductionStatus::Withdrawn => text("Đã rút lại", "Withdrawn"),
        IntroductionStatus::Lapsed => text("Quá hạn trả lời", "Not answered in time"),
    }
}

/// What keeps somebody from proposing an introduction, and what to do.
pub(crate) fn hindrance(hindrance: IntroductionHindrance) -> Text {
    match hindrance {
        IntroductionHindrance::NotASide => text(
            "bạn không thuộc bên nào trong hai bên và không phụ trách họ.",
            "you belong to neither side and do not look after them.",
        ),
        IntroductionHindrance::NotVerified => {
            text("đơn vị chưa được Sở xác minh.", "the department has not verified the organisation.")
        }
        IntroductionHindrance::NobodyThere => text(
            "bên kia chưa có ai dùng trang này, nên chưa ai trả lời được.",
            "nobody acts for the other side here yet, so nobody could answer.",
        ),
        IntroductionHindrance::NotOpen => text(
            "nhu cầu chưa đăng, đã đóng hoặc đã qua ngày cuối.",
            "the need is not posted, is closed or past its last day.",
        ),
        IntroductionHindrance::Running => {
            text("đã có lời mời về việc này.", "one about this is running already.")
        }
        IntroductionHindrance::Resting => {
            text("lời mời trước bị từ chối chưa quá 90 ngày.", "it was declined less than 90 days ago.")
        }
        IntroductionHindrance::TooMany => text(
            "đơn vị có quá nhiều lời mời đang chờ trả lời. Hãy chờ thêm hoặc rút bớt.",
            "too many of the organisation's proposals wait for an answer. Wait, or withdraw some.",
        ),
    }
}

/// `82 trên 100`
pub(crate) fn score(score: i32) -> String {
    match language() {
        Language::Vietnamese => format!("{score} trên 100"),
        Language::English => format!("{score} of 100"),
    }
}

/// `hệ số 20`
pub(crate) fn weight(weight: i32) -> String {
    match language() {
        Language::Vietnamese => format!("hệ số {weight}"),
        Language::English => format!("weight {weight}"),
    }
}

/// `7 ngày`
pub(crate) fn days(count: i32) -> String {
    super::product::days(count)
}

/// `Có mã vạch sẽ mở thêm 4 nhu cầu`
pub(crate) fn opening(opener: &str, needs: i32) -> String {
    let needs = words::count(needs, words::Counted::Needs, language());
    match language() {
        Language::Vietnamese => format!("{opener} sẽ mở thêm {needs}"),
        Language::English => format!("{opener} would open {needs} more"),
    }
}

/// `Liên quan 3 sản phẩm`
pub(crate) fn concerns(products: i32) -> String {
    let products = words::count(products, words::Counted::Products, language());
    match language() {
        Language::Vietnamese => format!("Liên quan {products}"),
        Language::English => format!("It concerns {products}"),
    }
}

/// `12 sản phẩm chỉ thiếu một, hai điều kiện`
pub(crate) fn almost(products: i32) -> String {
    let counted = words::count(products, words::Counted::Products, language());
    match (language(), products) {
        (Language::Vietnamese, _) => format!("{counted} chỉ thiếu một, hai điều kiện"),
        (Language::English, 1) => format!("{counted} misses only one condition or two"),
        (Language::English, _) => format!("{counted} miss only one condition or two"),
    }
}

/// `Đã chọn 2 sản phẩm, tối đa 4`
pub(crate) fn compared(count: usize, most: usize) -> String {
    match language() {
        Language::Vietnamese => format!("Đã chọn {count} sản phẩm, tối đa {most}"),
        Language::English => format!("{count} of at most {most} products chosen"),
    }
}

/// `Trả lời đến hết ngày 03/12/2026`
pub(crate) fn answer_by(day: &str) -> String {
    match language() {
        Language::Vietnamese => format!("trả lời đến hết ngày {day}"),
        Language::English => format!("answer until {day}"),
    }
}

/// What is proposed, to those who write the words for it: `Trà sen (HTX Sen Hồ)`
pub(crate) fn with_owner(name: &str, owner: &str) -> String {
    format!("{name} ({owner})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_help_says_how_much() {
        assert_eq!(opening("Có mã vạch", 4), "Có mã vạch sẽ mở thêm 4 nhu cầu");
        assert_eq!(almost(1_200), "1.200 sản phẩm chỉ thiếu một, hai điều kiện");
    }
}
