//! Title, description and picture of each address, for browsers' tabs, search engines and share cards.

use std::sync::Arc;

use axum::http::StatusCode;
use sea_orm::EntityTrait;
use shared::{
    AgreementId, EventId, IntroductionId, NeedId, NeedStatus, NeedVisibility, OrganisationId, ProductId,
    RoundId, SalePointId,
};

use crate::{
    app::App,
    entities::{event, need, organisation},
    error::Result,
    events::life,
    products::documents,
};

/// Name of the site.
const SITE: &str = "OCOP Hà Nội";
/// What `share.png` shows, and its size: some only draw a picture whose size they know.
const PICTURE: &str = "OCOP Hà Nội: Sản phẩm OCOP và nơi bán ở Hà Nội";
const PICTURE_SIZE: (u32, u32) = (1200, 630);

/// What the head of a page says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head {
    title: String,
    description: String,
    /// Whether there is such a page.
    pub(super) status: StatusCode,
    /// Whether it is somebody's own: search engines have nothing to find there.
    is_own: bool,
}

impl Head {
    fn new(title: impl Into<String>, description: impl Into<String>) -> Self {
        let (title, description) = (title.into(), description.into());
        Self { title, description, status: StatusCode::OK, is_own: false }
    }

    /// A page of people with an account.
    fn own(title: &str, description: &str) -> Self {
        Self { is_own: true, ..Self::new(title, description) }
    }

    fn not_found() -> Self {
        let head = Self::new("Không tìm thấy trang", "Địa chỉ này không có trang nào.");
        Self { status: StatusCode::NOT_FOUND, ..head }
    }

    /// What the address leads to can't be read now; the page itself tells more and asks again.
    fn unavailable() -> Self {
        let head = Self::new(SITE, "Tạm thời chưa đọc được dữ liệu. Vui lòng thử lại sau ít phút.");
        Self { status: StatusCode::SERVICE_UNAVAILABLE, ..head }
    }

    /// The elements that go into the page's head; those with whole addresses only if that of the site is known.
    pub(super) fn html(&self, site: Option<&str>, path: &str) -> String {
        let title = if self.title == SITE { SITE.to_owned() } else { format!("{} · {SITE}", self.title) };
        let (title, description) = (escape(&title), escape(&self.description));
        let html = format!(
            "<title>{title}</title>\n\
             <meta name=\"description\" content=\"{description}\">\n\
             <meta property=\"og:site_name\" content=\"{SITE}\">\n\
             <meta property=\"og:type\" content=\"website\">\n\
             <meta property=\"og:locale\" content=\"vi_VN\">\n\
             <meta property=\"og:title\" content=\"{title}\">\n\
             <meta property=\"og:description\" content=\"{description}\">\n\
             <meta name=\"twitter:card\" content=\"summary_large_image\">"
        );
        if self.is_own {
            return html + "\n<meta name=\"robots\" content=\"noindex\">";
        }
        let addresses = site.map(|site| self.addresses(&escape(site), &escape(path))).unwrap_or_default();
        html + &addresses
    }

    fn addresses(&self, site: &str, path: &str) -> String {
        let (width, height) = PICTURE_SIZE;
        let picture = format!(
            "\n<meta property=\"og:image\" content=\"{site}/share.png\">\n\
             <meta property=\"og:image:width\" content=\"{width}\">\n\
             <meta property=\"og:image:height\" content=\"{height}\">\n\
             <meta property=\"og:image:alt\" content=\"{PICTURE}\">\n\
             <meta name=\"twitter:image\" content=\"{site}/share.png\">"
        );
        if self.status != StatusCode::OK {
            return picture;
        }
        // Filters and pages of a list are the same page to those who count pages.
        let path = path.trim_end_matches('/');
        format!(
            "{picture}\n<meta property=\"og:url\" content=\"{site}/{path}\">\n\
             <link rel=\"canonical\" href=\"{site}/{path}\">"
        )
    }
}

