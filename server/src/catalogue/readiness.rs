//! How ready a product is for a buyer: what buyers ask (`requirement`), against what is known of the product and its
//! producer. Each answer says what it rests on and where to mend it. What is not known is not counted as unmet.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use shared::{InvoiceAnswer, Mend, PartialDate, RequirementKind};

use super::{papers::Entered, readiness_types::ReadinessState};
use crate::{
    entities::{
        certificate, organisation, organisation_details, product, product_answer, product_terms, requirement,
        variant,
    },
    labels::Labels,
};

/// All that an answer can rest on.
pub(super) struct Known<'a> {
    pub(super) product: &'a product::Model,
    pub(super) producer: &'a organisation::Model,
    pub(super) details: Option<&'a organisation_details::Model>,
    pub(super) terms: Option<&'a product_terms::Model>,
    pub(super) variants: &'a [variant::Model],
    /// Papers of the product and of its producer.
    pub(super) papers: &'a [certificate::Model],
    pub(super) answers: &'a HashMap<String, product_answer::Model>,
    /// Kinds of papers that meet a requirement.
    pub(super) labels: &'a Labels,
    /// The star that certainly holds.
    pub(super) stars: Option<i32>,
    pub(super) today: NaiveDate,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) state: ReadinessState,
    /// What it rests on, as data: a number, a date, a name.
    pub(super) rests: Option<String>,
    pub(super) mend: Option<Mend>,
}

impl Verdict {
    fn of(state: ReadinessState, rests: Option<String>, mend: Mend) -> Self {
        Self { state, rests, mend: (state != ReadinessState::Met).then_some(mend) }
    }

    /// Met when there is something, unknown otherwise.
    fn there(rests: Option<String>, mend: Mend) -> Self {
        let state = if rests.is_some() { ReadinessState::Met } else { ReadinessState::Unknown };
        Self::of(state, rests, mend)
    }

    fn yes_or_no(answer: Option<bool>, mend: Mend) -> Self {
        let state = match answer {
            Some(true) => ReadinessState::Met,
            Some(false) => ReadinessState::Unmet,
            None => ReadinessState::Unknown,
        };
        Self::of(state, None, mend)
    }
}

/// The channels that ask for something, as the list names them: `AEON; all chains` are two. What is after a bracket
/// narrows a channel and does not name another.
pub(super) fn channels(who_asks: &str) -> impl Iterator<Item = &str> {
    let names = who_asks.split(';').map(|name| name.split('(').next().unwrap_or_default().trim());
    names.filter(|name| !name.is_empty())
}

/// Channels that are no buyer of their own: what they ask, everybody asks.
const EVERYBODY: [&str; 3] = ["general", "all chains", "some buyers"];

/// The buyers that can be chosen.
pub(super) fn named_channels(requirements: &[requirement::Model]) -> Vec<String> {
    let names: BTreeSet<&str> = requirements.iter().flat_map(|row| channels(&row.who_asks)).collect();
    names.into_iter().filter(|name| !EVERYBODY.contains(name)).map(str::to_owned).collect()
}

/// Whether a buyer asks for something; all is asked when no buyer is chosen.
pub(super) fn is_asked(requirement: &requirement::Model, channel: Option<&str>) -> bool {
    let Some(channel) = channel else { return true };
    channels(&requirement.who_asks).any(|name| name == channel || EVERYBODY.contains(&name))
}

