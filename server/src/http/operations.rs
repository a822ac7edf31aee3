//! For those who keep the server running: is it alive, is it ready, what does it do.

use std::{any::Any, sync::OnceLock, time::Instant};

use axum::{
    Json,
    body::Body,
    extract::{MatchedPath, Request, State},
    http::{Response, StatusCode, header},
    middleware::Next,
    response::IntoResponse,
};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use sea_orm::ConnectionTrait;
use serde_json::json;
use shared::ErrorCode;

use super::Server;
use crate::{config::MapTiles, graphql::errors::refusal};

/// The process answers.
pub(super) async fn alive() -> &'static str {
    "ok"
}

/// The database answers; the index is brought up to date before anything is served.
pub(super) async fn ready(State(server): State<Server>) -> impl IntoResponse {
    match server.app.database.read().execute_unprepared("SELECT 1").await {
        Ok(_) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    }
}

/// What the page must know of how it is run.
pub(super) async fn settings(State(server): State<Server>) -> impl IntoResponse {
    let tiles = match &server.app.config.map_tiles {
        MapTiles::None => json!(null),
        MapTiles::Raster { url, attribution } => {
            json!({ "kind": "raster", "url": url, "attribution": attribution })
        }
    };
    let layers = &server.layers.about;
    let settings = json!({
        "mapTiles": tiles,
        "mapLayers": {
            "schematic": layers.is_schematic,
            "naturalEarth": layers.has_our_land,
            "attribution": layers.attribution,
        },
    });
    ([(header::CACHE_CONTROL, "no-cache")], Json(settings))
}

fn recorder() -> &'static PrometheusHandle {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    HANDLE.get_or_init(|| {
        let recorder = PrometheusBuilder::new().build_recorder();
        let handle = recorder.handle();
        if metrics::set_global_recorder(recorder).is_err() {
            tracing::warn!("another recorder of metrics is already there");
        }
        handle
    })
}

/// Counters in the text format of Prometheus.
pub(super) async fn metrics(State(server): State<Server>) -> impl IntoResponse {
    let handle = recorder();
    metrics::gauge!("ocop_sale_points").set(server.app.register().all().len() as f64);
    if let Some(position) = server.app.products.position() {
        metrics::gauge!("ocop_index_seq").set(position.seq as f64);
    }
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], handle.render())
}

/// Counts and times every request by route and status.
pub(super) async fn measure(request: Request, next: Next) -> Response<Body> {
    recorder();
    let started = Instant::now();
    let route =
        request.extensions().get::<MatchedPath>().map_or("page".into(), |path| path.as_str().to_owned());
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    metrics::counter!("ocop_requests_total", "route" => route.clone(), "status" => status).increment(1);
    let microseconds = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    metrics::counter!("ocop_request_microseconds_total", "route" => route).increment(microseconds);
    response
}

/// A bug of ours must not take the connection with it, nor tell what it was.
pub(super) fn panicked(cause: Box<dyn Any + Send + 'static>) -> Response<Body> {
    let words = cause.downcast_ref::<String>().map(String::as_str).or(cause.downcast_ref::<&str>().copied());
    tracing::error!(cause = words.unwrap_or("unknown"), "a request panicked");
    let body = Json(refusal(ErrorCode::Internal, "something went wrong on our side; it was logged"));
    (StatusCode::INTERNAL_SERVER_ERROR, body).into_response()
}
