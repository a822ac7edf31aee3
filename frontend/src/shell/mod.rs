//! The frame around every page: name, search, sections, language, and word of a silent server.

mod bell;
mod search_box;
mod suggestions;

use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;

use self::bell::Bell;
pub(crate) use self::search_box::SearchBox;
use crate::api::Server;
use crate::text::{Language, Text, agreements, failures, introductions, language, shell, t};
use crate::{history, navigation, text, ui, who};

/// What outlives a change of page or language.
#[derive(Clone, Copy)]
pub(crate) struct ShellState {
    /// The language shown.
    pub(crate) language: RwSignal<Language>,
    /// Whether the server answers.
    pub(crate) server: Server,
    /// What stands in the search box.
    pub(crate) typed: RwSignal<String>,
}

const SECTIONS: [(&str, Text); 6] = [
    ("/san-pham", shell::PRODUCTS),
    ("/diem-ban", shell::SALE_POINTS),
    ("/chu-the", shell::PRODUCERS),
    ("/ket-noi", shell::NEEDS),
    ("/su-kien", shell::EVENTS),
    ("/gioi-thieu", shell::ABOUT),
];

/// Who was proposed to whom; a part of what retailers look for, with a way of its own for people with an account.
const INTRODUCTIONS: &str = "/ket-noi/gioi-thieu";

/// What the two sides agree on and deliver.
const AGREEMENTS: &str = "/thoa-thuan";

/// The frame, with the page inside.
#[component]
pub(crate) fn Shell(state: ShellState, children: Children) -> impl IntoView {
    provide_context(state);
    navigation::begin();
    let path = use_location().pathname;
    Effect::new(move |_| ui::arrived_at(&path.get()));
    let main = NodeRef::<html::Main>::new();
    let skip = move |event: leptos::ev::MouseEvent| {
        // The address stays as it is: it says what is shown, not where somebody reads.
        event.prevent_default();
        if let Some(main) = main.get_untracked() {
            let _ = main.focus();
        }
    };
    view! {
        <a class="skip" href="#main" on:click=skip>{t(shell::SKIP)}</a>
        <Header/>
        <main id="main" tabindex="-1" node_ref=main>
            <SilentServer/>
            {children()}
        </main>
        <Footer/>
        <ui::Notice/>
    }
}

#[component]
fn Header() -> impl IntoView {
    let open = RwSignal::new(false);
    let path = use_location().pathname;
    Effect::new(move |_| {
        path.track();
        open.set(false);
    });
    let is_signed = Memo::new(|_| who::person().is_some());
    view! {
        <header class="header">
            <a class="header-name" href="/">{t(shell::SITE)}</a>
            // The first page has the box in its middle.
            <Show when=move || path.get() != "/"><div class="header-search"><SearchBox/></div></Show>
            <LanguageSwitch/>
            <Show when=move || is_signed.get()><Bell/></Show>
            <button
                class="header-menu button-quiet"
                aria-expanded=move || open.get().to_string()
                aria-controls="sections"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <svg class="header-menu-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <path d="M4 7h16M4 12h16M4 17h16"/>
                </svg>
                <span class="header-menu-words">{t(shell::MENU)}</span>
            </button>
            <nav id="sections" class="sections" class:sections-open=open aria-label=t(shell::MAIN_NAVIGATION)>
                {SECTIONS.map(|(address, name)| {
                    let current = move || is_in(&path.get(), address).then_some("page");
                    view! { <a href=address aria-current=current>{t(name)}</a> }
                })}
                {move || account(path)}
            </nav>
        </header>
    }
}

/// Whether a path is in a section.
fn is_in(path: &str, section: &str) -> bool {
    path.starts_with(section) && (section == INTRODUCTIONS || !path.starts_with(INTRODUCTIONS))
}

/// The way to one's own pages; nothing while it is not known whose they are.
fn account(path: Memo<String>) -> AnyView {
    let link = |address: &'static str, name: String| {
        let current = move || path.get().starts_with(address).then_some("page");
        view! { <a class="header-account" href=address aria-current=current>{name}</a> }
    };
    match who::who() {
        who::Who::Asking => ().into_any(),
        who::Who::Signed(person) => {
            // Staff find what they look after among what waits for them.
            let work = match person.staff_role {
                Some(_) => link("/can-bo", t(shell::STAFF).to_owned()).into_any(),
                None => view! {
                    {link(INTRODUCTIONS, t(introductions::NAVIGATION).to_owned())}
                    {link(AGREEMENTS, t(agreements::AGREEMENTS).to_owned())}
                }
                .into_any(),
            };
            view! { {work}{link("/tai-khoan", person.name)} }.into_any()
        }
        _ => link("/dang-nhap", t(shell::SIGN_IN).to_owned()).into_any(),
    }
}

#[component]
fn LanguageSwitch() -> impl IntoView {
    let state = expect_context::<ShellState>();
    view! {
        <div class="languages" role="group" aria-label=t(shell::LANGUAGE)>
            {Language::ALL.map(|offered| view! {
                <button
                    class="language"
                    lang=offered.code()
                    title=offered.name()
                    aria-pressed=(offered == language()).to_string()
                    on:click=move |_| {
                        text::choose(offered);
                        state.language.set(offered);
                        history::stay_here();
                        focus_soon(offered);
                    }
                >
                    {offered.code()}
                    <span class="for-readers">" "{offered.name()}</span>
                </button>
            })}
        </div>
    }
}

/// The page is drawn anew in the other language; the focus returns to the button that did it.
fn focus_soon(language: Language) {
    request_animation_frame(move || {
        let button =
            document().query_selector(&format!(".language[lang={}]", language.code())).ok().flatten();
        if let Some(button) = button.and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = button.focus();
        }
    });
}

#[component]
fn SilentServer() -> impl IntoView {
    let server = expect_context::<ShellState>().server;
    view! {
        <Show when=move || server.silent.get()>
            <p class="banner" role="alert">{t(failures::SILENT_NOW)}</p>
        </Show>
    }
}

#[component]
fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <p>{t(shell::FOOTER)}</p>
            <p><a href="/gioi-thieu">{t(shell::ABOUT)}</a></p>
        </footer>
    }
}
