//! How many statements a piece of work sends to the database: pages are held to a fixed number. What runs beside it,
//! such as what follows the log, is not counted.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

tokio::task_local! {
    static COUNT: Arc<AtomicUsize>;
}

/// Does something; how many statements it sent, together with the loaders it asked.
pub async fn counted<T>(work: impl Future<Output = T>) -> (usize, T) {
    let count = Arc::<AtomicUsize>::default();
    let done = COUNT.scope(count.clone(), work).await;
    (count.load(Ordering::Relaxed), done)
}

/// A part of a counted work that another task does.
pub(crate) fn part_of_work<T>(part: impl Future<Output = T>) -> impl Future<Output = T> {
    let count = COUNT.try_with(Arc::clone).unwrap_or_default();
    COUNT.scope(count, part)
}

/// One more was sent.
pub(crate) fn sent() {
    // Nobody counts most of the time.
    _ = COUNT.try_with(|count| count.fetch_add(1, Ordering::Relaxed));
}
