//! The document by which a producer shows the markets of a product for its next star rating (DOMAIN §6): which agreements
//! were signed, what was delivered by the word of both sides, and what the next rank asks.

use chrono::NaiveDate;

use super::{
    Block, DocumentLanguage, Signature, Style, Table, Words, dates,
    writing::{DOTS, Writing, same},
};
use crate::{AgreementStatus, Quantity};

/// All that the document is made from.
#[derive(Clone, Debug)]
pub struct EvidenceDocument {
    /// The product.
    pub product: String,
    /// Who makes it.
    pub producer: String,
    /// First day that counts.
    pub from: NaiveDate,
    /// Last day that counts.
    pub until: NaiveDate,
    /// Stars that hold now.
    pub stars: Option<i32>,
    /// Signed agreements.
    pub markets: Vec<Market>,
    /// Buyers with a confirmed delivery.
    pub buyers: i32,
    /// Buyers of modern trade with a signed agreement.
    pub modern_trade_buyers: i32,
    /// What the next rank asks of the market.
    pub demands: Vec<Demand>,
}

/// A signed agreement with what was promised and delivered of the product within the time.
#[derive(Clone, Debug)]
pub struct Market {
    /// Who buys.
    pub buyer: String,
    /// Number of the agreement.
    pub number: Option<String>,
    /// When it was signed.
    pub signed_on: Option<NaiveDate>,
    /// Where it stands today.
    pub status: AgreementStatus,
    /// First and last day of its term.
    pub term: (Option<NaiveDate>, Option<NaiveDate>),
    /// What was promised, with the unit.
    pub promised: Vec<(Quantity, Words)>,
    /// What both sides confirmed, with the unit.
    pub confirmed: Vec<(Quantity, Words)>,
}

/// What a rank asks of the market.
#[derive(Clone, Debug)]
pub struct Demand {
    /// Which rank, and what it asks.
    pub words: Words,
    /// How many there are.
    pub has: i32,
    /// How many are asked for.
    pub needs: i32,
    /// Whether this shows it.
    pub is_met: bool,
}

impl EvidenceDocument {
    /// The document from top to bottom.
    pub fn blocks(&self, language: DocumentLanguage) -> Vec<Block> {
        let mut writing = Writing::new(language);
        writing.nation();
        writing.paragraph(
            Style::Title,
            "BẢNG KÊ THỊ TRƯỜNG TIÊU THỤ SẢN PHẨM OCOP",
            "MARKETS OF AN OCOP PRODUCT",
        );
        self.about(&mut writing);
        writing.paragraph(Style::Heading, "Thỏa thuận đã ký", "Signed agreements");
        if self.markets.is_empty() {
            writing.paragraph(
                Style::Text,
                "Không có thỏa thuận nào trong thời gian này.",
                "There is no agreement within this time.",
            );
        } else {
            let table = self.table(&writing);
            writing.blocks.push(Block::Table(table));
        }
        self.sums(&mut writing);
        self.asked(&mut writing);
        let signature = Signature {
            side: writing.words("ĐẠI DIỆN CHỦ THỂ", "FOR THE PRODUCER"),
            asks: writing.words("(Ký, ghi rõ họ tên, đóng dấu)", "(Signature, full name, seal)"),
            name: DOTS.to_owned(),
        };
        writing.blocks.push(Block::Signatures(vec![signature]));
        writing.paragraph(
            Style::Note,
            "Số lượng đã giao là số lượng mà cả bên bán và bên mua cùng xác nhận trên hệ thống. Bản kê này không thay cho hợp đồng, biên bản và hóa đơn.",
            "Delivered is what both sides confirmed in the system. This list does not stand instead of contracts, minutes and invoices.",
        );
        writing.blocks
    }

    fn about(&self, writing: &mut Writing) {
        writing.fact("Sản phẩm", "Product", Some(&self.product));
        writing.fact("Chủ thể", "Producer", Some(&self.producer));
        let (from, until) = (Some(self.from), Some(self.until));
        writing.paragraph(
            Style::Text,
            format!("Thời gian: từ {} đến hết {}", dates::vietnamese(from), dates::vietnamese(until)),
            format!("Time: from {} through {}", dates::english(from), dates::english(until)),
        );
        let (vi, en) = match self.stars {
            Some(stars) => (format!("{stars} sao"), format!("{stars} stars")),
            None => ("chưa có hạng sao còn hạn".to_owned(), "no stars that hold".to_owned()),
        };
        writing.paragraph(Style::Text, format!("Hạng sao hiện nay: {vi}"), format!("Stars now: {en}"));
    }

