//! What an account may do for the city.

use leptos::prelude::*;
use shared::Problem;

use super::accounts::Changed;
use super::query::{self, Account};
use super::units::Units;
use crate::api::StaffRole;
use crate::text::{kinds, staff as words, t};
use crate::ui::form::{Form, FormFrame, RadioField, Submit, Wrong};
use crate::ui::tell;
use crate::who;

const ROLES: [(&str, Option<StaffRole>); 4] = [
    ("none", None),
    (UNIT_STAFF, Some(StaffRole::UnitStaff)),
    ("city-staff", Some(StaffRole::CityStaff)),
    ("administrator", Some(StaffRole::Administrator)),
];
const UNIT_STAFF: &str = "unit-staff";

/// The form below an account.
#[component]
pub(super) fn Role(account: Account) -> impl IntoView {
    let changed = expect_context::<Changed>().0;
    let id = account.id.clone();
    let form = Form::new("role", "", &who::account(), id.inner());
    let present = ROLES.iter().find(|(_, role)| *role == account.staff_role).map(|(name, _)| *name);
    let role = form.field("role", present.unwrap_or_default());
    let codes: Vec<_> = account.units.iter().map(|unit| unit.code.clone()).collect();
    form.field("units", codes.join(","));
    let submit = move |()| {
        let chosen = form.value("role");
        let units: Vec<String> =
            form.value("units").split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect();
        if chosen == UNIT_STAFF && units.is_empty() {
            return form
                .object(vec![Wrong { field: "addUnit".to_owned(), words: t(words::NO_UNITS).to_owned() }]);
        }
        let Some((_, role)) = ROLES.iter().find(|(name, _)| *name == chosen) else {
            return form.object(vec![Wrong::at("role", Problem::NotOffered)]);
        };
        who::submit(form, query::set_staff_role(id.clone(), *role, units), move |_| {
            tell(t(words::ROLE_SET));
            changed.run(());
        });
    };
    let offers = ROLES.map(|(name, role)| (name.to_owned(), t(kinds::staff_role(role)).to_owned())).to_vec();
    let is_of_units = Memo::new(move |_| role.with(|role| role == UNIT_STAFF));
    let units = account.units;
    view! {
        <FormFrame form submit>
            <RadioField form name="role" label=t(words::ROLE) offers/>
            {move || is_of_units.get().then(|| view! { <Units form known=units.clone()/> })}
            <Submit form words=t(words::SET_ROLE)/>
        </FormFrame>
    }
}
