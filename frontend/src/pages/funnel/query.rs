//! What the page of the funnel asks for: the figures, and the rows behind one of them.

use chrono::NaiveDate;
use cynic::QueryBuilder;
use shared::Dong;

use super::choice::{Choice, Figure};
use crate::api::{self, FunnelBy, FunnelStep, Question, schema};
use crate::pages::products::PageInfo;

/// Rows of one page.
const ROWS: i32 = 20;

/// What is counted of all or of one line.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FunnelCounts")]
pub(super) struct Counts {
    pub(super) introduced: i32,
    pub(super) proposed: i32,
    pub(super) signed: i32,
    pub(super) delivered: i32,
    pub(super) repeated: i32,
    pub(super) lapsed: i32,
    pub(super) promised_value: Dong,
    pub(super) confirmed_value: Dong,
    pub(super) lines_without_price: i32,
}

impl Counts {
    /// How many have reached a step.
    pub(super) fn of(&self, step: FunnelStep) -> i32 {
        match step {
            FunnelStep::Introduced => self.introduced,
            FunnelStep::Proposed => self.proposed,
            FunnelStep::Signed => self.signed,
            FunnelStep::Delivered => self.delivered,
            FunnelStep::Repeated => self.repeated,
            FunnelStep::Lapsed => self.lapsed,
        }
    }
}

/// A line of the table.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "FunnelBucket")]
pub(super) struct Bucket {
    pub(super) key: String,
    pub(super) label: Option<String>,
    pub(super) counts: Counts,
}

/// Days that the steps take.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "FunnelMedians")]
pub(super) struct Medians {
    pub(super) introduced_to_proposed: Option<i32>,
    pub(super) proposed_to_signed: Option<i32>,
    pub(super) signed_to_delivered: Option<i32>,
    pub(super) delivered_to_repeated: Option<i32>,
}

/// The share of signed agreements that holds some months after it was signed.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "SurvivalPoint")]
pub(super) struct Point {
    pub(super) month: i32,
    pub(super) watched: i32,
    /// Thousandths.
    pub(super) share: i32,
}

/// All figures.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "AgreementFunnel")]
pub(super) struct Funnel {
    pub(super) total: Counts,
    pub(super) buckets: Vec<Bucket>,
    pub(super) medians: Medians,
    pub(super) survival: Vec<Point>,
}

#[derive(cynic::InputObject)]
pub(super) struct FunnelFilter {
    #[cynic(skip_serializing_if = "Option::is_none")]
    years: Option<Vec<i32>>,
}

fn filter(years: &[i32]) -> FunnelFilter {
    FunnelFilter { years: (!years.is_empty()).then(|| years.to_vec()) }
}

#[derive(cynic::QueryVariables)]
pub(super) struct FunnelVariables {
    by: FunnelBy,
    filter: FunnelFilter,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "FunnelVariables")]
pub(super) struct FunnelAnswer {
    #[arguments(by: $by, filter: $filter)]
    pub(super) agreement_funnel: Funnel,
}

/// The question for the figures.
pub(super) fn funnel(by: FunnelBy, years: &[i32]) -> Question<FunnelAnswer> {
    api::question(FunnelAnswer::build(FunnelVariables { by, filter: filter(years) }))
}

#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Introduction")]
pub(super) struct OfIntroduction {
    pub(super) id: cynic::Id,
}

#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Agreement")]
pub(super) struct OfAgreement {
    pub(super) id: cynic::Id,
    pub(super) number: Option<String>,
}

/// What is behind a figure.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "FunnelRow")]
pub(super) struct Row {
    pub(super) introduction: Option<OfIntroduction>,
    pub(super) agreement: Option<OfAgreement>,
    pub(super) retailer_name: String,
    pub(super) producer_name: String,
    pub(super) product_name: Option<String>,
    pub(super) began_on: NaiveDate,
    pub(super) step: FunnelStep,
    pub(super) promised_value: Option<Dong>,
    pub(super) confirmed_value: Option<Dong>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "FunnelRowConnection")]
pub(super) struct Rows {
    pub(super) nodes: Vec<Row>,
    pub(super) page_info: PageInfo,
    pub(super) total_count: i32,
}

#[derive(cynic::QueryVariables)]
pub(super) struct RowVariables {
    by: FunnelBy,
    key: Option<String>,
    step: FunnelStep,
    filter: FunnelFilter,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "RowVariables")]
pub(super) struct RowsAnswer {
    #[arguments(by: $by, key: $key, step: $step, filter: $filter, first: $first, after: $after)]
    pub(super) funnel_rows: Rows,
}

/// The question for a page of the rows behind the open figure.
pub(super) fn rows(choice: &Choice, after: Option<String>) -> Option<Question<RowsAnswer>> {
    let Figure { key, step } = choice.open.clone()?;
    let filter = filter(&choice.years);
    let variables = RowVariables { by: choice.by, key, step, filter, first: ROWS, after };
    Some(api::question(RowsAnswer::build(variables)))
}
