//! The dictionary order of names as a text column.

/// A key whose characters compare as the names do in a Vietnamese dictionary, in every database: hexadecimal
/// digits have one order in all collations.
pub(crate) fn sort_key(name: &str) -> String {
    shared::text::sort_key(name).iter().map(|byte| format!("{byte:02x}")).collect()
}
