//! How the pairs of a plan are spread over producers: whether small ones and new ones get their share.

use std::collections::{BTreeMap, HashMap, HashSet};

use async_graphql::SimpleObject;
use shared::{LegalForm, OrganisationId};

use crate::{
    entities::{organisation, round_pair},
    numbers::int,
};

/// How the pairs are spread over producers.
#[derive(SimpleObject)]
pub struct RoundSpread {
    /// Producers with a pair.
    producers: i32,
    /// Producers with a product among what was weighed.
    producers_weighed: i32,
    /// Pairs of the producer that has the most.
    most: i32,
    /// Producers with one pair.
    with_one: i32,
    /// By what producers are in law.
    #[graphql(complexity = "7 * child_complexity")]
    forms: Vec<RoundFormShare>,
    /// Pairs of producers of whom nobody had accepted an introduction before.
    newcomer_pairs: i32,
    /// How many such producers.
    newcomers: i32,
}

/// Producers of one legal form.
#[derive(SimpleObject)]
pub struct RoundFormShare {
    /// Null where it is not known.
    form: Option<LegalForm>,
    /// How many of them have a pair.
    producers: i32,
    /// How many pairs they have.
    pairs: i32,
}

/// The spread of pairs over their producers; of `weighed` that many had a product.
pub(super) fn spread(
    pairs: &[round_pair::Model],
    makers: &HashMap<OrganisationId, organisation::Model>,
    weighed: usize,
) -> RoundSpread {
    let mut by_producer: HashMap<OrganisationId, usize> = HashMap::new();
    for pair in pairs {
        *by_producer.entry(pair.producer_id).or_default() += 1;
    }
    let mut forms: BTreeMap<Option<LegalForm>, (usize, usize)> = BTreeMap::new();
    for (producer, of_producer) in &by_producer {
        let form = makers.get(producer).and_then(|row| row.legal_form);
        let (producers, all) = forms.entry(form).or_default();
        *producers += 1;
        *all += of_producer;
    }
    let share = |(form, (producers, pairs)): (Option<LegalForm>, (usize, usize))| RoundFormShare {
        form,
        producers: int(producers),
        pairs: int(pairs),
    };
    let newcomers = pairs.iter().filter(|pair| pair.is_newcomer);
    RoundSpread {
        producers: int(by_producer.len()),
        producers_weighed: int(weighed),
        most: int(by_producer.values().copied().max().unwrap_or_default()),
        with_one: int(by_producer.values().filter(|pairs| **pairs == 1).count()),
        forms: forms.into_iter().map(share).collect(),
        newcomer_pairs: int(newcomers.clone().count()),
        newcomers: int(newcomers.map(|pair| pair.producer_id).collect::<HashSet<_>>().len()),
    }
}
