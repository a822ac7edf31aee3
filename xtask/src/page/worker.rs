//! The worker that keeps the page on a device (`frontend/worker.js`), with the names of the files it keeps: the shell, which
//! is `index.html` without the head of an address, what that names, the fonts, and the part of the program of people who
//! are at work.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, ensure};

use super::parts::Parts;
use super::site::Site;
use super::styles::FONTS;

/// Where `index.html` takes the head of the address asked for.
const HEAD: &str = "<!-- head -->";
/// The part of the program (`frontend/src/places`) with the page that must open without a network.
const PART: &str = "own";

/// Adds the worker and the shell of a finished `index.html`.
pub(super) fn add(site: &mut Site, index: &str, parts: &Parts) -> Result<()> {
    let draft = fs::read_to_string("frontend/worker.js").context("frontend/worker.js is missing")?;
    let part = parts.get(PART).with_context(|| format!("the program has no part {PART}"))?;
    let mut files: BTreeSet<String> = site.addresses().filter(|address| index.contains(address)).collect();
    for font in &FONTS {
        files.insert(site.address(font.name)?.to_owned());
    }
    files.extend(part.iter().cloned());
    let shell = index.replacen(HEAD, "<title>OCOP Hà Nội</title>", 1);
    let shell = site.asset("shell", "shell.html", shell.into_bytes())?;
    files.insert(shell.clone());
    site.plain("worker.js", filled(&draft, &shell, &files)?.into_bytes())
}

fn filled(draft: &str, shell: &str, files: &BTreeSet<String>) -> Result<String> {
    for placeholder in ["{{shell}}", "{{files}}"] {
        ensure!(draft.contains(placeholder), "frontend/worker.js has no {placeholder}");
    }
    Ok(draft.replace("{{shell}}", shell).replace("{{files}}", &serde_json::to_string(files)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worker_is_another_one_when_a_file_is() -> Result<()> {
        let of = |file: &str| {
            let files = BTreeSet::from([file.to_owned()]);
            filled("const SHELL = \"{{shell}}\";\nconst FILES = {{files}};\n", "/assets/shell.1.html", &files)
        };

        let first = of("/assets/page.1.css")?;

        assert_eq!(
            first,
            "const SHELL = \"/assets/shell.1.html\";\nconst FILES = [\"/assets/page.1.css\"];\n"
        );
        assert_ne!(first, of("/assets/page.2.css")?);
        assert!(filled("const FILES = [];", "", &BTreeSet::new()).is_err());
        Ok(())
    }
}
