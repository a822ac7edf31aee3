//! Names for what the lines of the log have as codes and ids.

use std::collections::HashMap;

use serde_json::Value;
use shared::{AdminLevel, AdminUnitId, Era};

use super::query::{Change, Codes};
use crate::pages::organisations::CodedUnit;
use crate::text::{Language, language};

/// A list of which something is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum List {
    /// Product groups.
    Groups,
    /// Units of measure.
    Units,
    /// Kinds of certificates.
    Papers,
    /// What buyers ask.
    Requirements,
    /// Units of administration, by their whole id.
    Places,
    /// Certificates and star decisions that other lines tell of, by their ids.
    Entered,
}

/// All names that are known by now.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Names(HashMap<(List, String), String>);

impl Names {
    /// The name of one of a list.
    pub(super) fn find(&self, list: List, code: &str) -> Option<&str> {
        self.0.get(&(list, code.to_owned())).map(String::as_str)
    }

    /// Takes over what the server said.
    pub(super) fn learn(&mut self, codes: &Codes) {
        let in_language = |vietnamese: &str, english: &str| match language() {
            Language::Vietnamese => vietnamese.to_owned(),
            Language::English => english.to_owned(),
        };
        for group in &codes.product_groups {
            self.put(List::Groups, &group.code, in_language(&group.name_vi, &group.name_en));
        }
        for unit in &codes.units {
            self.put(List::Units, &unit.code, in_language(&unit.name_vi, &unit.name_en));
        }
        for kind in &codes.certificate_kinds {
            self.put(List::Papers, &kind.code, in_language(&kind.name_vi, &kind.name_en));
        }
        for asked in &codes.requirements {
            self.put(List::Requirements, &asked.code, in_language(&asked.name_vi, &asked.name_en));
        }
        self.put_places(Era::Current, AdminLevel::Province, &codes.provinces);
        self.put_places(Era::Legacy, AdminLevel::Province, &codes.former_provinces);
        self.put_places(Era::Current, AdminLevel::Ward, &codes.wards);
        self.put_places(Era::Legacy, AdminLevel::District, &codes.former_districts);
    }

    /// A line about a paper may have only its id; the line with which it was entered has its number.
    pub(super) fn learn_entered(&mut self, lines: &[Change]) {
        for told in lines.iter().flat_map(|line| [&line.before, &line.after]).flatten() {
            let text = |name: &str| told.get(name).and_then(Value::as_str);
            let id = text("certificate").or_else(|| text("star_decision"));
            if let Some((id, number)) = id.zip(text("number")) {
                self.put(List::Entered, id, number.to_owned());
            }
        }
    }

    fn put_places(&mut self, era: Era, level: AdminLevel, units: &[CodedUnit]) {
        for unit in units {
            let AdminUnitId(id) = AdminUnitId::new(era, level, &unit.code);
            self.put(List::Places, &id, unit.name.clone());
        }
    }

    pub(super) fn put(&mut self, list: List, code: &str, name: String) {
        self.0.insert((list, code.to_owned()), name);
    }
}
