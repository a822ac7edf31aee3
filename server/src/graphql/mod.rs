//! The API as a whole: the root of all queries, limits, error codes. What each feature offers stands in the
//! feature's own `graphql.rs`.

pub mod context;
pub mod date;
pub mod errors;
pub mod limits;
pub(crate) mod loaders;
pub mod page;
pub mod plain_list;
pub mod said;

use std::sync::Arc;

use async_graphql::{
    MergedObject, MergedSubscription, Request, Response, Schema, ValidationMode,
    extensions::apollo_persisted_queries::{ApolloPersistedQueries, LruCacheStorage},
};
use futures::{FutureExt, StreamExt, stream::BoxStream};
use shared::ErrorCode;

use self::{context::Asker, limits::FieldCount};
use crate::app::App;

/// Persisted queries kept in memory.
const PERSISTED_QUERIES: usize = 500;
/// The extension of a request that names a persisted query.
const PERSISTED_QUERY: &str = "persistedQuery";

/// All queries. In three parts, because the compiler looks into the parts of a part only so deep.
#[derive(MergedObject, Default)]
pub struct Query(RegisterQueries, TradeQueries, FairQueries);

/// All mutations, in the same parts.
#[derive(MergedObject, Default)]
pub struct Mutation(RegisterMutations, TradeMutations, FairMutations);

/// Queries of the register: places, points, products, and who is who.
#[derive(MergedObject, Default)]
pub struct RegisterQueries(
    crate::admin_units::graphql::AdminUnitQueries,
    crate::changes::graphql::ChangeQueries,
    crate::map::graphql::MapQueries,
    crate::plans::graphql::PlanQueries,
    crate::producers::graphql::ProducerQueries,
    crate::products::graphql::ProductQueries,
    crate::products::groups::ProductGroupQueries,
    crate::requirements::RequirementQueries,
    crate::sale_points::graphql::SalePointQueries,
    crate::suggestions::SuggestionQueries,
    crate::units::UnitQueries,
    crate::accounts::graphql::AccountQueries,
    crate::organisations::graphql::OrganisationQueries,
    crate::retailers::RetailerQueries,
    crate::personal_data::graphql::PersonalDataQueries,
);

/// Queries of trade: what is offered and wanted, what fits what, who meets whom.
#[derive(MergedObject, Default)]
pub struct TradeQueries(
    crate::catalogue::graphql::CatalogueQueries,
    crate::catalogue::papers::graphql::PaperQueries,
    crate::needs::graphql::NeedQueries,
    crate::matches::graphql::MatchQueries,
    crate::introductions::graphql::IntroductionQueries,
    crate::agreements::graphql::AgreementQueries,
    crate::deliveries::graphql::DeliveryQueries,
    crate::funnel::graphql::FunnelQueries,
    crate::evidence::graphql::EvidenceQueries,
    crate::documents::graphql::DocumentQueries,
    crate::notifications::graphql::NotificationQueries,
    crate::rounds::graphql::RoundQueries,
    crate::unanswered::graphql::UnansweredQueries,
    crate::webhooks::graphql::WebhookQueries,
);

/// Queries of events: who comes, who meets whom.
#[derive(MergedObject, Default)]
pub struct FairQueries(
    crate::events::graphql::EventQueries,
    crate::participants::graphql::ParticipantQueries,
    crate::timetables::graphql::TimetableQueries,
);

/// Mutations of the register.
#[derive(MergedObject, Default)]
pub struct RegisterMutations(
    crate::accounts::graphql::AccountMutations,
    crate::organisations::graphql::OrganisationMutations,
    crate::sale_points::mutations::SalePointMutations,
    crate::personal_data::graphql::PersonalDataMutations,
);

/// Mutations of trade.
#[derive(MergedObject, Default)]
pub struct TradeMutations(
    crate::catalogue::graphql::CatalogueMutations,
    crate::catalogue::papers::graphql::PaperMutations,
    crate::needs::graphql::NeedMutations,
    crate::matches::graphql::MatchMutations,
    crate::introductions::graphql::IntroductionMutations,
    crate::agreements::mutations::AgreementMutations,
    crate::deliveries::graphql::DeliveryMutations,
    crate::documents::graphql::DocumentMutations,
    crate::notifications::graphql::NotificationMutations,
    crate::rounds::graphql::RoundMutations,
    crate::unanswered::graphql::UnansweredMutations,
    crate::webhooks::graphql::WebhookMutations,
);

/// Mutations of events.
#[derive(MergedObject, Default)]
pub struct FairMutations(
    crate::events::mutations::EventMutations,
    crate::participants::graphql::ParticipantMutations,
    crate::timetables::graphql::TimetableMutations,
);

