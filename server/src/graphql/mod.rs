//! The API as a whole: the root of all queries, limits, error codes. What each feature offers stands in the
//! feature's own `graphql.rs`.

pub mod context;
pub mod date;
pub mod errors;
pub mod limits;
pub(crate) mod loaders;
pub mod page;
pub mod plain_list;

use std::sync::Arc;

use async_graphql::{
    EmptyMutation, EmptySubscription, MergedObject, Request, Response, Schema,
    extensions::apollo_persisted_queries::{ApolloPersistedQueries, LruCacheStorage},
};
use shared::ErrorCode;

use self::context::Viewer;
use crate::app::App;

/// Persisted queries kept in memory.
const PERSISTED_QUERIES: usize = 500;
/// The extension of a request that names a persisted query.
const PERSISTED_QUERY: &str = "persistedQuery";

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
        .extension(limits::FieldCount::default())
        .extension(ApolloPersistedQueries::new(LruCacheStorage::new(PERSISTED_QUERIES)))
        .limit_depth(shared::limits::QUERY_DEPTH)
        .limit_complexity(shared::limits::QUERY_COST)
        .limit_directives(8)
        .disable_suggestions()
}

/// Answers a persisted query that was asked for by its address alone.
pub async fn answer_persisted(api: &Api, app: &Arc<App>, viewer: Viewer, request: Request) -> Response {
    if !request.extensions.contains_key(PERSISTED_QUERY) {
        return errors::refusal(ErrorCode::BadRequest, "GET is for persisted queries; send others by POST");
    }
    answer(api, app, viewer, request.data(limits::ReadOnly)).await
}

/// Answers one request of a viewer.
pub async fn answer(api: &Api, app: &Arc<App>, viewer: Viewer, request: Request) -> Response {
    if limits::nested_too_deep(&request.query) {
        return errors::refusal(ErrorCode::TooDeep, "nested too deep");
    }
    if request.query.len() > limits::KEPT_BYTES && request.extensions.contains_key(PERSISTED_QUERY) {
        let message = format!("a persisted query has at most {} bytes", limits::KEPT_BYTES);
        return errors::refusal(ErrorCode::TooLarge, message);
    }
    let asked = loaders::Asked::default();
    let loader = loaders::for_request(app, asked.clone());
    api.execute(request.data(loader).data(asked).data(viewer)).await
}
