//! How fast a timetable is arranged, seated and changed late: made-up events, always the same. `cargo xtask bench`
//! reads the lines that begin with `RESULT`.
//!
//! `cargo run --release --package matchmaking --example timetable_speed`

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use matchmaking::timetable::{
    Change, Limits, Meeting, Placed, Planned, Problem, Rearranged, Timetable, arrange, rearrange, seats,
};

/// The middle one is told.
const TURNS: usize = 5;

/// What an event is like.
struct Shape {
    name: &'static str,
    retailers: u32,
    producers: u32,
    meetings: u32,
    tables: Option<NonZeroU32>,
}

/// A usual one, and the largest we think of: with a table for each retailer, and with so few that they decide how long
/// it takes.
const SHAPES: [Shape; 3] = [
    Shape { name: "usual", retailers: 40, producers: 80, meetings: 800, tables: NonZeroU32::new(30) },
    Shape { name: "large", tables: None, ..LARGE },
    LARGE,
];

const LARGE: Shape = Shape {
    name: "large, few tables",
    retailers: 150,
    producers: 350,
    meetings: 5_000,
    tables: NonZeroU32::new(80),
};

fn main() -> Result<(), Problem> {
    SHAPES.iter().try_for_each(measure)
}

fn measure(shape: &Shape) -> Result<(), Problem> {
    let mut dice = Dice(u64::from(shape.meetings));
    let meetings: Vec<Meeting> = (0..shape.meetings).map(|id| meeting(id, shape, &mut dice)).collect();
    let limits = Limits { slots: None, tables: shape.tables };
    let timetable = arrange(&meetings, limits)?;
    let late = Late::of(&timetable, shape, &mut dice);

    let (mut arranged, mut seated, mut changed) = (Vec::new(), Vec::new(), Vec::new());
    let mut moved = 0;
    for _ in 0..TURNS {
        arranged.push(timed(|| arrange(&meetings, limits))?.1);
        seated.push(timed(|| seats(&timetable.placed, shape.tables))?.1);
        let (Rearranged { moved: moves, .. }, time) =
            timed(|| rearrange(&late.plan, &late.change(), limits))?;
        changed.push(time);
        moved = moves.len();
    }
    println!(
        "RESULT\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{moved}",
        shape.name,
        shape.retailers,
        shape.producers,
        shape.meetings,
        shape.tables.map_or("-".to_owned(), |tables| tables.to_string()),
        busiest(&meetings),
        timetable.slots(),
        middle(arranged),
        middle(seated),
        middle(changed),
    );
    Ok(())
}

/// After a quarter of the day ten participants leave, and twenty meetings of others are added.
struct Late {
    plan: Vec<Planned>,
    removed: Vec<u32>,
    added: Vec<Meeting>,
    first_free_slot: u32,
}

impl Late {
    fn of(timetable: &Timetable, shape: &Shape, dice: &mut Dice) -> Late {
        let planned = |one: &Placed| Planned { meeting: one.meeting, slot: Some(one.slot), is_fixed: false };
        let first_free_slot = timetable.slots() / 4;
        let has_left = |meeting: &Meeting| meeting.retailer < 4 || meeting.producer < 6;
        let to_come = timetable.placed.iter().filter(|one| one.slot >= first_free_slot);
        let removed = to_come.filter(|one| has_left(&one.meeting)).map(|one| one.meeting.id);
        let new = (shape.meetings..).map(|id| meeting(id, shape, dice));
        Late {
            plan: timetable.placed.iter().map(planned).collect(),
            removed: removed.collect(),
            added: new.filter(|meeting| !has_left(meeting)).take(20).collect(),
            first_free_slot,
        }
    }

    fn change(&self) -> Change<'_> {
        Change { removed: &self.removed, added: &self.added, first_free_slot: self.first_free_slot }
    }
}

/// Retailers have about as many meetings each, so that few slots are free for them; producers have what falls to them.
fn meeting(id: u32, shape: &Shape, dice: &mut Dice) -> Meeting {
    Meeting { id, retailer: id % shape.retailers, producer: dice.below(shape.producers) }
}

/// How many meetings the busiest participant has.
fn busiest(meetings: &[Meeting]) -> u32 {
    let mut counts: HashMap<(bool, u32), u32> = HashMap::new();
    for meeting in meetings {
        *counts.entry((true, meeting.retailer)).or_default() += 1;
        *counts.entry((false, meeting.producer)).or_default() += 1;
    }
    counts.into_values().max().unwrap_or(0)
}

fn timed<T>(work: impl FnOnce() -> Result<T, Problem>) -> Result<(T, Duration), Problem> {
    let started = Instant::now();
    let result = work()?;
    Ok((result, started.elapsed()))
}

/// In milliseconds.
fn middle(mut times: Vec<Duration>) -> String {
    times.sort();
    let middle = times.get(times.len() / 2);
    middle.map_or("-".to_owned(), |time| format!("{:.1}", time.as_secs_f64() * 1e3))
}

/// Steele, Lea and Flood's SplitMix64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % u64::from(end)) as u32
    }
}
