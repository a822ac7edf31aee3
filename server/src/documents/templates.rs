//! The texts of documents that staff have changed, kind by kind: a line of the table `setting`. Where they have changed
//! nothing the texts that came with the program hold, also when a later program brings others.

use std::{collections::BTreeMap, sync::Arc};

use sea_orm::{ConnectionTrait, EntityTrait, Set, sea_query::OnConflict};
use serde::{Deserialize, Serialize};
use serde_json::json;
use shared::{AgreementKind, documents::Template, limits};

use super::defaults;
use crate::{
    accounts::SignedIn,
    app::App,
    changes::{Line, Write},
    entities::setting,
    error::Result,
    forms::Form,
};

const KEY: &str = "agreement_templates";

/// A text as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Text {
    pub(super) title: String,
    pub(super) legal_bases: String,
    pub(super) closing: String,
}

/// What staff have changed of a kind.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Changed {
    vi: Option<Text>,
    en: Option<Text>,
}

/// What staff have changed, by kind.
type Stored = BTreeMap<AgreementKind, Changed>;

/// The texts of a kind.
pub(crate) struct Texts {
    pub(super) kind: AgreementKind,
    pub(super) vi: Template,
    pub(super) en: Template,
    pub(super) is_changed: bool,
}

/// The texts of every kind.
pub(super) async fn all(rows: &impl ConnectionTrait) -> Result<Vec<Texts>> {
    let stored = read(rows).await?;
    Ok(AgreementKind::ALL.iter().map(|kind| texts(&stored, *kind)).collect())
}

/// The texts of one kind.
pub(crate) async fn of(rows: &impl ConnectionTrait, kind: AgreementKind) -> Result<Texts> {
    Ok(texts(&read(rows).await?, kind))
}

/// Sets the texts of a kind; without one the text that came with the program holds again.
pub(super) async fn set(
    app: &Arc<App>,
    somebody: &SignedIn,
    kind: AgreementKind,
    [vi, en]: [Option<Text>; 2],
) -> Result<Texts> {
    let mut form = Form::default();
    let vi = vi.map(|text| checked(&mut form, "vi", &text));
    let en = en.map(|text| checked(&mut form, "en", &text));
    form.finish()?;
    let mut write = Write::begin(&app.database, somebody.actor()).await?;
    let mut stored = read(write.rows()).await?;
    let after = Changed { vi, en };
    let before = stored.insert(kind, after.clone()).unwrap_or_default();
    let value = serde_json::to_string(&stored).map_err(anyhow::Error::new)?;
    let row = setting::ActiveModel { key: Set(KEY.to_owned()), value: Set(value) };
    let replace = OnConflict::column(setting::Column::Key).update_column(setting::Column::Value).to_owned();
    setting::Entity::insert(row).on_conflict(replace).exec_without_returning(write.rows()).await?;
    let logged = |changed: Changed| Some(json!({ "kind": kind, "vi": changed.vi, "en": changed.en }));
    write.record(Line::of("setting", KEY, "updated").with(logged(before), logged(after)));
    app.commit(write).await?;
    Ok(texts(&stored, kind))
}

async fn read(rows: &impl ConnectionTrait) -> Result<Stored> {
    let row = setting::Entity::find_by_id(KEY).one(rows).await?;
    Ok(row.and_then(|row| serde_json::from_str(&row.value).ok()).unwrap_or_default())
}

fn texts(stored: &Stored, kind: AgreementKind) -> Texts {
    let [vi, en] = defaults::of(kind);
    let changed = stored.get(&kind).cloned().unwrap_or_default();
    let is_changed = changed.vi.is_some() || changed.en.is_some();
    Texts {
        kind,
        vi: changed.vi.map_or(vi, Template::from),
        en: changed.en.map_or(en, Template::from),
        is_changed,
    }
}

fn checked(form: &mut Form, language: &str, text: &Text) -> Text {
    let mut long = |name: &str, text: &str| {
        let field = format!("{language}.{name}");
        let text = form.optional_text(&field, Some(text), limits::TEXT_CHARS);
        if text.is_none() {
            form.wrong(field, shared::Problem::Missing);
        }
        text.unwrap_or_default()
    };
    let (legal_bases, closing) = (long("legalBases", &text.legal_bases), long("closing", &text.closing));
    let title = form.line(&format!("{language}.title"), &text.title, limits::NAME_CHARS);
    Text { title, legal_bases, closing }
}

impl From<Text> for Template {
    fn from(text: Text) -> Self {
        let Text { title, legal_bases, closing } = text;
        Self { title, legal_bases, closing }
    }
}
