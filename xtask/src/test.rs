//! `cargo xtask test`: everything that must pass before a change lands, the quick and frequent failures first.

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::browser::Driver;
use crate::page::{self, Mode};
use crate::postgres::Postgres;
use crate::{node, process, tidy};

/// Which steps to run.
#[derive(Args)]
pub(crate) struct Options {
    /// Run only this step; may be given several times
    #[arg(long, value_name = "STEP")]
    only: Vec<String>,
    /// Name the steps and stop
    #[arg(long)]
    list: bool,
    /// Passed on to the test programs, for example the name of a test
    #[arg(last = true)]
    arguments: Vec<String>,
}

struct Step {
    name: &'static str,
    about: &'static str,
    run: fn(&Options) -> Result<()>,
}

const STEPS: [Step; 9] = [
    Step { name: "format", about: "the code is formatted", run: format },
    Step { name: "compile", about: "no warning in server, tests and tools", run: compile },
    Step { name: "unit", about: "tests beside the code", run: unit },
    Step {
        name: "page",
        about: "no warning in the page, and it is small enough",
        run: |_| page::compile_and_build(),
    },
    Step { name: "page-logic", about: "the page's own tests, natively", run: page_logic },
    Step { name: "api-sqlite", about: "API tests on SQLite", run: api_on_sqlite },
    Step { name: "api-postgres", about: "API tests on PostgreSQL", run: api_on_postgres },
    Step { name: "browser", about: "journeys in Chromium", run: browser },
    Step { name: "tidy", about: "the files of the repository are in order", run: |_| tidy::check() },
];

pub(crate) fn run(options: &Options) -> Result<()> {
    if options.list {
        STEPS.iter().for_each(|step| println!("{:<13} {}", step.name, step.about));
        return Ok(());
    }
    if let Some(unknown) = options.only.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        bail!("there is no step {unknown}; `cargo xtask test --list` names them");
    }
    let is_wanted =
        |step: &&Step| options.only.is_empty() || options.only.iter().any(|name| name == step.name);
    process::lint_what_is_compiled()?;
    let started = Instant::now();
    for step in STEPS.iter().filter(is_wanted) {
        println!("\n== {}: {}", step.name, step.about);
        let step_started = Instant::now();
        if let Err(error) = (step.run)(options) {
            bail!("{error:#}\nStep {0} failed; alone it runs with: cargo xtask test --only {0}", step.name);
        }
        println!("== {}: passed in {:.1} s", step.name, step_started.elapsed().as_secs_f32());
    }
    println!("\nAll passed in {:.0} s", started.elapsed().as_secs_f32());
    Ok(())
}

fn format(_: &Options) -> Result<()> {
    process::run(process::cargo().args(["fmt", "--all", "--check"]))
}

/// Everything native. The page's program is compiled meanwhile, for neither keeps two processors busy alone; what is wrong
/// with it is told where the page is built.
fn compile(_: &Options) -> Result<()> {
    page::ensure_folder()?;
    let beside = page::start_compiling()?;
    process::run(workspace_tests().arg("--no-run"))?;
    let _ = beside.finish();
    Ok(())
}

/// All but the crate `tests`. The selection of packages stays the same in every step, because another one means other
/// features of the dependencies, and so another build of them.
fn unit(options: &Options) -> Result<()> {
    page::ensure_folder()?;
    let mut beside = workspace_tests();
    beside.args(["--lib", "--bins"]);
    for target in test_programs(|package| package != "tests" && package != "frontend")? {
        beside.args(["--test", &target]);
    }
    process::run(beside.arg("--").args(&options.arguments))?;
    process::run(workspace_tests().arg("--doc").arg("--").args(&options.arguments))
}

fn page_logic(options: &Options) -> Result<()> {
    process::run(process::cargo().args(["test", "--package", "frontend", "--"]).args(&options.arguments))
}

fn api_on_sqlite(options: &Options) -> Result<()> {
    process::run(api(options)?.env("OCOP_TEST_DATABASE", "sqlite"))
}

fn api_on_postgres(options: &Options) -> Result<()> {
    let postgres = Postgres::start()?;
    process::run(api(options)?.env("OCOP_TEST_DATABASE", "postgres").env("TEST_POSTGRES_URL", postgres.url()))
}

/// Every test program of the crate `tests` but the browser's. `OCOP_PROGRAM` is there for tests that kill the server.
fn api(options: &Options) -> Result<Command> {
    page::build(Mode::Release)?;
    let program = program()?;
    let mut command = workspace_tests();
    command.env("OCOP_PROGRAM", program);
    for target in test_programs(|package| package == "tests")?.iter().filter(|target| *target != "browser") {
        command.args(["--test", target]);
    }
    command.arg("--").args(&options.arguments);
    Ok(command)
}

fn browser(options: &Options) -> Result<()> {
    page::build(Mode::Release)?;
    node::install()?;
    let driver = Driver::start()?;
    process::run(
        workspace_tests()
            .args(["--test", "browser", "--"])
            .args(&options.arguments)
            .env("WEBDRIVER_URL", &driver.url)
            .env("CHROMIUM", &driver.chromium),
    )
}

/// The program as it is built for the tests: Cargo does so for the one of `server/program/tests`. Building it by itself would
/// mean other features of the dependencies, and so another build of all of them.
pub(crate) fn program() -> Result<PathBuf> {
    process::run(workspace_tests().arg("--no-run"))?;
    Ok(process::target_folder()?.join("debug/ocop"))
}

fn workspace_tests() -> Command {
    let mut command = process::cargo();
    command.args(["test", "--quiet", "--workspace", "--exclude", "frontend"]);
    command
}

/// The names of the integration tests of some packages.
fn test_programs(belongs: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let metadata = process::metadata()?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let targets = packages
        .iter()
        .filter(|package| package["name"].as_str().is_some_and(&belongs))
        .filter_map(|package| package["targets"].as_array())
        .flatten();
    let programs =
        targets.filter(|target| target["kind"][0] == "test").filter_map(|target| target["name"].as_str());
    Ok(programs.map(str::to_owned).collect())
}
