//! What a mark is connected with, in words.

use super::state::State;
use crate::core::{framework::MarkIndex, sanitise::clean};
use crate::ui::{page::Page, theme::Role};

/// Puts the connected documents and the operations marks it enriches on a page.
pub fn links(state: &State, mark: MarkIndex, page: &mut Page) {
    let Some(dial) = state.profile().dials.get(&state.framework.mark(mark).id) else {
        return;
    };
    let words = state.text().bearings;
    if !dial.documents.is_empty() {
        let names: Vec<_> = dial.documents.iter().map(|name| clean(name)).collect();
        page.paragraph(Role::Muted, &words.connected(&names.join(", ")), 0);
    }
    let enriched = dial
        .enriches
        .iter()
        .filter_map(|id| state.framework.mark_by_id(id));
    let enriched: Vec<_> = enriched.map(|mark| state.mark_title(mark)).collect();
    if !enriched.is_empty() {
        page.paragraph(Role::Muted, &words.enriched(&enriched.join(", ")), 0);
    }
}
