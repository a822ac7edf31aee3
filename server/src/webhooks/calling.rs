//! Calling another program: with a signature, for a short time, and only at addresses of the public internet. Names are
//! looked up here, and the connection goes to what was looked at, so that a name that leads elsewhere a moment later does
//! no harm. Redirects are not followed, and nothing but the status of an answer is read.

use std::{error::Error, fmt, io, net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context;
use chrono::Utc;
use reqwest::{
    Client, StatusCode, Url,
    dns::{Addrs, Name, Resolve, Resolving},
    header::CONTENT_TYPE,
    redirect,
};
use shared::WebhookProblem;

use super::{addresses::is_public, signature, target};
use crate::entities::{webhook, webhook_delivery};

/// How long a call may take, from the name to the status.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// Calls other programs.
pub(super) struct Telephone {
    client: Client,
    private_too: bool,
}

/// What came of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    /// The status that was answered.
    pub(super) status: Option<u16>,
    /// Why it has failed, if it has.
    pub(super) problem: Option<WebhookProblem>,
}

impl Telephone {
    pub(super) fn new(private_too: bool) -> anyhow::Result<Self> {
        let mut roots = rustls::RootCertStore::empty();
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let client = Client::builder()
            .tls_backend_preconfigured(tls)
            .dns_resolver(Arc::new(Looker { private_too }))
            .redirect(redirect::Policy::none())
            // A proxy would look names up itself.
            .no_proxy()
            .http1_only()
            // A connection is used once: each is one that was looked at.
            .pool_max_idle_per_host(0)
            .timeout(PATIENCE)
            .user_agent(concat!("ocop-hanoi/", env!("CARGO_PKG_VERSION")))
            .build()
            .context("the client of webhooks")?;
        Ok(Self { client, private_too })
    }

    /// Tells a program of something.
    pub(super) async fn call(&self, webhook: &webhook::Model, told: &webhook_delivery::Model) -> Outcome {
        match self.answer(webhook, told).await {
            Ok(status) => Outcome { status: Some(status.as_u16()), problem: problem_of(status) },
            Err(problem) => Outcome { status: None, problem: Some(problem) },
        }
    }

    async fn answer(
        &self,
        webhook: &webhook::Model,
        told: &webhook_delivery::Model,
    ) -> Result<StatusCode, WebhookProblem> {
        let url = Url::parse(&webhook.url).map_err(|_| WebhookProblem::NotAllowed)?;
        // The settings may have changed since it was entered.
        if !target::may_be_called(&url, self.private_too) {
            return Err(WebhookProblem::NotAllowed);
        }
        let timestamp = Utc::now().timestamp();
        let signature = signature::sign(&webhook.secret, told.id, timestamp, &told.body);
        let request = self
            .client
            .post(url)
            .header(CONTENT_TYPE, "application/json")
            .header("webhook-id", told.id.to_string())
            .header("webhook-timestamp", timestamp)
            .header("webhook-signature", signature.ok_or(WebhookProblem::NotAllowed)?)
            .body(told.body.clone());
        let answer = request.send().await.map_err(|error| why(&error))?;
        Ok(answer.status())
    }
}

fn problem_of(status: StatusCode) -> Option<WebhookProblem> {
    match status {
        _ if status.is_success() => None,
        StatusCode::GONE => Some(WebhookProblem::Gone),
        _ if status.is_redirection() => Some(WebhookProblem::Redirected),
        _ => Some(WebhookProblem::Refused),
    }
}

fn why(error: &reqwest::Error) -> WebhookProblem {
    if error.is_timeout() {
        return WebhookProblem::TooSlow;
    }
    let mut cause = error.source();
    while let Some(known) = cause {
        if let Some(lookup) = known.downcast_ref::<NotFound>() {
            return lookup.0;
        }
        if is_tls(known) {
            return WebhookProblem::NotSecure;
        }
        cause = known.source();
    }
    if error.is_connect() { WebhookProblem::Unreachable } else { WebhookProblem::Broken }
}

/// Whether the encryption has failed. An error of input and output hides what it holds from `source`.
fn is_tls(error: &(dyn Error + 'static)) -> bool {
    let inner = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    error.is::<rustls::Error>() || inner.is_some_and(|inner| is_tls(inner))
}

/// Looks names up, and gives only what may be called.
struct Looker {
    private_too: bool,
}

/// Why a name leads nowhere.
#[derive(Debug)]
struct NotFound(WebhookProblem);

impl fmt::Display for NotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str())
    }
}

impl Error for NotFound {}

impl Resolve for Looker {
    fn resolve(&self, name: Name) -> Resolving {
        let private_too = self.private_too;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await;
            let found = found.map_err(|_| NotFound(WebhookProblem::NameUnknown))?;
            let found = allowed(found.collect(), private_too)?;
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// All of them or none: of a name that leads to a public and to a private address we would not know which is called.
fn allowed(found: Vec<SocketAddr>, private_too: bool) -> Result<Vec<SocketAddr>, NotFound> {
    if found.is_empty() {
        return Err(NotFound(WebhookProblem::NameUnknown));
    }
    if private_too || found.iter().all(|address| is_public(address.ip())) {
        Ok(found)
    } else {
        Err(NotFound(WebhookProblem::NotAllowed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_one_private_address_is_not_called_at_all() {
        let found = |addresses: &[&str]| addresses.iter().map(|one| one.parse().unwrap()).collect();
        let (public, mixed) = (["8.8.8.8:0"], ["8.8.8.8:0", "[::1]:0"]);

        assert_eq!(allowed(found(&public), false).unwrap().len(), 1);
        assert_eq!(allowed(found(&mixed), false).unwrap_err().0, WebhookProblem::NotAllowed);
        assert_eq!(allowed(found(&mixed), true).unwrap().len(), 2);
        assert_eq!(allowed(Vec::new(), true).unwrap_err().0, WebhookProblem::NameUnknown);
    }

    #[tokio::test]
    async fn a_name_of_this_machine_is_not_called() {
        let name = || "localhost".parse().unwrap();

        let refused = Looker { private_too: false }.resolve(name()).await.err().unwrap();

        assert_eq!(refused.downcast_ref::<NotFound>().unwrap().0, WebhookProblem::NotAllowed);
        assert!(Looker { private_too: true }.resolve(name()).await.is_ok());
    }
}
