//! What was typed into a form, what is wrong with it, and whether it is being sent.

use leptos::prelude::*;

use super::draft::{self, Values};
use super::wrong::{self, Wrong};
use crate::api::Refused;

/// One form.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    /// It is being sent.
    pub(crate) running: RwSignal<bool>,
    /// What is wrong at its fields.
    pub(super) wrong: RwSignal<Vec<Wrong>>,
    /// Why it was not sent or not taken.
    pub(super) refusal: RwSignal<Option<String>>,
    /// How often it was refused; the summary takes the focus each time.
    pub(super) refusals: RwSignal<u32>,
    /// Whether it holds what was typed earlier.
    pub(super) restored: RwSignal<bool>,
    /// What its fields belong to: they live as long as the form does, wherever they are drawn.
    owner: StoredValue<Owner>,
    about: StoredValue<About>,
    fields: StoredValue<Vec<Field>>,
}

struct About {
    /// What the ids of its fields begin with: several forms of a name can stand on one page.
    id: String,
    argument: &'static str,
    draft_key: String,
    draft: Values,
}

#[derive(Clone)]
struct Field {
    name: String,
    label: String,
    value: RwSignal<String>,
    initial: String,
    is_kept: bool,
}

impl Form {
    /// A form with a name of its own on the page. `argument` is what the API calls the object its fields stand in;
    /// empty, when they are arguments themselves. `about` tells it from forms of the same name: the thing it changes.
    pub(crate) fn new(name: &'static str, argument: &'static str, account: &str, about: &str) -> Self {
        let draft_key = draft::key(account, &format!("{name}:{about}"));
        let id = if about.is_empty() { name.to_owned() } else { format!("{name}-{about}") };
        let draft = draft::find(&draft_key);
        Self {
            running: RwSignal::new(false),
            wrong: RwSignal::new(Vec::new()),
            refusal: RwSignal::new(None),
            refusals: RwSignal::new(0),
            restored: RwSignal::new(!draft.is_empty()),
            owner: StoredValue::new(Owner::new()),
            about: StoredValue::new(About { id, argument, draft_key, draft }),
            fields: StoredValue::new(Vec::new()),
        }
    }

    /// What stands in a field: what was typed earlier, or `initial`.
    pub(crate) fn field(self, name: &str, initial: impl Into<String>) -> RwSignal<String> {
        self.add(name, initial.into(), true)
    }

    /// The same for what must never be kept.
    pub(crate) fn secret(self, name: &str) -> RwSignal<String> {
        self.add(name, String::new(), false)
    }

    /// What stands in a field now.
    pub(crate) fn value(self, name: &str) -> String {
        self.find(name).map(|field| field.value.get_untracked()).unwrap_or_default()
    }

