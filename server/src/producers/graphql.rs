//! Producers in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Value, connection::Connection};
use shared::{AdminLevel, AdminUnitId, Era, LegalForm, OrganisationId, WardBasis, limits::SEARCH_COST};

use super::Producers;
use crate::{
    admin_units::graphql::{AdminUnit, Location, search_text, unit},
    entities::organisation,
    error::{Error, Result},
    graphql::{
        context::{Ask, parse_id},
        loaders::MakersCertificatesOf,
        page::{self, Page},
        plain_list::{PlainField, PlainRecord},
    },
    numbers::int,
    organisations::{
        loaders::{DetailsOf, PublicContactConsentOf},
        types::Contact,
    },
    products::{
        inputs::{ProductFilter, known_provinces},
        listing::{self, ProductConnection},
        papers::Certificate,
    },
    search::{NameKind, NameQuery, Order},
    sources::{self, Source},
};

/// A maker of OCOP products. Name and id are known beforehand; the rest is read when it is asked for.
#[derive(Clone, Debug)]
pub struct Producer {
    id: OrganisationId,
    name: Option<String>,
}

impl Producer {
    /// A producer whose name is known where it is mentioned.
    pub(crate) fn named(id: OrganisationId, name: Option<&str>) -> Self {
        Self { id, name: name.map(str::to_owned) }
    }

    async fn row(&self, ctx: &Context<'_>) -> async_graphql::Result<Arc<organisation::Model>> {
        Ok(ctx.load(self.id).await?.ok_or(Error::NotFound("producer"))?)
    }
}

impl From<organisation::Model> for Producer {
    fn from(row: organisation::Model) -> Self {
        Self { id: row.id, name: Some(row.name) }
    }
}

