//! How a text is read: synonyms, keystrokes, slips, and what is said of it.

use super::catalogue::{Catalogue, documents, position};
use crate::search::{ProductQuery, Reading};

fn query(text: &str) -> ProductQuery {
    ProductQuery { text: text.to_owned(), first: 20, facets: true, ..ProductQuery::default() }
}

#[test]
fn a_producer_or_a_set_of_ids_does_not_change_how_a_text_is_read() {
    let catalogue = Catalogue::new();
    let (first, last) = (documents().remove(0).card, documents().pop().unwrap().card);
    for text in ["cà phê", "keo dua gugg", "cas nucj", "bánh đậu xanh tuyệt vời", "tra uop sen vu to"]
    {
        let reading = catalogue.page(text, 1).reading;
        let narrowed = [
            ProductQuery { producer: Some(first.producer_id), ..query(text) },
            ProductQuery { ids: Some(vec![last.id]), ..query(text) },
        ];
        for query in narrowed {
            let page = catalogue.index.search(&query).unwrap();
            assert_eq!((page.reading, page.total, page.facets.is_some()), (reading, 0, true), "{text}");
        }
    }
}

#[test]
fn keystrokes_are_read_where_the_letters_find_little() {
    let catalogue = Catalogue::new();
    let mut product = documents().remove(0);
    product.card.name = "Bình gaf Minh Anh".to_owned();
    catalogue.index.apply([product.clone()], [], &position(2)).unwrap();

    let page = catalogue.page("gaf", 20);

    assert_eq!((page.reading, page.read_as.as_deref()), (Reading::Keystrokes, Some("gà")));
    assert!(page.hits.iter().any(|(card, _)| card.name == product.card.name));
    assert!(page.hits.iter().filter(|(card, _)| card.name.to_lowercase().contains("gà")).count() > 5);
}

#[test]
fn what_was_read_is_said() {
    let catalogue = Catalogue::new();
    let read = |text| {
        let page = catalogue.page(text, 5);
        (page.reading, page.read_as)
    };

    assert_eq!(read("bánh đậu xanh"), (Reading::Plain, None));
    assert_eq!(read("tra uop sen vu to"), (Reading::Prefix, None));
    assert_eq!(read("cas nucj"), (Reading::Keystrokes, Some("cá nục".to_owned())));
    assert_eq!(read("keo dua gugg"), (Reading::Typo, Some("keo dua gung".to_owned())));
    assert_eq!(read("bánh đậu xanh tuyệt vời").0, Reading::Relaxed);
    assert_eq!(catalogue.page("***", 5).total, 0);
    assert_eq!(catalogue.page(" ", 5).total, 939);
}

#[test]
fn only_slips_are_put_right() {
    let catalogue = Catalogue::new();
    let mut product = documents().remove(0);
    product.card.name = "Bánh dẻo Công Phu".to_owned();
    product.places = vec!["Huyện Vĩnh Long".to_owned(), "Xã Phước Hậu".to_owned()];
    catalogue.index.apply([product.clone()], [], &position(2)).unwrap();
    let read = |text: &str| {
        let page = catalogue.page(text, 1);
        assert_eq!(page.hits[0].0.name, product.card.name, "{text}");
        (page.reading, page.read_as.unwrap())
    };

    // `long` is right, if only as a place, and no slip of `cong`.
    assert_eq!(read("banh dẻp công phu long"), (Reading::Typo, "banh deo cong phu long".to_owned()));
    assert_eq!(read("banh deo cong phu phuocq"), (Reading::Typo, "banh deo cong phu phuoc".to_owned()));
}

#[test]
fn one_letter_beside_others_is_no_slip() {
    let catalogue = Catalogue::new();

    for text in ["chè ô long", "tra o long"] {
        let page = catalogue.page(text, 3);
        assert!(page.reading != Reading::Typo, "{text}: {:?}", page.read_as);
    }
}

#[test]
fn remarks_are_found_only_when_nothing_else_is() {
    let catalogue = Catalogue::new();
    let mut product = documents().remove(0);
    product.description = Some("Không đường, ngọt dịu; như bò".to_owned());
    catalogue.index.apply([product.clone()], [], &position(2)).unwrap();

    assert_eq!(catalogue.names("không đường ngọt dịu", 5), [product.card.name.clone()]);
    assert!(!catalogue.names("bò", 100).contains(&product.card.name));
}

#[test]
fn synonyms_come_after_what_was_typed() {
    let catalogue = Catalogue::new();

    let names = catalogue.names("chè", 100);

    let first_synonym = names.iter().position(|name| !name.to_lowercase().contains("chè"));
    let last_typed = names.iter().rposition(|name| name.contains("Chè") || name.contains("chè"));
    assert!(first_synonym.unwrap() > 3);
    assert!(last_typed < first_synonym || catalogue.page("chè", 1).total > 100);
}

#[test]
fn a_synonym_that_shares_words_with_its_term_is_found() {
    let catalogue = Catalogue::new();
    let mut products: Vec<_> = documents().into_iter().take(12).collect();
    let names = [
        "Trà ô long Cầu Đất",
        "Chè ô long Mộc Châu",
        "Trà nõn tôm Tân Cương",
        "Trà shan tuyết Suối Giàng",
        "Trà Thái Nguyên hảo hạng",
        "Trà hoa vàng Ba Chẽ thượng hạng",
        "Bông thiên lý sấy",
        "Rau cần nước",
        "Nước mắm nhĩ Nam Ô",
        "Phồng tôm Sa Giang",
        "Bánh quy gạo lứt",
        "Chè shan tuyết Bằng Phúc",
    ];
    for (product, name) in products.iter_mut().zip(names) {
        product.card.name = name.to_owned();
    }
    catalogue.index.apply(products, [], &position(2)).unwrap();

    for (text, name) in [
        ("chè ô long", names[0]),
        ("trà ô long", names[1]),
        ("chè nõn tôm", names[2]),
        ("chè shan tuyết", names[3]),
        ("trà shan tuyết", names[11]),
        ("che shan tuyet", names[3]),
        ("chè Thái Nguyên", names[4]),
        ("chè hoa vàng", names[5]),
        ("hoa thiên lý", names[6]),
        ("rau cần ta", names[7]),
        ("nước mắm cốt", names[8]),
        ("bánh phồng tôm", names[9]),
        ("bánh bích quy", names[10]),
    ] {
        let found = catalogue.names(text, 30);
        assert!(found.iter().any(|one| one == name), "{text}: {name} not in {found:?}");
    }
}
