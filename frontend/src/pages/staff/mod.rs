//! Staff.
use leptos::prelude::*;
#[component]
pub(crate) fn StaffPage() -> impl IntoView {}
#[component]
pub(crate) fn VerificationsPage() -> impl IntoView {}
#[component]
pub(crate) fn AccountsPage() -> impl IntoView {}
