//! Tokens of sessions and links: long random texts of which the database knows only a digest, so that who reads the
//! database can't use them.

use argon2::password_hash::rand_core::{OsRng, RngCore};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// Bytes of a token; nobody guesses them.
const BYTES: usize = 32;

/// A new token, to be given away once.
pub fn new_token() -> String {
    let mut bytes = [0; BYTES];
    OsRng.fill_bytes(&mut bytes);
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// What the database keeps of a token.
pub fn digest_of(token: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(token))
}
