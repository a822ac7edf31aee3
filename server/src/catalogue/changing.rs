//! Changing a product. The version that was read comes with the change, so that two people who edit at once learn of
//! each other; what a change leaves out stays as it is.

use std::sync::Arc;

use async_graphql::ID;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use shared::{Problem, ProductId, Quantity, UploadId, UploadKind, limits};

use super::{
    entering::{bits, put, unit_of_amount},
    inputs::ProductChanges,
    require_own,
    sheet::{Sheet, note_facts},
    variants,
};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::{product, upload},
    error::{Error, Result},
    forms::Form,
    labels::Labels,
};

/// Changes a product of the own organisation.
pub(super) async fn update(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: ProductId,
    version: i32,
    changes: ProductChanges,
) -> Result<product::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let (product, _) = require_own(write.rows(), somebody, id).await?;
    if product.version != version {
        return Err(Error::Conflict("product"));
    }
    let before = Sheet::read(write.rows(), product).await?;
    let mut after = before.clone();
    let mut form = Form::default();
    apply(&mut form, "changes", &mut after, changes, somebody, write.rows(), &app.labels()).await?;
    form.finish()?;
    after.product.touch();
    after.write(&write).await?;
    note_facts(&write, &after, &after.differing(&before)).await?;
    let line = Line::of("product", id, "updated");
    write.record(line.with(Some(before.logged()), Some(after.logged())));
    app.commit(write).await?;
    Ok(after.product)
}

/// Puts changes into a sheet and notes what is wrong with them.
pub(super) async fn apply(
    form: &mut Form,
    field: &str,
    sheet: &mut Sheet,
    changes: ProductChanges,
    somebody: &SignedIn,
    rows: &impl ConnectionTrait,
    labels: &Labels,
) -> Result<()> {
    let of = |name: &str| format!("{field}.{name}");
    let (product, terms) = (&mut sheet.product, &mut sheet.terms);
    if let Some(name) = &changes.name {
        product.name = form.line(&of("name"), name, limits::NAME_CHARS);
    }
    if let Some(code) = &changes.group {
        product.group_code = group(form, &of("group"), code, labels);
    }
    put(&mut product.description, changes.description, |text| {
        form.optional_text(&of("description"), Some(&text), limits::TEXT_CHARS)
    });
    put(&mut product.months, changes.months, |months| bits(form, &of("months"), &months));
    put(&mut terms.unit_code, changes.unit, |code| unit_of_amount(form, &of("unit"), &code, labels));
    put(&mut terms.capacity_per_month, changes.capacity_per_month, |amount| {
        more_than_nothing(form, &of("capacityPerMonth"), amount)
    });
    put(&mut terms.minimum_order, changes.minimum_order, |amount| {
        more_than_nothing(form, &of("minimumOrder"), amount)
    });
    put(&mut terms.lead_time_days, changes.lead_time_days, |count| days(form, &of("leadTimeDays"), count));
    put(&mut terms.shelf_life_days, changes.shelf_life_days, |count| days(form, &of("shelfLifeDays"), count));
    put(&mut terms.credit_days, changes.credit_days, |count| days(form, &of("creditDays"), count));
    put(&mut terms.storage, changes.storage, |text| {
        form.optional_text(&of("storage"), Some(&text), limits::LINE_CHARS)
    });
    put(&mut terms.delivery_area, changes.delivery_area, |text| {
        form.optional_text(&of("deliveryArea"), Some(&text), limits::LINE_CHARS)
    });
    put(&mut terms.delivers_to_hanoi, changes.delivers_to_hanoi, Some);
    put(&mut terms.accepts_consignment, changes.accepts_consignment, Some);
    put(&mut terms.vat_invoice, changes.vat_invoice, Some);
    put(&mut terms.traceability_url, changes.traceability_url, |text| {
        form.optional_website(&of("traceabilityUrl"), Some(&text))
    });
    // An amount without a unit says nothing.
    let has_amount = terms.capacity_per_month.is_some() || terms.minimum_order.is_some();
    if has_amount && terms.unit_code.is_none() {
        form.wrong(of("unit"), Problem::Missing);
    }
    if let Some(inputs) = &changes.variants {
        sheet.variants = variants::check(form, &of("variants"), inputs, product.id, &sheet.variants, labels);
    }
    if let Some(ids) = &changes.photos {
        sheet.photos = photos(form, &of("photos"), ids, &sheet.photos, somebody, rows).await?;
    }
    Ok(())
}

/// The code of a group of the official classification.
pub(super) fn group(form: &mut Form, field: &str, code: &str, labels: &Labels) -> String {
    if labels.group(code).is_none() {
        form.wrong(field, if code.is_empty() { Problem::Missing } else { Problem::NotOffered });
    }
    code.to_owned()
}

fn more_than_nothing(form: &mut Form, field: &str, amount: Quantity) -> Option<Quantity> {
    if amount.thousandths() <= 0 {
        form.wrong(field, Problem::OutOfRange);
    }
    Some(amount)
}

fn days(form: &mut Form, field: &str, count: i32) -> Option<i32> {
    if !(0..=limits::DAYS).contains(&count) {
        form.wrong(field, Problem::OutOfRange);
    }
    Some(count)
}

/// Photos that may be shown: those that are there, and those that somebody has put here themselves.
async fn photos(
    form: &mut Form,
    field: &str,
    ids: &[ID],
    known: &[UploadId],
    somebody: &SignedIn,
    rows: &impl ConnectionTrait,
) -> Result<Vec<UploadId>> {
    if ids.len() > limits::PHOTOS {
        form.wrong(field, Problem::TooLong);
        return Ok(Vec::new());
    }
    let mut wanted: Vec<UploadId> = Vec::with_capacity(ids.len());
    for id in ids.iter().filter_map(|id| id.parse().ok()) {
        if !wanted.contains(&id) {
            wanted.push(id);
        }
    }
    let new: Vec<UploadId> = wanted.iter().copied().filter(|id| !known.contains(id)).collect();
    let own: Vec<UploadId> = upload::Entity::find()
        .select_only()
        .column(upload::Column::Id)
        .filter(upload::Column::Id.is_in(new.iter().copied()))
        .filter(upload::Column::Kind.eq(UploadKind::Photo))
        .filter(upload::Column::CreatedBy.eq(somebody.actor()))
        .into_tuple()
        .all(rows)
        .await?;
    if wanted.len() != ids.len() || own.len() != new.len() {
        form.wrong(field, Problem::NotOffered);
    }
    Ok(wanted)
}
