//! Which needs are listed, in the address and back.

use super::query::NeedFilter;
use crate::address::{Query, encoded};
use crate::text::kinds::TOP_GROUPS;

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Choice {
    /// Code of one of the six highest groups.
    pub(crate) group: Option<&'static str>,
    /// The producer whose products they are about.
    pub(crate) touching: Option<String>,
}

impl Choice {
    /// Reads the address. What it does not know it ignores.
    pub(crate) fn read(address: &Query) -> Self {
        let touching = address.one("lien-quan");
        let is_producer = touching.parse::<shared::OrganisationId>().is_ok();
        Self { group: group_of(address.one("nhom")), touching: is_producer.then(|| touching.to_owned()) }
    }

    /// The address of these needs.
    pub(crate) fn address(&self) -> String {
        let group = self.group.map(|group| format!("nhom={group}"));
        let touching = self.touching.as_deref().map(|id| format!("lien-quan={}", encoded(id)));
        let pairs: Vec<_> = group.into_iter().chain(touching).collect();
        if pairs.is_empty() { "/ket-noi".to_owned() } else { format!("/ket-noi?{}", pairs.join("&")) }
    }

    /// The same as the server is asked.
    pub(crate) fn filter(&self) -> NeedFilter {
        NeedFilter {
            groups: self.group.map(|group| vec![group.to_owned()]),
            touching: self.touching.clone().map(cynic::Id::new),
            ..NeedFilter::default()
        }
    }
}

/// The group of that code, if it is one of the highest.
pub(crate) fn group_of(code: &str) -> Option<&'static str> {
    TOP_GROUPS.iter().map(|(known, _)| *known).find(|known| *known == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_is_in_the_address_and_nonsense_is_left_out() {
        let id = "01900000-0000-7000-8000-000000000000";
        let choice = Choice { group: Some("II"), touching: Some(id.to_owned()) };

        assert_eq!(choice.address(), format!("/ket-noi?nhom=II&lien-quan={id}"));
        assert_eq!(Choice::read(&Query::read(&format!("?nhom=II&lien-quan={id}"))), choice);
        assert_eq!(Choice::read(&Query::read("?nhom=I.5&lien-quan=x")), Choice::default());
        assert_eq!(Choice::default().address(), "/ket-noi");
    }
}
