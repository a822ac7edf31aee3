//! How far it goes from an introduction to goods that are delivered again and again (DOMAIN §12: the city counts signatures,
//! and what becomes of them is what counts).

use crate::kinds::kind;

kind! {
    /// A step that is counted; whoever reaches one has reached those before it, apart from `Lapsed`.
    FunnelStep {
        /// Giới thiệu: a retailer and a producer were proposed to each other, or came with an agreement.
        Introduced = "introduced",
        /// Đề nghị thoả thuận: an agreement was sent to the other side.
        Proposed = "proposed",
        /// Đã ký.
        Signed = "signed",
        /// Đã giao lần đầu: a check was confirmed by which something was delivered.
        Delivered = "delivered",
        /// Giao lặp lại: a second such check, or a renewal that was signed.
        Repeated = "repeated",
        /// Dừng giữa chừng: it was declined, withdrawn or lapsed, or was signed and ended with nothing delivered.
        Lapsed = "lapsed",
    }
}

kind! {
    /// By what they are counted.
    FunnelBy {
        /// Event.
        Event = "event",
        /// Province of the producer, of today.
        Province = "province",
        /// Province of the producer until 2025.
        FormerProvince = "former_province",
        /// Main group of the product.
        Group = "group",
        /// Year in which it began.
        Year = "year",
        /// Retailer.
        Retailer = "retailer",
        /// Producer.
        Producer = "producer",
    }
}
