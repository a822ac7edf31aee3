//! The program is killed at any moment of an index update and started again: search answers as the database says.

use std::{
    collections::BTreeSet,
    env,
    ffi::OsString,
    fs,
    io::{Read, Write as _},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryOrder, QuerySelect, Set};
use serde_json::{Value, json};
use server::{
    changes::{Line, Write},
    database::Database,
    entities::product,
};
use tests::FilledDatabase;

/// A server in a process of its own.
struct Running {
    process: Child,
    port: u16,
}

impl Running {
    fn start(program: &str, database: &FilledDatabase) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new(program)
            .arg("serve")
            .env("OCOP_LISTEN", format!("127.0.0.1:{port}"))
            .env("OCOP_DATA_DIR", database.folder())
            .env("DATABASE_URL", database.url())
            .env("OCOP_LOG", "error")
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Self { process, port }
    }

    /// The first answer after the start; the port answers only when the index is right.
    fn first_answer(&self, query: &str) -> Value {
        let patience = Instant::now() + Duration::from_secs(60);
        loop {
            match self.ask(query) {
                Some(answer) => return answer,
                None => assert!(Instant::now() < patience, "the server does not start"),
            }
            std::thread::yield_now();
        }
    }

    fn ask(&self, query: &str) -> Option<Value> {
        let body = json!({ "query": query }).to_string();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        let head = format!(
            "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: \
             close\r\n\r\n",
            body.len()
        );
        stream.write_all(format!("{head}{body}").as_bytes()).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        serde_json::from_str(answer.split_once("\r\n\r\n")?.1).ok()
    }

    /// As `kill -9`.
    fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

/// Gives so many products a name that says which round wrote it.
async fn rename(database: &Database, round: usize, count: u64) {
    let rows = product::Entity::find()
        .order_by_asc(product::Column::Id)
        .limit(count)
        .all(database.read())
        .await
        .unwrap();
    let mut write = Write::begin(database, "test").await.unwrap();
    for row in rows {
        let entity_id = row.id.to_string();
        let mut changed = row.into_active_model();
        changed.name = Set(format!("Xyzzy vòng{round}"));
        changed.update(write.rows()).await.unwrap();
        write.record(Line { entity: "product", entity_id, action: "updated", before: None, after: None });
    }
    write.commit().await.unwrap();
}

/// Names of the files of the index of products.
fn files(database: &FilledDatabase) -> BTreeSet<OsString> {
    let folder = fs::read_dir(database.folder().join("index/products")).unwrap();
    folder.filter_map(|entry| Some(entry.ok()?.file_name())).collect()
}

#[tokio::test]
async fn a_server_that_is_killed_while_it_indexes_starts_again_with_the_right_answers() {
    let Ok(program) = env::var("OCOP_PROGRAM") else {
        panic!("OCOP_PROGRAM names the program to kill; `cargo xtask test --only api-sqlite` sets it");
    };
    let filled = FilledDatabase::create().await.unwrap();
    let database = Database::open(filled.url()).await.unwrap();
    let total = product::Entity::find().count(database.read()).await.unwrap();
    let query = |round: usize| {
        format!(
            "{{ products(search: \"xyzzy vong{round}\") {{ totalCount }} all: products {{ totalCount }} }}"
        )
    };

    for round in 0..6 {
        let running = Running::start(&program, &filled);
        running.first_answer("{ viewer { name } }");
        let before = files(&filled);
        rename(&database, round, 300).await;
        if round % 2 == 1 {
            // In the middle of writing: the first new file of the index has just appeared.
            let patience = Instant::now() + Duration::from_secs(30);
            while files(&filled) == before {
                assert!(Instant::now() < patience, "the index does not follow");
                std::thread::yield_now();
            }
        }
        if round == 4 {
            // A node that lost its index altogether is killed while it builds a new one.
            running.kill();
            fs::remove_dir_all(filled.folder().join("index")).unwrap();
            Running::start(&program, &filled).kill();
        } else {
            running.kill();
        }

        let running = Running::start(&program, &filled);
        let answer = running.first_answer(&query(round));
        assert_eq!(answer["data"]["products"]["totalCount"], 300, "round {round}: {answer}");
        assert_eq!(answer["data"]["all"]["totalCount"], total, "round {round}");
        running.kill();
    }
}
