//! Where what somebody typed differs from what somebody else has saved meanwhile.

use super::Form;

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

/// Compares a form with what is saved now: fields that were not touched take that at once, the others are to be chosen.
/// The form counts from then on as begun with what is saved.
pub(crate) fn meet(form: Form, saved: &[(String, String)], together: Together) -> Vec<Differing> {
    let versions: Vec<Versions> = saved
        .iter()
        .map(|(field, theirs)| Versions {
            field: field.clone(),
            began: form.initial(field),
            mine: form.value(field),
            theirs: theirs.clone(),
        })
        .collect();
    let (differing, taken) = compare(&versions, together);
    form.count_from(saved);
    for (field, value) in taken {
        form.set(&field, value);
    }
    differing
}

/// A field in three states: as the form began, as it was typed, as it is saved now.
struct Versions {
    field: String,
    began: String,
    mine: String,
    theirs: String,
}

/// The name of the group of a field that only makes sense together with others.
pub(crate) type Together = fn(&str) -> Option<&'static str>;

/// What must be chosen, and what is plain: fields that were not touched here take what is saved now.
fn compare(versions: &[Versions], together: Together) -> (Vec<Differing>, Vec<(String, String)>) {
    let (mut differing, mut taken) = (Vec::new(), Vec::new());
    for group in groups(versions, together) {
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

fn groups(versions: &[Versions], together: Together) -> Vec<Vec<&Versions>> {
    let mut groups: Vec<(Option<&str>, Vec<&Versions>)> = Vec::new();
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

    fn in_a_ward(field: &str) -> Option<&'static str> {
        matches!(field, "province" | "ward" | "wardName").then_some("ward")
    }

    fn versions(field: &str, began: &str, mine: &str, theirs: &str) -> Versions {
        Versions { field: field.into(), began: began.into(), mine: mine.into(), theirs: theirs.into() }
    }

    #[test]
    fn only_what_both_changed_must_be_chosen() {
        let (differing, taken) = compare(
            &[
                versions("name", "A", "B", "C"),
                versions("address", "A", "A", "B"),
                versions("taxCode", "", "1", "1"),
                versions("contact.phone", "1", "2", "1"),
            ],
            in_a_ward,
        );

        let names: Vec<_> = differing.iter().map(|differing| differing.fields.concat()).collect();
        assert_eq!(names, ["name", "contact.phone"]);
        assert_eq!(taken, [("address".into(), "B".into()), ("taxCode".into(), "1".into())]);
    }

    #[test]
    fn a_ward_is_chosen_with_its_province() {
        let (differing, taken) = compare(
            &[
                versions("province", "01", "01", "02"),
                versions("ward", "1", "2", "9"),
                versions("wardName", "P1", "P2", "P9"),
            ],
            in_a_ward,
        );

        assert_eq!(differing.len(), 1);
        assert_eq!(differing[0].theirs, ["02", "9", "P9"]);
        assert!(taken.is_empty());
    }
}
