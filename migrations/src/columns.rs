//! Columns and constraints that several tables share, so that they are spelled the same everywhere.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{double_null, string_len, text_null, timestamp_with_time_zone};

/// Where a thing is: the address as text, units of both eras, coordinates and how they are known.
/// Neither ward nor former district follows from the other, so both are kept.
pub(crate) fn place(table: &mut TableCreateStatement, name: &'static str) {
    table
        .col(text_null("address"))
        .col(text_null("ward_id"))
        .col(text_null("ward_basis"))
        .col(text_null("district_id"))
        .col(text_null("province_id"))
        .col(text_null("former_province_id"))
        .col(double_null("lat"))
        .col(double_null("lon"))
        .col(text_null("coord_precision"))
        .col(text_null("coord_source"));
    for column in ["ward_id", "district_id", "province_id", "former_province_id"] {
        foreign_key(table, name, column, "admin_unit", "id", ForeignKeyAction::Restrict);
    }
    // A point is whole or absent, and says how exact it is.
    let complete = Expr::col("lat")
        .is_null()
        .eq(Expr::col("lon").is_null())
        .and(Expr::col("lat").is_null().eq(Expr::col("coord_precision").is_null()));
    table.check((format!("{name}_coordinates_check"), complete));
}

/// When a row was made and last changed, and how often: an edit names the version it was made from.
pub(crate) fn history(table: &mut TableCreateStatement) {
    table
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(ColumnDef::new("version").integer().not_null().default(1));
}

/// Which row of which loaded file a row came from, and a digest of what that file said. A newer file
/// updates the row only while nobody has edited it here.
pub(crate) fn origin(table: &mut TableCreateStatement) {
    table.col(text_null("origin_key")).col(text_null("origin_digest"));
}

/// An id as primary key.
pub(crate) fn id(table: &mut TableCreateStatement) {
    table.col(ColumnDef::new("id").uuid().not_null().primary_key());
}

/// A text primary key.
pub(crate) fn text_key(table: &mut TableCreateStatement, column: &'static str) {
    table.col(string_len(column, 64).primary_key());
}

/// A named foreign key.
pub(crate) fn foreign_key(
    table: &mut TableCreateStatement,
    name: &'static str,
    column: &'static str,
    to_table: &'static str,
    to_column: &'static str,
    on_delete: ForeignKeyAction,
) {
    table.foreign_key(
        ForeignKey::create()
            .name(format!("{name}_{column}_fkey"))
            .from(name, column)
            .to(to_table, to_column)
            .on_delete(on_delete),
    );
}

/// A named index over columns; unique ones end in `_key`.
pub(crate) fn index(table: &'static str, columns: &[&'static str], unique: bool) -> IndexCreateStatement {
    let kind = if unique { "key" } else { "idx" };
    let mut index = Index::create();
    index.name(format!("{table}_{}_{kind}", columns.join("_"))).table(table);
    for column in columns {
        index.col(*column);
    }
    if unique {
        index.unique();
    }
    index
}
