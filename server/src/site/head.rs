//! Title, description and picture of each address, for browsers' tabs, search engines and share cards.

use std::sync::Arc;

use shared::{EventId, OrganisationId, ProductId, SalePointId};

use crate::{
    app::App,
    entities::{event, organisation},
    products::documents,
};
use sea_orm::EntityTrait;

/// Name of the site.
const SITE: &str = "OCOP Hà Nội";

/// What the head of a page says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head {
    title: String,
    description: String,
    /// Whether there is such a page.
    pub(super) found: bool,
}

impl Head {
    fn new(title: impl Into<String>, description: impl Into<String>) -> Self {
        Self { title: title.into(), description: description.into(), found: true }
    }

    fn not_found() -> Self {
        Self {
            found: false, ..Self::new("Không tìm thấy trang", "Địa chỉ này không có trang nào.")
        }
    }

    /// The elements that go into the page's head.
    pub(super) fn html(&self, public_url: &str, path: &str) -> String {
        let title = if self.title == SITE { SITE.to_owned() } else { format!("{} · {SITE}", self.title) };
        let (title, description) = (escape(&title), escape(&self.description));
        let base = public_url.trim_end_matches('/');
        let (base, path) = (escape(base), escape(path));
        format!(
            "<title>{title}</title>\n\
             <meta name=\"description\" content=\"{description}\">\n\
             <meta property=\"og:site_name\" content=\"{SITE}\">\n\
             <meta property=\"og:type\" content=\"website\">\n\
             <meta property=\"og:locale\" content=\"vi_VN\">\n\
             <meta property=\"og:title\" content=\"{title}\">\n\
             <meta property=\"og:description\" content=\"{description}\">\n\
             <meta property=\"og:url\" content=\"{base}/{path}\">\n\
             <meta property=\"og:image\" content=\"{base}/share.png\">\n\
             <meta name=\"twitter:card\" content=\"summary\">"
        )
    }
}

/// The head of an address.
pub(super) async fn of(app: &Arc<App>, path: &str) -> Head {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [] => Head::new(
            SITE,
            "Tìm sản phẩm OCOP, nơi giới thiệu và bán sản phẩm OCOP ở Hà Nội, chủ thể và sự kiện kết nối cung cầu.",
        ),
        ["san-pham"] => Head::new(
            "Sản phẩm OCOP",
            "Tìm sản phẩm OCOP của mọi tỉnh, thành theo tên, hạng sao, nhóm, địa phương.",
        ),
        ["diem-ban"] => Head::new(
            "Điểm giới thiệu và bán sản phẩm OCOP",
            "Bản đồ và danh sách các điểm giới thiệu và bán sản phẩm OCOP ở Hà Nội.",
        ),
        ["chu-the"] => Head::new("Chủ thể OCOP", "Danh sách chủ thể có sản phẩm OCOP."),
        ["su-kien"] => Head::new("Sự kiện", "Hội chợ, tuần hàng, hội nghị kết nối cung cầu sản phẩm OCOP."),
        ["gioi-thieu"] => Head::new("Giới thiệu", "Trang này là gì, dữ liệu từ đâu, dữ liệu mở."),
        ["san-pham", id] => product(app, id).await.unwrap_or_else(Head::not_found),
        ["diem-ban", id] => sale_point(app, id).unwrap_or_else(Head::not_found),
        ["chu-the", id] => producer(app, id).await.unwrap_or_else(Head::not_found),
        ["su-kien", id] => trade_event(app, id).await.unwrap_or_else(Head::not_found),
        _ => Head::not_found(),
    }
}

async fn product(app: &Arc<App>, id: &str) -> Option<Head> {
    let id: ProductId = id.parse().ok()?;
    let found = documents::of(&app.database, &app.labels(), &[id]).await.ok()?;
    let card = found.into_iter().next()?.card;
    let stars = card.stars.map(|stars| format!("OCOP {stars} sao"));
    let province = card.province.map(|unit| unit.name);
    let known = [stars, Some(card.producer_name), province];
    Some(Head::new(card.name, known.into_iter().flatten().collect::<Vec<_>>().join(" · ")))
}

fn sale_point(app: &Arc<App>, id: &str) -> Option<Head> {
    let id: SalePointId = id.parse().ok()?;
    let register = app.register();
    let row = &register.find(id)?.row;
    let address = row.address.as_deref().unwrap_or("Hà Nội");
    Some(Head::new(&row.name, format!("Điểm giới thiệu và bán sản phẩm OCOP: {address}")))
}

async fn producer(app: &Arc<App>, id: &str) -> Option<Head> {
    let id: OrganisationId = id.parse().ok()?;
    let row = organisation::Entity::find_by_id(id).one(app.database.read()).await.ok()??;
    let province = row.province_id.and_then(|id| Some(app.labels().province_of(&id)?.short_name.clone()));
    let place = province.map(|name| format!(", {name}")).unwrap_or_default();
    row.is_producer.then(|| Head::new(row.name, format!("Chủ thể OCOP{place}")))
}

async fn trade_event(app: &Arc<App>, id: &str) -> Option<Head> {
    let id: EventId = id.parse().ok()?;
    let row = event::Entity::find_by_id(id).one(app.database.read()).await.ok()??;
    let known = [row.starts_on.map(|day| day.in_words()), row.address];
    Some(Head::new(row.name, known.into_iter().flatten().collect::<Vec<_>>().join(" · ")))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::Head;

    #[test]
    fn a_name_cannot_leave_its_attribute() {
        let html = Head::new("\"><script>", "a & b").html("https://ocop.example/", "san-pham/\"x");

        assert!(!html.contains("<script"));
        assert!(html.contains("content=\"a &amp; b\""));
        assert!(html.contains("https://ocop.example/san-pham/&quot;x"));
    }
}
