//! Sending what waits: to the mail server, or, when none is set, into text files of the data folder, which is what one
//! wants on one's own machine. What can't be sent is tried again later, ever more seldom, and given up after a day.

use std::{path::Path, sync::Arc, time::Duration};

use anyhow::Context;
use chrono::Utc;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, ModelTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

use crate::{app::App, entities::outgoing_mail, error::Result};

/// How often the table is looked at when nobody says that there is something new.
const LOOK_EVERY: Duration = Duration::from_secs(20);
/// Mails sent at one look.
const AT_ONCE: u64 = 50;
/// How long one node has for a mail before another may try it.
const CLAIM: chrono::Duration = chrono::Duration::minutes(5);
/// Tries before a mail is given up; with the pauses between them about a day.
const TRIES: i32 = 10;

/// Where mails go.
pub enum Post {
    /// A mail server.
    Server(Box<AsyncSmtpTransport<Tokio1Executor>>, Mailbox),
    /// Text files in a folder.
    Folder(std::path::PathBuf),
}

impl Post {
    /// What the settings say.
    pub fn new(url: Option<&str>, from: &str, data_dir: &Path) -> anyhow::Result<Self> {
        let Some(url) = url else { return Ok(Self::Folder(data_dir.join("mail"))) };
        let from = from.parse().with_context(|| format!("MAIL_FROM is no mail address: {from:?}"))?;
        // The address may hold a password, so the error does not tell it.
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| anyhow::anyhow!("SMTP_URL must be like smtps://user:password@host"))?;
        Ok(Self::Server(Box::new(transport.build()), from))
    }

    async fn send(&self, mail: &outgoing_mail::Model) -> anyhow::Result<()> {
        match self {
            Self::Server(server, from) => {
                let message = Message::builder()
                    .from(from.clone())
                    .to(mail.to_address.parse().context("the address")?)
                    .subject(mail.subject.clone())
                    .header(ContentType::TEXT_PLAIN)
                    .body(mail.body.clone())?;
                server.send(message).await?;
            }
            Self::Folder(folder) => {
                tokio::fs::create_dir_all(folder).await?;
                let text = format!("To: {}\nSubject: {}\n\n{}", mail.to_address, mail.subject, mail.body);
                let file = folder.join(format!("{}.txt", mail.id));
                tokio::fs::write(&file, text).await?;
                tracing::info!(file = %file.display(), "a mail was written, as no mail server is set");
            }
        }
        Ok(())
    }
}

/// Sends for as long as the program runs.
pub async fn keep_sending(app: Arc<App>) {
    let mut written = app.database.last_change().subscribe();
    loop {
        if let Err(error) = send_due(&app).await {
            tracing::error!(%error, "mails could not be sent; trying again");
        }
        // A hint is enough; a missed one only means waiting for the next look.
        let _ = tokio::time::timeout(LOOK_EVERY, written.changed()).await;
    }
}

/// Sends what is due; how many mails were sent.
pub async fn send_due(app: &App) -> Result<usize> {
    let due = outgoing_mail::Entity::find()
        .filter(outgoing_mail::Column::DueAt.lte(Utc::now()))
        .order_by_asc(outgoing_mail::Column::Id)
        .limit(AT_ONCE)
        .all(app.database.read())
        .await?;
    let mut sent = 0;
    for mail in due {
        if !claim(app, &mail).await? {
            continue;
        }
        match app.post.send(&mail).await {
            Ok(()) => {
                // With it goes the secret that the mail holds.
                mail.delete(app.database.write()).await?;
                sent += 1;
            }
            Err(error) => put_off(app, mail, &error).await?,
        }
    }
    Ok(sent)
}

/// Whether this node is the one to send it.
async fn claim(app: &App, mail: &outgoing_mail::Model) -> Result<bool> {
    let claimed = outgoing_mail::Entity::update_many()
        .col_expr(outgoing_mail::Column::DueAt, Expr::value(Utc::now() + CLAIM))
        .col_expr(outgoing_mail::Column::Attempts, Expr::col(outgoing_mail::Column::Attempts).add(1))
        .filter(outgoing_mail::Column::Id.eq(mail.id))
        .filter(outgoing_mail::Column::Attempts.eq(mail.attempts))
        .exec(app.database.write())
        .await?;
    Ok(claimed.rows_affected == 1)
}

async fn put_off(app: &App, mail: outgoing_mail::Model, error: &anyhow::Error) -> Result<()> {
    let tried = mail.attempts + 1;
    tracing::warn!(mail = %mail.id, tried, error = format!("{error:#}").replace(&mail.to_address, "(address)"), "a mail could not be sent");
    if tried >= TRIES {
        tracing::error!(mail = %mail.id, "the mail is given up");
        mail.delete(app.database.write()).await?;
        return Ok(());
    }
    let pause = chrono::Duration::minutes(1 << Ord::min(tried, 9));
    outgoing_mail::Entity::update_many()
        .col_expr(outgoing_mail::Column::DueAt, Expr::value(Utc::now() + pause))
        .filter(outgoing_mail::Column::Id.eq(mail.id))
        .exec(app.database.write())
        .await?;
    Ok(())
}
