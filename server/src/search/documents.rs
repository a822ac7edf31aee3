//! What is put into an index and what comes out of it. The index knows nothing of the database: who follows the
//! change log makes these of its rows.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use shared::text::{sort_key, tokens};
use shared::{OrganisationId, ProductId, StarState};
use uuid::Uuid;

use super::places;
use super::stored::{Stored, StoredWord, Unit, accent_of};
use super::unit_kinds::without_kind;

/// How far an index has come. It is stored with every commit, so that what the index holds and what it says of
/// itself can't differ, whenever the program stops.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The database the documents come from; another one means another index.
    pub database: Uuid,
    /// The last change that is in the index.
    pub seq: i64,
    /// The day for which the stars are right.
    pub as_of: NaiveDate,
}

/// An administrative unit on a card: its code within its era and level, and its name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct UnitName {
    /// The official code, such as `01`.
    pub code: String,
    /// The name as shown.
    pub name: String,
}

/// What a result shows of a product: enough for a list without asking the database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductCard {
    /// The product.
    pub id: ProductId,
    /// Its name as written.
    pub name: String,
    /// Who makes it.
    pub producer_id: OrganisationId,
    /// The producer's name as written.
    pub producer_name: String,
    /// The finest known group: `I.3.d`, or only `I`.
    pub group_code: String,
    /// The star that holds on the day of the index's position.
    pub stars: Option<u8>,
    /// What the latest rating is worth on that day.
    pub star_state: Option<StarState>,
    /// The province of today.
    pub province: Option<UnitName>,
    /// The province until 30 June 2025.
    pub former_province: Option<UnitName>,
    /// The months it is to be had: bit 0 is January. `None` is unknown.
    pub months: Option<u16>,
    /// Codes of the kinds of certificates that are valid.
    pub certificates: Vec<String>,
    /// When it came into the register, in milliseconds since 1970.
    pub added_at_ms: i64,
}

/// A product as it is found.
#[derive(Clone, Debug)]
pub struct ProductDocument {
    /// What a result shows.
    pub card: ProductCard,
    /// Names of places by which it is found: old and new province, district, ward.
    pub places: Vec<String>,
    /// Names of its groups; found only when the other words find nothing.
    pub groups: Vec<String>,
    /// Its description; found only when the other words find nothing.
    pub description: Option<String>,
}

impl ProductDocument {
    pub(super) fn key(id: ProductId) -> u128 {
        id.0.as_u128()
    }

    pub(super) fn stored(&self) -> anyhow::Result<Stored> {
        let card = &self.card;
        let unit = |unit: &Option<UnitName>| {
            unit.as_ref().map(|unit| Unit { code: unit.code.clone(), name: unit.name.clone() })
        };
        let remarks = self.groups.iter().chain(&self.description).map(String::as_str);
        Ok(Stored {
            key: Self::key(card.id),
            owner: card.producer_id.0.as_u128(),
            added_at_ms: card.added_at_ms,
            name: words(&card.name),
            second: words(&card.producer_name),
            sort_key: sort_key(&card.name),
            group: card.group_code.clone(),
            stars: card.stars.unwrap_or(0),
            province: unit(&card.province),
            former_province: unit(&card.former_province),
            months: card.months,
            certificates: card.certificates.clone(),
            card: postcard::to_stdvec(card)?,
            places: places::names(self.places.iter().map(String::as_str)),
            remarks: plain_words(remarks.chain(self.places.iter().map(|place| without_kind(place).0))),
        })
    }
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NameKind {
    /// An organisation that makes products.
    Producer,
    /// A sale point.
    SalePoint,
    /// An administrative unit.
    Place,
}

impl NameKind {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Producer => "producer",
            Self::SalePoint => "sale_point",
            Self::Place => "place",
        }
    }
}

/// What a suggestion shows of something that has a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameCard {
    /// What it is.
    pub kind: NameKind,
    /// Its id, unique within the kind.
    pub id: String,
    /// Its name as written.
    pub name: String,
    /// A line that tells it from others of that name, such as where it lies.
    pub detail: String,
}

/// A name as it is found.
#[derive(Clone, Debug)]
pub struct NameDocument {
    /// What a suggestion shows.
    pub card: NameCard,
    /// Other names by which it is found: places, former names, abbreviations.
    pub aliases: Vec<String>,
}

impl NameDocument {
    /// FNV-1a over kind and id: the same on every machine and in every version.
    pub(super) fn key(kind: NameKind, id: &str) -> u128 {
        let bytes = kind.code().bytes().chain([0]).chain(id.bytes());
        bytes.fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, |hash, byte| {
            (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
        })
    }

    pub(super) fn stored(&self) -> anyhow::Result<Stored> {
        let card = &self.card;
        Ok(Stored {
            key: Self::key(card.kind, &card.id),
            owner: 0,
            added_at_ms: 0,
            name: words(&card.name),
            second: words(&card.detail),
            sort_key: sort_key(&card.name),
            group: card.kind.code().to_owned(),
            stars: 0,
            province: None,
            former_province: None,
            months: None,
            certificates: Vec::new(),
            card: postcard::to_stdvec(card)?,
            places: places::names(self.aliases.iter().map(String::as_str)),
            remarks: Vec::new(),
        })
    }
}

fn words(text: &str) -> Vec<StoredWord> {
    let word =
        |token: shared::text::Token| StoredWord { accent: accent_of(&token.accented), plain: token.plain };
    tokens(text).into_iter().map(word).collect()
}

fn plain_words<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut words: Vec<String> = texts.flat_map(tokens).map(|token| token.plain).collect();
    words.sort_unstable();
    words.dedup();
    words
}
