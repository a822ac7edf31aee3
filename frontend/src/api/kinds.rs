//! The closed lists of the API as the page reads them.

use super::schema;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident { $($(#[$called:meta])* $variant:ident),+ $(,)? })+) => {
        $(
            $(#[$doc])*
            #[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq, Hash)]
            pub(crate) enum $name { $($(#[$called])* $variant),+ }
        )+
    };
}

kinds! {
    /// What one rating of a product is worth today.
    StarState { Valid, Expiring, Extended, Expired, Withdrawn, Superseded, Uncertain }

    /// What a sale point looks like to its visitors.
    SalePointKind { Centre, Shop, Supermarket, Market, CraftVillage, TouristSite, Stall }

    /// Where a sale point stands in its life.
    SalePointStatus {
        Invited, Registered, Forwarded, UnderSurvey, NeedsWork, Selected, Rejected, Operating, Suspended, Stopped,
    }

    /// How sale points are sorted.
    SalePointOrder { Name, Distance, Newest }

    /// What a trade event is.
    EventKind { Fair, GoodsWeek, TradeConference, OpeningCeremony, Other }

    /// Where an event stands.
    EventStatus { Reported, Planned, Open, Closed, Held, Cancelled }

    /// What staff do with an event.
    EventAction { Prepare, Open, Close, Finish, Cancel, Change, Schedule }

    /// Where a registration for an event stands.
    ParticipantStatus { Asked, Approved, Waiting, Declined, Withdrawn }

    /// Where a meeting stands.
    MeetingStatus { Planned, Held, Missed, Cancelled }

    /// What came of a meeting.
    MeetingOutcome { Agreement, Continues, NotSuitable, RetailerAbsent, ProducerAbsent }

    /// Why an introduced pair can't meet at an event.
    LeftOutReason { NotRegistered, NotApproved, OtherSide }

    /// What is wrong with an arrival.
    ArrivalProblem { UnknownCode, NotApproved, BadTime }

    /// How events are sorted.
    EventOrder { Newest, Oldest }

    /// What an organisation is in law.
    LegalForm { Company, Cooperative, CooperativeGroup, Farm, Household, Association }

    /// How exactly a place is known.
    CoordPrecision { Exact, Address, Street, Ward, District, Province }

    /// How the ward of today is known.
    WardBasis { Named, Successor, MainSuccessor, Confirmed }

    /// How the search understood the text.
    SearchReading { Plain, Prefix, Keystrokes, Typo, Relaxed }

    /// Which field a highlight is of.
    HighlightField { Name, Producer }

    /// What a suggestion leads to.
    SuggestionKind { Product, Producer, SalePoint, Place }

    /// How products are sorted.
    ProductOrder { Relevance, Name, Stars, Newest }

    /// What somebody may do for the city.
    StaffRole { UnitStaff, CityStaff, Administrator }

    /// What a member may do in an organisation.
    MemberRole { Owner, Member }

    /// Why staff are asked to look at an organisation.
    VerificationKind { Registration, Claim }

    /// How far staff have come with it.
    VerificationStatus { Waiting, Approved, Rejected, Withdrawn }

    /// What somebody agreed to.
    ConsentPurpose { Account, PublicContact }

    /// What somebody asks about their personal data.
    DataRequestKind { Deletion, Correction }

    /// How far staff have come with it.
    DataRequestStatus { Waiting, Done, Refused, Withdrawn }

    /// A fact about a product that fades.
    FactKind {
        Description, Months, Variants, Capacity, MinimumOrder, LeadTime, ShelfLife, Storage, Delivery, Credit,
        Consignment, VatInvoice, Traceability, Answers,
    }

    /// How old a fact is.
    Freshness { Fresh, Ageing, Stale }

    /// What keeps a product from being published.
    Hindrance { NotVerified, NoDescription }

    /// Whether a VAT invoice is issued.
    InvoiceAnswer { Yes, No, OnRequest }

    /// What the answer to a requirement is.
    RequirementKind { Boolean, Certificate, Number, Months }

    /// Whether a requirement is met.
    ReadinessState { Met, Unmet, Unknown }

    /// Where what is missing can be mended.
    Mend { Organisation, Terms, Variants, Months, Certificate, Stars, Answer }

    /// Where a need stands.
    NeedStatus { Draft, Open, Closed }

    /// Who may read an open need.
    NeedVisibility { Producers, Public }

    /// What somebody is to a need.
    NeedParty { Retailer, Staff, Other }

    /// What keeps a need from being opened.
    NeedHindrance { NotVerified, Past, NothingSaid }

    /// One thing that a need asks.
    GateKind {
        Stars, Group, Months, Capacity, Price, VatInvoice, Paper, Barcode, ShelfLife, LeadTime, Credit,
        Consignment, Delivery, Origin, Requirement, Refusal,
    }

    /// Whether a gate lets a pair through.
    GateState { Met, NotMet, Unknown }

    /// A part of the score of a pair.
    ScorePartKind { Relevance, Stars, Price, Capacity, Season, Distance, KeptPromises, Freshness, Newcomer }

    /// Which pairs of a need or a product.
    MatchChoice { Fitting, Almost, All }

    /// By what needs that nothing fits are gathered.
    UnmetBy { Group, Province }

    /// Where an introduction stands.
    IntroductionStatus {
        WaitsForBoth, WaitsForProducer, WaitsForRetailer, Accepted, Declined, Withdrawn, Lapsed,
    }

    /// What keeps somebody from proposing an introduction.
    IntroductionHindrance {
        #[cynic(rename = "NOT_A_SIDE")]
        NotASide,
        NotVerified,
        NobodyThere,
        NotOpen,
        NotPublished,
        Running,
        Resting,
        TooMany,
    }

    /// What somebody is to an introduction.
    TradeParty { Retailer, Producer, Staff, Other }

    /// What kind of agreement.
    AgreementKind { Mou, Minutes, Contract, Programme, Framework }

    /// Where an agreement stands.
    AgreementStatus {
        Draft, WaitsForBoth, WaitsForRetailer, WaitsForProducer, Signed, Ended, Terminated, Superseded, Declined,
        Withdrawn, Lapsed,
    }

    /// What somebody can do with an agreement.
    AgreementAction {
        Edit, Propose, Counter, Sign, Decline, Withdraw, RecordPaper, Terminate, Renew, Amend, Supersede, End, Lapse,
    }

    /// How an agreement follows another one.
    AgreementFollows { Renewal, Amendment }

    /// When both sides are asked what was delivered.
    DeliveryCheckKind { FirstMonth, ThirdMonth, SixthMonth, End }

    /// How such a check stands.
    DeliveryCheckState { Upcoming, Asked, Confirmed, Disputed, OneSided, Silent, Cancelled }

    /// What a side says was delivered.
    DeliveryOutcome { AsAgreed, Partly, Nothing }

    /// What went wrong with it.
    DeliveryProblem { Late, Quality, Supply, NoOrder, Payment, Price, Papers, Other }

    /// A step from an introduction to goods that are delivered again.
    FunnelStep { Introduced, Proposed, Signed, Delivered, Repeated, Lapsed }

    /// By what steps are counted.
    FunnelBy { Event, Province, FormerProvince, Group, Year, Retailer, Producer }

    /// Where a round of matching stands.
    RoundStatus { Draft, Solved, Accepted }

    /// What staff have decided about a pair of a round.
    RoundRuleKind { Pin, Forbid }

    /// Whose cap.
    CapKind { Need, Product, Producer }

    /// Why a need gets nothing in a plan.
    UnservedReason {
        CapIsZero, NotOpen, NoCandidates, AllIntroduced, AllForbidden, AllWorthless, AllFull,
    }

    /// What a person is told of.
    NotificationKind {
        Proposed, HalfAccepted, Accepted, Declined, Withdrawn, Lapsed, Message, AgreementProposed,
        AgreementCountered, AgreementHalfSigned, AgreementSigned, AgreementDeclined, AgreementWithdrawn,
        AgreementLapsed, AgreementTerminated, AgreementEnding, DeliveryAsked, DeliveryDisputed,
        DeliverySettled, DeliveryOneSided, DeliverySilent, EventApproved, EventQueued, EventDeclined,
        EventCancelled, EventScheduled, EventRescheduled,
    }

    /// What another program is told.
    WebhookKind {
        Proposed, HalfAccepted, Accepted, Declined, Withdrawn, Lapsed, Message, AgreementDrafted,
        AgreementProposed, AgreementCountered, AgreementHalfSigned, AgreementSigned, AgreementDeclined,
        AgreementWithdrawn, AgreementLapsed, AgreementTerminated, AgreementEnded, DeliveryAsked,
        DeliveryAnswered, DeliveryDisputed, DeliverySettled, DeliveryOneSided, DeliverySilent, Test,
    }

    /// How far it has come with it.
    WebhookDeliveryState { Waiting, Delivered, GivenUp }

    /// Why another program could not be told.
    WebhookProblem {
        NameUnknown, NotAllowed, Unreachable, NotSecure, TooSlow, Redirected, Refused, Gone, Broken,
    }

    /// How a person is told of introductions by mail.
    MailChoice { AtOnce, Daily, Off }

    /// What a unit measures.
    Dimension { Mass, Volume, Length, Count, Service }

    /// Before or since the reform of 1 July 2025.
    Era { Current, Legacy }

    /// The level of an administrative unit.
    AdminLevel { Province, District, Ward }
}

impl StarState {
    /// Whether the star may be shown as one.
    pub(crate) fn holds(self) -> bool {
        let state = match self {
            Self::Valid => shared::StarState::Valid,
            Self::Expiring => shared::StarState::Expiring,
            Self::Extended => shared::StarState::Extended,
            Self::Expired => shared::StarState::Expired,
            Self::Withdrawn => shared::StarState::Withdrawn,
            Self::Superseded => shared::StarState::Superseded,
            Self::Uncertain => shared::StarState::Uncertain,
        };
        state.holds()
    }
}

impl From<NeedParty> for shared::NeedParty {
    fn from(party: NeedParty) -> Self {
        match party {
            NeedParty::Retailer => Self::Retailer,
            NeedParty::Staff => Self::Staff,
            NeedParty::Other => Self::Other,
        }
    }
}

impl NeedStatus {
    /// Whether somebody may do that with a need now.
    pub(crate) fn allows(self, action: shared::NeedAction, by: shared::NeedParty) -> bool {
        let status = match self {
            Self::Draft => shared::NeedStatus::Draft,
            Self::Open => shared::NeedStatus::Open,
            Self::Closed => shared::NeedStatus::Closed,
        };
        status.after(action, by).is_some()
    }
}

impl RoundStatus {
    /// Whether that can be done with a round now.
    pub(crate) fn allows(self, action: shared::RoundAction) -> bool {
        let status = match self {
            Self::Draft => shared::RoundStatus::Draft,
            Self::Solved => shared::RoundStatus::Solved,
            Self::Accepted => shared::RoundStatus::Accepted,
        };
        status.after(action).is_some()
    }
}

impl From<TradeParty> for shared::TradeParty {
    fn from(party: TradeParty) -> Self {
        match party {
            TradeParty::Retailer => Self::Retailer,
            TradeParty::Producer => Self::Producer,
            TradeParty::Staff => Self::Staff,
            TradeParty::Other => Self::Other,
        }
    }
}

impl From<AgreementStatus> for shared::AgreementStatus {
    fn from(status: AgreementStatus) -> Self {
        match status {
            AgreementStatus::Draft => Self::Draft,
            AgreementStatus::WaitsForBoth => Self::WaitsForBoth,
            AgreementStatus::WaitsForRetailer => Self::WaitsForRetailer,
            AgreementStatus::WaitsForProducer => Self::WaitsForProducer,
            AgreementStatus::Signed => Self::Signed,
            AgreementStatus::Ended => Self::Ended,
            AgreementStatus::Terminated => Self::Terminated,
            AgreementStatus::Superseded => Self::Superseded,
            AgreementStatus::Declined => Self::Declined,
            AgreementStatus::Withdrawn => Self::Withdrawn,
            AgreementStatus::Lapsed => Self::Lapsed,
        }
    }
}

impl From<IntroductionStatus> for shared::IntroductionStatus {
    fn from(status: IntroductionStatus) -> Self {
        match status {
            IntroductionStatus::WaitsForBoth => Self::WaitsForBoth,
            IntroductionStatus::WaitsForProducer => Self::WaitsForProducer,
            IntroductionStatus::WaitsForRetailer => Self::WaitsForRetailer,
            IntroductionStatus::Accepted => Self::Accepted,
            IntroductionStatus::Declined => Self::Declined,
            IntroductionStatus::Withdrawn => Self::Withdrawn,
            IntroductionStatus::Lapsed => Self::Lapsed,
        }
    }
}

impl From<EventStatus> for shared::EventStatus {
    fn from(status: EventStatus) -> Self {
        match status {
            EventStatus::Reported => Self::Reported,
            EventStatus::Planned => Self::Planned,
            EventStatus::Open => Self::Open,
            EventStatus::Closed => Self::Closed,
            EventStatus::Held => Self::Held,
            EventStatus::Cancelled => Self::Cancelled,
        }
    }
}

impl From<ParticipantStatus> for shared::ParticipantStatus {
    fn from(status: ParticipantStatus) -> Self {
        match status {
            ParticipantStatus::Asked => Self::Asked,
            ParticipantStatus::Approved => Self::Approved,
            ParticipantStatus::Waiting => Self::Waiting,
            ParticipantStatus::Declined => Self::Declined,
            ParticipantStatus::Withdrawn => Self::Withdrawn,
        }
    }
}

impl From<MeetingStatus> for shared::MeetingStatus {
    fn from(status: MeetingStatus) -> Self {
        match status {
            MeetingStatus::Planned => Self::Planned,
            MeetingStatus::Held => Self::Held,
            MeetingStatus::Missed => Self::Missed,
            MeetingStatus::Cancelled => Self::Cancelled,
        }
    }
}

impl From<MeetingOutcome> for shared::MeetingOutcome {
    fn from(outcome: MeetingOutcome) -> Self {
        match outcome {
            MeetingOutcome::Agreement => Self::Agreement,
            MeetingOutcome::Continues => Self::Continues,
            MeetingOutcome::NotSuitable => Self::NotSuitable,
            MeetingOutcome::RetailerAbsent => Self::RetailerAbsent,
            MeetingOutcome::ProducerAbsent => Self::ProducerAbsent,
        }
    }
}
