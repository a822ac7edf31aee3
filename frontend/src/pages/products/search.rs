//! What is searched, in the address and back: a link restores the results, with every filter.

use shared::limits;

use crate::address::{Query, encoded};
use crate::api::ProductOrder;

/// Text, filters and order of a product search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Search {
    /// What was typed.
    pub(crate) text: String,
    /// Codes of product groups.
    pub(crate) groups: Vec<String>,
    /// Valid stars.
    pub(crate) stars: Vec<String>,
    /// Codes of provinces of today.
    pub(crate) provinces: Vec<String>,
    /// Codes of provinces until 30 June 2025.
    pub(crate) former_provinces: Vec<String>,
    /// Codes of kinds of certificates.
    pub(crate) certificates: Vec<String>,
    /// Months in which it must be available.
    pub(crate) months: Vec<String>,
    /// On sale at this point.
    pub(crate) sold_at: Option<String>,
    /// How results are sorted.
    pub(crate) order: Order,
    /// Whether provinces are offered by their former names.
    pub(crate) former_names: bool,
}

/// How results are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// What fits best.
    #[default]
    Relevance,
    /// By name.
    Name,
    /// Most stars first.
    Stars,
    /// The newest first.
    Newest,
}

/// One list of filter values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filter {
    Groups,
    Stars,
    Provinces,
    FormerProvinces,
    Certificates,
    Months,
}

impl Filter {
    /// Every list, in the order in which they are offered.
    pub(crate) const ALL: [Self; 6] =
        [Self::Stars, Self::Groups, Self::Provinces, Self::FormerProvinces, Self::Certificates, Self::Months];

    /// Its name in the address.
    const fn parameter(self) -> &'static str {
        match self {
            Self::Groups => "nhom",
            Self::Stars => "sao",
            Self::Provinces => "tinh",
            Self::FormerProvinces => "tinh-cu",
            Self::Certificates => "giay",
            Self::Months => "thang",
        }
    }
}

impl Order {
    /// Every order.
    pub(crate) const ALL: [Self; 4] = [Self::Relevance, Self::Name, Self::Stars, Self::Newest];

    /// Its name in the address.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Relevance => "phu-hop",
            Self::Name => "ten",
            Self::Stars => "sao",
            Self::Newest => "moi",
        }
    }

    /// The order of that name.
    pub(crate) fn parse(name: &str) -> Self {
        Self::ALL.into_iter().find(|order| order.name() == name).unwrap_or_default()
    }
}

impl From<Order> for ProductOrder {
    fn from(order: Order) -> Self {
        match order {
            Order::Relevance => Self::Relevance,
            Order::Name => Self::Name,
            Order::Stars => Self::Stars,
            Order::Newest => Self::Newest,
        }
    }
}

const FORMER_NAMES: &str = "tinh-cu";

impl Search {
    /// Reads the address. What it does not know it ignores; a value may be repeated or listed with commas.
    pub(crate) fn read(address: &Query) -> Self {
        let mut search = Self {
            text: shortened(address.one("q")),
            sold_at: Some(address.one("ban-tai").to_owned()).filter(|id| !id.is_empty()),
            order: Order::parse(address.one("sap-xep")),
            former_names: address.one("xem") == FORMER_NAMES,
            ..Self::default()
        };
        for filter in Filter::ALL {
            let values = search.values_mut(filter);
            for value in address.list(filter.parameter()) {
                let wanted = is_possible(filter, value);
                if wanted
                    && !values.iter().any(|known| known == value)
                    && values.len() < limits::FILTER_VALUES
                {
                    values.push(value.to_owned());
                }
            }
        }
        search
    }

    /// The address of these results.
    pub(crate) fn address(&self) -> String {
        let mut pairs = Vec::new();
        if !self.text.trim().is_empty() {
            pairs.push(format!("q={}", encoded(self.text.trim())));
        }
        for filter in Filter::ALL {
            let values: Vec<_> = self.values(filter).iter().map(|value| encoded(value)).collect();
            if !values.is_empty() {
                pairs.push(format!("{}={}", filter.parameter(), values.join(",")));
            }
        }
        if let Some(point) = &self.sold_at {
            pairs.push(format!("ban-tai={}", encoded(point)));
        }
        if self.order != Order::default() {
            pairs.push(format!("sap-xep={}", self.order.name()));
        }
        if self.former_names {
            pairs.push(format!("xem={FORMER_NAMES}"));
        }
        match pairs.is_empty() {
            true => "/san-pham".to_owned(),
            false => format!("/san-pham?{}", pairs.join("&")),
        }
    }

