//! Texts that can be written, as entries of a page, and what stands where there is nothing yet. For the screens of a bearing
//! and of a decision.

use super::state::State;
use crate::core::{framework::Framework, session::TextTarget};
use crate::ui::{page::Page, theme::Role};

/// The texts of a page that can be written: each an entry, in order.
pub struct Texts<'a> {
    state: &'a State,
    selected: usize,
    /// How many there are so far.
    pub count: usize,
}

impl<'a> Texts<'a> {
    /// No text yet; the one of this number is selected.
    pub fn new(state: &'a State, selected: usize) -> Self {
        Self {
            state,
            selected,
            count: 0,
        }
    }

    /// A text under its name; where there is none and it is selected, how to write it. What a bearing could have and has not
    /// stands only there.
    pub fn put(&mut self, page: &mut Page, name: &str, subject: &TextTarget, bar: Role, width: u16) {
        let mut entry = Page::new(width.saturating_sub(2));
        let text = self.state.session.written(subject);
        let selected = self.count == self.selected;
        if !text.is_empty() {
            entry.paragraph(Role::Muted, name, 1);
            entry.paragraph(Role::Text, text, 1);
        } else if selected {
            let how = self.state.text().bearings.write;
            entry.paragraph(Role::Muted, &format!("{name}: {how}"), 1);
        } else if !matches!(
            subject,
            TextTarget::Effect(..) | TextTarget::Learning(..) | TextTarget::Bearing(_)
        ) {
            entry.paragraph(Role::Muted, &format!("{name}: –"), 1);
        }
        page.entry(entry, bar, selected);
        self.count += 1;
    }
}

/// True where the framework says this, letter by letter.
pub fn says(framework: &Framework, part: &str) -> bool {
    let in_marks = framework.marks().any(|(.., mark)| mark.definition.contains(part));
    in_marks || framework.foreword.iter().any(|text| text.contains(part))
}

/// A page that says what there could be here, and how it comes.
pub fn empty(paragraphs: &[&str], width: u16) -> Page {
    let mut page = Page::new(width);
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if at > 0 {
            page.blank();
        }
        let role = if at == 0 { Role::Strong } else { Role::Text };
        page.paragraph(role, paragraph, 0);
    }
    page
}
