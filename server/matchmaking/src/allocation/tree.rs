//! The spanning tree of the network simplex: every node but the root hangs from another by an arc.
//!
//! Children are linked to their siblings, so that a branch is taken off and hung elsewhere without touching others.

const NOBODY: u32 = u32::MAX;

/// How a node hangs from its parent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bough {
    pub(super) parent: u32,
    pub(super) arc: u32,
    /// Whether the arc leads from the node to its parent.
    pub(super) is_upward: bool,
    depth: u32,
    first_child: u32,
    next: u32,
    previous: u32,
}

/// The tree.
#[derive(Debug)]
pub(super) struct Tree {
    boughs: Vec<Bough>,
    /// Kept for its memory.
    waiting: Vec<u32>,
}

impl Tree {
    /// A root, the last of the nodes, with no branches yet.
    pub(super) fn new(nodes: usize) -> Tree {
        let bare = Bough {
            parent: NOBODY,
            arc: NOBODY,
            is_upward: true,
            depth: 0,
            first_child: NOBODY,
            next: NOBODY,
            previous: NOBODY,
        };
        Tree { boughs: vec![bare; nodes], waiting: Vec::new() }
    }

    pub(super) fn bough(&self, node: u32) -> Bough {
        self.boughs[node as usize]
    }

    /// Where the ways of two nodes to the root meet.
    pub(super) fn meeting(&self, mut one: u32, mut other: u32) -> u32 {
        while one != other {
            if self.bough(one).depth >= self.bough(other).depth {
                one = self.bough(one).parent;
            } else {
                other = self.bough(other).parent;
            }
        }
        one
    }

    /// The nodes from one up to, but without, another above it.
    pub(super) fn way(&self, from: u32, to: u32) -> impl Iterator<Item = (u32, Bough)> {
        let step = move |node: u32| (node != to).then_some(node);
        std::iter::successors(step(from), move |node| step(self.bough(*node).parent))
            .map(|node| (node, self.bough(node)))
    }

    /// Hangs a node that hangs nowhere yet; `settle` comes after the last.
    pub(super) fn hang(&mut self, node: u32, parent: u32, arc: u32, is_upward: bool) {
        let next = self.bough(parent).first_child;
        if next != NOBODY {
            self.boughs[next as usize].previous = node;
        }
        self.boughs[parent as usize].first_child = node;
        let bough = &mut self.boughs[node as usize];
        (bough.parent, bough.arc, bough.is_upward) = (parent, arc, is_upward);
        (bough.next, bough.previous) = (next, NOBODY);
    }

    fn take_off(&mut self, node: u32) {
        let Bough { parent, next, previous, .. } = self.bough(node);
        if previous == NOBODY {
            self.boughs[parent as usize].first_child = next;
        } else {
            self.boughs[previous as usize].next = next;
        }
        if next != NOBODY {
            self.boughs[next as usize].previous = previous;
        }
    }

    /// Takes off the branch of `top` and hangs it from `parent` by its node `node` instead, which turns round all that
    /// lies between the two.
    pub(super) fn rehang(&mut self, top: u32, node: u32, parent: u32, arc: u32, is_upward: bool) {
        let (mut node, mut parent, mut arc, mut is_upward) = (node, parent, arc, is_upward);
        loop {
            let before = self.bough(node);
            self.take_off(node);
            self.hang(node, parent, arc, is_upward);
            if node == top {
                return;
            }
            (parent, arc, is_upward) = (node, before.arc, !before.is_upward);
            node = before.parent;
        }
    }

    /// Visits a node and all below it, and learns how deep they hang now.
    pub(super) fn settle(&mut self, node: u32, mut visit: impl FnMut(u32)) {
        self.waiting.push(node);
        while let Some(node) = self.waiting.pop() {
            visit(node);
            let bough = self.bough(node);
            if bough.parent != NOBODY {
                self.boughs[node as usize].depth = self.bough(bough.parent).depth + 1;
            }
            let mut child = bough.first_child;
            while child != NOBODY {
                self.waiting.push(child);
                child = self.bough(child).next;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 4 is the root: 4 - 0 - 1 - 2, and 4 - 3.
    fn small() -> Tree {
        let mut tree = Tree::new(5);
        for (node, parent) in [(0, 4), (1, 0), (2, 1), (3, 4)] {
            tree.hang(node, parent, node, true);
        }
        tree.settle(4, |_| ());
        tree
    }

    #[test]
    fn ways_to_the_root_meet() {
        let tree = small();

        assert_eq!([tree.meeting(2, 0), tree.meeting(2, 3), tree.meeting(1, 1)], [0, 4, 1]);
        assert_eq!(tree.way(2, 4).map(|(node, _)| node).collect::<Vec<_>>(), [2, 1, 0]);
    }

    #[test]
    fn a_branch_that_is_rehung_is_turned_round() {
        let mut tree = small();
        let mut visited = Vec::new();

        tree.rehang(0, 2, 3, 9, true);
        tree.settle(2, |node| visited.push(node));

        assert_eq!(visited, [2, 1, 0]);
        assert_eq!(
            tree.way(0, 4).map(|(node, bough)| (node, bough.arc)).collect::<Vec<_>>(),
            [(0, 1), (1, 2), (2, 9), (3, 3)]
        );
        assert!(!tree.bough(0).is_upward && tree.bough(2).is_upward);
        assert_eq!(tree.meeting(0, 4), 4);
    }
}
