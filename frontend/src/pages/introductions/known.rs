//! What is known of a conversation: the latest messages first, and where older ones begin.

use super::one_query::{Message, Messages};

/// The messages known so far.
#[derive(Clone, Default)]
pub(super) struct Known {
    pub(super) messages: Vec<Message>,
    /// The cursor to go on from, when there are older ones.
    pub(super) older: Option<String>,
    /// Whether a page has been read, be it an empty one.
    pub(super) has_begun: bool,
}

impl Known {
    /// Takes the page with the latest messages, and gives those of others that nobody has seen here. The first page is
    /// what the conversation begins with, which is no news.
    pub(super) fn take_latest(&mut self, page: &Messages) -> Vec<Message> {
        let fresh = self.fresh(page);
        let meets = fresh.len() < page.nodes.len();
        if !self.has_begun {
            self.has_begun = true;
            self.begin_with(page);
            return Vec::new();
        }
        if meets {
            self.messages.splice(0..0, fresh.iter().cloned());
        } else if !fresh.is_empty() {
            // So much was said meanwhile that there may be a gap.
            self.begin_with(page);
        }
        fresh.into_iter().filter(|message| !message.is_own).collect()
    }

    /// Takes a page of older messages.
    pub(super) fn take_older(&mut self, page: &Messages) {
        let fresh = self.fresh(page);
        self.messages.extend(fresh);
        self.older = page.page_info.next();
    }

    /// Takes what the person has just said.
    pub(super) fn add(&mut self, message: Message) {
        if !self.has(&message.id) {
            self.messages.insert(0, message);
        }
    }

    fn begin_with(&mut self, page: &Messages) {
        self.messages = page.nodes.clone();
        self.older = page.page_info.next();
    }

    fn fresh(&self, page: &Messages) -> Vec<Message> {
        page.nodes.iter().filter(|message| !self.has(&message.id)).cloned().collect()
    }

    fn has(&self, id: &cynic::Id) -> bool {
        self.messages.iter().any(|known| known.id == *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::TradeParty;
    use crate::pages::products::PageInfo;

    fn message(id: &str) -> Message {
        Message {
            id: cynic::Id::new(id),
            author: "A".to_owned(),
            party: TradeParty::Producer,
            is_own: id.starts_with("own"),
            text: None,
            attachments: Vec::new(),
            at: "2026-11-26T08:00:00Z".parse().unwrap(),
        }
    }

    fn page(ids: &[&str], older: Option<&str>) -> Messages {
        let page_info = PageInfo { has_next_page: older.is_some(), end_cursor: older.map(str::to_owned) };
        Messages { nodes: ids.iter().map(|id| message(id)).collect(), page_info }
    }

    fn ids(messages: &[Message]) -> Vec<&str> {
        messages.iter().map(|message| message.id.inner()).collect()
    }

    #[test]
    fn a_conversation_begins_without_news() {
        let mut known = Known::default();

        assert!(known.take_latest(&page(&["2", "1"], Some("1"))).is_empty());

        assert_eq!((ids(&known.messages), known.older.as_deref()), (vec!["2", "1"], Some("1")));
    }

    #[test]
    fn news_come_to_the_top_and_older_pages_stay() {
        let mut known = Known::default();
        known.take_latest(&page(&["3", "2"], Some("2")));
        known.take_older(&page(&["1"], None));

        let news = known.take_latest(&page(&["own5", "4", "3"], Some("3")));

        assert_eq!(ids(&news), ["4"]);
        assert_eq!((ids(&known.messages), known.older), (vec!["own5", "4", "3", "2", "1"], None));
    }

    #[test]
    fn what_was_said_here_is_there_once() {
        let mut known = Known::default();
        known.take_latest(&page(&["1"], None));

        known.add(message("own2"));
        known.take_latest(&page(&["own2", "1"], None));
        known.add(message("own2"));

        assert_eq!(ids(&known.messages), ["own2", "1"]);
    }

    #[test]
    fn the_first_word_of_an_empty_conversation_is_news() {
        let mut known = Known::default();
        known.take_latest(&page(&[], None));

        let news = known.take_latest(&page(&["1"], None));

        assert_eq!((ids(&news), ids(&known.messages)), (vec!["1"], vec!["1"]));
    }

    #[test]
    fn what_was_said_before_anything_was_read_hides_nothing_older() {
        let mut known = Known::default();
        known.add(message("own3"));

        known.take_latest(&page(&["own3", "2"], Some("2")));

        assert_eq!((ids(&known.messages), known.older.as_deref()), (vec!["own3", "2"], Some("2")));
    }

    #[test]
    fn a_page_that_meets_nothing_known_begins_anew() {
        let mut known = Known::default();
        known.take_latest(&page(&["1"], None));

        let news = known.take_latest(&page(&["9", "8"], Some("8")));

        assert_eq!(ids(&news), ["9", "8"]);
        assert_eq!((ids(&known.messages), known.older.as_deref()), (vec!["9", "8"], Some("8")));
    }
}
