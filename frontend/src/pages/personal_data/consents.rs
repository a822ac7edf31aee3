//! What the person agreed to, in which words, and where it can be withdrawn.

use leptos::prelude::*;

use super::query::{Organisation, OwnData};
use crate::text::{organisation as own, personal_data as words, t, terms, words as counts};

/// The part of the page with the consents that stand.
pub(super) fn section(answer: &OwnData) -> AnyView {
    let memberships = answer.viewer.iter().flat_map(|viewer| &viewer.memberships);
    let contacts = memberships.filter_map(|membership| contact(&membership.organisation)).collect_view();
    let terms = terms::ACCOUNT.map(|term| view! { <li>{t(term)}</li> });
    view! {
        <section>
            <h2>{t(words::CONSENTS)}</h2>
            <ul class="plain-list rows">
                <li class="row">
                    <strong>{t(words::ACCOUNT_CONSENT)}</strong>
                    <span class="details quiet small">{t(words::ACCOUNT_CONSENT_WHY)}</span>
                    <details class="details">
                        <summary>{t(words::READ_TERMS)}</summary>
                        <ul>{terms}</ul>
                    </details>
                </li>
                {contacts}
            </ul>
        </section>
    }
    .into_any()
}

fn contact(organisation: &Organisation) -> Option<AnyView> {
    let consent = organisation.public_contact_consent.clone()?;
    let given = format!(
        "{} {} ({} {}). {}",
        t(own::CONSENT_GIVEN),
        counts::instant(consent.given_at),
        t(own::CONSENT_VERSION),
        consent.text_version,
        t(words::CONTACT_WHERE),
    );
    let address = format!("/to-chuc/{}", organisation.id.inner());
    let row = view! {
        <li class="row">
            <span>{t(words::CONTACT_OF)}" "<a href=address>{organisation.name.clone()}</a></span>
            <span class="details quiet small">{given}</span>
        </li>
    };
    Some(row.into_any())
}
