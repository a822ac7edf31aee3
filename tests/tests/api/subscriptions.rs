//! Changes as they happen, over a real socket: who hears of what, on whichever node it is written.

use axum::{Router, http::header};
use futures::{SinkExt, StreamExt};
use serde_json::{Value, json};
use server::follower;
use shared::StaffRole;
use tests::{Actor, TestApp};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Error, Message, client::IntoClientRequest},
};

use crate::following::{first_product, rename};

const CHANGES: &str = "subscription { changes { seq entity entityId action } }";
const OF_PRODUCTS: &str = "subscription { changes(entity: \"product\") { entity entityId action } }";

/// A router behind a socket, until the test ends.
async fn served(router: Router) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("ws://{address}/graphql/ws")
}

/// Somebody on a connection.
struct Listener(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Listener {
    async fn connect(address: &str, who: &Actor) -> Self {
        let mut request = address.into_client_request().unwrap();
        let headers = request.headers_mut();
        headers.insert(header::SEC_WEBSOCKET_PROTOCOL, "graphql-transport-ws".parse().unwrap());
        headers.insert(header::AUTHORIZATION, who.authorization().parse().unwrap());
        let (socket, _) = connect_async(request).await.unwrap();
        let mut listener = Self(socket);
        listener.send(json!({ "type": "connection_init" })).await;
        assert_eq!(listener.heard().await["type"], "connection_ack");
        listener
    }

    /// One who has begun to hear of changes.
    async fn subscribed(address: &str, who: &Actor, query: &str) -> Self {
        let mut listener = Self::connect(address, who).await;
        listener.subscribe("1", query).await;
        assert_eq!(listener.change().await["action"], "began");
        listener
    }

    async fn subscribe(&mut self, id: &str, query: &str) {
        self.send(json!({ "id": id, "type": "subscribe", "payload": { "query": query } })).await;
    }

    async fn send(&mut self, message: Value) {
        self.0.send(Message::text(message.to_string())).await.unwrap();
    }

    async fn heard(&mut self) -> Value {
        let message = self.0.next().await.unwrap().unwrap();
        serde_json::from_str(message.to_text().unwrap()).unwrap()
    }

    async fn change(&mut self) -> Value {
        self.heard().await["payload"]["data"]["changes"].clone()
    }

    /// The code with which a subscription is refused or ends.
    async fn code(&mut self) -> Value {
        let heard = self.heard().await;
        let payload = &heard["payload"];
        let error = if payload.is_array() { &payload[0] } else { &payload["errors"][0] };
        error["extensions"]["code"].clone()
    }
}

#[tokio::test]
async fn everybody_hears_of_published_products_and_only_their_people_of_others() {
    let app = TestApp::start().await;
    let address = served(app.router.clone()).await;
    let (owner, stranger) = (app.person("Hạnh").await, app.person("Bình").await);
    let city = app.staff(StaffRole::CityStaff, &[]).await;
    let maker = app.verified(&owner, json!({})).await;
    let published = first_product(&app).await;
    let mut outside = Listener::subscribed(&address, &app.guest(), OF_PRODUCTS).await;
    let mut other = Listener::subscribed(&address, &stranger.actor, OF_PRODUCTS).await;
    let mut own = Listener::subscribed(&address, &owner.actor, OF_PRODUCTS).await;
    let mut staff = Listener::subscribed(&address, &city.actor, OF_PRODUCTS).await;

    let input = json!({ "organisation": maker, "name": "Trà (mẫu)", "group": "I.5.a" });
    let create = "mutation($i: NewProduct!) { createProduct(input: $i) { id } }";
    let draft = owner.run(create, json!({ "i": input })).await.data("/createProduct/id").clone();
    rename(&app, published, "Xyzzy plugh").await;

    let told = |id: &Value, action: &str| json!({ "entity": "product", "entityId": id, "action": action });
    let published = json!(published);
    for inside in [&mut own, &mut staff] {
        assert_eq!(inside.change().await, told(&draft, "created"));
    }
    assert_eq!(staff.change().await, told(&published, "updated"));
    assert_eq!(own.change().await, told(&published, "changed"), "it is another's");
    for listener in [&mut outside, &mut other] {
        assert_eq!(listener.change().await, told(&published, "changed"));
    }
}

#[tokio::test]
async fn a_need_is_heard_of_by_those_who_may_read_it() {
    let app = TestApp::start().await;
    let address = served(app.router.clone()).await;
    let (retailer, maker, stranger) =
        (app.person("Hạnh").await, app.person("Bình").await, app.person("Cúc").await);
    let shop = json!({ "name": "Cửa hàng (mẫu)", "isProducer": false, "isRetailer": true });
    let shop = app.verified(&retailer, shop).await;
    app.verified(&maker, json!({})).await;
    const NEEDS: &str = "subscription { changes(entity: \"need\") { entityId action } }";
    let mut producer = Listener::subscribed(&address, &maker.actor, NEEDS).await;
    let mut outside = Listener::subscribed(&address, &stranger.actor, NEEDS).await;
    let post = async |visibility: &str| {
        let details = json!({ "visibility": visibility, "groups": ["I.5.a"] });
        let input = json!({ "organisation": shop, "name": "Trà (mẫu)", "details": details });
        let create = "mutation($i: NewNeed!) { createNeed(input: $i) { id } }";
        let id = retailer.run(create, json!({ "i": input })).await.data("/createNeed/id").clone();
        let open = "mutation($id: ID!) { openNeed(id: $id) { status } }";
        assert_eq!(retailer.run(open, json!({ "id": id })).await.data("/openNeed/status"), "OPEN");
        id
    };

    let for_producers = post("PRODUCERS").await;
    let for_everybody = post("PUBLIC").await;

    let told = |id: &Value| json!({ "entityId": id, "action": "changed" });
    let mut heard = producer.change().await;
    assert_eq!(heard, told(&for_producers));
    // A draft that is opened at once may be told of by both its lines.
    while heard == told(&for_producers) {
        heard = producer.change().await;
    }
    assert_eq!(heard, told(&for_everybody));
    assert_eq!(outside.change().await, told(&for_everybody));
}

#[tokio::test]
async fn what_one_node_writes_is_heard_on_another() {
    let app = TestApp::start().await;
    let (neighbour, guest) = app.another_node().await;
    let address = served(guest.router()).await;
    let id = first_product(&app).await;
    let mut listener = Listener::subscribed(&address, &guest, CHANGES).await;

    let seq = rename(&app, id, "Xyzzy plugh").await;
    follower::catch_up(&neighbour).await.unwrap();

    let told = json!({ "seq": seq, "entity": "product", "entityId": id, "action": "changed" });
    assert_eq!(listener.change().await, told);
}

#[tokio::test]
async fn who_is_signed_out_or_loses_a_role_hears_no_more() {
    let app = TestApp::start().await;
    let address = served(app.router.clone()).await;
    let person = app.person("Hạnh").await;
    let mut listener = Listener::subscribed(&address, &person.actor, CHANGES).await;

    let out = person.run("mutation { signOut }", json!({})).await;

    assert_eq!(out.data("/signOut"), true);
    assert_eq!(listener.code().await, "UNAUTHENTICATED");
    assert_eq!(listener.heard().await["type"], "complete");
}

#[tokio::test]
async fn a_connection_carries_only_so_many_subscriptions_and_nothing_else() {
    let app = TestApp::start().await;
    let address = served(app.router.clone()).await;
    let mut listener = Listener::connect(&address, &app.guest()).await;
    let code = async |listener: &mut Listener, query: &str| {
        listener.subscribe("x", query).await;
        let code = listener.code().await;
        assert_eq!(listener.heard().await["type"], "complete");
        code
    };

    assert_eq!(code(&mut listener, "{ viewer { name } }").await, "BAD_REQUEST");
    assert_eq!(code(&mut listener, "mutation { signOut }").await, "BAD_REQUEST");
    assert_eq!(code(&mut listener, "subscription { nothing }").await, "BAD_QUERY");
    let deep = format!("subscription {}", "{ a ".repeat(200));
    assert_eq!(code(&mut listener, &deep).await, "TOO_DEEP");
    for number in 0..20 {
        listener.subscribe(&number.to_string(), CHANGES).await;
        assert_eq!(listener.change().await["action"], "began");
    }
    assert_eq!(code(&mut listener, CHANGES).await, "TOO_COSTLY");
    listener.send(json!({ "id": "0", "type": "complete" })).await;
    assert_eq!(listener.heard().await, json!({ "id": "0", "type": "complete" }));
    listener.subscribe("again", CHANGES).await;
    assert_eq!(listener.change().await["action"], "began");
}

#[tokio::test]
async fn a_page_of_another_site_opens_no_connection() {
    let app = TestApp::start().await;
    let address = served(app.router.clone()).await;
    let mut request = address.as_str().into_client_request().unwrap();
    request.headers_mut().insert(header::SEC_WEBSOCKET_PROTOCOL, "graphql-transport-ws".parse().unwrap());
    request.headers_mut().insert(header::ORIGIN, "https://elsewhere.example".parse().unwrap());

    let Err(Error::Http(answer)) = connect_async(request).await else { panic!("it is open") };

    assert_eq!(answer.status(), 403);
}

#[tokio::test]
async fn an_introduction_is_heard_of_by_both_sides_and_their_staff_only() {
    let app = TestApp::start().await;
    let address = served(app.router.clone()).await;
    let sides = app.sides().await;
    let other = app.person("Cúc").await;
    app.verified(&other, json!({ "name": "Người ngoài (mẫu)" })).await;
    let (here, elsewhere) = (
        app.staff(StaffRole::UnitStaff, &[tests::people::WARD]).await,
        app.staff(StaffRole::UnitStaff, &[tests::people::OTHER_WARD]).await,
    );
    let mut insiders = Vec::new();
    for person in [&sides.buyer, &sides.maker, &here] {
        insiders.push(Listener::subscribed(&address, &person.actor, CHANGES).await);
    }
    let mut outsiders = Vec::new();
    for who in [&other.actor, &elsewhere.actor, &app.guest()] {
        outsiders.push(Listener::subscribed(&address, who, CHANGES).await);
    }

    let id = sides.met().await;
    sides.buyer.say(&id, "Xin chào").await.data("/sendMessage");
    let published = first_product(&app).await;
    rename(&app, published, "Xyzzy plugh").await;

    for listener in &mut insiders {
        for action in ["proposed", "accepted", "message"] {
            let heard = listener.change().await;
            assert_eq!((&heard["entity"], &heard["entityId"]), (&json!("introduction"), &id));
            assert_eq!(heard["action"], action);
        }
    }
    for listener in &mut outsiders {
        // What they hear next is what came after it.
        assert_eq!(listener.change().await["entityId"], json!(published));
    }
}

#[tokio::test]
async fn what_staff_plan_is_heard_of_by_staff_only_and_a_registration_by_its_own_people() {
    let app = TestApp::start().await;
    let address = served(app.router.clone()).await;
    let (sides, city) = (app.sides().await, app.staff(StaffRole::CityStaff, &[]).await);
    let mut staff = Listener::subscribed(&address, &city.actor, CHANGES).await;
    let mut own = Listener::subscribed(&address, &sides.buyer.actor, CHANGES).await;
    let mut others = Vec::new();
    for who in [&sides.maker.actor, &app.guest()] {
        others.push(Listener::subscribed(&address, who, CHANGES).await);
    }

    let input =
        json!({ "name": "Hội nghị thử (mẫu)", "kind": "FAIR", "startsOn": server::calendar::today() });
    let create = "mutation($i: EventInput!) { createEvent(input: $i) { id } }";
    let event = city.run(create, json!({ "i": input })).await.data("/createEvent/id").clone();
    // Who may hear of it is known when it is told, so it is opened after that.
    assert_eq!(staff.change().await["action"], "created");
    let open = "mutation($id: ID!) { moveEvent(id: $id, action: OPEN) { id } }";
    city.run(open, json!({ "id": event })).await.data("/moveEvent/id");
    let register = "mutation($e: ID!, $o: ID!) { \
        registerForEvent(event: $e, organisation: $o, side: RETAILER, people: 1) { id } }";
    let registered = sides.buyer.run(register, json!({ "e": event, "o": sides.shop })).await;
    let participant = registered.data("/registerForEvent/id");
    let published = first_product(&app).await;
    rename(&app, published, "Xyzzy plugh").await;

    for listener in [&mut staff, &mut own].into_iter().chain(&mut others) {
        let heard = listener.change().await;
        assert_eq!((&heard["entity"], &heard["entityId"]), (&json!("event"), &event));
    }
    for listener in [&mut staff, &mut own] {
        let heard = listener.change().await;
        assert_eq!((&heard["entityId"], &heard["action"]), (participant, &json!("registered")));
    }
    for listener in &mut others {
        assert_eq!(listener.change().await["entityId"], json!(published));
    }
}
