//! Ids are newtypes over UUIDv7 (sortable by the time they were made); an id of one thing can't be passed
//! for an id of another.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{AdminLevel, Era};

/// Declares one id type with its GraphQL scalar and its database column.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "server", derive(sea_orm::DeriveValueType))]
        pub struct $name(pub Uuid);

        #[cfg(feature = "server")]
        impl $name {
            /// A new id, later than every id made before it on this machine.
            #[expect(clippy::new_without_default, reason = "a fresh id is no default")]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }

        #[cfg(feature = "server")]
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    };
}

id! {
    /// A company, cooperative or household: producer, retailer or both.
    OrganisationId
}
id! {
    /// A rated or rateable product of one producer.
    ProductId
}
id! {
    /// One pack of a product: size, weight, wrapping.
    VariantId
}
id! {
    /// What a retailer looks for.
    NeedId
}
id! {
    /// One rating of a product.
    StarDecisionId
}
id! {
    /// A paper of a producer or product.
    CertificateId
}
id! {
    /// A place that shows and sells OCOP goods.
    SalePointId
}
id! {
    /// A product a sale point says it sells.
    StockId
}
id! {
    /// An agreement of two sides.
    AgreementId
}
id! {
    /// A line of one version of an agreement.
    AgreementLineId
}
id! {
    /// One asking of both sides what was delivered.
    DeliveryCheckId
}
id! {
    /// A trade event.
    EventId
}
id! {
    /// The registration of one organisation for an event.
    ParticipantId
}
id! {
    /// One meeting of a retailer and a producer at an event.
    MeetingId
}
id! {
    /// A yearly plan of the city.
    PlanId
}
id! {
    /// Somebody who can sign in.
    AccountId
}
id! {
    /// One sign-in on one device.
    SessionId
}
id! {
    /// A request to staff to look at an organisation.
    VerificationId
}
id! {
    /// A mail that asks somebody to join an organisation.
    InvitationId
}
id! {
    /// What somebody asked about their personal data.
    DataRequestId
}
id! {
    /// A file that somebody put here.
    UploadId
}
id! {
    /// A retailer and a producer who were proposed to each other.
    IntroductionId
}
id! {
    /// Something said in the conversation of an introduction.
    MessageId
}
id! {
    /// Something that a person is told of.
    NotificationId
}
id! {
    /// A round of matching.
    RoundId
}
id! {
    /// An address of another program that is told of changes.
    WebhookId
}
id! {
    /// Something of which such an address is told.
    WebhookDeliveryId
}
id! {
    /// Where a fact was read.
    SourceId
}

/// Key of an administrative unit, `current.ward.00004`: era, level and code, since codes were used again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(sea_orm::DeriveValueType))]
pub struct AdminUnitId(pub String);

impl AdminUnitId {
    /// The key of a unit.
    pub fn new(era: Era, level: AdminLevel, code: &str) -> Self {
        Self(format!("{}.{}.{code}", era.as_str(), level.as_str()))
    }

    /// Era, level and code, if it is a key at all.
    pub fn parts(&self) -> Option<(Era, AdminLevel, &str)> {
        let mut parts = self.0.splitn(3, '.');
        Some((Era::parse(parts.next()?)?, AdminLevel::parse(parts.next()?)?, parts.next()?))
    }

    /// The code without era and level; for an id that is no key, all of it.
    pub fn code(&self) -> &str {
        self.parts().map_or(self.0.as_str(), |(_, _, code)| code)
    }
}

impl fmt::Display for AdminUnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(feature = "server")]
impl sea_orm::TryFromU64 for AdminUnitId {
    fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
        Err(sea_orm::DbErr::ConvertFromU64("AdminUnitId"))
    }
}
