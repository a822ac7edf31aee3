//! For producers: how many needs touch what they make, and the way there.

use leptos::prelude::*;

use super::choice::Choice;
use super::query;
use crate::api;
use crate::text::needs as words;

/// One of the links of an organisation that is a producer.
#[component]
pub(crate) fn RelatedNeeds(producer: cynic::Id) -> impl IntoView {
    let touching = Some(producer.inner().to_owned());
    let address = Choice { touching, ..Choice::default() }.address();
    let asked = api::ask(move || Some(query::touching(producer.clone())));
    // Without an answer the way there is as good as with one.
    let words = move || words::related(asked.get().map(|answer| answer.needs.total_count));
    view! { <li><a class="chip" href=address>{words}</a></li> }
}
