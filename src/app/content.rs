//! The texts of the screens as pages: level view, mark, foreword, lists. Owns what is said in which order; not how it
//! looks.

mod mirror;

pub use mirror::mirror;

use super::{
    App,
    search::{Search, Source},
};
use crate::ui::page::Page;
use crate::ui::theme::role::Role;
use unicode_width::UnicodeWidthStr;

/// The list that is filtered by typing.
pub fn search(app: &App, search: &Search, width: u16) -> Page {
    let mut page = Page::new(width);
    if search.entries.is_empty() {
        page.paragraph(Role::Muted, search.empty(app.text()), 1);
        return page;
    }
    let selected = app.selected();
    let labels = search.entries.iter().map(|entry| entry.label.width());
    let column = labels.max().unwrap_or(0).min(usize::from(width) * 2 / 5) + 2;
    let mut group = None;
    for (at, entry) in search.entries.iter().enumerate() {
        if entry.group != group {
            group = entry.group;
            if at > 0 {
                page.blank();
            }
            page.paragraph(Role::Strong, group.unwrap_or_default(), 0);
        }
        let name = if entry.live { Role::Text } else { Role::Muted };
        let mut shown = Page::new(width.saturating_sub(1));
        match search.source {
            Source::Help | Source::Palette => {
                shown.marked(name, &entry.title.text, &entry.title.matches, column);
                shown.put_before(Role::Key, &entry.label, column);
            }
            Source::Find => {
                let label = entry.label.width() + 2;
                shown.width -= label.min(shown.width / 2);
                shown.marked(Role::Strong, &entry.title.text, &entry.title.matches, 0);
                shown.width = usize::from(width) - 1;
                shown.put_after(Role::Muted, &entry.label);
                shown.marked(Role::Muted, &entry.snippet.text, &entry.snippet.matches, 2);
            }
        }
        page.entry(shown, Role::Accent, at == selected);
    }
    page
}
