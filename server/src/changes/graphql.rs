//! The log in the API; staff only.
