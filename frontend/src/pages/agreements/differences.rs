//! What the latest version changes against the one before, so that nobody has to look for it, and all versions below.

use leptos::prelude::*;

use super::contents;
use super::lines::{goods, months, price};
use super::one_query::{Agreement, Line, Side, Version};
use crate::text::{Text, agreements as words, t, words as counts};

/// One thing that is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// What it is called.
    pub(super) name: String,
    /// As it was; nothing where it was not there.
    pub(super) before: Option<String>,
    /// As it is now.
    pub(super) after: Option<String>,
}

/// The part of the page about the latest change, where there are versions to compare.
pub(super) fn section(agreement: &Agreement) -> AnyView {
    let [.., before, after] = agreement.versions.as_slice() else { return ().into_any() };
    let found = between(before, after);
    let rows = found.iter().map(row).collect_view();
    let said = words::changed_by(t(words::side(after.written_by)), &counts::instant(after.created_at));
    view! {
        <section class="notice-section">
            <h2>{t(words::DIFFERENCES)}</h2>
            <p>{said}</p>
            {found.is_empty().then(|| view! { <p>{t(words::NO_DIFFERENCE)}</p> })}
            <dl class="facts">{rows}</dl>
        </section>
    }
    .into_any()
}

fn row(difference: &Difference) -> AnyView {
    let none = || t(words::NOTHING_SAID).to_owned();
    let before = difference.before.clone().unwrap_or_else(none);
    let after = difference.after.clone().unwrap_or_else(none);
    view! {
        <dt>{difference.name.clone()}</dt>
        <dd>
            <span class="for-readers">{t(words::WAS)}": "</span><del>{before}</del>" → "
            <span class="for-readers">{t(words::IS)}": "</span><ins>{after}</ins>
        </dd>
    }
    .into_any()
}

/// All versions before the latest, folded away.
pub(super) fn earlier(agreement: &Agreement) -> AnyView {
    let Some((_, before)) = agreement.versions.split_last().filter(|(_, before)| !before.is_empty()) else {
        return ().into_any();
    };
    let versions = before.iter().rev().map(|version| {
        let title = words::version_by(
            version.number,
            t(words::side(version.written_by)),
            &counts::instant(version.created_at),
        );
        view! { <details><summary>{title}</summary>{contents::version(version, agreement.kind)}</details> }
    });
    view! {
        <section>
            <h2>{t(words::EARLIER_VERSIONS)}</h2>
            {versions.collect_view()}
        </section>
    }
    .into_any()
}

/// What differs, in the order of the document.
pub(super) fn between(before: &Version, after: &Version) -> Vec<Difference> {
    let term = |version: &Version| {
        version.starts_on.zip(version.ends_on).map(|(starts, ends)| words::term(starts, ends))
    };
    let texts = [
        (words::TERM, term(before), term(after)),
        (words::PLACE, before.place.clone(), after.place.clone()),
        (words::DELIVERY_TERMS, before.delivery_terms.clone(), after.delivery_terms.clone()),
        (words::PAYMENT_TERMS, before.payment_terms.clone(), after.payment_terms.clone()),
        (words::QUALITY_TERMS, before.quality_terms.clone(), after.quality_terms.clone()),
        (words::OTHER_TERMS, before.other_terms.clone(), after.other_terms.clone()),
    ];
    let texts = texts.into_iter().filter(|(_, before, after)| before != after);
    let texts = texts.map(|(name, before, after)| Difference { name: t(name).to_owned(), before, after });
    let mut found = of_lines(&before.lines, &after.lines);
    found.extend(texts);
    found.extend(of_side(words::SIDE_A, &before.retailer, &after.retailer));
    found.extend(of_side(words::SIDE_B, &before.producer, &after.producer));
    found
}

/// Goods are the same where product and pack are; of several of the same, each answers one.
fn of_lines(before: &[Line], after: &[Line]) -> Vec<Difference> {
    let mut left: Vec<&Line> = before.iter().collect();
    let mut found = Vec::new();
    for line in after {
        let same = left.iter().position(|other| name(other) == name(line)).map(|place| left.remove(place));
        let (was, is) = (same.map(in_words), in_words(line));
        if was.as_ref() != Some(&is) {
            found.push(Difference { name: name(line), before: was, after: Some(is) });
        }
    }
    let gone = left.into_iter().map(|line| Difference {
        name: name(line),
        before: Some(in_words(line)),
        after: None,
    });
    found.extend(gone);
    found
}

fn name(line: &Line) -> String {
    goods(&line.product_name, line.variant_name.as_deref())
}

fn in_words(line: &Line) -> String {
    let amount = format!("{} {}", line.quantity_per_month.shown(), line.unit.name());
    [words::a_month(&amount), price(line), months(line)].join(" · ")
}

fn of_side(name: Text, before: &Side, after: &Side) -> Vec<Difference> {
    let whole = [(words::NAME, Some(before.name.clone()), Some(after.name.clone()))];
    let rest = contents::facts(before).into_iter().zip(contents::facts(after));
    let rest = rest.map(|((name, before), (_, after))| (name, before, after));
    let differing = whole.into_iter().chain(rest).filter(|(_, before, after)| before != after);
    let said = differing.map(|(of, before, after)| Difference {
        name: format!("{}, {}", t(name), t(of)),
        before,
        after,
    });
    said.collect()
}

#[cfg(test)]
mod tests {
    use shared::{Dong, Quantity};

    use super::*;
    use crate::api::{Dimension, TradeParty};
    use crate::facts::Measure;

    fn line(product: &str, price: i64) -> Line {
        Line {
            id: cynic::Id::new(product),
            product_name: product.to_owned(),
            variant_name: None,
            product_id: None,
            variant_id: None,
            quantity_per_month: Quantity::from_thousandths(10_000).unwrap(),
            unit: Measure {
                code: "kg".to_owned(),
                name_vi: "kg".to_owned(),
                name_en: "kg".to_owned(),
                dimension: Dimension::Mass,
                base_factor: None,
            },
            price: Dong::new(price).ok(),
            months: None,
            promised: None,
            promised_value: None,
        }
    }

    fn version(lines: Vec<Line>) -> Version {
        Version {
            number: 1,
            written_by: TradeParty::Retailer,
            note: None,
            created_at: "2026-11-26T00:00:00Z".parse().unwrap(),
            starts_on: None,
            ends_on: None,
            place: None,
            delivery_terms: None,
            payment_terms: None,
            quality_terms: None,
            other_terms: None,
            retailer: Side::default(),
            producer: Side::default(),
            retailer_signed_at: None,
            producer_signed_at: None,
            lines,
        }
    }

    #[test]
    fn only_what_differs_is_told() {
        let before = version(vec![line("Chè", 90_000), line("Mật ong", 200_000)]);
        let mut after = version(vec![line("Chè", 85_000), line("Gạo", 30_000)]);
        after.payment_terms = Some("30 ngày".to_owned());
        after.producer.phone = Some("+84912345678".to_owned());

        let found = between(&before, &after);

        let names: Vec<&str> = found.iter().map(|difference| difference.name.as_str()).collect();
        assert_eq!(names, ["Chè", "Gạo", "Mật ong", "Thanh toán", "Bên B (chủ thể), Điện thoại"]);
        assert!(found[0].before.as_ref().unwrap().contains("90.000"));
        assert!(found[0].after.as_ref().unwrap().contains("85.000"));
        assert_eq!((found[1].before.is_none(), found[2].after.is_none()), (true, true));
        assert_eq!(between(&before, &before), []);
    }
}
