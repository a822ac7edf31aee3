//! Entering what the people of the samples have, through the API.

use std::{
    net::{IpAddr, Ipv4Addr},
    sync::Arc,
};

use anyhow::Context;
use async_graphql::{Request, Variables};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};
use shared::SessionId;

use super::file::{Event, Introduction, Organisation, Paper, Person, Product, Samples};
use crate::{
    accounts::{Caller, Viewer, find_by_email, sessions},
    app::App,
    database::Database,
    entities::{event, introduction, need, organisation, product},
    graphql::{self, Api, context::Asker},
};

/// Whether an organisation is there, by its name.
async fn is_there(database: &Database, organisation: &Organisation) -> anyhow::Result<bool> {
    let name = organisation.input["name"].as_str().unwrap_or_default();
    let same = organisation::Entity::find().filter(organisation::Column::Name.eq(name));
    Ok(same.count(database.read()).await? > 0)
}

/// Whether two sides have been proposed to each other about this.
async fn have_met(database: &Database, introduction: &Introduction) -> anyhow::Result<bool> {
    let same = introduction::Entity::find()
        .filter(introduction::Column::NeedName.eq(&introduction.need))
        .filter(introduction::Column::ProductName.eq(&introduction.product));
    Ok(same.count(database.read()).await? > 0)
}

/// Whether an event is there, by its name.
async fn is_planned(database: &Database, event: &Event) -> anyhow::Result<bool> {
    let name = event.input["name"].as_str().unwrap_or_default();
    let same = event::Entity::find().filter(event::Column::Name.eq(name));
    Ok(same.count(database.read()).await? > 0)
}

/// Whether the last of them is there.
pub(super) async fn are_there(database: &Database, samples: &Samples) -> anyhow::Result<bool> {
    match samples.events.last() {
        Some(last) => is_planned(database, last).await,
        None => Ok(true),
    }
}

/// What enters the samples.
pub(super) struct Entering<'a> {
    app: &'a Arc<App>,
    api: Api,
    samples: &'a Samples,
}

impl<'a> Entering<'a> {
    pub(super) fn new(app: &'a Arc<App>, samples: &'a Samples) -> Self {
        Self { app, api: Api::new(app), samples }
    }

    /// Enters all organisations with what they have.
    pub(super) async fn all(&self) -> anyhow::Result<()> {
        let staff = self.samples.people.iter().find(|person| person.staff.is_some());
        let staff = staff.context("somebody of the staff")?;
        for organisation in &self.samples.organisations {
            // Something went wrong half-way the last time.
            if is_there(&self.app.database, organisation).await? {
                continue;
            }
            self.organisation(organisation, self.person(&organisation.owner)?, staff).await?;
        }
        for introduction in &self.samples.introductions {
            if !have_met(&self.app.database, introduction).await? {
                self.introduction(introduction).await?;
            }
        }
        for event in &self.samples.events {
            if !is_planned(&self.app.database, event).await? {
                self.event(event, staff).await?;
            }
        }
        Ok(())
    }

    /// Where what was entered is read.
    pub(super) fn rows(&self) -> &sea_orm::DatabaseConnection {
        self.app.database.read()
    }

