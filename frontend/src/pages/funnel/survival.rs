//! How long agreements hold: the share of signed ones that still holds some months after it was signed, as a line and, with
//! the same numbers, as a table.

use leptos::prelude::*;

use super::query::Point;
use crate::text::{funnel as words, language, t, words as counts};

/// The field of the line, and the room around it for numbers.
const WIDTH: i32 = 600;
const HEIGHT: i32 = 200;
const LEFT: i32 = 78;
const TOP: i32 = 20;
const FOOT: i32 = 36;
/// At most so many numbers below the line.
const NUMBERS: usize = 7;

/// The part of the page.
pub(super) fn section(points: &[Point]) -> AnyView {
    // One point alone is the beginning, of which nothing follows.
    let shown = if points.len() < 2 {
        view! { <p class="quiet">{t(words::NOT_YET)}</p> }.into_any()
    } else {
        view! { {drawn(points)}{table(points)} }.into_any()
    };
    view! {
        <section>
            <h2>{t(words::SURVIVAL)}</h2>
            <p class="quiet">{t(words::SURVIVAL_WHY)}</p>
            {shown}
        </section>
    }
    .into_any()
}

fn drawn(points: &[Point]) -> AnyView {
    let last = points.last().map_or(1, |point| point.month.max(1));
    let x = move |month: i32| LEFT + WIDTH * month / last;
    let y = |share: i32| TOP + HEIGHT - HEIGHT * share.clamp(0, 1000) / 1000;
    let shares = [0, 250, 500, 750, 1000].map(|share| {
        let (y, share) = (y(share), words::share(share));
        view! {
            <line class="funnel-grid" x1=LEFT x2=LEFT + WIDTH y1=y y2=y></line>
            <text class="funnel-number" x=LEFT - 6 y=y + 6 text-anchor="end">{share}</text>
        }
    });
    let every = points.len().div_ceil(NUMBERS);
    let months = points.iter().step_by(every).map(|point| {
        let month = point.month;
        view! {
            <text class="funnel-number" x=x(month) y=TOP + HEIGHT + 28 text-anchor="middle">{month}</text>
        }
    });
    let months = months.collect_view();
    let view_box = format!("0 0 {} {}", LEFT + WIDTH + 16, TOP + HEIGHT + FOOT);
    view! {
        <svg class="funnel-curve" viewBox=view_box role="img" aria-label=t(words::SURVIVAL_DRAWN)>
            {shares}
            {months}
            <path class="funnel-line" d=path(points, x, y)></path>
        </svg>
        <p class="quiet small">{t(words::MONTHS_AFTER)}</p>
    }
    .into_any()
}

/// Steps, not slopes: between two months nothing is known.
fn path(points: &[Point], x: impl Fn(i32) -> i32, y: impl Fn(i32) -> i32) -> String {
    let mut path = String::new();
    for (place, point) in points.iter().enumerate() {
        let (x, y) = (x(point.month), y(point.share));
        path += &if place == 0 { format!("M{x} {y}") } else { format!("H{x}V{y}") };
    }
    path
}

fn table(points: &[Point]) -> AnyView {
    let number = |value: i32| counts::number(value.into(), language());
    let rows = points.iter().map(|point| {
        view! {
            <tr>
                <th scope="row">{words::months(point.month)}</th>
                <td data-name=t(words::STILL_HOLD)>{words::share(point.share)}</td>
                <td data-name=t(words::WATCHED)>{number(point.watched)}</td>
            </tr>
        }
    });
    view! {
        <details>
            <summary>{t(words::AS_TABLE)}</summary>
            <table class="table funnel-survival">
                <caption class="for-readers">{t(words::SURVIVAL)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(words::MONTHS_AFTER)}</th>
                        <th scope="col">{t(words::STILL_HOLD)}</th>
                        <th scope="col">{t(words::WATCHED)}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_goes_down_in_steps() {
        let point = |month, share| Point { month, watched: 1, share };
        let points = [point(0, 1000), point(1, 1000), point(2, 500)];

        assert_eq!(path(&points, |month| month * 10, |share| 100 - share / 10), "M0 0H10V0H20V50");
    }
}
