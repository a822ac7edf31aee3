//! Provinces in both eras, in words.

use crate::api::schema;
use crate::text::{product, t};

/// An administrative unit by its name.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "AdminUnit")]
pub(crate) struct Unit {
    pub(crate) name: String,
}

/// `An Giang (trước là Kiên Giang)`; `None` where no province is known.
pub(crate) fn province_in_words(today: Option<&str>, former: Option<&str>) -> Option<String> {
    match (today, former) {
        (Some(today), Some(former)) if today != former => {
            Some(format!("{today} ({} {former})", t(product::FORMERLY)))
        }
        (Some(name), _) | (None, Some(name)) => Some(name.to_owned()),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_former_province_is_named_only_where_it_differs() {
        assert_eq!(
            province_in_words(Some("An Giang"), Some("Kiên Giang")).as_deref(),
            Some("An Giang (trước là Kiên Giang)")
        );
        assert_eq!(province_in_words(Some("Hà Nội"), Some("Hà Nội")).as_deref(), Some("Hà Nội"));
        assert_eq!(province_in_words(None, None), None);
    }
}
