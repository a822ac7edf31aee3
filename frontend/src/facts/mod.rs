//! How facts are shown, wherever they stand.
