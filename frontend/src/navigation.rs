//! Going to a place when there is no component to go from: after an answer of the server.

use std::cell::RefCell;
use std::rc::Rc;

use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

type Navigate = Rc<dyn Fn(&str, NavigateOptions)>;

thread_local! {
    static NAVIGATE: RefCell<Option<Navigate>> = const { RefCell::new(None) };
}

/// Keeps the way to navigate. Called where the frame of the page is drawn.
pub(crate) fn begin() {
    NAVIGATE.set(Some(Rc::new(use_navigate())));
}

/// Goes to a path of this site.
pub(crate) fn go(path: &str) {
    navigate(path, NavigateOptions::default());
}

/// The same, in place of the page shown: going back does not come here again.
pub(crate) fn go_instead(path: &str) {
    navigate(path, NavigateOptions { replace: true, ..NavigateOptions::default() });
}

/// Keeps in the address what was chosen on the page shown, which stays where it is.
pub(crate) fn keep(path: &str) {
    navigate(path, NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
}

fn navigate(path: &str, options: NavigateOptions) {
    let navigate = NAVIGATE.with_borrow(Clone::clone);
    if let Some(navigate) = navigate {
        navigate(path, options);
    }
}
