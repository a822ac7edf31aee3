//! A browser on a served application.
//!
//! ```no_run
//! use tests::browser::{Role, Screen, walk};
//!
//! # async fn test() {
//! walk(Screen::Phone, async |page| {
//!     page.go("/san-pham").await;
//!     page.find(Role::Button, "Bộ lọc").await.click().await.unwrap();
//! })
//! .await;
//! # }
//! ```
//!
//! Every walk has an application, a server and a Chromium of its own, which are gone when it ends, however it ends.
//! Nothing sleeps: what is expected is looked for until it is there, or for [`chromium::PATIENCE`], and a failure says
//! what was there instead. An error on the console fails the walk that caused it.

mod audit;
mod chromium;
mod keyboard;
mod page;
mod picture;
mod site;
mod walk;

pub use chromium::Screen;
pub use page::{Page, Role};
pub use site::Site;
pub use thirtyfour::Key;
pub use walk::{walk, walk_beside};
