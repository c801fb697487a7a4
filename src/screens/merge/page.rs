//! Two versions of a profile as a page: every difference with mine to the left and theirs to the right, and what comes in
//! without a question. Owns what is said and in which columns; not how it looks.

use super::{Merge, Room};
use crate::core::{
    dial::DialValue,
    merge::{self as core_merge, About, Difference, Keep, Source},
    mirror,
    profile::Profile,
    sanitise::clean,
};
use crate::screens::state::State;
use crate::ui::page::{self, Page};
use crate::ui::theme::Role;
use unicode_width::UnicodeWidthStr;

/// Cells of the sign that says whether a side goes on, with the blank after it.
pub const SIGN: usize = 4;
/// The least lines of a text that are shown where it is selected, each side.
const LINES: usize = 8;
/// Cells of a dial drawn in one line: its detents.
const SCALE: usize = 11;

/// Over the list: where the other version lies, and whose column is whose.
pub fn head(merge: &Merge, state: &State, room: &Room) -> Page {
    let words = state.text().merge;
    let mut page = Page::new(room.head.width);
    let source = match &merge.merging.source {
        Source::Open => words.from_program.to_owned(),
        Source::Copy(file) => clean(&file.file_name().unwrap_or_default().to_string_lossy()).into_owned(),
    };
    let count = words.count(merge.rows(state).len());
    if room.head.height > 1 {
        page.line([(Role::Muted, format!(" {count} · {source}"))]);
    }
    if room.boxed {
        // the names stand in the boxes
        return page;
    }
    let [mine, theirs] = [room.mine, room.theirs].map(|x| usize::from(x - room.list.x) + SIGN);
    let width = usize::from(room.side).saturating_sub(SIGN);
    let [left, right] = [words.mine, words.theirs].map(|name| fit(name, width));
    page.line([(
        Role::Strong,
        format!("{:mine$}{left}{:2$}{right}", "", "", theirs - mine - left.width()),
    )]);
    page
}

/// The differences, and what comes in without a question.
pub fn page(merge: &Merge, state: &State, room: &Room) -> Page {
    let (text, words) = (state.text(), state.text().merge);
    let mut page = Page::new(room.list.width);
    let rows = merge.rows(state);
    let named = named(room);
    // full names for all the marks, or short ones for all
    let full = rows.iter().all(|(difference, _)| {
        let mark = state
            .framework
            .mark_by_id(difference.about.mark().unwrap_or_default());
        let title = mark.map_or(0, |mark| state.mark_title(mark).width());
        title + text.difference(&difference.about).width() + 3 <= named
    });
    let mut heading = None;
    for (at, (difference, keep)) in rows.iter().enumerate() {
        let (role, over) = over(state, &difference.about);
        if heading.as_ref() != Some(&over) {
            if at > 0 {
                page.blank();
            }
            let mut set = Page::new(heading_width(room) as u16);
            set.paragraph(role, &over, 0);
            page.lines.append(&mut set.lines);
            heading = Some(over);
        }
        let selected = at == merge.list.selected;
        let entry = entry(
            state,
            room,
            full,
            (difference, *keep),
            &merge.merging.theirs,
            selected,
        );
        page.entry(entry, bar(state, &difference.about), selected);
    }
    page.close();
    if !rows.is_empty() {
        page.blank();
    }
    let incoming = core_merge::incoming(state.profile(), &merge.merging.theirs);
    // nothing of these runs through the boxes
    let mut after = Page::new(heading_width(room) as u16);
    if rows.is_empty() {
        let same = if incoming.is_empty() {
            words.the_same
        } else {
            words.nothing_to_choose
        };
        after.paragraph(Role::Text, same, 1);
    }
    for sentence in text.incoming(&incoming) {
        after.paragraph(Role::Muted, &sentence, 1);
    }
    page.lines.append(&mut after.lines);
    while page.lines.last().is_some_and(Vec::is_empty) {
        page.lines.pop();
    }
    page
}

/// The heading a difference stands under: its field, or what kind of thing it is.
fn over(state: &State, about: &About) -> (Role, String) {
    let text = state.text();
    match about {
        About::Name | About::Unit | About::Challenge | About::Level | About::Review | About::Note => {
            (Role::Strong, text.merge.profile.to_owned())
        }
        About::Decision { .. } => (Role::Strong, text.bearings.decisions.to_owned()),
        About::Reply(_) => (Role::Strong, text.scopes.mirror.to_owned()),
        About::Value(id) | About::MarkNote(id) | About::Documents(id) | About::Enriches(id) => {
            match state.framework.mark_by_id(id) {
                Some(mark) => {
                    let field = state.framework.field_of(mark);
                    (Role::Field(field.get()), state.field_title(field).to_owned())
                }
                None => (Role::Strong, text.merge.other_marks.to_owned()),
            }
        }
    }
}

fn bar(state: &State, about: &About) -> Role {
    let mark = about.mark().and_then(|id| state.framework.mark_by_id(id));
    mark.map_or(Role::Accent, |mark| {
        Role::Field(state.framework.field_of(mark).get())
    })
}

