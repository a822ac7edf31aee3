//! Keeping the list and the queue of an event on the device. What is kept is the truth, also for other windows: each change
//! reads it, changes it and writes it in one go.

use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::list::List;
use super::queue::Queue;

const LIST: &str = "check-in-list:";
const QUEUE: &str = "check-in-queue:";

/// Those who take part, as they were read last.
pub(super) fn list(event: &str) -> Option<List> {
    read(LIST, event)
}

/// Whether an account has read them on this device.
pub(super) fn is_kept_for(event: &str, account: &str) -> bool {
    list(event).is_some_and(|list| list.read_by == account)
}

/// Keeps them; says whether that worked.
pub(super) fn keep_list(event: &str, list: &List) -> bool {
    keep(LIST, event, list)
}

/// What was noted.
pub(super) fn queue(event: &str) -> Queue {
    read(QUEUE, event).unwrap_or_default()
}

/// Changes what was noted. `shown` is what the page has of it, which counts where the device keeps nothing. Gives what it
/// is now, and whether it is kept.
pub(super) fn change_queue(
    event: &str,
    shown: Queue,
    is_kept: bool,
    change: impl FnOnce(&mut Queue),
) -> (Queue, bool) {
    let mut queue = if is_kept { self::queue(event) } else { shown };
    change(&mut queue);
    let is_kept = keep(QUEUE, event, &queue);
    (queue, is_kept)
}

/// Who works here leaves the device: lists are forgotten, and what was noted too unless it is not sent yet. Gives how many
/// arrivals are still to be sent.
pub(crate) fn leave_device() -> usize {
    let Some(storage) = storage() else { return 0 };
    let count = storage.length().unwrap_or_default();
    let keys: Vec<String> = (0..count).filter_map(|place| storage.key(place).ok().flatten()).collect();
    let mut unsent = 0;
    for key in keys {
        let waiting = key.strip_prefix(QUEUE).map(|event| queue(event).waiting.len());
        unsent += waiting.unwrap_or_default();
        if waiting == Some(0) || key.starts_with(LIST) {
            let _ = storage.remove_item(&key);
        }
    }
    unsent
}

fn read<T: DeserializeOwned>(kind: &str, event: &str) -> Option<T> {
    let kept = storage()?.get_item(&format!("{kind}{event}")).ok()??;
    serde_json::from_str(&kept).ok()
}

fn keep<T: Serialize>(kind: &str, event: &str, what: &T) -> bool {
    let Ok(written) = serde_json::to_string(what) else { return false };
    storage().is_some_and(|storage| storage.set_item(&format!("{kind}{event}"), &written).is_ok())
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok()?
}
