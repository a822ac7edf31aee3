//! What must hold of every page, whatever it shows.

use std::{fs, path::Path};

use serde_json::Value;
use thirtyfour::BrowserLogEntry;

use super::{Page, Screen};

impl Page {
    /// Everything that is wrong with the page as it is now; nothing, when it is right.
    pub async fn faults(&self) -> Vec<String> {
        let mut faults = self.console_errors(&[]).await;
        faults.extend(self.violations().await);
        let headings = self.texts("h1").await;
        if headings.len() != 1 {
            faults.push(format!("it should have one h1, not {headings:?}"));
        }
        let title = self.driver.title().await.expect("a page has a title");
        if !headings.first().is_some_and(|heading| title.starts_with(heading.as_str())) {
            faults.push(format!("the window is called {title:?}, the page {headings:?}"));
        }
        if self.screen == Screen::Phone {
            let wide: Vec<String> = self.run(TOO_WIDE, []).await.convert().expect("texts");
            faults.extend(wide.into_iter().map(|wide| format!("wider than the screen: {wide}")));
        }
        faults
    }

    /// What axe-core finds serious or critical.
    pub async fn violations(&self) -> Vec<String> {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend/node_modules/axe-core/axe.min.js");
        let checker = fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{}: {error}; `npm ci` in frontend brings it", file.display()));
        self.driver.execute(checker, []).await.expect("the checker loads");
        let found = self.driver.execute_async(CHECK, []).await.expect("the checker runs");
        let violations: Vec<Value> = found.convert().expect("a list of violations");
        let is_grave =
            |violation: &&Value| matches!(violation["impact"].as_str(), Some("serious" | "critical"));
        violations.iter().filter(is_grave).map(told).collect()
    }

    /// Fails when something went wrong that the page did not show.
    pub async fn expect_quiet_console(&self) {
        self.expect_console(&[]).await;
    }

    /// The same, but for errors that hold one of these texts.
    pub async fn expect_console(&self, expected: &[&str]) {
        let errors = self.console_errors(expected).await;
        assert!(errors.is_empty(), "on the console: {errors:#?}");
    }

    /// The errors since the last look.
    async fn console_errors(&self, expected: &[&str]) -> Vec<String> {
        let lines = self.driver.browser_log().await.expect("a browser keeps a log");
        let is_error = |line: &BrowserLogEntry| {
            line.level == "SEVERE" && !expected.iter().any(|part| line.message.contains(part))
        };
        lines.into_iter().filter(is_error).map(|line| format!("console: {}", line.message)).collect()
    }
}

/// A violation with the places where it is.
fn told(violation: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().replace('\n', " ");
    let nodes = violation["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let places =
        nodes.iter().map(|node| format!("\n    {}: {}", text(&node["html"]), text(&node["failureSummary"])));
    format!("{}: {}{}", text(&violation["id"]), text(&violation["help"]), places.collect::<String>())
}

const CHECK: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] }).then(found => done(found.violations), error => done(String(error)));
";

/// The elements that stick out on the right, when that makes the page scroll sideways.
const TOO_WIDE: &str = "
    const room = document.scrollingElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= room && innerWidth <= screen.width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(element => element.getBoundingClientRect().right > room + 1);
    const told = wide.slice(0, 5).map(element => element.outerHTML.slice(0, 120));
    return [`${document.scrollingElement.scrollWidth} px of ${room}`, ...told];
";
