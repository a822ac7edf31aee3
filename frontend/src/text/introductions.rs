//! Words of introductions: the list of them, one with what can be done about it, and the answer by a mail's link.

use chrono::{DateTime, Timelike, Utc};

use super::Language::{self, English, Vietnamese};
use super::{Text, language, text, words};
use crate::api::{IntroductionStatus, TradeParty};
use crate::clock::{day_of, here};

pub(crate) const INTRODUCTIONS: Text = text("Lời mời kết nối", "Introductions");
pub(crate) const NAVIGATION: Text = text("Trao đổi", "Talks");
pub(crate) const LEAD: Text = text(
    "Nhà bán lẻ và chủ thể được mời kết nối về một sản phẩm. Khi cả hai bên đồng ý, hai bên trao đổi ngay tại đây.",
    "A retailer and a producer are proposed to each other about a product. Once both accept, they talk here.",
);
pub(crate) const WHICH: Text = text("Xem lời mời nào", "Which introductions");
pub(crate) const ALL: Text = text("Tất cả", "All");
pub(crate) const WAITING: Text = text("Chờ trả lời", "Waiting");
pub(crate) const TALKING: Text = text("Đang trao đổi", "Talking");
pub(crate) const OVER: Text = text("Đã xong", "Over");
pub(crate) const ORGANISATION: Text = text("Đơn vị", "Organisation");
pub(crate) const ANY_ORGANISATION: Text = text("Mọi đơn vị của tôi", "All my organisations");
pub(crate) const NOTHING_YET: Text = text(
    "Chưa có lời mời nào. Khi có bên mời đơn vị của bạn kết nối, hoặc bạn mời họ từ một nhu cầu, lời mời nằm ở đây.",
    "There is none yet. When somebody proposes to meet, or you do from a need, it stands here.",
);
pub(crate) const NOTHING: Text = text("Không có lời mời nào ở mục này.", "There is none of this kind.");
pub(crate) const TO_NEEDS: Text = text("Xem nhu cầu của nơi bán", "See what retailers look for");
pub(crate) const NEWS: Text =
    text("Danh sách có thay đổi. Xem bản mới", "The list has changed. See it as it is now");
pub(crate) const LAST_MOVED: Text = text("Mới nhất", "Last word");
pub(crate) const WAITS_FOR_YOU: Text = text("Chờ bạn trả lời", "Waits for you");

pub(crate) const STATE: Text = text("Tình trạng", "State");
pub(crate) const SINCE: Text = text("từ", "since");
pub(crate) const BECAUSE: Text = text("Lý do", "Because");
pub(crate) const DECLINED_BY: Text = text("Bên từ chối", "Declined by");
pub(crate) const NOTE: Text = text("Lời nhắn kèm theo", "A few words with it");
pub(crate) const PROPOSED_AT: Text = text("Gửi lúc", "Proposed");
pub(crate) const ABOUT: Text = text("Về việc gì", "What it is about");
pub(crate) const PRODUCT: Text = text("Sản phẩm", "Product");
pub(crate) const PRODUCER: Text = text("Chủ thể", "Producer");
pub(crate) const RETAILER: Text = text("Nhà bán lẻ", "Retailer");
pub(crate) const STAFF: Text = text("Cán bộ", "Staff");
pub(crate) const NEED: Text = text("Nhu cầu", "Need");
pub(crate) const NEED_SAYS: Text = text("Bên mua cần gì", "What is looked for");
pub(crate) const NOT_PUBLISHED: Text = text("hiện không công bố", "not published now");
pub(crate) const FIT: Text = text("Mức phù hợp", "How well it fits");
pub(crate) const GATES: Text = text("Xem từng điều kiện", "See each condition");

pub(crate) const ANSWER: Text = text("Trả lời", "Your answer");
pub(crate) const ANSWER_WHY: Text = text(
    "Đồng ý chỉ là đồng ý trao đổi, chưa phải mua bán. Bên kia được báo ngay.",
    "To accept is to talk, and buys nothing. The other side is told at once.",
);
pub(crate) const ACCEPT: Text = text("Đồng ý", "Accept");
pub(crate) const DECLINE: Text = text("Từ chối", "Decline");
pub(crate) const REASON: Text = text("Lý do từ chối", "Why you decline");
pub(crate) const REASON_HINT: Text = text(
    "Bên kia đọc được. Ví dụ: chưa đủ sản lượng, giá chưa phù hợp. Viết xong, bấm “Từ chối” lần nữa.",
    "The other side reads it. For example: not enough to deliver, or the price. Then press “Decline” again.",
);
pub(crate) const ACCEPTED_NOW: Text =
    text("Đã đồng ý. Hai bên trao đổi được ngay.", "Accepted. Both sides can talk now.");
