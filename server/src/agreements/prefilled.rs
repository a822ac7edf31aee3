//! What the two sides of an introduction have said already, as the first draft of an agreement: only facts that are there,
//! and nothing that nobody has said.

use chrono::{Datelike, Days, Months, NaiveDate};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::{AgreementKind, InvoiceAnswer, Quantity};

use super::{lines::Goods, stored::PartyDetails, terms::Terms};
use crate::{
    entities::{introduction, need, product, product_terms, variant},
    error::Result,
};

/// What is known of the goods of an introduction.
struct Facts {
    need: Option<need::Model>,
    product: Option<product::Model>,
    terms: Option<product_terms::Model>,
    pack: Option<variant::Model>,
}

impl Facts {
    async fn of(connection: &impl ConnectionTrait, introduction: &introduction::Model) -> Result<Self> {
        let id = introduction.product_id;
        let need = match introduction.need_id {
            Some(need) => need::Entity::find_by_id(need).one(connection).await?,
            None => None,
        };
        let pack = variant::Entity::find()
            .filter(variant::Column::ProductId.eq(id))
            .order_by_asc(variant::Column::Position);
        Ok(Self {
            need,
            product: product::Entity::find_by_id(id).one(connection).await?,
            terms: product_terms::Entity::find_by_id(id).one(connection).await?,
            pack: pack.one(connection).await?,
        })
    }

    /// The goods, if it is known in which unit they are counted. How many are wanted is nothing until somebody says it.
    fn goods(&self, introduction: &introduction::Model) -> Option<Goods> {
        let need = self.need.as_ref();
        let wanted = need.and_then(|need| Some((need.quantity_per_month?, need.unit_code.clone()?)));
        let of_pack = || self.pack.as_ref()?.pack_unit.clone();
        let of_terms = || self.terms.as_ref()?.unit_code.clone();
        let (quantity_per_month, unit_code) = match wanted {
            Some(wanted) => wanted,
            None => (Quantity::default(), of_pack().or_else(of_terms)?),
        };
        // The price of a pack is one of a unit only where the pack is the unit.
        let is_unit = |pack: &&variant::Model| pack.pack_unit.as_ref() == Some(&unit_code);
        let price = self.pack.as_ref().filter(is_unit).and_then(|pack| pack.wholesale_price);
        let ceiling = need.filter(|need| need.unit_code.as_ref() == Some(&unit_code));
        let ceiling = ceiling.and_then(|need| need.price_ceiling);
        let price = match (price, ceiling) {
            (Some(price), Some(ceiling)) => Some(price.min(ceiling)),
            (price, ceiling) => price.or(ceiling),
        };
        Some(Goods {
            product_id: self.product.as_ref().map(|row| row.id),
            variant_id: self.pack.as_ref().map(|row| row.id),
            product_name: introduction.product_name.clone(),
            variant_name: self.pack.as_ref().map(|row| row.name.clone()),
            quantity_per_month,
            unit_code,
            price,
            months: self.months(),
        })
    }

    /// Months in which it is wanted and can be had; all unless somebody said.
    fn months(&self) -> Option<i32> {
        let wanted = self.need.as_ref().and_then(|need| need.months);
        let had = self.product.as_ref().and_then(|product| product.months);
        match (wanted, had) {
            (Some(wanted), Some(had)) => Some(wanted & had).filter(|common| *common != 0).or(Some(wanted)),
            (wanted, had) => wanted.or(had),
        }
    }

    fn delivery(&self) -> Option<String> {
        let terms = self.terms.as_ref()?;
        let lead = terms.lead_time_days.map(|days| format!("Giao hàng trong {days} ngày kể từ ngày đặt."));
        let area = terms.delivery_area.as_ref().map(|area| format!("Nơi giao: {area}."));
        let hanoi = terms.delivers_to_hanoi.filter(|delivers| *delivers && area.is_none());
        let hanoi = hanoi.map(|_| "Giao hàng tại Hà Nội.".to_owned());
        let least = terms.minimum_order.filter(|least| *least > Quantity::default());
        let least = least.map(|least| format!("Mỗi lần đặt ít nhất {}.", least.shown()));
        // The least order is counted in the unit of the terms, which the goods may not have.
        let is_counted = self.need.as_ref().is_none_or(|need| need.unit_code == terms.unit_code);
        sentences([lead, area, hanoi, least.filter(|_| is_counted)])
    }

    fn payment(&self) -> Option<String> {
        let terms = self.terms.as_ref()?;
        let credit = terms.credit_days.map(|days| match days {
            0 => "Thanh toán khi giao hàng.".to_owned(),
            days => format!("Thanh toán trong {days} ngày kể từ ngày giao hàng."),
        });
        let consignment = terms.accepts_consignment.filter(|accepts| *accepts);
        let consignment = consignment.map(|_| "Bên bán nhận ký gửi.".to_owned());
        let invoice = terms.vat_invoice.map(|answer| {
            match answer {
                InvoiceAnswer::Yes => "Bên bán xuất hóa đơn giá trị gia tăng.",
                InvoiceAnswer::No => "Bên bán không xuất hóa đơn giá trị gia tăng.",
                InvoiceAnswer::OnRequest => "Bên bán xuất hóa đơn giá trị gia tăng khi được yêu cầu.",
            }
            .to_owned()
        });
        sentences([credit, consignment, invoice])
    }

    fn quality(&self) -> Option<String> {
        let terms = self.terms.as_ref()?;
        let shelf = terms.shelf_life_days.map(|days| format!("Hạn sử dụng {days} ngày kể từ ngày sản xuất."));
        let storage = terms.storage.as_ref().map(|storage| format!("Bảo quản: {storage}."));
        sentences([shelf, storage])
    }
}

fn sentences(known: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    let known: Vec<String> = known.into_iter().flatten().map(|text| text.replace("..", ".")).collect();
    (!known.is_empty()).then(|| known.join(" "))
}

/// The draft of an introduction on some day.
pub(super) async fn of_introduction(
    connection: &impl ConnectionTrait,
    introduction: &introduction::Model,
    (retailer, producer): (PartyDetails, PartyDetails),
    today: NaiveDate,
) -> Result<Terms> {
    let facts = Facts::of(connection, introduction).await?;
    let (starts_on, ends_on) = a_year_from(today);
    Ok(Terms {
        kind: AgreementKind::Minutes,
        event_id: None,
        starts_on,
        ends_on,
        place: None,
        delivery: facts.delivery(),
        payment: facts.payment(),
        quality: facts.quality(),
        other: None,
        retailer,
        producer,
        goods: facts.goods(introduction).into_iter().collect(),
    })
}

/// From the first day of the next month on, for twelve months.
fn a_year_from(today: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let first = today.with_day(1).and_then(|day| day.checked_add_months(Months::new(1)));
    (first, first.and_then(|first| year_after(first)))
}

/// The last day of the twelve months that begin on a day.
pub(super) fn year_after(first: NaiveDate) -> Option<NaiveDate> {
    first.checked_add_months(Months::new(12))?.checked_sub_days(Days::new(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_begins_with_the_next_month_and_holds_for_a_year() {
        let day = |text: &str| Some(text.parse::<NaiveDate>().unwrap());

        assert_eq!(a_year_from(day("2026-11-26").unwrap()), (day("2026-12-01"), day("2027-11-30")));
        assert_eq!(a_year_from(day("2027-12-31").unwrap()), (day("2028-01-01"), day("2028-12-31")));
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        assert_eq!(sentences([None, None]), None);
        assert_eq!(sentences([Some("Giao tại kho.".to_owned()), None]).as_deref(), Some("Giao tại kho."));
    }
}
