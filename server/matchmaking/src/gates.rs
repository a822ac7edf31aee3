//! Whether a product answers what a need asks: each gate is met, not met or unknown, and says what it rests on. What is not
//! known is never taken for a no.

use chrono::NaiveDate;
use shared::{Dong, FactKind, GateKind, GateState, InvoiceAnswer, Mend, Quantity, limits::REST_DAYS};

use crate::{
    amounts::{Amount, Measure},
    demand::{Demand, Gate, Requirement},
    supply::Supply,
    term::Term,
};

/// What a verdict depends on beside need and product.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances {
    /// The day.
    pub today: NaiveDate,
    /// When one of the two last refused the other about this.
    pub refused_on: Option<NaiveDate>,
}

/// Whether a gate lets a pair through, and what that rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// Whether it does.
    pub state: GateState,
    /// Why.
    pub rests: Rests,
}

/// The fact that a verdict rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rests {
    /// Nothing is known.
    Nothing,
    /// It is what was asked, or is not.
    Plain,
    /// Only the wider group is known.
    WiderGroup,
    /// So many stars, until a day, and whether they certainly hold.
    Stars(u8, Option<NaiveDate>, bool),
    /// To be had in these months.
    Months(u16),
    /// So much a month, in the unit of the need.
    Amount(Quantity),
    /// So much is the least of an order, in the unit of the need.
    LeastOrder(Quantity),
    /// Known, but in a unit that can't be compared.
    OtherUnit,
    /// So much for one of the need's unit.
    Price(Dong),
    /// Only what people pay in shops is known.
    RetailOnly,
    /// An invoice is issued when asked for.
    OnRequest,
    /// A number: days, percent.
    Number(Quantity),
    /// A paper, its last day, and whether anybody but its owner has said so.
    Paper(Option<NaiveDate>, bool),
    /// So many packs of so many have a barcode.
    Barcodes(usize, usize),
    /// Refused on a day.
    Refused(NaiveDate),
}

impl Verdict {
    const UNKNOWN: Self = Self { state: GateState::Unknown, rests: Rests::Nothing };

    const fn of(state: GateState, rests: Rests) -> Self {
        Self { state, rests }
    }

    const fn met_if(is_met: bool, rests: Rests) -> Self {
        Self::of(if is_met { GateState::Met } else { GateState::NotMet }, rests)
    }

    fn yes_or_no(answer: Option<bool>) -> Self {
        answer.map_or(Self::UNKNOWN, |yes| Self::met_if(yes, Rests::Plain))
    }
}

