//! What a person does and sees on the page. Everything looked for is waited for.

use std::rc::Rc;

use serde_json::{Value, json};
use thirtyfour::{By, Key, WebDriver, WebElement, prelude::ScriptRet};

use super::{Screen, Site};

const PERCEIVED: &str = include_str!("page.js");

/// The page in its window.
#[derive(Clone)]
pub struct Page {
    /// The application that is shown.
    pub site: Rc<Site>,
    /// The size of its window.
    pub screen: Screen,
    pub(super) driver: WebDriver,
}

/// What something on the page is, for those who use it.
#[derive(Clone, Copy, Debug)]
pub enum Role {
    /// Leads somewhere.
    Link,
    /// Does something.
    Button,
    /// Names a part of the page.
    Heading,
    /// A line to type into.
    Box,
    /// One of several.
    Choice,
    /// On or off.
    Check,
    /// One of a few, all of them seen.
    Radio,
    /// Takes files.
    File,
    /// A suggestion.
    Option,
}

impl Page {
    pub(super) fn new(driver: WebDriver, site: Rc<Site>, screen: Screen) -> Self {
        Self { site, screen, driver }
    }

    /// Opens an address of the site, as one that is typed or pasted.
    pub async fn go(&self, path: &str) {
        self.driver.goto(format!("{}{path}", self.site.origin())).await.expect("the address opens");
    }

    /// Opens the address in another window, and stays there.
    pub async fn go_in_new_window(&self, path: &str) {
        let window = self.driver.new_window().await.expect("another window");
        self.driver.switch_to_window(window).await.expect("the other window");
        self.go(path).await;
    }

    /// Loads the page anew.
    pub async fn reload(&self) {
        self.driver.refresh().await.expect("the page loads again");
    }

    /// Wants dark colours, as a setting of the device.
    pub async fn prefer_dark(&self) {
        let wanted = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        self.driver.cdp().send_raw("Emulation.setEmulatedMedia", wanted).await.expect("dark colours");
    }

    /// Goes back one step.
    pub async fn back(&self) {
        self.driver.back().await.expect("there is a step to go back");
    }

    /// The address without the origin.
    pub async fn address(&self) -> String {
        let url = self.driver.current_url().await.expect("a window has an address");
        url.as_str().trim_start_matches(&self.site.origin()).to_owned()
    }

    /// What has this role and this name.
    pub async fn find(&self, role: Role, name: &str) -> WebElement {
        self.until(&format!("{role:?} “{name}”"), async || {
            let found = self.run(
                "return named(arguments[0], arguments[1])[0] ?? null",
                [role.name().into(), name.into()],
            );
            match found.await.element() {
                Ok(element) => Ok(element),
                Err(_) => Err(format!("there are {:?}", self.names(role).await)),
            }
        })
        .await
    }

    /// Presses, with the pointer or the finger, what has this role and this name.
    pub async fn press(&self, role: Role, name: &str) {
        let element = self.find(role, name).await;
        element.scroll_into_view().await.expect("it can be brought into view");
        element.click().await.unwrap_or_else(|error| panic!("“{name}” can't be pressed: {error}"));
    }

    /// Chooses one of several with the pointer, by its value.
    pub async fn choose_value(&self, choice: &str, value: &str) {
        let choice = self.find(Role::Choice, choice).await;
        let wanted = format!("the offer {value}");
        let option = self.until(&wanted, async || {
            let offered = choice.find(By::Css(format!("option[value='{value}']"))).await;
            offered.map_err(|error| error.to_string())
        });
        option.await.click().await.expect("it can be chosen");
    }

    /// Types into what has this name, or gives it a file by its path.
    pub async fn fill(&self, role: Role, name: &str, text: &str) {
        let field = self.find(role, name).await;
        field.send_keys(text).await.unwrap_or_else(|error| panic!("“{name}” can't be filled in: {error}"));
    }

