//! What a resolver reaches through its context: the application, the loader of this request, the viewer.

use std::{hash::Hash, sync::Arc};

use async_graphql::{Context, Guard, dataloader::Loader};

use super::loaders::{Asked, BatchError, RequestLoader, RowLoader};
use crate::{
    accounts::{Caller, SignedIn, Viewer},
    app::App,
    error::{Error, Result},
};

/// Who asks, and from where.
#[derive(Clone, Debug)]
pub struct Asker {
    /// Who.
    pub viewer: Viewer,
    /// From where.
    pub caller: Caller,
}

/// Shortcuts of a resolver.
pub(crate) trait Ask {
    /// The running application.
    fn app(&self) -> &Arc<App>;
    /// Who asks.
    fn viewer(&self) -> &Viewer;
    /// From where.
    fn caller(&self) -> &Caller;
    /// Whoever is signed in.
    fn signed_in(&self) -> Result<&SignedIn> {
        self.viewer().signed_in()
    }
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
        &self.data_unchecked::<Asker>().viewer
    }

    fn caller(&self) -> &Caller {
        &self.data_unchecked::<Asker>().caller
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

/// Lets only people through who are signed in.
pub(crate) fn signed_in() -> impl Guard {
    Only(|_| true)
}

/// Lets only staff and administrators through. What an officer of some units may see of it is decided further in.
pub(crate) fn staff() -> impl Guard {
    Only(|somebody| somebody.staff.is_some())
}

/// Lets only administrators through.
pub(crate) fn administrator() -> impl Guard {
    Only(SignedIn::is_administrator)
}

/// Lets only staff through who look after the whole city.
pub(crate) fn city_staff() -> impl Guard {
    Only(SignedIn::looks_after_the_city)
}

/// Lets those through who are signed in and may.
struct Only(fn(&SignedIn) -> bool);

impl Guard for Only {
    async fn check(&self, ctx: &Context<'_>) -> async_graphql::Result<()> {
        let somebody = ctx.signed_in()?;
        if (self.0)(somebody) { Ok(()) } else { Err(Error::Forbidden.into()) }
    }
}

/// The id of a thing as it was given; what is no id at all is not found either.
pub(crate) fn parse_id<T: std::str::FromStr>(id: &async_graphql::ID, thing: &'static str) -> Result<T> {
    id.parse().map_err(|_| Error::NotFound(thing))
}
