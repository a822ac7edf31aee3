//! Every route of the server stands here.

mod geo;
mod graphql;
mod open_data;
mod operations;

use std::sync::Arc;

use axum::{
    Router,
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware,
    routing::get,
};
use tower_http::{
    CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer,
    set_header::SetResponseHeaderLayer,
};

use crate::{
    app::App,
    config::MapTiles,
    graphql::{Api, api},
    site,
};

/// What every handler can reach.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) app: Arc<App>,
    pub(crate) api: Api,
}

/// The whole server as one service; tests call it without a socket.
pub fn router(app: Arc<App>) -> Router {
    let development = app.config.development;
    let policy = content_security_policy(&app.config.map_tiles);
    let server = Server { api: api(app.clone()), app };
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
        .route("/schema.graphql", get(graphql::schema))
        .route("/geo/{layer}", get(geo::layer))
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

/// Only what we serve ourselves runs in the page; pictures may also come from the tile server.
fn content_security_policy(tiles: &MapTiles) -> HeaderValue {
    let tile_host = match tiles {
        MapTiles::None => "",
        MapTiles::Raster(url) | MapTiles::PmTiles(url) => host_of(url),
    };
    let policy = format!(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; \
         img-src 'self' data: {tile_host}; connect-src 'self' {tile_host}; object-src 'none'; \
         base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    );
    HeaderValue::from_str(&policy).unwrap_or_else(|_| HeaderValue::from_static("default-src 'self'"))
}

/// Whether a browser takes an answer in brotli.
pub(crate) fn takes_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    accepted.is_some_and(|value| value.split(',').any(|coding| coding.trim().starts_with("br")))
}

/// Scheme and host of an address, without its path.
fn host_of(url: &str) -> &str {
    let path = url.find("://").map_or(0, |scheme| scheme + 3);
    url[path..].find('/').map_or(url, |slash| &url[..path + slash])
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_tile_servers_path_is_no_part_of_the_policy() {
        assert_eq!(super::host_of("https://tiles.example/{z}/{x}/{y}.png"), "https://tiles.example");
        assert_eq!(super::host_of("https://tiles.example"), "https://tiles.example");
    }
}
