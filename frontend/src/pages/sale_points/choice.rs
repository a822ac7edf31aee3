//! What is chosen on the page of sale points, in the address and back: a pasted address restores list and map.

use shared::limits;

use crate::address::{Query, encoded};
use crate::api::{SalePointKind, SalePointOrder, SalePointStatus};
use crate::map::{Layers, SalePointFilter, View};

/// Everything a person chose.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Choice {
    /// What was typed.
    pub(crate) text: String,
    pub(crate) kind: Option<SalePointKind>,
    pub(crate) status: Option<SalePointStatus>,
    /// Code of a ward of today.
    pub(crate) ward: Option<String>,
    /// Code of a district until 30 June 2025.
    pub(crate) district: Option<String>,
    /// Id of a product that must be on sale.
    pub(crate) product: Option<String>,
    /// Whether distances from where the person is are wanted.
    pub(crate) near: bool,
    /// How the list is sorted; `None` by distance when distances are wanted, by name otherwise.
    pub(crate) order: Option<SalePointOrder>,
    /// Whether a small screen shows the list alone.
    pub(crate) list_only: bool,
    /// Where the map was moved to.
    pub(crate) view: Option<View>,
    pub(crate) layers: Layers,
}

/// Names of kinds in addresses, in the order in which they are offered.
pub(crate) const KINDS: [(&str, SalePointKind); 7] = [
    ("cua-hang", SalePointKind::Shop),
    ("sieu-thi", SalePointKind::Supermarket),
    ("cho", SalePointKind::Market),
    ("lang-nghe", SalePointKind::CraftVillage),
    ("trung-tam", SalePointKind::Centre),
    ("diem-du-lich", SalePointKind::TouristSite),
    ("quay-hang", SalePointKind::Stall),
];

/// Names of the states that the public sees.
pub(crate) const STATUSES: [(&str, SalePointStatus); 4] = [
    ("dang-hoat-dong", SalePointStatus::Operating),
    ("duoc-lua-chon", SalePointStatus::Selected),
    ("tam-dung", SalePointStatus::Suspended),
    ("da-dung", SalePointStatus::Stopped),
];

/// Names of orders.
pub(crate) const ORDERS: [(&str, SalePointOrder); 3] =
    [("ten", SalePointOrder::Name), ("gan-nhat", SalePointOrder::Distance), ("moi", SalePointOrder::Newest)];

