//! Words about organisations: registering, claiming, verification, members, consent.

use super::{Language, Text, language, text};
use crate::api::LegalForm;

pub(crate) const MINE: Text = text("Đơn vị của tôi", "My organisations");
pub(crate) const WHAT_FOR: Text = text(
    "Ở đây đơn vị của bạn giữ thông tin của mình đúng và mới: tên, địa chỉ, liên hệ, người được vào làm. Sau khi Sở xác minh, đơn vị được giới thiệu với người mua.",
    "Here your organisation keeps what is known of it right and fresh: name, address, contact, who may work on it. Once the department has verified it, it is introduced to buyers.",
);
pub(crate) const TWO_WAYS: Text = text("Có hai cách bắt đầu:", "There are two ways to begin:");
pub(crate) const REGISTER: Text = text("Đăng ký đơn vị mới", "Register an organisation");
pub(crate) const CLAIM: Text = text("Nhận đơn vị đã có trong danh bạ", "Claim one that is in the register");
pub(crate) const CLAIM_WHY: Text = text(
    "Đơn vị của bạn có thể đã có tên trong dữ liệu công khai về OCOP. Hãy tìm theo tên.",
    "Your organisation may already stand in the public data about OCOP. Look for its name.",
);
pub(crate) const CLAIM_SEARCH: Text = text("Tên đơn vị", "Name of the organisation");
pub(crate) const CLAIM_NOTHING: Text = text(
    "Không thấy đơn vị nào có tên như vậy. Bạn có thể đăng ký mới.",
    "No organisation has such a name. You can register it.",
);
pub(crate) const CLAIM_THIS: Text = text("Đây là đơn vị của tôi", "This is mine");
pub(crate) const CLAIM_MESSAGE: Text =
    text("Bạn giữ vai trò gì ở đơn vị?", "What are you in this organisation?");
pub(crate) const CLAIM_MESSAGE_HINT: Text = text(
    "Ví dụ: giám đốc hợp tác xã, số điện thoại đơn vị. Cán bộ đọc để xác minh.",
    "For example: director of the cooperative, and its telephone. Staff read it to verify.",
);
pub(crate) const CLAIM_SEND: Text = text("Gửi yêu cầu", "Send the request");
pub(crate) const CLAIM_SENT: Text = text(
    "Đã gửi. Cán bộ sẽ xác minh; khi có kết quả, bạn nhận được thư và đơn vị hiện ở đây.",
    "Sent. Staff will verify it; you get a mail, and the organisation then stands here.",
);
pub(crate) const ASKED_BY_ME: Text = text("Yêu cầu bạn đã gửi", "What you have asked");
pub(crate) const CHOSEN: Text = text("Đơn vị đã chọn", "Chosen");
pub(crate) const CHOOSE_OTHER: Text = text("Chọn đơn vị khác", "Choose another");

pub(crate) const WHAT_IT_IS: Text = text("Đơn vị là gì", "What it is");
pub(crate) const NAME: Text = text("Tên đơn vị", "Name");
pub(crate) const NAME_HINT: Text =
    text("Như trong giấy đăng ký kinh doanh, nếu có.", "As in its business registration, if it has one.");
pub(crate) const LEGAL_FORM: Text = text("Loại hình", "Legal form");
pub(crate) const PRODUCER: Text = text("Có sản phẩm OCOP (chủ thể)", "It makes OCOP products");
pub(crate) const RETAILER: Text = text(
    "Bán hàng: điểm bán, cửa hàng, siêu thị, phân phối",
    "It sells: sale points, shops, supermarkets, distribution",
);
pub(crate) const PRODUCER_OR_RETAILER: Text =
    text("Hãy chọn ít nhất một vai trò.", "Choose at least one of the two.");
pub(crate) const TAX_CODE: Text = text("Mã số thuế", "Tax code");
pub(crate) const WHERE: Text = text("Ở đâu", "Where it is");
pub(crate) const ADDRESS: Text = text("Địa chỉ", "Address");
pub(crate) const ADDRESS_HINT: Text = text(
    "Số nhà, đường, thôn. Địa chỉ của hộ kinh doanh không hiện công khai.",
    "House, street, hamlet. The address of a household business is not public.",
);
pub(crate) const PROVINCE: Text = text("Tỉnh, thành phố hiện nay", "Province or city of today");
pub(crate) const WARD: Text = text("Phường, xã hiện nay", "Ward or commune of today");
pub(crate) const WARD_HINT: Text =
    text("Chọn tỉnh trước. Tên từ 1/7/2025.", "Choose the province first. Names since 1 July 2025.");
