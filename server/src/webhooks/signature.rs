//! Secrets and signatures as the Standard Webhooks specification wants them: whoever knows the secret can tell that a
//! request is ours, that nobody has changed it, and that it is not an old one sent again.

use argon2::password_hash::rand_core::{OsRng, RngCore};
use base64::{Engine, prelude::BASE64_STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use shared::WebhookDeliveryId;

/// What a secret begins with.
const PREFIX: &str = "whsec_";
/// Bytes of a secret; nobody guesses them.
const BYTES: usize = 32;

/// A new secret, to be shown once.
pub(super) fn new_secret() -> String {
    let mut bytes = [0; BYTES];
    OsRng.fill_bytes(&mut bytes);
    format!("{PREFIX}{}", BASE64_STANDARD.encode(bytes))
}

/// What stands in `webhook-signature` for a body that is sent at an instant, in seconds; nothing if the secret is none.
pub(super) fn sign(secret: &str, id: WebhookDeliveryId, timestamp: i64, body: &str) -> Option<String> {
    let key = BASE64_STANDARD.decode(secret.strip_prefix(PREFIX)?).ok()?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok()?;
    mac.update(format!("{id}.{timestamp}.{body}").as_bytes());
    Some(format!("v1,{}", BASE64_STANDARD.encode(mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_another_every_time() {
        let (one, other) = (new_secret(), new_secret());

        assert_ne!(one, other);
        assert!(one.starts_with(PREFIX) && one.len() == PREFIX.len() + 44, "{one}");
    }

    /// Computed with Python's `hmac` and `hashlib`.
    #[test]
    fn the_signature_is_the_one_others_compute() {
        let id = "01936f00-0000-7000-8000-000000000001".parse().unwrap();

        let signed =
            sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", id, 1_614_265_330, "{\"test\": 2432232314}");

        assert_eq!(signed.as_deref(), Some("v1,dfseFsviqTmJUYRGjTITaaCkN4e/Y/gQgjuTTSx9pyQ="));
        assert_eq!(sign("MfKQ9r8G", id, 0, ""), None);
    }
}
