//! Where participants come from, as a small table.

use leptos::prelude::*;

use super::one_query::Origin;
use crate::text::{attending as words, language, t, words as counts};

/// The table; nothing while nobody is approved.
pub(super) fn table(origins: &[Origin]) -> Option<AnyView> {
    let number = |count: i32| counts::number(count.into(), language());
    let rows = origins.iter().map(|origin| {
        let name = origin.province.as_ref().map(|unit| unit.name.clone());
        view! {
            <tr>
                <th scope="row">{name.unwrap_or_else(|| t(words::PROVINCE_UNKNOWN).to_owned())}</th>
                <td data-name=t(words::RETAILERS)>{number(origin.retailers)}</td>
                <td data-name=t(words::PRODUCERS)>{number(origin.producers)}</td>
            </tr>
        }
    });
    (!origins.is_empty()).then(|| {
        view! {
            <details class="event-fold">
                <summary>{t(words::ORIGINS)}" ("{origins.len()}")"</summary>
                <table class="table">
                    <caption class="for-readers">{t(words::ORIGINS)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t(words::PROVINCE)}</th>
                            <th scope="col">{t(words::RETAILERS)}</th>
                            <th scope="col">{t(words::PRODUCERS)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </details>
        }
        .into_any()
    })
}