/// The head of an address.
pub(super) async fn of(app: &Arc<App>, path: &str) -> Head {
    match find(app, path).await {
        Ok(head) => head.unwrap_or_else(Head::not_found),
        Err(error) => {
            tracing::error!(%error, path, "the head of a page could not be read");
            Head::unavailable()
        }
    }
}

async fn find(app: &Arc<App>, path: &str) -> Result<Option<Head>> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let head = match parts[..] {
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
        ["ket-noi"] => Head::new(
            "Nhu cầu của nơi bán",
            "Siêu thị, cửa hàng, nhà phân phối đang tìm sản phẩm OCOP nào, bao nhiêu, giá nào.",
        ),
        ["gioi-thieu"] => Head::new("Giới thiệu", "Trang này là gì, dữ liệu từ đâu, dữ liệu mở."),
        ["dang-nhap"] => Head::own("Đăng nhập", "Đăng nhập để cập nhật thông tin đơn vị."),
        ["dang-ky"] => Head::own("Tạo tài khoản", "Tạo tài khoản cho người của đơn vị."),
        ["xac-nhan"] => Head::own("Xác nhận địa chỉ thư", "Hoàn tất việc tạo tài khoản."),
        ["quen-mat-khau"] => Head::own("Quên mật khẩu", "Nhận thư để đặt mật khẩu mới."),
        ["dat-lai-mat-khau"] => Head::own("Đặt lại mật khẩu", "Đặt mật khẩu mới cho tài khoản."),
        ["loi-moi"] => Head::own("Lời mời tham gia đơn vị", "Xem và nhận lời mời."),
        ["tra-loi"] => {
            Head::own("Trả lời lời mời kết nối", "Đồng ý trao đổi hoặc từ chối, không cần đăng nhập.")
        }
        ["thong-bao"] => Head::own("Thông báo", "Lời mời kết nối, câu trả lời và tin nhắn mới."),
        ["tai-khoan"] => Head::own("Tài khoản", "Thông tin, mật khẩu và thiết bị của bạn."),
        ["tai-khoan", "du-lieu"] => {
            Head::own("Dữ liệu cá nhân", "Bản sao, sửa, xoá dữ liệu về bạn và những gì bạn đã đồng ý.")
        }
        ["to-chuc"] => Head::own("Đơn vị của tôi", "Đăng ký hoặc nhận đơn vị, giữ thông tin đúng và mới."),
        ["to-chuc", "moi"] => Head::own("Đăng ký đơn vị mới", "Đăng ký chủ thể hoặc nơi bán."),
        ["to-chuc", id] if id.parse::<OrganisationId>().is_ok() => {
            Head::own("Đơn vị của tôi", "Thông tin, thành viên và xác minh của đơn vị.")
        }
        ["to-chuc", id, "san-pham"] if id.parse::<OrganisationId>().is_ok() => {
            Head::own("Sản phẩm của đơn vị", "Nhập sản phẩm của đơn vị, giữ thông tin đúng và mới.")
        }
        ["to-chuc", id, "san-pham", "moi"] if id.parse::<OrganisationId>().is_ok() => {
            Head::own("Thêm sản phẩm", "Nhập một sản phẩm mới của đơn vị.")
        }
        ["to-chuc", id, "san-pham", product]
            if id.parse::<OrganisationId>().is_ok() && product.parse::<ProductId>().is_ok() =>
        {
            Head::own("Sản phẩm", "Thông tin, ảnh, giấy tờ của sản phẩm và những gì bên mua hỏi.")
        }
        ["to-chuc", id, "san-pham", product, "chung-cu"]
            if id.parse::<OrganisationId>().is_ok() && product.parse::<ProductId>().is_ok() =>
        {
            Head::own(
                "Chứng cứ thị trường",
                "Thoả thuận đã ký và hàng đã giao, cho kỳ đánh giá hạng sao tiếp theo.",
            )
        }
        ["thoa-thuan", id, "ban-in"] if id.parse::<AgreementId>().is_ok() => {
            Head::own("Bản in thoả thuận", "Văn bản của thoả thuận để in và ký.")
        }
        ["diem-ban", id, "hang"] if id.parse::<SalePointId>().is_ok() => {
            Head::own("Hàng bán tại điểm", "Đơn vị vận hành ghi điểm đang bán sản phẩm OCOP nào.")
        }
        ["to-chuc", id, "nhu-cau"] if id.parse::<OrganisationId>().is_ok() => {
            Head::own("Nhu cầu của đơn vị", "Ghi và đăng những gì nơi bán đang tìm.")
        }
        ["to-chuc", id, "nhu-cau", "moi"] if id.parse::<OrganisationId>().is_ok() => {
            Head::own("Thêm nhu cầu", "Ghi một nhu cầu mới của nơi bán.")
        }
        ["to-chuc", id, "co-hoi"] if id.parse::<OrganisationId>().is_ok() => {
            Head::own("Cơ hội", "Bổ sung điều gì thì mở thêm được nhiều nhu cầu nhất.")
        }
        ["ket-noi", id, "so-sanh"] if id.parse::<NeedId>().is_ok() => {
            Head::own("So sánh sản phẩm", "Đến bốn sản phẩm cho một nhu cầu, đặt cạnh nhau.")
        }
        ["san-pham", id, "moi-ket-noi"] if id.parse::<ProductId>().is_ok() => {
            Head::own("Mời kết nối", "Nơi bán mời chủ thể của sản phẩm kết nối.")
        }
        ["thoa-thuan"] => Head::own(
            "Thoả thuận",
            "Biên bản và hợp đồng giữa nhà bán lẻ và chủ thể, từ bản nháp đến hàng đã giao.",
        ),
        ["thoa-thuan", id] | ["thoa-thuan", id, "sua"] if id.parse::<AgreementId>().is_ok() => {
            Head::own("Thoả thuận", "Nội dung, xác nhận của hai bên và hàng đã giao.")
        }
        ["giao-hang"] => Head::own("Hàng đã giao", "Cho biết hàng theo thoả thuận đã giao thế nào."),
        ["ket-noi", "gioi-thieu"] => {
            Head::own("Lời mời kết nối", "Ai mời ai kết nối về sản phẩm nào, câu trả lời và trao đổi.")
        }
        ["ket-noi", "gioi-thieu", id] if id.parse::<IntroductionId>().is_ok() => {
            Head::own("Lời mời kết nối", "Trả lời và trao đổi giữa nhà bán lẻ và chủ thể.")
        }
        ["can-bo"] => Head::own("Cán bộ", "Việc đang chờ cán bộ."),
        ["can-bo", "xac-minh"] => Head::own("Xác minh đơn vị", "Yêu cầu xác minh đơn vị."),
        ["can-bo", "giay-to"] => {
            Head::own("Giấy tờ chờ xác nhận", "Giấy tờ và quyết định công nhận hạng sao.")
        }
        ["can-bo", "ket-noi"] => {
            Head::own("Kết nối cung cầu", "Điều đang chặn chủ thể và nhu cầu chưa có sản phẩm phù hợp.")
        }
        ["can-bo", "vong-ghep"] => {
            Head::own("Vòng ghép", "Ghép nhiều nhu cầu với nhiều sản phẩm trước một sự kiện.")
        }
        ["can-bo", "vong-ghep", id] if id.parse::<RoundId>().is_ok() => {
            Head::own("Vòng ghép", "Chọn nhu cầu, giới hạn, tìm phương án tốt nhất và chốt.")
        }
        ["can-bo", "su-kien"] => {
            Head::own("Sự kiện tổ chức trên hệ thống", "Đăng ký, lịch gặp, điểm danh của từng sự kiện.")
        }
        ["can-bo", "su-kien", "moi"] => Head::own("Thêm sự kiện", "Bắt đầu một sự kiện mới."),
        ["can-bo", "su-kien", id, "sua"] if id.parse::<EventId>().is_ok() => {
            Head::own("Sửa sự kiện", "Tên, thời gian, nơi tổ chức, số chỗ của sự kiện.")
        }
        ["can-bo", "su-kien", id, "lich"] if id.parse::<EventId>().is_ok() => {
            Head::own("Lịch gặp", "Xếp lịch gặp của sự kiện trong số khung giờ ít nhất.")
        }
        ["can-bo", "su-kien", id, "diem-danh"] if id.parse::<EventId>().is_ok() => {
            Head::own("Điểm danh", "Ai đã đến sự kiện, kể cả khi mất mạng.")
        }
        ["can-bo", "su-kien", id, "in"] if id.parse::<EventId>().is_ok() => {
            Head::own("In cho sự kiện", "Thẻ, lịch của từng đơn vị và của từng bàn.")
        }
        ["su-kien", id, "lich"] if id.parse::<EventId>().is_ok() => {
            Head::own("Lịch gặp của đơn vị", "Gặp ai, lúc nào, ở bàn nào, và kết quả.")
        }
        ["can-bo", "su-kien", id, "dang-ky"] if id.parse::<EventId>().is_ok() => {
            Head::own("Đăng ký tham dự", "Duyệt, danh sách chờ, thêm đơn vị cho sự kiện.")
        }
        ["can-bo", "thoa-thuan"] => Head::own(
            "Từ giới thiệu đến giao hàng",
            "Bao nhiêu lời giới thiệu thành thoả thuận và hàng được giao.",
        ),
        ["can-bo", "thoa-thuan", "moi"] => {
            Head::own("Thêm thoả thuận", "Soạn một thoả thuận không qua lời giới thiệu.")
        }
        ["can-bo", "thoa-thuan-mau"] => {
            Head::own("Mẫu và số thoả thuận", "Cách đánh số và văn bản của bản in thoả thuận.")
        }
        ["can-bo", "webhook"] => {
            Head::own("Webhook không gửi được", "Tin mà phần mềm của các đơn vị không nhận được.")
        }
        ["can-bo", "lich-su", _, _] => Head::own("Lịch sử", "Ai đã làm gì, khi nào."),
        ["quan-tri", "du-lieu"] => {
            Head::own("Yêu cầu về dữ liệu cá nhân", "Yêu cầu xoá hoặc sửa dữ liệu cá nhân và hạn trả lời.")
        }
        ["quan-tri", "tai-khoan"] => Head::own("Tài khoản", "Tài khoản và quyền của cán bộ."),
        ["san-pham", id] => return product(app, id).await,
        ["diem-ban", id] => return Ok(sale_point(app, id)),
        ["chu-the", id] => return producer(app, id).await,
        ["ket-noi", id] => return need(app, id).await,
        ["su-kien", id] => return trade_event(app, id).await,
        _ => return Ok(None),
    };
    Ok(Some(head))
}

