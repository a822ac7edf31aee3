//! Addresses that pages of several parts of the program lead to.

/// Where one introduction is shown, with its conversation.
pub(crate) fn introduction_address(id: &cynic::Id) -> String {
    format!("/ket-noi/gioi-thieu/{}", id.inner())
}
