//! The words for the closed lists of the field.

pub(crate) use super::event_kinds::{
    arrival_problem, event_action, event_status, left_out_reason, meeting_outcome, meeting_status,
    participant_status,
};
use super::{Text, text};
use crate::api::{
    DataRequestKind, DataRequestStatus, EventKind, LegalForm, MemberRole, SalePointKind, SalePointStatus,
    StaffRole, VerificationKind, VerificationStatus, WardBasis,
};

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

/// What an organisation is in law; `None` when it is not known.
pub(crate) fn legal_form(form: Option<LegalForm>) -> Text {
    let Some(form) = form else { return text("Chưa rõ loại hình", "Legal form not known") };
    match form {
        LegalForm::Company => text("Doanh nghiệp", "Company"),
        LegalForm::Cooperative => text("Hợp tác xã", "Cooperative"),
        LegalForm::CooperativeGroup => text("Tổ hợp tác", "Cooperative group"),
        LegalForm::Farm => text("Trang trại", "Farm"),
        LegalForm::Household => text("Hộ kinh doanh, cơ sở", "Household business"),
        LegalForm::Association => text("Hội, hiệp hội", "Association"),
    }
}

/// How the ward of today is known.
pub(crate) fn ward_basis(basis: WardBasis) -> Text {
    match basis {
        WardBasis::Named => text("ghi trong địa chỉ", "named in the address"),
        WardBasis::Successor => {
            text("toàn bộ xã, phường cũ nay thuộc đơn vị này", "the whole former ward is now part of it")
        }
        WardBasis::MainSuccessor => text(
            "phần lớn xã, phường cũ nay thuộc đơn vị này; có thể ở đơn vị khác",
            "most of the former ward is now part of it; the place may lie in another",
        ),
        WardBasis::Confirmed => text("đã có người xác nhận", "confirmed by a person"),
    }
}

/// What somebody may do for the city.
pub(crate) fn staff_role(role: Option<StaffRole>) -> Text {
    let Some(role) = role else { return text("Không phải cán bộ", "Not staff") };
    match role {
        StaffRole::UnitStaff => text("Cán bộ xã, phường", "Officer of wards"),
        StaffRole::CityStaff => text("Cán bộ Sở", "City staff"),
        StaffRole::Administrator => text("Quản trị", "Administrator"),
    }
}

/// What a member may do in an organisation.
pub(crate) fn member_role(role: MemberRole) -> Text {
    match role {
        MemberRole::Owner => text("Người đại diện", "Owner"),
        MemberRole::Member => text("Thành viên", "Member"),
    }
}

/// Why staff are asked to look at an organisation.
pub(crate) fn verification_kind(kind: VerificationKind) -> Text {
    match kind {
        VerificationKind::Registration => text("Đăng ký mới", "New registration"),
        VerificationKind::Claim => text("Nhận là của mình", "Claim"),
    }
}

/// How far staff have come with it.
pub(crate) fn verification_status(status: VerificationStatus) -> Text {
    match status {
        VerificationStatus::Waiting => text("Chờ xác minh", "Waiting"),
        VerificationStatus::Approved => text("Đã xác minh", "Approved"),
        VerificationStatus::Rejected => text("Bị từ chối", "Rejected"),
        VerificationStatus::Withdrawn => text("Đã rút", "Withdrawn"),
    }
}

/// What somebody asks about their personal data.
pub(crate) fn data_request_kind(kind: DataRequestKind) -> Text {
    match kind {
        DataRequestKind::Deletion => text("Xoá dữ liệu", "Deletion"),
        DataRequestKind::Correction => text("Sửa dữ liệu", "Correction"),
    }
}

/// How far staff have come with it.
pub(crate) fn data_request_status(status: DataRequestStatus) -> Text {
    match status {
        DataRequestStatus::Waiting => text("Chờ trả lời", "Waiting"),
        DataRequestStatus::Done => text("Đã xử lý", "Done"),
        DataRequestStatus::Refused => text("Từ chối", "Refused"),
        DataRequestStatus::Withdrawn => text("Đã rút", "Withdrawn"),
    }
}

/// The six highest product groups by code, with names short enough for a button.
pub(crate) const TOP_GROUPS: [(&str, Text); 6] = [
    ("I", text("Thực phẩm", "Food")),
    ("II", text("Đồ uống", "Drinks")),
    ("III", text("Dược liệu", "Herbal")),
    ("IV", text("Thủ công mỹ nghệ", "Handicrafts")),
    ("V", text("Sinh vật cảnh", "Ornamentals")),
    ("VI", text("Du lịch", "Tourism")),
];
