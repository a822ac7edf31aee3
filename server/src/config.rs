//! All settings of the server. This is the only file that reads the environment.
//!
//! Settings are environment variables, and lines of the same names in a file `ocop.env` in the working
//! folder (the environment wins). A secret may also be given as the path of a file, `<NAME>_FILE`.

use std::{env, fs, net::SocketAddr, path::PathBuf};

use anyhow::{Context, Result, bail};

/// Everything that can be set from outside.
#[derive(Clone, Debug)]
pub struct Config {
    /// `OCOP_LISTEN`: address to serve on; `127.0.0.1:8080`.
    pub listen: SocketAddr,
    /// `OCOP_DATA_DIR`: database, search index, uploads; `./var`. Nodes on one PostgreSQL have a folder each, but the
    /// folder `uploads` in it must be one and the same for all of them, on a disk they share.
    pub data_dir: PathBuf,
    /// `DATABASE_URL`: `sqlite:…` or `postgres://…`; a SQLite file in the data folder.
    pub database_url: String,
    /// `OCOP_PUBLIC_URL`: the address people see, for links in share cards; the one a request was sent to.
    pub public_url: Option<String>,
    /// `OCOP_LOG`: what to log, in the words of tracing's filter; `info`.
    pub log: String,
    /// `GEO_DATA_DIR`: folder with official map layers that replace the schematic ones; none.
    pub geo_data_dir: Option<PathBuf>,
    /// `GEO_ATTRIBUTION`: whom to name for the layers in `GEO_DATA_DIR`; what the files themselves say.
    pub geo_attribution: Option<String>,
    /// `MAP_TILES`: `none` or `raster:<url>`; `none`. `MAP_ATTRIBUTION`: whom to name for them.
    pub map_tiles: MapTiles,
    /// `SMTP_URL`: the mail server, `smtps://user:password@host`; without it mails become files of the data folder.
    pub smtp_url: Option<String>,
    /// `MAIL_FROM`: who our mails are from; `OCOP Hà Nội <ocop@localhost>`.
    pub mail_from: String,
    /// `OCOP_BEHIND_PROXY`: the address a request comes from is the last one of `X-Forwarded-For`; off.
    pub behind_proxy: bool,
    /// `OCOP_WEBHOOKS_TO_PRIVATE_ADDRESSES`: other programs that are told of changes may have addresses that are not
    /// public, and such without encryption; off. For closed networks: whoever enters an address can reach through the
    /// server what only the server can reach.
    pub webhooks_to_private_addresses: bool,
    /// `OCOP_DEV`: GraphiQL and a page that reloads itself; off.
    pub development: bool,
}

/// Where the map's background comes from beside the built-in layers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MapTiles {
    /// Only the built-in layers; no network.
    None,
    /// A raster tile server.
    Raster {
        /// `https://…/{z}/{x}/{y}.png`; `{s}` in it stands for one of the servers a, b and c.
        url: String,
        /// Whom to name for the pictures, as plain text; may be empty.
        attribution: String,
    },
}

impl Config {
    /// Reads the environment and `ocop.env`. Fails on a value that can't be used, naming it.
    pub fn from_environment() -> Result<Self> {
        if let Err(error) = dotenvy::from_filename("ocop.env")
            && !error.not_found()
        {
            return Err(error).context("ocop.env");
        }
        let listen: SocketAddr = or("OCOP_LISTEN", "127.0.0.1:8080")
            .parse()
            .context("OCOP_LISTEN must be an address and a port, like 127.0.0.1:8080")?;
        let data_dir = PathBuf::from(or("OCOP_DATA_DIR", "./var"));
        let database_url = secret("DATABASE_URL")?
            .unwrap_or_else(|| format!("sqlite:{}", data_dir.join("ocop.sqlite").display()));
        Ok(Self {
            listen,
            database_url,
            public_url: public_url(variable("OCOP_PUBLIC_URL"))?,
            log: or("OCOP_LOG", "info"),
            geo_data_dir: variable("GEO_DATA_DIR").map(PathBuf::from),
            geo_attribution: variable("GEO_ATTRIBUTION"),
            map_tiles: MapTiles::parse(&or("MAP_TILES", "none"), variable("MAP_ATTRIBUTION"))?,
            smtp_url: secret("SMTP_URL")?,
            mail_from: or("MAIL_FROM", "OCOP Hà Nội <ocop@localhost>"),
            behind_proxy: is_on("OCOP_BEHIND_PROXY"),
            webhooks_to_private_addresses: is_on("OCOP_WEBHOOKS_TO_PRIVATE_ADDRESSES"),
            development: is_on("OCOP_DEV"),
            data_dir,
        })
    }
}

