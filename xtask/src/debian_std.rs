//! The fallback of `wasm_target.rs`: the standard library for WebAssembly, built from Debian's package `rust-src`.
//!
//! The package is fetched with a private apt configuration, so neither the system's sources nor its lists change, and
//! no privilege is needed. Its version must be that of the compiler. The work stays in `target/wasm-std`; a second
//! try goes on where the first one ended.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::wasm_target::{Toolchain, WASM};
use crate::{process, system};

const WORK: &str = "target/wasm-std";
const MIRROR: &str = "http://deb.debian.org/debian";
const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// The suites that may hold the compiler's version, the smallest first.
const SUITES: [&str; 4] = ["trixie-backports", "trixie", "forky", "sid"];

/// Builds the library and copies it into the toolchain.
pub(crate) fn install(toolchain: &Toolchain) -> Result<()> {
    for program in ["apt-get", "apt-cache", "dpkg"] {
        ensure!(
            system::find_program(program).is_some(),
            "{program} is missing: the fallback needs a Debian system"
        );
    }
    ensure!(
        Path::new(KEYRING).exists(),
        "{KEYRING} is missing; it comes with the package debian-archive-keyring"
    );

    let work = std::env::current_dir()?.join(WORK);
    let source = unpacked_source(&work, &toolchain.version)?;
    let libraries = {
        let _link = SourceLink::make(&toolchain.sysroot, &source)?;
        build(&work)?
    };
    copy_libraries(&libraries, &toolchain.wasm_libraries())
}

fn unpacked_source(work: &Path, version: &str) -> Result<PathBuf> {
    let unpacked = work.join(format!("source-{version}"));
    let source = unpacked.join(format!("usr/src/rustc-{version}"));
    if source.join("library/std").exists() && unpacked.join("complete").exists() {
        return Ok(source);
    }
    let package = SUITES
        .iter()
        .find_map(|suite| download(work, suite, version).transpose())
        .with_context(|| format!("Debian has no rust-src {version} in {}", SUITES.join(", ")))??;
    process::run(Command::new("dpkg").arg("-x").arg(&package).arg(&unpacked))?;
    ensure!(source.join("library/std").exists(), "{} does not hold {}", package.display(), source.display());
    fs::write(unpacked.join("complete"), version)?;
    Ok(source)
}

/// Fetches the package from one suite; `None` when the suite has another version or cannot be reached.
fn download(work: &Path, suite: &str, version: &str) -> Result<Option<PathBuf>> {
    let apt = work.join(format!("apt-{suite}"));
    for folder in ["state/lists/partial", "cache/archives/partial", "package"] {
        fs::create_dir_all(apt.join(folder))?;
    }
    fs::write(apt.join("sources.list"), format!("deb [signed-by={KEYRING}] {MIRROR} {suite} main\n"))?;
    if let Err(error) = process::read(private(&apt, "apt-get").args(["update", "-qq"])) {
        println!("{suite}: {error:#}");
        return Ok(None);
    }
    let known = process::read(private(&apt, "apt-cache").args(["madison", "rust-src"]))?;
    let Some(found) = matching_version(&known, version) else { return Ok(None) };
    println!("Fetching rust-src {found} from {suite}");
    let package = apt.join("package");
    process::run(
        private(&apt, "apt-get")
            .args(["download", "-qq"])
            .arg(format!("rust-src={found}"))
            .current_dir(&package),
    )?;
    let mut files = fs::read_dir(&package)?.flatten().map(|file| file.path());
    Ok(files.find(|file| file.extension().is_some_and(|extension| extension == "deb")))
}

fn private(apt: &Path, program: &str) -> Command {
    let option = |name: &str, path: &str| format!("-o{name}={}", apt.join(path).display());
    let mut command = Command::new(program);
    command
        .arg(option("Dir::Etc::sourcelist", "sources.list"))
        .args(["-oDir::Etc::sourceparts=-", "-oAPT::Sandbox::User="])
        .arg(option("Dir::State", "state"))
        .arg(option("Dir::State::Lists", "state/lists"))
        .arg(option("Dir::Cache", "cache"));
    command
}

/// `apt-cache madison` writes `package | version | source`.
fn matching_version(madison: &str, version: &str) -> Option<String> {
    let versions = madison.lines().filter_map(|line| line.split('|').nth(1)).map(str::trim);
    versions.into_iter().find(|found| found.starts_with(&format!("{version}+"))).map(str::to_owned)
}

/// Cargo builds the standard library from this place in the toolchain. The link is there only during the build.
struct SourceLink(PathBuf);

impl SourceLink {
    fn make(sysroot: &Path, source: &Path) -> Result<Option<SourceLink>> {
        let place = sysroot.join("lib/rustlib/src/rust");
        if place.join("library/std").exists() {
            return Ok(None);
        }
        if place.is_symlink() {
            fs::remove_file(&place)?;
        }
        fs::create_dir_all(sysroot.join("lib/rustlib/src"))
            .and_then(|()| std::os::unix::fs::symlink(source, &place))
            .with_context(|| format!("cannot link {}; may you write to the toolchain?", place.display()))?;
        Ok(Some(SourceLink(place)))
    }
}

impl Drop for SourceLink {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(&self.0) {
            eprintln!("{} could not be removed: {error}", self.0.display());
        }
    }
}

/// Builds an empty crate and with it the standard library; returns the folder of the results.
///
/// `RUSTC_BOOTSTRAP` lets the stable compiler build its own library; without the bitcode the page's LTO fails.
fn build(work: &Path) -> Result<PathBuf> {
    let empty = work.join("empty");
    fs::create_dir_all(empty.join("src"))?;
    fs::write(
        empty.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n",
    )?;
    fs::write(empty.join("src/lib.rs"), "")?;
    let target = empty.join("target");
    process::run(
        process::cargo()
            .args(["build", "--release", "--target", WASM, "-Zbuild-std=std,panic_abort", "--target-dir"])
            .arg(&target)
            .current_dir(&empty)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTFLAGS", "-Cembed-bitcode=yes")
            .env_remove("CARGO_ENCODED_RUSTFLAGS"),
    )?;
    Ok(target.join(WASM).join("release/deps"))
}

fn copy_libraries(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot write to {}", to.display()))?;
    let mut copied = 0;
    for file in fs::read_dir(from)?.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.starts_with("lib") && name.ends_with(".rlib") && !name.starts_with("libempty-") {
            fs::copy(file.path(), to.join(&name))?;
            copied += 1;
        }
    }
    if copied == 0 {
        bail!("the build of the standard library left nothing in {}", from.display());
    }
    println!("{copied} libraries copied to {}", to.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::matching_version;

    #[test]
    fn only_the_same_rust_version_will_do() {
        let known =
            "  rust-src | 1.95.0+dfsg1-2~bpo13+1 | http://mirror trixie-backports/main amd64 Packages\n";

        assert_eq!(matching_version(known, "1.95.0").as_deref(), Some("1.95.0+dfsg1-2~bpo13+1"));
        assert_eq!(matching_version(known, "1.9"), None);
        assert_eq!(matching_version(known, "1.95.01"), None);
        assert_eq!(matching_version("", "1.95.0"), None);
    }
}
