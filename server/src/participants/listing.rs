//! The participants of an event by name, page by page.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    RelationDef, Select,
};
use shared::{Era, EventId, ParticipantId, ParticipantStatus, TradeParty, limits, text};

use crate::{
    accounts::SignedIn,
    app::App,
    database::Database,
    entities::{event, event_participant, organisation},
    error::Result,
    events::{self, sides::to_organisation},
};

/// The place of a participant in the list: by the name of its organisation.
pub(crate) type Key = (String, ParticipantId);

/// A registration with its organisation.
type Named = (organisation::Model, event_participant::Model);

/// Some participants, and how many there are in all.
pub(crate) struct Listed {
    pub(crate) rows: Vec<Named>,
    pub(crate) total: usize,
}

/// Which participants.
pub(crate) struct Participants {
    pub(crate) event: EventId,
    pub(crate) side: Option<TradeParty>,
    pub(crate) status: Option<ParticipantStatus>,
    /// The code of a province of today.
    pub(crate) province: Option<String>,
    /// Words of the name, accents aside.
    pub(crate) search: Option<String>,
}

impl Participants {
    /// Up to `limit` of them after a place.
    pub(crate) async fn list(&self, app: &App, after: Option<Key>, limit: usize) -> Result<Listed> {
        let rows = app.database.read();
        let mut query = self.filtered(app);
        if let Some(text) = self.search.as_deref().filter(|text| !text.trim().is_empty()) {
            // An event has some hundreds of them: their names are compared here, with the same rules as everywhere.
            let named: Vec<(ParticipantId, String)> = query
                .clone()
                .select_only()
                .column(event_participant::Column::Id)
                .column(organisation::Column::Name)
                .into_tuple()
                .all(rows)
                .await?;
            let found = named.into_iter().filter(|(_, name)| holds(name, text)).map(|(id, _)| id);
            query = query.filter(event_participant::Column::Id.is_in(found));
        }
        let total = query.clone().count(rows).await?;
        if let Some((name, id)) = after {
            let alike =
                organisation::Column::SortKey.eq(name.as_str()).and(event_participant::Column::Id.gt(id));
            query = query.filter(organisation::Column::SortKey.gt(name).or(alike));
        }
        let found = query
            .select_also(organisation::Entity)
            .order_by_asc(organisation::Column::SortKey)
            .order_by_asc(event_participant::Column::Id)
            .limit(limit as u64)
            .all(rows)
            .await?;
        let rows = found.into_iter().filter_map(|(row, organisation)| Some((organisation?, row)));
        Ok(Listed { rows: rows.collect(), total: usize::try_from(total).unwrap_or(usize::MAX) })
    }

    fn filtered(&self, app: &App) -> Select<event_participant::Entity> {
        use event_participant::Column;
        let mut query = event_participant::Entity::find()
            .join(JoinType::InnerJoin, to_organisation())
            .filter(Column::EventId.eq(self.event));
        if let Some(side) = self.side {
            query = query.filter(Column::Side.eq(side));
        }
        if let Some(status) = self.status {
            query = query.filter(Column::Status.eq(status));
        }
        if let Some(code) = &self.province {
            let labels = app.labels();
            // In a province that there is not, nobody is.
            let province = labels.province(Era::Current, code).map(|unit| unit.id.clone());
            query = query.filter(organisation::Column::ProvinceId.is_in(province));
        }
        query
    }
}

/// Registrations of somebody's organisations for events that are not over on a day, the next first.
pub(super) async fn ahead(
    database: &Database,
    somebody: &SignedIn,
    today: NaiveDate,
) -> Result<Vec<event_participant::Model>> {
    let to_event: RelationDef = event_participant::Entity::belongs_to(event::Entity)
        .from(event_participant::Column::EventId)
        .to(event::Column::Id)
        .into();
    let query = event_participant::Entity::find()
        .join(JoinType::InnerJoin, to_event)
        .filter(event_participant::Column::OrganisationId.is_in(somebody.organisations()))
        .filter(events::is_not_over(today))
        .order_by_asc(event::Column::StartsOn)
        .order_by_asc(event_participant::Column::Id)
        .limit(limits::PAGE_ROWS as u64);
    Ok(query.all(database.read()).await?)
}

/// Whether a name holds every word of a text, the last one perhaps not to its end.
fn holds(name: &str, text: &str) -> bool {
    let words: Vec<String> = text::tokens(name).into_iter().map(|token| token.plain).collect();
    text::tokens(text).into_iter().all(|wanted| words.iter().any(|word| word.starts_with(&wanted.plain)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_the_beginnings_of_its_words() {
        for text in ["ba vi", "Ba Vì", "hop tac xa", "vi sua", "sữa b"] {
            assert!(holds("Hợp tác xã Sữa Ba Vì", text), "{text}");
        }
        assert!(!holds("Hợp tác xã Sữa Ba Vì", "ba vang"));
    }
}
