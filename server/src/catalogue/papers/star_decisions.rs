//! Decisions about stars that people of a producer enter. They count once staff have confirmed them, and what is confirmed
//! stays: another decision follows it.

use std::sync::Arc;

use chrono::Utc;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, prelude::Json,
};
use serde_json::json;
use shared::{Problem, ProductId, StarDecisionId, limits, stars::least_score};

use super::{inputs::StarDecisionInput, owner::Owner, scan};
use crate::{
    accounts::SignedIn,
    app::App,
    calendar,
    changes::Write,
    entities::star_decision,
    error::{Error, Result},
    forms::{self, Form},
};

/// Enters a decision about an own product.
pub(super) async fn add(
    app: &Arc<App>,
    somebody: &SignedIn,
    product_id: ProductId,
    input: StarDecisionInput,
) -> Result<ProductId> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let owner = Owner::own(write.rows(), somebody, Some(product_id), None).await?;
    let siblings = star_decision::Entity::find().filter(star_decision::Column::ProductId.eq(product_id));
    let siblings = siblings.all(write.rows()).await?;
    if siblings.len() >= limits::STAR_DECISIONS {
        return Err(forms::wrong("input", Problem::NotPossibleNow));
    }
    let decision = read(&write, somebody, product_id, input, &siblings).await?;
    star_decision::Entity::insert(decision.clone().into_active_model())
        .exec_without_returning(write.rows())
        .await?;
    owner.date(&write).await?;
    write.record(owner.line("stars_added").with(None, Some(logged(&decision))));
    app.commit(write).await?;
    Ok(product_id)
}

async fn read(
    write: &Write,
    somebody: &SignedIn,
    product_id: ProductId,
    input: StarDecisionInput,
    siblings: &[star_decision::Model],
) -> Result<star_decision::Model> {
    let mut form = Form::default();
    let StarDecisionInput { stars, potential_five_star, score, number, issuer, signed_on, file } = input;
    match stars {
        None if !potential_five_star => form.wrong("input.stars", Problem::Missing),
        Some(_) if potential_five_star => form.wrong("input.stars", Problem::NotOffered),
        Some(stars) if least_score(stars).is_none() => form.wrong("input.stars", Problem::OutOfRange),
        _ => {}
    }
    // The province sends on what it finds worth five stars.
    let least = least_score(stars.unwrap_or(5)).unwrap_or_default();
    if score.is_some_and(|score| !(least..=100.0).contains(&score)) {
        form.wrong("input.score", Problem::OutOfRange);
    }
    let number = form.line("input.number", number.as_deref().unwrap_or_default(), limits::NAME_CHARS);
    let issuer = form.line("input.issuer", issuer.as_deref().unwrap_or_default(), limits::NAME_CHARS);
    match signed_on {
        None => form.wrong("input.signedOn", Problem::Missing),
        Some(day) if day.earliest() > calendar::today() => {
            form.wrong("input.signedOn", Problem::WrongOrder);
        }
        Some(_) => {}
    }
    let is_same = |other: &star_decision::Model| {
        other.number.as_deref() == Some(number.as_str()) && other.signed_on == signed_on
    };
    if siblings.iter().any(is_same) {
        form.wrong("input.number", Problem::Taken);
    }
    let file_id = scan(write.rows(), somebody, &mut form, "input.file", file.as_ref(), None).await?;
    form.finish()?;
    Ok(star_decision::Model {
        id: StarDecisionId::new(),
        product_id,
        stars,
        potential_five_star,
        score,
        number: Some(number),
        issuer: Some(issuer),
        signed_on,
        valid_until: None,
        extended_until: None,
        withdrawn_on: None,
        file_id,
        entered_by: Some(somebody.account_id),
        entered_at: Some(Utc::now()),
        confirmed_by: None,
        confirmed_at: None,
        refused_at: None,
        refused_because: None,
        version: 1,
    })
}

/// Takes back a decision that was entered here and is not confirmed.
pub(super) async fn remove(app: &Arc<App>, somebody: &SignedIn, id: StarDecisionId) -> Result<ProductId> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let decision = require(write.rows(), id).await?;
    let owner = Owner::own(write.rows(), somebody, Some(decision.product_id), None).await?;
    if decision.entered_by.is_none() || decision.confirmed_at.is_some() {
        return Err(forms::wrong("id", Problem::NotPossibleNow));
    }
    star_decision::Entity::delete_by_id(id).exec(write.rows()).await?;
    owner.date(&write).await?;
    write.record(owner.line("stars_removed").with(Some(logged(&decision)), None));
    app.commit(write).await?;
    Ok(decision.product_id)
}

pub(super) async fn require(
    connection: &impl ConnectionTrait,
    id: StarDecisionId,
) -> Result<star_decision::Model> {
    // Nobody decides on it or takes it back meanwhile; SQLite has one writer anyway.
    let locked = star_decision::Entity::find_by_id(id).lock_exclusive();
    locked.one(connection).await?.ok_or(Error::NotFound("star decision"))
}

fn logged(decision: &star_decision::Model) -> Json {
    json!({
        "star_decision": decision.id,
        "stars": decision.stars,
        "potential_five_star": decision.potential_five_star,
        "score": decision.score,
        "number": decision.number,
        "issuer": decision.issuer,
        "signed_on": decision.signed_on,
        "file": decision.file_id,
    })
}