pub(crate) const PIN: Text = text("Ghim trên bản đồ", "Pin on the map");
pub(crate) const PIN_WHY: Text = text(
    "Bấm vào bản đồ hoặc kéo ghim đến cửa đơn vị. Có thể dùng các nút bên dưới thay cho chuột. Không bắt buộc.",
    "Click the map or drag the pin to the door. The buttons below do the same without a mouse. Optional.",
);
pub(crate) const PIN_HERE: Text = text("Đặt ghim ở giữa bản đồ", "Put the pin in the middle of the map");
pub(crate) const PIN_REMOVE: Text = text("Bỏ ghim", "Remove the pin");
pub(crate) const PIN_NORTH: Text = text("Lên phía bắc", "North");
pub(crate) const PIN_SOUTH: Text = text("Xuống phía nam", "South");
pub(crate) const PIN_WEST: Text = text("Sang phía tây", "West");
pub(crate) const PIN_EAST: Text = text("Sang phía đông", "East");
pub(crate) const PIN_MOVE: Text = text("Dời ghim", "Move the pin");
pub(crate) const PIN_NONE: Text = text("Chưa đặt ghim.", "No pin yet.");
pub(crate) const PIN_MAP: Text = text(
    "Bản đồ để đặt ghim. Phím mũi tên để di chuyển, dấu cộng và trừ để phóng to, thu nhỏ.",
    "Map for the pin. Arrow keys move it, plus and minus zoom.",
);
pub(crate) const NEAREST: Text = text("Phường, xã gần ghim nhất", "Wards nearest to the pin");
pub(crate) const NEAREST_WHY: Text =
    text("Hãy chọn đúng phường, xã của đơn vị:", "Choose the one in which it lies:");
pub(crate) const STAFF_CONTACT: Text =
    text("Liên hệ cho cán bộ và đối tác", "Contact for staff and partners");
pub(crate) const STAFF_CONTACT_WHY: Text = text("Không hiện công khai.", "It is not public.");
pub(crate) const PUBLIC_CONTACT: Text = text("Liên hệ công khai", "Public contact");
pub(crate) const PUBLIC_CONTACT_CHECK: Text =
    text("Đơn vị đồng ý hiện liên hệ công khai", "The organisation agrees that its public contact is shown");
pub(crate) const CONTACT_NAME: Text = text("Tên người liên hệ", "Name of the person");
pub(crate) const CONTACT_PHONE: Text = text("Điện thoại", "Telephone");
pub(crate) const CONTACT_EMAIL: Text = text("Thư điện tử", "Mail address");
pub(crate) const CONTACT_WEBSITE: Text = text("Trang web", "Website");
pub(crate) const MESSAGE: Text = text("Lời nhắn cho cán bộ", "A word to staff");
pub(crate) const SEND: Text = text("Gửi đăng ký", "Send the registration");
pub(crate) const REGISTERED: Text =
    text("Đã gửi đăng ký. Cán bộ sẽ xác minh.", "The registration is sent. Staff will verify it.");
pub(crate) const CONSENT_NOT_KEPT: Text = text(
    "Đã gửi đăng ký, nhưng chưa ghi được sự đồng ý. Hãy đồng ý lại ở mục “Liên hệ công khai”.",
    "The registration is sent, but the consent was not kept. Please give it again under “Public contact”.",
);

pub(crate) const ALL_MINE: Text = text("Mọi đơn vị của tôi", "All my organisations");
pub(crate) const PARTS: Text = text("Các phần của đơn vị", "Parts of the organisation");
pub(crate) const OVERVIEW: Text = text("Tổng quan", "Overview");
pub(crate) const EDIT: Text = text("Sửa thông tin", "Edit");
pub(crate) const MEMBERS: Text = text("Thành viên", "Members");
pub(crate) const FACTS: Text = text("Thông tin", "Facts");
pub(crate) const ROLES: Text = text("Vai trò", "Roles");
pub(crate) const FORMER_DISTRICT: Text = text("Quận, huyện cũ", "Former district");
pub(crate) const NOT_KNOWN: Text = text("chưa có", "none");
pub(crate) const PUBLIC_PAGE: Text = text("Xem trang công khai", "See the public page");

pub(crate) const VERIFICATION: Text = text("Xác minh", "Verification");
pub(crate) const VERIFIED: Text = text("Đã được Sở xác minh ngày", "Verified by the department on");
pub(crate) const WAITING: Text = text(
    "Đang chờ cán bộ xác minh. Bạn không cần làm gì thêm; có kết quả sẽ có thư.",
    "Waiting for staff. There is nothing more to do; a mail will tell the result.",
);
pub(crate) const ASKED_ON: Text = text("Gửi lúc", "Sent");
pub(crate) const WITHDRAW: Text = text("Rút yêu cầu", "Withdraw the request");
pub(crate) const WITHDRAWN_DONE: Text = text("Đã rút yêu cầu.", "The request is withdrawn.");
pub(crate) const REJECTED: Text = text("Cán bộ chưa chấp nhận, vì:", "Staff did not accept it, because:");
pub(crate) const NOT_ASKED: Text = text("Đơn vị chưa được xác minh.", "The organisation is not verified.");
pub(crate) const ASK_AGAIN: Text = text("Gửi yêu cầu xác minh", "Ask for verification");
pub(crate) const ASKED: Text = text("Đã gửi yêu cầu xác minh.", "The request is sent.");

