//! The registrations that are listed as a file for a spreadsheet.

use leptos::prelude::*;

use super::participants_query::Registration;
use super::registrations::Work;
use crate::text::{attending, introductions, kinds, running_events as words, t, words as counts};
use crate::ui::{save_file, tell};

/// The button, while something is listed.
pub(super) fn saving(work: Work) -> AnyView {
    let is_any = Memo::new(move |_| !work.loaded().is_empty());
    let press = move |_| {
        let told = match save_file(&csv(&untrack(|| work.loaded())), "dang-ky.csv") {
            Ok(()) => words::LIST_SAVED,
            Err(_) => words::LIST_NOT_SAVED,
        };
        tell(t(told));
    };
    view! {
        <Show when=move || is_any.get()>
            <p><button type="button" class="button-second" on:click=press>{t(words::SAVE_LIST)}</button></p>
        </Show>
    }
    .into_any()
}

/// The rows with a heading, each cell as it is shown. The mark at the beginning tells spreadsheets that it is UTF-8.
fn csv(rows: &[Registration]) -> String {
    let headings = [
        attending::TEXT,
        words::SIDE,
        attending::PROVINCE,
        words::STATES,
        words::PEOPLE,
        words::ASKED_AT,
        words::ARRIVED_AT,
        words::NOTE,
        words::REASON,
    ];
    let rows = rows.iter().map(|row| {
        line([
            row.name.clone(),
            t(introductions::party(row.side)).to_owned(),
            row.province.as_ref().map(|unit| unit.name.clone()).unwrap_or_default(),
            t(kinds::participant_status(row.status)).to_owned(),
            row.people.to_string(),
            row.asked_at.map(counts::instant).unwrap_or_default(),
            row.checked_in_at.map(counts::instant).unwrap_or_default(),
            row.note.clone().unwrap_or_default(),
            row.reason.clone().unwrap_or_default(),
        ])
    });
    let headings = line(headings.map(|name| t(name).to_owned()));
    format!("\u{feff}{headings}{}", rows.collect::<String>())
}

fn line<const CELLS: usize>(cells: [String; CELLS]) -> String {
    cells.map(|cell| self::cell(&cell)).join(",") + "\r\n"
}

/// What somebody wrote must not be taken for a formula.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stays_one_cell_and_is_no_formula() {
        let cells = ["HTX \"A\", B".to_owned(), "=1+1".to_owned(), "hai\ndòng".to_owned()];

        assert_eq!(line(cells), "\"HTX \"\"A\"\", B\",\"'=1+1\",\"hai\ndòng\"\r\n");
    }

    #[test]
    fn a_list_begins_with_its_headings() {
        let written = csv(&[]);

        assert!(written.starts_with("\u{feff}\"Tên đơn vị\",\"Bên\""), "{written}");
        assert_eq!(written.lines().count(), 1);
    }
}
