//! The mirror as a page: the open questions with the sentences they rest on, then those that have their answer. Owns
//! what is said in which order; not how it looks.

use crate::app::App;
use crate::core::mirror::{self, Answer, Question};
use crate::ui::page::Page;
use crate::ui::theme::role::Role;

/// The questions.
pub fn mirror(app: &App, width: u16) -> Page {
    let words = app.text().mirror;
    let mut page = Page::new(width);
    let (open, replied) = (app.open_questions(), app.replied_questions());
    if open.is_empty() {
        page.paragraph(Role::Muted, words.quiet, 1);
        page.blank();
    }
    let selected = app.selected();
    for (at, question) in open.iter().enumerate() {
        let mut entry = asked(app, question, width, at == selected);
        let hint = match question.rule.answer() {
            Answer::Words => None,
            Answer::Links => Some(words.by_links),
            Answer::Reading => Some(words.by_reading),
            Answer::NewReviewDate => Some(words.by_review),
            Answer::Challenge => Some(words.by_challenge),
        };
        if let Some(hint) = hint {
            entry.paragraph(Role::Muted, &format!("→ {hint}"), 3);
        }
        page.entry(entry, Role::Notice, at == selected);
        page.blank();
    }
    if !replied.is_empty() {
        page.paragraph(Role::Strong, words.replied, 0);
        page.blank();
    }
    for (at, question) in replied.iter().enumerate() {
        let is_selected = open.len() + at == selected;
        let mut entry = Page::new(width.saturating_sub(1));
        entry.paragraph(Role::Muted, &app.text().ask(question, &app.framework), 1);
        if let Some(reply) = mirror::reply(app.profile(), &question.id) {
            if !reply.text.trim().is_empty() {
                entry.paragraph(Role::Text, &reply.text, 3);
            }
            if reply.put_away {
                entry.paragraph(Role::Muted, words.is_put_away, 3);
            }
        }
        page.entry(entry, Role::Border, is_selected);
        page.blank();
    }
    let mut earlier = app.earlier_replies().peekable();
    if earlier.peek().is_some() {
        page.paragraph(Role::Strong, words.earlier, 0);
        page.blank();
    }
    for (question, text) in earlier {
        if !question.is_empty() {
            page.paragraph(Role::Muted, &question, 2);
        }
        page.paragraph(Role::Text, text, 4);
        page.blank();
    }
    page.lines.pop();
    page
}

/// A question over its sentence, and the rendering of that where the interface is not in the framework's language.
fn asked(app: &App, question: &Question, width: u16, selected: bool) -> Page {
    let mut page = Page::new(width.saturating_sub(1));
    let role = if selected { Role::Strong } else { Role::Text };
    page.paragraph(role, &app.text().ask(question, &app.framework), 1);
    if let Some(quote) = &question.quote {
        let warm = if selected { Role::Notice } else { Role::Muted };
        page.paragraph(warm, &app.text().mirror.quoted(&quote.text), 3);
        let rendering = app
            .rendering()
            .and_then(|translation| quote.rendering(translation));
        if let Some(rendering) = rendering {
            let text = format!("{rendering} ({})", app.text().unofficial);
            page.paragraph(Role::Unofficial, &text, 3);
        }
    }
    page
}
