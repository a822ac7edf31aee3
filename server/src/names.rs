//! The names by which producers, sale points and places are suggested and found.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use shared::{AdminLevel, AdminUnitId, Era, OrganisationId, SalePointId};

use crate::{
    admin_units::place_names::PlaceNames,
    app::App,
    entities::{admin_unit, organisation},
    error::Result,
    labels::Labels,
    sale_points::Point,
    search::{NameCard, NameDocument, NameKind},
};

/// Code of Hanoi in both eras; only its wards and districts are offered as places.
const HANOI: &str = "01";

/// Every name there is.
pub(crate) async fn all(app: &App) -> Result<Vec<NameDocument>> {
    let producers = organisation::Entity::find()
        .filter(organisation::Column::IsProducer.eq(true))
        .filter(organisation::Column::ListedAt.is_not_null())
        .all(app.database.read())
        .await?;
    let mut names = producers_named(app, producers).await?;
    names.extend(app.register().all().iter().map(|point| sale_point(point)));
    names.extend(places(app).await?);
    Ok(names)
}

/// Names of some producers and points; what is not among them any more has to go.
pub(crate) async fn of(
    app: &App,
    organisations: &BTreeSet<OrganisationId>,
    points: &BTreeSet<SalePointId>,
) -> Result<Vec<NameDocument>> {
    let mut names = Vec::new();
    if !organisations.is_empty() {
        let rows = organisation::Entity::find()
            .filter(organisation::Column::Id.is_in(organisations.iter().copied()))
            .filter(organisation::Column::IsProducer.eq(true))
            .filter(organisation::Column::ListedAt.is_not_null())
            .all(app.database.read())
            .await?;
        names.extend(producers_named(app, rows).await?);
    }
    let register = app.register();
    names.extend(points.iter().filter_map(|id| register.find(*id)).map(|point| sale_point(point)));
    Ok(names)
}

async fn producers_named(app: &App, rows: Vec<organisation::Model>) -> Result<Vec<NameDocument>> {
    let labels = app.labels();
    let units = rows.iter().flat_map(|row| [&row.ward_id, &row.district_id]);
    let names = PlaceNames::of(&app.database, units).await?;
    Ok(rows.into_iter().map(|row| producer(row, &labels, &names)).collect())
}

fn producer(row: organisation::Model, labels: &Labels, names: &PlaceNames) -> NameDocument {
    let name_of = |id: &Option<AdminUnitId>| Some(labels.province_of(id.as_ref()?)?.short_name.clone());
    let (now, former) = (name_of(&row.province_id), name_of(&row.former_province_id));
    let units = [names.name(&row.ward_id), names.name(&row.district_id)];
    let units = units.into_iter().flatten().chain(names.names_before(&row.ward_id)).map(str::to_owned);
    NameDocument {
        card: NameCard {
            kind: NameKind::Producer,
            id: row.id.to_string(),
            name: row.name,
            detail: now.clone().unwrap_or_default(),
        },
        aliases: [now, former].into_iter().flatten().chain(units).collect(),
    }
}

fn sale_point(point: &Point) -> NameDocument {
    let row = &point.row;
    NameDocument {
        card: NameCard {
            kind: NameKind::SalePoint,
            id: row.id.to_string(),
            name: row.name.clone(),
            detail: row.address.clone().unwrap_or_default(),
        },
        aliases: row.operator_name.iter().chain(&point.place_names).cloned().collect(),
    }
}

async fn places(app: &App) -> Result<Vec<NameDocument>> {
    let hanoi = |era| AdminUnitId::new(era, AdminLevel::Province, HANOI);
    let wanted = Condition::any()
        .add(admin_unit::Column::Level.eq(AdminLevel::Province))
        .add(admin_unit::Column::ParentId.is_in([hanoi(Era::Current), hanoi(Era::Legacy)]));
    let units = admin_unit::Entity::find().filter(wanted).all(app.database.read()).await?;
    let place = |unit: admin_unit::Model| {
        let part_of = if unit.level == AdminLevel::Province { "" } else { "Hà Nội" };
        let era = if unit.era == Era::Legacy { "đến 30/06/2025" } else { "" };
        let detail: Vec<&str> = [part_of, era].into_iter().filter(|text| !text.is_empty()).collect();
        NameDocument {
            card: NameCard {
                kind: NameKind::Place,
                id: unit.id.to_string(),
                detail: detail.join(", "),
                name: unit.name,
            },
            aliases: Vec::new(),
        }
    };
    Ok(units.into_iter().map(place).collect())
}
