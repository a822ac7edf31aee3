//! What a score is made of: each part as a bar, in percent and in words.

use leptos::prelude::*;

use super::query::Part;
use crate::text::{matching as words, t};

/// All parts.
pub(super) fn list(parts: &[Part]) -> AnyView {
    let rows = parts.iter().map(|part| {
        view! {
            <li>
                <p><strong>{t(words::part(part.kind))}</strong>" "<span class="quiet small">{words::weight(part.weight)}</span></p>
                {bar(part)}
            </li>
        }
    });
    view! { <ul class="plain-list gates">{rows.collect_view()}</ul> }.into_any()
}

/// How much of a part there is, and why.
pub(super) fn bar(part: &Part) -> AnyView {
    let percent = format!("{}%", percent(part.value));
    view! {
        <p class="bar-line">
            <span class="bar" aria-hidden="true"><span style:width=percent.clone()></span></span>
            " "{percent}
        </p>
        <p class="small">{part.says.words()}</p>
    }
    .into_any()
}

fn percent(value: f64) -> u8 {
    let percent = (value * 100.0).round().clamp(0.0, 100.0);
    // Whole and between 0 and 100.
    percent as u8
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_part_is_told_in_whole_percent_and_never_leaves_its_bar() {
        assert_eq!([0.0, 0.004, 0.345, 0.999, 1.0].map(percent), [0, 0, 35, 100, 100]);
        assert_eq!([-1.0, 7.0, f64::NAN].map(percent), [0, 100, 0]);
    }
}
