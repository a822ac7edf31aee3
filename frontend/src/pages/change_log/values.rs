//! Values of the log in words. The log has them as the tables do; what has no words here is shown as it is written.

use serde::de::DeserializeOwned;
use serde_json::Value;
use shared::{Dong, PartialDate, Quantity};

use super::names::{List, Names};
use crate::api::{
    CapKind, CoordPrecision, DataRequestKind, DataRequestStatus, EventKind, EventStatus, FactKind,
    IntroductionStatus, LegalForm, MailChoice, MeetingOutcome, MeetingStatus, MemberRole, NeedStatus,
    NeedVisibility, ParticipantStatus, RoundRuleKind, SalePointKind, SalePointStatus, StaffRole, TradeParty,
    VerificationKind, WardBasis,
};
use crate::text::{
    Text, change_log as words, introductions, kinds, language, logged_fields, map, needs, notifications,
    round_plan, rounds, supply, t, words as counts,
};

/// How a value of a field reads.
pub(super) fn shown(field: &str, value: &Value, names: &Names) -> String {
    match value {
        Value::Null => t(words::NONE).to_owned(),
        Value::Bool(yes) => t(if *yes { supply::YES } else { supply::NO }).to_owned(),
        Value::Number(_) => number(field, value).unwrap_or_else(|| value.to_string()),
        Value::String(text) => self::text(field, text, names),
        Value::Array(items) if items.is_empty() => t(words::NONE).to_owned(),
        Value::Array(items) => list(field, items, names),
        Value::Object(parts) if field == "problem" => {
            let said = parts.get(language().code()).and_then(Value::as_str);
            said.unwrap_or_default().to_owned()
        }
        Value::Object(parts) => {
            let mut known: Vec<_> = parts.iter().filter(|(_, part)| !part.is_null()).collect();
            known.sort_by_key(|(field, _)| logged_fields::place(field));
            let told = known.into_iter().map(|(field, part)| {
                format!("{}: {}", logged_fields::field(field), shown(field, part, names))
            });
            told.collect::<Vec<_>>().join(", ")
        }
    }
}

/// What a field became. Two lists of three photos read alike, and are not.
pub(super) fn became(field: &str, was: &Value, is: &Value, names: &Names) -> (String, String) {
    let (was, is) = (shown(field, was, names), shown(field, is, names));
    let is = if was == is { words::another(&is) } else { is };
    (was, is)
}

fn number(field: &str, value: &Value) -> Option<String> {
    if matches!(field, "lat" | "lon") {
        return Some(words::exact(value.as_f64()?));
    }
    if let Some(whole) = value.as_i64() {
        return match field {
            "months" => Some(months(whole)),
            "from_minute" | "to_minute" => u16::try_from(whole).ok().map(shared::events::hours::clock_time),
            // The log counts them from 0.
            "slot" => Some(counts::number(whole + 1, language())),
            "objective" | "bound" => Some(round_plan::points(i32::try_from(whole).ok()?)),
            "retail_price" | "wholesale_price" | "price_ceiling" => Some(Dong::new(whole).ok()?.shown()),
            _ => Some(counts::number(whole, language())),
        };
    }
    let thousandths = (value.as_f64()? * 1_000.0).round();
    Some(Quantity::from_thousandths(thousandths as i64).ok()?.shown())
}

