//! Saying on the page of an agreement what was delivered, for the side the reader acts for.

use leptos::prelude::*;

use super::actions::moved_on;
use super::amounts::{AmountsForm, Asked};
use super::changes;
use super::lines::goods;
use super::one_query::{Answer, Check};
use crate::api::{DeliveryCheckState, TradeParty};
use crate::text::{deliveries as words, t};
use crate::ui::form::Form;
use crate::ui::tell;
use crate::who;

/// The form; who has answered may change the answer while it is asked.
pub(super) fn form(check: &Check, party: TradeParty, own: Option<&Answer>, changed: Callback<()>) -> AnyView {
    let form = Form::new("delivery", "answer", &who::account(), check.id.inner());
    let asked = check.lines.iter().map(|delivered| Asked {
        line: delivered.line.id.clone(),
        name: goods(&delivered.line.product_name, delivered.line.variant_name.as_deref()),
        unit: delivered.line.unit.name().to_owned(),
        promised: delivered.promised,
        said: match party {
            TradeParty::Producer => delivered.by_side_producer,
            _ => delivered.by_side_retailer,
        },
    });
    let asked: Vec<Asked> = asked.collect();
    let id = check.id.clone();
    let give = move |answer| {
        let question = changes::confirm(id.clone(), answer, party == TradeParty::Producer);
        let done = move |answer: changes::ConfirmDelivery| {
            tell(t(thanks(answer.confirm_delivery.state)));
            changed.run(());
        };
        who::submit_or(form, question, done, move |refused| moved_on(refused, changed));
    };
    let title = if own.is_some() { words::CHANGE_ANSWER } else { words::YOUR_ANSWER };
    view! {
        <h4>{t(title)}</h4>
        <AmountsForm form asked give/>
    }
    .into_any()
}

/// What came of an answer.
pub(super) fn thanks(state: DeliveryCheckState) -> crate::text::Text {
    match state {
        DeliveryCheckState::Confirmed => words::BOTH_SAY_SO,
        DeliveryCheckState::Disputed => words::THEY_DIFFER,
        _ => words::THANKS,
    }
}
