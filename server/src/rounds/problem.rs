//! Why a round has no plan, in words for staff.

use std::collections::HashMap;

use matchmaking::allocation::{self, ItemKind};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shared::{NeedId, OrganisationId, ProductId};
use uuid::Uuid;

use super::stored::StoredSaid;
use crate::{
    entities::{need, organisation, product},
    error::Result,
};

/// Why there is no plan.
#[derive(Debug)]
pub(super) enum NoPlan {
    /// A pin's need may not be answered any more.
    NeedNotOpen(NeedId),
    /// A pinned product is not published, or its producer not verified.
    NotOffered(NeedId, ProductId),
    /// A pinned pair is introduced already.
    Introduced(NeedId, ProductId),
    /// The pins do not fit under the caps.
    Allocation(allocation::Problem),
    /// Something broke; the log of the server has it.
    Failed,
}

impl NoPlan {
    /// The sentence, with names.
    pub(super) async fn said(&self, rows: &impl ConnectionTrait) -> Result<StoredSaid> {
        let said = |vi: String, en: String| StoredSaid { vi, en };
        Ok(match self {
            Self::NeedNotOpen(need) => {
                let names = Names::of(rows, &[need.0]).await?;
                let need = names.get(need.0);
                said(
                    format!("Nhu cầu “{need}” có cặp được ghim nhưng không còn mở"),
                    format!("“{need}” has a pinned pair and is not open any more"),
                )
            }
            Self::NotOffered(need, product) => {
                let names = Names::of(rows, &[need.0, product.0]).await?;
                let (need, product) = (names.get(need.0), names.get(product.0));
                said(
                    format!(
                        "Không ghim được “{product}” với “{need}”: sản phẩm không còn công bố, hoặc chủ thể chưa được xác minh"
                    ),
                    format!(
                        "“{product}” can't be pinned to “{need}”: it is not published, or its producer is not verified"
                    ),
                )
            }
            Self::Introduced(need, product) => {
                let names = Names::of(rows, &[need.0, product.0]).await?;
                let (need, product) = (names.get(need.0), names.get(product.0));
                said(
                    format!("“{product}” và “{need}” đã được giới thiệu với nhau; hãy bỏ ghim"),
                    format!("“{product}” and “{need}” are introduced already; take the pin away"),
                )
            }
            Self::Allocation(allocation::Problem::PinsOverCap { item, cap, pins }) => {
                let id = item.id.parse().unwrap_or_default();
                let names = Names::of(rows, &[id]).await?;
                let (name, count) = (names.get(id), pins.len());
                let (kind, kind_en) = match item.kind {
                    ItemKind::Need => ("Nhu cầu", "Need"),
                    ItemKind::Product => ("Sản phẩm", "Product"),
                    ItemKind::Producer => ("Chủ thể", "Producer"),
                };
                said(
                    format!("{kind} “{name}” có giới hạn {cap} nhưng có {count} cặp được ghim"),
                    format!("{kind_en} “{name}” has the cap {cap}, but {count} pinned pairs"),
                )
            }
            Self::Allocation(other) => said(other.in_vietnamese(), other.to_string()),
            Self::Failed => said(
                "Không tính được phương án vì hệ thống gặp lỗi; hãy thử lại".to_owned(),
                "No plan was found because something failed; try again".to_owned(),
            ),
        })
    }
}

/// What things are called.
struct Names(HashMap<Uuid, String>);

impl Names {
    /// Ids are unique over all tables.
    async fn of(rows: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Self> {
        let each = || ids.iter().copied();
        let needs = need::Entity::find().filter(need::Column::Id.is_in(each().map(NeedId)));
        let products = product::Entity::find().filter(product::Column::Id.is_in(each().map(ProductId)));
        let makers = organisation::Entity::find();
        let makers = makers.filter(organisation::Column::Id.is_in(each().map(OrganisationId)));
        let mut names: HashMap<Uuid, String> = HashMap::new();
        names.extend(needs.all(rows).await?.into_iter().map(|row| (row.id.0, row.name)));
        names.extend(products.all(rows).await?.into_iter().map(|row| (row.id.0, row.name)));
        names.extend(makers.all(rows).await?.into_iter().map(|row| (row.id.0, row.name)));
        Ok(Self(names))
    }

    fn get(&self, id: Uuid) -> &str {
        self.0.get(&id).map(String::as_str).unwrap_or_default()
    }
}
