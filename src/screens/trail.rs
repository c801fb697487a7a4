//! Where the reader is, as the parts of the line on top. Owns how the parts of places under home are put together.

use super::state::State;
use crate::core::framework::FieldIndex;
use crate::ui::theme::Role;
use std::borrow::Cow;

/// The parts of a trail, each with its role.
pub type Trail<'a> = Vec<(Role, Cow<'a, str>)>;

/// Between two parts of a trail.
pub const STEP: &str = " › ";

/// The names of fields and marks that there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Their titles.
    Long,
    /// Their short names.
    Short,
}

/// Home and these parts under it. The first two parts are left out where there is little room.
pub fn under_home<'a>(state: &State, parts: impl IntoIterator<Item = (Role, Cow<'a, str>)>) -> Trail<'a> {
    let mut trail: Trail<'a> = vec![(Role::Muted, state.text().framework.into())];
    for part in parts {
        trail.push((Role::Muted, STEP.into()));
        trail.push(part);
    }
    trail
}

/// The name of a field.
pub fn field_name(state: &State, field: FieldIndex, names: Names) -> &str {
    let field = state.names().field(field);
    match names {
        Names::Long => &field.title,
        Names::Short => &field.short,
    }
}

/// The name of the selected mark.
pub fn mark_name(state: &State, names: Names) -> &str {
    let mark = state.names().mark(state.cursor);
    match names {
        Names::Long => &mark.title,
        Names::Short => &mark.short,
    }
}
