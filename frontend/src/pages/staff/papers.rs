//! Papers and star decisions that wait for somebody to compare them with their scans, the oldest first.

use leptos::prelude::*;

use super::paper_entry::{Entry, Judged, What, entry};
use super::papers_query::{
    self, Seen, WaitingCertificate, WaitingPapers, WaitingRatings, WaitingStarDecision,
};
use crate::api;
use crate::text::{Language, language, own_products, papers as words, product, t, words as counts};
use crate::ui::{Empty, Heading, paged_list};
use crate::who::{for_staff, own_faces, signed_in_page};

/// The page of papers that wait.
#[component]
pub(crate) fn PapersPage() -> impl IntoView {
    signed_in_page(words::PAPERS, |_| for_staff(words::PAPERS, |_| true, page))
}

fn page() -> AnyView {
    let papers = api::ask_pages(
        |after| Some(papers_query::papers(after)),
        |page: &WaitingPapers| page.waiting_certificates.page_info.next(),
    );
    let ratings = api::ask_pages(
        |after| Some(papers_query::ratings(after)),
        |page: &WaitingRatings| page.waiting_star_decisions.page_info.next(),
    );
    provide_context(Judged(Callback::new(move |what| match what {
        What::Paper => papers.first.ask_again(),
        What::Rating => ratings.first.ask_again(),
    })));
    let paper_list = own_faces(papers.first, move |answer| {
        if answer.waiting_certificates.nodes.is_empty() {
            return view! { <Empty what=t(words::NO_PAPERS)/> }.into_any();
        }
        paged_list("plain-list papers", &*answer, papers, paper_rows)
    });
    let rating_list = own_faces(ratings.first, move |answer| {
        if answer.waiting_star_decisions.nodes.is_empty() {
            return view! { <Empty what=t(words::NO_RATINGS)/> }.into_any();
        }
        paged_list("plain-list papers", &*answer, ratings, rating_rows)
    });
    let papers_waiting = move || Some(words::papers(papers.first.get()?.waiting_certificates.total_count));
    let ratings_waiting =
        move || Some(words::ratings(ratings.first.get()?.waiting_star_decisions.total_count));
    view! {
        <Heading text=t(words::PAPERS)/>
        <p class="quiet">{t(words::WHY)}</p>
        <section>
            <h2>{t(own_products::RATINGS)}</h2>
            <p role="status" class="quiet">{ratings_waiting}</p>
            {rating_list}
        </section>
        <section>
            <h2>{t(words::CERTIFICATES)}</h2>
            <p role="status" class="quiet">{papers_waiting}</p>
            {paper_list}
        </section>
    }
    .into_any()
}

fn paper_rows(page: &WaitingPapers) -> AnyView {
    page.waiting_certificates.nodes.iter().map(|node| entry(of_paper(node.clone()))).collect_view().into_any()
}

fn of_paper(waiting: WaitingCertificate) -> Entry {
    let WaitingCertificate { certificate: paper, organisation, product } = waiting;
    let name = match language() {
        Language::Vietnamese => paper.kind.name_vi,
        Language::English => paper.kind.name_en,
    };
    let facts = [
        (own_products::PAPER_NUMBER, paper.number),
        (own_products::PAPER_ISSUER, paper.issuer),
        (own_products::ISSUED_ON, paper.issued_on.map(|date| date.in_words())),
        (own_products::VALID_UNTIL, paper.valid_until.map(counts::date)),
        (words::ENTERED_AT, paper.entered_at.map(counts::instant)),
    ];
    Entry {
        what: What::Paper,
        seen: Seen { id: paper.id, version: paper.version },
        name,
        organisation,
        product,
        facts: facts.to_vec(),
        scan: paper.file,
    }
}

fn rating_rows(page: &WaitingRatings) -> AnyView {
    let nodes = page.waiting_star_decisions.nodes.iter();
    nodes.map(|node| entry(of_rating(node.clone()))).collect_view().into_any()
}

fn of_rating(waiting: WaitingStarDecision) -> Entry {
    let WaitingStarDecision { star_decision: rating, organisation, product } = waiting;
    let facts = [
        (own_products::DECISION_NUMBER, rating.number),
        (own_products::DECISION_ISSUER, rating.issuer),
        (own_products::SIGNED_ON, rating.signed_on.map(|date| date.in_words())),
        (product::SCORE, rating.score.map(own_products::score)),
        (words::ENTERED_AT, rating.entered_at.map(counts::instant)),
    ];
    Entry {
        what: What::Rating,
        seen: Seen { id: rating.id, version: rating.version },
        name: own_products::declared(rating.stars),
        organisation,
        product: Some(product),
        facts: facts.to_vec(),
        scan: rating.file,
    }
}
