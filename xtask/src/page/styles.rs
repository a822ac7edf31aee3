//! One style sheet: fonts, Leaflet's rules, our tokens, then the rest of `frontend/style` by name, and at the end what holds
//! on paper: it takes back what the others say.
//!
//! Every `url(..)` is looked up beside its style sheet or in `frontend/public` and replaced by its address on the site.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::site::Site;
use super::sources::files_below;
use crate::node;

/// One file of the font: the part of the alphabet and the weight.
pub(crate) struct Font {
    pub(crate) name: &'static str,
    subset: &'static str,
    weight: u16,
}

/// What Vietnamese and English text needs. The browser fetches the Vietnamese part because the page uses its letters.
pub(crate) const FONTS: [Font; 4] = [
    Font { name: "font_400_latin", subset: "latin", weight: 400 },
    Font { name: "font_400_vietnamese", subset: "vietnamese", weight: 400 },
    Font { name: "font_600_latin", subset: "latin", weight: 600 },
    Font { name: "font_600_vietnamese", subset: "vietnamese", weight: 600 },
];

pub(crate) fn add(site: &mut Site) -> Result<()> {
    let mut sheet = fonts(site)?;
    for file in sheets()? {
        let css = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let folder = file.parent().context("a style sheet has no folder")?;
        sheet.push_str(
            &with_addresses(&css, |path| address(site, folder, path))
                .with_context(|| file.display().to_string())?,
        );
        sheet.push('\n');
    }
    site.asset("css", "page.css", sheet.into_bytes())?;
    Ok(())
}

fn sheets() -> Result<Vec<PathBuf>> {
    let mut own = files_below(Path::new("frontend/style"))?;
    own.retain(|file| file.extension().is_some_and(|extension| extension == "css"));
    own.sort_by_key(|file| (place(file), file.clone()));
    own.insert(0, Path::new(node::MODULES).join("leaflet/dist/leaflet.css"));
    Ok(own)
}

/// Of rules that weigh the same the last one counts.
fn place(file: &Path) -> u8 {
    match file.file_name().and_then(|name| name.to_str()) {
        Some("tokens.css") => 0,
        Some("print.css") => 2,
        _ => 1,
    }
}

/// The rules that name the font files. Which letters are in which file is written in the package.
fn fonts(site: &mut Site) -> Result<String> {
    let package = Path::new(node::MODULES).join("@fontsource/be-vietnam-pro");
    let letters: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(package.join("unicode.json"))?)?;
    let mut rules = String::new();
    for Font { name, subset, weight } in &FONTS {
        let file = format!("be-vietnam-pro-{subset}-{weight}-normal.woff2");
        let address =
            site.asset(name, &format!("fonts/{file}"), fs::read(package.join("files").join(&file))?)?;
        let range = letters[subset].as_str().with_context(|| format!("the font has no subset {subset}"))?;
        rules.push_str(&format!(
            "@font-face{{font-family:\"Be Vietnam Pro\";font-style:normal;font-display:swap;font-weight:{weight};\
             src:url({address}) format(\"woff2\");unicode-range:{range}}}\n"
        ));
    }
    Ok(rules)
}

fn address(site: &mut Site, folder: &Path, path: &str) -> Result<String> {
    let beside = folder.join(path);
    if beside.is_file() {
        let name = path.trim_start_matches("./");
        return site.asset(name, name, fs::read(beside)?);
    }
    site.address(path.trim_start_matches('/')).map(str::to_owned)
}

/// Replaces the path in every `url(..)`, except in those that hold their content or point into the document.
fn with_addresses(css: &str, mut address: impl FnMut(&str) -> Result<String>) -> Result<String> {
    let mut result = String::new();
    let mut rest = css;
    while let Some(start) = rest.find("url(") {
        let (before, after) = rest.split_at(start + "url(".len());
        let end = after.find(')').context("a url( is not closed")?;
        let path = after[..end].trim().trim_matches(['"', '\'']);
        result.push_str(before);
        if path.starts_with('#') || path.starts_with("data:") {
            result.push_str(&after[..end]);
        } else {
            result.push_str(&address(path)?);
        }
        rest = &after[end..];
    }
    result.push_str(rest);
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_to_files_are_replaced() -> Result<()> {
        let css =
            "a{background:url( 'x.svg' )}b{behavior:url(#default#VML)}c{src:url(data:font/woff2;base64,AA)}";

        let done = with_addresses(css, |path| Ok(format!("/assets/{path}")))?;

        assert_eq!(
            done,
            "a{background:url(/assets/x.svg)}b{behavior:url(#default#VML)}c{src:url(data:font/woff2;base64,AA)}"
        );
        Ok(())
    }

    #[test]
    fn what_holds_on_paper_comes_last_and_what_all_use_first() {
        let mut files = ["base.css", "print.css", "shell.css", "tokens.css"].map(Path::new);

        files.sort_by_key(|file| (place(file), *file));

        assert_eq!(files, ["tokens.css", "base.css", "shell.css", "print.css"].map(Path::new));
    }

    #[test]
    fn an_unknown_file_and_an_open_parenthesis_are_errors() {
        assert!(with_addresses("a{background:url(x.svg)}", |path| anyhow::bail!("no {path}")).is_err());
        assert!(with_addresses("a{background:url(x.svg", |path| Ok(path.to_owned())).is_err());
    }
}
