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

use super::file::{Organisation, Paper, Person, Product, Samples};
use crate::{
    accounts::{Caller, Viewer, find_by_email, sessions},
    app::App,
    database::Database,
    entities::organisation,
    graphql::{self, Api, context::Asker},
};

/// Whether an organisation is there, by its name.
async fn is_there(database: &Database, organisation: &Organisation) -> anyhow::Result<bool> {
    let name = organisation.input["name"].as_str().unwrap_or_default();
    let same = organisation::Entity::find().filter(organisation::Column::Name.eq(name));
    Ok(same.count(database.read()).await? > 0)
}

/// Whether the last of them is there.
pub(super) async fn are_there(database: &Database, samples: &Samples) -> anyhow::Result<bool> {
    match samples.organisations.last() {
        Some(last) => is_there(database, last).await,
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
            let owner = self.samples.people.iter().find(|person| person.key == organisation.owner);
            let owner = owner.with_context(|| format!("nobody is called {}", organisation.owner))?;
            self.organisation(organisation, owner, staff).await?;
        }
        Ok(())
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

    /// Runs a mutation as somebody; gives what it calls `it`.
    async fn run(&self, person: &Person, query: &str, variables: Value) -> anyhow::Result<Value> {
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
