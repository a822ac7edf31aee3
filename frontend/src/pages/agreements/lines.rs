//! The goods of a version, as a table that becomes cards on a telephone.

use leptos::prelude::*;

use super::one_query::Line;
use crate::text::{agreements as words, needs, t};

/// The table; an empty one says so.
pub(super) fn table(lines: &[Line]) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="quiet">{t(words::NO_LINES)}</p> }.into_any();
    }
    let rows = lines.iter().map(row).collect_view();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{t(words::GOODS)}</th>
                    <th scope="col">{t(needs::QUANTITY)}</th>
                    <th scope="col">{t(words::PRICE)}</th>
                    <th scope="col">{t(words::MONTHS)}</th>
                    <th scope="col">{t(words::WHOLE_TERM)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(line: &Line) -> AnyView {
    let unit = line.unit.name().to_owned();
    let whole = line.promised.map(|amount| {
        let amount = format!("{} {unit}", amount.shown());
        match line.promised_value {
            Some(value) => format!("{amount}, {}", value.shown()),
            None => amount,
        }
    });
    view! {
        <tr>
            <th scope="row">{goods(&line.product_name, line.variant_name.as_deref())}</th>
            <td data-name=t(needs::QUANTITY)>{format!("{} {unit}", line.quantity_per_month.shown())}</td>
            <td data-name=t(words::PRICE)>{price(line)}</td>
            <td data-name=t(words::MONTHS)>{months(line)}</td>
            <td data-name=t(words::WHOLE_TERM)>{whole.unwrap_or_else(|| t(words::NO_TERM).to_owned())}</td>
        </tr>
    }
    .into_any()
}

/// `Chè Ba Trại, hộp 200 g`
pub(super) fn goods(product: &str, pack: Option<&str>) -> String {
    match pack {
        Some(pack) => format!("{product}, {pack}"),
        None => product.to_owned(),
    }
}

/// `90.000 ₫ mỗi kg`; what is left to each order says so.
pub(super) fn price(line: &Line) -> String {
    match line.price {
        Some(price) => words::price_of(&price.shown(), line.unit.name()),
        None => t(words::BY_ORDER).to_owned(),
    }
}

/// `tháng 1, 2, 12`
pub(super) fn months(line: &Line) -> String {
    crate::pages::needs::in_months(line.months.as_deref()).unwrap_or_else(|| t(needs::ALL_YEAR).to_owned())
}