impl Config {
    /// The whole address of a path of the site, for links in mails.
    pub fn address_of(&self, path: &str) -> String {
        match &self.public_url {
            Some(url) => format!("{}{path}", url.trim_end_matches('/')),
            None => format!("http://{}{path}", self.listen),
        }
    }

    /// Whether people reach the site over an encrypted connection.
    pub fn is_encrypted(&self) -> bool {
        self.public_url.as_ref().is_some_and(|url| url.starts_with("https://"))
    }
}

impl MapTiles {
    fn parse(text: &str, attribution: Option<String>) -> Result<Self> {
        match text.split_once(':') {
            None if text == "none" => Ok(Self::None),
            Some(("raster", url)) if is_tile_address(url) => {
                Ok(Self::Raster { url: url.to_owned(), attribution: attribution.unwrap_or_default() })
            }
            Some(("pmtiles", _)) => bail!(
                "MAP_TILES: the map does not draw archives of tiles (pmtiles) yet; set none or raster:<url>"
            ),
            _ => bail!("MAP_TILES must be none or raster:<url>, not {text:?}"),
        }
    }
}

fn public_url(given: Option<String>) -> Result<Option<String>> {
    match given {
        Some(url) if !is_web_address(&url) => {
            bail!("OCOP_PUBLIC_URL must be an address like https://ocop.example, not {url:?}")
        }
        other => Ok(other),
    }
}

fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// The host also goes into the policy of the page, where a space or a semicolon would begin something else.
fn is_tile_address(url: &str) -> bool {
    let host = url.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let is_part = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
    let host = host.replace("{s}", "s");
    is_web_address(url) && !host.is_empty() && host.chars().all(is_part)
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.trim().is_empty())
}

fn is_on(name: &str) -> bool {
    variable(name).is_some_and(|value| value != "0")
}

fn or(name: &str, default: &str) -> String {
    variable(name).unwrap_or_else(|| default.to_owned())
}

/// A secret from the environment, or from the file named by `<name>_FILE`.
fn secret(name: &str) -> Result<Option<String>> {
    if let Some(value) = variable(name) {
        return Ok(Some(value));
    }
    let Some(path) = variable(&format!("{name}_FILE")) else { return Ok(None) };
    let text = fs::read_to_string(&path).with_context(|| format!("{name}_FILE: {path}"))?;
    Ok(Some(text.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn map_tiles_are_none_or_a_kind_and_a_web_address() {
        let parse = |text: &str| MapTiles::parse(text, Some("© Bản đồ".to_owned()));
        let url = "https://{s}.tiles.example/{z}/{x}/{y}.png";

        let raster = parse(&format!("raster:{url}")).unwrap();

        assert_eq!(raster, MapTiles::Raster { url: url.to_owned(), attribution: "© Bản đồ".to_owned() });
        assert_eq!(parse("none").unwrap(), MapTiles::None);
        for wrong in ["", "raster", "raster:", "raster:file:///etc", "raster:https:///{z}", "wms:https://x"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
        for wrong in ["raster:https://a b/{z}", "raster:https://x;script-src */{z}", "raster:https://{z}.x/"]
        {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_is_not_drawn_is_refused_by_name() {
        let refused = MapTiles::parse("pmtiles:https://tiles.example/hanoi.pmtiles", None).unwrap_err();

        assert!(refused.to_string().starts_with("MAP_TILES: "), "{refused}");
        assert!(refused.to_string().contains("none or raster:<url>"), "{refused}");
    }

    #[test]
    fn the_public_address_is_one_of_the_web_or_not_set() {
        assert_eq!(public_url(None).unwrap(), None);
        assert_eq!(public_url(Some("https://ocop.example".into())).unwrap().unwrap(), "https://ocop.example");
        assert!(public_url(Some("ocop.example".into())).is_err());
    }
}
