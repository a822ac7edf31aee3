//! How a text is understood: as written, and where that finds little, in ever freer ways.
//!
//! Each further reading keeps the results of those before it in front. The stage that answered the first page is
//! in its cursors, so that the next page continues the same list.

use serde::{Deserialize, Serialize};
use shared::text::{Token, from_telex, from_vni, plain_key, tokens};

use super::answer::Reading;
use super::cursor::BadCursor;
use super::places::PlaceText;
use super::plan::{Leniency, Plan};
use super::synonyms::Synonyms;
use super::unit_kinds::leave_out_kinds;

/// Fewer results than this are few: the last word may be unfinished, or the words keystrokes.
const FEW: usize = 10;
/// Words of a text beyond this are not looked for.
const WORDS_MAX: usize = 24;

/// One way to understand a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Stage {
    /// As written.
    Plain,
    /// The last word is a beginning.
    Prefix,
    /// Keys of Telex, or of VNI.
    Telex,
    Vni,
    /// The same with an unfinished last word.
    TelexPrefix,
    VniPrefix,
    /// With words of groups and descriptions.
    Remarks,
    /// One slip.
    Slip,
    /// At least so many words.
    Most(u8),
    /// Any word of a name, for what is like it; no text is ever understood so.
    Alike,
}

impl Stage {
    pub(super) const fn reading(self) -> Reading {
        match self {
            Self::Plain | Self::Remarks => Reading::Plain,
            Self::Prefix => Reading::Prefix,
            Self::Telex | Self::Vni | Self::TelexPrefix | Self::VniPrefix => Reading::Keystrokes,
            Self::Slip => Reading::Typo,
            Self::Most(_) | Self::Alike => Reading::Relaxed,
        }
    }

    const fn leniency(self) -> Leniency {
        let strict = Leniency { synonyms: false, beginnings: false, remarks: false, slip: false };
        match self {
            Self::Plain | Self::Telex | Self::Vni => Leniency { synonyms: true, ..strict },
            Self::Prefix | Self::TelexPrefix | Self::VniPrefix => {
                Leniency { synonyms: true, beginnings: true, ..strict }
            }
            Self::Remarks => Leniency { synonyms: true, remarks: true, ..strict },
            Self::Slip => Leniency { beginnings: true, slip: true, ..strict },
            Self::Most(_) | Self::Alike => strict,
        }
    }
}

/// A text to search for.
pub(super) struct Text<'a> {
    words: Vec<Token>,
    synonyms: &'a Synonyms,
}

/// The results of the stage that answered.
pub(super) struct Understood {
    pub(super) stage: Stage,
    /// What was searched for, if it was spelled by keystrokes.
    pub(super) decoded: Option<String>,
}

impl<'a> Text<'a> {
    pub(super) fn new(text: &str, synonyms: &'a Synonyms) -> Self {
        let mut words = tokens(text);
        words.truncate(WORDS_MAX);
        Self { words, synonyms }
    }

    /// Leaves out kinds of units before names of places.
    pub(super) fn leave_out_kinds(&mut self, is_place: impl Fn(&str) -> bool) {
        leave_out_kinds(&mut self.words, is_place);
    }

    /// The plan of a stage, with the decoded text; `None` if it would be none of its own.
    fn plan(&self, stage: Stage) -> Option<(Plan, Option<String>)> {
        let decoded = match stage {
            Stage::Telex | Stage::TelexPrefix => Some(decode(&self.words, from_telex)?),
            Stage::Vni | Stage::VniPrefix => Some(decode(&self.words, from_vni)?),
            _ => None,
        };
        let words = decoded.as_ref().unwrap_or(&self.words);
        let mut plan = Plan::new(words, &self.words, self.synonyms, stage.leniency());
        match stage {
            Stage::Most(demanded) => plan.demanded = usize::from(demanded).min(plan.slots.len()),
            // Muối hạt Bạc Liêu is more like other salt than like what else Bạc Liêu makes.
            Stage::Alike => (plan.demanded, plan.text) = (1, PlaceText::default()),
            _ => {}
        }
        Some((plan, decoded.map(|words| joined(&words))))
    }

