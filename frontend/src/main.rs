//! Puts the page into the document it was loaded by.

fn main() {
    frontend::start();
}
