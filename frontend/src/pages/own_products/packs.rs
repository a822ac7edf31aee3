//! The packs in the form: any number of them, in an order that people choose. What was typed is understood at once and
//! shown back.

use leptos::prelude::*;
use shared::{Gtin, limits};

use super::reading::{self, PACK, PACKS, of_pack};
use crate::text::{Text, forms, supply, t};
use crate::ui::form::{ChoiceField, Form, Offer, TextField, amount_in_words, price_in_words, shown_back};

/// All packs, and the button for one more.
#[component]
pub(super) fn PackFields(
    form: Form,
    contents: Signal<Vec<Offer>>,
    kinds: Signal<Vec<Offer>>,
) -> impl IntoView {
    let typed = form.field(PACKS, "0");
    let count = Memo::new(move |_| typed.with(|count| count.parse::<usize>().unwrap_or(0)));
    let add = move |_| form.set(PACKS, (count.get_untracked() + 1).min(limits::VARIANTS).to_string());
    view! {
        <Show when=move || count.get() == 0>
            <p>{t(supply::NO_PACKS)}</p>
        </Show>
        <For
            each=move || 0..count.get()
            key=|place| *place
            children=move |place| view! { <OnePack form place contents kinds/> }
        />
        <Show when=move || count.get() < limits::VARIANTS>
            <p><button type="button" class="button-second" on:click=add>{t(supply::ADD_PACK)}</button></p>
        </Show>
    }
}

#[component]
fn OnePack(
    form: Form,
    place: usize,
    contents: Signal<Vec<Offer>>,
    kinds: Signal<Vec<Offer>>,
) -> impl IntoView {
    let of = move |part: &str| of_pack(place, part);
    let price = |part: &str, label: Text, rule: Text| {
        let hint = shown_back(form, &of(part), rule, price_in_words);
        view! { <TextField form name=of(part) label=t(label) hint optional=true keys="numeric" longest=30/> }
            .into_any()
    };
    let gtin_hint = shown_back(form, &of("gtin"), supply::GTIN_HINT, gtin_in_words);
    let content_hint = shown_back(form, &of("netContent"), supply::UNKNOWN_EMPTY, amount_in_words);
    view! {
        <fieldset class="form-group form-pack">
            <legend>{supply::pack_of(place)}</legend>
            <TextField form name=of("name") label=t(supply::PACK_NAME) hint=t(supply::PACK_NAME_HINT) longest=limits::NAME_CHARS/>
            <TextField form name=of("gtin") label=t(supply::GTIN) hint=gtin_hint optional=true keys="numeric" longest=20/>
            <TextField form name=of("netContent") label=t(supply::NET_CONTENT) hint=content_hint optional=true keys="decimal" longest=20/>
            <ChoiceField form name=of("netUnit") label=t(supply::NET_UNIT) optional=true empty=supply::UNKNOWN offers=contents/>
            <ChoiceField form name=of("packUnit") label=t(supply::PACK_UNIT) optional=true empty=supply::UNKNOWN offers=kinds/>
            {price("retailPrice", supply::RETAIL_PRICE, supply::RETAIL_HINT)}
            {price("wholesalePrice", supply::WHOLESALE_PRICE, supply::WHOLESALE_HINT)}
            <p class="chips">
                {(place > 0).then(|| view! {
                    <button type="button" class="button-second" on:click=move |_| swap(form, place, place - 1)>
                        {t(supply::MOVE_UP)}
                    </button>
                })}
                <button type="button" class="button-second" on:click=move |_| remove(form, place)>
                    {t(supply::REMOVE_PACK)}
                </button>
            </p>
        </fieldset>
    }
}

fn gtin_in_words(typed: &str) -> String {
    let words = match typed.parse::<Gtin>() {
        Ok(gtin) if gtin.is_vietnamese() => supply::GTIN_RIGHT,
        Ok(_) => supply::GTIN_FOREIGN,
        Err(problem) => forms::problem(Some(problem)),
    };
    t(words).to_owned()
}

/// Two packs change places, with all that was typed.
fn swap(form: Form, one: usize, other: usize) {
    for part in PACK {
        let (first, second) = (of_pack(one, part), of_pack(other, part));
        let (value, instead) = (form.value(&first), form.value(&second));
        form.set(&first, instead);
        form.set(&second, value);
    }
}

/// Those behind a pack that is taken away move up.
fn remove(form: Form, place: usize) {
    let count = reading::count(&|name| form.value(name));
    for later in place + 1..count {
        swap(form, later, later - 1);
    }
    let last = count.saturating_sub(1);
    for part in PACK {
        form.set(&of_pack(last, part), "");
    }
    form.set(PACKS, last.to_string());
}
