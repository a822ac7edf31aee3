//! A deed at the press of a button, and what went wrong with it beside the button.

use leptos::prelude::*;
use serde::de::DeserializeOwned;
use shared::Problem;

use super::act_or;
use crate::api::{Failure, Question};
use crate::text::{Text, failures, forms, t};

/// One deed, that can be tried again.
#[derive(Clone, Copy)]
pub(crate) struct Acting {
    /// It is being done.
    pub(crate) busy: RwSignal<bool>,
    trouble: RwSignal<Option<&'static str>>,
}

impl Acting {
    /// One that was not tried yet.
    pub(crate) fn new() -> Self {
        Self { busy: RwSignal::new(false), trouble: RwSignal::new(None) }
    }

    /// Does it.
    pub(crate) fn run<Q: DeserializeOwned + 'static>(
        self,
        question: Question<Q>,
        done: impl FnOnce(Q) + 'static,
    ) {
        self.say(None);
        act_or(self.busy, question, done, move |refused| {
            let field = refused.fields.first().map(|wrong| wrong.problem);
            self.say(Some(t(in_words(refused.failure, field))));
            None
        });
    }

    /// Says what is wrong, or nothing any more.
    pub(crate) fn say(self, trouble: Option<&'static str>) {
        // The page may have been left meanwhile.
        self.trouble.try_set(trouble);
    }

    /// What went wrong.
    pub(crate) fn trouble(self) -> AnyView {
        let shown = move || {
            self.trouble.get().map(|words| view! { <span class="field-error" role="alert">{words}</span> })
        };
        view! { {shown} }.into_any()
    }
}

/// A problem of a field says more than that there is one.
fn in_words(failure: Failure, field: Option<Option<Problem>>) -> Text {
    field.map_or_else(|| failures::words(failure), forms::problem)
}

/// The button of a deed.
#[component]
pub(crate) fn ActButton(
    acting: Acting,
    #[prop(default = "button-second")] class: &'static str,
    #[prop(into)] words: Signal<String>,
    /// What it is about, for those who don't see what it stands beside.
    #[prop(optional, into)]
    about: Option<String>,
    #[prop(into)] press: Callback<()>,
) -> impl IntoView {
    let about = about.map(|about| view! { <span class="for-readers">": "{about}</span> });
    view! {
        <button
            type="button"
            class=class
            aria-disabled=move || acting.busy.get().to_string()
            on:click=move |_| press.run(())
        >
            {move || words.get()}{about}
        </button>
    }
}

#[cfg(test)]
mod tests {
    use shared::ErrorCode;

    use super::*;

    #[test]
    fn what_is_wrong_with_a_field_says_more_than_that_something_is() {
        let failure = Failure::Refused(ErrorCode::BadInput);
        let problem = Some(Problem::OutOfRange);

        assert_eq!(t(in_words(failure, Some(problem))), t(forms::problem(problem)));
        assert_eq!(t(in_words(failure, None)), t(failures::words(failure)));
    }
}
