//! What is known of introductions, agreements and registrations beside their rows: the names of both sides, and which staff began it.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use shared::{AccountId, AgreementId, NotificationKind, OrganisationId, TradeParty};

use super::About;
use crate::{
    agreements::stated::is_latest,
    entities::{agreement_version, organisation},
    error::Result,
    mail::{agreements, events, introductions, news::Words},
};

/// The first version of an agreement, by which it is known who began it.
const FIRST: i32 = 1;

/// What is known of some introductions and agreements.
pub(super) struct Names {
    organisations: HashMap<OrganisationId, String>,
    /// The first and the latest version of each agreement.
    versions: HashMap<(AgreementId, i32), agreement_version::Model>,
}

impl Names {
    pub(super) async fn of<'a>(
        rows: &impl ConnectionTrait,
        about: impl Iterator<Item = About<'a>> + Clone,
    ) -> Result<Self> {
        // Agreements say themselves what their sides are called.
        let by_name = about.clone().filter(|about| about.as_agreement().is_none());
        let sides: HashSet<OrganisationId> =
            by_name.flat_map(|about| about.sides()).filter_map(|(_, id)| id).collect();
        let mut organisations = HashMap::new();
        if !sides.is_empty() {
            let sides =
                organisation::Entity::find().filter(organisation::Column::Id.is_in(sides)).all(rows).await?;
            organisations.extend(sides.into_iter().map(|row| (row.id, row.name)));
        }
        let agreements = about.filter_map(|about| about.as_agreement());
        let ids: HashSet<AgreementId> = agreements.map(|row| row.id).collect();
        let mut versions = HashMap::new();
        if !ids.is_empty() {
            let found = agreement_version::Entity::find()
                .filter(agreement_version::Column::AgreementId.is_in(ids))
                .filter(Condition::any().add(agreement_version::Column::Number.eq(FIRST)).add(is_latest()))
                .all(rows)
                .await?;
            versions.extend(found.into_iter().map(|row| ((row.agreement_id, row.number), row)));
        }
        Ok(Self { organisations, versions })
    }

    /// The member of staff who began it, if one did.
    pub(super) fn staff(&self, about: &About<'_>) -> Option<AccountId> {
        match about {
            About::Introduction(row) => (row.proposed_by == TradeParty::Staff).then_some(row.proposer_id),
            About::Event(_) => None,
            About::Agreement(of) => {
                let first = self.versions.get(&(of.agreement.id, FIRST))?;
                (first.written_by == TradeParty::Staff).then_some(of.agreement.author_id)
            }
        }
    }

    /// What a mail says that something happened.
    pub(super) fn words(&self, kind: NotificationKind, about: &About<'_>) -> Words {
        match about {
            About::Introduction(introduction) => {
                let (retailer, producer) =
                    (self.get(introduction.retailer_id), self.get(introduction.producer_id));
                introductions::words(&introductions::Happening { kind, introduction, retailer, producer })
            }
            About::Event(of) => events::words(&events::Happening {
                kind,
                event: of.event,
                organisation: self.get(of.participant.organisation_id),
                reason: of.participant.reason.as_deref(),
            }),
            About::Agreement(of) => {
                let agreement = of.agreement;
                let version = self.versions.get(&(agreement.id, agreement.current_version));
                agreements::words(&agreements::Happening {
                    kind,
                    agreement,
                    retailer: version.map(|row| row.retailer.name.as_str()).unwrap_or_default(),
                    producer: version.map(|row| row.producer.name.as_str()).unwrap_or_default(),
                    written_by: version.map_or(TradeParty::Other, |row| row.written_by),
                    ends_on: version.and_then(|row| row.ends_on),
                    note: version.and_then(|row| row.note.as_deref()),
                })
            }
        }
    }

    fn get(&self, id: OrganisationId) -> &str {
        self.organisations.get(&id).map(String::as_str).unwrap_or_default()
    }
}
