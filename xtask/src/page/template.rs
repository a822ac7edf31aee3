//! Placeholders: `{{css}}` and `{{asset:icons/star.svg}}` become addresses on the site.

use anyhow::{Context, Result};

use super::site::Site;

pub(crate) fn fill(draft: &str, site: &Site) -> Result<String> {
    let mut result = String::new();
    let mut rest = draft;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, behind) = after.split_once("}}").context("a placeholder is not closed")?;
        let name = name.trim();
        result.push_str(before);
        match name {
            "assets" => result.push_str(&site.addresses_json()?),
            _ => result.push_str(site.address(name.strip_prefix("asset:").unwrap_or(name))?),
        }
        rest = behind;
    }
    result.push_str(rest);
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_become_addresses_and_unknown_ones_are_named() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let mut site = Site::open(folder.path(), false)?;
        site.asset("icons/star.svg", "icons/star.svg", Vec::new())?;

        let filled = fill("<img src=\"{{asset:icons/star.svg}}\"><!-- head -->", &site)?;

        assert_eq!(filled, "<img src=\"/assets/icons/star.e3b0c44298.svg\"><!-- head -->");
        assert!(fill("{{asset:none.svg}}", &site).is_err_and(|error| error.to_string().contains("none.svg")));
        assert!(fill("{{css", &site).is_err());
        Ok(())
    }
}
