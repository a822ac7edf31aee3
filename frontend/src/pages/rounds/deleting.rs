//! Deleting a round, once it was asked whether that is meant.

use leptos::prelude::*;
use shared::RoundAction;

use super::work::Work;
use super::{PATH, changes};
use crate::navigation;
use crate::text::{rounds as words, t};
use crate::ui::{Dialog, tell};
use crate::who::{ActButton, Acting};

/// The button and its dialog, while the round can be deleted.
pub(super) fn step(work: Work) -> AnyView {
    let is_open = RwSignal::new(false);
    let acting = Acting::new();
    let may_delete = Memo::new(move |_| work.allows(RoundAction::Delete));
    let delete = move |()| {
        acting.run(changes::delete(work.id()), |_| {
            tell(t(words::DELETED));
            navigation::go_instead(PATH);
        });
    };
    let button = move || {
        may_delete.get().then(|| {
            view! {
                <button type="button" class="button-quiet" on:click=move |_| is_open.set(true)>
                    {t(words::DELETE)}
                </button>
            }
        })
    };
    view! {
        {button}
        <Dialog open=is_open title=t(words::DELETE)>
            <p>{t(words::DELETE_WHY)}</p>
            <ul class="chips">
                <li><ActButton acting class="button" words=t(words::DELETE_DO) press=delete/></li>
                <li>
                    <button type="button" class="button-second" on:click=move |_| is_open.set(false)>
                        {t(words::KEEP)}
                    </button>
                </li>
            </ul>
            {acting.trouble()}
        </Dialog>
    }
    .into_any()
}
