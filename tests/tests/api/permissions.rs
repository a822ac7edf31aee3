//! Who may do what: every mutation and every protected field, tried by everybody. A mutation that is missing here fails
//! the test, and so does a cell that is empty.

use std::collections::BTreeSet;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set, sea_query::Expr,
};
use serde_json::{Value, json};
use server::{
    changes::{Line, Write},
    entities::{membership, organisation, product, sale_point, stock},
};
use shared::{AdminLevel, AdminUnitId, Era, MemberRole, OrganisationId, SalePointId, StaffRole};
use tests::{
    Actor, Answer, Person, TestApp,
    people::{OTHER_WARD, WARD},
};

/// Who tries, in the order of the columns.
const ACTORS: [&str; 9] = [
    "guest",
    "other producer",
    "other retailer",
    "own owner",
    "own member",
    "officer elsewhere",
    "officer here",
    "city staff",
    "administrator",
];

/// What comes of it: `+` allowed, otherwise the beginning of the code. The thing tried is always one of the own side,
/// in the ward of the officer here.
const TABLE: &str = "
    signUp                  +  +  +  +  +  +  +  +  +
    confirmEmail            BA BA BA BA BA BA BA BA BA
    signIn                  WR WR WR WR WR WR WR WR WR
    signOut                 +  +  +  +  +  +  +  +  +
    requestPasswordReset    +  +  +  +  +  +  +  +  +
    resetPassword           BA BA BA BA BA BA BA BA BA
    changePassword          UN BA BA BA BA BA BA BA BA
    updateAccount           UN +  +  +  +  +  +  +  +
    revokeSession           UN NO NO NO NO NO NO NO NO
    setStaffRole            UN FO FO FO FO FO FO FO +
    disableAccount          UN FO FO FO FO FO FO FO +
    registerOrganisation    UN +  +  +  +  +  +  +  +
    updateOrganisation      UN FO FO +  +  FO FO FO FO
    requestVerification     UN FO FO +  +  FO FO FO FO
    claimOrganisation       UN NO NO NO NO NO NO NO NO
    withdrawVerification    UN NO NO +  NO NO NO NO NO
    verifyOrganisation      UN FO FO FO FO FO +  +  +
    inviteMember            UN FO FO +  FO FO FO FO FO
    revokeInvitation        UN NO NO +  FO NO NO NO NO
    acceptInvitation        UN +  +  +  +  +  +  +  +
    changeMember            UN FO FO +  FO FO FO FO FO
    giveConsent             UN FO FO +  FO FO FO FO FO
    withdrawConsent         UN FO FO +  FO FO FO FO FO
    createProduct           UN FO FO +  +  FO FO FO FO
    updateProduct           UN NO NO +  +  NO NO NO NO
    publishProduct          UN NO NO BA BA NO NO NO NO
    hideProduct             UN NO NO +  +  NO NO NO NO
    confirmFacts            UN NO NO +  +  NO NO NO NO
    answerRequirement       UN NO NO +  +  NO NO NO NO
    addCertificate          UN NO NO +  +  NO NO NO NO
    updateCertificate       UN NO NO +  +  NO NO NO NO
    removeCertificate       UN NO NO +  +  NO NO NO NO
    confirmCertificate      UN FO FO FO FO FO +  +  +
    createNeed              UN FO FO +  +  FO FO FO FO
    updateNeed              UN NO NO +  +  NO NO NO NO
    openNeed                UN NO NO BA BA NO NO NO NO
    closeNeed               UN NO NO BA BA NO NO NO NO
    copyNeed                UN NO NO +  +  NO NO NO NO
    ?need draft             NO NO NO +  +  NO NO NO NO
    ?needs drafts           -  -  -  +  +  -  -  -  -
    assignOperator          UN FO FO FO FO FO +  +  +
    stockProducts           UN FO FO +  +  FO FO FO FO
    unstockProducts         UN FO FO +  +  FO FO FO FO
    confirmStock            UN FO FO +  +  FO FO FO FO
    requestAboutData        UN +  +  +  +  +  +  +  +
    withdrawDataRequest     UN NO NO +  NO NO NO NO NO
    answerDataRequest       UN FO FO FO FO FO FO +  +
    ?dataRequests           UN FO FO FO FO FO FO +  +
    copyMyData              UN +  +  +  +  +  +  +  +
    ?ownProduct             UN NO NO +  +  NO +  +  +
    ?organisation           UN NO NO +  +  NO +  +  +
    ?organisation.taxCode   UN NO NO +  *  NO *  *  +
    ?organisation.alike     UN NO NO FO FO NO +  +  +
    ?verifications          UN FO FO FO FO +  +  +  +
    ?verification seen      UN FO FO FO FO -  +  +  +
    ?accounts               UN FO FO FO FO FO FO FO +
    ?changes                UN FO FO FO FO FO +  +  +
    ?changes of product     UN FO FO FO FO FO +  +  +
    ?changes of account     UN FO FO FO FO FO FO +  +
