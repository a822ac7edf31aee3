//! `cargo xtask bench`: how fast and how large the search is, how fast matches are found, rounds solved
//! and timetables arranged, written to `docs/BENCH.md`.
//!
//! Search: for each size a synthetic catalogue is made once (`target/bench/<products>`), always in SQLite, and the
//! server is measured: building the index, starting with a kept one, memory, and answers under load. All sizes are pressed
//! in turns.

mod load;
mod matches;
mod report;
mod rounds;
mod subject;
mod table;
mod timetables;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Result;
use clap::{Args, ValueEnum};

use self::load::Load;
use self::report::Section;
use self::subject::Subject;
use crate::page;
use crate::server::{self, Profile};
use crate::{process, system};

/// Turns of the load for each size.
const ROUNDS: u32 = 5;

/// The file that a whole catalogue has. Another name makes catalogues anew that lack what is measured by now.
const COMPLETE: &str = "complete-with-needs";

/// What to measure.
#[derive(Args)]
pub(crate) struct Options {
    /// Measure only this
    #[arg(long)]
    only: Option<Part>,
    /// Sizes of the catalogue
    #[arg(long, value_delimiter = ',', default_values_t = [20_000, 200_000, 1_000_000])]
    products: Vec<u32>,
    /// Seconds of load for each size, in turns with the other sizes
    #[arg(long, default_value_t = 20)]
    seconds: u32,
    /// Measure the build that is shipped (link-time optimisation, several minutes to build) instead of the one that
    /// `cargo xtask run` serves
    #[arg(long)]
    ship: bool,
    /// Print the tables and leave docs/BENCH.md alone
    #[arg(long)]
    dry: bool,
}

/// A part of the page that can be measured alone.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Part {
    Search,
    Matches,
    Rounds,
    Timetables,
}

/// One line of the table.
pub(crate) struct Measurement {
    products: u32,
    index_build: Duration,
    start: Duration,
    memory_ready_kb: u64,
    memory_loaded_kb: u64,
    load: Load,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    let is_wanted = |part| options.only.is_none_or(|only| only == part);
    let mut sections = Vec::new();
    if is_wanted(Part::Search) {
        sections.push(search(options)?);
    }
    if is_wanted(Part::Matches) {
        let program = server::build_with_page(Profile::Release)?;
        let catalogues =
            options.products.iter().map(|&products| Ok((products, catalogue(&program, products)?)));
        sections.push(matches::measure(&catalogues.collect::<Result<Vec<_>>>()?)?);
    }
    if is_wanted(Part::Rounds) {
        sections.push(rounds::measure()?);
    }
    if is_wanted(Part::Timetables) {
        sections.push(timetables::measure()?);
    }
    for Section { title, text } in &sections {
        println!("\n{title}\n\n{text}");
    }
    if options.dry { Ok(()) } else { report::update(&sections) }
}

fn search(options: &Options) -> Result<Section> {
    if system::find_program("wrk").is_none() {
        system::install(&["wrk"], "the measurement")?;
    }
    let program = server::build_with_page(if options.ship { Profile::Ship } else { Profile::Release })?;
    let first_view = page::first_view_bytes()?;

    let mut ready = Vec::new();
    for &products in &options.products {
        println!("Starting with {products} products");
        ready.push(start(&program, products)?);
    }
    println!("Pressing");
    let measurements = press(ready, options.seconds)?;
    table::write(&measurements, first_view, options)
}

/// A server that is ready, with what it took to get there.
struct Ready {
    products: u32,
    index_build: Duration,
    start: Duration,
    memory_ready_kb: u64,
    subject: Subject,
}

fn start(program: &Path, products: u32) -> Result<Ready> {
    let data = catalogue(program, products)?;
    let index = data.join("index");
    if index.exists() {
        fs::remove_dir_all(&index)?;
    }
    let (subject, index_build) = Subject::start(program, &data)?;
    subject.stop()?;

    let mut starts = Vec::new();
    for _ in 0..5 {
        let (subject, start) = Subject::start(program, &data)?;
        subject.stop()?;
        starts.push(start);
    }
    starts.sort();

    let (subject, _) = Subject::start(program, &data)?;
    let memory_ready_kb = subject.memory_kb()?;
    Ok(Ready { products, index_build, start: starts[2], memory_ready_kb, subject })
}

/// Presses all sizes in turns, so that a machine that is slower for a while is so for all of them.
fn press(ready: Vec<Ready>, seconds: u32) -> Result<Vec<Measurement>> {
    let turn = (seconds / ROUNDS).max(1);
    for one in &ready {
        load::press(&one.subject, turn)?;
    }
    let mut loads: Vec<Vec<Load>> = ready.iter().map(|_| Vec::new()).collect();
    for _ in 0..ROUNDS {
        for (one, loads) in ready.iter().zip(&mut loads) {
            loads.push(load::press(&one.subject, turn)?);
        }
    }
    let measured = |(one, loads): (Ready, Vec<Load>)| {
        let Ready { products, index_build, start, memory_ready_kb, subject } = one;
        let memory_loaded_kb = subject.memory_kb()?;
        subject.stop()?;
        Ok(Measurement {
            products,
            index_build,
            start,
            memory_ready_kb,
            memory_loaded_kb,
            load: Load::middle(&loads),
        })
    };
    ready.into_iter().zip(loads).map(measured).collect()
}

/// Makes the catalogue unless it is there; half of one is made anew.
fn catalogue(program: &Path, products: u32) -> Result<PathBuf> {
    let data = std::env::current_dir()?.join(format!("target/bench/{products}"));
    let complete = data.join(COMPLETE);
    if complete.exists() {
        return Ok(data);
    }
    if data.exists() {
        fs::remove_dir_all(&data)?;
    }
    fs::create_dir_all(&data)?;
    let mut generate = Command::new(program);
    generate.args(["generate", "--products", &products.to_string()]).env("OCOP_LOG", "warn");
    process::run(subject::in_folder(&mut generate, &data))?;
    fs::write(complete, "")?;
    Ok(data)
}
