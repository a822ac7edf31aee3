//! What printed documents say, paragraph by paragraph: once for the file that the server makes and for the page that is
//! printed, so that the two can't say different things. How it looks (letters, margins) is theirs.
//!
//! What is not known is a dotted line to be filled in by hand, and never made up. A document is in Vietnamese, or in
//! Vietnamese with English below; what people wrote themselves is not translated.

mod agreement;
mod dates;
mod evidence;
mod writing;

pub use agreement::{AgreementDocument, Goods, Side, Template};
pub use evidence::{Demand, EvidenceDocument, Market};

use crate::kinds::kind;

kind! {
    /// In which languages a document is.
    DocumentLanguage {
        /// Vietnamese.
        Vietnamese = "vi",
        /// Each paragraph in Vietnamese, and in English below.
        Both = "both",
    }
}

/// A text of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// In Vietnamese, or as people wrote it.
    pub vi: String,
    /// In English; `None` where the document has no English, or the text is the same in both.
    pub en: Option<String>,
}

/// What a paragraph is, from which follows how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Quốc hiệu: the name of the state.
    Nation,
    /// Tiêu ngữ, below it.
    Motto,
    /// That this is a draft, or holds no more.
    Mark,
    /// What the document is.
    Title,
    /// Its number, below the title.
    Number,
    /// A law that it rests on.
    Basis,
    /// Where and when, at the right.
    Place,
    /// The heading of a side or an article.
    Heading,
    /// Text.
    Text,
    /// A remark that is no part of what both sides agree.
    Note,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub name: Words,
    /// Its width in hundredths of the table.
    pub width: u8,
    /// Whether numbers stand in it, which are read from the right.
    pub is_number: bool,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its columns; their widths add up to a hundred.
    pub columns: Vec<Column>,
    /// Its rows, a text for each column.
    pub rows: Vec<Vec<Words>>,
}

/// A part of a document, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Style, Words),
    /// A table.
    Table(Table),
    /// Where the sides sign, beside each other: what stands above the signature, and the name below it.
    Signatures(Vec<Signature>),
}

/// Where one side signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Which side.
    pub side: Words,
    /// That it signs and seals here.
    pub asks: Words,
    /// Who signs.
    pub name: String,
}
