//! Papers that people enter about their products or their organisation: certificates, and decisions that gave a product
//! its stars. A certificate is shown to everybody as one that its owner entered; a star is shown to nobody, and the
//! search counts neither, until staff have confirmed it.

mod certificates;
mod deciding;
pub mod graphql;
pub mod inputs;
mod owner;
mod star_decisions;
mod waiting;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shared::{Problem, UploadId, UploadKind};

use crate::{
    accounts::SignedIn,
    entities::{certificate, star_decision, upload},
    error::Result,
    forms::Form,
};

/// A paper that somebody may have entered, and staff may have decided on.
pub(crate) trait Entered {
    /// Whether it counts: it comes from a source that can be cited, or staff have confirmed it.
    fn counts(&self) -> bool;
    /// Whether its owner entered it.
    fn was_entered_here(&self) -> bool;
    /// Whether staff have said that it is not what it says; then it is shown to nobody but its own people and staff.
    fn is_refused(&self) -> bool;
    /// Whether staff have not decided on it yet.
    fn waits(&self) -> bool {
        !self.counts() && !self.is_refused()
    }
}

macro_rules! entered {
    ($($table:ident),+) => {$(
        impl Entered for $table::Model {
            fn counts(&self) -> bool {
                self.entered_by.is_none() || self.confirmed_at.is_some()
            }
            fn was_entered_here(&self) -> bool {
                self.entered_by.is_some()
            }
            fn is_refused(&self) -> bool {
                self.refused_at.is_some()
            }
        }
    )+};
}
entered!(certificate, star_decision);

/// The scan of a paper: the one it has, or a document that somebody has put here themselves.
async fn scan(
    connection: &impl ConnectionTrait,
    somebody: &SignedIn,
    form: &mut Form,
    field: &str,
    id: Option<&async_graphql::ID>,
    present: Option<UploadId>,
) -> Result<Option<UploadId>> {
    let Some(id) = id else { return Ok(None) };
    let own = match id.parse::<UploadId>().ok() {
        Some(id) if present == Some(id) => Some(id),
        Some(id) => {
            let own = upload::Entity::find_by_id(id)
                .filter(upload::Column::Kind.eq(UploadKind::Document))
                .filter(upload::Column::CreatedBy.eq(somebody.actor()));
            own.one(connection).await?.map(|upload| upload.id)
        }
        None => None,
    };
    if own.is_none() {
        form.wrong(field, Problem::NotOffered);
    }
    Ok(own)
}
