//! The scan of a paper that both have signed: both sides and their staff may have it, and nobody else.

use async_graphql::ID;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use shared::{Problem, UploadId};

use super::listing::visible;
use crate::{
    accounts::{SignedIn, Viewer},
    changes::Write,
    entities::{agreement, upload},
    error::Result,
    forms::Form,
    introductions::attachments,
};

const FIELD: &str = "scan";

/// The file somebody names, which they have put here themselves.
pub(super) async fn own(
    write: &Write,
    somebody: &SignedIn,
    form: &mut Form,
    id: &ID,
) -> Result<Option<UploadId>> {
    let found = match id.parse::<UploadId>() {
        Ok(id) => upload::Entity::find_by_id(id).one(write.rows()).await?,
        Err(_) => None,
    };
    let Some(file) = found.filter(|file| file.created_by == somebody.actor()) else {
        form.wrong(FIELD, Problem::NotOffered);
        return Ok(None);
    };
    // A photo would be for everybody.
    Ok(attachments::for_readers(write, vec![file]).await?.pop())
}

/// Whether a file is the scan of an agreement that somebody may know of.
pub(crate) async fn may_see(
    connection: &impl ConnectionTrait,
    viewer: &Viewer,
    upload: &upload::Model,
) -> Result<bool> {
    let Ok(somebody) = viewer.signed_in() else { return Ok(false) };
    let theirs =
        agreement::Entity::find().filter(agreement::Column::ScanId.eq(upload.id)).filter(visible(somebody));
    Ok(theirs.count(connection).await? > 0)
}
