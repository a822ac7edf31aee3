//! What whoever has the link of a mail is shown.

use std::sync::Arc;

use async_graphql::{ID, SimpleObject};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::{DeliveryCheckKind, DeliveryCheckState, OrganisationId, Quantity, TradeParty};

use super::{case::Case, links, standing::is_open, types::DeliveryAnswer};
use crate::{
    app::App,
    calendar,
    entities::{agreement_line, delivery_link, organisation},
    error::{Error, Result},
    graphql::date::Date,
    units::Unit,
};

/// What the link of a mail asks about a delivery.
#[derive(SimpleObject)]
pub struct DeliveryLink {
    /// Which side is asked.
    party: TradeParty,
    /// What it is asked.
    check: DeliveryLinkCheck,
    /// Whether it can still be answered.
    is_open: bool,
}

/// What may be told to whoever has the link: nothing of what the other side says.
#[derive(SimpleObject)]
pub struct DeliveryLinkCheck {
    /// Which of the checks of the agreement.
    kind: DeliveryCheckKind,
    /// Where it stands.
    state: DeliveryCheckState,
    /// Number of the agreement.
    agreement_number: Option<String>,
    /// Who is on the other side.
    other_name: String,
    /// Who is asked.
    own_name: String,
    /// First day of the time it is about.
    begins_on: Date,
    /// Last day of the time it is about.
    ends_on: Date,
    /// The last day on which it can be answered.
    closes_on: Date,
    /// The goods.
    lines: Vec<DeliveryLinkLine>,
    /// What the own side has said so far.
    answer: Option<DeliveryAnswer>,
}

/// Goods that were to be delivered.
#[derive(SimpleObject)]
pub struct DeliveryLinkLine {
    /// Its id.
    id: ID,
    /// The product, as it was called then.
    product_name: String,
    /// The pack, as it was called then.
    variant_name: Option<String>,
    /// In what it is counted.
    unit: Unit,
    /// How much is promised within the time.
    promised: Quantity,
    /// How much was delivered, as the own side says; null while it has said nothing.
    said: Option<Quantity>,
}

impl DeliveryLink {
    /// What the link of a token asks, while it holds.
    pub(super) async fn of(app: &Arc<App>, token: &str) -> Result<Option<Self>> {
        match links::find(app.database.read(), token).await? {
            Some(link) => Self::read(app, &link).await.map(Some),
            None => Ok(None),
        }
    }

    async fn read(app: &Arc<App>, link: &delivery_link::Model) -> Result<Self> {
        let (rows, labels, party) = (app.database.read(), app.labels(), link.party);
        let Case { followed, check } = Case::find_any(rows, link.check_id).await?;
        let about = &followed.agreement;
        let sides = [about.retailer_id, about.producer_id].into_iter().flatten();
        let sides =
            organisation::Entity::find().filter(organisation::Column::Id.is_in(sides)).all(rows).await?;
        let name = |id: Option<OrganisationId>| {
            let side = sides.iter().find(|side| Some(side.id) == id);
            side.map(|side| side.name.clone()).unwrap_or_default()
        };
        let (own, other) = match party {
            TradeParty::Producer => (about.producer_id, about.retailer_id),
            _ => (about.retailer_id, about.producer_id),
        };
        let line = |line: &Arc<agreement_line::Model>| -> Result<DeliveryLinkLine> {
            let unit = labels.unit(&line.unit_code).cloned().ok_or(Error::NotFound("unit"))?;
            Ok(DeliveryLinkLine {
                id: line.id.into(),
                product_name: line.product_name.clone(),
                variant_name: line.variant_name.clone(),
                unit: unit.into(),
                promised: followed.promised(line, &check.days()),
                said: check.said(party, line.id),
            })
        };
        let row = &check.row;
        Ok(Self {
            party,
            is_open: is_open(row, calendar::today()),
            check: DeliveryLinkCheck {
                kind: row.kind,
                state: row.state,
                agreement_number: about.number.clone(),
                other_name: name(other),
                own_name: name(own),
                begins_on: Date(row.begins_on),
                ends_on: Date(row.ends_on),
                closes_on: Date(row.closes_on),
                lines: followed.lines.iter().map(line).collect::<Result<_>>()?,
                answer: check.answer(party).cloned().map(DeliveryAnswer::from),
            },
        })
    }
}
