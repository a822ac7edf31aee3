//! Files of messages. Whoever reads the conversation may have them, and nobody else.

use async_graphql::ID;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QuerySelect, QueryTrait, Set, sea_query::OnConflict,
};
use shared::{MessageId, Problem, UploadId, UploadKind, limits};

use crate::{
    accounts::{SignedIn, Viewer},
    changes::Write,
    entities::{introduction, message, message_attachment, upload},
    error::Result,
    forms::Form,
};

const FIELD: &str = "attachments";

/// The files somebody names, which they have put here themselves, each once.
pub(super) async fn own(
    write: &Write,
    somebody: &SignedIn,
    form: &mut Form,
    files: &[ID],
) -> Result<Vec<UploadId>> {
    if files.len() > limits::ATTACHMENTS {
        form.wrong(FIELD, Problem::TooMany);
        return Ok(Vec::new());
    }
    let ids: Vec<UploadId> = files.iter().filter_map(|id| id.parse().ok()).collect();
    let found = upload::Entity::find()
        .filter(upload::Column::Id.is_in(ids.iter().copied()))
        .filter(upload::Column::CreatedBy.eq(somebody.actor()))
        .all(write.rows())
        .await?;
    let mut chosen: Vec<upload::Model> = Vec::new();
    for id in &ids {
        let is_new = chosen.iter().all(|other| other.id != *id);
        chosen.extend(found.iter().find(|file| file.id == *id && is_new).cloned());
    }
    if chosen.len() != files.len() {
        form.wrong(FIELD, Problem::NotOffered);
    }
    for_readers(write, chosen).await
}

/// The same files for those who may see what they belong to: a photo is for everybody, so it is put here once more as a
/// document, of the same bytes.
pub(crate) async fn for_readers(write: &Write, files: Vec<upload::Model>) -> Result<Vec<UploadId>> {
    let photos = files.iter().filter(|file| file.kind == UploadKind::Photo);
    let hashes: Vec<String> = photos.clone().map(|photo| photo.sha256.clone()).collect();
    let Some(owner) = files.first().map(|file| file.created_by.clone()) else { return Ok(Vec::new()) };
    if hashes.is_empty() {
        return Ok(files.into_iter().map(|file| file.id).collect());
    }
    let documents = photos.map(|photo| {
        let document = upload::Model { id: UploadId::new(), kind: UploadKind::Document, ..photo.clone() };
        document.into_active_model()
    });
    let key = [upload::Column::Sha256, upload::Column::Kind, upload::Column::CreatedBy];
    upload::Entity::insert_many(documents)
        .on_conflict(OnConflict::columns(key).do_nothing().to_owned())
        .exec_without_returning(write.rows())
        .await?;
    let documents = upload::Entity::find()
        .filter(upload::Column::Sha256.is_in(hashes))
        .filter(upload::Column::Kind.eq(UploadKind::Document))
        .filter(upload::Column::CreatedBy.eq(owner))
        .all(write.rows())
        .await?;
    let document = |file: &upload::Model| documents.iter().find(|other| other.sha256 == file.sha256);
    let mut ids: Vec<UploadId> = Vec::new();
    for file in &files {
        let id = document(file).map_or(file.id, |document| document.id);
        // The photo and its document may both have been named.
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids)
}

/// Adds them to a message.
pub(super) async fn attach(write: &Write, message: MessageId, files: &[UploadId]) -> Result<()> {
    let rows = (0..).zip(files).map(|(position, file)| message_attachment::ActiveModel {
        message_id: Set(message),
        upload_id: Set(*file),
        position: Set(position),
    });
    message_attachment::Entity::insert_many(rows).exec_without_returning(write.rows()).await?;
    Ok(())
}

/// Whether somebody reads a conversation in which a file was sent.
pub(crate) async fn may_see(
    connection: &impl ConnectionTrait,
    viewer: &Viewer,
    upload: &upload::Model,
) -> Result<bool> {
    let Ok(somebody) = viewer.signed_in() else { return Ok(false) };
    let own = || somebody.organisations();
    let theirs = introduction::Entity::find().select_only().column(introduction::Column::Id).filter(
        Condition::any()
            .add(introduction::Column::RetailerId.is_in(own()))
            .add(introduction::Column::ProducerId.is_in(own())),
    );
    let sent = message_attachment::Entity::find()
        .select_only()
        .column(message_attachment::Column::MessageId)
        .filter(message_attachment::Column::UploadId.eq(upload.id));
    let read = message::Entity::find()
        .filter(message::Column::Id.in_subquery(sent.into_query()))
        .filter(message::Column::IntroductionId.in_subquery(theirs.into_query()));
    Ok(read.count(connection).await? > 0)
}
