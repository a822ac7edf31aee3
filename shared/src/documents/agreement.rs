//! The document of an agreement, in the form that a biên bản ghi nhớ has (DOMAIN §12). The titles, the laws it rests on and
//! the closing articles are texts that staff edit; the rest is what both sides said.

use chrono::NaiveDate;

use super::{
    Block, DocumentLanguage, Signature, Style, Table, Words, dates,
    writing::{DOTS, SHORT_DOTS, Writing, same},
};
use crate::{AgreementKind, AgreementStatus, Dong, Quantity, months};

/// All that the document of an agreement is made from.
#[derive(Clone, Debug)]
pub struct AgreementDocument {
    /// What kind of agreement.
    pub kind: AgreementKind,
    /// Where it stands.
    pub status: AgreementStatus,
    /// Its number; `None` before it is signed.
    pub number: Option<String>,
    /// Whether it was signed on paper.
    pub is_paper: bool,
    /// The day on the paper, or when both had confirmed.
    pub signed_on: Option<NaiveDate>,
    /// The event where it was made.
    pub event: Option<String>,
    /// First day of the term.
    pub starts_on: Option<NaiveDate>,
    /// Last day of it.
    pub ends_on: Option<NaiveDate>,
    /// Where it is signed.
    pub place: Option<String>,
    /// How goods are delivered.
    pub delivery: Option<String>,
    /// How they are paid.
    pub payment: Option<String>,
    /// Of what quality they are, and what becomes of those that are not.
    pub quality: Option<String>,
    /// What else was agreed.
    pub other: Option<String>,
    /// Who buys, or the first of two departments.
    pub buyer: Side,
    /// Who sells, or the second one.
    pub seller: Side,
    /// What is bought, in its order.
    pub goods: Vec<Goods>,
    /// Texts of the kind in Vietnamese.
    pub vi: Template,
    /// The same in English.
    pub en: Template,
}

/// The texts of a kind of agreement that staff edit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// What it is called.
    pub title: String,
    /// Laws that it rests on, one a line.
    pub legal_bases: String,
    /// What stands in the last article, a paragraph a line.
    pub closing: String,
}

/// A side as it stands in the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: Option<String>,
    /// Its tax code.
    pub tax_code: Option<String>,
    /// Its telephone.
    pub phone: Option<String>,
    /// Number and bank.
    pub bank_account: Option<String>,
    /// Who signs for it.
    pub representative: Option<String>,
    /// As what.
    pub position: Option<String>,
}

/// A line of goods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goods {
    /// What it is called.
    pub name: String,
    /// In which pack.
    pub pack: Option<String>,
    /// How much a month.
    pub per_month: Quantity,
    /// Of which unit, in Vietnamese and in English.
    pub unit: Words,
    /// Price of one unit; `None` where each order says it.
    pub price: Option<Dong>,
    /// In which solar months; `None` for all.
    pub months: Option<i32>,
}

impl AgreementDocument {
    /// The document from top to bottom.
    pub fn blocks(&self, language: DocumentLanguage) -> Vec<Block> {
        let mut writing = Writing::new(language);
        writing.nation();
        self.mark(&mut writing);
        writing.paragraph(Style::Title, self.vi.title.clone(), self.en.title.clone());
        let number = self.number.as_deref().unwrap_or("……/……");
        writing.paragraph(Style::Number, format!("Số: {number}"), format!("No. {number}"));
        writing.lines(Style::Basis, &self.vi.legal_bases, &self.en.legal_bases);
        self.place_and_day(&mut writing);
        let [buyer, seller] = self.names_of_sides();
        side(&mut writing, buyer, &self.buyer);
        side(&mut writing, seller, &self.seller);
        writing.paragraph(
            Style::Text,
            "Hai bên cùng thống nhất những nội dung sau:",
            "Both sides agree on the following:",
        );
        self.articles(&mut writing);
        self.signatures(&mut writing);
        self.standing(&mut writing);
        writing.blocks
    }

    /// That nobody takes it for more than it is.
    fn mark(&self, writing: &mut Writing) {
        match self.status {
            AgreementStatus::Terminated => writing.paragraph(Style::Mark, "ĐÃ CHẤM DỨT", "TERMINATED"),
            AgreementStatus::Superseded => writing.paragraph(Style::Mark, "ĐÃ ĐƯỢC THAY THẾ", "SUPERSEDED"),
            status if !status.was_signed() => writing.paragraph(Style::Mark, "BẢN NHÁP", "DRAFT"),
            _ => {}
        }
    }

    fn place_and_day(&self, writing: &mut Writing) {
        let place = self.place.as_deref().unwrap_or(SHORT_DOTS);
        writing.paragraph(
            Style::Place,
            format!("{place}, {}", dates::vietnamese(self.signed_on)),
            format!("{place}, {}", dates::english(self.signed_on)),
        );
        if let Some(event) = &self.event {
            writing.fact("Tại sự kiện", "At the event", Some(event));
        }
    }

    /// Whether it is about goods that one side buys from the other, and not between departments.
    fn is_trade(&self) -> bool {
        matches!(self.kind, AgreementKind::Mou | AgreementKind::Minutes | AgreementKind::Contract)
    }

    fn names_of_sides(&self) -> [(&'static str, &'static str); 2] {
        if self.is_trade() {
            [("BÊN A (BÊN MUA)", "PARTY A (BUYER)"), ("BÊN B (BÊN BÁN)", "PARTY B (SELLER)")]
        } else {
            [("BÊN A", "PARTY A"), ("BÊN B", "PARTY B")]
        }
    }

