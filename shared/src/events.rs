//! Trade events that staff prepare here: the life of an event, of a registration and of a meeting. Buttons and checks ask
//! the same tables. What is only known from reports ([`EventStatus::Reported`]) has no registrations.

pub mod badge;
pub mod hours;

use crate::kinds::kind;

kind! {
    /// Where an event stands.
    EventStatus {
        /// Theo nguồn tin: known from reports only; nothing of it is run here.
        Reported = "reported",
        /// Đang chuẩn bị: staff see it, nobody else.
        Planned = "planned",
        /// Đang nhận đăng ký.
        Open = "open",
        /// Đã đóng đăng ký: it is known who comes; also while it takes place.
        Closed = "closed",
        /// Đã tổ chức.
        Held = "held",
        /// Đã huỷ.
        Cancelled = "cancelled",
    }
}

kind! {
    /// What staff of the city do with an event.
    EventAction {
        /// Tổ chức trên hệ thống: an event that was only reported is run here from now on.
        Prepare = "prepare",
        /// Mở đăng ký.
        Open = "open",
        /// Đóng đăng ký.
        Close = "close",
        /// Kết thúc sự kiện.
        Finish = "finish",
        /// Huỷ sự kiện.
        Cancel = "cancel",
        /// Sửa what is said about it.
        Change = "change",
        /// Xếp lịch gặp: make, mend or announce its timetable.
        Schedule = "schedule",
    }
}

impl EventStatus {
    /// What an event becomes by an action; `None` if that can't be done now.
    pub const fn after(self, action: EventAction) -> Option<Self> {
        use EventAction::{Cancel, Change, Close, Finish, Open, Prepare, Schedule};
        match (self, action) {
            (Self::Reported, Prepare) => Some(Self::Planned),
            (Self::Planned | Self::Closed, Open) => Some(Self::Open),
            (Self::Open, Close) => Some(Self::Closed),
            (Self::Open | Self::Closed, Finish) => Some(Self::Held),
            (Self::Planned | Self::Open | Self::Closed, Cancel) => Some(Self::Cancelled),
            (Self::Planned | Self::Open | Self::Closed | Self::Held, Change)
            | (Self::Open | Self::Closed, Schedule) => Some(self),
            _ => None,
        }
    }

    /// Whether all the world sees it.
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Planned)
    }
}

kind! {
    /// Where the registration of an organisation for an event stands.
    ParticipantStatus {
        /// Chờ duyệt.
        Asked = "asked",
        /// Được tham dự.
        Approved = "approved",
        /// Danh sách chờ: all places of its side are taken. The first in the list comes in when a place is free.
        Waiting = "waiting",
        /// Không được duyệt, with a reason.
        Declined = "declined",
        /// Đã rút đăng ký.
        Withdrawn = "withdrawn",
    }
}

kind! {
    /// What is done with a registration.
    ParticipantAction {
        /// Đăng ký lại.
        Ask = "ask",
        /// Duyệt.
        Approve = "approve",
        /// Đưa vào danh sách chờ.
        Queue = "queue",
        /// Không duyệt.
        Decline = "decline",
        /// Rút đăng ký.
        Withdraw = "withdraw",
        /// Điểm danh.
        CheckIn = "check_in",
    }
}

kind! {
    /// Who does it.
    ParticipantParty {
        /// People of the organisation.
        Own = "own",
        /// Staff of the city.
        Staff = "staff",
        /// Nobody: a place became free.
        Nobody = "nobody",
    }
}

impl ParticipantStatus {
    /// What a registration becomes by an action of somebody; `None` if they can't do that now.
    pub const fn after(self, action: ParticipantAction, by: ParticipantParty) -> Option<Self> {
        use ParticipantAction::{Approve, Ask, CheckIn, Decline, Queue, Withdraw};
        use ParticipantParty::{Nobody, Own, Staff};
        match (self, action, by) {
            (Self::Withdrawn, Ask, Own) => Some(Self::Asked),
            (Self::Asked | Self::Waiting | Self::Declined | Self::Withdrawn, Approve, Staff)
            | (Self::Waiting, Approve, Nobody) => Some(Self::Approved),
            (Self::Asked | Self::Declined, Queue, Staff) => Some(Self::Waiting),
            (Self::Asked | Self::Waiting | Self::Approved, Decline, Staff) => Some(Self::Declined),
            (Self::Asked | Self::Waiting | Self::Approved, Withdraw, Own | Staff) => Some(Self::Withdrawn),
            (Self::Approved, CheckIn, Staff) => Some(self),
            _ => None,
        }
    }
}

kind! {
    /// Where a meeting of the timetable stands.
    MeetingStatus {
        /// Theo lịch; without a slot it waits for one.
        Planned = "planned",
        /// Đã gặp.
        Held = "held",
        /// Không gặp được: one side was not there.
        Missed = "missed",
        /// Đã bỏ khỏi lịch.
        Cancelled = "cancelled",
    }
}

