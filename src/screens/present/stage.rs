//! What a mark's screen looks like in a room: how much of it each part has, and what stands there. Nothing is cut that is to be
//! read; where there is no room for both levels they give way once everyone's dots are shown.

use super::{Present, scale::Scale};
use crate::core::{framework::MarkIndex, sanitise::clean, team::Row};
use crate::screens::state::State;
use crate::ui::{
    Look,
    big::Big,
    page::{Page, cut, wrap},
    panel::{self, Panel},
    text_field,
    theme::Role,
    write,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr;

/// The least rows for dots: while they wait or something is written, and once they are shown; and their most, past which the
/// room is for air.
const WAITING: u16 = 3;
const SHOWN: u16 = 6;
const MOST: u16 = 18;
/// The most rows of the title's letters.
const TITLE: u16 = 12;
/// From so many rows and columns on, the definition, the numbers and the words under them are in large letters too, of so many
/// rows.
const ROOMY: (u16, u16) = (44, 130);
const DEFINITION: u16 = 5;
const WORDS: u16 = 4;
/// The rows of what was agreed, while it is written.
const WRITING: u16 = 5;

/// Where everything stands.
struct Stage {
    title: Big,
    title_at: Rect,
    /// The definition in large letters, where there is room for that.
    definition: Option<(Big, Rect)>,
    text: Page,
    text_at: Rect,
    dots: Rect,
    axis: Rect,
    numbers: Rect,
    /// The words under the scale.
    words: Vec<String>,
    large_words: Option<Big>,
    words_at: Rect,
    agreed: Rect,
}

/// Draws the mark on the screen.
pub fn draw(
    present: &Present,
    state: &State,
    look: &Look,
    frame: &mut Frame<'_>,
    body: Rect,
) -> Option<Position> {
    let mark = state.cursor;
    let revealed = present.is_revealed(state);
    let row = row(state, mark);
    let field = state.framework.field_of(mark).get();
    let stage = stage(present, state, look, &row, body);
    status(present, state, look, frame, body);
    let buffer = frame.buffer_mut();
    stage.title.draw(look, buffer, stage.title_at, Role::Field(field));
    if let Some((definition, area)) = &stage.definition {
        definition.draw(look, buffer, *area, Role::Strong);
    }
    let own = state.team.you().map(|you| you.values[mark.get()]);
    let scale = Scale {
        row: &row,
        own,
        field,
        revealed: revealed.then(|| state.motion.reveal()),
    };
    scale.dots(look, buffer, stage.dots);
    scale.axis(look, buffer, stage.axis);
    scale.numbers(state, look, buffer, stage.numbers);
    let role = if revealed { Role::Strong } else { Role::Muted };
    match &stage.large_words {
        Some(large) => large.draw(look, buffer, stage.words_at, role),
        None => {
            for (y, line) in (stage.words_at.y..stage.words_at.bottom()).zip(&stage.words) {
                let style = look.style(role);
                write(buffer, stage.words_at.x, y, line, stage.words_at.width, style);
            }
        }
    }
    frame.render_widget(look.text(&stage.text, 0, stage.text_at.height), stage.text_at);
    agreed(present, state, look, frame, stage.agreed);
    match present.input {
        Some(_) => None,
        None => Some(Position::new(stage.title_at.x, stage.title_at.y)),
    }
}

/// Where what was agreed is written in a body.
pub fn writing_room(body: Rect) -> Rect {
    panel::inner(foot(body, WRITING))
}

/// So many rows at the foot of the body.
fn foot(body: Rect, rows: u16) -> Rect {
    let height = rows.min(body.height);
    Rect {
        y: body.bottom() - height,
        height,
        ..body
    }
}

/// How everyone who is looked at stands on a mark.
fn row(state: &State, mark: MarkIndex) -> Row {
    let rows = &state.team.view.rows;
    let row = rows.iter().find(|row| row.mark == mark);
    row.cloned().unwrap_or(Row {
        mark,
        at: [0; 11],
        median: 0.0,
        spread: 0,
        quartiles: (0.0, 0.0),
        movement: 0,
    })
}

/// The top row: which mark it is, in full, and at the right who has turned in and how long it has been on the screen.
fn status(present: &Present, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) {
    let words = state.text().present;
    let mark = state.cursor;
    let (count, of) = (
        state.team.view.leaders.len(),
        state.presented.expected(&state.team),
    );
    let minutes = match state.presented.unkept {
        Some(_) => words.unkept.to_owned(),
        None => words.minutes(present.minutes(state)),
    };
    let place = words.place(present.at(state) + 1, present.order.len());
    let title = state.mark_title(mark);
    let right = [words.turned_in(count, of), words.turned_in_short(count, of)]
        .map(|turned_in| format!("{turned_in} · {minutes}"));
    let left = [format!("{place} · {title}"), title.to_owned()];
    let width = usize::from(body.width);
    let fits = |(left, right): &(&String, &String)| left.width() + 2 + right.width() <= width;
    let all = left
        .iter()
        .flat_map(|left| right.iter().map(move |right| (left, right)));
    let (left, right) = all.into_iter().find(fits).unwrap_or((&left[1], &right[1]));
    let room = width.saturating_sub(right.width() + 2);
    let field = Role::Field(state.framework.field_of(mark).get());
    let buffer = frame.buffer_mut();
    write(
        buffer,
        body.x,
        body.y,
        &cut(left, room),
        room as u16,
        look.style(field),
    );
    let x = body.right().saturating_sub(right.width() as u16);
    write(
        buffer,
        x,
        body.y,
        right,
        body.right() - x,
        look.style(Role::Muted),
    );
}

/// The words under the scale.
fn words(present: &Present, state: &State, row: &Row) -> String {
    let words = state.text().present;
    let exports = state.text().export;
    match (row.count(), present.is_revealed(state)) {
        (0, _) => words.nobody.to_owned(),
        (_, false) => {
            let keys = state
                .keymap
                .keys(crate::screens::action::Action::ShowAll, super::Scope::Present);
            words.shows(&keys)
        }
        (1, true) => words.alone(&exports.steps(row.median)),
        _ if row.agrees() => words.together(row.spread),
        _ => {
            let (from, to) = row.quartiles;
            words.apart(row.spread, &exports.steps(from), &exports.steps(to))
        }
    }
}

/// How much of the text there is room for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// Everything, with the translation beside it.
    All,
    /// The levels without their translation.
    Levels,
    /// Nothing translated.
    Whole,
    /// The definition alone, with its translation.
    Translated,
    /// The definition alone.
    Definition,
}

