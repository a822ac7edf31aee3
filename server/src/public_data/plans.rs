//! The city's yearly plans. A year can have several, and a plan may be known without its number.

use shared::PlanId;

use super::{
    facts::{Extra, Wanted},
    files::{PLANS, PlanRow},
    reading::Reading,
    sources::citations,
};
use crate::{entities::plan, reference::csv_file::Line};

/// What the rows say of plans.
pub(super) fn read(reading: &mut Reading, lines: &[Line<PlanRow>]) -> Vec<Wanted<plan::Model>> {
    let facts: Vec<_> = lines.iter().map(|line| read_one(reading, line)).collect();
    reading.check(PLANS, &facts, |row| row.origin_key.as_deref().unwrap_or_default());
    facts
}

fn read_one(reading: &mut Reading, line: &Line<PlanRow>) -> Wanted<plan::Model> {
    let row = &line.row;
    reading.year(PLANS, line.number, Some(row.year));
    if row.target_min.zip(row.target_max).is_some_and(|(least, most)| least > most) {
        reading.problems.add(PLANS, line.number, "target_min is greater than target_max");
    }
    let number = row.decision_no.as_deref().unwrap_or_default();
    let plan = plan::Model {
        id: PlanId::new(),
        year: row.year,
        decision_number: row.decision_no.clone(),
        issued_on: row.date,
        target_min: row.target_min,
        target_max: row.target_max,
        min_per_district: row.min_per_district,
        centres_target: row.centres_target,
        criteria_decision: row.criteria_decision.clone(),
        origin_key: Some(format!("public/plans/{}|{number}", row.year)),
        origin_digest: None,
        created_at: reading.now,
        updated_at: reading.now,
        version: 1,
    };
    Wanted { line: line.number, row: plan, extra: Extra { sources: citations(&row.source), rating: None } }
}
