//! Up to four products for a need side by side: what each says to every condition, what its score is made of, and one
//! thing to do. On a narrow screen the table moves sideways in a frame of its own, which the keyboard reaches too.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::choice::{self, Choice};
use super::compared_query::{self, Compared};
use super::introducing::{Introducing, Pair, Proposer};
use super::query::{Gate, ProductMatch};
use super::{gates, parts};
use crate::address;
use crate::api::{self, MatchChoice, NeedParty};
use crate::facts::{province_in_words, stars_in_list};
use crate::pages::not_found::NotFound;
use crate::text::{Text, matching as words, product, search, shell, t};
use crate::ui::{Empty, Gate as GateMark, Heading};
use crate::who::{own_faces, signed_in_page};

/// The page on which products are compared.
#[component]
pub(crate) fn ComparePage() -> impl IntoView {
    signed_in_page(words::COMPARE, |_| page())
}

fn page() -> AnyView {
    let (params, address) = (use_params_map(), address::query());
    let need = Memo::new(move |_| {
        let id = params.with(|params| params.get("id"))?;
        id.parse::<shared::NeedId>().ok().map(|_| id)
    });
    let products = Memo::new(move |_| address.with(|address| choice::products(address, "sp")));
    let asked = api::ask(move || {
        let need = cynic::Id::new(need.get()?);
        products.with(|products| compared_query::compared(need, products))
    });
    let is_empty = Memo::new(move |_| products.with(Vec::is_empty));
    let shown = move || match need.get() {
        Some(need) if is_empty.get() => nothing(&need, words::COMPARE_EMPTY),
        Some(_) => own_faces(asked, |answer| full(&answer)),
        None => view! { <NotFound/> }.into_any(),
    };
    view! { {shown} }.into_any()
}

fn nothing(need: &str, why: Text) -> AnyView {
    let back = format!("/ket-noi/{need}");
    view! {
        <Heading text=t(words::COMPARE)/>
        <Empty what=t(why)><a class="button-second" href=back>{t(words::BACK_TO_NEED)}</a></Empty>
    }
    .into_any()
}

fn full(answer: &Compared) -> AnyView {
    let Some(need) = &answer.need else { return view! { <NotFound/> }.into_any() };
    let columns = answer.columns();
    if columns.is_empty() {
        return nothing(need.id.inner(), words::COMPARE_GONE);
    }
    let by = if need.viewer_party == NeedParty::Staff { Proposer::Staff } else { Proposer::Retailer };
    let introducing = Introducing::new(by);
    let ids: Vec<_> = columns.iter().map(|column| column.product.id.inner().to_owned()).collect();
    let page = format!("/ket-noi/{}", need.id.inner());
    let back = Choice { which: MatchChoice::Fitting, compared: ids.clone() }.address(&page);
    let names = columns.iter().map(|column| name(&page, &ids, column)).collect_view();
    let steps = columns.iter().map(|column| {
        let pair = Pair {
            need: need.id.clone(),
            product: column.product.id.clone(),
            with: words::with_owner(&column.product.name, &column.product.producer.name),
            standing: RwSignal::new(column.verdict.standing.clone()),
        };
        introducing.step(pair)
    });
    view! {
        <Heading text=t(words::COMPARE)/>
        <p><a class="all-link" href=page.clone()>{need.name.clone()}</a></p>
        <p><a class="all-link" href=back>{t(words::BACK_TO_NEED)}</a></p>
        <div class="compare-frame" role="region" aria-label=t(words::COMPARE) tabindex="0">
            <table class="compare">
                <thead><tr><th scope="col">{t(words::PRODUCT)}</th>{names}</tr></thead>
                <tbody>
                    {line(t(words::NEXT_STEP), steps.collect())}
                    {line(t(words::SCORE), of_each(&columns, |column| {
                        view! { <strong>{words::score(column.verdict.score)}</strong> }.into_any()
                    }))}
                    {of_products(&columns)}
                </tbody>
                {group(words::GATES, columns.len(), gate_lines(&columns))}
                {group(words::PARTS, columns.len(), part_lines(&columns))}
            </table>
        </div>
        {introducing.dialog()}
    }
    .into_any()
}

