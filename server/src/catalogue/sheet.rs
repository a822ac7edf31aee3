//! All that a producer has entered about one product, read and written together.

use chrono::Utc;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    Set, prelude::Json,
};
use serde_json::json;
use shared::{FactKind, ProductId, UploadId};

use crate::{
    changes::Write,
    entities::{product, product_fact, product_photo, product_terms, variant},
    error::Result,
};

/// The sheet of a product.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) product: product::Model,
    pub(super) terms: product_terms::Model,
    pub(super) variants: Vec<variant::Model>,
    pub(super) photos: Vec<UploadId>,
}

impl Sheet {
    /// An empty one.
    pub(super) fn of(product: product::Model) -> Self {
        let terms = no_terms(product.id);
        Self { product, terms, variants: Vec::new(), photos: Vec::new() }
    }

    /// The one that is there.
    pub(super) async fn read(connection: &impl ConnectionTrait, product: product::Model) -> Result<Self> {
        let id = product.id;
        let terms = product_terms::Entity::find_by_id(id).one(connection).await?;
        let variants = variant::Entity::find()
            .filter(variant::Column::ProductId.eq(id))
            .order_by_asc(variant::Column::Position)
            .all(connection)
            .await?;
        let photos = product_photo::Entity::find()
            .filter(product_photo::Column::ProductId.eq(id))
            .order_by_asc(product_photo::Column::Position)
            .all(connection)
            .await?;
        Ok(Self {
            terms: terms.unwrap_or_else(|| no_terms(id)),
            variants,
            photos: photos.into_iter().map(|photo| photo.upload_id).collect(),
            product,
        })
    }

    /// The facts in which two sheets of a product differ.
    pub(super) fn differing(&self, other: &Self) -> Vec<FactKind> {
        let (one, two) = (&self.terms, &other.terms);
        let has_changed = |kind: FactKind| match kind {
            FactKind::Description => self.product.description != other.product.description,
            FactKind::Months => self.product.months != other.product.months,
            FactKind::Variants => self.variants != other.variants,
            FactKind::Capacity => {
                (one.capacity_per_month, &one.unit_code) != (two.capacity_per_month, &two.unit_code)
            }
            FactKind::MinimumOrder => {
                (one.minimum_order, &one.unit_code) != (two.minimum_order, &two.unit_code)
            }
            FactKind::LeadTime => one.lead_time_days != two.lead_time_days,
            FactKind::ShelfLife => one.shelf_life_days != two.shelf_life_days,
            FactKind::Storage => one.storage != two.storage,
            FactKind::Delivery => {
                (&one.delivery_area, one.delivers_to_hanoi) != (&two.delivery_area, two.delivers_to_hanoi)
            }
            FactKind::Credit => one.credit_days != two.credit_days,
            FactKind::Consignment => one.accepts_consignment != two.accepts_consignment,
            FactKind::VatInvoice => one.vat_invoice != two.vat_invoice,
            FactKind::Traceability => one.traceability_url != two.traceability_url,
            FactKind::Answers => false,
        };
        FactKind::ALL.iter().copied().filter(|kind| has_changed(*kind)).collect()
    }

    /// Whether anything is known of a fact.
    pub(super) fn knows(&self, kind: FactKind) -> bool {
        let terms = &self.terms;
        match kind {
            FactKind::Description => self.product.description.is_some(),
            FactKind::Months => self.product.months.is_some(),
            FactKind::Variants => !self.variants.is_empty(),
            FactKind::Capacity => terms.capacity_per_month.is_some(),
            FactKind::MinimumOrder => terms.minimum_order.is_some(),
            FactKind::LeadTime => terms.lead_time_days.is_some(),
            FactKind::ShelfLife => terms.shelf_life_days.is_some(),
            FactKind::Storage => terms.storage.is_some(),
            FactKind::Delivery => terms.delivery_area.is_some() || terms.delivers_to_hanoi.is_some(),
            FactKind::Credit => terms.credit_days.is_some(),
            FactKind::Consignment => terms.accepts_consignment.is_some(),
            FactKind::VatInvoice => terms.vat_invoice.is_some(),
            FactKind::Traceability => terms.traceability_url.is_some(),
            // Answers stand beside the sheet.
            FactKind::Answers => true,
        }
    }

