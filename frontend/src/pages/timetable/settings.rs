//! When people meet, in a form, and making the timetable of it. Where there is one already all of it is made anew, which
//! is asked first.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::values::{self, BREAKS, INTRODUCED, PAUSE, RESERVE, SLOT, TABLES, day_field};
use super::work::Work;
use super::{beginning, changes, preview};
use crate::text::{t, timetables as words, words as counts};
use crate::ui::form::{CheckField, Form, FormFrame, Submit, TextField};
use crate::ui::{Dialog, Empty, tell};
use crate::who;

/// The part of the page. The form is made once and lives as long as the page.
pub(super) fn section(work: Work) -> AnyView {
    let begun = untrack(|| {
        work.read(|event| {
            let days = beginning::days_of(event);
            (beginning::begin(event, &days), days)
        })
    });
    let (begun, days) = begun.unwrap_or_default();
    let form = Form::new("timetable", "input", &who::account(), work.id().inner());
    for (name, value) in begun {
        form.field(&name, value);
    }
    let may_schedule = work.may_schedule();
    let is_made = work.part(|event| event.timetable.is_some());
    // Folded away once there is a timetable, and shown again when something was typed and not sent.
    let is_unfolded = !untrack(|| is_made.get()).unwrap_or_default() || form.is_restored();
    let is_asking = RwSignal::new(false);
    let shown = move || {
        if !may_schedule.get() {
            return view! { <p class="quiet">{t(words::NOT_NOW)}</p> }.into_any();
        }
        if days.is_empty() {
            return view! { <Empty what=t(words::NO_DAYS_KNOWN)/> }.into_any();
        }
        let title = move || t(if is_made.get() == Some(true) { words::MAKE_ANEW } else { words::MAKE });
        view! {
            <details class="round-fold" open=is_unfolded>
                <summary>{title}</summary>
                {fields(work, form, days.clone(), is_asking)}
            </details>
        }
        .into_any()
    };
    view! {
        <section><h2 class="for-readers">{t(words::SETTINGS)}</h2>{shown}</section>
        <Dialog open=is_asking title=t(words::MAKE_ANEW)>
            <p>{t(words::MAKE_ANEW_WHY)}</p>
            <ul class="chips">
                <li>
                    <button type="button" class="button" on:click=move |_| { is_asking.set(false); make(work, form); }>
                        {t(words::MAKE_ANEW_DO)}
                    </button>
                </li>
                <li>
                    <button type="button" class="button-second" on:click=move |_| is_asking.set(false)>
                        {t(words::KEEP)}
                    </button>
                </li>
            </ul>
        </Dialog>
    }
    .into_any()
}

fn fields(work: Work, form: Form, days: Vec<NaiveDate>, is_asking: RwSignal<bool>) -> AnyView {
    let of_days = days.iter().map(|day| {
        view! {
            <TextField form name=day_field(*day) label=words::hours_of(&counts::date(*day)) hint=t(words::DAY_HINT) optional=true longest=40/>
        }
    });
    let of_days = of_days.collect_view();
    let typed = days.clone();
    let submit = move |()| {
        if let Err(wrong) = values::read(&|name| form.value(name), &typed) {
            return form.object(wrong);
        }
        match untrack(|| work.read(|event| event.timetable.is_some())) {
            Some(true) => is_asking.set(true),
            _ => make(work, form),
        }
    };
    view! {
        <FormFrame form submit>
            {of_days}
            <TextField form name=BREAKS label=t(words::BREAKS) hint=t(words::BREAKS_HINT) optional=true longest=200/>
            <div class="round-weights">
                <TextField form name=SLOT label=t(words::SLOT) keys="numeric" longest=3/>
                <TextField form name=PAUSE label=t(words::PAUSE) keys="numeric" longest=2/>
                <TextField form name=TABLES label=t(words::TABLES) keys="numeric" longest=4/>
                <TextField form name=RESERVE label=t(words::RESERVE) keys="numeric" longest=2/>
            </div>
            <p class="quiet small">{t(words::RESERVE_WHY)}</p>
            <CheckField form name=INTRODUCED label=t(words::INTRODUCED)/>
            {preview::section(work, form, days)}
            <Submit form words=t(words::MAKE_DO)/>
        </FormFrame>
    }
    .into_any()
}

fn make(work: Work, form: Form) {
    let known = untrack(|| work.read(|event| (beginning::days_of(event), event.version)));
    let Some((days, version)) = known else { return };
    let input = match values::read(&|name| form.value(name), &days) {
        Ok(input) => input,
        Err(wrong) => return form.object(wrong),
    };
    let done = move |_: changes::ScheduleEvent| {
        tell(t(words::MADE));
        work.moved.set(None);
        work.remake();
        work.show_result();
    };
    who::submit_or(form, changes::schedule(work.id(), version, input), done, move |refused| {
        if !who::is_conflict(&refused) {
            return Some(refused);
        }
        // What is typed stays in the form; what else is shown is read again.
        tell(t(words::MOVED_ON));
        work.remake();
        None
    });
}
