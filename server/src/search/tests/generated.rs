//! Hundreds of queries of each kind, made of all public products: what the golden file asks of a few, at a rate.

use std::collections::HashMap;

use shared::text::fold;

use super::catalogue::{Catalogue, PublicProduct, products, provinces};
use super::typing::{Random, folded, keystrokes, second_vowel, slip, words};

/// Words of producers' names that tell nobody apart.
const COMMON: &str = "cong ty tnhh co phan hop tac xa htx san xuat thuong mai dich vu va mtv mot thanh vien ho kinh \
    doanh co so nong nghiep cp che bien doanh nghiep tu nhan to thuc pham tong chi nhanh dau trach nhiem huu han \
    xuat nhap khau phat trien du lich cong nghe sx tm dv ltd company limited";

struct Case {
    kind: &'static str,
    query: String,
    k: usize,
    expect: String,
}

#[test]
fn names_are_found_however_they_are_typed() {
    let catalogue = Catalogue::new();
    let mut rates: HashMap<&str, (usize, usize)> = HashMap::new();
    let mut failures = Vec::new();

    for case in cases() {
        let names = catalogue.names(&case.query, case.k);
        let rate = rates.entry(case.kind).or_default();
        rate.1 += 1;
        if names.iter().any(|name| fold(name) == fold(&case.expect)) {
            rate.0 += 1;
        } else {
            failures.push(format!("{} {:?}: {} not in {names:?}", case.kind, case.query, case.expect));
        }
    }

    let mut rates: Vec<_> = rates.into_iter().collect();
    rates.sort();
    for failure in &failures {
        println!("{failure}");
    }
    for (kind, (met, all)) in &rates {
        println!("{kind:24} {met:5} of {all:5} {:.1} %", 100.0 * *met as f64 / *all as f64);
    }
    let (met, all) = rates.iter().fold((0, 0), |sum, (_, rate)| (sum.0 + rate.0, sum.1 + rate.1));
    println!("{:24} {met:5} of {all:5} {:.1} %", "all", 100.0 * met as f64 / all as f64);
    for (kind, (met, all)) in rates {
        assert!(met * 100 >= all * 95, "{kind}: {met} of {all}");
    }
    assert!(met * 100 >= all * 97, "{met} of {all}");
}

/// A product with its words ready.
struct Product {
    public: PublicProduct,
    name: Vec<String>,
    producer: Vec<String>,
    /// Words of the province before and after the mergers.
    provinces: Option<[String; 2]>,
}

fn cases() -> Vec<Case> {
    let products = prepared();
    let mut random = Random(20_261_123);
    let mut cases = Vec::new();
    for product in &products {
        let (name, plain) = (&product.public.name, &product.name);
        let mut add = |kind, k, query: Option<String>| {
            if let Some(query) = query {
                cases.push(Case { kind, query, k, expect: name.clone() });
            }
        };
        add("accented", 3, Some(words(name).join(" ")));
        add("folded", 3, Some(plain.join(" ")));
        add("prefix", 5, cut(plain, &products, &mut random));
        add("typo", 5, slip(plain, &mut random));
        for (kind, is_telex) in [("telex", true), ("vni", false)] {
            let typed = keystrokes(name, is_telex, random.below(2) == 0);
            add(kind, 5, (typed != plain.join(" ") && typed.is_ascii()).then_some(typed));
        }
        add("tone_placement", 5, second_vowel(name));
        let mut shuffled = plain.clone();
        random.shuffle(&mut shuffled);
        add("word_order", 5, (shuffled != *plain).then(|| shuffled.join(" ")));
        add("product_and_producer", 5, with_producer(product, &products, &mut random));
        add("old_province", 5, with_province(product, &products, 0));
        add("new_province", 5, with_province(product, &products, 1));
    }
    cases
}

fn prepared() -> Vec<Product> {
    let provinces = provinces();
    let short =
        |name: &str| folded(name.trim_start_matches("Tỉnh ").trim_start_matches("Thành phố ")).join(" ");
    let product = |public: PublicProduct| Product {
        name: folded(&public.name),
        producer: folded(&public.producer),
        provinces: provinces
            .get(&public.province)
            .map(|both| [short(&both.former.name), short(&both.current.name)]),
        public,
    };
    products().into_iter().map(product).collect()
}

/// The name with its last word unfinished, if that does not fit more names than are looked at.
fn cut(plain: &[String], products: &[Product], random: &mut Random) -> Option<String> {
    let last = plain.last().filter(|last| last.len() >= 2 && plain.len() >= 2)?;
    let keep = 1 + random.below(last.len() - 1);
    let query = format!("{} {}", plain[..plain.len() - 1].join(" "), &last[..keep]);
    let fits = products.iter().filter(|other| other.name.join(" ").starts_with(&query)).count();
    (fits <= 5).then_some(query)
}

/// The beginning of the name and two telling words of the producer.
fn with_producer(product: &Product, products: &[Product], random: &mut Random) -> Option<String> {
    let name = &product.name;
    let is_telling =
        |word: &&String| !COMMON.split_whitespace().any(|common| common == *word) && !name.contains(word);
    let telling: Vec<_> = product.producer.iter().filter(is_telling).collect();
    let telling = telling.get(telling.len().saturating_sub(2)..).filter(|words| words.len() == 2)?;
    let begins = &name[..name.len().min(2 + random.below(2))];
    let fits = |other: &&Product| other.producer == product.producer && other.name.starts_with(begins);
    (products.iter().filter(fits).count() <= 5)
        .then(|| format!("{} {} {}", begins.join(" "), telling[0], telling[1]))
}

/// As much of the beginning of the name as tells it from most of its province, and the province.
fn with_province(product: &Product, products: &[Product], era: usize) -> Option<String> {
    let place = &product.provinces.as_ref()?[era];
    (2..=product.name.len()).find_map(|length| {
        let begins = &product.name[..length];
        let fits = |other: &&Product| {
            other.provinces.as_ref().is_some_and(|provinces| provinces[era] == *place)
                && begins.iter().all(|word| other.name.contains(word))
        };
        (products.iter().filter(fits).count() <= 5).then(|| format!("{} {place}", begins.join(" ")))
    })
}