impl Gate<'_> {
    /// Whether it lets a product through.
    pub fn verdict(&self, demand: &Demand, supply: &Supply, circumstances: &Circumstances) -> Verdict {
        let terms = supply.terms.as_deref();
        match self {
            Self::Group => group(demand, supply),
            Self::Stars(least) => stars(*least, supply, &Term::of(demand, circumstances.today)),
            Self::Months(wanted) => supply.months.map_or(Verdict::UNKNOWN, |months| {
                Verdict::met_if(months & wanted != 0, Rests::Months(months))
            }),
            Self::Capacity { amount, least } => capacity(amount, *least, supply),
            Self::Price(ceiling, measure) => price(*ceiling, measure, supply),
            Self::VatInvoice => match terms.and_then(|terms| terms.vat_invoice) {
                Some(InvoiceAnswer::Yes) => Verdict::met_if(true, Rests::Plain),
                Some(InvoiceAnswer::OnRequest) => Verdict::met_if(true, Rests::OnRequest),
                Some(InvoiceAnswer::No) => Verdict::met_if(false, Rests::Plain),
                None => Verdict::UNKNOWN,
            },
            Self::Paper(requirement) if requirement.code == "business_registration" && supply.is_verified => {
                Verdict::met_if(true, Rests::Plain)
            }
            Self::Paper(requirement) => paper(requirement, supply, &Term::of(demand, circumstances.today)),
            Self::Barcode => barcodes(supply),
            Self::ShelfLife(least) => at_least(terms.and_then(|terms| terms.shelf_life_days), *least),
            Self::Credit(least) => at_least(terms.and_then(|terms| terms.credit_days), *least),
            Self::LeadTime(most) => days(terms.and_then(|terms| terms.lead_time_days), |days| {
                most.is_none_or(|most| days <= most)
            }),
            Self::Consignment => Verdict::yes_or_no(terms.and_then(|terms| terms.accepts_consignment)),
            Self::Delivery => Verdict::yes_or_no(terms.and_then(|terms| terms.delivers_to_hanoi)),
            Self::Origin => origin(demand, supply),
            Self::Requirement(requirement, number) => answered(requirement, *number, supply),
            Self::Refusal => match circumstances.refused_on {
                Some(day) if (circumstances.today - day).num_days() < REST_DAYS => {
                    Verdict::met_if(false, Rests::Refused(day))
                }
                _ => Verdict::met_if(true, Rests::Plain),
            },
        }
    }

    /// Where the producer mends it; nothing where it is what it is.
    pub fn mend(&self) -> Option<Mend> {
        Some(match self {
            Self::Group | Self::Origin | Self::Refusal => return None,
            Self::Stars(_) => Mend::Stars,
            Self::Months(_) => Mend::Months,
            Self::Price(..) | Self::Barcode => Mend::Variants,
            Self::Paper(_) => Mend::Certificate,
            Self::Capacity { .. }
            | Self::VatInvoice
            | Self::ShelfLife(_)
            | Self::LeadTime(_)
            | Self::Credit(_)
            | Self::Consignment
            | Self::Delivery => Mend::Terms,
            Self::Requirement(requirement, _) => match requirement.code.as_str() {
                "tax_code" => Mend::Organisation,
                "traceability_code" => Mend::Terms,
                _ => Mend::Answer,
            },
        })
    }

    /// The fact about the product that it looks at, where it is one that is confirmed by itself.
    pub fn fact(&self) -> Option<FactKind> {
        Some(match self.kind() {
            GateKind::Months => FactKind::Months,
            GateKind::Capacity => FactKind::Capacity,
            GateKind::Price | GateKind::Barcode => FactKind::Variants,
            GateKind::VatInvoice => FactKind::VatInvoice,
            GateKind::ShelfLife => FactKind::ShelfLife,
            GateKind::LeadTime => FactKind::LeadTime,
            GateKind::Credit => FactKind::Credit,
            GateKind::Consignment => FactKind::Consignment,
            GateKind::Delivery => FactKind::Delivery,
            GateKind::Requirement if self.requirement() == Some("traceability_code") => {
                FactKind::Traceability
            }
            GateKind::Requirement => FactKind::Answers,
            GateKind::Stars | GateKind::Group | GateKind::Paper | GateKind::Origin | GateKind::Refusal => {
                return None;
            }
        })
    }
}

