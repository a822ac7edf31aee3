//! `ocop allocate`: the plan of one round given as JSON, without a database (DESIGN §6).

use std::io::{Read, Write};

use anyhow::Context;
use matchmaking::allocation::{Draft, Instance, Problem, solve};
use serde::Serialize;
use serde_json::Value;

/// Why there is no plan: what was given is not a round. Both languages stand in the message, each on its line.
#[derive(Debug, thiserror::Error)]
#[error("{english}\n      {vietnamese}")]
pub struct Refusal {
    /// What is wrong, naming the item.
    pub english: String,
    /// The same in Vietnamese.
    pub vietnamese: String,
}

/// What is written.
#[derive(Serialize)]
struct Answer {
    objective: u64,
    bound: u64,
    pairs: Vec<PlannedPair>,
}

#[derive(Serialize)]
struct PlannedPair {
    need: String,
    product: String,
    score: u32,
}

/// Reads a round to its end and writes its plan; writes nothing when it refuses.
pub fn run(mut input: impl Read, mut output: impl Write) -> anyhow::Result<()> {
    let mut json = Vec::new();
    input.read_to_end(&mut json).context("reading the round from standard input")?;
    let answer = allocate(&json)?;
    output.write_all(answer.as_bytes()).and_then(|()| output.flush()).context("writing the plan")
}

/// The plan of a round, both as JSON.
pub fn allocate(json: &[u8]) -> Result<String, Refusal> {
    let plan = solve(&Instance::new(read(json)?)?).plan();
    let pairs = plan.pairs.into_iter();
    let answer = Answer {
        objective: plan.objective,
        bound: plan.bound,
        pairs: pairs
            .map(|pair| PlannedPair { need: pair.need, product: pair.product, score: pair.score })
            .collect(),
    };
    let mut text = serde_json::to_string(&answer).expect("numbers and text can be written as JSON");
    text.push('\n');
    Ok(text)
}

fn read(json: &[u8]) -> Result<Draft, Refusal> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let draft = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let place = error.path().to_string();
        let problem = error.inner().to_string().replace("expected i64", "expected a whole number");
        let at_place = if place == "." { String::new() } else { format!("{place}: ") };
        Refusal::of_json(&format!("{at_place}{problem}{}", shown(json, &place)))
    })?;
    deserializer.end().map_err(|error| Refusal::of_json(&error.to_string()))?;
    Ok(draft)
}

/// The item that a place like `edges[3].score` lies in, so that it is known by its ids; nothing if the text is no JSON.
fn shown(json: &[u8], place: &str) -> String {
    let Some((list, rest)) = place.split_once('[') else { return String::new() };
    let index = rest.split(']').next().and_then(|index| index.parse::<usize>().ok());
    let round = serde_json::from_slice::<Value>(json).ok();
    let item = round.as_ref().zip(index).and_then(|(round, index)| round.get(list)?.get(index));
    item.map(|item| format!(", in {item}")).unwrap_or_default()
}

impl Refusal {
    fn of_json(message: &str) -> Refusal {
        Refusal {
            english: format!("this is not a round in JSON: {message}"),
            vietnamese: format!("dữ liệu JSON không đúng: {message}"),
        }
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Refusal {
        Refusal { english: problem.to_string(), vietnamese: problem.in_vietnamese() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROUND: &str = r#"{
        "needs": [{"id": "trà", "cap": 1}, {"id": "mứt", "cap": 1}],
        "producers": [{"id": "An", "cap": 2}],
        "products": [{"id": "sen", "producer": "An", "cap": 1}, {"id": "dâu", "producer": "An", "cap": 1}],
        "edges": [
            {"need": "trà", "product": "sen", "score": 9000},
            {"need": "trà", "product": "dâu", "score": 8000},
            {"need": "mứt", "product": "sen", "score": 7000}
        ]
    }"#;

    #[test]
    fn a_round_without_pins_and_forbids_has_its_plan() {
        let answer = allocate(ROUND.as_bytes()).unwrap();

        let pairs =
            r#"[{"need":"mứt","product":"sen","score":7000},{"need":"trà","product":"dâu","score":8000}]"#;
        assert_eq!(answer, format!("{{\"objective\":15000,\"bound\":15000,\"pairs\":{pairs}}}\n"));
    }

    #[test]
    fn pins_and_forbids_are_obeyed_and_null_is_none_of_them() {
        let with = |more: &str| ROUND.replace("\n        ]\n", &format!("\n        ], {more}\n"));
        let pinned = with(r#""pins": [{"need": "trà", "product": "sen"}], "forbids": null"#);
        let forbidden = with(r#""pins": null, "forbids": [{"need": "trà", "product": "dâu"}]"#);

        let objective = |round: &str| -> Value {
            let answer: Value = serde_json::from_str(&allocate(round.as_bytes()).unwrap()).unwrap();
            answer["objective"].clone()
        };
        assert_eq!([objective(&pinned), objective(&forbidden)], [9000, 9000]);
    }

    #[test]
    fn what_is_not_a_round_is_refused_by_name() {
        let cases = [
            (
                "9000",
                "9000.5",
                r#"edges[0].score: invalid type: floating point `9000.5`, expected a whole number"#,
            ),
            ("9000", "9000.5", r#"{"need":"trà","product":"sen","score":9000.5}"#),
            ("9000", r#""9000""#, r#"edges[0].score: invalid type: string "9000""#),
            ("9000", "1e30", "edges[0].score"),
            ("9000", "9223372036854775808", "edges[0].score"),
            (
                "9000",
                "10001",
                r#"edge "trà" – "sen": the score must be a whole number from 0 to 10000, not 10001"#,
            ),
            (r#""score": 9000"#, r#""points": 9000"#, "unknown field `points`"),
            (r#", "score": 9000"#, "", r#"edges[0]: missing field `score`"#),
            (r#""id": "trà""#, r#""id": 7"#, r#"needs[0].id: invalid type: integer `7`, expected a string"#),
            (r#""id": "trà""#, r#""id": "trà", "name": "Trà""#, "unknown field `name`"),
            (r#""needs""#, r#""wants": [], "needs""#, "unknown field `wants`"),
            (r#""producers": [{"id": "An", "cap": 2}],"#, "", "missing field `producers`"),
            (r#""cap": 2"#, r#""cap": 2, "cap": 3"#, "duplicate field `cap`"),
            (r#""needs""#, r#"needs"#, "key must be a string"),
            ("\n    }", "\n    }{}", "trailing characters"),
            (
                r#"{"need": "mứt", "product": "sen""#,
                r#"{"need": "mứt", "product": "mận""#,
                r#"there is no product "mận""#,
            ),
        ];

        for (what, instead, expected) in cases {
            let spoilt = ROUND.replacen(what, instead, 1);
            assert_ne!(spoilt, ROUND, "{what} is not in the round");
            let refusal = allocate(spoilt.as_bytes()).unwrap_err();
            assert!(refusal.english.contains(expected), "{} is not {expected}", refusal.english);
        }
    }

    #[test]
    fn what_is_refused_writes_nothing() {
        for input in [b"".as_slice(), b"\xff\xfe", b"null", b"[]", b"{}", b"{\"needs\":", &[b'['; 10_000]] {
            let mut output = Vec::new();

            let error = run(input, &mut output).unwrap_err();

            assert!(error.is::<Refusal>(), "{error:#}");
            assert!(output.is_empty());
        }
    }
}
