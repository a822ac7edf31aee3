//! What it costs to clean a photo: `cargo run --release --package server --example photo_cost -- [file …]`. Without a
//! file, photos of 12 and 48 megapixels are made up. Memory is what the process takes at most beyond the file (Linux).
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on fails")]

use std::{env, fs, hint::black_box, time::Instant};

use image::{Rgb, RgbImage, codecs::jpeg::JpegEncoder};
use server::uploads::{
    photo::clean,
    recognise::{Found, recognise},
};

fn main() {
    let files: Vec<String> = env::args().skip(1).collect();
    for file in &files {
        measure(file, &fs::read(file).unwrap());
    }
    if files.is_empty() {
        measure("12 megapixels", &made_up(4_000, 3_000));
        measure("48 megapixels", &made_up(8_000, 6_000));
    }
}

fn measure(name: &str, bytes: &[u8]) {
    let Found::Picture(format) = recognise(bytes) else { panic!("{name} is no picture") };
    // Forgets the most that was taken so far.
    let can_forget = fs::write("/proc/self/clear_refs", "5").is_ok();
    let before = memory("VmRSS:");
    let started = Instant::now();
    let photo = black_box(clean(bytes, format).unwrap());
    let seconds = started.elapsed().as_secs_f64();
    let megabytes = (memory("VmHWM:") - before) / 1_000.0;
    println!(
        "{name}: {} kB became {} kB and {} kB in {seconds:.2} s, {} MB",
        bytes.len() / 1_000,
        photo.large.len() / 1_000,
        photo.small.len() / 1_000,
        if can_forget { format!("{megabytes:.0}") } else { "unknown".to_owned() },
    );
}

/// A number of kilobytes that the system tells of this process; 0 where it tells none.
fn memory(line: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let told = status.lines().find_map(|text| text.strip_prefix(line));
    told.and_then(|text| text.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// Soft hills and some noise, as hard to press as a real photo.
fn made_up(width: u32, height: u32) -> Vec<u8> {
    let mut noise = 1_u32;
    let picture = RgbImage::from_fn(width, height, |x, y| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (noise >> 28) as f32 - 8.0;
        let hill =
            |scale: f32| ((x as f32 / scale).sin() * (y as f32 / scale).cos()).mul_add(90.0, 128.0 + grain);
        Rgb([hill(310.0) as u8, hill(170.0) as u8, hill(90.0) as u8])
    });
    let mut bytes = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 90)).unwrap();
    bytes
}
