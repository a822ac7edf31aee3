//! One introduction: what is proposed to whom, where it stands, the answer, the conversation. What happens elsewhere is
//! shown at once; forms stay as they are while what they are for stays possible.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::actions::{self, Possible};
use super::choice::PATH;
use super::list::FOLLOWED;
use super::message::Sides;
use super::one_query::{self, Introduction, IntroductionById};
use super::{about, agreeing, conversation, seen, standing};
use crate::api::{self, IntroductionStatus, TradeParty, live};
use crate::pages::change_log::{Thing, history_link};
use crate::text::{introductions as words, t};
use crate::ui::Heading;
use crate::who::{Known, kept_page, signed_in_page};

/// The page of one introduction.
#[component]
pub(crate) fn IntroductionPage() -> impl IntoView {
    signed_in_page(words::INTRODUCTIONS, |_| page())
}

fn page() -> AnyView {
    let params = use_params_map();
    let wanted = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let asked = api::ask(move || {
        let id = wanted.get();
        id.parse::<shared::IntroductionId>().ok()?;
        Some(one_query::introduction(id))
    });
    live::on_change(
        move |notice| notice.is_of(FOLLOWED) && notice.id == wanted.get_untracked(),
        move || asked.look_again(),
    );
    kept_page(
        words::INTRODUCTIONS,
        wanted,
        asked,
        |known| Some(&known.introduction.as_ref()?.id),
        move |id, known| full(&id, known, Callback::new(move |()| asked.ask_again())),
    )
}

fn full(id: &cynic::Id, known: Known<IntroductionById>, changed: Callback<()>) -> AnyView {
    seen::note_what_is_seen(known);
    let now = move || known.get().and_then(|known| known.introduction.clone());
    let part = move |draw: fn(&Introduction) -> AnyView| move || now().map(|now| draw(&now));
    let possible = Memo::new(move |_| now().map(|now| Possible::of(&now)));
    let talk = Memo::new(move |_| {
        let now = now()?;
        let is_open = now.status == IntroductionStatus::Accepted;
        let may_talk = is_open && now.viewer_party != TradeParty::Other;
        may_talk.then(|| (now.viewer_party, Sides::of(&now)))
    });
    let last_said = Memo::new(move |_| now()?.last_said());
    let heading =
        Signal::derive(move || now().map(|now| words::heading(&now.product_name)).unwrap_or_default());
    let (id, history) = (id.clone(), history_link(Thing::Introduction, id));
    let shown = move || match talk.get() {
        // Who talks has read the rest, and comes for the conversation.
        Some((party, sides)) => in_columns(
            view! {
                {part(about::proposal)}
                {part(standing::section)}
                {conversation::section(&id, party, sides, last_said)}
            }
            .into_any(),
            view! { {part(agreeing::section)}{part(about::facts)}{part(about::terms)} }.into_any(),
        ),
        None => {
            let id = id.clone();
            let actions = move || possible.get().map(|possible| actions::sections(&id, possible, changed));
            in_columns(
                view! {
                    {part(about::proposal)}
                    {part(standing::section)}
                    {part(about::facts)}
                    {part(about::terms)}
                }
                .into_any(),
                view! { {actions} }.into_any(),
            )
        }
    };
    view! {
        <Heading text=heading/>
        <p><a class="all-link" href=PATH>{t(words::INTRODUCTIONS)}</a></p>
        {shown}
        {history}
    }
    .into_any()
}

fn in_columns(main: AnyView, second: AnyView) -> AnyView {
    view! {
        <div class="columns columns-even columns-own">
            <div class="column-main">{main}</div>
            <div class="column-second">{second}</div>
        </div>
    }
    .into_any()
}
