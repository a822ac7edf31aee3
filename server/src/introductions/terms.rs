//! What a need asks, in sentences for somebody who is not signed in.

use shared::months;

use crate::{entities::need, graphql::said::Said, labels::Labels};

/// What it asks of goods: stars, how much, when, at what price, until when. What does not matter is left out.
pub(super) fn of(need: &need::Model, labels: &Labels) -> Vec<Said> {
    let unit = need.unit_code.as_deref().and_then(|code| labels.unit(code));
    let (unit_vi, unit_en) = unit.map_or(("", ""), |unit| (&unit.name_vi, &unit.name_en));
    let stars = need
        .min_stars
        .map(|stars| said(format!("Từ {stars} sao OCOP trở lên."), format!("At least {stars} OCOP stars.")));
    let quantity = need.quantity_per_month.map(|amount| {
        let (vi, en) = (amount.shown(), amount.shown_in_english());
        said(format!("Cần {vi} {unit_vi} mỗi tháng."), format!("Wanted: {en} {unit_en} a month."))
    });
    let months = need.months.map(|bits| {
        let months: Vec<String> = months::of_bits(bits).iter().map(ToString::to_string).collect();
        let months = months.join(", ");
        said(format!("Cần hàng vào tháng {months}."), format!("Wanted in months {months}."))
    });
    let price = need.price_ceiling.map(|price| {
        let (vi, en) = (price.shown(), price.shown_in_english());
        said(format!("Giá không quá {vi} một {unit_vi}."), format!("At most {en} for one {unit_en}."))
    });
    let deadline = need.deadline.map(|day| {
        let day = day.format("%d/%m/%Y");
        said(format!("Nhận chào hàng đến hết ngày {day}."), format!("Offers are welcome until {day}."))
    });
    [stars, quantity, months, price, deadline].into_iter().flatten().collect()
}

fn said(vi: String, en: String) -> Said {
    Said { vi, en }
}
