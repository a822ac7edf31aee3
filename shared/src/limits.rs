//! Largest sizes, known to both sides so that the page can say them before the server must.

/// Rows of one page of a list.
pub const PAGE_ROWS: usize = 100;
/// Rows when a program asks for no number.
pub const DEFAULT_ROWS: usize = 20;
/// Characters of a search text; longer ones are refused, not cut.
pub const SEARCH_CHARS: usize = 200;
/// Values of one filter list (groups, provinces, …).
pub const FILTER_VALUES: usize = 100;
/// Suggestions at once.
pub const SUGGESTIONS: usize = 20;
/// Features of one map answer; more are drawn together as clusters.
pub const MAP_FEATURES: usize = 500;
/// Bytes of one GraphQL request.
pub const REQUEST_BYTES: usize = 256 * 1024;
/// How deep a query may be nested.
pub const QUERY_DEPTH: usize = 12;
/// What a query may cost; a field costs one, a list its rows times what each row costs.
pub const QUERY_COST: usize = 20_000;
/// What looking for something costs, whatever is shown of it.
pub const SEARCH_COST: usize = 200;
/// Metres around a point that `near` may ask for.
pub const NEAR_METRES: f64 = 200_000.0;
/// Characters of a name: of a person, an organisation, a product.
pub const NAME_CHARS: usize = 200;
/// Characters of a mail address (RFC 5321).
pub const EMAIL_CHARS: usize = 254;
/// Characters of an address or another line.
pub const LINE_CHARS: usize = 300;
/// Characters of a longer text: a description, a reason, a message.
pub const TEXT_CHARS: usize = 4_000;
/// Characters of the words that go with a proposal to meet.
pub const NOTE_CHARS: usize = 1_000;
/// Photos of one product.
pub const PHOTOS: usize = 8;
/// Packs of one product.
pub const VARIANTS: usize = 30;
/// Papers of one product or organisation.
pub const CERTIFICATES: usize = 60;
/// Star decisions of one product.
pub const STAR_DECISIONS: usize = 20;
/// Products of one organisation.
pub const PRODUCTS: usize = 500;
/// Needs of one organisation that are not closed.
pub const NEEDS: usize = 200;
/// Days the other side has to answer a proposal to meet, unless said.
pub const ANSWER_DAYS: i32 = 7;
/// Most days it may be given.
pub const ANSWER_DAYS_MAX: i32 = 30;
/// Days for which a pair that was declined is not proposed again: a buying season, in which a "no" rarely becomes a
/// "yes", and long enough that nobody is pressed.
pub const REST_DAYS: i64 = 90;
/// Proposals of one organisation that may wait for an answer at once.
pub const WAITING_PROPOSALS: usize = 50;
/// Proposals of one organisation within 24 hours.
pub const PROPOSALS_A_DAY: usize = 20;
/// Webhooks of one organisation, and of the city.
pub const WEBHOOKS: usize = 5;
/// Characters of the address of a webhook.
pub const WEBHOOK_URL_CHARS: usize = 1_000;
/// Tests of one webhook within an hour.
pub const WEBHOOK_TESTS_AN_HOUR: usize = 20;
/// Files of one message.
pub const ATTACHMENTS: usize = 5;
/// Needs of one round.
pub const ROUND_NEEDS: usize = 2_000;
/// Greatest cap of a round: suppliers of a need, needs of a product, pairs of a producer.
pub const ROUND_CAP: i32 = 100;
/// Products of one need that a round weighs at most, the best of those that pass its gates.
pub const ROUND_CANDIDATES: i32 = 200;
/// Pins and forbids of one round together, and caps of its own for single items.
pub const ROUND_RULES: usize = 1_000;
/// Days of a term: to deliver, to keep, to pay.
pub const DAYS: i32 = 3_650;
/// Fewest characters of a password.
pub const PASSWORD_CHARS_MIN: usize = 10;
/// Most characters of a password.
pub const PASSWORD_CHARS_MAX: usize = 200;
/// Members and open invitations of one organisation together.
pub const MEMBERS: usize = 50;
/// Organisations of one account.
pub const MEMBERSHIPS: usize = 20;
/// Đồng of one amount: a million billion. Every whole number up to here is exact in JSON, too.
pub const DONG_MAX: i64 = 1_000_000_000_000_000;
/// Most of anything, in its unit; with three decimals still exact in JSON.
pub const QUANTITY_MAX: i64 = 1_000_000_000_000;
/// Days both sides have to say what was delivered, counting the one on which they are asked.
pub const CHECK_DAYS: u64 = 14;
/// Bytes of a file that is put here.
pub const UPLOAD_BYTES: usize = 12 * 1024 * 1024;
/// Pixels of a photo as it is put here.
pub const PHOTO_PIXELS: u64 = 50_000_000;
/// The longer side of a photo as it is kept, in pixels; smaller photos stay as they are.
pub const PHOTO_SIDE: u32 = 1_600;
/// The longer side of its small rendition, in pixels.
pub const PHOTO_SMALL_SIDE: u32 = 480;
/// Lines of goods of one agreement.
pub const AGREEMENT_LINES: usize = 50;
/// Days there are to confirm an agreement, unless said.
pub const AGREEMENT_DAYS_TO_ANSWER: i32 = 30;
/// Most days there may be.
pub const AGREEMENT_DAYS_TO_ANSWER_MAX: i32 = 90;
/// Longest term of an agreement, in years.
pub const AGREEMENT_YEARS: u32 = 10;
/// Days before the end of its term on which both sides of an agreement are told.
pub const AGREEMENT_ENDING_DAYS: u64 = 30;
/// Characters of the number of an agreement, and of the pattern that makes it.
pub const AGREEMENT_NUMBER_CHARS: usize = 60;
/// Places of one side of an event.
pub const EVENT_PLACES: i32 = 10_000;
/// People of one organisation at an event.
pub const EVENT_PEOPLE: i32 = 50;
/// Meetings of one event.
pub const EVENT_MEETINGS: usize = 20_000;
/// Arrivals that are sent at once.
pub const ARRIVALS: usize = 500;
/// Registrations that staff decide at once.
pub const DECISIONS: usize = 500;
