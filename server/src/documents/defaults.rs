//! The texts of documents that come with the program, until staff change them. A biên bản giao thương has no form of its own
//! (DOMAIN §12): it is the biên bản ghi nhớ under another name.

use shared::{AgreementKind, documents::Template};

/// Title, laws and closing articles of a kind in one language.
struct Texts {
    title: &'static str,
    legal_bases: &'static str,
    closing: &'static str,
}

/// The texts of a kind in Vietnamese and in English.
pub(super) fn of(kind: AgreementKind) -> [Template; 2] {
    let (vi, en) = match kind {
        AgreementKind::Mou => (
            Texts {
                title: "BIÊN BẢN GHI NHỚ HỢP TÁC", legal_bases: TRADE_LAWS_VI, closing: INTENT_VI
            },
            Texts { title: "MEMORANDUM OF UNDERSTANDING", legal_bases: TRADE_LAWS_EN, closing: INTENT_EN },
        ),
        AgreementKind::Minutes => (
            Texts { title: "BIÊN BẢN GIAO THƯƠNG", legal_bases: TRADE_LAWS_VI, closing: INTENT_VI },
            Texts { title: "MINUTES OF TRADE", legal_bases: TRADE_LAWS_EN, closing: INTENT_EN },
        ),
        AgreementKind::Contract => (
            Texts {
                title: "HỢP ĐỒNG MUA BÁN HÀNG HÓA", legal_bases: TRADE_LAWS_VI, closing: CONTRACT_VI
            },
            Texts {
                title: "CONTRACT FOR THE SALE OF GOODS",
                legal_bases: TRADE_LAWS_EN,
                closing: CONTRACT_EN,
            },
        ),
        AgreementKind::Programme => (
            Texts { title: "CHƯƠNG TRÌNH HỢP TÁC", legal_bases: CIVIL_LAW_VI, closing: COOPERATION_VI },
            Texts { title: "PROGRAMME OF COOPERATION", legal_bases: CIVIL_LAW_EN, closing: COOPERATION_EN },
        ),
        AgreementKind::Framework => (
            Texts { title: "THỎA THUẬN KHUNG", legal_bases: CIVIL_LAW_VI, closing: COOPERATION_VI },
            Texts { title: "FRAMEWORK AGREEMENT", legal_bases: CIVIL_LAW_EN, closing: COOPERATION_EN },
        ),
    };
    [vi, en].map(|texts| Template {
        title: texts.title.to_owned(),
        legal_bases: texts.legal_bases.to_owned(),
        closing: texts.closing.to_owned(),
    })
}

const TRADE_LAWS_VI: &str = "Căn cứ Bộ luật Dân sự năm 2015;
Căn cứ Luật Thương mại năm 2005;
Căn cứ nhu cầu và khả năng của hai bên,";
const TRADE_LAWS_EN: &str = "Pursuant to the Civil Code of 2015;
Pursuant to the Commercial Law of 2005;
According to the needs and capacities of both sides,";
const CIVIL_LAW_VI: &str = "Căn cứ Bộ luật Dân sự năm 2015;
Căn cứ chức năng, nhiệm vụ và khả năng của hai bên,";
const CIVIL_LAW_EN: &str = "Pursuant to the Civil Code of 2015;
According to the functions, tasks and capacities of both sides,";

const INTENT_VI: &str = "Từng lô hàng được thực hiện theo đơn đặt hàng, trong đó ghi hàng hóa, số lượng, giá, giao hàng và thanh toán.
Mọi sửa đổi, bổ sung được lập thành văn bản và có chữ ký của hai bên.
Biên bản này ghi nhận ý định hợp tác của hai bên, không phát sinh nghĩa vụ mua bán; mỗi bên giữ kín thông tin mà bên kia đã cung cấp.
Biên bản được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.";
const INTENT_EN: &str = "Each lot is delivered by a purchase order, which says goods, quantity, price, delivery and payment.
Amendments are made in writing and signed by both sides.
This document records what both sides intend and obliges neither to buy or sell; each side keeps confidential what the other has told it.
It is made in 02 copies of equal value, of which each side keeps 01.";

const CONTRACT_VI: &str = "Từng lô hàng được thực hiện theo đơn đặt hàng, trong đó ghi hàng hóa, số lượng, giá, giao hàng và thanh toán.
Mọi sửa đổi, bổ sung được lập thành văn bản và có chữ ký của hai bên.
Hợp đồng được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.";
const CONTRACT_EN: &str =
    "Each lot is delivered by a purchase order, which says goods, quantity, price, delivery and payment.
Amendments are made in writing and signed by both sides.
The contract is made in 02 copies of equal value, of which each side keeps 01.";

const COOPERATION_VI: &str = "Hai bên phối hợp giới thiệu, quảng bá và kết nối tiêu thụ sản phẩm OCOP.
Mọi sửa đổi, bổ sung được lập thành văn bản và có chữ ký của hai bên.
Văn bản này được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.";
const COOPERATION_EN: &str =
    "Both sides work together to present and promote OCOP products and to find markets for them.
Amendments are made in writing and signed by both sides.
This document is made in 02 copies of equal value, of which each side keeps 01.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_paragraphs() {
        for kind in AgreementKind::ALL {
            let [vi, en] = of(*kind);

            assert_eq!(vi.legal_bases.lines().count(), en.legal_bases.lines().count(), "{kind:?}");
            assert_eq!(vi.closing.lines().count(), en.closing.lines().count(), "{kind:?}");
        }
    }
}
