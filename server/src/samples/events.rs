//! Entering the events of the samples: some days ahead of today, open, with who has registered.

use chrono::Days;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::{
    entering::Entering,
    file::{Event, Person},
};
use crate::{calendar, entities::organisation};

impl Entering<'_> {
    /// Begins an event, opens it, and enters registrations; staff approve all of them.
    pub(super) async fn event(&self, event: &Event, staff: &Person) -> anyhow::Result<()> {
        let day = calendar::today() + Days::new(event.in_days);
        let mut input = event.input.clone();
        input["startsOn"] = json!(day);
        let create = "mutation($i: EventInput!) { it: createEvent(input: $i) { id } }";
        let created = self.run(staff, create, json!({ "i": input })).await?;
        let id = &created["id"];
        let open = "mutation($id: ID!) { it: moveEvent(id: $id, action: OPEN) { id } }";
        self.run(staff, open, json!({ "id": id })).await?;
        let register = "mutation($e: ID!, $o: ID!, $s: TradeParty!, $n: Int!) { \
            it: registerForEvent(event: $e, organisation: $o, side: $s, people: $n) { id } }";
        let approve = "mutation($e: ID!, $p: ID!) { it: decideParticipants(event: $e, participants: [$p], approve: true) { id } }";
        for registration in &event.registrations {
            let name = organisation::Column::Name.eq(&registration.organisation);
            let found = organisation::Entity::find().filter(name).one(self.rows()).await?;
            let found = found.ok_or_else(|| anyhow::anyhow!("there is no {}", registration.organisation))?;
            let values = json!({ "e": id, "o": found.id, "s": registration.side, "n": registration.people });
            let registered = self.run(self.person(&registration.by)?, register, values).await?;
            self.run(staff, approve, json!({ "e": id, "p": registered["id"] })).await?;
        }
        Ok(())
    }
}