    /// Puts something else in the place of what is typed.
    pub async fn retype(&self, role: Role, name: &str, text: &str) {
        let field = self.find(role, name).await;
        field.send_keys(Key::Control + "a").await.expect("a field takes keys");
        self.fill(role, name, text).await;
    }

    /// What is typed or chosen in what has this role and this name.
    pub async fn value(&self, role: Role, name: &str) -> String {
        let value = self.find(role, name).await.value().await.expect("a field has a value");
        value.unwrap_or_default()
    }

    /// The names of all that have this role and are seen.
    pub async fn names(&self, role: Role) -> Vec<String> {
        let names = self.run("return names(arguments[0])", [role.name().into()]).await;
        names.convert().expect("names are texts")
    }

    /// The texts of all that a selector finds and that are seen, as they are now.
    pub async fn texts(&self, selector: &str) -> Vec<String> {
        let texts = self.run("return texts(arguments[0])", [selector.into()]).await;
        texts.convert().expect("texts are texts")
    }

    /// Waits until the first text that a selector finds is this one.
    pub async fn expect_text(&self, selector: &str, text: &str) {
        self.expect(&format!("“{text}” in {selector}"), async || {
            let texts = self.texts(selector).await;
            if texts.first().is_some_and(|first| first == text) { Ok(()) } else { Err(format!("{texts:?}")) }
        })
        .await;
    }

    /// Waits until a text can be read somewhere on the page.
    pub async fn expect_to_read(&self, text: &str) {
        self.expect(&format!("“{text}” on the page"), async || {
            let all = self.texts("body").await.concat();
            if all.contains(text) { Ok(()) } else { Err(all) }
        })
        .await;
    }

    /// Waits until the address is this one.
    pub async fn expect_address(&self, path: &str) {
        self.expect(&format!("the address {path}"), async || {
            let address = self.address().await;
            if address == path { Ok(()) } else { Err(address) }
        })
        .await;
    }

    /// Waits until a selector finds more than so many that are seen.
    pub async fn expect_more_than(&self, count: usize, selector: &str) {
        self.expect(&format!("more than {count} of {selector}"), async || {
            let texts = self.texts(selector).await;
            if texts.len() > count { Ok(()) } else { Err(format!("{texts:?}")) }
        })
        .await;
    }

    /// Waits until all that was asked for is there and drawn.
    pub async fn expect_quiet(&self) {
        self.expect("a page that has all it asked for", async || {
            let busy: Vec<String> = self.run("return waiting()", []).await.convert().expect("texts");
            if busy.is_empty() { Ok(()) } else { Err(format!("{busy:?}")) }
        })
        .await;
    }

    /// How far the page is scrolled down.
    pub async fn height(&self) -> f64 {
        self.run("return scrollY", []).await.convert().expect("a number")
    }

    /// Waits until what is perceived is as expected; the error says how it is instead.
    pub async fn expect(&self, what: &str, look: impl AsyncFnMut() -> Result<(), String>) {
        self.until(what, look).await;
    }

    /// Looks until there is something to be found.
    pub async fn until<Found>(
        &self,
        what: &str,
        mut look: impl AsyncFnMut() -> Result<Found, String>,
    ) -> Found {
        let mut patience = self.driver.config().poller.start();
        loop {
            match look().await {
                Ok(found) => return found,
                Err(instead) => {
                    if !patience.tick().await {
                        panic!("waited for {what}; instead: {instead}");
                    }
                }
            }
        }
    }

    /// Runs a script that may use what stands in `page.js`.
    pub async fn run(&self, script: &str, arguments: impl Into<Vec<Value>>) -> ScriptRet {
        let whole = format!("{PERCEIVED}\n{script}");
        self.driver.execute(whole, arguments.into()).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Button => "button",
            Self::Heading => "heading",
            Self::Box => "box",
            Self::Choice => "choice",
            Self::Check => "check",
            Self::Radio => "radio",
            Self::File => "file",
            Self::Option => "option",
        }
    }
}