/// The value of that name.
pub(crate) fn named<T: Copy, const N: usize>(names: &[(&str, T); N], name: &str) -> Option<T> {
    names.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

/// The name of a value.
pub(crate) fn name_of<T: PartialEq, const N: usize>(
    names: &[(&'static str, T); N],
    value: Option<T>,
) -> Option<&'static str> {
    names.iter().find(|(_, known)| Some(known) == value.as_ref()).map(|(name, _)| *name)
}

impl Choice {
    /// Reads the address. What it does not know it ignores.
    pub(crate) fn read(address: &Query) -> Self {
        let code = |name| Some(address.one(name).to_owned()).filter(|code| is_code(code));
        let id = address.one("san-pham");
        Self {
            text: address.one("q").chars().take(limits::SEARCH_CHARS).collect(),
            kind: named(&KINDS, address.one("loai")),
            status: named(&STATUSES, address.one("tinh-trang")),
            ward: code("phuong"),
            district: code("quan-cu"),
            product: id.parse::<shared::ProductId>().is_ok().then(|| id.to_owned()),
            near: address.one("gan") == "1",
            order: named(&ORDERS, address.one("sap-xep")),
            list_only: address.one("xem") == "danh-sach",
            view: View::read(address.one("lat"), address.one("lon"), address.one("z")),
            layers: Layers::read(address.one("lop")),
        }
    }

    /// The address of this choice.
    pub(crate) fn address(&self) -> String {
        let mut pairs = Vec::new();
        let mut say = |name: &str, value: Option<String>| {
            pairs.extend(value.map(|value| format!("{name}={value}")));
        };
        let text = self.text.trim();
        say("q", (!text.is_empty()).then(|| encoded(text)));
        say("loai", name_of(&KINDS, self.kind).map(str::to_owned));
        say("tinh-trang", name_of(&STATUSES, self.status).map(str::to_owned));
        say("phuong", self.ward.clone());
        say("quan-cu", self.district.clone());
        say("san-pham", self.product.clone());
        say("gan", self.near.then(|| "1".to_owned()));
        say("sap-xep", name_of(&ORDERS, self.order).map(str::to_owned));
        say("xem", self.list_only.then(|| "danh-sach".to_owned()));
        if let Some(view) = self.view {
            say("z", Some(view.zoom.to_string()));
            say("lat", Some(view.lat.to_string()));
            say("lon", Some(view.lon.to_string()));
        }
        say("lop", self.layers.write());
        if pairs.is_empty() { "/diem-ban".to_owned() } else { format!("/diem-ban?{}", pairs.join("&")) }
    }

    /// What the server is asked to show, on the map as in the list.
    pub(crate) fn filter(&self) -> SalePointFilter {
        let one = |code: &Option<String>| code.clone().map(|code| vec![code]);
        SalePointFilter {
            kinds: self.kind.map(|kind| vec![kind]),
            statuses: self.status.map(|status| vec![status]),
            wards: one(&self.ward),
            former_districts: one(&self.district),
            product: self.product.clone().map(cynic::Id::new),
        }
    }

    /// How the list is sorted, given whether it is known where the person is.
    pub(crate) fn order(&self, knows_place: bool) -> SalePointOrder {
        match self.order {
            None if self.near && knows_place => SalePointOrder::Distance,
            Some(SalePointOrder::Distance) if !knows_place => SalePointOrder::Name,
            Some(order) => order,
            None => SalePointOrder::Name,
        }
    }

    /// The order that is offered as chosen.
    pub(crate) fn shown_order(&self) -> SalePointOrder {
        self.order.unwrap_or(if self.near { SalePointOrder::Distance } else { SalePointOrder::Name })
    }

    /// Another order. By distance, a place is needed; it is asked for.
    pub(crate) fn ordered(self, order: SalePointOrder) -> Self {
        match order {
            SalePointOrder::Distance => Self { near: true, order: None, view: None, ..self },
            SalePointOrder::Name if !self.near => Self { order: None, ..self },
            SalePointOrder::Name | SalePointOrder::Newest => Self { order: Some(order), ..self },
        }
    }

    /// Whether anything but the text narrows the list.
    pub(crate) fn is_filtered(&self) -> bool {
        self.filter() != SalePointFilter::default()
    }

    /// The same without text and filters; how it is looked at stays.
    pub(crate) fn without_filters(&self) -> Self {
        Self {
            near: self.near,
            order: self.order,
            list_only: self.list_only,
            layers: self.layers,
            ..Self::default()
        }
    }
}

fn is_code(text: &str) -> bool {
    (1..=10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_back(choice: &Choice) -> Choice {
        Choice::read(&Query::read(choice.address().trim_start_matches("/diem-ban")))
    }

    #[test]
    fn an_address_says_everything_and_is_read_back() {
        let choice = Choice {
            text: "chợ Đồng Xuân".into(),
            kind: Some(SalePointKind::Market),
            status: Some(SalePointStatus::Operating),
            ward: Some("00070".into()),
            district: Some("002".into()),
            product: Some("01936f0e-0000-7000-8000-000000000001".into()),
            near: true,
            order: Some(SalePointOrder::Newest),
            list_only: true,
            view: Some(View::new(21.0285, 105.8542, 13)),
            layers: Layers { wards: false, districts: true, provinces: true },
        };

        assert_eq!(
            choice.address(),
            "/diem-ban?q=ch%E1%BB%A3+%C4%90%E1%BB%93ng+Xu%C3%A2n&loai=cho&tinh-trang=dang-hoat-dong&phuong=00070\
             &quan-cu=002&san-pham=01936f0e-0000-7000-8000-000000000001&gan=1&sap-xep=moi&xem=danh-sach&z=13\
             &lat=21.0285&lon=105.8542&lop=quan-cu,tinh"
        );
        assert_eq!(read_back(&choice), choice);
    }

    #[test]
    fn nothing_chosen_is_a_plain_address_and_nonsense_is_nothing() {
        assert_eq!(Choice::default().address(), "/diem-ban");
        let nonsense =
            "loai=?&tinh-trang=invited&phuong=abc&quan-cu=%27&san-pham=1&gan=2&sap-xep=x&z=99&lat=21&lon=105";
        assert_eq!(Choice::read(&Query::read(nonsense)), Choice::default());
    }

    #[test]
    fn every_name_is_read_back() {
        for (_, kind) in KINDS {
            let choice = Choice { kind: Some(kind), ..Choice::default() };
            assert_eq!(read_back(&choice), choice);
        }
        for (_, status) in STATUSES {
            let choice = Choice { status: Some(status), ..Choice::default() };
            assert_eq!(read_back(&choice), choice);
        }
        for (_, order) in ORDERS {
            let choice = Choice { order: Some(order), ..Choice::default() };
            assert_eq!(read_back(&choice), choice);
        }
    }

    #[test]
    fn nearest_first_needs_a_place() {
        use SalePointOrder::{Distance, Name, Newest};
        let near = Choice { near: true, ..Choice::default() };

        assert_eq!((near.order(true), near.order(false)), (Distance, Name));
        assert_eq!(Choice::default().order(true), Name);
        assert_eq!(near.clone().ordered(Name).order(true), Name);
        assert_eq!(near.clone().ordered(Newest).shown_order(), Newest);
        assert_eq!(Choice::default().ordered(Distance), near);
        assert_eq!(Choice::default().ordered(Name), Choice::default());
    }

    #[test]
    fn clearing_keeps_how_it_is_looked_at() {
        let choice = Choice {
            text: "mart".into(),
            kind: Some(SalePointKind::Shop),
            near: true,
            list_only: true,
            ..Choice::default()
        };

        assert!(choice.is_filtered());
        assert_eq!(choice.without_filters(), Choice { near: true, list_only: true, ..Choice::default() });
    }
}
