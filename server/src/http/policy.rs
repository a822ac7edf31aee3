//! What a page may load: only what we serve ourselves, and pictures of the tile server.

use axum::http::HeaderValue;

use crate::config::MapTiles;

/// The policy as browsers read it.
pub(super) fn content_security_policy(tiles: &MapTiles) -> HeaderValue {
    let pictures = match tiles {
        MapTiles::None => String::new(),
        MapTiles::Raster { url, .. } => format!(" {}", source_of(url)),
    };
    let policy = format!(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; \
         img-src 'self' data:{pictures}; connect-src 'self'; object-src 'none'; \
         base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    );
    HeaderValue::from_str(&policy).unwrap_or_else(|_| HeaderValue::from_static("default-src 'self'"))
}

/// Scheme and host of the addresses that a template makes. `{s}` stands for one of several servers; a policy has a
/// star for that, which takes the place of whole parts of a name and only at its beginning.
fn source_of(template: &str) -> String {
    let host = template.find("://").map_or(0, |scheme| scheme + 3);
    let end = template[host..].find('/').map_or(template.len(), |slash| host + slash);
    let Some(several) = template[host..end].rfind("{s}") else { return template[..end].to_owned() };
    let several = host + several;
    let rest = template[several..end].find('.').map_or("", |dot| &template[several + dot..end]);
    format!("{}*{rest}", &template[..host])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tile_servers_path_is_no_part_of_the_policy() {
        assert_eq!(source_of("https://tiles.example/{z}/{x}/{y}.png"), "https://tiles.example");
        assert_eq!(source_of("https://tiles.example"), "https://tiles.example");
    }

    #[test]
    fn several_tile_servers_are_allowed_by_a_star() {
        for (template, source) in [
            ("https://{s}.tile.example/{z}/{x}/{y}.png", "https://*.tile.example"),
            ("https://tile-{s}.example:8443/{z}/{x}/{y}.png", "https://*.example:8443"),
            ("https://a.{s}.tile.example/{z}/{x}/{y}.png", "https://*.tile.example"),
            ("https://tiles.example/{s}/{z}/{x}/{y}.png", "https://tiles.example"),
        ] {
            assert_eq!(source_of(template), source, "{template}");
        }
    }

    #[test]
    fn pictures_of_the_tile_server_and_nothing_else_of_it_may_be_loaded() {
        let url = "https://{s}.tile.example/{z}/{x}/{y}.png".to_owned();

        let policy = content_security_policy(&MapTiles::Raster { url, attribution: String::new() });

        let policy = policy.to_str().unwrap();
        assert!(policy.contains("img-src 'self' data: https://*.tile.example;"), "{policy}");
        assert!(policy.contains("connect-src 'self';") && !policy.contains('{'), "{policy}");
    }
}