    /// Writes all parts; the row of the product is there already.
    pub(super) async fn write(&self, write: &Write) -> Result<()> {
        let (rows, id) = (write.rows(), self.product.id);
        let all = self.product.clone().into_active_model().reset_all();
        product::Entity::update(all).exec(rows).await?;
        product_terms::Entity::delete_by_id(id).exec(rows).await?;
        product_terms::Entity::insert(self.terms.clone().into_active_model())
            .exec_without_returning(rows)
            .await?;
        variant::Entity::delete_many().filter(variant::Column::ProductId.eq(id)).exec(rows).await?;
        let variants = self.variants.iter().map(|variant| variant.clone().into_active_model());
        variant::Entity::insert_many(variants).exec_without_returning(rows).await?;
        product_photo::Entity::delete_many()
            .filter(product_photo::Column::ProductId.eq(id))
            .exec(rows)
            .await?;
        let photos = self.photos.iter().zip(0..).map(|(upload, position)| product_photo::ActiveModel {
            product_id: Set(id),
            upload_id: Set(*upload),
            position: Set(position),
        });
        product_photo::Entity::insert_many(photos).exec_without_returning(rows).await?;
        Ok(())
    }

    /// The sheet as the log of changes keeps it; nothing of it is personal.
    pub(super) fn logged(&self) -> Json {
        let (product, terms) = (&self.product, &self.terms);
        let variant = |row: &variant::Model| {
            json!({
                "name": row.name, "gtin": row.gtin, "net_content": row.net_content, "net_unit": row.net_unit,
                "pack_unit": row.pack_unit, "retail_price": row.retail_price,
                "wholesale_price": row.wholesale_price,
            })
        };
        json!({
            "name": product.name,
            "group_code": product.group_code,
            "description": product.description,
            "months": product.months,
            "unit": terms.unit_code,
            "capacity_per_month": terms.capacity_per_month,
            "minimum_order": terms.minimum_order,
            "lead_time_days": terms.lead_time_days,
            "shelf_life_days": terms.shelf_life_days,
            "storage": terms.storage,
            "delivery_area": terms.delivery_area,
            "delivers_to_hanoi": terms.delivers_to_hanoi,
            "credit_days": terms.credit_days,
            "accepts_consignment": terms.accepts_consignment,
            "vat_invoice": terms.vat_invoice,
            "traceability_url": terms.traceability_url,
            "variants": self.variants.iter().map(variant).collect::<Vec<_>>(),
            "photos": self.photos,
        })
    }
}

fn no_terms(product_id: ProductId) -> product_terms::Model {
    product_terms::Model {
        product_id,
        unit_code: None,
        capacity_per_month: None,
        minimum_order: None,
        lead_time_days: None,
        shelf_life_days: None,
        storage: None,
        delivery_area: None,
        delivers_to_hanoi: None,
        credit_days: None,
        accepts_consignment: None,
        vat_invoice: None,
        traceability_url: None,
    }
}

/// Notes that facts are true as of now; those of which nothing is known any more have no time.
pub(super) async fn note_facts(write: &Write, sheet: &Sheet, kinds: &[FactKind]) -> Result<()> {
    let (id, now) = (sheet.product.id, Utc::now());
    product_fact::Entity::delete_many()
        .filter(product_fact::Column::ProductId.eq(id))
        .filter(product_fact::Column::Kind.is_in(kinds.iter().copied()))
        .exec(write.rows())
        .await?;
    let known = kinds.iter().filter(|kind| sheet.knows(**kind));
    let rows = known.map(|kind| product_fact::ActiveModel {
        product_id: Set(id),
        kind: Set(*kind),
        as_of: Set(now),
    });
    product_fact::Entity::insert_many(rows).exec_without_returning(write.rows()).await?;
    Ok(())
}
