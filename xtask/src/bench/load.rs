//! Mixed searches with facets from 16 connections, driven by wrk (`bench/search.lua`), every answer looked at.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use super::subject::Subject;
use crate::process;

pub(crate) const CONNECTIONS: u32 = 16;
pub(crate) const THREADS: u32 = 2;

const OPERATION: &str = "query($s:String,$f:ProductFilter){products(search:$s,filter:$f,first:20){totalCount \
    nodes{id name stars province producer{id name}} \
    facets{groups{value label count} stars{value label count} provinces{value label count} \
    certificates{value label count} months{value label count}}}}";

const QUERIES: &str = include_str!("../../bench/queries.txt");

/// What wrk saw.
#[derive(Debug, PartialEq)]
pub(crate) struct Load {
    pub(crate) requests_a_second: f64,
    pub(crate) p50_ms: f64,
    pub(crate) p99_ms: f64,
    pub(crate) max_ms: f64,
}

impl Load {
    /// The middle of several turns, number by number, but the longest answer of all.
    pub(crate) fn middle(turns: &[Load]) -> Load {
        let middle = |number: fn(&Load) -> f64| {
            let mut numbers: Vec<f64> = turns.iter().map(number).collect();
            numbers.sort_by(f64::total_cmp);
            numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
        };
        Load {
            requests_a_second: middle(|load| load.requests_a_second),
            p50_ms: middle(|load| load.p50_ms),
            p99_ms: middle(|load| load.p99_ms),
            max_ms: turns.iter().map(|load| load.max_ms).fold(0.0, f64::max),
        }
    }
}

pub(crate) fn press(subject: &Subject, seconds: u32) -> Result<Load> {
    const BODIES: &str = "target/bench/requests.jsonl";
    fs::write(BODIES, bodies()?)?;
    let output = process::read(
        Command::new("wrk")
            .args([format!("-c{CONNECTIONS}"), format!("-t{THREADS}"), format!("-d{seconds}s")])
            .args(["--latency", "-s", "xtask/bench/search.lua"])
            .arg(format!("http://127.0.0.1:{}", subject.port))
            .args(["--", BODIES]),
    )?;
    result(&output)
}

/// One request a line; the list is `search<TAB>filter`.
fn bodies() -> Result<String> {
    let mut bodies = String::new();
    for line in QUERIES.lines() {
        let (search, filter) = line.split_once('\t').unwrap_or((line, "{}"));
        let filter: Value =
            serde_json::from_str(filter).with_context(|| format!("the filter of {line:?}"))?;
        let body = json!({ "query": OPERATION, "variables": { "s": search, "f": filter } });
        bodies.push_str(&format!("{body}\n"));
    }
    Ok(bodies)
}

/// The line that `search.lua` writes at the end; times are in microseconds.
fn result(output: &str) -> Result<Load> {
    let line = output.lines().find_map(|line| line.strip_prefix("RESULT\t"));
    let fields: Vec<&str> =
        line.with_context(|| format!("wrk gave no result:\n{output}"))?.split('\t').collect();
    let [requests, duration, p50, p99, max, failures, example] = fields[..] else {
        bail!("wrk's result has another form: {fields:?}");
    };
    let number =
        |text: &str| text.parse::<f64>().with_context(|| format!("wrk's result has {text:?} for a number"));
    ensure!(number(failures)? == 0.0, "{failures} of {requests} answers were wrong, for example: {example}");
    Ok(Load {
        requests_a_second: number(requests)? / number(duration)? * 1e6,
        p50_ms: number(p50)? / 1e3,
        p99_ms: number(p99)? / 1e3,
        max_ms: number(max)? / 1e3,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_query_of_the_list_is_a_request() -> Result<()> {
        let bodies = bodies()?;

        assert_eq!(bodies.lines().count(), QUERIES.lines().count());
        assert!(bodies.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()));
        Ok(())
    }

    #[test]
    fn the_middle_is_taken_number_by_number() {
        let load = |number| Load {
            requests_a_second: 10.0 * number,
            p50_ms: number,
            p99_ms: -number,
            max_ms: number,
        };

        let middle = Load::middle(&[load(3.0), load(1.0), load(2.0)]);

        assert_eq!(middle, Load { requests_a_second: 20.0, p50_ms: 2.0, p99_ms: -2.0, max_ms: 3.0 });
    }

    #[test]
    fn a_wrong_answer_makes_the_measurement_void() -> Result<()> {
        let good = result("Running\nRESULT\t1000\t2000000\t2500\t9000\t12000\t0\t\n")?;

        assert_eq!(good, Load { requests_a_second: 500.0, p50_ms: 2.5, p99_ms: 9.0, max_ms: 12.0 });
        assert!(result("RESULT\t1000\t2000000\t2500\t9000\t12000\t3\t500 oops\n").is_err());
        assert!(result("wrk: unable to connect").is_err());
        Ok(())
    }
}
