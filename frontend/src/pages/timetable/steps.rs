//! What is done with a timetable there is: bringing it up to date when pairs came or participants left, announcing it.

use leptos::prelude::*;

use super::fitting::Why;
use super::work::Work;
use super::{changes, standing};
use crate::text::{t, timetables as words};
use crate::ui::{Dialog, tell};
use crate::who::{ActButton, Acting};

/// The buttons.
pub(super) fn section(work: Work) -> AnyView {
    let may_schedule = work.may_schedule();
    let is_behind = work.of_timetable(|timetable| timetable.is_behind);
    // Said above already, with what is to be done.
    let is_to_place =
        work.of_timetable(|timetable| standing::numbers_of(timetable).why() == Some(Why::Behind));
    let is_published = work.of_timetable(|timetable| timetable.published_at.is_some());
    let is_asking = RwSignal::new(false);
    let (adjusting, publishing) = (Acting::new(), Acting::new());
    let adjust = Callback::new(move |()| {
        adjusting.run(changes::adjust(work.id()), move |answer: changes::AdjustTimetable| {
            tell(t(words::ADJUSTED));
            work.moved.set(Some(answer.adjust_timetable));
            work.remake();
            work.show_result();
        });
    });
    let publish = Callback::new(move |()| {
        publishing.run(changes::publish(work.id()), move |_: changes::PublishTimetable| {
            is_asking.set(false);
            tell(t(words::PUBLISHED_NOW));
            work.changed.run(());
            work.show_result();
        });
    });
    let behind = move || {
        let is_behind = is_behind.get() == Some(true);
        let may_adjust = may_schedule.get() && (is_behind || is_to_place.get() == Some(true));
        may_adjust.then(|| {
            let why = if is_published.get() == Some(true) { words::BEHIND_TOLD } else { words::BEHIND };
            let why = is_behind.then(|| view! { <p>{t(why)}</p> });
            view! {
                <div class="banner">
                    {why}
                    <ActButton acting=adjusting class="button" words=t(words::ADJUST) press=adjust/>
                </div>
            }
        })
    };
    let announce = move || {
        (may_schedule.get() && is_published.get() == Some(false)).then(|| {
            view! {
                <button type="button" class="button" on:click=move |_| is_asking.set(true)>{t(words::PUBLISH)}</button>
            }
        })
    };
    view! {
        {behind}
        {adjusting.trouble()}
        <div class="round-steps">{announce}</div>
        <Dialog open=is_asking title=t(words::PUBLISH)>
            <p>{t(words::PUBLISH_WHY)}</p>
            <ul class="chips">
                <li><ActButton acting=publishing class="button" words=t(words::PUBLISH_DO) press=publish/></li>
                <li>
                    <button type="button" class="button-second" on:click=move |_| is_asking.set(false)>
                        {t(words::NOT_YET)}
                    </button>
                </li>
            </ul>
            {publishing.trouble()}
        </Dialog>
    }
    .into_any()
}
