//! The page of results: what was measured, on which machine, with which command.

use std::fmt::Write;
use std::process::Command;

use anyhow::Result;

use super::load::{CONNECTIONS, THREADS};
use super::{Measurement, Options, ROUNDS};
use crate::process;

pub(crate) fn write(measurements: &[Measurement], first_view: u64, options: &Options) -> Result<String> {
    let mut text = String::new();
    writeln!(text, "# Measurements\n")?;
    writeln!(text, "Written by `{}` on {}, {}.\n", command(options), today()?, machine())?;
    writeln!(
        text,
        "Searches are the mixed list `xtask/bench/queries.txt` over GraphQL, 20 rows with all facets each, from \
         {CONNECTIONS} connections of wrk ({THREADS} threads on the same machine, every answer looked at). The sizes are \
         pressed in {ROUNDS} turns each, {} s in all; the middle turn is shown, number by number. The server is the {} \
         build on SQLite, the catalogue is synthetic. Start is the middle of five with a kept index; memory is \
         resident, when ready and after the load.\n",
        options.seconds,
        if options.ship { "shipped" } else { "release" }
    )?;
    writeln!(
        text,
        "| products | searches/s | p50 ms | p99 ms | max ms | start ms | index build s | memory ready MB | memory loaded MB |"
    )?;
    writeln!(text, "|---:|---:|---:|---:|---:|---:|---:|---:|---:|")?;
    for it in measurements {
        writeln!(
            text,
            "| {} | {:.0} | {:.1} | {:.1} | {:.1} | {} | {:.1} | {} | {} |",
            it.products,
            it.load.requests_a_second,
            it.load.p50_ms,
            it.load.p99_ms,
            it.load.max_ms,
            it.start.as_millis(),
            it.index_build.as_secs_f32(),
            it.memory_ready_kb / 1024,
            it.memory_loaded_kb / 1024
        )?;
    }
    if let (Some(fewest), Some(most)) = (measurements.first(), measurements.last())
        && measurements.len() > 1
    {
        let times = most.load.p50_ms / fewest.load.p50_ms;
        writeln!(
            text,
            "\np50 at {} products is {times:.1} times that at {}.",
            most.products, fewest.products
        )?;
    }
    writeln!(text, "\nFirst view of the page, everything together, compressed: {} KB.", first_view / 1024)?;
    Ok(text)
}

fn command(options: &Options) -> String {
    let sizes: Vec<_> = options.products.iter().map(u32::to_string).collect();
    let ship = if options.ship { " --ship" } else { "" };
    format!("cargo xtask bench --products {} --seconds {}{ship}", sizes.join(","), options.seconds)
}

fn today() -> Result<String> {
    Ok(process::read(Command::new("date").args(["-u", "+%Y-%m-%d"]))?.trim().to_owned())
}

fn machine() -> String {
    let about = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = about.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("an unnamed processor", |(_, model)| model);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{model}, {cores} cores")
}
