//! The face of a failure: what happened, what was kept, try again.

use leptos::prelude::*;

use crate::api::Failure;
use crate::text::{failures, shell, t};

/// What happened, and a button when asking again can help.
#[component]
pub(crate) fn FailureFace(
    failure: Failure,
    /// What the button does.
    #[prop(into)]
    again: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="failure" role="alert">
            <p><strong>{t(failures::words(failure))}</strong></p>
            <p>{t(failures::KEPT)}</p>
            <button class="button" on:click=move |_| again.run(())>{t(shell::TRY_AGAIN)}</button>
        </div>
    }
}