/// The text of a mark: what it is about and what it asks at each level, side by side where there is room.
fn text(state: &State, width: u16, told: Told, definition: bool) -> Page {
    let mark = state.framework.mark(state.cursor);
    let english = state.english_mark(state.cursor);
    let mut page = Page::new(width);
    if definition {
        page.paragraph(Role::Strong, &mark.definition, 0);
        if let Some(footnote) = &mark.footnote {
            page.paragraph(Role::Muted, &format!("* {footnote}"), 0);
        }
        if let Some(english) = english.filter(|_| !matches!(told, Told::Whole | Told::Definition)) {
            let said = format!("{} ({})", english.definition, state.text().unofficial);
            page.paragraph(Role::Unofficial, &said, 0);
        }
    }
    if matches!(told, Told::Translated | Told::Definition) || mark.levels.is_empty() {
        return page;
    }
    /// Cells between two levels beside each other.
    const APART: u16 = 3;
    let count = mark.levels.len() as u16;
    let beside = (width + APART) / count >= 30 + APART;
    let wide = if beside {
        (width + APART) / count - APART
    } else {
        width
    };
    let level = |at: usize| {
        let mut level = Page::new(wide);
        let name = state.level_names().get(at).map_or("", String::as_str);
        level.paragraph(Role::Accent, name, 0);
        level.paragraph(Role::Strong, &mark.levels[at], 0);
        let english = english.and_then(|english| english.levels.get(at));
        if let Some(english) = english.filter(|_| told == Told::All) {
            level.paragraph(Role::Unofficial, english, 0);
        }
        level
    };
    if !page.lines.is_empty() {
        page.blank();
    }
    let mut levels = (0..mark.levels.len()).map(level);
    if !beside {
        for level in levels {
            page.lines.extend(level.lines);
        }
        return page;
    }
    let mut row = levels.next().unwrap_or_default();
    for (at, level) in (1..).zip(levels) {
        let before = std::mem::replace(&mut row, Page::new(width));
        row.beside(before, level, usize::from((wide + APART) * at));
    }
    page.lines.extend(row.lines);
    page
}

