//! Taking in single needs, found by their names among the open ones of a group.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::changes::{self, ChangeRoundNeeds, NeedsMoved};
use super::query::NamedNeed;
use super::work::Work;
use crate::api::{self, Pages, schema};
use crate::pages::needs::{NeedFilter, address_of, group_of};
use crate::pages::products::PageInfo;
use crate::text::{kinds, needs as need_words, rounds as words, t};
use crate::ui::{Empty, Pager};
use crate::who::{ActButton, Acting, own_faces};

/// Needs of one page.
const ROWS: i32 = 100;

#[derive(cynic::QueryVariables)]
pub(crate) struct OpenVariables {
    filter: NeedFilter,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "NeedConnection")]
pub(crate) struct OpenRows {
    pub(crate) nodes: Vec<NamedNeed>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "OpenVariables")]
pub(crate) struct OpenNeeds {
    #[arguments(filter: $filter, first: $first, after: $after)]
    pub(crate) needs: OpenRows,
}

/// The list, folded away; it is asked for when somebody unfolds it.
pub(super) fn section(work: Work, known: Memo<Vec<cynic::Id>>, listed: Callback<()>) -> AnyView {
    let is_wanted = RwSignal::new(false);
    view! {
        <details class="round-fold" on:toggle=move |_| is_wanted.set(true)>
            <summary>{t(words::ADD_ONE)}</summary>
            {move || is_wanted.get().then(|| open_needs(work, known, listed))}
        </details>
    }
    .into_any()
}

fn open_needs(work: Work, known: Memo<Vec<cynic::Id>>, listed: Callback<()>) -> AnyView {
    let text = RwSignal::new(String::new());
    let group = RwSignal::new(None::<&'static str>);
    let pages = api::ask_pages(
        move |after| {
            let groups = group.get().map(|group| vec![group.to_owned()]);
            let filter = NeedFilter { groups, ..NeedFilter::default() };
            Some(api::question(OpenNeeds::build(OpenVariables { filter, first: ROWS, after })))
        },
        |page: &OpenNeeds| page.needs.page_info.next(),
    );
    let found = Memo::new(move |_| text.with(|text| found(&loaded(pages), text)));
    let options = kinds::TOP_GROUPS.map(|(code, name)| {
        view! { <option value=code prop:selected=move || group.get() == Some(code)>{t(name)}</option> }
    });
    let row = move |need: NamedNeed| row(work, need, known, listed);
    view! {
        <form class="choices" on:submit=|event| event.prevent_default()>
            <label class="field">
                <span>{t(words::FIND_NEED)}</span>
                <input type="search" prop:value=text on:input=move |event| text.set(event_target_value(&event))/>
            </label>
            <label class="field">
                <span>{t(words::FIND_GROUP)}</span>
                <select on:change=move |event| group.set(group_of(&event_target_value(&event)))>
                    <option value="">{t(need_words::ANY_GROUP)}</option>
                    {options}
                </select>
            </label>
        </form>
        {own_faces(pages.first, move |_| {
            let none = move || {
                found.read().is_empty().then(|| view! { <Empty what=t(words::NO_NEED_FOUND)/> })
            };
            view! {
                {none}
                <ul class="plain-list rows">
                    <For each=move || found.get() key=|need| need.id.clone() children=row/>
                </ul>
                <Pager
                    more=Signal::derive(move || pages.has_more())
                    busy=pages.busy
                    next=move |()| pages.fetch_next()
                />
            }
            .into_any()
        })}
    }
    .into_any()
}

fn loaded(pages: Pages<OpenNeeds>) -> Vec<NamedNeed> {
    let first = pages.first.get();
    let further = pages.further.get();
    first.iter().chain(&further).flat_map(|page| page.needs.nodes.clone()).collect()
}

/// The needs whose name or retailer has the text in it, however it is accented.
fn found(needs: &[NamedNeed], text: &str) -> Vec<NamedNeed> {
    let text = shared::text::fold(text.trim());
    let has = |need: &&NamedNeed| {
        shared::text::fold(&need.name).contains(&text)
            || shared::text::fold(&need.retailer.name).contains(&text)
    };
    needs.iter().filter(has).cloned().collect()
}

fn row(work: Work, need: NamedNeed, known: Memo<Vec<cynic::Id>>, listed: Callback<()>) -> AnyView {
    let acting = Acting::new();
    let is_added = RwSignal::new(false);
    let this = need.id.clone();
    let is_in = Memo::new(move |_| is_added.get() || known.with(|known| known.contains(&this)));
    let (id, name) = (need.id.clone(), need.name.clone());
    let add = Callback::new(move |()| {
        let moved = NeedsMoved { add: Some(vec![id.clone()]), ..NeedsMoved::default() };
        acting.run(changes::move_needs(work.id(), moved), move |_: ChangeRoundNeeds| {
            is_added.set(true);
            listed.run(());
        });
    });
    let step = move || match is_in.get() {
        true => view! { <span class="quiet" role="status">{t(words::IS_IN)}</span> }.into_any(),
        false => view! { <ActButton acting words=t(words::ADD) about=name.clone() press=add/> }.into_any(),
    };
    view! {
        <li class="row round-row">
            <div class="round-about">
                <a href=address_of(&need.id)>{need.name}</a>
                <span class="details quiet small"><span>{need.retailer.name}</span></span>
            </div>
            <div class="round-decide">{step}{acting.trouble()}</div>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::super::query::Shop;
    use super::*;

    #[test]
    fn a_need_is_found_by_its_name_or_its_retailer_without_accents() {
        let need = |name: &str, shop: &str| NamedNeed {
            id: cynic::Id::new(name),
            name: name.to_owned(),
            retailer: Shop { name: shop.to_owned() },
        };
        let needs = [need("Miến dong", "Siêu thị A"), need("Trà sen", "Cửa hàng Miền Núi")];
        let names = |text| found(&needs, text).into_iter().map(|need| need.name).collect::<Vec<_>>();

        assert_eq!(names("mien"), ["Miến dong", "Trà sen"]);
        assert_eq!(names(" TRA "), ["Trà sen"]);
        assert_eq!(names("").len(), 2);
        assert_eq!(names("gạo"), [""; 0]);
    }
}