    /// What stands in a field now, unless that is nothing.
    pub(crate) fn filled(self, name: &str) -> Option<String> {
        Some(self.value(name).trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// Whether a box is checked.
    pub(crate) fn is_checked(self, name: &str) -> bool {
        !self.value(name).is_empty()
    }

    /// Whether a field holds something else than it began with.
    pub(crate) fn is_changed(self, name: &str) -> bool {
        self.find(name).is_some_and(|field| field.value.get_untracked() != field.initial)
    }

    /// What a field began with.
    pub(crate) fn initial(self, name: &str) -> String {
        self.find(name).map(|field| field.initial).unwrap_or_default()
    }

    /// From now on the form counts as begun with these values: what stands in its fields is compared with them.
    pub(crate) fn count_from(self, values: &[(String, String)]) {
        self.fields.update_value(|fields| {
            for field in fields {
                if let Some((_, value)) = values.iter().find(|(name, _)| *name == field.name) {
                    field.initial = value.clone();
                }
            }
        });
    }

    /// Whether it holds what was typed earlier: a form that can be folded away is then shown.
    pub(crate) fn is_restored(self) -> bool {
        self.restored.get_untracked()
    }

    /// What people call a field; its name in the API where it has none of its own.
    pub(crate) fn words_for(self, name: &str) -> String {
        self.label_of(name).unwrap_or_else(|| name.to_owned())
    }

    /// Puts something into a field, as if it were typed.
    pub(crate) fn set(self, name: &str, value: impl Into<String>) {
        if let Some(field) = self.find(name) {
            field.value.set(value.into());
            let had_problems = self.wrong.with_untracked(|wrong| !wrong.is_empty());
            self.wrong.update(|wrong| wrong.retain(|wrong| wrong.field != name));
            // With the last problem goes the word of them; a refusal that names no field stays.
            if had_problems && self.wrong.with_untracked(Vec::is_empty) {
                self.refusal.set(None);
            }
            self.keep();
        }
    }

    /// Shows what is wrong and was not even sent.
    pub(crate) fn object(self, wrong: Vec<Wrong>) {
        self.show(crate::text::t(crate::text::forms::LOOK_AGAIN).to_owned(), wrong);
    }

    /// Shows why the server did not take it.
    pub(crate) fn refuse(self, refused: &Refused) {
        let argument = self.about.with_value(|about| about.argument);
        self.show(wrong::in_words(refused), wrong::found_by_server(refused, argument));
    }

    /// Takes away what was wrong, and begins to send.
    pub(crate) fn begin(self) {
        self.running.set(true);
        self.wrong.set(Vec::new());
        self.refusal.set(None);
    }

    /// It was taken: nothing needs to be kept. Secrets are gone from the page too.
    pub(crate) fn succeed(self) {
        self.drop_draft();
        self.fields.with_value(|fields| {
            for field in fields.iter().filter(|field| !field.is_kept) {
                field.value.set(String::new());
            }
        });
    }

    /// Goes back to what stood in the fields at first.
    pub(crate) fn start_anew(self) {
        self.drop_draft();
        self.wrong.set(Vec::new());
        self.refusal.set(None);
        self.fields.with_value(|fields| {
            for field in fields {
                field.value.set(field.initial.clone());
            }
        });
    }

    /// The id of a field in the document.
    pub(crate) fn id_of(self, name: &str) -> String {
        self.about.with_value(|about| format!("{}-{}", about.id, name.replace('.', "-")))
    }

    /// What people call a field, if it is one of this form.
    pub(super) fn label_of(self, name: &str) -> Option<String> {
        self.find(name).map(|field| field.label).filter(|label| !label.is_empty())
    }

    /// Says what people call a field.
    pub(crate) fn name_field(self, name: &str, label: &str) {
        self.fields.update_value(|fields| {
            if let Some(field) = fields.iter_mut().find(|field| field.name == name) {
                field.label = label.to_owned();
            }
        });
    }

    /// What is wrong at a field.
    pub(super) fn error_of(self, name: String) -> Memo<Option<String>> {
        let wrong = self.wrong;
        Memo::new(move |_| {
            wrong
                .with(|wrong| wrong.iter().find(|wrong| wrong.field == name).map(|wrong| wrong.words.clone()))
        })
    }

    fn show(self, refusal: String, wrong: Vec<Wrong>) {
        self.running.set(false);
        self.wrong.set(wrong);
        self.refusal.set(Some(refusal));
        self.refusals.update(|times| *times += 1);
    }

    fn add(self, name: &str, initial: String, is_kept: bool) -> RwSignal<String> {
        if let Some(known) = self.find(name) {
            return known.value;
        }
        let kept = self.about.with_value(|about| about.draft.get(name).cloned()).filter(|_| is_kept);
        let begins_with = kept.unwrap_or_else(|| initial.clone());
        // Parts of a page come and go, and with them all signals that are made in them.
        let value = self.owner.with_value(|owner| owner.with(|| RwSignal::new(begins_with)));
        let field = Field { name: name.to_owned(), label: String::new(), value, initial, is_kept };
        self.fields.update_value(|fields| fields.push(field));
        value
    }

    fn find(self, name: &str) -> Option<Field> {
        self.fields.with_value(|fields| fields.iter().find(|field| field.name == name).cloned())
    }

    fn keep(self) {
        let typed: Values = self.fields.with_value(|fields| {
            let kept = fields.iter().filter(|field| field.is_kept);
            kept.map(|field| (field.name.clone(), field.value.get_untracked())).collect()
        });
        self.about.update_value(|about| {
            // What is not shown now, because something else was chosen, is not lost.
            about.draft.extend(typed);
            draft::keep(&about.draft_key, &about.draft);
        });
    }

    fn drop_draft(self) {
        self.restored.set(false);
        self.about.update_value(|about| {
            about.draft.clear();
            draft::discard(&about.draft_key);
        });
    }
}