/// The parts of the body for the mark on the screen.
fn stage(present: &Present, state: &State, look: &Look, row: &Row, body: Rect) -> Stage {
    let revealed = present.is_revealed(state);
    let roomy = body.height >= ROOMY.0 && body.width >= ROOMY.1;
    let said = words(present, state, row);
    let large_words = roomy
        .then(|| Big::line(look, &said, body.width, WORDS))
        .filter(Big::is_large);
    let words = wrap(&said, body.width.into());
    let words_rows = large_words.as_ref().map_or(words.len() as u16, Big::height);
    let numbers_rows = if large_words.is_some() { WORDS } else { 1 };
    let agreed_rows = agreed_rows(present, state, body, revealed);
    let status = 1;
    let fixed = status + 1 + numbers_rows + words_rows + agreed_rows;
    let rest = body.height.saturating_sub(fixed);
    let least = match (revealed, &present.input) {
        (true, None) => SHOWN,
        _ => WAITING,
    };
    let shown = state.names().mark(state.cursor);
    let most = (body.height * 2 / 7).min(TITLE);
    // a row of air under the title where the letters have none of their own
    let title = |most: u16| Big::line(look, &shown.short, body.width, most);
    let mut choices = Vec::new();
    for told in [
        Told::All,
        Told::Levels,
        Told::Whole,
        Told::Translated,
        Told::Definition,
    ] {
        for large in [true, false] {
            if large && !roomy {
                continue;
            }
            choices.extend((4..=most).rev().chain([0]).map(|most| (told, large, most)));
        }
    }
    // letters that can be read are worth more than the translation, and both levels more than the largest letters
    let can_be_large = title(most).is_large();
    choices.sort_by_key(|(told, large, most)| {
        let small = can_be_large && *most < 4;
        (
            small && *told != Told::Definition,
            *told as u8,
            !*large,
            std::cmp::Reverse(*most),
        )
    });
    let parts = |(told, large, most): (Told, bool, u16)| {
        let title = title(most);
        if most >= 4 && !title.is_large() && look.marker != ratatui_dial::Marker::Ascii {
            return None;
        }
        let definition = &state.framework.mark(state.cursor).definition;
        let definition = match large {
            true => Some(Big::paragraph(look, definition, body.width, DEFINITION)?),
            false => None,
        };
        let text = text(state, body.width, told, definition.is_none());
        let high =
            title.height() + definition.as_ref().map_or(0, |big| big.height() + 1) + text.lines.len() as u16;
        (high + least <= rest).then_some((title, definition, text, high))
    };
    let (title, definition, text, high) = choices.into_iter().find_map(parts).unwrap_or_else(|| {
        let text = text(state, body.width, Told::Definition, true);
        let high = (1 + text.lines.len() as u16).min(rest.saturating_sub(1));
        (title(0), None, text, high)
    });
    let free = rest.saturating_sub(high);
    let dots = free.min(MOST);
    // what is left is air: between the text and the dots
    let air = free - dots;
    let at = |y: u16, height: u16| Rect {
        y: y.min(body.bottom()),
        height: height.min(body.bottom().saturating_sub(y)),
        ..body
    };
    let title_at = at(body.y + status + air / 4, title.height());
    let mut y = title_at.bottom();
    let definition = definition.map(|big| {
        let area = at(y, big.height());
        y = area.bottom() + 1;
        (big, area)
    });
    let above = definition.as_ref().map_or(0, |(big, _)| big.height() + 1);
    let text_rows = high.saturating_sub(title.height() + above);
    let text_at = at(y + u16::from(air > 4), text_rows);
    let bottom = body.bottom().saturating_sub(agreed_rows);
    let words_at = at(bottom.saturating_sub(words_rows), words_rows);
    let numbers = at(words_at.y.saturating_sub(numbers_rows), numbers_rows);
    let axis = at(numbers.y.saturating_sub(1), 1);
    Stage {
        title,
        title_at,
        definition,
        text,
        text_at,
        dots: at(axis.y.saturating_sub(dots), dots),
        axis,
        numbers,
        words,
        large_words,
        words_at,
        agreed: foot(body, agreed_rows),
    }
}

/// The rows of what was agreed.
fn agreed_rows(present: &Present, state: &State, body: Rect, revealed: bool) -> u16 {
    let agreed = state.presented.agreed(&state.framework, state.cursor);
    if present.input.is_some() {
        return WRITING;
    }
    match (agreed.is_empty(), revealed) {
        (true, true) => 1,
        (true, false) => 0,
        (false, _) => {
            let lines = agreed
                .lines()
                .flat_map(|line| wrap(line, usize::from(body.width) - 4))
                .count();
            2 + (lines as u16).min((body.height / 6).max(1))
        }
    }
}

/// What was agreed, or how it is written.
fn agreed(present: &Present, state: &State, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let words = state.text().present;
    let title = [(Role::Strong, state.text().export.agreed)];
    if let Some(input) = &present.input {
        let inner = Panel::new(&title)
            .edge(Role::SelectedBorder)
            .draw(look, frame, area);
        return text_field(look, frame, inner, input, words.write_here);
    }
    if area.is_empty() {
        return;
    }
    let agreed = state.presented.agreed(&state.framework, state.cursor);
    if agreed.is_empty() {
        let keys = state
            .keymap
            .keys(crate::screens::action::Action::Note, super::Scope::Present);
        let said = words.invite(&keys);
        write(
            frame.buffer_mut(),
            area.x,
            area.y,
            &said,
            area.width,
            look.style(Role::Muted),
        );
        return;
    }
    let inner = Panel::new(&title).draw(look, frame, area);
    let mut page = Page::new(inner.width);
    for line in agreed.lines() {
        page.paragraph(Role::Text, &clean(line), 0);
    }
    if page.lines.len() > usize::from(inner.height) {
        page.lines.truncate(inner.height.into());
        if let Some(last) = page.lines.last_mut().and_then(|line| line.last_mut()) {
            last.text = cut(&format!("{} …", last.text), inner.width.into());
        }
    }
    frame.render_widget(look.text(&page, 0, inner.height), inner);
}
