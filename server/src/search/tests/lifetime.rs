//! What an index holds after it was written, left, damaged or copied: what its position says, or nothing.

use std::path::Path;

use proptest::prelude::*;

use super::catalogue::{Catalogue, documents, position, product_id};
use crate::search::{
    NameCard, NameDocument, NameIndex, NameKind, NameQuery, ProductIndex, ProductQuery, Synonyms,
};

fn open(folder: &Path) -> ProductIndex {
    ProductIndex::open(folder, Synonyms::bundled().unwrap()).unwrap()
}

fn total(index: &ProductIndex, text: &str) -> usize {
    index.search(&ProductQuery { text: text.to_owned(), first: 1, ..ProductQuery::default() }).unwrap().total
}

#[test]
fn a_kept_index_continues_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let index = open(folder.path());
    assert_eq!(index.position(), None);
    index.rebuild(documents(), &position(1)).unwrap();
    index.apply([], [product_id(0), product_id(1)], &position(2)).unwrap();
    drop(index);

    let index = open(folder.path());

    assert_eq!(index.position(), Some(position(2)));
    assert_eq!((index.size(), total(&index, "")), (937, 937));
}

#[test]
fn a_write_is_found_at_once_and_replaces_what_had_its_id() {
    let catalogue = Catalogue::new();
    let mut product = documents().remove(0);
    product.card.name = "Rượu mận Bắc Hà đặc biệt".to_owned();
    let old = documents().remove(0).card.name;

    for seq in 2..20 {
        catalogue.index.apply([product.clone()], [], &position(seq)).unwrap();
        assert_eq!(catalogue.index.size(), 939);
        assert_eq!(catalogue.names("ruou man bac ha dac biet", 3)[0], product.card.name);
    }

    assert!(!catalogue.names(&old, 100).contains(&old));
    catalogue.index.apply([], [product.card.id], &position(20)).unwrap();
    assert_eq!(catalogue.index.size(), 938);
    assert!(!catalogue.names("ruou man bac ha dac biet", 3).contains(&product.card.name));
}

#[test]
fn a_failed_write_changes_nothing_and_the_next_one_works() {
    let catalogue = Catalogue::new();
    let folder = tempfile::tempdir().unwrap();
    let failing = super::super::engine::Engine::open(folder.path()).unwrap();

    let documents = documents().into_iter().take(5).map(|one| one.stored());
    let broken = documents.chain([Err(anyhow::anyhow!("the database went away"))]);
    assert!(failing.rebuild(broken, &position(1)).is_err());
    assert_eq!((failing.position(), failing.snapshot().documents), (None, 0));
    failing.apply([], [], &position(1)).unwrap();
    assert_eq!((failing.position(), failing.snapshot().documents), (Some(position(1)), 0));
    drop(catalogue);
}

#[test]
fn another_format_or_damage_means_an_empty_index() {
    for damage in [truncate_a_segment, forget_a_segment, spoil_the_meta_file, change_the_format] {
        let folder = tempfile::tempdir().unwrap();
        open(folder.path()).rebuild(documents(), &position(1)).unwrap();
        damage(folder.path());

        let index = open(folder.path());

        assert_eq!((index.position(), index.size()), (None, 0));
        index.rebuild(documents(), &position(2)).unwrap();
        assert_eq!((index.position(), index.size()), (Some(position(2)), 939));
    }
}

fn a_segment(folder: &Path) -> std::path::PathBuf {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.filter(|file| file.extension().is_some_and(|kind| kind == "idx")).last().unwrap()
}

fn truncate_a_segment(folder: &Path) {
    let file = a_segment(folder);
    let bytes = std::fs::read(&file).unwrap();
    std::fs::write(file, &bytes[..bytes.len() / 2]).unwrap();
}

fn forget_a_segment(folder: &Path) {
    std::fs::remove_file(a_segment(folder)).unwrap();
}

fn spoil_the_meta_file(folder: &Path) {
    std::fs::write(folder.join("meta.json"), "{").unwrap();
}

