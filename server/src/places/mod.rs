//! From the words of a source to units and coordinates.
//!
//! Sources name places as they were called when they were written: mostly a province, district and commune of
//! the time before 1 July 2025, sometimes a ward of today. A place keeps its current ward and its former
//! district; neither follows from the other. What the words do not settle stays open: no ward is guessed from
//! a street, no old commune that had been merged away before the reform is replaced by a neighbour.
//!
//! Coordinates are the point of the smallest unit that is known, and say so. Finding a house is not done here.

mod gazetteer;
mod names;
mod resolve;
#[cfg(test)]
mod tests;
pub mod ward_shapes;

use chrono::NaiveDate;
use shared::{AdminUnitId, CoordPrecision, Era, PartialDate, WardBasis};

pub use gazetteer::Gazetteer;

/// Where a thing is, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// The ward of today.
    pub ward_id: Option<AdminUnitId>,
    /// How the ward is known.
    pub ward_basis: Option<WardBasis>,
    /// The district until 30 June 2025.
    pub district_id: Option<AdminUnitId>,
    /// The province of today.
    pub province_id: Option<AdminUnitId>,
    /// The province until 30 June 2025.
    pub former_province_id: Option<AdminUnitId>,
    /// Latitude in degrees, WGS 84.
    pub lat: Option<f64>,
    /// Longitude in degrees, WGS 84.
    pub lon: Option<f64>,
    /// What the coordinates are the point of.
    pub coord_precision: Option<CoordPrecision>,
    /// Who published the point: `bando`, `schematic`, or `successors` where it was computed from these.
    pub coord_source: Option<String>,
}

/// A place, and what the words name that could not be settled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Located {
    /// Where it is.
    pub place: Place,
    /// What stays open, one phrase each: `no ward "Kim Lan" in Huyện Gia Lâm`.
    pub open: Vec<String>,
}

/// The era of a date, if all days it can mean lie in one.
pub fn era_of(date: PartialDate) -> Option<Era> {
    let reform = NaiveDate::from_ymd_opt(2025, 7, 1)?;
    if date.latest() < reform {
        Some(Era::Legacy)
    } else if date.earliest() >= reform {
        Some(Era::Current)
    } else {
        None
    }
}
