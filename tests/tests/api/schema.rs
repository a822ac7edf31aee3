//! The schema is the committed one, and everything in it is described.

use serde_json::{Value, json};
use tests::TestApp;

#[test]
fn the_committed_schema_is_the_one_that_is_served() {
    let committed = include_str!("../../../shared/schema.graphql");

    assert!(
        committed == server::graphql::schema().sdl(),
        "run `cargo run -p server -- schema > shared/schema.graphql`"
    );
}

/// Made by the library, as Relay describes them.
fn is_connection(name: &str) -> bool {
    name.ends_with("Connection")
}

#[tokio::test]
async fn every_type_field_and_value_is_described() {
    let app = TestApp::start().await;
    let query = "{ __schema { types { name description fields { name description } inputFields { name description } \
                 enumValues { name description } } } }";

    let answer = app.guest().run(query, json!({})).await;

    let mut bare = Vec::new();
    let is_bare = |thing: &Value| thing["description"].as_str().is_none_or(str::is_empty);
    for kind in answer.data("/__schema/types").as_array().unwrap() {
        let name = kind["name"].as_str().unwrap();
        if name.starts_with("__")
            || is_connection(name)
            || ["Query", "Mutation", "Boolean", "Int", "Float", "String", "ID"].contains(&name)
        {
            continue;
        }
        if is_bare(kind) {
            bare.push(name.to_owned());
        }
        for part in ["fields", "inputFields", "enumValues"] {
            let parts = kind[part].as_array().map(Vec::as_slice).unwrap_or_default();
            bare.extend(
                parts.iter().filter(|part| is_bare(part)).map(|part| format!("{name}.{}", part["name"])),
            );
        }
    }
    assert!(bare.is_empty(), "{bare:?}");
}
