//! Two leaders over each other: the reader and a colleague, on the marks where they stand far apart or on all; beside them
//! both dials of the selected mark and what it asks at each level, and a note of what the talk came to. Owns which marks are
//! shown; the note is a decision in the reader's own profile.

use super::{
    Outcome, Route, Screen,
    action::Action,
    beside::Beside,
    layout,
    list::List,
    marks,
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::{
    compare::{Apart, Picture, apart},
    dial::DialValue,
    sanitise::clean,
    session::TextTarget,
    team::Leader,
};
use crate::ui::{
    Look,
    page::{Line, Page, Span, cut},
    theme::Role,
    write,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr;

/// Cells of a scale, with both ends' numbers.
const SCALE: usize = 27;
/// The least columns in which the levels stand beside each other.
const LEVELS: u16 = 56;

/// The reader and a colleague.
#[derive(Clone, Debug)]
pub struct Two {
    /// The colleague, as she was when the screen was opened; what is read anew counts.
    leader: Leader,
    /// All marks are shown.
    all: bool,
    list: List,
}

impl Two {
    /// This colleague over the reader.
    pub fn new(leader: Leader) -> Self {
        Self {
            leader,
            all: false,
            list: List::default(),
        }
    }

    /// The colleague as she was last read.
    fn leader<'a>(&'a self, state: &'a State) -> &'a Leader {
        let team = state.team.team.as_ref();
        let found = team.and_then(|team| team.leaders.iter().find(|one| one.source == self.leader.source));
        found.unwrap_or(&self.leader)
    }

    fn name(&self, state: &State) -> String {
        clean(&self.leader(state).name).into_owned()
    }

    /// The marks that are shown.
    fn marks(&self, state: &State) -> Vec<Apart> {
        let theirs = self.leader(state).profile(&state.framework);
        let (yours, theirs) = (Picture::Now(state.profile()), Picture::Now(&theirs));
        let mut marks = apart(&state.framework, yours, theirs);
        marks.retain(|apart| self.all || apart.is_far());
        marks
    }

    /// The selected mark among those that are shown.
    fn selected(&self, state: &State) -> Option<Apart> {
        let marks = self.marks(state);
        let own = marks.iter().find(|apart| apart.mark == state.cursor);
        own.or(marks.first()).copied()
    }
}

impl Screen for Two {
    fn scope(&self) -> Scope {
        Scope::Two
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        let parts = [
            (Role::Muted, state.text().export.team.into()),
            (Role::Strong, state.text().team.you_and(&self.name(state)).into()),
        ];
        under_home(state, parts)
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match action {
            Action::AllMarks => {
                self.all = !self.all;
                self.settle(state);
                Outcome::Done
            }
            Action::Note => {
                let title = state.text().team.talk(&self.name(state));
                Outcome::Go(Route::Note(TextTarget::Talk(title)))
            }
            Action::Open => Outcome::Go(Route::Mark),
            action => self.walk(action, state),
        }
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let rooms = Beside::of(body, |width| self.list_page(state, width, false).lines.len());
        let title = state.text().team.you_and(&self.name(state));
        rooms.frame_list(look, frame, &[(Role::Strong, &cut(&title, 40))]);
        if let (Some(apart), Some(inner)) = (self.selected(state), rooms.in_other()) {
            let field = Role::Field(state.framework.field_of(apart.mark).get());
            let title = cut(state.mark_title(apart.mark), inner.width.saturating_sub(2).into());
            rooms.frame_other(look, frame, &[(field, &*title)]);
            let page = texts(state, apart, inner.width);
            let rows = (page.lines.len() as u16).min(inner.height);
            frame.render_widget(look.text(&page, 0, inner.height), inner);
            self.draw_dials(
                state,
                look,
                frame,
                apart,
                Rect {
                    y: inner.y + rows,
                    height: inner.height - rows,
                    ..inner
                },
            );
        }
        Some(self.draw_page(state, look, frame, body))
    }

    fn room(&self, state: &State, body: Rect) -> Rect {
        Beside::of(body, |width| self.list_page(state, width, false).lines.len()).list
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let body = state.body();
        let seen = Beside::of(body, |width| self.list_page(state, width, false).lines.len()).is_seen();
        self.list_page(state, width, !seen)
    }

    /// The line of the selected mark is selected.
    fn list(&self, state: &State) -> List {
        let marks = self.marks(state);
        let at = marks.iter().position(|apart| apart.mark == state.cursor);
        List {
            selected: at.unwrap_or(0),
            ..self.list
        }
    }

    /// The mark of the selected line is the selected mark.
    fn set_list(&mut self, list: List, state: &mut State) {
        self.list = list;
        if let Some(apart) = self.marks(state).get(list.selected) {
            state.cursor = apart.mark;
        }
    }
}

impl Two {
    /// The marks as lines, under what the signs mean; and under them the text of the selected one, where it stands nowhere
    /// else.
    fn list_page(&self, state: &State, width: u16, texted: bool) -> Page {
        let words = state.text().team;
        let mut page = Page::new(width);
        let name = self.name(state);
        page.paragraph(Role::Muted, &words.signs(&name), 0);
        page.blank();
        let marks = self.marks(state);
        if marks.is_empty() {
            page.paragraph(Role::Text, &words.close(&name), 0);
        }
        for apart in &marks {
            let selected = apart.mark == state.cursor;
            let field = Role::Field(state.framework.field_of(apart.mark).get());
            page.entry(
                entry(state, apart, width.saturating_sub(1), selected),
                field,
                selected,
            );
        }
        page.close();
        page.blank();
        let key = state.keymap.keys(Action::AllMarks, Scope::Two);
        let shown = if self.all {
            words.fewer(&key)
        } else {
            words.all(&key)
        };
        page.paragraph(Role::Muted, &shown, 0);
        let talk = TextTarget::Talk(words.talk(&name));
        let written = state.session.written(&talk);
        if !written.is_empty() {
            page.blank();
            page.paragraph(Role::Strong, &words.talk(&name), 0);
            page.paragraph(Role::Text, written, 0);
        }
        if let Some(apart) = self.selected(state).filter(|_| texted) {
            page.blank();
            page.paragraph(Role::Strong, state.mark_title(apart.mark), 0);
            page.lines.extend(texts(state, apart, width).lines);
        }
        page
    }

    /// Both dials of a mark with whose they are under them, where there is room.
    fn draw_dials(&self, state: &State, look: &Look, frame: &mut Frame<'_>, apart: Apart, area: Rect) {
        if area.height < 4 {
            return;
        }
        let halves = [area.x, area.x + area.width / 2];
        let said = [state.text().team.reader.to_owned(), self.name(state)];
        for ((x, said), value) in halves.into_iter().zip(said).zip([apart.yours, apart.theirs]) {
            let half = Rect {
                x,
                y: area.y + 1,
                width: area.width / 2,
                height: area.height - 1,
            };
            let Some((width, height)) = layout::dial_size(half.width, half.height - 1) else {
                return;
            };
            let left = half.x + (half.width - width) / 2;
            let dial = marks::dial_of(state, look, apart.mark, value, None);
            frame.render_widget(dial, Rect::new(left, half.y, width, height));
            let said = cut(&format!("{said} {value}"), half.width.into());
            let at = half.x + (half.width - said.width() as u16) / 2;
            let style = look.style(Role::Strong);
            write(frame.buffer_mut(), at, half.y + height, &said, half.width, style);
        }
    }
}

/// A mark with where both stand: in one line where there is room, else in two.
fn entry(state: &State, apart: &Apart, width: u16, selected: bool) -> Page {
    let mut page = Page::new(width);
    let room = usize::from(width);
    let role = if selected { Role::Strong } else { Role::Text };
    let named = state.names().mark(apart.mark);
    let figures = format!("{:>3} {:>3}", apart.yours, apart.theirs);
    let beside = room >= SCALE + 34;
    let rest = room.saturating_sub(if beside { SCALE + 2 } else { figures.width() + 1 });
    let title = if named.title.width() <= rest {
        &named.title
    } else {
        &named.short
    };
    let mut line: Line = vec![Span {
        role,
        text: super::team::fit(title, rest),
    }];
    if beside {
        line.push(Span {
            role,
            text: "  ".into(),
        });
        line.extend(scale(state, apart));
        page.lines.push(line);
    } else {
        line.push(Span {
            role: Role::Strong,
            text: format!(" {figures}"),
        });
        page.lines.push(line);
        if room >= SCALE {
            page.lines.push(scale(state, apart));
        }
    }
    page
}

/// Both on one line, `−5 ──●──◆── +5`: `◆` the reader, `●` the colleague.
fn scale(state: &State, apart: &Apart) -> Line {
    let field = Role::Field(state.framework.field_of(apart.mark).get());
    let place = |value: DialValue| 2 * usize::from((value.get() - DialValue::MIN.get()).unsigned_abs());
    let (yours, theirs) = (place(apart.yours), place(apart.theirs));
    let between = yours.min(theirs)..=yours.max(theirs);
    let mut line: Line = vec![Span {
        role: Role::Muted,
        text: format!("{} ", DialValue::MIN),
    }];
    for at in 0..=place(DialValue::MAX) {
        let (role, sign) = match at {
            at if at == yours => (Role::Strong, "◆"),
            at if at == theirs => (field, "●"),
            _ if between.contains(&at) => (field, "─"),
            at if at == place(DialValue::NEUTRAL) => (Role::Border, "┼"),
            _ => (Role::Border, "─"),
        };
        line.push(Span {
            role,
            text: sign.to_owned(),
        });
    }
    line.push(Span {
        role: Role::Muted,
        text: format!(" {}", DialValue::MAX),
    });
    line
}

/// What a mark asks at each level, side by side where there is room, under its definition.
fn texts(state: &State, apart: Apart, width: u16) -> Page {
    let mut page = Page::new(width);
    let mark = state.framework.mark(apart.mark);
    let english = state.english_mark(apart.mark);
    let beside = |page: &mut Page, english: Option<&String>| {
        if let Some(english) = english {
            let said = format!("{english} ({})", state.text().unofficial);
            page.paragraph(Role::Unofficial, &said, 0);
        }
    };
    page.paragraph(Role::Muted, &mark.definition, 0);
    beside(&mut page, english.map(|english| &english.definition));
    page.blank();
    let level = |at: usize, width: u16| {
        let mut page = Page::new(width);
        let name = state.level_names().get(at).map_or("", String::as_str);
        page.paragraph(Role::Strong, name, 0);
        page.paragraph(Role::Text, state.level_text(apart.mark, at), 0);
        beside(&mut page, english.and_then(|english| english.levels.get(at)));
        page
    };
    let levels = mark.levels.len();
    if width >= LEVELS && levels == 2 {
        let half = width / 2 - 1;
        page.beside(level(0, half), level(1, half), usize::from(half) + 2);
    } else {
        for at in 0..levels {
            page.lines.extend(level(at, width).lines);
        }
    }
    page
}
