//! The filters of the list and its map: native fields, each in the address at once.

use leptos::html;
use leptos::prelude::*;

use super::Go;
use super::chips::coded;
use super::choice::{Choice, KINDS, ORDERS, STATUSES, name_of, named};
use super::here::{self, Here};
use super::query;
use crate::api::{self, SalePointOrder};
use crate::text::{Text, kinds, sale_points as words, shell, t};
use crate::ui::wide_screen;

/// Text, near me, the filters and the order.
#[component]
pub(super) fn Filters(choice: Memo<Choice>, go: Go, here: RwSignal<Here>) -> impl IntoView {
    let units = api::ask(|| Some(query::units()));
    let wide = wide_screen();
    let chosen = move || {
        let count = choice.with(|choice| {
            let product = usize::from(choice.product.is_some());
            let selects = [
                choice.kind.is_some(),
                choice.status.is_some(),
                choice.ward.is_some(),
                choice.district.is_some(),
            ];
            product + selects.into_iter().filter(|chosen| *chosen).count()
        });
        if count == 0 { String::new() } else { format!(" ({count})") }
    };
    view! {
        <form class="points-filters" role="search" aria-label=t(words::FILTER_POINTS) on:submit=|event| event.prevent_default()>
            <div class="choices">
                <TextField choice go/>
                <NearMe choice go here/>
                <Order choice go/>
            </div>
            <details class="points-more" prop:open=move || wide.get()>
                <summary>{t(words::FILTERS)}{chosen}</summary>
                <div class="choices">
                    <Select
                        label=words::KIND any=words::ANY_KIND
                        options=KINDS.map(|(name, kind)| (name.to_owned(), t(kinds::sale_point_kind(kind)).to_owned())).to_vec()
                        chosen=Signal::derive(move || choice.with(|choice| name_of(&KINDS, choice.kind).unwrap_or_default().to_owned()))
                        choose=move |name: String| go.step.run(Choice { kind: named(&KINDS, &name), ..choice.get_untracked() })
                    />
                    <Select
                        label=words::STATUS any=words::ANY_STATUS
                        options=STATUSES.map(|(name, status)| (name.to_owned(), t(kinds::sale_point_status(Some(status))).to_owned())).to_vec()
                        chosen=Signal::derive(move || choice.with(|choice| name_of(&STATUSES, choice.status).unwrap_or_default().to_owned()))
                        choose=move |name: String| go.step.run(Choice { status: named(&STATUSES, &name), ..choice.get_untracked() })
                    />
                    <Select
                        label=words::WARD any=words::ANY_WARD
                        options=Signal::derive(move || coded(units, |units| &units.wards))
                        chosen=Signal::derive(move || choice.with(|choice| choice.ward.clone().unwrap_or_default()))
                        choose=move |code: String| {
                            let ward = Some(code).filter(|code| !code.is_empty());
                            go.step.run(Choice { ward, view: None, ..choice.get_untracked() });
                        }
                    />
                    <Select
                        label=words::DISTRICT any=words::ANY_DISTRICT
                        options=Signal::derive(move || coded(units, |units| &units.districts))
                        chosen=Signal::derive(move || choice.with(|choice| choice.district.clone().unwrap_or_default()))
                        choose=move |code: String| {
                            let district = Some(code).filter(|code| !code.is_empty());
                            go.step.run(Choice { district, view: None, ..choice.get_untracked() });
                        }
                    />
                </div>
                <Show when=move || matches!(units.answer.get(), Some(Err(_)))>
                    <p class="small" role="status">
                        {t(words::UNITS_FAILED)}" "
                        <button type="button" class="button-quiet" on:click=move |_| units.ask_again()>{t(shell::TRY_AGAIN)}</button>
                    </p>
                </Show>
            </details>
        </form>
        <p role="status" class="points-here">{move || choice.with(|choice| choice.near).then(|| told(here.get()))}</p>
    }
}

