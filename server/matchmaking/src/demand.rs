//! What a retailer asks, as the gates see it.

use std::sync::Arc;

use chrono::NaiveDate;
use shared::{AdminUnitId, Dong, GateKind, NeedId, OrganisationId, Quantity, RequirementKind};

use crate::{
    amounts::{Amount, Measure},
    place::Point,
};

/// A need.
#[derive(Clone, Debug)]
pub struct Demand {
    /// Which.
    pub id: NeedId,
    /// Whose.
    pub retailer: OrganisationId,
    /// Words of its name (`words::of`).
    pub words: Box<[u32]>,
    /// Groups of goods, any of them; all when there are none.
    pub groups: Vec<String>,
    /// The fewest stars.
    pub min_stars: Option<u8>,
    /// How much a month.
    pub amount: Option<Amount>,
    /// Solar months as twelve bits.
    pub months: Option<u16>,
    /// The most that is paid for one of a unit.
    pub ceiling: Option<(Dong, Arc<Measure>)>,
    /// Until when answers are welcome.
    pub deadline: Option<NaiveDate>,
    /// Provinces of either era it should come from, any of them; all when there are none.
    pub provinces: Vec<AdminUnitId>,
    /// What is asked of producers beside that.
    pub requirements: Vec<Asked>,
    /// Where it is wanted.
    pub point: Option<Point>,
}

/// Something of the list of what buyers ask.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What.
    pub requirement: Arc<Requirement>,
    /// The number that is asked for.
    pub number: Option<Quantity>,
}

/// One line of the list of what buyers ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Its code in the list.
    pub code: String,
    /// Its name in Vietnamese.
    pub name_vi: String,
    /// Its name in English.
    pub name_en: String,
    /// What the answer to it is.
    pub kind: RequirementKind,
    /// Kinds of papers that meet it, any one of them, by code.
    pub papers: Vec<String>,
}

/// One gate of a need, with what it asks.
#[derive(Clone, Debug)]
pub enum Gate<'a> {
    /// At least so many stars.
    Stars(u8),
    /// Goods of one of the need's groups.
    Group,
    /// In these months.
    Months(u16),
    /// So much a month; a part of it is enough where the need says so.
    Capacity {
        /// What is wanted.
        amount: &'a Amount,
        /// What is enough.
        least: Quantity,
    },
    /// At most so much for one of a unit.
    Price(Dong, &'a Measure),
    /// An invoice.
    VatInvoice,
    /// A paper.
    Paper(&'a Requirement),
    /// A barcode on every pack.
    Barcode,
    /// Keeps for days.
    ShelfLife(Option<i64>),
    /// Is there within days.
    LeadTime(Option<i64>),
    /// So many days to pay.
    Credit(Option<i64>),
    /// Goods on consignment.
    Consignment,
    /// Delivered to Hanoi.
    Delivery,
    /// From one of the need's provinces.
    Origin,
    /// Anything else that is answered by yes or by a number.
    Requirement(&'a Requirement, Option<Quantity>),
    /// Not refused lately.
    Refusal,
}

impl Gate<'_> {
    /// What kind of gate it is.
    pub fn kind(&self) -> GateKind {
        match self {
            Self::Stars(_) => GateKind::Stars,
            Self::Group => GateKind::Group,
            Self::Months(_) => GateKind::Months,
            Self::Capacity { .. } => GateKind::Capacity,
            Self::Price(..) => GateKind::Price,
            Self::VatInvoice => GateKind::VatInvoice,
            Self::Paper(_) => GateKind::Paper,
            Self::Barcode => GateKind::Barcode,
            Self::ShelfLife(_) => GateKind::ShelfLife,
            Self::LeadTime(_) => GateKind::LeadTime,
            Self::Credit(_) => GateKind::Credit,
            Self::Consignment => GateKind::Consignment,
            Self::Delivery => GateKind::Delivery,
            Self::Origin => GateKind::Origin,
            Self::Requirement(..) => GateKind::Requirement,
            Self::Refusal => GateKind::Refusal,
        }
    }

    /// Which line of the list of requirements it is, for papers and all else that buyers ask.
    pub fn requirement(&self) -> Option<&str> {
        match self {
            Self::Paper(requirement) | Self::Requirement(requirement, _) => Some(&requirement.code),
            _ => None,
        }
    }
}

impl Demand {
    /// Everything the need asks, in the order in which people look at it. It follows from the need alone, so that its
    /// products can be compared line by line.
    pub fn gates(&self) -> Vec<Gate<'_>> {
        let number = |code: &str| self.asks(code).and_then(|asked| asked.number);
        let days = |code: &str| number(code).map(whole);
        let mut gates = Vec::with_capacity(8 + self.requirements.len());
        if !self.groups.is_empty() {
            gates.push(Gate::Group);
        }
        let stars = self.min_stars.max(number("min_stars").and_then(|stars| u8::try_from(whole(stars)).ok()));
        gates.extend(stars.map(Gate::Stars));
        gates.extend(self.months.map(Gate::Months));
        if let Some(amount) = &self.amount {
            let part = number("min_monthly_volume").filter(|part| *part < amount.quantity);
            gates.push(Gate::Capacity { amount, least: part.unwrap_or(amount.quantity) });
        }
        gates.extend(self.ceiling.as_ref().map(|(dong, unit)| Gate::Price(*dong, unit)));
        if !self.provinces.is_empty() {
            gates.push(Gate::Origin);
        }
        for asked in &self.requirements {
            let requirement = &*asked.requirement;
            gates.push(match requirement.code.as_str() {
                // The need's own fields say these.
                "min_stars" | "min_monthly_volume" | "max_price" | "stable_supply_months" => continue,
                "vat_invoice" => Gate::VatInvoice,
                "gtin" => Gate::Barcode,
                "shelf_life_days" => Gate::ShelfLife(days("shelf_life_days")),
                "lead_time_days" => Gate::LeadTime(days("lead_time_days")),
                "credit_days" => Gate::Credit(days("credit_days")),
                "consignment" => Gate::Consignment,
                "delivers_to_hanoi" => Gate::Delivery,
                _ if requirement.kind == RequirementKind::Certificate => Gate::Paper(requirement),
                _ => Gate::Requirement(requirement, asked.number),
            });
        }
        gates.push(Gate::Refusal);
        gates
    }

    fn asks(&self, code: &str) -> Option<&Asked> {
        self.requirements.iter().find(|asked| asked.requirement.code == code)
    }
}

/// The whole part of a number.
fn whole(number: Quantity) -> i64 {
    number.thousandths() / 1_000
}
