//! Words on and about the map.

use super::{Language, Text, language, text};
use crate::api::CoordPrecision;

pub(crate) const MAP: Text = text(
    "Bản đồ điểm bán. Phím mũi tên để di chuyển, dấu cộng và trừ để phóng to, thu nhỏ. Danh sách đầy đủ ở ngoài bản đồ.",
    "Map of sale points. Arrow keys move it, plus and minus zoom. The full list stands outside the map.",
);
pub(crate) const ZOOM_IN: Text = text("Phóng to", "Zoom in");
pub(crate) const ZOOM_OUT: Text = text("Thu nhỏ", "Zoom out");
pub(crate) const LAYERS: Text = text("Lớp và chú giải", "Layers and legend");
pub(crate) const LAYERS_SHOWN: Text = text("Lớp hiển thị", "Layers shown");
pub(crate) const WARDS: Text = text("Phường, xã hiện nay", "Wards and communes of today");
pub(crate) const DISTRICTS: Text = text("Quận, huyện trước 7/2025", "Districts until June 2025");
pub(crate) const PROVINCES: Text = text("Tỉnh, thành phố", "Provinces and cities");
pub(crate) const LEGEND: Text = text("Chú giải", "Legend");
pub(crate) const LEGEND_EXACT: Text =
    text("Điểm bán, biết đến số nhà hoặc tuyến phố", "Sale point, known to its house or street");
pub(crate) const LEGEND_ESTIMATED: Text =
    text("Điểm bán, vị trí ước theo phường, quận", "Sale point, place estimated from its ward or district");
pub(crate) const LEGEND_STOPPED: Text = text("Điểm đã dừng hoạt động", "Sale point that has stopped");
pub(crate) const LEGEND_CLUSTER: Text =
    text("Nhiều điểm gần nhau; số là số điểm", "Several points close together; the number counts them");
pub(crate) const LEGEND_HERE: Text = text("Vị trí của bạn", "Where you are");
pub(crate) const WHEEL: Text = text(
    "Nhấn vào bản đồ hoặc giữ Ctrl để phóng to bằng con lăn chuột.",
    "Click the map or hold Ctrl to zoom with the wheel.",
);
pub(crate) const SCHEMATIC: Text =
    text("Sơ đồ minh hoạ, không phải ranh giới pháp lý", "A diagram, not legal boundaries");
pub(crate) const LOADING_POINTS: Text = text("Đang tải điểm bán…", "Loading sale points…");
pub(crate) const POINTS_FAILED: Text =
    text("Chưa tải được điểm bán trong khung này.", "The sale points of this part could not be loaded.");
pub(crate) const LAYERS_FAILED: Text = text(
    "Chưa tải được nền bản đồ; các điểm bán vẫn đúng chỗ.",
    "The base map could not be loaded; the points are right.",
);
pub(crate) const MAP_FAILED: Text = text(
    "Trình duyệt không vẽ được bản đồ. Danh sách có đủ mọi điểm.",
    "The map could not be drawn. The list has every point.",
);
pub(crate) const DIRECTIONS: Text = text("Chỉ đường", "Directions");
pub(crate) const CLOSE: Text = text("Đóng", "Close");
pub(crate) const OTHER_SITE: Text = text("mở Google Maps", "opens Google Maps");
pub(crate) const PLACE: Text = text("Sơ đồ vị trí", "Sketch of the place");
pub(crate) const LAND_SOURCE: Text = text("Nền: Natural Earth", "Land: Natural Earth");

/// `12 điểm bán, phóng to`
pub(crate) fn cluster(count: i32, divides: bool) -> String {
    match (language(), divides) {
        (Language::Vietnamese, true) => format!("{count} điểm bán, phóng to"),
        (Language::Vietnamese, false) => format!("{count} điểm bán tại đây, xem danh sách"),
        (Language::English, true) => format!("{count} sale points, zoom in"),
        (Language::English, false) => format!("{count} sale points here, list them"),
    }
}

/// `12 điểm bán cùng một chỗ trên bản đồ`
pub(crate) fn crowd(count: i32) -> String {
    match language() {
        Language::Vietnamese => format!("{count} điểm bán cùng một chỗ trên bản đồ"),
        Language::English => format!("{count} sale points at one spot of the map"),
    }
}

/// `45 điểm bán trong khung nhìn`
pub(crate) fn in_view(count: i32) -> String {
    match (language(), count) {
        (Language::Vietnamese, 0) => "Không có điểm bán trong khung nhìn".to_owned(),
        (Language::Vietnamese, _) => format!("{count} điểm bán trong khung nhìn"),
        (Language::English, 0) => "No sale point in view".to_owned(),
        (Language::English, 1) => "1 sale point in view".to_owned(),
        (Language::English, _) => format!("{count} sale points in view"),
    }
}

/// How exactly a place is known; `None` when it is not known at all.
pub(crate) fn precision(precision: Option<CoordPrecision>) -> Text {
    let Some(precision) = precision else { return text("chưa rõ vị trí", "place not known") };
    match precision {
        CoordPrecision::Exact => text("vị trí đo tại chỗ", "place measured on the spot"),
        CoordPrecision::Address => text("vị trí theo số nhà", "place by house number"),
        CoordPrecision::Street => text("vị trí ước theo tuyến phố", "place estimated from the street"),
        CoordPrecision::Ward => text("vị trí ước theo phường, xã", "place estimated from the ward"),
        CoordPrecision::District => {
            text("vị trí ước theo quận, huyện cũ", "place estimated from the former district")
        }
        CoordPrecision::Province => text("chỉ biết tỉnh, thành phố", "only the province is known"),
    }
}

/// `850 m`, `1,2 km`, `12 km`
pub(crate) fn distance(metres: f64, language: Language) -> String {
    let tens = (metres / 10.0).round() * 10.0;
    if tens < 1_000.0 {
        return format!("{tens:.0} m");
    }
    let kilometres = metres / 1_000.0;
    if kilometres >= 9.95 {
        return format!("{kilometres:.0} km");
    }
    let written = format!("{kilometres:.1} km");
    match language {
        Language::Vietnamese => written.replace('.', ","),
        Language::English => written,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_as_exact_as_it_is_useful() {
        let words = |metres| distance(metres, Language::Vietnamese);

        assert_eq!(
            [0.0, 4.0, 846.0, 996.0, 1_240.0, 9_949.0, 9_960.0, 43_210.0].map(words),
            ["0 m", "0 m", "850 m", "1,0 km", "1,2 km", "9,9 km", "10 km", "43 km"]
        );
        assert_eq!(distance(1_240.0, Language::English), "1.2 km");
    }
}
