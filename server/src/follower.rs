//! Keeps what this node has beside the database (search indexes, register of points, names) up to date, by
//! following the log of changes.
//!
//! An index stores with each commit how far it has come, so a node that stops at any moment goes on from there,
//! and doing a change twice does no harm: what is written is always the whole document as it is now.

use std::{
    collections::{BTreeSet, HashSet},
    sync::Arc,
    time::Duration,
};

use anyhow::Context;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use shared::{AgreementId, IntroductionId, NeedId, OrganisationId, ProductId, SalePointId};
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::{
    app::App,
    calendar, changes,
    entities::product,
    error::{Error, Result},
    lapsed,
    matches::live::Moved,
    names,
    products::documents,
    search::{NameKind, Position, ProductDocument},
};

/// Lines of the log taken at once.
const LINES: u64 = 2_000;
/// Products made into documents at once.
const DOCUMENTS: usize = 2_000;
/// How often the log is looked at when nobody says that there is something new: another process may write.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// What some lines of the log touch.
#[derive(Debug, Default)]
struct Touched {
    products: BTreeSet<ProductId>,
    organisations: BTreeSet<OrganisationId>,
    points: BTreeSet<SalePointId>,
    /// What of the market they touch, beside products.
    market: Moved,
    /// What buyers ask changed: no index holds it, the node's own lists do.
    labels: bool,
    /// Names of units, groups or papers changed: everything may read differently.
    everything: bool,
}

impl Touched {
    fn by(lines: &[(i64, String, String)]) -> Self {
        let mut touched = Self::default();
        for (_, entity, id) in lines {
            match entity.as_str() {
                "product" => touched.products.extend(id.parse::<ProductId>().ok()),
                "organisation" => touched.organisations.extend(id.parse::<OrganisationId>().ok()),
                "sale_point" => touched.points.extend(id.parse::<SalePointId>().ok()),
                "need" => touched.market.needs.extend(id.parse::<NeedId>().ok()),
                "introduction" => touched.market.introductions.extend(id.parse::<IntroductionId>().ok()),
                "agreement" => touched.market.agreements.extend(id.parse::<AgreementId>().ok()),
                "setting" => touched.market.rules = true,
                "requirement" => {
                    touched.labels = true;
                    touched.market.rules = true;
                }
                "admin_unit" | "product_group" | "certificate_kind" | "unit" => touched.everything = true,
                _ => {}
            }
        }
        touched
    }

    fn is_empty(&self) -> bool {
        let nothing = self.products.is_empty() && self.organisations.is_empty() && self.points.is_empty();
        nothing && !self.everything
    }
}

/// Follows for as long as the program runs.
pub async fn follow(app: Arc<App>) {
    let mut written = app.database.last_change().subscribe();
    loop {
        // A hint is enough; a missed one only means waiting for the next look.
        let _ = tokio::time::timeout(LOOK_EVERY, written.changed()).await;
        if let Err(error) = catch_up(&app).await {
            tracing::error!(%error, "the search index could not follow the log; trying again");
        }
    }
}

/// Brings everything up to the newest change and to today.
pub async fn catch_up(app: &Arc<App>) -> Result<()> {
    let _mine = app.catching_up.lock().await;
    let instance = app.database.instance().await?;
    let newest = changes::last_seq(app.database.read()).await?;
    let today = calendar::today();
    let usable = |position: &Position| position.database == instance && position.seq <= newest;
    let products = app.products.position().filter(usable);
    let names = app.names.position().filter(usable);
    let (Some(products), Some(names)) = (products, names) else {
        return rebuild(app, instance).await;
    };
    let mut seq = products.seq.min(names.seq).max(app.reached());
    let mut lapsed = if products.as_of < today {
        lapsed::products(&app.database, products.as_of, today).await?
    } else {
        HashSet::new()
    };
    while seq < newest || !lapsed.is_empty() || products.as_of < today {
        let lines = changes::after(app.database.read(), seq, LINES).await?;
        let mut touched = Touched::by(&lines);
        if touched.everything {
            return rebuild(app, instance).await;
        }
        if touched.labels {
            app.refresh_labels().await?;
        }
        seq = lines.last().map_or(seq, |(seq, ..)| *seq);
        let mut ids = products_of(app, &touched.organisations).await?;
        ids.extend(&touched.products);
        ids.extend(std::mem::take(&mut lapsed));
        let moved = std::mem::take(&mut touched.market);
        app.market.follow(app, Moved { products: ids.clone(), ..moved }).await?;
        // What the indexes do not hold (accounts, sessions) is not worth a commit of theirs; a node that starts reads
        // these lines once more.
        let is_elsewhere = touched.is_empty() && ids.is_empty() && products.as_of == today;
        if is_elsewhere && lines.len() < LINES as usize {
            break;
        }
        let position = Position { database: instance, seq, as_of: today };
        apply(app, touched, ids, position).await?;
        if lines.is_empty() {
            break;
        }
    }
    reached(app, seq).await;
    Ok(())
}

