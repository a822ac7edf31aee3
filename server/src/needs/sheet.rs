//! All that belongs to one need, read and written together.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    Set, prelude::Json,
};
use serde_json::json;
use shared::{AdminUnitId, NeedId, Quantity};

use crate::{
    changes::Write,
    entities::{need, need_group, need_province, need_requirement},
    error::Result,
};

/// A need with its lists.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) need: need::Model,
    pub(super) groups: Vec<String>,
    pub(super) provinces: Vec<AdminUnitId>,
    pub(super) requirements: Vec<(String, Option<Quantity>)>,
}

impl Sheet {
    /// One without lists.
    pub(super) fn of(need: need::Model) -> Self {
        Self { need, groups: Vec::new(), provinces: Vec::new(), requirements: Vec::new() }
    }

    /// The one that is there.
    pub(super) async fn read(connection: &impl ConnectionTrait, need: need::Model) -> Result<Self> {
        let id = need.id;
        let groups = need_group::Entity::find().filter(need_group::Column::NeedId.eq(id));
        let groups = groups.order_by_asc(need_group::Column::GroupCode).all(connection).await?;
        let provinces = need_province::Entity::find().filter(need_province::Column::NeedId.eq(id));
        let provinces = provinces.order_by_asc(need_province::Column::UnitId).all(connection).await?;
        let asked = need_requirement::Entity::find().filter(need_requirement::Column::NeedId.eq(id));
        let asked = asked.order_by_asc(need_requirement::Column::RequirementCode).all(connection).await?;
        Ok(Self {
            need,
            groups: groups.into_iter().map(|row| row.group_code).collect(),
            provinces: provinces.into_iter().map(|row| row.unit_id).collect(),
            requirements: asked.into_iter().map(|row| (row.requirement_code, row.number)).collect(),
        })
    }

    /// Writes all parts; the row of the need is there already.
    pub(super) async fn write(&self, write: &Write) -> Result<()> {
        let (rows, id) = (write.rows(), self.need.id);
        need::Entity::update(self.need.clone().into_active_model().reset_all()).exec(rows).await?;
        forget_lists(write, id).await?;
        let groups = self.groups.iter();
        let groups =
            groups.map(|code| need_group::ActiveModel { need_id: Set(id), group_code: Set(code.clone()) });
        need_group::Entity::insert_many(groups).exec_without_returning(rows).await?;
        let provinces = self.provinces.iter();
        let provinces =
            provinces.map(|unit| need_province::ActiveModel { need_id: Set(id), unit_id: Set(unit.clone()) });
        need_province::Entity::insert_many(provinces).exec_without_returning(rows).await?;
        let asked = self.requirements.iter().map(|(code, number)| need_requirement::ActiveModel {
            need_id: Set(id),
            requirement_code: Set(code.clone()),
            number: Set(*number),
        });
        need_requirement::Entity::insert_many(asked).exec_without_returning(rows).await?;
        Ok(())
    }

    /// The need as the log of changes keeps it; nothing of it is personal.
    pub(super) fn logged(&self) -> Json {
        let need = &self.need;
        json!({
            "name": need.name,
            "description": need.description,
            "groups": self.groups,
            "min_stars": need.min_stars,
            "quantity_per_month": need.quantity_per_month,
            "unit": need.unit_code,
            "months": need.months,
            "price_ceiling": need.price_ceiling,
            "deadline": need.deadline,
            "provinces": self.provinces,
            "requirements": self.requirements,
            "visibility": need.visibility,
            "status": need.status,
        })
    }
}

async fn forget_lists(write: &Write, id: NeedId) -> Result<()> {
    let rows = write.rows();
    need_group::Entity::delete_many().filter(need_group::Column::NeedId.eq(id)).exec(rows).await?;
    need_province::Entity::delete_many().filter(need_province::Column::NeedId.eq(id)).exec(rows).await?;
    need_requirement::Entity::delete_many()
        .filter(need_requirement::Column::NeedId.eq(id))
        .exec(rows)
        .await?;
    Ok(())
}
