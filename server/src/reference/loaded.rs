//! What a load did, for the command line to print.

use std::fmt;

/// What a load did, set by set, and what a person may want to look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// One entry for each table loaded.
    pub sets: Vec<SetLoaded>,
    /// What was loaded with something left open: the row, and what about it is not known.
    pub problems: Vec<String>,
}

/// What became of the rows of one table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SetLoaded {
    /// Table name: `product`.
    pub entity: &'static str,
    /// Rows that were new.
    pub added: usize,
    /// Rows that said something else than before.
    pub updated: usize,
    /// Rows that said the same as before.
    pub unchanged: usize,
    /// Rows that say something new but were edited by a person, and so were left as they are.
    pub kept: usize,
    /// The file is the one loaded last; its rows were not looked at.
    pub same_file: bool,
}

impl SetLoaded {
    /// Nothing done yet.
    pub(crate) fn new(entity: &'static str) -> Self {
        Self { entity, ..Self::default() }
    }

    /// Rows of the file.
    pub fn rows(&self) -> usize {
        self.added + self.updated + self.unchanged + self.kept
    }

    /// Whether anything was written.
    pub fn wrote(&self) -> bool {
        self.added + self.updated > 0
    }
}

impl Loaded {
    /// The outcome of one table.
    pub fn set(&self, entity: &str) -> Option<&SetLoaded> {
        self.sets.iter().find(|set| set.entity == entity)
    }
}

impl fmt::Display for Loaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for set in &self.sets {
            writeln!(f, "{set}")?;
        }
        for problem in &self.problems {
            writeln!(f, "  {problem}")?;
        }
        Ok(())
    }
}

impl fmt::Display for SetLoaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.same_file {
            return write!(f, "{}: up to date", self.entity);
        }
        let Self { entity, added, updated, unchanged, kept, .. } = self;
        write!(f, "{entity}: {added} added, {updated} updated, {unchanged} unchanged")?;
        if *kept > 0 {
            write!(f, ", {kept} left alone because they were edited here")?;
        }
        Ok(())
    }
}
