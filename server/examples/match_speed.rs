//! How fast the matches of a need are found: asks a server without a network, through the API, about the needs of a
//! made-up catalogue that `ocop generate` left in the data folder, and says how long that took as a line of JSON.
//!
//! `OCOP_DATA_DIR=target/bench/20000 cargo run --release --package server --example match_speed`
#![recursion_limit = "256"]

use std::{
    net::{IpAddr, Ipv4Addr},
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::ensure;
use async_graphql::{Request, Variables};
use server::{
    accounts::{Caller, SignedIn, Staff, Viewer},
    app::App,
    config::Config,
    graphql::{self, Api, context::Asker},
};
use shared::{AccountId, SessionId};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Times each need is asked about, after once to warm up.
const TURNS: usize = 5;

const NEEDS: &str = "{ needs(first: 50) { nodes { id } } }";
/// A page as the list of matches shows it.
const MATCHES: &str = "query($need: ID!) { matches(needId: $need, first: 20) { totalCount pageInfo { endCursor } nodes { \
    score met notMet unknown product { id name stars province } gates { kind state says { vi } } \
    strongest { kind says { vi } } } } }";

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let app = App::start(Config::from_environment()?).await?;
    let api = Api::new(&app);
    let needs = ask(&api, &app, NEEDS, serde_json::json!({})).await?;
    let needs: Vec<serde_json::Value> = needs["needs"]["nodes"].as_array().cloned().unwrap_or_default();
    ensure!(!needs.is_empty(), "the catalogue has no needs; generate it anew");

    let started = Instant::now();
    ask(&api, &app, MATCHES, serde_json::json!({ "need": needs[0]["id"] })).await?;
    let filled = started.elapsed();
    let (mut times, mut found) = (Vec::new(), 0);
    for turn in 0..=TURNS {
        for need in &needs {
            let started = Instant::now();
            let answer = ask(&api, &app, MATCHES, serde_json::json!({ "need": need["id"] })).await?;
            if turn > 0 {
                times.push(started.elapsed());
                found += answer["matches"]["totalCount"].as_u64().unwrap_or(0);
            }
        }
    }
    times.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1_000.0;
    let line = serde_json::json!({
        "products": app.products.size(),
        "fill_ms": ms(filled),
        "p50_ms": ms(times[times.len() / 2]),
        "p99_ms": ms(times[times.len() * 99 / 100]),
        "max_ms": ms(times[times.len() - 1]),
        "matches": found / times.len() as u64,
        "resident_kb": resident_kb(),
    });
    println!("{line}");
    Ok(())
}

async fn ask(
    api: &Api,
    app: &Arc<App>,
    query: &str,
    variables: serde_json::Value,
) -> anyhow::Result<serde_json::Value> {
    let staff = SignedIn {
        account_id: AccountId::new(),
        session_id: SessionId::new(),
        staff: Some(Staff::City),
        memberships: Vec::new(),
    };
    let asker = Asker {
        viewer: Viewer::SignedIn(Arc::new(staff)),
        caller: Caller { address: IpAddr::V4(Ipv4Addr::LOCALHOST), device: String::new() },
    };
    let request = Request::new(query).variables(Variables::from_json(variables));
    let response = graphql::answer(api, app, asker, request).await;
    ensure!(response.errors.is_empty(), "{:?}", response.errors);
    Ok(response.data.into_json()?)
}

/// Memory that this process holds.
fn resident_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse().ok()).unwrap_or(0)
}
