//! One document as tantivy keeps it: what is found (the fields), and what a segment's columns are made of when
//! it is loaded (one stored value, so that loading needs no analysis of text).

use serde::{Deserialize, Serialize};
use tantivy::schema::{
    BytesOptions, Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::{TantivyDocument, Term};

/// Everything of one document that is not only for finding.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Stored {
    /// Names the document; later ones with the same key replace it. Ties are broken by it.
    pub(super) key: u128,
    /// Whose it is.
    pub(super) owner: u128,
    pub(super) added_at_ms: i64,
    pub(super) name: Vec<StoredWord>,
    /// The second most telling text: the producer of a product.
    pub(super) second: Vec<StoredWord>,
    pub(super) sort_key: Vec<u8>,
    pub(super) group: String,
    /// 0 for none.
    pub(super) stars: u8,
    pub(super) province: Option<Unit>,
    pub(super) former_province: Option<Unit>,
    pub(super) months: Option<u16>,
    pub(super) certificates: Vec<String>,
    /// What a result shows, as bytes that the caller understands.
    pub(super) card: Vec<u8>,
    /// Names of places: the plain words of each, and the accents of the whole.
    pub(super) places: Vec<StoredWord>,
    /// Plain words found only when nothing else is.
    #[serde(skip)]
    pub(super) remarks: Vec<String>,
}

/// A word of a name with both keys; of the accented key only as much as tells it from others of one plain key.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct StoredWord {
    pub(super) plain: String,
    pub(super) accent: u16,
}

/// Code and name of an administrative unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct Unit {
    pub(super) code: String,
    pub(super) name: String,
}

/// Bits of `accent_of`.
pub(super) const ACCENT_BITS: u32 = 10;

/// Ten bits that tell `bò`, `bơ` and `bó` apart, the same on every machine.
pub(super) fn accent_of(accented: &str) -> u16 {
    let hash = accented
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    ((hash ^ (hash >> ACCENT_BITS) ^ (hash >> (2 * ACCENT_BITS))) & ((1 << ACCENT_BITS) - 1)) as u16
}

/// The fields of an index.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    pub(super) key: Field,
    pub(super) owner: Field,
    /// Plain words of name, second text and places.
    pub(super) words: Field,
    /// Plain words of the remarks.
    pub(super) remarks: Field,
    stored: Field,
}

impl Fields {
    pub(super) fn schema() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let words = TextFieldIndexing::default()
            .set_tokenizer("whitespace")
            .set_fieldnorms(false)
            .set_index_option(IndexRecordOption::Basic);
        let words = TextOptions::default().set_indexing_options(words);
        let id = BytesOptions::default().set_indexed();
        let fields = Self {
            key: schema.add_bytes_field("key", id.clone()),
            owner: schema.add_bytes_field("owner", id),
            words: schema.add_text_field("words", words.clone()),
            remarks: schema.add_text_field("remarks", words),
            stored: schema.add_bytes_field("stored", STORED),
        };
        (schema.build(), fields)
    }

    pub(super) fn key_term(&self, key: u128) -> Term {
        Term::from_field_bytes(self.key, &key.to_be_bytes())
    }

    pub(super) fn document(&self, stored: &Stored) -> anyhow::Result<TantivyDocument> {
        let named = stored.name.iter().chain(&stored.second).chain(&stored.places);
        let mut words: Vec<&str> = named.flat_map(|word| word.plain.split(' ')).collect();
        words.sort_unstable();
        words.dedup();
        let mut document = TantivyDocument::default();
        document.add_bytes(self.key, &stored.key.to_be_bytes());
        document.add_bytes(self.owner, &stored.owner.to_be_bytes());
        document.add_text(self.words, words.join(" "));
        document.add_text(self.remarks, stored.remarks.join(" "));
        document.add_bytes(self.stored, &postcard::to_stdvec(stored)?);
        Ok(document)
    }

    pub(super) fn stored(&self, document: &TantivyDocument) -> anyhow::Result<Stored> {
        let bytes = document.get_first(self.stored).and_then(|value| value.as_bytes());
        let bytes = bytes.ok_or_else(|| anyhow::anyhow!("a document of the index has no stored value"))?;
        Ok(postcard::from_bytes(bytes)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_of_one_syllable_differ() {
        let forms = [
            "bo", "bò", "bó", "bỏ", "bõ", "bọ", "bô", "bồ", "bố", "bổ", "bỗ", "bộ", "bơ", "bờ", "bớ", "bở",
            "bỡ", "bợ",
        ];
        let mut accents = forms.map(accent_of).to_vec();
        accents.sort_unstable();
        accents.dedup();

        assert_eq!(accents.len(), forms.len());
    }
}
