//! Rows whose changes are counted: an edit names the version it was made from, and a newer public file leaves a row
//! alone that people have changed.

use chrono::Utc;
use sea_orm::Set;

use super::{
    account, agreement, event, event_participant, event_timetable, meeting, need, organisation, product,
    round, sale_point, webhook,
};

macro_rules! rows {
    ($($table:ident),+) => {$(
        impl $table::Model {
            /// Notes that the row is about to be written with changes.
            pub(crate) fn touch(&mut self) {
                self.version += 1;
                self.updated_at = Utc::now();
            }
        }
    )+};
}
rows!(
    agreement,
    event,
    event_participant,
    event_timetable,
    meeting,
    need,
    organisation,
    product,
    round,
    webhook
);

macro_rules! changed_rows {
    ($($table:ident),+) => {$(
        impl $table::ActiveModel {
            /// Notes that the row is about to be written with changes.
            pub(crate) fn touch(&mut self) {
                let version = self.version.try_as_ref().copied().unwrap_or_default();
                self.version = Set(version + 1);
                self.updated_at = Set(Utc::now());
            }
        }
    )+};
}
changed_rows!(account, product, sale_point);
