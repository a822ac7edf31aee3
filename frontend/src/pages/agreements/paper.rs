//! Recording what both sides have signed on paper, for staff: the day, the number on the paper, the scan.

use leptos::prelude::*;
use shared::Problem;

use super::actions::{Possible, moved_on};
use super::changes;
use crate::pages::own_products::ScanField;
use crate::text::{agreements as words, t};
use crate::ui::form::{Form, FormFrame, Submit, TextField, Wrong};
use crate::ui::tell;
use crate::who;

const SIGNED_ON: &str = "signedOn";
const NUMBER: &str = "number";

/// The form, folded away until somebody wants it.
pub(super) fn form(possible: &Possible, changed: Callback<()>) -> AnyView {
    let form = Form::new("paper", "", &who::account(), possible.id.inner());
    let (id, row_version) = (possible.id.clone(), possible.row_version);
    let submit = move |()| {
        let day = shared::read_day(&form.value(SIGNED_ON));
        let scan = form.filled("file");
        let mut wrong = Vec::new();
        if let Err(problem) = day {
            wrong.push(Wrong::at(SIGNED_ON, problem));
        }
        if scan.is_none() {
            wrong.push(Wrong::at("file", Problem::Missing));
        }
        let (Ok(day), Some(scan)) = (day, scan) else { return form.object(wrong) };
        let question = changes::record_paper(id.clone(), row_version, day, form.filled(NUMBER), scan);
        let done = move |_| {
            tell(t(words::RECORDED_NOW));
            changed.run(());
        };
        who::submit_or(form, question, done, move |refused| moved_on(refused, changed));
    };
    view! {
        <details open=form.is_restored()>
            <summary>{t(words::RECORD_PAPER)}</summary>
            <FormFrame form submit>
                <p class="quiet">{t(words::RECORD_PAPER_WHY)}</p>
                <TextField form name=SIGNED_ON label=t(words::SIGNED_ON) hint=t(words::DAY_HINT) longest=40/>
                <TextField form name=NUMBER label=t(words::NUMBER) hint=t(words::NUMBER_HINT) optional=true longest=60/>
                <ScanField form/>
                <Submit form words=t(words::RECORD_PAPER)/>
            </FormFrame>
        </details>
    }
    .into_any()
}
