//! The goods in the form: any number of lines. What was typed is understood at once and shown back.

use leptos::prelude::*;
use shared::limits;

use super::reading;
use super::values::{LINE, LINES, of_line};
use crate::text::{agreements as words, need_form, needs, search, t};
use crate::ui::form::{
    ChoiceField, Form, ManyField, Offer, TextField, amount_in_words, price_in_words, shown_back,
};

/// All lines, and the button for one more.
#[component]
pub(super) fn GoodsFields(
    form: Form,
    products: Signal<Vec<Offer>>,
    units: Signal<Vec<Offer>>,
) -> impl IntoView {
    let typed = form.field(LINES, "0");
    let count = Memo::new(move |_| typed.with(|count| count.parse::<usize>().unwrap_or(0)));
    let add = move |_| form.set(LINES, (count.get_untracked() + 1).min(limits::AGREEMENT_LINES).to_string());
    view! {
        <For
            each=move || 0..count.get()
            key=|place| *place
            children=move |place| view! { <OneLine form place products units/> }
        />
        <Show when=move || count.get() < limits::AGREEMENT_LINES>
            <p><button type="button" class="button-second" on:click=add>{t(words::ADD_LINE)}</button></p>
        </Show>
    }
}

#[component]
fn OneLine(
    form: Form,
    place: usize,
    products: Signal<Vec<Offer>>,
    units: Signal<Vec<Offer>>,
) -> impl IntoView {
    let of = move |part: &str| of_line(place, part);
    let goods = form.field(&of("goods"), "");
    let quantity = shown_back(form, &of("quantityPerMonth"), words::QUANTITY_HINT, amount_in_words);
    let price = shown_back(form, &of("price"), words::PRICE_HINT, price_in_words);
    let months = (1..=12).map(|month: i32| (month.to_string(), search::month(month))).collect::<Vec<_>>();
    let remove = move |_| remove(form, place);
    view! {
        <fieldset class="form-group form-pack">
            <legend>{words::line_of(place)}</legend>
            <ChoiceField form name=of("goods") label=t(words::GOODS) optional=true empty=words::NAMED_GOODS offers=products/>
            <Show when=move || goods.with(String::is_empty)>
                <TextField form name=of("name") label=t(words::GOODS_NAME) longest=limits::NAME_CHARS/>
            </Show>
            <TextField form name=of("quantityPerMonth") label=t(needs::QUANTITY) hint=quantity keys="decimal" longest=30/>
            <ChoiceField form name=of("unit") label=t(need_form::UNIT) offers=units/>
            <TextField form name=of("price") label=t(words::PRICE) hint=price optional=true keys="numeric" longest=30/>
            <ManyField form name=of("months") label=t(words::MONTHS) hint=t(words::MONTHS_HINT) all=needs::ALL_YEAR offers=months/>
            <p>
                <button type="button" class="button-second" on:click=remove>{t(words::REMOVE_LINE)}</button>
            </p>
        </fieldset>
    }
}

/// Those behind a line that is taken away move up.
fn remove(form: Form, place: usize) {
    let count = reading::count(&|name| form.value(name));
    for later in place + 1..count {
        for part in LINE {
            let value = form.value(&of_line(later, part));
            form.set(&of_line(later - 1, part), value);
        }
    }
    let last = count.saturating_sub(1);
    for part in LINE {
        form.set(&of_line(last, part), "");
    }
    form.set(LINES, last.to_string());
}
