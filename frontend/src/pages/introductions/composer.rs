//! Writing a message. What is typed and the files that were sent already are kept until the message is; it is sent by its
//! button and by Ctrl and Enter.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::changes;
use super::one_query::Message;
use crate::api::UploadKind;
use crate::text::{conversation as words, t};
use crate::ui::form::{
    Form, FormFrame, Progress, Sending, Submit, TextArea, Wrong, chosen_files, send_files,
};
use crate::ui::tell;
use crate::who;

const TEXT: &str = "text";
const FILES: &str = "attachments";

/// What is written for a conversation.
pub(super) fn form(introduction: &cynic::Id) -> Form {
    let form = Form::new("message", "", &who::account(), introduction.inner());
    form.field(TEXT, "");
    form.field(FILES, "");
    form
}

/// The form of a conversation; `said` gets what was sent.
#[component]
pub(super) fn Composer(
    form: Form,
    introduction: cynic::Id,
    #[prop(into)] said: Callback<Message>,
) -> impl IntoView {
    let sending = Sending::new();
    let submit = Callback::new(move |()| {
        let (text, files) = (form.filled(TEXT), attached(&form.value(FILES)));
        if sending.now.with_untracked(Option::is_some) {
            let wrong = Wrong { field: FILES.to_owned(), words: t(words::FILES_COMING).to_owned() };
            return form.object(vec![wrong]);
        }
        if text.is_none() && files.is_empty() {
            let wrong = Wrong { field: TEXT.to_owned(), words: t(words::NOTHING_TO_SEND).to_owned() };
            return form.object(vec![wrong]);
        }
        let files = files.into_iter().map(|(id, _)| cynic::Id::new(id)).collect();
        who::submit(form, changes::say(introduction.clone(), text, files), move |answer| {
            form.start_anew();
            tell(t(words::SENT));
            said.run(answer.send_message);
        });
    });
    let hurry = move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.is_composing() {
            event.prevent_default();
            if !form.running.get_untracked() {
                submit.run(());
            }
        }
    };
    view! {
        <div class="composer" on:keydown=hurry>
            <FormFrame form submit>
                <TextArea form name=TEXT label=t(words::MESSAGE) hint=t(words::MESSAGE_HINT)/>
                <Files form sending/>
                <Submit form words=t(words::SEND)/>
            </FormFrame>
        </div>
    }
}

/// Files are sent as soon as they are chosen; the form only keeps their ids and names.
#[component]
fn Files(form: Form, sending: Sending) -> impl IntoView {
    let files = form.field(FILES, "");
    let take = move |event: leptos::ev::Event| {
        send_files(chosen_files(&event), UploadKind::Document, sending, move |arrived| {
            form.set(FILES, with(&form.value(FILES), &arrived));
        });
    };
    form.name_field(FILES, t(words::FILES));
    let id = form.id_of(FILES);
    let hint = format!("{id}-hint");
    let rows = move || {
        let rows = attached(&files.get()).into_iter().map(|(id, name)| {
            let label = format!("{}: {name}", t(words::REMOVE_FILE));
            let remove = move |_| form.set(FILES, without(&form.value(FILES), &id));
            view! {
                <li>
                    <span>"✓ "{name}</span>
                    <button type="button" class="button-quiet" aria-label=label on:click=remove>
                        {t(words::REMOVE_FILE)}
                    </button>
                </li>
            }
        });
        rows.collect_view()
    };
    view! {
        <div class="form-field">
            <label for=id.clone()>{t(words::FILES)}</label>
            <span class="quiet small" id=hint.clone()>{words::file_rule()}</span>
            <input
                id=id
                type="file"
                accept="image/jpeg,image/png,image/webp,application/pdf"
                multiple=true
                aria-describedby=hint
                on:change=take
            />
            <Progress sending/>
            <ul class="plain-list composer-files">{rows}</ul>
        </div>
    }
}

/// Ids and names of files as one value of a form: a line for each, the id before the first space.
fn attached(value: &str) -> Vec<(String, String)> {
    let lines = value.lines().filter_map(|line| line.split_once(' '));
    lines.map(|(id, name)| (id.to_owned(), name.to_owned())).collect()
}

fn with(value: &str, arrived: &[(String, String)]) -> String {
    let line = |(id, name): &(String, String)| format!("{id} {}\n", name.replace(['\n', '\r'], " "));
    arrived.iter().map(line).fold(value.to_owned(), |value, line| value + &line)
}

fn without(value: &str, id: &str) -> String {
    let kept: Vec<_> = attached(value).into_iter().filter(|(known, _)| known != id).collect();
    with("", &kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_kept_in_their_order_and_can_be_taken_off() {
        let file = |id: &str, name: &str| (id.to_owned(), name.to_owned());
        let both = [file("1", "bảng giá.pdf"), file("2", "a\nb.png")];

        let value = with(&with("", &both[..1]), &both[1..]);

        assert_eq!(attached(&value), [file("1", "bảng giá.pdf"), file("2", "a b.png")]);
        assert_eq!(attached(&without(&value, "1")), [file("2", "a b.png")]);
        assert_eq!(attached(""), []);
    }
}
