//! Producers of OCOP goods.

use shared::{LegalForm, OrganisationId};

use super::{
    facts::{Extra, Wanted},
    files::{PRODUCERS, ProducerKind, ProducerRow},
    reading::Reading,
    sources::citations,
};
use crate::{entities::organisation, places::Place, reference::csv_file::Line, sort_key::sort_key};

/// What the rows say of producers.
pub(super) fn read(reading: &mut Reading, lines: &[Line<ProducerRow>]) -> Vec<Wanted<organisation::Model>> {
    let facts: Vec<_> = lines.iter().map(|line| read_one(reading, line)).collect();
    reading.check(PRODUCERS, &facts, |row| &row.name);
    facts
}

fn read_one(reading: &mut Reading, line: &Line<ProducerRow>) -> Wanted<organisation::Model> {
    let ProducerRow { name, kind, province, district, commune, source } = &line.row;
    let (district, commune) = (district.as_deref(), commune.as_deref());
    let place = reading.place_of_row(PRODUCERS, line.number, province, district, commune);
    let Place {
        ward_id,
        ward_basis,
        district_id,
        province_id,
        former_province_id,
        lat,
        lon,
        coord_precision,
        coord_source,
    } = place;
    // The words of the source are kept where they say more than the province.
    let parts: Vec<&str> = [commune, district, Some(province)].into_iter().flatten().collect();
    let row = organisation::Model {
        id: OrganisationId::new(),
        name: name.clone(),
        sort_key: sort_key(name),
        legal_form: legal_form(*kind),
        is_producer: true,
        is_retailer: false,
        verified_at: None,
        listed_at: Some(reading.now),
        address: (parts.len() > 1).then(|| parts.join(", ")),
        ward_id,
        ward_basis,
        district_id,
        province_id,
        former_province_id,
        lat,
        lon,
        coord_precision,
        coord_source,
        origin_key: Some(format!("public/producers/{name}")),
        origin_digest: None,
        created_at: reading.now,
        updated_at: reading.now,
        version: 1,
    };
    Wanted { line: line.number, row, extra: Extra { sources: citations(source), rating: None } }
}

fn legal_form(kind: ProducerKind) -> Option<LegalForm> {
    match kind {
        ProducerKind::Company => Some(LegalForm::Company),
        ProducerKind::Cooperative => Some(LegalForm::Cooperative),
        ProducerKind::CooperativeGroup => Some(LegalForm::CooperativeGroup),
        ProducerKind::Household => Some(LegalForm::Household),
        ProducerKind::Other => None,
    }
}
