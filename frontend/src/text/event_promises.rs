//! Words of what became of the agreements made at an event, in whole sentences.

use super::Language::{self, English, Vietnamese};
use super::{Text, text, words};

pub(crate) const PROMISES: Text = text("Lời hứa và việc đã làm", "What was promised, and what was done");
pub(crate) const OF_THIS_SYSTEM: Text = text(
    "Số liệu của hệ thống này, theo xác nhận của cả hai bên.",
    "Figures of this system, as both sides confirm them.",
);
pub(crate) const NO_AMOUNTS: Text = text(
    "Giá trị chỉ được nêu khi có từ ba thoả thuận, để không lộ việc kinh doanh của riêng ai.",
    "Amounts are told of three agreements or more, so that nobody reads the business of one.",
);

/// How many agreements were signed, and under how many goods came.
pub(crate) fn agreements(signed: i32, delivered: i32, repeated: i32, language: Language) -> String {
    match (language, signed) {
        (Vietnamese, _) => format!(
            "{signed} thoả thuận đã được ký; {delivered} thoả thuận đã giao hàng lần đầu, trong đó {repeated} thoả thuận đã giao tiếp."
        ),
        (English, 1) => format!(
            "1 agreement was signed; under {delivered} a first delivery is confirmed, and under {repeated} it was delivered again."
        ),
        (English, _) => format!(
            "{signed} agreements were signed; under {delivered} a first delivery is confirmed, and under {repeated} it was delivered again."
        ),
    }
}

/// On how many deliveries both sides agree.
pub(crate) fn checks(confirmed: i32, open: i32, language: Language) -> String {
    match language {
        Vietnamese => format!(
            "{confirmed} lần giao hàng được hai bên xác nhận giống nhau; {open} lần chưa rõ: hai bên nói khác nhau, hoặc chưa đủ hai bên trả lời."
        ),
        English => format!(
            "Both sides said the same of {confirmed} deliveries; {open} are not clear: the sides differ, or one has not answered."
        ),
    }
}

/// What was promised and what of it came.
pub(crate) fn values(promised: &str, confirmed: &str, share: Option<i64>, language: Language) -> String {
    let share = share.map(|share| format!(" ({}%)", words::number(share, language))).unwrap_or_default();
    match language {
        Vietnamese => {
            format!("Đến hôm nay đã hứa giao {promised}; hai bên xác nhận đã giao {confirmed}{share}.")
        }
        English => {
            format!("{promised} were promised up to today; both sides confirm {confirmed}{share}.")
        }
    }
}

/// What the reports say beside it.
pub(crate) fn reported(count: i32, language: Language) -> String {
    match language {
        Vietnamese => format!(
            "Báo cáo của nguồn nêu {count} biên bản được ký tại sự kiện; đó là số được báo cáo, chưa kiểm chứng, và không so được với số trên."
        ),
        English => format!(
            "Reports name {count} agreements signed at the event; that is as reported, not verified, and can't be compared with the figures above."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_told_only_where_there_is_one() {
        assert_eq!(
            values("100 ₫", "63 ₫", Some(63), Vietnamese),
            "Đến hôm nay đã hứa giao 100 ₫; hai bên xác nhận đã giao 63 ₫ (63%)."
        );
        assert_eq!(
            values("0 ₫", "0 ₫", None, English),
            "0 ₫ were promised up to today; both sides confirm 0 ₫."
        );
    }
}
