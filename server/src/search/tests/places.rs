//! Places in a text: what lies there comes before what only has the syllables.

use std::collections::{BTreeSet, HashSet};

use shared::text::fold;

use super::catalogue::{Catalogue, PublicProduct, products, provinces};

#[test]
fn the_name_of_a_place_finds_what_lies_there_first() {
    let catalogue = Catalogue::new();
    let (products, provinces) = (products(), provinces());
    let lies_in = |place: &str, one: &PublicProduct| {
        let now = provinces.get(&one.province).map(|both| both.current.name.as_str());
        one.province == place || one.district == place || now.is_some_and(|now| now.ends_with(place))
    };
    let mut places: BTreeSet<&str> =
        products.iter().flat_map(|one| [one.province.as_str(), one.district.as_str()]).collect();
    // A city is found like the province of its name; nếp cái hoa vàng comes before what is made in Hòa Vang.
    places.retain(|place| !place.to_lowercase().starts_with("thành phố"));
    for other in ["", "Thừa Thiên Huế", "Hòa Vang"] {
        places.remove(other);
    }
    let mut failures = Vec::new();
    for place in &places {
        let there: HashSet<&str> =
            products.iter().filter(|one| lies_in(place, one)).map(|one| one.name.as_str()).collect();
        for text in [(*place).to_owned(), fold(place)] {
            let names = catalogue.names(&text, 10);
            let right = names.iter().filter(|name| name.contains(place) || there.contains(name.as_str()));
            // One name may have the syllables side by side by chance, such as `đóng hoa quả` for Đông Hòa.
            if right.count() < there.len().min(9) {
                failures.push(format!("{text}: {names:?}"));
            }
        }
    }

    assert!(places.len() > 200);
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn the_kind_of_a_unit_does_not_matter_before_its_name() {
    let catalogue = Catalogue::new();
    for (kind, place) in [("tỉnh ", "Bắc Giang"), ("quận ", "Ba Đình"), ("huyen ", "Gia Lâm")] {
        let with_kind = catalogue.page(&format!("{kind}{place}"), 10);
        let without = catalogue.page(place, 10);

        assert_eq!((with_kind.total, with_kind.reading), (without.total, without.reading), "{kind}{place}");
    }
    assert!(catalogue.names("tinh dầu", 10).iter().all(|name| name.to_lowercase().contains("tinh dầu")));
}

#[test]
fn a_product_and_a_place_find_that_product_from_there_first() {
    let catalogue = Catalogue::new();
    for (text, word, place) in [
        ("ca phe son la", "phê", "Sơn La"),
        ("mật ong Hà Giang", "ong", "Hà Giang"),
        ("banh khao bac giang", "khảo", "Bắc Giang"),
        ("cà phê tỉnh Sơn La", "phê", "Sơn La"),
    ] {
        let products = products();
        let exists = products.iter().any(|one| one.name.contains(word) && one.province == place);
        let first = &catalogue.names(text, 1)[0];
        let is_right =
            products.iter().any(|one| one.name == *first && first.contains(word) && one.province == place);
        assert!(is_right || !exists, "{text}: {first}");
    }
    assert!(catalogue.names("vải thiều Bắc Giang", 1)[0].contains("Vải"), "the name goes first");
}
