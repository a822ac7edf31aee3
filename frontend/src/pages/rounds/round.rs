//! One round: its steps at the top, and four parts below of which the address names one. What others do is shown at
//! once; forms and the focus stay where they are.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::query;
use super::work::Work;
use super::{accepting, address_of, deleting, list, needs, plan, rules, settings, solving};
use crate::address;
use crate::api::{self, live};
use crate::pages::change_log::{Thing, history_link};
use crate::pages::staff::is_of_city;
use crate::text::{round_plan, rounds as words, t, words as counts};
use crate::ui::Heading;
use crate::who::{for_staff, kept_page, signed_in_page};

/// What the log calls a round.
const FOLLOWED: &str = "round";

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Plan,
    Needs,
    Rules,
    Settings,
}

impl Part {
    const ALL: [Self; 4] = [Self::Plan, Self::Needs, Self::Rules, Self::Settings];

    /// As the address names it.
    const fn name(self) -> &'static str {
        match self {
            Self::Plan => "",
            Self::Needs => "nhu-cau",
            Self::Rules => "ghim",
            Self::Settings => "thiet-lap",
        }
    }

    /// The part of that name; the plan where there is none.
    fn read(name: &str) -> Self {
        Self::ALL.into_iter().find(|part| part.name() == name).unwrap_or(Self::Plan)
    }

    fn address(self, id: &cynic::Id) -> String {
        match self {
            Self::Plan => address_of(id),
            part => format!("{}?phan={}", address_of(id), part.name()),
        }
    }
}

/// The page of one round.
#[component]
pub(crate) fn RoundPage() -> impl IntoView {
    signed_in_page(words::ROUNDS, |_| for_staff(words::ROUNDS, is_of_city, page))
}

fn page() -> AnyView {
    let params = use_params_map();
    let wanted = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let asked = api::ask(move || {
        let id = wanted.get();
        id.parse::<shared::RoundId>().ok()?;
        Some(query::round(cynic::Id::new(id)))
    });
    live::on_change(
        move |notice| notice.is_of(FOLLOWED) && notice.id == wanted.get_untracked(),
        move || asked.look_again(),
    );
    kept_page(
        words::ROUNDS,
        wanted,
        asked,
        |known| Some(&known.round.as_ref()?.id),
        move |id, known| full(Work::new(id, known, Callback::new(move |()| asked.look_again()))),
    )
}

fn full(work: Work) -> AnyView {
    provide_context(work);
    let address = address::query();
    let part = Memo::new(move |_| address.with(|address| Part::read(address.one("phan"))));
    let name = work.part(|round| round.name.clone());
    let heading = Signal::derive(move || name.get().unwrap_or_default());
    let about = work.part(|round| {
        let event = round.event.as_ref().map(|event| (event.id.clone(), event.name.clone()));
        (round.status, event, round.created_by.clone(), round.accepted_at)
    });
    let about = move || {
        let (status, event, by, accepted_at) = about.get()?;
        let event = event.map(|(id, name)| {
            view! { <a class="all-link" href=format!("/su-kien/{}", id.inner())>{name}</a> }
        });
        let accepted =
            accepted_at.map(|at| format!("{} {}", t(round_plan::ACCEPTED_AT), counts::instant(at)));
        Some(view! {
            <p>
                {list::badge(status)}" "{event}" "
                <span class="quiet small">{accepted.unwrap_or_else(|| words::begun_by(&by))}</span>
            </p>
        })
    };
    let shown = move || match part.get() {
        Part::Plan => plan::section(work),
        Part::Needs => needs::section(work),
        Part::Rules => rules::section(work),
        Part::Settings => settings::section(work),
    };
    view! {
        <Heading text=heading/>
        {list::back()}
        {about}
        <div class="round-steps" node_ref=work.steps tabindex="-1">
            {solving::steps(work)}
            {accepting::step(work)}
        </div>
        {parts(work, part)}
        {shown}
        <div class="round-foot">
            {deleting::step(work)}
            {history_link(Thing::Round, &work.id())}
        </div>
    }
    .into_any()
}

fn parts(work: Work, shown: Memo<Part>) -> AnyView {
    let needs = work.part(|round| round.need_count);
    let rules = work.part(|round| round.rules.len() + round.caps.len());
    let links = Part::ALL.map(|part| {
        let words = move || match part {
            Part::Plan => t(words::PLAN).to_owned(),
            Part::Needs => {
                words::counted(words::NEEDS, usize::try_from(needs.get().unwrap_or(0)).unwrap_or(0))
            }
            Part::Rules => words::counted(words::RULES, rules.get().unwrap_or(0)),
            Part::Settings => t(words::CHOICES).to_owned(),
        };
        let current = move || (shown.get() == part).then_some("page");
        view! {
            <li><a class="chip" data-noscroll href=part.address(&work.id()) aria-current=current>{words}</a></li>
        }
    });
    view! { <nav aria-label=t(words::PARTS)><ul class="chips">{links}</ul></nav> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Query;

    #[test]
    fn a_part_is_read_from_the_address_it_has() {
        for part in Part::ALL {
            let address = part.address(&cynic::Id::new("1"));
            let query = address.split_once('?').map_or("", |(_, query)| query);
            assert_eq!(Part::read(Query::read(query).one("phan")), part, "{address}");
        }
        assert_eq!(Part::read("khong-co"), Part::Plan);
    }
}
