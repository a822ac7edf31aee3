//! Vietnamese text for search, shared by server and page.
