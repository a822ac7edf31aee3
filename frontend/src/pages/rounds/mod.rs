//! Rounds of matching, for staff of the city: many needs and many products at once before an event. Staff choose, the
//! server finds the best plan and proves it, staff change something and have it found again, until they accept it and
//! the pairs are introduced to each other.
//!
//! What can be done is decided in `shared::rounds`.
//!
//! | file | what |
//! |---|---|
//! | `list` | all rounds, and beginning one |
//! | `round`, `work` | one round: its parts, and what they share |
//! | `fields`, `values`, `settings` | caps, scope and weights in a form |
//! | `needs`, `taking_in`, `finding` | the needs of a round: which are in, taking in many or single ones |
//! | `solving`, `accepting`, `deleting` | finding the plan, accepting it, deleting the round |
//! | `plan`, `full_caps`, `pairs`, `pair`, `unserved`, `spread`, `lines` | the plan |
//! | `rules`, `cap_field` | pins, forbids, own caps |

mod accepting;
mod cap_field;
mod changes;
mod deleting;
mod fields;
mod finding;
mod fitting;
mod full_caps;
mod lines;
mod list;
mod needs;
mod outcome_query;
mod pair;
mod pairs;
mod plan;
mod query;
mod round;
mod rules;
mod settings;
mod solving;
mod spread;
mod taking_in;
mod unserved;
mod values;
mod work;

pub(crate) use self::list::RoundsPage;
pub(crate) use self::round::RoundPage;

/// Where the list is.
const PATH: &str = "/can-bo/vong-ghep";

/// Where one round is.
fn address_of(id: &cynic::Id) -> String {
    format!("{PATH}/{}", id.inner())
}
