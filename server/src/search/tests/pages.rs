//! Filters, facets, orders and pages.

use std::collections::HashSet;

use super::catalogue::{Catalogue, documents, position, product_id};
use crate::search::{Cursor, Filter, Order, ProductCard, ProductQuery};

fn query(text: &str, filter: Filter) -> ProductQuery {
    ProductQuery { text: text.to_owned(), filter, first: 20, facets: true, ..ProductQuery::default() }
}

fn groups(codes: &[&str]) -> Filter {
    Filter { groups: codes.iter().map(|code| (*code).to_owned()).collect(), ..Filter::default() }
}

#[test]
fn the_facets_of_everything_count_every_product_once() {
    let catalogue = Catalogue::new();

    let page = catalogue.index.search(&query("", Filter::default())).unwrap();

    let facets = page.facets.unwrap();
    assert_eq!(page.total, 939);
    assert_eq!(facets.stars(), [(Some(5), 58), (Some(4), 358), (Some(3), 294), (None, 229)]);
    assert_eq!(facets.groups()[0].value, "I");
    assert_eq!(facets.groups().iter().map(|group| group.count).sum::<u32>(), 939);
    assert_eq!(facets.former_provinces()[0].1, "Thành phố Hà Nội");
    assert_eq!(facets.former_provinces()[0].0.count, 117);
    assert!(page.hits.iter().all(|(card, _)| card.stars == Some(5)));
}

#[test]
fn a_facet_is_not_shrunk_by_its_own_filter_but_by_the_others() {
    let catalogue = Catalogue::new();
    let filter = Filter { stars: vec![4], ..groups(&["II"]) };

    let page = catalogue.index.search(&query("", filter)).unwrap();

    let facets = page.facets.unwrap();
    let products = documents();
    let count = |group: &str, stars: Option<u8>| {
        products.iter().filter(|one| one.card.group_code == group && one.card.stars == stars).count()
    };
    assert_eq!(page.total, count("II", Some(4)));
    for (stars, n) in facets.stars() {
        assert_eq!(n as usize, count("II", stars));
    }
    for group in facets.groups() {
        assert_eq!(group.count as usize, count(group.value, Some(4)));
    }
    assert!(facets.stars().len() > 1 && facets.groups().len() > 1);
}

#[test]
fn a_group_has_all_that_is_below_it() {
    let catalogue = Catalogue::new();
    let mut product = documents().remove(0);
    product.card.group_code = "II.1.b".to_owned();
    catalogue.index.apply([product], [], &position(2)).unwrap();

    for (code, below) in [("II.1.b", 1), ("II.1", 1), ("II.1.a", 0), ("II", 56), ("III", 92), ("I.1", 0)] {
        let page = catalogue.index.search(&query("", groups(&[code]))).unwrap();
        assert_eq!(page.total, below, "{code}");
    }
    let page = catalogue.index.search(&query("", groups(&["II"]))).unwrap();
    let facets = page.facets.unwrap();
    let of = |code: &str| facets.groups().iter().find(|group| group.value == code).map(|group| group.count);
    assert_eq!([of("II"), of("II.1"), of("II.1.b")], [Some(56), Some(1), Some(1)]);
}

#[test]
fn months_are_alternatives_and_certificates_are_all_demanded() {
    let catalogue = Catalogue::new();
    let mut products: Vec<_> = documents().into_iter().take(3).collect();
    products[0].card.months = Some(0b11);
    products[1].card.months = Some(0b110);
    products[0].card.certificates = vec!["haccp".to_owned(), "vietgap".to_owned()];
    products[1].card.certificates = vec!["vietgap".to_owned()];
    catalogue.index.apply(products, [], &position(2)).unwrap();
    let total = |filter: Filter| catalogue.index.search(&query("", filter)).unwrap().total;

    assert_eq!(total(Filter { months: 0b100, ..Filter::default() }), 1);
    assert_eq!(total(Filter { months: 0b101, ..Filter::default() }), 2);
    let both = vec!["vietgap".to_owned(), "haccp".to_owned()];
    assert_eq!(total(Filter { certificates: both[..1].to_vec(), ..Filter::default() }), 2);
    assert_eq!(total(Filter { certificates: both, ..Filter::default() }), 1);
    let facets = catalogue.index.search(&query("", Filter::default())).unwrap().facets.unwrap();
    assert_eq!(facets.months()[..4], [1, 2, 1, 0]);
    assert_eq!(facets.certificates()[0].value, "vietgap");
}

#[test]
fn pages_of_every_order_show_every_product_once() {
    let catalogue = Catalogue::new();
    for text in ["", "trà", "ca phe hat", "keo dua gugg", "caf phee", "banh ngon dau xanh tuyet voi"] {
        for order in [Order::Relevance, Order::Name, Order::Stars, Order::Newest] {
            let mut query = ProductQuery { order, first: 7, ..query(text, Filter::default()) };
            let first = catalogue.index.search(&query).unwrap();
            let mut seen = HashSet::new();
            loop {
                let page = catalogue.index.search(&query).unwrap();
                assert_eq!((page.total, page.reading), (first.total, first.reading), "{text} {order:?}");
                for (card, cursor) in &page.hits {
                    assert!(seen.insert(card.id), "{text} {order:?}: {} twice", card.name);
                    query.after = Some(cursor.to_string().parse::<Cursor>().unwrap());
                }
                if !page.has_next {
                    break;
                }
            }
            assert_eq!(seen.len(), first.total, "{text} {order:?}");
        }
    }
}

