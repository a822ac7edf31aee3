//! Open data without GraphQL: published facts only, with their sources, for maps and spreadsheets.
//!
//! Columns are only ever added, at the end: programs of others count on those that are there.

mod csv;
mod products;
mod sale_points;

use std::collections::HashMap;

use axum::{
    body::{Body, Bytes},
    extract::State,
    http::{Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use futures::{Stream, StreamExt, stream};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::{Value, json};
use shared::AdminUnitId;
use tower_http::cors::{Any, CorsLayer};

use self::csv::{BYTE_ORDER_MARK, line};
use super::Server;
use crate::{
    database::Database,
    entities::{admin_unit, source},
    error::Result,
};

/// The values of one row, in the order of its columns.
type Row = Vec<Value>;

const CSV: &str = "text/csv; charset=utf-8";
const JSON: &str = "application/json";
const GEOJSON: &str = "application/geo+json";

/// Pages of any site may read open data: there is nothing in it that is not for everybody.
pub(super) fn for_every_site() -> CorsLayer {
    CorsLayer::new().allow_origin(Any).allow_methods([Method::GET, Method::HEAD])
}

/// Sale points as GeoJSON; those whose place is not known have no geometry.
pub(super) async fn sale_points_geojson(State(server): State<Server>) -> Response {
    let names = sale_points::names();
    answer(GEOJSON, sale_points::rows(&server.app).await.map(|rows| {
        let features: Vec<Value> = rows
            .iter()
            .map(|row| {
                let properties = object(&names, row);
                let geometry = match (&properties["lat"], &properties["lon"]) {
                    (Value::Null, _) | (_, Value::Null) => Value::Null,
                    (lat, lon) => json!({ "type": "Point", "coordinates": [lon, lat] }),
                };
                json!({ "type": "Feature", "id": properties["id"], "geometry": geometry, "properties": properties })
            })
            .collect();
        json!({ "type": "FeatureCollection", "features": features }).to_string()
    }))
}

/// Sale points as a JSON array.
pub(super) async fn sale_points_json(State(server): State<Server>) -> Response {
    let names = sale_points::names();
    let rows = sale_points::rows(&server.app).await;
    answer(JSON, rows.map(|rows| rows.iter().map(|row| object(&names, row)).collect::<Value>().to_string()))
}

/// Sale points as CSV (RFC 4180).
pub(super) async fn sale_points_csv(State(server): State<Server>) -> Response {
    let head = head(&sale_points::names());
    let rows = sale_points::rows(&server.app).await;
    answer(CSV, rows.map(|rows| head + &rows.iter().map(|row| line(row)).collect::<String>()))
}

/// Published products as CSV (RFC 4180).
pub(super) async fn products_csv(State(server): State<Server>) -> Response {
    let head = head(&products::names());
    let parts =
        products::rows(server.app).map(|rows| Ok(rows?.iter().map(|row| line(row)).collect::<String>()));
    streamed(CSV, stream::iter([Ok(head)]).chain(parts))
}

/// Published products as a JSON array.
pub(super) async fn products_json(State(server): State<Server>) -> Response {
    let names = products::names();
    let lines = move |rows: Vec<Row>| rows.iter().map(|row| format!(",\n{}", object(&names, row))).collect();
    let parts =
        products::rows(server.app).enumerate().map(move |(number, rows): (usize, Result<Vec<Row>>)| {
            let text: String = lines(rows?);
            // The first row has no comma before it.
            Ok(if number == 0 { text.trim_start_matches(',').to_owned() } else { text })
        });
    let all = stream::iter([Ok("[".to_owned())]).chain(parts).chain(stream::iter([Ok("\n]\n".to_owned())]));
    streamed(JSON, all)
}

fn object(names: &[&str], row: &Row) -> Value {
    names.iter().zip(row).map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

fn head(names: &[&str]) -> String {
    let names: Row = names.iter().map(|name| json!(name)).collect();
    format!("{BYTE_ORDER_MARK}{}", line(&names))
}

/// Official names of units, with one statement: a code alone says nothing, it was used again by the reform of 2025.
async fn unit_names(
    database: &Database,
    ids: impl IntoIterator<Item = AdminUnitId>,
) -> Result<HashMap<AdminUnitId, String>> {
    let query = admin_unit::Entity::find()
        .select_only()
        .columns([admin_unit::Column::Id, admin_unit::Column::Name])
        .filter(admin_unit::Column::Id.is_in(ids));
    let names: Vec<(AdminUnitId, String)> = query.into_tuple().all(database.read()).await?;
    Ok(names.into_iter().collect())
}

/// What a row rests on, as its source is cited.
fn citations(sources: &[source::Model]) -> Option<String> {
    let citations: Vec<&str> = sources.iter().map(|source| source.citation.as_str()).collect();
    (!citations.is_empty()).then(|| citations.join(" ; "))
}

/// The addresses of what a row rests on.
fn addresses(sources: &[source::Model]) -> Option<String> {
    let addresses: Vec<&str> = sources.iter().filter_map(|source| source.url.as_deref()).collect();
    (!addresses.is_empty()).then(|| addresses.join(" "))
}

fn answer(kind: &'static str, text: Result<String>) -> Response {
    match text {
        Ok(text) => ([(header::CONTENT_TYPE, kind)], text).into_response(),
        Err(error) => {
            tracing::error!(%error, "open data could not be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn streamed(kind: &'static str, parts: impl Stream<Item = Result<String>> + Send + 'static) -> Response {
    let logged = parts.map(|part| {
        part.map(Bytes::from).inspect_err(|error| {
            tracing::error!(%error, "open data broke off");
        })
    });
    ([(header::CONTENT_TYPE, kind)], Body::from_stream(logged)).into_response()
}
