//! Changes as they happen, over a connection that stays open.

use std::{sync::Arc, time::Duration};

use async_graphql::{Context, ID, SimpleObject, Subscription};
use chrono::{DateTime, Utc};
use futures::{Stream, StreamExt, stream};
use tokio::{
    sync::broadcast::{Receiver, error::RecvError},
    time::{Interval, interval},
};

use super::notices::{Insight, Notice};
use crate::{
    accounts::{Viewer, sessions},
    app::App,
    error::{Error, Result},
    graphql::context::Ask,
};

/// How often it is looked whether a session still lasts, whatever happens.
const LOOK_EVERY: Duration = Duration::from_secs(300);

/// That something changed. What it is now is asked for as always.
#[derive(SimpleObject, Debug)]
pub struct ChangeNotice {
    /// Number of the line in the log; larger is later.
    seq: i64,
    /// When it was written.
    at: DateTime<Utc>,
    /// What kind of thing: `product`, `need`, `introduction`, `sale_point`, `organisation`, `account`; `*` when so much changed at once
    /// that everything should be read anew.
    entity: String,
    /// Its id; `*` with it.
    entity_id: ID,
    /// What was done: `created`, `updated`; `changed` for those who are neither its own people nor staff; `began` once.
    action: String,
}

impl ChangeNotice {
    /// That somebody is heard from now on: what they read after this misses nothing.
    fn beginning(seq: i64) -> Self {
        Self {
            seq,
            at: Utc::now(),
            entity: "*".to_owned(),
            entity_id: ID("*".to_owned()),
            action: "began".to_owned(),
        }
    }

    fn new(notice: &Notice, insight: Insight) -> Self {
        let action = match insight {
            Insight::Inside => notice.action.clone(),
            Insight::Outside => "changed".to_owned(),
        };
        Self {
            seq: notice.seq,
            at: notice.at,
            entity: notice.entity.clone(),
            entity_id: ID(notice.entity_id.clone()),
            action,
        }
    }
}

/// Changes as they happen.
#[derive(Default)]
pub struct ChangeSubscription;

/// Changes as they happen.
#[Subscription]
impl ChangeSubscription {
    /// Changes that the viewer may know of, from now on and on whichever node they are written: of published products,
    /// sale points, events and open needs for everybody who may read them, of the own organisations and account, for staff
    /// of what they look after. Only those of a kind of thing, or of one thing, when these are named. It begins with a
    /// notice of `*`: what is read after it misses nothing. It ends with `UNAUTHENTICATED` when the session ends, and
    /// with `UNAVAILABLE` for those who read too slowly: begin again and read anew.
    async fn changes(
        &self,
        ctx: &Context<'_>,
        entity: Option<String>,
        id: Option<ID>,
    ) -> impl Stream<Item = async_graphql::Result<ChangeNotice>> + use<> {
        let listening = Listening {
            notices: ctx.app().notices.subscribe(),
            app: ctx.app().clone(),
            viewer: ctx.viewer().clone(),
            entity,
            id: id.map(|id| id.0),
            look: interval(LOOK_EVERY),
        };
        let began = ChangeNotice::beginning(ctx.app().reached());
        let heard = stream::unfold(Some(listening), |listening| async move {
            let mut listening = listening?;
            match listening.next().await {
                Ok(Some(notice)) => Some((Ok(notice), Some(listening))),
                Ok(None) => None,
                Err(error) => Some((Err(error.into()), None)),
            }
        });
        stream::once(async { Ok(began) }).chain(heard)
    }
}

/// Somebody who listens.
struct Listening {
    app: Arc<App>,
    notices: Receiver<Arc<Notice>>,
    viewer: Viewer,
    entity: Option<String>,
    id: Option<String>,
    look: Interval,
}

impl Listening {
    /// The next change for them; nothing when the program ends.
    async fn next(&mut self) -> Result<Option<ChangeNotice>> {
        loop {
            let notice = tokio::select! {
                notice = self.notices.recv() => notice,
                _ = self.look.tick() => {
                    self.look_who_it_is().await?;
                    continue;
                }
            };
            let notice = match notice {
                Ok(notice) => notice,
                Err(RecvError::Closed) => return Ok(None),
                Err(RecvError::Lagged(_)) => return Err(Error::Unavailable),
            };
            if self.viewer.signed_in().is_ok_and(|somebody| notice.is_about(somebody)) {
                self.look_who_it_is().await?;
            }
            let is_asked = |wanted: &Option<String>, is: &str| {
                is == "*" || wanted.as_deref().is_none_or(|wanted| wanted == is)
            };
            if !is_asked(&self.entity, &notice.entity) || !is_asked(&self.id, &notice.entity_id) {
                continue;
            }
            if let Some(insight) = notice.insight(&self.viewer) {
                return Ok(Some(ChangeNotice::new(&notice, insight)));
            }
        }
    }

    /// Reads anew what somebody may do; fails when the session has ended.
    async fn look_who_it_is(&mut self) -> Result<()> {
        if let Viewer::SignedIn(somebody) = &self.viewer {
            self.viewer = sessions::viewer_again(&self.app.database, somebody.session_id).await?;
            self.viewer.signed_in()?;
        }
        Ok(())
    }
}
