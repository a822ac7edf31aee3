//! Documents to print: what they say, who may have them, and the texts that staff edit.

use std::io::{Cursor, Read};

use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use chrono::{Days, NaiveDate, Utc};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::{Value, json};
use server::{
    agreements::stored::PartyDetails,
    entities::{agreement, agreement_line, agreement_version},
};
use shared::{
    AgreementId, AgreementKind, AgreementLineId, AgreementStatus, Dong, Quantity, StaffRole, TradeParty,
};
use tests::{Person, Sides, TestApp};
use tower::ServiceExt;

use crate::deliveries::world::{Deal, deal};

const SET: &str = "mutation($k: AgreementKind!, $vi: AgreementTemplateTextInput, $en: AgreementTemplateTextInput) { \
    setAgreementTemplate(kind: $k, vi: $vi, en: $en) { kind isChanged vi { title legalBases closing } en { title } } }";

/// What comes back for an address.
struct Fetched {
    status: StatusCode,
    headers: HeaderMap,
    bytes: Vec<u8>,
}

async fn fetch(app: &TestApp, person: Option<&Person>, path: &str) -> Fetched {
    let mut request = Request::get(path);
    if let Some(person) = person {
        request = request.header(header::AUTHORIZATION, person.actor.authorization());
    }
    let response = app.guest().router().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
    Fetched { status: parts.status, headers: parts.headers, bytes }
}

/// The text of a DOCX, as the file holds it.
fn text_of(docx: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An agreement of two sides as it is kept; the producer wrote it.
async fn agreed(app: &TestApp, sides: &Sides, status: AgreementStatus) -> AgreementId {
    let (id, now) = (AgreementId::new(), Utc::now());
    let signed = status.was_signed();
    let row = agreement::Model {
        id,
        kind: AgreementKind::Mou,
        status,
        number: signed.then(|| "12/2026/BBGNHT".to_owned()),
        number_year: None,
        number_sequence: None,
        retailer_id: Some(sides.shop),
        producer_id: Some(sides.makes),
        introduction_id: None,
        event_id: None,
        follows_id: None,
        follows_as: None,
        author_id: sides.maker.account,
        current_version: 1,
        proposed_at: (status != AgreementStatus::Draft).then_some(now),
        answer_by: None,
        signed_at: signed.then_some(now),
        signed_on: signed.then(|| day("2026-11-22")),
        is_paper: false,
        scan_id: None,
        settled_at: None,
        settled_by: None,
        settled_because: None,
        moved_at: now,
        created_at: now,
        updated_at: now,
        version: 1,
    };
    let side = |name: &str, tax_code: Option<&str>| PartyDetails {
        name: name.to_owned(),
        tax_code: tax_code.map(str::to_owned),
        ..PartyDetails::default()
    };
    let version = agreement_version::Model {
        agreement_id: id,
        number: 1,
        written_by: TradeParty::Producer,
        author_id: sides.maker.account,
        note: None,
        starts_on: Some(day("2026-12-01")),
        ends_on: Some(day("2027-11-30")),
        place: Some("Hà Nội".to_owned()),
        delivery_terms: Some("Giao tại kho <A> & kho B".to_owned()),
        payment_terms: None,
        quality_terms: None,
        other_terms: None,
        retailer: side("Siêu thị Thử (mẫu)", Some("0199999906")),
        producer: side("Hộ Thử (mẫu)", Some("001199012345")),
        retailer_signed_at: signed.then_some(now),
        retailer_signer_id: None,
        producer_signed_at: signed.then_some(now),
        producer_signer_id: None,
        created_at: now,
    };
    let line = agreement_line::Model {
        id: AgreementLineId::new(),
        agreement_id: id,
        version_number: 1,
        position: 0,
        product_id: None,
        variant_id: None,
        product_name: "Miến dong (mẫu)".to_owned(),
        variant_name: Some("Gói 500 g".to_owned()),
        quantity_per_month: Quantity::from_thousandths(1_250_500).unwrap(),
        unit_code: "kg".to_owned(),
        price: Some(Dong::new(85_000).unwrap()),
        months: None,
    };
    let rows = app.app.database.write();
    row.into_active_model().reset_all().insert(rows).await.unwrap();
    version.into_active_model().reset_all().insert(rows).await.unwrap();
    line.into_active_model().reset_all().insert(rows).await.unwrap();
    id
}

#[tokio::test]
async fn the_file_of_an_agreement_says_what_both_sides_agreed_in_both_languages() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = agreed(&app, &sides, AgreementStatus::Signed).await;

    let file =
        fetch(&app, Some(&sides.buyer), &format!("/documents/agreements/{id}.docx?language=both")).await;

    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.headers["cache-control"], "private, no-store");
    let name = file.headers["content-disposition"].to_str().unwrap();
    assert!(
        name.starts_with("attachment; filename=\"bien-ban-ghi-nho-hop-tac-12-2026-bbgnht.docx\""),
        "{name}"
    );
    assert!(name.contains("filename*=UTF-8''BI%C3%8AN%20B%E1%BA%A2N"), "{name}");
    let text = text_of(&file.bytes);
    for said in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 12/2026/BBGNHT",
        "Căn cứ Luật Thương mại năm 2005",
        "Hà Nội, ngày 22 tháng 11 năm 2026",
        "BÊN A (BÊN MUA): Siêu thị Thử (mẫu)",
        "Mã số thuế: 0199999906",
        "PARTY B (SELLER): Hộ Thử (mẫu)",
        "Miến dong (mẫu)",
        "Gói 500 g",
        "1.250,5",
        "85.000",
        "Giao tại kho &lt;A&gt; &amp; kho B",
        "MEMORANDUM OF UNDERSTANDING",
        "Hai bên đã xác nhận trên hệ thống ngày 22 tháng 11 năm 2026",
        "The legal signature is the one on paper.",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    assert!(!text.contains("BẢN NHÁP"));
    // The personal number of a household is for its own people.
    assert!(!text.contains("001199012345") && !text.contains("001***"));
    let own = fetch(&app, Some(&sides.maker), &format!("/documents/agreements/{id}.docx")).await;
    let own = text_of(&own.bytes);
    assert!(own.contains("Mã số thuế: 001199012345") && !own.contains("Tax code"));
}