    /// Searches in the stages given until one answers.
    fn first_of<R>(
        &self,
        stages: impl IntoIterator<Item = Stage>,
        mut run: impl FnMut(&Plan) -> anyhow::Result<(usize, R)>,
    ) -> anyhow::Result<Option<(Understood, usize, R)>> {
        for stage in stages {
            let Some((plan, decoded)) = self.plan(stage) else { continue };
            let (matched, result) = run(&plan)?;
            if matched > 0 {
                return Ok(Some((Understood { stage, decoded }, matched, result)));
            }
        }
        Ok(None)
    }

    /// Searches as freely as it takes. `run` gives how many documents have the text, and whatever else of them.
    pub(super) fn understand<R>(
        &self,
        unfinished: bool,
        mut run: impl FnMut(&Plan) -> anyhow::Result<(usize, R)>,
    ) -> anyhow::Result<Option<(Understood, R)>> {
        if self.words.is_empty() {
            return Ok(None);
        }
        let plain = (!unfinished).then_some(Stage::Plain);
        let plain = self.first_of(plain, &mut run)?;
        if let Some(mut best) = plain {
            for stage in [Stage::Prefix, Stage::Telex, Stage::Vni] {
                if best.1 < FEW
                    && let Some(freer) = self.first_of([stage], &mut run)?
                    && freer.1 > best.1
                {
                    best = freer;
                }
            }
            return Ok(Some((best.0, best.2)));
        }
        let most = self.demands().rev().map(Stage::Most);
        let stages: &[Stage] = match unfinished {
            true => &[Stage::Prefix, Stage::TelexPrefix, Stage::VniPrefix, Stage::Slip],
            false => &[
                Stage::Telex,
                Stage::Vni,
                Stage::Prefix,
                Stage::TelexPrefix,
                Stage::VniPrefix,
                Stage::Remarks,
                Stage::Slip,
            ],
        };
        let found = self.first_of(stages.iter().copied().chain(most), run)?;
        Ok(found.map(|(understood, _, result)| (understood, result)))
    }

    /// Of how many words `Most` may be content.
    fn demands(&self) -> std::ops::Range<u8> {
        let words = self.words.len() as u8;
        words / 2 + 1..words
    }

    /// Searches in one stage, to continue a list; a stage that never answers for this text is a `BadCursor`.
    pub(super) fn again<R>(
        &self,
        stage: Stage,
        run: impl FnMut(&Plan) -> anyhow::Result<(usize, R)>,
    ) -> anyhow::Result<Option<(Understood, R)>> {
        let may_answer = match stage {
            Stage::Most(demanded) => self.demands().contains(&demanded),
            Stage::Alike => false,
            _ => !self.words.is_empty(),
        };
        if !may_answer {
            return Err(BadCursor.into());
        }
        self.in_stage(stage, run)
    }

    /// Searches in one stage.
    pub(super) fn in_stage<R>(
        &self,
        stage: Stage,
        run: impl FnMut(&Plan) -> anyhow::Result<(usize, R)>,
    ) -> anyhow::Result<Option<(Understood, R)>> {
        if self.words.is_empty() {
            return Ok(None);
        }
        let found = self.first_of([stage], run)?;
        Ok(found.map(|(understood, _, result)| (understood, result)))
    }
}

/// Every word that the keys of an input method spell, the others as typed; `None` if they spell none.
fn decode(words: &[Token], decoder: impl Fn(&str) -> Option<String>) -> Option<Vec<Token>> {
    let mut is_spelled = false;
    let decode = |word: &Token| match decoder(&word.accented) {
        Some(accented) => {
            is_spelled = true;
            Token { plain: plain_key(&accented), accented, range: word.range.clone() }
        }
        None => word.clone(),
    };
    let words = words.iter().map(decode).collect();
    is_spelled.then_some(words)
}

fn joined(words: &[Token]) -> String {
    words.iter().map(|word| word.accented.as_str()).collect::<Vec<_>>().join(" ")
}
