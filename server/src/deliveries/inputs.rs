//! What people fill in about a delivery, and reading it.

use std::collections::HashMap;

use async_graphql::{ID, InputObject};
use shared::{AgreementLineId, DeliveryOutcome, DeliveryProblem, Problem, Quantity, limits};

use super::case::Case;
use crate::{entities::agreement_line, error::Result, forms::Form};

/// What a side says of a time.
#[derive(Clone, Debug, InputObject)]
pub struct DeliveryAnswerInput {
    /// How much of what is promised was delivered.
    pub outcome: DeliveryOutcome,
    /// Amounts of the lines, where `PARTLY`; a line left out counts as nothing.
    pub amounts: Option<Vec<DeliveryAmountInput>>,
    /// What went wrong.
    pub problem: Option<DeliveryProblem>,
    /// A few words, at most 1,000 characters.
    pub note: Option<String>,
}

/// How much of a line was delivered.
#[derive(Clone, Debug, InputObject)]
pub struct DeliveryAmountInput {
    /// The line.
    pub line: ID,
    /// How much, in the unit of the line.
    pub quantity: Quantity,
}

/// What a side says, read and right.
pub(super) struct Said {
    pub(super) outcome: DeliveryOutcome,
    pub(super) problem: Option<DeliveryProblem>,
    pub(super) note: Option<String>,
    /// Of every line.
    pub(super) amounts: Vec<(AgreementLineId, Quantity)>,
}

impl DeliveryAnswerInput {
    /// What it says of the lines of a check.
    pub(super) fn read(&self, case: &Case) -> Result<Said> {
        let mut form = Form::default();
        let note = form.optional_text("answer.note", self.note.as_deref(), limits::NOTE_CHARS);
        let (followed, days) = (&case.followed, case.check.days());
        let partly = match self.outcome {
            DeliveryOutcome::Partly => self.partly(case, &mut form),
            DeliveryOutcome::AsAgreed | DeliveryOutcome::Nothing => HashMap::new(),
        };
        let amount = |line: &agreement_line::Model| match self.outcome {
            DeliveryOutcome::AsAgreed => followed.promised(line, &days),
            DeliveryOutcome::Partly => partly.get(&line.id).copied().unwrap_or_default(),
            DeliveryOutcome::Nothing => Quantity::default(),
        };
        let amounts = followed.lines.iter().map(|line| (line.id, amount(line))).collect();
        form.finish()?;
        Ok(Said { outcome: self.outcome, problem: self.problem, note, amounts })
    }

    fn partly(&self, case: &Case, form: &mut Form) -> HashMap<AgreementLineId, Quantity> {
        let mut amounts = HashMap::new();
        let given = self.amounts.as_deref().unwrap_or_default();
        if given.is_empty() {
            form.wrong("answer.amounts", Problem::Missing);
        }
        for (at, amount) in given.iter().enumerate() {
            let line = amount.line.parse().ok();
            let line = line.filter(|id| case.followed.lines.iter().any(|line| line.id == *id));
            let is_new = line.is_some_and(|line| amounts.insert(line, amount.quantity).is_none());
            if !is_new {
                form.wrong(format!("answer.amounts.{at}.line"), Problem::NotOffered);
            }
        }
        amounts
    }
}
