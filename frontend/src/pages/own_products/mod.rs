//! Products for their makers: the list of an organisation, a new product, and the sheet of one, with what keeps it
//! from being published, its photos, its star decisions and papers, and what buyers ask.
//!
//! What can be wrong with what was typed is found in `reading`, which knows nothing of the page.

mod changes;
mod edit;
mod facts;
mod fields;
mod list;
mod mending;
mod new;
mod packs;
mod paper_form;
mod papers;
mod photos;
mod publishing;
mod query;
mod rating_form;
mod ratings;
mod readiness;
mod reading;
mod scan;
mod sheet;
mod standing;
mod values;

pub(crate) use self::list::OwnProductsPage;
pub(crate) use self::mending::mended_at;
pub(crate) use self::new::NewProductPage;
pub(crate) use self::scan::ScanField;
pub(crate) use self::sheet::OwnProductPage;
