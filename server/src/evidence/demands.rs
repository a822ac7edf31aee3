//! What the next rank asks of the market. The score sheets of the rules in force (26/2026/QĐ-TTg) mark the least answer about
//! the main market for each rank, in 23 of their 26 sets: three stars ask for sales beyond the commune, four for five
//! distributors or agents at least, five for export or modern trade with a contract and proof.

use super::types::EvidenceDemand;
use crate::numbers::int;

/// What is known of the buyers of a product within a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Markets {
    /// Buyers with a confirmed delivery.
    pub(super) buyers: usize,
    /// Those of them in another commune than the producer.
    pub(super) beyond_the_commune: usize,
    /// Buyers of modern trade with a signed contract and a confirmed delivery.
    pub(super) modern_trade: usize,
}

/// What the rank after the one that holds asks; of five stars the same again, since they have to be renewed.
pub(super) fn next(stars: Option<u8>, markets: Markets) -> EvidenceDemand {
    let (stars, vi, en, has, needs) = match stars {
        None | Some(..3) => (
            3,
            "3 sao: bán được ngoài phạm vi xã, phường",
            "3 stars: sales beyond the commune or ward",
            markets.beyond_the_commune,
            1,
        ),
        Some(3) => (
            4,
            "4 sao: có ít nhất 5 nhà phân phối, đại lý",
            "4 stars: at least five distributors or agents",
            markets.buyers,
            5,
        ),
        Some(4..) => (
            5,
            "5 sao: xuất khẩu hoặc vào kênh phân phối hiện đại, có hợp đồng và minh chứng",
            "5 stars: export or modern trade, with a contract and proof",
            markets.modern_trade,
            1,
        ),
    };
    let has = int(has);
    EvidenceDemand { stars, vi: vi.to_owned(), en: en.to_owned(), has, needs, is_met: has >= needs }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rank_asks_more_of_the_market_than_the_one_before() {
        let markets = Markets { buyers: 5, beyond_the_commune: 4, modern_trade: 0 };
        let asked = |stars| {
            let demand = next(stars, markets);
            (demand.stars, demand.has, demand.needs, demand.is_met)
        };

        assert_eq!(asked(None), (3, 4, 1, true));
        assert_eq!(asked(Some(3)), (4, 5, 5, true));
        assert_eq!(asked(Some(4)), (5, 0, 1, false));
        assert_eq!(asked(Some(5)), (5, 0, 1, false));
        assert!(!next(Some(3), Markets { buyers: 4, ..markets }).is_met);
    }
}
