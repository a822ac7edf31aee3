//! Forms: fields that are told what is wrong with them, and that keep what was typed.
//!
//! A form knows its fields by the names they have in the API below one argument (`contact.phone` of `input`), so that
//! what the server finds wrong stands at its field. What is typed is kept in a draft of this window, by form and by
//! account, until it was sent well; passwords never are.
//!
//! | file | what |
//! |---|---|
//! | `state` | what was typed, what is wrong, whether it is being sent |
//! | `draft` | keeping what was typed |
//! | `wrong` | what is wrong, and its words |
//! | `frame` | the form itself: the summary of what is wrong, the button |
//! | `fields` | lines, texts, passwords |
//! | `choices`, `several` | lists, radio groups, check boxes |
//! | `found` | one thing that is looked for by its name |
//! | `uploading` | files that are sent as soon as they are chosen |
//! | `whole_number` | reading numbers |
//! | `understood` | hints that show back what is typed |
//! | `differing`, `conflict`, `look_again` | two people edited the same thing |

mod choices;
mod conflict;
mod differing;
mod draft;
mod fields;
mod found;
mod frame;
mod look_again;
mod several;
mod state;
mod understood;
mod uploading;
mod whole_number;
mod wrong;

pub(crate) use choices::{CheckField, ChoiceField, ManyField, Offer, RadioField, holds};
pub(crate) use conflict::Conflict;
pub(crate) use draft::forget_drafts;
pub(crate) use fields::{PasswordField, TextArea, TextField};
pub(crate) use found::{Found, FoundField, found_row, looked_for};
pub(crate) use frame::{FormFrame, Submit};
pub(crate) use look_again::{Saved, ToChoose, look_again};
pub(crate) use several::{Part, SeveralField};
pub(crate) use state::Form;
pub(crate) use understood::{amount_in_words, price_in_words, shown_back};
pub(crate) use uploading::{Progress, Sending, chosen_files, send_files};
pub(crate) use whole_number::whole_number;
pub(crate) use wrong::Wrong;

/// The field that keeps which version an edit began from; a draft keeps it too.
pub(crate) const VERSION: &str = "version";
