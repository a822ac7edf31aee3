//! Table `account`: people who can sign in.

use sea_orm::entity::prelude::*;
use shared::{AccountId, MailChoice, StaffRole};

/// One row of `account`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AccountId,
    pub email: String,
    pub email_key: String,
    pub name: String,
    pub phone: Option<String>,
    pub password_hash: String,
    pub staff_role: Option<StaffRole>,
    pub confirmed_at: Option<DateTimeUtc>,
    pub disabled_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
    pub mail_choice: MailChoice,
}

impl ActiveModelBehavior for ActiveModel {}
