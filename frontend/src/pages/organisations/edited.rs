//! The fields of an organisation in a form: what they begin with, what is sent of them, and what differs.

use serde_json::{Map, Value, json};

use super::changes::ContactInput;
use super::query::{Contact, Organisation};
use crate::api::{LegalForm, edited};
use crate::text::{Text, kinds, organisation as words, t, words as counts};
use crate::ui::form::Form;

edited! {
    /// Changes of an organisation.
    Edited(OrganisationChanges)
}

impl Edited {
    /// Whether nothing was changed.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Legal forms by the values they have in a form.
pub(crate) const FORMS: [(&str, LegalForm); 6] = [
    ("cooperative", LegalForm::Cooperative),
    ("company", LegalForm::Company),
    ("household", LegalForm::Household),
    ("cooperative-group", LegalForm::CooperativeGroup),
    ("farm", LegalForm::Farm),
    ("association", LegalForm::Association),
];

/// The legal form of a value.
pub(crate) fn legal_form(value: &str) -> Option<LegalForm> {
    FORMS.iter().find(|(name, _)| *name == value).map(|(_, form)| *form)
}

/// The parts of a contact with their words.
pub(crate) const CONTACT: [(&str, Text); 4] = [
    ("name", words::CONTACT_NAME),
    ("phone", words::CONTACT_PHONE),
    ("email", words::CONTACT_EMAIL),
    ("website", words::CONTACT_WEBSITE),
];

/// Everything an organisation has in the form, by the names of its fields.
pub(crate) fn values(organisation: &Organisation) -> Vec<(String, String)> {
    let check = |is_so: bool| if is_so { "yes" } else { "" }.to_owned();
    let form = FORMS.iter().find(|(_, form)| Some(*form) == organisation.legal_form);
    let ward = organisation.ward.as_ref();
    let province = ward.and_then(|ward| ward.parent.as_ref());
    let degrees = |pick: fn(&crate::map::Location) -> f64| {
        organisation.location.as_ref().map(|place| degrees(pick(place))).unwrap_or_default()
    };
    let plain = [
        ("name", organisation.name.clone()),
        ("legalForm", form.map(|(name, _)| (*name).to_owned()).unwrap_or_default()),
        ("isProducer", check(organisation.is_producer)),
        ("isRetailer", check(organisation.is_retailer)),
        ("taxCode", organisation.tax_code.clone().unwrap_or_default()),
        ("address", organisation.address.clone().unwrap_or_default()),
        ("province", province.map(|province| province.code.clone()).unwrap_or_default()),
        ("ward", ward.map(|ward| ward.code.clone()).unwrap_or_default()),
        ("wardName", ward.map(|ward| ward.name.clone()).unwrap_or_default()),
        ("lat", degrees(|place| place.lat)),
        ("lon", degrees(|place| place.lon)),
    ];
    let plain = plain.into_iter().map(|(name, value)| (name.to_owned(), value));
    let contacts = [("contact", &organisation.contact), ("publicContact", &organisation.public_contact)];
    let contacts = contacts.into_iter().flat_map(|(name, contact)| contact_values(name, contact));
    plain.chain(contacts).collect()
}

fn contact_values(name: &str, contact: &Contact) -> Vec<(String, String)> {
    let phone = contact.phone.as_deref().map(counts::phone);
    let parts = [contact.name.clone(), phone, contact.email.clone(), contact.website.clone()];
    let named = CONTACT.iter().zip(parts);
    named.map(|((part, _), value)| (format!("{name}.{part}"), value.unwrap_or_default())).collect()
}

/// Degrees as a form keeps them: a metre is more exact than a pin.
pub(crate) fn degrees(value: f64) -> String {
    format!("{value:.5}")
}

/// A contact as it was typed.
pub(crate) fn contact_input(form: Form, name: &str) -> ContactInput {
    let part = |part: &str| form.filled(&format!("{name}.{part}"));
    ContactInput { name: part("name"), phone: part("phone"), email: part("email"), website: part("website") }
}

/// What was changed in a form that began with an organisation.
pub(crate) fn changes(form: Form) -> Edited {
    let is_changed = |name: &str| form.is_changed(name);
    let text = |name: &str| form.filled(name).map_or(Value::Null, Value::String);
    let number = |name: &str| form.value(name).parse::<f64>().map_or(Value::Null, |number| json!(number));
    let mut changed = Map::new();
    for name in ["name", "taxCode", "address", "ward"] {
        if is_changed(name) {
            changed.insert(name.to_owned(), text(name));
        }
    }
    if is_changed("legalForm") {
        changed.insert("legalForm".to_owned(), json!(legal_form(&form.value("legalForm"))));
    }
    for name in ["isProducer", "isRetailer"] {
        if is_changed(name) {
            changed.insert(name.to_owned(), json!(form.is_checked(name)));
        }
    }
    if is_changed("lat") || is_changed("lon") {
        changed.insert("lat".to_owned(), number("lat"));
        changed.insert("lon".to_owned(), number("lon"));
    }
    for name in ["contact", "publicContact"] {
        if CONTACT.iter().any(|(part, _)| is_changed(&format!("{name}.{part}"))) {
            changed.insert(name.to_owned(), json!(contact_input(form, name)));
        }
    }
    Edited(changed)
}

/// Fields that only make sense together: a ward lies in its province, a pin has two coordinates.
pub(crate) fn together(field: &str) -> Option<&'static str> {
    match field {
        "province" | "ward" | "wardName" => Some("ward"),
        "lat" | "lon" => Some("pin"),
        _ => None,
    }
}

/// The values of a field, or of fields that go together, as people read them.
pub(crate) fn in_words(fields: &[String], values: &[String]) -> String {
    let named =
        |name: &str| fields.iter().position(|field| field == name).and_then(|place| values.get(place));
    let shown = match fields.first().map(String::as_str) {
        Some("legalForm") => values
            .first()
            .and_then(|value| legal_form(value))
            .map(|form| t(kinds::legal_form(Some(form))).to_owned()),
        Some("isProducer" | "isRetailer") => {
            values.first().map(|value| if value.is_empty() { "✗" } else { "✓" }.to_owned())
        }
        Some("lat") => Some(values.join("; ")).filter(|text| text != "; "),
        _ => named("wardName").or(values.first()).cloned(),
    };
    shown.unwrap_or_default()
}
