//! Mail. A letter is put into the table `outgoing_mail` in the transaction of what it tells of, so that neither happens
//! without the other and nobody waits for a mail server; [`sending`] takes it from there.

pub mod letters;
pub mod sending;

use chrono::Utc;
use sea_orm::{EntityTrait, Set};
use uuid::Uuid;

use crate::{changes::Write, entities::outgoing_mail, error::Result};

/// A mail without its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What a list of mails shows.
    pub subject: String,
    /// Plain text.
    pub body: String,
}

/// Has a letter sent once the transaction is committed.
pub(crate) async fn post(write: &Write, to: &str, letter: Letter) -> Result<()> {
    let now = Utc::now();
    let row = outgoing_mail::ActiveModel {
        id: Set(Uuid::now_v7()),
        to_address: Set(to.to_owned()),
        subject: Set(letter.subject),
        body: Set(letter.body),
        created_at: Set(now),
        attempts: Set(0),
        due_at: Set(now),
    };
    outgoing_mail::Entity::insert(row).exec_without_returning(write.rows()).await?;
    Ok(())
}
