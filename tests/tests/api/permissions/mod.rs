//! Who may do what: every mutation and every protected field, tried by everybody. A mutation that is missing here fails
//! the test, and so does a cell that is empty.

mod accounts;
mod agreements;
mod catalogue;
mod deliveries;
mod documents;
mod events;
mod introductions;
mod matches;
mod needs;
mod organisations;
mod papers;
mod personal_data;
mod points;
mod rounds;
mod webhooks;
mod world;

use std::collections::BTreeSet;

use serde_json::json;
use tests::{Actor, Answer, TestApp};

use self::world::World;

/// Who tries, in the order of the columns.
const ACTORS: [&str; 9] = [
    "guest",
    "other producer",
    "other retailer",
    "own owner",
    "own member",
    "officer elsewhere",
    "officer here",
    "city staff",
    "administrator",
];

/// What comes of it: `+` allowed, otherwise the beginning of the code. The thing tried is always one of the own side,
/// in the ward of the officer here.
const TABLE: &str = "
    signUp                  +  +  +  +  +  +  +  +  +
    confirmEmail            BA BA BA BA BA BA BA BA BA
    signIn                  WR WR WR WR WR WR WR WR WR
    signOut                 +  +  +  +  +  +  +  +  +
    requestPasswordReset    +  +  +  +  +  +  +  +  +
    resetPassword           BA BA BA BA BA BA BA BA BA
    changePassword          UN BA BA BA BA BA BA BA BA
    updateAccount           UN +  +  +  +  +  +  +  +
    revokeSession           UN NO NO NO NO NO NO NO NO
    setStaffRole            UN FO FO FO FO FO FO FO +
    disableAccount          UN FO FO FO FO FO FO FO +
    registerOrganisation    UN +  +  +  +  +  +  +  +
    updateOrganisation      UN FO FO +  +  FO FO FO FO
    requestVerification     UN FO FO +  +  FO FO FO FO
    claimOrganisation       UN NO NO NO NO NO NO NO NO
    withdrawVerification    UN NO NO +  NO NO NO NO NO
    verifyOrganisation      UN FO FO FO FO FO +  +  +
    inviteMember            UN FO FO +  FO FO FO FO FO
    revokeInvitation        UN NO NO +  FO NO NO NO NO
    acceptInvitation        UN +  +  +  +  +  +  +  +
    changeMember            UN FO FO +  FO FO FO FO FO
    giveConsent             UN FO FO +  FO FO FO FO FO
    withdrawConsent         UN FO FO +  FO FO FO FO FO
    createProduct           UN FO FO +  +  FO FO FO FO
    updateProduct           UN NO NO +  +  NO NO NO NO
    publishProduct          UN NO NO BA BA NO NO NO NO
    hideProduct             UN NO NO +  +  NO NO NO NO
    confirmFacts            UN NO NO +  +  NO NO NO NO
    answerRequirement       UN NO NO +  +  NO NO NO NO
    addCertificate          UN NO NO +  +  NO NO NO NO
    updateCertificate       UN NO NO +  +  NO NO NO NO
    removeCertificate       UN NO NO +  +  NO NO NO NO
    confirmCertificate      UN FO FO FO FO FO +  +  +
    refuseCertificate       UN FO FO FO FO FO +  +  +
    ?waitingCertificates    UN FO FO FO FO +  +  +  +
    ?certificate seen       UN FO FO FO FO -  +  +  +
    addStarDecision         UN NO NO +  +  NO NO NO NO
    removeStarDecision      UN NO NO +  +  NO NO NO NO
    confirmStarDecision     UN FO FO FO FO FO +  +  +
    refuseStarDecision      UN FO FO FO FO FO +  +  +
    ?waitingStarDecisions   UN FO FO FO FO +  +  +  +
    ?star decision seen     UN FO FO FO FO -  +  +  +
    createNeed              UN FO FO +  +  FO FO FO FO
    updateNeed              UN NO NO +  +  NO NO NO NO
    openNeed                UN NO NO BA BA NO NO NO NO
    closeNeed               UN NO NO BA BA NO NO NO NO
    copyNeed                UN NO NO +  +  NO NO NO NO
    ?need draft             NO NO NO +  +  NO NO NO NO
    ?needs drafts           -  -  -  +  +  -  -  -  -
    ?matches of need        UN FO NO +  +  NO +  +  +
    ?matches of product     UN NO NO +  +  NO +  +  +
    ?match                  UN FO FO +  +  FO +  +  +
    ?openings               UN NO NO +  +  NO +  +  +
    ?blockers               UN FO FO FO FO FO FO +  +
    ?unmetDemand            UN FO FO FO FO FO FO +  +
    ?matchWeights           UN FO FO FO FO +  +  +  +
    setMatchWeights         UN FO FO FO FO FO FO FO +
    ?unansweredSearches     UN FO FO FO FO FO FO +  +
    noteUnansweredSearch    +  +  +  +  +  +  +  +  +
    ?rounds                 UN FO FO FO FO FO FO +  +
    ?round                  UN FO FO FO FO FO FO +  +
    createRound             UN FO FO FO FO FO FO +  +
    updateRound             UN FO FO FO FO FO FO +  +
    changeRoundNeeds        UN FO FO FO FO FO FO +  +
    setRoundCap             UN FO FO FO FO FO FO +  +
    setRoundRule            UN FO FO FO FO FO FO +  +
    solveRound              UN FO FO FO FO FO FO +  +
    cancelRound             UN FO FO FO FO FO FO +  +
    acceptRound             UN FO FO FO FO FO FO +  +
    deleteRound             UN FO FO FO FO FO FO +  +
    createEvent             UN FO FO FO FO FO FO +  +
    updateEvent             UN FO FO FO FO FO FO +  +
    moveEvent               UN FO FO FO FO FO FO +  +
    decideParticipants      UN FO FO FO FO FO FO +  +
    checkIn                 UN FO FO FO FO FO FO +  +
    scheduleEvent           UN FO FO FO FO FO FO +  +
    adjustTimetable         UN FO FO FO FO FO FO +  +
    publishTimetable        UN FO FO FO FO FO FO +  +
    cancelMeeting           UN FO FO FO FO FO FO +  +
    registerForEvent        UN FO FO +  +  FO FO +  +
    withdrawFromEvent       UN NO NO +  +  NO NO +  +
    recordMeeting           UN NO NO +  +  NO NO +  +
    ?event planned          NO NO NO NO NO NO NO +  +
    ?ownEvents              UN +  +  +  +  +  +  +  +
    ?participant code       -  -  -  +  +  -  -  +  +
    ?meeting                UN -  -  +  +  -  -  +  +
    ?meeting planned        UN -  -  -  -  -  -  +  +
    introduce               UN FO NO +  +  NO +  +  +
    answerIntroduction      UN NO NO +  +  NO FO FO FO
    withdrawIntroduction    UN NO NO +  +  NO +  +  +
    sendMessage             UN NO NO +  +  NO +  +  +
    readConversation        UN FO FO FO FO NO +  +  +
    markRead                UN NO NO +  +  NO FO FO FO
    answerByLink            BA BA BA BA BA BA BA BA BA
    confirmDelivery         UN NO NO +  +  NO FO FO FO
    confirmDeliveryByLink   BA BA BA BA BA BA BA BA BA
    ?deliveryCheck          UN NO NO +  +  NO +  +  +
    ?deliveryLink           +  +  +  +  +  +  +  +  +
    ?agreementFunnel        UN FO FO FO FO +  +  +  +
    ?agreementFunnel of own UN FO FO +  +  +  +  +  +
    ?funnelRows             UN FO FO FO FO +  +  +  +
    ?evidence               UN NO NO +  +  NO +  +  +
    markNotificationsRead   UN +  +  +  +  +  +  +  +
    changeMailChoice        UN +  +  +  +  +  +  +  +
    ?introduction           UN NO NO +  +  NO +  +  +
    ?introduction.messages  UN NO NO +  +  NO -  -  -
    ?introductions seen     UN -  -  +  +  -  +  +  +
    ?changes of introduction UN FO FO FO FO NO +  +  +
    ?answerLink             +  +  +  +  +  +  +  +  +
    ?notifications          UN +  +  +  +  +  +  +  +
    draftAgreement          UN NO NO +  +  NO +  +  +
    createAgreement         UN FO FO +  +  FO +  +  +
    updateAgreement         UN NO NO +  +  NO NO NO NO
    proposeAgreement        UN NO NO +  +  NO NO NO NO
    counterAgreement        UN NO NO +  +  NO BA BA BA
    signAgreement           UN NO NO +  +  NO FO FO FO
    declineAgreement        UN NO NO +  +  NO FO FO FO
    withdrawAgreement       UN NO NO +  +  NO BA BA BA
    recordPaperSigning      UN FO FO FO FO NO BA BA BA
    terminateAgreement      UN NO NO +  +  NO +  +  +
    renewAgreement          UN NO NO +  +  NO +  +  +
    amendAgreement          UN NO NO +  +  NO +  +  +
    setAgreementNumbering   UN FO FO FO FO FO FO +  +
    ?agreementNumbering     UN FO FO FO FO +  +  +  +
    ?agreement              UN NO NO +  +  NO +  +  +
    ?agreement draft        UN NO NO +  +  NO NO NO NO
    ?agreements seen        UN -  -  +  +  -  +  +  +
    ?changes of agreement   UN FO FO FO FO NO +  +  +
    createWebhook           UN FO FO +  FO FO FO FO FO
    updateWebhook           UN NO NO +  FO NO NO NO NO
    renewWebhookSecret      UN NO NO +  FO NO NO NO NO
    pauseWebhook            UN NO NO +  FO NO NO NO NO
    resumeWebhook           UN NO NO +  FO NO NO NO NO
    deleteWebhook           UN NO NO +  FO NO NO NO NO
    testWebhook             UN NO NO +  FO NO NO NO NO
    retryWebhookDelivery    UN NO NO +  FO NO NO +  +
    ?webhooks               UN FO FO +  FO FO FO FO FO
    ?webhooks of the city   UN FO FO FO FO FO FO FO +
    ?webhookDeliveries      UN NO NO +  FO NO NO NO NO
    ?webhookDeliveries given up UN FO FO FO FO FO FO +  +
    setAgreementTemplate    UN FO FO FO FO FO FO +  +
    ?agreementTemplates     UN +  +  +  +  +  +  +  +
    assignOperator          UN FO FO FO FO FO +  +  +
    stockProducts           UN FO FO +  +  FO FO FO FO
    unstockProducts         UN FO FO +  +  FO FO FO FO
    confirmStock            UN FO FO +  +  FO FO FO FO
    requestAboutData        UN +  +  +  +  +  +  +  +
    withdrawDataRequest     UN NO NO +  NO NO NO NO NO
    answerDataRequest       UN FO FO FO FO FO FO +  +
    ?dataRequests           UN FO FO FO FO FO FO +  +
    copyMyData              UN +  +  +  +  +  +  +  +
    ?ownProduct             UN NO NO +  +  NO +  +  +
    ?organisations          UN FO FO FO FO +  +  +  +
    ?organisation           UN NO NO +  +  NO +  +  +
    ?organisation.taxCode   UN NO NO +  *  NO *  *  +
    ?organisation.alike     UN NO NO FO FO NO +  +  +
    ?verifications          UN FO FO FO FO +  +  +  +
    ?verification seen      UN FO FO FO FO -  +  +  +
    ?accounts               UN FO FO FO FO FO FO FO +
    ?changes                UN FO FO FO FO FO +  +  +
    ?changes of product     UN FO FO FO FO FO +  +  +
    ?changes of account     UN FO FO FO FO FO FO +  +
