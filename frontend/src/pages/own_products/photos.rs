//! The photos of a product. Each change is saved at once: a photo that was chosen is not lost when the page is left.

use leptos::prelude::*;
use shared::limits;

use super::changes;
use super::query::Sheet;
use crate::api::UploadKind;
use crate::facts::Photo;
use crate::text::{own_products as words, product, t};
use crate::ui::form::{Progress, Sending, chosen_files, send_files};
use crate::ui::tell;
use crate::who;

/// What every change of the photos needs.
#[derive(Clone)]
struct Around {
    product: cynic::Id,
    version: i32,
    ids: Vec<String>,
    busy: RwSignal<bool>,
    changed: Callback<()>,
}

impl Around {
    fn put(&self, ids: &[String], told: &'static str) {
        let changed = self.changed;
        let question = changes::put_photos(self.product.clone(), self.version, ids);
        let done = move |_| {
            tell(told);
            changed.run(());
        };
        who::act_or(self.busy, question, done, move |refused| {
            if !who::is_conflict(&refused) {
                return Some(refused);
            }
            tell(t(words::TRY_AGAIN));
            changed.run(());
            None
        });
    }
}

/// The part of the page with the photos; `changed` where the person may change them.
pub(super) fn section(sheet: &Sheet, changed: Option<Callback<()>>) -> AnyView {
    let around = changed.map(|changed| Around {
        product: sheet.id.clone(),
        version: sheet.version,
        ids: sheet.photos.iter().map(|photo| photo.id.inner().to_owned()).collect(),
        busy: RwSignal::new(false),
        changed,
    });
    let none = sheet.photos.is_empty().then(|| view! { <p class="quiet">{t(words::NO_PHOTOS)}</p> });
    let rows = sheet.photos.iter().enumerate().map(|(place, photo)| {
        let buttons = around.clone().map(|around| buttons(around, place));
        view! { <li>{picture(photo, place, &sheet.name)}{buttons}</li> }
    });
    let rows = rows.collect_view();
    let choose = around.map(choose);
    view! {
        <section>
            <h2>{t(words::PHOTOS)}</h2>
            {none}
            <ul class="plain-list own-photos">{rows}</ul>
            {choose}
        </section>
    }
    .into_any()
}

fn picture(photo: &Photo, place: usize, name: &str) -> AnyView {
    let alt = product::photo_of(place, name);
    view! {
        <img src=photo.small_url.clone() width=photo.width height=photo.height loading="lazy" alt=alt/>
    }
    .into_any()
}

fn buttons(around: Around, place: usize) -> AnyView {
    let last = around.ids.len().saturating_sub(1);
    let swapped = |one: usize, other: usize| {
        let mut ids = around.ids.clone();
        ids.swap(one, other);
        ids
    };
    let without: Vec<String> =
        around.ids.iter().enumerate().filter(|(one, _)| *one != place).map(|(_, id)| id.clone()).collect();
    let steps = [
        (place > 0).then(|| (words::EARLIER, swapped(place, place.saturating_sub(1)), words::PHOTOS_SAVED)),
        (place < last).then(|| (words::LATER, swapped(place, (place + 1).min(last)), words::PHOTOS_SAVED)),
        Some((words::REMOVE, without, words::PHOTO_REMOVED)),
    ];
    let buttons = steps.into_iter().flatten().map(|(step, ids, told)| {
        let around = around.clone();
        let name = format!("{}: {}", t(step), place + 1);
        let busy = around.busy;
        view! {
            <button
                type="button"
                class="button-quiet"
                aria-label=name
                aria-disabled=move || busy.get().to_string()
                on:click=move |_| around.put(&ids, t(told))
            >
                {t(step)}
            </button>
        }
    });
    view! { <p class="own-photo-steps">{buttons.collect_view()}</p> }.into_any()
}

/// The field from which photos are chosen; a telephone offers its camera there.
fn choose(around: Around) -> AnyView {
    let sending = Sending::new();
    let take = move |event: leptos::ev::Event| {
        let files = chosen_files(&event);
        if around.ids.len() + files.len() > limits::PHOTOS {
            return sending.failures.set(vec![t(words::TOO_MANY_PHOTOS).to_owned()]);
        }
        let around = around.clone();
        send_files(files, UploadKind::Photo, sending, move |arrived| {
            if !arrived.is_empty() {
                let mut ids = around.ids.clone();
                ids.extend(arrived.into_iter().map(|(id, _)| id));
                around.put(&ids, t(words::PHOTOS_SAVED));
            }
        });
    };
    view! {
        <div class="form-field">
            <label for="photos">{t(words::CHOOSE_PHOTOS)}</label>
            <span class="quiet small" id="photos-hint">{words::photo_rule()}</span>
            <input
                id="photos"
                type="file"
                accept="image/jpeg,image/png,image/webp"
                multiple=true
                aria-describedby="photos-hint"
                on:change=take
            />
            <Progress sending/>
        </div>
    }
    .into_any()
}
