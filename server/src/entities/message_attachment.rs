//! Table `message_attachment`: the files of a message, in order.

use sea_orm::entity::prelude::*;
use shared::{MessageId, UploadId};

/// One row of `message_attachment`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message_attachment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub message_id: MessageId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub upload_id: UploadId,
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
