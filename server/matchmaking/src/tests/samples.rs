//! A need and a product for tests; each test says only what matters to it.

use std::sync::Arc;

use shared::{Dimension, Dong, NeedId, OrganisationId, ProductId, Quantity, RequirementKind, Unit};
use uuid::Uuid;

use crate::{
    amounts::{Amount, Measure},
    demand::{Asked, Demand, Requirement},
    supply::{Pack, Supply, Terms},
};

pub(crate) fn quantity(text: &str) -> Quantity {
    text.parse().unwrap()
}

pub(crate) fn dong(amount: i64) -> Dong {
    Dong::new(amount).unwrap()
}

pub(crate) fn measure(code: &str) -> Arc<Measure> {
    let (dimension, factor) = match code {
        "kg" => (Dimension::Mass, Some("1000")),
        "g" => (Dimension::Mass, Some("1")),
        "tan" => (Dimension::Mass, Some("1000000")),
        "litre" => (Dimension::Volume, Some("1000")),
        _ => (Dimension::Count, None),
    };
    let factor = factor.map(|factor| factor.parse().unwrap());
    let unit = Unit { code: code.to_owned(), dimension, factor };
    Arc::new(Measure { unit, name_vi: code.to_owned(), name_en: code.to_owned() })
}

pub(crate) fn amount(number: &str, unit: &str) -> Amount {
    Amount { quantity: quantity(number), measure: measure(unit) }
}

pub(crate) fn asked(code: &str, kind: RequirementKind, number: Option<&str>) -> Asked {
    let requirement = Requirement {
        code: code.to_owned(),
        name_vi: code.to_owned(),
        name_en: code.to_owned(),
        kind,
        papers: vec![format!("{code}_paper")],
    };
    Asked { requirement: Arc::new(requirement), number: number.map(quantity) }
}

/// A need that asks nothing.
pub(crate) fn demand() -> Demand {
    Demand {
        id: NeedId(Uuid::from_u128(1)),
        retailer: OrganisationId(Uuid::from_u128(2)),
        words: crate::words::of("Miến dong"),
        groups: Vec::new(),
        min_stars: None,
        amount: None,
        months: None,
        ceiling: None,
        deadline: None,
        provinces: Vec::new(),
        requirements: Vec::new(),
        point: None,
    }
}

/// A product of which nothing but the name is known.
pub(crate) fn supply() -> Supply {
    let (id, producer) = (ProductId(Uuid::from_u128(3)), OrganisationId(Uuid::from_u128(4)));
    Supply { words: crate::words::of("Miến dong Cự Đà"), ..Supply::new(id, producer, "I.3.b".into()) }
}

pub(crate) fn terms(change: impl FnOnce(&mut Terms)) -> Option<Box<Terms>> {
    let mut terms = Terms::default();
    change(&mut terms);
    Some(Box::new(terms))
}

/// A pack with what is in it and what a buyer pays.
pub(crate) fn pack(unit: &str, content: Option<(&str, &str)>, price: Option<i64>) -> Pack {
    Pack {
        unit: Some(measure(unit)),
        net_content: content.map(|(number, unit)| amount(number, unit)),
        wholesale_price: price.map(dong),
        retail_price: None,
        has_barcode: false,
    }
}
