//! Pictures of pages, for those who look at them.

use std::{fs, path::Path};

use serde_json::json;
use thirtyfour::support::base64_decode;

use super::Page;

impl Page {
    /// Keeps a picture of the whole page, below what the window shows too.
    pub async fn screenshot(&self, name: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("artefacts");
        fs::create_dir_all(&folder).expect("a folder for pictures");
        let file = folder.join(format!("{name}-{}.png", self.screen.width()));
        let size: (u32, u32) = {
            let root = "const root = document.scrollingElement; return [root.clientWidth, root.scrollHeight]";
            self.run(root, []).await.convert().expect("a page has a size")
        };
        let all = json!({ "x": 0, "y": 0, "width": size.0, "height": size.1, "scale": 1 });
        let wanted = json!({ "format": "png", "captureBeyondViewport": true, "clip": all });
        let picture = self.driver.cdp().send_raw("Page.captureScreenshot", wanted).await.expect("a picture");
        let letters = picture["data"].as_str().expect("a picture in letters");
        fs::write(file, base64_decode(letters).expect("letters of a picture")).expect("the picture is kept");
    }
}
