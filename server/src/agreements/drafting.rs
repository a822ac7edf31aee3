//! Beginning an agreement: from an introduction in one step, or from nothing.

use std::sync::Arc;

use async_graphql::ID;
use chrono::Utc;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, sea_query::LockType,
};
use serde_json::json;
use shared::{
    AgreementFollows, AgreementId, AgreementKind, AgreementStatus, EventId, IntroductionId,
    IntroductionStatus, OrganisationId, Problem, TradeParty, WebhookKind,
};

use super::{
    inputs::NewAgreement,
    lines, prefilled,
    sides::Sides,
    stated::{Stated, is_any_of, with_versions},
    terms::{self, Terms},
};
use crate::{
    accounts::SignedIn,
    app::App,
    bulk, calendar,
    changes::{Line, Write},
    entities::{agreement, agreement_version, introduction},
    error::{Error, Result},
    forms::{self, Form},
    webhooks::{self, Happening},
};

/// Where a draft comes from, and whose it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Origin {
    pub(super) retailer: Option<OrganisationId>,
    pub(super) producer: Option<OrganisationId>,
    pub(super) introduction: Option<IntroductionId>,
    pub(super) follows: Option<(AgreementId, AgreementFollows)>,
}

/// Drafts one from an introduction that both sides accepted. Who asks again finds the one that they have begun.
pub(super) async fn from_introduction(
    app: &Arc<App>,
    somebody: &SignedIn,
    id: IntroductionId,
    as_producer: Option<bool>,
) -> Result<Stated> {
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    // Two who begin it at the same moment come one after the other.
    let row = introduction::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(write.rows()).await?;
    let row = row.ok_or(Error::NotFound("introduction"))?;
    let draft = draft_of(&mut write, somebody, &row, as_producer, None).await?;
    write.commit().await?;
    Ok(draft)
}

/// Drafts one from an introduction that this transaction holds, for whoever is a side of it or its staff; made at an event,
/// if it was.
pub(crate) async fn draft_of(
    write: &mut Write,
    somebody: &SignedIn,
    row: &introduction::Model,
    as_producer: Option<bool>,
    event: Option<EventId>,
) -> Result<Stated> {
    let sides = Sides::find(write.rows(), Some(row.retailer_id), Some(row.producer_id)).await?;
    let party = sides.party(somebody, as_producer)?.ok_or(Error::NotFound("introduction"))?;
    if row.status != IntroductionStatus::Accepted {
        return Err(forms::wrong("introduction", Problem::NotPossibleNow));
    }
    let of_introduction = agreement::Column::IntroductionId.eq(row.id);
    let known = begun(write.rows(), Condition::all().add(of_introduction), party).await?;
    // What was signed before an event was not agreed there.
    if let Some(begun) = known.filter(|begun| event.is_none() || !begun.row.status.was_signed()) {
        return agreed_at(write, begun, event).await;
    }
    let known = sides.known(write.rows(), party).await?;
    let sides = (known.retailer, known.producer);
    let mut terms = prefilled::of_introduction(write.rows(), row, sides, calendar::today()).await?;
    terms.event_id = event;
    let origin = Origin {
        retailer: Some(row.retailer_id),
        producer: Some(row.producer_id),
        introduction: Some(row.id),
        follows: None,
    };
    add(write, somebody, party, origin, &terms).await
}

/// One that was begun already; a draft that names no event was made at this one.
async fn agreed_at(write: &Write, mut begun: Stated, event: Option<EventId>) -> Result<Stated> {
    if begun.row.status == AgreementStatus::Draft && begun.row.event_id.is_none() && event.is_some() {
        begun.row.event_id = event;
        begun.row.touch();
        agreement::Entity::update(begun.row.clone().into_active_model().reset_all())
            .exec(write.rows())
            .await?;
    }
    Ok(begun)
}

/// Begins one that no introduction led to.
pub(super) async fn create(
    app: &Arc<App>,
    somebody: &SignedIn,
    input: NewAgreement,
    as_producer: Option<bool>,
) -> Result<Stated> {
    let parse = |id: &Option<ID>, thing| {
        let parsed = id.as_ref().map(|id| id.parse::<OrganisationId>()).transpose();
        parsed.map_err(|_| Error::NotFound(thing))
    };
    let (retailer, producer) = (parse(&input.retailer, "retailer")?, parse(&input.producer, "producer")?);
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let sides = Sides::find(write.rows(), retailer, producer).await?;
    let party = sides.party(somebody, as_producer)?.ok_or(Error::Forbidden)?;
    let mut form = Form::default();
    require_kind(&mut form, somebody, input.terms.kind, party, &sides)?;
    let introduction = sides.introduction(write.rows(), &mut form, input.introduction.as_ref()).await?;
    if party != TradeParty::Staff {
        if sides.own(party).is_none_or(|own| own.verified_at.is_none()) {
            form.wrong("input", Problem::NotVerified);
        }
        if !sides.know_each_other(write.rows()).await? {
            return Err(Error::Forbidden);
        }
    }
    let known = sides.known(write.rows(), party).await?;
    let labels = app.labels();
    let terms = terms::read(write.rows(), &labels, &mut form, "input.terms", &input.terms, &known).await?;
    form.finish()?;
    let draft =
        add(&mut write, somebody, party, Origin { retailer, producer, introduction, follows: None }, &terms);
    let draft = draft.await?;
    write.commit().await?;
    Ok(draft)
}

