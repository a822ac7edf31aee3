//! A page of staff that this device has kept what it needs for: it opens although nobody can be asked who is signed in.
//! Only where nobody answers; what the server says counts, as soon as it says it.

use std::time::Duration;

use leptos::prelude::*;

use super::gate::{for_guests, for_others, not_told};
use super::{Who, look, remembered, who};
use crate::api::{Failure, StaffRole};
use crate::text::Text;
use crate::ui::TextSkeleton;

/// A network that takes longer to say who is signed in is as good as none.
const PATIENCE: Duration = Duration::from_secs(4);

/// What is shown. Whoever has it open keeps it open while the server is asked once more.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Face {
    Waiting,
    Failed(Failure),
    Guest,
    ForOthers,
    Open,
}

/// The page. `is_kept` says whether what it needs was kept for an account.
pub(crate) fn for_staff_or_kept(
    heading: Text,
    wanted: fn(StaffRole) -> bool,
    is_kept: impl Fn(&str) -> bool + Send + Sync + 'static,
    page: fn() -> AnyView,
) -> AnyView {
    look();
    let is_late = RwSignal::new(false);
    set_timeout(
        move || {
            is_late.try_set(true);
        },
        PATIENCE,
    );
    let face = Memo::new(move |before: Option<&Face>| {
        let who = who();
        let is_kept = remembered().is_some_and(|account| is_kept(&account));
        next(before, &who, wanted, is_kept, is_late.get())
    });
    let shown = move || match face.get() {
        Face::Waiting => view! { <TextSkeleton/> }.into_any(),
        Face::Failed(failure) => not_told(heading, failure),
        Face::Guest => for_guests(heading),
        Face::ForOthers => for_others(heading),
        Face::Open => untrack(page),
    };
    view! { {shown} }.into_any()
}

fn next(
    before: Option<&Face>,
    who: &Who,
    wanted: fn(StaffRole) -> bool,
    is_kept: bool,
    is_late: bool,
) -> Face {
    match who {
        Who::Signed(person) if person.staff_role.is_some_and(wanted) => Face::Open,
        Who::Signed(_) => Face::ForOthers,
        Who::Guest => Face::Guest,
        Who::Unknown(Failure::Silent | Failure::Slow) if is_kept => Face::Open,
        Who::Unknown(failure) => Face::Failed(*failure),
        Who::Presumed | Who::Asking if is_kept && (is_late || before == Some(&Face::Open)) => Face::Open,
        Who::Presumed | Who::Asking => Face::Waiting,
    }
}

#[cfg(test)]
mod tests {
    use shared::ErrorCode;

    use super::super::Person;
    use super::*;

    fn signed(staff_role: Option<StaffRole>) -> Who {
        Who::Signed(Person { id: cynic::Id::new("1"), name: "A".to_owned(), staff_role })
    }

    fn is_of_city(role: StaffRole) -> bool {
        role == StaffRole::CityStaff
    }

    #[test]
    fn what_is_kept_opens_only_where_nobody_answers() {
        let face = |who: &Who, is_kept| next(None, who, is_of_city, is_kept, false);
        let refused = Failure::Refused(ErrorCode::Internal);

        for silence in [Failure::Silent, Failure::Slow] {
            assert_eq!(face(&Who::Unknown(silence), true), Face::Open);
            assert_eq!(face(&Who::Unknown(silence), false), Face::Failed(silence));
        }
        assert_eq!(face(&Who::Unknown(refused), true), Face::Failed(refused));
        assert_eq!(face(&Who::Guest, true), Face::Guest);
        assert_eq!(face(&signed(None), true), Face::ForOthers);
        assert_eq!(face(&signed(Some(StaffRole::UnitStaff)), true), Face::ForOthers);
        assert_eq!(face(&signed(Some(StaffRole::CityStaff)), false), Face::Open);
    }

    #[test]
    fn nobody_waits_long_for_what_is_kept() {
        let asking =
            |is_kept, is_late| next(Some(&Face::Waiting), &Who::Asking, is_of_city, is_kept, is_late);

        assert_eq!(asking(true, false), Face::Waiting);
        assert_eq!(asking(true, true), Face::Open);
        assert_eq!(asking(false, true), Face::Waiting);
    }

    #[test]
    fn what_is_open_stays_so_while_the_server_is_asked_again() {
        let again = |is_kept| next(Some(&Face::Open), &Who::Asking, is_of_city, is_kept, false);

        assert_eq!(again(true), Face::Open);
        assert_eq!(again(false), Face::Waiting);
    }
}
