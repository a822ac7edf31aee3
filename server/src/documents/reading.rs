//! Reading an agreement for its document.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::{
    AgreementId, OrganisationId,
    documents::{AgreementDocument, Goods, Side, Words},
};

use super::templates;
use crate::{
    accounts::SignedIn,
    agreements::{case::Case, stored::PartyDetails},
    app::App,
    entities::{agreement_line, event},
    error::Result,
    labels::Labels,
};

/// What the document of an agreement says, for somebody who may know of it.
pub(super) async fn agreement(app: &App, somebody: &SignedIn, id: AgreementId) -> Result<AgreementDocument> {
    let rows = app.database.read();
    let Case { row, version, .. } = Case::find(rows, somebody, id).await?;
    let lines = agreement_line::Entity::find()
        .filter(agreement_line::Column::AgreementId.eq(id))
        .filter(agreement_line::Column::VersionNumber.eq(version.number))
        .order_by_asc(agreement_line::Column::Position)
        .all(rows)
        .await?;
    let event = match row.event_id {
        Some(event) => event::Entity::find_by_id(event).one(rows).await?.map(|event| event.name),
        None => None,
    };
    let texts = templates::of(rows, row.kind).await?;
    let labels = app.labels();
    Ok(AgreementDocument {
        kind: row.kind,
        status: row.status,
        number: row.number,
        is_paper: row.is_paper,
        signed_on: row.signed_on,
        event,
        starts_on: version.starts_on,
        ends_on: version.ends_on,
        place: version.place,
        delivery: version.delivery_terms,
        payment: version.payment_terms,
        quality: version.quality_terms,
        other: version.other_terms,
        buyer: side(somebody, row.retailer_id, version.retailer),
        seller: side(somebody, row.producer_id, version.producer),
        goods: lines.into_iter().map(|line| goods(&labels, line)).collect(),
        vi: texts.vi,
        en: texts.en,
    })
}

/// A side as somebody may read it.
fn side(somebody: &SignedIn, organisation: Option<OrganisationId>, details: PartyDetails) -> Side {
    let PartyDetails { name, address, tax_code, phone, bank_account, representative, position } =
        details.shown_to(Some(somebody), organisation);
    Side { name, address, tax_code, phone, bank_account, representative, position }
}

fn goods(labels: &Labels, line: agreement_line::Model) -> Goods {
    let unit = match labels.unit(&line.unit_code) {
        Some(unit) => Words { vi: unit.name_vi.clone(), en: Some(unit.name_en.clone()) },
        None => Words { vi: line.unit_code, en: None },
    };
    Goods {
        name: line.product_name,
        pack: line.variant_name,
        per_month: line.quantity_per_month,
        unit,
        price: line.price,
        months: line.months,
    }
}
