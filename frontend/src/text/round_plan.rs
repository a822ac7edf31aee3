//! Words of the plan of a round: finding it, its proof, its pairs, accepting it.

use super::Language::{self, English, Vietnamese};
use super::{Text, language, text, words};

pub(crate) const SOLVE: Text = text("Ghép", "Find the best plan");
pub(crate) const SOLVE_AGAIN: Text = text("Ghép lại", "Find it again");
pub(crate) const STOP: Text = text("Dừng", "Stop");
pub(crate) const STOPPED_NOW: Text =
    text("Đã dừng. Phương án có trước vẫn còn.", "Stopped. A plan there was before is still here.");
pub(crate) const SOLVING: Text = text("Đang tìm phương án tốt nhất", "The best plan is looked for");
pub(crate) const SOLVED_NOW: Text = text("Đã tìm xong.", "The search is over.");
pub(crate) const NOT_SOLVED: Text =
    text("Lần ghép vừa rồi không ra phương án:", "No plan was found last time:");
pub(crate) const STALE: Text = text(
    "Lựa chọn đã thay đổi từ khi có phương án này. Hãy ghép lại trước khi chốt.",
    "What is chosen has changed since this plan was found. Find it again before you accept.",
);
pub(crate) const NONE_YET: Text = text(
    "Chưa có phương án. Khi đã thêm nhu cầu và đặt giới hạn, hãy bấm “Ghép”.",
    "There is no plan yet. With needs taken in and caps set, find the best one.",
);
pub(crate) const NEEDS_FIRST: Text = text("Thêm nhu cầu", "Take in needs");

pub(crate) const OBJECTIVE: Text = text("Tổng điểm", "Total score");
pub(crate) const BOUND: Text = text("Cận trên", "Upper bound");
pub(crate) const PAIRS: Text = text("Số cặp", "Pairs");
pub(crate) const SERVED: Text = text("Nhu cầu có đối tác", "Needs with a supplier");
pub(crate) const UNSERVED: Text = text("Chưa có đối tác", "Needs without a supplier");
pub(crate) const WEIGHED: Text = text("Cặp được xét", "Pairs weighed");
pub(crate) const LEFT_OUT: Text = text("Cặp đạt nhưng không xét", "Pairs that pass and were left out");
pub(crate) const LEFT_OUT_WHY: Text =
    text("nhu cầu đã đủ sản phẩm điểm cao hơn", "their needs had better ones enough");
pub(crate) const INTRODUCED: Text = text("Cặp đã được giới thiệu từ trước", "Pairs introduced already");
pub(crate) const SOLVED_AT: Text = text("Tìm lúc", "Found");
pub(crate) const PROVED: Text = text(
    "Đã chứng minh tối ưu: cận trên, tính độc lập với phương án, bằng đúng tổng điểm. Không phương án nào theo các giới hạn này có điểm cao hơn.",
    "Proved optimal: the upper bound, reckoned apart from the plan, equals the total score. No plan within these caps has more.",
);

pub(crate) const FULL_CAPS: Text = text("Giới hạn đã chạm", "Caps that are reached");
pub(crate) const FULL_CAPS_WHY: Text = text(
    "Nếu nới riêng một giới hạn thêm một, tổng điểm tăng bấy nhiêu.",
    "Were one cap greater by one, the total score would be that much greater.",
);
pub(crate) const NO_FULL_CAPS: Text = text("Không giới hạn nào bị chạm.", "No cap is reached.");
pub(crate) const RAISE: Text = text("Nới thêm 1", "Raise by one");
pub(crate) const NO_GAIN: Text = text("nới thêm không tăng điểm", "one more gains nothing");

pub(crate) const PAIRS_OF_PLAN: Text = text("Các cặp", "Pairs of the plan");
pub(crate) const NO_PAIRS: Text = text(
    "Phương án không có cặp nào. Hãy xem lý do của từng nhu cầu bên dưới.",
    "The plan has no pair. See why below, for each need.",
);
pub(crate) const WHICH_PAIRS: Text = text("Xem cặp nào", "Which pairs");
pub(crate) const ALL_PAIRS: Text = text("Tất cả", "All");
pub(crate) const SKIPPED_PAIRS: Text = text("Không mời được", "Left out");
pub(crate) const NO_SKIPPED: Text =
    text("Mọi cặp đều đã được mời kết nối.", "All pairs were introduced to each other.");
