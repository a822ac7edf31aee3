//! Withdrawing a registration, once it was asked whether that is meant: by people of the organisation or by staff.

use leptos::prelude::*;

use super::changes;
use crate::text::{attending as words, t};
use crate::ui::{Dialog, tell};
use crate::who::{ActButton, Acting};

/// The one dialog of a page.
#[derive(Clone, Copy)]
pub(super) struct Withdrawing {
    is_open: RwSignal<bool>,
    /// The registration and the name of its organisation.
    which: RwSignal<Option<(cynic::Id, String)>>,
    acting: Acting,
    changed: Callback<()>,
}

impl Withdrawing {
    pub(super) fn new(changed: Callback<()>) -> Self {
        Self { is_open: RwSignal::new(false), which: RwSignal::new(None), acting: Acting::new(), changed }
    }

    /// The dialog, closed.
    pub(super) fn dialog(self) -> AnyView {
        let name = move || self.which.get().map(|(_, name)| name);
        let press = move |()| {
            let Some((id, name)) = self.which.get_untracked() else { return };
            self.acting.run(changes::withdraw(id), move |_| {
                self.is_open.set(false);
                tell(words::withdrawn(&name));
                self.changed.run(());
            });
        };
        view! {
            <Dialog open=self.is_open title=t(words::WITHDRAW)>
                <p><strong>{name}</strong></p>
                <p>{t(words::WITHDRAW_WHY)}</p>
                <ul class="chips">
                    <li><ActButton acting=self.acting class="button" words=t(words::WITHDRAW) press/></li>
                    <li>
                        <button type="button" class="button-second" on:click=move |_| self.is_open.set(false)>
                            {t(words::KEEP)}
                        </button>
                    </li>
                </ul>
                {self.acting.trouble()}
            </Dialog>
        }
        .into_any()
    }

    /// The button that opens it.
    pub(super) fn button(self, id: cynic::Id, name: String) -> AnyView {
        let about = name.clone();
        let press = move |_| {
            self.acting.say(None);
            self.which.set(Some((id.clone(), name.clone())));
            self.is_open.set(true);
        };
        view! {
            <button type="button" class="button-quiet" on:click=press>
                {t(words::WITHDRAW)}<span class="for-readers">": "{about}</span>
            </button>
        }
        .into_any()
    }
}
