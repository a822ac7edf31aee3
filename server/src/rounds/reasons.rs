//! Why a need gets nothing, in words.

use shared::UnservedReason;

use crate::graphql::said::Said;

/// The sentence; of products that might have been planned, how many were full, and of the others how many producers.
pub(super) fn says(reason: UnservedReason, full_products: i32, full_producers: i32) -> Said {
    let (vi, en) = match reason {
        UnservedReason::CapIsZero => ("Giới hạn của nhu cầu này là 0", "Its own cap is 0"),
        UnservedReason::NotOpen => ("Nhu cầu không còn mở", "It is not open any more"),
        UnservedReason::NoCandidates => {
            ("Không có sản phẩm nào đạt mọi điều kiện", "No product passes all its gates")
        }
        UnservedReason::AllIntroduced => (
            "Mọi sản phẩm phù hợp đã được giới thiệu từ trước",
            "All products that fit are introduced to it already",
        ),
        UnservedReason::AllForbidden => {
            ("Mọi sản phẩm phù hợp đều bị cấm", "All products that fit are forbidden")
        }
        UnservedReason::AllWorthless => {
            ("Mọi sản phẩm phù hợp đều có điểm 0", "All products that fit have the score 0")
        }
        UnservedReason::AllFull => return full(full_products, full_producers),
    };
    Said { vi: vi.to_owned(), en: en.to_owned() }
}

fn full(products: i32, producers: i32) -> Said {
    let some = |number: i32, vi: &str, en: &str| {
        (number > 0).then(|| (format!("{number} {vi}"), format!("{number} {en}")))
    };
    let parts = [
        some(products, "sản phẩm đã đủ nhu cầu", "products are at their caps"),
        some(producers, "sản phẩm có chủ thể đã đủ cặp", "products have producers at their caps"),
    ];
    let (vi, en): (Vec<String>, Vec<String>) = parts.into_iter().flatten().unzip();
    Said {
        vi: format!("Sản phẩm phù hợp đã dành cho nhu cầu khác: {}", vi.join(", ")),
        en: format!("What fits goes to other needs: {}", en.join(", ")),
    }
}
