//! Why, in words: what a need asks and what is known of the product, in a sentence of both languages. They stand here and
//! not on the page, because mails and other programs say them too.

use chrono::NaiveDate;
use shared::{GateState, PartialDate, Quantity, ScorePartKind, limits::REST_DAYS, months};

use crate::{
    demand::{Demand, Gate, Requirement},
    gates::{Rests, Verdict},
    scoring::{Parts, Standing, WHOLE},
    supply::Supply,
};

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

impl Said {
    pub(crate) fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { vi: vi.into(), en: en.into() }
    }

    fn and(self, other: Self) -> Self {
        Self { vi: format!("{}; {}", self.vi, other.vi), en: format!("{}; {}", self.en, other.en) }
    }
}

/// A number, with the signs that each language has.
fn shown(number: Quantity) -> Said {
    Said::new(number.shown(), number.shown_in_english())
}

fn day(day: NaiveDate) -> String {
    PartialDate::Day(day).in_words()
}

fn month_list(bits: u16) -> String {
    if i32::from(bits) == months::WHOLE_YEAR {
        return "1–12".to_owned();
    }
    months::of_bits(i32::from(bits)).iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

impl Gate<'_> {
    /// What the need asks.
    pub fn asks(&self, demand: &Demand) -> Said {
        match self {
            Self::Group => Said::new("Đúng nhóm sản phẩm cần tìm", "The kind of goods looked for"),
            Self::Stars(least) => Said::new(format!("Cần từ {least} sao"), format!("{least} stars or more")),
            Self::Months(wanted) => {
                let list = month_list(*wanted);
                Said::new(format!("Cần hàng tháng {list}"), format!("Wanted in months {list}"))
            }
            Self::Capacity { amount, least } => {
                let measure = &amount.measure;
                let all = shown(amount.quantity);
                let asked = Said::new(
                    format!("Cần {} {} mỗi tháng", all.vi, measure.name_vi),
                    format!("{} {} a month wanted", all.en, measure.name_en),
                );
                if *least == amount.quantity {
                    return asked;
                }
                let part = shown(*least);
                asked.and(Said::new(
                    format!("nhận từ {} {}", part.vi, measure.name_vi),
                    format!("{} {} are enough", part.en, measure.name_en),
                ))
            }
            Self::Price(ceiling, measure) => Said::new(
                format!("Trả tối đa {} mỗi {}", ceiling.shown(), measure.name_vi),
                format!("At most {} for one {}", ceiling.shown_in_english(), measure.name_en),
            ),
            Self::VatInvoice => Said::new("Cần hóa đơn GTGT", "A VAT invoice is asked for"),
            Self::Paper(requirement) => named(requirement),
            Self::Barcode => Said::new("Mọi quy cách cần có mã vạch", "A barcode on every pack"),
            Self::ShelfLife(least) => days("Hạn sử dụng từ", "Keeps at least", *least),
            Self::LeadTime(most) => days("Giao hàng trong", "Delivered within", *most),
            Self::Credit(least) => days("Công nợ từ", "To be paid after at least", *least),
            Self::Consignment => Said::new("Cần nhận ký gửi", "Consignment is asked for"),
            Self::Delivery => Said::new("Cần giao đến Hà Nội", "Delivery to Hanoi is asked for"),
            Self::Origin => {
                let count = demand.provinces.len();
                Said::new(
                    format!("Từ {count} tỉnh, thành mà nhu cầu nêu"),
                    format!("From the {count} provinces the need names"),
                )
            }
            Self::Requirement(requirement, number) => {
                let asked = named(requirement);
                let Some(number) = number else { return asked };
                let number = shown(*number);
                Said::new(
                    format!("{}: từ {}", asked.vi, number.vi),
                    format!("{}: {} or more", asked.en, number.en),
                )
            }
            Self::Refusal => Said::new(
                format!("Chưa từng từ chối nhau trong {REST_DAYS} ngày"),
                format!("Neither has refused the other within {REST_DAYS} days"),
            ),
        }
    }

    /// What the need asks and what is known.
    pub fn says(&self, demand: &Demand, verdict: &Verdict) -> Said {
        let asks = self.asks(demand);
        match self.known(verdict) {
            Some(known) => asks.and(known),
            None => asks,
        }
    }

    fn known(&self, verdict: &Verdict) -> Option<Said> {
        let is_met = verdict.state == GateState::Met;
        Some(match (self, verdict.rests) {
            (Self::Group, Rests::WiderGroup) => Said::new(
                "sản phẩm mới được xếp vào nhóm lớn",
                "only the wider group of the product is known",
            ),
            (Self::Refusal, Rests::Plain) => return None,
            (_, Rests::Refused(on)) => {
                Said::new(format!("đã từ chối ngày {}", day(on)), format!("refused on {}", day(on)))
            }
            (Self::Stars(_), Rests::Nothing) => {
                Said::new("chưa có hạng sao còn hiệu lực", "it has no star that holds")
            }
            (_, Rests::Nothing) => Said::new("chưa rõ", "not known"),
            (_, Rests::Plain) if is_met => Said::new("đạt", "met"),
            (_, Rests::Plain) => Said::new("chưa đạt", "not met"),
            (_, Rests::WiderGroup) => return None,
            (_, Rests::Stars(stars, until, is_certain)) => star_known(stars, until, is_certain),
            (_, Rests::Months(bits)) => {
                let list = month_list(bits);
                Said::new(format!("có hàng tháng {list}"), format!("to be had in months {list}"))
            }
            (Self::Capacity { amount, .. }, Rests::Amount(can)) => {
                let (can, measure) = (shown(can), &amount.measure);
                Said::new(
                    format!("cung ứng {} {} mỗi tháng", can.vi, measure.name_vi),
                    format!("{} {} a month can be delivered", can.en, measure.name_en),
                )
            }
            (Self::Capacity { amount, .. }, Rests::LeastOrder(order)) => {
                let (order, measure) = (shown(order), &amount.measure);
                Said::new(
                    format!("đơn tối thiểu {} {}", order.vi, measure.name_vi),
                    format!("the least order is {} {}", order.en, measure.name_en),
                )
            }
            (Self::Price(_, measure), Rests::Price(lowest)) => Said::new(
                format!("giá bán buôn {} mỗi {}", lowest.shown(), measure.name_vi),
                format!("wholesale price {} for one {}", lowest.shown_in_english(), measure.name_en),
            ),
            (_, Rests::OtherUnit) => Said::new(
                "đơn vị tính khác, chưa so sánh được vì thiếu khối lượng tịnh",
                "stated in another unit, not comparable without the net content",
            ),
            (_, Rests::RetailOnly) => Said::new("mới có giá bán lẻ", "only the retail price is known"),
            (_, Rests::OnRequest) => Said::new("xuất khi có yêu cầu", "issued on request"),
            (Self::ShelfLife(_) | Self::LeadTime(_) | Self::Credit(_), Rests::Number(number)) => {
                let number = shown(number);
                Said::new(format!("{} ngày", number.vi), format!("{} days", number.en))
            }
            (_, Rests::Number(number)) => shown(number),
            (_, Rests::Paper(until, counts)) => paper_known(until, counts),
            (_, Rests::Barcodes(coded, all)) => Said::new(
                format!("{coded}/{all} quy cách có mã vạch"),
                format!("{coded} of {all} packs have one"),
            ),
            (_, Rests::Amount(number) | Rests::LeastOrder(number)) => shown(number),
            (_, Rests::Price(price)) => Said::new(price.shown(), price.shown_in_english()),
        })
    }

    /// What the producer can do about it; nothing where it is met or is what it is.
    pub fn mends(&self, verdict: &Verdict) -> Option<Said> {
        if verdict.state == GateState::Met {
            return None;
        }
        Some(match (self, verdict.rests) {
            (_, Rests::OtherUnit) => {
                Said::new("Ghi khối lượng tịnh của quy cách", "State the net content of the pack")
            }
            (_, Rests::Paper(_, false)) => {
                Said::new("Chờ cán bộ xác nhận giấy tờ", "Staff have to confirm the paper")
            }
            (Self::Stars(_), Rests::Stars(_, _, false)) => {
                Said::new("Nhập số và ngày ký quyết định công nhận", "Enter number and day of the decision")
            }
            _ => self.helps()?,
        })
    }

    /// What would open this gate, for whoever it keeps out.
    pub fn helps(&self) -> Option<Said> {
        Some(match self {
            Self::Group | Self::Origin | Self::Refusal => return None,
            Self::Stars(least) => Said::new(
                format!("Có hạng {least} sao còn hiệu lực"),
                format!("A rating of {least} stars that holds"),
            ),
            Self::Months(_) => Said::new("Ghi các tháng có hàng", "State the months in which it can be had"),
            Self::Capacity { .. } => {
                Said::new("Ghi sản lượng mỗi tháng đủ cho nhu cầu", "State a capacity that is enough")
            }
            Self::Price(..) => {
                Said::new("Ghi giá bán buôn trong mức trả", "State a wholesale price within the ceiling")
            }
            Self::VatInvoice => Said::new("Xuất được hóa đơn GTGT", "Issue VAT invoices"),
            Self::Paper(requirement) => Said::new(
                format!("Bổ sung: {}", requirement.name_vi),
                format!("Add: {}", requirement.name_en),
            ),
            Self::Barcode => Said::new("Có mã vạch cho mọi quy cách", "A barcode for every pack"),
            Self::ShelfLife(_) => {
                Said::new("Ghi hạn sử dụng đủ dài", "State a shelf life that is long enough")
            }
            Self::LeadTime(_) => {
                Said::new("Ghi thời gian giao đủ nhanh", "State a lead time that is short enough")
            }
            Self::Credit(_) => Said::new("Chấp nhận công nợ", "Accept a time to pay"),
            Self::Consignment => Said::new("Nhận ký gửi", "Accept consignment"),
            Self::Delivery => Said::new("Giao hàng đến Hà Nội", "Deliver to Hanoi"),
            Self::Requirement(requirement, _) => Said::new(
                format!("Đáp ứng: {}", requirement.name_vi),
                format!("Meet: {}", requirement.name_en),
            ),
        })
    }
}

