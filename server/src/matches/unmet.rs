//! Needs that nothing fits, gathered by group of goods or by province.

use std::{collections::BTreeMap, sync::Arc};

use shared::{AdminUnitId, NeedId, UnmetBy, limits};

use super::{blockers::Unmet, types::UnmetDemand};
use crate::{
    admin_units::graphql::AdminUnit,
    app::App,
    calendar,
    error::Result,
    needs::{self, types::Need},
    numbers::int,
    products::groups::ProductGroup,
};

/// Under which heading a need stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Heading {
    Group(Option<String>),
    Province(Option<AdminUnitId>),
}

/// Gathers them; those that name neither come first.
pub(super) async fn demand(app: &Arc<App>, by: UnmetBy) -> Result<Vec<UnmetDemand>> {
    let unmet = app.market.ask(app, |market| market.unmet(calendar::today())).await?;
    let ids: Vec<NeedId> = unmet.iter().map(|unmet| unmet.need).collect();
    let rows = needs::by_id(app.database.read(), &ids).await?;
    let mut gathered: BTreeMap<Heading, (Vec<Need>, usize)> = BTreeMap::new();
    for unmet in &unmet {
        let Some(row) = rows.get(&unmet.need) else { continue };
        for heading in headings(unmet, by) {
            let (needs, almost) = gathered.entry(heading).or_default();
            *almost += unmet.almost;
            if needs.len() < limits::PAGE_ROWS {
                needs.push(Need(row.clone()));
            }
        }
    }
    let labels = app.labels();
    let demand = gathered.into_iter().map(|(heading, (needs, almost))| {
        let (group, province) = match heading {
            Heading::Group(code) => (code.and_then(|code| labels.group(&code).map(ProductGroup::from)), None),
            Heading::Province(id) => {
                (None, id.and_then(|id| labels.province_of(&id).cloned().map(AdminUnit)))
            }
        };
        UnmetDemand { group, province, needs, almost: int(almost) }
    });
    Ok(demand.collect())
}

fn headings(unmet: &Unmet, by: UnmetBy) -> Vec<Heading> {
    match by {
        UnmetBy::Group => vec![Heading::Group(unmet.group.clone())],
        UnmetBy::Province if unmet.provinces.is_empty() => vec![Heading::Province(None)],
        UnmetBy::Province => {
            unmet.provinces.iter().map(|province| Heading::Province(Some(province.clone()))).collect()
        }
    }
}
