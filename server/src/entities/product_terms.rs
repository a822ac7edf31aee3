//! Table `product_terms`: on what terms a product can be had.

use sea_orm::entity::prelude::*;
use shared::{InvoiceAnswer, ProductId, Quantity};

/// One row of `product_terms`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_terms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    pub unit_code: Option<String>,
    pub capacity_per_month: Option<Quantity>,
    pub minimum_order: Option<Quantity>,
    pub lead_time_days: Option<i32>,
    pub shelf_life_days: Option<i32>,
    pub storage: Option<String>,
    pub delivery_area: Option<String>,
    pub delivers_to_hanoi: Option<bool>,
    pub credit_days: Option<i32>,
    pub accepts_consignment: Option<bool>,
    pub vat_invoice: Option<InvoiceAnswer>,
    pub traceability_url: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
