//! The texts that people agree to, by version. What was agreed to is kept with its version, so a text that changes
//! gets a new one, and earlier consents still say what they were given to. The texts stand in the page's `text/`.

/// Version of the terms of an account.
pub const ACCOUNT_TERMS: &str = "2026-11-25";
/// Version of the text by which an organisation lets its public contact be shown.
pub const PUBLIC_CONTACT_TERMS: &str = "2026-11-25";
