//! Made-up terms and packs of the made-up products, and a retailer who needs something: what matches are measured with.

use chrono::Utc;
use shared::{
    CoordPrecision, Dong, FactKind, InvoiceAnswer, NeedId, NeedStatus, NeedVisibility, OrganisationId,
    ProductId, Quantity, VariantId,
};

use super::catalogue::{Dice, SyntheticProduct};
use crate::{
    bulk,
    changes::{Line, Write},
    database::Database,
    entities::{need, need_group, need_requirement, organisation, product_fact, product_terms, variant},
    sort_key::sort_key,
};

/// Needs of the made-up retailer.
const NEEDS: usize = 50;
/// What every other need asks, in turns.
const ASKED: [&[(&str, Option<i64>)]; 3] =
    [&[("vat_invoice", None), ("gtin", None)], &[("credit_days", Some(30)), ("organic", None)], &[]];

/// On what terms some products can be had; of a third nothing is known.
#[derive(Default)]
pub(super) struct Terms {
    terms: Vec<product_terms::Model>,
    packs: Vec<variant::Model>,
    facts: Vec<product_fact::Model>,
}

impl Terms {
    pub(super) fn add(&mut self, id: ProductId, mut dice: Dice) {
        if dice.below(3) == 0 {
            return;
        }
        let amount = |number: usize| Quantity::from_thousandths(number as i64 * 1_000).ok();
        let price = 20_000 + 1_000 * dice.below(300) as i64;
        self.terms.push(product_terms::Model {
            product_id: id,
            unit_code: Some("kg".to_owned()),
            capacity_per_month: amount(50 * (1 + dice.below(60))),
            minimum_order: amount(5 * (1 + dice.below(10))),
            lead_time_days: Some(1 + dice.below(14) as i32),
            shelf_life_days: Some(30 * (1 + dice.below(24) as i32)),
            storage: None,
            delivery_area: None,
            delivers_to_hanoi: Some(dice.below(4) > 0),
            credit_days: Some(15 * dice.below(5) as i32),
            accepts_consignment: Some(dice.below(2) == 0),
            vat_invoice: Some(
                [InvoiceAnswer::Yes, InvoiceAnswer::OnRequest, InvoiceAnswer::No][dice.below(3)],
            ),
            traceability_url: None,
        });
        self.packs.push(variant::Model {
            id: VariantId::new(),
            product_id: id,
            position: 0,
            name: "Gói 500 g".to_owned(),
            gtin: None,
            net_content: amount(500),
            net_unit: Some("g".to_owned()),
            pack_unit: Some("packet".to_owned()),
            retail_price: None,
            wholesale_price: Dong::new(price).ok(),
        });
        let known = [FactKind::Capacity, FactKind::Variants, FactKind::VatInvoice, FactKind::Credit];
        let as_of = Utc::now();
        self.facts.extend(known.map(|kind| product_fact::Model { product_id: id, kind, as_of }));
    }

    pub(super) async fn write(self, write: &Write) -> anyhow::Result<()> {
        bulk::insert::<product_terms::Entity>(write.rows(), self.terms).await?;
        bulk::insert::<variant::Entity>(write.rows(), self.packs).await?;
        bulk::insert::<product_fact::Entity>(write.rows(), self.facts).await?;
        Ok(())
    }
}

/// Open needs of one made-up retailer, named after products of the catalogue.
pub(super) async fn write_needs(
    database: &Database,
    products: impl Iterator<Item = SyntheticProduct>,
) -> anyhow::Result<()> {
    let mut write = Write::begin(database, "generate").await?;
    let retailer = retailer();
    let (mut needs, mut groups, mut requirements) = (Vec::new(), Vec::new(), Vec::new());
    for (number, product) in products.take(NEEDS).enumerate() {
        let need = need(retailer.id, &product, number);
        // A need for the sub-group, which has many products.
        let (group, _) = product.group_code.rsplit_once('.').unwrap_or((product.group_code, ""));
        groups.push(need_group::Model { need_id: need.id, group_code: group.to_owned() });
        requirements.extend(ASKED[number % ASKED.len()].iter().map(|(code, asked)| {
            need_requirement::Model {
                need_id: need.id,
                requirement_code: (*code).to_owned(),
                number: asked.and_then(|number| Quantity::from_thousandths(number * 1_000).ok()),
            }
        }));
        write.record(Line::of("need", need.id, "generated"));
        needs.push(need);
    }
    write.record(Line::of("organisation", retailer.id, "generated"));
    bulk::insert::<organisation::Entity>(write.rows(), vec![retailer]).await?;
    bulk::insert::<need::Entity>(write.rows(), needs).await?;
    bulk::insert::<need_group::Entity>(write.rows(), groups).await?;
    bulk::insert::<need_requirement::Entity>(write.rows(), requirements).await?;
    write.commit().await?;
    Ok(())
}

fn need(retailer: OrganisationId, product: &SyntheticProduct, number: usize) -> need::Model {
    let now = Utc::now();
    need::Model {
        id: NeedId::new(),
        organisation_id: retailer,
        name: product.name.clone(),
        description: None,
        min_stars: [None, Some(3), Some(4)][number % 3],
        quantity_per_month: Quantity::from_thousandths(200_000).ok(),
        unit_code: Some("kg".to_owned()),
        months: [None, Some(0xfff), Some(0x801)][number % 3],
        price_ceiling: Dong::new(200_000).ok(),
        deadline: None,
        visibility: NeedVisibility::Producers,
        status: NeedStatus::Open,
        closed_because: None,
        opened_at: Some(now),
        closed_at: None,
        created_at: now,
        updated_at: now,
        version: 1,
    }
}

fn retailer() -> organisation::Model {
    let (now, name) = (Utc::now(), "Siêu thị thử nghiệm (mẫu)".to_owned());
    organisation::Model {
        id: OrganisationId::new(),
        sort_key: sort_key(&name),
        name,
        legal_form: None,
        is_producer: false,
        is_retailer: true,
        verified_at: Some(now),
        listed_at: None,
        address: None,
        ward_id: None,
        ward_basis: None,
        district_id: None,
        province_id: None,
        former_province_id: None,
        lat: Some(21.03),
        lon: Some(105.85),
        coord_precision: Some(CoordPrecision::Province),
        coord_source: Some("synthetic".to_owned()),
        origin_key: None,
        origin_digest: None,
        created_at: now,
        updated_at: now,
        version: 1,
    }
}
