//! The words of mails about events: what becomes of a registration, and that there is a timetable.

use shared::NotificationKind;

use super::news::Words;
use crate::entities::event;

/// Something that happened to a registration for an event.
pub(crate) struct Happening<'a> {
    pub(crate) kind: NotificationKind,
    pub(crate) event: &'a event::Model,
    /// The name of the organisation that is registered.
    pub(crate) organisation: &'a str,
    /// Why it can't take part.
    pub(crate) reason: Option<&'a str>,
}

/// What a mail says of it.
pub(crate) fn words(what: &Happening<'_>) -> Words {
    let (vietnamese, english) = what.sentence();
    let said = (what.kind == NotificationKind::EventDeclined)
        .then(|| what.reason.map(|reason| format!("Lý do / Reason: {reason}")))
        .flatten();
    Words { subject: what.subject(), vietnamese, english, said }
}

impl Happening<'_> {
    fn subject(&self) -> (&'static str, &'static str) {
        match self.kind {
            NotificationKind::EventApproved => {
                ("Đăng ký sự kiện được duyệt", "You can take part in an event")
            }
            NotificationKind::EventQueued => {
                ("Đăng ký sự kiện trong danh sách chờ", "You are on the waiting list of an event")
            }
            NotificationKind::EventDeclined => {
                ("Đăng ký sự kiện không được duyệt", "You can't take part in an event")
            }
            NotificationKind::EventCancelled => ("Sự kiện bị huỷ", "An event does not take place"),
            NotificationKind::EventScheduled => ("Đã có lịch gặp tại sự kiện", "The timetable of an event"),
            _ => ("Lịch gặp tại sự kiện thay đổi", "Your meetings at an event have changed"),
        }
    }

    /// What happened, in Vietnamese and English.
    fn sentence(&self) -> (String, String) {
        let name = &self.event.name;
        let who = self.organisation;
        let day = self.event.starts_on.map(|day| day.in_words());
        let (on_vi, on_en) = match &day {
            Some(day) => (format!(" (từ {day})"), format!(" (from {day})")),
            None => (String::new(), String::new()),
        };
        match self.kind {
            NotificationKind::EventApproved => (
                format!("{who} được duyệt tham dự “{name}”{on_vi}; mã điểm danh có ở trang sự kiện."),
                format!("{who} can take part in “{name}”{on_en}; the badge is on the page of the event."),
            ),
            NotificationKind::EventQueued => (
                format!("“{name}” đã hết chỗ; {who} ở trong danh sách chờ và sẽ được báo khi có chỗ."),
                format!(
                    "“{name}” is full; {who} is on the waiting list and will be told when a place is free."
                ),
            ),
            NotificationKind::EventDeclined => (
                format!("Đăng ký tham dự “{name}” của {who} không được duyệt."),
                format!("{who} can't take part in “{name}”."),
            ),
            NotificationKind::EventCancelled => {
                (format!("“{name}”{on_vi} đã bị huỷ."), format!("“{name}”{on_en} does not take place."))
            }
            NotificationKind::EventScheduled => (
                format!("Đã có lịch gặp của {who} tại “{name}”{on_vi}."),
                format!("There is a timetable of the meetings of {who} at “{name}”{on_en}."),
            ),
            _ => (
                format!("Lịch gặp của {who} tại “{name}”{on_vi} đã thay đổi; xin xem lại giờ và bàn."),
                format!(
                    "Meetings of {who} at “{name}”{on_en} have changed; please see when and where they are."
                ),
            ),
        }
    }
}
