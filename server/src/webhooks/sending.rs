//! Sending what waits. Any number of nodes may do so at once: each call is claimed before it is made. A program that is
//! slow has two of the places at most, so that all others are still told.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
    time::Duration,
};

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use shared::{WebhookDeliveryId, WebhookId, WebhookProblem};
use tokio::task::{self, JoinSet};

use super::{
    calling::{Outcome, Telephone},
    line, target,
};
use crate::{
    app::App,
    changes::Write,
    entities::{
        webhook,
        webhook_delivery::{Column, Entity, Model},
    },
    error::Result,
};

/// How often the table is looked at when nobody says that there is something new.
const LOOK_EVERY: Duration = Duration::from_secs(20);
/// Calls at once.
const AT_ONCE: usize = 16;
/// Calls of one host at once.
const AT_ONCE_PER_HOST: usize = 2;
/// How long one node has for a call before another may make it; longer than a call takes.
const CLAIM: chrono::Duration = chrono::Duration::minutes(2);
/// Minutes from a call that failed to the next one; after the last it is given up.
pub const PAUSES: [i64; 6] = [1, 5, 30, 2 * 60, 8 * 60, 24 * 60];
/// Days for which is kept what was delivered or given up.
const KEPT_DAYS: i64 = 30;

/// Tells other programs of what waits.
pub struct Sending {
    app: Arc<App>,
    telephone: Arc<Telephone>,
    /// Each runs by itself: one that has a connection to the database must not wait for who waits for one.
    running: JoinSet<()>,
    /// The host that each of them calls.
    hosts: HashMap<task::Id, String>,
}

/// Makes all calls that are due; how many there were.
pub async fn send_due(app: &Arc<App>) -> anyhow::Result<usize> {
    let mut sending = Sending::new(app.clone())?;
    let mut made = 0;
    loop {
        sending.begin_due().await?;
        if !sending.end_one().await {
            return Ok(made);
        }
        made += 1;
    }
}

impl Sending {
    /// Ready to send.
    pub fn new(app: Arc<App>) -> anyhow::Result<Self> {
        let telephone = Arc::new(Telephone::new(app.config.webhooks_to_private_addresses)?);
        Ok(Self { app, telephone, running: JoinSet::new(), hosts: HashMap::new() })
    }

    /// Sends for as long as the program runs.
    pub async fn keep_sending(mut self) {
        let mut written = self.app.database.last_change().subscribe();
        loop {
            if let Err(error) = self.begin_due().await {
                tracing::error!(%error, "other programs could not be told; trying again");
            }
            tokio::select! {
                true = self.end_one() => {}
                // A hint is enough; a missed one only means waiting for the next look.
                _ = tokio::time::timeout(LOOK_EVERY, written.changed()) => {}
            }
        }
    }

    /// Waits for one of the calls; whether there was any.
    async fn end_one(&mut self) -> bool {
        let Some(ended) = self.running.join_next_with_id().await else { return false };
        let id = match ended {
            Ok((id, ())) => id,
            Err(error) => {
                tracing::error!(%error, "a call has not ended well");
                error.id()
            }
        };
        self.hosts.remove(&id);
        true
    }

    /// Begins calls that are due, as far as there are places.
    async fn begin_due(&mut self) -> Result<()> {
        // Those whose host has all the places it may have.
        let mut passed_over: HashSet<WebhookId> = HashSet::new();
        while self.hosts.len() < AT_ONCE {
            let due = due(&self.app, &passed_over).await?;
            if due.is_empty() {
                break;
            }
            for (told, webhook) in due {
                let host = target::host(&webhook.url);
                let calls_of_host = self.hosts.values().filter(|one| **one == host).count();
                if calls_of_host >= AT_ONCE_PER_HOST {
                    passed_over.insert(webhook.id);
                } else if self.hosts.len() < AT_ONCE && claim(&self.app, &told).await? {
                    let call = call(self.app.clone(), self.telephone.clone(), webhook, told);
                    self.hosts.insert(self.running.spawn(call).id(), host);
                }
            }
        }
        Ok(())
    }
}

/// Some that are due, the longest waiting first. What is paused waits.
async fn due(app: &App, without: &HashSet<WebhookId>) -> Result<Vec<(Model, webhook::Model)>> {
    let query = Entity::find()
        .find_both_related(webhook::Entity)
        .filter(Column::DueAt.lte(Utc::now()))
        .filter(webhook::Column::PausedAt.is_null())
        .filter(Column::WebhookId.is_not_in(without.iter().copied()))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(AT_ONCE as u64);
    Ok(query.all(app.database.read()).await?)
}

