//! What the list of introductions asks for.

use chrono::{DateTime, Utc};
use cynic::QueryBuilder;
use shared::limits;

use super::choice::{Choice, Stage};
use crate::api::{self, IntroductionStatus, Question, StaffRole, TradeParty, schema};
use crate::pages::products::PageInfo;

/// A retailer by its name.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Retailer")]
pub(crate) struct RetailerName {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

/// A producer by its name.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Producer")]
pub(crate) struct ProducerName {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

/// An introduction in a list.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Introduction")]
pub(crate) struct Row {
    pub(crate) id: cynic::Id,
    pub(crate) need_name: Option<String>,
    pub(crate) product_name: String,
    pub(crate) retailer: RetailerName,
    pub(crate) producer: ProducerName,
    pub(crate) status: IntroductionStatus,
    pub(crate) answer_by: DateTime<Utc>,
    pub(crate) viewer_party: TradeParty,
    pub(crate) unread: i32,
    pub(crate) moved_at: DateTime<Utc>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "IntroductionConnection")]
pub(crate) struct Rows {
    pub(crate) nodes: Vec<Row>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "IntroductionConnection")]
pub(crate) struct Count {
    pub(crate) total_count: i32,
}

#[derive(cynic::InputObject, Clone, Default)]
pub(crate) struct IntroductionFilter {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) organisation: Option<cynic::Id>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) statuses: Option<Vec<IntroductionStatus>>,
}

#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct OrganisationName {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
}

#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Membership")]
pub(crate) struct Belonging {
    pub(crate) organisation: OrganisationName,
}

/// Whoever reads, and for whom they act.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Viewer")]
pub(crate) struct Reader {
    pub(crate) staff_role: Option<StaffRole>,
    pub(crate) memberships: Vec<Belonging>,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ListVariables {
    wanted: IntroductionFilter,
    waiting: IntroductionFilter,
    talking: IntroductionFilter,
    over: IntroductionFilter,
    first: i32,
    after: Option<String>,
}

/// The introductions of one stage, and how many there are of each.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct Introductions {
    pub(crate) viewer: Option<Reader>,
    #[arguments(filter: $wanted, first: $first, after: $after)]
    pub(crate) introductions: Rows,
    #[cynic(alias, rename = "introductions")]
    #[arguments(filter: $waiting)]
    pub(crate) waiting: Count,
    #[cynic(alias, rename = "introductions")]
    #[arguments(filter: $talking)]
    pub(crate) talking: Count,
    #[cynic(alias, rename = "introductions")]
    #[arguments(filter: $over)]
    pub(crate) over: Count,
}

impl Introductions {
    /// How many there are of a stage.
    pub(crate) fn count(&self, stage: Stage) -> i32 {
        let counts = [&self.waiting, &self.talking, &self.over].map(|count| count.total_count);
        match stage {
            Stage::Waiting => counts[0],
            Stage::Talking => counts[1],
            Stage::Over => counts[2],
            Stage::All => counts.iter().sum(),
        }
    }
}

/// The question for a page of what is chosen.
pub(crate) fn list(choice: &Choice, after: Option<String>) -> Question<Introductions> {
    api::question(Introductions::build(ListVariables {
        wanted: choice.filter(choice.stage),
        waiting: choice.filter(Stage::Waiting),
        talking: choice.filter(Stage::Talking),
        over: choice.filter(Stage::Over),
        first: i32::try_from(limits::DEFAULT_ROWS).unwrap_or(20),
        after,
    }))
}
