//! The texts of the screens as pages: level view, mark, foreword, lists. Owns what is said in which order; not how it
//! looks.

pub mod bearings;
mod export;
pub mod merge;
mod mirror;
mod profiles;
mod settings;
mod spark;
pub mod team;
pub mod welcome;

pub use export::export;
pub use mirror::mirror;
pub use profiles::profiles;
pub use settings::settings;

use super::{
    App,
    page::{Page, Span},
    role::Role,
    screen::LevelView,
    search::{Search, Source},
};
use crate::core::framework::MarkIndex;
use crate::text::Lang;
use unicode_width::UnicodeWidthStr;

/// Cells before each line of a mark in the level view: the bar of the selected one, and its value.
const GUTTER: usize = 5;

/// The marks of a level view, in its order.
pub fn level_marks(app: &App, view: &LevelView) -> Vec<MarkIndex> {
    let mut marks: Vec<MarkIndex> = match view.field {
        Some(field) => app.framework.marks_of(field).collect(),
        None => app.framework.mark_indices().collect(),
    };
    if view.raised_first {
        marks.sort_by_key(|mark| std::cmp::Reverse(app.value(*mark)));
    }
    marks
}

/// One level through a field or all of them.
pub fn levels(app: &App, view: &LevelView, width: u16) -> Page {
    let mut page = Page::new(width);
    if app.english.is_some() && app.lang == Lang::En {
        page.paragraph(Role::Unofficial, app.text().unofficial_beside, 0);
        page.blank();
    }
    let mut field_before = None;
    for mark in level_marks(app, view) {
        let field = app.framework.field_of(mark);
        if !view.raised_first && view.field.is_none() && field_before != Some(field) {
            if field_before.is_some() {
                page.blank();
            }
            page.paragraph(Role::Field(field.get()), app.field_title(field), 0);
            page.blank();
        }
        field_before = Some(field);
        let mut entry = Page::new(width.saturating_sub(1));
        let title = super::page::wrap_title(
            app.mark_title(mark),
            usize::from(width).saturating_sub(GUTTER + 1),
        );
        for (row, line) in title.into_iter().enumerate() {
            let value = if row == 0 {
                format!("{:>3} ", app.value(mark))
            } else {
                "    ".into()
            };
            entry.line([(Role::Field(field.get()), value), (Role::Strong, line)]);
        }
        entry.paragraph(Role::Text, app.level_text(mark, view.level), GUTTER - 1);
        let end = page.lines.len() + entry.lines.len() - 1;
        if view.level == app.own_level() {
            page.own_ends.push((mark, end));
        }
        if let Some(english) = app.english_mark(mark) {
            entry.paragraph(
                Role::Unofficial,
                english.levels.get(view.level).map_or("", String::as_str),
                GUTTER - 1,
            );
        }
        page.entry(entry, Role::Field(field.get()), mark == app.cursor);
        page.blank();
    }
    page.lines.pop();
    page
}

/// Columns narrower than this take the short titles, all of them alike.
const NARROW: u16 = 16;

/// The most rows a title takes under a dial at home.
const TITLE_ROWS: usize = 4;

/// A mark by its title, in the middle of its room: the short one where the room is narrow or the full one takes too many
/// rows. Where it is `defined` and there is plenty of room, what the mark is about stands under it.
pub fn named(app: &App, mark: MarkIndex, width: u16, height: u16, role: Role, defined: bool) -> Page {
    let shown = app.framework.mark(mark);
    let height = usize::from(height);
    let rows = if defined { height.min(TITLE_ROWS) } else { height };
    let set = |title| super::page::wrap_title(title, width.into());
    let full = Some(&shown.title)
        .filter(|_| width >= NARROW)
        .map(|title| set(title));
    let full = full.filter(|full| full.len() <= rows);
    let mut page = Page::new(width);
    for line in full.unwrap_or_else(|| set(&shown.short)).iter().take(rows) {
        page.centred(role, line);
    }
    if defined && width >= 24 {
        let mut definition = Page::new(width);
        definition.blank();
        definition.paragraph(Role::Muted, &shown.definition, 0);
        if page.lines.len() + definition.lines.len() <= height {
            page.lines.append(&mut definition.lines);
        }
    }
    page
}

/// A mark in its field: title, definition, and `with_level` what it asks at the own level. Where its dial is over it the
/// title stands in the middle, and its anchor is the empty line that is kept for where that dial stands.
pub fn in_field(
    app: &App,
    mark: MarkIndex,
    width: u16,
    selected: bool,
    centred: bool,
    with_level: bool,
) -> Page {
    let text = app.text();
    let shown = app.framework.mark(mark);
    let field = app.framework.field_of(mark).get();
    let (role, own) = match selected {
        true => (Role::Strong, Role::Text),
        false => (Role::Text, Role::Muted),
    };
    let mut page = Page::new(width);
    for line in super::page::wrap_title(&shown.title, width.into()) {
        if centred {
            page.centred(role, &line)
        } else {
            page.line([(role, line)])
        }
    }
    if centred {
        page.anchor();
        page.blank();
        page.blank();
    }
    page.paragraph(own, &shown.definition, 0);
    if let Some(english) = app.english_mark(mark) {
        page.paragraph(
            Role::Unofficial,
            &format!("{} ({})", english.definition, text.unofficial),
            0,
        );
    }
    if with_level {
        let level = app.own_level();
        page.blank();
        page.paragraph(Role::Field(field), &app.framework.levels[level], 0);
        page.paragraph(own, app.level_text(mark, level), 0);
    }
    page
}

