//! What buyers ask for, and the papers that meet it.

use std::collections::HashSet;

use serde::Deserialize;
use shared::RequirementKind;

use super::{
    Files,
    csv_file::{self, Problems},
};
use crate::entities::{requirement, requirement_certificate};

const REQUIREMENTS: &str = "reference/requirements.csv";
const CERTIFICATES: &str = "reference/requirement_certificates.csv";

/// The rows of both files.
pub(super) struct Requirements {
    pub(super) requirements: Vec<requirement::Model>,
    pub(super) certificates: Vec<requirement_certificate::Model>,
}

#[derive(Deserialize)]
struct RequirementRow {
    code: String,
    name_vi: String,
    name_en: String,
    kind: RequirementKind,
    who_asks: String,
}

#[derive(Deserialize)]
struct CertificateRow {
    requirement_code: String,
    certificate_code: String,
}

impl Requirements {
    /// Reads both files. Whether a kind of certificate exists is checked by the database, since staff may have added it.
    pub(super) fn read(files: &Files, problems: &mut Problems) -> Self {
        let requirements = requirements(&files.requirements, problems);
        let by_paper = requirements.iter().filter(|row| row.kind == RequirementKind::Certificate);
        let by_paper: HashSet<&str> = by_paper.map(|row| row.code.as_str()).collect();
        let columns = ["requirement_code", "certificate_code"];
        let lines = csv_file::read::<CertificateRow>(
            CERTIFICATES,
            &files.requirement_certificates,
            &columns,
            problems,
        );
        let mut certificates = Vec::new();
        for line in lines {
            let CertificateRow { requirement_code, certificate_code } = line.row;
            if !by_paper.contains(requirement_code.as_str()) {
                let problem = format_args!("{requirement_code:?} is no requirement that papers meet");
                problems.add(CERTIFICATES, line.number, problem);
            }
            let row = requirement_certificate::Model { requirement_code, certificate_code };
            if certificates.contains(&row) {
                problems.add(CERTIFICATES, line.number, format_args!("{row:?} is there twice"));
            }
            certificates.push(row);
        }
        Self { requirements, certificates }
    }
}

fn requirements(text: &str, problems: &mut Problems) -> Vec<requirement::Model> {
    let columns = ["code", "name_vi", "name_en", "kind", "who_asks"];
    let lines = csv_file::read::<RequirementRow>(REQUIREMENTS, text, &columns, problems);
    let mut codes = HashSet::new();
    let mut rows = Vec::new();
    for (line, position) in lines.into_iter().zip(0..) {
        let RequirementRow { code, name_vi, name_en, kind, who_asks } = line.row;
        if !codes.insert(code.clone()) {
            problems.add(REQUIREMENTS, line.number, format_args!("code {code:?} is there twice"));
        }
        rows.push(requirement::Model { code, name_vi, name_en, kind, who_asks, position });
    }
    rows
}
