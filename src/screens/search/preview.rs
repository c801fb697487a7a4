//! What is shown beside the list: what an action does, the text that was found. Owns how that is set.

use super::{super::state::State, Does, Entry, entries};
use crate::core::find::{Target, marked};
use crate::ui::{page::Page, theme::Role};

/// The selected entry, as a page of so many columns.
pub(super) fn page(entry: &Entry, query: &str, state: &State, width: u16) -> Page {
    let words = state.text().search;
    let mut page = Page::new(width);
    match &entry.does {
        Does::Act(action) => {
            heading(&mut page, &entry.title.text);
            page.paragraph(Role::Text, action.sentence(state.text()), 0);
            page.blank();
            if !entry.label.is_empty() {
                page.paragraph(Role::Muted, &words.key(&entry.label), 0);
            }
            if !entry.live {
                page.paragraph(Role::Muted, &words.works_in(&entries::places(state, *action)), 0);
            }
        }
        Does::Keys(actions) => {
            heading(&mut page, &entry.title.text);
            let mut said = "";
            for action in actions {
                let sentence = action.sentence(state.text());
                if sentence != said {
                    page.paragraph(Role::Text, sentence, 0);
                }
                said = sentence;
            }
            page.blank();
            page.paragraph(Role::Muted, &words.press(&entry.label), 0);
        }
        Does::Go(target) => found(&mut page, target, query, state),
    }
    page
}

fn heading(page: &mut Page, title: &str) {
    page.paragraph(Role::Strong, title, 0);
    page.blank();
}

/// The whole of what was found, with what was looked for lit in it.
fn found(page: &mut Page, target: &Target, query: &str, state: &State) {
    let framework = &*state.framework;
    let text = |page: &mut Page, text: &str| {
        if !text.trim().is_empty() {
            for paragraph in text.lines() {
                page.marked(Role::Text, paragraph, &marked(query, paragraph), 0);
            }
            page.blank();
        }
    };
    let rendering = |page: &mut Page, text: Option<&String>| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            let said = format!("{text} ({})", state.text().unofficial);
            page.paragraph(Role::Unofficial, &said, 0);
            page.blank();
        }
    };
    match target {
        Target::Field(field) => {
            heading(page, state.field_title(*field));
            for mark in framework.marks_of(*field) {
                page.paragraph(Role::Text, state.mark_title(mark), 0);
            }
        }
        Target::Mark(mark) => {
            heading(page, state.mark_title(*mark));
            let shown = framework.mark(*mark);
            text(page, &shown.definition);
            text(page, shown.footnote.as_deref().unwrap_or_default());
            rendering(page, state.english_mark(*mark).map(|mark| &mark.definition));
        }
        Target::Level(mark, level) => {
            let name = state.level_names().get(*level).map_or("", String::as_str);
            heading(page, &format!("{} · {name}", state.mark_title(*mark)));
            text(page, state.level_text(*mark, *level));
            let english = state.english_mark(*mark);
            rendering(page, english.and_then(|mark| mark.levels.get(*level)));
        }
        Target::Note(mark) => {
            heading(page, state.mark_title(*mark));
            text(page, state.profile().note(&framework.mark(*mark).id));
        }
        Target::Foreword(at) => {
            heading(page, state.text().foreword);
            text(page, framework.foreword.get(*at).map_or("", String::as_str));
            let english = state.rendering().and_then(|english| english.foreword().get(*at));
            rendering(page, english);
        }
        Target::Profile => {
            let profile = state.profile();
            heading(page, &profile.name);
            text(page, &profile.unit);
            text(page, &profile.challenge);
            text(page, &profile.note);
        }
        Target::Bearing(id) | Target::BearingNote(id, _) => {
            let Some(bearing) = state.profile().bearing(id) else {
                return;
            };
            let date = state.text().date(bearing.at.date());
            let label = bearing.label.trim();
            heading(page, if label.is_empty() { &date } else { label });
            if !label.is_empty() {
                page.paragraph(Role::Muted, &date, 0);
                page.blank();
            }
            let Target::BearingNote(_, mark) = target else {
                return text(page, &bearing.note);
            };
            if let Some(index) = framework.mark_by_id(mark) {
                page.paragraph(Role::Strong, state.mark_title(index), 0);
            }
            if let Some(dial) = bearing.dials.get(mark) {
                text(page, &dial.note);
                text(page, &dial.effect);
                text(page, &dial.learning);
            }
        }
    }
}