#[tokio::test]
async fn an_agreement_that_is_not_signed_is_a_draft_on_paper() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = agreed(&app, &sides, AgreementStatus::WaitsForRetailer).await;

    let file = fetch(&app, Some(&sides.buyer), &format!("/documents/agreements/{id}.docx?language=vi")).await;

    let text = text_of(&file.bytes);
    assert!(text.contains("BẢN NHÁP") && text.contains("Số: ……/……"), "{text}");
    assert!(!text.contains("DRAFT"));
}

#[tokio::test]
async fn who_may_not_know_of_an_agreement_gets_no_file_of_it() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let (sent, draft) = (
        agreed(&app, &sides, AgreementStatus::WaitsForRetailer).await,
        agreed(&app, &sides, AgreementStatus::Draft).await,
    );
    let withdrawn = agreed(&app, &sides, AgreementStatus::Draft).await;
    let withdraw = "mutation($id: ID!) { withdrawAgreement(id: $id) { status } }";
    let answer = sides.maker.run(withdraw, json!({ "id": withdrawn })).await;
    assert_eq!(answer.data("/withdrawAgreement/status"), "WITHDRAWN");
    let other = app.person("Người Khác").await;
    app.verified(&other, json!({ "name": "HTX Khác (mẫu)" })).await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let of = |id: AgreementId| format!("/documents/agreements/{id}.docx");
    let none = "/documents/agreements/01900000-0000-7000-8000-000000000000.docx".to_owned();

    for (person, path, status) in [
        (None, of(sent), StatusCode::UNAUTHORIZED),
        (Some(&other), of(sent), StatusCode::NOT_FOUND),
        (Some(&city), of(sent), StatusCode::OK),
        (Some(&sides.maker), of(draft), StatusCode::OK),
        (Some(&sides.buyer), of(draft), StatusCode::NOT_FOUND),
        (Some(&city), of(draft), StatusCode::NOT_FOUND),
        (Some(&sides.maker), of(withdrawn), StatusCode::OK),
        (Some(&sides.buyer), of(withdrawn), StatusCode::NOT_FOUND),
        (Some(&city), of(withdrawn), StatusCode::NOT_FOUND),
        (Some(&sides.buyer), none, StatusCode::NOT_FOUND),
        (Some(&sides.buyer), format!("/documents/agreements/{sent}"), StatusCode::NOT_FOUND),
        (Some(&sides.buyer), format!("{}?language=fr", of(sent)), StatusCode::BAD_REQUEST),
    ] {
        let fetched = fetch(&app, person, &path).await;

        assert_eq!(fetched.status, status, "{path} by {:?}", person.map(|person| person.account));
    }
}

