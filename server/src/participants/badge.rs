//! The square code on a participant's badge: the address of the check-in with the participant's code, so that any phone
//! that reads it leads staff to where it is noted, and everybody else to a page that asks them to sign in.

use std::fmt::Write;

use anyhow::Context;
use async_graphql::SimpleObject;
use qrcode::{Color, EcLevel, QrCode};

use crate::{config::Config, entities::event_participant, error::Result};

/// A QR code: a square of modules, drawn as one path in a box of `size` by `size` that has no margin of its own.
#[derive(SimpleObject)]
pub struct Badge {
    /// Modules of a side.
    size: i32,
    /// The dark modules as the `d` of an SVG path.
    path: String,
    /// What is in it: the address of the check-in with the code.
    text: String,
}

/// The badge of a participant.
pub(super) fn of(config: &Config, participant: &event_participant::Model) -> Result<Badge> {
    let path = format!("/can-bo/su-kien/{}/diem-danh?ma={}", participant.event_id, participant.code);
    let text = config.address_of(&path);
    // Badges are bent and stained: a quarter of it may be lost.
    let code = QrCode::with_error_correction_level(&text, EcLevel::Q)
        .context("the address of the check-in is too long for a code")?;
    Ok(Badge { size: i32::try_from(code.width()).unwrap_or_default(), path: drawn(&code), text })
}

/// Runs of dark modules, line by line.
fn drawn(code: &QrCode) -> String {
    let mut path = String::new();
    for (line, modules) in code.to_colors().chunks(code.width()).enumerate() {
        let mut column = 0;
        for run in modules.chunk_by(|left, right| left == right) {
            if run[0] == Color::Dark {
                let length = run.len();
                // Writing to a text can't fail.
                let _ = write!(path, "M{column} {line}h{length}v1h-{length}z");
            }
            column += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_covers_the_dark_modules_and_no_others() {
        let code = QrCode::with_error_correction_level("https://ocop.example/x", EcLevel::Q).unwrap();
        let width = code.width();
        let mut covered = vec![Color::Light; width * width];

        for run in drawn(&code).split('M').skip(1) {
            let (place, rest) = run.split_once('h').unwrap();
            let (column, line) = place.split_once(' ').unwrap();
            let length: usize = rest.split_once('v').unwrap().0.parse().unwrap();
            let first = line.parse::<usize>().unwrap() * width + column.parse::<usize>().unwrap();
            covered[first..first + length].fill(Color::Dark);
        }

        assert_eq!(covered, code.to_colors());
    }
}
