//! How facts are shown wherever they stand: the card of a product, its stars, months, sources, places of sale.

mod card;
mod confirmed;
mod months;
mod places;
mod rating;
mod sold_at;
mod sources;
mod supply;

pub(crate) use card::{Card, Group, Highlight, ProductCard, TextPart, hit_parts, stars_in_list};
pub(crate) use confirmed::Confirmed;
pub(crate) use months::MonthStrip;
pub(crate) use places::{Unit, province_in_words};
pub(crate) use rating::{Rating, RatingLine};
pub(crate) use sold_at::{SoldAt, Stock};
pub(crate) use sources::{Source, Sources};
pub(crate) use supply::{Measure, Pack, Photo, Terms};
