//! Photos made here byte by byte, and what is kept of them.

use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Rgb, RgbImage,
    Rgba, RgbaImage,
    codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder},
};
use moxcms::ColorProfile;
use proptest::prelude::*;
use shared::{Problem, limits::PHOTO_SIDE};
use std::io::Cursor;

use super::{
    photo::{Photo, clean, pixels},
    recognise::{Format, Found, recognise},
};

/// A word that stands in every description written by these tests and must not be in what is kept.
const SECRET: &[u8] = b"21.0278N 105.8342E";

/// A picture with a red left and a blue right half.
fn halves(width: u32, height: u32) -> RgbImage {
    let colour = |x, _| if x < width / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) };
    RgbImage::from_fn(width, height, colour)
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 95)).unwrap();
    bytes
}

/// Puts a segment behind the beginning of a JPEG.
fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, marker], &length, content, &jpeg[2..]].concat()
}

/// What a telephone writes: how it was held, and where it was.
fn exif(orientation: u16) -> Vec<u8> {
    let field = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value.to_be_bytes()].concat()
    };
    let length = u32::try_from(SECRET.len()).unwrap();
    let fields = [
        // Orientation: a short, so it stands in the upper half.
        field(0x0112, 3, 1, u32::from(orientation) << 16),
        // The GPS directory begins behind this one: 8 + 2 + 2 * 12 + 4.
        field(0x8825, 4, 1, 38),
    ]
    .concat();
    // GPSProcessingMethod, a text of any length: 38 + 2 + 12 + 4.
    let gps = field(0x001b, 7, length, 56);
    let none = [0; 4];
    [b"Exif\0\0MM\0*\0\0\0\x08\0\x02", &fields[..], &none, b"\0\x01", &gps, &none, SECRET].concat()
}

fn photo_with_everything(picture: &RgbImage, orientation: u16) -> Vec<u8> {
    let xmp = [b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>".as_slice(), SECRET, b"</x:xmpmeta>"].concat();
    let jpeg = with_segment(&jpeg(picture), 0xfe, SECRET);
    with_segment(&with_segment(&jpeg, 0xe1, &xmp), 0xe1, &exif(orientation))
}

fn read(jpeg: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).unwrap().into_rgb8()
}

