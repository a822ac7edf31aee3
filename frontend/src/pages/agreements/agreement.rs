//! One agreement: what it says, where it stands, what can be done about it, what was delivered. What happens elsewhere is
//! shown at once; a form that somebody has begun stays.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::list::FOLLOWED;
use super::one_query::{self, Agreement, AgreementById};
use super::{PATH, actions, checks, contents, differences, standing};
use crate::api::{self, Asked, live};
use crate::pages::change_log::{Thing, history_link};
use crate::text::{agreements as words, t};
use crate::ui::Heading;
use crate::who::{Known, kept_page, signed_in_page};

/// The page of one agreement.
#[component]
pub(crate) fn AgreementPage() -> impl IntoView {
    signed_in_page(words::AGREEMENTS, |_| page())
}

fn page() -> AnyView {
    let params = use_params_map();
    let wanted = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    let asked = ask(wanted);
    live::on_change(
        move |notice| notice.is_of(FOLLOWED) && notice.id == wanted.get_untracked(),
        move || asked.look_again(),
    );
    kept_page(
        words::AGREEMENTS,
        wanted,
        asked,
        |known| Some(&known.agreement.as_ref()?.id),
        move |id, known| full(&id, known, Callback::new(move |()| asked.ask_again())),
    )
}

/// Asks for the agreement of an address; for no id at all nothing is asked.
pub(super) fn ask(wanted: Memo<String>) -> Asked<AgreementById> {
    api::ask(move || {
        let id = wanted.get();
        id.parse::<shared::AgreementId>().ok()?;
        Some(one_query::agreement(id))
    })
}

fn full(id: &cynic::Id, known: Known<AgreementById>, changed: Callback<()>) -> AnyView {
    let now = move || known.get().and_then(|known| known.agreement.clone());
    let part = move |draw: fn(&Agreement) -> AnyView| move || now().map(|now| draw(&now));
    let heading = Signal::derive(move || {
        now().map(|now| words::title(now.kind, now.number.as_deref())).unwrap_or_default()
    });
    // Forms stay as they are while what they are for stays possible.
    let possible = Memo::new(move |_| now().map(|now| actions::Possible::of(&now)));
    let actions = move || possible.get().map(|possible| actions::sections(possible, changed));
    let asked_now = Memo::new(move |_| now().map(|now| now.checks).unwrap_or_default());
    let history = history_link(Thing::Agreement, id);
    view! {
        <Heading text=heading/>
        <p><a class="all-link" href=PATH>{t(words::AGREEMENTS)}</a></p>
        <div class="columns columns-even columns-own">
            <div class="column-main">
                {part(contents::lead)}
                {part(differences::section)}
                {part(contents::section)}
            </div>
            <div class="column-second">
                {part(standing::section)}
                {actions}
                {move || checks::section(&asked_now.get(), changed)}
                {part(contents::documents)}
            </div>
        </div>
        {part(differences::earlier)}
        {history}
    }
    .into_any()
}