fn months(bits: i64) -> String {
    let months = i32::try_from(bits).map(shared::months::of_bits).unwrap_or_default();
    if months.len() == 12 {
        return t(needs::ALL_YEAR).to_owned();
    }
    needs::in_months(&months.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
}

fn list(field: &str, items: &[Value], names: &Names) -> String {
    let count = i32::try_from(items.len()).unwrap_or(i32::MAX);
    match field {
        "photos" => return words::photos(count),
        "products" => return counts::count(count, counts::Counted::Products, language()),
        _ => {}
    }
    let items = items.iter().map(|item| match item {
        // A requirement with the number that is asked for, if one is.
        Value::Array(parts) => {
            let parts = parts.iter().filter(|part| !part.is_null());
            parts.map(|part| shown(field, part, names)).collect::<Vec<_>>().join(" ")
        }
        item => shown(field, item, names),
    });
    items.collect::<Vec<_>>().join("; ")
}

fn text(field: &str, text: &str, names: &Names) -> String {
    let of_list = |list| names.find(list, text).map(str::to_owned);
    let known = match field {
        "group_code" | "groups" => of_list(List::Groups),
        "unit" | "net_unit" | "pack_unit" => of_list(List::Units),
        "requirement" | "requirements" => of_list(List::Requirements),
        "certificate" | "star_decision" => of_list(List::Entered),
        "ward_id" | "district_id" | "province_id" | "former_province_id" | "provinces" | "units" => {
            of_list(List::Places)
        }
        "kind" => of_list(List::Papers).or_else(|| Some(t(kind(text)?).to_owned())),
        "file" => Some(t(words::FILE).to_owned()),
        "issued_on" | "signed_on" | "stars_signed_on" | "status_as_of" | "published_on" | "opened_on"
        | "stopped_on" => text.parse::<PartialDate>().ok().map(PartialDate::in_words),
        _ => of_closed_list(field, text).map(|words| t(words).to_owned()),
    };
    known.or_else(|| in_time(text)).unwrap_or_else(|| if is_id(text) { tail(text) } else { text.to_owned() })
}

/// Words for a value of a closed list.
fn of_closed_list(field: &str, text: &str) -> Option<Text> {
    Some(match field {
        "legal_form" => kinds::legal_form(Some(read::<LegalForm>(text)?)),
        "ward_basis" => kinds::ward_basis(read::<WardBasis>(text)?),
        "coord_precision" => map::precision(Some(read::<CoordPrecision>(text)?)),
        "role" => kinds::member_role(read::<MemberRole>(text)?),
        "staff_role" => kinds::staff_role(Some(read::<StaffRole>(text)?)),
        "visibility" => needs::visibility(read::<NeedVisibility>(text)?),
        "facts" => supply::fact(read::<FactKind>(text)?),
        "vat_invoice" => match text {
            "yes" => supply::YES,
            "no" => supply::NO,
            "on_request" => supply::ON_REQUEST,
            _ => return None,
        },
        "purpose" if text == "public_contact" => crate::text::organisation::PUBLIC_CONTACT,
        "proposed_by" | "drafted_by" | "party" | "side" | "recorded_by" => {
            introductions::party(read::<TradeParty>(text)?)
        }
        "mail_choice" => notifications::mail_choice(read::<MailChoice>(text)?),
        "status" => status(text)?,
        "event_status" => kinds::event_status(read::<EventStatus>(text)?),
        "event_kind" => kinds::event_kind(read::<EventKind>(text)?),
        "participant_status" => kinds::participant_status(read::<ParticipantStatus>(text)?),
        "meeting_status" => kinds::meeting_status(read::<MeetingStatus>(text)?),
        "outcome" => kinds::meeting_outcome(read::<MeetingOutcome>(text)?),
        _ => return None,
    })
}

/// Things of several kinds have a status; no word means one thing here and another there.
fn status(text: &str) -> Option<Text> {
    let of_need = read::<NeedStatus>(text).map(needs::status);
    let of_point = || Some(kinds::sale_point_status(Some(read::<SalePointStatus>(text)?)));
    let of_request = || Some(kinds::data_request_status(read::<DataRequestStatus>(text)?));
    let of_introduction = || Some(introductions::status(read::<IntroductionStatus>(text)?));
    of_need.or_else(of_point).or_else(of_request).or_else(of_introduction)
}

/// So it is with kinds.
fn kind(text: &str) -> Option<Text> {
    let of_point = read::<SalePointKind>(text).map(kinds::sale_point_kind);
    let of_verification = || Some(kinds::verification_kind(read::<VerificationKind>(text)?));
    let of_request = || Some(kinds::data_request_kind(read::<DataRequestKind>(text)?));
    let of_rule = || Some(rounds::rule(read::<RoundRuleKind>(text)?));
    let of_cap = || Some(rounds::cap_kind(read::<CapKind>(text)?));
    of_point.or_else(of_verification).or_else(of_request).or_else(of_rule).or_else(of_cap)
}

/// The log has the names of the tables, which are those of the API in small letters.
fn read<Kind: DeserializeOwned>(text: &str) -> Option<Kind> {
    serde_json::from_value(Value::String(text.to_uppercase())).ok()
}

/// A day or an instant as people here write it.
fn in_time(text: &str) -> Option<String> {
    if let Ok(day) = text.parse::<chrono::NaiveDate>() {
        return Some(counts::date(day));
    }
    text.parse::<chrono::DateTime<chrono::Utc>>().ok().map(counts::instant)
}

fn is_id(text: &str) -> bool {
    text.parse::<shared::AccountId>().is_ok()
}

/// The end of an id, enough to tell one from another.
fn tail(id: &str) -> String {
    let letters = id.chars().count();
    format!("…{}", id.chars().skip(letters.saturating_sub(8)).collect::<String>())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read_all<const COUNT: usize>(values: [(&str, Value); COUNT]) -> [String; COUNT] {
        let mut names = Names::default();
        names.put(List::Groups, "I.5.a", "Chè".to_owned());
        names.put(List::Requirements, "max_price", "Giá".to_owned());
        values.map(|(field, value)| shown(field, &value, &names))
    }

    #[test]
    fn plain_values_read_as_people_write_them() {
        let shown = read_all([
            ("x", Value::Null),
            ("is_producer", json!(true)),
            ("retail_price", json!(1_250_000)),
            ("quantity_per_month", json!(1500.5)),
            ("deadline", json!("2026-12-31")),
            ("issued_on", json!("2026-05")),
            ("verified_at", json!("2026-11-25T17:05:00Z")),
            ("number", json!("2026-05")),
            ("lat", json!(20.976_912)),
        ]);

        assert_eq!(
            shown,
            [
                "chưa có",
                "Có",
                "1.250.000\u{a0}₫",
                "1.500,5",
                "31/12/2026",
                "05/2026",
                "26/11/2026 00:05",
                "2026-05",
                "20,976912",
            ]
        );
    }

    #[test]
    fn values_of_lists_have_their_names() {
        let shown = read_all([
            ("legal_form", json!("cooperative")),
            ("status", json!("open")),
            ("status", json!("under_survey")),
            ("status", json!("waits_for_producer")),
            ("proposed_by", json!("retailer")),
            ("kind", json!("registration")),
            ("facts", json!(["minimum_order", "months"])),
            ("months", json!(0xfff)),
            ("months", json!(3)),
            ("group_code", json!("I.5.a")),
            ("groups", json!(["I.5.a", "II"])),
            ("requirements", json!([["max_price", 12.5], ["cold_chain", null]])),
            ("products", json!(["a", "b"])),
        ]);

        assert_eq!(
            shown,
            [
                "Hợp tác xã",
                "Đang tìm",
                "Đang khảo sát",
                "Chờ chủ thể",
                "Nhà bán lẻ",
                "Đăng ký mới",
                "Đặt ít nhất; Tháng có hàng",
                "Quanh năm",
                "tháng 1, 2",
                "Chè",
                "Chè; II",
                "Giá 12,5; cold_chain",
                "2 sản phẩm",
            ]
        );
    }

    #[test]
    fn what_is_logged_of_events_has_its_words() {
        let shown = read_all([
            ("event_status", json!("open")),
            ("event_kind", json!("trade_conference")),
            ("participant_status", json!("waiting")),
            ("side", json!("producer")),
            ("outcome", json!("not_suitable")),
            ("slot", json!(0)),
            ("from_minute", json!(510)),
        ]);

        assert_eq!(
            shown,
            [
                "Đang nhận đăng ký",
                "Hội nghị kết nối giao thương",
                "Danh sách chờ",
                "Chủ thể",
                "Chưa phù hợp",
                "1",
                "08:30",
            ]
        );
    }

    #[test]
    fn packs_are_read_part_by_part() {
        let packs = json!([{ "name": "Hộp", "gtin": null, "retail_price": 90_000 }]);

        assert_eq!(read_all([("variants", packs)]), ["Tên: Hộp, Giá bán lẻ: 90.000\u{a0}₫"]);
    }

    #[test]
    fn what_reads_alike_is_told_apart() {
        let two = became("photos", &json!(["a"]), &json!(["b"]), &Names::default());

        assert_eq!(two, ("1 ảnh".to_owned(), "1 ảnh (khác)".to_owned()));
    }

    #[test]
    fn an_id_is_shown_by_its_end() {
        let id = json!("01900000-0000-7000-8000-0000deadbeef");

        assert_eq!(read_all([("operator_id", id)]), ["…deadbeef"]);
    }
}
