//! One rating of a product in words. A star that does not certainly hold is told as history, never shown as one.

use chrono::NaiveDate;
use leptos::prelude::*;
use shared::PartialDate;

use crate::api::{StarState, schema};
use crate::text::{Language, language, words};
use crate::ui::{Badge, Stars, Tone};

/// A rating, with all dates on which it depends.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "StarDecision")]
pub(crate) struct Rating {
    /// None: the province found it worth five stars and the ministry has not answered.
    pub(crate) stars: Option<i32>,
    pub(crate) state: StarState,
    pub(crate) potential_five_star: bool,
    pub(crate) score: Option<f64>,
    pub(crate) number: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) signed_on: Option<PartialDate>,
    pub(crate) valid_until: Option<NaiveDate>,
    pub(crate) ends_from: Option<NaiveDate>,
    pub(crate) ends_to: Option<NaiveDate>,
    pub(crate) extended_until: Option<NaiveDate>,
    pub(crate) withdrawn_on: Option<NaiveDate>,
}

/// The rating as one line: stars where they hold, and words always.
#[component]
pub(crate) fn RatingLine(rating: Rating) -> impl IntoView {
    let told = rating_in_words(&rating, language());
    let Some(stars) = rating.stars.filter(|_| rating.state.holds()) else {
        return view! { <span class="rating"><Badge tone=Tone::Warn text=told/></span> }.into_any();
    };
    view! {
        <span class="rating">
            <Stars count=stars words=told.clone()/>
            <span aria-hidden="true">{told}</span>
        </span>
    }
    .into_any()
}

/// `4 sao, còn hạn đến 15/11/2026`; `4 sao (2021), đã hết hạn`
pub(crate) fn rating_in_words(rating: &Rating, language: Language) -> String {
    let vietnamese = language == Language::Vietnamese;
    let stars = match (rating.stars, vietnamese) {
        (Some(stars), true) => format!("{stars} sao"),
        (Some(stars), false) => format!("{stars} stars"),
        (None, true) => return "Tiềm năng 5 sao, đang chờ Trung ương công nhận".to_owned(),
        (None, false) => return "Potential five-star, waiting for the ministry".to_owned(),
    };
    let year = rating.signed_on.map_or(String::new(), |date| format!(" ({})", date.year()));
    let day = |date: Option<NaiveDate>| date.map(words::date);

    match rating.state {
        StarState::Valid | StarState::Expiring => {
            let soon = rating.state == StarState::Expiring;
            let exactly = day(rating.valid_until);
            let at_least = day(rating.ends_from);
            match (exactly, at_least, soon, vietnamese) {
                (Some(day), _, false, true) => format!("{stars}, còn hạn đến {day}"),
                (Some(day), _, true, true) => format!("{stars}, sắp hết hạn, còn đến {day}"),
                (Some(day), _, false, false) => format!("{stars}, valid until {day}"),
                (Some(day), _, true, false) => format!("{stars}, ends soon, on {day}"),
                (None, Some(day), _, true) => format!("{stars}{year}, còn hạn ít nhất đến {day}"),
                (None, Some(day), _, false) => format!("{stars}{year}, valid at least until {day}"),
                (None, None, _, true) => format!("{stars}{year}, còn hạn"),
                (None, None, _, false) => format!("{stars}{year}, valid"),
            }
        }
        StarState::Extended => match (day(rating.extended_until), vietnamese) {
            (Some(day), true) => format!("{stars}{year}, được gia hạn đến {day}"),
            (Some(day), false) => format!("{stars}{year}, extended until {day}"),
            (None, true) => format!("{stars}{year}, được gia hạn"),
            (None, false) => format!("{stars}{year}, extended"),
        },
        StarState::Expired => match (day(rating.valid_until), vietnamese) {
            (Some(day), true) => format!("{stars}{year}, đã hết hạn ngày {day}"),
            (Some(day), false) => format!("{stars}{year}, expired on {day}"),
            (None, true) => format!("{stars}{year}, đã hết hạn"),
            (None, false) => format!("{stars}{year}, expired"),
        },
        StarState::Withdrawn => match (day(rating.withdrawn_on), vietnamese) {
            (Some(day), true) => format!("{stars}{year}, đã thu hồi ngày {day}"),
            (Some(day), false) => format!("{stars}{year}, withdrawn on {day}"),
            (None, true) => format!("{stars}{year}, đã thu hồi"),
            (None, false) => format!("{stars}{year}, withdrawn"),
        },
        StarState::Superseded if vietnamese => format!("{stars}{year}, đã được đánh giá lại"),
        StarState::Superseded => format!("{stars}{year}, replaced by a later rating"),
        StarState::Uncertain if vietnamese => format!("{stars}{year}, chưa rõ còn hạn"),
        StarState::Uncertain => format!("{stars}{year}, not known whether it still holds"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rating(state: StarState, signed: &str) -> Rating {
        Rating {
            stars: Some(4),
            state,
            potential_five_star: false,
            score: None,
            number: None,
            issuer: None,
            signed_on: signed.parse().ok(),
            valid_until: None,
            ends_from: None,
            ends_to: None,
            extended_until: None,
            withdrawn_on: None,
        }
    }

    fn told(rating: &Rating) -> String {
        rating_in_words(rating, Language::Vietnamese)
    }

    #[test]
    fn a_rating_known_by_its_day_says_until_when_it_holds() {
        let valid =
            Rating { valid_until: "2026-11-15".parse().ok(), ..rating(StarState::Valid, "2023-11-15") };

        assert_eq!(told(&valid), "4 sao, còn hạn đến 15/11/2026");
        assert_eq!(
            told(&Rating { state: StarState::Expiring, ..valid }),
            "4 sao, sắp hết hạn, còn đến 15/11/2026"
        );
    }

    #[test]
    fn a_rating_known_by_its_year_says_at_least_until_when() {
        let valid = Rating { ends_from: "2027-01-01".parse().ok(), ..rating(StarState::Valid, "2024") };

        assert_eq!(told(&valid), "4 sao (2024), còn hạn ít nhất đến 01/01/2027");
    }

    #[test]
    fn a_rating_that_does_not_hold_is_told_as_history() {
        assert_eq!(told(&rating(StarState::Expired, "2021")), "4 sao (2021), đã hết hạn");
        assert_eq!(told(&rating(StarState::Uncertain, "2023")), "4 sao (2023), chưa rõ còn hạn");
        assert_eq!(told(&rating(StarState::Uncertain, "")), "4 sao, chưa rõ còn hạn");
        assert_eq!(told(&rating(StarState::Superseded, "2019-05")), "4 sao (2019), đã được đánh giá lại");
        assert_eq!(told(&rating(StarState::Withdrawn, "2022")), "4 sao (2022), đã thu hồi");
    }

    #[test]
    fn every_state_has_words_in_both_languages() {
        use StarState::*;
        for state in [Valid, Expiring, Extended, Expired, Withdrawn, Superseded, Uncertain] {
            let rating = rating(state, "2023");
            assert_ne!(told(&rating), rating_in_words(&rating, Language::English));
        }
    }
}
