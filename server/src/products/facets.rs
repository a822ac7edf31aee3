//! Facets with the names people read.

use shared::Era;

use super::results::{FacetValue, Facets};
use crate::{graphql::plain_list::PlainList, labels::Labels, search};

/// The counts of a search with their names in Vietnamese.
pub(super) fn labelled(facets: Option<&search::Facets>, labels: &Labels) -> Facets {
    let Some(facets) = facets else {
        let none = || PlainList(Vec::new());
        return Facets {
            groups: none(),
            stars: none(),
            provinces: none(),
            former_provinces: none(),
            certificates: none(),
            months: none(),
        };
    };
    let value = |value: &str, label: Option<&str>, count: u32| FacetValue {
        value: value.to_owned(),
        label: label.unwrap_or(value).to_owned(),
        count: i32::try_from(count).unwrap_or(i32::MAX),
    };
    let province = |era, found: Vec<(search::FacetValue<'_>, &str)>| -> PlainList<FacetValue> {
        let label = |code: &str| labels.province(era, code).map(|unit| unit.short_name.as_str());
        found
            .iter()
            .map(|(facet, name)| value(facet.value, label(facet.value).or(Some(name)), facet.count))
            .collect()
    };
    let groups = facets.groups();
    let certificates = facets.certificates();
    let months = facets.months().into_iter().zip(1..).filter(|(count, _)| *count > 0);
    Facets {
        groups: groups
            .iter()
            .map(|facet| {
                value(facet.value, labels.group(facet.value).map(|group| group.name_vi.as_str()), facet.count)
            })
            .collect(),
        stars: facets.stars().into_iter().map(|(stars, count)| star(stars, count)).collect(),
        provinces: province(Era::Current, facets.provinces()),
        former_provinces: province(Era::Legacy, facets.former_provinces()),
        certificates: certificates
            .iter()
            .map(|facet| {
                let kind = labels.certificate_kind(facet.value);
                value(facet.value, kind.map(|kind| kind.name_vi.as_str()), facet.count)
            })
            .collect(),
        months: months
            .map(|(count, month)| value(&month.to_string(), Some(&format!("Tháng {month}")), count))
            .collect(),
    }
}

fn star(stars: Option<u8>, count: u32) -> FacetValue {
    FacetValue {
        value: stars.unwrap_or(0).to_string(),
        label: stars.map_or_else(|| "Chưa rõ hoặc hết hạn".to_owned(), |stars| format!("{stars} sao")),
        count: i32::try_from(count).unwrap_or(i32::MAX),
    }
}
