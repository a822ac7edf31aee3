//! What is said about pairs, read as people read it.

use shared::{GateKind, GateState, RequirementKind, ScorePartKind};

use super::samples::{amount, asked, demand, dong, measure, pack, supply, terms};
use crate::{
    demand::Demand,
    gates::Circumstances,
    pair::Pair,
    said,
    scoring::{Standing, Weights},
    supply::{Star, Supply},
};

fn today() -> Circumstances {
    Circumstances { today: "2026-11-26".parse().unwrap(), refused_on: None }
}

#[test]
fn a_gate_says_what_is_asked_and_what_is_known() {
    let demand = Demand {
        min_stars: Some(3),
        amount: Some(amount("1500", "kg")),
        ceiling: Some((dong(120_000), measure("kg"))),
        months: Some(0b1000_0000_0001),
        requirements: vec![asked("gtin", RequirementKind::Boolean, None)],
        ..demand()
    };
    let supply = Supply {
        star: Some(Star { stars: 4, is_certain: true, until: Some("2027-12-31".parse().unwrap()) }),
        terms: terms(|terms| terms.capacity = Some(amount("2", "tan"))),
        packs: [pack("packet", Some(("500", "g")), Some(65_000))].into(),
        ..supply()
    };

    let said: Vec<(String, Option<String>)> = demand
        .gates()
        .iter()
        .map(|gate| {
            let verdict = gate.verdict(&demand, &supply, &today());
            (gate.says(&demand, &verdict).vi, gate.mends(&verdict).map(|mends| mends.vi))
        })
        .collect();

    let expected = [
        ("Cần từ 3 sao; có 4 sao đến 31/12/2027", None),
        ("Cần hàng tháng 1, 12; chưa rõ", Some("Ghi các tháng có hàng")),
        ("Cần 1.500 kg mỗi tháng; cung ứng 2.000 kg mỗi tháng", None),
        (
            "Trả tối đa 120.000\u{a0}₫ mỗi kg; giá bán buôn 130.000\u{a0}₫ mỗi kg",
            Some("Ghi giá bán buôn trong mức trả"),
        ),
        ("Mọi quy cách cần có mã vạch; 0/1 quy cách có mã vạch", Some("Có mã vạch cho mọi quy cách")),
        ("Chưa từng từ chối nhau trong 90 ngày", None),
    ];
    let expected: Vec<_> =
        expected.map(|(says, mends)| (says.to_owned(), mends.map(str::to_owned))).into_iter().collect();
    assert_eq!(said, expected);
}

#[test]
fn numbers_have_the_signs_of_the_language_they_stand_in() {
    let demand = Demand {
        amount: Some(amount("1250,5", "kg")),
        ceiling: Some((dong(120_000), measure("kg"))),
        requirements: vec![asked("fat", RequirementKind::Number, Some("1.500,5"))],
        ..demand()
    };
    let supply = Supply {
        terms: terms(|terms| terms.capacity = Some(amount("2,5", "tan"))),
        packs: [pack("packet", Some(("500", "g")), Some(65_000))].into(),
        ..supply()
    };

    let gates = demand.gates();
    let says = gates.iter().map(|gate| gate.says(&demand, &gate.verdict(&demand, &supply, &today())));
    let (vi, en): (Vec<String>, Vec<String>) = says.map(|said| (said.vi, said.en)).unzip();

    assert_eq!(
        vi[..3],
        [
            "Cần 1.250,5 kg mỗi tháng; cung ứng 2.500 kg mỗi tháng",
            "Trả tối đa 120.000\u{a0}₫ mỗi kg; giá bán buôn 130.000\u{a0}₫ mỗi kg",
            "fat: từ 1.500,5; chưa rõ",
        ]
    );
    assert_eq!(
        en[..3],
        [
            "1,250.5 kg a month wanted; 2,500 kg a month can be delivered",
            "At most 120,000\u{a0}₫ for one kg; wholesale price 130,000\u{a0}₫ for one kg",
            "fat: 1,500.5 or more; not known",
        ]
    );
}

#[test]
fn kept_promises_are_told_of_whichever_side_has_made_some() {
    let says = |kept, retailer_kept| {
        let standing = Standing { accepted: 0, kept, retailer_kept };
        said::part(ScorePartKind::KeptPromises, &[0; 9], &demand(), &supply(), standing).vi
    };

    let producers = "Bên bán đã giao đúng 3/4 lần hẹn";
    let retailers = "Bên mua đã đặt hàng và thanh toán đúng 2/2 lần hẹn";
    assert_eq!(says(Some((3, 4)), None), producers);
    assert_eq!(says(None, Some((2, 2))), retailers);
    assert_eq!(says(Some((3, 4)), Some((2, 2))), format!("{producers}; {retailers}"));
    assert_eq!(says(None, None), "Chưa có đợt giao nào được hai bên xác nhận ở đây");
}

#[test]
fn both_languages_say_something_about_every_gate_and_part() {
    let all = RequirementKind::ALL.iter().map(|kind| asked(kind.as_str(), *kind, None));
    let fixed = ["gtin", "vat_invoice", "shelf_life_days", "lead_time_days", "credit_days", "consignment"];
    let fixed = fixed.map(|code| asked(code, RequirementKind::Boolean, None));
    let demand = Demand { requirements: all.chain(fixed).collect(), ..demand() };
    let supply = supply();
    let gates = demand.gates();

    let pair = Pair::judge(&demand, &gates, &supply, Standing::default(), &Weights::default(), &today());

    for (gate, verdict) in gates.iter().zip(&pair.verdicts) {
        let says = gate.says(&demand, verdict);
        assert!(!says.vi.is_empty() && !says.en.is_empty() && says.vi != says.en, "{says:?}");
        let is_mended = verdict.state != GateState::Met && gate.kind() != GateKind::Refusal;
        assert_eq!(gate.mends(verdict).is_some(), is_mended, "{:?}", gate.kind());
        assert_eq!(gate.mend().is_some(), is_mended, "{:?}", gate.kind());
    }
    for part in ScorePartKind::ALL {
        let says = said::part(*part, &pair.parts, &demand, &supply, Standing::default());
        assert!(!says.vi.is_empty() && !says.en.is_empty() && says.vi != says.en, "{says:?}");
    }
}
