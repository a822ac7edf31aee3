//! Facets with the names people read. Each is named only when it is asked for.

use std::{borrow::Cow, sync::Arc};

use async_graphql::{Object, SimpleObject, Value};
use shared::Era;

use crate::{
    graphql::plain_list::{PlainField, PlainList, PlainRecord},
    labels::Labels,
    numbers::int,
    search,
};

/// One value of a facet.
#[derive(SimpleObject)]
pub struct FacetValue<'a> {
    /// What a filter takes.
    pub value: Cow<'a, str>,
    /// Its name in Vietnamese.
    pub label: Cow<'a, str>,
    /// Results that have it.
    pub count: i32,
}

impl PlainRecord for FacetValue<'_> {
    fn plain_field(&self, field: &PlainField<'_>) -> Option<Value> {
        match field.name {
            "value" => Some(Value::from(&*self.value)),
            "label" => Some(Value::from(&*self.label)),
            "count" => Some(Value::from(self.count)),
            _ => None,
        }
    }
}

/// Values of results with their counts. A facet's own filter does not shrink it.
pub struct Facets<'a> {
    /// None where nothing was counted.
    pub(super) counted: Option<&'a search::Facets>,
    pub(super) labels: Arc<Labels>,
}

/// Values of results with their counts. A facet's own filter does not shrink it.
#[Object]
impl Facets<'_> {
    /// Groups at every level, in the order of their codes.
    async fn groups(&self) -> PlainList<FacetValue<'_>> {
        let groups = self.counted.map(search::Facets::groups).unwrap_or_default();
        let named = groups.iter().map(|facet| {
            let group = self.labels.group(facet.value);
            FacetValue::of(facet, group.map(|group| group.name_vi.as_str()))
        });
        named.collect()
    }
    /// Stars that certainly hold: `5`, `4`, `3`; `0` counts products without one.
    async fn stars(&self) -> PlainList<FacetValue<'_>> {
        let stars = self.counted.map(search::Facets::stars).unwrap_or_default();
        stars.into_iter().map(|(stars, count)| star(stars, count)).collect()
    }
    /// Provinces of today, the most frequent first.
    async fn provinces(&self) -> PlainList<FacetValue<'_>> {
        self.named(Era::Current, self.counted.map(search::Facets::provinces))
    }
    /// Provinces until 30 June 2025, the most frequent first.
    async fn former_provinces(&self) -> PlainList<FacetValue<'_>> {
        self.named(Era::Legacy, self.counted.map(search::Facets::former_provinces))
    }
    /// Kinds of valid certificates, the most frequent first.
    async fn certificates(&self) -> PlainList<FacetValue<'_>> {
        let certificates = self.counted.map(search::Facets::certificates).unwrap_or_default();
        let named = certificates.iter().map(|facet| {
            let kind = self.labels.certificate_kind(facet.value);
            FacetValue::of(facet, kind.map(|kind| kind.name_vi.as_str()))
        });
        named.collect()
    }
    /// Solar months 1-12 in which it is known to be had.
    async fn months(&self) -> PlainList<FacetValue<'_>> {
        let months = self.counted.map(search::Facets::months).unwrap_or_default();
        let counted = months.into_iter().zip(1..).filter(|(count, _)| *count > 0);
        let named = counted.map(|(count, month)| FacetValue {
            value: month.to_string().into(),
            label: format!("Tháng {month}").into(),
            count: whole(count),
        });
        named.collect()
    }
}

impl Facets<'_> {
    fn named<'a>(
        &'a self,
        era: Era,
        found: Option<Vec<(search::FacetValue<'a>, &'a str)>>,
    ) -> PlainList<FacetValue<'a>> {
        let label = |code: &str| self.labels.province(era, code).map(|unit| unit.short_name.as_str());
        let found = found.unwrap_or_default();
        found.iter().map(|(facet, name)| FacetValue::of(facet, label(facet.value).or(Some(name)))).collect()
    }
}

impl<'a> FacetValue<'a> {
    /// A value with its name, or its code where it has none.
    fn of(facet: &search::FacetValue<'a>, label: Option<&'a str>) -> Self {
        Self {
            value: facet.value.into(),
            label: label.unwrap_or(facet.value).into(),
            count: whole(facet.count),
        }
    }
}

fn star(stars: Option<u8>, count: u32) -> FacetValue<'static> {
    FacetValue {
        value: stars.unwrap_or(0).to_string().into(),
        label: stars.map_or("Chưa rõ hoặc hết hạn".into(), |stars| format!("{stars} sao").into()),
        count: whole(count),
    }
}

fn whole(count: u32) -> i32 {
    int(count)
}