/// Whether this node is the one to make the call.
async fn claim(app: &App, told: &Model) -> Result<bool> {
    let now = Utc::now();
    let claimed = Entity::update_many()
        .col_expr(Column::DueAt, Expr::value(now + CLAIM))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .filter(Column::Id.eq(told.id))
        .filter(Column::Attempts.eq(told.attempts))
        .filter(Column::DueAt.lte(now))
        .exec(app.database.write())
        .await?;
    Ok(claimed.rows_affected == 1)
}

async fn call(app: Arc<App>, telephone: Arc<Telephone>, webhook: webhook::Model, told: Model) {
    let outcome = telephone.call(&webhook, &told).await;
    let id = told.id;
    if let Err(error) = note(&app, &webhook, told, outcome).await {
        // It is tried again when the claim has ended; programs know what they have had by its id.
        tracing::error!(%error, delivery = %id, "what came of a call could not be written down");
    }
}

/// Writes down what came of a call.
async fn note(app: &App, webhook: &webhook::Model, told: Model, outcome: Outcome) -> Result<()> {
    let (now, tried) = (Utc::now(), told.attempts + 1);
    let next = next_try(now, tried, outcome.problem);
    let is_given_up = outcome.problem.is_some() && next.is_none();
    if let Some(problem) = outcome.problem {
        let (delivery, problem, status) = (told.id, problem.as_str(), outcome.status);
        tracing::warn!(%delivery, tried, problem, status, is_given_up, "a program could not be told");
    }
    let at = |happened: bool| happened.then_some(now);
    Entity::update_many()
        .col_expr(Column::DueAt, Expr::value(next))
        .col_expr(Column::DeliveredAt, Expr::value(at(outcome.problem.is_none())))
        .col_expr(Column::GivenUpAt, Expr::value(at(is_given_up)))
        .col_expr(Column::LastStatus, Expr::value(outcome.status.map(i32::from)))
        .col_expr(Column::LastProblem, Expr::value(outcome.problem))
        .filter(Column::Id.eq(told.id))
        // Another node has it by now if this one took too long.
        .filter(Column::Attempts.eq(tried))
        .exec(app.database.write())
        .await?;
    if outcome.problem == Some(WebhookProblem::Gone) {
        pause_gone(app, webhook, told.id).await?;
    }
    Ok(())
}

/// When it is tried again; never when it has come there, when it was tried often enough, or when it is wanted no more.
fn next_try(now: DateTime<Utc>, tried: i32, problem: Option<WebhookProblem>) -> Option<DateTime<Utc>> {
    let problem = problem?;
    let pause = PAUSES.get(usize::try_from(tried - 1).ok()?)?;
    (problem != WebhookProblem::Gone).then(|| now + chrono::Duration::minutes(*pause))
}

/// Pauses a webhook whose program wants to be told nothing any more.
async fn pause_gone(app: &App, webhook: &webhook::Model, by: WebhookDeliveryId) -> Result<()> {
    let mut write = Write::begin(&app.database, "webhooks").await?;
    let paused = webhook::Entity::update_many()
        .col_expr(webhook::Column::PausedAt, Expr::value(Some(Utc::now())))
        .filter(webhook::Column::Id.eq(webhook.id))
        .filter(webhook::Column::PausedAt.is_null())
        .exec(write.rows())
        .await?;
    if paused.rows_affected == 1 {
        tracing::warn!(webhook = %webhook.id, delivery = %by, "a webhook is paused: its program is gone");
        write.record(line(webhook, "webhook_gone").with(None, Some(super::managing::logged(webhook))));
    }
    write.commit().await.map(drop)
}

/// Forgets what was delivered or given up long ago; how many rows.
pub(crate) async fn forget_old(write: &Write, now: DateTime<Utc>) -> Result<u64> {
    let forgotten = Entity::delete_many()
        .filter(Column::DueAt.is_null())
        .filter(Column::CreatedAt.lte(now - chrono::Duration::days(KEPT_DAYS)))
        .exec(write.rows())
        .await?;
    Ok(forgotten.rows_affected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_tried_seven_times_in_a_day_and_a_half() {
        let now = Utc::now();
        let minutes = |tried| {
            let next = next_try(now, tried, Some(WebhookProblem::Refused));
            next.map(|next| (next - now).num_minutes())
        };

        let all: Vec<_> = (1..=7).map(minutes).collect();

        assert_eq!(all, [Some(1), Some(5), Some(30), Some(120), Some(480), Some(1440), None]);
        assert_eq!(next_try(now, 1, Some(WebhookProblem::Gone)), None);
        assert_eq!(next_try(now, 1, None), None);
    }
}
