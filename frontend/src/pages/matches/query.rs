//! What is asked about needs and products side by side.

use chrono::{DateTime, Utc};
use cynic::QueryBuilder;
use shared::limits;

use crate::api::{
    self, GateKind, GateState, IntroductionHindrance, IntroductionStatus, MatchChoice, Mend, NeedParty,
    Question, ScorePartKind, schema,
};
use crate::facts::Card;
use crate::pages::needs;
use crate::pages::products::PageInfo;
use crate::text::{Language, language};

/// Words of the server in both languages.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Said {
    vi: String,
    en: String,
}

impl Said {
    /// In the language of the page.
    pub(crate) fn words(&self) -> String {
        match language() {
            Language::Vietnamese => self.vi.clone(),
            Language::English => self.en.clone(),
        }
    }
}

/// A paper that meets a requirement.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "CertificateKind")]
pub(crate) struct PaperKind {
    pub(crate) code: String,
}

/// What a gate asks, where its kind does not say it.
#[derive(cynic::QueryFragment, Clone, PartialEq)]
#[cynic(graphql_type = "Requirement")]
pub(crate) struct Asked {
    pub(crate) code: String,
    pub(crate) name_vi: String,
    pub(crate) name_en: String,
    pub(crate) certificates: Vec<PaperKind>,
}

/// One thing that a need asks.
#[derive(cynic::QueryFragment, Clone)]
pub(crate) struct Gate {
    pub(crate) kind: GateKind,
    pub(crate) state: GateState,
    pub(crate) requirement: Option<Asked>,
    pub(crate) says: Said,
    pub(crate) mends: Option<Said>,
    pub(crate) mend: Option<Mend>,
    pub(crate) as_of: Option<DateTime<Utc>>,
}

/// A part of a score.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "ScorePart")]
pub(crate) struct Part {
    pub(crate) kind: ScorePartKind,
    pub(crate) value: f64,
    pub(crate) weight: i32,
    pub(crate) says: Said,
}

/// Why a pair is a good one.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "ScorePart")]
pub(crate) struct Reason {
    pub(crate) says: Said,
}

/// A proposal to meet.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Introduction")]
pub(crate) struct Introduced {
    pub(crate) id: cynic::Id,
    pub(crate) status: IntroductionStatus,
    pub(crate) answer_by: DateTime<Utc>,
}

/// Whether two were proposed to each other, and what keeps somebody from doing that.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Match")]
pub(crate) struct Standing {
    pub(crate) introduction: Option<Introduced>,
    pub(crate) hindrances: Vec<IntroductionHindrance>,
}

/// How far a product answers a need.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Match")]
pub(crate) struct Verdict {
    pub(crate) score: i32,
    pub(crate) gates: Vec<Gate>,
    pub(crate) parts: Vec<Part>,
    pub(crate) met: i32,
    pub(crate) not_met: i32,
    pub(crate) unknown: i32,
    pub(crate) strongest: Vec<Reason>,
    #[cynic(spread)]
    pub(crate) standing: Standing,
}

/// A product for a need that is known.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Match")]
pub(crate) struct ProductMatch {
    pub(crate) product: Card,
    #[cynic(spread)]
    pub(crate) verdict: Verdict,
}

/// A need for a product that is known.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Match")]
pub(crate) struct NeedMatch {
    pub(crate) need: needs::Row,
    #[cynic(spread)]
    pub(crate) verdict: Verdict,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "MatchConnection")]
pub(crate) struct ProductMatches {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<ProductMatch>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "MatchConnection")]
pub(crate) struct NeedMatches {
    pub(crate) total_count: i32,
    pub(crate) nodes: Vec<NeedMatch>,
    pub(crate) page_info: PageInfo,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ListVariables {
    id: cynic::Id,
    choice: MatchChoice,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct OfNeed {
    #[arguments(needId: $id, choice: $choice, first: $first, after: $after)]
    pub(crate) matches: ProductMatches,
}

/// The question for a page of the products for a need.
pub(crate) fn of_need(id: cynic::Id, choice: MatchChoice, after: Option<String>) -> Question<OfNeed> {
    api::question(OfNeed::build(ListVariables { id, choice, first: rows(), after }))
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ListVariables")]
pub(crate) struct OfProduct {
    #[arguments(productId: $id, choice: $choice, first: $first, after: $after)]
    pub(crate) matches: NeedMatches,
}

/// The question for a page of the needs for a product.
pub(crate) fn of_product(id: cynic::Id, choice: MatchChoice, after: Option<String>) -> Question<OfProduct> {
    api::question(OfProduct::build(ListVariables { id, choice, first: rows(), after }))
}

fn rows() -> i32 {
    i32::try_from(limits::DEFAULT_ROWS).unwrap_or(20)
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "MatchConnection")]
pub(crate) struct Count {
    pub(crate) total_count: i32,
}

/// Whose pairs are counted: those of a need or of a product.
#[derive(cynic::QueryVariables)]
pub(crate) struct CountVariables {
    pub(crate) need: Option<cynic::Id>,
    pub(crate) product: Option<cynic::Id>,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "CountVariables")]
pub(crate) struct Counts {
    #[cynic(alias, rename = "matches")]
    #[arguments(needId: $need, productId: $product, choice: "FITTING", first: 1)]
    fitting: Count,
    #[cynic(alias, rename = "matches")]
    #[arguments(needId: $need, productId: $product, choice: "ALMOST", first: 1)]
    almost: Count,
    #[cynic(alias, rename = "matches")]
    #[arguments(needId: $need, productId: $product, choice: "ALL", first: 1)]
    all: Count,
}

impl Counts {
    /// How many there are.
    pub(crate) fn of(&self, choice: MatchChoice) -> i32 {
        match choice {
            MatchChoice::Fitting => self.fitting.total_count,
            MatchChoice::Almost => self.almost.total_count,
            MatchChoice::All => self.all.total_count,
        }
    }
}

/// The question for how many pairs there are of each kind.
pub(crate) fn counts(whose: CountVariables) -> Question<Counts> {
    api::question(Counts::build(whose))
}

#[derive(cynic::QueryVariables)]
pub(crate) struct PairVariables {
    need: cynic::Id,
    product: cynic::Id,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "PairVariables")]
