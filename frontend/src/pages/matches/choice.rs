//! Which pairs are listed and which products are to be compared, in the address and back.

use shared::ProductId;

use crate::address::Query;
use crate::api::MatchChoice;

/// Products that can be compared at once.
pub(super) const MOST: usize = 4;

/// Pairs by their names in the address; the first ones are shown where none is named.
pub(super) const CHOICES: [(&str, MatchChoice); 3] =
    [("phu-hop", MatchChoice::Fitting), ("gan-phu-hop", MatchChoice::Almost), ("tat-ca", MatchChoice::All)];

/// What is chosen of a list.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    pub(super) which: MatchChoice,
    /// Products that are to be compared.
    pub(super) compared: Vec<String>,
}

impl Choice {
    /// Reads the address. What it does not know it ignores.
    pub(super) fn read(address: &Query) -> Self {
        let named = CHOICES.iter().find(|(name, _)| *name == address.one("xem"));
        Self {
            which: named.map_or(MatchChoice::Fitting, |(_, which)| *which),
            compared: products(address, "so-sanh"),
        }
    }

    /// The address of these pairs on the page of a need or a product.
    pub(super) fn address(&self, page: &str) -> String {
        let which = CHOICES.iter().skip(1).find(|(_, which)| *which == self.which);
        let which = which.map(|(name, _)| format!("xem={name}"));
        let compared = (!self.compared.is_empty()).then(|| format!("so-sanh={}", self.compared.join(",")));
        let sign = if page.contains('?') { '&' } else { '?' };
        let pairs: Vec<_> = which.into_iter().chain(compared).collect();
        if pairs.is_empty() { page.to_owned() } else { format!("{page}{sign}{}", pairs.join("&")) }
    }

    /// Whether no more can be compared.
    pub(super) fn is_full(&self) -> bool {
        self.compared.len() >= MOST
    }

    /// Whether a product is to be compared.
    pub(super) fn compares(&self, product: &str) -> bool {
        self.compared.iter().any(|known| known == product)
    }

    /// The same with one more product to compare, or one less.
    pub(super) fn toggled(mut self, product: &str) -> Self {
        if self.compares(product) {
            self.compared.retain(|known| known != product);
        } else if !self.is_full() {
            self.compared.push(product.to_owned());
        }
        self
    }
}

/// Products by their ids in the address, each once and no more than can be compared.
pub(super) fn products(address: &Query, name: &str) -> Vec<String> {
    let mut products = Vec::new();
    for id in address.list(name).filter(|id| id.parse::<ProductId>().is_ok()) {
        if products.len() < MOST && !products.iter().any(|known| known == id) {
            products.push(id.to_owned());
        }
    }
    products
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u32) -> String {
        format!("01900000-0000-7000-8000-{number:012}")
    }

    #[test]
    fn what_is_chosen_is_in_the_address_and_nonsense_is_left_out() {
        for page in ["/ket-noi/1", "/to-chuc/1/san-pham/2?phan=nhu-cau"] {
            for (_, which) in CHOICES {
                for compared in [vec![], vec![id(1)], vec![id(1), id(2)]] {
                    let choice = Choice { which, compared };
                    let address = choice.address(page);
                    let query = address.split_once('?').map_or("", |(_, query)| query);
                    assert_eq!(Choice::read(&Query::read(query)), choice, "{address}");
                }
            }
        }
        let address = format!("?xem=x&so-sanh=x,{0},{0},,{1}", id(1), id(2));
        let read = Choice::read(&Query::read(&address));
        assert_eq!(read, Choice { which: MatchChoice::Fitting, compared: vec![id(1), id(2)] });
    }

    #[test]
    fn no_more_than_four_are_compared() {
        let all: Vec<_> = (1..=6).map(id).collect();
        let read = Choice::read(&Query::read(&format!("so-sanh={}", all.join(","))));

        assert_eq!(read.compared, all[..4]);
        assert_eq!(read.clone().toggled(&id(5)), read);
        assert_eq!(read.toggled(&id(2)).compared, [id(1), id(3), id(4)]);
    }
}
