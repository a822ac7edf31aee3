//! OCOP products and what they were rated.

use std::collections::HashMap;

use shared::{OrganisationId, ProductId};

use super::{
    facts::{Extra, Rating, Wanted},
    files::{Group, PRODUCTS, ProductRow},
    reading::Reading,
    sources::citations,
};
use crate::{entities::product, reference::csv_file::Line};

/// What the rows say of products, with the producers by name. A file states that a product exists in public,
/// so it is published when it is first loaded.
pub(super) fn read(
    reading: &mut Reading,
    lines: &[Line<ProductRow>],
    producers: &HashMap<&str, OrganisationId>,
) -> Vec<Wanted<product::Model>> {
    let mut facts = Vec::with_capacity(lines.len());
    for line in lines {
        match producers.get(line.row.producer.as_str()) {
            Some(producer) => facts.push(read_one(reading, line, *producer)),
            None => {
                let problem = format_args!("there is no producer {:?}", line.row.producer);
                reading.problems.add(PRODUCTS, line.number, problem);
            }
        }
    }
    reading.check(PRODUCTS, &facts, |row| &row.name);
    facts
}

fn read_one(
    reading: &mut Reading,
    line: &Line<ProductRow>,
    producer_id: OrganisationId,
) -> Wanted<product::Model> {
    let ProductRow { name, producer, province, district, group, stars, year_recognised, source } = &line.row;
    let place = reading.place_of_row(PRODUCTS, line.number, province, district.as_deref(), None);
    let signed_on = reading.year(PRODUCTS, line.number, *year_recognised);
    if stars.is_some_and(|stars| !(3..=5).contains(&stars)) {
        reading.problems.add(PRODUCTS, line.number, format_args!("stars = {stars:?} is not 3, 4 or 5"));
    }
    // A year without stars is no rating: the product may only have been proposed.
    let rating = stars.map(|stars| Rating { stars, signed_on });
    let row = product::Model {
        id: ProductId::new(),
        producer_id,
        name: name.clone(),
        group_code: group_code(*group).to_owned(),
        description: None,
        months: None,
        district_id: place.district_id,
        province_id: place.province_id,
        former_province_id: place.former_province_id,
        published_at: Some(reading.now),
        origin_key: Some(format!("public/products/{name}|{producer}")),
        origin_digest: None,
        created_at: reading.now,
        updated_at: reading.now,
        version: 1,
    };
    Wanted { line: line.number, row, extra: Extra { sources: citations(source), rating } }
}

fn group_code(group: Group) -> &'static str {
    match group {
        Group::Food => "I",
        Group::Beverage => "II",
        Group::Herbal => "III",
        Group::Handicraft => "IV",
        Group::Ornamental => "V",
        Group::Tourism => "VI",
    }
}
