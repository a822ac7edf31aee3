//! Table `upload`: files that people put here.

use sea_orm::entity::prelude::*;
use shared::{UploadId, UploadKind};

/// One row of `upload`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "upload")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: UploadId,
    pub sha256: String,
    pub kind: UploadKind,
    pub media_type: String,
    pub bytes: i32,
    pub width: Option<i32>,
    pub height: Option<i32>,
    pub name: String,
    pub created_by: String,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
