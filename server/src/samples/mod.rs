//! Samples for trying out (`ocop seed --demo`): made-up people, organisations, products, needs,
//! introductions and an event, all marked "(mẫu)". They are entered through the API as these people would do it, so nothing is there that the API would refuse.

mod entering;
mod events;
mod file;
mod people;

use std::path::Path;

use anyhow::Context;

use self::{entering::Entering, file::Samples};
use crate::{app::App, config::Config, database::Database, follower};

/// Where the accounts and their password are written down, below `OCOP_DATA_DIR`.
const ACCOUNTS_FILE: &str = "sample-accounts.txt";

/// Enters the samples, unless they are there; says what was done.
pub async fn load(config: Config) -> anyhow::Result<String> {
    let samples = Samples::embedded()?;
    // Looked for before anything is opened that a running server has open, too.
    if entering::are_there(&Database::open(&config.database_url).await?, &samples).await? {
        return Ok("The samples are there already.".to_owned());
    }
    let app = App::start(config).await?;
    let following = tokio::spawn(follower::follow(app.clone()));
    let password = people::enter(&app.database, &samples.people).await?;
    let accounts = people::in_words(&samples.people, &password);
    keep(&app.config.data_dir.join(ACCOUNTS_FILE), &accounts)?;
    let entered = Entering::new(&app, &samples).all().await;
    following.abort();
    entered.context("entering the samples")?;
    people::forget_mails(&app.database, &samples.people).await?;
    Ok(format!("Samples, all named \"(mẫu)\". {accounts}"))
}

/// For those who come later; only the owner of the folder reads it.
fn keep(file: &Path, accounts: &str) -> anyhow::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut open = options.open(file).with_context(|| file.display().to_string())?;
    std::io::Write::write_all(&mut open, accounts.as_bytes()).context("writing the accounts down")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_sample_is_entered_once_and_says_that_it_is_one() {
        let samples = Samples::embedded().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::from_environment().unwrap();
        config.data_dir = folder.path().to_owned();
        config.database_url = format!("sqlite://{}/ocop.db?mode=rwc", folder.path().display());
        let database = Database::open(&config.database_url).await.unwrap();
        database.migrate().await.unwrap();
        crate::reference::load(&database).await.unwrap();
        database.close().await.unwrap();

        let first = load(config.clone()).await.unwrap();
        let second = load(config).await.unwrap();

        assert!(first.contains("sen@mau.example"), "{first}");
        assert_eq!(second, "The samples are there already.");
        let names = samples.organisations.iter().flat_map(|organisation| {
            let products = organisation.products.iter().map(|product| &product.input);
            let needs = organisation.needs.iter().map(|need| &need.input);
            std::iter::once(&organisation.input).chain(products).chain(needs)
        });
        for name in names.map(|input| input["name"].as_str().unwrap()) {
            assert!(name.ends_with("(mẫu)"), "{name}");
        }
        let said = samples.introductions.iter().flat_map(|introduction| {
            let messages = introduction.messages.iter().map(|message| &message.text);
            std::iter::once(&introduction.note).chain(messages)
        });
        for words in said {
            assert!(words.ends_with("(mẫu)"), "{words}");
        }
        assert!(samples.events.iter().all(|event| event.input["name"].as_str().unwrap().ends_with("(mẫu)")));
        assert!(samples.organisations.iter().all(|one| one.input.get("taxCode").is_none()));
        assert!(samples.people.iter().all(|one| one.email.ends_with("@mau.example")));
    }
}
