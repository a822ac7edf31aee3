//! The star of a product out of its ratings. When a rating holds is decided in `shared::stars`. What a producer says of
//! its own ratings counts once staff have confirmed it.

use chrono::NaiveDate;
use shared::{StarDecision, StarState};

use crate::{catalogue::papers::Entered, entities::star_decision::Model};

/// What a product's ratings come to on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rating {
    /// The star that certainly holds.
    pub stars: Option<u8>,
    /// State of the latest rating; `None` when there is none.
    pub state: Option<StarState>,
    /// Whether the province found it worth five stars and the ministry has not answered.
    pub potential_five_star: bool,
}

/// The rule's view of a rating among all of its product.
pub fn decision_among(decision: &Model, all: &[Model]) -> StarDecision {
    let signed_later = |other: &Model| match (other.signed_on, decision.signed_on) {
        (Some(other), Some(this)) => other.earliest() > this.latest(),
        _ => false,
    };
    // A file that knows only the year says the same less exactly.
    let says_more = |other: &Model| match (other.signed_on, decision.signed_on) {
        (Some(other_day), Some(span)) => {
            let is_within = span.earliest() <= other_day.earliest() && other_day.latest() <= span.latest();
            other.was_entered_here() && !decision.was_entered_here() && is_within
        }
        _ => false,
    };
    // A dossier that waits for the ministry replaces nothing yet.
    let replaces = |other: &&Model| {
        let is_rating = other.counts() && other.stars.is_some() && other.withdrawn_on.is_none();
        is_rating && (signed_later(other) || says_more(other))
    };
    StarDecision {
        signed_on: decision.signed_on,
        valid_until: decision.valid_until,
        extended_until: decision.extended_until,
        withdrawn_on: decision.withdrawn_on,
        superseded: all.iter().any(|other| replaces(&other)),
    }
}

/// The rating that counts on a day, or the latest that did.
pub fn latest(decisions: &[Model], today: NaiveDate) -> Option<&Model> {
    let rated = decisions.iter().filter(|decision| decision.counts() && decision.stars.is_some());
    rated.max_by_key(|decision| {
        let state = decision_among(decision, decisions).state_on(today);
        (
            state.holds(),
            state != StarState::Superseded,
            decision.signed_on.map(|day| day.latest()),
            decision.id,
        )
    })
}

/// What the ratings of one product come to on a day.
pub fn rating(decisions: &[Model], today: NaiveDate) -> Rating {
    let latest = latest(decisions, today);
    let state = latest.map(|decision| decision_among(decision, decisions).state_on(today));
    let holds = state.is_some_and(StarState::holds);
    let stars = latest.and_then(|decision| decision.stars).and_then(|stars| u8::try_from(stars).ok());
    Rating {
        stars: stars.filter(|_| holds),
        state,
        potential_five_star: decisions.iter().any(|decision| waits_for_the_ministry(decision, decisions)),
    }
}

/// A dossier with five-star points is answered by any rating after it: five stars, or fewer.
fn waits_for_the_ministry(decision: &Model, all: &[Model]) -> bool {
    decision.counts() && decision.potential_five_star && !decision_among(decision, all).superseded
}

#[cfg(test)]
mod tests {
    use shared::{ProductId, StarDecisionId};

    use super::*;

    fn rated(stars: impl Into<Option<i32>>, signed_on: &str) -> Model {
        let stars = stars.into();
        let reported = Model::reported(
            StarDecisionId::new(),
            ProductId::new(),
            stars.unwrap_or_default(),
            signed_on.parse().ok(),
        );
        Model { stars, potential_five_star: stars.is_none(), ..reported }
    }

    fn on(day: &str, decisions: &[Model]) -> (Option<u8>, Option<StarState>) {
        let rating = rating(decisions, day.parse().unwrap());
        (rating.stars, rating.state)
    }

    #[test]
    fn a_product_without_ratings_has_neither_star_nor_state() {
        assert_eq!(on("2026-11-23", &[]), (None, None));
    }

    #[test]
    fn the_latest_rating_counts_even_when_it_is_lower() {
        let ratings = [rated(4, "2023-12-20"), rated(3, "2026-06-30")];

        assert_eq!(on("2026-11-23", &ratings), (Some(3), Some(StarState::Valid)));
    }

    #[test]
    fn a_star_that_may_have_ended_is_not_shown() {
        assert_eq!(on("2026-11-23", &[rated(5, "2023")]), (None, Some(StarState::Uncertain)));
        assert_eq!(on("2026-11-23", &[rated(5, "2021")]), (None, Some(StarState::Expired)));
        assert_eq!(on("2026-11-23", &[rated(5, "")]), (None, Some(StarState::Uncertain)));
    }

    #[test]
    fn a_withdrawn_rating_leaves_the_earlier_one_standing() {
        let mut withdrawn = rated(5, "2026-03-01");
        withdrawn.withdrawn_on = "2026-05-01".parse().ok();

        assert_eq!(on("2026-11-23", &[rated(4, "2024-12-31"), withdrawn]), (Some(4), Some(StarState::Valid)));
    }

    #[test]
    fn what_a_producer_says_counts_once_it_is_confirmed() {
        let mut said = rated(5, "2026-06-30");
        said.entered_by = Some(shared::AccountId::new());
        let known = rated(4, "2025-06-30");

        assert_eq!(on("2026-11-23", &[known.clone(), said.clone()]), (Some(4), Some(StarState::Valid)));
        assert_eq!(on("2026-11-23", &[said.clone()]), (None, None));
        said.confirmed_at = Some(chrono::Utc::now());
        assert_eq!(on("2026-11-23", &[known, said]), (Some(5), Some(StarState::Valid)));
    }

    #[test]
    fn a_confirmed_day_replaces_the_year_of_a_file() {
        let mut said = rated(5, "2025-05-10");
        said.entered_by = Some(shared::AccountId::new());
        said.confirmed_at = Some(chrono::Utc::now());

        assert_eq!(on("2026-11-23", &[rated(4, "2025"), said.clone()]), (Some(5), Some(StarState::Valid)));
        assert_eq!(on("2028-08-01", &[rated(4, "2025"), said]), (None, Some(StarState::Expired)));
    }

    #[test]
    fn a_potential_five_star_is_not_a_star() {
        let ratings = [rated(4, "2025-03-01"), rated(None, "2026-06-30")];

        let rating = rating(&ratings, "2026-11-23".parse().unwrap());

        assert_eq!((rating.stars, rating.potential_five_star), (Some(4), true));
    }

    #[test]
    fn a_potential_five_star_ends_with_the_ministrys_answer() {
        let ratings = [rated(None, "2025-12-30"), rated(4, "2026-06-30")];

        let rating = rating(&ratings, "2026-11-23".parse().unwrap());

        assert_eq!((rating.stars, rating.potential_five_star), (Some(4), false));
    }
}
