//! Pictures of pages, for those who look at them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::json;
use thirtyfour::support::base64_decode;

use super::Page;

impl Page {
    /// Keeps a picture of what the window shows.
    pub async fn screenshot(&self, name: &str) {
        self.driver.screenshot(&self.file(name)).await.expect("a picture");
    }

    /// Keeps a picture of the whole page, below the window too. For that the window becomes as tall as the page for a
    /// moment, and the page may lay itself out anew: nothing that is open stays so for certain.
    pub async fn screenshot_of_all(&self, name: &str) {
        let size: (u32, u32) = {
            let root = "const root = document.scrollingElement; return [root.clientWidth, root.scrollHeight]";
            self.run(root, []).await.convert().expect("a page has a size")
        };
        let all = json!({ "x": 0, "y": 0, "width": size.0, "height": size.1, "scale": 1 });
        let wanted = json!({ "format": "png", "captureBeyondViewport": true, "clip": all });
        let picture = self.driver.cdp().send_raw("Page.captureScreenshot", wanted).await.expect("a picture");
        let letters = picture["data"].as_str().expect("a picture in letters");
        fs::write(self.file(name), base64_decode(letters).expect("letters of a picture"))
            .expect("the picture is kept");
    }

    fn file(&self, name: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("artefacts");
        fs::create_dir_all(&folder).expect("a folder for pictures");
        folder.join(format!("{name}-{}.png", self.screen.width()))
    }
}
