//! How fast a round is solved: made-up rounds of several shapes, in turns with LEMON's network simplex when the feature
//! `lemon` is on. `cargo xtask bench` reads the lines that begin with `RESULT`.
//!
//! `cargo run --release --package matchmaking --example round_speed --features lemon`

mod made_up;

use std::time::{Duration, Instant};

use matchmaking::allocation::{Draft, Instance, Plan, solve};

use self::made_up::{SHAPES, Shape};

/// The middle one is told.
const TURNS: usize = 5;

fn main() {
    for shape in &SHAPES {
        measure(shape);
    }
}

fn measure(shape: &Shape) {
    let draft = made_up::round(shape);
    let Ok(instance) = Instance::new(draft.clone()) else { panic!("{}: the round is not one", shape.name) };
    let mut checked = Vec::new();
    let mut solved = Vec::new();
    let mut explained = Vec::new();
    let mut compared = Vec::new();
    let mut plan = None;
    let mut other = None;
    for _ in 0..TURNS {
        let copy = draft.clone();
        checked.push(timed(|| Instance::new(copy)).1);
        let (answer, time) = timed(|| solve(&instance).plan());
        solved.push(time);
        plan = Some(answer);
        let solution = solve(&instance);
        explained.push(timed(|| (solution.full_caps(), solution.unserved())).1);
        if let Some((objective, time)) = compare(&draft) {
            compared.push(time);
            other = Some(objective);
        }
    }
    let Some(Plan { objective, bound, pairs, .. }) = plan else { return };
    let other = other.map_or("-".to_owned(), |objective: u64| objective.to_string());
    println!(
        "RESULT\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{objective}\t{bound}\t{other}",
        shape.name,
        draft.needs.len(),
        draft.products.len(),
        draft.edges.len(),
        pairs.len(),
        middle(checked),
        middle(solved),
        middle(explained),
        middle(compared),
    );
}

/// The objective of the independent solver and the time it took, from lists of numbers on.
#[cfg(feature = "lemon")]
fn compare(draft: &Draft) -> Option<(u64, Duration)> {
    use std::collections::HashMap;

    use mcmf::{Capacity, Cost, GraphBuilder, Vertex};

    let places = |ids: Vec<&String>, first: u32| -> HashMap<String, u32> {
        ids.into_iter().cloned().zip(first..).collect()
    };
    let needs = places(draft.needs.iter().map(|it| &it.id).collect(), 0);
    let products = places(draft.products.iter().map(|it| &it.id).collect(), needs.len() as u32);
    let last = (needs.len() + products.len()) as u32;
    let producers = places(draft.producers.iter().map(|it| &it.id).collect(), last);
    let capacity = |cap: i64| Capacity(cap as i32);

    let mut graph = GraphBuilder::new();
    for need in &draft.needs {
        let node = needs[&need.id];
        graph.add_edge(Vertex::Source, node, capacity(need.cap), Cost(0));
        // What a need does not get.
        graph.add_edge(node, Vertex::Sink, capacity(need.cap), Cost(0));
    }
    for edge in &draft.edges {
        graph.add_edge(needs[&edge.need], products[&edge.product], Capacity(1), Cost(-(edge.score as i32)));
    }
    for product in &draft.products {
        let ends = (products[&product.id], producers[&product.producer]);
        graph.add_edge(ends.0, ends.1, capacity(product.cap), Cost(0));
    }
    for producer in &draft.producers {
        graph.add_edge(producers[&producer.id], Vertex::Sink, capacity(producer.cap), Cost(0));
    }
    let ((cost, _), time) = timed(|| graph.mcmf());
    Some((u64::from(cost.unsigned_abs()), time))
}

#[cfg(not(feature = "lemon"))]
fn compare(_: &Draft) -> Option<(u64, Duration)> {
    None
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let started = Instant::now();
    let result = work();
    (result, started.elapsed())
}

/// In milliseconds.
fn middle(mut times: Vec<Duration>) -> String {
    times.sort();
    let middle = times.get(times.len() / 2);
    middle.map_or("-".to_owned(), |time| format!("{:.1}", time.as_secs_f64() * 1e3))
}
