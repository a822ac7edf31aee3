//! What the page that compares products asks for.

use cynic::QueryBuilder;

use super::query::ProductMatch;
use crate::api::{self, NeedParty, Question, schema};

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
    use crate::api::{IntroductionHindrance, Mend};

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
