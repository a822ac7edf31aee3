//! An application behind a real socket, which can go silent and come back at the same address.

use std::{cell::RefCell, net::SocketAddr, time::Duration};

use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle, time::timeout};

use crate::TestApp;

/// A served application.
pub struct Site {
    /// The application itself, for what a journey needs to know or to change behind the page.
    pub app: TestApp,
    address: SocketAddr,
    serving: RefCell<Option<Serving>>,
}

struct Serving {
    stop: oneshot::Sender<()>,
    ended: JoinHandle<std::io::Result<()>>,
}

impl Site {
    pub(super) async fn start() -> Self {
        let app = TestApp::start().await;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let address = listener.local_addr().expect("a listener has an address");
        let serving = RefCell::new(Some(Serving::begin(&app, listener)));
        Self { app, address, serving }
    }

    /// Where it is served, without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stops serving: the port is closed, and so are the connections that were kept open.
    pub async fn stop(&self) {
        let Serving { stop, ended } = self.serving.take().expect("the server is running");
        stop.send(()).expect("the server listens to its stop");
        let stopped = timeout(Duration::from_secs(20), ended).await.expect("the server stops within 20 s");
        stopped.expect("the server does not panic").expect("the server ends well");
    }

    /// Stops serving, but the port still takes calls: nobody answers them until what this gives is dropped.
    pub async fn stop_answering(&self) -> TcpListener {
        self.stop().await;
        TcpListener::bind(self.address).await.expect("the port is still free")
    }

    /// Serves again at the same address.
    pub async fn start_again(&self) {
        let listener = TcpListener::bind(self.address).await.expect("the port is still free");
        self.serving.replace(Some(Serving::begin(&self.app, listener)));
    }
}

impl Serving {
    fn begin(app: &TestApp, listener: TcpListener) -> Self {
        let (stop, stopped) = oneshot::channel::<()>();
        let server = axum::serve(listener, app.router.clone()).with_graceful_shutdown(async {
            // A dropped sender means the same.
            let _ = stopped.await;
        });
        Self { stop, ended: tokio::spawn(server.into_future()) }
    }
}
