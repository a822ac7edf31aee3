//! How often somebody may try: counted by address and by account, whether there is such an account or not. Each node
//! counts for itself; behind several nodes an attacker has that many times as many tries, which is still too few.

use std::{net::IpAddr, num::NonZeroU32};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

use crate::error::{Error, Result};

/// What may be tried a number of times at once and so often afterwards.
#[derive(Clone, Copy, Debug)]
struct Allowance {
    at_once: u32,
    every_seconds: u32,
}

/// Sign-ins with one mail address. Ten, then one each minute: a person who mistypes goes on, a program does not.
const BY_ACCOUNT: Allowance = Allowance { at_once: 10, every_seconds: 60 };
/// Sign-ins from one address of the network. An office or a training room shares one.
const BY_ADDRESS: Allowance = Allowance { at_once: 30, every_seconds: 3 };
/// Mails to one address that anybody may ask for.
const MAILS: Allowance = Allowance { at_once: 4, every_seconds: 900 };
/// Accounts and mails asked for from one address of the network.
const REQUESTS: Allowance = Allowance { at_once: 60, every_seconds: 60 };
/// Links of mails tried from one address of the network. Nobody guesses one; this keeps whoever tries from costing much.
const LINKS: Allowance = Allowance { at_once: 30, every_seconds: 3 };
/// Searches without an answer that one address of the network may have us note. A person meets a few a day.
const NOTES: Allowance = Allowance { at_once: 20, every_seconds: 120 };
/// Counters kept before those that are full again are forgotten.
const KEPT: usize = 10_000;

/// The counters of this node.
#[derive(Debug)]
pub struct Throttle {
    sign_ins_by_account: Counter<String>,
    sign_ins_by_address: Counter<IpAddr>,
    mails: Counter<String>,
    requests: Counter<IpAddr>,
    links: Counter<IpAddr>,
    notes: Counter<IpAddr>,
}

impl Default for Throttle {
    fn default() -> Self {
        Self {
            sign_ins_by_account: Counter::new(BY_ACCOUNT),
            sign_ins_by_address: Counter::new(BY_ADDRESS),
            mails: Counter::new(MAILS),
            requests: Counter::new(REQUESTS),
            links: Counter::new(LINKS),
            notes: Counter::new(NOTES),
        }
    }
}

impl Throttle {
    /// Counts a try to sign in; fails with how long to wait when there were too many.
    pub(crate) fn sign_in(&self, account: &str, address: IpAddr) -> Result<()> {
        self.sign_ins_by_address.count(&network(address))?;
        self.sign_ins_by_account.count(&account.to_owned())
    }

    /// Counts a mail that somebody asks us to send.
    pub(crate) fn mail(&self, to: &str, address: IpAddr) -> Result<()> {
        self.requests.count(&network(address))?;
        self.mails.count(&to.to_owned())
    }

    /// Counts a link of a mail that somebody opens or answers by.
    pub(crate) fn link(&self, address: IpAddr) -> Result<()> {
        self.links.count(&network(address))
    }

    /// Counts a search that somebody has us note.
    pub(crate) fn note(&self, address: IpAddr) -> Result<()> {
        self.notes.count(&network(address))
    }
}

/// One who has a network of version 6 has all its addresses: they count as one.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
        address @ IpAddr::V4(_) => address,
    }
}

#[derive(Debug)]
struct Counter<K: std::hash::Hash + Eq + Clone> {
    limiter: DefaultKeyedRateLimiter<K>,
    clock: DefaultClock,
}

impl<K: std::hash::Hash + Eq + Clone> Counter<K> {
    fn new(allowed: Allowance) -> Self {
        let at_once = NonZeroU32::new(allowed.at_once).unwrap_or(NonZeroU32::MIN);
        let every = std::time::Duration::from_secs(allowed.every_seconds.into());
        let quota = Quota::with_period(every).unwrap_or(Quota::per_hour(at_once)).allow_burst(at_once);
        Self { limiter: RateLimiter::keyed(quota), clock: DefaultClock::default() }
    }

    fn count(&self, key: &K) -> Result<()> {
        if self.limiter.len() > KEPT {
            self.limiter.retain_recent();
        }
        self.limiter.check_key(key).map_err(|full| {
            let wait = full.wait_time_from(self.clock.now());
            Error::TooManyAttempts { retry_after: wait.as_secs() + 1 }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_hundred_guesses_are_stopped_by_account_and_by_address() {
        let throttle = Throttle::default();
        let from = |n: u8| IpAddr::from([203, 0, 113, n]);

        let on_one_account = (0..200).filter(|n| throttle.sign_in("a@x.example", from(*n)).is_ok()).count();
        let from_one_address =
            (0..200).filter(|n| throttle.sign_in(&format!("{n}@x.example"), from(250)).is_ok()).count();

        assert_eq!((on_one_account, from_one_address), (10, 30));
    }

    #[test]
    fn one_network_of_version_6_is_one_address() {
        let address = |text: &str| network(text.parse().unwrap());

        assert_eq!(address("2001:db8:1:2:3::1"), address("2001:db8:1:2:ffff::2"));
        assert_ne!(address("2001:db8:1:2::1"), address("2001:db8:1:3::1"));
        assert_eq!(address("::ffff:203.0.113.7"), address("203.0.113.7"));
    }
}
