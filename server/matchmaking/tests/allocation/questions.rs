//! What can be asked of a solution besides its pairs, and how it is watched.

use std::sync::atomic::{AtomicBool, Ordering};

use matchmaking::allocation::{
    Draft, Edge, Instance, Need, PlannedPair, Product, Solution, Unserved, WhyUnserved, solve, solve_watched,
};
use proptest::prelude::*;

use crate::rounds::{SMALL, any_round, edge, instance, pair, plan, two_by_two};

#[test]
fn an_empty_round_has_an_empty_plan() {
    let plan = plan(&Draft::default());

    assert_eq!((plan.objective, plan.bound, plan.pairs.len()), (0, 0, 0));
}

#[test]
fn the_best_pair_gives_way_where_the_total_gains() {
    let plan = plan(&two_by_two());

    assert_eq!(plan.objective, 15_000);
    assert_eq!(ends(&plan.pairs), [("mứt", "sen"), ("trà", "dâu")]);
}

#[test]
fn a_pin_is_kept_though_it_costs_more_than_it_brings() {
    let mut draft = two_by_two();
    draft.pins.push(pair("trà", "sen"));

    let plan = plan(&draft);

    assert_eq!((plan.objective, plan.bound), (9_000, 9_000));
    assert!(plan.pairs[0].is_pinned);
}

#[test]
fn a_pair_of_score_0_is_planned_only_where_it_is_pinned() {
    let mut draft = two_by_two();
    draft.edges = vec![edge(&pair("trà", "sen"), 0), edge(&pair("mứt", "dâu"), 0)];
    draft.pins.push(pair("mứt", "dâu"));

    assert_eq!(ends(&plan(&draft).pairs), [("mứt", "dâu")]);
}

#[test]
fn a_full_cap_tells_what_one_more_place_would_gain() {
    let draft = two_by_two();
    let round = instance(&draft);

    let full = solve(&round).full_caps();

    let told: Vec<_> = full.iter().map(|full| format!("{}: {}", full.item, full.gain)).collect();
    assert_eq!(
        told,
        [
            "need \"mứt\": 0",
            "need \"trà\": 0",
            // With both a need may stay with what it likes best, but alone each is stopped by the other.
            "product \"dâu\": 0",
            "product \"sen\": 0",
            "producer \"An\": 0",
            "producer \"Bình\": 0",
        ]
    );
    let mut wider = draft;
    wider.products[0].cap = 2;
    let round = instance(&wider);
    let producer = solve(&round).full_caps().into_iter().find(|full| full.item.id == "An").unwrap();
    assert_eq!((producer.cap, producer.gain), (1, 1_000));
}

#[test]
fn a_need_without_pairs_tells_what_stands_in_its_way() {
    let mut draft = two_by_two();
    let mut need = |id: &str, cap: i64, edges: &[(&str, i64)]| {
        draft.needs.push(Need { id: id.to_owned(), cap });
        let edges = edges.iter().map(|(product, score)| edge(&pair(id, product), *score));
        draft.edges.extend(edges);
    };
    need("1 cap", 0, &[("sen", 9_999)]);
    need("2 edges", 1, &[]);
    need("3 forbids", 1, &[("sen", 9_999)]);
    need("4 scores", 1, &[("sen", 0), ("dâu", 0)]);
    need("5 full", 1, &[("sen", 1), ("dâu", 1), ("mận", 1)]);
    draft.products.push(Product { id: "mận".to_owned(), producer: "Bình".to_owned(), cap: 1 });
    draft.forbids.push(pair("3 forbids", "sen"));
    let round = instance(&draft);

    let told = solve(&round).unserved();

    let unserved = |need: &str, why| Unserved { need: need.to_owned(), why };
    assert_eq!(
        told,
        [
            unserved("1 cap", WhyUnserved::CapIsZero),
            unserved("2 edges", WhyUnserved::NoEdges),
            unserved("3 forbids", WhyUnserved::AllForbidden),
            unserved("4 scores", WhyUnserved::AllWorthless),
            unserved("5 full", WhyUnserved::AllFull { products: 2, producers: 1 }),
        ]
    );
}

proptest! {
    #[test]
    fn a_watched_solution_is_the_same(draft in any_round(SMALL)) {
        let round = instance(&draft);

        let watched = solve_watched(&round, |_| (), &AtomicBool::new(false));

        prop_assert_eq!(watched.map(|solution| solution.plan()), Some(solve(&round).plan()));
    }
}

#[test]
fn progress_grows_up_to_1() {
    let (round, never) = (large_round(), AtomicBool::new(false));
    let mut told = Vec::new();

    let solution = solve_watched(&round, |share| told.push(share), &never);

    assert!(solution.is_some());
    assert!(told.len() > 2 && told.is_sorted() && told[0] > 0.0, "{told:?}");
    assert_eq!(told.last(), Some(&1.0));
}

#[test]
fn a_round_that_is_cancelled_has_no_solution() {
    let (round, cancelled) = (large_round(), AtomicBool::new(false));
    let mut told = 0;
    let cancel = |_| {
        told += 1;
        cancelled.store(true, Ordering::Relaxed);
    };

    let solution: Option<Solution<'_>> = solve_watched(&round, cancel, &cancelled);

    assert!(solution.is_none());
    assert_eq!(told, 1, "it stops at the next look");
}

/// 100 needs that all want the same 400 products.
fn large_round() -> Instance {
    let mut draft = two_by_two();
    draft.needs = (0..100).map(|place| Need { id: format!("{place}"), cap: 20 }).collect();
    let product = |place| Product { id: format!("{place}"), producer: "An".to_owned(), cap: 3 };
    draft.products = (0..400).map(product).collect();
    draft.producers[0].cap = 1_000;
    let edges = (0..100).flat_map(|need| (0..400).map(move |product| (need, product)));
    let score = |need: i64, product: i64| product * 20 + (need * 7_919 + product * 104_729) % 1_000;
    draft.edges = edges
        .map(|(need, product)| Edge {
            need: format!("{need}"),
            product: format!("{product}"),
            score: score(need, product),
        })
        .collect();
    instance(&draft)
}

fn ends(pairs: &[PlannedPair]) -> Vec<(&str, &str)> {
    pairs.iter().map(|pair| (pair.need.as_str(), pair.product.as_str())).collect()
}
