//! Meetings by participant and by table, in order of time.

use std::collections::BTreeMap;

use shared::text::sort_key;

use crate::api::{MeetingStatus, TradeParty};
use crate::pages::own_meetings::{Meeting, Party, Slot};

/// A meeting on a sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) slot: Option<Slot>,
    pub(super) table: Option<i32>,
    /// The other side; on the sheet of a table both.
    pub(super) with: Vec<String>,
    pub(super) product: String,
}

/// The sheet of a participant.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) side: TradeParty,
    pub(super) lines: Vec<Line>,
}

/// The sheet of a table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TableSheet {
    pub(super) table: i32,
    pub(super) lines: Vec<Line>,
}

/// A sheet for each participant that has a meeting, by name as in a dictionary. Meetings without a time come last.
pub(super) fn by_participant(meetings: &[Meeting]) -> Vec<Sheet> {
    let mut sheets: BTreeMap<(Vec<u8>, String), Sheet> = BTreeMap::new();
    let mut add = |own: &Party, side: TradeParty, others: &Party, meeting: &Meeting| {
        let key = (sort_key(&own.name), own.id.inner().to_owned());
        let sheet =
            sheets.entry(key).or_insert_with(|| Sheet { name: own.name.clone(), side, lines: Vec::new() });
        sheet.lines.push(line(meeting, vec![others.name.clone()]));
    };
    for meeting in meetings.iter().filter(|meeting| is_printed(meeting)) {
        add(&meeting.retailer, TradeParty::Retailer, &meeting.producer, meeting);
        add(&meeting.producer, TradeParty::Producer, &meeting.retailer, meeting);
    }
    let sheets = sheets.into_values().map(|mut sheet| {
        sheet.lines.sort_by_key(order);
        sheet
    });
    sheets.collect()
}

/// A sheet for each table at which somebody meets.
pub(super) fn by_table(meetings: &[Meeting]) -> Vec<TableSheet> {
    let mut sheets: BTreeMap<i32, Vec<Line>> = BTreeMap::new();
    for meeting in meetings.iter().filter(|meeting| is_printed(meeting) && meeting.slot.is_some()) {
        if let Some(table) = meeting.table_number {
            let with = vec![meeting.retailer.name.clone(), meeting.producer.name.clone()];
            sheets.entry(table).or_default().push(line(meeting, with));
        }
    }
    let sheets = sheets.into_iter().map(|(table, mut lines)| {
        lines.sort_by_key(order);
        TableSheet { table, lines }
    });
    sheets.collect()
}

fn is_printed(meeting: &Meeting) -> bool {
    meeting.status != MeetingStatus::Cancelled
}

fn line(meeting: &Meeting, with: Vec<String>) -> Line {
    let (slot, table) = (meeting.slot.clone(), meeting.table_number);
    Line { slot, table, with, product: meeting.product_name.clone() }
}

fn order(line: &Line) -> (bool, Option<i32>) {
    (line.slot.is_none(), line.slot.as_ref().map(|slot| slot.number))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn meeting(retailer: &str, producer: &str, place: Option<(i32, i32)>, status: MeetingStatus) -> Meeting {
        let slot = place.map(|(number, _)| Slot {
            number,
            day: NaiveDate::MIN,
            from_minute: 510 + 25 * number,
            to_minute: 530 + 25 * number,
        });
        let table_number = place.map(|(_, table)| table);
        Meeting { status, table_number, ..Meeting::planned(retailer, producer, slot) }
    }

    fn meetings() -> Vec<Meeting> {
        let planned = |retailer, producer, place| meeting(retailer, producer, place, MeetingStatus::Planned);
        vec![
            planned("Siêu thị B", "Đông Anh", None),
            planned("Siêu thị B", "Dương Xá", Some((2, 1))),
            planned("Siêu thị A", "Dương Xá", Some((0, 3))),
            meeting("Siêu thị A", "Đông Anh", Some((1, 3)), MeetingStatus::Cancelled),
            planned("Siêu thị A", "Đông Anh", Some((2, 3))),
        ]
    }

    #[test]
    fn every_participant_has_its_meetings_in_order_of_time() {
        let sheets = by_participant(&meetings());

        let told: Vec<_> = sheets
            .iter()
            .map(|sheet| {
                let with: Vec<_> = sheet.lines.iter().map(|line| line.with.concat()).collect();
                (sheet.name.as_str(), with.join(", "))
            })
            .collect();
        let wanted = [
            ("Dương Xá", "Siêu thị A, Siêu thị B"),
            ("Đông Anh", "Siêu thị A, Siêu thị B"),
            ("Siêu thị A", "Dương Xá, Đông Anh"),
            ("Siêu thị B", "Dương Xá, Đông Anh"),
        ];
        assert_eq!(told, wanted.map(|(name, with)| (name, with.to_owned())));
        assert!(sheets[1].lines[1].slot.is_none());
        assert_eq!([sheets[0].side, sheets[2].side], [TradeParty::Producer, TradeParty::Retailer]);
    }

    #[test]
    fn a_table_has_its_meetings_and_names_both_sides() {
        let sheets = by_table(&meetings());

        let told: Vec<_> = sheets.iter().map(|sheet| (sheet.table, sheet.lines.len())).collect();
        assert_eq!(told, [(1, 1), (3, 2)]);
        assert_eq!(sheets[0].lines[0].with, ["Siêu thị B", "Dương Xá"]);
        assert!(by_table(&[]).is_empty());
    }
}
