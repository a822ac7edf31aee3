//! The products for a need, below its terms, for its people and staff.

use leptos::prelude::*;
use shared::{NeedAction, NeedParty};

use super::card::address_of;
use super::need::EDIT;
use super::query::Need;
use crate::api::NeedStatus;
use crate::pages::matches::{self, Proposer};
use crate::text::{Text, matching as words, needs, t};
use crate::ui::Empty;

/// The part of the page about them, or why there are none.
pub(super) fn section(need: &Need, party: NeedParty) -> AnyView {
    if need.status == NeedStatus::Closed {
        return none(words::NEED_CLOSED, None);
    }
    if party == NeedParty::Retailer && !need.retailer.is_verified {
        return none(words::SHOP_UNVERIFIED, Some(format!("/to-chuc/{}", need.retailer.id.inner())));
    }
    let by = if party == NeedParty::Staff { Proposer::Staff } else { Proposer::Retailer };
    let may_edit = need.status.allows(NeedAction::Edit, party);
    let edit = may_edit.then(|| format!("{}?phan={EDIT}", address_of(&need.id)));
    matches::products_for(need.id.clone(), by, edit)
}

fn none(why: Text, verification: Option<String>) -> AnyView {
    let way = verification.map(|address| {
        view! { <a class="button-second" href=address>{t(needs::TO_VERIFICATION)}</a> }
    });
    view! {
        <section id=matches::PLACE class="after">
            <h2>{t(words::PRODUCTS)}</h2>
            <Empty what=t(why)>{way}</Empty>
        </section>
    }
    .into_any()
}
