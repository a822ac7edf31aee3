//! The photos of a product: the first large, the others small. Their sizes are known before they are here, so nothing
//! jumps.

use leptos::prelude::*;

use crate::facts::Photo;
use crate::text::product as words;

/// All of them; nothing without one, when the drawn mark of the group speaks for the product.
pub(super) fn all(photos: &[Photo], name: &str) -> AnyView {
    if photos.is_empty() {
        return ().into_any();
    }
    let pictures = photos.iter().enumerate().map(|(place, photo)| {
        let alt = words::photo_of(place, name);
        let (width, height) = (photo.width, photo.height);
        match place {
            0 => view! { <li><img src=photo.url.clone() width=width height=height alt=alt/></li> }.into_any(),
            _ => view! {
                <li>
                    <a href=photo.url.clone() rel="external">
                        <img src=photo.small_url.clone() width=width height=height loading="lazy" alt=alt/>
                    </a>
                </li>
            }
            .into_any(),
        }
    });
    view! { <ul class="plain-list photos">{pictures.collect_view()}</ul> }.into_any()
}
