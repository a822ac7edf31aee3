//! What few browsers have, and the crates of the page have no words for, reached by its name. What is not there is
//! `undefined`, and so is everything of it.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property, or `undefined`.
pub(super) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Calls a method with one argument; what it does not have it does not do.
pub(super) fn call(object: &JsValue, method: &str, argument: &JsValue) -> JsValue {
    let method = get(object, method).dyn_into::<Function>().ok();
    method.and_then(|method| method.call1(object, argument).ok()).unwrap_or(JsValue::UNDEFINED)
}

/// What a promise gives, if it is one and keeps it.
pub(super) async fn promised(promise: JsValue) -> Option<JsValue> {
    let promise: Promise = promise.dyn_into().ok()?;
    js_sys::futures::JsFuture::from(promise).await.ok()
}
