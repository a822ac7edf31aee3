//! Subscriptions over `graphql-transport-ws`. A connection carries subscriptions alone: queries and mutations go by POST,
//! where their limits, cookies and refusals are.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{
        Arc, LazyLock,
        atomic::{AtomicUsize, Ordering},
    },
};

use async_graphql::{
    Data, Executor, Request, Response, futures_util::stream::BoxStream, http::ALL_WEBSOCKET_PROTOCOLS,
};
use async_graphql_axum::{GraphQLProtocol, GraphQLWebSocket};
use axum::{
    extract::{State, WebSocketUpgrade},
    http::StatusCode,
    response::{IntoResponse, Response as HttpResponse},
};
use futures::{FutureExt, StreamExt, stream};
use parking_lot::Mutex;
use shared::{ErrorCode, limits};
use tokio::sync::Semaphore;

use super::{Server, asker::FromHere};
use crate::graphql::{context::Asker, errors::refusal, subscribe};

/// Connections that may be open at once.
const CONNECTIONS: usize = 4_000;
/// Subscriptions of one connection.
const SUBSCRIPTIONS: usize = 20;
/// How long a silent client has to answer.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(30);
/// Connections of one address of the network: an office behind one address, and not everybody's share.
const CONNECTIONS_OF_ONE: usize = 200;
static OPEN: Semaphore = Semaphore::const_new(CONNECTIONS);
static OPEN_BY_ADDRESS: LazyLock<Mutex<HashMap<IpAddr, usize>>> = LazyLock::new(Mutex::default);

/// Opens a connection. A page of another site can open one too and the browser would send the cookie with it, so where it
/// comes from is checked first.
pub(super) async fn open(
    State(server): State<Server>,
    _: FromHere,
    asker: Asker,
    protocol: GraphQLProtocol,
    upgrade: WebSocketUpgrade,
) -> HttpResponse {
    let places = OPEN.try_acquire().ok().zip(PlaceOfAddress::take(asker.caller.address));
    let Some(place) = places else {
        let message = refusal(ErrorCode::Unavailable, "too many connections are open; try again later");
        return super::graphql::json(StatusCode::SERVICE_UNAVAILABLE, &message);
    };
    let talking = Talking { server, asker, open: Arc::default() };
    upgrade
        .protocols(ALL_WEBSOCKET_PROTOCOLS)
        .max_message_size(limits::REQUEST_BYTES)
        .on_upgrade(move |socket| async move {
            GraphQLWebSocket::new(socket, talking, protocol).keepalive_timeout(PATIENCE).serve().await;
            drop(place);
        })
        .into_response()
}

/// A connection that counts for its address while it lasts.
struct PlaceOfAddress(IpAddr);

impl PlaceOfAddress {
    fn take(address: IpAddr) -> Option<Self> {
        let mut open = OPEN_BY_ADDRESS.lock();
        let count = open.entry(address).or_default();
        if *count >= CONNECTIONS_OF_ONE {
            return None;
        }
        *count += 1;
        Some(Self(address))
    }
}

impl Drop for PlaceOfAddress {
    fn drop(&mut self) {
        let mut open = OPEN_BY_ADDRESS.lock();
        if let Some(count) = open.get_mut(&self.0) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.0);
            }
        }
    }
}

/// One connection.
#[derive(Clone)]
struct Talking {
    server: Server,
    asker: Asker,
    open: Arc<AtomicUsize>,
}

/// A subscription that counts while it lasts.
struct Counted(Arc<AtomicUsize>);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Executor for Talking {
    async fn execute(&self, _: Request) -> Response {
        refusal(ErrorCode::BadRequest, "queries and mutations go by POST")
    }

    fn execute_stream(&self, request: Request, _: Option<Arc<Data>>) -> BoxStream<'static, Response> {
        let place = Counted(self.open.clone());
        if self.open.fetch_add(1, Ordering::Relaxed) >= SUBSCRIPTIONS {
            let refused = refusal(ErrorCode::TooCostly, "a connection has at most 20 subscriptions");
            return async move { refused }.into_stream().boxed();
        }
        let told = subscribe(&self.server.api, &self.server.app, self.asker.clone(), request);
        // The place is free again when the stream is dropped.
        let kept = stream::unfold((told, place), |(mut told, place)| async move {
            told.next().await.map(|response| (response, (told, place)))
        });
        kept.boxed()
    }
}
