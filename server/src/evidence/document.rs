//! The markets of a product as the document says them.

use std::{collections::HashMap, ops::RangeInclusive, sync::Arc};

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shared::{
    AgreementId, ProductId, Quantity,
    documents::{Demand, EvidenceDocument, Market, Words},
};

use super::{
    reading::{Gathered, evidence},
    types::EvidenceAmount,
};
use crate::{
    accounts::SignedIn, agreements::stated::is_latest, app::App, deliveries::followed::Followed,
    entities::agreement_version, error::Result,
};

/// The document of a product, for people of its producer and its staff.
pub(crate) async fn of(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: ProductId,
    days: RangeInclusive<NaiveDate>,
) -> Result<EvidenceDocument> {
    let (from, until) = (*days.start(), *days.end());
    let Gathered { evidence, product, producer, held } = evidence(app, somebody, id, days).await?;
    let buyers = buyers(app.database.read(), &held).await?;
    let markets = held.iter().zip(&evidence.agreements).map(|(one, shown)| Market {
        buyer: buyers.get(&one.agreement.id).cloned().unwrap_or_default(),
        number: one.agreement.number.clone(),
        signed_on: one.agreement.signed_on,
        status: one.agreement.status,
        term: (one.term.as_ref().map(|term| *term.start()), one.term.as_ref().map(|term| *term.end())),
        promised: amounts(&shown.promised),
        confirmed: amounts(&shown.confirmed),
    });
    Ok(EvidenceDocument {
        product,
        producer,
        from,
        until,
        stars: evidence.stars,
        markets: markets.collect(),
        buyers: evidence.buyers,
        modern_trade_buyers: evidence.modern_trade_buyers,
        demands: evidence
            .next
            .iter()
            .map(|demand| Demand {
                words: Words { vi: demand.vi.clone(), en: Some(demand.en.clone()) },
                has: demand.has,
                needs: demand.needs,
                is_met: demand.is_met,
            })
            .collect(),
    })
}

/// What the buyers are called in their agreements.
async fn buyers(rows: &impl ConnectionTrait, held: &[Followed]) -> Result<HashMap<AgreementId, String>> {
    let versions = agreement_version::Entity::find()
        .filter(agreement_version::Column::AgreementId.is_in(held.iter().map(|one| one.agreement.id)))
        .filter(is_latest())
        .all(rows)
        .await?;
    Ok(versions.into_iter().map(|version| (version.agreement_id, version.retailer.name)).collect())
}

fn amounts(amounts: &[EvidenceAmount]) -> Vec<(Quantity, Words)> {
    let amount = |amount: &EvidenceAmount| {
        let unit = &amount.unit;
        (amount.quantity, Words { vi: unit.name_vi.clone(), en: Some(unit.name_en.clone()) })
    };
    amounts.iter().map(amount).collect()
}
