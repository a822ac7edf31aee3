//! What a producer offers, as the gates see it. Of most products little is known, so what is seldom there is kept apart:
//! a node holds all of them in memory.

use std::sync::Arc;

use chrono::NaiveDate;
use shared::{AdminUnitId, Dong, FactKind, InvoiceAnswer, OrganisationId, ProductId, Quantity};

use crate::{
    amounts::{Amount, Measure},
    place::Point,
};

/// A published product.
#[derive(Clone, Debug)]
pub struct Supply {
    /// Which.
    pub id: ProductId,
    /// Whose.
    pub producer: OrganisationId,
    /// Words of its name (`words::of`).
    pub words: Box<[u32]>,
    /// The finest known group.
    pub group: Arc<str>,
    /// The star that holds today, or may.
    pub star: Option<Star>,
    /// Solar months as twelve bits; nothing is unknown.
    pub months: Option<u16>,
    /// The province of today.
    pub province: Option<Arc<AdminUnitId>>,
    /// The province until 30 June 2025.
    pub former_province: Option<Arc<AdminUnitId>>,
    /// Where it is made.
    pub point: Option<Point>,
    /// Whether staff have verified who makes it.
    pub is_verified: bool,
    /// Whether its maker's tax code is known.
    pub has_tax_code: bool,
    /// On what terms it can be had.
    pub terms: Option<Box<Terms>>,
    /// Its packs.
    pub packs: Box<[Pack]>,
    /// Its papers and those of its maker that were not refused.
    pub papers: Box<[Paper]>,
    /// What its maker answers to what buyers ask.
    pub answers: Box<[Answer]>,
    /// When its facts were last confirmed.
    pub facts: Box<[(FactKind, NaiveDate)]>,
}

/// A star that is not over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Star {
    /// 3 to 5.
    pub stars: u8,
    /// Whether it certainly holds; where only the year of its decision is known, its end may have passed.
    pub is_certain: bool,
    /// The last day on which it certainly holds.
    pub until: Option<NaiveDate>,
}

/// On what terms a product can be had; nothing is unknown.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// What can be delivered in a calendar month.
    pub capacity: Option<Amount>,
    /// The least of one order, in the unit of the capacity.
    pub minimum_order: Option<Amount>,
    /// Days from order to delivery.
    pub lead_time_days: Option<i32>,
    /// Days it keeps.
    pub shelf_life_days: Option<i32>,
    /// Days a buyer may take to pay.
    pub credit_days: Option<i32>,
    /// Whether goods are given on consignment.
    pub accepts_consignment: Option<bool>,
    /// Whether it is delivered to Hanoi.
    pub delivers_to_hanoi: Option<bool>,
    /// Whether an invoice is issued.
    pub vat_invoice: Option<InvoiceAnswer>,
    /// Whether its way can be traced.
    pub is_traceable: bool,
}

/// A pack.
#[derive(Clone, Debug)]
pub struct Pack {
    /// What one of it is called: a packet, a jar.
    pub unit: Option<Arc<Measure>>,
    /// What is in it.
    pub net_content: Option<Amount>,
    /// What a buyer pays.
    pub wholesale_price: Option<Dong>,
    /// What people pay.
    pub retail_price: Option<Dong>,
    /// Whether it has a barcode.
    pub has_barcode: bool,
}

/// A paper.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Code of its kind.
    pub kind: Arc<str>,
    /// The last day it holds; nothing is no end.
    pub until: Option<NaiveDate>,
    /// Whether somebody but its owner says so.
    pub counts: bool,
}

/// An answer to what buyers ask.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Code of the requirement.
    pub requirement: Arc<str>,
    /// Yes or no, where that is the answer.
    pub yes: Option<bool>,
    /// The number, where that is the answer.
    pub number: Option<Quantity>,
}

impl Supply {
    /// A product of which nothing else is known.
    pub fn new(id: ProductId, producer: OrganisationId, group: Arc<str>) -> Self {
        Self {
            id,
            producer,
            words: Box::default(),
            group,
            star: None,
            months: None,
            province: None,
            former_province: None,
            point: None,
            is_verified: false,
            has_tax_code: false,
            terms: None,
            packs: Box::default(),
            papers: Box::default(),
            answers: Box::default(),
            facts: Box::default(),
        }
    }

    /// When a fact was last confirmed.
    pub fn as_of(&self, kind: FactKind) -> Option<NaiveDate> {
        self.facts.iter().find(|(of, _)| *of == kind).map(|(_, day)| *day)
    }

    pub(crate) fn answer(&self, requirement: &str) -> Option<&Answer> {
        self.answers.iter().find(|answer| &*answer.requirement == requirement)
    }
}
