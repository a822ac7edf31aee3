//! Mail. A letter is put into the table `outgoing_mail` in the transaction of what it tells of, so that neither happens
//! without the other and nobody waits for a mail server; [`sending`] takes it from there.

pub(crate) mod agreements;
pub(crate) mod events;
pub(crate) mod introductions;
pub mod letters;
pub(crate) mod news;
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

/// Mails of one INSERT; seven values each, below the limit of both databases.
const AT_ONCE: usize = 1_000;

/// Has a letter sent once the transaction is committed.
pub(crate) async fn post(write: &Write, to: &str, letter: Letter) -> Result<()> {
    post_all(write, vec![(to.to_owned(), letter)]).await
}

/// Has letters sent to their addresses once the transaction is committed.
pub(crate) async fn post_all(write: &Write, letters: Vec<(String, Letter)>) -> Result<()> {
    let now = Utc::now();
    let row = |(to, letter): &(String, Letter)| outgoing_mail::ActiveModel {
        id: Set(Uuid::now_v7()),
        to_address: Set(to.clone()),
        subject: Set(letter.subject.clone()),
        body: Set(letter.body.clone()),
        created_at: Set(now),
        attempts: Set(0),
        due_at: Set(now),
    };
    for some in letters.chunks(AT_ONCE) {
        let rows = some.iter().map(row);
        outgoing_mail::Entity::insert_many(rows).exec_without_returning(write.rows()).await?;
    }
    Ok(())
}
