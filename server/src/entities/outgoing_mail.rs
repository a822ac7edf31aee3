//! Table `outgoing_mail`: mails that wait to be sent.

use sea_orm::entity::prelude::*;

/// One row of `outgoing_mail`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outgoing_mail")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub to_address: String,
    pub subject: String,
    pub body: String,
    pub created_at: DateTimeUtc,
    pub attempts: i32,
    pub due_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