/// A maker of OCOP products. Name and id are known beforehand; the rest is read when it is asked for.
#[Object]
impl Producer {
    /// Its id.
    async fn id(&self) -> ID {
        self.id.into()
    }
    /// Its name as the source writes it.
    async fn name(&self, ctx: &Context<'_>) -> async_graphql::Result<String> {
        match &self.name {
            Some(name) => Ok(name.clone()),
            None => Ok(self.row(ctx).await?.name.clone()),
        }
    }
    /// What it is in law; null when the name does not tell.
    async fn legal_form(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<LegalForm>> {
        Ok(self.row(ctx).await?.legal_form)
    }
    /// Name of the province of today.
    async fn province(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<String>> {
        let row = self.row(ctx).await?;
        let labels = ctx.app().labels();
        Ok(row.province_id.as_ref().and_then(|id| Some(labels.province_of(id)?.short_name.clone())))
    }
    /// Name of the province until 30 June 2025.
    async fn former_province(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<String>> {
        let row = self.row(ctx).await?;
        let labels = ctx.app().labels();
        Ok(row.former_province_id.as_ref().and_then(|id| Some(labels.province_of(id)?.short_name.clone())))
    }
    /// The province of today.
    async fn province_unit(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.row(ctx).await?.province_id).await
    }
    /// The province until 30 June 2025.
    async fn former_province_unit(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.row(ctx).await?.former_province_id).await
    }
    /// The district until 30 June 2025.
    async fn former_district(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.row(ctx).await?.district_id).await
    }
    /// Ward or commune of today; see `wardBasis` for how it is known.
    async fn ward(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<AdminUnit>> {
        unit(ctx, &self.row(ctx).await?.ward_id).await
    }
    /// How the ward is known.
    async fn ward_basis(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<WardBasis>> {
        Ok(self.row(ctx).await?.ward_basis)
    }
    /// Where it is, as the source writes it. The address of a household is personal and never shown.
    async fn address(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<String>> {
        let row = self.row(ctx).await?;
        let personal = row.legal_form == Some(LegalForm::Household);
        Ok(row.address.clone().filter(|_| !personal))
    }
    /// A point on the map.
    async fn location(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Location>> {
        let row = self.row(ctx).await?;
        Ok(Location::of(row.lat, row.lon, row.coord_precision, row.coord_source.clone()))
    }
    /// Whether staff have verified who it is.
    async fn is_verified(&self, ctx: &Context<'_>) -> async_graphql::Result<bool> {
        Ok(self.row(ctx).await?.verified_at.is_some())
    }
    /// How to reach it; null unless it has agreed that everybody may know.
    async fn public_contact(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Contact>> {
        if ctx.load(PublicContactConsentOf(self.id)).await?.is_none() {
            return Ok(None);
        }
        Ok(ctx.load(DetailsOf(self.id)).await?.map(|details| Contact::public(&details)))
    }
    /// What it makes, by name.
    #[graphql(complexity = "SEARCH_COST / 2 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn products(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> async_graphql::Result<ProductConnection> {
        let filter = ProductFilter { producer: Some(self.id.into()), ..Default::default() };
        Ok(listing::connection(ctx, None, Some(filter), Order::Name, first, after)?)
    }
    /// Papers of the maker as a whole.
    #[graphql(complexity = "5 * child_complexity")]
    async fn certificates(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Certificate>> {
        let papers = ctx.load(MakersCertificatesOf(self.id)).await?.unwrap_or_default();
        Ok(Certificate::shown(papers.into_iter()))
    }
    /// Where it was read.
    #[graphql(complexity = "5 * child_complexity")]
    async fn sources(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<Source>> {
        sources::of(ctx, self.id).await
    }
}

/// Where it is only mentioned.
impl PlainRecord for Producer {
    fn plain_field(&self, field: &PlainField<'_>) -> Option<Value> {
        match field.name {
            "id" => Some(Value::String(self.id.to_string())),
            "name" => self.name.as_deref().map(Value::from),
            _ => None,
        }
    }
}

/// Which producers.
#[derive(InputObject, Default)]
pub struct ProducerFilter {
    /// Codes of provinces of today.
    provinces: Option<Vec<String>>,
    /// Codes of provinces until 30 June 2025.
    former_provinces: Option<Vec<String>>,
    /// Any of these legal forms.
    legal_forms: Option<Vec<LegalForm>>,
}

/// What the list of producers says beside its edges.
pub struct ProducerTotal {
    producers: Producers,
    known: Option<usize>,
}

/// What the list of producers says beside its edges.
#[Object]
impl ProducerTotal {
    /// Producers of the whole list.
    async fn total_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = match self.known {
            Some(count) => count as u64,
            None => self.producers.count(&ctx.app().database).await?,
        };
        Ok(int(count))
    }
}

/// Producers a search text can find at most, best first; the rest is noise to a person.
const FOUND: usize = 500;

/// Queries for producers.
#[derive(Default)]
pub struct ProducerQueries;

/// Queries for producers.
#[Object]
impl ProducerQueries {
    /// Producers by name; with `search`, the best matches first, at most 500 of them.
    #[graphql(complexity = "SEARCH_COST + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn producers(
        &self,
        ctx: &Context<'_>,
        search: Option<String>,
        filter: Option<ProducerFilter>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<String, Producer, ProducerTotal>> {
        let rows = page::rows(first)?;
        let app = ctx.app();
        let filter = filter.unwrap_or_default();
        let labels = app.labels();
        let units = |codes: Option<Vec<String>>, era, field: &str| -> Result<Vec<AdminUnitId>> {
            let codes = known_provinces(&labels, codes, era, field)?;
            Ok(codes.iter().map(|code| AdminUnitId::new(era, AdminLevel::Province, code)).collect())
        };
        let producers = Producers {
            provinces: units(filter.provinces, Era::Current, "filter.provinces")?,
            former_provinces: units(filter.former_provinces, Era::Legacy, "filter.formerProvinces")?,
            legal_forms: filter.legal_forms.unwrap_or_default(),
        };
        let search = search.as_deref().map(search_text).transpose()?.filter(|text| !text.trim().is_empty());
        let Some(search) = search else {
            let key = page::key("producers.name", after.as_deref())?;
            let found = producers.list(&app.database, key, rows + 1).await?;
            let page = Page::cut("producers.name", found, rows, |row| (row.sort_key.clone(), row.id));
            let total = ProducerTotal { producers, known: None };
            return Ok(page.map(Producer::from).into_connection(after.as_deref(), total));
        };
        let ranked: Vec<OrganisationId> = app
            .names
            .search(&NameQuery {
                text: search.to_owned(),
                kinds: vec![NameKind::Producer],
                first: FOUND,
                ..NameQuery::default()
            })?
            .hits
            .into_iter()
            .filter_map(|(card, _)| card.id.parse().ok())
            .collect();
        let accepted = producers.among(&app.database, &ranked).await?;
        let place = |id: &OrganisationId| ranked.iter().position(|other| other == id);
        let mut accepted: Vec<_> = accepted.into_iter().map(|row| (place(&row.id), row)).collect();
        accepted.sort_by_key(|(place, _)| *place);
        let known = Some(accepted.len());
        // Ranks are those of a short list, so a cursor is the rank after which it goes on.
        let last: Option<usize> = page::key("producers.search", after.as_deref())?;
        let rest = accepted.into_iter().filter(|(place, _)| last.is_none_or(|last| *place > Some(last)));
        let rest = rest.take(rows + 1).collect();
        let page = Page::cut("producers.search", rest, rows, |(place, _): &(Option<usize>, _)| *place);
        let total = ProducerTotal { producers, known };
        Ok(page.map(|(_, row)| Producer::from(row)).into_connection(after.as_deref(), total))
    }

    /// One producer.
    async fn producer(&self, ctx: &Context<'_>, id: ID) -> async_graphql::Result<Option<Producer>> {
        let id: OrganisationId = parse_id(&id, "producer")?;
        let row = ctx
            .load(id)
            .await?
            .filter(|row| row.is_producer && row.listed_at.is_some())
            .ok_or(Error::NotFound("producer"))?;
        Ok(Some(Producer::named(row.id, Some(&row.name))))
    }
}
