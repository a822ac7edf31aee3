//! The best pairs of a whole round: exactly the assignment that maximises the total score under the caps.