    /// The chosen values of one list.
    pub(crate) fn values(&self, filter: Filter) -> &[String] {
        match filter {
            Filter::Groups => &self.groups,
            Filter::Stars => &self.stars,
            Filter::Provinces => &self.provinces,
            Filter::FormerProvinces => &self.former_provinces,
            Filter::Certificates => &self.certificates,
            Filter::Months => &self.months,
        }
    }

    fn values_mut(&mut self, filter: Filter) -> &mut Vec<String> {
        match filter {
            Filter::Groups => &mut self.groups,
            Filter::Stars => &mut self.stars,
            Filter::Provinces => &mut self.provinces,
            Filter::FormerProvinces => &mut self.former_provinces,
            Filter::Certificates => &mut self.certificates,
            Filter::Months => &mut self.months,
        }
    }

    /// The same with one value chosen, or no longer.
    pub(crate) fn toggled(&self, filter: Filter, value: &str) -> Self {
        let mut search = self.clone();
        let values = search.values_mut(filter);
        match values.iter().position(|known| known == value) {
            Some(place) => drop(values.remove(place)),
            None => values.push(value.to_owned()),
        }
        search
    }

    /// The same text without any filter.
    pub(crate) fn without_filters(&self) -> Self {
        Self { text: self.text.clone(), order: self.order, ..Self::default() }
    }

    /// Whether anything narrows the results besides the text.
    pub(crate) fn is_filtered(&self) -> bool {
        self.sold_at.is_some() || Filter::ALL.iter().any(|filter| !self.values(*filter).is_empty())
    }
}

/// A star or a month that can't be is no filter.
fn is_possible(filter: Filter, value: &str) -> bool {
    let within =
        |lowest, highest| value.parse::<i32>().is_ok_and(|number| (lowest..=highest).contains(&number));
    match filter {
        Filter::Stars => within(3, 5),
        Filter::Months => within(1, 12),
        Filter::Groups | Filter::Provinces | Filter::FormerProvinces | Filter::Certificates => {
            value.len() < 40
        }
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(limits::SEARCH_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_everything_and_is_read_back() {
        let search = Search {
            text: "cà phê & chè".into(),
            groups: vec!["I.5".into(), "I.6".into()],
            stars: vec!["5".into(), "4".into()],
            provinces: vec!["14".into()],
            former_provinces: vec!["11".into()],
            certificates: vec!["haccp".into()],
            months: vec!["5".into()],
            sold_at: Some("0199".into()),
            order: Order::Stars,
            former_names: true,
        };

        assert_eq!(
            search.address(),
            "/san-pham?q=c%C3%A0+ph%C3%AA+%26+ch%C3%A8&sao=5,4&nhom=I.5,I.6&tinh=14&tinh-cu=11&giay=haccp&thang=5\
             &ban-tai=0199&sap-xep=sao&xem=tinh-cu"
        );
        let address = search.address();
        let read = Search::read(&Query::read(address.trim_start_matches("/san-pham")));
        assert_eq!(read, search);
    }

    #[test]
    fn nothing_chosen_is_a_plain_address() {
        assert_eq!(Search::default().address(), "/san-pham");
        assert_eq!(Search::read(&Query::default()), Search::default());
    }

    #[test]
    fn values_may_be_repeated_and_nonsense_is_left_out() {
        let read = Search::read(&Query::read("sao=5&sao=4,4,9,x,&thang=0,12&sap-xep=?"));

        assert_eq!(read.stars, ["5", "4"]);
        assert_eq!(read.months, ["12"]);
        assert_eq!(read.order, Order::Relevance);
    }

    #[test]
    fn a_value_is_chosen_and_dropped_again() {
        let search = Search::default();

        let chosen = search.toggled(Filter::Groups, "I");

        assert_eq!(chosen.groups, ["I"]);
        assert!(chosen.is_filtered());
        assert_eq!(chosen.toggled(Filter::Groups, "I"), search);
        assert_eq!(chosen.without_filters(), search);
    }

    #[test]
    fn a_text_is_cut_where_the_server_would_refuse_it() {
        let read = Search::read(&Query::read(&format!("q={}", "ạ".repeat(limits::SEARCH_CHARS + 1))));

        assert_eq!(read.text.chars().count(), limits::SEARCH_CHARS);
    }
}
