//! The form of a star decision. It says what the decision says; staff compare it with the scan.

use leptos::prelude::*;
use shared::stars::least_score;
use shared::{PartialDate, Problem, Quantity, limits, read_partial_date};

use super::changes::{self, StarDecisionInput};
use super::query::Sheet;
use super::scan::ScanField;
use crate::text::{own_products as words, product, t};
use crate::ui::form::{ChoiceField, Form, FormFrame, Submit, TextField, Wrong};
use crate::ui::tell;
use crate::who;

/// What is chosen for a dossier that waits for the ministry: it has no stars yet.
const POTENTIAL: &str = "potential";
/// What a decision can give (DOMAIN §6: fewer than three stars get none).
const STARS: [&str; 3] = ["5", "4", "3"];
/// The highest score.
const MOST: f64 = 100.0;

/// What was typed, by the names of the API.
type Values<'a> = &'a dyn Fn(&str) -> String;

/// The form of a new decision, with what was typed earlier.
pub(super) fn begin(sheet: &Sheet) -> Form {
    Form::new("rating", "input", &who::account(), sheet.id.inner())
}

/// What is shown of it.
pub(super) fn fields(form: Form, sheet: &Sheet, changed: Callback<()>) -> AnyView {
    let product = sheet.id.clone();
    let submit = move |()| {
        let input = match read(&|name| form.value(name)) {
            Ok(input) => input,
            Err(wrong) => {
                return form
                    .object(wrong.into_iter().map(|(name, problem)| Wrong::at(name, problem)).collect());
            }
        };
        who::submit(form, changes::add_rating(product.clone(), input), move |_| {
            form.start_anew();
            tell(t(words::RATING_SAVED));
            changed.run(());
        });
    };
    let stars = STARS.map(|stars| (stars.to_owned(), words::stars(stars))).into_iter();
    let offers: Vec<_> =
        stars.chain([(POTENTIAL.to_owned(), t(product::POTENTIAL_FIVE).to_owned())]).collect();
    view! {
        <FormFrame form submit>
            <ChoiceField form name="stars" label=t(words::STARS) offers/>
            <TextField form name="number" label=t(words::DECISION_NUMBER) hint=t(words::DECISION_NUMBER_HINT) longest=limits::NAME_CHARS/>
            <TextField form name="issuer" label=t(words::DECISION_ISSUER) hint=t(words::DECISION_ISSUER_HINT) longest=limits::NAME_CHARS/>
            <TextField form name="signedOn" label=t(words::SIGNED_ON) hint=t(words::ISSUED_HINT) longest=40/>
            <TextField form name="score" label=t(words::DECISION_SCORE) hint=words::score_rule() optional=true keys="decimal" longest=20/>
            <ScanField form/>
            <Submit form words=t(words::SAVE_RATING)/>
        </FormFrame>
    }
    .into_any()
}

/// What is to be sent, or all that is wrong with what was typed.
fn read(values: Values<'_>) -> Result<StarDecisionInput, Vec<(&'static str, Problem)>> {
    let filled = |name: &str| Some(values(name).trim().to_owned()).filter(|value| !value.is_empty());
    let mut wrong = Vec::new();
    let chosen = values("stars");
    if chosen.is_empty() {
        wrong.push(("stars", Problem::NotOffered));
    }
    for name in ["number", "issuer"] {
        if filled(name).is_none() {
            wrong.push((name, Problem::Missing));
        }
    }
    let signed_on: Option<PartialDate> = match filled("signedOn").map(|text| read_partial_date(&text)) {
        Some(Ok(date)) => Some(date),
        Some(Err(problem)) => {
            wrong.push(("signedOn", problem));
            None
        }
        None => {
            wrong.push(("signedOn", Problem::Missing));
            None
        }
    };
    // The province sends on what it finds worth five stars.
    let least = if chosen == POTENTIAL { least_score(5) } else { chosen.parse().ok().and_then(least_score) };
    let least = least.unwrap_or_default();
    let score = match filled("score").map(|text| score(&text, least)) {
        Some(Err(problem)) => {
            wrong.push(("score", problem));
            None
        }
        read => read.and_then(Result::ok),
    };
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(StarDecisionInput {
        stars: chosen.parse().ok(),
        potential_five_star: chosen == POTENTIAL,
        score,
        number: filled("number"),
        issuer: filled("issuer"),
        signed_on,
        file: filled("file").map(cynic::Id::new),
    })
}

/// `87,5` and `87.5` are the same here.
fn score(text: &str, least: f64) -> Result<f64, Problem> {
    let score = f64::from(text.parse::<Quantity>()?);
    if (least..=MOST).contains(&score) { Ok(score) } else { Err(Problem::OutOfRange) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(values: &[(&str, &str)]) -> Result<StarDecisionInput, Vec<(&'static str, Problem)>> {
        read(&|name| {
            let value = values.iter().find(|(known, _)| *known == name);
            value.map(|(_, value)| (*value).to_owned()).unwrap_or_default()
        })
    }

    #[test]
    fn a_decision_says_its_stars_or_that_it_waits_for_the_ministry() {
        let said = |stars, score| {
            let values = [
                ("stars", stars),
                ("number", "12/QĐ-UBND"),
                ("issuer", "UBND"),
                ("signedOn", "5/2026"),
                ("score", score),
            ];
            typed(&values).map(|input| (input.stars, input.potential_five_star, input.score))
        };

        assert_eq!(said("4", "87,5"), Ok((Some(4), false, Some(87.5))));
        assert_eq!(said("potential", "92"), Ok((None, true, Some(92.0))));
        assert_eq!(said("5", "87.5"), Err(vec![("score", Problem::OutOfRange)]));
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let wrong = typed(&[("signedOn", "mai"), ("score", "101")]).err().unwrap_or_default();

        let fields: Vec<_> = wrong.into_iter().map(|(name, _)| name).collect();
        assert_eq!(fields, ["stars", "number", "issuer", "signedOn", "score"]);
    }
}
