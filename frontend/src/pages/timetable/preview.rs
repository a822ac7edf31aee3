//! What the hours in the form make, said while somebody types: so many slots, room for so many meetings.

use chrono::NaiveDate;
use leptos::prelude::*;
use shared::events::hours::{Hours, Slot};

use super::values::{self, RESERVE, TABLES};
use super::work::Work;
use crate::text::{t, timetables as words};
use crate::ui::form::{Form, whole_number};

/// The words, beside the form. They are drawn for each letter and hold nothing of their own.
pub(super) fn section(work: Work, form: Form, days: Vec<NaiveDate>) -> AnyView {
    let fewest = work.of_timetable(|timetable| timetable.fewest_slots);
    let shown = move || {
        let hours = values::hours(&|name| form.field(name, "").get(), &days);
        let number = |name| whole_number(&form.field(name, "").get(), 0..=i32::MAX).ok();
        match hours {
            Ok(hours) => {
                let of_days = by_day(&hours).into_iter().map(|day| view! { <li>{words::of_day(&day)}</li> });
                let all = words::slots(hours.slots().len(), number(TABLES), number(RESERVE));
                let fewest = fewest.get().map(words::fewest_now);
                view! {
                    <p><strong>{all}</strong></p>
                    <ul>{of_days.collect_view()}</ul>
                    <p class="quiet small">{fewest}</p>
                }
                .into_any()
            }
            Err(_) => view! { <p class="quiet">{t(words::NO_SLOTS_YET)}</p> }.into_any(),
        }
    };
    view! { <div class="timetable-preview" role="status">{shown}</div> }.into_any()
}

/// The slots of each day: how many, from when, until when.
fn by_day(hours: &Hours) -> Vec<words::OfDay> {
    let slots = hours.slots();
    let days = slots.chunk_by(|one, next| one.day == next.day);
    let of_day = |slots: &[Slot]| {
        let (first, last) = (slots.first()?, slots.last()?);
        let (from, to) = (first.hours.from, last.hours.to);
        Some(words::OfDay { day: first.day, slots: slots.len(), from, to })
    };
    days.filter_map(of_day).collect()
}

#[cfg(test)]
mod tests {
    use shared::events::hours::{MeetingDay, Stretch};

    use super::*;

    #[test]
    fn the_slots_of_a_day_are_told_together() {
        let day = |number| MeetingDay {
            day: NaiveDate::from_ymd_opt(2026, 12, number).unwrap(),
            hours: Stretch { from: 510, to: 600 },
        };
        let hours =
            Hours { days: vec![day(11), day(10)], slot_minutes: 20, pause_minutes: 5, breaks: Vec::new() };

        let days = by_day(&hours);

        let told: Vec<_> = days.iter().map(|day| (day.slots, day.from, day.to)).collect();
        assert_eq!(told, [(3, 510, 580); 2]);
        assert!(days[0].day < days[1].day);
    }
}