fn named(requirement: &Requirement) -> Said {
    Said::new(&requirement.name_vi, &requirement.name_en)
}

fn days(vi: &str, en: &str, number: Option<i64>) -> Said {
    match number {
        Some(number) => Said::new(format!("{vi} {number} ngày"), format!("{en} {number} days")),
        None => Said::new(format!("{vi} (không nêu số) ngày"), format!("{en} (no number named) days")),
    }
}

fn star_known(stars: u8, until: Option<NaiveDate>, is_certain: bool) -> Said {
    match (until, is_certain) {
        (Some(until), true) => Said::new(
            format!("có {stars} sao đến {}", day(until)),
            format!("it has {stars} stars until {}", day(until)),
        ),
        (None, true) => Said::new(format!("có {stars} sao"), format!("it has {stars} stars")),
        (_, false) => Said::new(
            format!("có {stars} sao nhưng chưa rõ còn hạn"),
            format!("it had {stars} stars, and whether they still hold is not known"),
        ),
    }
}

fn paper_known(until: Option<NaiveDate>, counts: bool) -> Said {
    let there = match until {
        Some(until) => Said::new(format!("có, đến {}", day(until)), format!("there, until {}", day(until))),
        None => Said::new("có", "there"),
    };
    if counts { there } else { there.and(Said::new("chờ xác nhận", "not confirmed yet")) }
}