#[tokio::test]
async fn what_staff_write_is_printed_until_they_go_back() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    let id = agreed(&app, &sides, AgreementStatus::Signed).await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let path = format!("/documents/agreements/{id}.docx");
    let own = json!({ "title": " BIÊN BẢN  CỦA SỞ ", "legalBases": "Căn cứ một;\nCăn cứ hai;", "closing": "Chỉ một câu." });

    let set = city.run(SET, json!({ "k": "MOU", "vi": own })).await;

    assert_eq!(set.data("/setAgreementTemplate/isChanged"), true);
    assert_eq!(set.data("/setAgreementTemplate/vi/title"), "BIÊN BẢN CỦA SỞ");
    assert_eq!(set.data("/setAgreementTemplate/en/title"), "MEMORANDUM OF UNDERSTANDING");
    let text = text_of(&fetch(&app, Some(&sides.buyer), &path).await.bytes);
    assert!(
        text.contains("BIÊN BẢN CỦA SỞ") && text.contains("Căn cứ hai;") && text.contains("Chỉ một câu.")
    );
    assert!(!text.contains("Luật Thương mại"));

    for back in [json!({ "k": "MOU" }), json!({ "k": "MOU", "vi": null, "en": null })] {
        city.run(SET, json!({ "k": "MOU", "vi": own })).await.data("/setAgreementTemplate");
        let set = city.run(SET, back).await;

        assert_eq!(set.data("/setAgreementTemplate/isChanged"), false);
        assert_eq!(set.data("/setAgreementTemplate/vi/title"), "BIÊN BẢN GHI NHỚ HỢP TÁC");
    }
}

#[tokio::test]
async fn each_kind_has_texts_and_a_wrong_one_is_told_by_its_field() {
    let app = TestApp::start().await;
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let asked = "{ agreementTemplates { kind isChanged vi { title closing } en { legalBases } } }";

    let all = city.run(asked, json!({})).await;
    let wrong = json!({ "title": "", "legalBases": "x".repeat(4_001), "closing": " \n " });
    let refused = city.run(SET, json!({ "k": "MINUTES", "en": wrong })).await;

    let kinds = all.texts("/agreementTemplates", "kind");
    assert_eq!(kinds, ["MOU", "MINUTES", "CONTRACT", "PROGRAMME", "FRAMEWORK"]);
    let is_changed = |template: &Value| template["isChanged"] == true;
    assert!(!all.data("/agreementTemplates").as_array().unwrap().iter().any(is_changed));
    let mut problems = refused.problems();
    problems.sort();
    assert_eq!(problems, ["en.closing: MISSING", "en.legalBases: TOO_LONG", "en.title: MISSING"]);
}

#[tokio::test]
async fn the_markets_of_a_product_are_a_file_for_its_producer_only() {
    let app = TestApp::start().await;
    let sides = app.sides().await;
    Deal { per_month: 120, ..deal(&sides) }.sign(&app).await;
    let product = sides.product.as_str().unwrap();
    let (from, until) = (Utc::now() - Days::new(60), Utc::now() + Days::new(60));
    let path = |days: &str| format!("/documents/evidence/{product}.docx?{days}&language=both");
    let days = format!("from={}&until={}", from.format("%Y-%m-%d"), until.format("%Y-%m-%d"));

    let file = fetch(&app, Some(&sides.maker), &path(&days)).await;

    assert_eq!(file.status, StatusCode::OK);
    let text = text_of(&file.bytes);
    for said in ["Miến dong (mẫu)", "Siêu thị Thử (mẫu)", "HTX Thử (mẫu)", "MARKETS OF AN OCOP PRODUCT"]
    {
        assert!(text.contains(said), "{said}");
    }
    assert_eq!(fetch(&app, Some(&sides.buyer), &path(&days)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(fetch(&app, None, &path(&days)).await.status, StatusCode::UNAUTHORIZED);
    let back = fetch(&app, Some(&sides.maker), &path("from=2026-02-01&until=2026-01-01")).await;
    assert_eq!(back.status, StatusCode::BAD_REQUEST);
}