/// The colour in the middle of an edge: left, top, right, bottom.
fn edges(picture: &RgbImage) -> [&'static str; 4] {
    let (width, height) = picture.dimensions();
    let at = |x, y| match picture.get_pixel(x, y).0 {
        [150..=255, _, 0..=99] => "red",
        [0..=99, _, 150..=255] => "blue",
        _ => "other",
    };
    [at(2, height / 2), at(width / 2, 2), at(width - 3, height / 2), at(width / 2, height - 3)]
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn nothing_of_where_and_how_a_photo_was_taken_is_kept() {
    let taken = photo_with_everything(&halves(64, 48), 1);
    assert!(holds(&taken, SECRET) && holds(&taken, b"Exif"));

    let Photo { large, small, .. } = clean(&taken, Format::Jpeg).unwrap();

    for kept in [large, small] {
        for part in [SECRET, b"Exif", b"xap", b"ICC_PROFILE"] {
            assert!(!holds(&kept, part), "{}", String::from_utf8_lossy(part));
        }
        let mut decoder =
            ImageReader::with_format(Cursor::new(&kept), ImageFormat::Jpeg).into_decoder().unwrap();
        assert_eq!(decoder.exif_metadata().unwrap(), None);
        assert_eq!(decoder.xmp_metadata().unwrap(), None);
        assert_eq!(decoder.icc_profile().unwrap(), None);
    }
}

#[test]
fn a_photo_is_kept_upright_however_the_telephone_was_held() {
    for (orientation, width, height, left, top, right, bottom) in [
        (1, 64, 48, "red", "", "blue", ""),
        (2, 64, 48, "blue", "", "red", ""),
        (3, 64, 48, "blue", "", "red", ""),
        (4, 64, 48, "red", "", "blue", ""),
        (5, 48, 64, "", "red", "", "blue"),
        (6, 48, 64, "", "red", "", "blue"),
        (7, 48, 64, "", "blue", "", "red"),
        (8, 48, 64, "", "blue", "", "red"),
        (9, 64, 48, "red", "", "blue", ""),
    ] {
        let photo = clean(&photo_with_everything(&halves(64, 48), orientation), Format::Jpeg).unwrap();

        assert_eq!((photo.width, photo.height), (width, height), "orientation {orientation}");
        for (found, expected) in edges(&read(&photo.large)).into_iter().zip([left, top, right, bottom]) {
            assert!(expected.is_empty() || found == expected, "orientation {orientation}: {found}");
        }
    }
}

#[test]
fn a_large_photo_is_made_smaller_and_a_small_one_stays() {
    for (from, large, small) in [
        ((2_000, 1_500), (1_600, 1_200), (480, 360)),
        ((900, 1_800), (800, 1_600), (240, 480)),
        ((1_600, 400), (1_600, 400), (480, 120)),
        ((300, 200), (300, 200), (300, 200)),
        ((5_000, 2), (1_600, 1), (480, 1)),
        ((1, 1), (1, 1), (1, 1)),
    ] {
        let photo = clean(&jpeg(&halves(from.0, from.1)), Format::Jpeg).unwrap();

        assert_eq!((photo.width, photo.height), large);
        assert_eq!(read(&photo.large).dimensions(), large);
        assert_eq!(read(&photo.small).dimensions(), small);
    }
}

#[test]
fn what_shines_through_is_white() {
    let colour = |x, _| if x < 900 { Rgba([0, 0, 0, 0]) } else { Rgba([20, 20, 220, 255]) };
    for side in [1_800, 1_000] {
        let mut png = Vec::new();
        RgbaImage::from_fn(side, 40, colour).write_with_encoder(PngEncoder::new(&mut png)).unwrap();
        let mut webp = Vec::new();
        RgbaImage::from_fn(side, 40, colour)
            .write_with_encoder(WebPEncoder::new_lossless(&mut webp))
            .unwrap();

        for (bytes, format) in [(png, Format::Png), (webp, Format::WebP)] {
            assert_eq!(recognise(&bytes), Found::Picture(format));
            let photo = clean(&bytes, format).unwrap();
            let kept = read(&photo.large);

            assert_eq!(photo.width, side.min(PHOTO_SIDE));
            assert!(
                kept.get_pixel(10, 10).0.iter().all(|value| *value > 250),
                "{:?}",
                kept.get_pixel(10, 10)
            );
            assert_eq!(edges(&kept)[2], "blue");
        }
    }
}

#[test]
fn grey_and_16_bit_pictures_are_taken_too() {
    let picture = DynamicImage::ImageRgb8(halves(40, 30));
    for picture in [picture.to_luma8().into(), picture.to_luma_alpha16().into(), picture.to_rgba16().into()] {
        let picture: DynamicImage = picture;
        let mut png = Vec::new();
        picture.write_with_encoder(PngEncoder::new(&mut png)).unwrap();

        let photo = clean(&png, Format::Png).unwrap();

        assert_eq!(read(&photo.large).dimensions(), (40, 30), "{:?}", picture.color());
    }
}

#[test]
fn colours_of_a_wider_range_are_turned_into_those_of_the_web() {
    let profile = ColorProfile::new_display_p3().encode().unwrap();
    let picture = RgbImage::from_pixel(32, 32, Rgb([200, 60, 60]));
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    encoder.set_icc_profile(profile).unwrap();
    encoder.write_image(&picture, 32, 32, ExtendedColorType::Rgb8).unwrap();

    let with_profile = read(&clean(&bytes, Format::Jpeg).unwrap().large);
    let without = read(&clean(&jpeg(&picture), Format::Jpeg).unwrap().large);
    let broken = with_segment(&jpeg(&picture), 0xe2, b"ICC_PROFILE\0\x01\x01nonsense");
    let with_broken = read(&clean(&broken, Format::Jpeg).unwrap().large);

    // The same red needs a stronger number where the range is narrower.
    let red = |picture: &RgbImage| picture.get_pixel(16, 16).0[0];
    assert!(red(&with_profile) > red(&without) + 8, "{} {}", red(&with_profile), red(&without));
    assert_eq!(red(&with_broken), red(&without));
}

#[test]
fn a_picture_that_was_cut_off_is_damaged() {
    let picture = halves(200, 150);
    let mut png = Vec::new();
    picture.write_with_encoder(PngEncoder::new(&mut png)).unwrap();
    let mut webp = Vec::new();
    picture.write_with_encoder(WebPEncoder::new_lossless(&mut webp)).unwrap();
    for (bytes, format) in
        [(photo_with_everything(&picture, 1), Format::Jpeg), (png, Format::Png), (webp, Format::WebP)]
    {
        for cut in [3, 12, bytes.len() / 2, bytes.len() - bytes.len() / 10 - 1] {
            let outcome = clean(&bytes[..cut], format);
            assert_eq!(
                outcome.err(),
                Some(Problem::FileDamaged),
                "{format:?} cut at {cut} of {}",
                bytes.len()
            );
        }
    }
    let no_end = &jpeg(&picture)[..];
    assert_eq!(clean(&no_end[..no_end.len() - 2], Format::Jpeg).err(), Some(Problem::FileDamaged));
}

/// A PNG of a few bytes that says it has so many pixels.
fn bomb(width: u32, height: u32, depth: u8) -> Vec<u8> {
    let chunk = |kind: &[u8; 4], content: &[u8]| {
        let mut crc = !0_u32;
        for byte in kind.iter().chain(content) {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
            }
        }
        let length = u32::try_from(content.len()).unwrap().to_be_bytes();
        [&length[..], kind, content, &(!crc).to_be_bytes()].concat()
    };
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[depth, 6, 0, 0, 0]].concat();
    [
        b"\x89PNG\r\n\x1a\n",
        &chunk(b"IHDR", &header)[..],
        &chunk(b"IDAT", b"\x78\x9c\x03\0\0\0\0\x01"),
        &chunk(b"IEND", b""),
    ]
    .concat()
}

