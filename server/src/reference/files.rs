//! The files of the reference data: those in the executable, or newer ones from a folder.

use std::{borrow::Cow, fs, path::Path};

use anyhow::Context;
use sha2::{Digest, Sha256};

/// The text of each file.
#[derive(Clone, Debug)]
pub struct Files {
    /// `geo/admin_units.csv`: units of both eras.
    pub admin_units: Cow<'static, str>,
    /// `geo/faulty_points.csv`: units whose published point is wrong.
    pub faulty_points: Cow<'static, str>,
    /// `geo/schematic/hanoi_districts.geojson`: middles of Hanoi's former districts.
    pub hanoi_districts: Cow<'static, str>,
    /// `reference/product_groups.csv`: the official classification.
    pub product_groups: Cow<'static, str>,
    /// `reference/certificate_kinds.csv`: kinds of papers.
    pub certificate_kinds: Cow<'static, str>,
    /// `reference/requirements.csv`: what buyers ask for.
    pub requirements: Cow<'static, str>,
    /// `reference/requirement_certificates.csv`: the papers that meet a requirement.
    pub requirement_certificates: Cow<'static, str>,
    /// `reference/units.csv`: units of measure.
    pub units: Cow<'static, str>,
}

impl Files {
    /// The files this program was built with.
    pub fn embedded() -> Self {
        let own = |text: &'static str| Cow::Borrowed(text);
        Self {
            admin_units: own(include_str!("../../data/geo/admin_units.csv")),
            faulty_points: own(include_str!("../../data/geo/faulty_points.csv")),
            hanoi_districts: own(include_str!("../../data/geo/schematic/hanoi_districts.geojson")),
            product_groups: own(include_str!("../../data/reference/product_groups.csv")),
            certificate_kinds: own(include_str!("../../data/reference/certificate_kinds.csv")),
            requirements: own(include_str!("../../data/reference/requirements.csv")),
            requirement_certificates: own(include_str!("../../data/reference/requirement_certificates.csv")),
            units: own(include_str!("../../data/reference/units.csv")),
        }
    }

    /// The files of a folder laid out as `server/data`; one that is not there is the embedded one.
    pub fn from_folder(folder: &Path) -> anyhow::Result<Self> {
        let mut files = Self::embedded();
        for (path, text) in [
            ("geo/admin_units.csv", &mut files.admin_units),
            ("geo/faulty_points.csv", &mut files.faulty_points),
            ("geo/schematic/hanoi_districts.geojson", &mut files.hanoi_districts),
            ("reference/product_groups.csv", &mut files.product_groups),
            ("reference/certificate_kinds.csv", &mut files.certificate_kinds),
            ("reference/requirements.csv", &mut files.requirements),
            ("reference/requirement_certificates.csv", &mut files.requirement_certificates),
            ("reference/units.csv", &mut files.units),
        ] {
            replace(text, &folder.join(path))?;
        }
        Ok(files)
    }
}

/// Takes the text of a file, if there is one.
pub(crate) fn replace(text: &mut Cow<'static, str>, path: &Path) -> anyhow::Result<()> {
    if path.exists() {
        let newer = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
        *text = Cow::Owned(newer);
    }
    Ok(())
}

/// The SHA-256 of texts taken together, in hexadecimal.
pub(crate) fn digest(texts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update(text.len().to_le_bytes());
        hash.update(text);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
