//! Taking in all open needs at once, those of some groups or of some days.

use chrono::NaiveDate;
use leptos::prelude::*;
use shared::read_day;

use super::changes::{self, ChangeRoundNeeds, NeedsMoved, RoundNeedFilter};
use super::values::OF_PARTICIPANTS;
use super::work::Work;
use crate::text::{kinds, rounds as words, t};
use crate::ui::form::{CheckField, Form, FormFrame, ManyField, Offer, Submit, TextField, Wrong};
use crate::ui::tell;
use crate::who;

/// The form.
pub(super) fn section(work: Work, listed: Callback<()>) -> AnyView {
    let form = Form::new("round-needs", "addMatching", &who::account(), work.id().inner());
    let groups: Vec<Offer> =
        kinds::TOP_GROUPS.iter().map(|(code, name)| ((*code).to_owned(), t(*name).to_owned())).collect();
    let submit = move |()| match read(&|name| form.value(name)) {
        Err(wrong) => form.object(wrong),
        Ok(filter) => {
            let moved = NeedsMoved { add_matching: Some(filter), ..NeedsMoved::default() };
            let done = move |answer: ChangeRoundNeeds| {
                tell(words::needs_now(answer.change_round_needs.need_count));
                listed.run(());
            };
            who::submit(form, changes::move_needs(work.id(), moved), done);
        }
    };
    let is_empty = untrack(|| work.read(|round| round.need_count == 0)).unwrap_or_default();
    let has_event = untrack(|| work.read(|round| round.event.is_some())).unwrap_or_default();
    let of_participants = has_event.then(|| {
        view! { <CheckField form name=OF_PARTICIPANTS label=t(words::NEEDS_OF_PARTICIPANTS)/> }
    });
    view! {
        <details class="round-fold" open=is_empty || form.is_restored()>
            <summary>{t(words::ADD_MANY)}</summary>
            <FormFrame form submit>
                <p class="quiet">{t(words::ADD_ALL_WHY)}</p>
                <ManyField form name="groups" label=t(words::GROUPS) all=words::ANY_GROUP offers=groups/>
                <TextField form name="openedSince" label=t(words::OPENED_SINCE) hint=t(words::DAY_HINT) optional=true longest=40/>
                <TextField form name="deadlineUntil" label=t(words::DEADLINE_UNTIL) hint=t(words::DAY_HINT) optional=true longest=40/>
                {of_participants}
                <Submit form words=t(words::ADD_ALL)/>
            </FormFrame>
        </details>
    }
    .into_any()
}

/// Which needs are meant; what is left empty does not matter.
fn read(typed: &dyn Fn(&str) -> String) -> Result<RoundNeedFilter, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let mut day = |name: &str| -> Option<NaiveDate> {
        let typed = typed(name);
        if typed.trim().is_empty() {
            return None;
        }
        read_day(&typed).map_err(|problem| wrong.push(Wrong::at(name, problem))).ok()
    };
    let (opened_since, deadline_until) = (day("openedSince"), day("deadlineUntil"));
    let groups: Vec<_> =
        typed("groups").split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect();
    let groups = Some(groups).filter(|groups| !groups.is_empty());
    let of_participants = (!typed(OF_PARTICIPANTS).is_empty()).then_some(true);
    let filter = RoundNeedFilter { groups, opened_since, deadline_until, of_participants };
    if wrong.is_empty() { Ok(filter) } else { Err(wrong) }
}

#[cfg(test)]
mod tests {
    use shared::Problem;

    use super::*;

    #[test]
    fn what_is_left_empty_does_not_matter_and_a_day_that_is_none_is_told() {
        let typed = |name: &str| match name {
            "groups" => "I,II".to_owned(),
            "openedSince" => "01/11/2026".to_owned(),
            _ => String::new(),
        };
        let filter = read(&typed).unwrap();

        assert_eq!(filter.groups, Some(vec!["I".to_owned(), "II".to_owned()]));
        assert_eq!(filter.opened_since, NaiveDate::from_ymd_opt(2026, 11, 1));
        assert_eq!((filter.deadline_until, filter.of_participants), (None, None));
        assert_eq!(read(&|_| String::new()).unwrap(), RoundNeedFilter::default());
        assert_eq!(read(&|_| "mai".to_owned()).unwrap_err()[0], Wrong::at("openedSince", Problem::NoDate));
    }
}
