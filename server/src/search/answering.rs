//! A query over a snapshot, from text to page, for documents of any kind.

use std::borrow::Cow;
use std::sync::Arc;

use super::answer::{Facets, Page, Reading};
use super::cascade::{Stage, Text, Understood};
use super::cursor::{BadCursor, Cursor, Order, Place};
use super::facets::Tally;
use super::filter::{Filter, Gate};
use super::plan::Plan;
use super::scan::{Found, Scan};
use super::segment::number_of;
use super::snapshot::Snapshot;
use super::synonyms::Synonyms;
use super::top::Candidate;
use super::vocabulary::WordNumber;

/// What to search for.
#[derive(Default)]
pub(super) struct Query<'a> {
    pub(super) text: &'a str,
    /// Whether the last word is being typed.
    pub(super) unfinished: bool,
    pub(super) filter: Cow<'a, Filter>,
    pub(super) owner: Option<u128>,
    pub(super) keys: Option<Vec<u128>>,
    pub(super) order: Order,
    pub(super) first: usize,
    pub(super) after: Option<&'a Cursor>,
    pub(super) facets: bool,
    /// Whether nothing is named by kinds of units, so that those before names of places are left out of the text.
    pub(super) without_kinds: bool,
    /// The only way to understand the text, if it is not to be found out.
    pub(super) stage: Option<Stage>,
}

/// What one stage found, free of the stage.
struct Answer {
    total: usize,
    tally: Option<Tally>,
    hits: Vec<(Place, usize, usize)>,
    corrected: Option<String>,
}

impl Query<'_> {
    /// Answers with a page; `card` makes a result of its stored bytes.
    pub(super) fn answer<C>(
        &self,
        snapshot: &Snapshot,
        synonyms: &Synonyms,
        card: impl Fn(&[u8]) -> anyhow::Result<C>,
    ) -> anyhow::Result<Page<C>> {
        if self.after.is_some_and(|cursor| cursor.order != self.order) {
            return Err(BadCursor.into());
        }
        let gate = Gate::new(&self.filter, &snapshot.dictionary);
        let (stage, read_as, mut answer) = self.find(snapshot, synonyms, &gate)?;
        let has_next = answer.hits.len() > self.first;
        answer.hits.truncate(self.first);
        let hit = |(place, segment, doc): (Place, usize, usize)| {
            let card = card(snapshot.segments[segment].segment.cards.run(doc))?;
            Ok((card, Cursor { order: self.order, stage, place }))
        };
        let tally = answer.tally;
        Ok(Page {
            total: answer.total,
            hits: answer.hits.into_iter().map(hit).collect::<anyhow::Result<_>>()?,
            has_next,
            facets: tally.map(|tally| Facets { dictionary: Arc::clone(&snapshot.dictionary), tally }),
            reading: stage.reading(),
            read_as,
        })
    }

    fn find(
        &self,
        snapshot: &Snapshot,
        synonyms: &Synonyms,
        gate: &Gate,
    ) -> anyhow::Result<(Stage, Option<String>, Answer)> {
        if self.text.trim().is_empty() {
            return Ok((Stage::Plain, None, self.scan(snapshot, gate, None)?.1));
        }
        let mut text = Text::new(self.text, synonyms);
        if self.without_kinds {
            text.leave_out_kinds(|name| snapshot.has_place(name));
        }
        let run = |plan: &Plan| self.scan(snapshot, gate, Some(plan));
        let found = match (self.after, self.stage) {
            (Some(cursor), _) => text.again(cursor.stage, run)?,
            (None, Some(stage)) => text.in_stage(stage, run)?,
            (None, None) if self.owner.is_some() || self.keys.is_some() => {
                // Whose goods are looked through must not change how a text is read.
                match text.understand(self.unfinished, |plan| Ok((count(snapshot, plan)?, ())))? {
                    Some((understood, ())) => {
                        let narrowed = text.in_stage(understood.stage, run)?.map(|(_, answer)| answer);
                        Some((understood, narrowed.unwrap_or_else(|| self.nothing(snapshot))))
                    }
                    None => None,
                }
            }
            (None, None) => text.understand(self.unfinished, run)?,
        };
        let Some((Understood { stage, decoded }, answer)) = found else {
            return Ok((Stage::Plain, None, self.nothing(snapshot)));
        };
        let corrected = answer.corrected.clone().filter(|_| stage.reading() == Reading::Typo);
        Ok((stage, decoded.or(corrected), answer))
    }

    fn nothing(&self, snapshot: &Snapshot) -> Answer {
        let tally = self.facets.then(|| Tally::new(&snapshot.dictionary));
        Answer { total: 0, tally, hits: Vec::new(), corrected: None }
    }

    fn scan(&self, snapshot: &Snapshot, gate: &Gate, plan: Option<&Plan>) -> anyhow::Result<(usize, Answer)> {
        let scan = Scan {
            plan,
            filter: &self.filter,
            gate,
            owner: self.owner,
            keys: self.keys.as_deref(),
            order: self.order,
            size: self.first + 1,
            after: self.after.map(|cursor| &cursor.place),
            facets: self.facets,
        };
        let Found { matched, total, tally, top } = scan.run(snapshot)?;
        let corrected = match (plan, top.first()) {
            (Some(plan), Some(best)) if plan.leniency.slip => corrected(plan, best, snapshot)?,
            _ => None,
        };
        let hits = top.iter().map(|hit| (hit.place(), hit.segment, hit.doc as usize)).collect();
        Ok((matched, Answer { total, tally, hits, corrected }))
    }
}

/// How many documents there are for a plan.
fn count(snapshot: &Snapshot, plan: &Plan) -> anyhow::Result<usize> {
    let filter = Filter::default();
    let scan = Scan {
        plan: Some(plan),
        filter: &filter,
        gate: &Gate::new(&filter, &snapshot.dictionary),
        owner: None,
        keys: None,
        order: Order::Relevance,
        size: 0,
        after: None,
        facets: false,
    };
    Ok(scan.run(snapshot)?.matched)
}

/// The text with the word that the best result has in the place of a slip; words it has anywhere stay.
fn corrected(plan: &Plan, best: &Candidate<'_>, snapshot: &Snapshot) -> anyhow::Result<Option<String>> {
    let segment = &snapshot.segments[best.segment].segment;
    let row = segment.rows.run(best.doc as usize);
    let (slots, _) = plan.in_segment(segment)?;
    let mut words: Vec<&str> = plan.typed().collect();
    for (at, word) in slots.iter().flat_map(|slot| &slot.words).enumerate() {
        let has = |number| segment.has_word(best.doc, number);
        if word.number.map_or(Ok(false), has)? {
            continue;
        }
        let stands = |number: &WordNumber| row.iter().any(|other| number_of(*other) == *number);
        let mut slip = word.slips.iter().copied().find(stands);
        for elsewhere in &word.slips {
            if slip.is_none() && has(*elsewhere)? {
                slip = Some(*elsewhere);
            }
        }
        if let Some(slip) = slip {
            words[at] = segment.vocabulary.word(slip);
        }
    }
    let corrected = words.join(" ");
    let typed: Vec<&str> = plan.typed().collect();
    Ok((corrected != typed.join(" ")).then_some(corrected))
}
