//! The words for the closed lists of the field.

use super::{Text, text};
use crate::api::{EventKind, LegalForm, SalePointKind, SalePointStatus};

/// What a sale point looks like to its visitors.
pub(crate) fn sale_point_kind(kind: SalePointKind) -> Text {
    match kind {
        SalePointKind::Centre => {
            text("Trung tâm thiết kế, giới thiệu, bán", "Design, display and sale centre")
        }
        SalePointKind::Shop => text("Cửa hàng", "Shop"),
        SalePointKind::Supermarket => text("Siêu thị", "Supermarket"),
        SalePointKind::Market => text("Chợ", "Market"),
        SalePointKind::CraftVillage => text("Làng nghề", "Craft village"),
        SalePointKind::TouristSite => text("Điểm du lịch", "Tourist site"),
        SalePointKind::Stall => text("Quầy, gian hàng", "Stall"),
    }
}

/// Where a sale point stands in its life; `None` when no source says.
pub(crate) fn sale_point_status(status: Option<SalePointStatus>) -> Text {
    let Some(status) = status else { return text("Chưa rõ tình trạng", "Status not known") };
    match status {
        SalePointStatus::Invited => text("Được vận động", "Invited"),
        SalePointStatus::Registered => text("Đã đăng ký", "Registered"),
        SalePointStatus::Forwarded => text("Đã báo Sở", "Forwarded to the department"),
        SalePointStatus::UnderSurvey => text("Đang khảo sát", "Under survey"),
        SalePointStatus::NeedsWork => text("Cần hoàn thiện", "Needs work"),
        SalePointStatus::Selected => text("Được lựa chọn", "Selected"),
        SalePointStatus::Rejected => text("Không đạt", "Not accepted"),
        SalePointStatus::Operating => text("Đang hoạt động", "Operating"),
        SalePointStatus::Suspended => text("Tạm dừng", "Suspended"),
        SalePointStatus::Stopped => text("Đã dừng hoạt động", "Stopped"),
    }
}

/// What a trade event is.
pub(crate) fn event_kind(kind: EventKind) -> Text {
    match kind {
        EventKind::Fair => text("Hội chợ", "Fair"),
        EventKind::GoodsWeek => text("Tuần hàng", "Goods week"),
        EventKind::TradeConference => text("Hội nghị kết nối giao thương", "Trade conference"),
        EventKind::OpeningCeremony => text("Lễ khai trương", "Opening"),
        EventKind::Other => text("Sự kiện khác", "Other event"),
    }
}

/// What an organisation is in law.
pub(crate) fn legal_form(form: LegalForm) -> Text {
    match form {
        LegalForm::Company => text("Doanh nghiệp", "Company"),
        LegalForm::Cooperative => text("Hợp tác xã", "Cooperative"),
        LegalForm::CooperativeGroup => text("Tổ hợp tác", "Cooperative group"),
        LegalForm::Farm => text("Trang trại", "Farm"),
        LegalForm::Household => text("Hộ kinh doanh, cơ sở", "Household business"),
        LegalForm::Association => text("Hội, hiệp hội", "Association"),
    }
}
