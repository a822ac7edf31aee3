//! The addresses of the page and what is shown at each.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::pages::not_found;
use crate::shell::{Shell, ShellState};
use crate::{api, places, text, who};

/// Draws the page in place of what the document showed while it was loading.
pub(crate) fn mount() {
    if let Some(waiting) = document().get_element_by_id("waiting") {
        waiting.remove();
    }
    mount_to_body(App);
}

/// The whole page. A change of language draws it anew; what was chosen is in the address and what was asked is
/// remembered, so nothing is lost.
#[component]
fn App() -> impl IntoView {
    let language = RwSignal::new(text::language());
    let state = ShellState { language, server: api::watch_the_server(), typed: RwSignal::new(String::new()) };
    who::begin();
    view! { <Router>{move || { language.track(); view! { <Shell state>{routes()}</Shell> } }}</Router> }
}

fn routes() -> AnyView {
    view! {
        <FlatRoutes fallback=not_found::NotFoundPage>
            <Route path=path!("/") view=places::home/>
            <Route path=path!("/san-pham") view=places::products/>
            <Route path=path!("/san-pham/:id") view=places::product/>
            <Route path=path!("/san-pham/:id/moi-ket-noi") view=places::invite/>
            <Route path=path!("/diem-ban") view=places::sale_points/>
            <Route path=path!("/diem-ban/:id") view=places::sale_point/>
            <Route path=path!("/diem-ban/:id/hang") view=places::own_stock/>
            <Route path=path!("/chu-the") view=places::producers/>
            <Route path=path!("/chu-the/:id") view=places::producer/>
            <Route path=path!("/ket-noi") view=places::needs/>
            <Route path=path!("/ket-noi/gioi-thieu") view=places::introductions/>
            <Route path=path!("/ket-noi/gioi-thieu/:id") view=places::introduction/>
            <Route path=path!("/ket-noi/:id") view=places::need/>
            <Route path=path!("/ket-noi/:id/so-sanh") view=places::compared_products/>
            <Route path=path!("/su-kien") view=places::events/>
            <Route path=path!("/su-kien/:id") view=places::event/>
            <Route path=path!("/gioi-thieu") view=places::about/>
            <Route path=path!("/dang-nhap") view=places::sign_in/>
            <Route path=path!("/dang-ky") view=places::sign_up/>
            <Route path=path!("/xac-nhan") view=places::confirm_email/>
            <Route path=path!("/quen-mat-khau") view=places::forgotten_password/>
            <Route path=path!("/dat-lai-mat-khau") view=places::reset_password/>
            <Route path=path!("/loi-moi") view=places::invitation/>
            <Route path=path!("/tra-loi") view=places::answer/>
            <Route path=path!("/thoa-thuan") view=places::agreements/>
            <Route path=path!("/thoa-thuan/:id") view=places::agreement/>
            <Route path=path!("/thoa-thuan/:id/sua") view=places::edit_agreement/>
            <Route path=path!("/giao-hang") view=places::delivery/>
            <Route path=path!("/thong-bao") view=places::notifications/>
            <Route path=path!("/tai-khoan") view=places::account/>
            <Route path=path!("/tai-khoan/du-lieu") view=places::personal_data/>
            <Route path=path!("/to-chuc") view=places::organisations/>
            <Route path=path!("/to-chuc/moi") view=places::new_organisation/>
            <Route path=path!("/to-chuc/:id") view=places::organisation/>
            <Route path=path!("/to-chuc/:id/san-pham") view=places::own_products/>
            <Route path=path!("/to-chuc/:id/san-pham/moi") view=places::new_product/>
            <Route path=path!("/to-chuc/:id/san-pham/:product") view=places::own_product/>
            <Route path=path!("/to-chuc/:id/san-pham/:product/chung-cu") view=places::evidence/>
            <Route path=path!("/to-chuc/:id/nhu-cau") view=places::own_needs/>
            <Route path=path!("/to-chuc/:id/nhu-cau/moi") view=places::new_need/>
            <Route path=path!("/to-chuc/:id/co-hoi") view=places::openings/>
            <Route path=path!("/thoa-thuan/:id/ban-in") view=places::agreement_print/>
            <Route path=path!("/can-bo") view=places::staff/>
            <Route path=path!("/can-bo/xac-minh") view=places::verifications/>
            <Route path=path!("/can-bo/giay-to") view=places::waiting_papers/>
            <Route path=path!("/can-bo/ket-noi") view=places::demand/>
            <Route path=path!("/can-bo/vong-ghep") view=places::rounds/>
            <Route path=path!("/can-bo/vong-ghep/:id") view=places::round/>
            <Route path=path!("/can-bo/su-kien") view=places::running_events/>
            <Route path=path!("/can-bo/su-kien/moi") view=places::new_event/>
            <Route path=path!("/can-bo/su-kien/:id/sua") view=places::edit_event/>
            <Route path=path!("/can-bo/su-kien/:id/dang-ky") view=places::registrations/>
            <Route path=path!("/can-bo/su-kien/:id/lich") view=places::timetable/>
            <Route path=path!("/can-bo/su-kien/:id/diem-danh") view=places::check_in/>
            <Route path=path!("/can-bo/su-kien/:id/in") view=places::event_print/>
            <Route path=path!("/su-kien/:id/lich") view=places::own_meetings/>
            <Route path=path!("/can-bo/thoa-thuan") view=places::funnel/>
            <Route path=path!("/can-bo/thoa-thuan/moi") view=places::new_agreement/>
            <Route path=path!("/can-bo/thoa-thuan-mau") view=places::agreement_templates/>
            <Route path=path!("/can-bo/webhook") view=places::undelivered_webhooks/>
            <Route path=path!("/can-bo/lich-su/:entity/:id") view=places::change_log/>
            <Route path=path!("/quan-tri/du-lieu") view=places::data_requests/>
            <Route path=path!("/quan-tri/tai-khoan") view=places::accounts/>
        </FlatRoutes>
    }
    .into_any()
}
