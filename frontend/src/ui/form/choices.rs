//! Fields that are chosen from. The elements are the browser's own.

use leptos::prelude::*;

use super::Form;
use super::fields::{Surroundings, group, label as label_for, surround};
use crate::text::{Text, forms, t};

/// What can be chosen: a value and its words.
pub(crate) type Offer = (String, String);

/// One of a list.
#[component]
pub(crate) fn ChoiceField(
    form: Form,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    #[prop(optional)] optional: bool,
    /// What it says while nothing is chosen.
    #[prop(default = forms::CHOOSE)]
    empty: Text,
    /// Everything on offer; follows what it depends on.
    #[prop(into)]
    offers: Signal<Vec<Offer>>,
    /// What else happens when somebody chooses.
    #[prop(optional, into)]
    chosen: Option<Callback<String>>,
) -> impl IntoView {
    let value = form.field(&name, "");
    let Surroundings { id, error, described_by, hint, message } = surround(form, &name, &label, hint);
    let choose = move |event| {
        let value = event_target_value(&event);
        form.set(&name, value.clone());
        if let Some(chosen) = chosen {
            chosen.run(value);
        }
    };
    let options = move || {
        let offers = offers.get().into_iter().map(|(offered, words)| {
            let this = offered.clone();
            view! { <option value=offered prop:selected=move || value.with(|value| *value == this)>{words}</option> }
        });
        offers.collect_view()
    };
    view! {
        <div class="form-field" class:form-field-wrong=move || error.read().is_some()>
            {label_for(&id, label, optional)}
            {hint}
            <select
                id=id
                aria-required=(!optional).then_some("true")
                aria-invalid=move || error.read().is_some().then_some("true")
                aria-describedby=described_by
                on:change=choose
            >
                <option value="" prop:selected=move || value.with(String::is_empty)>{t(empty)}</option>
                {options}
            </select>
            {message}
        </div>
    }
}

/// One of a few, all of them seen.
#[component]
pub(crate) fn RadioField(
    form: Form,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    offers: Vec<Offer>,
) -> impl IntoView {
    let value = form.field(&name, "");
    let surroundings = surround(form, &name, &label, hint);
    let id = surroundings.id.clone();
    let radios = offers.into_iter().enumerate().map(|(place, (offered, words))| {
        let (this, chosen, name) = (offered.clone(), offered.clone(), name.clone());
        // The first one stands for the field where something leads to it.
        let input = if place == 0 { id.clone() } else { format!("{id}-{place}") };
        view! {
            <label class="value">
                <input
                    id=input
                    type="radio"
                    name=id.clone()
                    value=offered
                    prop:checked=move || value.with(|value| *value == this)
                    on:change=move |_| form.set(&name, chosen.clone())
                />
                <span class="value-name">{words}</span>
            </label>
        }
    });
    let radios = radios.collect_view();
    group(label, surroundings, radios)
}

/// Yes or no.
#[component]
pub(crate) fn CheckField(
    form: Form,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<Signal<String>>,
) -> impl IntoView {
    let value = form.field(&name, "");
    let Surroundings { id, error, described_by, hint, message } = surround(form, &name, &label, hint);
    let check = move |event| form.set(&name, if event_target_checked(&event) { "yes" } else { "" });
    view! {
        <div class="form-field" class:form-field-wrong=move || error.read().is_some()>
            <label class="value">
                <input
                    id=id
                    type="checkbox"
                    aria-invalid=move || error.read().is_some().then_some("true")
                    aria-describedby=described_by
                    prop:checked=move || value.with(|value| !value.is_empty())
                    on:change=check
                />
                <span class="value-name">{label}</span>
            </label>
            {hint}
            {message}
        </div>
    }
}

/// Several of a few, all of them seen. The value is the chosen ones with commas between, in the order of the offers.
#[component]
pub(crate) fn ManyField(
    form: Form,
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    /// What one box for all of them is called.
    all: Text,
    offers: Vec<Offer>,
) -> impl IntoView {
    let value = form.field(&name, "");
    let surroundings = surround(form, &name, &label, hint);
    let id = surroundings.id.clone();
    let names: StoredValue<Vec<String>> =
        StoredValue::new(offers.iter().map(|(offered, _)| offered.clone()).collect());
    let every = names.with_value(|names| names.join(","));
    let field = StoredValue::new(name);
    let put = move |value: String| field.with_value(|name| form.set(name, value));
    let boxes = offers.into_iter().map(|(offered, words)| {
        let (this, pressed) = (offered.clone(), offered);
        let toggle = move |_| {
            let chosen = value.get_untracked();
            put(names.with_value(|names| toggled(names, &chosen, &pressed)));
        };
        view! {
            <label class="value">
                <input type="checkbox" prop:checked=move || value.with(|value| holds(value, &this)) on:change=toggle/>
                <span class="value-name">{words}</span>
            </label>
        }
    });
    let boxes = boxes.collect_view();
    let is_every = {
        let every = every.clone();
        move || value.with(|value| *value == every)
    };
    let take_all = move |event| put(if event_target_checked(&event) { every.clone() } else { String::new() });
    let controls = view! {
        <label class="value">
            <input id=id type="checkbox" prop:checked=is_every on:change=take_all/>
            <span class="value-name">{t(all)}</span>
        </label>
        <div class="form-many">{boxes}</div>
    };
    group(label, surroundings, controls)
}

/// Whether a value with commas holds one of the offers.
pub(crate) fn holds(chosen: &str, offered: &str) -> bool {
    chosen.split(',').any(|one| one == offered)
}

/// The value with one more offer, or one less, in the order of all.
pub(super) fn toggled(names: &[String], chosen: &str, pressed: &str) -> String {
    let stays = |name: &&String| holds(chosen, name) != (name.as_str() == pressed);
    names.iter().filter(stays).map(String::as_str).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_stays_in_the_order_of_the_offers() {
        let names = ["1", "2", "10"].map(str::to_owned);

        assert_eq!(toggled(&names, "10", "2"), "2,10");
        assert_eq!(toggled(&names, "1,2,10", "1"), "2,10");
        assert_eq!(toggled(&names, "", "10"), "10");
    }
}
