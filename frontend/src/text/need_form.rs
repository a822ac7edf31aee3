//! Words of the form in which a retailer says what it looks for.

use super::{Text, text};

pub(crate) const WHAT: Text = text("Tìm gì", "What is looked for");
pub(crate) const NAME: Text = text("Tên nhu cầu", "In a line");
pub(crate) const NAME_HINT: Text =
    text("Một dòng, ví dụ: Miến dong, gói 500 g.", "For example: arrowroot noodles, packs of 500 g.");
pub(crate) const DESCRIPTION: Text = text("Mô tả thêm", "More about it");
pub(crate) const DESCRIPTION_HINT: Text = text(
    "Quy cách, chất lượng, cách giao nhận, bày bán ở đâu.",
    "Packs, quality, delivery, where it will be sold.",
);
pub(crate) const GROUPS: Text = text("Nhóm sản phẩm", "Product groups");
pub(crate) const GROUPS_HINT: Text = text(
    "Chọn một hoặc nhiều nhóm. Chủ thể tìm thấy nhu cầu qua nhóm.",
    "Choose one or more. Producers find the need by its groups.",
);
pub(crate) const MIN_STARS: Text = text("Hạng sao thấp nhất", "Fewest stars");
pub(crate) const ANY_STARS: Text = text("Không yêu cầu", "Does not matter");
pub(crate) const HOW_MUCH: Text = text("Bao nhiêu, khi nào, giá nào", "How much, when, at what price");
pub(crate) const EMPTY_RULE: Text =
    text("Để trống nếu không yêu cầu.", "Leave it empty if it does not matter.");
pub(crate) const UNIT: Text = text("Đơn vị của số lượng và giá", "Unit of quantity and price");
pub(crate) const NO_UNIT: Text = text("Chưa chọn", "None chosen");
pub(crate) const CEILING: Text =
    text("Giá cao nhất (đồng, mỗi đơn vị)", "Highest price (đồng, for one unit)");
pub(crate) const MONTHS: Text = text("Tháng cần hàng", "Months in which it is wanted");
pub(crate) const MONTHS_HINT: Text = text(
    "Tháng dương lịch. Không chọn tháng nào là tháng nào cũng được.",
    "None chosen means that any month will do.",
);
pub(crate) const WHERE: Text = text("Từ đâu", "Where it comes from");
pub(crate) const WHERE_WHY: Text = text(
    "Không chọn tỉnh nào là tỉnh nào cũng được. Có thể chọn theo tên hiện nay, tên trước 1/7/2025, hoặc cả hai.",
    "None chosen means anywhere. Names of today and of before 1 July 2025 can both be chosen.",
);
pub(crate) const PROVINCES: Text = text("Tỉnh, thành phố hiện nay", "Provinces of today");
pub(crate) const FORMER_PROVINCES: Text =
    text("Tỉnh, thành phố trước 1/7/2025", "Provinces before 1 July 2025");
pub(crate) const CHOOSE_PROVINCES: Text = text("Chọn tỉnh, thành phố hiện nay", "Choose provinces of today");
pub(crate) const CHOOSE_FORMER: Text = text("Chọn tỉnh, thành phố cũ", "Choose former provinces");
pub(crate) const CHOOSE_REQUIREMENTS: Text = text("Chọn yêu cầu", "Choose requirements");
pub(crate) const OF_PRODUCERS: Text = text("Yêu cầu với chủ thể", "Asked of producers");
pub(crate) const REQUIREMENTS: Text = text("Những điều cần có", "What is needed");
pub(crate) const REQUIREMENTS_HINT: Text = text(
    "Chọn ít thôi: mỗi yêu cầu thêm là ít chủ thể đáp ứng hơn.",
    "Choose few: with each fewer producers fit.",
);
pub(crate) const NUMBER_HINT: Text = text("Gõ con số bạn cần.", "Type the number you need.");
pub(crate) const WHO_AND_UNTIL: Text = text("Ai xem, đến khi nào", "Who reads it, and until when");
pub(crate) const DEADLINE_HINT: Text = text("Dạng ngày/tháng/năm, ví dụ 31/12/2026.", "As dd/mm/yyyy.");
pub(crate) const DEADLINE_PAST: Text =
    text("Ngày này đã qua. Hãy chọn hôm nay hoặc sau này.", "This day has passed. Choose today or later.");
pub(crate) const VISIBILITY: Text = text("Ai xem được khi đã đăng", "Who may read it once it is posted");
pub(crate) const CREATED: Text = text(
    "Đã lưu bản nháp. Chủ thể chưa thấy cho đến khi bạn đăng.",
    "The draft is saved. Producers do not see it until you post it.",
);
pub(crate) const CONFLICT: Text =
    text("Người khác vừa sửa nhu cầu này", "Somebody else has just changed this need");