    pub(super) fn person(&self, key: &str) -> anyhow::Result<&'a Person> {
        let found = self.samples.people.iter().find(|person| person.key == key);
        found.with_context(|| format!("nobody is called {key}"))
    }

    async fn organisation(
        &self,
        organisation: &Organisation,
        owner: &Person,
        staff: &Person,
    ) -> anyhow::Result<()> {
        let register = "mutation($i: NewOrganisation!) { it: registerOrganisation(input: $i) { id verification { id } } }";
        let registered = self.run(owner, register, json!({ "i": organisation.input })).await?;
        let id = &registered["id"];
        if organisation.verified {
            let verify =
                "mutation($v: ID!) { it: verifyOrganisation(verification: $v, approve: true) { id } }";
            self.run(staff, verify, json!({ "v": registered["verification"]["id"] })).await?;
        }
        for product in &organisation.products {
            self.product(id, product, owner, staff).await?;
        }
        for need in &organisation.needs {
            let create = "mutation($i: NewNeed!) { it: createNeed(input: $i) { id } }";
            let created = self.run(owner, create, json!({ "i": of(id, &need.input) })).await?;
            if need.open {
                let open = "mutation($id: ID!) { it: openNeed(id: $id) { id } }";
                self.run(owner, open, json!({ "id": created["id"] })).await?;
            }
        }
        Ok(())
    }

    async fn product(
        &self,
        organisation: &Value,
        product: &Product,
        owner: &Person,
        staff: &Person,
    ) -> anyhow::Result<()> {
        let create = "mutation($i: NewProduct!) { it: createProduct(input: $i) { id } }";
        let created = self.run(owner, create, json!({ "i": of(organisation, &product.input) })).await?;
        let id = &created["id"];
        for Paper { confirmed, input } in &product.papers {
            let add = "mutation($i: NewCertificate!) { it: addCertificate(input: $i) { id } }";
            let paper = json!({ "product": id, "certificate": input });
            let added = self.run(owner, add, json!({ "i": paper })).await?;
            if *confirmed {
                let confirm = "mutation($id: ID!) { it: confirmCertificate(id: $id, version: 1) { id } }";
                self.run(staff, confirm, json!({ "id": added["id"] })).await?;
            }
        }
        if let Some(Paper { confirmed, input }) = &product.stars {
            let add = "mutation($p: ID!, $i: StarDecisionInput!) { it: addStarDecision(product: $p, input: $i) { starDecisions { id } } }";
            let added = self.run(owner, add, json!({ "p": id, "i": input })).await?;
            if *confirmed {
                let confirm = "mutation($id: ID!) { it: confirmStarDecision(id: $id, version: 1) { id } }";
                self.run(staff, confirm, json!({ "id": added["starDecisions"][0]["id"] })).await?;
            }
        }
        if product.published {
            let publish = "mutation($id: ID!) { it: publishProduct(id: $id) { id } }";
            self.run(owner, publish, json!({ "id": id })).await?;
        }
        Ok(())
    }

    async fn introduction(&self, introduction: &Introduction) -> anyhow::Result<()> {
        let rows = self.app.database.read();
        let need = need::Entity::find().filter(need::Column::Name.eq(&introduction.need)).one(rows).await?;
        let product = product::Column::Name.eq(&introduction.product);
        let product = product::Entity::find().filter(product).one(rows).await?;
        let (need, product) = need.zip(product).context("the need and the product of an introduction")?;
        let propose = "mutation($i: NewIntroduction!) { it: introduce(input: $i) { id } }";
        let input = json!({ "need": need.id, "product": product.id, "note": introduction.note });
        let proposed = self.run(self.person(&introduction.by)?, propose, json!({ "i": input })).await?;
        let id = &proposed["id"];
        if let Some(key) = &introduction.accepted_by {
            let accept = "mutation($id: ID!) { it: answerIntroduction(id: $id, accept: true) { id } }";
            self.run(self.person(key)?, accept, json!({ "id": id })).await?;
        }
        for message in &introduction.messages {
            let send =
                "mutation($id: ID!, $t: String!) { it: sendMessage(introduction: $id, text: $t) { id } }";
            self.run(self.person(&message.by)?, send, json!({ "id": id, "t": message.text })).await?;
        }
        Ok(())
    }

    /// Runs a mutation as somebody; gives what it calls `it`.
    pub(super) async fn run(&self, person: &Person, query: &str, variables: Value) -> anyhow::Result<Value> {
        let rows = self.app.database.read();
        let email = person.email.parse().map_err(|problem| anyhow::anyhow!("{}: {problem}", person.email))?;
        let account = find_by_email(rows, &email).await?.context("the account of a sample")?;
        // Read each time: what somebody may do grows with what they enter.
        let somebody = sessions::signed_in(rows, &account, SessionId::new()).await?;
        let caller = Caller { address: IpAddr::V4(Ipv4Addr::LOCALHOST), device: "ocop seed".to_owned() };
        let asker = Asker { viewer: Viewer::SignedIn(Arc::new(somebody)), caller };
        let request = Request::new(query).variables(Variables::from_json(variables.clone()));
        let response = graphql::answer(&self.api, self.app, asker, request).await;
        anyhow::ensure!(response.errors.is_empty(), "{query} with {variables}: {:?}", response.errors);
        let data = response.data.into_json().context("the answer of the API")?;
        Ok(data["it"].clone())
    }
}

/// An input with the organisation it belongs to.
fn of(organisation: &Value, input: &Value) -> Value {
    let mut whole = input.clone();
    whole["organisation"] = organisation.clone();
    whole
}
