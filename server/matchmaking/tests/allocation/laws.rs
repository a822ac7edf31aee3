//! What holds for every round.

use std::collections::HashMap;

use matchmaking::allocation::{Draft, ItemKind, Pair, solve};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::rounds::{SMALL, any_round, edge, instance, maker, pair, plan};

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_plan_keeps_every_cap_pin_and_forbid(draft in any_round(SMALL)) {
        let pairs = plan(&draft).pairs;

        let mut taken: HashMap<&str, i64> = HashMap::new();
        for pair in &pairs {
            for end in [&pair.need, &pair.product, maker(&draft, &pair.product)] {
                *taken.entry(end).or_default() += 1;
            }
        }
        let caps = draft.needs.iter().map(|it| (&it.id, it.cap));
        let caps = caps.chain(draft.products.iter().map(|it| (&it.id, it.cap)));
        for (id, cap) in caps.chain(draft.producers.iter().map(|it| (&it.id, it.cap))) {
            prop_assert!(taken.get(id.as_str()).is_none_or(|taken| *taken <= cap), "{}", id);
        }
        for planned in &pairs {
            let ends = pair(&planned.need, &planned.product);
            let edge = edge(&ends, i64::from(planned.score));
            prop_assert!(draft.edges.contains(&edge) && !draft.forbids.contains(&ends), "{:?}", planned);
            prop_assert_eq!(planned.is_pinned, draft.pins.contains(&ends));
            prop_assert!(planned.score > 0 || planned.is_pinned, "{:?}", planned);
        }
        prop_assert_eq!(pairs.iter().filter(|pair| pair.is_pinned).count(), draft.pins.len());
        let in_order = pairs.is_sorted_by(|one, other| (&one.need, &one.product) < (&other.need, &other.product));
        prop_assert!(in_order, "each pair once, in order of id");
    }

    #[test]
    fn the_objective_is_the_sum_of_the_pairs_and_reaches_the_bound(draft in any_round(SMALL)) {
        let plan = plan(&draft);

        prop_assert_eq!(plan.objective, plan.pairs.iter().map(|pair| u64::from(pair.score)).sum::<u64>());
        prop_assert_eq!(plan.objective, plan.bound);
    }

    #[test]
    fn the_order_of_the_draft_changes_nothing(
        (draft, shuffled) in any_round(SMALL).prop_flat_map(|draft| (Just(draft.clone()), shuffled(draft)))
    ) {
        let (one, other) = (instance(&draft), instance(&shuffled));
        let (one, other) = (solve(&one), solve(&other));

        prop_assert_eq!(one.plan(), other.plan());
        prop_assert_eq!(one.full_caps(), other.full_caps());
        prop_assert_eq!(one.unserved(), other.unserved());
    }

    #[test]
    fn another_edge_never_lowers_the_objective(draft in any_round(SMALL), which in any::<Index>()) {
        prop_assume!(!draft.edges.is_empty());
        let mut fewer = draft.clone();
        let gone = fewer.edges.remove(which.index(draft.edges.len()));
        prop_assume!(!draft.pins.contains(&pair(&gone.need, &gone.product)));

        prop_assert!(plan(&fewer).objective <= plan(&draft).objective);
    }

    #[test]
    fn one_more_place_gains_exactly_what_was_said(draft in any_round(SMALL)) {
        let round = instance(&draft);
        let solution = solve(&round);
        let objective = solution.plan().objective;
        let full = solution.full_caps();

        for (kind, id) in all_caps(&draft) {
            let mut larger = draft.clone();
            let cap = cap(&mut larger, kind, &id);
            if *cap == 1_000_000_000 {
                continue;
            }
            *cap += 1;
            let gain = plan(&larger).objective - objective;
            let said = full.iter().find(|full| full.item.kind == kind && full.item.id == id);
            prop_assert_eq!(said.map_or(0, |full| u64::from(full.gain)), gain, "{:?} {}", kind, id);
        }
    }
}

fn shuffled(draft: Draft) -> impl Strategy<Value = Draft> {
    let things = (
        Just(draft.needs).prop_shuffle(),
        Just(draft.producers).prop_shuffle(),
        Just(draft.products).prop_shuffle(),
        Just(draft.edges).prop_shuffle(),
    );
    let pairs = |pairs: Vec<Pair>| Just(pairs).prop_shuffle();
    (things, pairs(draft.pins), pairs(draft.forbids)).prop_map(
        |((needs, producers, products, edges), pins, forbids)| Draft {
            needs,
            producers,
            products,
            edges,
            pins,
            forbids,
        },
    )
}

fn all_caps(draft: &Draft) -> Vec<(ItemKind, String)> {
    let needs = draft.needs.iter().map(|it| (ItemKind::Need, it.id.clone()));
    let products = draft.products.iter().map(|it| (ItemKind::Product, it.id.clone()));
    let producers = draft.producers.iter().map(|it| (ItemKind::Producer, it.id.clone()));
    needs.chain(products).chain(producers).collect()
}

fn cap<'a>(draft: &'a mut Draft, kind: ItemKind, id: &str) -> &'a mut i64 {
    match kind {
        ItemKind::Need => &mut draft.needs.iter_mut().find(|it| it.id == id).unwrap().cap,
        ItemKind::Product => &mut draft.products.iter_mut().find(|it| it.id == id).unwrap().cap,
        ItemKind::Producer => &mut draft.producers.iter_mut().find(|it| it.id == id).unwrap().cap,
    }
}
