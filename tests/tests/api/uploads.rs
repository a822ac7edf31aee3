//! Files that people put here: what is taken, what is kept, and who gets it.

use std::{fs, path::Path};

use axum::{
    body::{Body, Bytes},
    http::{Method, Request, StatusCode},
};
use futures::stream;
use image::{DynamicImage, ImageFormat, RgbImage};
use sea_orm::{EntityTrait, PaginatorTrait};
use server::{
    changes,
    entities::upload,
    error::{Error, Result},
    uploads::{self, receiving},
};
use shared::{AccountId, ErrorCode, Problem, UploadId, UploadKind, limits::UPLOAD_BYTES};
use tests::{Actor, Answer, TestApp};

const PAPER: &[u8] =
    b"%PDF-1.7\n1 0 obj\n<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>\nendobj\n%%EOF\n";

/// A photo in a format, larger than what is kept of it.
fn photo(format: ImageFormat) -> Bytes {
    let picture = RgbImage::from_fn(1_700, 20, |x, y| image::Rgb([(x % 256) as u8, (y * 12) as u8, 90]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, format).unwrap();
    bytes.into_inner().into()
}

async fn stored(app: &TestApp, kind: UploadKind, name: &str, bytes: Bytes) -> Result<upload::Model> {
    uploads::store(&app.app, AccountId::new(), kind, name, bytes).await
}

#[track_caller]
fn refusal(outcome: Result<upload::Model>) -> (Problem, String) {
    match outcome {
        Err(Error::Refused { problem, message, .. }) => (problem, message),
        other => panic!("it was not refused: {other:?}"),
    }
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut names = Vec::new();
    for entry in entries.map(|entry| entry.unwrap()) {
        if entry.file_type().unwrap().is_dir() {
            names.extend(files(&entry.path()));
        } else {
            names.push(entry.file_name().into_string().unwrap());
        }
    }
    names
}

async fn get_with(guest: &Actor, path: &str, header: (&str, &str)) -> Answer {
    guest.send(Request::get(path).header(header.0, header.1).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_photo_of_any_format_is_kept_as_a_jpeg_in_two_sizes() {
    let app = TestApp::start().await;

    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let upload = stored(&app, UploadKind::Photo, "C:\\ảnh\\cam.png", photo(format)).await.unwrap();

        assert_eq!((upload.width, upload.height), (Some(1_600), Some(19)), "{format:?}");
        assert_eq!((upload.name.as_str(), upload.media_type.as_str()), ("cam.png", "image/jpeg"));
        let large = app.guest().get(&format!("/uploads/{}", upload.id)).await;
        let small = app.guest().get(&format!("/uploads/{}/small", upload.id)).await;
        for answer in [&large, &small] {
            assert_eq!(answer.status, StatusCode::OK);
            assert_eq!(answer.headers["content-type"], "image/jpeg");
            assert_eq!(answer.headers["cache-control"], "public, max-age=31536000, immutable");
            assert_eq!(answer.headers["x-content-type-options"], "nosniff");
            assert!(answer.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
        }
        assert_eq!(large.headers["content-length"], upload.bytes.to_string().as_str());
        assert_ne!(large.headers["etag"], small.headers["etag"]);
    }
}

#[tokio::test]
async fn a_browser_that_has_a_photo_is_not_sent_it_again() {
    let app = TestApp::start().await;
    let upload = stored(&app, UploadKind::Photo, "a.jpg", photo(ImageFormat::Jpeg)).await.unwrap();
    let path = format!("/uploads/{}", upload.id);
    let guest = app.guest();

    let first = guest.get(&path).await;
    let tag = first.headers["etag"].to_str().unwrap();
    let again = get_with(&guest, &path, ("if-none-match", &format!("\"other\", W/{tag}"))).await;
    let small = get_with(&guest, &format!("{path}/small"), ("if-none-match", tag)).await;

    assert_eq!((again.status, again.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(again.headers["etag"], tag);
    assert_eq!(small.status, StatusCode::OK);
}

#[tokio::test]
async fn a_file_is_what_its_bytes_are_and_not_what_it_is_called() {
    let app = TestApp::start().await;
    let svg =
        b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

    for (bytes, what) in [
        (svg.as_slice(), "an SVG"),
        (b"MZ\x90\0\x03\0\0\0", "a program"),
        (b"\x7fELF\x02\x01\x01\0", "a program"),
        (b"<html><script>alert(1)</script>", "a web page"),
        (b"GIF89a\x01\0\x01\0", "a GIF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "a HEIC picture"),
        (b"PK\x03\x04word/document.xml", "a ZIP archive or an Office document"),
        (b"xin ch\xc3\xa0o", "something unknown"),
    ] {
        for kind in [UploadKind::Photo, UploadKind::Document] {
            let (problem, message) = refusal(stored(&app, kind, "cam.jpg", Bytes::from_static(bytes)).await);

            assert_eq!(problem, Problem::FileKind);
            assert!(message.starts_with(&format!("this is {what}, ")), "{message}");
        }
    }
    let (problem, message) = refusal(stored(&app, UploadKind::Photo, "cam.jpg", PAPER.into()).await);
    assert_eq!((problem, message.contains("a PDF")), (Problem::FileKind, true));
    assert!(files(&app.folder().join("uploads")).is_empty());
}

#[tokio::test]
async fn damaged_empty_and_too_large_files_are_refused() {
    let app = TestApp::start().await;
    let whole = photo(ImageFormat::Jpeg);

    let damaged = stored(&app, UploadKind::Photo, "a.jpg", whole.slice(..whole.len() / 2)).await;
    let empty = stored(&app, UploadKind::Photo, "a.jpg", Bytes::new()).await;
    let large = [PAPER, &vec![b' '; UPLOAD_BYTES]].concat();
    let large = stored(&app, UploadKind::Document, "a.pdf", large.into()).await;

    assert_eq!(refusal(damaged).0, Problem::FileDamaged);
    assert_eq!(refusal(empty).0, Problem::Missing);
    assert_eq!(refusal(large).0, Problem::FileTooLarge);
    assert_eq!(upload::Entity::find().count(app.app.database.read()).await.unwrap(), 0);
}

#[tokio::test]
async fn the_same_file_is_kept_once_and_belongs_to_each_who_put_it_here() {
    let app = TestApp::start().await;
    let (nga, lan) = (AccountId::new(), AccountId::new());
    let put = |account, name, bytes| uploads::store(&app.app, account, UploadKind::Photo, name, bytes);
    let bytes = photo(ImageFormat::Png);

    let first = put(nga, "a.png", bytes.clone()).await.unwrap();
    let again = put(nga, "b.png", bytes.clone()).await.unwrap();
    let of_lan = put(lan, "c.png", bytes).await.unwrap();

    assert_eq!(again, upload::Model { created_at: again.created_at, ..first.clone() });
    assert_ne!(of_lan.id, first.id);
    assert_eq!(of_lan.sha256, first.sha256);
    let mut kept = files(&app.folder().join("uploads"));
    kept.sort();
    assert_eq!(kept, [first.sha256[2..].to_owned(), format!("{}.small", &first.sha256[2..])]);
}

#[tokio::test]
async fn who_put_a_file_here_stands_in_the_log_without_its_name() {
    let app = TestApp::start().await;
    let account = AccountId::new();
    let bytes = photo(ImageFormat::Jpeg);

    let upload =
        uploads::store(&app.app, account, UploadKind::Photo, "CCCD Nga.jpg", bytes.clone()).await.unwrap();
    uploads::store(&app.app, account, UploadKind::Photo, "CCCD Nga.jpg", bytes).await.unwrap();

    let lines = changes::of(app.app.database.read(), "upload", &upload.id.to_string()).await.unwrap();
    assert_eq!(lines.len(), 1);
    assert_eq!(
        (lines[0].action.as_str(), lines[0].actor.as_str()),
        ("created", account.to_string().as_str())
    );
    assert!(!format!("{:?}", lines[0].after).contains("Nga"));
}

#[tokio::test]
async fn a_document_is_shown_to_nobody_yet() {
    let app = TestApp::start().await;
    let paper = stored(&app, UploadKind::Document, "Giấy chứng nhận.pdf", PAPER.into()).await.unwrap();
    let scan = stored(&app, UploadKind::Document, "scan.png", photo(ImageFormat::Png)).await.unwrap();

    let kept = uploads::open(&app.app, &paper, uploads::Rendition::Large).await.unwrap();

    assert_eq!(kept, PAPER);
    assert_eq!((paper.media_type.as_str(), paper.width), ("application/pdf", None));
    let etag = format!("\"{}\"", paper.sha256);
    for path in [
        format!("/uploads/{}", paper.id),
        format!("/uploads/{}", scan.id),
        format!("/uploads/{}/small", scan.id),
    ] {
        let answer = get_with(&app.guest(), &path, ("if-none-match", &etag)).await;

        assert_eq!((answer.status, answer.codes()), (StatusCode::NOT_FOUND, vec!["NOT_FOUND"]), "{path}");
        assert_eq!(answer.headers["cache-control"], "no-store");
        assert!(!answer.headers.contains_key("etag"));
    }
}

#[tokio::test]
async fn there_is_nothing_at_other_addresses() {
    let app = TestApp::start().await;
    let paper = stored(&app, UploadKind::Document, "a.pdf", PAPER.into()).await.unwrap();

    for path in [format!("/uploads/{}", UploadId::new()), "/uploads/..%2f..%2focop.sqlite".to_owned()] {
        let answer = app.guest().get(&path).await;

        assert_eq!((answer.status, answer.codes()), (StatusCode::NOT_FOUND, vec!["NOT_FOUND"]), "{path}");
    }
    let no_small_one = uploads::open(&app.app, &paper, uploads::Rendition::Small).await;
    assert_eq!(no_small_one.unwrap_err().code(), ErrorCode::NotFound);
}

#[tokio::test]
async fn a_guest_can_not_put_a_file_here() {
    let app = TestApp::start().await;
    let post = |path: &str| Request::post(path).header("x-file-name", "cam.jpg");

    for kind in ["?kind=photo", "?kind=document", "?kind=film", ""] {
        let request = post(&format!("/uploads{kind}")).body(Body::from(photo(ImageFormat::Jpeg))).unwrap();
        let answer = app.guest().send(request).await;

        assert_eq!(
            (answer.status, answer.codes()),
            (StatusCode::UNAUTHORIZED, vec!["UNAUTHENTICATED"]),
            "{kind}"
        );
    }
    let from_elsewhere = post("/uploads?kind=photo").header("origin", "https://elsewhere.example");
    let answer = app.guest().send(from_elsewhere.body(Body::empty()).unwrap()).await;
    assert_eq!((answer.status, answer.codes()), (StatusCode::FORBIDDEN, vec!["FORBIDDEN"]));
    let listing = Request::builder().method(Method::GET).uri("/uploads").body(Body::empty()).unwrap();
    assert_eq!(app.guest().send(listing).await.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(files(&app.folder().join("uploads")).is_empty());
}

#[tokio::test]
async fn a_file_is_taken_off_the_line_with_its_name() {
    let app = TestApp::start().await;
    let parts = photo(ImageFormat::Jpeg);
    let (one, other) = (parts.slice(..100), parts.slice(100..));
    let body = Body::from_stream(stream::iter([Ok::<_, std::io::Error>(one), Ok(other)]));

    let upload =
        receiving::receive(&app.app, AccountId::new(), Some("photo"), Some("C%C3%A0%20ph%C3%AA.jpg"), body)
            .await;

    assert_eq!(upload.unwrap().name, "Cà phê.jpg");
}

#[tokio::test]
async fn no_more_is_taken_off_the_line_than_allowed() {
    let app = TestApp::start().await;
    let mut sent = 0;
    let endless = Bytes::from([PAPER, &vec![b' '; 1024 * 1024]].concat());
    let (counted, mut counts) = tokio::sync::mpsc::unbounded_channel();
    let body = Body::from_stream(stream::repeat_with(move || {
        sent += endless.len();
        counted.send(sent).unwrap();
        Ok::<_, std::io::Error>(endless.clone())
    }));

    let outcome = receiving::receive(&app.app, AccountId::new(), Some("document"), None, body).await;

    assert_eq!(refusal(outcome).0, Problem::FileTooLarge);
    let mut taken = 0;
    while let Ok(count) = counts.try_recv() {
        taken = count;
    }
    assert!(taken < UPLOAD_BYTES + 2 * 1024 * 1024, "{taken}");
}

#[tokio::test]
async fn a_line_that_breaks_and_a_kind_that_is_none_are_told_apart() {
    let app = TestApp::start().await;
    let broken = [Ok(Bytes::from_static(PAPER)), Err(std::io::Error::other("the line broke"))];
    let receive = |kind, body| receiving::receive(&app.app, AccountId::new(), kind, None, body);

    let broken = receive(Some("document"), Body::from_stream(stream::iter(broken))).await;
    let no_kind = receive(None, Body::from(PAPER)).await;
    let other_kind = receive(Some("film"), Body::from(PAPER)).await;

    assert_eq!(refusal(broken).0, Problem::FileDamaged);
    assert_eq!((refusal(no_kind).0, refusal(other_kind).0), (Problem::NotOffered, Problem::NotOffered));
    assert!(files(&app.folder().join("uploads")).is_empty());
}