";

/// One try of an operation by somebody.
struct Attempt<'a> {
    world: &'a World,
    actor: Actor,
    operation: &'a str,
    name: &'a str,
    /// An address that nobody else has.
    mail: String,
}

impl<'a> Attempt<'a> {
    fn new(world: &'a World, operation: &'a str, name: &'a str) -> Self {
        // Each try comes from an address of its own: how often one may try is another matter.
        let actor = world.actor(name).from([10, 0, (operation.len() % 250) as u8, name.len() as u8]);
        let mail = format!("{}-{}@htx.example", operation.to_lowercase(), name.replace(' ', ""));
        Self { world, actor, operation, name, mail }
    }

    async fn answer(&self) -> Answer {
        macro_rules! first_of {
            ($($feature:ident),+) => {
                $(if let Some(answer) = Box::pin($feature::attempt(self)).await {
                    return answer;
                })+
            };
        }
        first_of!(
            accounts,
            agreements,
            papers,
            catalogue,
            deliveries,
            documents,
            events,
            introductions,
            matches,
            needs,
            points,
            rounds,
            personal_data,
            webhooks,
            organisations
        );
        panic!("how to try {}?", self.operation)
    }
}

/// An answer as a cell of the table.
fn cell(answer: &Answer) -> String {
    if let Some(code) = answer.codes().first() {
        return code[..2].to_owned();
    }
    if answer.json["seen"] == false {
        return "-".to_owned();
    }
    let tax_code = answer.json["data"]["organisation"]["taxCode"].as_str().unwrap_or_default();
    if tax_code.contains('*') { "*".to_owned() } else { "+".to_owned() }
}

