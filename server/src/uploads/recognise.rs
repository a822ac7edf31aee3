//! What a file is, by its first bytes. Its name and what the sender calls it are never asked: both may lie.

/// What was found in the beginning of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A picture that can be read.
    Picture(Format),
    /// A PDF.
    Pdf,
    /// Something else that is known, in words that follow "this is".
    Known(&'static str),
    /// Something else.
    Unknown,
}

/// Pictures that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    WebP,
}

/// Beginnings that leave no doubt.
const BEGINNINGS: &[(&[u8], Found)] = &[
    (b"\xff\xd8\xff", Found::Picture(Format::Jpeg)),
    (b"\x89PNG\r\n\x1a\n", Found::Picture(Format::Png)),
    (b"%PDF-", Found::Pdf),
    (b"GIF87a", Found::Known("a GIF")),
    (b"GIF89a", Found::Known("a GIF")),
    (b"BM", Found::Known("a BMP")),
    (b"II*\0", Found::Known("a TIFF")),
    (b"MM\0*", Found::Known("a TIFF")),
    (b"MZ", Found::Known("a program")),
    (b"\x7fELF", Found::Known("a program")),
    (b"\xfe\xed\xfa", Found::Known("a program")),
    (b"\xcf\xfa\xed\xfe", Found::Known("a program")),
    (b"#!", Found::Known("a program")),
    (b"PK\x03\x04", Found::Known("a ZIP archive or an Office document")),
    (b"PK\x05\x06", Found::Known("a ZIP archive or an Office document")),
    (b"\xd0\xcf\x11\xe0", Found::Known("an Office document")),
    (b"Rar!", Found::Known("an archive")),
    (b"7z\xbc\xaf\x27\x1c", Found::Known("an archive")),
    (b"\x1f\x8b", Found::Known("an archive")),
    (b"\0\0\x01\0", Found::Known("an icon")),
];

/// What the file is.
pub fn recognise(bytes: &[u8]) -> Found {
    if let Some((_, found)) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
        return *found;
    }
    match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Found::Picture(Format::WebP),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => Found::Known(iso_media(brand)),
        _ => markup(bytes).map_or(Found::Unknown, Found::Known),
    }
}

/// Pictures and films in the same box: what telephones take.
fn iso_media(brand: &[u8]) -> &'static str {
    match brand.get(..4) {
        Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"mif1" | b"msf1") => "a HEIC picture",
        Some(b"avif" | b"avis") => "an AVIF picture",
        _ => "a film",
    }
}

/// Text that a browser would run or draw.
fn markup(bytes: &[u8]) -> Option<&'static str> {
    let beginning = String::from_utf8_lossy(&bytes[..bytes.len().min(1_024)]).to_ascii_lowercase();
    let beginning = beginning.trim_start_matches('\u{feff}').trim_start();
    if !beginning.starts_with('<') {
        return None;
    }
    let is_page = ["<!doctype html", "<html", "<script", "<body", "<iframe"].iter();
    if beginning.contains("<svg") {
        Some("an SVG")
    } else if is_page.into_iter().any(|tag| beginning.contains(tag)) {
        Some("a web page")
    } else {
        Some("XML")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_and_papers_are_known_by_their_first_bytes() {
        for (bytes, found) in [
            (b"\xff\xd8\xff\xe0\0\x10JFIF".as_slice(), Found::Picture(Format::Jpeg)),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Found::Picture(Format::Png)),
            (b"RIFF\x24\0\0\0WEBPVP8 ", Found::Picture(Format::WebP)),
            (b"%PDF-1.7\n", Found::Pdf),
        ] {
            assert_eq!(recognise(bytes), found);
        }
    }

    #[test]
    fn what_is_not_taken_is_named() {
        for (bytes, name) in [
            (b"GIF89a\x01\0".as_slice(), "a GIF"),
            (b"BM\x36\0", "a BMP"),
            (b"\0\0\0\x18ftypheic\0\0", "a HEIC picture"),
            (b"\0\0\0\x18ftypmif1\0\0", "a HEIC picture"),
            (b"\0\0\0\x1cftypavif", "an AVIF picture"),
            (b"\0\0\0\x18ftypmp42", "a film"),
            (b"MZ\x90\0", "a program"),
            (b"\x7fELF\x02\x01", "a program"),
            (b"#!/bin/sh\n", "a program"),
            (b"PK\x03\x04\x14\0", "a ZIP archive or an Office document"),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "an SVG"),
            (b"\xef\xbb\xbf \n<?xml version=\"1.0\"?><!-- x --><SVG onload=\"alert(1)\">", "an SVG"),
            (b"<!DOCTYPE html><script>alert(1)</script>", "a web page"),
            (b"<?xml version=\"1.0\"?><a/>", "XML"),
        ] {
            assert_eq!(recognise(bytes), Found::Known(name));
        }
        for bytes in [b"".as_slice(), b"\xff\xd8", b"RIFF\0\0\0\0WAVE", b" %PDF-1.7", b"xin ch\xc3\xa0o"] {
            assert_eq!(recognise(bytes), Found::Unknown);
        }
    }
}
