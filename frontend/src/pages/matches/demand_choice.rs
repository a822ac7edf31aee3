//! What staff look at of demand, in the address and back.

use crate::address::Query;
use crate::pages::needs;

const PATH: &str = "/can-bo/ket-noi";

/// Which group what keeps producers from needs is shown of, and how unmet needs are gathered.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct DemandChoice {
    pub(super) group: Option<&'static str>,
    pub(super) by_province: bool,
}

impl DemandChoice {
    /// Reads the address. What it does not know it ignores.
    pub(super) fn read(address: &Query) -> Self {
        Self { group: needs::group_of(address.one("nhom")), by_province: address.one("gop") == "tinh" }
    }

    /// The address of the page that shows this.
    pub(super) fn address(self) -> String {
        let group = self.group.map(|code| format!("nhom={code}"));
        let gathered = self.by_province.then(|| "gop=tinh".to_owned());
        let pairs: Vec<_> = group.into_iter().chain(gathered).collect();
        if pairs.is_empty() { PATH.to_owned() } else { format!("{PATH}?{}", pairs.join("&")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_choice_keeps_the_other_in_the_address() {
        for group in [None, Some("II")] {
            for by_province in [false, true] {
                let choice = DemandChoice { group, by_province };
                let address = choice.address();
                let query = address.split_once('?').map_or("", |(_, query)| query);
                assert_eq!(DemandChoice::read(&Query::read(query)), choice, "{address}");
            }
        }
        assert_eq!(DemandChoice::read(&Query::read("nhom=x&gop=x")), DemandChoice::default());
    }
}
