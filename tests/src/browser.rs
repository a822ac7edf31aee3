//! A browser on a served application.
