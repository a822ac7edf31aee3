//! What a resolver reaches through its context: the application, the loader of this request, the viewer.

use std::{hash::Hash, sync::Arc};

use async_graphql::{Context, Guard, dataloader::Loader};

use super::loaders::{Asked, BatchError, RequestLoader, RowLoader};
use crate::{
    app::App,
    error::{Error, Result},
};

/// Who asks. Accounts are not here yet, so everybody is a guest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// Nobody is signed in.
    Guest,
}

/// Shortcuts of a resolver.
pub(crate) trait Ask {
    /// The running application.
    fn app(&self) -> &Arc<App>;
    /// Who asks.
    fn viewer(&self) -> &Viewer;
    /// The row of a key, together with all other rows this request asks for.
    fn load<K>(
        &self,
        key: K,
    ) -> impl Future<Output = Result<Option<<RowLoader as Loader<K>>::Value>, BatchError>> + Send
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        RowLoader: Loader<K, Error = BatchError>;
}

impl Ask for Context<'_> {
    fn app(&self) -> &Arc<App> {
        self.data_unchecked::<Arc<App>>()
    }

    fn viewer(&self) -> &Viewer {
        self.data_unchecked::<Viewer>()
    }

    async fn load<K>(&self, key: K) -> Result<Option<<RowLoader as Loader<K>>::Value>, BatchError>
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        RowLoader: Loader<K, Error = BatchError>,
    {
        self.data_unchecked::<Asked>().one_more();
        self.data_unchecked::<RequestLoader>().load_one(key).await
    }
}

/// Lets only city staff and administrators through.
pub(crate) fn staff() -> impl Guard {
    Staff
}

struct Staff;

impl Guard for Staff {
    async fn check(&self, ctx: &Context<'_>) -> async_graphql::Result<()> {
        match ctx.viewer() {
            Viewer::Guest => Err(Error::Unauthenticated.into()),
        }
    }
}

/// Who asks, for the page's header.
#[derive(Default)]
pub struct ViewerQueries;

/// The account that is signed in.
#[derive(async_graphql::SimpleObject)]
#[graphql(name = "Viewer")]
pub struct ViewerAccount {
    /// The name of its owner.
    name: String,
}

#[async_graphql::Object]
impl ViewerQueries {
    /// Who asks; null for a guest.
    async fn viewer(&self, ctx: &Context<'_>) -> Option<ViewerAccount> {
        match ctx.viewer() {
            Viewer::Guest => None,
        }
    }
}

/// The id of a thing as it was given; what is no id at all is not found either.
pub(crate) fn parse_id<T: std::str::FromStr>(id: &async_graphql::ID, thing: &'static str) -> Result<T> {
    id.parse().map_err(|_| Error::NotFound(thing))
}
