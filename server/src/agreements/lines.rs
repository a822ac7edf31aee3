//! The goods of a version: products and packs of the producer, or goods that are named only.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::{AgreementId, AgreementLineId, Dong, Problem, ProductId, Quantity, VariantId, limits};

use super::{inputs::AgreementLineInput, terms::Known};
use crate::{
    bulk,
    catalogue::entering,
    entities::{agreement_line, product, variant},
    error::Result,
    forms::Form,
    labels::Labels,
};

/// Goods before they have a place in a version.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Goods {
    pub(super) product_id: Option<ProductId>,
    pub(super) variant_id: Option<VariantId>,
    pub(super) product_name: String,
    pub(super) variant_name: Option<String>,
    pub(super) quantity_per_month: Quantity,
    pub(super) unit_code: String,
    pub(super) price: Option<Dong>,
    pub(super) months: Option<i32>,
}

/// The same goods as a row has them.
impl From<agreement_line::Model> for Goods {
    fn from(row: agreement_line::Model) -> Self {
        Self {
            product_id: row.product_id,
            variant_id: row.variant_id,
            product_name: row.product_name,
            variant_name: row.variant_name,
            quantity_per_month: row.quantity_per_month,
            unit_code: row.unit_code,
            price: row.price,
            months: row.months,
        }
    }
}

/// Reads the lines, with two statements for any number of them.
pub(super) async fn read(
    connection: &impl ConnectionTrait,
    labels: &Labels,
    form: &mut Form,
    at: &str,
    lines: &[AgreementLineInput],
    known: &Known,
) -> Result<Vec<Goods>> {
    if lines.len() > limits::AGREEMENT_LINES {
        form.wrong(at, Problem::TooMany);
        return Ok(Vec::new());
    }
    let offered = Offered::of(connection, lines, known).await?;
    Ok((0..)
        .zip(lines)
        .map(|(place, line)| offered.read(form, labels, &format!("{at}.{place}"), line))
        .collect())
}

/// Products and packs that some lines name.
struct Offered {
    products: HashMap<ProductId, product::Model>,
    variants: HashMap<VariantId, variant::Model>,
}

impl Offered {
    async fn of(
        connection: &impl ConnectionTrait,
        lines: &[AgreementLineInput],
        known: &Known,
    ) -> Result<Self> {
        let ids = lines.iter().filter_map(|line| line.product.as_ref()?.parse::<ProductId>().ok());
        let (Some(producer), Some(_)) = (known.producer_id, ids.clone().next()) else {
            return Ok(Self { products: HashMap::new(), variants: HashMap::new() });
        };
        let products = product::Entity::find()
            .filter(product::Column::Id.is_in(ids))
            .filter(product::Column::ProducerId.eq(producer))
            .all(connection)
            .await?;
        let is_seen = |row: &product::Model| {
            row.published_at.is_some() || known.sees_hidden || known.named.contains(&row.id)
        };
        let products: Vec<_> = products.into_iter().filter(is_seen).collect();
        let variants = variant::Entity::find()
            .filter(variant::Column::ProductId.is_in(products.iter().map(|row| row.id)))
            .all(connection)
            .await?;
        Ok(Self {
            products: products.into_iter().map(|row| (row.id, row)).collect(),
            variants: variants.into_iter().map(|row| (row.id, row)).collect(),
        })
    }

    fn read(&self, form: &mut Form, labels: &Labels, at: &str, line: &AgreementLineInput) -> Goods {
        let product = line.product.as_ref().map(|id| self.products.get(&id.parse::<ProductId>().ok()?));
        if product == Some(None) {
            form.wrong(format!("{at}.product"), Problem::NotOffered);
        }
        let product = product.flatten();
        let is_of = |row: &&variant::Model| product.is_some_and(|product| product.id == row.product_id);
        let variant =
            line.variant.as_ref().map(|id| self.variants.get(&id.parse::<VariantId>().ok()?).filter(is_of));
        if variant == Some(None) {
            form.wrong(format!("{at}.variant"), Problem::NotOffered);
        }
        let variant = variant.flatten();
        let product_name = match product {
            Some(product) => product.name.clone(),
            None if line.product.is_some() => String::new(),
            None => {
                form.line(&format!("{at}.name"), line.name.as_deref().unwrap_or_default(), limits::NAME_CHARS)
            }
        };
        if line.quantity_per_month.thousandths() == 0 {
            form.wrong(format!("{at}.quantityPerMonth"), Problem::OutOfRange);
        }
        let unit = entering::unit_of_amount(form, &format!("{at}.unit"), &line.unit, labels);
        if unit.is_none() {
            form.wrong(format!("{at}.unit"), Problem::Missing);
        }
        let months = line.months.as_deref();
        Goods {
            product_id: product.map(|row| row.id),
            variant_id: variant.map(|row| row.id),
            product_name,
            variant_name: variant.map(|row| row.name.clone()),
            quantity_per_month: line.quantity_per_month,
            unit_code: unit.unwrap_or_default(),
            price: line.price,
            months: months.and_then(|months| entering::bits(form, &format!("{at}.months"), months)),
        }
    }
}

/// The goods of a version, in their order.
pub(super) async fn of(
    connection: &impl ConnectionTrait,
    id: AgreementId,
    version: i32,
) -> Result<Vec<agreement_line::Model>> {
    let query = agreement_line::Entity::find()
        .filter(agreement_line::Column::AgreementId.eq(id))
        .filter(agreement_line::Column::VersionNumber.eq(version))
        .order_by_asc(agreement_line::Column::Position);
    Ok(query.all(connection).await?)
}

/// Writes the goods of a version.
pub(super) async fn add(
    connection: &impl ConnectionTrait,
    (agreement_id, version_number): (AgreementId, i32),
    goods: &[Goods],
) -> Result<()> {
    let row = |(position, goods): (i32, &Goods)| {
        let goods = goods.clone();
        agreement_line::Model {
            id: AgreementLineId::new(),
            agreement_id,
            version_number,
            position,
            product_id: goods.product_id,
            variant_id: goods.variant_id,
            product_name: goods.product_name,
            variant_name: goods.variant_name,
            quantity_per_month: goods.quantity_per_month,
            unit_code: goods.unit_code,
            price: goods.price,
            months: goods.months,
        }
    };
    bulk::insert::<agreement_line::Entity>(connection, (0..).zip(goods).map(row).collect()).await
}
