//! Changes of a thing as the API takes them: only what was changed, and `null` for what was emptied. A type with an
//! optional field for each would not tell the two apart.

/// Declares the changes of one input type of the API.
macro_rules! edited {
    ($(#[$about:meta])* $name:ident($input:ident)) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
        #[serde(transparent)]
        pub(crate) struct $name(pub(super) serde_json::Map<String, serde_json::Value>);

        // What cynic derives for an input object with fields of its own.
        impl cynic::InputObject for $name {
            type SchemaType = $crate::api::schema::$input;
        }

        cynic::impl_coercions!($name, $crate::api::schema::$input);

        impl $crate::api::schema::variable::Variable for $name {
            const TYPE: cynic::variables::VariableType =
                cynic::variables::VariableType::Named(stringify!($input));
        }
    };
}
pub(crate) use edited;
