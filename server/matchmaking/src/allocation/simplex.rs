//! The cheapest flow, by the primal network simplex (Dantzig; as in Ahuja, Magnanti and Orlin, "Network Flows", ch. 11).
//!
//! The flow always rests on a spanning tree; every other arc is empty or full. The tree gives each node a potential by
//! which its own arcs cost nothing. An arc that is cheaper than that enters, flow goes round the cycle it closes, and an
//! arc that can take no more leaves. When no arc enters, the flow is the cheapest, and the potentials prove it.
//!
//! Many steps move no flow. That they never go round in circles is owed to one rule: from every node, flow could go up
//! to the root ("strongly feasible"). The first tree is so, and the choice of the leaving arc keeps it so.

use std::ops::ControlFlow;

use super::tree::Tree;

/// A way for flow.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) cost: i32,
    pub(super) capacity: u32,
}

/// What does not rest on the tree.
const EMPTY: i8 = 1;
const IN_TREE: i8 = 0;
const FULL: i8 = -1;

/// Steps between two looks at the watch.
const STEPS: usize = 4096;

/// A flow on its way to the cheapest.
#[derive(Debug)]
pub(super) struct Simplex {
    pub(super) arcs: Vec<Arc>,
    pub(super) flow: Vec<u32>,
    /// `cost + potential(from) - potential(to)` is what an arc costs; 0 in the tree.
    pub(super) potential: Vec<i64>,
    state: Vec<i8>,
    tree: Tree,
    next: usize,
}

impl Simplex {
    /// Begins with a tree in which node `n` hangs by arc `n`, upward, and with the flow on these arcs, each of which must
    /// be able to take more. The last node is the root; the other arcs are empty.
    pub(super) fn new(nodes: usize, arcs: Vec<Arc>, mut flow: Vec<u32>) -> Simplex {
        flow.resize(arcs.len(), 0);
        let mut state = vec![EMPTY; arcs.len()];
        let mut tree = Tree::new(nodes);
        for node in 0..nodes - 1 {
            tree.hang(node as u32, arcs[node].to, node as u32, true);
            state[node] = IN_TREE;
        }
        let mut potential = vec![0; nodes];
        tree.settle(nodes as u32 - 1, |node| {
            if let Some(arc) = arcs.get(node as usize).filter(|_| node as usize != nodes - 1) {
                potential[node as usize] = potential[arc.to as usize] - i64::from(arc.cost);
            }
        });
        Simplex { arcs, flow, potential, state, tree, next: 0 }
    }

    /// Goes on until the flow is the cheapest, or the watch breaks off.
    pub(super) fn run(&mut self, watch: &mut dyn FnMut(&Simplex) -> ControlFlow<()>) -> ControlFlow<()> {
        loop {
            for _ in 0..STEPS {
                let Some(entering) = self.entering() else { return ControlFlow::Continue(()) };
                self.step(entering);
            }
            watch(self)?;
        }
    }

    /// The arc that saves most of the next few that save anything: to look at all of them each time would take longer
    /// than the steps it spares.
    fn entering(&mut self) -> Option<usize> {
        let block = (self.arcs.len().isqrt()).max(16);
        let (mut best, mut most) = (None, 0);
        for looked in 1..=self.arcs.len() {
            let (arc, place) = (&self.arcs[self.next], self.next);
            let cost =
                i64::from(arc.cost) + self.potential[arc.from as usize] - self.potential[arc.to as usize];
            let saved = -cost * i64::from(self.state[place]);
            if saved > most {
                (best, most) = (Some(place), saved);
            }
            self.next = if place + 1 == self.arcs.len() { 0 } else { place + 1 };
            if looked % block == 0 && best.is_some() {
                break;
            }
        }
        best
    }

    fn step(&mut self, entering: usize) {
        let Arc { from, to, capacity, .. } = self.arcs[entering];
        let is_filled = self.state[entering] == EMPTY;
        // Flow goes down from the meeting to `tail`, over the entering arc to `head`, and up to the meeting again.
        let (tail, head) = if is_filled { (from, to) } else { (to, from) };
        let meeting = self.tree.meeting(tail, head);
        // The last arc of the cycle, counted from the meeting, of those that stop the flow.
        let (mut amount, mut leaving) = (capacity, None);
        for (node, bough) in self.tree.way(tail, meeting) {
            let room = self.room(bough.arc, !bough.is_upward);
            if room < amount {
                (amount, leaving) = (room, Some((node, tail, head)));
            }
        }
        for (node, bough) in self.tree.way(head, meeting) {
            let room = self.room(bough.arc, bough.is_upward);
            if room <= amount {
                (amount, leaving) = (room, Some((node, head, tail)));
            }
        }
        if amount > 0 {
            push(&mut self.flow[entering], amount, is_filled);
            for (_, bough) in self.tree.way(tail, meeting) {
                push(&mut self.flow[bough.arc as usize], amount, !bough.is_upward);
            }
            for (_, bough) in self.tree.way(head, meeting) {
                push(&mut self.flow[bough.arc as usize], amount, bough.is_upward);
            }
        }
        let Some((top, node, parent)) = leaving else {
            self.state[entering] = -self.state[entering];
            return;
        };
        let left = self.tree.bough(top).arc as usize;
        self.state[left] = if self.flow[left] == 0 { EMPTY } else { FULL };
        self.state[entering] = IN_TREE;
        self.tree.rehang(top, node, parent, entering as u32, node == from);
        let arc = &self.arcs[entering];
        let cost = i64::from(arc.cost) + self.potential[from as usize] - self.potential[to as usize];
        let change = if node == from { -cost } else { cost };
        let potential = &mut self.potential;
        self.tree.settle(node, |node| potential[node as usize] += change);
    }

    /// How much more may go over an arc, forward or back.
    fn room(&self, arc: u32, forward: bool) -> u32 {
        let flow = self.flow[arc as usize];
        if forward { self.arcs[arc as usize].capacity - flow } else { flow }
    }
}

fn push(flow: &mut u32, amount: u32, forward: bool) {
    if forward {
        *flow += amount;
    } else {
        *flow -= amount;
    }
}