pub(crate) const PRODUCT: Text = text("Sản phẩm", "Product");
pub(crate) const PRODUCER: Text = text("Chủ thể", "Producer");
pub(crate) const SCORE: Text = text("Điểm", "Score");
pub(crate) const DECIDE: Text = text("Quyết định", "Decision");
pub(crate) const BECAME: Text = text("Kết quả", "What it became");
pub(crate) const WAS_PINNED: Text = text("ghim khi ghép", "pinned when found");
pub(crate) const SEE: Text = text("Xem lời mời", "See the introduction");
pub(crate) const SKIPPED: Text = text("Không mời:", "Left out:");

pub(crate) const UNSERVED_WHY: Text = text(
    "Những nhu cầu không được cặp nào trong phương án, và lý do.",
    "Needs that have no pair in the plan, and why.",
);
pub(crate) const ALL_SERVED: Text = text("Mọi nhu cầu đều có đối tác.", "Every need has a supplier.");

pub(crate) const SPREAD: Text = text("Độ phân bổ", "Spread");
pub(crate) const SPREAD_WHY: Text = text(
    "Cơ hội được chia cho các chủ thể thế nào; chủ thể nhỏ và mới có phần không.",
    "How chances are spread over producers, and whether small and new ones have a share.",
);
pub(crate) const WITH_PAIR: Text = text("Chủ thể có cặp", "Producers with a pair");
pub(crate) const MOST: Text = text("Nhiều cặp nhất của một chủ thể", "Most pairs of one producer");
pub(crate) const WITH_ONE: Text = text("Chủ thể có đúng một cặp", "Producers with one pair");
pub(crate) const NEWCOMERS: Text =
    text("Chủ thể chưa từng được nhận lời", "Producers nobody has accepted before");
pub(crate) const FORM: Text = text("Loại hình", "Legal form");
pub(crate) const PRODUCERS: Text = text("Chủ thể", "Producers");

pub(crate) const MAP: Text = text("Trên bản đồ", "On the map");
pub(crate) const MAP_NAME: Text = text(
    "Bản đồ các cặp: từ chủ thể đến nơi bán. Danh sách bên cạnh nói cùng nội dung.",
    "Map of the pairs, from producers to retailers. The list beside it says the same.",
);
pub(crate) const MAP_WHY: Text = text(
    "Mỗi đường nối một chủ thể với một nơi bán; chủ thể hay nơi bán chưa rõ vị trí không có ở đây.",
    "Each line joins a producer and a retailer; those whose place is not known are not here.",
);
pub(crate) const NO_LINES: Text = text(
    "Chưa có cặp nào rõ vị trí của cả hai bên.",
    "There is no pair with the places of both sides known.",
);

pub(crate) const ACCEPT: Text = text("Chốt vòng", "Accept the plan");
pub(crate) const ACCEPT_SEND: Text = text("Chốt và gửi lời mời", "Accept and send");
pub(crate) const ACCEPT_WHY: Text = text(
    "Hai bên của mỗi cặp được mời kết nối và trả lời như mọi lời mời. Cặp nào không mời được thì bỏ qua và ghi lý do. Chốt rồi không sửa được nữa.",
    "Both sides of each pair are introduced and answer as always. Pairs that can't be are left out, with the reason. Nothing can be changed afterwards.",
);
pub(crate) const ACCEPTED_NOW: Text = text("Đã chốt vòng ghép.", "The round is accepted.");
pub(crate) const MOVED_ON: Text = text(
    "Vòng ghép vừa thay đổi. Hãy xem lại phương án rồi chốt.",
    "The round has just changed. Look at the plan again, then accept.",
);
pub(crate) const ACCEPTED_AT: Text = text("Đã chốt lúc", "Accepted");

/// `801.786,03` of hundredths of a point
pub(crate) fn score(hundredths: i32, language: Language) -> String {
    let hundredths = i64::from(hundredths);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let separator = match language {
        Vietnamese => ',',
        English => '.',
    };
    format!("{}{separator}{rest:02}", words::number(whole, language))
}

