//! Keeping the page itself on this device, so that it opens where there is no network. The worker that does it
//! (`frontend/worker.js`) begins here and nowhere else: who only visits this site has nothing kept.

use leptos::prelude::*;

use super::by_name::{call, get, promised};

const WORKER: &str = "/worker.js";

/// Keeps it; says whether that worked. Browsers keep nothing where the connection is not encrypted, and some nothing at
/// all: then the page needs the network to open, as every page does.
pub(super) async fn keep() -> bool {
    let workers = get(&get(&window(), "navigator"), "serviceWorker");
    if promised(call(&workers, "register", &WORKER.into())).await.is_none() {
        return false;
    }
    promised(get(&workers, "ready")).await.is_some()
}
