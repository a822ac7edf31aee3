//! Parts of which pages are made. They know nothing of products.

mod badge;
mod dialog;
mod empty;
mod faces;
mod failure;
pub(crate) mod form;
mod freshness;
mod gate;
mod heading;
mod notice;
mod pace;
mod pager;
mod pages;
mod screen;
mod sheet;
mod skeleton;
mod stars;

pub(crate) use badge::{Badge, Tone};
pub(crate) use dialog::Dialog;
pub(crate) use empty::Empty;
pub(crate) use faces::faces;
pub(crate) use failure::FailureFace;
pub(crate) use freshness::{Fresh, Freshness};
pub(crate) use gate::{Gate, Met};
pub(crate) use heading::{Heading, arrived_at};
pub(crate) use notice::{Notice, tell};
pub(crate) use pace::paced;
pub(crate) use pager::Pager;
pub(crate) use pages::paged_list;
pub(crate) use screen::{looked_at, wide_screen};
pub(crate) use sheet::{SheetTools, document_language, language_in_address, sheet};
pub(crate) use skeleton::{CardSkeleton, TextSkeleton};
pub(crate) use stars::Stars;
