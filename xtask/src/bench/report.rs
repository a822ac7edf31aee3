//! `docs/BENCH.md`: a part for each thing that is measured. Measuring one leaves the others as they were.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

const FILE: &str = "docs/BENCH.md";
const TITLE: &str = "# Measurements";

/// A part of the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Section {
    /// Also tells which part it takes the place of.
    pub(crate) title: String,
    pub(crate) text: String,
}

/// Puts parts where those of the same titles were, or at the end.
pub(crate) fn update(new: &[Section]) -> Result<()> {
    let before = fs::read_to_string(FILE).unwrap_or_default();
    fs::create_dir_all("docs")?;
    fs::write(FILE, with(&before, new)).context(FILE)
}

/// Who measured, when and where.
pub(crate) fn origin(command: &str) -> Result<String> {
    let today = process::read(Command::new("date").args(["-u", "+%Y-%m-%d"]))?;
    Ok(format!("Written by `{command}` on {}, {}.\n", today.trim(), machine()))
}

fn machine() -> String {
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = about.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("an unnamed processor", |(_, model)| model);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{model}, {cores} cores")
}

fn with(before: &str, new: &[Section]) -> String {
    let mut sections: Vec<Section> = before.split("\n## ").skip(1).filter_map(section).collect();
    for section in new {
        match sections.iter_mut().find(|old| old.title == section.title) {
            Some(old) => *old = section.clone(),
            None => sections.push(section.clone()),
        }
    }
    let sections =
        sections.iter().map(|section| format!("\n## {}\n\n{}\n", section.title, section.text.trim()));
    format!("{TITLE}\n{}", sections.collect::<String>())
}

fn section(text: &str) -> Option<Section> {
    let (title, text) = text.split_once('\n')?;
    Some(Section { title: title.to_owned(), text: text.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(title: &str, text: &str) -> Section {
        Section { title: title.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_part_takes_the_place_of_its_predecessor() {
        let first = with("", &[section("Search", "quick"), section("Rounds", "exact")]);

        let second = with(&first, &[section("Search", "quicker\n\n| a |"), section("Start", "soon")]);

        assert_eq!(first, "# Measurements\n\n## Search\n\nquick\n\n## Rounds\n\nexact\n");
        assert_eq!(
            second,
            "# Measurements\n\n## Search\n\nquicker\n\n| a |\n\n## Rounds\n\nexact\n\n## Start\n\nsoon\n"
        );
    }
}
