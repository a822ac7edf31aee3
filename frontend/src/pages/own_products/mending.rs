//! Where a producer mends what keeps buyers away: which part of the product's sheet, or the organisation itself.

use super::fields::{PACKS, TERMS, WHAT};
use super::papers::KIND;
use super::sheet::{EDIT, PAPERS, READINESS};
use crate::address::encoded;
use crate::api::Mend;
use crate::text::{Text, own_products as words};

/// The address, and the words of a link there. A paper that is missing may be named by its kind.
pub(crate) fn mended_at(
    organisation: &cynic::Id,
    product: &cynic::Id,
    mend: Mend,
    paper: Option<&str>,
) -> (String, Text) {
    let organisation = format!("/to-chuc/{}", organisation.inner());
    let part = |part: &str| format!("{organisation}/san-pham/{}?phan={part}", product.inner());
    let group = |group: &str| format!("{}#{group}", part(EDIT));
    match mend {
        Mend::Answer => (part(READINESS), words::TO_ANSWER),
        Mend::Stars => (part(PAPERS), words::TO_RATINGS),
        Mend::Organisation => (format!("{organisation}?phan=sua"), words::TO_EDIT_ORGANISATION),
        Mend::Terms => (group(TERMS), words::TO_TERMS),
        Mend::Variants => (group(PACKS), words::TO_PACKS),
        Mend::Months => (group(WHAT), words::TO_MONTHS),
        Mend::Certificate => {
            let kind = paper.map(|kind| format!("&{KIND}={}", encoded(kind))).unwrap_or_default();
            (format!("{}{kind}", part(PAPERS)), words::TO_PAPERS)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_can_be_mended_has_its_place() {
        let (maker, tea) = (cynic::Id::new("1"), cynic::Id::new("2"));
        let place = |mend, paper| mended_at(&maker, &tea, mend, paper).0;

        assert_eq!(place(Mend::Organisation, None), "/to-chuc/1?phan=sua");
        assert_eq!(place(Mend::Variants, None), "/to-chuc/1/san-pham/2?phan=sua#quy-cach");
        assert_eq!(place(Mend::Certificate, Some("haccp")), "/to-chuc/1/san-pham/2?phan=giay-to&loai=haccp");
        assert_eq!(place(Mend::Certificate, None), place(Mend::Stars, None));
    }
}
