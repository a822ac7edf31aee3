//! The own side whose things are tried, and all who try.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, Set, sea_query::Expr,
};
use serde_json::{Value, json};
use server::{
    changes::{Line, Write},
    entities::{agreement, event_participant, membership, organisation, product, sale_point, stock},
};
use shared::{AdminLevel, AdminUnitId, Era, MemberRole, OrganisationId, SalePointId, StaffRole};
use tests::{
    Actor, Answer, Person, TestApp,
    people::{OTHER_WARD, WARD},
    sides::INTRODUCE,
};
use tokio::sync::OnceCell;

/// The own side and all others.
pub(super) struct World {
    pub(super) app: TestApp,
    pub(super) owner: Person,
    pub(super) member: Person,
    pub(super) others: [Person; 6],
    /// A producer whom the own side meets, and its product.
    partner: OnceCell<(Person, Value)>,
}

impl World {
    pub(super) async fn new() -> Self {
        let app = TestApp::start().await;
        let (owner, member) = (app.person("own owner").await, app.person("own member").await);
        let others = [
            app.person("other producer").await,
            app.person("other retailer").await,
            app.staff(StaffRole::UnitStaff, &[OTHER_WARD]).await,
            app.staff(StaffRole::UnitStaff, &[WARD]).await,
            app.staff(StaffRole::CityStaff, &[]).await,
            app.staff(StaffRole::Administrator, &[]).await,
        ];
        app.verified(&others[0], json!({ "name": "Người làm khác (mẫu)" })).await;
        let sells = json!({ "name": "Người bán khác (mẫu)", "isProducer": false, "isRetailer": true });
        app.verified(&others[1], sells).await;
        Self { app, owner, member, others, partner: OnceCell::new() }
    }

    pub(super) fn actor(&self, name: &str) -> Actor {
        let [producer, retailer, elsewhere, here, city, administrator] = &self.others;
        let person = match name {
            "guest" => return self.app.guest(),
            "other producer" => producer,
            "other retailer" => retailer,
            "own owner" => &self.owner,
            "own member" => &self.member,
            "officer elsewhere" => elsewhere,
            "officer here" => here,
            "city staff" => city,
            "administrator" => administrator,
            unknown => panic!("nobody is called {unknown}"),
        };
        person.actor.clone()
    }

    /// A new organisation of the own side, so that one try does not change the next; the earlier one goes.
    pub(super) async fn own(&self) -> OrganisationId {
        let database = &self.app.app.database;
        let earlier = membership::Entity::find().filter(membership::Column::AccountId.eq(self.owner.account));
        for row in earlier.all(database.read()).await.unwrap() {
            let run = sale_point::Entity::update_many()
                .col_expr(sale_point::Column::OperatorId, Expr::value(None::<OrganisationId>))
                .filter(sale_point::Column::OperatorId.eq(row.organisation_id));
            run.exec(database.write()).await.unwrap();
            stock::Entity::delete_many().exec(database.write()).await.unwrap();
            let products = product::Column::ProducerId.eq(row.organisation_id);
            product::Entity::delete_many().filter(products).exec(database.write()).await.unwrap();
            let sides = [agreement::Column::RetailerId, agreement::Column::ProducerId];
            let is_of =
                sides.into_iter().fold(Condition::any(), |any, side| any.add(side.eq(row.organisation_id)));
            agreement::Entity::delete_many().filter(is_of).exec(database.write()).await.unwrap();
            let registrations = event_participant::Column::OrganisationId.eq(row.organisation_id);
            let delete = event_participant::Entity::delete_many().filter(registrations);
            delete.exec(database.write()).await.unwrap();
            organisation::Entity::delete_by_id(row.organisation_id).exec(database.write()).await.unwrap();
        }
        let input = json!({ "legalForm": "HOUSEHOLD", "taxCode": "001199012345", "ward": WARD,
            "isRetailer": true });
        let id = self.app.registered(&self.owner, input).await;
        self.app.joined(&self.member, id, MemberRole::Member).await;
        id
    }

    /// A product of the own side that is not published.
    pub(super) async fn product(&self) -> Value {
        let input = json!({ "organisation": self.own().await, "name": "Trà (mẫu)", "group": "I.5.a" });
        let create = "mutation($i: NewProduct!) { createProduct(input: $i) { id } }";
        let created = self.owner.run(create, json!({ "i": input })).await;
        created.data("/createProduct/id").clone()
    }

