//! What stands in the document of an agreement, and what is left to fill in by hand.

use super::*;

fn document() -> AgreementDocument {
    let day = |text: &str| text.parse().ok();
    let template = |title: &str, closing: &str| Template {
        title: title.to_owned(),
        legal_bases: "Căn cứ Bộ luật Dân sự năm 2015;\nCăn cứ Luật Thương mại năm 2005;".to_owned(),
        closing: closing.to_owned(),
    };
    AgreementDocument {
        kind: AgreementKind::Mou,
        status: AgreementStatus::Signed,
        number: Some("12/BBGNHT".to_owned()),
        is_paper: false,
        signed_on: day("2026-11-22"),
        event: None,
        starts_on: day("2026-12-01"),
        ends_on: None,
        place: Some("Hà Nội".to_owned()),
        delivery: Some("Giao tại kho.\nTrước 9 giờ.".to_owned()),
        payment: None,
        quality: None,
        other: None,
        buyer: Side { name: "Siêu thị A (mẫu)".to_owned(), ..Side::default() },
        seller: Side {
            name: "Hộ B (mẫu)".to_owned(),
            tax_code: Some("001******345".to_owned()),
            ..Side::default()
        },
        goods: vec![Goods {
            name: "Trà sen".to_owned(),
            pack: None,
            per_month: Quantity::from_thousandths(120_500).unwrap(),
            unit: Words { vi: "hộp".to_owned(), en: Some("box".to_owned()) },
            price: Dong::new(250_000).ok(),
            months: Some(months::bits_of([9, 10, 11])),
        }],
        vi: template("BIÊN BẢN GHI NHỚ", "Một.\nHai."),
        en: template("MEMORANDUM", "One."),
    }
}

/// All texts of a document, in their order.
fn texts(blocks: &[Block]) -> Vec<&Words> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph(_, words) => vec![words],
            Block::Table(table) => {
                table.columns.iter().map(|column| &column.name).chain(table.rows.iter().flatten()).collect()
            }
            Block::Signatures(sides) => sides.iter().flat_map(|side| [&side.side, &side.asks]).collect(),
        })
        .collect()
}

fn says(blocks: &[Block], text: &str) -> bool {
    texts(blocks).iter().any(|words| words.vi == text || words.en.as_deref() == Some(text))
}

#[test]
fn what_was_signed_says_so_and_when() {
    let blocks = document().blocks(DocumentLanguage::Vietnamese);

    assert!(says(&blocks, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    assert!(says(&blocks, "Số: 12/BBGNHT"));
    assert!(says(&blocks, "Hà Nội, ngày 22 tháng 11 năm 2026"));
    assert!(!says(&blocks, "BẢN NHÁP"));
    assert!(texts(&blocks).iter().any(|words| words.vi.contains("chữ ký trên bản giấy")));
    assert!(texts(&blocks).iter().all(|words| words.en.is_none()));
}

#[test]
fn what_is_not_known_is_a_dotted_line() {
    let blocks = document().blocks(DocumentLanguage::Vietnamese);

    assert!(says(&blocks, &format!("Địa chỉ: {DOTS}")));
    assert!(says(&blocks, "Từ ngày 01 tháng 12 năm 2026 đến hết ngày …… tháng …… năm ………."));
    assert!(!texts(&blocks).iter().any(|words| words.vi.contains('*')), "a masked number is not printed");
}

#[test]
fn an_unsigned_one_is_a_draft_in_every_state() {
    for status in AgreementStatus::ALL {
        let blocks = AgreementDocument { status: *status, ..document() }.blocks(DocumentLanguage::Both);

        assert_eq!(says(&blocks, "BẢN NHÁP"), !status.was_signed(), "{status:?}");
    }
}

#[test]
fn both_languages_stand_beside_each_other_and_nothing_is_lost() {
    let blocks = document().blocks(DocumentLanguage::Both);

    for text in ["Một.", "One.", "Hai.", "box", "9-11", "120,5", "Trước 9 giờ.", "FOR PARTY B (SELLER)"]
    {
        assert!(says(&blocks, text), "{text}");
    }
    let longer = AgreementDocument {
        en: Template { closing: "One.\nTwo.\nThree.".to_owned(), ..Template::default() },
        ..document()
    };
    assert!(says(&longer.blocks(DocumentLanguage::Both), "Three."));
}

#[test]
fn departments_agree_without_goods_and_their_terms() {
    let framework =
        AgreementDocument { kind: AgreementKind::Framework, goods: Vec::new(), delivery: None, ..document() };

    let blocks = framework.blocks(DocumentLanguage::Vietnamese);

    assert!(!blocks.iter().any(|block| matches!(block, Block::Table(_))));
    assert!(says(&blocks, "Điều 1. Thời hạn") && says(&blocks, "Điều 2. Điều khoản chung"));
}

#[test]
fn the_columns_of_a_table_fill_it() {
    let blocks = document().blocks(DocumentLanguage::Both);

    for block in &blocks {
        let Block::Table(table) = block else { continue };
        assert_eq!(table.columns.iter().map(|column| u32::from(column.width)).sum::<u32>(), 100);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    }
}
