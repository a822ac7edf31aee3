//! The file of the samples (`data/samples/samples.json`): each entry is the input of the mutation that enters it.

use anyhow::Context;
use serde::Deserialize;
use serde_json::Value;

/// All samples.
#[derive(Deserialize)]
pub(super) struct Samples {
    pub(super) people: Vec<Person>,
    pub(super) organisations: Vec<Organisation>,
    pub(super) introductions: Vec<Introduction>,
    pub(super) events: Vec<Event>,
}

/// Somebody with an account.
#[derive(Deserialize)]
pub(super) struct Person {
    /// What organisations call them.
    pub(super) key: String,
    pub(super) name: String,
    pub(super) email: String,
    /// Their role in the city, if they have one.
    pub(super) staff: Option<String>,
}

/// An organisation with what its owner enters.
#[derive(Deserialize)]
pub(super) struct Organisation {
    pub(super) owner: String,
    /// Whether staff verify it.
    pub(super) verified: bool,
    pub(super) input: Value,
    #[serde(default)]
    pub(super) products: Vec<Product>,
    #[serde(default)]
    pub(super) needs: Vec<Need>,
}

/// A product with its papers.
#[derive(Deserialize)]
pub(super) struct Product {
    pub(super) published: bool,
    pub(super) input: Value,
    #[serde(default)]
    pub(super) papers: Vec<Paper>,
    pub(super) stars: Option<Paper>,
}

/// A certificate, or a decision about stars.
#[derive(Deserialize)]
pub(super) struct Paper {
    /// Whether staff confirm it.
    #[serde(default)]
    pub(super) confirmed: bool,
    #[serde(flatten)]
    pub(super) input: serde_json::Map<String, Value>,
}

/// A need.
#[derive(Deserialize)]
pub(super) struct Need {
    pub(super) open: bool,
    pub(super) input: Value,
}

/// Two sides who are proposed to each other, about a need and a product by their names.
#[derive(Deserialize)]
pub(super) struct Introduction {
    /// Who proposes it.
    pub(super) by: String,
    pub(super) need: String,
    pub(super) product: String,
    pub(super) note: String,
    /// Who accepts it; nobody yet, if it waits.
    pub(super) accepted_by: Option<String>,
    #[serde(default)]
    pub(super) messages: Vec<Message>,
}

/// What somebody says to the other side.
#[derive(Deserialize)]
pub(super) struct Message {
    pub(super) by: String,
    pub(super) text: String,
}

/// An event that staff begin and open.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Event {
    /// How many days after today it is held.
    pub(super) in_days: u64,
    pub(super) input: Value,
    pub(super) registrations: Vec<Registration>,
}

/// Who takes part in an event, by the name of the organisation.
#[derive(Deserialize)]
pub(super) struct Registration {
    /// Who registers it.
    pub(super) by: String,
    pub(super) organisation: String,
    pub(super) side: String,
    pub(super) people: i32,
}

impl Samples {
    /// Those that are built in.
    pub(super) fn embedded() -> anyhow::Result<Self> {
        serde_json::from_str(include_str!("../../data/samples/samples.json")).context("samples.json")
    }
}
