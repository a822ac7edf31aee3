//! Arrivals that the server did not take, until somebody has seen it.

use leptos::prelude::*;

use super::door::Door;
use crate::text::{check_in as words, kinds, t, words as counts};

/// The part of the page; nothing when all was taken.
pub(super) fn section(door: Door) -> AnyView {
    // Drawn anew only when it is another one, not whenever the list was read.
    let refused = Memo::new(move |_| {
        door.list.track();
        let refused = door.queue.with(|queue| queue.refused.clone());
        let named = refused.into_iter().map(|refusal| (door.name_of(&refusal.arrival.code), refusal));
        named.collect::<Vec<_>>()
    });
    let shown = move || {
        let rows = refused.get().into_iter().map(|(name, refusal)| {
            let code = refusal.arrival.code.clone();
            view! {
                <li class="row round-row">
                    <div class="round-about">
                        <span>{name.clone()}</span>
                        <span class="details quiet small">
                            <span>{t(kinds::arrival_problem(refusal.problem))}</span>
                            <span>{counts::instant(refusal.arrival.at)}</span>
                        </span>
                    </div>
                    <button type="button" class="button-second" on:click=move |_| door.dismiss(&code)>
                        {t(words::DISMISS)}<span class="for-readers">": "{name}</span>
                    </button>
                </li>
            }
        });
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty()).then(|| {
            view! {
                <section>
                    <h2>{t(words::REFUSED)}</h2>
                    <p class="quiet">{t(words::REFUSED_WHY)}</p>
                    <ul class="plain-list rows">{rows}</ul>
                </section>
            }
        })
    };
    view! { {shown} }.into_any()
}
