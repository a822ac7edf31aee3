//! The law asks that a map of the provinces shows the archipelagos: Hoàng Sa in Đà Nẵng, Trường Sa in Khánh Hòa.

use anyhow::Result;
use serde_json::Value;

struct Archipelago {
    name: &'static str,
    province: &'static str,
    east: std::ops::RangeInclusive<f64>,
    north: std::ops::RangeInclusive<f64>,
}

const ARCHIPELAGOS: [Archipelago; 2] = [
    Archipelago { name: "Hoàng Sa", province: "48", east: 110.9..=113.2, north: 15.5..=17.4 },
    Archipelago { name: "Trường Sa", province: "56", east: 111.3..=118.0, north: 6.5..=12.3 },
];

/// What a layer lacks; a layer without provinces lacks nothing.
pub(crate) fn missing_islands(geojson: &str) -> Result<Vec<String>> {
    let layer: Value = serde_json::from_str(geojson)?;
    let provinces: Vec<&Value> =
        layer["features"].as_array().into_iter().flatten().filter(|f| is_province(f)).collect();
    if provinces.is_empty() {
        return Ok(Vec::new());
    }
    let is_missing = |archipelago: &&Archipelago| {
        let province = provinces.iter().find(|feature| feature["properties"]["code"] == archipelago.province);
        !province.is_some_and(|feature| has_ring_inside(&feature["geometry"]["coordinates"], archipelago))
    };
    let missing = ARCHIPELAGOS.iter().filter(is_missing);
    Ok(missing.map(|it| format!("province {} is drawn without {}", it.province, it.name)).collect())
}

/// Provinces have codes of two digits and an area; a label is a point.
fn is_province(feature: &Value) -> bool {
    let has_area = feature["geometry"]["type"].as_str().is_some_and(|kind| kind.ends_with("Polygon"));
    has_area && feature["properties"]["code"].as_str().is_some_and(|code| code.len() == 2)
}

/// Coordinates are rings of points, or lists of them, as deep as the kind of geometry makes them.
fn has_ring_inside(coordinates: &Value, archipelago: &Archipelago) -> bool {
    let Some(parts) = coordinates.as_array().filter(|parts| !parts.is_empty()) else { return false };
    let is_ring = parts[0][0].is_number();
    if is_ring {
        parts.iter().all(|point| is_inside(point, archipelago))
    } else {
        parts.iter().any(|part| has_ring_inside(part, archipelago))
    }
}

fn is_inside(point: &Value, archipelago: &Archipelago) -> bool {
    let lies = |value: &Value, range: &std::ops::RangeInclusive<f64>| {
        value.as_f64().is_some_and(|v| range.contains(&v))
    };
    lies(&point[0], &archipelago.east) && lies(&point[1], &archipelago.north)
}

#[cfg(test)]
mod tests {
    use anyhow::Result;
    use serde_json::json;

    use super::missing_islands;

    fn province(code: &str, rings: serde_json::Value) -> serde_json::Value {
        json!({"properties": {"code": code}, "geometry": {"type": "MultiPolygon", "coordinates": rings}})
    }

    #[test]
    fn provinces_are_drawn_with_their_archipelagos() -> Result<()> {
        let mainland = json!([[[108.0, 16.0], [108.2, 16.0], [108.2, 16.1], [108.0, 16.0]]]);
        let hoang_sa = json!([[[112.0, 16.5], [112.1, 16.5], [112.1, 16.6], [112.0, 16.5]]]);
        let truong_sa = json!([[[114.0, 9.5], [114.1, 9.5], [114.1, 9.6], [114.0, 9.5]]]);
        let complete = json!({"features": [
            province("48", json!([mainland, hoang_sa])),
            province("56", json!([truong_sa])),
        ]});
        let without =
            json!({"features": [province("48", json!([mainland])), province("56", json!([truong_sa]))]});

        assert!(missing_islands(&complete.to_string())?.is_empty());
        assert_eq!(missing_islands(&without.to_string())?, ["province 48 is drawn without Hoàng Sa"]);
        Ok(())
    }

    #[test]
    fn other_layers_have_nothing_to_show() -> Result<()> {
        let wards = json!({"features": [province("00004", json!([]))]});

        assert!(missing_islands(&wards.to_string())?.is_empty());
        Ok(())
    }
}