fn told(here: Here) -> Option<&'static str> {
    match here {
        Here::Unasked => None,
        Here::Asking => Some(t(words::LOCATING)),
        Here::At(..) => Some(t(words::NEAR_YOU)),
        Here::Denied => Some(t(words::DENIED)),
        Here::Unknown => Some(t(words::NOWHERE)),
    }
}

/// What is typed stays as it is typed; another text in the address (a chip dropped, a way back) replaces it.
#[component]
fn TextField(choice: Memo<Choice>, go: Go) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let text = choice.with(|choice| choice.text.clone());
        if let Some(field) = field.get()
            && field.value().trim() != text.trim()
        {
            field.set_value(&text);
        }
    });
    view! {
        <label class="field">
            <span>{t(words::TEXT)}</span>
            <input
                node_ref=field
                type="search"
                enterkeyhint="search"
                maxlength=shared::limits::SEARCH_CHARS.to_string()
                on:input=move |event| {
                    let text = event_target_value(&event);
                    go.silently.run(Choice { text, view: None, ..choice.get_untracked() });
                }
            />
        </label>
    }
}

/// Distances from where the person is: pressed, it is asked; pressed again, forgotten or, after a refusal, asked anew.
#[component]
fn NearMe(choice: Memo<Choice>, go: Go, here: RwSignal<Here>) -> impl IntoView {
    let press = move |_| {
        let now = choice.get_untracked();
        let has_failed = matches!(here.get_untracked(), Here::Denied | Here::Unknown);
        if now.near && !has_failed {
            let order = now.order.filter(|order| *order != SalePointOrder::Distance);
            return go.step.run(Choice { near: false, order, view: None, ..now });
        }
        here::ask(here);
        if !now.near {
            go.step.run(now.ordered(SalePointOrder::Distance));
        }
    };
    view! {
        <button
            type="button"
            class="chip points-near"
            aria-pressed=move || choice.with(|choice| choice.near).to_string()
            on:click=press
        >
            <svg aria-hidden="true" viewBox="0 0 24 24"><path d="M12 21s7-6.6 7-12a7 7 0 1 0-14 0c0 5.4 7 12 7 12Z"/><circle cx="12" cy="9" r="2.5"/></svg>
            {t(words::NEAR_ME)}
        </button>
    }
}

#[component]
fn Order(choice: Memo<Choice>, go: Go) -> impl IntoView {
    let choose = move |event| {
        let order = named(&ORDERS, &event_target_value(&event)).unwrap_or(SalePointOrder::Name);
        go.step.run(choice.get_untracked().ordered(order));
    };
    view! {
        <label class="field points-order">
            <span>{t(words::ORDER)}</span>
            <select on:change=choose>
                {ORDERS.map(|(name, order)| view! {
                    <option value=name prop:selected=move || choice.with(|choice| choice.shown_order() == order)>
                        {t(order_in_words(order))}
                    </option>
                })}
            </select>
        </label>
    }
}

fn order_in_words(order: SalePointOrder) -> Text {
    match order {
        SalePointOrder::Name => words::BY_NAME,
        SalePointOrder::Distance => words::BY_DISTANCE,
        SalePointOrder::Newest => words::BY_NEWEST,
    }
}

/// A native choice of one among names, or any.
#[component]
fn Select(
    label: Text,
    any: Text,
    /// Values with their words.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    #[prop(into)] chosen: Signal<String>,
    #[prop(into)] choose: Callback<String>,
) -> impl IntoView {
    let options = move || {
        let option = |(value, words): (String, String)| {
            let known = value.clone();
            view! { <option value=value prop:selected=move || chosen.read() == known>{words}</option> }
        };
        options.get().into_iter().map(option).collect_view()
    };
    view! {
        <label class="field">
            <span>{t(label)}</span>
            <select on:change=move |event| choose.run(event_target_value(&event))>
                <option value="" prop:selected=move || chosen.read().is_empty()>{t(any)}</option>
                {options}
            </select>
        </label>
    }
}
