//! The words for the closed lists of events that are run here; [`super::kinds`] hands them on with all others.

use super::{Text, text};
use crate::api::{
    ArrivalProblem, EventAction, EventStatus, LeftOutReason, MeetingOutcome, MeetingStatus, ParticipantStatus,
};

/// Where an event stands.
pub(crate) fn event_status(status: EventStatus) -> Text {
    match status {
        EventStatus::Reported => text("Theo nguồn tin", "As reported"),
        EventStatus::Planned => text("Đang chuẩn bị", "In preparation"),
        EventStatus::Open => text("Đang nhận đăng ký", "Registration is open"),
        EventStatus::Closed => text("Đã đóng đăng ký", "Registration is closed"),
        EventStatus::Held => text("Đã tổ chức", "Held"),
        EventStatus::Cancelled => text("Đã huỷ", "Cancelled"),
    }
}

/// What staff do with an event, as a button says it.
pub(crate) fn event_action(action: EventAction) -> Text {
    match action {
        EventAction::Prepare => text("Tổ chức trên hệ thống", "Run it here"),
        EventAction::Open => text("Mở đăng ký", "Open registration"),
        EventAction::Close => text("Đóng đăng ký", "Close registration"),
        EventAction::Finish => text("Kết thúc sự kiện", "Finish the event"),
        EventAction::Cancel => text("Huỷ sự kiện", "Cancel the event"),
        EventAction::Change => text("Sửa thông tin", "Edit what is said"),
        EventAction::Schedule => text("Xếp lịch gặp", "Make the timetable"),
    }
}

/// Where a registration stands.
pub(crate) fn participant_status(status: ParticipantStatus) -> Text {
    match status {
        ParticipantStatus::Asked => text("Chờ duyệt", "Waits for a decision"),
        ParticipantStatus::Approved => text("Được tham dự", "Takes part"),
        ParticipantStatus::Waiting => text("Danh sách chờ", "On the waiting list"),
        ParticipantStatus::Declined => text("Không được duyệt", "Not approved"),
        ParticipantStatus::Withdrawn => text("Đã rút đăng ký", "Withdrawn"),
    }
}

/// Where a meeting stands.
pub(crate) fn meeting_status(status: MeetingStatus) -> Text {
    match status {
        MeetingStatus::Planned => text("Theo lịch", "Planned"),
        MeetingStatus::Held => text("Đã gặp", "They met"),
        MeetingStatus::Missed => text("Không gặp được", "They did not meet"),
        MeetingStatus::Cancelled => text("Đã bỏ khỏi lịch", "Taken from the timetable"),
    }
}

/// What came of a meeting.
pub(crate) fn meeting_outcome(outcome: MeetingOutcome) -> Text {
    match outcome {
        MeetingOutcome::Agreement => text("Đi đến thoả thuận", "They come to an agreement"),
        MeetingOutcome::Continues => text("Trao đổi tiếp", "They go on talking"),
        MeetingOutcome::NotSuitable => text("Chưa phù hợp", "It does not suit"),
        MeetingOutcome::RetailerAbsent => text("Nhà bán lẻ vắng mặt", "The retailer was not there"),
        MeetingOutcome::ProducerAbsent => text("Chủ thể vắng mặt", "The producer was not there"),
    }
}

/// Why an introduced pair can't meet at an event.
pub(crate) fn left_out_reason(reason: LeftOutReason) -> Text {
    match reason {
        LeftOutReason::NotRegistered => text("Chưa đăng ký tham dự", "Has not registered"),
        LeftOutReason::NotApproved => text("Đăng ký chưa được duyệt", "Its registration is not approved"),
        LeftOutReason::OtherSide => text("Tham dự ở bên kia", "Takes part on the other side"),
    }
}

/// What is wrong with an arrival that was noted at the door.
pub(crate) fn arrival_problem(problem: ArrivalProblem) -> Text {
    match problem {
        ArrivalProblem::UnknownCode => {
            text("Sự kiện này không có mã đó", "No participant of this event has this code")
        }
        ArrivalProblem::NotApproved => {
            text("Đăng ký không còn được duyệt", "The registration is not approved any more")
        }
        ArrivalProblem::BadTime => text(
            "Giờ điểm danh không đúng, hãy xem lại đồng hồ của máy",
            "The time can't be right; look at the clock of this device",
        ),
    }
}