/// Why a part of a score is what it is.
pub fn part(
    kind: ScorePartKind,
    parts: &Parts,
    demand: &Demand,
    supply: &Supply,
    standing: Standing,
) -> Said {
    let at = ScorePartKind::ALL.iter().position(|other| *other == kind).unwrap_or(0);
    let percent = parts[at] / (WHOLE / 100);
    match kind {
        ScorePartKind::Relevance => {
            let shared = crate::words::shared_by(&demand.words, &supply.words);
            let all = demand.words.len();
            Said::new(
                format!("Khớp {shared}/{all} từ và nhóm sản phẩm"),
                format!("{shared} of {all} words and the kind of goods agree"),
            )
        }
        ScorePartKind::Stars => match supply.star {
            Some(star) => star_sentence(star.stars, star.is_certain),
            None => Said::new("Chưa có hạng sao còn hiệu lực", "No star that holds"),
        },
        ScorePartKind::Price => match (&demand.ceiling, percent) {
            (None, 50) => Said::new("Có công bố giá bán buôn", "A wholesale price is stated"),
            (_, 25) => Said::new("Chưa có giá để so sánh", "No price to compare"),
            (_, ..50) => Said::new("Giá cao hơn mức trả", "Dearer than the ceiling"),
            _ => Said::new("Giá trong mức trả", "Within the ceiling"),
        },
        ScorePartKind::Capacity => match (&demand.amount, percent) {
            (None, 50) => Said::new("Có nêu sản lượng", "A capacity is stated"),
            (_, 25) => Said::new("Chưa rõ sản lượng", "The capacity is not known"),
            (_, 100..) => Said::new("Đủ sản lượng", "Enough can be delivered"),
            _ => Said::new(
                format!("Cung ứng được {percent}% lượng cần"),
                format!("{percent}% of what is wanted"),
            ),
        },
        ScorePartKind::Season => match supply.months {
            None => Said::new("Chưa rõ các tháng có hàng", "The months are not known"),
            Some(_) => Said::new(
                format!("Có hàng {percent}% số tháng cần"),
                format!("There in {percent}% of the months"),
            ),
        },
        ScorePartKind::Distance => match (demand.point, supply.point) {
            (Some(here), Some(there)) => {
                let km = here.km_to(there).round();
                Said::new(format!("Cách khoảng {km} km"), format!("About {km} km away"))
            }
            _ => Said::new("Chưa rõ khoảng cách", "The distance is not known"),
        },
        ScorePartKind::KeptPromises => kept_promises(standing),
        ScorePartKind::Freshness => {
            Said::new(format!("Thông tin mới ở mức {percent}%"), format!("Facts are {percent}% fresh"))
        }
        ScorePartKind::Newcomer => match standing.accepted {
            0 => Said::new(
                "Chưa có kết nối nào: ưu tiên người mới",
                "No introductions yet: newcomers get a chance",
            ),
            some => Said::new(format!("Đã có {some} kết nối"), format!("{some} introductions so far")),
        },
    }
}

fn kept_promises(standing: Standing) -> Said {
    let delivered = standing.kept.map(|(kept, due)| {
        Said::new(
            format!("Bên bán đã giao đúng {kept}/{due} lần hẹn"),
            format!("{kept} of {due} promised deliveries of the producer were made"),
        )
    });
    let bought = standing.retailer_kept.map(|(kept, due)| {
        Said::new(
            format!("Bên mua đã đặt hàng và thanh toán đúng {kept}/{due} lần hẹn"),
            format!("the retailer ordered and paid as promised {kept} of {due} times"),
        )
    });
    match (delivered, bought) {
        (Some(delivered), Some(bought)) => delivered.and(bought),
        (Some(said), None) | (None, Some(said)) => said,
        (None, None) => Said::new(
            "Chưa có đợt giao nào được hai bên xác nhận ở đây",
            "Both sides have confirmed no delivery here yet",
        ),
    }
}

fn star_sentence(stars: u8, is_certain: bool) -> Said {
    if is_certain {
        return Said::new(format!("{stars} sao còn hiệu lực"), format!("{stars} stars that hold"));
    }
    Said::new(format!("{stars} sao, chưa rõ còn hạn"), format!("{stars} stars that may have ended"))
}