pub(crate) struct StandingOfPair {
    #[cynic(rename = "match")]
    #[arguments(needId: $need, productId: $product)]
    pub(crate) pair: Option<Standing>,
}

/// The question for where one pair stands.
pub(crate) fn standing(need: cynic::Id, product: cynic::Id) -> Question<StandingOfPair> {
    api::question(StandingOfPair::build(PairVariables { need, product }))
}

/// A need by its name, and what the reader is to it.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "Need")]
pub(crate) struct ReadNeed {
    pub(crate) id: cynic::Id,
    pub(crate) name: String,
    pub(crate) viewer_party: NeedParty,
}

#[derive(cynic::QueryVariables)]
pub(crate) struct ComparedVariables {
    need: cynic::Id,
    first: cynic::Id,
    second: cynic::Id,
    third: cynic::Id,
    fourth: cynic::Id,
    is_second: bool,
    is_third: bool,
    is_fourth: bool,
}

#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "Query", variables = "ComparedVariables")]
pub(crate) struct Compared {
    #[arguments(id: $need)]
    pub(crate) need: Option<ReadNeed>,
    #[cynic(alias, rename = "match")]
    #[arguments(needId: $need, productId: $first)]
    first: Option<ProductMatch>,
    #[cynic(alias, rename = "match")]
    #[arguments(needId: $need, productId: $second)]
    #[directives(include(if: $is_second))]
    second: Option<ProductMatch>,
    #[cynic(alias, rename = "match")]
    #[arguments(needId: $need, productId: $third)]
    #[directives(include(if: $is_third))]
    third: Option<ProductMatch>,
    #[cynic(alias, rename = "match")]
    #[arguments(needId: $need, productId: $fourth)]
    #[directives(include(if: $is_fourth))]
    fourth: Option<ProductMatch>,
}

impl Compared {
    /// The products that can be compared, in the order in which they were chosen.
    pub(crate) fn columns(&self) -> Vec<ProductMatch> {
        [&self.first, &self.second, &self.third, &self.fourth].into_iter().flatten().cloned().collect()
    }
}

/// The question for up to four products of a need; none is asked about no product.
pub(crate) fn compared(need: cynic::Id, products: &[String]) -> Option<Question<Compared>> {
    let first = products.first()?;
    // A variable needs a value, also where it is not asked for.
    let id = |place: usize| cynic::Id::new(products.get(place).unwrap_or(first));
    let is_chosen = |place: usize| place < products.len();
    Some(api::question(Compared::build(ComparedVariables {
        need,
        first: id(0),
        second: id(1),
        third: id(2),
        fourth: id(3),
        is_second: is_chosen(1),
        is_third: is_chosen(2),
        is_fourth: is_chosen(3),
    })))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEA: &str = r#"{
        "product": {
            "id": "t", "name": "Trà sen", "stars": 4, "starState": "VALID", "province": "Hà Nội",
            "formerProvince": null, "group": { "code": "II.1", "nameVi": "Đồ uống", "nameEn": "Drinks" },
            "producer": { "id": "m", "name": "HTX Sen" }
        },
        "score": 82,
        "gates": [{
            "kind": "BARCODE", "state": "NOT_MET", "requirement": null,
            "says": { "vi": "Chưa có mã vạch", "en": "No barcode" },
            "mends": { "vi": "Điền mã vạch", "en": "Fill it in" }, "mend": "VARIANTS", "asOf": null
        }],
        "parts": [{ "kind": "PRICE", "value": 0.5, "weight": 20, "says": { "vi": "Giá vừa", "en": "Fair" } }],
        "met": 0, "notMet": 1, "unknown": 0,
        "strongest": [{ "says": { "vi": "Giá vừa", "en": "Fair" } }],
        "introduction": null,
        "hindrances": ["NOT_A_SIDE"]
    }"#;

    #[test]
    fn products_that_were_not_asked_for_or_are_gone_have_no_column() {
        let need = r#"{ "id": "n", "name": "Trà", "viewerParty": "RETAILER" }"#;
        let answer = |products: &str| {
            let answer = format!(r#"{{ "need": {need}, {products} }}"#);
            serde_json::from_str::<Compared>(&answer).unwrap().columns()
        };

        let columns = answer(&format!(r#""first": null, "second": {TEA}"#));

        assert_eq!(columns.len(), 1);
        let verdict = &columns[0].verdict;
        assert_eq!((columns[0].product.name.as_str(), verdict.score), ("Trà sen", 82));
        assert_eq!(verdict.gates[0].mend, Some(Mend::Variants));
        assert_eq!(verdict.standing.hindrances, [IntroductionHindrance::NotASide]);
        assert!(answer(r#""first": null"#).is_empty());
    }
}
