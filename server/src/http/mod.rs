//! Every route of the server stands here.

mod asker;
mod documents;
mod geo;
mod graphql;
mod open_data;
mod operations;
mod policy;
mod sockets;
mod uploads;

use std::sync::Arc;

use axum::{
    Router,
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware,
    routing::{get, post},
};
use tower_http::{
    CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer,
    set_header::SetResponseHeaderLayer,
};

use crate::{
    app::App,
    graphql::Api,
    site::{self, Site, SiteFile},
};

/// What every handler can reach.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) app: Arc<App>,
    pub(crate) api: Api,
    pub(crate) site: Arc<Site>,
    layers: Arc<geo::Layers>,
}

/// The whole server as one service; tests call it without a socket.
pub fn router(app: Arc<App>, site: SiteFile) -> Router {
    let development = app.config.development;
    let policy = policy::content_security_policy(&app.config.map_tiles);
    let layers = Arc::new(geo::Layers::read(&app.config));
    let server = Server { api: Api::new(&app), site: Arc::new(Site::new(site)), app, layers };
    let open = Router::new()
        .route("/open/sale-points.geojson", get(open_data::sale_points_geojson))
        .route("/open/sale-points.csv", get(open_data::sale_points_csv))
        .route("/open/sale-points.json", get(open_data::sale_points_json))
        .route("/open/products.csv", get(open_data::products_csv))
        .route("/open/products.json", get(open_data::products_json))
        .layer(open_data::for_every_site());
    let mut router = Router::new()
        .merge(open)
        .route("/graphql", get(graphql::persisted).post(graphql::post))
        .route("/graphql/ws", get(sockets::open))
        .route("/schema.graphql", get(graphql::schema))
        .route("/geo/{layer}", get(geo::layer))
        .route("/uploads", post(uploads::receive))
        .route("/uploads/{id}", get(uploads::large))
        .route("/uploads/{id}/small", get(uploads::small))
        .route("/documents/agreements/{file}", get(documents::agreement))
        .route("/documents/evidence/{file}", get(documents::evidence))
        .route("/settings.json", get(operations::settings))
        .route("/healthz", get(operations::alive))
        .route("/readyz", get(operations::ready))
        .route("/metrics", get(operations::metrics));
    if development {
        router = router.route("/graphiql", get(graphql::graphiql));
    }
    let fixed = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
    };
    router
        .fallback(site::serve)
        .layer(middleware::from_fn(operations::measure))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(fixed(header::REFERRER_POLICY, "strict-origin-when-cross-origin"))
        .layer(fixed(header::X_FRAME_OPTIONS, "SAMEORIGIN"))
        .layer(SetResponseHeaderLayer::if_not_present(header::CONTENT_SECURITY_POLICY, policy))
        .layer(CatchPanicLayer::custom(operations::panicked))
        .with_state(server)
}

/// Whether a browser takes an answer in brotli.
pub(crate) fn takes_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    accepted.is_some_and(|value| value.split(',').any(|coding| coding.trim().starts_with("br")))
}
