//! Sending files from a field of the browser, with word of how far it is.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

use crate::api::{UploadKind, upload};
use crate::text::{failures, forms as words, t};

/// How far files are on their way.
#[derive(Clone, Copy)]
pub(crate) struct Sending {
    /// The file that is being sent, and how much of it in percent.
    pub(crate) now: RwSignal<Option<(String, u32)>>,
    /// What went wrong, by file.
    pub(crate) failures: RwSignal<Vec<String>>,
}

impl Sending {
    pub(crate) fn new() -> Self {
        Self { now: RwSignal::new(None), failures: RwSignal::new(Vec::new()) }
    }
}

/// The files chosen in a field; it is empty afterwards, so that the same file can be chosen again.
pub(crate) fn chosen_files(event: &leptos::ev::Event) -> Vec<File> {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return Vec::new() };
    let list = field.files();
    let files: Vec<File> =
        list.iter().flat_map(|list| (0..list.length()).filter_map(|place| list.get(place))).collect();
    field.set_value("");
    files
}

/// Sends files one after the other; `done` gets the ids of those that arrived.
pub(crate) fn send_files(
    files: Vec<File>,
    kind: UploadKind,
    sending: Sending,
    done: impl FnOnce(Vec<(String, String)>) + 'static,
) {
    if files.is_empty() || sending.now.with_untracked(Option::is_some) {
        return;
    }
    sending.failures.set(Vec::new());
    let first = files.first().map(File::name).unwrap_or_default();
    sending.now.set(Some((first, 0)));
    spawn_local(async move {
        let mut arrived = Vec::new();
        for file in files {
            let name = file.name();
            let shown = name.clone();
            let progress = move |part: f64| {
                let percent = (part * 100.0).round() as u32;
                let _ = sending.now.try_set(Some((shown.clone(), percent)));
            };
            progress(0.0);
            match upload(kind, &file, progress).await {
                Ok(uploaded) => arrived.push((uploaded.id, name)),
                Err(refused) => {
                    let problem = refused.fields.first().map(|wrong| words::problem(wrong.problem));
                    let why = t(problem.unwrap_or_else(|| failures::words(refused.failure)));
                    let _ = sending.failures.try_update(|failures| failures.push(format!("{name}: {why}")));
                }
            }
        }
        // The page may have been left meanwhile.
        if sending.now.try_set(None).is_none() {
            done(arrived);
        }
    });
}

/// What is being sent, as a bar and in words, and what could not be sent.
#[component]
pub(crate) fn Progress(sending: Sending) -> impl IntoView {
    let bar = move || {
        let (name, percent) = sending.now.get()?;
        let words = words::sending(&name, percent);
        Some(view! {
            <progress max="100" value=percent aria-label=words.clone()></progress>
            <span class="small">{words}</span>
        })
    };
    let failures = move || {
        let failures = sending.failures.get();
        let rows = failures.into_iter().map(|failure| view! { <li>{failure}</li> }).collect::<Vec<_>>();
        (!rows.is_empty()).then(|| view! { <ul class="field-error">{rows}</ul> })
    };
    // Each percent read aloud would be too much; what went wrong is told once.
    view! {
        <div class="progress">{bar}</div>
        <div role="status">{failures}</div>
    }
}