#[tokio::test]
async fn everybody_may_do_what_the_table_says_and_nothing_else() {
    let world = World::new().await;
    let rows = TABLE.lines().map(str::trim).filter(|row| !row.is_empty());
    let mut wrong = Vec::new();

    for row in rows {
        let words: Vec<&str> = row.split_whitespace().collect();
        let (operation, cells) = words.split_at(words.len() - ACTORS.len());
        let operation = operation.join(" ");
        for (name, expected) in ACTORS.iter().zip(cells) {
            let answer = Attempt::new(&world, &operation, name).answer().await;
            let found = cell(&answer);
            if found != *expected {
                wrong.push(format!(
                    "{operation} by {name}: {expected} expected, {found} found: {}",
                    answer.text
                ));
            }
        }
    }

    assert!(wrong.is_empty(), "{} cells:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn every_mutation_stands_in_the_table() {
    let app = TestApp::start().await;
    let answer = app.guest().run("{ __schema { mutationType { fields { name } } } }", json!({})).await;

    let known: BTreeSet<String> = answer.texts("/__schema/mutationType/fields", "name").into_iter().collect();
    let tried: BTreeSet<String> = TABLE
        .lines()
        .filter_map(|row| row.split_whitespace().next())
        .filter(|name| !name.starts_with('?'))
        .map(str::to_owned)
        .collect();

    assert_eq!(tried, known);
}
