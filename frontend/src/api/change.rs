//! Sending what changes something.

use serde::de::DeserializeOwned;
use web_sys::AbortController;

use super::{Question, Refused, answers, memory, send};

/// Changes something. Whatever comes of it, the answers known before are forgotten: the server may have done it and
/// only the word of it been lost.
pub(crate) async fn change<Q: DeserializeOwned>(change: Question<Q>) -> Result<Q, Refused> {
    let text = deliver(&change.body).await?;
    answers::read_change(&text)
}

/// Has something noted that changes nothing of what is shown. Whether it worked is nobody's concern here.
pub(crate) async fn note(note: Question<impl DeserializeOwned>) {
    let _ = send::deliver(&note.body, AbortController::new().ok().as_ref()).await;
}

/// The part that is the same for every change, compiled once.
async fn deliver(body: &str) -> Result<String, Refused> {
    let answer = send::deliver(body, AbortController::new().ok().as_ref()).await;
    memory::forget();
    Ok(answer?)
}
