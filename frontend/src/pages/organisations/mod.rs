//! Organisations.
use leptos::prelude::*;
#[component]
pub(crate) fn OrganisationsPage() -> impl IntoView {}
#[component]
pub(crate) fn RegisterPage() -> impl IntoView {}
#[component]
pub(crate) fn OrganisationPage() -> impl IntoView {}
