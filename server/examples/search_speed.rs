//! How fast products are found: builds an index of a made-up catalogue in the folder for temporary files, unless
//! it is there, and times queries one after the other.
//!
//! `cargo run --release --example search_speed -- 20000`, or with the name of one kind of queries to repeat only these.

use std::time::{Duration, Instant};

use server::search::{
    Filter, Position, ProductCard, ProductDocument, ProductIndex, ProductQuery, Synonyms, UnitName,
};
use server::synthetic::catalogue::{self as synthetic, SyntheticProduct};
use shared::{OrganisationId, ProductId};
use uuid::Uuid;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Searches of each kind, and of the only one.
const SEARCHES: [usize; 2] = [2000, 5000];

fn main() -> anyhow::Result<()> {
    let size = std::env::args().nth(1).map_or(Ok(20_000), |size| size.parse())?;
    let folder = std::env::temp_dir().join(format!("search-speed-{size}"));
    let index = ProductIndex::open(&folder, Synonyms::bundled()?)?;
    let position = |seq| Position { database: Uuid::nil(), seq, as_of: chrono::NaiveDate::default() };

    if index.size() != size {
        let products = synthetic::products(1, size)?.enumerate().map(document);
        let (built, time) = timed(|| index.rebuild(products.map(Ok), &position(1)));
        built?;
        println!("{size} products: built in {time:.1?}, {} MB resident", resident_mb());
    }
    drop(index);
    let (index, time) = timed(|| ProductIndex::open(&folder, Synonyms::bundled()?));
    let index = index?;
    println!("opened in {time:.1?}, {} MB resident", resident_mb());
    let changed = synthetic::products(1, size)?.enumerate().map(document).nth(size / 2);
    let (applied, time) = timed(|| index.apply(changed, [], &position(2)));
    applied?;
    println!("one product changed and findable in {time:.1?}, {} MB resident", resident_mb());

    let only = std::env::args().nth(2);
    for (kind, queries) in kinds(size)? {
        if only.as_ref().is_none_or(|only| only == kind) {
            report(kind, &index, &queries, SEARCHES[usize::from(only.is_some())])?;
        }
    }
    Ok(())
}

fn kinds(size: usize) -> anyhow::Result<Vec<(&'static str, Vec<ProductQuery>)>> {
    let names: Vec<SyntheticProduct> = synthetic::products(1, size)?.step_by((size / 400).max(1)).collect();
    let query = |text: String| ProductQuery { text, first: 20, facets: true, ..ProductQuery::default() };
    let of_names = |make: &dyn Fn(&[&str]) -> String| {
        let texts = names.iter().map(|product| make(&product.name.split(' ').collect::<Vec<_>>()));
        texts.map(query).collect::<Vec<_>>()
    };
    let plain = |words: &[&str]| shared::text::fold(&words.join(" "));
    let words: Vec<Vec<ProductQuery>> =
        (1..=4).map(|words| of_names(&|name| plain(&name[..name.len().min(words)]))).collect();
    let mixed: Vec<_> = words.iter().flat_map(|queries| queries.iter().step_by(4).cloned()).collect();
    let filtered = mixed.iter().cloned().map(|query| {
        let filter = Filter { min_stars: Some(4), groups: vec!["I".to_owned()], ..Filter::default() };
        ProductQuery { filter, ..query }
    });
    let browsing = |filter: Filter| vec![ProductQuery { filter, ..query(String::new()) }];
    let typo = |name: &[&str]| {
        let mut text = plain(&name[..name.len().min(4)]);
        text.remove(text.len() / 2);
        text
    };
    Ok(vec![
        ("one word", words[0].clone()),
        ("two words", words[1].clone()),
        ("three words", words[2].clone()),
        ("four words", words[3].clone()),
        ("mixed", mixed.clone()),
        ("mixed, filtered", filtered.collect()),
        ("accented names", of_names(&|name| name.join(" "))),
        ("prefix", of_names(&|name| plain(name).trim_end_matches(char::is_alphabetic).to_owned() + "n")),
        ("typo", of_names(&typo)),
        ("everything", browsing(Filter::default())),
        ("everything filtered", browsing(Filter { min_stars: Some(4), ..Filter::default() })),
    ])
}

/// Prints how long the searches took, and how long when nothing else disturbed them: the median of each query's best.
fn report(kind: &str, index: &ProductIndex, queries: &[ProductQuery], searches: usize) -> anyhow::Result<()> {
    let mut times = Vec::new();
    let mut best = vec![Duration::MAX; queries.len()];
    let mut total = 0;
    for (number, query) in queries.iter().enumerate().cycle().take(searches) {
        let (page, time) = timed(|| index.search(query));
        total += page?.total;
        times.push(time);
        best[number] = best[number].min(time);
    }
    times.sort_unstable();
    best.sort_unstable();
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
    let (median, p99, undisturbed) = (at(0.5), at(0.99), best[best.len() / 2]);
    let hits = total / times.len();
    println!(
        "{kind:20} median {median:>9.1?}  p99 {p99:>9.1?}  undisturbed {undisturbed:>9.1?}  {hits} hits"
    );
    Ok(())
}

fn document((number, product): (usize, SyntheticProduct)) -> ProductDocument {
    let unit = |name: &String| Some(UnitName { code: name.clone(), name: name.clone() });
    ProductDocument {
        places: product.legacy_district.iter().cloned().chain([product.legacy_province.clone()]).collect(),
        groups: Vec::new(),
        description: None,
        card: ProductCard {
            id: ProductId(Uuid::from_u128(number as u128 + 1)),
            producer_id: OrganisationId(Uuid::from_u128(product.producer as u128 + 1)),
            province: unit(&product.legacy_province),
            former_province: unit(&product.legacy_province),
            name: product.name,
            producer_name: product.producer_name,
            group_code: product.group_code.to_owned(),
            stars: product.stars,
            star_state: None,
            months: product.months,
            certificates: product.certificates.into_iter().map(str::to_owned).collect(),
            added_at_ms: number as i64,
        },
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

fn resident_mb() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok()).unwrap_or(0) / 1024
}
