//! The same objective as solvers that share nothing with ours: a simplex for linear programmes, whose vertices are whole
//! for such networks, and trying every plan of a tiny round.

use std::collections::HashMap;

use matchmaking::allocation::Draft;
use microlp::{ComparisonOp, OptimizationDirection, Problem, SolutionStatus, SolveOutcome};
use proptest::prelude::*;

use crate::rounds::{SMALL, TINY, any_round, maker, pair, plan};

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_linear_programme_has_the_same_objective(draft in any_round(SMALL)) {
        let best = by_linear_programme(&draft);

        prop_assert!((best - best.round()).abs() < 1e-6, "{} is not whole", best);
        prop_assert_eq!(plan(&draft).objective as f64, best.round());
    }

    #[test]
    fn no_plan_of_a_tiny_round_is_better(draft in any_round(TINY)) {
        let room = rooms(&draft);

        let best = best_by_trying(&draft, 0, room);

        prop_assert_eq!(Some(plan(&draft).objective), best);
    }
}

fn by_linear_programme(draft: &Draft) -> f64 {
    let mut programme = Problem::new(OptimizationDirection::Maximize);
    let mut ends: HashMap<&str, Vec<_>> = HashMap::new();
    for edge in &draft.edges {
        let ends_of_edge = pair(&edge.need, &edge.product);
        let least = if draft.pins.contains(&ends_of_edge) { 1.0 } else { 0.0 };
        let most = if draft.forbids.contains(&ends_of_edge) { 0.0 } else { 1.0 };
        let variable = programme.add_var(edge.score as f64, (least, most));
        for end in [edge.need.as_str(), &edge.product, maker(draft, &edge.product)] {
            ends.entry(end).or_default().push((variable, 1.0));
        }
    }
    for (end, cap) in rooms(draft) {
        if let Some(variables) = ends.get(end) {
            programme.add_constraint(variables.as_slice(), ComparisonOp::Le, cap as f64);
        }
    }
    let SolveOutcome::Solution(solution) = programme.solve().unwrap() else { panic!("it was interrupted") };
    assert_eq!(solution.status(), SolutionStatus::Optimal);
    solution.objective()
}

/// The greatest total of the edges from one on, if the pins among them fit.
fn best_by_trying(draft: &Draft, from: usize, room: HashMap<&str, i64>) -> Option<u64> {
    let Some(edge) = draft.edges.get(from) else { return Some(0) };
    let ends_of_edge = pair(&edge.need, &edge.product);
    let ends = [edge.need.as_str(), &edge.product, maker(draft, &edge.product)];
    let with = || {
        let fits = ends.iter().all(|end| room[end] > 0) && !draft.forbids.contains(&ends_of_edge);
        let mut less = room.clone();
        ends.iter().for_each(|end| *less.entry(end).or_default() -= 1);
        fits.then(|| best_by_trying(draft, from + 1, less)).flatten()
    };
    let with = with().map(|rest| rest + u64::try_from(edge.score).unwrap());
    let is_pinned = draft.pins.contains(&ends_of_edge);
    let without = (!is_pinned).then(|| best_by_trying(draft, from + 1, room.clone())).flatten();
    with.max(without)
}

fn rooms(draft: &Draft) -> HashMap<&str, i64> {
    let needs = draft.needs.iter().map(|it| (it.id.as_str(), it.cap));
    let products = draft.products.iter().map(|it| (it.id.as_str(), it.cap));
    needs.chain(products).chain(draft.producers.iter().map(|it| (it.id.as_str(), it.cap))).collect()
}
