//! Regional synonyms: `dầu vừng` also finds `dầu mè`.
//!
//! Synonyms are directed. The longest listed term wins; inside some phrases (`sắn dây`) a term means something else
//! and is neither expanded nor found by an expansion. In a query, marks count where they are typed.

use std::collections::HashMap;

use serde::Deserialize;
use shared::text::{Token, tokens};

use super::stored::accent_of;

/// A word of a phrase.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct PhraseWord {
    pub(super) plain: String,
    pub(super) accent: u16,
}

pub(super) type Phrase = Vec<PhraseWord>;

/// What a term also finds.
#[derive(Clone, Debug, Default)]
pub(super) struct Rule {
    pub(super) term: Phrase,
    pub(super) synonyms: Vec<Synonym>,
    /// Phrases in which the term is not meant.
    blocks: Vec<Phrase>,
}

/// Another name, and the phrases in which it is not one.
#[derive(Clone, Debug)]
pub(super) struct Synonym {
    pub(super) phrase: Phrase,
    pub(super) blocks: Vec<Phrase>,
}

/// One line of the list of synonyms.
#[derive(Clone, Debug, Deserialize)]
pub struct SynonymLine {
    /// What is typed.
    pub term: String,
    /// What is found too.
    pub synonym: String,
    /// `both` or `one_way`.
    pub direction: String,
}

/// One line of the list of phrases in which a term is not expanded.
#[derive(Clone, Debug, Deserialize)]
pub struct BlockLine {
    /// The term.
    pub term: String,
    /// The phrase around it.
    pub phrase: String,
}

/// All synonyms, by the first word of the term.
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    rules: HashMap<String, Vec<Rule>>,
}

impl Synonyms {
    /// The lists that come with the program.
    pub fn bundled() -> anyhow::Result<Self> {
        let lines = include_bytes!("../../data/reference/regional_synonyms.csv");
        let blocks = include_bytes!("../../data/reference/synonym_blocks.csv");
        let lines =
            csv::Reader::from_reader(lines.as_slice()).into_deserialize().collect::<Result<Vec<_>, _>>()?;
        let blocks =
            csv::Reader::from_reader(blocks.as_slice()).into_deserialize().collect::<Result<Vec<_>, _>>()?;
        Ok(Self::new(&lines, &blocks))
    }

    /// Synonyms of lists that staff edit.
    pub fn new(lines: &[SynonymLine], blocks: &[BlockLine]) -> Self {
        let mut blocked: HashMap<Phrase, Vec<Phrase>> = HashMap::new();
        for line in blocks {
            blocked.entry(phrase(&line.term)).or_default().push(phrase(&line.phrase));
        }
        let blocks_of = |term: &Phrase| blocked.get(term).cloned().unwrap_or_default();
        let mut rules: HashMap<String, Vec<Rule>> = HashMap::new();
        let mut add = |term: Phrase, synonym: Phrase| {
            let Some(first) = term.first().filter(|_| !synonym.is_empty()) else { return };
            let rules = rules.entry(first.plain.clone()).or_default();
            let synonym = Synonym { blocks: blocks_of(&synonym), phrase: synonym };
            match rules.iter_mut().find(|rule| rule.term == term) {
                Some(rule) => rule.synonyms.push(synonym),
                None => rules.push(Rule { blocks: blocks_of(&term), term, synonyms: vec![synonym] }),
            }
        };
        for line in lines {
            let (term, synonym) = (phrase(&line.term), phrase(&line.synonym));
            if line.direction == "both" {
                add(synonym.clone(), term.clone());
            }
            add(term, synonym);
        }
        for rules in rules.values_mut() {
            rules.sort_by_key(|rule| std::cmp::Reverse(rule.term.len()));
        }
        Self { rules }
    }

    /// The longest terms that begin at a word of a query, those with one spelling of the plain letters together.
    pub(super) fn rules_at<'a>(
        &'a self,
        query: &'a [Token],
        at: usize,
    ) -> impl Iterator<Item = &'a Rule> + 'a {
        let here = self.rules.get(&query[at].plain).map(Vec::as_slice).unwrap_or_default();
        let fits = move |rule: &&Rule| stands_at(&rule.term, query, at);
        let length = here.iter().find(fits).map_or(0, |rule| rule.term.len());
        here.iter().filter(fits).filter(move |rule| rule.term.len() == length && !rule.is_blocked(query, at))
    }
}

impl Rule {
    fn is_blocked(&self, query: &[Token], at: usize) -> bool {
        let covers = |block: &Phrase, start: usize| {
            stands_at(block, query, start) && start + block.len() >= at + self.term.len()
        };
        self.blocks.iter().any(|block| {
            let earliest = (at + self.term.len()).saturating_sub(block.len());
            (earliest..=at).any(|start| covers(block, start))
        })
    }
}

fn stands_at(phrase: &Phrase, query: &[Token], at: usize) -> bool {
    let Some(words) = query.get(at..at + phrase.len()) else { return false };
    phrase.iter().zip(words).all(|(word, token)| {
        word.plain == token.plain && (!token.has_marks() || word.accent == accent_of(&token.accented))
    })
}

fn phrase(text: &str) -> Phrase {
    let word = |token: Token| PhraseWord { accent: accent_of(&token.accented), plain: token.plain };
    tokens(text).into_iter().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(query: &str) -> Vec<String> {
        let synonyms = Synonyms::bundled().unwrap();
        let query = tokens(query);
        let mut found: Vec<String> = (0..query.len())
            .flat_map(|at| synonyms.rules_at(&query, at).flat_map(|rule| &rule.synonyms).collect::<Vec<_>>())
            .map(|synonym| {
                synonym.phrase.iter().map(|word| word.plain.as_str()).collect::<Vec<_>>().join(" ")
            })
            .collect();
        found.sort();
        found
    }

    #[test]
    fn both_directions_and_one() {
        assert_eq!(found("khoai mì"), ["san"]);
        assert_eq!(found("bắp"), ["ngo"]);
        assert_eq!(found("ngô"), Vec::<String>::new());
    }

    #[test]
    fn the_longest_term_wins_and_typed_marks_count() {
        assert_eq!(found("lạc"), ["dau phong", "dau phung"]);
        assert_eq!(found("lắc"), Vec::<String>::new());
        assert_eq!(found("lac"), ["dau phong", "dau phung"]);
        assert_eq!(found("dầu vừng"), ["dau me"]);
    }

    #[test]
    fn a_term_inside_another_phrase_is_left_alone() {
        assert_eq!(found("sắn dây"), Vec::<String>::new());
        assert_eq!(found("gà Lạc Thủy"), Vec::<String>::new());
        assert_eq!(found("mật ong bạc hà"), Vec::<String>::new());
    }
}
