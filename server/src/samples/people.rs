//! The accounts of the samples. They have one password, made anew for each database: nobody who has read this can sign in
//! anywhere.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::{Email, StaffRole};

use super::file::Person;
use crate::{
    accounts::{command::Made, passwords, secrets},
    changes::Write,
    database::Database,
    entities::outgoing_mail,
};

/// Letters of the password.
const LETTERS: usize = 16;

/// Makes the accounts; gives their password.
pub(super) async fn enter(database: &Database, people: &[Person]) -> anyhow::Result<String> {
    let password = secrets::new_token()[..LETTERS].to_owned();
    let hash = passwords::hash(password.clone()).await?;
    let mut write = Write::begin(database, "ocop seed").await?;
    for person in people {
        let staff_role = person.staff.as_deref().and_then(StaffRole::parse);
        let made = Made { name: &person.name, email: &email(person)?, hash: &hash, staff_role };
        made.write(&mut write).await?;
    }
    write.commit().await?;
    Ok(password)
}

/// Forgets the mails that were written to them: nobody is there to read them.
pub(super) async fn forget_mails(database: &Database, people: &[Person]) -> anyhow::Result<()> {
    let theirs = people.iter().map(|person| person.email.as_str());
    let mails = outgoing_mail::Entity::delete_many().filter(outgoing_mail::Column::ToAddress.is_in(theirs));
    mails.exec(database.write()).await?;
    Ok(())
}

fn email(person: &Person) -> anyhow::Result<Email> {
    person.email.parse().map_err(|problem| anyhow::anyhow!("{}: {problem}", person.email))
}

/// What somebody needs to sign in.
pub(super) fn in_words(people: &[Person], password: &str) -> String {
    let addresses: Vec<&str> = people.iter().map(|person| person.email.as_str()).collect();
    format!("Accounts: {}; password of all: {password}\n", addresses.join(", "))
}
