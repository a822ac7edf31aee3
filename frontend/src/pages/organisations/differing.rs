//! Where what somebody typed differs from what somebody else has saved meanwhile.

/// One field with both versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Differing {
    /// The names of the fields that go together.
    pub(crate) fields: Vec<String>,
    /// What was typed, for each.
    pub(crate) mine: Vec<String>,
    /// What is saved, for each.
    pub(crate) theirs: Vec<String>,
}

/// A field in three states: as the form began, as it was typed, as it is saved now.
pub(crate) struct Versions {
    pub(crate) field: String,
    pub(crate) began: String,
    pub(crate) mine: String,
    pub(crate) theirs: String,
}

/// Fields that only make sense together: a ward lies in its province, a pin has two coordinates.
const TOGETHER: [&[&str]; 2] = [&["province", "ward", "wardName"], &["lat", "lon"]];

/// What must be chosen, and what is plain: fields that were not touched here take what is saved now.
pub(crate) fn compare(versions: &[Versions]) -> (Vec<Differing>, Vec<(String, String)>) {
    let (mut differing, mut taken) = (Vec::new(), Vec::new());
    for group in groups(versions) {
        let is_touched = group.iter().any(|versions| versions.mine != versions.began);
        let is_same = group.iter().all(|versions| versions.mine == versions.theirs);
        if is_touched && !is_same {
            differing.push(Differing {
                fields: group.iter().map(|versions| versions.field.clone()).collect(),
                mine: group.iter().map(|versions| versions.mine.clone()).collect(),
                theirs: group.iter().map(|versions| versions.theirs.clone()).collect(),
            });
        } else {
            taken.extend(group.iter().map(|versions| (versions.field.clone(), versions.theirs.clone())));
        }
    }
    (differing, taken)
}

fn groups(versions: &[Versions]) -> Vec<Vec<&Versions>> {
    let together = |field: &str| TOGETHER.iter().position(|group| group.contains(&field));
    let mut groups: Vec<(Option<usize>, Vec<&Versions>)> = Vec::new();
    for versions in versions {
        let group = together(&versions.field);
        match groups.iter_mut().find(|(known, _)| group.is_some() && *known == group) {
            Some((_, members)) => members.push(versions),
            None => groups.push((group, vec![versions])),
        }
    }
    groups.into_iter().map(|(_, members)| members).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn versions(field: &str, began: &str, mine: &str, theirs: &str) -> Versions {
        Versions { field: field.into(), began: began.into(), mine: mine.into(), theirs: theirs.into() }
    }

    #[test]
    fn only_what_both_changed_must_be_chosen() {
        let (differing, taken) = compare(&[
            versions("name", "A", "B", "C"),
            versions("address", "A", "A", "B"),
            versions("taxCode", "", "1", "1"),
            versions("contact.phone", "1", "2", "1"),
        ]);

        let names: Vec<_> = differing.iter().map(|differing| differing.fields.concat()).collect();
        assert_eq!(names, ["name", "contact.phone"]);
        assert_eq!(taken, [("address".into(), "B".into()), ("taxCode".into(), "1".into())]);
    }

    #[test]
    fn a_ward_is_chosen_with_its_province() {
        let (differing, taken) = compare(&[
            versions("province", "01", "01", "02"),
            versions("ward", "1", "2", "9"),
            versions("wardName", "P1", "P2", "P9"),
        ]);

        assert_eq!(differing.len(), 1);
        assert_eq!(differing[0].theirs, ["02", "9", "P9"]);
        assert!(taken.is_empty());
    }
}
