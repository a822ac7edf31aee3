//! Products as their producers enter them: terms, packs, photos, papers, readiness, and what everybody sees of it.

mod papers;
mod readiness;
mod sheet;

use axum::{
    body::Body,
    http::{Request, header},
};
use image::{DynamicImage, ImageFormat, RgbImage};
use serde_json::{Value, json};
use shared::{MemberRole, OrganisationId, StaffRole};
use tests::{Answer, Person, TestApp};

pub(crate) const CREATE: &str =
    "mutation($input: NewProduct!) { createProduct(input: $input) { id version publishedAt hindrances } }";
pub(crate) const UPDATE: &str = "mutation($id: ID!, $v: Int!, $c: ProductChanges!) { updateProduct(id: $id, version: $v, changes: $c) { \
    name description version months terms { capacityPerMonth unit { code } creditDays vatInvoice } \
    variants { id name gtin retailPrice retailPricePerKilo } photos { url } facts { kind freshness } } }";
pub(crate) const PUBLISH: &str = "mutation($id: ID!) { publishProduct(id: $id) { publishedAt } }";
pub(crate) const ADD_PAPER: &str = "mutation($input: NewCertificate!) { addCertificate(input: $input) { id version enteredHere file { url } } }";

pub(crate) async fn create(person: &Person, organisation: OrganisationId, details: Value) -> Answer {
    let input = json!({ "organisation": organisation, "name": "Xyzzy trà sen (mẫu)", "group": "I.5.a",
        "details": details });
    person.run(CREATE, json!({ "input": input })).await
}

pub(crate) fn id_of(answer: &Answer) -> Value {
    answer.data("/createProduct/id").clone()
}

/// Puts a file here as somebody.
pub(crate) async fn put(person: &Person, kind: &str, bytes: Vec<u8>) -> Answer {
    let request = Request::post(format!("/uploads?kind={kind}"))
        .header(header::AUTHORIZATION, person.actor.authorization())
        .header(header::CONTENT_TYPE, "image/jpeg")
        .header("x-file-name", "anh.jpg");
    person.actor.send(request.body(Body::from(bytes)).unwrap()).await
}

pub(crate) fn photo() -> Vec<u8> {
    let picture = RgbImage::from_fn(40, 30, |x, y| image::Rgb([(x * 6) as u8, (y * 8) as u8, 90]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}
