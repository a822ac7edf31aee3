//! A session of Chromium: how it is started, and how large its window is.

use std::{env, fs, os::unix::fs::MetadataExt, sync::Arc, time::Duration};

use anyhow::{Context, Result};
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{
    ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
    extensions::query::ElementPollerWithTimeout,
};

/// How long something expected is waited for. Long, because other programs may have the machine; only a failure waits.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// The window of a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// 360 × 740 pixels, touched.
    Phone,
    /// 1280 × 900 pixels.
    Desktop,
}

/// What TOOLCHAIN asks of Chromium on a server, and no motion, so that nothing is caught on its way.
const ARGUMENTS: [&str; 9] = [
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-prefers-reduced-motion",
    "--lang=vi",
];

/// A running browser with a profile of its own.
pub(super) struct Chromium {
    pub(super) driver: WebDriver,
    profile: TempDir,
}

impl Screen {
    /// In pixels of CSS.
    pub fn width(self) -> u32 {
        self.size().0
    }

    fn size(self) -> (u32, u32) {
        match self {
            Self::Phone => (360, 740),
            Self::Desktop => (1280, 900),
        }
    }
}

impl Chromium {
    pub(super) async fn open(screen: Screen) -> Result<Self> {
        let driver_url = env::var("WEBDRIVER_URL").context(
            "WEBDRIVER_URL is not set: run the journeys with `cargo xtask test --only browser`, which starts the driver",
        )?;
        let profile = tempfile::Builder::new().prefix("ocop-browser-").tempdir()?;
        let mut wanted = DesiredCapabilities::chrome();
        for argument in ARGUMENTS {
            wanted.add_arg(argument)?;
        }
        wanted.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
        if is_root()? {
            wanted.add_arg("--no-sandbox")?;
        }
        if let Ok(program) = env::var("CHROMIUM") {
            wanted.set_binary(&program)?;
        }
        let (width, height) = screen.size();
        match screen {
            // A window of the desktop can't be this narrow.
            Screen::Phone => {
                let metrics = json!({ "width": width, "height": height, "pixelRatio": 2.0, "touch": true, "mobile": true });
                wanted.add_experimental_option("mobileEmulation", json!({ "deviceMetrics": metrics }))?;
            }
            Screen::Desktop => wanted.add_arg(&format!("--window-size={width},{height}"))?,
        }
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        let poller = Arc::new(ElementPollerWithTimeout::new(PATIENCE, LOOK_AGAIN));
        // The client wants to know how it would encrypt, though it never does. Every test but the first finds it said.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let driver = WebDriver::builder(&driver_url, wanted).poller(poller).connect().await?;
        Ok(Self { driver, profile })
    }

    /// Ends the browser, then forgets its profile.
    pub(super) async fn quit(self) -> Result<()> {
        self.driver.quit().await?;
        Ok(self.profile.close()?)
    }
}

/// Chromium refuses its sandbox to root.
fn is_root() -> Result<bool> {
    Ok(fs::metadata("/proc/self")?.uid() == 0)
}