/// `801.786,03 điểm`
pub(crate) fn points(hundredths: i32) -> String {
    let score = score(hundredths, language());
    match language() {
        Vietnamese => format!("{score} điểm"),
        English => format!("{score} points"),
    }
}

/// `Còn cách cận trên 12,00 điểm.`
pub(crate) fn gap(hundredths: i32) -> String {
    let points = points(hundredths);
    match language() {
        Vietnamese => format!("Chưa chứng minh tối ưu: còn cách cận trên {points}."),
        English => format!("Not proved optimal: {points} below the upper bound."),
    }
}

/// `120 trên 130`
pub(crate) fn of(part: i32, whole: i32) -> String {
    let (part, whole) = (words::number(part.into(), language()), words::number(whole.into(), language()));
    match language() {
        Vietnamese => format!("{part} trên {whole}"),
        English => format!("{part} of {whole}"),
    }
}

/// `26/11/2026 10:45, mất 0,35 giây`
pub(crate) fn took(at: &str, milliseconds: i32) -> String {
    let seconds = score(milliseconds / 10, language());
    match language() {
        Vietnamese => format!("{at}, mất {seconds} giây"),
        English => format!("{at}, in {seconds} s"),
    }
}

/// `Đang tìm phương án tốt nhất: 40%`
pub(crate) fn solving(percent: i32) -> String {
    format!("{}: {percent}%", super::t(SOLVING))
}

/// `3 cặp`
pub(crate) fn pairs(count: i32) -> String {
    let number = words::number(count.into(), language());
    match (language(), count) {
        (Vietnamese, _) => format!("{number} cặp"),
        (English, 1) => "1 pair".to_owned(),
        (English, _) => format!("{number} pairs"),
    }
}

/// `giới hạn 3`
pub(crate) fn cap(cap: i32) -> String {
    match language() {
        Vietnamese => format!("giới hạn {cap}"),
        English => format!("cap {cap}"),
    }
}

/// `thêm 1: +12,50 điểm`
pub(crate) fn gain(hundredths: i32) -> String {
    let points = points(hundredths);
    match language() {
        Vietnamese => format!("nới thêm 1 được +{points}"),
        English => format!("one more gains {points}"),
    }
}

/// `Sẽ mời kết nối 12 cặp.`
pub(crate) fn to_introduce(count: i32) -> String {
    let pairs = pairs(count);
    match language() {
        Vietnamese => format!("Sẽ gửi lời mời kết nối cho {pairs}."),
        English => format!("Introductions will be sent for {pairs}."),
    }
}

/// `thiếu 1 điều kiện, 2 chưa rõ`
pub(crate) fn gates(not_met: i32, unknown: i32) -> Option<String> {
    let parts = match language() {
        Vietnamese => [(not_met, "điều kiện chưa đạt"), (unknown, "điều kiện chưa rõ")],
        English => [(not_met, "not met"), (unknown, "not known")],
    };
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<_> = parts.map(|(count, words)| format!("{count} {words}")).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// `9 chủ thể, 15 cặp`
pub(crate) fn newcomers(producers: i32, pairs: i32) -> String {
    let producers = words::count(producers, words::Counted::Producers, language());
    format!("{producers}, {}", self::pairs(pairs))
}

/// `Xem 30 giới hạn tốn điểm nhất trong 412.`
pub(crate) fn costliest(shown: usize, all: i32) -> String {
    let all = words::number(all.into(), language());
    match language() {
        Vietnamese => format!("Đây là {shown} giới hạn tốn điểm nhất trong {all} giới hạn đã chạm."),
        English => format!("These are the {shown} that cost the most of {all} that are reached."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundredths_are_written_as_points() {
        assert_eq!(score(80_178_603, Vietnamese), "801.786,03");
        assert_eq!(score(80_178_603, English), "801,786.03");
        assert_eq!(score(7, Vietnamese), "0,07");
    }

    #[test]
    fn only_what_is_missing_is_said_of_gates() {
        assert_eq!(gates(0, 0), None);
        assert_eq!(gates(1, 0).as_deref(), Some("1 điều kiện chưa đạt"));
        assert_eq!(gates(1, 2).as_deref(), Some("1 điều kiện chưa đạt, 2 điều kiện chưa rõ"));
    }
}
