//! The form itself: what was kept, what is wrong, the button that sends.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::Form;
use crate::text::{forms, t};

/// A form. It is sent by its button and by Enter, and never by the browser itself.
#[component]
pub(crate) fn FormFrame(form: Form, #[prop(into)] submit: Callback<()>, children: Children) -> impl IntoView {
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !form.running.get_untracked() {
            submit.run(());
        }
    };
    view! {
        <form class="form" novalidate=true on:submit=send>
            <Restored form/>
            <Summary form/>
            {children()}
        </form>
    }
}

/// The button that sends a form, and says so while it does.
#[component]
pub(crate) fn Submit(form: Form, #[prop(into)] words: String) -> impl IntoView {
    let shown = move || if form.running.get() { t(forms::SENDING).to_owned() } else { words.clone() };
    view! {
        <p class="form-foot">
            <button type="submit" class="button" aria-disabled=move || form.running.get().to_string()>{shown}</button>
        </p>
    }
}

/// Says that what was typed earlier is back.
#[component]
fn Restored(form: Form) -> impl IntoView {
    view! {
        <Show when=move || form.restored.get()>
            <p class="banner form-restored">
                {t(forms::RESTORED)}" "
                <button type="button" class="button-quiet" on:click=move |_| form.start_anew()>
                    {t(forms::START_ANEW)}
                </button>
            </p>
        </Show>
    }
}

/// What is wrong, with links to the fields. It takes the focus, so that nobody misses it.
#[component]
fn Summary(form: Form) -> impl IntoView {
    let summary = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if form.refusals.get() > 0 {
            request_animation_frame(move || {
                if let Some(summary) = summary.try_get_untracked().flatten() {
                    let _ = summary.focus();
                }
            });
        }
    });
    view! {
        {move || {
            let refusal = form.refusal.get()?;
            let wrong = form.wrong.get();
            let list = (!wrong.is_empty()).then(|| {
                let items = wrong.into_iter().map(|wrong| {
                    let label = form.label_of(&wrong.field);
                    let id = form.id_of(&wrong.field);
                    view! { <li>{link(id, label, wrong.words)}</li> }
                });
                view! { <ul>{items.collect_view()}</ul> }
            });
            Some(view! {
                <div class="failure form-summary" role="group" aria-label=t(forms::NOT_SENT) tabindex="-1" node_ref=summary>
                    <p><strong>{refusal}</strong></p>
                    {list}
                </div>
            })
        }}
    }
}

/// A link to a field; words alone for what has none.
fn link(id: String, label: Option<String>, words: String) -> AnyView {
    let Some(label) = label else { return view! { {words} }.into_any() };
    let address = format!("#{id}");
    let go = move |event: leptos::ev::MouseEvent| {
        // The address stays as it is: it says what is shown, not where somebody types.
        event.prevent_default();
        let field = document().get_element_by_id(&id);
        if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = field.focus();
        }
    };
    view! { <a href=address on:click=go>{label}": "{words}</a> }.into_any()
}
