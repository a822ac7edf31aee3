//! One thing out of too many for a list: it is looked for by its name, and chosen among what is found. The field keeps id
//! and name together, so that a draft names it again without asking. What was looked for stays in the form too.

use leptos::prelude::*;
use shared::limits;
use wasm_bindgen::JsCast;

use super::Form;
use super::fields::{Surroundings, group, optional_mark, surround};
use crate::text::{Text, forms, t};
use crate::ui::paced;

/// Letters from which on it is looked for.
const LETTERS: usize = 2;

/// What is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) id: String,
    pub(crate) name: String,
}

impl Found {
    /// What a field holds, if something is chosen.
    pub(crate) fn read(value: &str) -> Option<Self> {
        let (id, name) = value.split_once(' ')?;
        Some(Self { id: id.to_owned(), name: name.to_owned() })
    }

    /// The value of the field.
    pub(crate) fn value(&self) -> String {
        format!("{} {}", self.id, self.name)
    }
}

/// The name of the field with what is looked for, which is no field of the API.
pub(crate) fn looked_for(name: &str) -> String {
    format!("{name}.search")
}

/// Shows what is found for a text, each with a way to choose it.
pub(crate) type Finding = fn(Memo<String>, Callback<Found>) -> AnyView;

/// The field: a search, and once something is chosen its name with a way back to the search.
#[component]
pub(crate) fn FoundField(
    form: Form,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional)] optional: bool,
    /// What is to be typed.
    search: Text,
    finding: Finding,
) -> impl IntoView {
    let value = form.field(&name, "");
    let surroundings = surround(form, &name, &label, None);
    let (id, error, described_by) = (surroundings.id.clone(), surroundings.error, surroundings.described_by);
    let chosen = Memo::new(move |_| value.with(|value| Found::read(value)));
    let looking = Looking {
        form,
        id: StoredValue::new(id.clone()),
        name: StoredValue::new(name),
        search,
        is_optional: optional,
        error,
        described_by,
        finding,
    };
    let about = label.clone();
    let controls = move || match chosen.get() {
        Some(found) => looking.chosen(found.name, about.clone()),
        None => looking.search(),
    };
    let legend = (label, optional_mark(optional));
    group(legend, Surroundings { id, ..surroundings }, controls)
}

/// What both faces of the field need.
#[derive(Clone, Copy)]
struct Looking {
    form: Form,
    id: StoredValue<String>,
    name: StoredValue<String>,
    search: Text,
    is_optional: bool,
    error: Memo<Option<String>>,
    described_by: Signal<Option<String>>,
    finding: Finding,
}

impl Looking {
    fn chosen(self, name: String, about: String) -> AnyView {
        view! {
            <p class="form-found">
                <strong>{name}</strong>
                <button type="button" class="button-quiet" id=self.id.get_value() on:click=move |_| self.put(String::new())>
                    {t(forms::CHOOSE_ANEW)}<span class="for-readers">": "{about}</span>
                </button>
            </p>
        }
        .into_any()
    }

    fn search(self) -> AnyView {
        let field = looked_for(&self.name.get_value());
        let typed = self.form.field(&field, "");
        let trimmed = move || typed.get_untracked().trim().to_owned();
        let wanted = RwSignal::new(trimmed());
        let follow = paced(Callback::new(move |()| wanted.set(trimmed())));
        Effect::new(move |_| {
            typed.track();
            follow.run(());
        });
        let text = Memo::new(move |_| wanted.get());
        let is_long_enough = Memo::new(move |_| text.with(|text| text.chars().count() >= LETTERS));
        let choose = Callback::new(move |found: Found| self.put(found.value()));
        let finding = self.finding;
        let found = move || {
            is_long_enough.get().then(|| {
                view! { <div role="group" aria-label=t(forms::FOUND)>{finding(text, choose)}</div> }
            })
        };
        // Enter searches, which has happened already; it does not send the form around it.
        let stay = move |event: leptos::ev::KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
            }
        };
        view! {
            <label class="quiet small" for=self.id.get_value()>{t(self.search)}</label>
            <input
                id=self.id.get_value()
                type="search"
                autocomplete="off"
                maxlength=limits::SEARCH_CHARS.to_string()
                aria-required=(!self.is_optional).then_some("true")
                aria-invalid=move || self.error.read().is_some().then_some("true")
                aria-describedby=self.described_by
                prop:value=typed
                on:input=move |event| self.form.set(&field, event_target_value(&event))
                on:keydown=stay
            />
            {found}
        }
        .into_any()
    }

    /// The button that was pressed is gone with it: the focus goes to what stands there now.
    fn put(self, value: String) {
        self.name.with_value(|name| self.form.set(name, value));
        let id = self.id.get_value();
        request_animation_frame(move || {
            let now = document().get_element_by_id(&id);
            if let Some(now) = now.and_then(|now| now.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = now.focus();
            }
        });
    }
}

/// One of what is found, with the button that chooses it; `why_not` stands in its place where it can't be chosen.
pub(crate) fn found_row(
    found: Found,
    details: Vec<String>,
    why_not: Option<Text>,
    choose: Callback<Found>,
) -> AnyView {
    let name = found.name.clone();
    let button = match why_not {
        Some(why_not) => view! { <span class="quiet small">{t(why_not)}</span> }.into_any(),
        None => {
            let about = found.name.clone();
            view! {
                <button type="button" class="button-second" on:click=move |_| choose.run(found.clone())>
                    {t(forms::CHOOSE_THIS)}<span class="for-readers">": "{about}</span>
                </button>
            }
            .into_any()
        }
    };
    let details = details.into_iter().map(|detail| view! { <span>{detail}</span> }).collect_view();
    view! {
        <li class="row form-found">
            <span>{name}<span class="details quiet small">{details}</span></span>
            {button}
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_is_read_back_with_its_name() {
        let found = Found { id: "1".into(), name: "HTX  Trà sen".into() };

        assert_eq!(Found::read(&found.value()), Some(found));
        assert_eq!((Found::read(""), Found::read("1")), (None, None));
    }
}
