//! No slot has more meetings than there are tables.

use std::collections::BTreeSet;

use super::grid::Grid;

/// Moves meetings from slots with too many to slots with room, of the first `slots` ones. There must be a place for
/// every meeting.
///
/// Of two slots of which the first has `n` meetings more, `n` paths or more have one more in the first; to exchange
/// along any of them moves one meeting over. So the fullest slot always gets rid of what is too much or fills the
/// emptiest, and after as many exchanges of two slots as there are slots all is well. Each takes the time of the
/// meetings in both, with the logarithm of a look-up.
pub(super) fn balance(grid: &mut Grid, slots: u32, tables: usize) {
    let mut by_size: BTreeSet<(usize, u32)> = (0..slots).map(|slot| (grid.size(slot), slot)).collect();
    while let (Some((least, emptiest)), Some((most, fullest))) = (by_size.pop_first(), by_size.pop_last()) {
        if most <= tables {
            return;
        }
        let over = (most - tables).min(tables.saturating_sub(least));
        let both = [fullest, emptiest];
        let chains: Vec<Vec<usize>> = grid.surplus_chains(both).take(over).collect();
        for chain in &chains {
            grid.swap(chain, both);
        }
        for slot in both {
            // One that is just full is done with.
            if grid.size(slot) != tables {
                by_size.insert((grid.size(slot), slot));
            }
        }
    }
}