/// Says up to where everything here is right, and tells those who listen what happened.
async fn reached(app: &Arc<App>, seq: i64) {
    let before = app.reached();
    app.has_reached(seq);
    app.notices.tell(app, before, seq).await;
}

/// Writes what some lines touched, and leaves the position behind.
async fn apply(app: &Arc<App>, touched: Touched, ids: BTreeSet<ProductId>, position: Position) -> Result<()> {
    if !touched.points.is_empty() {
        app.refresh_register().await?;
    }
    let labels = app.labels();
    let ids: Vec<ProductId> = ids.into_iter().collect();
    let mut found = Vec::with_capacity(ids.len());
    for some in ids.chunks(DOCUMENTS) {
        found.extend(documents::of(&app.database, &labels, some).await?);
    }
    let present: HashSet<ProductId> = found.iter().map(|document| document.card.id).collect();
    let gone: Vec<ProductId> = ids.into_iter().filter(|id| !present.contains(id)).collect();
    app.products.apply(found, gone, &position)?;

    let named = names::of(app, &touched.organisations, &touched.points).await?;
    let asked = touched.organisations.iter().map(|id| (NameKind::Producer, id.to_string()));
    let asked = asked.chain(touched.points.iter().map(|id| (NameKind::SalePoint, id.to_string())));
    let there: HashSet<(NameKind, String)> =
        named.iter().map(|name| (name.card.kind, name.card.id.clone())).collect();
    let unnamed: Vec<_> = asked.filter(|name| !there.contains(name)).collect();
    app.names.apply(named, unnamed, &position)?;
    Ok(())
}

/// Makes both indexes from nothing.
async fn rebuild(app: &Arc<App>, instance: Uuid) -> Result<()> {
    let started = std::time::Instant::now();
    app.refresh_labels().await?;
    app.refresh_register().await?;
    // The position is taken first: what is written meanwhile is done again, never missed.
    let seq = changes::last_seq(app.database.read()).await?;
    let position = Position { database: instance, seq, as_of: calendar::today() };
    let (sender, receiver) = mpsc::channel(1);
    let reading = tokio::spawn(send_documents(app.clone(), sender));
    let (building, written) = (app.clone(), position.clone());
    let built = tokio::task::spawn_blocking(move || {
        let arrived = std::iter::from_fn({
            let mut receiver = receiver;
            move || receiver.blocking_recv()
        });
        building.products.rebuild(arrived.flatten(), &written)
    });
    built.await.context("building the index of products")??;
    reading.await.context("reading the products")?;
    app.names.rebuild(names::all(app).await?, &position)?;
    let count = app.products.size();
    app.market.follow_everything(app).await?;
    tracing::info!(products = count, elapsed_ms = started.elapsed().as_millis() as u64, "search index built");
    reached(app, seq).await;
    Ok(())
}

/// Sends all published products, some thousand at a time; a failure is sent too, so that an index is never made
/// of half of them.
async fn send_documents(app: Arc<App>, sender: mpsc::Sender<Vec<anyhow::Result<ProductDocument>>>) {
    let labels = app.labels();
    let sent = async {
        let ids = documents::published(&app.database).await?;
        for some in ids.chunks(DOCUMENTS) {
            let mut some = documents::of(&app.database, &labels, some).await?;
            some.sort_by_cached_key(|document| {
                (document.card.group_code.clone(), document.card.name.clone())
            });
            if sender.send(some.into_iter().map(Ok).collect()).await.is_err() {
                break;
            }
        }
        Ok::<_, Error>(())
    };
    if let Err(error) = sent.await {
        // Nobody listens any more when the index failed first, and that is what gets told.
        let _ = sender.send(vec![Err(anyhow::Error::new(error))]).await;
    }
}

async fn products_of(app: &App, producers: &BTreeSet<OrganisationId>) -> Result<BTreeSet<ProductId>> {
    if producers.is_empty() {
        return Ok(BTreeSet::new());
    }
    let query = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::ProducerId.is_in(producers.iter().copied()));
    Ok(query.into_tuple().all(app.database.read()).await?.into_iter().collect())
}
