//! The results of the search: what was measured, on which machine, with which command.

use std::fmt::Write;

use anyhow::Result;

use super::load::{CONNECTIONS, THREADS};
use super::report::{self, Section};
use super::{Measurement, Options, ROUNDS};

pub(crate) fn write(measurements: &[Measurement], first_view: u64, options: &Options) -> Result<Section> {
    let mut text = report::origin(&command(options))?;
    writeln!(
        text,
        "\nSearches are the mixed list `xtask/bench/queries.txt` over GraphQL, 20 rows with all facets each, from \
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
    Ok(Section { title: "Search".to_owned(), text })
}

fn command(options: &Options) -> String {
    let sizes: Vec<_> = options.products.iter().map(u32::to_string).collect();
    let ship = if options.ship { " --ship" } else { "" };
    format!(
        "cargo xtask bench --only search --products {} --seconds {}{ship}",
        sizes.join(","),
        options.seconds
    )
}