kind! {
    /// What came of a meeting.
    MeetingOutcome {
        /// Đi đến thoả thuận: an agreement is drafted.
        Agreement = "agreement",
        /// Trao đổi tiếp.
        Continues = "continues",
        /// Chưa phù hợp.
        NotSuitable = "not_suitable",
        /// Nhà bán lẻ vắng mặt.
        RetailerAbsent = "retailer_absent",
        /// Chủ thể vắng mặt.
        ProducerAbsent = "producer_absent",
    }
}

impl MeetingOutcome {
    /// Where the meeting stands with this outcome.
    pub const fn status(self) -> MeetingStatus {
        match self {
            Self::Agreement | Self::Continues | Self::NotSuitable => MeetingStatus::Held,
            Self::RetailerAbsent | Self::ProducerAbsent => MeetingStatus::Missed,
        }
    }
}

impl MeetingStatus {
    /// What a meeting becomes when somebody says what came of it; `None` if nothing can. The last word counts: a mistaken
    /// tap is mended by another.
    pub const fn with(self, outcome: MeetingOutcome) -> Option<Self> {
        match self {
            Self::Planned | Self::Held | Self::Missed => Some(outcome.status()),
            Self::Cancelled => None,
        }
    }

    /// Whether it can be taken from the timetable, or put elsewhere.
    pub const fn is_ahead(self) -> bool {
        matches!(self, Self::Planned)
    }
}

kind! {
    /// Why an introduced pair has no meeting in a timetable.
    LeftOutReason {
        /// The organisation has not registered.
        NotRegistered = "not_registered",
        /// Its registration is not approved.
        NotApproved = "not_approved",
        /// It takes part on the other side.
        OtherSide = "other_side",
    }
}

kind! {
    /// What is wrong with an arrival that was noted at the door.
    ArrivalProblem {
        /// No participant of this event has this code.
        UnknownCode = "unknown_code",
        /// The registration is not approved (any more).
        NotApproved = "not_approved",
        /// The time lies in the future, or before the event was entered here.
        BadTime = "bad_time",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_life_of_an_event() {
        use EventAction::*;
        use EventStatus::*;
        let moves = [
            (Reported, Prepare, Planned),
            (Planned, EventAction::Open, EventStatus::Open),
            (Planned, Cancel, Cancelled),
            (Planned, Change, Planned),
            (EventStatus::Open, Close, Closed),
            (EventStatus::Open, Finish, Held),
            (EventStatus::Open, Cancel, Cancelled),
            (EventStatus::Open, Change, EventStatus::Open),
            (EventStatus::Open, Schedule, EventStatus::Open),
            (Closed, EventAction::Open, EventStatus::Open),
            (Closed, Finish, Held),
            (Closed, Cancel, Cancelled),
            (Closed, Change, Closed),
            (Closed, Schedule, Closed),
            (Held, Change, Held),
        ];
        for status in EventStatus::ALL {
            for action in EventAction::ALL {
                let known = moves.iter().find(|(from, what, _)| (from, what) == (status, action));
                assert_eq!(status.after(*action), known.map(|(.., to)| *to), "{status:?} {action:?}");
            }
        }
    }

    #[test]
    fn the_whole_life_of_a_registration() {
        use ParticipantAction::*;
        use ParticipantParty::*;
        use ParticipantStatus::*;
        let moves = [
            (Withdrawn, Ask, Own, Asked),
            (Asked, Approve, Staff, Approved),
            (Waiting, Approve, Staff, Approved),
            (Declined, Approve, Staff, Approved),
            (Withdrawn, Approve, Staff, Approved),
            (Waiting, Approve, Nobody, Approved),
            (Asked, Queue, Staff, Waiting),
            (Declined, Queue, Staff, Waiting),
            (Asked, Decline, Staff, Declined),
            (Waiting, Decline, Staff, Declined),
            (Approved, Decline, Staff, Declined),
            (Asked, Withdraw, Own, Withdrawn),
            (Waiting, Withdraw, Own, Withdrawn),
            (Approved, Withdraw, Own, Withdrawn),
            (Asked, Withdraw, Staff, Withdrawn),
            (Waiting, Withdraw, Staff, Withdrawn),
            (Approved, Withdraw, Staff, Withdrawn),
            (Approved, CheckIn, Staff, Approved),
        ];
        for status in ParticipantStatus::ALL {
            for action in ParticipantAction::ALL {
                for by in ParticipantParty::ALL {
                    let known =
                        moves.iter().find(|(from, what, who, _)| (from, what, who) == (status, action, by));
                    let wanted = known.map(|(.., to)| *to);
                    assert_eq!(status.after(*action, *by), wanted, "{status:?} {action:?} {by:?}");
                }
            }
        }
    }

    #[test]
    fn the_last_word_on_a_meeting_counts_unless_it_was_taken_away() {
        use MeetingOutcome::*;
        use MeetingStatus::*;
        for (outcome, becomes) in [
            (Agreement, Held),
            (Continues, Held),
            (NotSuitable, Held),
            (RetailerAbsent, Missed),
            (ProducerAbsent, Missed),
        ] {
            for status in [Planned, Held, Missed] {
                assert_eq!(status.with(outcome), Some(becomes), "{status:?} {outcome:?}");
            }
            assert_eq!(Cancelled.with(outcome), None);
        }
    }
}
