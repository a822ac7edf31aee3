//! Putting products on the list: a search over all that is published, and boxes to check, several at once.

use leptos::prelude::*;
use shared::Problem;

use super::query::{self, Found};
use super::{changes, choice};
use crate::api;
use crate::facts::Card;
use crate::text::{search, shell, stock as words, t};
use crate::ui::form::{Form, FormFrame, Submit, Wrong};
use crate::ui::{Empty, paced, paged_list, tell};
use crate::who::{self, own_faces};

/// The field of the form with what is chosen.
const FIELD: &str = "products";
/// Letters from which on it is searched.
const LETTERS: usize = 2;

/// What every offer needs.
#[derive(Clone, Copy)]
struct Choosing {
    form: Form,
    chosen: RwSignal<String>,
    on_list: Signal<Vec<cynic::Id>>,
}

/// The part of the page with the search.
#[component]
pub(super) fn Adding(
    point: cynic::Id,
    /// What is typed into the search.
    typed: RwSignal<String>,
    /// The products that are on the list.
    on_list: Signal<Vec<cynic::Id>>,
    changed: Callback<()>,
) -> impl IntoView {
    let form = Form::new("stock", "", &who::account(), point.inner());
    let chosen = form.field(FIELD, "");
    provide_context(Choosing { form, chosen, on_list });
    let submit = Callback::new(move |()| {
        let products = choice::read(&chosen.get_untracked());
        if products.is_empty() {
            return form.object(vec![Wrong::at(FIELD, Problem::NotOffered)]);
        }
        let count = products.len();
        let ids = products.into_iter().map(|product| cynic::Id::new(product.id)).collect();
        let point = point.clone();
        who::submit(form, changes::stock(point, ids), move |_| {
            form.start_anew();
            typed.set(String::new());
            tell(words::added(count));
            changed.run(());
        });
    });
    let count = Memo::new(move |_| chosen.with(|chosen| choice::read(chosen).len()));
    let is_any = Memo::new(move |_| count.get() > 0);
    let send = move || {
        is_any.get().then(|| {
            view! {
                <div class="stock-chosen">
                    <FormFrame form submit>
                        <ul class="chips" aria-label=t(words::CHOSEN)>{move || chips(form, chosen)}</ul>
                        {move || view! { <Submit form words=words::add(count.get())/> }}
                    </FormFrame>
                </div>
            }
        })
    };
    view! {
        <section>
            <h2>{t(words::ADD)}</h2>
            <p class="quiet">{t(words::ADD_WHY)}</p>
            <Search typed/>
            {send}
        </section>
    }
}

/// What is chosen; each can be left out again.
fn chips(form: Form, chosen: RwSignal<String>) -> AnyView {
    let chips = choice::read(&chosen.get()).into_iter().map(|product| {
        let label = format!("{} {}", t(shell::REMOVE), product.name);
        let name = product.name.clone();
        let remove = move |_| {
            let left = chosen.with_untracked(|chosen| choice::toggled(chosen, &product.id, &product.name));
            form.set(FIELD, left);
        };
        view! {
            <li>
                <button type="button" class="chip" aria-label=label on:click=remove>
                    {name}<span aria-hidden="true">" ✕"</span>
                </button>
            </li>
        }
    });
    chips.collect_view().into_any()
}

#[component]
fn Search(typed: RwSignal<String>) -> impl IntoView {
    let wanted = RwSignal::new(typed.get_untracked());
    let follow = paced(Callback::new(move |()| wanted.set(typed.get_untracked())));
    Effect::new(move |_| {
        typed.track();
        follow.run(());
    });
    let text = Memo::new(move |_| wanted.with(|text| text.trim().to_owned()));
    let is_long_enough = Memo::new(move |_| text.with(|text| text.chars().count() >= LETTERS));
    view! {
        <form role="search" aria-label=t(words::SEARCH) on:submit=|event| event.prevent_default()>
            <label class="field">
                <span>{t(words::SEARCH)}</span>
                <input
                    type="search"
                    maxlength=shared::limits::SEARCH_CHARS.to_string()
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </label>
        </form>
        {move || is_long_enough.get().then(|| offers(text))}
    }
}

fn offers(text: Memo<String>) -> AnyView {
    let pages = api::ask_pages(
        move |after| Some(query::found(text.get(), after)),
        |page: &Found| page.products.page_info.next(),
    );
    let list = own_faces(pages.first, move |answer| {
        if answer.products.nodes.is_empty() {
            return view! { <Empty what=t(words::NOTHING_FOUND)/> }.into_any();
        }
        paged_list("plain-list rows", &*answer, pages, rows)
    });
    view! { <div role="group" aria-label=t(words::FOUND)>{list}</div> }.into_any()
}

fn rows(page: &Found) -> AnyView {
    let choosing = expect_context::<Choosing>();
    page.products.nodes.iter().map(|product| offer(product, choosing)).collect_view().into_any()
}

fn offer(product: &Card, choosing: Choosing) -> AnyView {
    let Choosing { form, chosen, on_list } = choosing;
    let (id, name) = (product.id.inner().to_owned(), product.name.clone());
    let is_listed = {
        let id = product.id.clone();
        Memo::new(move |_| on_list.with(|listed| listed.contains(&id)))
    };
    let is_chosen = {
        let id = id.clone();
        move || is_listed.get() || chosen.with(|chosen| choice::holds(chosen, &id))
    };
    let toggle = {
        let name = name.clone();
        move |_| form.set(FIELD, chosen.with_untracked(|chosen| choice::toggled(chosen, &id, &name)))
    };
    let stars = product.stars.map(search::stars);
    let about = [stars, Some(product.producer.name.clone()), product.province.clone()];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let already = move || is_listed.get().then(|| format!(" · {}", t(words::LISTED_ALREADY)));
    view! {
        <li>
            <label class="value stock-offer">
                <input type="checkbox" disabled=move || is_listed.get() prop:checked=is_chosen on:change=toggle/>
                <span class="value-name">{name}</span>
                <span class="quiet small">{about}{already}</span>
            </label>
        </li>
    }
    .into_any()
}
