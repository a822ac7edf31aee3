//! How fast the matches of a need are found among the products of a made-up catalogue, asked through the API without a
//! network (`server/examples/match_speed.rs`).

use std::fmt::Write;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::report::{self, Section};
use crate::process;

/// Chosen among the packages of the program, so that its dependencies are not built with other features.
const EXAMPLE: [&str; 7] =
    ["--release", "--package", "server", "--package", "ocop", "--example", "match_speed"];

/// Measures with catalogues that are there, each with its number of products.
pub(crate) fn measure(catalogues: &[(u32, PathBuf)]) -> Result<Section> {
    println!("Building what finds matches");
    process::run(process::cargo().arg("build").args(EXAMPLE))?;
    let mut text = report::origin("cargo xtask bench --only matches")?;
    writeln!(
        text,
        "\nA page of matches is 20 products with score, all gates in words and the strongest reasons, asked through GraphQL \
         in the server's own process. Each of 50 made-up needs is asked about five times, one after the other, after once to \
         warm up; two thirds of the products have terms. Filling is what the first question waits for after a start. Memory \
         is resident in the end.\n"
    )?;
    writeln!(text, "| products | matches of a need | p50 ms | p99 ms | max ms | filling ms | memory MB |")?;
    writeln!(text, "|---:|---:|---:|---:|---:|---:|---:|")?;
    for (products, folder) in catalogues {
        println!("Finding matches among {products} products");
        let mut example = Command::new(process::target_folder()?.join("release/examples/match_speed"));
        example.env("OCOP_DATA_DIR", folder).env("OCOP_LOG", "warn");
        let line: Value = serde_json::from_str(process::read(&mut example)?.trim()).context("the result")?;
        let number = |name: &str| line[name].as_f64().with_context(|| format!("no {name} in {line}"));
        writeln!(
            text,
            "| {products} | {} | {:.1} | {:.1} | {:.1} | {:.0} | {:.0} |",
            number("matches")?,
            number("p50_ms")?,
            number("p99_ms")?,
            number("max_ms")?,
            number("fill_ms")?,
            number("resident_kb")? / 1024.0
        )?;
    }
    Ok(Section { title: "Matches".to_owned(), text })
}
