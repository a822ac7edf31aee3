//! What came of a meeting, and saying so in two taps: the first opens what can have come of it, the second is it. The
//! last word counts, so there is nothing to confirm; a note may be typed before the second tap and is kept until it went
//! along.

use leptos::html;
use leptos::prelude::*;
use shared::limits;

use super::changes::{self, RecordMeeting};
use super::query::Meeting;
use crate::api::{MeetingOutcome, MeetingStatus};
use crate::navigation;
use crate::pages::agreements;
use crate::text::{kinds, meetings as words, t, words as counts};
use crate::ui::form::{Form, TextArea};
use crate::ui::{Badge, Tone, tell};
use crate::who::{self, ActButton, Acting};

/// What can have come of a meeting, the best first.
const OUTCOMES: [MeetingOutcome; 5] = [
    MeetingOutcome::Agreement,
    MeetingOutcome::Continues,
    MeetingOutcome::NotSuitable,
    MeetingOutcome::RetailerAbsent,
    MeetingOutcome::ProducerAbsent,
];
const NOTE: &str = "note";

/// Where a person goes when an agreement was drafted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Afterwards {
    /// To the draft, to go on with it.
    ToAgreement,
    /// Nowhere: there is another meeting to be noted.
    Stay,
}

/// The meeting of which it is being said what came of it, for a page: it stays open when the list is read again.
#[derive(Clone, Copy)]
pub(crate) struct Opened(RwSignal<Option<cynic::Id>>);

impl Opened {
    /// To be provided by the page, above what is drawn anew.
    pub(crate) fn provide() {
        provide_context(Self(RwSignal::new(None)));
    }

    fn is(self, meeting: &cynic::Id) -> bool {
        self.0.with(|opened| opened.as_ref() == Some(meeting))
    }

    fn turn(self, meeting: &cynic::Id) {
        let is_open = untrack(|| self.is(meeting));
        self.0.set((!is_open).then(|| meeting.clone()));
    }
}

/// A meeting as it is known, and what is being said of it.
#[derive(Clone, Copy)]
pub(crate) struct Recording {
    /// The meeting; other deeds may change it too.
    pub(crate) meeting: RwSignal<Meeting>,
    opened: Opened,
    is_open: Memo<bool>,
    acting: Acting,
    form: Form,
    afterwards: Afterwards,
    opener: NodeRef<html::Button>,
}

impl Recording {
    /// To be made where the row is made, and not in what is drawn anew.
    pub(crate) fn new(meeting: &Meeting, afterwards: Afterwards) -> Self {
        let form = Form::new("meeting", "", &who::account(), meeting.id.inner());
        form.field(NOTE, meeting.note.clone().unwrap_or_default());
        let (opened, id) = (expect_context::<Opened>(), meeting.id.clone());
        Self {
            meeting: RwSignal::new(meeting.clone()),
            opened,
            is_open: Memo::new(move |_| opened.is(&id)),
            acting: Acting::new(),
            form,
            afterwards,
            opener: NodeRef::new(),
        }
    }

    /// Where the meeting stands, and the two taps while `may` say so. `about` names it for those who listen.
    pub(crate) fn section(self, may: Signal<bool>, about: String) -> AnyView {
        let (opened, is_open) = (self.opened, self.is_open);
        let this = StoredValue::new(self.meeting.with_untracked(|meeting| meeting.id.clone()));
        let words = move || {
            let is_said = self.meeting.with(|meeting| meeting.outcome.is_some());
            t(if is_said { words::RECORD_AGAIN } else { words::RECORD })
        };
        let panel =
            format!("outcome-{}", self.meeting.with_untracked(|meeting| meeting.id.inner().to_owned()));
        let controls = panel.clone();
        let button = move || {
            let (about, controls) = (about.clone(), controls.clone());
            may.get().then(|| {
                view! {
                    <button
                        type="button"
                        class="button-second"
                        node_ref=self.opener
                        aria-expanded=move || is_open.get().to_string()
                        aria-controls=controls
                        on:click=move |_| this.with_value(|this| opened.turn(this))
                    >
                        {words}<span class="for-readers">": "{about}</span>
                    </button>
                }
            })
        };
        let choices = move || (is_open.get() && may.get()).then(|| self.choices());
        view! {
            <div class="meeting-outcome">
                <div role="status">{move || self.standing()}</div>
                {move || self.drafting_again(may)}
                {button}
                <div id=panel>{choices}</div>
            </div>
        }
        .into_any()
    }

