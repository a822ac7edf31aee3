//! The tables of the OCOP network, step by step, for SQLite and PostgreSQL alike.
//!
//! Every constraint and index has a name of the form `<table>_<columns>_<key|fkey|idx|check>`, because the
//! server turns a broken constraint into a field error by its name. Every step can be undone; a test runs
//! them up, down and up again on both databases.

mod columns;
mod m20261123_000001_admin_units;
mod m20261123_000002_reference;
mod m20261123_000003_sources_and_changes;
mod m20261123_000004_organisations;
mod m20261123_000005_products;
mod m20261123_000006_sale_points;
mod m20261123_000007_events_and_plans;
mod m20261125_000008_accounts;
mod m20261125_000009_uploads;
mod m20261125_000010_requirements;
mod m20261125_000011_catalogue;
mod m20261125_000012_needs;
mod m20261125_000013_data_requests;
mod m20261126_000014_papers;
mod m20261126_000015_introductions;
mod m20261126_000016_rounds;
mod m20261126_000017_webhooks;
mod m20261126_000018_unanswered_searches;
mod m20261126_000019_agreements;
mod m20261126_000020_notifications_of_more;
mod m20261126_000021_run_events;

pub use sea_orm_migration::{MigratorTrait, SchemaManager};

/// All steps, oldest first.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn sea_orm_migration::MigrationTrait>> {
        vec![
            Box::new(m20261123_000001_admin_units::Migration),
            Box::new(m20261123_000002_reference::Migration),
            Box::new(m20261123_000003_sources_and_changes::Migration),
            Box::new(m20261123_000004_organisations::Migration),
            Box::new(m20261123_000005_products::Migration),
            Box::new(m20261123_000006_sale_points::Migration),
            Box::new(m20261123_000007_events_and_plans::Migration),
            Box::new(m20261125_000008_accounts::Migration),
            Box::new(m20261125_000009_uploads::Migration),
            Box::new(m20261125_000010_requirements::Migration),
            Box::new(m20261125_000011_catalogue::Migration),
            Box::new(m20261125_000012_needs::Migration),
            Box::new(m20261125_000013_data_requests::Migration),
            Box::new(m20261126_000014_papers::Migration),
            Box::new(m20261126_000015_introductions::Migration),
            Box::new(m20261126_000016_rounds::Migration),
            Box::new(m20261126_000017_webhooks::Migration),
            Box::new(m20261126_000018_unanswered_searches::Migration),
            Box::new(m20261126_000019_agreements::Migration),
            Box::new(m20261126_000020_notifications_of_more::Migration),
            Box::new(m20261126_000021_run_events::Migration),
        ]
    }
}