    /// A point in the ward of the officer here that the own side runs, and a product that it sells.
    pub(super) async fn point(&self) -> (Value, Value) {
        let own = self.own().await;
        let asked = "{ salePoints(first: 1) { nodes { id } } products(first: 1) { nodes { id } } }";
        let found = self.app.guest().run(asked, json!({})).await;
        let (point, product) = (found.data("/salePoints/nodes/0/id"), found.data("/products/nodes/0/id"));
        let id: SalePointId = point.as_str().unwrap().parse().unwrap();
        let mut write = Write::begin(&self.app.app.database, "test").await.unwrap();
        let row = sale_point::Entity::find_by_id(id).one(write.rows()).await.unwrap().unwrap();
        let mut row = row.into_active_model();
        row.operator_id = Set(Some(own));
        row.ward_id = Set(Some(AdminUnitId::new(Era::Current, AdminLevel::Ward, WARD)));
        row.update(write.rows()).await.unwrap();
        write.record(Line::of("sale_point", id, "updated"));
        write.commit().await.unwrap();
        self.app.stocked(id, product.as_str().unwrap().parse().unwrap()).await;
        (point.clone(), product.clone())
    }

    /// A draft of a need of the own side.
    pub(super) async fn need(&self) -> Value {
        let input = json!({ "organisation": self.own().await, "name": "Trà (mẫu)" });
        let create = "mutation($i: NewNeed!) { createNeed(input: $i) { id } }";
        self.owner.run(create, json!({ "i": input })).await.data("/createNeed/id").clone()
    }

    pub(super) async fn partner(&self) -> &(Person, Value) {
        let made = self.partner.get_or_init(|| async {
            let person = self.app.person("partner").await;
            let id = self.app.verified(&person, json!({ "name": "Đối tác (mẫu)" })).await;
            let product = self.app.published_product(&person, id, "Miến (mẫu)").await;
            (person, product)
        });
        made.await
    }

    /// A new organisation of the own side that staff have verified.
    pub(super) async fn verified_own(&self) -> OrganisationId {
        let own = self.own().await;
        let [.., city, _] = &self.others;
        let verify = "mutation($v: ID!) { verifyOrganisation(verification: $v, approve: true) { status } }";
        let verification = self.verification(own).await;
        city.run(verify, json!({ "v": verification })).await.data("/verifyOrganisation");
        own
    }

    /// An open need of the own side, and the product of its partner.
    pub(super) async fn pair(&self) -> (Value, Value) {
        let own = self.verified_own().await;
        let need = self.app.open_need(&self.owner, own, "Miến (mẫu)", json!({})).await;
        (need, self.partner().await.1.clone())
    }

    async fn introduced_by(&self, person: &Person) -> Value {
        let (need, product) = self.pair().await;
        let proposed = person.run(INTRODUCE, json!({ "i": { "need": need, "product": product } })).await;
        proposed.data("/introduce/id").clone()
    }

    /// An introduction that the own side has proposed.
    pub(super) async fn proposed(&self) -> Value {
        self.introduced_by(&self.owner).await
    }

    /// An introduction that waits for the own side.
    pub(super) async fn asked_by_partner(&self) -> Value {
        self.introduced_by(&self.partner().await.0).await
    }

    /// The own side as a retailer that talks with its partner.
    pub(super) async fn met_own(&self) -> OrganisationId {
        let own = self.verified_own().await;
        let need = self.app.open_need(&self.owner, own, "Miến (mẫu)", json!({})).await;
        let product = &self.partner().await.1;
        let proposed = self.owner.run(INTRODUCE, json!({ "i": { "need": need, "product": product } })).await;
        let id = proposed.data("/introduce/id");
        self.partner().await.0.answer(id, true, None).await.data("/answerIntroduction");
        own
    }

    /// An introduction in which both sides talk.
    pub(super) async fn met(&self) -> Value {
        let id = self.proposed().await;
        self.partner().await.0.answer(&id, true, None).await.data("/answerIntroduction");
        id
    }

    pub(super) async fn asked(&self, query: &str, id: OrganisationId) -> Answer {
        self.owner.run(query, json!({ "id": id })).await
    }

    pub(super) async fn verification(&self, id: OrganisationId) -> Value {
        let query = "query($id: ID!) { organisation(id: $id) { verification { id } } }";
        self.asked(query, id).await.data("/organisation/verification/id").clone()
    }

    pub(super) async fn invitation(&self, id: OrganisationId, email: &str) -> Value {
        let invite = format!(
            "mutation($id: ID!) {{ inviteMember(organisation: $id, email: \"{email}\", role: MEMBER) {{ invitations {{ id }} }} }}"
        );
        self.asked(&invite, id).await.data("/inviteMember/invitations/0/id").clone()
    }
}
