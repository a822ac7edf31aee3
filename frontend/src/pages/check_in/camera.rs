//! Reading badges by the camera, where the browser can read codes itself (`BarcodeDetector`); elsewhere there is no such
//! button, and any telephone's own camera opens the address on the badge.

use std::time::Duration;

use js_sys::{Array, Function, Object, Reflect};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::events::badge;
use wasm_bindgen::{JsCast, JsValue};

use super::by_name::{call, get, promised};
use super::door::Door;
use crate::text::{check_in as words, t};

/// Between two looks.
const LOOK: Duration = Duration::from_millis(250);
/// Milliseconds for which the same badge is not read again: it is still held there.
const STILL_MS: f64 = 4_000.0;

/// The camera while it is on.
#[derive(Clone, Copy)]
struct Camera {
    door: Door,
    is_on: RwSignal<bool>,
    is_refused: RwSignal<bool>,
    video: NodeRef<html::Video>,
    stream: StoredValue<Option<JsValue>, LocalStorage>,
    detector: StoredValue<Option<JsValue>, LocalStorage>,
    /// The code that was read last, and when.
    seen: StoredValue<(String, f64)>,
}

/// The button and the picture.
pub(super) fn section(door: Door) -> AnyView {
    if !is_possible() {
        return ().into_any();
    }
    let camera = Camera {
        door,
        is_on: RwSignal::new(false),
        is_refused: RwSignal::new(false),
        video: NodeRef::new(),
        stream: StoredValue::new_local(None),
        detector: StoredValue::new_local(None),
        seen: StoredValue::new((String::new(), 0.0)),
    };
    on_cleanup(move || camera.let_go());
    let press = move |_| if camera.is_on.get_untracked() { camera.stop() } else { camera.start() };
    let words = move || t(if camera.is_on.get() { words::CAMERA_OFF } else { words::CAMERA_ON });
    let trouble = move || {
        camera
            .is_refused
            .get()
            .then(|| view! { <p class="field-error" role="alert">{t(words::NO_CAMERA)}</p> })
    };
    view! {
        <div class="door-camera">
            <button type="button" class="button-second" on:click=press>{words}</button>
            {trouble}
            <video
                node_ref=camera.video
                class="door-video"
                aria-label=t(words::CAMERA)
                muted=true
                playsinline=true
                hidden=move || !camera.is_on.get()
            ></video>
        </div>
    }
    .into_any()
}

impl Camera {
    fn start(self) {
        self.is_refused.set(false);
        self.is_on.set(true);
        spawn_local(async move {
            let stream = ask().await;
            if self.is_on.try_get_untracked() != Some(true) {
                // It was turned off, or the page left, before the browser had asked.
                return stream.iter().for_each(stop);
            }
            match stream.zip(self.video.get_untracked()) {
                Some((stream, video)) => {
                    let video = JsValue::from(video);
                    set(&video, "muted", &JsValue::TRUE);
                    set(&video, "srcObject", &stream);
                    call(&video, "play", &JsValue::UNDEFINED);
                    self.stream.set_value(Some(stream));
                    self.detector.set_value(detector());
                    self.look();
                }
                None => {
                    self.is_on.set(false);
                    self.is_refused.set(true);
                }
            }
        });
    }

    fn stop(self) {
        self.is_on.set(false);
        self.let_go();
    }

    /// The light of the camera goes out.
    fn let_go(self) {
        if let Some(Some(stream)) = self.stream.try_update_value(Option::take) {
            stop(&stream);
        }
    }

    fn look(self) {
        set_timeout(
            move || {
                if self.is_on.try_get_untracked() != Some(true) {
                    return;
                }
                spawn_local(async move {
                    let found = self.read().await;
                    if self.is_on.try_get_untracked() == Some(true) {
                        if let Some(code) = found {
                            self.found(code);
                        }
                        self.look();
                    }
                });
            },
            LOOK,
        );
    }

    /// The code of a badge in the picture.
    async fn read(self) -> Option<String> {
        let detector = self.detector.try_get_value()??;
        let video = self.video.try_get_untracked()??;
        // A picture that is not there yet can't be read; the next one can.
        let found: Array = promised(call(&detector, "detect", &video.into())).await?.dyn_into().ok()?;
        let texts = found.iter().filter_map(|one| get(&one, "rawValue").as_string());
        texts.filter_map(|text| badge::read(&text)).next()
    }

    fn found(self, code: String) {
        let now = js_sys::Date::now();
        let is_still_there = self.seen.with_value(|(seen, at)| *seen == code && now - at < STILL_MS);
        self.seen.set_value((code.clone(), now));
        if !is_still_there {
            call(&get(&window(), "navigator"), "vibrate", &JsValue::from(80));
            self.door.arrive(&code);
        }
    }
}

/// Whether the browser can read codes and lets pages have the camera.
fn is_possible() -> bool {
    let devices = get(&get(&window(), "navigator"), "mediaDevices");
    get(&window(), "BarcodeDetector").is_function() && get(&devices, "getUserMedia").is_function()
}

/// The pictures of the camera at the back, if the person allows it.
async fn ask() -> Option<JsValue> {
    let wanted = object("facingMode", &"environment".into());
    let devices = get(&get(&window(), "navigator"), "mediaDevices");
    promised(call(&devices, "getUserMedia", &object("video", &wanted))).await
}

fn detector() -> Option<JsValue> {
    let make: Function = get(&window(), "BarcodeDetector").dyn_into().ok()?;
    let formats = Array::of1(&"qr_code".into());
    let options = object("formats", &formats);
    Reflect::construct(&make, &Array::of1(&options)).ok()
}

fn stop(stream: &JsValue) {
    let tracks = call(stream, "getTracks", &JsValue::UNDEFINED).dyn_into::<Array>();
    for track in tracks.iter().flat_map(Array::iter) {
        call(&track, "stop", &JsValue::UNDEFINED);
    }
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Only a frozen object refuses, and there is none here.
    let _ = Reflect::set(object, &name.into(), value);
}

fn object(name: &str, value: &JsValue) -> JsValue {
    let object = JsValue::from(Object::new());
    set(&object, name, value);
    object
}
