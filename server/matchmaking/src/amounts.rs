//! Quantities and prices of a need and a product brought to one unit, where that can be done: by the kilogram and by the
//! tonne, and through the net content also by the pack.

use std::sync::Arc;

use shared::{Dong, Quantity, Unit, UnitPrice};

use crate::supply::Pack;

/// A unit with its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// What it measures and how.
    pub unit: Unit,
    /// As it stands after a number, in Vietnamese.
    pub name_vi: String,
    /// As it stands after a number, in English.
    pub name_en: String,
}

/// So much of something.
#[derive(Clone, Debug)]
pub struct Amount {
    /// How much.
    pub quantity: Quantity,
    /// Of what.
    pub measure: Arc<Measure>,
}

impl Amount {
    /// The same in another unit. Packs are turned into what is in them and back by the packs of the product; where it has
    /// several of one name, by the one that gives less, so that nobody is promised too much.
    pub(crate) fn within(&self, wanted: &Measure, packs: &[Pack]) -> Option<Quantity> {
        let (unit, wanted) = (&self.measure.unit, &wanted.unit);
        if let Some(quantity) = unit.convert(self.quantity, wanted) {
            return Some(quantity);
        }
        let contents = |of: &Unit| {
            let of = of.clone();
            let named = move |pack: &&Pack| pack.unit.as_ref().is_some_and(|measure| measure.unit == of);
            packs.iter().filter(named).filter_map(|pack| pack.net_content.as_ref())
        };
        let opened = contents(unit).filter_map(|content| {
            let all = scaled(self.quantity, content.quantity.thousandths(), 1_000)?;
            content.measure.unit.convert(all, wanted)
        });
        let filled = contents(wanted).filter_map(|content| {
            let all = unit.convert(self.quantity, &content.measure.unit)?;
            scaled(all, 1_000, content.quantity.thousandths())
        });
        opened.chain(filled).min()
    }
}

impl Pack {
    /// What a buyer pays for one of a unit of it.
    pub(crate) fn price_per(&self, wanted: &Measure) -> Option<Dong> {
        let (price, unit) = (self.wholesale_price?, &self.unit.as_ref()?.unit);
        if *unit == wanted.unit {
            return Some(price);
        }
        let content = self.net_content.as_ref().map(|content| (content.quantity, &content.measure.unit));
        UnitPrice::of(price, unit, content)?.per(&wanted.unit)
    }
}

/// A quantity times a fraction, downwards.
fn scaled(quantity: Quantity, by: i64, over: i64) -> Option<Quantity> {
    let product = i128::from(quantity.thousandths()) * i128::from(by);
    let thousandths = product.checked_div(i128::from(over))?;
    Quantity::from_thousandths(i64::try_from(thousandths).ok()?).ok()
}
