//! What the list of a retailer's own needs asks for: the needs of one status, and how many there are of each.

use chrono::{DateTime, Utc};
use cynic::QueryBuilder;

use super::query::{Count, NeedFilter, Rows, rows};
use crate::api::{self, NeedStatus, Question, schema};

/// Somebody who works on an organisation.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Member")]
pub(crate) struct Colleague {
    pub(crate) account_id: cynic::Id,
}

/// The organisation that looks for something.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct Shop {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) is_retailer: bool,
    pub(crate) verified_at: Option<DateTime<Utc>>,
    pub(crate) members: Vec<Colleague>,
}

impl Shop {
    /// Whether somebody works on it.
    pub(crate) fn has(&self, account: &cynic::Id) -> bool {
        self.members.iter().any(|member| member.account_id == *account)
    }
}

#[derive(cynic::QueryVariables)]
pub(crate) struct Variables {
    id: cynic::Id,
    wanted: NeedFilter,
    drafts: NeedFilter,
    open: NeedFilter,
    closed: NeedFilter,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "Variables")]
pub(crate) struct OwnNeeds {
    #[arguments(id: $id)]
    pub(crate) organisation: Option<Shop>,
    #[arguments(filter: $wanted, first: $first, after: $after)]
    pub(crate) needs: Rows,
    #[cynic(alias, rename = "needs")]
    #[arguments(filter: $drafts)]
    pub(crate) drafts: Count,
    #[cynic(alias, rename = "needs")]
    #[arguments(filter: $open)]
    pub(crate) open: Count,
    #[cynic(alias, rename = "needs")]
    #[arguments(filter: $closed)]
    pub(crate) closed: Count,
}

impl OwnNeeds {
    /// How many there are of a status.
    pub(crate) fn count(&self, status: NeedStatus) -> i32 {
        match status {
            NeedStatus::Draft => self.drafts.total_count,
            NeedStatus::Open => self.open.total_count,
            NeedStatus::Closed => self.closed.total_count,
        }
    }
}

/// The question for a page of an organisation's needs of one status.
pub(crate) fn own(id: String, status: NeedStatus, after: Option<String>) -> Question<OwnNeeds> {
    let id = cynic::Id::new(id);
    let of = |status| NeedFilter {
        organisation: Some(id.clone()),
        statuses: Some(vec![status]),
        ..NeedFilter::default()
    };
    api::question(OwnNeeds::build(Variables {
        id: id.clone(),
        wanted: of(status),
        drafts: of(NeedStatus::Draft),
        open: of(NeedStatus::Open),
        closed: of(NeedStatus::Closed),
        first: rows(),
        after,
    }))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ShopVariables {
    id: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ShopVariables")]
pub(crate) struct ShopById {
    #[arguments(id: $id)]
    pub(crate) organisation: Option<Shop>,
}

/// The question for the organisation that enters a need.
pub(crate) fn shop(id: String) -> Question<ShopById> {
    api::question(ShopById::build(ShopVariables { id: cynic::Id::new(id) }))
}
