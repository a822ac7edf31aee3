//! The terms of a need in words, the same in lists and in full. What is not asked for says nothing here.

use shared::{Dong, Quantity};

use super::query::Province;
use crate::api::Era;
use crate::facts::{Group, Measure};
use crate::text::{needs as words, search, t};

/// `1.500 kg mỗi tháng`
pub(super) fn quantity(amount: Option<Quantity>, unit: Option<&Measure>) -> Option<String> {
    let amount = amount?.shown();
    Some(words::a_month(&unit.map_or_else(|| amount.clone(), |unit| format!("{amount} {}", unit.name()))))
}

/// `tối đa 90.000 ₫ mỗi kg`
pub(super) fn ceiling(price: Option<Dong>, unit: Option<&Measure>) -> Option<String> {
    Some(words::at_most(&price?.shown(), unit.map(Measure::name)))
}

/// `tháng 1–3, 12`
pub(crate) fn months(months: Option<&[i32]>) -> Option<String> {
    let months = months.filter(|months| !months.is_empty())?;
    Some(if months.len() == 12 { t(words::ALL_YEAR).to_owned() } else { words::in_months(&ranges(months)) })
}

/// `Nghệ An; Hà Tây (trước 7/2025)`
pub(super) fn provinces(provinces: &[Province]) -> Option<String> {
    let names: Vec<_> = provinces.iter().map(province).collect();
    (!names.is_empty()).then(|| names.join("; "))
}

fn province(province: &Province) -> String {
    match province.era {
        Era::Current => province.name.clone(),
        Era::Legacy => format!("{} ({})", province.name, t(search::OLD_PROVINCE)),
    }
}

/// `Chè; Cà phê, ca cao`
pub(super) fn groups(groups: &[Group]) -> Option<String> {
    (!groups.is_empty()).then(|| groups.iter().map(Group::name).collect::<Vec<_>>().join("; "))
}

/// `1–3, 12`
fn ranges(months: &[i32]) -> String {
    let mut ranges: Vec<(i32, i32)> = Vec::new();
    for &month in months {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == month => *last = month,
            _ => ranges.push((month, month)),
        }
    }
    let written = ranges.into_iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    });
    written.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_that_follow_each_other_are_told_together() {
        assert_eq!(months(Some(&[1, 2, 3, 5, 7, 8, 12])).as_deref(), Some("tháng 1–3, 5, 7, 8, 12"));
        assert_eq!(months(Some(&(1..=12).collect::<Vec<_>>())).as_deref(), Some("Quanh năm"));
        assert_eq!(months(None), None);
    }

    #[test]
    fn a_former_province_is_told_from_one_of_today() {
        let named = |era, name: &str| Province { era, code: "1".into(), name: name.into() };
        let both = [named(Era::Current, "Nghệ An"), named(Era::Legacy, "Hà Tây")];

        assert_eq!(provinces(&both).as_deref(), Some("Nghệ An; Hà Tây (trước 7/2025)"));
        assert_eq!(provinces(&[]), None);
    }
}
