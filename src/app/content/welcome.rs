//! The steps of the welcome as pages.

use crate::app::{App, screen::WelcomeStep};
use crate::core::framework::Framework;
use crate::ui::page::Page;
use crate::ui::theme::role::Role;

/// A part of the sentence in the foreword that the dials come from.
const TURN: &str = "skrue op og ned";

/// The paragraphs of the foreword that the welcome shows, counted from 0: the first two, and the one of the dials.
pub fn paragraphs(framework: &Framework) -> Vec<usize> {
    let foreword = &framework.foreword;
    let turn = foreword.iter().position(|paragraph| paragraph.contains(TURN));
    let shown = [Some(0), Some(1), turn.filter(|turn| *turn > 1)];
    let shown = shown.into_iter().flatten();
    shown.filter(|at| *at < foreword.len()).collect()
}

/// What this is, in the framework's own words: the greeting, what it is for, and the sentence of the dials.
pub fn about(app: &App, width: u16) -> Page {
    let words = app.text().welcome;
    let foreword = &app.framework.foreword;
    let mut page = Page::new(width);
    step(app, &mut page, WelcomeStep::About);
    for at in paragraphs(&app.framework) {
        let role = if at == 0 { Role::Strong } else { Role::Text };
        page.paragraph(role, &foreword[at], 0);
        if let Some(english) = app.rendering().and_then(|english| english.foreword().get(at)) {
            page.paragraph(Role::Unofficial, english, 0);
        }
        page.blank();
    }
    if foreword.is_empty() {
        page.paragraph(Role::Strong, &app.framework.title, 0);
        page.blank();
    }
    page.paragraph(Role::Notice, words.about, 0);
    page
}

/// The own level: each with what it asks in the first mark.
pub fn level(app: &App, width: u16) -> Page {
    let words = app.text().welcome;
    let mut page = Page::new(width);
    step(app, &mut page, WelcomeStep::Level);
    page.paragraph(Role::Strong, words.which_level, 0);
    page.blank();
    let first = app.framework.first_mark();
    for (level, name) in app.framework.levels.iter().enumerate() {
        let selected = level == app.selected();
        let (name_role, role) = if selected {
            (Role::Strong, Role::Text)
        } else {
            (Role::Text, Role::Muted)
        };
        let mut entry = Page::new(width.saturating_sub(1));
        entry.line([(name_role, format!(" {name}"))]);
        let asks = words.asks(app.mark_title(first), app.level_text(first, level));
        entry.paragraph(role, &asks, 1);
        page.entry(entry, Role::Accent, selected);
        page.blank();
    }
    page.paragraph(Role::Notice, words.level, 0);
    page
}

/// The first dial: what its mark is about, and how it is turned.
pub fn dial(app: &App, width: u16) -> Page {
    let words = app.text().welcome;
    let mark = app.cursor;
    let mut page = Page::new(width);
    step(app, &mut page, WelcomeStep::Dial);
    // first what there is to do: in a low window the rest has to be scrolled to
    page.paragraph(Role::Notice, words.dial, 0);
    page.blank();
    let field = app.framework.field_of(mark);
    page.paragraph(Role::Field(field.get()), app.field_title(field), 0);
    page.paragraph(Role::Strong, app.mark_title(mark), 0);
    page.blank();
    page.paragraph(Role::Text, &app.framework.mark(mark).definition, 0);
    if let Some(english) = app.english_mark(mark) {
        page.paragraph(Role::Unofficial, &english.definition, 0);
    }
    page
}

/// Which of the three it is.
fn step(app: &App, page: &mut Page, step: WelcomeStep) {
    page.paragraph(Role::Accent, app.text().welcome.step(step.number()), 0);
    if app.rendering().is_some() && step != WelcomeStep::Level {
        page.paragraph(Role::Unofficial, app.text().unofficial_beside, 0);
    }
    page.blank();
}
