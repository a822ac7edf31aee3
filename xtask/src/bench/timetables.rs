//! Timetables of events: arranged in the fewest slots, seated, and changed late.

use std::fmt::Write;

use anyhow::{Result, bail, ensure};

use super::report::{self, Section};
use crate::process;

const EXAMPLE: [&str; 5] = ["--release", "--package", "matchmaking", "--example", "timetable_speed"];

pub(crate) fn measure() -> Result<Section> {
    println!("Building the timetables");
    process::run(process::cargo().arg("build").args(EXAMPLE))?;
    println!("Arranging events");
    let output = process::read(process::cargo().args(["run", "--quiet"]).args(EXAMPLE))?;
    let events = output.lines().filter_map(|line| line.strip_prefix("RESULT\t"));
    let text = written(&events.map(Event::parse).collect::<Result<Vec<_>>>()?)?;
    Ok(Section { title: "Timetables".to_owned(), text })
}

/// What the example says of an event.
struct Event<'a> {
    /// Its name and how many retailers, producers, meetings and tables it has.
    shape: [&'a str; 5],
    /// The most meetings of a participant, and the slots of the timetable.
    slots: [&'a str; 2],
    /// Milliseconds to arrange, to seat and to change.
    times: [&'a str; 3],
    /// Meetings that the change moved.
    moved: &'a str,
}

impl Event<'_> {
    fn parse(line: &str) -> Result<Event<'_>> {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, retailers, producers, meetings, tables, busiest, slots, arrange, seats, change, moved] =
            fields[..]
        else {
            bail!("the result of a timetable has another form: {fields:?}");
        };
        let by_tables = match tables {
            "-" => 0,
            _ => meetings.parse::<u32>()?.div_ceil(tables.parse()?),
        };
        let fewest = by_tables.max(busiest.parse()?);
        ensure!(slots.parse::<u32>()? == fewest, "{name}: it takes {slots} slots instead of {fewest}");
        Ok(Event {
            shape: [name, retailers, producers, meetings, tables],
            slots: [busiest, slots],
            times: [arrange, seats, change],
            moved,
        })
    }
}

fn written(events: &[Event<'_>]) -> Result<String> {
    ensure!(!events.is_empty(), "no event was measured");
    let mut text = report::origin("cargo xtask bench --only timetables")?;
    writeln!(
        text,
        "\nEvents are made up, always the same (`server/matchmaking/examples/timetable_speed.rs`), and measured five \
         times; the middle time is shown. Busiest is the most meetings of a participant. Slots are the fewest there \
         can be, as many as the busiest has meetings or as it takes to give each meeting a table, or this page would \
         not have been written. The change comes after a quarter of the day: ten participants leave, twenty meetings \
         are added; moved are the other meetings that had to move for them.\n"
    )?;
    writeln!(
        text,
        "| event | retailers | producers | meetings | tables | busiest | slots | arrange ms | seats ms | change ms | moved |"
    )?;
    writeln!(text, "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")?;
    for Event {
        shape: [name, retailers, producers, meetings, tables],
        slots: [busiest, slots],
        times: [arrange, seats, change],
        moved,
    } in events
    {
        writeln!(
            text,
            "| {name} | {retailers} | {producers} | {meetings} | {tables} | {busiest} | {slots} | {arrange} | {seats} | {change} | {moved} |"
        )?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_slots_than_the_fewest_make_the_measurement_void() {
        let line =
            |tables: &str, slots: u32| format!("usual\t40\t80\t800\t{tables}\t31\t{slots}\t0.5\t0.1\t0.3\t2");

        assert_eq!(Event::parse(&line("-", 31)).unwrap().moved, "2");
        assert!(Event::parse(&line("-", 32)).is_err());
        assert!(Event::parse(&line("30", 31)).is_ok());
        assert!(Event::parse(&line("20", 40)).is_ok());
        assert!(Event::parse(&line("20", 41)).is_err());
        assert!(Event::parse("usual").is_err());
    }
}
