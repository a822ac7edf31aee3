//! The places of the address bar, and the parts of the program they are in. A part is fetched when somebody first goes
//! to one of its places, so a first view carries the frame and one part, however many there come to be.
//!
//! What several parts share comes in files of its own, one for each set of parts that share something: a few large
//! parts mean a few files, a part for each place would mean a hundred. The server names the files of an address in
//! the head of the document (`site/parts.rs`), so a browser fetches them beside the program and not after it.

mod arriving;

use futures::FutureExt;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use self::arriving::{Opened, arrive};
use crate::pages::{
    about, account, agreement_print, agreement_templates, agreements, change_log, check_in, event_print,
    events, evidence, funnel, home, introductions, matches, needs, notifications, organisations,
    own_meetings, own_products, own_stock, personal_data, producer, producers, product, products, rounds,
    sale_points, staff, timetable, webhooks,
};

/// For each place a function that shows it.
macro_rules! places {
    ($($part:ident { $($(#[$about:meta])* $place:ident => $page:path,)* })*) => {$($(
        $(#[$about])*
        pub(crate) fn $place() -> AnyView {
            #[wasm_split($part, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch))]
            fn $place() -> Opened {
                Ok($page().into_any())
            }
            arrive(|| Box::pin(fetch()), || $place().now_or_never()?.ok())
        }
    )*)*};
}

places! {
    beginning {
        /// Search, map, what is new.
        home => home::HomePage,
    }
    catalogue {
        /// Search results.
        products => products::ProductsPage,
        /// One product.
        product => product::ProductPage,
        /// The list of producers.
        producers => producers::ProducersPage,
        /// One producer.
        producer => producer::ProducerPage,
        /// What retailers look for.
        needs => needs::NeedsPage,
        /// The list of trade events.
        events => events::EventsPage,
        /// One trade event.
        event => events::EventPage,
        /// What this site is.
        about => about::AboutPage,
    }
    register {
        /// The list of sale points and the map.
        sale_points => sale_points::SalePointsPage,
        /// One sale point.
        sale_point => sale_points::SalePointPage,
    }
    own {
        /// Signing in.
        sign_in => account::SignInPage,
        /// A new account.
        sign_up => account::SignUpPage,
        /// From the mail: the address is right.
        confirm_email => account::ConfirmPage,
        /// A mail for who forgot the password.
        forgotten_password => account::ForgottenPage,
        /// From the mail: another password.
        reset_password => account::ResetPage,
        /// From the mail: joining an organisation.
        invitation => account::InvitationPage,
        /// The account of who is signed in.
        account => account::AccountPage,
        /// What is kept about who is signed in.
        personal_data => personal_data::PersonalDataPage,
        /// The organisations of who is signed in.
        organisations => organisations::OrganisationsPage,
        /// Registering one.
        new_organisation => organisations::RegisterPage,
        /// One of them.
        organisation => organisations::OrganisationPage,
        /// Its products.
        own_products => own_products::OwnProductsPage,
        /// A new one.
        new_product => own_products::NewProductPage,
        /// One of them, for those who made it.
        own_product => own_products::OwnProductPage,
        /// What shows the markets of one of them.
        evidence => evidence::EvidencePage,
        /// What a sale point sells, for those who say so.
        own_stock => own_stock::OwnStockPage,
        /// One need: its retailer edits it here.
        need => needs::NeedPage,
        /// Products for a need, side by side.
        compared_products => matches::ComparePage,
        /// Proposing to meet about a product.
        invite => matches::InvitePage,
        /// The needs of an organisation.
        own_needs => needs::OwnNeedsPage,
        /// A new one.
        new_need => needs::NewNeedPage,
        /// What would open the most needs to an organisation.
        openings => matches::OpeningsPage,
        /// Who was proposed to whom.
        introductions => introductions::IntroductionsPage,
        /// One introduction, its answer and its conversation.
        introduction => introductions::IntroductionPage,
        /// Agreements of who is signed in, or that staff look after.
        agreements => agreements::AgreementsPage,
        /// One agreement, what can be done about it and what was delivered.
        agreement => agreements::AgreementPage,
        /// Writing what it says.
        edit_agreement => agreements::EditPage,
        /// From the mail: what was delivered.
        delivery => agreements::DeliveryPage,
        /// From the mail: the answer to an introduction.
        answer => introductions::AnswerPage,
        /// What somebody was told of.
        notifications => notifications::NotificationsPage,
        /// Where staff begin.
        staff => staff::StaffPage,
        /// What waits for staff to verify.
        verifications => staff::VerificationsPage,
        /// Papers that wait for staff to confirm.
        waiting_papers => staff::PapersPage,
        /// What keeps producers from needs, for staff.
        demand => matches::DemandPage,
        /// Rounds of matching, for staff.
        rounds => rounds::RoundsPage,
        /// One of them.
        round => rounds::RoundPage,
        /// Trade events that are run here, for staff.
        running_events => events::RunningEventsPage,
        /// A new one.
        new_event => events::NewEventPage,
        /// What is said of one of them.
        edit_event => events::EditEventPage,
        /// Who is registered for one of them.
        registrations => events::RegistrationsPage,
        /// An agreement as it is printed.
        agreement_print => agreement_print::AgreementPrintPage,
        /// How far introductions came, for staff.
        funnel => funnel::FunnelPage,
        /// A new agreement that no introduction led to, for staff.
        new_agreement => agreements::NewAgreementPage,
        /// Numbers and texts of agreements, for staff.
        agreement_templates => agreement_templates::AgreementTemplatesPage,
        /// Of what other programs could not be told, for staff.
        undelivered_webhooks => webhooks::UndeliveredPage,
        /// When people meet at an event, for staff.
        timetable => timetable::TimetablePage,
        /// The meetings of one's own at an event.
        own_meetings => own_meetings::OwnMeetingsPage,
        /// Who comes to an event, for staff at its door.
        check_in => check_in::CheckInPage,
        /// Badges and sheets of an event, for staff.
        event_print => event_print::EventPrintPage,
        /// What was done to a thing, and by whom.
        change_log => change_log::ChangeLogPage,
        /// What people ask about their data.
        data_requests => staff::DataRequestsPage,
        /// Accounts, for administrators.
        accounts => staff::AccountsPage,
    }
}
