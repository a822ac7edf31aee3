//! What is chosen for a round, as it is solved.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shared::{AdminUnitId, CapKind, Era, NeedId, ProductId, RoundRuleKind, TradeParty};
use uuid::Uuid;

use super::choosing::of_round;
use crate::{
    entities::{round, round_cap, round_need, round_rule},
    error::Result,
    introductions::hindrances::running_about,
    labels::Labels,
    matches::Weighing,
    participants,
};

/// What staff decided.
pub(super) struct Choices {
    pub(super) round: round::Model,
    /// In the order they came in.
    pub(super) needs: Vec<round_need::Model>,
    caps: HashMap<(CapKind, Uuid), i32>,
    pub(super) pins: Vec<(NeedId, ProductId)>,
    pub(super) forbids: HashSet<(NeedId, ProductId)>,
    pub(super) weighing: Arc<Weighing>,
}

impl Choices {
    /// Reads them.
    pub(super) async fn read(
        rows: &impl ConnectionTrait,
        labels: &Labels,
        round: round::Model,
        today: NaiveDate,
    ) -> Result<Self> {
        let needs = of_round(rows, round.id).await?;
        let ids = || needs.iter().map(|row| row.need_id);
        let caps = round_cap::Entity::find().filter(round_cap::Column::RoundId.eq(round.id));
        let caps = caps.all(rows).await?.into_iter().map(|row| ((row.kind, row.item_id), row.cap)).collect();
        let rules = round_rule::Entity::find().filter(round_rule::Column::RoundId.eq(round.id));
        let (pins, forbids): (Vec<_>, Vec<_>) =
            rules.all(rows).await?.into_iter().partition(|rule| rule.kind == RoundRuleKind::Pin);
        let pair = |rule: &round_rule::Model| (rule.need_id, rule.product_id);
        let pins: Vec<(NeedId, ProductId)> = pins.iter().map(pair).collect();
        let introduced = running_about(rows, ids()).await?;
        let producers = match round.event_id.filter(|_| round.scope.of_participants) {
            Some(event) => {
                Some(participants::approved_organisations(rows, event, TradeParty::Producer).await?)
            }
            None => None,
        };
        let weighing = Weighing { producers, ..weighing(labels, &round, &pins, introduced, today) };
        let weighing = Arc::new(weighing);
        Ok(Self { forbids: forbids.iter().map(pair).collect(), weighing, round, needs, caps, pins })
    }

    /// The cap of an item: its own, or the one of its kind.
    pub(super) fn cap(&self, kind: CapKind, item: Uuid) -> i64 {
        let usual = match kind {
            CapKind::Need => self.round.need_cap,
            CapKind::Product => self.round.product_cap,
            CapKind::Producer => self.round.producer_cap,
        };
        self.caps.get(&(kind, item)).copied().unwrap_or(usual).into()
    }
}

fn weighing(
    labels: &Labels,
    round: &round::Model,
    pins: &[(NeedId, ProductId)],
    introduced: HashSet<(NeedId, ProductId)>,
    today: NaiveDate,
) -> Weighing {
    let scope = &round.scope;
    let groups = labels.groups_in(&scope.groups).map(|group| group.code.clone());
    let province = |code: &String| Some::<AdminUnitId>(labels.province(Era::Current, code)?.id.clone());
    let mut pinned: HashMap<NeedId, Vec<ProductId>> = HashMap::new();
    for (need, product) in pins {
        pinned.entry(*need).or_default().push(*product);
    }
    Weighing {
        groups: (!scope.groups.is_empty()).then(|| groups.collect()),
        provinces: (!scope.provinces.is_empty())
            .then(|| scope.provinces.iter().filter_map(province).collect()),
        producers: None,
        min_stars: scope.min_stars,
        weights: round.weights.0,
        most: usize::try_from(round.candidates).unwrap_or_default(),
        pinned,
        introduced,
        today,
    }
}