/// The head of a column, with the way to take it out.
fn name(page: &str, ids: &[String], column: &ProductMatch) -> AnyView {
    let this = column.product.id.inner();
    let others: Vec<_> = ids.iter().filter(|id| *id != this).map(String::as_str).collect();
    let without = (!others.is_empty()).then(|| {
        let address = format!("{page}/so-sanh?sp={}", others.join(","));
        view! {
            <a class="all-link small" data-noscroll href=address>
                {t(shell::REMOVE)}<span class="for-readers">": "{column.product.name.clone()}</span>
            </a>
        }
    });
    view! {
        <th scope="col">
            <a href=format!("/san-pham/{this}")>{column.product.name.clone()}</a>
            <br/>
            {without}
        </th>
    }
    .into_any()
}

fn of_products(columns: &[ProductMatch]) -> AnyView {
    let maker = |column: &ProductMatch| {
        let maker = &column.product.producer;
        view! { <a href=format!("/chu-the/{}", maker.id.inner())>{maker.name.clone()}</a> }.into_any()
    };
    let province = |column: &ProductMatch| {
        let (today, former) = (column.product.province.as_deref(), column.product.former_province.as_deref());
        province_in_words(today, former).unwrap_or_else(|| t(product::NOT_KNOWN).to_owned()).into_any()
    };
    let stars = |column: &ProductMatch| stars_in_list(column.product.stars, column.product.star_state);
    view! {
        {line(t(product::MAKER), of_each(columns, maker))}
        {line(t(product::ORIGIN), of_each(columns, province))}
        {line(t(search::STARS), of_each(columns, stars))}
    }
    .into_any()
}

fn of_each(columns: &[ProductMatch], cell: impl Fn(&ProductMatch) -> AnyView) -> Vec<AnyView> {
    columns.iter().map(cell).collect()
}

/// One line of the table.
fn line(name: &str, cells: Vec<AnyView>) -> AnyView {
    let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
    view! { <tr><th scope="row">{name.to_owned()}</th>{cells}</tr> }.into_any()
}

/// Lines under a heading of their own.
fn group(name: Text, columns: usize, lines: Vec<AnyView>) -> AnyView {
    let width = (columns + 1).to_string();
    view! {
        <tbody>
            <tr><th scope="rowgroup" colspan=width class="compare-group"><span>{t(name)}</span></th></tr>
            {lines}
        </tbody>
    }
    .into_any()
}

/// The gates of a need are the same ones for all products.
fn gate_lines(columns: &[ProductMatch]) -> Vec<AnyView> {
    let Some(first) = columns.first() else { return Vec::new() };
    let is_same = |one: &Gate, other: &Gate| one.kind == other.kind && one.requirement == other.requirement;
    let of = |gate: &Gate| {
        let cells = of_each(columns, |column| {
            let found = column.verdict.gates.iter().find(|other| is_same(gate, other));
            found.map_or_else(unknown, |gate| {
                view! { <p><GateMark met=gates::met(gate.state)/></p>{gates::reason(gate, None)} }.into_any()
            })
        });
        line(&gates::name(gate), cells)
    };
    first.verdict.gates.iter().map(of).collect()
}

fn part_lines(columns: &[ProductMatch]) -> Vec<AnyView> {
    let Some(first) = columns.first() else { return Vec::new() };
    let of = |kind| {
        let cells = of_each(columns, |column| {
            let found = column.verdict.parts.iter().find(|other| other.kind == kind);
            found.map_or_else(unknown, parts::bar)
        });
        line(t(words::part(kind)), cells)
    };
    first.verdict.parts.iter().map(|part| of(part.kind)).collect()
}

fn unknown() -> AnyView {
    view! { <span class="quiet">{t(words::NO_ANSWER)}</span> }.into_any()
}
