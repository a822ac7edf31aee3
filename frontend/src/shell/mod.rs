//! The frame around every page: name, search, sections, language, and word of a silent server.

mod search_box;
mod suggestions;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

pub(crate) use self::search_box::SearchBox;
use crate::api::Server;
use crate::text::{Language, Text, failures, language, shell, t};
use crate::{text, ui};

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

const SECTIONS: [(&str, Text); 5] = [
    ("/san-pham", shell::PRODUCTS),
    ("/diem-ban", shell::SALE_POINTS),
    ("/chu-the", shell::PRODUCERS),
    ("/su-kien", shell::EVENTS),
    ("/gioi-thieu", shell::ABOUT),
];

/// The frame, with the page inside.
#[component]
pub(crate) fn Shell(state: ShellState, children: Children) -> impl IntoView {
    provide_context(state);
    let path = use_location().pathname;
    Effect::new(move |_| ui::arrived_at(&path.get()));
    view! {
        <a class="skip" href="#main" rel="external">{t(shell::SKIP)}</a>
        <Header/>
        <main id="main" tabindex="-1">
            <SilentServer/>
            {children()}
        </main>
        <Footer/>
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
    view! {
        <header class="header">
            <a class="header-name" href="/">{t(shell::SITE)}</a>
            // The first page has the box in its middle.
            <Show when=move || path.get() != "/"><div class="header-search"><SearchBox/></div></Show>
            <LanguageSwitch/>
            <button
                class="header-menu button-quiet"
                aria-expanded=move || open.get().to_string()
                aria-controls="sections"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {t(shell::MENU)}
            </button>
            <nav id="sections" class="sections" class:sections-open=open aria-label=t(shell::MAIN_NAVIGATION)>
                {SECTIONS.map(|(address, name)| {
                    let current = move || path.get().starts_with(address).then_some("page");
                    view! { <a href=address aria-current=current>{t(name)}</a> }
                })}
            </nav>
        </header>
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
                    aria-label=offered.name()
                    aria-pressed=(offered == language()).to_string()
                    on:click=move |_| {
                        text::choose(offered);
                        state.language.set(offered);
                    }
                >
                    {offered.code()}
                </button>
            })}
        </div>
    }
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