#[test]
fn orders_are_what_they_say() {
    let catalogue = Catalogue::new();
    let cards = |order| {
        let page =
            catalogue.index.search(&ProductQuery { order, first: 100, ..query("trà", Filter::default()) });
        page.unwrap().hits.into_iter().map(|(card, _)| card).collect::<Vec<_>>()
    };

    assert!(cards(Order::Newest).is_sorted_by_key(|card| std::cmp::Reverse(card.added_at_ms)));
    assert!(cards(Order::Name).is_sorted_by_key(|card| shared::text::sort_key(&card.name)));
    assert!(cards(Order::Stars).is_sorted_by_key(|card| std::cmp::Reverse(card.stars)));
}

#[test]
fn a_cursor_of_another_order_is_refused() {
    let catalogue = Catalogue::new();
    let after = catalogue.page("trà", 1).hits.remove(0).1;

    let query = ProductQuery { order: Order::Name, after: Some(after), ..query("trà", Filter::default()) };

    assert!(catalogue.index.search(&query).unwrap_err().is::<crate::search::BadCursor>());
}

#[test]
fn a_forged_cursor_is_refused_or_answered_but_never_breaks() {
    let catalogue = Catalogue::new();
    let answer = |text: &str, cursor: &str| {
        let after = Some(cursor.parse::<Cursor>().unwrap());
        let answer = catalogue.index.search(&ProductQuery { after, ..query(text, Filter::default()) });
        answer.map_err(|error| error.downcast::<crate::search::BadCursor>().unwrap())
    };

    let forged = |stage: &str| format!("00{stage}ffffffffffffffffff010000");
    for stage in ["0800", "0801", "0802", "0805", "08ff"] {
        assert!(answer("tra sen", &forged(stage)).is_err(), "{stage}");
        assert!(answer("***", &forged(stage)).is_err(), "{stage}");
    }
    assert!(answer("tra", &forged("0800")).is_err());
    assert!(answer("trà sen tây hồ", &forged("0803")).is_ok());
    for stage in ["00", "01", "02", "03", "04", "05", "06", "07"] {
        for text in ["", "tra", "tra sen vu toan", "caf phee"] {
            assert!(answer(text, &forged(stage)).is_ok(), "{stage} {text}");
            assert!(answer(text, &format!("00{stage}0103ff00ff05")).is_ok(), "{stage} {text}");
        }
    }
}

#[test]
fn a_producer_and_a_set_of_ids_narrow_everything() {
    let catalogue = Catalogue::new();
    let producer = documents()[0].card.producer_id;
    let of_producer = documents().iter().filter(|one| one.card.producer_id == producer).count();

    let mut one = ProductQuery { producer: Some(producer), ..query("", Filter::default()) };
    assert_eq!(catalogue.index.search(&one).unwrap().total, of_producer);
    one.producer = None;
    one.ids = Some((0..40).chain([100_000]).map(product_id).collect());
    let page = catalogue.index.search(&one).unwrap();
    assert_eq!(page.total, 40);
    assert_eq!(page.facets.unwrap().stars().iter().map(|(_, count)| count).sum::<u32>(), 40);
    one.text = "tra".to_owned();
    assert!(catalogue.index.search(&one).unwrap().total < 40);
}

#[test]
fn every_product_has_similar_ones() {
    let catalogue = Catalogue::new();
    let of = |name: &str| {
        let card = documents().into_iter().map(|one| one.card).find(|card| card.name == name).unwrap();
        let similar = catalogue.index.similar(&card, 6).unwrap();
        assert_eq!(similar, catalogue.index.similar(&card, 6).unwrap());
        similar.into_iter().map(|card| card.name).collect::<Vec<_>>()
    };
    let count = |card: &ProductCard| {
        let similar = catalogue.index.similar(card, 6).unwrap();
        let ids: HashSet<_> = similar.iter().map(|one| one.id).collect();
        assert!(ids.len() == similar.len() && !ids.contains(&card.id));
        assert!(similar.iter().all(|one| one.group_code == card.group_code));
        similar.len()
    };

    assert_eq!(of("Muối hạt Bạc Liêu")[0], "Muối tinh Bạc Liêu");
    assert!(of("Muối hạt Bạc Liêu").iter().all(|name| name.to_lowercase().contains("muối")));
    assert!(of("Cà phê bột Đắk Đam").iter().all(|name| name.to_lowercase().contains("cà phê")));
    let counts: Vec<usize> = documents().iter().map(|one| count(&one.card)).collect();
    let with = |least: usize| counts.iter().filter(|count| **count >= least).count();
    assert!(with(1) == 939 && with(6) > 900, "{:?}", [with(1), with(6)]);
}
