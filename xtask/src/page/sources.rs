//! What the site is made of besides styles: public files, Leaflet, the JavaScript around the WebAssembly.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};

use super::site::Site;
use super::{SITE, template};
use crate::node;

/// Files that others look for under a fixed name.
const KEEP_THEIR_NAME: [&str; 3] = ["favicon.svg", "robots.txt", "share.png"];

/// Adds `frontend/public`. A manifest names other files, so it comes after them and its placeholders are filled.
pub(crate) fn add_public(site: &mut Site) -> Result<()> {
    let public = Path::new("frontend/public");
    let (manifests, others): (Vec<_>, Vec<_>) =
        files_below(public)?.into_iter().partition(|file| has_extension(file, "webmanifest"));

    for file in others.iter().chain(&manifests) {
        let path = file.strip_prefix(public)?.to_str().context("a file name is not UTF-8")?;
        if KEEP_THEIR_NAME.contains(&path) {
            site.plain(path, fs::read(file)?)?;
        } else if has_extension(file, "webmanifest") {
            let filled = template::fill(&fs::read_to_string(file)?, site).with_context(|| path.to_owned())?;
            site.asset(path, path, filled.into_bytes())?;
        } else {
            site.asset(path, path, fs::read(file)?)?;
        }
    }
    Ok(())
}

/// Leaflet without the reference to a source map that we do not ship.
pub(crate) fn leaflet() -> Result<Vec<u8>> {
    let script = fs::read_to_string(Path::new(node::MODULES).join("leaflet/dist/leaflet.js"))?;
    Ok(script.replace("//# sourceMappingURL=leaflet.js.map", "").into_bytes())
}

const BUILD_MARK: &str = "<meta name=\"build\" content=\"";

/// In development the page asks for itself every second and reloads when it carries another mark (`reload.js`).
pub(crate) fn reloading(site: &mut Site, index: &str) -> Result<String> {
    let script = site.asset("reload.js", "reload.js", include_bytes!("reload.js").to_vec())?;
    let tags = format!("{BUILD_MARK}\">\n<script src=\"{script}\" defer></script>\n</head>");
    Ok(index.replacen("</head>", &tags, 1))
}

/// Gives the page a new mark, so that open windows reload.
pub(crate) fn announce() -> Result<()> {
    let index = Path::new(SITE).join("index.html");
    let text = fs::read_to_string(&index)?;
    let (before, rest) = text.split_once(BUILD_MARK).context("this page was not built for development")?;
    let (_, after) = rest.split_once('"').context("the mark of the build is not closed")?;
    let mark = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
    Ok(fs::write(&index, format!("{before}{BUILD_MARK}{mark}\"{after}"))?)
}

/// All files below a folder in a stable order; none when there is no such folder.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn has_extension(file: &Path, extension: &str) -> bool {
    file.extension().is_some_and(|found| found == extension)
}
