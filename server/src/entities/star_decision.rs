//! Table `star_decision`: ratings of products.

use sea_orm::entity::prelude::*;
use shared::{AccountId, PartialDate, ProductId, StarDecisionId, UploadId};

/// One row of `star_decision`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "star_decision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StarDecisionId,
    pub product_id: ProductId,
    pub stars: Option<i32>,
    pub potential_five_star: bool,
    pub score: Option<f64>,
    pub number: Option<String>,
    pub issuer: Option<String>,
    pub signed_on: Option<PartialDate>,
    pub valid_until: Option<Date>,
    pub extended_until: Option<Date>,
    pub withdrawn_on: Option<Date>,
    pub file_id: Option<UploadId>,
    pub entered_by: Option<AccountId>,
    pub entered_at: Option<DateTimeUtc>,
    pub confirmed_by: Option<AccountId>,
    pub confirmed_at: Option<DateTimeUtc>,
    pub refused_at: Option<DateTimeUtc>,
    pub refused_because: Option<String>,
    pub version: i32,
    #[sea_orm(belongs_to, from = "product_id", to = "id")]
    pub product: HasOne<super::product::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// A rating of which no more is known than that it was given. Known by year, it ends on no day that could be stated.
    pub fn reported(
        id: StarDecisionId,
        product_id: ProductId,
        stars: i32,
        signed_on: Option<PartialDate>,
    ) -> Self {
        Self {
            id,
            product_id,
            stars: Some(stars),
            potential_five_star: false,
            score: None,
            number: None,
            issuer: None,
            signed_on,
            valid_until: None,
            extended_until: None,
            withdrawn_on: None,
            file_id: None,
            entered_by: None,
            entered_at: None,
            confirmed_by: None,
            confirmed_at: None,
            refused_at: None,
            refused_because: None,
            version: 1,
        }
    }
}