pub(crate) const CONFLICT: Text =
    text("Người khác vừa sửa đơn vị này", "Somebody else has just changed this organisation");

pub(crate) const SINCE: Text = text("từ", "since");
pub(crate) const YOU: Text = text("bạn", "you");
pub(crate) const MAKE_OWNER: Text = text("Cho làm người đại diện", "Make owner");
pub(crate) const MAKE_MEMBER: Text = text("Chuyển thành thành viên", "Make member");
pub(crate) const REMOVE: Text = text("Cho ra khỏi đơn vị", "Remove");
pub(crate) const LEAVE: Text = text("Rời đơn vị", "Leave");
pub(crate) const MEMBER_CHANGED: Text = text("Đã đổi.", "Changed.");
pub(crate) const INVITATIONS: Text = text("Lời mời đang chờ", "Open invitations");
pub(crate) const EXPIRES: Text = text("hết hạn", "expires");
pub(crate) const REVOKE: Text = text("Huỷ lời mời", "Revoke");
pub(crate) const REVOKED: Text = text("Đã huỷ lời mời.", "The invitation is revoked.");
pub(crate) const INVITE: Text = text("Mời thêm người", "Invite somebody");
pub(crate) const INVITE_SEND: Text = text("Gửi lời mời", "Send the invitation");
pub(crate) const INVITED: Text = text("Đã gửi lời mời qua thư.", "The invitation is sent by mail.");
pub(crate) const OWNERS_ONLY: Text =
    text("Chỉ người đại diện mới mời và đổi thành viên.", "Only owners invite and change members.");

pub(crate) const CONSENT_GIVEN: Text = text("Đã đồng ý ngày", "Consent given on");
pub(crate) const CONSENT_VERSION: Text = text("bản", "version");
pub(crate) const CONSENT_NONE: Text =
    text("Liên hệ đang không hiện công khai.", "The contact is not shown to the public.");
pub(crate) const CONSENT_GIVE: Text = text("Cho hiện công khai", "Show it");
pub(crate) const CONSENT_WITHDRAW: Text = text("Rút lại sự đồng ý", "Withdraw the consent");
pub(crate) const CONSENT_KEPT: Text = text("Đã ghi sự đồng ý.", "The consent is kept.");
pub(crate) const CONSENT_GONE: Text =
    text("Đã rút lại; liên hệ không còn hiện công khai.", "Withdrawn; the contact is no longer shown.");

/// The rule of the tax code of a legal form; of all forms while none is chosen.
pub(crate) fn tax_code_rule(form: Option<LegalForm>) -> Text {
    match form {
        Some(LegalForm::Household) => text(
            "Hộ kinh doanh dùng số định danh cá nhân 12 số của người đại diện. Đây là dữ liệu cá nhân: được che, không bao giờ công khai. Có thể để trống.",
            "A household business uses the 12-digit personal number of its representative. It is personal data: masked and never public. You may leave it empty.",
        ),
        Some(LegalForm::Farm) => text(
            "10 số, hoặc số định danh cá nhân 12 số của chủ trang trại. Số 12 số là dữ liệu cá nhân: được che, không bao giờ công khai. Có thể để trống.",
            "10 digits, or the 12-digit personal number of the farmer, which is personal data: masked and never public. You may leave it empty.",
        ),
        Some(LegalForm::Company | LegalForm::Cooperative) => text(
            "10 số; đơn vị phụ thuộc thêm gạch ngang và 3 số, ví dụ 0199999906-001.",
            "10 digits; a dependent unit adds a hyphen and 3 digits, as 0199999906-001.",
        ),
        Some(LegalForm::CooperativeGroup | LegalForm::Association) => {
            text("10 số, nếu có. Có thể để trống.", "10 digits, if it has one. You may leave it empty.")
        }
        None => text(
            "Hãy chọn loại hình trước để biết mã số thuế viết thế nào.",
            "Choose the legal form first: it says how the tax code is written.",
        ),
    }
}

/// `Phường Ba Đình, cách 0,4 km`
pub(crate) fn at_distance(name: &str, metres: i32) -> String {
    let (kilometres, tenth) = (metres / 1000, metres % 1000 / 100);
    match language() {
        Language::Vietnamese => format!("{name}, cách {kilometres},{tenth} km"),
        Language::English => format!("{name}, {kilometres}.{tenth} km away"),
    }
}

/// `Phường Ba Đình, vị trí ghim nằm trong phường, xã này`
pub(crate) fn around_the_pin(name: &str) -> String {
    match language() {
        Language::Vietnamese => format!("{name}, vị trí ghim nằm trong phường, xã này"),
        Language::English => format!("{name}, the pin is in it"),
    }
}

/// `Ghim ở 21,0285; 105,8542.`
pub(crate) fn pin_at(lat: f64, lon: f64) -> String {
    match language() {
        Language::Vietnamese => format!("Ghim ở vĩ độ {lat:.4}, kinh độ {lon:.4}."),
        Language::English => format!("The pin is at latitude {lat:.4}, longitude {lon:.4}."),
    }
}