/// One difference: what it is about over or before its two sides.
fn entry(
    state: &State,
    room: &Room,
    full: bool,
    (difference, keep): (&Difference, Keep),
    theirs: &Profile,
    selected: bool,
) -> Page {
    let about = &difference.about;
    // without the cell of the bar
    let mut entry = Page::new(room.list.width.saturating_sub(1));
    let name = name(state, about, selected, full, named(room));
    let versions = [(state.profile(), false), (theirs, true)];
    let said = versions.map(|(of, theirs)| state.text().version(about, of, theirs, state.names()));
    let lines = match about {
        // what is short is never cut
        About::Value(_) | About::Review | About::Level => 2,
        _ if selected => usize::from(room.list.height).saturating_sub(1).max(LINES),
        _ => 1,
    };
    let side = |at: usize, goes_on| {
        let role = match (goes_on, selected) {
            (true, true) => Role::Strong,
            (true, false) => Role::Text,
            (false, _) => Role::Muted,
        };
        let value = about.mark().filter(|_| matches!(about, About::Value(_)));
        let value = value.map(|mark| versions[at].0.value(mark));
        let sign = if goes_on { "[x] " } else { "[ ] " };
        side(
            state,
            (&said[at], &said[1 - at]),
            value,
            (role, sign),
            lines,
            room.side,
        )
    };
    let (left, right) = (side(0, keep != Keep::Theirs), side(1, keep != Keep::Mine));
    let mut sides = Page::new(entry.width as u16);
    sides.beside(left, right, usize::from(room.theirs - room.mine));
    let indent = usize::from(room.mine - room.list.x) - 1;
    if room.inline {
        entry.beside(name, sides, indent);
    } else {
        entry.lines.extend(name.lines);
        entry.beside(Page::new(0), sides, indent);
    }
    entry
}

/// Cells for what stands over differences and after them: all there are, or those before the boxes.
fn heading_width(room: &Room) -> usize {
    let width = if room.boxed {
        room.mine - room.list.x - 3
    } else {
        room.list.width
    };
    width.into()
}

/// Cells for what a difference is about.
fn named(room: &Room) -> usize {
    let room = if room.boxed {
        room.mine - room.list.x - 2
    } else if room.inline {
        room.mine - room.list.x
    } else {
        room.list.width
    };
    usize::from(room).saturating_sub(3)
}

/// The mark and what of it; a reply by its question.
fn name(state: &State, about: &About, selected: bool, full: bool, width: usize) -> Page {
    let text = state.text();
    let role = if selected { Role::Strong } else { Role::Text };
    let mut page = Page::new(width as u16 + 1);
    let what = match about.mark() {
        Some(_) => text.difference(about).to_lowercase(),
        None => text.difference(about).to_owned(),
    };
    let mark = about.mark().map(|id| match state.framework.mark_by_id(id) {
        Some(mark) => {
            let mark = state.names().mark(mark);
            clean(if full { &mark.title } else { &mark.short }).into_owned()
        }
        None => clean(id).into_owned(),
    });
    let question = match about {
        About::Reply(id) => mirror::asked(&state.framework, state.profile(), id)
            .map(|question| text.ask(&question, &state.framework)),
        _ => None,
    };
    match (mark, question) {
        (Some(mark), _) => {
            let rest = width.saturating_sub(what.width() + 3);
            page.line([
                (role, format!(" {}", fit(&mark, rest.max(1)))),
                (Role::Muted, format!(" · {what}")),
            ]);
        }
        (None, Some(question)) => page.line([(role, format!(" {}", fit(&question, width)))]),
        (None, None) => page.line([(role, format!(" {}", fit(&what, width)))]),
    }
    page
}

/// What one version says, behind the sign that says whether it goes on, in at most so many `lines`; where one of the two is
/// longer than that and it begins as the other one does, from where the two part.
fn side(
    state: &State,
    (said, other): (&str, &str),
    value: Option<DialValue>,
    (role, sign): (Role, &str),
    most: usize,
    width: u16,
) -> Page {
    let room = usize::from(width).saturating_sub(SIGN);
    let set = |text: &str| {
        let mut lines = page::wrap_message(text, room);
        lines.retain(|line| !line.trim().is_empty());
        lines
    };
    let mut lines = set(said);
    let from = parting(said, other);
    // only where what is left out is more than a few words
    let longer = lines.len() > most || set(other).len() > most;
    if longer && from > room * most / 3 {
        lines = set(&format!("…{}", &said[from..]));
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = fit(&format!("{last}…"), room);
        }
    }
    if lines.is_empty() {
        lines.push(state.text().profiles.empty.to_owned());
    }
    if let Some(value) = value {
        // in columns, where both the word and the scale have room
        const WORDS: usize = 17;
        if room >= WORDS + SCALE {
            lines[0] = format!("{:WORDS$}{}", lines[0], scale(value));
        }
    }
    let mut page = Page::new(width);
    for (row, line) in lines.into_iter().enumerate() {
        let before = if row == 0 { sign } else { "    " };
        page.line([(role, format!("{before}{line}"))]);
    }
    page
}

/// Where in `text` the word begins in which it parts from `other`, in bytes.
fn parting(text: &str, other: &str) -> usize {
    let alike = text
        .chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other);
    let alike: usize = alike.map(|(letter, _)| letter.len_utf8()).sum();
    let blank = text[..alike].rfind(char::is_whitespace);
    blank.map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8))
}

/// A dial drawn in one line: where it stands between the ends, and the middle.
fn scale(value: DialValue) -> String {
    let detents = DialValue::MIN.get()..=DialValue::MAX.get();
    let sign = |detent| match detent {
        at if at == value.get() => '●',
        0 => '│',
        _ => '─',
    };
    detents.map(sign).collect()
}

/// A text in at most this many cells, cut with an ellipsis.
fn fit(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut cut = String::new();
    for letter in text.chars() {
        if cut.width() + unicode_width::UnicodeWidthChar::width(letter).unwrap_or(0) + 1 > width {
            break;
        }
        cut.push(letter);
    }
    format!("{}…", cut.trim_end())
}
