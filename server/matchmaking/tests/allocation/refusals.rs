//! What is not a round, and that the message names the thing.

use matchmaking::allocation::{Draft, Edge, Instance, Need, Producer, Product};
use proptest::prelude::*;

use crate::rounds::{SMALL, any_round, edge, pair, two_by_two};

#[test]
fn every_mistake_is_named() {
    let cases: [(fn(&mut Draft), &str); 17] = [
        (|draft| draft.needs.push(Need { id: "trà".to_owned(), cap: 2 }), r#"need "trà" stands there twice"#),
        (|draft| draft.products[1].id = "sen".to_owned(), r#"product "sen" stands there twice"#),
        (|draft| draft.producers[1].id = "An".to_owned(), r#"there is no producer "Bình""#),
        (|draft| draft.producers.push(draft.producers[0].clone()), r#"producer "An" stands there twice"#),
        (
            |draft| draft.products[0].producer = "Cúc".to_owned(),
            r#"product "sen": there is no producer "Cúc""#,
        ),
        (
            |draft| draft.needs[1].cap = -1,
            r#"need "trà": the cap must be a whole number from 0 to 1000000000, not -1"#,
        ),
        (|draft| draft.products[0].cap = i64::MAX, r#"product "sen": the cap"#),
        (|draft| draft.producers[0].cap = 1_000_000_001, r#"producer "An": the cap"#),
        (
            |draft| draft.edges.push(edge(&pair("trà", "mận"), 1)),
            r#"edge "trà" – "mận": there is no product "mận""#,
        ),
        (
            |draft| draft.edges.push(edge(&pair("cà", "sen"), 1)),
            r#"edge "cà" – "sen": there is no need "cà""#,
        ),
        (|draft| draft.edges.push(edge(&pair("trà", "sen"), 1)), r#"edge "trà" – "sen" stands there twice"#),
        (
            |draft| draft.edges[0].score = 10_001,
            r#"edge "trà" – "sen": the score must be a whole number from 0 to 10000, not 10001"#,
        ),
        (|draft| draft.edges[0].score = -1, r#"from 0 to 10000, not -1"#),
        (|draft| draft.pins.push(pair("mứt", "dâu")), r#"pin "mứt" – "dâu" has no edge"#),
        (|draft| draft.pins.push(pair("mứt", "mận")), r#"pin "mứt" – "mận": there is no product "mận""#),
        (|draft| draft.pins = vec![pair("trà", "sen"); 2], r#"pin "trà" – "sen" stands there twice"#),
        (|draft| draft.forbids.push(pair("cà", "sen")), r#"forbid "cà" – "sen": there is no need "cà""#),
    ];

    for (spoil, expected) in cases {
        let mut draft = two_by_two();
        spoil(&mut draft);
        let problem = Instance::new(draft).unwrap_err();
        assert!(problem.to_string().contains(expected), "{problem} is not {expected}");
        assert_ne!(problem.in_vietnamese(), problem.to_string());
    }
}

#[test]
fn a_pair_is_not_both_pinned_and_forbidden() {
    let mut draft = two_by_two();
    draft.pins.push(pair("trà", "sen"));
    draft.forbids.push(pair("trà", "sen"));

    let problem = Instance::new(draft).unwrap_err();

    assert_eq!(problem.to_string(), r#""trà" – "sen" is both pinned and forbidden"#);
    assert_eq!(problem.in_vietnamese(), r#"cặp "trà" – "sen" vừa được ghim vừa bị cấm"#);
}

#[test]
fn pins_that_exceed_a_cap_together_are_named_with_it() {
    let mut of_need = two_by_two();
    of_need.pins = vec![pair("trà", "sen"), pair("trà", "dâu")];
    let mut of_product = two_by_two();
    of_product.pins = vec![pair("trà", "sen"), pair("mứt", "sen")];
    let mut of_producer = of_product.clone();
    of_producer.products[0].cap = 2;

    let told = [of_need, of_product, of_producer].map(|draft| Instance::new(draft).unwrap_err().to_string());

    assert_eq!(
        told,
        [
            r#"need "trà" has the cap 1, but these pins: "trà" – "dâu", "trà" – "sen""#,
            r#"product "sen" has the cap 1, but these pins: "mứt" – "sen", "trà" – "sen""#,
            r#"producer "An" has the cap 1, but these pins: "mứt" – "sen", "trà" – "sen""#,
        ]
    );
}

#[test]
fn what_is_forbidden_twice_or_without_an_edge_does_no_harm() {
    let mut draft = two_by_two();
    draft.forbids = vec![pair("trà", "sen"), pair("trà", "sen"), pair("mứt", "dâu")];

    assert!(Instance::new(draft).is_ok());
}

proptest! {
    /// Whatever stands in it, a draft is a round or is refused.
    #[test]
    fn no_number_and_no_id_makes_it_fall_over(
        mut draft in any_round(SMALL), id in ".{0,3}", cap in any::<i64>(), score in any::<i64>()
    ) {
        draft.needs.push(Need { id: id.clone(), cap });
        draft.producers.push(Producer { id: id.clone(), cap });
        draft.products.push(Product { id: id.clone(), producer: id.clone(), cap });
        draft.edges.push(Edge { need: id.clone(), product: id, score });

        if let Ok(round) = Instance::new(draft) {
            let plan = matchmaking::allocation::solve(&round).plan();
            prop_assert_eq!(plan.objective, plan.bound);
        }
    }
}
