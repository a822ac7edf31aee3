//! A document to print, as it will be on paper, with the means to print it or to have it as a file.

use leptos::prelude::*;
use shared::DocumentLanguage;
use shared::documents::{Block, Signature, Style, Table, Words};

use crate::address::Query;
use crate::text::{Text, documents as words, t};

/// The name of the language of a document in addresses; without it a document is in Vietnamese.
const LANGUAGE: &str = "tieng";
const BOTH: &str = "hai";

/// In which languages the document is that an address asks for.
pub(crate) fn document_language(address: &Query) -> DocumentLanguage {
    if address.one(LANGUAGE) == BOTH { DocumentLanguage::Both } else { DocumentLanguage::Vietnamese }
}

/// What an address says for that.
pub(crate) fn language_in_address(language: DocumentLanguage) -> Option<String> {
    (language == DocumentLanguage::Both).then(|| format!("{LANGUAGE}={BOTH}"))
}

/// What stands above a document and not on paper: its languages, printing, the file.
#[component]
pub(crate) fn SheetTools(
    language: Memo<DocumentLanguage>,
    /// The address of the same in a language.
    #[prop(into)]
    address: Callback<DocumentLanguage, String>,
    /// Where the file is in a language.
    #[prop(into)]
    file: Callback<DocumentLanguage, String>,
) -> impl IntoView {
    let link = |this: DocumentLanguage, name: Text| {
        let current = move || (language.get() == this).then_some("true");
        view! {
            <li><a class="chip" data-noscroll href=move || address.run(this) aria-current=current>{t(name)}</a></li>
        }
    };
    let print = move |_| {
        // A browser that can't print has said so itself.
        let _ = window().print();
    };
    view! {
        <nav aria-label=t(words::LANGUAGES)>
            <ul class="chips">
                {link(DocumentLanguage::Vietnamese, words::VIETNAMESE)}
                {link(DocumentLanguage::Both, words::BOTH)}
            </ul>
        </nav>
        <p class="sheet-means">
            <button type="button" class="button" on:click=print>{t(words::PRINT)}</button>
            <a class="button-second" rel="external" download="" href=move || file.run(language.get())>
                {t(words::FILE)}
            </a>
        </p>
    }
}

/// The document.
pub(crate) fn sheet(blocks: &[Block]) -> AnyView {
    let parts = blocks.iter().map(|block| match block {
        Block::Paragraph(style, words) => paragraph(*style, words),
        Block::Table(of) => table(of),
        Block::Signatures(sides) => signatures(sides),
    });
    // A document is in Vietnamese, whatever the language of the page.
    view! { <article class="sheet" lang="vi">{parts.collect_view()}</article> }.into_any()
}

fn paragraph(style: Style, words: &Words) -> AnyView {
    let class = match style {
        Style::Nation => "sheet-nation",
        Style::Motto => "sheet-motto",
        Style::Mark => "sheet-mark",
        Style::Title => "sheet-title",
        Style::Number => "sheet-number",
        Style::Basis => "sheet-basis",
        Style::Place => "sheet-place",
        Style::Heading => "sheet-heading",
        Style::Text => "sheet-text",
        Style::Note => "sheet-note",
    };
    let english = words.en.clone().map(|en| {
        view! { <p class=format!("{class} sheet-english") lang="en">{en}</p> }
    });
    view! { <p class=class>{words.vi.clone()}</p>{english} }.into_any()
}

fn cell(words: &Words) -> AnyView {
    let english = words.en.clone().map(|en| view! { <span class="sheet-english" lang="en">{en}</span> });
    view! { <span>{words.vi.clone()}</span>{english} }.into_any()
}

fn table(table: &Table) -> AnyView {
    let widths = table.columns.iter().map(|column| {
        view! { <col style=format!("width:{}%", column.width)/> }
    });
    let headings = table.columns.iter().map(|column| view! { <th scope="col">{cell(&column.name)}</th> });
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().enumerate().map(|(place, words)| {
            let is_number = table.columns.get(place).is_some_and(|column| column.is_number);
            view! { <td class:sheet-figure=is_number>{cell(words)}</td> }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    // On a narrow screen it is moved aside, as paper would be.
    view! {
        <div class="sheet-wide" role="region" aria-label=t(words::TABLE) tabindex="0">
            <table>
                <colgroup>{widths.collect_view()}</colgroup>
                <thead><tr>{headings.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn signatures(sides: &[Signature]) -> AnyView {
    let sides = sides.iter().map(|signature| {
        view! {
            <div class="sheet-signature">
                <p class="sheet-heading">{cell(&signature.side)}</p>
                <p class="sheet-note">{cell(&signature.asks)}</p>
                <p class="sheet-name">{signature.name.clone()}</p>
            </div>
        }
    });
    view! { <div class="sheet-signatures">{sides.collect_view()}</div> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_in_the_address_and_is_read_back() {
        for language in [DocumentLanguage::Vietnamese, DocumentLanguage::Both] {
            let written = language_in_address(language).unwrap_or_default();

            assert_eq!(document_language(&Query::read(&written)), language);
        }
        assert_eq!(document_language(&Query::read("?tieng=x")), DocumentLanguage::Vietnamese);
    }
}