";

/// The own side and all others.
struct World {
    app: TestApp,
    owner: Person,
    member: Person,
    others: [Person; 6],
}

impl World {
    async fn new() -> Self {
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
        Self { app, owner, member, others }
    }

    fn actor(&self, name: &str) -> Actor {
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
    async fn own(&self) -> OrganisationId {
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
            organisation::Entity::delete_by_id(row.organisation_id).exec(database.write()).await.unwrap();
        }
        let input = json!({ "legalForm": "HOUSEHOLD", "taxCode": "001199012345", "ward": WARD,
            "isRetailer": true });
        let id = self.app.registered(&self.owner, input).await;
        self.app.joined(&self.member, id, MemberRole::Member).await;
        id
    }

    /// A product of the own side that is not published.
    async fn product(&self) -> Value {
        let input = json!({ "organisation": self.own().await, "name": "Trà (mẫu)", "group": "I.5.a" });
        let create = "mutation($i: NewProduct!) { createProduct(input: $i) { id } }";
        let created = self.owner.run(create, json!({ "i": input })).await;
        created.data("/createProduct/id").clone()
    }

    /// A point in the ward of the officer here that the own side runs, and a product that it sells.
    async fn point(&self) -> (Value, Value) {
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
    async fn need(&self) -> Value {
        let input = json!({ "organisation": self.own().await, "name": "Trà (mẫu)" });
        let create = "mutation($i: NewNeed!) { createNeed(input: $i) { id } }";
        self.owner.run(create, json!({ "i": input })).await.data("/createNeed/id").clone()
    }

    async fn asked(&self, query: &str, id: OrganisationId) -> Answer {
        self.owner.run(query, json!({ "id": id })).await
    }

    async fn verification(&self, id: OrganisationId) -> Value {
        let query = "query($id: ID!) { organisation(id: $id) { verification { id } } }";
        self.asked(query, id).await.data("/organisation/verification/id").clone()
    }

    async fn invitation(&self, id: OrganisationId, email: &str) -> Value {
        let invite = format!(
            "mutation($id: ID!) {{ inviteMember(organisation: $id, email: \"{email}\", role: MEMBER) {{ invitations {{ id }} }} }}"
        );
        self.asked(&invite, id).await.data("/inviteMember/invitations/0/id").clone()
    }

    /// Tries one operation of the table.
    async fn attempt(&self, operation: &str, name: &str) -> Answer {
        let actor = self.actor(name);
        // Each try comes from an address of its own: how often one may try is another matter.
        let actor = actor.from([10, 0, (operation.len() % 250) as u8, name.len() as u8]);
        let run = async |query: &str, variables: Value| actor.run(query, variables).await;
        let mail = format!("{}-{}@htx.example", operation.to_lowercase(), name.replace(' ', ""));
        match operation {
            "signUp" => {
                let input = json!({ "name": "Ai Đó", "email": mail, "password": "chè xanh buổi sáng",
                    "termsVersion": shared::consent::ACCOUNT_TERMS });
                run(
                    "mutation($input: NewAccount!) { signUp(input: $input) { sent } }",
                    json!({ "input": input }),
                )
                .await
            }
            "confirmEmail" => {
                run("mutation { confirmEmail(token: \"x\", password: \"y\") { token } }", json!({})).await
            }
            "signIn" => {
                let query = "mutation($e: String!) { signIn(email: $e, password: \"không phải\") { token } }";
                run(query, json!({ "e": mail })).await
            }
            // The session of the person goes on being needed.
            "signOut" => self.app.guest().run("mutation { signOut }", json!({})).await,
            "requestPasswordReset" => {
                let query = "mutation($e: String!) { requestPasswordReset(email: $e) { sent } }";
                run(query, json!({ "e": mail })).await
            }
            "resetPassword" => {
                run(
                    "mutation { resetPassword(token: \"x\", password: \"chè xanh buổi sáng\") { token } }",
                    json!({}),
                )
                .await
            }
            "changePassword" => {
                run(
                    "mutation { changePassword(current: \"x\", password: \"chè xanh buổi sáng\") { name } }",
                    json!({}),
                )
                .await
            }
            "updateAccount" => {
                run("mutation { updateAccount(version: 1, changes: {}) { version } }", json!({})).await
            }
            "revokeSession" => {
                let sessions = self.owner.run("{ viewer { sessions { id } } }", json!({})).await;
                // Somebody else's; for the owner one that is nobody's.
                let id = match name {
                    "own owner" => json!(shared::SessionId::new()),
                    _ => sessions.data("/viewer/sessions/0/id").clone(),
                };
                run("mutation($id: ID!) { revokeSession(id: $id) { name } }", json!({ "id": id })).await
            }
            "setStaffRole" | "disableAccount" => {
                let id = self.app.person("Ai Đó").await.account;
                let query = match operation {
                    "setStaffRole" => {
                        "mutation($id: ID!) { setStaffRole(account: $id, role: CITY_STAFF) { id } }"
                    }
                    _ => "mutation($id: ID!) { disableAccount(account: $id, disabled: true) { id } }",
                };
                run(query, json!({ "id": id })).await
            }
            "registerOrganisation" => {
                let input = json!({ "name": "Của Ai Đó (mẫu)", "legalForm": "COMPANY", "isProducer": true,
                    "isRetailer": false, "address": "Số 1", "ward": WARD, "contact": { "phone": "0912345678" } });
                let query =
                    "mutation($input: NewOrganisation!) { registerOrganisation(input: $input) { id } }";
                run(query, json!({ "input": input })).await
            }
            "acceptInvitation" => {
                self.invitation(self.own().await, &mail).await;
                let token = self.app.mailed_token(&mail).await;
                run("mutation($t: String!) { acceptInvitation(token: $t) { role } }", json!({ "t": token }))
                    .await
            }
            "revokeInvitation" => {
                let id = self.invitation(self.own().await, &mail).await;
                run("mutation($id: ID!) { revokeInvitation(id: $id) { id } }", json!({ "id": id })).await
            }
            "withdrawVerification" | "verifyOrganisation" => {
                let id = self.verification(self.own().await).await;
                let query = match operation {
                    "withdrawVerification" => {
                        "mutation($id: ID!) { withdrawVerification(id: $id) { status } }"
                    }
                    _ => {
                        "mutation($id: ID!) { verifyOrganisation(verification: $id, approve: false, reason: \"Thử\") { status } }"
                    }
                };
                run(query, json!({ "id": id })).await
            }
            "?verifications" => run("{ verifications { totalCount } }", json!({})).await,
            "?accounts" => run("{ accounts { totalCount } }", json!({})).await,
            "?verification seen" => {
                let own = self.own().await.to_string();
                let answer =
                    run("{ verifications(first: 100) { nodes { organisation { id } } } }", json!({})).await;
                let nodes =
                    answer.json["data"]["verifications"]["nodes"].as_array().cloned().unwrap_or_default();
                let is_seen = nodes.iter().any(|node| node["organisation"]["id"] == own.as_str());
                Answer {
                    json: if answer.codes().is_empty() { json!({ "seen": is_seen }) } else { answer.json },
                    ..answer
                }
            }
            "assignOperator" | "stockProducts" | "unstockProducts" | "confirmStock" => {
                let (point, product) = self.point().await;
                let query = match operation {
                    "assignOperator" => "mutation($p: ID!) { assignOperator(salePoint: $p) { id } }",
                    "stockProducts" => {
                        "mutation($p: ID!, $g: ID!) { stockProducts(salePoint: $p, products: [$g]) { id } }"
                    }
                    "unstockProducts" => {
                        "mutation($p: ID!, $g: ID!) { unstockProducts(salePoint: $p, products: [$g]) { id } }"
                    }
                    _ => "mutation($p: ID!) { confirmStock(salePoint: $p) { id } }",
                };
                let mut variables = json!({ "p": point });
                if query.contains("$g") {
                    variables["g"] = product;
                }
                run(query, variables).await
            }
            "requestAboutData" => {
                run("mutation { requestAboutData(kind: DELETION) { id } }", json!({})).await
            }
            "withdrawDataRequest" | "answerDataRequest" => {
                let ask = "mutation { requestAboutData(kind: CORRECTION, message: \"x\") { id } }";
                let asked = self.owner.run(ask, json!({})).await;
                let query = match operation {
                    "withdrawDataRequest" => "mutation($id: ID!) { withdrawDataRequest(id: $id) { status } }",
                    _ => "mutation($id: ID!) { answerDataRequest(id: $id, done: true) { status } }",
                };
                run(query, json!({ "id": asked.data("/requestAboutData/id") })).await
            }
            "?changes of product" => {
                let query = "query($id: ID!) { changes(entity: \"product\", id: $id) { seq } }";
                run(query, json!({ "id": self.product().await })).await
            }
            "?changes of account" => {
                let query = "query($id: ID!) { changes(entity: \"account\", id: $id) { seq } }";
                run(query, json!({ "id": self.owner.account })).await
            }
            "?dataRequests" => run("{ dataRequests { totalCount } }", json!({})).await,
            "copyMyData" => run("mutation { copyMyData }", json!({})).await,
            "createNeed" => {
                let input = json!({ "organisation": self.own().await, "name": "Trà (mẫu)" });
                run("mutation($i: NewNeed!) { createNeed(input: $i) { id } }", json!({ "i": input })).await
            }
            "?needs drafts" => {
                let own = self.need().await;
                let answer =
                    run("{ needs(filter: { statuses: [DRAFT] }, first: 100) { nodes { id } } }", json!({}))
                        .await;
                let is_seen = answer.texts("/needs/nodes", "id").iter().any(|id| own == id.as_str());
                Answer { json: json!({ "seen": is_seen }), ..answer }
            }
            "updateNeed" | "openNeed" | "closeNeed" | "copyNeed" | "?need draft" => {
                let query = match operation {
                    "updateNeed" => {
                        "mutation($id: ID!) { updateNeed(id: $id, version: 1, changes: {}) { id } }"
                    }
                    "openNeed" => "mutation($id: ID!) { openNeed(id: $id) { id } }",
                    "closeNeed" => "mutation($id: ID!) { closeNeed(id: $id, reason: \"x\") { id } }",
                    "copyNeed" => "mutation($id: ID!) { copyNeed(id: $id) { id } }",
                    _ => "query($id: ID!) { need(id: $id) { name priceCeiling } }",
                };
                run(query, json!({ "id": self.need().await })).await
            }
            "createProduct" => {
                let input =
                    json!({ "organisation": self.own().await, "name": "Trà (mẫu)", "group": "I.5.a" });
                run("mutation($i: NewProduct!) { createProduct(input: $i) { id } }", json!({ "i": input }))
                    .await
            }
            "updateCertificate" | "removeCertificate" | "confirmCertificate" => {
                let input = json!({ "product": self.product().await, "certificate": { "kind": "haccp" } });
                let add = "mutation($i: NewCertificate!) { addCertificate(input: $i) { id } }";
                let added = self.owner.run(add, json!({ "i": input })).await;
                let query = match operation {
                    "updateCertificate" => {
                        "mutation($id: ID!) { updateCertificate(id: $id, version: 1, input: { kind: \"haccp\" }) { id } }"
                    }
                    "removeCertificate" => "mutation($id: ID!) { removeCertificate(id: $id) { id } }",
                    _ => "mutation($id: ID!) { confirmCertificate(id: $id) { id } }",
                };
                run(query, json!({ "id": added.data("/addCertificate/id") })).await
            }
            "updateProduct" | "publishProduct" | "hideProduct" | "confirmFacts" | "answerRequirement"
            | "addCertificate" | "?ownProduct" => {
                let query = match operation {
                    "updateProduct" => {
                        "mutation($id: ID!) { updateProduct(id: $id, version: 1, changes: {}) { id } }"
                    }
                    "publishProduct" => "mutation($id: ID!) { publishProduct(id: $id) { id } }",
                    "hideProduct" => "mutation($id: ID!) { hideProduct(id: $id) { id } }",
                    "confirmFacts" => "mutation($id: ID!) { confirmFacts(id: $id) { id } }",
                    "answerRequirement" => {
                        "mutation($id: ID!) { answerRequirement(product: $id, requirement: \"cold_chain\", yes: true) { id } }"
                    }
                    "addCertificate" => {
                        "mutation($id: ID!) { addCertificate(input: { product: $id, certificate: { kind: \"haccp\" } }) { id } }"
                    }
                    _ => "query($id: ID!) { ownProduct(id: $id) { name terms { creditDays } } }",
                };
                run(query, json!({ "id": self.product().await })).await
            }
            "changeMember" => {
                let query = "mutation($id: ID!, $a: ID!) { changeMember(organisation: $id, account: $a, role: OWNER) { id } }";
                run(query, json!({ "id": self.own().await, "a": self.member.account })).await
            }
            of_organisation => {
                let query = match of_organisation {
                    "updateOrganisation" => {
                        "mutation($id: ID!) { updateOrganisation(id: $id, version: 1, changes: {}) { id } }"
                    }
                    "requestVerification" => "mutation($id: ID!) { requestVerification(id: $id) { id } }",
                    "claimOrganisation" => {
                        "mutation($id: ID!) { claimOrganisation(id: $id, message: \"x\") { id } }"
                    }
                    "inviteMember" => {
                        "mutation($id: ID!) { inviteMember(organisation: $id, email: \"ban@htx.example\", role: MEMBER) { id } }"
                    }
                    "giveConsent" => {
                        "mutation($id: ID!) { giveConsent(organisation: $id, purpose: PUBLIC_CONTACT, textVersion: \"2026-11-25\") { id } }"
                    }
                    "withdrawConsent" => {
                        "mutation($id: ID!) { withdrawConsent(organisation: $id, purpose: PUBLIC_CONTACT) { id } }"
                    }
                    "?organisation" => {
                        "query($id: ID!) { organisation(id: $id) { id contact { phone } members { email } } }"
                    }
                    "?organisation.taxCode" => "query($id: ID!) { organisation(id: $id) { taxCode } }",
                    "?organisation.alike" => "query($id: ID!) { organisation(id: $id) { alike { name } } }",
                    "?changes" => "query($id: ID!) { changes(entity: \"organisation\", id: $id) { seq } }",
                    unknown => panic!("how to try {unknown}?"),
                };
                run(query, json!({ "id": self.own().await })).await
            }
        }
    }
}

/// An answer as a cell of the table.
fn cell(answer: &Answer) -> String {
    if let Some(code) = answer.codes().first() {
        return code[..2].to_owned();
    }
    if answer.json["seen"] == false {
        return "-".to_owned();
    }
    let tax_code = answer.json["data"]["organisation"]["taxCode"].as_str().unwrap_or_default();
    if tax_code.contains('*') { "*".to_owned() } else { "+".to_owned() }
}

#[tokio::test]
async fn everybody_may_do_what_the_table_says_and_nothing_else() {
    let world = World::new().await;
    let rows = TABLE.lines().map(str::trim).filter(|row| !row.is_empty());
    let mut wrong = Vec::new();

    for row in rows {
        let words: Vec<&str> = row.split_whitespace().collect();
        let (operation, cells) = words.split_at(words.len() - ACTORS.len());
        let operation = operation.join(" ");
        for (name, expected) in ACTORS.iter().zip(cells) {
            let answer = world.attempt(&operation, name).await;
            let found = cell(&answer);
            if found != *expected {
                wrong.push(format!(
                    "{operation} by {name}: {expected} expected, {found} found: {}",
                    answer.text
                ));
            }
        }
    }

    assert!(wrong.is_empty(), "{} cells:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn every_mutation_stands_in_the_table() {
    let app = TestApp::start().await;
    let answer = app.guest().run("{ __schema { mutationType { fields { name } } } }", json!({})).await;

    let known: BTreeSet<String> = answer.texts("/__schema/mutationType/fields", "name").into_iter().collect();
    let tried: BTreeSet<String> = TABLE
        .lines()
        .filter_map(|row| row.split_whitespace().next())
        .filter(|name| !name.starts_with('?'))
        .map(str::to_owned)
        .collect();

    assert_eq!(tried, known);
}
