//! A new product: seen by its producer and by staff only, until it is published.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter};
use shared::{FactKind, OrganisationId, Problem, ProductId, limits};

use super::{
    changing,
    inputs::{NewProduct, ProductChanges},
    require_producer,
    sheet::{Sheet, note_facts},
};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::product,
    error::{Error, Result},
    forms::{self, Form},
};

/// Enters a product of the own organisation.
pub(super) async fn create(app: &Arc<App>, somebody: &SignedIn, input: NewProduct) -> Result<product::Model> {
    let organisation: OrganisationId =
        input.organisation.parse().map_err(|_| Error::NotFound("organisation"))?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let producer = require_producer(write.rows(), somebody, organisation).await?;
    let known = product::Entity::find().filter(product::Column::ProducerId.eq(organisation));
    if known.count(write.rows()).await? >= limits::PRODUCTS as u64 {
        return Err(forms::wrong("input.organisation", Problem::NotPossibleNow));
    }
    let mut form = Form::default();
    let now = Utc::now();
    let mut sheet = Sheet::of(product::Model {
        id: ProductId::new(),
        producer_id: producer.id,
        name: form.line("input.name", &input.name, limits::NAME_CHARS),
        group_code: changing::group(&mut form, "input.group", &input.group, &app.labels()),
        description: None,
        months: None,
        // It comes from where its maker is; a workshop elsewhere is not known.
        district_id: producer.district_id,
        province_id: producer.province_id,
        former_province_id: producer.former_province_id,
        published_at: None,
        origin_key: None,
        origin_digest: None,
        created_at: now,
        updated_at: now,
        version: 1,
    });
    let details = ProductChanges { name: None, group: None, ..input.details.unwrap_or_default() };
    let field = "input.details";
    changing::apply(&mut form, field, &mut sheet, details, somebody, write.rows(), &app.labels()).await?;
    form.finish()?;
    let row = sheet.product.clone().into_active_model();
    product::Entity::insert(row).exec_without_returning(write.rows()).await?;
    sheet.write(&write).await?;
    let known: Vec<FactKind> =
        FactKind::ALL.iter().copied().filter(|kind| *kind != FactKind::Answers).collect();
    note_facts(&write, &sheet, &known).await?;
    let line = Line::of("product", sheet.product.id, "created");
    write.record(line.with(None, Some(sheet.logged())));
    app.commit(write).await?;
    Ok(sheet.product)
}