/// Whether a group is another one or lies below it: `I.3.d` lies below `I.3`.
fn lies_in(group: &str, wider: &str) -> bool {
    group.strip_prefix(wider).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Goods of which only the wider group is known may be what is looked for.
pub(crate) fn group(demand: &Demand, supply: &Supply) -> Verdict {
    let is = |wanted: &String| lies_in(&supply.group, wanted);
    let may_be = |wanted: &String| lies_in(wanted, &supply.group);
    if demand.groups.iter().any(is) {
        Verdict::met_if(true, Rests::Plain)
    } else if demand.groups.iter().any(may_be) {
        Verdict::of(GateState::Unknown, Rests::WiderGroup)
    } else {
        Verdict::met_if(false, Rests::Plain)
    }
}

/// A star or a paper must hold when deliveries begin; whether it is renewed while they last, nobody knows yet.
fn through(until: Option<NaiveDate>, term: &Term) -> GateState {
    match until {
        Some(day) if day < term.from => GateState::NotMet,
        Some(day) if day < term.to => GateState::Unknown,
        _ => GateState::Met,
    }
}

fn stars(least: u8, supply: &Supply, term: &Term) -> Verdict {
    let Some(star) = supply.star else { return Verdict::met_if(false, Rests::Nothing) };
    let rests = Rests::Stars(star.stars, star.until, star.is_certain);
    if star.stars < least {
        return Verdict::met_if(false, rests);
    }
    Verdict::of(if star.is_certain { through(star.until, term) } else { GateState::Unknown }, rests)
}

fn capacity(wanted: &Amount, least: Quantity, supply: &Supply) -> Verdict {
    let Some(terms) = supply.terms.as_deref() else { return Verdict::UNKNOWN };
    let here = |amount: &Amount| amount.within(&wanted.measure, &supply.packs);
    if let Some(order) = terms.minimum_order.as_ref().and_then(here)
        && order > wanted.quantity
    {
        return Verdict::met_if(false, Rests::LeastOrder(order));
    }
    let Some(capacity) = &terms.capacity else { return Verdict::UNKNOWN };
    match here(capacity) {
        Some(amount) => Verdict::met_if(amount >= least, Rests::Amount(amount)),
        None => Verdict::of(GateState::Unknown, Rests::OtherUnit),
    }
}

/// The lowest price of a product for one of a unit, as buyers pay it.
pub(crate) fn lowest_price(measure: &Measure, supply: &Supply) -> Option<Dong> {
    supply.packs.iter().filter_map(|pack| pack.price_per(measure)).min()
}

fn price(ceiling: Dong, measure: &Measure, supply: &Supply) -> Verdict {
    if let Some(lowest) = lowest_price(measure, supply) {
        return Verdict::met_if(lowest <= ceiling, Rests::Price(lowest));
    }
    let is_priced = supply.packs.iter().any(|pack| pack.wholesale_price.is_some());
    let is_priced_in_shops = supply.packs.iter().any(|pack| pack.retail_price.is_some());
    let rests = match (is_priced, is_priced_in_shops) {
        (true, _) => Rests::OtherUnit,
        (false, true) => Rests::RetailOnly,
        (false, false) => Rests::Nothing,
    };
    Verdict::of(GateState::Unknown, rests)
}

/// A paper of an accepted kind: one that counts before one that only its owner speaks of, and of these the one that holds
/// longest.
fn paper(requirement: &Requirement, supply: &Supply, term: &Term) -> Verdict {
    let accepted =
        supply.papers.iter().filter(|paper| requirement.papers.iter().any(|kind| **kind == *paper.kind));
    let holds = |until: Option<NaiveDate>| until.is_none_or(|day| day >= term.from);
    let best = accepted
        .max_by_key(|paper| (holds(paper.until), paper.counts, paper.until.unwrap_or(NaiveDate::MAX)));
    let Some(best) = best else { return Verdict::UNKNOWN };
    let state = match through(best.until, term) {
        GateState::Met if !best.counts => GateState::Unknown,
        state => state,
    };
    Verdict::of(state, Rests::Paper(best.until, best.counts))
}

fn barcodes(supply: &Supply) -> Verdict {
    let (all, coded) = (supply.packs.len(), supply.packs.iter().filter(|pack| pack.has_barcode).count());
    if all == 0 {
        return Verdict::UNKNOWN;
    }
    Verdict::met_if(all == coded, Rests::Barcodes(coded, all))
}

fn days(known: Option<i32>, is_met: impl Fn(i64) -> bool) -> Verdict {
    let Some(known) = known.map(i64::from) else { return Verdict::UNKNOWN };
    let number = Quantity::from_thousandths(known.saturating_mul(1_000)).unwrap_or_default();
    Verdict::met_if(is_met(known), Rests::Number(number))
}

fn at_least(known: Option<i32>, least: Option<i64>) -> Verdict {
    days(known, |days| days >= least.unwrap_or(1))
}

fn origin(demand: &Demand, supply: &Supply) -> Verdict {
    let places = [&supply.province, &supply.former_province];
    if places.iter().all(|place| place.is_none()) {
        return Verdict::UNKNOWN;
    }
    let is_wanted = |place: &Option<std::sync::Arc<_>>| {
        place.as_ref().is_some_and(|place| demand.provinces.iter().any(|wanted| *wanted == **place))
    };
    Verdict::met_if(places.into_iter().any(is_wanted), Rests::Plain)
}

fn answered(requirement: &Requirement, asked: Option<Quantity>, supply: &Supply) -> Verdict {
    match requirement.code.as_str() {
        "tax_code" if supply.has_tax_code => return Verdict::met_if(true, Rests::Plain),
        "tax_code" => return Verdict::UNKNOWN,
        "traceability_code" if supply.terms.as_ref().is_some_and(|terms| terms.is_traceable) => {
            return Verdict::met_if(true, Rests::Plain);
        }
        _ => {}
    }
    let Some(answer) = supply.answer(&requirement.code) else { return Verdict::UNKNOWN };
    match answer.number {
        Some(number) => Verdict::met_if(asked.is_none_or(|asked| number >= asked), Rests::Number(number)),
        None => Verdict::yes_or_no(answer.yes),
    }
}