pub(crate) const ACCEPTED_HALF: Text =
    text("Đã ghi nhận. Còn chờ bên kia trả lời.", "Your answer is kept. The other side has yet to answer.");
pub(crate) const DECLINED_NOW: Text = text("Đã từ chối.", "Declined.");
pub(crate) const WITHDRAW: Text = text("Rút lại", "Withdraw");
pub(crate) const WITHDRAW_WHY: Text = text(
    "Rút lại thì bên kia không trả lời được nữa và được báo là bạn đã rút.",
    "Once withdrawn it can't be answered any more; the other side is told.",
);
pub(crate) const WITHDRAWN_NOW: Text = text("Đã rút lại.", "Withdrawn.");
pub(crate) const MOVED_ON: Text = text(
    "Lời mời này vừa thay đổi. Trang đã được tải lại; hãy xem tình trạng mới.",
    "This has just changed. The page is new again; look at how it stands.",
);

pub(crate) const LINK_TITLE: Text = text("Trả lời lời mời kết nối", "Answer an introduction");
pub(crate) const ACCEPT_TALK: Text = text("Đồng ý trao đổi", "Accept to talk");
pub(crate) const TERMS: Text = text("Bên mua yêu cầu", "What is asked");
pub(crate) const LINK_GONE: Text = text(
    "Liên kết này không dùng được: đã trả lời rồi, đã quá hạn, hoặc chép thiếu. Nếu có tài khoản, bạn xem mọi lời mời của đơn vị sau khi đăng nhập.",
    "This link can't be used: it was answered, is too old or was not copied whole. With an account you see all introductions of your organisation.",
);
pub(crate) const LINK_USED: Text = text(
    "Liên kết này đã dùng rồi hoặc đã hết hiệu lực. Lời mời vẫn chờ trả lời: hãy đăng nhập để trả lời.",
    "This link was used or holds no more. The introduction still waits: sign in to answer.",
);
pub(crate) const SIDE_ACCEPTED: Text = text(
    "Bên bạn đã đồng ý. Đang chờ bên kia trả lời.",
    "Your side has accepted. The other side has yet to answer.",
);
pub(crate) const BOTH_ACCEPTED: Text = text("Hai bên đã đồng ý trao đổi.", "Both sides have agreed to talk.");
pub(crate) const WAS_DECLINED: Text = text("Lời mời này đã bị từ chối.", "This was declined.");
pub(crate) const WAS_WITHDRAWN: Text =
    text("Bên mời đã rút lại lời mời này.", "Who proposed this has withdrawn it.");
pub(crate) const HAS_LAPSED: Text = text("Lời mời này đã quá hạn trả lời.", "The time to answer has passed.");
pub(crate) const THANKS: Text = text("Cảm ơn bạn đã trả lời.", "Thank you for your answer.");
pub(crate) const SIGN_IN_TO_TALK: Text = text(
    "Muốn trao đổi với bên kia, hãy đăng nhập bằng tài khoản của đơn vị.",
    "To talk with the other side, sign in with an account of your organisation.",
);
pub(crate) const TO_INTRODUCTIONS: Text = text("Đến các lời mời của tôi", "To my introductions");

/// Where an introduction stands.
pub(crate) fn status(status: IntroductionStatus) -> Text {
    match status {
        IntroductionStatus::WaitsForBoth => text("Chờ hai bên", "Waits for both"),
        IntroductionStatus::WaitsForProducer => text("Chờ chủ thể", "Waits for the producer"),
        IntroductionStatus::WaitsForRetailer => text("Chờ nhà bán lẻ", "Waits for the retailer"),
        IntroductionStatus::Accepted => text("Đã kết nối", "Accepted"),
        IntroductionStatus::Declined => text("Đã từ chối", "Declined"),
        IntroductionStatus::Withdrawn => text("Đã rút lại", "Withdrawn"),
        IntroductionStatus::Lapsed => text("Quá hạn", "Lapsed"),
    }
}

/// A side, in a word.
pub(crate) fn party(party: TradeParty) -> Text {
    match party {
        TradeParty::Retailer => RETAILER,
        TradeParty::Producer => PRODUCER,
        TradeParty::Staff => STAFF,
        TradeParty::Other => text("Bên khác", "Others"),
    }
}

/// `Kết nối về “Chè Ba Trại”`
pub(crate) fn heading(product: &str) -> String {
    match language() {
        Vietnamese => format!("Kết nối về “{product}”"),
        English => format!("About “{product}”"),
    }
}

/// Names of what is proposed to whom.
pub(crate) struct Proposal<'a> {
    pub(crate) by: TradeParty,
    pub(crate) retailer: &'a str,
    pub(crate) producer: &'a str,
    pub(crate) product: &'a str,
    pub(crate) need: Option<&'a str>,
}

