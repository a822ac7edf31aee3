//! Reading an agreement for its document.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::{
    AgreementId, AgreementStatus, OrganisationId, TradeParty,
    documents::{AgreementDocument, Goods, Side, Words},
};

use super::templates;
use crate::{
    accounts::SignedIn,
    agreements::stored::PartyDetails,
    app::App,
    entities::{agreement, agreement_line, agreement_version, event, organisation},
    error::{Error, Result},
    labels::Labels,
    organisations,
};

/// What the document of an agreement says, for somebody who may know of it.
pub(super) async fn agreement(app: &App, somebody: &SignedIn, id: AgreementId) -> Result<AgreementDocument> {
    let gone = || Error::NotFound("agreement");
    let rows = app.database.read();
    let row = agreement::Entity::find_by_id(id).one(rows).await?.ok_or_else(gone)?;
    let version = agreement_version::Entity::find_by_id((id, row.current_version));
    let version = version.one(rows).await?.ok_or_else(gone)?;
    let sides = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in([row.retailer_id, row.producer_id].into_iter().flatten()))
        .all(rows)
        .await?;
    let party = party(somebody, &row, &sides);
    let is_hidden = row.status == AgreementStatus::Draft && version.written_by != party;
    if party == TradeParty::Other || is_hidden {
        return Err(gone());
    }
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

/// What somebody is to an agreement.
fn party(somebody: &SignedIn, row: &agreement::Model, sides: &[organisation::Model]) -> TradeParty {
    let is_of = |side: Option<OrganisationId>| side.is_some_and(|side| somebody.role_in(side).is_some());
    if is_of(row.retailer_id) {
        TradeParty::Retailer
    } else if is_of(row.producer_id) {
        TradeParty::Producer
    } else if somebody.looks_after_the_city() || sides.iter().any(|side| somebody.is_staff_for(side)) {
        TradeParty::Staff
    } else {
        TradeParty::Other
    }
}

/// A side as somebody may read it: the personal number of a household is for its own people.
fn side(somebody: &SignedIn, organisation: Option<OrganisationId>, details: PartyDetails) -> Side {
    let PartyDetails { name, address, tax_code, phone, bank_account, representative, position } = details;
    let is_own = organisation.is_some_and(|id| somebody.role_in(id).is_some());
    let tax_code = tax_code.map(|code| if is_own { code } else { organisations::masked_tax_code(&code) });
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
