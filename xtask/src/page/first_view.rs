//! What a first visit loads: the page itself, every file it names, the fonts that its style sheet asks for, and the
//! files of the part of the program that the first place is in.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::parts::Parts;
use super::{SITE, site};

/// What it may be, compressed.
const LIMIT: u64 = 450 * 1024;
/// The part of the program in which a first visit begins (`frontend/src/places`).
const FIRST: &str = "beginning";

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
    let parts: Parts = serde_json::from_slice(&fs::read(folder.join("parts.json"))?)?;
    let first = parts.get(FIRST).with_context(|| format!("the program has no part {FIRST}"))?;

    let sent = site::compressed(index.as_bytes())?.len();
    let mut files = vec![File { name: "index.html".to_owned(), raw: index.len() as u64, sent: sent as u64 }];
    let named =
        addresses.iter().filter(|(name, address)| index.contains(*address) || name.starts_with("font_"));
    for (name, address) in named.map(|(name, address)| (name.as_str(), address)).chain(first.iter().map(part))
    {
        let path = folder.join(address.trim_start_matches('/'));
        let raw = fs::metadata(&path)?.len();
        let compressed = PathBuf::from(format!("{}.br", path.display()));
        let sent = fs::metadata(compressed).map_or(raw, |about| about.len());
        files.push(File { name: name.to_owned(), raw, sent });
    }
    Ok(files)
}

fn part(address: &String) -> (&str, &String) {
    (address.rsplit('/').next().unwrap_or(address), address)
}
