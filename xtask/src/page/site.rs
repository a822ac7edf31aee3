//! The folder of the finished site: names with a hash, compressed copies, and nothing left over from earlier.
//!
//! A file whose content is unchanged is not written again, because the server is recompiled when one changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

/// The site while it is being put together.
pub(crate) struct Site {
    folder: PathBuf,
    compresses: bool,
    files: BTreeSet<PathBuf>,
    addresses: BTreeMap<String, String>,
}

impl Site {
    pub(crate) fn open(folder: impl Into<PathBuf>, compresses: bool) -> Result<Site> {
        let folder = folder.into();
        fs::create_dir_all(&folder)?;
        Ok(Site { folder, compresses, files: BTreeSet::new(), addresses: BTreeMap::new() })
    }

    /// Adds a file under `assets/`, a hash of its content in its name, and returns its address.
    pub(crate) fn asset(&mut self, name: &str, path: &str, content: Vec<u8>) -> Result<String> {
        let hashed = Path::new("assets").join(with_hash(path, &content));
        let address = format!("/{}", hashed.display());
        ensure!(
            self.addresses.get(name).is_none_or(|earlier| *earlier == address),
            "two different files are called {name}"
        );
        if self.compresses && shrinks(path) {
            self.compress_beside(&hashed, &content)?;
        }
        self.write(&hashed, &content)?;
        self.addresses.insert(name.to_owned(), address.clone());
        Ok(address)
    }

    /// Adds a folder of files that name each other, a hash of them all in its name, and returns its address.
    pub(crate) fn folder(&mut self, name: &str, folder: &Path) -> Result<String> {
        let mut files = Vec::new();
        let mut hash = Sha256::new();
        for file in super::sources::files_below(folder)? {
            let content = fs::read(&file)?;
            let path = file.strip_prefix(folder)?.to_owned();
            hash.update(format!("{}\n{}\n", path.display(), content.len()));
            hash.update(&content);
            files.push((path, content));
        }
        let hashed = Path::new("assets").join(format!("{name}.{}", beginning(&hash.finalize())));
        for (path, content) in files {
            let path = hashed.join(path);
            if self.compresses {
                self.compress_beside(&path, &content)?;
            }
            self.write(&path, &content)?;
        }
        Ok(format!("/{}", hashed.display()))
    }

    /// Gives a file a name by which placeholders and others find it.
    pub(crate) fn name(&mut self, name: &str, address: String) {
        self.addresses.insert(name.to_owned(), address);
    }

    /// Adds a file that keeps its name, at the root of the site.
    pub(crate) fn plain(&mut self, path: &str, content: Vec<u8>) -> Result<()> {
        self.write(Path::new(path), &content)
    }

    pub(crate) fn address(&self, name: &str) -> Result<&str> {
        self.addresses.get(name).map(String::as_str).with_context(|| format!("the page has no file {name}"))
    }

    pub(crate) fn addresses(&self) -> impl Iterator<Item = String> {
        self.addresses.values().cloned()
    }

    pub(crate) fn addresses_json(&self) -> Result<String> {
        Ok(serde_json::to_string(&self.addresses)?)
    }

    /// Removes what an earlier build left.
    pub(crate) fn close(self) -> Result<()> {
        for found in super::sources::files_below(&self.folder)? {
            if !self.files.contains(found.strip_prefix(&self.folder)?) {
                fs::remove_file(&found)?;
                if let Some(folder) = found.parent() {
                    // Refused while there are others in it.
                    let _ = fs::remove_dir(folder);
                }
            }
        }
        Ok(())
    }

    /// The name tells the content, so a compressed file that is there is the right one.
    fn compress_beside(&mut self, hashed: &Path, content: &[u8]) -> Result<()> {
        let path = PathBuf::from(format!("{}.br", hashed.display()));
        if self.folder.join(&path).exists() {
            self.files.insert(path);
            return Ok(());
        }
        self.write(&path, &compressed(content)?)
    }

    /// Through a file beside it, so that an interrupted build leaves no half of a file under a final name.
    fn write(&mut self, path: &Path, content: &[u8]) -> Result<()> {
        self.files.insert(path.to_owned());
        let target = self.folder.join(path);
        match fs::read(&target) {
            Ok(present) if present == content => return Ok(()),
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        let folder = target.parent().context("a file of the site has no folder")?;
        fs::create_dir_all(folder)?;
        let mut draft = tempfile::Builder::new().permissions(readable()).tempfile_in(folder)?;
        draft.write_all(content)?;
        draft.persist(&target)?;
        Ok(())
    }
}

/// Temporary files are private by default; these are not.
fn readable() -> fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(0o644)
}

/// `icons/star.svg` -> `icons/star.0123456789.svg`
fn with_hash(path: &str, content: &[u8]) -> String {
    let hash = beginning(&Sha256::digest(content));
    let (folder, file) = path.rsplit_once('/').map_or(("", path), |(folder, file)| (folder, file));
    let slash = if folder.is_empty() { "" } else { "/" };
    match file.rsplit_once('.') {
        Some((stem, extension)) => format!("{folder}{slash}{stem}.{hash}.{extension}"),
        None => format!("{folder}{slash}{file}.{hash}"),
    }
}

/// Enough of a hash to tell files apart.
fn beginning(digest: &[u8]) -> String {
    digest.iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether compression gains anything: fonts and pictures are compressed already.
fn shrinks(path: &str) -> bool {
    let kept = ["woff2", "woff", "png", "jpg", "jpeg", "webp", "avif", "ico", "gz", "br"];
    Path::new(path).extension().is_none_or(|extension| !kept.iter().any(|kept| extension == *kept))
}

/// As small as brotli makes it; this is done once and sent often.
pub(crate) fn compressed(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut result = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut result, &parameters)?;
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_the_content_and_keeps_its_folder_and_ending() {
        assert_eq!(with_hash("app.js", b""), "app.e3b0c44298.js");
        assert_eq!(with_hash("icons/a.b/star.svg", b""), "icons/a.b/star.e3b0c44298.svg");
        assert_ne!(with_hash("app.js", b"1"), with_hash("app.js", b"2"));
    }

    #[test]
    fn what_an_earlier_build_left_goes_and_what_is_unchanged_is_not_touched() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let mut first = Site::open(folder.path(), true)?;
        let address = first.asset("css", "page.css", b"a { color: red }".to_vec())?;
        first.plain("robots.txt", b"".to_vec())?;
        first.close()?;
        let file = folder.path().join(address.trim_start_matches('/'));
        let written = fs::metadata(&file)?.modified()?;

        let mut second = Site::open(folder.path(), true)?;
        second.asset("css", "page.css", b"a { color: red }".to_vec())?;
        second.close()?;

        assert_eq!(fs::metadata(&file)?.modified()?, written);
        assert!(file.with_extension("css.br").exists());
        assert!(!folder.path().join("robots.txt").exists());
        Ok(())
    }
}
