//! Signed agreements and their checks as time would have made them, straight into the database: how an agreement is signed
//! has tests of its own.

use chrono::{Days, Duration, NaiveDate, Utc};
use sea_orm::{EntityTrait, IntoActiveModel};
use server::{
    agreements::stored::PartyDetails,
    calendar,
    changes::{Line, Write},
    entities::{agreement, agreement_line, agreement_version, delivery_check},
};
use shared::{
    AccountId, AgreementFollows, AgreementId, AgreementKind, AgreementLineId, AgreementStatus,
    DeliveryCheckId, DeliveryCheckKind, DeliveryCheckState, Dong, EventId, IntroductionId, OrganisationId,
    ProductId, Quantity, TradeParty,
};
use tests::{Sides, TestApp};

/// What was agreed; days count from today.
#[derive(Clone, Debug)]
pub(crate) struct Deal {
    pub(crate) retailer: OrganisationId,
    pub(crate) producer: OrganisationId,
    pub(crate) author: AccountId,
    pub(crate) product: Option<ProductId>,
    pub(crate) kind: AgreementKind,
    pub(crate) status: AgreementStatus,
    pub(crate) introduction: Option<IntroductionId>,
    pub(crate) event: Option<EventId>,
    pub(crate) follows: Option<(AgreementId, AgreementFollows)>,
    /// First and last day of the term.
    pub(crate) term: (i64, i64),
    pub(crate) signed: i64,
    pub(crate) per_month: i64,
    pub(crate) price: Option<i64>,
}

/// A signed agreement with one line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Signed {
    pub(crate) id: AgreementId,
    pub(crate) line: AgreementLineId,
}

/// A year that began thirty days ago: 300 kg a month at 100,000 đồng.
pub(crate) fn deal(sides: &Sides) -> Deal {
    Deal {
        retailer: sides.shop,
        producer: sides.makes,
        author: sides.buyer.account,
        product: sides.product.as_str().map(|id| id.parse().unwrap()),
        kind: AgreementKind::Minutes,
        status: AgreementStatus::Signed,
        introduction: None,
        event: None,
        follows: None,
        term: (-30, 334),
        signed: -40,
        per_month: 300,
        price: Some(100_000),
    }
}

pub(crate) fn day(from_today: i64) -> NaiveDate {
    calendar::today() + Duration::days(from_today)
}

impl Deal {
    /// Writes it down.
    pub(crate) async fn sign(&self, app: &TestApp) -> Signed {
        let (id, line) = (AgreementId::new(), AgreementLineId::new());
        let at = |days| calendar::beginning_of(day(days)) + Duration::hours(9);
        let was_signed = self.status.was_signed();
        let is_settled = was_signed && self.status != AgreementStatus::Signed;
        let row = agreement::Model {
            id,
            kind: self.kind,
            status: self.status,
            number: was_signed.then(|| format!("{id}/thu")),
            number_year: None,
            number_sequence: None,
            retailer_id: Some(self.retailer),
            producer_id: Some(self.producer),
            introduction_id: self.introduction,
            event_id: self.event,
            follows_id: self.follows.map(|(id, _)| id),
            follows_as: self.follows.map(|(_, how)| how),
            author_id: self.author,
            current_version: 1,
            proposed_at: Some(at(self.signed - 4)),
            answer_by: Some(at(self.signed + 20)),
            signed_at: was_signed.then(|| at(self.signed)),
            signed_on: was_signed.then(|| day(self.signed)),
            is_paper: false,
            scan_id: None,
            settled_at: is_settled.then(|| at(-1)),
            settled_by: None,
            settled_because: None,
            moved_at: at(self.signed),
            created_at: at(self.signed - 4),
            updated_at: at(self.signed),
            version: 1,
        };
        let side = |name: &str| PartyDetails { name: name.to_owned(), ..PartyDetails::default() };
        let version = agreement_version::Model {
            agreement_id: id,
            number: 1,
            written_by: TradeParty::Retailer,
            author_id: self.author,
            note: None,
            starts_on: Some(day(self.term.0)),
            ends_on: Some(day(self.term.1)),
            place: None,
            delivery_terms: None,
            payment_terms: None,
            quality_terms: None,
            other_terms: None,
            retailer: side("Siêu thị Thử (mẫu)"),
            producer: side("HTX Thử (mẫu)"),
            retailer_signed_at: row.signed_at,
            retailer_signer_id: was_signed.then_some(self.author),
            producer_signed_at: row.signed_at,
            producer_signer_id: was_signed.then_some(self.author),
            created_at: row.created_at,
        };
        let goods = agreement_line::Model {
            id: line,
            agreement_id: id,
            version_number: 1,
            position: 0,
            product_id: self.product,
            variant_id: None,
            product_name: "Miến dong (mẫu)".to_owned(),
            variant_name: None,
            quantity_per_month: Quantity::from_thousandths(self.per_month * 1_000).unwrap(),
            unit_code: "kg".to_owned(),
            price: self.price.map(|amount| Dong::new(amount).unwrap()),
            months: None,
        };
        let mut write = Write::begin(&app.app.database, "test").await.unwrap();
        let rows = write.rows();
        agreement::Entity::insert(row.into_active_model()).exec_without_returning(rows).await.unwrap();
        agreement_version::Entity::insert(version.into_active_model())
            .exec_without_returning(rows)
            .await
            .unwrap();
        agreement_line::Entity::insert(goods.into_active_model()).exec_without_returning(rows).await.unwrap();
        write.record(Line::of("agreement", id, "signed"));
        write.commit().await.unwrap();
        Signed { id, line }
    }
}

impl Signed {
    /// A check about some days; it is asked on the day after them.
    pub(crate) async fn check(
        self,
        app: &TestApp,
        kind: DeliveryCheckKind,
        state: DeliveryCheckState,
        days: (i64, i64),
    ) -> DeliveryCheckId {
        let id = DeliveryCheckId::new();
        let row = delivery_check::Model {
            id,
            agreement_id: self.id,
            kind,
            state,
            begins_on: day(days.0),
            ends_on: day(days.1),
            asked_on: day(days.1 + 1),
            closes_on: day(days.1) + Days::new(shared::limits::CHECK_DAYS),
            settled_at: (state == DeliveryCheckState::Confirmed).then(Utc::now),
        };
        let rows = app.app.database.write();
        delivery_check::Entity::insert(row.into_active_model()).exec_without_returning(rows).await.unwrap();
        id
    }

    /// The check of the first month, whose day it is.
    pub(crate) async fn asked(self, app: &TestApp) -> DeliveryCheckId {
        self.check(app, DeliveryCheckKind::FirstMonth, DeliveryCheckState::Asked, (-30, -1)).await
    }
}
