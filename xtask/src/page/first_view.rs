//! What a first visit loads: the page itself, every file it names, and the fonts that its style sheet asks for.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use super::{SITE, site};

/// What it may be, compressed. The bar is 450 KB and not reached yet: the program of all pages travels with the first
/// one. This keeps it from growing until the other pages are loaded when they are opened.
const LIMIT: u64 = 530 * 1024;

struct File {
    name: String,
    raw: u64,
    /// Bytes that travel to the browser.
    sent: u64,
}

/// Prints the files and fails when they are too much.
pub(crate) fn report() -> Result<()> {
    let files = files()?;
    println!("{:<22} {:>10} {:>10}", "first view, bytes", "raw", "sent");
    for file in &files {
        println!("{:<22} {:>10} {:>10}", file.name, file.raw, file.sent);
    }
    let total = total(&files);
    println!("{:<22} {:>10} {:>10}  ({} KB)", "together", "", total, total / 1024);
    ensure!(total <= LIMIT, "the first view is {} KB, more than {} KB", total / 1024, LIMIT / 1024);
    Ok(())
}

/// All of it together, as it travels.
pub(crate) fn bytes() -> Result<u64> {
    Ok(total(&files()?))
}

fn total(files: &[File]) -> u64 {
    files.iter().map(|file| file.sent).sum()
}

fn files() -> Result<Vec<File>> {
    let folder = Path::new(SITE);
    let index = fs::read_to_string(folder.join("index.html"))?;
    let addresses: BTreeMap<String, String> = serde_json::from_slice(&fs::read(folder.join("assets.json"))?)?;

    let sent = site::compressed(index.as_bytes())?.len();
    let mut files = vec![File { name: "index.html".to_owned(), raw: index.len() as u64, sent: sent as u64 }];
    for (name, address) in addresses {
        if index.contains(&address) || name.starts_with("font_") {
            let path = folder.join(address.trim_start_matches('/'));
            let raw = fs::metadata(&path)?.len();
            let compressed = PathBuf::from(format!("{}.br", path.display()));
            let sent = fs::metadata(compressed).map_or(raw, |about| about.len());
            files.push(File { name, raw, sent });
        }
    }
    Ok(files)
}
