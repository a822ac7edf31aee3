//! Which addresses of the network other programs may have: those of the public internet. Whoever could have us call
//! others would reach through us what only we can reach: our database, the services of a cloud, the routers of an office.
//!
//! The tables are those of IANA's registries of special-purpose addresses (RFC 6890; iana-ipv4-special-registry and
//! iana-ipv6-special-registry, read in November 2026) with multicast (RFC 5771, RFC 4291). What is reserved is refused as
//! a whole, also where single addresses of it are public: nobody receives webhooks there.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Blocks of IPv4 that are not public, each by its first address and the length of its prefix.
const NOT_PUBLIC_4: [(Ipv4Addr, u32); 15] = [
    // This network (RFC 791)
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    // Private use (RFC 1918)
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    // Shared by the customers of a provider (RFC 6598)
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    // This machine (RFC 1122)
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    // Link-local, and the metadata of clouds (RFC 3927)
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    // IETF protocol assignments (RFC 6890)
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    // Documentation (RFC 5737)
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    // Relays of 6to4 (RFC 7526)
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    // Measuring of devices (RFC 2544)
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    // Multicast (RFC 5771)
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    // Reserved, and to everybody on a network (RFC 1112, RFC 8190)
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// The block of IPv6 out of which public addresses are given (RFC 4291); all else is local, multicast or unassigned.
const GLOBAL_6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);
/// Blocks of it that are not public.
const NOT_PUBLIC_6: [(Ipv6Addr, u32); 4] = [
    // IETF protocol assignments, Teredo among them (RFC 2928)
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    // Documentation (RFC 3849, RFC 9637)
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
    // 6to4, which leads to any address of IPv4 (RFC 3056)
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
];
/// IPv4 as a network that has only IPv6 reaches it (RFC 6052).
const NAT64: (Ipv6Addr, u32) = (Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0), 96);

/// Whether it is an address of the public internet.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_4(address),
        IpAddr::V6(address) => is_public_6(address),
    }
}

fn is_public_4(address: Ipv4Addr) -> bool {
    !NOT_PUBLIC_4.iter().any(|(first, prefix)| (address.to_bits() ^ first.to_bits()) >> (32 - prefix) == 0)
}

fn is_public_6(address: Ipv6Addr) -> bool {
    let is_in =
        |(first, prefix): &(Ipv6Addr, u32)| (address.to_bits() ^ first.to_bits()) >> (128 - prefix) == 0;
    let inner = address.to_ipv4_mapped().or_else(|| {
        let [.., a, b, c, d] = address.octets();
        is_in(&NAT64).then(|| Ipv4Addr::new(a, b, c, d))
    });
    match inner {
        Some(inner) => is_public_4(inner),
        None => is_in(&GLOBAL_6) && !NOT_PUBLIC_6.iter().any(is_in),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_internet_is_public() {
        for address in [
            "1.1.1.1",
            "8.8.8.8",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "113.160.0.1",
            "126.255.255.255",
            "128.0.0.0",
            "169.253.255.255",
            "169.255.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.0",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2001:200::1",
            "2001:4860:4860::8888",
            "2001:ee0::1",
            "2003::1",
            "2606:4700:4700::1111",
            "3ffe:ffff::1",
            "::ffff:8.8.8.8",
            "64:ff9b::8.8.8.8",
        ] {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn all_else_is_not() {
        for address in [
            "0.0.0.0",
            "0.255.255.255",
            "10.0.0.0",
            "10.255.255.255",
            "100.64.0.0",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.255",
            "169.254.0.0",
            "169.254.169.254",
            "172.16.0.0",
            "172.31.255.255",
            "192.0.0.0",
            "192.0.0.170",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.0.0",
            "192.168.255.255",
            "198.18.0.0",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.255",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.0",
            "255.255.255.255",
            "::",
            "::1",
            "::8.8.8.8",
            "::ffff:10.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "64:ff9b::10.0.0.1",
            "64:ff9b::127.0.0.1",
            "64:ff9b:1::8.8.8.8",
            "100::1",
            "1fff:ffff::1",
            "2001::1",
            "2001:2::1",
            "2001:20::1",
            "2001:1ff:ffff::1",
            "2001:db8::1",
            "2002:7f00:1::1",
            "2002:808:808::1",
            "3fff::1",
            "3fff:fff::1",
            "4000::1",
            "5f00::1",
            "fc00::1",
            "fd12:3456:789a::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "ff0e::1",
        ] {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
    }
}
