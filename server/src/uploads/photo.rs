//! A photo as it is kept: upright, at most 1,600 px long, in the colours of the web, and without anything that was
//! written beside it: where it was taken, when, by whom and with what. All of it is thrown away by making a new JPEG
//! of the pixels alone; the file that came is not kept.
//!
//! What one photo takes at most stands at [`DECODED_BYTES`]; how many are worked on at once is decided in `mod.rs`.

use std::io::Cursor;

use fast_image_resize as resize;
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageResult, Limits, RgbImage,
    codecs::{
        jpeg::{JpegDecoder, JpegEncoder},
        png::PngDecoder,
        webp::WebPDecoder,
    },
    metadata::Orientation,
};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use shared::{
    Problem,
    limits::{PHOTO_PIXELS, PHOTO_SIDE, PHOTO_SMALL_SIDE},
};

use super::{jpeg, recognise::Format};

/// Bytes of the pixels of one photo: 50 megapixels with transparency, or half as many with 16 bits. A decoder needs as
/// much again at worst. Measured (`examples/photo_cost.rs`): 12 megapixels take 60 MB and 0.3 s, as a progressive JPEG
/// 110 MB; 48 megapixels 170 MB and 0.6 s, as a progressive JPEG 430 MB and 1.1 s. So reckon with half a gigabyte.
const DECODED_BYTES: u64 = PHOTO_PIXELS * 4;
/// Of 100; from here on files grow faster than what can be seen.
const JPEG_QUALITY: u8 = 82;

/// A photo that may be kept.
#[derive(Clone, Debug)]
pub struct Photo {
    /// A JPEG of at most 1,600 px.
    pub large: Vec<u8>,
    /// A JPEG of at most 480 px.
    pub small: Vec<u8>,
    /// Width of the large one in pixels.
    pub width: u32,
    /// Height of the large one in pixels.
    pub height: u32,
}

/// How many pixels a picture says it has. Only its header is read, and too large a picture is refused.
pub fn pixels(bytes: &[u8], format: Format) -> Result<u64, Problem> {
    let decoder = decoder(bytes, format).map_err(problem)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    match pixels {
        0 => Err(Problem::FileDamaged),
        1..=PHOTO_PIXELS if decoder.total_bytes() <= DECODED_BYTES => Ok(pixels),
        _ => Err(Problem::PictureTooLarge),
    }
}

/// Makes the photo that is kept. It computes for a good part of a second: not for an asynchronous thread.
pub fn clean(bytes: &[u8], format: Format) -> Result<Photo, Problem> {
    pixels(bytes, format)?;
    if format == Format::Jpeg && !jpeg::is_whole(bytes) {
        return Err(Problem::FileDamaged);
    }
    let mut decoder = decoder(bytes, format).map_err(problem)?;
    // A description that can't be read is as good as none.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let picture = DynamicImage::from_decoder(decoder).map_err(problem)?;

    let mut large = shrunk(Pixels::on_white(picture), PHOTO_SIDE)?;
    if let Some(profile) = profile {
        large = in_web_colours(large, &profile);
    }
    let mut large = DynamicImage::ImageRgb8(large);
    large.apply_orientation(orientation);
    let large = large.into_rgb8();
    let (width, height) = large.dimensions();
    let encoded = encode(&large)?;
    let small = shrunk(Pixels::of(large), PHOTO_SMALL_SIDE)?;
    Ok(Photo { large: encoded, small: encode(&small)?, width, height })
}

fn decoder<'a>(bytes: &'a [u8], format: Format) -> ImageResult<Box<dyn ImageDecoder + 'a>> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODED_BYTES);
    let input = Cursor::new(bytes);
    Ok(match format {
        Format::Jpeg => Box::new(JpegDecoder::new(input)?),
        Format::Png => Box::new(PngDecoder::with_limits(input, limits)?),
        Format::WebP => Box::new(WebPDecoder::new(input)?),
    })
}