impl Known<'_> {
    /// What is known about one requirement.
    pub(super) fn verdict(&self, requirement: &requirement::Model) -> Verdict {
        let terms = self.terms;
        match requirement.code.as_str() {
            "tax_code" => {
                let code = self.details.and_then(|details| details.tax_code.as_ref());
                Verdict::there(code.map(|_| self.producer.name.clone()), Mend::Organisation)
            }
            "business_registration" if self.producer.verified_at.is_some() => {
                Verdict { state: ReadinessState::Met, rests: Some(self.producer.name.clone()), mend: None }
            }
            "vat_invoice" => {
                let answer = terms.and_then(|terms| terms.vat_invoice);
                Verdict::yes_or_no(answer.map(|answer| answer != InvoiceAnswer::No), Mend::Terms)
            }
            "consignment" => {
                Verdict::yes_or_no(terms.and_then(|terms| terms.accepts_consignment), Mend::Terms)
            }
            "delivers_to_hanoi" => {
                Verdict::yes_or_no(terms.and_then(|terms| terms.delivers_to_hanoi), Mend::Terms)
            }
            "traceability_code" => {
                Verdict::there(terms.and_then(|terms| terms.traceability_url.clone()), Mend::Terms)
            }
            "shelf_life_days" => self.days(|terms| terms.shelf_life_days),
            "lead_time_days" => self.days(|terms| terms.lead_time_days),
            "credit_days" => self.days(|terms| terms.credit_days),
            "min_monthly_volume" => {
                let amount = terms.and_then(|terms| terms.capacity_per_month);
                Verdict::there(amount.map(|amount| amount.shown()), Mend::Terms)
            }
            "stable_supply_months" => {
                let months = self.product.months.map(|months| months.count_ones().to_string());
                Verdict::there(months, Mend::Months)
            }
            "gtin" => self.barcodes(),
            "max_price" => {
                let price = self.variants.iter().find_map(|variant| variant.wholesale_price);
                Verdict::there(price.map(|price| price.shown()), Mend::Variants)
            }
            "min_stars" => Verdict::there(self.stars.map(|stars| stars.to_string()), Mend::Stars),
            code if requirement.kind == RequirementKind::Certificate => self.paper(code),
            code => self.answered(code),
        }
    }

    fn days(&self, of: impl Fn(&product_terms::Model) -> Option<i32>) -> Verdict {
        Verdict::there(self.terms.and_then(of).map(|days| days.to_string()), Mend::Terms)
    }

    /// Every pack needs a barcode of its own.
    fn barcodes(&self) -> Verdict {
        let (all, coded) =
            (self.variants.len(), self.variants.iter().filter(|one| one.gtin.is_some()).count());
        let state = match (all, coded) {
            (0, _) => ReadinessState::Unknown,
            (all, coded) if all == coded => ReadinessState::Met,
            _ => ReadinessState::Unmet,
        };
        Verdict::of(state, (all > 0).then(|| format!("{coded}/{all}")), Mend::Variants)
    }

    /// A paper of an accepted kind: one that holds today before one that has ended, one that counts before one that waits
    /// for staff, and of these the one that holds longest. What only its owner says is not known yet.
    fn paper(&self, code: &str) -> Verdict {
        let kinds = self.labels.papers_for(code);
        let papers = self.papers.iter().filter(|paper| kinds.contains(&paper.kind_code));
        let holds = |paper: &certificate::Model| paper.valid_until.is_none_or(|until| until >= self.today);
        let best = papers
            .max_by_key(|paper| (holds(paper), paper.counts(), paper.valid_until.unwrap_or(NaiveDate::MAX)));
        let Some(paper) = best else { return Verdict::there(None, Mend::Certificate) };
        let until = paper.valid_until.map(|day| PartialDate::Day(day).in_words());
        let rests = [paper.number.clone(), until].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let state = match (holds(paper), paper.counts()) {
            (true, true) => ReadinessState::Met,
            (true, false) => ReadinessState::Unknown,
            (false, _) => ReadinessState::Unmet,
        };
        Verdict::of(state, Some(rests), Mend::Certificate)
    }

    fn answered(&self, code: &str) -> Verdict {
        match self.answers.get(code) {
            Some(answer) if answer.number.is_some() => {
                Verdict::there(answer.number.map(|number| number.shown()), Mend::Answer)
            }
            answer => Verdict::yes_or_no(answer.and_then(|answer| answer.yes), Mend::Answer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn requirement(who_asks: &str) -> requirement::Model {
        requirement::Model {
            code: "gtin".to_owned(),
            name_vi: String::new(),
            name_en: String::new(),
            kind: RequirementKind::Boolean,
            who_asks: who_asks.to_owned(),
            position: 1,
        }
    }

    #[test]
    fn a_buyer_asks_what_it_is_named_for_and_what_all_ask() {
        let rows =
            ["AEON; all chains", "Central Retail (3); sale points (3)", "general (fresh food)", "Lotte"]
                .map(requirement);

        assert_eq!(named_channels(&rows), ["AEON", "Central Retail", "Lotte", "sale points"]);
        let asked = |channel| rows.iter().filter(|row| is_asked(row, channel)).count();
        assert_eq!((asked(None), asked(Some("AEON")), asked(Some("Lotte")), asked(Some("?"))), (4, 2, 3, 2));
    }
}
