//! Attempts to solve a round: begun by a request, made in the background by the node that was asked, broken off from any
//! node. The row of the round says which attempt counts; one that finds another there, or none, ends without a trace.

use std::{
    convert::Infallible,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use chrono::Utc;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::json;
use shared::{Problem, RoundAction, RoundId};
use tokio::sync::{Semaphore, watch};
use uuid::Uuid;

use super::{
    choices::Choices,
    choosing::of_round,
    find, lock,
    problem::NoPlan,
    require_after,
    stored::StoredSaid,
    weighing::{self, Found, Watch},
    writing::save,
};
use crate::{
    accounts::SignedIn,
    app::App,
    calendar,
    changes::{Line, Write},
    entities::round,
    error::{Error, Result},
    forms,
};

mod recording;

/// How often an attempt says how far it is and asks whether it is still wanted.
const BEAT: Duration = Duration::from_millis(400);
/// An attempt of which nothing was heard for so long has died with its node.
const SILENCE: chrono::TimeDelta = chrono::TimeDelta::seconds(30);

/// The attempts of this node: one is made at a time, the others wait.
#[derive(Debug)]
pub struct Solver {
    turn: Semaphore,
    begun: watch::Sender<usize>,
}

impl Default for Solver {
    fn default() -> Self {
        Self { turn: Semaphore::new(1), begun: watch::Sender::new(0) }
    }
}

impl Solver {
    /// Whoever has its permit keeps attempts of this node waiting.
    pub fn turn(&self) -> &Semaphore {
        &self.turn
    }

    /// Waits until this node makes no attempt.
    pub async fn settled(&self) {
        // The sender lives as long as this.
        let _ = self.begun.subscribe().wait_for(|begun| *begun == 0).await;
    }
}

/// How far the attempt is that is being made, in hundredths; nothing where none is.
pub(super) fn progress(round: &round::Model) -> Option<i32> {
    let is_alive = round.run_seen_at.is_some_and(|seen| seen > Utc::now() - SILENCE);
    (round.run_id.is_some() && is_alive).then_some(round.run_percent)
}

/// Begins an attempt, unless one is being made.
pub(super) async fn begin(app: &Arc<App>, somebody: &SignedIn, id: RoundId) -> Result<round::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let before = lock(write.rows(), id).await?;
    require_after(&before, RoundAction::Solve)?;
    if progress(&before).is_some() {
        return Ok(before);
    }
    if of_round(write.rows(), id).await?.is_empty() {
        return Err(forms::wrong("id", Problem::Missing));
    }
    let run = Uuid::now_v7();
    let round = round::Model {
        run_id: Some(run),
        run_percent: 0,
        run_seen_at: Some(Utc::now()),
        problem: None,
        ..before
    };
    save(&write, &round).await?;
    write.record(Line::of("round", id, "solving"));
    app.commit(write).await?;
    let attempt = Attempt { app: app.clone(), round: id, run, actor: somebody.actor() };
    app.solver.begun.send_modify(|begun| *begun += 1);
    app.background.spawn(attempt.make());
    Ok(round)
}

/// Breaks off what is being made.
pub(super) async fn cancel(app: &Arc<App>, somebody: &SignedIn, id: RoundId) -> Result<round::Model> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let before = lock(write.rows(), id).await?;
    if before.run_id.is_none() {
        return Ok(before);
    }
    let round = round::Model { run_id: None, ..before };
    save(&write, &round).await?;
    write.record(Line::of("round", id, "cancelled"));
    app.commit(write).await?;
    Ok(round)
}

/// One attempt.
struct Attempt {
    app: Arc<App>,
    round: RoundId,
    run: Uuid,
    actor: String,
}

impl Attempt {
    async fn make(self) {
        if let Err(error) = self.find_and_write().await {
            tracing::error!(round = %self.round, %error, "a round could not be solved");
            if let Err(error) = self.write_problem(&NoPlan::Failed).await {
                tracing::error!(round = %self.round, %error, "nor could that be written down");
            }
        }
        self.app.solver.begun.send_modify(|begun| *begun -= 1);
    }

    async fn find_and_write(&self) -> Result<()> {
        let watch = Arc::new(Watch::default());
        let found = tokio::select! {
            found = self.find(&watch) => found?,
            beating = self.beat(&watch) => match beating? {},
        };
        match found {
            None => Ok(()),
            Some(Ok(found)) => self.write_plan(found).await,
            Some(Err(problem)) => self.write_problem(&problem).await,
        }
    }

    async fn find(&self, watch: &Arc<Watch>) -> Result<Option<Result<Found, NoPlan>>> {
        // Nobody closes it.
        let _turn = self.app.solver.turn.acquire().await.map_err(anyhow::Error::new)?;
        let rows = self.app.database.read();
        let round = find(rows, self.round).await?;
        if round.run_id != Some(self.run) {
            return Ok(None);
        }
        let choices = Choices::read(rows, &self.app.labels(), round, calendar::today()).await?;
        weighing::find(&self.app, choices, watch).await
    }

    /// Says every moment how far it is, until it is wanted no more or the program ends; then it waits for the end of the
    /// attempt, which it has told to stop. How far it is is no fact that the log keeps.
    async fn beat(&self, watch: &Watch) -> Result<Infallible> {
        let mut clock = tokio::time::interval(BEAT);
        loop {
            clock.tick().await;
            let told = round::Entity::update_many()
                .col_expr(round::Column::RunPercent, Expr::value(watch.percent.load(Ordering::Relaxed)))
                .col_expr(round::Column::RunSeenAt, Expr::value(Utc::now()))
                .filter(round::Column::Id.eq(self.round))
                .filter(round::Column::RunId.eq(self.run))
                .exec(self.app.database.write())
                .await?;
            if told.rows_affected == 0 || self.app.background.is_closed() {
                watch.is_cancelled.store(true, Ordering::Relaxed);
                return std::future::pending().await;
            }
        }
    }

    /// The row, if this attempt still counts; it is over then.
    async fn end(&self, write: &Write) -> Result<Option<round::Model>> {
        match lock(write.rows(), self.round).await {
            Ok(round) if round.run_id == Some(self.run) => {
                Ok(Some(round::Model { run_id: None, run_percent: 0, run_seen_at: None, ..round }))
            }
            Ok(_) | Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    async fn write_plan(&self, found: Found) -> Result<()> {
        let mut write = Write::begin(&self.app.database, self.actor.clone()).await?;
        let Some(round) = self.end(&write).await? else { return Ok(()) };
        let status = require_after(&round, RoundAction::Solve)?;
        let told = json!({ "objective": found.outcome.objective, "bound": found.outcome.bound, "pairs": found.pairs.len() });
        recording::record(&write, self.round, &found).await?;
        let mut round = round::Model { status, problem: None, outcome: Some(found.outcome), ..round };
        round.touch();
        save(&write, &round).await?;
        write.record(Line::of("round", self.round, "solved").with(None, Some(told)));
        self.app.commit(write).await
    }

    async fn write_problem(&self, problem: &NoPlan) -> Result<()> {
        let mut write = Write::begin(&self.app.database, self.actor.clone()).await?;
        let Some(round) = self.end(&write).await? else { return Ok(()) };
        let said: StoredSaid = problem.said(write.rows()).await?;
        let told = json!({ "problem": said });
        save(&write, &round::Model { problem: Some(said), ..round }).await?;
        write.record(Line::of("round", self.round, "unsolved").with(None, Some(told)));
        self.app.commit(write).await
    }
}
