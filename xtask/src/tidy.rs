//! `cargo xtask tidy`: rules about the files of the repository that no compiler checks.
//!
//! The committed schema is the server's; the map shows Hoàng Sa and Trường Sa as parts of their provinces; nothing
//! large, forgotten or bound to one developer's machine is committed. All findings are told at once.

use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use crate::geography;
use crate::{process, test};

const LARGEST: u64 = 3 * 1024 * 1024;

/// Where nobody but us writes, so that blanks at the end of a line are ours.
const SOURCES: [&str; 11] =
    ["rs", "toml", "md", "css", "js", "json", "html", "graphql", "yml", "sh", "webmanifest"];

/// Data keeps the form in which it came.
const DATA: &str = "server/data/";

// In two parts each, so that this file does not break its own rules.
const UNFINISHED: [&str; 4] =
    [concat!("TO", "DO"), concat!("todo", "!"), concat!("dbg", "!"), concat!("#[", "ignore")];
const WAITING: &str = concat!("sleep", "(");
const MACHINES: [&str; 3] = [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/wo", "rk/")];

pub(crate) fn check() -> Result<()> {
    let mut findings = schema()?;
    for file in repository_files()? {
        findings.extend(about_file(&file)?);
    }
    if findings.is_empty() {
        return Ok(());
    }
    for finding in &findings {
        eprintln!("{finding}");
    }
    bail!("{} finding(s)", findings.len())
}

fn schema() -> Result<Vec<String>> {
    const COMMITTED: &str = "shared/schema.graphql";
    crate::page::ensure_folder()?;
    let program = test::program()?;
    let current = process::read(Command::new(program).arg("schema"))?;
    let is_current = fs::read_to_string(COMMITTED).is_ok_and(|committed| committed == current);
    let finding = format!(
        "{COMMITTED} is not the server's schema; write it anew: cargo run -p ocop -- schema > {COMMITTED}"
    );
    Ok(if is_current { Vec::new() } else { vec![finding] })
}

/// Tracked files and new ones that are not ignored.
fn repository_files() -> Result<Vec<String>> {
    let mut git = Command::new("git");
    let list = process::read(git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]))?;
    Ok(list.split_terminator('\0').map(str::to_owned).collect())
}

fn about_file(file: &str) -> Result<Vec<String>> {
    let Ok(about) = fs::metadata(file) else { return Ok(Vec::new()) }; // removed, but not yet from the index
    let mut findings = Vec::new();
    if about.len() > LARGEST {
        findings.push(format!("{file}: {} KB, larger than {} KB", about.len() / 1024, LARGEST / 1024));
    }
    if let Ok(text) = String::from_utf8(fs::read(file)?) {
        findings.extend(about_text(file, &text));
        if file.starts_with("server/data/geo/") && file.ends_with(".geojson") {
            findings
                .extend(geography::missing_islands(&text)?.into_iter().map(|what| format!("{file}: {what}")));
        }
    }
    Ok(findings)
}

fn about_text(file: &str, text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    let (_, extension) = file.rsplit_once('.').unwrap_or_default();
    let is_rust = extension == "rs";
    let is_source = SOURCES.contains(&extension) && !file.starts_with(DATA);
    if is_rust && !text.starts_with("//!") && !text.lines().next().unwrap_or_default().contains("@generated")
    {
        findings.push(format!("{file}:1: begins without a `//!` that says what it is for"));
    }
    for (number, line) in (1..).zip(text.split_terminator('\n')) {
        let mut find = |what: String| findings.push(format!("{file}:{number}: {what}"));
        if is_source && line.ends_with([' ', '\t', '\r']) {
            find("blanks or a carriage return at the end of the line".to_owned());
        }
        if let Some(path) = MACHINES.iter().find(|path| line.contains(**path)) {
            find(format!("{path} is a place on one developer's machine"));
        }
        if let Some(word) = UNFINISHED.iter().find(|word| is_rust && line.contains(**word)) {
            find(format!("{word} is left"));
        }
        if file.starts_with("tests/") && is_rust && line.contains(WAITING) {
            find("a test waits for a time; let it wait for what it expects".to_owned());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_orderly_file_has_no_findings() {
        assert!(about_text("server/src/http.rs", "//! Routes.\n\nfn serve() {}\n").is_empty());
        assert!(about_text("server/data/products.csv", "a,b \r\n").is_empty());
    }

    #[test]
    fn each_rule_finds_its_line() {
        let waits = format!("//! Waits.\n{WAITING}1)\n");
        let home = format!("see {}someone\n", MACHINES[0]);
        let later = format!("//! Later.\n// {}\n", UNFINISHED[0]);
        let cases = [
            ("tests/src/lib.rs", waits.as_str(), "tests/src/lib.rs:2:"),
            ("README.md", home.as_str(), "README.md:1:"),
            ("server/src/lib.rs", later.as_str(), "server/src/lib.rs:2:"),
            ("server/src/lib.rs", "fn main() {}\n", "server/src/lib.rs:1:"),
            ("frontend/style/a.css", "a {} \n", "frontend/style/a.css:1:"),
        ];

        for (file, text, place) in cases {
            let findings = about_text(file, text);
            assert_eq!(findings.len(), 1, "{findings:?}");
            assert!(findings[0].starts_with(place), "{findings:?}");
        }
    }
}
