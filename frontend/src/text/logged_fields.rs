//! Words for the fields in the log of changes, in the order in which they are told. A field without words is shown as
//! it is written.

use super::{Text, needs, organisation, own_products, staff, supply, t, text};

/// What a field of the log is called.
pub(crate) fn field(name: &str) -> String {
    let known = FIELDS.iter().find(|(field, _)| *field == name);
    known.map_or_else(|| name.to_owned(), |(_, words)| t(*words).to_owned())
}

/// The place of a field among others; those without words come last.
pub(crate) fn place(name: &str) -> usize {
    FIELDS.iter().position(|(field, _)| *field == name).unwrap_or(FIELDS.len())
}

const FIELDS: [(&str, Text); 104] = [
    ("name", text("Tên", "Name")),
    ("kind", text("Loại", "Kind")),
    ("status", text("Tình trạng", "Status")),
    // Organisations.
    ("legal_form", organisation::LEGAL_FORM),
    ("is_producer", text("Là chủ thể OCOP", "Makes OCOP products")),
    ("is_retailer", text("Là nơi bán", "Sells")),
    ("tax_code", organisation::TAX_CODE),
    ("verified_at", text("Xác minh lúc", "Verified")),
    ("email", organisation::CONTACT_EMAIL),
    ("account", text("Tài khoản", "Account")),
    ("role", text("Vai trò", "Role")),
    ("purpose", text("Đồng ý về", "Consent to")),
    ("text_version", text("Bản của văn bản", "Version of the text")),
    ("contact_phone", text("Liên hệ cho cán bộ: điện thoại", "Contact for staff: telephone")),
    ("contact_email", text("Liên hệ cho cán bộ: thư điện tử", "Contact for staff: mail address")),
    ("contact_website", text("Liên hệ cho cán bộ: trang web", "Contact for staff: website")),
    ("public_phone", text("Liên hệ công khai: điện thoại", "Public contact: telephone")),
    ("public_email", text("Liên hệ công khai: thư điện tử", "Public contact: mail address")),
    ("public_website", text("Liên hệ công khai: trang web", "Public contact: website")),
    // Places.
    ("address", organisation::ADDRESS),
    ("ward_id", organisation::WARD),
    ("ward_basis", text("Biết phường, xã nhờ đâu", "How the ward is known")),
    ("district_id", organisation::FORMER_DISTRICT),
    ("province_id", organisation::PROVINCE),
    ("former_province_id", text("Tỉnh, thành phố trước 7/2025", "Province before July 2025")),
    ("lat", text("Vĩ độ", "Latitude")),
    ("lon", text("Kinh độ", "Longitude")),
    ("coord_precision", text("Độ chính xác của vị trí", "How exact the place is")),
    ("coord_source", text("Nguồn của vị trí", "Source of the place")),
    ("location_type", text("Địa điểm", "Where it is")),
    // Products.
    ("producer_id", text("Mã chủ thể", "Id of the producer")),
    ("group_code", text("Nhóm sản phẩm", "Product group")),
    ("description", supply::DESCRIPTION),
    ("months", text("Các tháng", "Months")),
    ("unit", text("Đơn vị tính", "Unit")),
    ("capacity_per_month", supply::CAPACITY),
    ("minimum_order", supply::MINIMUM_ORDER),
    ("lead_time_days", supply::LEAD_TIME),
    ("shelf_life_days", supply::SHELF_LIFE),
    ("storage", supply::STORAGE),
    ("delivery_area", supply::DELIVERY_AREA),
    ("delivers_to_hanoi", supply::DELIVERS_TO_HANOI),
    ("credit_days", supply::CREDIT_DAYS),
    ("accepts_consignment", supply::CONSIGNMENT),
    ("vat_invoice", supply::VAT_INVOICE),
    ("traceability_url", supply::TRACEABILITY),
    ("variants", supply::PACKS),
    ("gtin", supply::GTIN),
    ("net_content", text("Trong một gói", "In one pack")),
    ("net_unit", supply::NET_UNIT),
    ("pack_unit", text("Kiểu gói", "Kind of pack")),
    ("retail_price", text("Giá bán lẻ", "Retail price")),
    ("wholesale_price", text("Giá bán buôn", "Wholesale price")),
    ("photos", own_products::PHOTOS),
    ("facts", text("Thông tin", "Facts")),
    ("requirement", text("Bên mua hỏi", "Buyers ask")),
    ("yes", own_products::ANSWER),
    // Papers.
    ("certificate", text("Giấy số", "Paper")),
    ("star_decision", text("Quyết định số", "Decision")),
    ("stars", text("Hạng sao", "Stars")),
    ("potential_five_star", text("Tiềm năng 5 sao", "Potential five-star")),
    ("score", own_products::DECISION_SCORE),
    ("number", text("Số", "Number")),
    ("issuer", text("Nơi cấp", "Issued by")),
    ("issued_on", own_products::ISSUED_ON),
    ("signed_on", own_products::SIGNED_ON),
    ("stars_signed_on", own_products::SIGNED_ON),
    ("valid_until", own_products::VALID_UNTIL),
    ("file", own_products::SCAN),
    ("reason", staff::REASON),
    // Needs.
    ("groups", text("Nhóm sản phẩm", "Product groups")),
    ("min_stars", text("Hạng sao thấp nhất", "Fewest stars")),
    ("quantity_per_month", needs::QUANTITY),
    ("price_ceiling", needs::CEILING),
    ("provinces", needs::PROVINCES),
    ("requirements", text("Yêu cầu với chủ thể", "Asked of producers")),
    ("deadline", needs::DEADLINE),
    ("visibility", needs::WHO_READS),
    // Introductions.
    ("need", text("Mã nhu cầu", "Id of the need")),
    ("product", text("Mã sản phẩm", "Id of the product")),
    ("retailer", text("Mã nhà bán lẻ", "Id of the retailer")),
    ("producer", text("Mã chủ thể", "Id of the producer")),
    ("proposed_by", text("Bên đề nghị", "Proposed by")),
    ("answer_by", text("Hạn trả lời", "Answer by")),
    // Webhooks.
    ("note", text("Ghi chú", "Note")),
    ("host", text("Máy nhận", "Host")),
    ("kinds", text("Báo về việc gì", "Told of")),
    ("webhook", text("Mã webhook", "Id of the webhook")),
    ("delivery", text("Mã tin gửi", "Id of the delivery")),
    // Sale points.
    ("operator_name", text("Đơn vị vận hành", "Operator")),
    ("operator_id", text("Mã đơn vị vận hành", "Id of the operator")),
    ("status_as_of", text("Tình trạng tính đến", "Status as of")),
    ("published_on", text("Ngày công bố", "Published on")),
    ("opened_on", text("Ngày khai trương", "Opened on")),
    ("stopped_on", text("Ngày dừng", "Stopped on")),
    ("replaced_by", text("Điểm thay thế", "Replaced by")),
    ("publicly_known", text("Có trong nguồn công khai", "In public sources")),
    ("products", text("Sản phẩm", "Products")),
    // Accounts.
    ("phone", organisation::CONTACT_PHONE),
    ("staff_role", staff::ROLE),
    ("mail_choice", text("Cách nhận thư", "How mails are sent")),
    ("units", staff::UNITS),
    ("due_on", text("Hạn trả lời", "Due")),
    ("sources", text("Nguồn", "Sources")),
];
