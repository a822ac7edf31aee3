//! The field of a form for the scan of a paper.

use leptos::prelude::*;

use crate::api::UploadKind;
use crate::text::{own_products as words, t};
use crate::ui::form::{Form, Progress, Sending, chosen_files, send_files};

/// The file is sent as soon as it is chosen; the form only keeps its id.
#[component]
pub(crate) fn ScanField(form: Form) -> impl IntoView {
    let (file, name) = (form.field("file", ""), form.field("fileName", ""));
    let sending = Sending::new();
    let take = move |event: leptos::ev::Event| {
        send_files(chosen_files(&event), UploadKind::Document, sending, move |arrived| {
            if let Some((id, name)) = arrived.into_iter().next_back() {
                form.set("fileName", name);
                form.set("file", id);
            }
        });
    };
    let id = StoredValue::new(form.id_of("file"));
    let there = move || {
        let is_there = file.with(|file| !file.is_empty());
        is_there.then(|| view! { <p>"✓ "{t(words::SCAN_THERE)}": "{name.get()}</p> })
    };
    view! {
        <div class="form-field">
            <label for=id.get_value()>{t(words::SCAN)}</label>
            <span class="quiet small" id=format!("{}-hint", id.get_value())>{words::scan_rule()}</span>
            <input
                id=id.get_value()
                type="file"
                accept="image/jpeg,image/png,image/webp,application/pdf"
                aria-describedby=format!("{}-hint", id.get_value())
                on:change=take
            />
            <Progress sending/>
            {there}
        </div>
    }
}