/// What a mark says beside where its dial stands: the last bearing, the note, its links.
pub fn beside(app: &App, mark: MarkIndex, width: u16) -> Page {
    let text = app.text();
    let mut page = Page::new(width);
    if let (Some(bearing), Some(ghost)) = (app.ghost_bearing(), app.ghost(mark)) {
        page.paragraph(Role::Muted, &text.stood(bearing.at.date(), ghost), 0);
    }
    let note = app.profile().note(&app.framework.mark(mark).id);
    if !note.is_empty() {
        page.blank();
        page.paragraph(Role::Muted, text.which_need, 0);
        page.paragraph(Role::Text, note, 0);
    }
    bearings::links(app, mark, &mut page);
    page
}

/// What a mark says: its definition and every level, the own one in light.
pub fn mark(app: &App, mark: MarkIndex, width: u16) -> Page {
    let text = app.text();
    let field = app.framework.field_of(mark).get();
    let shown = app.framework.mark(mark);
    let english = app.english_mark(mark);
    let mut page = Page::new(width);
    page.paragraph(Role::Text, &shown.definition, 0);
    if let Some(footnote) = &shown.footnote {
        page.paragraph(Role::Muted, &format!("* {footnote}"), 0);
    }
    if let Some(english) = english {
        page.paragraph(
            Role::Muted,
            &format!("{} ({})", english.definition, text.unofficial),
            0,
        );
    }
    page.blank();
    let count = shown.levels.len() as u16;
    let side_by_side = count > 1 && width / count >= 24;
    let gap = 2;
    let room = if side_by_side {
        (width - gap * (count - 1)) / count
    } else {
        width
    };
    // the last line of the own level's text in its frame
    let mut own_end = None;
    let mut frames: Vec<Page> = (0..shown.levels.len())
        .map(|level| {
            let own = level == app.own_level();
            let (edge, role) = if own {
                (Role::Field(field), Role::Text)
            } else {
                (Role::Border, Role::Muted)
            };
            let mut inner = Page::new(room.saturating_sub(4));
            inner.paragraph(role, &shown.levels[level], 0);
            if own {
                own_end = Some((level, inner.lines.len()));
            }
            if let Some(english) = english {
                inner.blank();
                inner.paragraph(Role::Muted, &english.levels[level], 0);
            }
            let name = &app.framework.levels[level];
            let mut title = vec![(if own { Role::Strong } else { Role::Muted }, name.clone())];
            if own && count > 1 {
                let fits = |word: &&str| name.width() + word.width() + 3 + 5 <= usize::from(room);
                let word = [text.own_level, text.own]
                    .into_iter()
                    .find(fits)
                    .map(|word| format!(" · {word}"));
                title.extend(word.map(|word| (Role::Field(field), word)));
            }
            let mut framed = Page::new(room);
            framed.framed(inner, edge, &title, own);
            framed
        })
        .collect();
    if let Some((level, end)) = own_end {
        let before = if side_by_side { 0 } else { level };
        let over: usize = frames.iter().take(before).map(|frame| frame.lines.len()).sum();
        page.own_ends.push((mark, page.lines.len() + over + end));
    }
    if side_by_side {
        even(&mut frames, room);
        let at = usize::from(room + gap);
        let joined = frames.into_iter().reduce(|left, right| {
            let at = left
                .lines
                .first()
                .map_or(at, |line| line_width(line) + usize::from(gap));
            let mut both = Page::new(width);
            both.beside(left, right, at);
            both
        });
        page.lines.extend(joined.unwrap_or_default().lines);
    } else {
        for framed in frames {
            page.lines.extend(framed.lines);
        }
    }
    page
}

fn line_width(line: &super::page::Line) -> usize {
    line.iter().map(|span| span.text.width()).sum()
}

/// Makes frames the same height by empty lines before the last one.
fn even(frames: &mut [Page], width: u16) {
    let most = frames.iter().map(|frame| frame.lines.len()).max().unwrap_or(0);
    for frame in frames {
        while frame.lines.len() < most {
            let mut line = frame.lines[1].clone();
            let inner: usize = usize::from(width).saturating_sub(4);
            line.truncate(1);
            let edge = line[0].text.chars().next().unwrap_or(' ');
            line.push(Span {
                role: line[0].role,
                text: format!("{:inner$} {edge}", ""),
            });
            let last = frame.lines.len() - 1;
            frame.lines.insert(last, line);
        }
    }
}

/// The foreword, and the English rendering where the interface is English.
pub fn foreword(app: &App, width: u16) -> Page {
    let mut page = foreword_until(app, width, app.framework.foreword.len());
    if let (Lang::En, Some(english)) = (app.lang, &app.english) {
        page.blank();
        page.paragraph(
            Role::Strong,
            &format!("{} ({})", english.title(), app.text().unofficial),
            0,
        );
        for paragraph in english.foreword() {
            page.blank();
            page.paragraph(Role::Muted, paragraph, 0);
        }
    }
    page
}

/// The foreword as far as its first `paragraphs`.
pub fn foreword_until(app: &App, width: u16, paragraphs: usize) -> Page {
    let mut page = Page::new(width);
    page.paragraph(Role::Strong, &app.framework.title, 0);
    page.paragraph(Role::Muted, &app.framework.organisation, 0);
    for paragraph in app.framework.foreword.iter().take(paragraphs) {
        page.blank();
        page.paragraph(Role::Text, paragraph, 0);
    }
    page
}

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
                shown.marked(name, &entry.title, column);
                shown.put_before(Role::Key, &entry.label, column);
            }
            Source::Find => {
                let label = entry.label.width() + 2;
                shown.width -= label.min(shown.width / 2);
                shown.marked(Role::Strong, &entry.title, 0);
                shown.width = usize::from(width) - 1;
                shown.put_after(Role::Muted, &entry.label);
                shown.marked(Role::Muted, &entry.snippet, 2);
            }
        }
        page.entry(shown, Role::Accent, at == selected);
    }
    page
}
