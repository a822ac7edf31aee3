//! What the page of a product asks for.

use crate::api::{self, Question, StarState, schema};
use crate::facts::{Card, Group, Pack, Photo, Rating, Source, Stock, Terms, Unit};

#[derive(cynic::QueryVariables)]
pub(crate) struct Variables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "Variables")]
pub(crate) struct ProductById {
    #[arguments(id: $id)]
    pub(crate) product: Option<Product>,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct Product {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) group: Group,
    pub(crate) stars: Option<i32>,
    pub(crate) star_state: Option<StarState>,
    pub(crate) potential_five_star: bool,
    pub(crate) star_decisions: Vec<Rating>,
    pub(crate) province: Option<String>,
    pub(crate) former_province: Option<String>,
    pub(crate) former_district: Option<Unit>,
    pub(crate) producer: Maker,
    pub(crate) months: Option<Vec<i32>>,
    pub(crate) photos: Vec<Photo>,
    pub(crate) variants: Vec<Pack>,
    pub(crate) terms: Option<Terms>,
    pub(crate) certificates: Vec<Certificate>,
    pub(crate) sold_at: Vec<Stock>,
    #[arguments(first: 6)]
    pub(crate) similar: Vec<Card>,
    pub(crate) sources: Vec<Source>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Producer")]
pub(crate) struct Maker {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct Certificate {
    pub(crate) kind: CertificateKind,
    pub(crate) number: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) valid_until: Option<chrono::NaiveDate>,
    pub(crate) entered_here: bool,
    pub(crate) confirmed_at: Option<chrono::DateTime<chrono::Utc>>,
}

#[derive(cynic::QueryFragment)]
pub(crate) struct CertificateKind {
    pub(crate) name_vi: String,
    pub(crate) name_en: String,
}

/// The question for one product.
pub(crate) fn question(id: String) -> Question<ProductById> {
    use cynic::QueryBuilder;

    api::question(ProductById::build(Variables { id: cynic::Id::new(id) }))
}
