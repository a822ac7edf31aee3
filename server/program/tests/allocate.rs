//! `ocop allocate` as other programs call it: a round on standard input, the plan on standard output, exit codes.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

const ROUND: &str = r#"{
    "needs": [{"id": "n1", "cap": 2}, {"id": "n2", "cap": 1}],
    "producers": [{"id": "r1", "cap": 2}],
    "products": [{"id": "p1", "producer": "r1", "cap": 1}, {"id": "p2", "producer": "r1", "cap": 2}],
    "edges": [
        {"need": "n1", "product": "p1", "score": 5000},
        {"need": "n1", "product": "p2", "score": 4000},
        {"need": "n2", "product": "p1", "score": 4500},
        {"need": "n2", "product": "p2", "score": 10}
    ],
    "pins": [{"need": "n2", "product": "p2"}],
    "forbids": []
}"#;

/// In an empty folder of its own, so that a database it made would be seen.
fn allocate(round: &str) -> (Output, bool) {
    let folder = tempfile::tempdir().unwrap();
    let mut process = Command::new(env!("CARGO_BIN_EXE_ocop"))
        .arg("allocate")
        .current_dir(folder.path())
        .env("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    process.stdin.take().unwrap().write_all(round.as_bytes()).unwrap();
    let output = process.wait_with_output().unwrap();
    let left_something = folder.path().read_dir().unwrap().next().is_some();
    (output, left_something)
}

#[test]
fn the_plan_is_all_that_is_written() {
    let (output, left_something) = allocate(ROUND);

    let pairs = r#"[{"need":"n1","product":"p1","score":5000},{"need":"n2","product":"p2","score":10}]"#;
    let expected = format!("{{\"objective\":5010,\"bound\":5010,\"pairs\":{pairs}}}\n");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    assert_eq!((output.status.code(), output.stderr.len(), left_something), (Some(0), 0, false));
}

#[test]
fn what_is_not_a_round_is_named_in_both_languages_with_exit_code_2() {
    let (output, _) = allocate(&ROUND.replace("\"id\": \"r1\", \"cap\": 2", "\"id\": \"r1\", \"cap\": 0"));

    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(
        complaint.contains(r#"ocop: producer "r1" has the cap 0, but these pins: "n2" – "p2""#),
        "{complaint}"
    );
    assert!(complaint.contains(r#"chủ thể "r1" có giới hạn 0 nhưng có các cặp được ghim"#), "{complaint}");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
}
