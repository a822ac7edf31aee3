//! The form of a paper, for a new one and for one that is there.

use leptos::prelude::*;
use shared::{PartialDate, Problem, read_day, read_partial_date};

use super::changes::{self, CertificateInput, NewCertificate};
use super::query::{self, Paper, Sheet};
use super::scan::ScanField;
use crate::api;
use crate::text::{Language, language, own_products as words, t, words as counts};
use crate::ui::form::{ChoiceField, Form, FormFrame, Offer, RadioField, Submit, TextField, Wrong};
use crate::ui::tell;
use crate::who;

/// For a new paper of the product, or of its maker. `kind` is chosen already where a requirement led here.
pub(super) fn new(sheet: &Sheet, kind: &str, changed: Callback<()>) -> AnyView {
    let form = Form::new("paper", "input.certificate", &who::account(), &format!("new-{}", sheet.id.inner()));
    form.field("kind", kind);
    form.field("of", "product");
    let (product, organisation) = (sheet.id.clone(), sheet.producer.id.clone());
    let submit = move |()| {
        let Some(certificate) = read(form) else { return };
        let is_of_product = form.value("of") == "product";
        let input = NewCertificate {
            product: is_of_product.then(|| product.clone()),
            organisation: (!is_of_product).then(|| organisation.clone()),
            certificate,
        };
        who::submit(form, changes::add_paper(input), move |_| {
            form.start_anew();
            tell(t(words::PAPER_SAVED));
            changed.run(());
        });
    };
    let owners = [("product", words::OF_PRODUCT), ("organisation", words::OF_ORGANISATION)];
    let owners: Vec<Offer> = owners.map(|(value, words)| (value.to_owned(), t(words).to_owned())).to_vec();
    view! {
        <FormFrame form submit>
            <PaperFields form/>
            <RadioField form name="of" label=t(words::PAPER_OF) offers=owners/>
            <Submit form words=t(words::SAVE_PAPER)/>
        </FormFrame>
    }
    .into_any()
}

/// For a paper that is there.
pub(super) fn edit(paper: &Paper, changed: Callback<()>) -> AnyView {
    let (id, version) = (paper.id.clone(), paper.version);
    let form = Form::new("paper", "input", &who::account(), id.inner());
    let day = |day: chrono::NaiveDate| counts::date(day);
    form.field("kind", paper.kind.code.clone());
    form.field("number", paper.number.clone().unwrap_or_default());
    form.field("issuer", paper.issuer.clone().unwrap_or_default());
    form.field("issuedOn", paper.issued_on.map(PartialDate::in_words).unwrap_or_default());
    form.field("validUntil", paper.valid_until.map(day).unwrap_or_default());
    form.field("file", paper.file.as_ref().map(|file| file.id.inner().to_owned()).unwrap_or_default());
    form.field("fileName", paper.file.as_ref().map(|file| file.name.clone()).unwrap_or_default());
    let submit = move |()| {
        let Some(certificate) = read(form) else { return };
        let done = move |_| {
            tell(t(words::PAPER_SAVED));
            changed.run(());
        };
        // What was typed is in the draft, which the form of the newer paper begins with.
        who::submit_or(form, changes::update_paper(id.clone(), version, certificate), done, move |refused| {
            if !who::is_conflict(&refused) {
                return Some(refused);
            }
            tell(t(words::TRY_AGAIN));
            changed.run(());
            None
        });
    };
    view! {
        <FormFrame form submit>
            <PaperFields form/>
            <Submit form words=t(words::SAVE_PAPER)/>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn PaperFields(form: Form) -> impl IntoView {
    let choices = api::ask(|| Some(query::choices()));
    let offers = Signal::derive(move || {
        let kinds = choices.get().map(|choices| choices.certificate_kinds.clone()).unwrap_or_default();
        kinds.into_iter().map(|kind| (kind.code.clone(), named(&kind))).collect::<Vec<Offer>>()
    });
    view! {
        <ChoiceField form name="kind" label=t(words::PAPER_KIND) offers/>
        <TextField form name="number" label=t(words::PAPER_NUMBER) optional=true/>
        <TextField form name="issuer" label=t(words::PAPER_ISSUER) optional=true/>
        <TextField form name="issuedOn" label=t(words::ISSUED_ON) hint=t(words::ISSUED_HINT) optional=true longest=40/>
        <TextField form name="validUntil" label=t(words::VALID_UNTIL) hint=t(words::UNTIL_HINT) optional=true longest=40/>
        <ScanField form/>
    }
}

/// A kind of paper by its name.
pub(super) fn named(kind: &query::PaperKind) -> String {
    match language() {
        Language::Vietnamese => kind.name_vi.clone(),
        Language::English => kind.name_en.clone(),
    }
}

/// What was typed; nothing when something is wrong with it, which is then said.
fn read(form: Form) -> Option<CertificateInput> {
    let mut wrong = Vec::new();
    let kind = form.value("kind");
    if kind.is_empty() {
        wrong.push(Wrong::at("kind", Problem::NotOffered));
    }
    let issued_on = dated(form, "issuedOn", read_partial_date, &mut wrong);
    let valid_until = dated(form, "validUntil", read_day, &mut wrong);
    if !wrong.is_empty() {
        form.object(wrong);
        return None;
    }
    let (number, issuer) = (form.filled("number"), form.filled("issuer"));
    Some(CertificateInput {
        kind,
        number,
        issuer,
        issued_on,
        valid_until,
        file: form.filled("file").map(cynic::Id::new),
    })
}

fn dated<Date>(
    form: Form,
    name: &str,
    read: fn(&str) -> Result<Date, Problem>,
    wrong: &mut Vec<Wrong>,
) -> Option<Date> {
    match read(&form.filled(name)?) {
        Ok(date) => Some(date),
        Err(problem) => {
            wrong.push(Wrong::at(name, problem));
            None
        }
    }
}
