//! What people may ask about their personal data (DOMAIN §14; Law 91/2025/QH15): have a copy, have it corrected, have it
//! deleted. A copy and most corrections they get at once by themselves; the rest is a request that staff answer within
//! two working days.

mod copying;
mod deleting;
pub mod graphql;
mod requests;