/// All subscriptions.
#[derive(MergedSubscription, Default)]
pub struct Subscription(crate::changes::subscription::ChangeSubscription);

/// The whole schema.
pub type ApiSchema = Schema<Query, Mutation, Subscription>;

/// The API of a running application. A query that was answered without an error is known to follow the schema, so when
/// it comes again, perhaps with other values, it is not compared with the schema again. What it costs is still
/// counted, and whatever goes wrong is answered as if it had been compared.
#[derive(Clone)]
pub struct Api {
    checking: ApiSchema,
    trusting: ApiSchema,
    queries: FieldCount,
}

impl Api {
    /// The API with its limits, bound to an application.
    pub fn new(app: &Arc<App>) -> Self {
        let queries = FieldCount::default();
        let persisted = LruCacheStorage::new(PERSISTED_QUERIES);
        let bound = || builder(queries.clone(), persisted.clone()).data(app.clone());
        Self {
            checking: bound().finish(),
            trusting: bound().validation_mode(ValidationMode::Fast).finish(),
            queries,
        }
    }

    /// The schema as text.
    pub fn sdl(&self) -> String {
        self.checking.sdl()
    }
}

/// The schema with its limits, not bound to a running application.
pub fn schema() -> ApiSchema {
    builder(FieldCount::default(), LruCacheStorage::new(PERSISTED_QUERIES)).finish()
}

fn builder(
    queries: FieldCount,
    persisted: LruCacheStorage,
) -> async_graphql::SchemaBuilder<Query, Mutation, Subscription> {
    Schema::build(Query::default(), Mutation::default(), Subscription::default())
        .extension(errors::ErrorCodes)
        .extension(queries)
        .extension(ApolloPersistedQueries::new(persisted))
        .limit_depth(shared::limits::QUERY_DEPTH)
        .limit_complexity(shared::limits::QUERY_COST)
        .limit_directives(8)
        .disable_suggestions()
}

/// Answers a persisted query that was asked for by its address alone.
pub async fn answer_persisted(api: &Api, app: &Arc<App>, asker: Asker, request: Request) -> Response {
    if !request.extensions.contains_key(PERSISTED_QUERY) {
        return errors::refusal(ErrorCode::BadRequest, "GET is for persisted queries; send others by POST");
    }
    answer(api, app, asker, request.data(limits::ReadOnly)).await
}

/// Answers a subscription of somebody for as long as it lasts.
pub fn subscribe(
    api: &Api,
    app: &Arc<App>,
    asker: Asker,
    mut request: Request,
) -> BoxStream<'static, Response> {
    let refused = |response: Response| async { response }.into_stream().boxed();
    if limits::nested_too_deep(&request.query) {
        return refused(errors::refusal(ErrorCode::TooDeep, "nested too deep"));
    }
    if !request.extensions.is_empty() {
        return refused(errors::refusal(ErrorCode::BadRequest, "subscriptions are sent as they are"));
    }
    let name = request.operation_name.clone();
    let is_subscription = match request.parsed_query() {
        Ok(document) => limits::is_subscription(document, name.as_deref()),
        // What is wrong with it is told below.
        Err(_) => true,
    };
    if !is_subscription {
        return refused(errors::refusal(ErrorCode::BadRequest, "queries and mutations go by POST"));
    }
    let asked = loaders::Asked::default();
    let bound = request.data(loaders::for_request(app, asked.clone())).data(asked).data(asker);
    api.checking.execute_stream(bound).boxed()
}

/// Answers one request of somebody.
pub async fn answer(api: &Api, app: &Arc<App>, asker: Asker, request: Request) -> Response {
    if limits::nested_too_deep(&request.query) {
        return errors::refusal(ErrorCode::TooDeep, "nested too deep");
    }
    if request.query.len() > limits::KEPT_BYTES && request.extensions.contains_key(PERSISTED_QUERY) {
        let message = format!("a persisted query has at most {} bytes", limits::KEPT_BYTES);
        return errors::refusal(ErrorCode::TooLarge, message);
    }
    let bound = |request: Request| {
        let asked = loaders::Asked::default();
        request.data(loaders::for_request(app, asked.clone())).data(asked).data(asker.clone())
    };
    if request.extensions.contains_key(PERSISTED_QUERY) {
        return api.checking.execute(bound(request)).await;
    }
    let shape = limits::shape(&request.variables);
    if api.queries.is_proved(&request.query, shape) {
        let mut same = Request::new(&request.query).variables(request.variables.clone());
        same.operation_name = request.operation_name.clone();
        let response = api.trusting.execute(bound(same)).await;
        if response.errors.is_empty() {
            return response;
        }
    }
    let query = request.query.clone();
    let response = api.checking.execute(bound(request)).await;
    if response.errors.is_empty() {
        api.queries.prove(&query, shape);
    }
    response
}
