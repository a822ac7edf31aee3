//! The rules: which units a row or an address names.

use shared::{Era, WardBasis};

use super::{
    Gazetteer, Located, Place,
    gazetteer::only_one,
    names::{DISTRICT_KINDS, Name, WARD_KINDS},
};

/// The units found so far.
#[derive(Clone, Copy, Debug, Default)]
struct Units {
    ward: Option<(usize, WardBasis)>,
    district: Option<usize>,
    province: Option<usize>,
    former_province: Option<usize>,
}

impl Gazetteer {
    /// The place of a row that names a former province and, where known, a former district and a commune.
    /// `None` if there is no such province.
    pub fn of_row(&self, province: &str, district: Option<&str>, ward: Option<&str>) -> Option<Located> {
        let former = self.province(Era::Legacy, &Name::read(province))?;
        let mut units = self.of_former_province(former);
        let mut open = Vec::new();
        if let Some(text) = district {
            units.district = self.district(former, &Name::read(text));
            if units.district.is_none() {
                open.push(self.not_found("district", text, former));
            }
        }
        if let Some(text) = ward {
            let name = Name::read(text);
            match (units.district, district) {
                (Some(district), _) => units.ward = self.ward_of_district(district, &name, Era::Legacy),
                (None, Some(_)) => {}
                (None, None) => self.ward_of_province(&mut units, &name, Some(Era::Legacy)),
            }
            if units.ward.is_none() {
                open.push(self.not_found("ward", text, units.district.unwrap_or(former)));
            }
        }
        Some(Located { place: self.place(units), open })
    }

    /// The place an address names. A former district may be known beside it; `written` is the era of the
    /// text, where its date tells.
    pub fn of_address(&self, text: &str, district: Option<&str>, written: Option<Era>) -> Located {
        let mut parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.last().is_some_and(|part| Name::read(part).spelling.plain == "vietnam") {
            parts.pop();
        }
        let Some((province, parts)) = parts.split_last() else { return Located::default() };
        let province = Name::read(province);
        let former = self.province(Era::Legacy, &province);
        let today = self.province(Era::Current, &province);
        let Some(either) = former.or(today) else {
            return Located { place: Place::default(), open: vec![format!("no province in {text:?}")] };
        };
        let named = |kinds: &[&str]| parts.iter().rev().find_map(|part| Name::after(kinds, part));
        let (in_text, ward) = (named(&DISTRICT_KINDS), named(&WARD_KINDS));

        let mut open = Vec::new();
        let mut units = Units { province: today, ..Units::default() };
        let told = in_text.as_ref().map(|(_, text)| text.as_str()).or(district);
        if let (Some(text), Some(former)) = (told, former) {
            units = self.of_former_province(former);
            units.district = self.district(former, &Name::read(text));
            if units.district.is_none() {
                open.push(self.not_found("district", text, former));
            }
        }
        if let Some((name, text)) = ward {
            // Who writes a ward without its district writes of today, or knows only the ward.
            let first = if in_text.is_some() { Era::Legacy } else { Era::Current };
            match units.district {
                Some(district) => units.ward = self.ward_of_district(district, &name, first),
                None if told.is_none() => {
                    units.former_province = former;
                    self.ward_of_province(&mut units, &name, written);
                }
                None => {}
            }
            if units.ward.is_none() {
                open.push(self.not_found("ward", &text, units.district.unwrap_or(either)));
            }
        }
        if units.ward.is_none() && units.district.is_none() {
            units = self.of_province_alone(former, today, written);
        }
        Located { place: self.place(units), open }
    }

    /// A former province and the one it went into.
    fn of_former_province(&self, former: usize) -> Units {
        let province = self.units[former].successors.first().copied();
        Units { province, former_province: Some(former), ..Units::default() }
    }

    /// A province name alone: before the reform it means the former one; after it, or at an unknown time, the
    /// one of today, which tells the former one only if it was not merged.
    fn of_province_alone(&self, former: Option<usize>, today: Option<usize>, written: Option<Era>) -> Units {
        match (former, today) {
            (Some(former), _) if written == Some(Era::Legacy) => self.of_former_province(former),
            (Some(former), None) => self.of_former_province(former),
            (_, Some(today)) => {
                let former_province = only_one(self.units[today].predecessors.iter().copied());
                Units { province: Some(today), former_province, ..Units::default() }
            }
            (None, None) => Units::default(),
        }
    }