    fn articles(&self, writing: &mut Writing) {
        if self.is_trade() || !self.goods.is_empty() {
            writing.article("Hàng hóa", "Goods");
            let table = self.table(writing);
            writing.blocks.push(Block::Table(table));
        }
        writing.article("Thời hạn", "Term");
        let (from, until) = (self.starts_on, self.ends_on);
        writing.paragraph(
            Style::Text,
            format!("Từ {} đến hết {}.", dates::vietnamese(from), dates::vietnamese(until)),
            format!("From {} through {}.", dates::english(from), dates::english(until)),
        );
        let terms = [
            ("Giao hàng", "Delivery", &self.delivery),
            ("Thanh toán", "Payment", &self.payment),
            ("Chất lượng", "Quality", &self.quality),
        ];
        for (vi, en, text) in terms {
            if self.is_trade() || text.is_some() {
                writing.article(vi, en);
                writing.as_written(text.as_deref());
            }
        }
        if self.other.is_some() {
            writing.article("Thỏa thuận khác", "Other terms");
            writing.as_written(self.other.as_deref());
        }
        writing.article("Điều khoản chung", "General terms");
        writing.lines(Style::Text, &self.vi.closing, &self.en.closing);
    }

    fn table(&self, writing: &Writing) -> Table {
        let columns = vec![
            writing.column("TT", "No.", 6, true),
            writing.column("Tên hàng", "Goods", 28, false),
            writing.column("Quy cách", "Pack", 16, false),
            writing.column("Số lượng mỗi tháng", "Quantity a month", 13, true),
            writing.column("Đơn vị", "Unit", 10, false),
            writing.column("Đơn giá", "Unit price", 14, true),
            writing.column("Tháng giao", "Months", 13, false),
        ];
        let row = |(place, goods): (usize, &Goods)| {
            let price = match goods.price {
                Some(price) => same(price.shown()),
                None => writing.words("Theo từng đơn đặt hàng", "By each order"),
            };
            let in_months = match goods.months.filter(|bits| *bits != months::WHOLE_YEAR) {
                Some(bits) => same(dates::months(&months::of_bits(bits))),
                None => writing.words("Cả năm", "All year"),
            };
            vec![
                same((place + 1).to_string()),
                same(goods.name.clone()),
                same(goods.pack.clone().unwrap_or_else(|| SHORT_DOTS.to_owned())),
                same(goods.per_month.shown()),
                writing.words(goods.unit.vi.clone(), goods.unit.en.clone().unwrap_or_default()),
                price,
                in_months,
            ]
        };
        let mut rows: Vec<_> = self.goods.iter().enumerate().map(row).collect();
        if rows.is_empty() {
            rows.push(columns.iter().map(|_| same(SHORT_DOTS)).collect());
        }
        Table { columns, rows }
    }

    fn signatures(&self, writing: &mut Writing) {
        let asks = || writing.words("(Ký, ghi rõ họ tên, đóng dấu)", "(Signature, full name, seal)");
        let signature = |(vi, en): (&str, &str), side: &Side| Signature {
            side: writing.words(format!("ĐẠI DIỆN {vi}"), format!("FOR {en}")),
            asks: asks(),
            name: side.representative.clone().unwrap_or_else(|| DOTS.to_owned()),
        };
        let [buyer, seller] = self.names_of_sides();
        let both = vec![signature(buyer, &self.buyer), signature(seller, &self.seller)];
        writing.blocks.push(Block::Signatures(both));
    }

    /// What the system knows of it, which is no signature.
    fn standing(&self, writing: &mut Writing) {
        let (vi, en) = (dates::vietnamese(self.signed_on), dates::english(self.signed_on));
        match (self.status.was_signed(), self.is_paper) {
            (false, _) => writing.paragraph(
                Style::Note,
                "Bản này chưa được cả hai bên xác nhận.",
                "Not both sides have confirmed this.",
            ),
            (true, false) => writing.paragraph(
                Style::Note,
                format!(
                    "Hai bên đã xác nhận trên hệ thống {vi}. Chữ ký có giá trị pháp lý là chữ ký trên bản giấy."
                ),
                format!("Both sides confirmed this in the system on {en}. The legal signature is the one on paper."),
            ),
            (true, true) => writing.paragraph(
                Style::Note,
                format!("Hai bên đã ký bản giấy {vi}; bản in này ghi lại nội dung của bản giấy."),
                format!("Both sides signed on paper on {en}; this print repeats what the paper says."),
            ),
        }
    }
}

fn side(writing: &mut Writing, (vi, en): (&str, &str), side: &Side) {
    writing.paragraph(Style::Heading, format!("{vi}: {}", side.name), format!("{en}: {}", side.name));
    writing.fact("Địa chỉ", "Address", side.address.as_deref());
    // The personal number of a household is masked for who is none of its people: the paper gets it by hand.
    let tax_code = side.tax_code.as_deref().filter(|code| !code.contains('*'));
    writing.fact("Mã số thuế", "Tax code", tax_code);
    writing.fact("Điện thoại", "Telephone", side.phone.as_deref());
    writing.fact("Tài khoản ngân hàng", "Bank account", side.bank_account.as_deref());
    writing.fact("Người đại diện", "Represented by", side.representative.as_deref());
    writing.fact("Chức vụ", "Position", side.position.as_deref());
}

#[cfg(test)]
mod tests;
