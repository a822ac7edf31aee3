//! Star ratings of the products of the files. A file states one rating of a product at most, by its stars and
//! the year; number, issuer and end are not known. Ratings that say more were entered by people.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::{ProductId, StarDecisionId};

use super::{compare::News, facts::Rating};
use crate::{
    bulk,
    changes::Write,
    entities::{product, star_decision},
    error::Result,
};

/// The ratings of products, by product; not those that their producers entered here, which no file replaces.
pub(super) async fn of_products(
    write: &Write,
    ids: &[ProductId],
) -> Result<HashMap<ProductId, Vec<star_decision::Model>>> {
    let mut lists: HashMap<_, Vec<_>> = HashMap::new();
    for ids in ids.chunks(bulk::BOUND_VALUES) {
        let decisions = star_decision::Entity::find()
            .filter(star_decision::Column::ProductId.is_in(ids.iter().copied()))
            .filter(star_decision::Column::EnteredBy.is_null())
            .order_by_asc(star_decision::Column::Id)
            .all(write.rows())
            .await?;
        for decision in decisions {
            lists.entry(decision.product_id).or_default().push(decision);
        }
    }
    Ok(lists)
}

/// The rating a load has written, if these are no others.
pub(super) fn loaded(decisions: &[star_decision::Model]) -> Option<Rating> {
    let [decision] = decisions else { return None };
    let rating = Rating { stars: decision.stars?, signed_on: decision.signed_on };
    (*decision == row(decision.id, decision.product_id, rating)).then_some(rating)
}

/// Writes the ratings of new products, and of changed ones the rating of now for the one a load has written.
/// Products with other ratings are never among the changed ones.
pub(super) async fn write(
    write: &Write,
    news: &News<product::Model>,
    known: &HashMap<ProductId, Vec<star_decision::Model>>,
) -> Result<()> {
    let mut rows = Vec::new();
    let mut gone = Vec::new();
    for wanted in &news.created {
        rows.extend(wanted.extra.rating.map(|rating| row(StarDecisionId::new(), wanted.row.id, rating)));
    }
    for (wanted, before) in &news.updated {
        let product = wanted.row.id;
        let id = known.get(&product).and_then(|decisions| decisions.first()).map(|decision| decision.id);
        match (wanted.extra.rating, id) {
            (rating, _) if rating == before.extra.rating => {}
            (Some(rating), id) => {
                rows.push(row(id.unwrap_or_else(StarDecisionId::new), product, rating));
            }
            (None, id) => gone.extend(id),
        }
    }
    bulk::upsert::<star_decision::Entity>(write.rows(), rows).await?;
    for ids in gone.chunks(bulk::BOUND_VALUES) {
        let gone = star_decision::Column::Id.is_in(ids.iter().copied());
        star_decision::Entity::delete_many().filter(gone).exec(write.rows()).await?;
    }
    Ok(())
}

fn row(id: StarDecisionId, product_id: ProductId, rating: Rating) -> star_decision::Model {
    star_decision::Model::reported(id, product_id, rating.stars, rating.signed_on)
}
