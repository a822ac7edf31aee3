//! `ocop user`: accounts made on the server's own machine, so that there is a first administrator.

use std::io::{BufRead, IsTerminal};

use anyhow::Context;
use chrono::Utc;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use shared::{Email, Problem, StaffRole};

use super::{find_by_email, passwords, secrets, sign_up};
use crate::{
    changes::{Line, Write},
    database::Database,
    entities::account,
};

/// Makes an account with a confirmed address, or gives one that is there another role and, if one is given, another
/// password. The password is read from standard input; without one a new one is made and printed.
#[derive(clap::Args)]
pub struct User {
    /// Mail address to sign in with
    email: String,
    /// Name of the person
    #[arg(long)]
    name: String,
    /// administrator, city_staff, or none
    #[arg(long, default_value = "none")]
    role: String,
}

/// Does it, and says what came of it.
pub async fn run(database: &Database, user: User) -> anyhow::Result<()> {
    let email: Email = user.email.parse().map_err(|problem| anyhow::anyhow!("{}: {problem}", user.email))?;
    let role = match user.role.as_str() {
        "none" => None,
        text => match StaffRole::parse(text) {
            Some(role @ (StaffRole::Administrator | StaffRole::CityStaff)) => Some(role),
            _ => anyhow::bail!("--role must be administrator, city_staff or none, not {text:?}"),
        },
    };
    let (password, was_made) = match typed_password()? {
        Some(password) => (password, false),
        None => (secrets::new_token()[..20].to_owned(), true),
    };
    if let Some(problem) = passwords::problem_with(&password, &[&user.name, email.as_str()]) {
        anyhow::bail!("the password: {}", explained(problem));
    }
    let hash = passwords::hash(password.clone()).await?;
    let mut write = Write::begin(database, "ocop user").await?;
    let known = find_by_email(write.rows(), &email).await?;
    let is_known = known.is_some();
    let account =
        known.unwrap_or_else(|| sign_up::new_account(user.name.clone(), &email, None, hash.clone()));
    let id = account.id;
    let mut row = account.into_active_model().reset_all();
    row.name = Set(user.name);
    row.password_hash = Set(hash);
    row.staff_role = Set(role);
    row.confirmed_at = Set(Some(Utc::now()));
    row.disabled_at = Set(None);
    if is_known {
        row.touch();
        super::sessions::end_others(&write, id, None).await?;
        account::Entity::update(row).exec(write.rows()).await?;
    } else {
        account::Entity::insert(row).exec_without_returning(write.rows()).await?;
    }
    write.record(Line::of("account", id, if is_known { "updated" } else { "created" }));
    write.commit().await?;
    println!("{} {email}{}", if is_known { "Changed" } else { "Made" }, role_in_words(role));
    if was_made {
        println!("Password: {password}");
    }
    Ok(())
}

/// What the console says of accounts when the server starts.
pub async fn first_steps(database: &Database) -> anyhow::Result<&'static str> {
    let administrators =
        account::Entity::find().filter(account::Column::StaffRole.eq(StaffRole::Administrator));
    Ok(if administrators.one(database.read()).await?.is_some() {
        "sign in at /dang-nhap"
    } else {
        "no administrator yet; `ocop user MAIL --name NAME --role administrator` makes one"
    })
}

/// The first line of standard input, unless that is a terminal or empty.
fn typed_password() -> anyhow::Result<Option<String>> {
    let input = std::io::stdin();
    if input.is_terminal() {
        return Ok(None);
    }
    let mut line = String::new();
    input.lock().read_line(&mut line).context("reading the password from standard input")?;
    Ok(Some(line.trim_end_matches(['\r', '\n']).to_owned()).filter(|line| !line.is_empty()))
}

fn explained(problem: Problem) -> &'static str {
    match problem {
        Problem::TooShort => "at least ten characters",
        Problem::TooLong => "at most 200 characters",
        _ => "too easily guessed",
    }
}

fn role_in_words(role: Option<StaffRole>) -> String {
    role.map(|role| format!(" as {}", role.as_str())).unwrap_or_default()
}
