//! Words of the funnel: how far introductions came.

use super::{Language, Text, language, text, words};
use crate::api::{FunnelBy, FunnelStep};

pub(crate) const FUNNEL: Text = text("Từ giới thiệu đến giao hàng", "From introduction to delivery");
pub(crate) const WHY: Text = text(
    "Bao nhiêu lời giới thiệu thành thoả thuận, bao nhiêu thoả thuận thành hàng được giao thật, và giao lại. Bấm vào một con số để xem từng trường hợp.",
    "How many introductions became agreements, how many agreements became goods that were delivered, and delivered again. A figure opens its rows.",
);
pub(crate) const BY: Text = text("Đếm theo", "Counted by");
pub(crate) const YEARS: Text = text("Năm bắt đầu", "Year in which it began");
pub(crate) const ALL_YEARS: Text = text("Mọi năm", "All years");
pub(crate) const NOTHING: Text = text(
    "Chưa có lời giới thiệu hay thoả thuận nào trong phạm vi này.",
    "There is no introduction and no agreement of that kind yet.",
);
pub(crate) const FIGURES: Text = text("Các bước", "Steps");
pub(crate) const FIGURES_WHY: Text = text(
    "Ai đã đến một bước thì cũng được đếm ở các bước trước. Giá trị chỉ tính những dòng hàng có giá.",
    "Whoever has reached a step is counted at those before it too. Values count lines with a price only.",
);
pub(crate) const TOTAL: Text = text("Tất cả", "All");
pub(crate) const NOT_KNOWN: Text = text("Không rõ", "Not known");
pub(crate) const PROMISED: Text = text("Giá trị thoả thuận", "Value agreed");
pub(crate) const CONFIRMED: Text =
    text("Giá trị hai bên xác nhận đã giao", "Value both confirm was delivered");
pub(crate) const NO_PRICE: Text = text("Chưa có giá", "No price yet");
pub(crate) const CLOSE_ROWS: Text = text("Đóng danh sách", "Close the list");
pub(crate) const TO_INTRODUCTION: Text = text("Lời giới thiệu", "Introduction");

pub(crate) const MEDIANS: Text = text("Mỗi bước mất bao lâu", "How long the steps take");
pub(crate) const MEDIANS_WHY: Text =
    text("Một nửa số trường hợp mất không quá chừng này ngày.", "Half of all take so many days at most.");
pub(crate) const TO_PROPOSED: Text =
    text("Từ giới thiệu đến đề nghị thoả thuận", "From introduction to proposal");
pub(crate) const TO_SIGNED: Text = text("Từ đề nghị đến ký", "From proposal to signature");
pub(crate) const TO_DELIVERED: Text = text("Từ ký đến giao lần đầu", "From signature to first delivery");
pub(crate) const TO_REPEATED: Text = text("Từ giao lần đầu đến giao lại", "From first delivery to the next");
pub(crate) const NOT_YET: Text = text("Chưa đủ số liệu", "Not enough is known yet");

pub(crate) const SURVIVAL: Text = text("Thoả thuận còn hiệu lực bao lâu", "How long agreements hold");
pub(crate) const SURVIVAL_WHY: Text = text(
    "Phần thoả thuận đã ký vẫn còn hiệu lực sau từng tháng (Kaplan-Meier: thoả thuận mới ký chỉ được tính đến tháng đã theo dõi).",
    "The share of signed agreements that still holds after each month (Kaplan-Meier: a new one counts as long as it was watched).",
);
pub(crate) const SURVIVAL_DRAWN: Text = text(
    "Đường tỷ lệ thoả thuận còn hiệu lực theo tháng; số liệu có trong bảng bên dưới.",
    "The share of agreements that hold, month by month; the table below has the numbers.",
);
pub(crate) const MONTHS_AFTER: Text = text("Số tháng sau khi ký", "Months since it was signed");
pub(crate) const STILL_HOLD: Text = text("Còn hiệu lực", "Still hold");
pub(crate) const WATCHED: Text = text("Số thoả thuận được theo dõi", "Agreements watched");
pub(crate) const AS_TABLE: Text = text("Xem dưới dạng bảng", "As a table");

/// By what it is counted.
pub(crate) fn by(by: FunnelBy) -> Text {
    match by {
        FunnelBy::Event => text("Sự kiện", "Event"),
        FunnelBy::Province => text("Tỉnh, thành phố", "Province"),
        FunnelBy::FormerProvince => text("Tỉnh, thành phố cũ", "Province until 2025"),
        FunnelBy::Group => text("Nhóm sản phẩm", "Group of products"),
        FunnelBy::Year => text("Năm", "Year"),
        FunnelBy::Retailer => text("Nhà bán lẻ", "Retailer"),
        FunnelBy::Producer => text("Chủ thể", "Producer"),
    }
}

/// A step.
pub(crate) fn step(step: FunnelStep) -> Text {
    match step {
        FunnelStep::Introduced => text("Giới thiệu", "Introduced"),
        FunnelStep::Proposed => text("Đề nghị thoả thuận", "Proposed"),
        FunnelStep::Signed => text("Đã ký", "Signed"),
        FunnelStep::Delivered => text("Đã giao lần đầu", "First delivery"),
        FunnelStep::Repeated => text("Giao lặp lại", "Repeated"),
        FunnelStep::Lapsed => text("Dừng giữa chừng", "Came to nothing"),
    }
}

/// `3 dòng hàng chưa có giá`
pub(crate) fn without_price(lines: i32) -> String {
    let number = words::number(lines.into(), language());
    match (language(), lines) {
        (Language::Vietnamese, _) => format!("{number} dòng hàng chưa có giá"),
        (Language::English, 1) => "1 line without a price".to_owned(),
        (Language::English, _) => format!("{number} lines without a price"),
    }
}

/// `12 trường hợp`
pub(crate) fn count(rows: i32) -> String {
    let number = words::number(rows.into(), language());
    match (language(), rows) {
        (Language::Vietnamese, _) => format!("{number} trường hợp"),
        (Language::English, 1) => "1 case".to_owned(),
        (Language::English, _) => format!("{number} cases"),
    }
}

/// `Bắt đầu 22/11/2026`
pub(crate) fn began(day: &str) -> String {
    match language() {
        Language::Vietnamese => format!("Bắt đầu {day}"),
        Language::English => format!("Began {day}"),
    }
}

/// `14 ngày`
pub(crate) fn within_days(days: i32) -> String {
    let number = words::number(days.into(), language());
    match (language(), days) {
        (Language::Vietnamese, _) => format!("{number} ngày"),
        (Language::English, 1) => "1 day".to_owned(),
        (Language::English, _) => format!("{number} days"),
    }
}

/// `6 tháng`
pub(crate) fn months(months: i32) -> String {
    match (language(), months) {
        (Language::Vietnamese, _) => format!("{months} tháng"),
        (Language::English, 1) => "1 month".to_owned(),
        (Language::English, _) => format!("{months} months"),
    }
}

/// `87,5 %` of thousandths
pub(crate) fn share(thousandths: i32) -> String {
    let (whole, part) = (thousandths / 10, thousandths % 10);
    let sign = match language() {
        Language::Vietnamese => ',',
        Language::English => '.',
    };
    if part == 0 { format!("{whole} %") } else { format!("{whole}{sign}{part} %") }
}
