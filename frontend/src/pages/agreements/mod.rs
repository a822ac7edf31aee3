//! Agreements of retailers and producers: what they say, version by version, who has confirmed what, and what was
//! delivered since. What can be done is decided in `shared::agreements`; the server tells it with each agreement.
//!
//! | file | what |
//! |---|---|
//! | `list`, `choice`, `row` | all of them that somebody may know of |
//! | `agreement`, `standing` | one: its parts |
//! | `contents`, `lines`, `differences` | what a version says, and what it changes |
//! | `actions`, `giving`, `paper` | what can be done about it |
//! | `new`, `new_fields`, `new_reading`, `new_query` | staff: beginning one that no introduction led to |
//! | `edit`, `fields`, `goods`, `values`, `reading` | the form of what a version says |
//! | `checks`, `delivery`, `amounts` | what was delivered, and saying so |
//! | `link` | saying so by the link of a mail |

mod actions;
mod agreement;
mod amounts;
mod changes;
mod checks;
mod choice;
mod contents;
mod delivery;
mod differences;
mod drafting;
mod edit;
mod edit_query;
mod fields;
mod giving;
mod goods;
mod lines;
mod link;
mod link_query;
mod list;
mod list_query;
mod new;
mod new_fields;
mod new_query;
mod new_reading;
mod one_query;
mod paper;
mod reading;
mod row;
mod standing;
mod values;

pub(crate) use self::agreement::AgreementPage;
pub(crate) use self::drafting::DraftButton;
pub(crate) use self::edit::EditPage;
pub(crate) use self::link::DeliveryPage;
pub(crate) use self::list::AgreementsPage;
pub(crate) use self::new::NewAgreementPage;
pub(crate) use self::standing::badge;

/// Where the list is.
const PATH: &str = "/thoa-thuan";

/// Where staff begin one.
pub(crate) const NEW_PATH: &str = "/can-bo/thoa-thuan/moi";

/// The event of the new one, in its address.
const EVENT: &str = "su-kien";

/// Where staff begin one that was made at an event.
pub(crate) fn new_at(event: &cynic::Id) -> String {
    format!("{NEW_PATH}?{EVENT}={}", event.inner())
}

/// Where one agreement is.
pub(crate) fn address_of(id: &cynic::Id) -> String {
    format!("{PATH}/{}", id.inner())
}
