//! Words with which one proposes that a retailer and a producer meet.

use super::{Language, Text, language, text};
use crate::api::IntroductionHindrance;

pub(crate) const INVITE: Text = text("Mời kết nối", "Propose to meet");
pub(crate) const INVITE_BOTH: Text = text("Mời hai bên kết nối", "Propose that they meet");
pub(crate) const INVITE_WHY_RETAILER: Text = text(
    "Chủ thể nhận lời mời và trả lời. Khi họ đồng ý, hai bên trao đổi ngay tại đây.",
    "The producer gets the proposal and answers. Once they accept, you talk right here.",
);
pub(crate) const INVITE_WHY_PRODUCER: Text = text(
    "Nơi bán nhận lời mời và trả lời. Khi họ đồng ý, hai bên trao đổi ngay tại đây.",
    "The retailer gets the proposal and answers. Once they accept, you talk right here.",
);
pub(crate) const INVITE_WHY_STAFF: Text = text(
    "Cả hai bên nhận lời mời. Khi cả hai đồng ý, họ trao đổi ngay tại đây.",
    "Both sides get the proposal. Once both accept, they talk right here.",
);
pub(crate) const NOTE: Text = text("Lời nhắn", "A few words");
pub(crate) const NOTE_HINT: Text = text(
    "Ví dụ: muốn đặt hàng thử tháng tới. Bên nhận đọc được.",
    "For example: we would like a trial order next month. The other side reads it.",
);
pub(crate) const ANSWER_DAYS: Text = text("Chờ trả lời trong", "Wait for an answer");
pub(crate) const SEND: Text = text("Gửi lời mời", "Send it");
pub(crate) const INVITED: Text = text("Đã gửi lời mời kết nối.", "The proposal is sent.");
pub(crate) const NOT_NOW: Text = text(
    "Hiện chưa mời được: tình trạng vừa thay đổi. Hãy xem lại ở dòng này.",
    "Not possible as things are: something has just changed. Look at this row again.",
);
pub(crate) const REFUSED: Text = text(
    "Hiện chưa mời được: có thể đã có lời mời về sản phẩm này, lời mời trước vừa bị từ chối, hoặc bên kia chưa có ai để trả lời.",
    "Not possible as things are: one may be running already or was declined lately, or nobody there could answer.",
);
pub(crate) const HINDERED: Text = text("Chưa mời được, vì:", "It can't be proposed yet, because:");
pub(crate) const SEE_INTRODUCTION: Text = text("Xem lời mời", "See the proposal");
pub(crate) const SEE_CONVERSATION: Text = text("Mở cuộc trao đổi", "Open the conversation");
pub(crate) const FOR_RETAILERS: Text = text(
    "Chỉ nơi bán đã được Sở xác minh mới mời được chủ thể kết nối.",
    "Only retailers that the department has verified can propose to meet a producer.",
);
pub(crate) const RETAILER: Text = text("Đơn vị mời", "Who proposes it");
pub(crate) const NEED_FIRST: Text = text(
    "Đang tìm hàng theo điều kiện cụ thể? Mời từ trang nhu cầu thì hai bên thấy ngay mức phù hợp.",
    "Looking for something on certain terms? Propose it from your need, and both sides see how far it fits.",
);

/// What keeps somebody from proposing an introduction, and what to do.
pub(crate) fn hindrance(hindrance: IntroductionHindrance) -> Text {
    match hindrance {
        IntroductionHindrance::NotASide => text(
            "bạn không thuộc bên nào trong hai bên và không phụ trách họ.",
            "you belong to neither side and do not look after them.",
        ),
        IntroductionHindrance::NotVerified => {
            text("đơn vị chưa được Sở xác minh.", "the department has not verified the organisation.")
        }
        IntroductionHindrance::NobodyThere => text(
            "bên kia chưa có ai dùng trang này, nên chưa ai trả lời được.",
            "nobody acts for the other side here yet, so nobody could answer.",
        ),
        IntroductionHindrance::NotOpen => text(
            "nhu cầu chưa đăng, đã đóng hoặc đã qua ngày cuối.",
            "the need is not posted, is closed or past its last day.",
        ),
        IntroductionHindrance::NotPublished => {
            text("sản phẩm không còn được công bố.", "the product is not published any more.")
        }
        IntroductionHindrance::Running => {
            text("đã có lời mời về việc này.", "one about this is running already.")
        }
        IntroductionHindrance::Resting => {
            text("lời mời trước bị từ chối chưa quá 90 ngày.", "it was declined less than 90 days ago.")
        }
        IntroductionHindrance::TooMany => text(
            "đơn vị có quá nhiều lời mời đang chờ trả lời. Hãy chờ thêm hoặc rút bớt.",
            "too many of the organisation's proposals wait for an answer. Wait, or withdraw some.",
        ),
    }
}

/// `Trả lời đến hết ngày 03/12/2026`
pub(crate) fn answer_by(day: &str) -> String {
    match language() {
        Language::Vietnamese => format!("trả lời đến hết ngày {day}"),
        Language::English => format!("answer until {day}"),
    }
}