#[test]
fn a_picture_with_too_many_pixels_is_refused_by_its_header() {
    for (width, height, depth) in
        [(60_000, 60_000, 8), (7_072, 7_072, 8), (2_147_483_647, 2, 8), (6_000, 6_000, 16)]
    {
        let bytes = bomb(width, height, depth);

        assert_eq!(
            pixels(&bytes, Format::Png),
            Err(Problem::PictureTooLarge),
            "{width} x {height} of {depth}"
        );
        assert_eq!(clean(&bytes, Format::Png).err(), Some(Problem::PictureTooLarge));
    }
    assert_eq!(pixels(&bomb(7_000, 7_000, 8), Format::Png), Ok(49_000_000));
    let mut huge = jpeg(&halves(16, 16));
    let size = huge.windows(2).position(|marker| marker == [0xff, 0xc0]).unwrap() + 5;
    huge[size..size + 4].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    assert_eq!(clean(&huge, Format::Jpeg).err(), Some(Problem::PictureTooLarge));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_byte_that_was_changed_gives_a_photo_or_a_problem(place in 4_usize..3_000, value: u8) {
        let mut bytes = photo_with_everything(&halves(48, 32), 6);
        let place = place % bytes.len();
        bytes[place] = value;

        if let Ok(photo) = clean(&bytes, Format::Jpeg) {
            prop_assert_eq!(recognise(&photo.large), Found::Picture(Format::Jpeg));
            prop_assert!(!holds(&photo.large, SECRET));
        }
    }
}
