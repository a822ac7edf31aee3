//! Agreements of retailers and producers (DOMAIN §12): what they say, version by version, who has confirmed it, and what
//! becomes of it. Which step comes next is decided in `shared::agreements`; what was delivered stands in `deliveries`.

pub mod stored;