/// `Siêu thị A mời HTX B trao đổi về “Chè Ba Trại”, cho nhu cầu “Chè xanh”.`
pub(crate) fn proposed(proposal: &Proposal<'_>, language: Language) -> String {
    let Proposal { by, retailer, producer, product, need } = proposal;
    let need = match (need, language) {
        (None, _) => String::new(),
        (Some(need), Vietnamese) => format!(", cho nhu cầu “{need}”"),
        (Some(need), English) => format!(", for the need “{need}”"),
    };
    match (by, language) {
        (TradeParty::Retailer, Vietnamese) => {
            format!("{retailer} mời {producer} trao đổi về “{product}”{need}.")
        }
        (TradeParty::Retailer, English) => {
            format!("{retailer} proposes to {producer} to talk about “{product}”{need}.")
        }
        (TradeParty::Producer, Vietnamese) => {
            format!("{producer} mời {retailer} trao đổi về “{product}”{need}.")
        }
        (TradeParty::Producer, English) => {
            format!("{producer} proposes to {retailer} to talk about “{product}”{need}.")
        }
        (_, Vietnamese) => format!("Cán bộ mời {retailer} và {producer} trao đổi về “{product}”{need}."),
        (_, English) => format!("Staff propose that {retailer} and {producer} talk about “{product}”{need}."),
    }
}

/// `HTX B có đồng ý trao đổi với Siêu thị A về “Chè Ba Trại” không?`
pub(crate) fn asked(side: &str, other: &str, product: &str) -> String {
    match language() {
        Vietnamese => format!("{side} có đồng ý trao đổi với {other} về “{product}” không?"),
        English => format!("Does {side} want to talk with {other} about “{product}”?"),
    }
}

/// `còn 3 ngày, đến 03/12/2026`
pub(crate) fn deadline(until: DateTime<Utc>, now: DateTime<Utc>, language: Language) -> String {
    let day = words::date(day_of(until));
    let clock =
        here(until).map(|here| format!("{:02}:{:02}", here.hour(), here.minute())).unwrap_or_default();
    let days = (day_of(until) - day_of(now)).num_days();
    match (language, days) {
        (Vietnamese, _) if until <= now => format!("đã hết hạn trả lời ngày {day}"),
        (English, _) if until <= now => format!("the time to answer ended on {day}"),
        (Vietnamese, 0) => format!("hết hạn hôm nay lúc {clock}"),
        (English, 0) => format!("until {clock} today"),
        (Vietnamese, days) => format!("còn {days} ngày, đến {day}"),
        (English, 1) => format!("1 day left, until {day}"),
        (English, days) => format!("{days} days left, until {day}"),
    }
}

/// `2 tin chưa đọc`
pub(crate) fn unread(count: i32) -> String {
    match (language(), count) {
        (Vietnamese, _) => format!("{count} tin chưa đọc"),
        (English, 1) => "1 unread message".to_owned(),
        (English, _) => format!("{count} unread messages"),
    }
}

/// `2 lời mời chờ các bên trả lời`
pub(crate) fn waiting(count: i32) -> String {
    let number = words::number(count.into(), language());
    match (language(), count) {
        (Vietnamese, _) => format!("{number} lời mời chờ các bên trả lời"),
        (English, 1) => "1 waits for its sides".to_owned(),
        (English, _) => format!("{number} wait for their sides"),
    }
}

/// `Chờ trả lời (2)`
pub(crate) fn counted(words: &str, count: i32) -> String {
    format!("{words} ({count})")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_deadline_is_told_in_days_and_on_its_day_by_the_clock() {
        let until = at("2026-12-03T10:00:00Z");
        let told = |now| deadline(until, at(now), Vietnamese);

        assert_eq!(told("2026-11-30T03:00:00Z"), "còn 3 ngày, đến 03/12/2026");
        // It is the third of December in Vietnam already.
        assert_eq!(told("2026-12-02T17:30:00Z"), "hết hạn hôm nay lúc 17:00");
        assert_eq!(told("2026-12-03T10:00:00Z"), "đã hết hạn trả lời ngày 03/12/2026");
        assert_eq!(deadline(until, at("2026-12-02T10:00:00Z"), English), "1 day left, until 03/12/2026");
    }

    #[test]
    fn who_proposed_it_is_said_first() {
        let proposal = |by, need| Proposal { by, retailer: "A", producer: "B", product: "Chè", need };
        let told = |by, need| proposed(&proposal(by, need), Vietnamese);

        assert_eq!(told(TradeParty::Retailer, None), "A mời B trao đổi về “Chè”.");
        assert_eq!(
            told(TradeParty::Producer, Some("Chè xanh")),
            "B mời A trao đổi về “Chè”, cho nhu cầu “Chè xanh”."
        );
        assert_eq!(told(TradeParty::Staff, None), "Cán bộ mời A và B trao đổi về “Chè”.");
    }
}
