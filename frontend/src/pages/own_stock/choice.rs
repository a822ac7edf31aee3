//! The products that are chosen for the list. The form keeps them in one field, a line for each with its id and its
//! name, so that a draft can name them again without asking.

/// A product that is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) id: String,
    pub(super) name: String,
}

/// The products in a field.
pub(super) fn read(field: &str) -> Vec<Chosen> {
    let lines = field.lines().filter_map(|line| line.split_once(' '));
    lines.map(|(id, name)| Chosen { id: id.to_owned(), name: name.to_owned() }).collect()
}

/// Whether a product is among them.
pub(super) fn holds(field: &str, id: &str) -> bool {
    field.lines().any(|line| line.split_once(' ').is_some_and(|(known, _)| known == id))
}

/// The field after a product was chosen, or no longer is.
pub(super) fn toggled(field: &str, id: &str, name: &str) -> String {
    let others = field.lines().filter(|line| line.split_once(' ').is_some_and(|(known, _)| known != id));
    let others = others.map(str::to_owned);
    // A name is one line, whatever its maker typed.
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let new = (!holds(field, id)).then(|| format!("{id} {name}"));
    others.chain(new).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_can_be_read_again_and_chosen_no_longer() {
        let one = toggled("", "1", "Trà sen");
        let both = toggled(&one, "2", "Chè\n lam");

        let names: Vec<_> = read(&both).into_iter().map(|chosen| chosen.name).collect();
        assert_eq!(names, ["Trà sen", "Chè lam"]);
        assert!(holds(&both, "1") && !holds(&both, "3"));
        assert_eq!(toggled(&both, "1", "Trà sen"), "2 Chè lam");
    }
}
