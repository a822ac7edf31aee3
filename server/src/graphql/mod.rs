//! The API as a whole: the root of all queries, limits, error codes. What each feature offers stands in the
//! feature's own `graphql.rs`.

pub mod context;
pub mod date;
pub mod errors;
pub mod limits;
pub(crate) mod loaders;
pub mod page;

use std::sync::Arc;

use async_graphql::{
    EmptyMutation, EmptySubscription, MergedObject, Request, Response, Schema,
    extensions::apollo_persisted_queries::{ApolloPersistedQueries, LruCacheStorage},
};
use shared::ErrorCode;

use self::context::Viewer;
use crate::app::App;

/// Persisted queries kept in memory.
const PERSISTED_QUERIES: usize = 1_000;

/// All queries, feature by feature.
#[derive(MergedObject, Default)]
pub struct Query(
    crate::admin_units::graphql::AdminUnitQueries,
    crate::changes::graphql::ChangeQueries,
    crate::events::graphql::EventQueries,
    crate::map::graphql::MapQueries,
    crate::plans::graphql::PlanQueries,
    crate::producers::graphql::ProducerQueries,
    crate::products::graphql::ProductQueries,
    crate::products::groups::ProductGroupQueries,
    crate::sale_points::graphql::SalePointQueries,
    crate::suggestions::SuggestionQueries,
    context::ViewerQueries,
);

/// The whole API.
pub type Api = Schema<Query, EmptyMutation, EmptySubscription>;

/// The API with its limits, not yet bound to a running application.
pub fn schema() -> Api {
    builder().finish()
}

/// The API of a running application.
pub fn api(app: Arc<App>) -> Api {
    builder().data(app).finish()
}

fn builder() -> async_graphql::SchemaBuilder<Query, EmptyMutation, EmptySubscription> {
    Schema::build(Query::default(), EmptyMutation, EmptySubscription)
        .extension(errors::ErrorCodes)
        .extension(limits::FieldCount)
        .extension(ApolloPersistedQueries::new(LruCacheStorage::new(PERSISTED_QUERIES)))
        .limit_depth(shared::limits::QUERY_DEPTH)
        .limit_complexity(shared::limits::QUERY_COST)
        .limit_directives(8)
        .disable_suggestions()
}

/// Answers one request of a viewer.
pub async fn answer(api: &Api, app: &Arc<App>, viewer: Viewer, request: Request) -> Response {
    if limits::nested_too_deep(&request.query) {
        return errors::refusal(ErrorCode::TooDeep, "nested too deep");
    }
    let asked = loaders::Asked::default();
    let loader = loaders::for_request(app, asked.clone());
    api.execute(request.data(loader).data(asked).data(viewer)).await
}
