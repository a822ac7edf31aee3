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
    /// `OCOP_DATA_DIR`: database, search index, uploads; `./var`.
    pub data_dir: PathBuf,
    /// `DATABASE_URL`: `sqlite:…` or `postgres://…`; a SQLite file in the data folder.
    pub database_url: String,
    /// `OCOP_PUBLIC_URL`: the address people see, for links in share cards; the listening address.
    pub public_url: String,
    /// `OCOP_LOG`: what to log, in the words of tracing's filter; `info`.
    pub log: String,
    /// `GEO_DATA_DIR`: folder with official map layers that replace the schematic ones; none.
    pub geo_data_dir: Option<PathBuf>,
    /// `MAP_TILES`: `none`, `raster:<url>` or `pmtiles:<url>`; `none`.
    pub map_tiles: MapTiles,
    /// `OCOP_DEV`: GraphiQL and a page that reloads itself; off.
    pub development: bool,
}

/// Where the map's background comes from beside the built-in layers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MapTiles {
    /// Only the built-in layers; no network.
    None,
    /// A raster tile server, `https://…/{z}/{x}/{y}.png`.
    Raster(String),
    /// A PMTiles archive.
    PmTiles(String),
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
            public_url: variable("OCOP_PUBLIC_URL").unwrap_or_else(|| format!("http://{listen}")),
            log: or("OCOP_LOG", "info"),
            geo_data_dir: variable("GEO_DATA_DIR").map(PathBuf::from),
            map_tiles: MapTiles::parse(&or("MAP_TILES", "none"))?,
            development: variable("OCOP_DEV").is_some_and(|value| value != "0"),
            data_dir,
        })
    }
}

impl MapTiles {
    fn parse(text: &str) -> Result<Self> {
        match text.split_once(':') {
            None if text == "none" => Ok(Self::None),
            Some(("raster", url)) if is_web_address(url) => Ok(Self::Raster(url.to_owned())),
            Some(("pmtiles", url)) if is_web_address(url) => Ok(Self::PmTiles(url.to_owned())),
            _ => bail!("MAP_TILES must be none, raster:<url> or pmtiles:<url>, not {text:?}"),
        }
    }
}

fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.trim().is_empty())
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
    use super::MapTiles;

    #[test]
    fn map_tiles_are_none_or_a_kind_and_a_web_address() {
        let raster = MapTiles::parse("raster:https://tiles.example/{z}/{x}/{y}.png").unwrap();

        assert_eq!(raster, MapTiles::Raster("https://tiles.example/{z}/{x}/{y}.png".into()));
        assert_eq!(MapTiles::parse("none").unwrap(), MapTiles::None);
        for wrong in ["", "raster", "raster:", "raster:file:///etc", "wms:https://x", "pmtiles:javascript:1"]
        {
            assert!(MapTiles::parse(wrong).is_err(), "{wrong}");
        }
    }
}
