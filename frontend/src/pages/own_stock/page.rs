//! The page on which the stock of a point is kept: the list, adding to it, and for staff the operator.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::ErrorCode;

use super::adding::Adding;
use super::query::{self, Keeping};
use super::{listed, operator};
use crate::api::{self, Asked, Failure};
use crate::facts::Card;
use crate::pages::change_log::{Thing, history_link};
use crate::pages::not_found::NotFound;
use crate::text::{stock as words, t};
use crate::ui::{Empty, Heading};
use crate::who::{own_faces, signed_in_page};

/// The page of the own stock of a point.
#[component]
pub(crate) fn OwnStockPage() -> impl IntoView {
    signed_in_page(words::STOCK, |_| page())
}

fn page() -> AnyView {
    let params = use_params_map();
    let asked = api::ask(move || {
        let id = params.with(|params| params.get("id"))?;
        id.parse::<shared::SalePointId>().ok()?;
        Some(query::keeping(id))
    });
    let is_missing = Memo::new(move |_| match asked.answer.get() {
        Some(Ok(answer)) => answer.sale_point.is_none(),
        Some(Err(failure)) => failure == Failure::Refused(ErrorCode::NotFound),
        None => false,
    });
    let shown = move || if is_missing.get() { view! { <NotFound/> }.into_any() } else { keeping(asked) };
    view! { {shown} }.into_any()
}

fn keeping(asked: Asked<Keeping>) -> AnyView {
    let changed = Callback::new(move |()| asked.ask_again());
    // They stand here because the list is drawn anew after each change.
    let taken_off = RwSignal::new(None::<Card>);
    let typed = RwSignal::new(String::new());
    let list = own_faces(asked, move |answer| list(&answer, taken_off, changed));
    // Only what the parts beside the list depend on draws them anew: what is typed there stays.
    let kept = Memo::new(move |_| {
        let answer = asked.get()?;
        let point = answer.sale_point.as_ref()?;
        answer.is_operators().then(|| point.id.clone())
    });
    let on_list = Signal::derive(move || {
        let stock =
            asked.get().and_then(|answer| answer.sale_point.as_ref().map(|point| point.stock.clone()));
        stock.into_iter().flatten().map(|goods| goods.product.id).collect::<Vec<_>>()
    });
    let adding = move || kept.get().map(|point| view! { <Adding point typed on_list changed/> });
    let operator = move || {
        let answer = asked.get()?;
        let point = answer.sale_point.as_ref().filter(|point| point.viewer_may_assign)?;
        Some(operator::section(point, changed))
    };
    view! {
        <Heading text=t(words::STOCK)/>
        <div class="columns columns-even columns-own">
            <div class="column-main">{list}</div>
            <div class="column-second">{adding}{operator}</div>
        </div>
    }
    .into_any()
}

fn list(answer: &Keeping, taken_off: RwSignal<Option<Card>>, changed: Callback<()>) -> AnyView {
    let Some(point) = &answer.sale_point else { return ().into_any() };
    let address = format!("/diem-ban/{}", point.id.inner());
    let back = address.clone();
    let content = match (answer.is_operators(), answer.is_staffs()) {
        (true, _) => listed::kept(point, taken_off, changed),
        (false, true) => listed::read(point),
        (false, false) => view! {
            <Empty what=t(words::NOT_YOURS)><a class="button-second" href=back>{t(words::TO_POINT)}</a></Empty>
        }
        .into_any(),
    };
    view! {
        <p><a class="all-link" href=address>{point.name.clone()}</a></p>
        {content}
        {history_link(Thing::SalePoint, &point.id)}
    }
    .into_any()
}
