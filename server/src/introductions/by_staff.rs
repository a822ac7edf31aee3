//! Staff propose many pairs at once: those of a round. What keeps a pair apart is told of that pair and leaves the others
//! alone.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, sea_query::OnConflict};
use shared::{
    IntroductionHindrance, IntroductionId, IntroductionStatus, NeedId, NotificationKind, ProductId,
    TradeParty,
};

use super::{
    hindrances::{Facts, Known},
    proposing::{fresh, logged, words},
};
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::introduction,
    error::Result,
    forms::Form,
    notifications::{self, About, News},
};

/// Pairs proposed at once; their rows have twenty values each, below the limit of both databases.
const AT_ONCE: usize = 500;

/// What goes with all of them.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    note: Option<String>,
    days: i32,
}

impl Words {
    /// Reads them.
    pub(crate) fn read(note: Option<&str>, answer_days: Option<i32>) -> Result<Self> {
        let mut form = Form::default();
        let (note, days) = words(&mut form, "", note, answer_days);
        form.finish()?;
        Ok(Self { note, days })
    }
}

/// What became of a pair: introduced, or what kept it apart.
pub(crate) type Introduced = std::result::Result<IntroductionId, Vec<IntroductionHindrance>>;

/// Proposes pairs, as staff, with as many statements for one pair as for some hundred. Everybody is told once, of all of
/// theirs.
pub(crate) async fn introduce(
    app: &App,
    write: &mut Write,
    somebody: &SignedIn,
    pairs: &[(NeedId, ProductId)],
    words: &Words,
) -> Result<HashMap<(NeedId, ProductId), Introduced>> {
    let (mut all, mut introduced) = (HashMap::with_capacity(pairs.len()), Vec::new());
    for some in pairs.chunks(AT_ONCE) {
        let (became, rows) = introduce_some(write, somebody, some, words).await?;
        all.extend(became);
        introduced.extend(rows);
    }
    let news = introduced.iter().map(|row| News {
        about: About::Introduction(row),
        kind: NotificationKind::Proposed,
        by: Some((somebody.account_id, TradeParty::Staff)),
    });
    notifications::tell(app, write, &news.collect::<Vec<_>>()).await?;
    Ok(all)
}

/// What became of some pairs, and the rows of those that were introduced.
async fn introduce_some(
    write: &mut Write,
    somebody: &SignedIn,
    pairs: &[(NeedId, ProductId)],
    words: &Words,
) -> Result<(HashMap<(NeedId, ProductId), Introduced>, Vec<introduction::Model>)> {
    let known = Known::read(write.rows(), pairs).await?;
    let proposals: Vec<_> = pairs.iter().map(|pair| (*pair, known.proposal(*pair))).collect();
    let there = proposals.iter().filter_map(|(_, proposal)| *proposal).collect();
    let facts = Facts::gather(write.rows(), somebody, there).await?;
    let by = (TradeParty::Staff, somebody.account_id, IntroductionStatus::WaitsForBoth);
    let (mut became, mut rows) = (HashMap::new(), Vec::new());
    for (pair, proposal) in proposals {
        let Some(proposal) = proposal else {
            became.insert(pair, Err(vec![IntroductionHindrance::NotPublished]));
            continue;
        };
        let hindrances = facts.hindrances_as(TradeParty::Staff, &proposal);
        if hindrances.is_empty() {
            let row = fresh(&proposal, by, words.note.clone(), words.days);
            became.insert(pair, Ok(row.id));
            rows.push(row);
        } else {
            became.insert(pair, Err(hindrances));
        }
    }
    // Somebody else may have proposed one of them at the same time.
    for row in missing(write, &mut rows).await? {
        if let Some(need) = row.need_id {
            became.insert((need, row.product_id), Err(vec![IntroductionHindrance::Running]));
        }
    }
    for row in &rows {
        write.record(Line::of("introduction", row.id, "proposed").with(None, Some(logged(row))));
    }
    Ok((became, rows))
}

/// Writes rows, and takes out those that could not be written.
async fn missing(write: &Write, rows: &mut Vec<introduction::Model>) -> Result<Vec<introduction::Model>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let insert =
        introduction::Entity::insert_many(rows.iter().cloned().map(IntoActiveModel::into_active_model))
            .on_conflict(OnConflict::new().do_nothing().to_owned());
    if insert.exec_without_returning(write.rows()).await? == rows.len() as u64 {
        return Ok(Vec::new());
    }
    let written: Vec<IntroductionId> = introduction::Entity::find()
        .select_only()
        .column(introduction::Column::Id)
        .filter(introduction::Column::Id.is_in(rows.iter().map(|row| row.id)))
        .into_tuple()
        .all(write.rows())
        .await?;
    let written: HashSet<IntroductionId> = written.into_iter().collect();
    let (there, missing) = std::mem::take(rows).into_iter().partition(|row| written.contains(&row.id));
    *rows = there;
    Ok(missing)
}
