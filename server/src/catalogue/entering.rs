//! Reading single values of a change: what is left out, what is not known, what is wrong.

use async_graphql::MaybeUndefined;
use shared::{Problem, months};

use super::variants::unit;
use crate::{forms::Form, labels::Labels};

/// A value that is given replaces the one that is there; null takes it away.
pub(crate) fn put<In, Out>(
    place: &mut Option<Out>,
    change: MaybeUndefined<In>,
    read: impl FnOnce(In) -> Option<Out>,
) {
    match change {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => *place = None,
        MaybeUndefined::Value(value) => *place = read(value),
    }
}

/// Months as the database has them: one bit each; no month at all is not known.
pub(crate) fn bits(form: &mut Form, field: &str, months: &[i32]) -> Option<i32> {
    if months.iter().any(|month| !(1..=12).contains(month)) {
        form.wrong(field, Problem::OutOfRange);
        return None;
    }
    Some(months::bits_of(months.iter().copied())).filter(|bits| *bits != 0)
}

/// The code of a unit in which amounts are counted; packs too.
pub(crate) fn unit_of_amount(form: &mut Form, field: &str, code: &str, labels: &Labels) -> Option<String> {
    unit(form, field, Some(code), |code| labels.unit(code).is_some())
}
