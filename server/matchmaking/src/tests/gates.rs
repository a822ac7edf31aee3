//! Each gate: met, not met, and unknown.

use std::sync::Arc;

use chrono::NaiveDate;
use shared::{
    AdminLevel, AdminUnitId, Era, GateKind,
    GateState::{self, Met, NotMet, Unknown},
    InvoiceAnswer, RequirementKind, months,
};

use super::samples::{amount, asked, demand, dong, measure, pack, quantity, supply, terms};
use crate::{
    demand::Demand,
    gates::{Circumstances, Rests},
    supply::{Answer, Paper, Star, Supply},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(refused_on: Option<&str>) -> Circumstances {
    Circumstances { today: day("2026-11-26"), refused_on: refused_on.map(day) }
}

fn verdict(demand: &Demand, supply: &Supply, kind: GateKind) -> (GateState, Rests) {
    let gates = demand.gates();
    let gate = gates.iter().find(|gate| gate.kind() == kind).unwrap();
    let verdict = gate.verdict(demand, supply, &at(None));
    (verdict.state, verdict.rests)
}

fn state(demand: &Demand, supply: &Supply, kind: GateKind) -> GateState {
    verdict(demand, supply, kind).0
}

fn asking(code: &str, kind: RequirementKind, number: Option<&str>) -> Demand {
    Demand { requirements: vec![asked(code, kind, number)], ..demand() }
}

fn bits(list: impl IntoIterator<Item = i32>) -> Option<u16> {
    Some(months::bits_of(list) as u16)
}

#[test]
fn a_need_that_asks_nothing_has_one_gate() {
    let kinds: Vec<GateKind> = demand().gates().iter().map(|gate| gate.kind()).collect();

    assert_eq!(kinds, [GateKind::Refusal]);
}

#[test]
fn goods_of_a_finer_group_are_of_the_group_and_a_wider_one_may_be() {
    for (wanted, group, expected) in [
        ("I.3.b", "I.3.b", Met),
        ("I.3", "I.3.b", Met),
        ("I.3.b", "I.3", Unknown),
        ("I.3.b", "I", Unknown),
        ("I.3.b", "I.3.c", NotMet),
        ("I.3", "I.31", NotMet),
        ("II", "I", NotMet),
    ] {
        let demand = Demand { groups: vec!["V".to_owned(), wanted.to_owned()], ..demand() };
        let supply = Supply { group: group.into(), ..supply() };
        assert_eq!(state(&demand, &supply, GateKind::Group), expected, "{group} for {wanted}");
    }
}

#[test]
fn a_star_must_hold_when_deliveries_begin_and_may_end_while_they_last() {
    let demand = Demand { min_stars: Some(4), months: bits([12, 1, 2]), ..demand() };
    for (star, expected) in [
        (None, NotMet),
        (Some((3, true, None)), NotMet),
        (Some((4, true, Some("2027-02-28"))), Met),
        (Some((5, true, None)), Met),
        (Some((4, true, Some("2027-01-15"))), Unknown),
        (Some((4, true, Some("2026-11-30"))), NotMet),
        (Some((4, false, Some("2026-11-30"))), Unknown),
        (Some((3, false, None)), NotMet),
    ] {
        let star = star.map(|(stars, is_certain, until)| Star { stars, is_certain, until: until.map(day) });
        let supply = Supply { star, ..supply() };
        assert_eq!(state(&demand, &supply, GateKind::Stars), expected, "{star:?}");
    }
}

#[test]
fn one_common_month_is_enough() {
    let demand = Demand { months: bits([11, 12]), ..demand() };
    let in_months = |months| Supply { months, ..supply() };

    assert_eq!(state(&demand, &in_months(bits([12, 1])), GateKind::Months), Met);
    assert_eq!(state(&demand, &in_months(bits([1, 2])), GateKind::Months), NotMet);
    assert_eq!(state(&demand, &in_months(None), GateKind::Months), Unknown);
}

#[test]
fn what_can_be_delivered_is_compared_across_units_and_packs() {
    for (wanted, capacity, content, expected) in [
        (("500", "kg"), ("0,5", "tan"), None, (Met, "500")),
        (("500", "kg"), ("499", "kg"), None, (NotMet, "499")),
        (("500", "kg"), ("1000", "packet"), Some(("500", "g")), (Met, "500")),
        (("500", "kg"), ("999", "packet"), Some(("500", "g")), (NotMet, "499,5")),
        (("1000", "packet"), ("600", "kg"), Some(("500", "g")), (Met, "1.200")),
        (("1000", "packet"), ("2000", "packet"), None, (Met, "2.000")),
    ] {
        let demand = Demand { amount: Some(amount(wanted.0, wanted.1)), ..demand() };
        let supply = Supply {
            terms: terms(|terms| terms.capacity = Some(amount(capacity.0, capacity.1))),
            packs: content.map(|content| pack("packet", Some(content), None)).into_iter().collect(),
            ..supply()
        };
        let expected = (expected.0, Rests::Amount(quantity(expected.1)));
        assert_eq!(verdict(&demand, &supply, GateKind::Capacity), expected, "{capacity:?} for {wanted:?}");
    }
}

#[test]
fn of_several_packs_of_one_name_the_smaller_promise_counts() {
    let demand = Demand { amount: Some(amount("500", "kg")), ..demand() };
    let supply = Supply {
        terms: terms(|terms| terms.capacity = Some(amount("1000", "packet"))),
        packs: [pack("packet", Some(("1", "kg")), None), pack("packet", Some(("200", "g")), None)].into(),
        ..supply()
    };

    assert_eq!(verdict(&demand, &supply, GateKind::Capacity), (NotMet, Rests::Amount(quantity("200"))));
}

#[test]
fn capacity_is_unknown_where_it_is_not_said_or_not_comparable() {
    let demand = Demand { amount: Some(amount("500", "kg")), ..demand() };
    let in_packets = Supply {
        terms: terms(|terms| terms.capacity = Some(amount("1000", "packet"))),
        packs: [pack("packet", None, None)].into(),
        ..supply()
    };

    assert_eq!(verdict(&demand, &supply(), GateKind::Capacity), (Unknown, Rests::Nothing));
    assert_eq!(verdict(&demand, &in_packets, GateKind::Capacity), (Unknown, Rests::OtherUnit));
}

#[test]
fn a_stated_part_is_enough_and_a_least_order_may_be_too_much() {
    let mut demand = asking("min_monthly_volume", RequirementKind::Number, Some("200"));
    demand.amount = Some(amount("500", "kg"));
    let with = |least: &str| Supply {
        terms: terms(|terms| {
            terms.capacity = Some(amount("200", "kg"));
            terms.minimum_order = Some(amount(least, "kg"));
        }),
        ..supply()
    };

    assert_eq!(state(&demand, &with("100"), GateKind::Capacity), Met);
    assert_eq!(
        verdict(&demand, &with("501"), GateKind::Capacity),
        (NotMet, Rests::LeastOrder(quantity("501")))
    );
}

#[test]
fn the_lowest_wholesale_price_for_the_needs_unit_counts() {
    let demand = Demand { ceiling: Some((dong(100_000), measure("kg"))), ..demand() };
    let with = |packs: Vec<_>| Supply { packs: packs.into(), ..supply() };
    let half = || pack("packet", Some(("500", "g")), Some(48_000));
    let whole = || pack("packet", Some(("1", "kg")), Some(110_000));
    let shop_only = || crate::supply::Pack { retail_price: Some(dong(1_000)), ..pack("packet", None, None) };

    for (packs, expected) in [
        (vec![half(), whole()], (Met, Rests::Price(dong(96_000)))),
        (vec![whole()], (NotMet, Rests::Price(dong(110_000)))),
        (vec![pack("packet", None, Some(10_000))], (Unknown, Rests::OtherUnit)),
        (vec![shop_only()], (Unknown, Rests::RetailOnly)),
        (vec![], (Unknown, Rests::Nothing)),
    ] {
        assert_eq!(verdict(&demand, &with(packs), GateKind::Price), expected);
    }
    let by_pack = Demand { ceiling: Some((dong(50_000), measure("packet"))), ..demand };
    assert_eq!(verdict(&by_pack, &with(vec![half()]), GateKind::Price), (Met, Rests::Price(dong(48_000))));
}

#[test]
fn a_paper_counts_once_confirmed_and_must_hold_when_deliveries_begin() {
    let demand = asking("organic", RequirementKind::Certificate, None);
    let paper =
        |until: Option<&str>, counts| Paper { kind: "organic_paper".into(), until: until.map(day), counts };
    for (papers, expected) in [
        (vec![], Unknown),
        (vec![paper(None, true)], Met),
        (vec![paper(Some("2026-11-26"), true)], Met),
        (vec![paper(Some("2026-11-25"), true)], NotMet),
        (vec![paper(Some("2027-11-25"), false)], Unknown),
        (vec![paper(Some("2026-11-25"), true), paper(Some("2027-11-25"), false)], Unknown),
        (vec![paper(Some("2027-11-25"), true), paper(None, false)], Met),
        (vec![Paper { kind: "vietgap".into(), ..paper(None, true) }], Unknown),
    ] {
        let supply = Supply { papers: papers.clone().into(), ..supply() };
        assert_eq!(state(&demand, &supply, GateKind::Paper), expected, "{papers:?}");
    }
}

#[test]
fn terms_are_met_not_met_or_not_known() {
    use RequirementKind::{Boolean, Number};
    for (code, kind, number, gate, met, not_met) in [
        (
            "vat_invoice",
            Boolean,
            None,
            GateKind::VatInvoice,
            terms(|terms| terms.vat_invoice = Some(InvoiceAnswer::OnRequest)),
            terms(|terms| terms.vat_invoice = Some(InvoiceAnswer::No)),
        ),
        (
            "consignment",
            Boolean,
            None,
            GateKind::Consignment,
            terms(|terms| terms.accepts_consignment = Some(true)),
            terms(|terms| terms.accepts_consignment = Some(false)),
        ),
        (
            "delivers_to_hanoi",
            Boolean,
            None,
            GateKind::Delivery,
            terms(|terms| terms.delivers_to_hanoi = Some(true)),
            terms(|terms| terms.delivers_to_hanoi = Some(false)),
        ),
        (
            "shelf_life_days",
            Number,
            Some("180"),
            GateKind::ShelfLife,
            terms(|terms| terms.shelf_life_days = Some(180)),
            terms(|terms| terms.shelf_life_days = Some(179)),
        ),
        (
            "lead_time_days",
            Number,
            Some("3"),
            GateKind::LeadTime,
            terms(|terms| terms.lead_time_days = Some(3)),
            terms(|terms| terms.lead_time_days = Some(4)),
        ),
        (
            "credit_days",
            Number,
            Some("30"),
            GateKind::Credit,
            terms(|terms| terms.credit_days = Some(30)),
            terms(|terms| terms.credit_days = Some(15)),
        ),
    ] {
        let demand = asking(code, kind, number);
        let with = |terms| Supply { terms, ..supply() };
        let states = [with(met), with(not_met), supply()].map(|supply| state(&demand, &supply, gate));
        assert_eq!(states, [Met, NotMet, Unknown], "{code}");
    }
}

#[test]
fn every_pack_needs_a_barcode() {
    let demand = asking("gtin", RequirementKind::Boolean, None);
    let coded = || crate::supply::Pack { has_barcode: true, ..pack("packet", None, None) };
    let with = |packs: Vec<_>| Supply { packs: packs.into(), ..supply() };

    assert_eq!(verdict(&demand, &with(vec![coded()]), GateKind::Barcode), (Met, Rests::Barcodes(1, 1)));
    let half = with(vec![coded(), pack("packet", None, None)]);
    assert_eq!(verdict(&demand, &half, GateKind::Barcode), (NotMet, Rests::Barcodes(1, 2)));
    assert_eq!(state(&demand, &supply(), GateKind::Barcode), Unknown);
}

#[test]
fn the_province_of_either_era_is_enough() {
    let province = |era, code: &str| AdminUnitId::new(era, AdminLevel::Province, code);
    let demand = Demand { provinces: vec![province(Era::Legacy, "24")], ..demand() };
    let from = |now: &str, former: Option<&str>| Supply {
        province: Some(Arc::new(province(Era::Current, now))),
        former_province: former.map(|code| Arc::new(province(Era::Legacy, code))),
        ..supply()
    };

    assert_eq!(state(&demand, &from("24", Some("24")), GateKind::Origin), Met);
    assert_eq!(state(&demand, &from("24", None), GateKind::Origin), NotMet);
    assert_eq!(state(&demand, &supply(), GateKind::Origin), Unknown);
}

#[test]
fn what_else_buyers_ask_is_answered_by_the_producer() {
    let answer =
        |yes, number: Option<&str>| Answer { requirement: "x".into(), yes, number: number.map(quantity) };
    for (kind, asked, answers, expected) in [
        (RequirementKind::Boolean, None, vec![answer(Some(true), None)], Met),
        (RequirementKind::Boolean, None, vec![answer(Some(false), None)], NotMet),
        (RequirementKind::Number, Some("10"), vec![answer(None, Some("10"))], Met),
        (RequirementKind::Number, Some("10"), vec![answer(None, Some("9,9"))], NotMet),
        (RequirementKind::Boolean, None, vec![], Unknown),
    ] {
        let supply = Supply { answers: answers.clone().into(), ..supply() };
        let demand = asking("x", kind, asked);
        assert_eq!(state(&demand, &supply, GateKind::Requirement), expected, "{answers:?}");
    }
}

#[test]
fn a_refused_pair_rests_for_ninety_days() {
    let demand = demand();
    let state = |refused: &str| demand.gates()[0].verdict(&demand, &supply(), &at(Some(refused))).state;

    assert_eq!(state("2026-11-26"), NotMet);
    assert_eq!(state("2026-08-29"), NotMet);
    assert_eq!(state("2026-08-28"), Met);
}

#[test]
fn goods_of_another_kind_are_no_matches_and_those_of_a_wider_one_share_a_word() {
    use crate::{pair::is_candidate, words};
    for (groups, group, name, expected) in [
        (vec!["I.3.b"], "I.3.b", "Bánh phở", true),
        (vec!["I.3.b"], "I.3.c", "Miến dong", false),
        (vec!["I.3.b"], "I", "Miến khoai", true),
        (vec!["I.3.b"], "I", "Muối hạt", false),
        (vec![], "II", "Miến khoai", true),
        (vec![], "II", "Bánh phở", false),
    ] {
        let demand = Demand { groups: groups.iter().map(|code| (*code).to_owned()).collect(), ..demand() };
        let supply = Supply { group: group.into(), words: words::of(name), ..supply() };
        assert_eq!(is_candidate(&demand, &supply), expected, "{name} in {group} for {groups:?}");
    }
    let own = Supply { producer: demand().retailer, ..supply() };
    assert!(!is_candidate(&demand(), &own), "nobody delivers to themselves");
}
