//! A program built before the page has no files of it to watch, so the page itself is watched.

fn main() {
    println!("cargo::rerun-if-changed=../../target/site/index.html");
}
