//! Producers by name and legal form.

mod query;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use self::query::ProducerList;
use crate::address::{self, Query, encoded};
use crate::api::{self, LegalForm};
use crate::facts::province_in_words;
use crate::text::{kinds, language, product as words, search, shell, t, words as counts};
use crate::ui::{CardSkeleton, Empty, Heading, faces, paged_list, search_field};

const FORMS: [(&str, LegalForm); 6] = [
    ("hop-tac-xa", LegalForm::Cooperative),
    ("doanh-nghiep", LegalForm::Company),
    ("ho-kinh-doanh", LegalForm::Household),
    ("to-hop-tac", LegalForm::CooperativeGroup),
    ("trang-trai", LegalForm::Farm),
    ("hoi", LegalForm::Association),
];

/// What is chosen, as in the address.
#[derive(Clone, Debug, Default, PartialEq)]
struct Choice {
    text: String,
    form: Option<LegalForm>,
}

impl Choice {
    fn read(address: &Query) -> Self {
        let text = address.one("q").chars().take(shared::limits::SEARCH_CHARS).collect();
        let form = FORMS.iter().find(|(name, _)| *name == address.one("loai")).map(|(_, form)| *form);
        Self { text, form }
    }

    fn address(&self) -> String {
        let text = self.text.trim();
        let text = (!text.is_empty()).then(|| format!("q={}", encoded(text)));
        let form =
            FORMS.iter().find(|(_, form)| Some(*form) == self.form).map(|(name, _)| format!("loai={name}"));
        let pairs: Vec<_> = text.into_iter().chain(form).collect();
        if pairs.is_empty() { "/chu-the".to_owned() } else { format!("/chu-the?{}", pairs.join("&")) }
    }
}

/// The list of producers.
#[component]
pub(crate) fn ProducersPage() -> impl IntoView {
    let address = address::query();
    let choice = Memo::new(move |_| address.with(Choice::read));
    let pages = api::ask_pages(
        move |after| Some(choice.with(|choice| query::question(&choice.text, choice.form, after))),
        |page: &ProducerList| page.producers.page_info.next(),
    );
    let navigate = use_navigate();
    let go = Callback::new(move |next: Choice| {
        navigate(&next.address(), NavigateOptions { replace: true, scroll: false, ..Default::default() });
    });
    let typed = RwSignal::new(choice.with_untracked(|choice| choice.text.clone()));
    let follow = Callback::new(move |()| {
        go.run(Choice { text: typed.get_untracked(), ..choice.get_untracked() });
    });
    let count = move || {
        let total = pages.first.get()?.producers.total_count;
        Some(counts::count(total, counts::Counted::Producers, language()))
    };
    view! {
        <Heading text=t(shell::PRODUCERS)/>
        <form class="choices" on:submit=|event| event.prevent_default()>
            {search_field(words::SEARCH_PRODUCERS, typed, follow)}
            <label class="field">
                <span>{t(words::LEGAL_FORM)}</span>
                <select on:change=move |event| {
                    let name = event_target_value(&event);
                    let form = FORMS.iter().find(|(known, _)| *known == name).map(|(_, form)| *form);
                    go.run(Choice { form, ..choice.get_untracked() });
                }>
                    <option value="">{t(words::ANY_LEGAL_FORM)}</option>
                    {FORMS.map(|(name, form)| view! {
                        <option value=name selected=move || choice.with(|choice| choice.form == Some(form))>
                            {t(kinds::legal_form(Some(form)))}
                        </option>
                    })}
                </select>
            </label>
        </form>
        <p role="status" class="quiet">{count}</p>
        {faces(pages.first, || view! { <CardSkeleton count=6/> }.into_any(), move |answer| {
            if answer.producers.nodes.is_empty() {
                return view! {
                    <Empty what=t(words::NO_PRODUCERS)>
                        <p>{t(search::TRY_SPELLING)}</p>
                        <a class="button-second" href="/chu-the">{t(shell::SHOW_ALL)}</a>
                    </Empty>
                }
                .into_any();
            }
            paged_list("plain-list rows", &*answer, pages, rows)
        })}
    }
}

fn rows(page: &ProducerList) -> AnyView {
    let rows = page.producers.nodes.iter().map(|producer| {
        let province = province_in_words(producer.province.as_deref(), producer.former_province.as_deref());
        view! {
            <li class="row">
                <a class="row-link" href=format!("/chu-the/{}", producer.id.inner())>{producer.name.clone()}</a>
                <span class="quiet small">
                    {t(kinds::legal_form(producer.legal_form))}
                    {province.map(|province| format!(" · {province}"))}
                </span>
            </li>
        }
    });
    rows.collect_view().into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_is_in_the_address() {
        let choice = Choice { text: "hợp tác".into(), form: Some(LegalForm::Cooperative) };

        assert_eq!(choice.address(), "/chu-the?q=h%E1%BB%A3p+t%C3%A1c&loai=hop-tac-xa");
        assert_eq!(Choice::read(&Query::read("q=h%E1%BB%A3p+t%C3%A1c&loai=hop-tac-xa")), choice);
        assert_eq!(Choice::default().address(), "/chu-the");
    }
}