    /// The ward of today of a name in a former district. A name not found in one era is looked for in the
    /// other: an old district is still used beside a ward of today.
    fn ward_of_district(&self, district: usize, name: &Name, first: Era) -> Option<(usize, WardBasis)> {
        let old = || {
            let unit = self.only(&self.below(district, name), name)?;
            self.successor(unit)
        };
        let today = || {
            let plain = &name.spelling.plain;
            let successors = self.units[district].successors.iter().copied();
            let alike: Vec<usize> =
                successors.filter(|unit| self.units[*unit].spelling.plain == *plain).collect();
            Some((self.only(&alike, name)?, WardBasis::Named))
        };
        match first {
            Era::Legacy => old().or_else(today),
            Era::Current => today().or_else(old),
        }
    }

    /// Finds the ward of a name of which no district is told, if only one can be meant, and with an old ward
    /// its district.
    fn ward_of_province(&self, units: &mut Units, name: &Name, written: Option<Era>) {
        let old = units.former_province.and_then(|province| {
            let districts = self.units[province].children.iter();
            let alike: Vec<usize> = districts.flat_map(|district| self.below(*district, name)).collect();
            self.only(&alike, name)
        });
        let today = units.province.and_then(|province| self.only(&self.below(province, name), name));
        if written == Some(Era::Legacy) {
            let today = today.filter(|unit| self.has_part_of(*unit, units.former_province));
            match (old, today) {
                // Two places of one name: an old ward, and one of today elsewhere.
                (Some(old), Some(today)) if !self.units[old].successors.contains(&today) => {}
                (Some(old), _) => self.take_old_ward(units, old),
                (None, today) => units.ward = today.map(|unit| (unit, WardBasis::Named)),
            }
        } else if let Some(ward) = today {
            units.ward = Some((ward, WardBasis::Named));
            let districts = self.units[ward].predecessors.iter().filter_map(|old| self.units[*old].parent);
            let mut provinces: Vec<usize> = districts.filter_map(|old| self.units[old].parent).collect();
            provinces.sort_unstable();
            provinces.dedup();
            units.former_province = only_one(provinces);
        } else if let Some(old) = old {
            self.take_old_ward(units, old);
        }
    }

    fn take_old_ward(&self, units: &mut Units, old: usize) {
        units.ward = self.successor(old);
        units.district = self.units[old].parent;
        if let Some(former) = units.former_province {
            units.province = self.units[former].successors.first().copied();
        }
    }

    /// What an old ward became: whole, or its largest part.
    fn successor(&self, old: usize) -> Option<(usize, WardBasis)> {
        let successors = &self.units[old].successors;
        let basis = if successors.len() == 1 { WardBasis::Successor } else { WardBasis::MainSuccessor };
        Some((*successors.first()?, basis))
    }

    /// Whether a ward of today has a part of a former province.
    fn has_part_of(&self, ward: usize, province: Option<usize>) -> bool {
        let province_of =
            |old: usize| self.units[old].parent.and_then(|district| self.units[district].parent);
        self.units[ward].predecessors.iter().any(|old| province_of(*old) == province)
    }

    fn place(&self, units: Units) -> Place {
        let id = |unit: Option<usize>| unit.map(|unit| self.units[unit].id.clone());
        let ward = units.ward.map(|(unit, _)| unit);
        let smallest_first = [ward, units.district, units.former_province, units.province];
        let point = smallest_first.into_iter().flatten().find_map(|unit| self.units[unit].point.as_ref());
        Place {
            ward_id: id(ward),
            ward_basis: units.ward.map(|(_, basis)| basis),
            district_id: id(units.district),
            province_id: id(units.province),
            former_province_id: id(units.former_province),
            lat: point.map(|point| point.lat),
            lon: point.map(|point| point.lon),
            coord_precision: point.map(|point| point.precision),
            coord_source: point.and_then(|point| point.source.clone()),
        }
    }

    fn not_found(&self, what: &str, text: &str, within: usize) -> String {
        format!("no {what} {text:?} in {}", self.units[within].name)
    }
}
