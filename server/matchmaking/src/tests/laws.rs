//! Laws that hold for all needs and products.

use std::cmp::Reverse;

use proptest::prelude::*;
use shared::{GateState, RequirementKind};

use super::samples::{amount, asked, demand, dong, measure, pack, supply, terms};
use crate::{
    demand::Demand,
    gates::Circumstances,
    pair::{self, Pair, Place},
    scoring::{self, Parts, Standing, WHOLE, Weights},
    supply::{Star, Supply},
};

fn weights() -> impl Strategy<Value = Weights> {
    prop::array::uniform9(0..=Weights::MOST).prop_map(
        |[relevance, stars, price, capacity, season, distance, kept_promises, freshness, newcomer]| Weights {
            relevance,
            stars,
            price,
            capacity,
            season,
            distance,
            kept_promises,
            freshness,
            newcomer,
        },
    )
}

fn parts() -> impl Strategy<Value = Parts> {
    prop::array::uniform9(0..=WHOLE)
}

prop_compose! {
    fn some_demand()(
        stars in prop::option::of(3_u8..=5),
        wanted in prop::option::of(1_u32..10_000),
        months in prop::option::of(1_u16..=0xfff),
        ceiling in prop::option::of(1_000_i64..500_000),
        group in prop::option::of(prop::sample::select(vec!["I.3", "I.3.b", "II"])),
        codes in prop::sample::subsequence(
            vec!["gtin", "vat_invoice", "credit_days", "organic", "safe_transport"], 0..=5),
    ) -> Demand {
        let kind = |code: &str| match code {
            "organic" => RequirementKind::Certificate,
            "credit_days" => RequirementKind::Number,
            _ => RequirementKind::Boolean,
        };
        Demand {
            min_stars: stars,
            amount: wanted.map(|number| amount(&number.to_string(), "kg")),
            months,
            ceiling: ceiling.map(|price| (dong(price), measure("kg"))),
            groups: group.map(str::to_owned).into_iter().collect(),
            requirements: codes.into_iter().map(|code| asked(code, kind(code), None)).collect(),
            ..demand()
        }
    }
}

prop_compose! {
    fn some_supply()(
        stars in prop::option::of((3_u8..=5, any::<bool>())),
        capacity in prop::option::of(1_u32..10_000),
        months in prop::option::of(0_u16..=0xfff),
        price in prop::option::of(1_000_i64..500_000),
        content in prop::option::of(1_u32..2_000),
        group in prop::sample::select(vec!["I", "I.3", "I.3.b", "I.3.c", "II.1"]),
        credit in prop::option::of(0_i32..90),
    ) -> Supply {
        let content = content.map(|grams| grams.to_string());
        Supply {
            star: stars.map(|(stars, is_certain)| Star { stars, is_certain, until: None }),
            terms: terms(|terms| {
                terms.capacity = capacity.map(|number| amount(&number.to_string(), "kg"));
                terms.credit_days = credit;
            }),
            months,
            packs: [pack("packet", content.as_deref().map(|grams| (grams, "g")), price)].into(),
            group: group.into(),
            ..supply()
        }
    }
}

fn judged(demand: &Demand, supply: &Supply) -> Pair {
    let circumstances = Circumstances { today: "2026-11-26".parse().unwrap(), refused_on: None };
    Pair::judge(demand, &demand.gates(), supply, Standing::default(), &Weights::default(), &circumstances)
}

proptest! {
    #[test]
    fn raising_a_part_never_lowers_the_score(
        parts in parts(), weights in weights(), at in 0_usize..9, by in 0..=WHOLE,
        unknown in 0_usize..9, gates in 1_usize..9,
    ) {
        let mut raised = parts;
        raised[at] = (raised[at] + by).min(WHOLE);

        let before = scoring::score(&parts, &weights, unknown, gates);
        let after = scoring::score(&raised, &weights, unknown, gates);

        prop_assert!(before <= after && after <= WHOLE);
    }

    #[test]
    fn a_promise_more_that_was_kept_never_lowers_the_score(
        demand in some_demand(), supply in some_supply(), kept in 0_u32..20, broken in 0_u32..20,
        other in prop::option::of((0_u32..20).prop_map(|kept| (kept, 20))), is_the_producers in any::<bool>(),
    ) {
        let standing = |own| if is_the_producers {
            Standing { accepted: 1, kept: Some(own), retailer_kept: other }
        } else {
            Standing { accepted: 1, kept: other, retailer_kept: Some(own) }
        };
        let circumstances = Circumstances { today: "2026-11-26".parse().unwrap(), refused_on: None };
        let score = |own| {
            let (gates, weights) = (demand.gates(), Weights::default());
            Pair::judge(&demand, &gates, &supply, standing(own), &weights, &circumstances).score
        };
        let due = kept + broken + 1;

        prop_assert!(score((kept, due)) <= score((kept + 1, due)));
        prop_assert!(score((kept, due)) <= score((kept + 1, due + 1)));
    }

    #[test]
    fn knowing_more_of_the_gates_never_lowers_the_score(
        parts in parts(), weights in weights(), unknown in 1_usize..9,
    ) {
        let before = scoring::score(&parts, &weights, unknown, 9);

        prop_assert!(before <= scoring::score(&parts, &weights, unknown - 1, 9));
    }

    #[test]
    fn every_part_and_score_is_a_share_of_the_whole(demand in some_demand(), supply in some_supply()) {
        let pair = judged(&demand, &supply);

        prop_assert!(pair.score <= WHOLE);
        prop_assert!(pair.parts.iter().all(|part| *part <= WHOLE), "{:?}", pair.parts);
        prop_assert_eq!(pair.verdicts.len(), demand.gates().len());
    }

    #[test]
    fn removing_a_gate_never_removes_a_pair(demand in some_demand(), supply in some_supply(), which in 0_u8..6) {
        let mut less = demand.clone();
        match which {
            0 => less.min_stars = None,
            1 => less.amount = None,
            2 => less.months = None,
            3 => less.ceiling = None,
            4 => less.groups.clear(),
            _ => less.requirements.truncate(1),
        }

        let missed = |demand: &Demand| judged(demand, &supply).count(GateState::NotMet);

        prop_assert!(missed(&less) <= missed(&demand));
    }

    #[test]
    fn the_order_and_the_pages_do_not_depend_on_the_order_of_the_input(
        scores in prop::collection::vec((0_usize..3, 0_u32..50), 0..60),
        seed in any::<prop::sample::Index>(), rows in 1_usize..20,
    ) {
        let places: Vec<Place<usize>> = scores
            .iter()
            .enumerate()
            .map(|(id, (missed, score))| Place { missed: *missed, score: Reverse(*score), id })
            .collect();
        let mut turned = places.clone();
        turned.rotate_left(if places.is_empty() { 0 } else { seed.index(places.len()) });
        turned.reverse();

        let (whole, total) = pair::page(places.clone(), None, places.len() + 1);
        let mut pages = Vec::new();
        loop {
            let (page, _) = pair::page(turned.clone(), pages.last().copied(), rows);
            if page.is_empty() {
                break;
            }
            pages.extend(page);
        }

        prop_assert_eq!(total, places.len());
        prop_assert_eq!(&whole, &pages);
        prop_assert!(whole.is_sorted());
    }
}