fn problem(error: ImageError) -> Problem {
    match error {
        ImageError::Limits(_) => Problem::PictureTooLarge,
        _ => Problem::FileDamaged,
    }
}

/// Pixels of three bytes (red, green, blue) or of four, of which the last one is of no use any more.
struct Pixels {
    width: u32,
    height: u32,
    kind: resize::PixelType,
    bytes: Vec<u8>,
}

impl Pixels {
    fn of(picture: RgbImage) -> Self {
        let (width, height) = picture.dimensions();
        Self { width, height, kind: resize::PixelType::U8x3, bytes: picture.into_raw() }
    }

    /// JPEG knows no transparency: what shines through is white, as the page is. In place, since it may be 200 MB.
    fn on_white(picture: DynamicImage) -> Self {
        if !picture.color().has_alpha() {
            return Self::of(picture.into_rgb8());
        }
        let picture = picture.into_rgba8();
        let (width, height) = picture.dimensions();
        let mut bytes = picture.into_raw();
        for pixel in bytes.as_chunks_mut::<4>().0 {
            let [.., alpha] = *pixel;
            for colour in &mut pixel[..3] {
                let mixed = u32::from(*colour) * u32::from(alpha) + 255 * (255 - u32::from(alpha)) + 127;
                // At most 255: both weights together are 255.
                *colour = (mixed / 255) as u8;
            }
        }
        Self { width, height, kind: resize::PixelType::U8x4, bytes }
    }

    fn into_rgb(self) -> Option<RgbImage> {
        let Self { width, height, kind, mut bytes } = self;
        if kind == resize::PixelType::U8x4 {
            bytes = bytes
                .as_chunks::<4>()
                .0
                .iter()
                .flat_map(|[red, green, blue, _]| [*red, *green, *blue])
                .collect();
        }
        RgbImage::from_raw(width, height, bytes)
    }
}

/// The picture with its longer side at most so long; a smaller one stays as it is.
fn shrunk(pixels: Pixels, side: u32) -> Result<RgbImage, Problem> {
    let longer = pixels.width.max(pixels.height);
    if longer <= side {
        return pixels.into_rgb().ok_or(Problem::FileDamaged);
    }
    let scaled = |length: u32| {
        let scaled = (u64::from(length) * u64::from(side) + u64::from(longer) / 2) / u64::from(longer);
        // No longer than `side`, which is a u32.
        (scaled as u32).max(1)
    };
    let (width, height) = (scaled(pixels.width), scaled(pixels.height));
    let source = resize::images::ImageRef::new(pixels.width, pixels.height, &pixels.bytes, pixels.kind);
    let source = source.map_err(|_| Problem::FileDamaged)?;
    let mut target = resize::images::Image::new(width, height, pixels.kind);
    let sharp = resize::ResizeAlg::Convolution(resize::FilterType::Lanczos3);
    let options = resize::ResizeOptions::new().resize_alg(sharp).use_alpha(false);
    resize::Resizer::new().resize(&source, &mut target, &options).map_err(|_| Problem::FileDamaged)?;
    let target = Pixels { width, height, kind: pixels.kind, bytes: target.into_vec() };
    target.into_rgb().ok_or(Problem::FileDamaged)
}

/// The colours as a browser takes them where nothing else is said (sRGB). Telephones have a wider range and say so in a
/// profile; without it their photos would look pale. One that can't be used is left out.
fn in_web_colours(picture: RgbImage, profile: &[u8]) -> RgbImage {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return picture };
    if profile.color_space != DataColorSpace::Rgb {
        return picture;
    }
    let web = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let Ok(transform) = profile.create_transform_8bit(Layout::Rgb, &web, Layout::Rgb, options) else {
        return picture;
    };
    let mut converted = RgbImage::new(picture.width(), picture.height());
    match transform.transform(&picture, &mut converted) {
        Ok(()) => converted,
        Err(_) => picture,
    }
}

fn encode(picture: &RgbImage) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
    picture.write_with_encoder(encoder).map_err(problem)?;
    Ok(bytes)
}
