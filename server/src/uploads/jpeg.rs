//! Whether a JPEG is there to its end. Decoders fill what is missing with grey and say nothing, and a photo that was cut
//! off on a bad line would be kept for good.

/// Where a picture ends.
const END_OF_IMAGE: u8 = 0xd9;

/// Goes from marker to marker to the end of the first picture. What stands behind it (some cameras add a film) does not
/// matter, and the small picture within the description of the photo is passed over with it.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        let Some(marker) = rest.iter().position(|byte| *byte == 0xff) else { return false };
        rest = &rest[marker..];
        let Some(code) = rest.iter().position(|byte| *byte != 0xff) else { return false };
        let (kind, after) = (rest[code], &rest[code + 1..]);
        rest = match kind {
            END_OF_IMAGE => return true,
            // The beginning, marks between parts of the picture, and a byte of it that only looks like a marker.
            0x00 | 0x01 | 0xd0..=0xd8 => after,
            _ => {
                let length = after.first_chunk().map_or(0, |length| usize::from(u16::from_be_bytes(*length)));
                match after.get(length..) {
                    Some(next) if length >= 2 => next,
                    _ => return false,
                }
            }
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_whole_with_its_end_and_not_without() {
        // Beginning, a segment that itself holds an end marker, a scan with a stuffed byte and a restart, end.
        let whole = b"\xff\xd8\xff\xe1\0\x06\xff\xd9\xff\xd9\xff\xda\0\x02ab\xff\0c\xff\xd0d\xff\xff\xd9";

        assert!(is_whole(whole));
        assert!(is_whole(&[whole.as_slice(), b"and a film"].concat()));
        for cut in 0..whole.len() {
            assert!(!is_whole(&whole[..cut]), "{cut}");
        }
    }

    #[test]
    fn a_segment_without_a_length_ends_the_search() {
        assert!(!is_whole(b"\xff\xd8\xff\xe1\0\0\xff\xd9"));
    }
}