fn change_the_format(folder: &Path) {
    let file = folder.join("meta.json");
    let meta = std::fs::read_to_string(&file).unwrap();
    let other = meta.replace("\\\"format\\\":", "\\\"format\\\":9");
    assert_ne!(meta, other);
    std::fs::write(file, other).unwrap();
}

/// A copy made while another thread writes is what a killed machine may leave, and worse.
#[test]
fn a_folder_copied_while_writing_is_whole_or_empty() {
    let folder = tempfile::tempdir().unwrap();
    let index = open(folder.path());
    index.rebuild(documents(), &position(0)).unwrap();
    let products = documents();

    std::thread::scope(|threads| {
        threads.spawn(|| {
            for seq in 1..30_usize {
                index.apply([products[seq].clone()], [product_id(900 - seq)], &position(seq as i64)).unwrap();
            }
        });
        for _ in 0..15 {
            let copy = tempfile::tempdir().unwrap();
            for file in std::fs::read_dir(folder.path()).unwrap() {
                let file = file.unwrap();
                let _ = std::fs::copy(file.path(), copy.path().join(file.file_name()));
            }

            let index = open(copy.path());

            let expected = index.position().map_or(0, |position| 939 - position.seq as usize);
            assert_eq!((index.size(), total(&index, "")), (expected, expected));
        }
    });
}

#[test]
fn names_of_every_kind_are_found_and_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let index = NameIndex::open(folder.path(), Synonyms::bundled().unwrap()).unwrap();
    let name = |kind, id: &str, name: &str, detail: &str| NameDocument {
        card: NameCard { kind, id: id.to_owned(), name: name.to_owned(), detail: detail.to_owned() },
        aliases: vec!["Tỉnh Hà Tây".to_owned()],
    };
    let names = [
        name(NameKind::Producer, "1", "HTX Rau sạch Yên Nghĩa", "Hà Đông"),
        name(NameKind::SalePoint, "1", "Điểm OCOP Yên Nghĩa", "Hà Đông"),
        name(NameKind::Place, "current/ward/1", "Phường Yên Nghĩa", "Hà Nội"),
    ];
    index.rebuild(names, &position(1)).unwrap();
    let found = |text: &str, kinds: &[NameKind]| {
        let query = NameQuery {
            text: text.to_owned(),
            unfinished: true,
            kinds: kinds.to_vec(),
            first: 9,
            after: None,
        };
        index.search(&query).unwrap().hits.into_iter().map(|(card, _)| card.name).collect::<Vec<_>>()
    };

    assert_eq!(found("yen ng", &[]).len(), 3);
    assert_eq!(found("yen ng", &[NameKind::SalePoint]), ["Điểm OCOP Yên Nghĩa"]);
    assert_eq!(found("phuong yen nghia", &[]), ["Phường Yên Nghĩa"]);
    assert_eq!(found("ha tay", &[]).len(), 3);
    index.apply([name(NameKind::Place, "current/ward/1", "Phường Hà Đông", "")], [], &position(2)).unwrap();
    assert_eq!(found("yen nghia", &[]).len(), 2);
    index.apply([], [(NameKind::Producer, "1".to_owned())], &position(3)).unwrap();
    assert_eq!(found("yen nghia", &[]), ["Điểm OCOP Yên Nghĩa"]);
}

#[test]
fn no_text_makes_it_panic() {
    let catalogue = Catalogue::new();
    let long = "x".repeat(200);
    for text in ["a", "\"", "*", "AND OR NOT", "name:(", "🐟", "\u{301}", "đ", "ß", &long, &"a ".repeat(100)]
    {
        catalogue.page(text, 20);
    }
    proptest!(ProptestConfig::with_cases(200), |(text in ".{0,60}")| {
        catalogue.page(&text, 5);
        catalogue.index.suggest(&text, 5).unwrap();
    });
    proptest!(ProptestConfig::with_cases(200), |(text in "[a-zA-ZđĐăâêôơưàá0-9 .,+]{0,200}")| {
        catalogue.page(&text, 5);
    });
}