    fn table(&self, writing: &Writing) -> Table {
        let columns = vec![
            writing.column("TT", "No.", 8, true),
            writing.column("Bên mua", "Buyer", 24, false),
            writing.column("Số, ngày ký", "Number, signed on", 20, false),
            writing.column("Thời hạn", "Term", 18, false),
            writing.column("Đã thỏa thuận", "Promised", 15, false),
            writing.column("Đã giao", "Delivered", 15, false),
        ];
        let amounts = |amounts: &[(Quantity, Words)]| {
            if amounts.is_empty() {
                return same("0");
            }
            let listed = |unit: fn(&Words) -> &str| {
                let parts =
                    amounts.iter().map(|(quantity, words)| format!("{} {}", quantity.shown(), unit(words)));
                parts.collect::<Vec<_>>().join("; ")
            };
            writing.words(listed(|unit| &unit.vi), listed(|unit| unit.en.as_deref().unwrap_or(&unit.vi)))
        };
        let row = |(place, market): (usize, &Market)| {
            let day = |day: Option<NaiveDate>| day.map_or_else(|| "…".to_owned(), in_numbers);
            let number = market.number.as_deref().unwrap_or("…");
            vec![
                same((place + 1).to_string()),
                same(market.buyer.clone()),
                same(format!("{number}, {}", day(market.signed_on))),
                same(format!("{} – {}", day(market.term.0), day(market.term.1))),
                amounts(&market.promised),
                amounts(&market.confirmed),
            ]
        };
        let rows = self.markets.iter().enumerate().map(row).collect();
        Table { columns, rows }
    }

    fn sums(&self, writing: &mut Writing) {
        let (buyers, modern) = (self.buyers, self.modern_trade_buyers);
        writing.paragraph(
            Style::Text,
            format!("Số bên mua đã nhận hàng, được hai bên xác nhận: {buyers}"),
            format!("Buyers with a confirmed delivery: {buyers}"),
        );
        writing.paragraph(
            Style::Text,
            format!("Số bên mua thuộc kênh phân phối hiện đại đã ký thỏa thuận: {modern}"),
            format!("Buyers of modern trade with a signed agreement: {modern}"),
        );
    }

    /// What the next rank asks, and what is still missing.
    fn asked(&self, writing: &mut Writing) {
        if self.demands.is_empty() {
            return;
        }
        writing.paragraph(
            Style::Heading,
            "Yêu cầu về thị trường của hạng tiếp theo",
            "What the next rank asks of the market",
        );
        for Demand { words, has, needs, is_met } in &self.demands {
            let (vi, en) = match is_met {
                true => ("đã có đủ", "shown"),
                false => ("còn thiếu", "still missing"),
            };
            writing.paragraph(
                Style::Text,
                format!("{} ({has}/{needs}, {vi})", words.vi),
                format!("{} ({has}/{needs}, {en})", words.en.as_deref().unwrap_or(&words.vi)),
            );
        }
    }
}

fn in_numbers(day: NaiveDate) -> String {
    crate::PartialDate::Day(day).in_words()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_with_its_numbers() {
        let day = |text: &str| text.parse().unwrap();
        let document = EvidenceDocument {
            product: "Trà sen".to_owned(),
            producer: "HTX A (mẫu)".to_owned(),
            from: day("2026-01-01"),
            until: day("2026-12-31"),
            stars: Some(3),
            markets: Vec::new(),
            buyers: 2,
            modern_trade_buyers: 0,
            demands: vec![Demand {
                words: Words {
                    vi: "4 sao: ít nhất 5 nhà phân phối".to_owned(),
                    en: Some("4 stars: at least 5".to_owned()),
                },
                has: 2,
                needs: 5,
                is_met: false,
            }],
        };

        let blocks = document.blocks(DocumentLanguage::Both);

        let words = Words {
            vi: "4 sao: ít nhất 5 nhà phân phối (2/5, còn thiếu)".to_owned(),
            en: Some("4 stars: at least 5 (2/5, still missing)".to_owned()),
        };
        assert!(blocks.contains(&Block::Paragraph(Style::Text, words)));
        assert!(!blocks.iter().any(|block| matches!(block, Block::Table(_))));
    }
}
