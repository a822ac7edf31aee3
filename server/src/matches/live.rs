//! The market is filled when it is first asked, not before a server is ready, and follows the log of changes from then on.

use std::{collections::BTreeSet, sync::Arc};

use parking_lot::RwLock;
use shared::{AgreementId, IntroductionId, NeedId, ProductId};
use tokio::sync::Mutex;

use super::{demands, market::Market, meetings, supplies, weights};
use crate::{app::App, deliveries::records, error::Result, products::documents};

/// Products read at once.
const AT_ONCE: usize = 2_000;

/// What of the market has changed.
#[derive(Debug, Default)]
pub(crate) struct Moved {
    /// These products.
    pub(crate) products: BTreeSet<ProductId>,
    /// These needs.
    pub(crate) needs: BTreeSet<NeedId>,
    /// What was delivered under these agreements.
    pub(crate) agreements: BTreeSet<AgreementId>,
    /// These introductions.
    pub(crate) introductions: BTreeSet<IntroductionId>,
    /// What buyers ask, or the weights of the score.
    pub(crate) rules: bool,
}

impl Moved {
    fn is_nothing(&self) -> bool {
        let trade = self.introductions.is_empty() && self.agreements.is_empty();
        self.products.is_empty() && self.needs.is_empty() && trade && !self.rules
    }

    fn add(&mut self, other: Self) {
        self.products.extend(other.products);
        self.needs.extend(other.needs);
        self.introductions.extend(other.introductions);
        self.agreements.extend(other.agreements);
        self.rules |= other.rules;
    }
}

#[derive(Debug, Default)]
enum State {
    /// Nobody has asked yet.
    #[default]
    Empty,
    /// It is being read; what changes meanwhile is read again.
    Filling(Moved),
    Ready(Box<Market>),
}

/// The market of this node.
#[derive(Debug, Default)]
pub(crate) struct LiveMarket {
    state: RwLock<State>,
    /// Whoever fills it has this.
    filling: Mutex<()>,
    /// Whoever reads rows and puts them in has this, so that older rows never replace newer ones.
    putting: Mutex<()>,
}

impl LiveMarket {
    /// Asks the market something, on a thread that may take its time.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        app: &Arc<App>,
        question: impl FnOnce(&Market) -> T + Send + 'static,
    ) -> Result<T> {
        self.fill(app).await?;
        let app = app.clone();
        let answered = tokio::task::spawn_blocking(move || match &*app.market.state.read() {
            State::Ready(market) => question(market),
            // It is emptied only to be filled anew; what is asked in that moment finds nothing.
            State::Empty | State::Filling(_) => question(&Market::default()),
        });
        Ok(answered.await.map_err(anyhow::Error::new)?)
    }

    /// Fills it unless it is filled.
    pub(crate) async fn fill(&self, app: &Arc<App>) -> Result<()> {
        if matches!(&*self.state.read(), State::Ready(_)) {
            return Ok(());
        }
        let _mine = self.filling.lock().await;
        if matches!(&*self.state.read(), State::Ready(_)) {
            return Ok(());
        }
        let started = std::time::Instant::now();
        *self.state.write() = State::Filling(Moved::default());
        let read = everything(app).await;
        let _putting = self.putting.lock().await;
        let missed = self.begin_with(read)?;
        self.put(app, missed).await?;
        tracing::info!(elapsed_ms = started.elapsed().as_millis() as u64, "needs and products are at hand");
        Ok(())
    }

    /// Puts in what was read; what has changed meanwhile.
    fn begin_with(&self, read: Result<Market>) -> Result<Moved> {
        let mut state = self.state.write();
        let missed = match std::mem::take(&mut *state) {
            State::Filling(missed) => missed,
            State::Empty | State::Ready(_) => Moved::default(),
        };
        *state = State::Ready(Box::new(read?));
        Ok(missed)
    }

    /// Follows what has changed.
    pub(crate) async fn follow(&self, app: &Arc<App>, moved: Moved) -> Result<()> {
        if moved.is_nothing() {
            return Ok(());
        }
        match &mut *self.state.write() {
            State::Empty => return Ok(()),
            State::Filling(missed) => {
                missed.add(moved);
                return Ok(());
            }
            State::Ready(_) => {}
        }
        let _mine = self.putting.lock().await;
        self.put(app, moved).await
    }

    /// Reads everything anew, if anybody has asked yet.
    pub(crate) async fn follow_everything(&self, app: &Arc<App>) -> Result<()> {
        if matches!(&*self.state.read(), State::Empty) {
            return Ok(());
        }
        let read = everything(app).await?;
        let _mine = self.putting.lock().await;
        *self.state.write() = State::Ready(Box::new(read));
        Ok(())
    }

    async fn put(&self, app: &Arc<App>, moved: Moved) -> Result<()> {
        let labels = app.labels();
        let products: Vec<ProductId> = moved.products.into_iter().collect();
        let mut read = Vec::with_capacity(products.len());
        for some in products.chunks(AT_ONCE) {
            read.extend(supplies::of(&app.database, &labels, some).await?);
        }
        // All of them are asked by the same list.
        let (needs, wanted) = if moved.rules {
            let wanted = demands::all(&app.database, &labels).await?;
            (wanted.iter().map(|wanted| wanted.demand.id).chain(moved.needs).collect(), wanted)
        } else {
            let needs: Vec<NeedId> = moved.needs.into_iter().collect();
            let wanted = demands::of(&app.database, &labels, &needs).await?;
            (needs, wanted)
        };
        let met = meetings::of(&app.database, moved.introductions).await?;
        let agreements: Vec<AgreementId> = moved.agreements.into_iter().collect();
        let delivered = records::of(&app.database, Some(agreements)).await?;
        let weights = if moved.rules { Some(weights::read(&app.database).await?) } else { None };
        if let State::Ready(market) = &mut *self.state.write() {
            market.put_supplies(&products, read);
            market.put_wanted(&needs, wanted);
            market.meetings.put(met);
            market.meetings.put_delivered(delivered);
            market.weights = weights.unwrap_or(market.weights);
        }
        Ok(())
    }
}

async fn everything(app: &Arc<App>) -> Result<Market> {
    let labels = app.labels();
    let mut market = Market::default();
    market.weights = weights::read(&app.database).await?;
    let ids = documents::published(&app.database).await?;
    market.reserve(ids.len());
    for some in ids.chunks(AT_ONCE) {
        market.put_supplies(&[], supplies::of(&app.database, &labels, some).await?);
    }
    market.put_wanted(&[], demands::all(&app.database, &labels).await?);
    market.meetings.put(meetings::all(&app.database).await?);
    market.meetings.put_delivered(records::of(&app.database, None).await?);
    Ok(market)
}
