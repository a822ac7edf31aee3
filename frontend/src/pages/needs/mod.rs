//! What retailers look for, for both sides: the list that everybody reads as far as they may, one need in full with
//! what its retailer does about it, the list of an organisation's own needs, and the form.
//!
//! The list is a public page without a form. One need carries the form for editing it, so it is with the pages of
//! people who have an account. What can be wrong with what was typed is found in `reading`, which knows nothing of the
//! page.

mod actions;
mod asked;
mod card;
mod changes;
mod choice;
mod close;
mod edit;
mod fields;
mod list;
mod matched;
mod need;
mod new;
mod own;
mod own_query;
mod query;
mod reading;
mod related;
mod terms;
mod to_products;
mod values;

pub(crate) use self::card::{address_of, details, verified};
pub(crate) use self::choice::group_of;
pub(crate) use self::list::NeedsPage;
pub(crate) use self::need::{NeedPage, asked, facts};
pub(crate) use self::new::NewNeedPage;
pub(crate) use self::own::OwnNeedsPage;
pub(crate) use self::query::Need as FullNeed;
pub(crate) use self::query::{NeedFilter, Reader, Row, Side, reader};
pub(crate) use self::related::RelatedNeeds;
pub(crate) use self::terms::months as in_months;
