//! People with accounts and their organisations, made the short way: straight into the database, signed in by a token.
//! What the long way does (mails, passwords) has tests of its own.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::sync::atomic::{AtomicU32, Ordering};

use chrono::Utc;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr};
use serde_json::{Value, json};
use server::{
    accounts,
    changes::{Line, Write},
    entities::{account, account_unit, membership, organisation, session},
};
use shared::{
    AccountId, AdminLevel, AdminUnitId, Era, MailChoice, MemberRole, OrganisationId, SessionId, StaffRole,
};
use tokio::sync::OnceCell;

use crate::{Actor, TestApp};

/// The ward in which organisations of the tests are, unless they say another: Phường Ba Đình.
pub const WARD: &str = "00004";
/// Another ward of Hanoi: Phường Hoàn Kiếm.
pub const OTHER_WARD: &str = "00070";

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Person {
    /// Who sends the requests.
    pub actor: Actor,
    /// The account.
    pub account: AccountId,
    /// The mail address.
    pub email: String,
}

impl Person {
    /// Runs a GraphQL operation.
    pub async fn run(&self, query: &str, variables: Value) -> crate::Answer {
        self.actor.run(query, variables).await
    }
}

/// The password of everybody, for those who sign in through the page.
pub const PASSWORD: &str = "không ai biết";

/// One hash for all: making it takes long on purpose.
async fn everybodys_password() -> String {
    static HASH: OnceCell<String> = OnceCell::const_new();
    let made = HASH.get_or_init(|| async { accounts::passwords::hash(PASSWORD.to_owned()).await.unwrap() });
    made.await.clone()
}

impl TestApp {
    /// Somebody of no organisation.
    pub async fn person(&self, name: &str) -> Person {
        self.somebody(name, None, &[]).await
    }

    /// Somebody of the city's staff; officers with the codes of their wards.
    pub async fn staff(&self, role: StaffRole, wards: &[&str]) -> Person {
        self.somebody(role.as_str(), Some(role), wards).await
    }

    async fn somebody(&self, name: &str, staff_role: Option<StaffRole>, wards: &[&str]) -> Person {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let (id, now, token) = (AccountId::new(), Utc::now(), accounts::new_token());
        let email = format!("nguoi{number}@htx.example");
        let account = account::Model {
            id,
            email: email.clone(),
            email_key: email.clone(),
            name: name.to_owned(),
            phone: None,
            password_hash: everybodys_password().await,
            staff_role,
            confirmed_at: Some(now),
            disabled_at: None,
            created_at: now,
            updated_at: now,
            version: 1,
            mail_choice: MailChoice::AtOnce,
        };
        let session = session::Model {
            id: SessionId::new(),
            account_id: id,
            token_hash: accounts::digest_of(&token),
            device: "test".to_owned(),
            signed_in_at: now,
            last_used_at: now,
        };
        let mut write = Write::begin(&self.app.database, "test").await.unwrap();
        account::Entity::insert(account.into_active_model())
            .exec_without_returning(write.rows())
            .await
            .unwrap();
        for ward in wards {
            let unit_id = AdminUnitId::new(Era::Current, AdminLevel::Ward, ward);
            let unit = account_unit::Model { account_id: id, unit_id };
            account_unit::Entity::insert(unit.into_active_model())
                .exec_without_returning(write.rows())
                .await
                .unwrap();
        }
        session::Entity::insert(session.into_active_model())
            .exec_without_returning(write.rows())
            .await
            .unwrap();
        write.record(Line::of("account", id, "created"));
        write.commit().await.unwrap();
        Person { actor: self.guest().with_token(token), account: id, email }
    }

    /// An organisation that somebody registers; nobody has verified it.
    pub async fn registered(&self, owner: &Person, input: Value) -> OrganisationId {
        const REGISTER: &str =
            "mutation($input: NewOrganisation!) { registerOrganisation(input: $input) { id } }";
        let mut whole = json!({
            "name": "Hợp tác xã Thử Nghiệm (mẫu)",
            "legalForm": "COOPERATIVE",
            "isProducer": true,
            "isRetailer": false,
            "address": "Số 1, đường Thử Nghiệm",
            "ward": WARD,
            "contact": { "name": "Người Liên Hệ", "phone": "0912 345 678" },
        });
        whole.as_object_mut().unwrap().extend(input.as_object().unwrap().clone());
        let answer = owner.run(REGISTER, json!({ "input": whole })).await;
        answer.data("/registerOrganisation/id").as_str().unwrap().parse().unwrap()
    }

    /// A registered organisation that the city has verified.
    pub async fn verified(&self, owner: &Person, input: Value) -> OrganisationId {
        let id = self.registered(owner, input).await;
        let city = self.staff(StaffRole::CityStaff, &[]).await;
        let query = "query($id: ID!) { organisation(id: $id) { verification { id } } }";
        let answer = city.run(query, json!({ "id": id })).await;
        let verification = answer.data("/organisation/verification/id").clone();
        let verify = "mutation($v: ID!) { verifyOrganisation(verification: $v, approve: true) { status } }";
        let answer = city.run(verify, json!({ "v": verification })).await;
        assert_eq!(answer.data("/verifyOrganisation/status"), "APPROVED");
        id
    }

    /// Takes back that an organisation is verified.
    pub async fn unverify(&self, organisation: OrganisationId) {
        let mut write = Write::begin(&self.app.database, "test").await.unwrap();
        organisation::Entity::update_many()
            .col_expr(organisation::Column::VerifiedAt, Expr::value(None::<chrono::DateTime<Utc>>))
            .filter(organisation::Column::Id.eq(organisation))
            .exec(write.rows())
            .await
            .unwrap();
        write.record(Line::of("organisation", organisation, "updated"));
        write.commit().await.unwrap();
        self.follow().await;
    }

    /// Makes somebody a member of an organisation.
    pub async fn joined(&self, person: &Person, organisation: OrganisationId, role: MemberRole) {
        let mut write = Write::begin(&self.app.database, "test").await.unwrap();
        let row = membership::Model {
            account_id: person.account,
            organisation_id: organisation,
            role,
            since: Utc::now(),
        };
        membership::Entity::insert(row.into_active_model())
            .exec_without_returning(write.rows())
            .await
            .unwrap();
        write.record(Line::of("organisation", organisation, "member_joined"));
        write.commit().await.unwrap();
    }
}
