//! What the matching of needs and products speaks of (DESIGN §6): gates that a pair must pass, and the parts of its score.

use crate::kinds::kind;

kind! {
    /// What a need asks that a product either answers or does not.
    GateKind {
        /// A star that certainly holds.
        Stars = "stars",
        /// The kind of goods.
        Group = "group",
        /// To be had in the months asked for.
        Months = "months",
        /// Enough a month, and not only in larger lots.
        Capacity = "capacity",
        /// Not dearer than asked.
        Price = "price",
        /// A VAT invoice.
        VatInvoice = "vat_invoice",
        /// A paper that holds; `requirement` says which.
        Paper = "paper",
        /// A barcode on every pack.
        Barcode = "barcode",
        /// Keeps long enough.
        ShelfLife = "shelf_life",
        /// Delivered soon enough.
        LeadTime = "lead_time",
        /// Time to pay.
        Credit = "credit",
        /// Goods on consignment.
        Consignment = "consignment",
        /// Delivered to Hanoi.
        Delivery = "delivery",
        /// From one of the provinces asked for.
        Origin = "origin",
        /// All else that buyers ask; `requirement` says what.
        Requirement = "requirement",
        /// Neither side has refused the other about this within 90 days.
        Refusal = "refusal",
    }
}

kind! {
    /// Whether a gate lets a pair through.
    GateState {
        /// It does.
        Met = "met",
        /// It does not.
        NotMet = "not_met",
        /// Nobody knows; the producer is asked.
        Unknown = "unknown",
    }
}

kind! {
    /// A part of the score of a pair.
    ScorePartKind {
        /// How much the product is what is looked for, by kind and words.
        Relevance = "relevance",
        /// Its stars.
        Stars = "stars",
        /// How far its price is below the ceiling.
        Price = "price",
        /// How well what can be delivered fits what is wanted.
        Capacity = "capacity",
        /// In how many of the wanted months it can be had.
        Season = "season",
        /// How near it is made.
        Distance = "distance",
        /// How many of its promised deliveries were made.
        KeptPromises = "kept_promises",
        /// How lately its facts were confirmed.
        Freshness = "freshness",
        /// A chance for those who have few buyers here yet.
        Newcomer = "newcomer",
    }
}

kind! {
    /// Which pairs of a need or a product.
    MatchChoice {
        /// Those that miss nothing; unknown gates may be among them.
        Fitting = "fitting",
        /// Those that miss one gate or two.
        Almost = "almost",
        /// All, the fitting first.
        All = "all",
    }
}

kind! {
    /// Where something is mended.
    Mend {
        /// With the organisation: its tax code, its verification.
        Organisation = "organisation",
        /// With the terms of the product.
        Terms = "terms",
        /// With its packs.
        Variants = "variants",
        /// With its months.
        Months = "months",
        /// With a paper.
        Certificate = "certificate",
        /// With a rating by the province or the ministry.
        Stars = "stars",
        /// With an answer to this very question (`answerRequirement`).
        Answer = "answer",
    }
}

kind! {
    /// By what needs that nothing fits are gathered.
    UnmetBy {
        /// The group of goods they are about.
        Group = "group",
        /// The provinces they are wanted from.
        Province = "province",
    }
}