async fn product(app: &Arc<App>, id: &str) -> Result<Option<Head>> {
    let Ok(id) = id.parse::<ProductId>() else { return Ok(None) };
    let found = documents::of(&app.database, &app.labels(), &[id]).await?;
    Ok(found.into_iter().next().map(|document| {
        let card = document.card;
        let stars = card.stars.map(|stars| format!("OCOP {stars} sao"));
        let province = card.province.map(|unit| unit.name);
        let known = [stars, Some(card.producer_name), province];
        Head::new(card.name, known.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    }))
}

fn sale_point(app: &Arc<App>, id: &str) -> Option<Head> {
    let id: SalePointId = id.parse().ok()?;
    let register = app.register();
    let row = &register.find(id)?.row;
    let place = row.address.as_deref().map(|address| format!(": {address}")).unwrap_or_default();
    Some(Head::new(&row.name, format!("Điểm giới thiệu và bán sản phẩm OCOP{place}")))
}

async fn producer(app: &Arc<App>, id: &str) -> Result<Option<Head>> {
    let Ok(id) = id.parse::<OrganisationId>() else { return Ok(None) };
    let row = organisation::Entity::find_by_id(id).one(app.database.read()).await?;
    Ok(row.filter(|row| row.is_producer && row.listed_at.is_some()).map(|row| {
        let labels = app.labels();
        let province = row.province_id.as_ref().and_then(|id| labels.province_of(id));
        let place = province.map(|unit| format!(", {}", unit.short_name)).unwrap_or_default();
        Head::new(row.name, format!("Chủ thể OCOP{place}"))
    }))
}

/// Of a need that not everybody may read the head tells nothing, not even whether there is one.
async fn need(app: &Arc<App>, id: &str) -> Result<Option<Head>> {
    let Ok(id) = id.parse::<NeedId>() else { return Ok(None) };
    let hidden = Head::own("Nhu cầu", "Nhu cầu của một nơi bán, cho những ai được xem.");
    let row = need::Entity::find_by_id(id).one(app.database.read()).await?;
    let is_public =
        |row: &need::Model| row.status == NeedStatus::Open && row.visibility == NeedVisibility::Public;
    let Some(row) = row.filter(is_public) else { return Ok(Some(hidden)) };
    let retailer = organisation::Entity::find_by_id(row.organisation_id).one(app.database.read()).await?;
    let retailer = retailer.map(|retailer| format!("{} đang tìm", retailer.name)).unwrap_or_default();
    Ok(Some(Head::new(row.name, retailer)))
}

async fn trade_event(app: &Arc<App>, id: &str) -> Result<Option<Head>> {
    let Ok(id) = id.parse::<EventId>() else { return Ok(None) };
    let row = event::Entity::find_by_id(id).one(app.database.read()).await?;
    Ok(row.map(|row| {
        // What is in preparation only staff see, who read its name on the page itself.
        if !life::is_public(&row) {
            return Head::own("Sự kiện", "Sự kiện đang chuẩn bị.");
        }
        let known = [row.starts_on.map(|day| day.in_words()), row.address];
        Head::new(row.name, known.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    }))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::Head;

    #[test]
    fn a_name_cannot_leave_its_attribute() {
        let html = Head::new("\"><script>", "a & b").html(Some("https://ocop.example"), "san-pham/\"x");

        assert!(!html.contains("<script"));
        assert!(html.contains("content=\"a &amp; b\""));
        assert!(html.contains("https://ocop.example/san-pham/&quot;x"));
    }

    #[test]
    fn a_page_of_ones_own_is_not_for_search_engines() {
        let own = Head::own("Tài khoản", "").html(Some("https://ocop.example"), "tai-khoan");
        let public = Head::new("Chè", "").html(Some("https://ocop.example"), "san-pham/1");

        assert!(own.contains("noindex") && !own.contains("canonical"), "{own}");
        assert!(!public.contains("noindex"), "{public}");
    }

    #[test]
    fn a_page_has_one_address_and_a_missing_one_none() {
        let page = Head::new("Chè", "Chè Ba Trại").html(Some("https://ocop.example"), "san-pham/");
        let missing = Head::not_found().html(Some("https://ocop.example"), "nothing");
        let nowhere = Head::new("Chè", "Chè Ba Trại").html(None, "san-pham/");

        assert!(page.contains("<link rel=\"canonical\" href=\"https://ocop.example/san-pham\">"), "{page}");
        assert!(!missing.contains("canonical") && missing.contains("og:image"), "{missing}");
        assert!(!nowhere.contains("http") && nowhere.contains("og:title"), "{nowhere}");
    }
}
