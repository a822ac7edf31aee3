//! Cuts the program of the page into what every place needs and the parts of single places (`frontend/src/places`),
//! then binds the main part to JavaScript. All of it belongs together: each part knows where in the others things lie.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;
use wasm_encoder::{Module, RawSection};
use wasmparser::{Parser, Payload};

use super::Mode;

/// What loads the parts; the bound program imports it and is imported by it.
pub(super) const LOADER: &str = "__wasm_split.js";

/// The parts that a place needs beside the main one.
pub(super) type Parts = BTreeMap<String, Vec<String>>;

/// Writes `app.js`, `app_bg.wasm`, the loader, the parts, and the snippets of JavaScript that crates bring along.
pub(super) fn write(program: &Path, folder: &Path, mode: Mode) -> Result<Parts> {
    let whole = fs::read(program).with_context(|| program.display().to_string())?;
    let kept = tempfile::tempdir()?;
    let main = kept.path().join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    let link_name = format!("./{LOADER}");
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = "./app.js";
    options.link_name = &link_name;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("the program of the page could not be split: {error:#}"))?;
    if mode == Mode::Release {
        for part in &split.split_modules {
            fs::write(part, without_names(&fs::read(part)?)?)?;
        }
    }
    bind(&main, folder, mode)?;
    let named = split.prefetch_map.into_iter().map(|(place, parts)| {
        let files = parts.into_iter().map(|part| format!("{part}.wasm"));
        (place, files.collect())
    });
    Ok(named.collect())
}

/// Names of functions are for developers only. What the linker exports is what the parts share.
fn bind(main: &Path, folder: &Path, mode: Mode) -> Result<()> {
    Bindgen::new()
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .keep_lld_exports(true)
        .remove_name_section(mode == Mode::Release)
        .remove_producers_section(true)
        .out_name("app")
        .input_path(main)
        .generate(folder)
        .context("wasm-bindgen could not bind the page")
}

/// A module without the sections that no browser reads.
fn without_names(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if matches!(payload, Payload::CustomSection(_)) {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            module.section(&RawSection { id, data: &wasm[range] });
        }
    }
    Ok(module.finish())
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{CustomSection, FunctionSection, TypeSection};

    use super::*;

    #[test]
    fn only_what_a_browser_reads_is_kept() -> Result<()> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let plain = |names: Option<&CustomSection<'_>>| {
            let mut module = Module::new();
            module.section(&types);
            if let Some(names) = names {
                module.section(names);
            }
            module.section(&FunctionSection::new());
            module.finish()
        };
        let names = CustomSection { name: "name".into(), data: b"secret".as_slice().into() };

        let kept = without_names(&plain(Some(&names)))?;

        assert_eq!(kept, plain(None));
        assert!(without_names(b"not a module").is_err());
        Ok(())
    }
}
