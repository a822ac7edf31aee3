//! Reading what somebody fills in of a version.

use async_graphql::ID;
use chrono::{DateTime, Months, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, EntityTrait};
use shared::{
    AccountId, AgreementId, AgreementKind, EventId, OrganisationId, Problem, ProductId, TaxCode, TradeParty,
    limits,
};

use super::{
    inputs::{AgreementSideInput, AgreementTermsInput},
    lines::{self, Goods},
    stored::PartyDetails,
};
use crate::{
    entities::{agreement, agreement_version, event},
    error::Result,
    events::life,
    forms::Form,
    labels::Labels,
    organisations::masked_tax_code,
};

/// All that a version says.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    pub(super) kind: AgreementKind,
    pub(super) event_id: Option<EventId>,
    pub(super) starts_on: Option<NaiveDate>,
    pub(super) ends_on: Option<NaiveDate>,
    pub(super) place: Option<String>,
    pub(super) delivery: Option<String>,
    pub(super) payment: Option<String>,
    pub(super) quality: Option<String>,
    pub(super) other: Option<String>,
    pub(super) retailer: PartyDetails,
    pub(super) producer: PartyDetails,
    pub(super) goods: Vec<Goods>,
}

/// What is known before somebody fills in the rest.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) retailer: PartyDetails,
    pub(super) producer: PartyDetails,
    /// Whose products can be named: those that everybody sees,
    pub(super) producer_id: Option<OrganisationId>,
    /// all of them,
    pub(super) sees_hidden: bool,
    /// or those that are named already.
    pub(super) named: Vec<ProductId>,
}

/// Reads it; `within` is the place of the terms in the input.
pub(super) async fn read(
    connection: &impl ConnectionTrait,
    labels: &Labels,
    form: &mut Form,
    within: &str,
    input: &AgreementTermsInput,
    known: &Known,
) -> Result<Terms> {
    let at = |field: &str| format!("{within}.{field}");
    let mut text = |field: &str, text: &Option<String>| {
        form.optional_text(&at(field), text.as_deref(), limits::TEXT_CHARS)
    };
    let delivery = text("deliveryTerms", &input.delivery_terms);
    let payment = text("paymentTerms", &input.payment_terms);
    let quality = text("qualityTerms", &input.quality_terms);
    let other = text("otherTerms", &input.other_terms);
    let (starts_on, ends_on) = (input.starts_on.map(|day| day.0), input.ends_on.map(|day| day.0));
    let place = form.optional_line(&at("place"), input.place.as_deref(), limits::LINE_CHARS);
    order(form, &at("endsOn"), starts_on, ends_on);
    Ok(Terms {
        kind: input.kind,
        event_id: event(connection, form, &at("event"), input.event.as_ref()).await?,
        starts_on,
        ends_on,
        place,
        delivery,
        payment,
        quality,
        other,
        retailer: side(form, &at("retailer"), input.retailer.as_ref(), &known.retailer),
        producer: side(form, &at("producer"), input.producer.as_ref(), &known.producer),
        goods: lines::read(connection, labels, form, &at("lines"), &input.lines, known).await?,
    })
}

/// A term begins before it ends, and is no longer than it can be.
fn order(form: &mut Form, field: &str, starts_on: Option<NaiveDate>, ends_on: Option<NaiveDate>) {
    let (Some(first), Some(last)) = (starts_on, ends_on) else { return };
    let longest = first.checked_add_months(Months::new(12 * limits::AGREEMENT_YEARS));
    if last < first {
        form.wrong(field, Problem::WrongOrder);
    } else if longest.is_none_or(|longest| last >= longest) {
        form.wrong(field, Problem::OutOfRange);
    }
}

async fn event(
    connection: &impl ConnectionTrait,
    form: &mut Form,
    field: &str,
    id: Option<&ID>,
) -> Result<Option<EventId>> {
    let Some(id) = id else { return Ok(None) };
    let found = match id.parse::<EventId>() {
        Ok(id) => event::Entity::find_by_id(id).one(connection).await?,
        Err(_) => None,
    };
    let found = found.filter(life::is_public);
    if found.is_none() {
        form.wrong(field, Problem::NotOffered);
    }
    Ok(found.map(|row| row.id))
}

/// A side: what is left out is what is known, an empty text stays empty.
fn side(form: &mut Form, at: &str, input: Option<&AgreementSideInput>, known: &PartyDetails) -> PartyDetails {
    let Some(input) = input else { return known.clone() };
    let mut line = |field: &str, text: &Option<String>, known: &Option<String>, most: usize| match text {
        None => known.clone(),
        Some(text) => form.optional_line(&format!("{at}.{field}"), Some(text), most),
    };
    let name = line("name", &input.name, &Some(known.name.clone()), limits::NAME_CHARS).unwrap_or_default();
    let tax_code = line("taxCode", &input.tax_code, &known.tax_code, limits::NAME_CHARS);
    let details = PartyDetails {
        name,
        address: line("address", &input.address, &known.address, limits::LINE_CHARS),
        phone: line("phone", &input.phone, &known.phone, limits::NAME_CHARS),
        bank_account: line("bankAccount", &input.bank_account, &known.bank_account, limits::LINE_CHARS),
        representative: line(
            "representative",
            &input.representative,
            &known.representative,
            limits::NAME_CHARS,
        ),
        position: line("position", &input.position, &known.position, limits::NAME_CHARS),
        tax_code: None,
    };
    // Who sees a personal number only masked sends it back like that.
    let is_known =
        |text: &String| known.tax_code.as_deref().is_some_and(|code| *text == masked_tax_code(code));
    let tax_code = match tax_code {
        Some(text) if is_known(&text) => known.tax_code.clone(),
        Some(text) => {
            form.read(&format!("{at}.taxCode"), text.parse::<TaxCode>()).map(|code| code.to_string())
        }
        None => None,
    };
    PartyDetails { tax_code, ..details }
}

impl Terms {
    /// The same as they stand in a version.
    pub(super) fn of(row: &agreement::Model, version: &agreement_version::Model, goods: Vec<Goods>) -> Self {
        Self {
            kind: row.kind,
            event_id: row.event_id,
            starts_on: version.starts_on,
            ends_on: version.ends_on,
            place: version.place.clone(),
            delivery: version.delivery_terms.clone(),
            payment: version.payment_terms.clone(),
            quality: version.quality_terms.clone(),
            other: version.other_terms.clone(),
            retailer: version.retailer.clone(),
            producer: version.producer.clone(),
            goods,
        }
    }

    /// A version that says it, which nobody has confirmed.
    pub(super) fn version(
        &self,
        (agreement_id, number): (AgreementId, i32),
        (written_by, author_id): (TradeParty, AccountId),
        note: Option<String>,
        created_at: DateTime<Utc>,
    ) -> agreement_version::Model {
        let terms = self.clone();
        agreement_version::Model {
            agreement_id,
            number,
            written_by,
            author_id,
            note,
            starts_on: terms.starts_on,
            ends_on: terms.ends_on,
            place: terms.place,
            delivery_terms: terms.delivery,
            payment_terms: terms.payment,
            quality_terms: terms.quality,
            other_terms: terms.other,
            retailer: terms.retailer,
            producer: terms.producer,
            retailer_signed_at: None,
            retailer_signer_id: None,
            producer_signed_at: None,
            producer_signer_id: None,
            created_at,
        }
    }
}
