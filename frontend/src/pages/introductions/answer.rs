//! The answer to an introduction: two buttons, and a reason for the one that declines. Pressing that one first asks for
//! the reason; what is typed is kept.

use leptos::prelude::*;
use shared::Problem;
use wasm_bindgen::JsCast;

use super::changes::Answer;
use crate::text::{Text, forms, introductions as words, t};
use crate::ui::form::{Form, FormFrame, TextArea, Wrong};

const REASON: &str = "reason";

/// The form. `give` sends what is answered.
#[component]
pub(super) fn AnswerForm(form: Form, accept: Text, #[prop(into)] give: Callback<Answer>) -> impl IntoView {
    form.field(REASON, "");
    let is_declining = RwSignal::new(form.filled(REASON).is_some());
    let take = move |_| {
        if !form.running.get_untracked() {
            give.run(Answer::Accept);
        }
    };
    let decline = move |()| match form.filled(REASON) {
        _ if !is_declining.get_untracked() => {
            is_declining.set(true);
            focus_soon(form.id_of(REASON));
        }
        Some(because) => give.run(Answer::Decline { because }),
        None => form.object(vec![Wrong::at(REASON, Problem::Missing)]),
    };
    let busy = move || form.running.get().to_string();
    view! {
        <FormFrame form submit=decline>
            <Show when=move || is_declining.get()>
                <TextArea form name=REASON label=t(words::REASON) hint=t(words::REASON_HINT)/>
            </Show>
            <p class="answer">
                <button type="button" class="button" aria-disabled=busy on:click=take>{t(accept)}</button>
                <button
                    type="submit"
                    class="button-second"
                    aria-disabled=busy
                    aria-expanded=move || is_declining.get().to_string()
                >
                    {t(words::DECLINE)}
                </button>
                <span role="status" class="quiet">{move || form.running.get().then(|| t(forms::SENDING))}</span>
            </p>
        </FormFrame>
    }
}

/// The field is drawn after this; then somebody can type at once.
fn focus_soon(id: String) {
    request_animation_frame(move || {
        let field = document().get_element_by_id(&id);
        if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = field.focus();
        }
    });
}
