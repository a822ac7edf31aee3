//! The rules against the real units.

use std::sync::LazyLock;

use shared::{CoordPrecision, Era, WardBasis};

use super::{Gazetteer, Located, Place, era_of};
use crate::reference::{Files, Units, csv_file::Problems};

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let units = Units::read(&Files::embedded(), &mut Problems::default()).unwrap();
    Gazetteer::new(units.units, &units.successors)
});

fn row(province: &str, district: &str, ward: &str) -> Located {
    let given = |text: &'static str| (!text.is_empty()).then_some(text);
    let (district, ward) = (district.to_owned().leak(), ward.to_owned().leak());
    GAZETTEER.of_row(province, given(district), given(ward)).unwrap()
}

fn address(text: &str) -> Place {
    GAZETTEER.of_address(text, None, None).place
}

/// `ward basis district province former precision`, `-` for what is not known.
fn in_short(place: &Place) -> String {
    let code = |id: &Option<shared::AdminUnitId>| id.as_ref().map_or("-", |id| id.code()).to_owned();
    [
        code(&place.ward_id),
        place.ward_basis.map_or("-", WardBasis::as_str).to_owned(),
        code(&place.district_id),
        code(&place.province_id),
        code(&place.former_province_id),
        place.coord_precision.map_or("-", CoordPrecision::as_str).to_owned(),
    ]
    .join(" ")
}

#[test]
fn rows_of_former_units() {
    for (province, district, ward, expected) in [
        ("Hà Nội", "Ba Đình", "Vĩnh Phúc", "00008 successor 001 01 01 ward"),
        ("An Giang", "Tịnh Biên", "An Hảo", "30538 successor 890 91 89 ward"),
        ("Bà Rịa - Vũng Tàu", "Châu Đức", "Xà Bang", "26596 successor 750 79 77 ward"),
        // The town and the huyện of one name.
        ("Tiền Giang", "thị xã Cai Lậy", "", "- - 817 82 82 province"),
        ("Tiền Giang", "Cai Lậy", "", "- - 820 82 82 district"),
        // Spelled otherwise, grown, renamed.
        ("Đắk Lắk", "Krông Ana", "", "- - 655 66 66 district"),
        ("Tiền Giang", "thị xã Gò Công", "", "- - 816 82 82 district"),
        ("Gia Lai", "Đak Pơ", "", "- - 634 52 64 district"),
        ("Thừa Thiên Huế", "", "", "- - - 46 46 province"),
        ("Thành phố Hồ Chí Minh", "", "", "- - - 79 79 province"),
        // A ward of today beside an old district.
        ("Quảng Ngãi", "Lý Sơn", "đặc khu Lý Sơn", "21548 named 536 51 51 ward"),
        // No district told: only one ward can be meant.
        ("Bắc Kạn", "", "Nông Thượng", "01843 successor 058 19 06 ward"),
        ("Quảng Ngãi", "", "phường Cẩm Thành", "21025 named - 51 51 ward"),
    ] {
        let located = row(province, district, ward);

        assert_eq!(in_short(&located.place), expected, "{province}, {district}, {ward}");
        assert!(located.open.is_empty(), "{:?}", located.open);
    }
}

#[test]
fn what_the_words_do_not_settle_stays_open() {
    for (province, district, ward, expected, open) in [
        // Merged into the city of Thanh Hóa before the reform.
        ("Thanh Hóa", "Đông Sơn", "", "- - - 38 38 province", "no district \"Đông Sơn\" in Tỉnh Thanh Hóa"),
        // A commune that had been merged before the reform.
        ("Hà Nội", "Gia Lâm", "Kim Lan", "- - 018 01 01 district", "no ward \"Kim Lan\" in Huyện Gia Lâm"),
        // Written marks must agree: Xã Tam Dân is another commune than Tam Đán.
        (
            "Quảng Nam",
            "Phú Ninh",
            "Tam Đán",
            "- - 518 48 49 district",
            "no ward \"Tam Đán\" in Huyện Phú Ninh",
        ),
        // The commune of today lies where Thái Bình was.
        ("Hưng Yên", "", "Nam Cường", "- - - 33 33 province", "no ward \"Nam Cường\" in Tỉnh Hưng Yên"),
    ] {
        let located = row(province, district, ward);

        assert_eq!(in_short(&located.place), expected, "{province}, {district}, {ward}");
        assert_eq!(located.open, [open]);
    }
    assert_eq!(GAZETTEER.of_row("Nam Kỳ", None, None), None);
}

#[test]
fn addresses() {
    for (text, expected) in [
        ("phường Vĩnh Phúc, quận Ba Đình, Hà Nội", "00008 successor 001 01 01 ward"),
        ("số 2 Trịnh Công Sơn, phường Nhật Tân, quận Tây Hồ, Hà Nội", "00103 main_successor 003 01 01 ward"),
        ("183 phố Ngô Gia Tự, quận Long Biên, Hà Nội", "- - 004 01 01 district"),
        ("Trung tâm Văn hóa - Thông tin và Thể thao quận Tây Hồ, Hà Nội", "- - 003 01 01 district"),
        // A town is no commune, though there is a ward of its name today.
        ("làng cổ Đường Lâm, thị xã Sơn Tây, Hà Nội", "- - 269 01 01 district"),
        // The commune had been merged before the reform; Trạch Xá is a village and no type of unit.
        ("thôn Trạch Xá, xã Hòa Lâm, huyện Ứng Hòa, Hà Nội", "- - 281 01 01 district"),
        // A ward of today, though an old one had the same name.
        ("xã Quốc Oai, Hà Nội", "09895 named - 01 01 ward"),
        ("phường Vũng Tàu, Thành phố Hồ Chí Minh", "26506 named - 79 77 ward"),
        ("phường Hạ Long, Quảng Ninh", "06688 named - 22 22 province"),
        ("sân vận động Phú Thọ, quận 11, Thành phố Hồ Chí Minh", "- - 772 79 79 district"),
        ("Hà Nội", "- - - 01 01 province"),
        ("Hà Nội, Việt Nam", "- - - 01 01 province"),
        // Cần Thơ of today is three former provinces.
        ("Trung tâm thương mại GO! Cần Thơ, Cần Thơ", "- - - 92 - province"),
        // Two places are none.
        ("huyện Thanh Oai và huyện Thường Tín, Hà Nội", "- - - 01 01 province"),
        ("Khu đô thị Park City và Chợ đầu mối Nam Hà Nội", "- - - - - -"),
        ("", "- - - - - -"),
    ] {
        assert_eq!(in_short(&address(text)), expected, "{text}");
    }
}

#[test]
fn a_district_told_beside_an_address_is_kept_with_the_ward_of_today() {
    let located = GAZETTEER.of_address("xã Mê Linh, Hà Nội", Some("Mê Linh"), None);

    assert_eq!(in_short(&located.place), "09022 named 250 01 01 ward");
}

#[test]
fn an_address_before_the_reform_means_the_former_province() {
    let written = era_of("2022-06-22".parse().unwrap());
    let located = GAZETTEER.of_address("Trung tâm thương mại GO! Cần Thơ, Cần Thơ", None, written);

    assert_eq!(in_short(&located.place), "- - - 92 92 province");
    assert_eq!(era_of("2025".parse().unwrap()), None);
    assert_eq!(era_of("2025-07-01".parse().unwrap()), Some(Era::Current));
}
