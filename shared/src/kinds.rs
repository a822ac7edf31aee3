//! The closed lists of the field. Each value has one name in code, one in the API (SCREAMING_CASE) and one
//! in the database (snake_case); the words people read stand in the page's `text/`.

/// Declares an enum that is a GraphQL enum, a text column and a serde value.
macro_rules! kind {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "server", derive(async_graphql::Enum, sea_orm::EnumIter, sea_orm::DeriveActiveEnum))]
        #[cfg_attr(feature = "server", sea_orm(rs_type = "String", db_type = "Text"))]
        pub enum $name {
            $(
                $(#[$vdoc])*
                #[serde(rename = $text)]
                #[cfg_attr(feature = "server", sea_orm(string_value = $text))]
                $variant,
            )+
        }

        impl $name {
            /// Every value, in the order people expect.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The value as it stands in the database, in files and in addresses.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// The value written as `as_str` writes it, if it is one.
            pub fn parse(text: &str) -> Option<Self> {
                match text {
                    $($text => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use kind;

kind! {
    /// Before or since the reform of 1 July 2025. Codes of units were used again, so a code alone names
    /// nothing.
    Era {
        /// Units of today: 34 provinces, 3,321 wards, no districts.
        Current = "current",
        /// Units until 30 June 2025: 63 provinces, 696 districts, 10,035 wards.
        Legacy = "legacy",
    }
}

kind! {
    /// The level of an administrative unit.
    AdminLevel {
        /// Province or centrally-run city.
        Province = "province",
        /// District, only until 30 June 2025.
        District = "district",
        /// Ward, commune, township or special zone.
        Ward = "ward",
    }
}

kind! {
    /// What an organisation is in law.
    LegalForm {
        /// Doanh nghiệp.
        Company = "company",
        /// Hợp tác xã (HTX).
        Cooperative = "cooperative",
        /// Tổ hợp tác (THT).
        CooperativeGroup = "cooperative_group",
        /// Trang trại.
        Farm = "farm",
        /// Hộ kinh doanh, hộ sản xuất.
        Household = "household",
        /// Hội, hiệp hội.
        Association = "association",
    }
}

kind! {
    /// What a sale point looks like to its visitors.
    SalePointKind {
        /// Trung tâm thiết kế sáng tạo, giới thiệu và bán sản phẩm.
        Centre = "centre",
        /// Cửa hàng.
        Shop = "shop",
        /// Siêu thị, or an area in one.
        Supermarket = "supermarket",
        /// Chợ.
        Market = "market",
        /// Làng nghề.
        CraftVillage = "craft_village",
        /// Điểm du lịch.
        TouristSite = "tourist_site",
        /// Quầy, ki-ốt, gian hàng.
        Stall = "stall",
    }
}

kind! {
    /// Where a sale point stands in its life (DOMAIN §7). Names and order are ours, drawn from the city's
    /// plans of 2019-2024.
    SalePointStatus {
        /// Được vận động.
        Invited = "invited",
        /// Đã đăng ký.
        Registered = "registered",
        /// Đã báo Sở.
        Forwarded = "forwarded",
        /// Đang khảo sát.
        UnderSurvey = "under_survey",
        /// Cần hoàn thiện.
        NeedsWork = "needs_work",
        /// Được lựa chọn.
        Selected = "selected",
        /// Không đạt.
        Rejected = "rejected",
        /// Đang hoạt động.
        Operating = "operating",
        /// Tạm dừng.
        Suspended = "suspended",
        /// Dừng hoạt động.
        Stopped = "stopped",
    }
}

kind! {
    /// The kind of a trade event.
    EventKind {
        /// Hội chợ.
        Fair = "fair",
        /// Tuần hàng.
        GoodsWeek = "goods_week",
        /// Hội nghị kết nối cung cầu, giao thương.
        TradeConference = "trade_conference",
        /// Lễ khai trương.
        OpeningCeremony = "opening_ceremony",
        /// Hội thảo, không gian trưng bày and all else.
        Other = "other",
    }
}

kind! {
    /// How exactly the coordinates of a place are known: the thing they are the point of.
    CoordPrecision {
        /// Measured or set by hand at the door.
        Exact = "exact",
        /// The house number's point.
        Address = "address",
        /// Somewhere on the street.
        Street = "street",
        /// The point published for the ward.
        Ward = "ward",
        /// The middle of the former district.
        District = "district",
        /// The point published for the province.
        Province = "province",
    }
}

kind! {
    /// How the current ward of a place is known.
    WardBasis {
        /// The address names the ward of today.
        Named = "named",
        /// The old ward named in the address went whole into this one.
        Successor = "successor",
        /// The old ward was divided; this is the unit that took most of it. The place may lie in another.
        MainSuccessor = "main_successor",
        /// A person confirmed it.
        Confirmed = "confirmed",
    }
}

kind! {
    /// What somebody may do for the city; people of an organisation have no such role.
    StaffRole {
        /// An officer of some communes or wards: their register and their organisations only.
        UnitStaff = "unit_staff",
        /// The department: the whole city.
        CityStaff = "city_staff",
        /// Everything staff may do, and accounts, lists and settings.
        Administrator = "administrator",
    }
}

kind! {
    /// What a member may do in an organisation.
    MemberRole {
        /// Everything, also who else is a member.
        Owner = "owner",
        /// Everything but the members.
        Member = "member",
    }
}

kind! {
    /// Why staff are asked to look at an organisation.
    VerificationKind {
        /// Its members entered it here.
        Registration = "registration",
        /// It stands in the public data, and somebody says that it is theirs.
        Claim = "claim",
    }
}

kind! {
    /// How far staff have come with it.
    VerificationStatus {
        /// Nobody has decided yet.
        Waiting = "waiting",
        /// It is what it says.
        Approved = "approved",
        /// It is not, and the reason says why; it may be asked again.
        Rejected = "rejected",
        /// Who asked took it back.
        Withdrawn = "withdrawn",
    }
}

kind! {
    /// What somebody agreed to (Law 91/2025/QH15: free, informed, explicit, for a stated purpose).
    ConsentPurpose {
        /// Having an account here, under the terms of that version.
        Account = "account",
        /// Showing the public contact of an organisation to everybody.
        PublicContact = "public_contact",
    }
}

kind! {
    /// What the answer to a buyer's requirement is.
    RequirementKind {
        /// Yes or no.
        Boolean = "boolean",
        /// A paper that holds, of one of the kinds that meet the requirement.
        Certificate = "certificate",
        /// A number, compared with the one that is asked for.
        Number = "number",
        /// Solar months, 1 to 12.
        Months = "months",
    }
}

kind! {
    /// What somebody puts a file here for.
    UploadKind {
        /// A picture for everybody: of a product, a place, a workshop.
        Photo = "photo",
        /// A scan of a paper, for those who may see what it belongs to.
        Document = "document",
    }
}

kind! {
    /// A fact about a product that is confirmed by itself and grows old by itself.
    FactKind {
        /// What it is.
        Description = "description",
        /// In which months it can be had.
        Months = "months",
        /// Packs, barcodes and prices.
        Variants = "variants",
        /// How much can be delivered a month.
        Capacity = "capacity",
        /// The least that can be ordered.
        MinimumOrder = "minimum_order",
        /// Days from order to delivery.
        LeadTime = "lead_time",
        /// Days it keeps.
        ShelfLife = "shelf_life",
        /// How it is kept.
        Storage = "storage",
        /// Where it is delivered.
        Delivery = "delivery",
        /// Days a buyer may take to pay.
        Credit = "credit",
        /// Whether goods are given on consignment.
        Consignment = "consignment",
        /// Whether a VAT invoice is issued.
        VatInvoice = "vat_invoice",
        /// Where its way can be traced.
        Traceability = "traceability",
        /// Answers to what buyers ask beyond the terms.
        Answers = "answers",
    }
}

kind! {
    /// Whether an invoice is issued; households need not unless asked (DOMAIN §13).
    InvoiceAnswer {
        /// Always.
        Yes = "yes",
        /// Never.
        No = "no",
        /// When the buyer asks.
        OnRequest = "on_request",
    }
}

kind! {
    /// How old the confirmation of a fact is.
    Freshness {
        /// Confirmed lately: at most 90 days ago.
        Fresh = "fresh",
        /// At most a year ago.
        Ageing = "ageing",
        /// Longer ago: ask before relying on it.
        Stale = "stale",
    }
}

impl Freshness {
    /// Of a fact that was confirmed so many days ago. The limits are ours: a quarter, in which prices change, and a year,
    /// after which a season has passed.
    pub const fn after_days(days: i64) -> Self {
        match days {
            ..=90 => Self::Fresh,
            91..=365 => Self::Ageing,
            _ => Self::Stale,
        }
    }
}

kind! {
    /// What somebody asks about their personal data.
    DataRequestKind {
        /// That it be deleted.
        Deletion = "deletion",
        /// That it be corrected where they can't do it themselves.
        Correction = "correction",
    }
}

kind! {
    /// How far staff have come with a request about personal data.
    DataRequestStatus {
        /// Nobody has answered yet.
        Waiting = "waiting",
        /// It is done.
        Done = "done",
        /// It is not, and the note says why.
        Refused = "refused",
        /// Who asked took it back.
        Withdrawn = "withdrawn",
    }
}
