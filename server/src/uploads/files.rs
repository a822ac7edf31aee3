//! The bytes on disk, named by what they are: `uploads/ab/cdef…` is the file whose SHA-256 is `abcdef…`. The same bytes
//! are there once, whoever put them here, and a file that is there is there whole: it is written under another name,
//! brought safely to the disk and then given its own.
//!
//! Files are never changed. A file without a row (a crash came between them) does no harm.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Rendition;

/// The SHA-256 of bytes, in hexadecimal.
pub(super) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Where the file of a digest lies; the small rendition lies beside the large one.
pub(super) fn path(folder: &Path, sha256: &str, rendition: Rendition) -> PathBuf {
    // A digest has 64 characters.
    let (beginning, rest) = sha256.split_at(sha256.len().min(2));
    match rendition {
        Rendition::Large => folder.join(beginning).join(rest),
        Rendition::Small => folder.join(beginning).join(format!("{rest}.small")),
    }
}

/// Writes bytes to a file that is there whole afterwards or not at all. Nothing is done if it is there already.
pub(super) fn keep(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.exists() {
        return Ok(());
    }
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    fs::create_dir_all(folder)?;
    let unfinished = folder.join(format!(".{}", Uuid::now_v7()));
    let written = write_safely(&unfinished, bytes).and_then(|()| fs::rename(&unfinished, path));
    if written.is_err() {
        // It was our own and nobody else knows its name; the error to be told is the first one.
        let _ = fs::remove_file(&unfinished);
    }
    written?;
    [Some(folder), folder.parent()].into_iter().flatten().try_for_each(sync_folder)
}

fn write_safely(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Brings the names in a folder to the disk, where the system has a way to ask for that.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_lies_under_its_digest_and_is_written_once() {
        let folder = tempfile::tempdir().unwrap();
        let sha256 = digest(b"abc");
        let path = path(folder.path(), &sha256, Rendition::Large);

        keep(&path, b"abc").unwrap();
        let written = fs::metadata(&path).unwrap().modified().unwrap();
        keep(&path, b"abc").unwrap();

        let rest = "7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(path, folder.path().join("ba").join(rest));
        assert_eq!(fs::read(&path).unwrap(), b"abc");
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), written);
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn what_can_not_be_written_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("aa").join("bb");
        fs::write(path.parent().unwrap(), "a file where the folder should be").unwrap();

        assert!(keep(&path, b"abc").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
