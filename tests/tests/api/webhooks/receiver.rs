//! A program that is told.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use serde_json::Value;
use standardwebhooks::Webhook;
use tokio::{
    net::TcpListener,
    sync::{Mutex, Semaphore, mpsc},
    task::JoinHandle,
};

use super::Hook;

/// A program that is told, on this machine.
pub(super) struct Receiver {
    address: SocketAddr,
    told: Mutex<mpsc::UnboundedReceiver<Told>>,
    shared: Arc<Shared>,
    running: JoinHandle<()>,
}

/// What it was told.
pub(super) struct Told {
    path: String,
    headers: HeaderMap,
    body: Vec<u8>,
}

struct Shared {
    status: Mutex<StatusCode>,
    told: mpsc::UnboundedSender<Told>,
    /// Lets answers through.
    gate: Semaphore,
    now: AtomicUsize,
    most_at_once: AtomicUsize,
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.running.abort();
    }
}

async fn receive(
    State(shared): State<Arc<Shared>>,
    uri: Uri,
    headers: HeaderMap,
    body: axum::body::Bytes,
) -> Response {
    let now = shared.now.fetch_add(1, Ordering::SeqCst) + 1;
    shared.most_at_once.fetch_max(now, Ordering::SeqCst);
    shared.told.send(Told { path: uri.path().to_owned(), headers, body: body.to_vec() }).unwrap();
    drop(shared.gate.acquire().await.unwrap());
    shared.now.fetch_sub(1, Ordering::SeqCst);
    let status = *shared.status.lock().await;
    (status, [(header::LOCATION, "/elsewhere")]).into_response()
}

impl Receiver {
    /// One that answers at once.
    pub(super) async fn start() -> Self {
        let receiver = Self::slow().await;
        receiver.let_answer();
        receiver
    }

    /// One that answers when it is let.
    pub(super) async fn slow() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, told) = mpsc::unbounded_channel();
        let shared = Arc::new(Shared {
            status: Mutex::new(StatusCode::OK),
            told: sender,
            gate: Semaphore::new(0),
            now: AtomicUsize::new(0),
            most_at_once: AtomicUsize::new(0),
        });
        let router = Router::new().fallback(receive).with_state(shared.clone());
        let running = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { address, told: Mutex::new(told), shared, running }
    }

    /// Its address, without encryption.
    pub(super) fn url(&self) -> String {
        format!("http://{}/hook", self.address)
    }

    /// Its port.
    pub(super) fn port(&self) -> u16 {
        self.address.port()
    }

    /// Answers with a status from now on.
    pub(super) async fn answers(&self, status: u16) {
        *self.shared.status.lock().await = StatusCode::from_u16(status).unwrap();
    }

    /// Answers all that waits and all that comes.
    pub(super) fn let_answer(&self) {
        self.shared.gate.add_permits(1_000);
    }

    /// How many calls it had at once.
    pub(super) fn most_at_once(&self) -> usize {
        self.shared.most_at_once.load(Ordering::SeqCst)
    }

    /// What it is told next; waits for it.
    pub(super) async fn next(&self) -> Told {
        self.told.lock().await.recv().await.unwrap()
    }

    /// What it was told since it was asked last.
    pub(super) async fn all(&self) -> Vec<Told> {
        let mut told = self.told.lock().await;
        let mut all = Vec::new();
        while let Ok(one) = told.try_recv() {
            all.push(one);
        }
        all
    }
}

impl Told {
    /// Whether it is signed with the secret of a webhook, in the eyes of others.
    pub(super) fn is_signed_by(&self, hook: &Hook) -> bool {
        Webhook::new(&hook.secret).unwrap().verify(&self.body, &self.headers).is_ok()
    }

    /// The same with another body.
    pub(super) fn saying(self, body: &str) -> Self {
        Self { body: body.as_bytes().to_vec(), ..self }
    }

    pub(super) fn path(&self) -> &str {
        &self.path
    }

    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    pub(super) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// Its kind.
    pub(super) fn kind(&self) -> String {
        self.json()["kind"].as_str().unwrap().to_owned()
    }
}
