//! Open data without GraphQL: published facts only, with their sources, for maps and spreadsheets.

use std::{collections::HashMap, sync::Arc};

use axum::{
    body::{Body, Bytes},
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use futures::{Stream, StreamExt, stream};
use serde_json::{Value, json};
use shared::ProductId;
use uuid::Uuid;

use super::Server;
use crate::{
    app::App, error::Result, products::documents, sale_points::Point, search::ProductDocument, sources,
};

/// Products read at once.
const ROWS: u64 = 2_000;
/// Excel takes a file for UTF-8 only when it begins so.
const BYTE_ORDER_MARK: &str = "\u{feff}";
const POINT_COLUMNS: [&str; 16] = [
    "id",
    "name",
    "kind",
    "status",
    "address",
    "ward",
    "ward_basis",
    "former_district",
    "lat",
    "lon",
    "precision",
    "operator",
    "published_on",
    "opened_on",
    "updated_at",
    "sources",
];
const PRODUCT_COLUMNS: [&str; 11] = [
    "id",
    "name",
    "producer_id",
    "producer",
    "group",
    "stars",
    "star_state",
    "province",
    "former_province",
    "months",
    "sources",
];

type Row = Vec<Value>;

/// Sale points as GeoJSON; those whose place is not known have no geometry.
pub(super) async fn sale_points_geojson(State(server): State<Server>) -> Response {
    answer("application/geo+json", points(&server.app).await.map(|rows| {
        let feature = |row: &Row| {
            let place = (&row[8], &row[9]);
            let geometry = match place {
                (Value::Null, _) | (_, Value::Null) => Value::Null,
                (lat, lon) => json!({ "type": "Point", "coordinates": [lon, lat] }),
            };
            json!({ "type": "Feature", "id": row[0], "geometry": geometry, "properties": object(&POINT_COLUMNS, row) })
        };
        let features: Vec<Value> = rows.iter().map(feature).collect();
        json!({ "type": "FeatureCollection", "features": features }).to_string()
    }))
}

/// Sale points as a JSON array.
pub(super) async fn sale_points_json(State(server): State<Server>) -> Response {
    answer(
        "application/json",
        points(&server.app).await.map(|rows| {
            Value::Array(rows.iter().map(|row| object(&POINT_COLUMNS, row)).collect()).to_string()
        }),
    )
}

/// Sale points as CSV (RFC 4180).
pub(super) async fn sale_points_csv(State(server): State<Server>) -> Response {
    answer(
        "text/csv; charset=utf-8",
        points(&server.app).await.map(|rows| {
            let mut text = String::from(BYTE_ORDER_MARK);
            text += &csv_line(&POINT_COLUMNS.map(Value::from));
            rows.iter().for_each(|row| text += &csv_line(row));
            text
        }),
    )
}

/// Published products as CSV (RFC 4180).
pub(super) async fn products_csv(State(server): State<Server>) -> Response {
    let head = format!("{BYTE_ORDER_MARK}{}", csv_line(&PRODUCT_COLUMNS.map(Value::from)));
    let parts =
        products(server.app).map(|rows| Ok(rows?.iter().map(|row| csv_line(row)).collect::<String>()));
    streamed("text/csv; charset=utf-8", stream::iter([Ok(head)]).chain(parts))
}

/// Published products as a JSON array.
pub(super) async fn products_json(State(server): State<Server>) -> Response {
    let lines =
        |rows: Vec<Row>| rows.iter().map(|row| format!(",\n{}", object(&PRODUCT_COLUMNS, row))).collect();
    let parts = products(server.app).enumerate().map(move |(number, rows): (usize, Result<Vec<Row>>)| {
        let text: String = lines(rows?);
        // The first row has no comma before it.
        Ok(if number == 0 { text.trim_start_matches(',').to_owned() } else { text })
    });
    let all = stream::iter([Ok("[".to_owned())]).chain(parts).chain(stream::iter([Ok("\n]\n".to_owned())]));
    streamed("application/json", all)
}

async fn points(app: &Arc<App>) -> Result<Vec<Row>> {
    let register = app.register();
    let ids = register.all().iter().map(|point| point.row.id.0);
    let citations = sources::citations(&app.database, "sale_point", ids).await?;
    Ok(register.all().iter().map(|point| point_row(point, &citations)).collect())
}

fn point_row(point: &Point, citations: &HashMap<Uuid, Vec<String>>) -> Row {
    let row = &point.row;
    vec![
        json!(row.id),
        json!(row.name),
        json!(row.kind),
        json!(row.status),
        json!(row.address),
        json!(row.ward_id.as_ref().map(|id| id.code())),
        json!(row.ward_basis),
        json!(row.district_id.as_ref().map(|id| id.code())),
        json!(row.lat),
        json!(row.lon),
        json!(row.coord_precision),
        json!(row.operator_name),
        json!(row.published_on),
        json!(row.opened_on),
        json!(row.updated_at),
        json!(citations.get(&row.id.0).map(|texts| texts.join(" ; "))),
    ]
}

/// Rows of all published products, some thousand at a time.
fn products(app: Arc<App>) -> impl Stream<Item = Result<Vec<Row>>> + Send + 'static {
    stream::try_unfold(None::<ProductId>, move |last| {
        let app = app.clone();
        async move {
            let some = documents::after(&app.database, &app.labels(), last, ROWS).await?;
            let Some(newest) = some.last().map(|document| document.card.id) else { return Ok(None) };
            let ids = some.iter().map(|document| document.card.id.0);
            let citations = sources::citations(&app.database, "product", ids).await?;
            let rows = some.iter().map(|document| product_row(document, &citations)).collect();
            Ok(Some((rows, Some(newest))))
        }
    })
}

fn product_row(document: &ProductDocument, citations: &HashMap<Uuid, Vec<String>>) -> Row {
    let card = &document.card;
    let months = card.months.map(|bits| {
        let months = (1..=12).filter(|month| bits & (1 << (month - 1)) != 0);
        months.map(|month: u32| month.to_string()).collect::<Vec<_>>().join(" ")
    });
    vec![
        json!(card.id),
        json!(card.name),
        json!(card.producer_id),
        json!(card.producer_name),
        json!(card.group_code),
        json!(card.stars),
        json!(card.star_state),
        json!(card.province.as_ref().map(|unit| &unit.name)),
        json!(card.former_province.as_ref().map(|unit| &unit.name)),
        json!(months),
        json!(citations.get(&card.id.0).map(|texts| texts.join(" ; "))),
    ]
}

fn object(columns: &[&str], row: &Row) -> Value {
    columns.iter().zip(row).map(|(column, value)| ((*column).to_owned(), value.clone())).collect()
}

/// One line of CSV. A text that a spreadsheet would run as a formula gets an apostrophe before it.
fn csv_line(row: &[Value]) -> String {
    let cell = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) if text.starts_with(['=', '+', '@', '\t', '\r']) => format!("'{text}"),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let written = writer.write_record(row.iter().map(cell)).map_err(|error| error.to_string());
    let bytes = written.and_then(|()| writer.into_inner().map_err(|error| error.to_string()));
    String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_written_as_text() {
        let line = csv_line(&[json!("=1+1"), json!("Gà, vịt"), json!(null), json!(12), json!("a\"b")]);

        assert_eq!(line, "'=1+1,\"Gà, vịt\",,12,\"a\"\"b\"\r\n");
    }
}
