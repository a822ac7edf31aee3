//! What was delivered under an agreement: both sides are asked 30, 90 and 180 days after it began and at its end, and each
//! answers for itself. That somebody says nothing, and that the two say different things, are answers too.

use crate::{Quantity, kinds::kind};

kind! {
    /// When both sides are asked.
    DeliveryCheckKind {
        /// Sau 30 ngày.
        FirstMonth = "first_month",
        /// Sau 90 ngày.
        ThirdMonth = "third_month",
        /// Sau 180 ngày.
        SixthMonth = "sixth_month",
        /// Khi kết thúc.
        End = "end",
    }
}

kind! {
    /// How a check stands.
    DeliveryCheckState {
        /// Chưa đến hạn: nobody is asked yet.
        Upcoming = "upcoming",
        /// Đang hỏi: an answer is waited for.
        Asked = "asked",
        /// Hai bên xác nhận: both have answered, and say the same.
        Confirmed = "confirmed",
        /// Hai bên nói khác nhau.
        Disputed = "disputed",
        /// Chỉ một bên trả lời in time.
        OneSided = "one_sided",
        /// Không bên nào trả lời in time.
        Silent = "silent",
        /// Không hỏi nữa: the agreement was ended or replaced before.
        Cancelled = "cancelled",
    }
}

kind! {
    /// What a side says of a time.
    DeliveryOutcome {
        /// Đủ như thoả thuận.
        AsAgreed = "as_agreed",
        /// Một phần.
        Partly = "partly",
        /// Chưa giao.
        Nothing = "nothing",
    }
}

kind! {
    /// What went wrong.
    DeliveryProblem {
        /// Giao chậm.
        Late = "late",
        /// Chất lượng không đạt.
        Quality = "quality",
        /// Bên bán không đủ hàng.
        Supply = "supply",
        /// Bên mua không đặt hàng.
        NoOrder = "no_order",
        /// Thanh toán chậm.
        Payment = "payment",
        /// Giá thay đổi.
        Price = "price",
        /// Thiếu giấy tờ, hoá đơn.
        Papers = "papers",
        /// Khác.
        Other = "other",
    }
}

impl DeliveryCheckKind {
    /// Days from the first day of the term after which both sides are asked; `None` for the end.
    pub const fn days(self) -> Option<i64> {
        match self {
            Self::FirstMonth => Some(30),
            Self::ThirdMonth => Some(90),
            Self::SixthMonth => Some(180),
            Self::End => None,
        }
    }
}

impl DeliveryProblem {
    /// Whether the retailer, not the producer, broke what was promised.
    pub const fn is_the_retailers(self) -> bool {
        matches!(self, Self::NoOrder | Self::Payment)
    }
}

/// Whether two amounts that the sides name are the same delivery: they differ by a tenth of the larger at most, since one
/// weighs and the other counts boxes.
pub fn is_the_same_delivery(one: Quantity, other: Quantity) -> bool {
    let (less, more) = (one.min(other).thousandths(), one.max(other).thousandths());
    more - less <= more / 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_is_the_same_delivery_and_more_is_not() {
        let of = |thousandths| Quantity::from_thousandths(thousandths).unwrap();

        assert!(is_the_same_delivery(of(100_000), of(90_000)));
        assert!(is_the_same_delivery(of(90_000), of(100_000)));
        assert!(!is_the_same_delivery(of(100_000), of(89_999)));
        assert!(is_the_same_delivery(of(0), of(0)));
        assert!(!is_the_same_delivery(of(0), of(1)));
    }
}