/// What departments agree on is the city's to record; all else is between a retailer and a producer.
pub(super) fn require_kind(
    form: &mut Form,
    somebody: &SignedIn,
    kind: AgreementKind,
    party: TradeParty,
    sides: &Sides,
) -> Result<()> {
    if matches!(kind, AgreementKind::Programme | AgreementKind::Framework) {
        let is_citys = party == TradeParty::Staff && somebody.looks_after_the_city();
        return if is_citys { Ok(()) } else { Err(Error::Forbidden) };
    }
    for (field, side) in [("input.retailer", &sides.retailer), ("input.producer", &sides.producer)] {
        if side.is_none() {
            form.wrong(field, Problem::Missing);
        }
    }
    Ok(())
}

/// A draft or an agreement that waits or holds, which a party has begun.
pub(super) async fn begun(
    connection: &impl ConnectionTrait,
    which: Condition,
    party: TradeParty,
) -> Result<Option<Stated>> {
    use AgreementStatus::{Draft, Signed, WaitsForBoth, WaitsForProducer, WaitsForRetailer};
    let now = Utc::now();
    let running = [Draft, WaitsForBoth, WaitsForProducer, WaitsForRetailer, Signed]
        .into_iter()
        // A draft waits for nobody, so it has no time.
        .map(|status| match status {
            Draft => Condition::all().add(agreement::Column::Status.eq(Draft)),
            status => is_any_of([status], now),
        })
        .fold(Condition::any(), Condition::add);
    let by_party = super::listing::begun_by(party);
    let rows = agreement::Entity::find()
        .filter(which)
        .filter(running)
        .filter(by_party)
        .order_by_desc(agreement::Column::Id)
        .limit(1)
        .all(connection)
        .await?;
    Ok(with_versions(connection, rows, now).await?.pop())
}

/// Writes a draft.
pub(super) async fn add(
    write: &mut Write,
    somebody: &SignedIn,
    party: TradeParty,
    origin: Origin,
    terms: &Terms,
) -> Result<Stated> {
    const FIRST: i32 = 1;
    let now = Utc::now();
    let row = agreement::Model {
        id: AgreementId::new(),
        kind: terms.kind,
        status: AgreementStatus::Draft,
        number: None,
        number_year: None,
        number_sequence: None,
        retailer_id: origin.retailer,
        producer_id: origin.producer,
        introduction_id: origin.introduction,
        event_id: terms.event_id,
        follows_id: origin.follows.map(|(id, _)| id),
        follows_as: origin.follows.map(|(_, how)| how),
        author_id: somebody.account_id,
        current_version: FIRST,
        proposed_at: None,
        answer_by: None,
        signed_at: None,
        signed_on: None,
        is_paper: false,
        scan_id: None,
        settled_at: None,
        settled_by: None,
        settled_because: None,
        moved_at: now,
        created_at: now,
        updated_at: now,
        version: 1,
    };
    let version = terms.version((row.id, FIRST), (party, somebody.account_id), None, now);
    agreement::Entity::insert(row.clone().into_active_model()).exec_without_returning(write.rows()).await?;
    bulk::insert::<agreement_version::Entity>(write.rows(), vec![version.clone()]).await?;
    lines::add(write.rows(), (row.id, FIRST), &terms.goods).await?;
    let action = match origin.follows {
        None => "drafted",
        Some((_, AgreementFollows::Renewal)) => "renewed",
        Some((_, AgreementFollows::Amendment)) => "amended",
    };
    write.record(Line::of("agreement", row.id, action).with(None, Some(logged(&row, party))));
    webhooks::tell_of(write, vec![Happening::draft(WebhookKind::AgreementDrafted, &row, party)]).await?;
    Ok(Stated { row, version })
}

/// What the log keeps; what an agreement says is the sides' own.
fn logged(row: &agreement::Model, party: TradeParty) -> sea_orm::JsonValue {
    json!({
        "kind": row.kind,
        "status": row.status,
        "retailer": row.retailer_id,
        "producer": row.producer_id,
        "introduction": row.introduction_id,
        "event": row.event_id,
        "follows": row.follows_id,
        "drafted_by": party,
    })
}
