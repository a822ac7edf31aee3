//! Writing a document from top to bottom, in one language or two.

use super::{Block, Column, DocumentLanguage, Style, Words};

/// Filled in by hand.
pub(super) const DOTS: &str = "……………………………………";
/// The same where there is little room.
pub(super) const SHORT_DOTS: &str = "…………";

/// A document that is being written.
pub(super) struct Writing {
    language: DocumentLanguage,
    pub(super) blocks: Vec<Block>,
    articles: usize,
}

impl Writing {
    pub(super) fn new(language: DocumentLanguage) -> Self {
        Self { language, blocks: Vec::new(), articles: 0 }
    }

    /// A text in the languages of the document.
    pub(super) fn words(&self, vi: impl Into<String>, en: impl Into<String>) -> Words {
        let en = (self.language == DocumentLanguage::Both).then(|| en.into());
        Words { vi: vi.into(), en }
    }

    pub(super) fn paragraph(&mut self, style: Style, vi: impl Into<String>, en: impl Into<String>) {
        let words = self.words(vi, en);
        self.blocks.push(Block::Paragraph(style, words));
    }

    /// A paragraph that people wrote, line by line; a dotted line where they wrote nothing.
    pub(super) fn as_written(&mut self, text: Option<&str>) {
        let text = text.filter(|text| !text.trim().is_empty()).unwrap_or(DOTS);
        self.blocks.extend(text.lines().map(|line| Block::Paragraph(Style::Text, same(line))));
    }

    /// `Tên: HTX Ba Trại`
    pub(super) fn fact(&mut self, vi: &str, en: &str, value: Option<&str>) {
        let value = value.filter(|value| !value.trim().is_empty()).unwrap_or(DOTS);
        self.paragraph(Style::Text, format!("{vi}: {value}"), format!("{en}: {value}"));
    }

    /// The heading of the next article.
    pub(super) fn article(&mut self, vi: &str, en: &str) {
        self.articles += 1;
        let number = self.articles;
        self.paragraph(Style::Heading, format!("Điều {number}. {vi}"), format!("Article {number}. {en}"));
    }

    /// Texts that staff keep in both languages, a paragraph a line; the lines of one language stand beside those of the
    /// other.
    pub(super) fn lines(&mut self, style: Style, vi: &str, en: &str) {
        let lines = |text: &str| -> Vec<String> {
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
        };
        let (vi, en) = (lines(vi), lines(en));
        let mut english = en.into_iter();
        for line in vi {
            let en = english.next().filter(|_| self.language == DocumentLanguage::Both);
            self.blocks.push(Block::Paragraph(style, Words { vi: line, en }));
        }
        // English that has no Vietnamese beside it stands alone rather than being lost.
        if self.language == DocumentLanguage::Both {
            self.blocks.extend(english.map(|line| Block::Paragraph(style, same(line))));
        }
    }

    pub(super) fn column(&self, vi: &str, en: &str, width: u8, is_number: bool) -> Column {
        Column { name: self.words(vi, en), width, is_number }
    }

    /// The name of the state and its motto, which stand above every document.
    pub(super) fn nation(&mut self) {
        self.paragraph(Style::Nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM");
        self.paragraph(Style::Motto, "Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness");
    }
}

/// A text that is the same in both languages.
pub(super) fn same(text: impl Into<String>) -> Words {
    Words { vi: text.into(), en: None }
}
