//! Closing a need: its retailer may say why, staff have to.

use leptos::prelude::*;
use shared::{NeedParty, Problem};

use super::changes;
use super::query::Need;
use crate::text::{needs as words, t};
use crate::ui::form::{Form, FormFrame, Submit, TextArea, Wrong};
use crate::ui::tell;
use crate::who;

/// The form, folded away.
pub(super) fn form(need: &Need, party: NeedParty, changed: Callback<()>) -> AnyView {
    let id = need.id.clone();
    let form = Form::new("close-need", "", &who::account(), id.inner());
    let may_be_silent = party == NeedParty::Retailer;
    let submit = move |()| {
        let reason = form.filled("reason");
        if reason.is_none() && !may_be_silent {
            return form.object(vec![Wrong::at("reason", Problem::Missing)]);
        }
        who::submit(form, changes::close(id.clone(), reason), move |_| {
            tell(t(words::CLOSED));
            changed.run(());
        });
    };
    view! {
        <details>
            <summary class="button-second">{t(words::CLOSE)}</summary>
            <p class="quiet">{t(words::CLOSE_WHY)}</p>
            <FormFrame form submit>
                <TextArea form name="reason" label=t(words::REASON) hint=t(words::REASON_HINT) optional=may_be_silent/>
                <Submit form words=t(words::CLOSE_NOW)/>
            </FormFrame>
        </details>
    }
    .into_any()
}
