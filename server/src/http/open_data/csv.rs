//! Lines of CSV (RFC 4180) that a spreadsheet shows as they are meant.

use csv::{Terminator, WriterBuilder};
use serde_json::Value;

/// Excel takes a file for UTF-8 only when it begins so.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What makes a spreadsheet run a text as a formula when it stands first, alone or after what it leaves out; also
/// in the width of East Asian letters.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// One line. A text that a spreadsheet would run gets an apostrophe before it; numbers are ours and stay numbers.
pub(super) fn line(row: &[Value]) -> String {
    let cell = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) if text.trim_start_matches(' ').starts_with(FORMULA) => format!("'{text}"),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let written = writer.write_record(row.iter().map(cell)).map_err(|error| error.to_string());
    let bytes = written.and_then(|()| writer.into_inner().map_err(|error| error.to_string()));
    String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn commas_quotes_and_what_is_unknown_are_written_by_the_rules() {
        assert_eq!(line(&[json!("Gà, vịt"), json!(null), json!("a\"b")]), "\"Gà, vịt\",,\"a\"\"b\"\r\n");
    }

    #[test]
    fn a_text_that_a_spreadsheet_would_run_is_written_as_text() {
        for text in ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "－1+1"] {
            let written = line(&[json!(text)]);

            assert!(written.trim_start_matches('"').starts_with('\''), "{written:?}");
        }
    }

    #[test]
    fn a_number_stays_a_number() {
        assert_eq!(line(&[json!(-105.5), json!(-3), json!("3-4")]), "-105.5,-3,3-4\r\n");
    }
}
