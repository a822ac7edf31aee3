//! One journey from its start to its end.

use std::{panic, rc::Rc};

use tokio::task::LocalSet;

use super::{Screen, chromium::Chromium, page::Page, site::Site};

/// Lets somebody else look at the same site in a browser of their own, in which nobody is signed in.
pub async fn walk_beside(page: &Page, walked: impl AsyncFnOnce(Page)) {
    let chromium =
        Chromium::open(page.screen).await.unwrap_or_else(|error| panic!("no second browser: {error:#}"));
    let other = Page::new(chromium.driver.clone(), page.site.clone(), page.screen);
    walked(other.clone()).await;
    other.expect_quiet_console().await;
    drop(other);
    chromium.quit().await.unwrap_or_else(|error| panic!("the second browser did not end: {error:#}"));
}

/// Walks through the page on a screen of that size. A failure leaves a picture of what was to be seen; in any case the
/// browser and the server are ended.
pub async fn walk<Walked: AsyncFnOnce(Page) + 'static>(screen: Screen, walked: Walked) {
    let chromium = Chromium::open(screen).await.unwrap_or_else(|error| panic!("no browser: {error:#}"));
    let site = Rc::new(Site::start().await);
    let page = Page::new(chromium.driver.clone(), site, screen);

    // In a task of its own, whose panic is caught.
    let tasks = LocalSet::new();
    let journey = {
        let page = page.clone();
        async move {
            walked(page.clone()).await;
            page.expect_quiet_console().await;
        }
    };
    let ended = tasks.run_until(tasks.spawn_local(journey)).await;
    if ended.is_err() {
        let test = std::thread::current().name().unwrap_or("journey").replace("::", "-");
        page.screenshot(&format!("failed-{test}")).await;
    }
    drop(page);
    chromium.quit().await.unwrap_or_else(|error| panic!("the browser did not end: {error:#}"));
    if let Err(error) = ended {
        panic::resume_unwind(error.into_panic());
    }
}