    fn standing(self) -> AnyView {
        self.meeting.with(|meeting| {
            let said = meeting.recorded_by.zip(meeting.recorded_at);
            let said = said.map(|(by, at)| {
                view! { " "<span class="quiet small">{words::recorded(by, &counts::instant(at))}</span> }
            });
            let note = meeting.note.clone().map(|note| view! { <p class="meeting-note">{note}</p> });
            let agreement = meeting.agreement_id.as_ref().map(|id| {
                view! { <p><a class="all-link" href=agreements::address_of(id)>{t(words::TO_AGREEMENT)}</a></p> }
            });
            view! { {badge(meeting)}{said}{note}{agreement} }.into_any()
        })
    }

    /// Where nothing came of the agreement that was drafted: another one.
    fn drafting_again(self, may: Signal<bool>) -> Option<AnyView> {
        let is_offered = may.get() && self.meeting.with(|meeting| meeting.may_draft_again);
        is_offered.then(|| {
            view! {
                <p class="quiet">{t(words::CAME_TO_NOTHING)}</p>
                <ActButton
                    acting=self.acting
                    class="button-second"
                    words=t(words::DRAFT_AGAIN)
                    press=move |()| self.say(MeetingOutcome::Agreement)
                />
            }
            .into_any()
        })
    }

    fn choices(self) -> AnyView {
        let status: shared::MeetingStatus = self.meeting.with_untracked(|meeting| meeting.status).into();
        let possible = OUTCOMES.into_iter().filter(|outcome| status.with((*outcome).into()).is_some());
        let buttons = possible.map(|outcome| {
            let is_said = self.meeting.with_untracked(|meeting| meeting.outcome == Some(outcome));
            let class = if is_said { "button" } else { "button-second" };
            view! {
                <li>
                    <ActButton
                        acting=self.acting
                        class
                        words=t(kinds::meeting_outcome(outcome))
                        press=move |()| self.say(outcome)
                    />
                </li>
            }
        });
        view! {
            <ul class="meeting-outcomes" aria-label=t(words::OUTCOMES)>{buttons.collect_view()}</ul>
            {self.acting.trouble()}
            <TextArea form=self.form name=NOTE label=t(words::NOTE) hint=t(words::NOTE_HINT) optional=true longest=limits::NOTE_CHARS/>
        }
        .into_any()
    }

    fn say(self, outcome: MeetingOutcome) {
        let id = self.meeting.with_untracked(|meeting| meeting.id.clone());
        let question = changes::record(id, outcome, self.form.filled(NOTE));
        self.acting.run(question, move |answer: RecordMeeting| {
            let meeting = answer.record_meeting;
            let drafted = meeting.agreement_id.clone().filter(|_| outcome == MeetingOutcome::Agreement);
            self.form.succeed();
            self.meeting.set(meeting);
            self.opened.0.set(None);
            tell(t(if drafted.is_some() { words::DRAFTED } else { words::RECORDED }));
            if let Some(drafted) = drafted.filter(|_| self.afterwards == Afterwards::ToAgreement) {
                return navigation::go(&agreements::address_of(&drafted));
            }
            // The button that was pressed is gone; the focus goes back to the one that opened it.
            if let Some(opener) = self.opener.get_untracked() {
                let _ = opener.focus();
            }
        });
    }
}

/// What came of it, or where it stands.
fn badge(meeting: &Meeting) -> AnyView {
    let tone = match (meeting.status, meeting.outcome) {
        (_, Some(MeetingOutcome::Agreement)) => Tone::Good,
        (MeetingStatus::Missed, _) => Tone::Warn,
        (MeetingStatus::Cancelled, _) => Tone::Bad,
        _ => Tone::Plain,
    };
    let outcome = meeting.outcome.filter(|_| meeting.status != MeetingStatus::Cancelled);
    let words = outcome.map_or_else(|| kinds::meeting_status(meeting.status), kinds::meeting_outcome);
    view! { <Badge tone text=t(words)/> }.into_any()
}
