//! The five files of public facts: those in the executable, or newer ones from a folder.

use std::{borrow::Cow, path::Path};

use serde::Deserialize;
use shared::{EventKind, PartialDate, SalePointKind};

use crate::reference::{
    csv_file::{self, Line, Problems},
    files::replace,
};

pub(super) const PRODUCERS: &str = "public/producers.csv";
pub(super) const PRODUCTS: &str = "public/products.csv";
pub(super) const POINTS: &str = "public/points.csv";
pub(super) const EVENTS: &str = "public/events.csv";
pub(super) const PLANS: &str = "public/plans.csv";

/// The text of each file.
#[derive(Clone, Debug)]
pub struct Files {
    /// `public/producers.csv`.
    pub producers: Cow<'static, str>,
    /// `public/products.csv`.
    pub products: Cow<'static, str>,
    /// `public/points.csv`.
    pub points: Cow<'static, str>,
    /// `public/events.csv`.
    pub events: Cow<'static, str>,
    /// `public/plans.csv`.
    pub plans: Cow<'static, str>,
}

impl Files {
    /// The files this program was built with.
    pub fn embedded() -> Self {
        Self {
            producers: Cow::Borrowed(include_str!("../../data/public/producers.csv")),
            products: Cow::Borrowed(include_str!("../../data/public/products.csv")),
            points: Cow::Borrowed(include_str!("../../data/public/points.csv")),
            events: Cow::Borrowed(include_str!("../../data/public/events.csv")),
            plans: Cow::Borrowed(include_str!("../../data/public/plans.csv")),
        }
    }

    /// The files of a folder laid out as `server/data`; one that is not there is the embedded one.
    pub fn from_folder(folder: &Path) -> anyhow::Result<Self> {
        let mut files = Self::embedded();
        for (path, text) in [
            (PRODUCERS, &mut files.producers),
            (PRODUCTS, &mut files.products),
            (POINTS, &mut files.points),
            (EVENTS, &mut files.events),
            (PLANS, &mut files.plans),
        ] {
            replace(text, &folder.join(path))?;
        }
        Ok(files)
    }
}

/// The rows of all files.
#[derive(Debug)]
pub(super) struct Rows {
    pub(super) producers: Vec<Line<ProducerRow>>,
    pub(super) products: Vec<Line<ProductRow>>,
    pub(super) points: Vec<Line<PointRow>>,
    pub(super) events: Vec<Line<EventRow>>,
    pub(super) plans: Vec<Line<PlanRow>>,
}

impl Rows {
    pub(super) fn read(files: &Files, problems: &mut Problems) -> Self {
        let producers = ["name", "kind", "province", "district", "commune", "source"];
        let products =
            ["name", "producer", "province", "district", "group", "stars", "year_recognised", "source"];
        let points =
            ["name", "kind", "address", "legacy_district", "year_opened", "operator", "status", "source"];
        let events = [
            "name",
            "place",
            "start_date",
            "end_date",
            "kind",
            "provinces_or_units",
            "mous_signed",
            "source",
        ];
        let plans = [
            "year",
            "decision_no",
            "date",
            "target_min",
            "target_max",
            "min_per_district",
            "centres_target",
            "criteria_decision",
            "source",
        ];
        Self {
            producers: csv_file::read(PRODUCERS, &files.producers, &producers, problems),
            products: csv_file::read(PRODUCTS, &files.products, &products, problems),
            points: csv_file::read(POINTS, &files.points, &points, problems),
            events: csv_file::read(EVENTS, &files.events, &events, problems),
            plans: csv_file::read(PLANS, &files.plans, &plans, problems),
        }
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct ProducerRow {
    pub(super) name: String,
    pub(super) kind: ProducerKind,
    pub(super) province: String,
    pub(super) district: Option<String>,
    pub(super) commune: Option<String>,
    pub(super) source: String,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ProducerKind {
    Company,
    Cooperative,
    CooperativeGroup,
    Household,
    Other,
}

#[derive(Debug, Deserialize)]
pub(super) struct ProductRow {
    pub(super) name: String,
    pub(super) producer: String,
    pub(super) province: String,
    pub(super) district: Option<String>,
    pub(super) group: Group,
    pub(super) stars: Option<i32>,
    pub(super) year_recognised: Option<i32>,
    pub(super) source: String,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Group {
    Food,
    Beverage,
    Herbal,
    Handicraft,
    Ornamental,
    Tourism,
}

#[derive(Debug, Deserialize)]
pub(super) struct PointRow {
    pub(super) name: String,
    pub(super) kind: SalePointKind,
    pub(super) address: Option<String>,
    pub(super) legacy_district: Option<String>,
    pub(super) year_opened: Option<i32>,
    pub(super) operator: Option<String>,
    pub(super) status: PointStatus,
    pub(super) source: String,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum PointStatus {
    Open,
    Unknown,
}

#[derive(Debug, Deserialize)]
pub(super) struct EventRow {
    pub(super) name: String,
    pub(super) place: Option<String>,
    pub(super) start_date: Option<PartialDate>,
    pub(super) end_date: Option<PartialDate>,
    pub(super) kind: EventKind,
    pub(super) provinces_or_units: Option<i32>,
    pub(super) mous_signed: Option<i32>,
    pub(super) source: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct PlanRow {
    pub(super) year: i32,
    pub(super) decision_no: Option<String>,
    pub(super) date: Option<PartialDate>,
    pub(super) target_min: Option<i32>,
    pub(super) target_max: Option<i32>,
    pub(super) min_per_district: Option<i32>,
    pub(super) centres_target: Option<i32>,
    pub(super) criteria_decision: Option<String>,
    pub(super) source: String,
}
