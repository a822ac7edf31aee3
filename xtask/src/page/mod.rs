//! The page: compiled, bound to JavaScript, and laid out in `target/site` as the server embeds and serves it.
//!
//! ```text
//! target/site/index.html       from frontend/index.html, its placeholders filled; the server fills `<!-- head -->`
//! target/site/assets.json      name in the sources -> address on the site
//! target/site/parts.json       place (`frontend/src/places`) -> addresses of the parts of the program it needs
//! target/site/worker.js        from frontend/worker.js, with the names of the files it keeps on a device
//! target/site/favicon.svg      and what else must keep its name
//! target/site/assets/*         names with a hash of the content, so they may be cached for ever; `.br` beside them
//! target/site/assets/app.*/    the program with its parts, which name each other, so their folder has the hash
//! ```
//!
//! Placeholders of `index.html`: `{{css}}`, `{{leaflet_js}}`, `{{app_js}}`, `{{app_wasm}}`, `{{loader_js}}`, `{{font_400_latin}}` (and
//! the other three fonts), `{{asset:path/in/public.svg}}`, `{{assets}}` (the whole of `assets.json`).

mod first_view;
mod parts;
mod site;
mod sources;
mod stamp;
mod styles;
mod template;
mod worker;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

pub(crate) use self::first_view::bytes as first_view_bytes;
use self::parts::Parts;
use self::site::Site;
pub(crate) use self::sources::announce;
use crate::process::Background;
use crate::wasm_target::WASM;
use crate::{node, process, wasm_target};

/// What the server embeds.
pub(crate) const SITE: &str = "target/site";

/// Cargo's target folder for the page.
pub(crate) const BUILD: &str = "target/page";

/// How the page is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// As small as it gets, with compressed files beside the others.
    Release,
    /// Quick to build, reloads when a new one is there, not compressed.
    Development,
}

impl Mode {
    /// Cargo's profile and the folder it writes to.
    fn profile(self) -> (&'static str, &'static str) {
        match self {
            Mode::Release => ("page", "page"),
            Mode::Development => ("dev", "debug"),
        }
    }
}

/// Builds the page unless nothing it is made of has changed.
pub(crate) fn build(mode: Mode) -> Result<()> {
    wasm_target::ensure()?;
    node::install()?;
    let stamp = stamp::of_sources(mode.profile().0)?;
    if stamp::is_current(&stamp) {
        return Ok(());
    }
    println!("Building the page");
    let wasm = compile(mode)?;
    let folder = tempfile::tempdir()?;
    let parts = parts::write(&wasm, folder.path(), mode)?;
    stamp::clear()?;
    assemble(folder.path(), parts, mode)?;
    if mode == Mode::Release {
        first_view::report()?;
    }
    stamp::write(&stamp)
}

/// Compiles the program, which finds what the compiler has to say about it, and builds the page.
pub(crate) fn compile_and_build() -> Result<()> {
    wasm_target::ensure()?;
    node::install()?;
    compile(Mode::Release)?;
    build(Mode::Release)
}

/// Whether nothing the page is made of has changed since it was built.
pub(crate) fn is_current(mode: Mode) -> Result<bool> {
    Ok(stamp::is_current(&stamp::of_sources(mode.profile().0)?))
}

/// An empty site is enough for the server to compile before the page is built.
pub(crate) fn ensure_folder() -> Result<()> {
    Ok(fs::create_dir_all(SITE)?)
}

/// Cargo for the crate of the page. Leptos erases the types of components, which makes the program a tenth smaller.
/// Messages of a panic name places in the sources; the folder of the builder who compiled them is nobody's business.
pub(crate) fn cargo(subcommand: &str) -> Command {
    let mut command = process::cargo();
    command.args([subcommand, "--package", "frontend", "--target", WASM, "--target-dir", BUILD]);
    let mut flags = vec!["--cfg=erase_components".to_owned()];
    flags.extend(cargo_home().map(|home| format!("--remap-path-prefix={}=cargo", home.display())));
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
    command
}

fn cargo_home() -> Option<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}

/// Begins to compile the program, quietly: whoever needs it compiles it again and is told what is wrong.
pub(crate) fn start_compiling() -> Result<Background> {
    wasm_target::ensure()?;
    node::install()?;
    Background::start(program(Mode::Release).stdout(Stdio::null()).stderr(Stdio::null()))
}

fn program(mode: Mode) -> Command {
    let mut command = cargo("build");
    command.args(["--bin", "frontend", "--profile", mode.profile().0]);
    command
}

fn compile(mode: Mode) -> Result<PathBuf> {
    let (_, folder) = mode.profile();
    process::run(&mut program(mode))?;
    Ok(Path::new(BUILD).join(WASM).join(folder).join("frontend.wasm"))
}

fn assemble(program: &Path, parts: Parts, mode: Mode) -> Result<()> {
    let mut site = Site::open(SITE, mode == Mode::Release)?;
    sources::add_public(&mut site)?;
    styles::add(&mut site)?;
    site.asset("leaflet_js", "leaflet.js", sources::leaflet()?)?;
    let folder = site.folder("app", program)?;
    for (name, file) in [("app_js", "app.js"), ("app_wasm", "app_bg.wasm"), ("loader_js", parts::LOADER)] {
        site.name(name, format!("{folder}/{file}"));
    }
    let parts: Parts = parts
        .into_iter()
        .map(|(place, files)| (place, files.into_iter().map(|file| format!("{folder}/{file}")).collect()))
        .collect();

    let draft = fs::read_to_string("frontend/index.html").context("frontend/index.html is missing")?;
    let mut index = template::fill(&draft, &site).context("frontend/index.html")?;
    if mode == Mode::Development {
        index = sources::reloading(&mut site, &index)?;
    }
    worker::add(&mut site, &index, &parts)?;
    site.plain("assets.json", site.addresses_json()?.into_bytes())?;
    site.plain("parts.json", serde_json::to_vec(&parts)?)?;
    site.plain("index.html", index.into_bytes())?;
    site.close()
}
