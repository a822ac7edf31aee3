//! Answers of a producer to what buyers ask and no other fact tells: cold chain, a written contract, a listing fee.

use std::sync::Arc;

use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::json;
use shared::{FactKind, Problem, ProductId, Quantity, RequirementKind};

use super::{
    require_own,
    sheet::{Sheet, note_facts},
};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::{product, product_answer},
    error::Result,
    forms::{self, Form},
};

/// Answers one requirement; with neither value it is unknown again.
pub(super) async fn answer(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: ProductId,
    code: &str,
    yes: Option<bool>,
    number: Option<Quantity>,
) -> Result<product::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let (product, _) = require_own(write.rows(), somebody, id).await?;
    let labels = app.labels();
    let asked = labels.requirement(code).ok_or_else(|| forms::wrong("requirement", Problem::NotOffered))?;
    let mut form = Form::default();
    // Papers and months are facts of their own.
    let (takes_yes, takes_number) = match asked.kind {
        RequirementKind::Boolean => (true, false),
        RequirementKind::Number => (false, true),
        RequirementKind::Certificate | RequirementKind::Months => (false, false),
    };
    if yes.is_some() && !takes_yes {
        form.wrong("yes", Problem::NotPossibleNow);
    }
    if number.is_some() && !takes_number {
        form.wrong("number", Problem::NotPossibleNow);
    }
    if number.is_some_and(|number| number.thousandths() < 0) {
        form.wrong("number", Problem::OutOfRange);
    }
    form.finish()?;
    let key = (id, code.to_owned());
    let before = product_answer::Entity::find_by_id(key.clone()).one(write.rows()).await?;
    product_answer::Entity::delete_by_id(key).exec(write.rows()).await?;
    if yes.is_some() || number.is_some() {
        let row = product_answer::Model { product_id: id, requirement_code: code.to_owned(), yes, number };
        product_answer::Entity::insert(row.into_active_model()).exec_without_returning(write.rows()).await?;
    }
    let sheet = Sheet::read(write.rows(), product).await?;
    note_facts(&write, &sheet, &[FactKind::Answers]).await?;
    let was = before.map(|before| json!({ "requirement": code, "yes": before.yes, "number": before.number }));
    let is = json!({ "requirement": code, "yes": yes, "number": number });
    write.record(Line::of("product", id, "answered").with(was, Some(is)));
    app.commit(write).await?;
    Ok(sheet.product)
}
