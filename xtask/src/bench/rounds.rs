//! Rounds of several shapes, solved by us and in the same run by LEMON's network simplex (in C++), which shares nothing
//! with ours. It takes part in nothing else, so that only this measurement needs a C++ compiler.

use std::fmt::Write;

use anyhow::{Result, bail, ensure};

use super::report::{self, Section};
use crate::{process, system};

const EXAMPLE: [&str; 7] =
    ["--release", "--package", "matchmaking", "--example", "round_speed", "--features", "lemon"];

pub(crate) fn measure() -> Result<Section> {
    if system::find_program("c++").is_none() {
        system::install(&["g++"], "the measurement of rounds")?;
    }
    println!("Building the two solvers");
    process::run(process::cargo().arg("build").args(EXAMPLE))?;
    println!("Solving rounds");
    let output = process::read(process::cargo().args(["run", "--quiet"]).args(EXAMPLE))?;
    let rounds = output.lines().filter_map(|line| line.strip_prefix("RESULT\t"));
    let text = written(&rounds.map(Round::parse).collect::<Result<Vec<_>>>()?)?;
    Ok(Section { title: "Rounds".to_owned(), text })
}

/// What the example says of a round.
struct Round<'a> {
    /// Its name and how many needs, products, edges and planned pairs it has.
    shape: [&'a str; 5],
    /// Milliseconds to check, to solve, to say what the caps cost, and of LEMON.
    times: [&'a str; 4],
    objective: &'a str,
}

impl Round<'_> {
    fn parse(line: &str) -> Result<Round<'_>> {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, needs, products, edges, pairs, check, solve, caps, lemon, objective, bound, other] =
            fields[..]
        else {
            bail!("the result of a round has another form: {fields:?}");
        };
        ensure!(objective == bound, "{name}: the plan has {objective}, but its bound is {bound}");
        ensure!(objective == other, "{name}: the plan has {objective}, but LEMON found {other}");
        Ok(Round {
            shape: [name, needs, products, edges, pairs],
            times: [check, solve, caps, lemon],
            objective,
        })
    }
}

fn written(rounds: &[Round<'_>]) -> Result<String> {
    ensure!(!rounds.is_empty(), "no round was measured");
    let mut text = report::origin("cargo xtask bench --only rounds")?;
    writeln!(
        text,
        "\nRounds are made up, always the same for a shape (`server/matchmaking/examples/round_speed`). They are solved \
         in turns by us and by LEMON's network simplex (C++, crate `mcmf`, with its building of the graph), five times \
         each; the middle time is shown. Check is from a draft to a round that can be solved, solve from there to the \
         plan with its bound; caps is what each full cap costs, which `ocop allocate` does not ask. Total score, bound \
         and LEMON's total score are equal, or this page would not have been written.\n"
    )?;
    writeln!(
        text,
        "| round | needs | products | edges | pairs | check ms | solve ms | LEMON ms | caps ms | total score = bound = LEMON's |"
    )?;
    writeln!(text, "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")?;
    for Round {
        shape: [name, needs, products, edges, pairs],
        times: [check, solve, caps, lemon],
        objective,
    } in rounds
    {
        writeln!(
            text,
            "| {name} | {needs} | {products} | {edges} | {pairs} | {check} | {solve} | {lemon} | {caps} | {objective} |"
        )?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_total_than_the_bound_or_the_other_solvers_makes_the_measurement_void() {
        let line = |last: &str| {
            format!("usual\t200\t2000\t8000\t922\t1.8\t2.0\t1.4\t10.4\t{}", last.replace(' ', "\t"))
        };

        assert_eq!(Round::parse(&line("7 7 7")).unwrap().objective, "7");
        assert!(Round::parse(&line("7 8 7")).is_err());
        assert!(Round::parse(&line("7 7 8")).is_err());
        assert!(Round::parse(&line("7 7 -")).is_err());
        assert!(Round::parse("usual").is_err());
    }
}
