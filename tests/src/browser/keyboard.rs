//! The keyboard alone: keys go to what has the focus, as they do for a person.

use thirtyfour::{Key, TypingData};

use super::{Page, Role};

/// Nobody should have to press it more often to get anywhere.
const STEPS: usize = 80;

impl Page {
    /// Presses keys, one after the other; a text is typed.
    pub async fn keys(&self, keys: impl Into<TypingData>) {
        self.driver.action_chain().send_keys(keys).perform().await.expect("keys can be pressed");
    }

    /// The name of what has the focus; nothing when nothing has it.
    pub async fn focused(&self) -> String {
        let script =
            "const focused = document.activeElement; return focused === document.body ? '' : nameOf(focused)";
        self.run(script, []).await.convert().expect("a name is a text")
    }

    /// Waits until what has this name has the focus.
    pub async fn expect_focus(&self, name: &str) {
        self.expect(&format!("the focus on “{name}”"), async || {
            let focused = self.focused().await;
            if focused == name { Ok(()) } else { Err(focused) }
        })
        .await;
    }

    /// Presses Tab until what has this role and name has the focus. What can't be reached fails, and so does a focus
    /// that nobody can see.
    pub async fn tab_to(&self, role: Role, name: &str) {
        let target = self.find(role, name).await.to_json().expect("an element has an id");
        let mut passed = Vec::new();
        for _ in 0..STEPS {
            self.keys(Key::Tab + "").await;
            let (is_target, is_shown): (bool, bool) =
                self.run(FOCUS, [target.clone()]).await.convert().expect("two marks");
            passed.push(self.focused().await);
            assert!(is_shown, "the focus can't be seen on the last of {passed:?}");
            if is_target {
                return;
            }
        }
        panic!("Tab does not come to “{name}”; it came to {passed:?}");
    }

    /// In a list of choices that has the focus, types the first letters of one, until it is the chosen one.
    pub async fn choose(&self, letters: &str, words: &str) {
        self.keys(letters).await;
        let chosen = "return squeezed(document.activeElement.selectedOptions?.[0]?.innerText)";
        self.expect(&format!("the choice “{words}”"), async || {
            let chosen: String = self.run(chosen, []).await.convert().expect("a text");
            if chosen == words { Ok(()) } else { Err(chosen) }
        })
        .await;
    }
}

/// Whether the focus is on the argument, and whether it is marked there by an outline, a shadow or the browser's ring.
const FOCUS: &str = "
    const focused = document.activeElement;
    const style = getComputedStyle(focused);
    const isShown = focused === document.body || style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    return [focused === arguments[0], isShown];
";
