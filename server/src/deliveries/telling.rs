//! Telling the people of both sides about checks; a mail that is sent at once has a link that answers with one tap.

use parking_lot::Mutex;
use shared::{AccountId, NotificationKind, TradeParty};

use super::{case::SIDES, links};
use crate::{
    app::App,
    calendar,
    changes::Write,
    entities::{agreement, delivery_check, delivery_link},
    error::Result,
    mail::news::Link,
    notifications::{
        self, About, News,
        about::{LeadsTo, OfAgreement},
    },
};

/// A check of an agreement, and what has become of it.
pub(super) type Became<'a> = (&'a agreement::Model, &'a delivery_check::Model, NotificationKind);

/// Tells both sides of some checks what has become of them, with as many statements for one as for fifty.
pub(super) async fn tell(
    app: &App,
    write: &Write,
    about: &[Became<'_>],
    by: Option<(AccountId, TradeParty)>,
) -> Result<()> {
    let made: Mutex<Vec<delivery_link::ActiveModel>> = Mutex::default();
    let leads = |check: &delivery_check::Model, account, side| {
        let (row, address) = links::make(&app.config, check, account, side);
        made.lock().push(row);
        let last = check.closes_on.succ_opt().unwrap_or(check.closes_on);
        Link::Answers(address, calendar::beginning_of(last))
    };
    let leads_to: Vec<Box<LeadsTo<'_>>> = about
        .iter()
        .map(|(_, check, kind)| -> Box<LeadsTo<'_>> {
            let (leads, check) = (&leads, *check);
            let can_answer =
                matches!(kind, NotificationKind::DeliveryAsked | NotificationKind::DeliveryDisputed);
            Box::new(move |account, side| can_answer.then(|| leads(check, account, side)))
        })
        .collect();
    let news: Vec<News<'_>> = about
        .iter()
        .zip(&leads_to)
        .map(|((agreement, check, kind), leads_to)| {
            let of =
                OfAgreement { agreement, check: Some(*check), sides: &SIDES, leads_to: Some(&**leads_to) };
            News { about: About::Agreement(of), kind: *kind, by }
        })
        .collect();
    notifications::tell(app, write, &news).await?;
    // They hold on to where new links are put.
    drop(news);
    drop(leads_to);
    links::keep(write, made.into_inner()).await
}
