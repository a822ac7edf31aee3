//! Packs of a product, checked: every size, weight or wrapping has a barcode of its own.

use std::collections::HashSet;

use shared::{Gtin, Problem, ProductId, VariantId, limits};

use super::inputs::VariantInput;
use crate::{entities::variant, forms::Form, labels::Labels};

/// The packs as they will be, and what is wrong with them.
pub(super) fn check(
    form: &mut Form,
    field: &str,
    inputs: &[VariantInput],
    product: ProductId,
    known: &[variant::Model],
    labels: &Labels,
) -> Vec<variant::Model> {
    if inputs.len() > limits::VARIANTS {
        form.wrong(field, Problem::TooLong);
    }
    let (mut gtins, mut ids) = (HashSet::new(), HashSet::new());
    let mut variants = Vec::with_capacity(inputs.len());
    for (input, place) in inputs.iter().zip(0..) {
        let of = |name: &str| format!("{field}.{place}.{name}");
        let gtin = input.gtin.as_deref().filter(|text| !text.trim().is_empty());
        let gtin: Option<Gtin> = gtin.and_then(|text| form.read(&of("gtin"), text.parse()));
        if gtin.as_ref().is_some_and(|gtin| !gtins.insert(gtin.clone())) {
            form.wrong(of("gtin"), Problem::Taken);
        }
        let id = match &input.id {
            None => VariantId::new(),
            Some(id) => {
                let own = id.parse().ok().filter(|id: &VariantId| known.iter().any(|row| row.id == *id));
                let own = own.filter(|id| ids.insert(*id));
                if own.is_none() {
                    form.wrong(of("id"), Problem::NotOffered);
                }
                own.unwrap_or_else(VariantId::new)
            }
        };
        let is_pack = |code: &str| labels.unit(code).map(|unit| unit.base_factor.is_none());
        let net_unit =
            unit(form, &of("netUnit"), input.net_unit.as_deref(), |code| is_pack(code) == Some(false));
        let pack_unit =
            unit(form, &of("packUnit"), input.pack_unit.as_deref(), |code| is_pack(code).is_some());
        // A content without its unit says nothing, and a unit without a content neither.
        match (input.net_content, &net_unit) {
            (Some(content), _) if content.thousandths() <= 0 => {
                form.wrong(of("netContent"), Problem::OutOfRange)
            }
            (Some(_), None) => form.wrong(of("netUnit"), Problem::Missing),
            (None, Some(_)) => form.wrong(of("netContent"), Problem::Missing),
            _ => {}
        }
        variants.push(variant::Model {
            id,
            product_id: product,
            position: place,
            name: form.line(&of("name"), &input.name, limits::NAME_CHARS),
            gtin,
            net_content: input.net_content,
            net_unit,
            pack_unit,
            retail_price: input.retail_price,
            wholesale_price: input.wholesale_price,
        });
    }
    variants
}

/// The code of a unit that is on offer.
pub(super) fn unit(
    form: &mut Form,
    field: &str,
    code: Option<&str>,
    is_offered: impl Fn(&str) -> bool,
) -> Option<String> {
    let code = code.map(str::trim).filter(|code| !code.is_empty())?;
    if !is_offered(code) {
        form.wrong(field, Problem::NotOffered);
    }
    Some(code.to_owned())
}
