//! Who acts where a retailer and a producer have to do with each other: in introductions, agreements and what is delivered.

use crate::kinds::kind;

kind! {
    /// Who acts.
    TradeParty {
        /// People of the retailer.
        Retailer = "retailer",
        /// People of the producer.
        Producer = "producer",
        /// Staff who look after one of the two.
        Staff = "staff",
        /// All others.
        Other = "other",
    }
}
