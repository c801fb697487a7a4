//! The list that is filtered by typing: the help, the palette of all actions, find. One list with three sources, over the
//! screen it was opened on. Owns what Enter does with what is selected, and how the list is drawn; what is listed stands in
//! `entries`, what is shown beside it in `preview`, and how well a text fits is [`find`](crate::core::find)'s.

mod entries;
mod preview;

use super::{
    Effect, Outcome, Route, Screen,
    action::Action,
    layout,
    list::{self, List},
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::{
    find::{Excerpt, Index, Target},
    fold::fold,
    format::Format,
    framework::MarkIndex,
    profile::MOST_LABEL,
    purpose::{Purpose, Selection},
};
use crate::text::{Lang, Text};
use crate::ui::{Look, boxed, clear, in_box, page::Page, text_field, theme::Role};
use crate::widget::input::Input;
use ratatui::{
    Frame,
    layout::{Position, Rect},
    widgets::{Block, Borders},
};
use unicode_width::UnicodeWidthStr;

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// The table of bindings, by place.
    Help,
    /// Every action, the best match first.
    Palette,
    /// The framework's and the leader's own texts.
    Find,
}

/// A list that is filtered by typing.
#[derive(Clone, Debug)]
pub struct Search {
    /// What is listed.
    source: Source,
    /// What was typed.
    input: Input,
    /// What it leaves of the list.
    entries: Vec<Entry>,
    /// The bindings of the place it was opened from are those of this scope.
    from: Scope,
    /// The mark that was selected there.
    cursor: MarkIndex,
    /// What find looks in.
    index: Option<Index>,
    /// The changes that the profile had seen when the list was made, and the language.
    made: Option<(u64, Lang)>,
    list: List,
}

/// One entry.
#[derive(Clone, Debug)]
struct Entry {
    /// The heading it stands under; the same for those that follow it under the same one.
    group: Option<String>,
    /// Its keys, or what kind of thing it is.
    label: String,
    /// What it is called.
    title: Excerpt,
    /// The text it was found by, or empty.
    snippet: Excerpt,
    /// True where it holds in the place the list was opened from.
    live: bool,
    does: Does,
}

/// What Enter does.
#[derive(Clone, Debug)]
enum Does {
    /// Carries an action out, where the list was opened.
    Act(Action),
    /// Nothing: several keys share this line, and do these.
    Keys(Vec<Action>),
    /// Goes there.
    Go(Target),
}

impl Source {
    /// What it is called.
    fn name(self, text: &Text) -> &'static str {
        match self {
            Self::Help => text.help,
            Self::Palette => text.search.palette,
            Self::Find => text.search.find,
        }
    }

    /// What stands in the line while nothing is typed.
    fn placeholder(self, text: &Text) -> &'static str {
        match self {
            Self::Help | Self::Palette => text.search.filter,
            Self::Find => text.search.find_placeholder,
        }
    }
}

impl Search {
    /// The whole list, opened where the keys are those of the scope `from`.
    pub fn new(source: Source, from: Scope, state: &State) -> Self {
        Self {
            source,
            input: Input::one_line("", MOST_LABEL),
            entries: Vec::new(),
            from,
            cursor: state.cursor,
            index: None,
            made: None,
            list: List::default(),
        }
    }

    /// What is listed.
    pub fn source(&self) -> Source {
        self.source
    }

    /// What is said in place of a list that is empty.
    fn empty(&self, text: &Text) -> &'static str {
        if self.source == Source::Find && self.input.text().trim().is_empty() {
            text.search.find_in
        } else {
            text.search.nothing
        }
    }

    /// Makes the list anew.
    fn refresh(&mut self, state: &State) {
        let query = self.input.text().trim();
        let now = Some((state.changes(), state.lang));
        if self.source == Source::Find && (self.index.is_none() || self.made != now) {
            self.index = Some(Index::new(&state.framework, state.rendering(), state.profile()));
        }
        self.made = now;
        self.entries = match (self.source, &self.index) {
            (Source::Help, _) => entries::help(state, query, self.from),
            (Source::Palette, _) => entries::palette(state, query, self.from),
            (Source::Find, Some(index)) => entries::found(state, index, query),
            (Source::Find, None) => Vec::new(),
        };
    }

    /// To what goes out, in the format that was asked for by a word of its own.
    fn export(&self, state: &mut State) -> Outcome {
        let team = self.from == Scope::Team && state.team.team.is_some();
        let query = fold(self.input.text().trim());
        let format = Format::ALL.into_iter().find(|format| is_format(*format, &query));
        let purpose = Purpose::of(team)
            .iter()
            .find(|purpose| is_purpose(**purpose, &query));
        let selection = match (format, purpose) {
            (Some(format), _) => Selection::in_format(team, format),
            (None, Some(purpose)) => Selection::of(team, *purpose),
            (None, None) => Selection::suggested(team),
        };
        let left = self.leave(state);
        let preview = Outcome::Do(Effect::Preview(selection));
        Outcome::Steps(vec![left, Outcome::Go(Route::Export(selection)), preview])
    }

    /// Leaves the list, and stands where it was opened.
    fn leave(&self, state: &mut State) -> Outcome {
        state.cursor = self.cursor;
        Outcome::Back
    }

    /// Carries the selected entry out, or says why not.
    fn choose(&self, state: &mut State) -> Outcome {
        let Some(entry) = self.entries.get(self.list.selected) else {
            state.message = Some(self.empty(state.text()).to_owned());
            return Outcome::Done;
        };
        let words = state.text().search;
        match &entry.does {
            Does::Go(target) => return go_to(target, self.input.text(), state),
            Does::Act(Action::Export) if entry.live => return self.export(state),
            Does::Act(action) if entry.live => {
                return Outcome::Steps(vec![self.leave(state), Outcome::Act(*action)]);
            }
            Does::Act(action) => {
                state.message = Some(words.not_here(&entries::places(state, *action)));
            }
            Does::Keys(_) => state.message = Some(words.press(&entry.label)),
        }
        Outcome::Done
    }
}

impl Screen for Search {
    fn scope(&self) -> Scope {
        match self.source {
            Source::Find => Scope::Search,
            Source::Help | Source::Palette => Scope::Commands,
        }
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, self.source.name(state.text()).into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match action {
            Action::Choose | Action::Open => self.choose(state),
            Action::Back => self.leave(state),
            action => self.walk(action, state),
        }
    }

    fn input(&self) -> Option<&Input> {
        Some(&self.input)
    }

    fn input_mut(&mut self) -> Option<&mut Input> {
        Some(&mut self.input)
    }

    fn typed(&mut self, state: &mut State) {
        self.list = List::default();
        self.refresh(state);
    }

    fn is_overlay(&self) -> bool {
        true
    }

    fn room(&self, _: &State, body: Rect) -> Rect {
        Rooms::of(body).list
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let mut page = Page::new(width);
        if self.entries.is_empty() {
            page.paragraph(Role::Muted, self.empty(state.text()), 1);
            return page;
        }
        let selected = self.list.selected;
        let labels = self.entries.iter().map(|entry| entry.label.width());
        let column = labels.max().unwrap_or(0).min(usize::from(width) * 2 / 5) + 2;
        let mut group = &None;
        for (at, entry) in self.entries.iter().enumerate() {
            if entry.group != *group {
                group = &entry.group;
                if at > 0 {
                    page.blank();
                }
                page.paragraph(Role::Strong, group.as_deref().unwrap_or_default(), 0);
            }
            let name = if entry.live { Role::Text } else { Role::Muted };
            let mut shown = Page::new(width.saturating_sub(1));
            match self.source {
                Source::Help => {
                    shown.marked(name, &entry.title.text, &entry.title.matches, column);
                    shown.put_before(Role::Key, &entry.label, column);
                }
                Source::Palette | Source::Find => {
                    let title = if self.source == Source::Find {
                        Role::Strong
                    } else {
                        name
                    };
                    let label = entry.label.width() + 2;
                    shown.width -= label.min(shown.width / 2);
                    shown.marked(title, &entry.title.text, &entry.title.matches, 0);
                    shown.width = usize::from(width) - 1;
                    shown.put_after(Role::Muted, &entry.label);
                    shown.marked(Role::Muted, &entry.snippet.text, &entry.snippet.matches, 2);
                }
            }
            page.entry(shown, Role::Accent, at == selected);
        }
        if self.source == Source::Help && self.input.text().is_empty() {
            let text = state.text();
            page.close();
            page.blank();
            page.paragraph(Role::Text, &text.weight_is(state.framework.mark_count()), 0);
            page.paragraph(Role::Muted, text.weight_formula, 0);
        }
        page
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let rooms = Rooms::of(body);
        clear(look, frame, rooms.outer);
        let under = Rect {
            y: rooms.outer.bottom(),
            height: body.bottom() - rooms.outer.bottom(),
            ..body
        };
        if rooms.outer != rooms.inner && under.height == 1 {
            clear(look, frame, under);
        }
        frame
            .buffer_mut()
            .set_style(rooms.outer, look.style(Role::Overlay));
        if rooms.outer != rooms.inner {
            let heading = self.source.name(state.text());
            boxed(look, frame, rooms.outer, Role::SelectedBorder, heading);
        }
        let sign = Rect {
            x: rooms.line.x - 2,
            width: 2,
            ..rooms.line
        };
        frame.render_widget(look.span(Role::Accent, "›"), sign);
        if let (Some(room), Some(entry)) = (rooms.preview, self.entries.get(self.list.selected)) {
            let edge = Block::new()
                .borders(Borders::LEFT)
                .border_style(look.style(Role::Border));
            let inner = Rect {
                x: room.x + 3,
                width: room.width.saturating_sub(4),
                ..room
            };
            frame.render_widget(edge, room);
            let page = preview::page(entry, self.input.text(), state, inner.width);
            frame.render_widget(look.text(&page, 0, inner.height), inner);
        }
        // its scroll bar stands on the edge between the two
        self.draw_page(state, look, frame, body);
        let placeholder = self.source.placeholder(state.text());
        text_field(look, frame, rooms.line, &self.input, placeholder);
        None
    }

    fn settle(&mut self, state: &mut State) {
        if self.made != Some((state.changes(), state.lang)) {
            self.refresh(state);
        }
        let body = state.body();
        if !body.is_empty() {
            self.input.resize(Rooms::of(body).line.as_size());
        }
        list::change(self, state, List::show);
    }
}

/// True where a word that was begun is one for this format, in either language.
fn is_format(format: Format, query: &str) -> bool {
    let words = [Lang::Da, Lang::En].map(|lang| lang.text().purpose.format_words);
    is_among(words, &format, query)
}

/// The same of a purpose.
fn is_purpose(purpose: Purpose, query: &str) -> bool {
    let words = [Lang::Da, Lang::En].map(|lang| lang.text().purpose.purpose_words);
    is_among(words, &purpose, query)
}

/// True where a word that was begun is one of those for this.
fn is_among<T: PartialEq>(words: [&[(T, &[&str])]; 2], wanted: &T, query: &str) -> bool {
    const LEAST: usize = 2;
    let mut named = words
        .into_iter()
        .flatten()
        .filter(|(of, _)| of == wanted)
        .flat_map(|(_, words)| *words);
    query.len() >= LEAST && named.any(|word| fold(word).starts_with(query))
}

/// Goes to what was found. The list stays under it: Esc comes back to it.
fn go_to(target: &Target, query: &str, state: &mut State) -> Outcome {
    Outcome::Go(match target {
        Target::Field(field) => {
            state.go_field(*field);
            Route::Field
        }
        Target::Mark(mark) => {
            state.cursor = *mark;
            Route::Mark
        }
        Target::Level(mark, level) => {
            state.cursor = *mark;
            Route::Levels {
                field: Some(state.field()),
                level: *level,
                raised_first: false,
            }
        }
        Target::Note(mark) => {
            state.cursor = *mark;
            return Outcome::Steps(vec![Outcome::Go(Route::Mark), Outcome::Act(Action::Note)]);
        }
        Target::Foreword(paragraph) => Route::ForewordAt {
            paragraph: *paragraph,
            query: query.to_owned(),
        },
        Target::Profile => return Outcome::Act(Action::Profiles),
        Target::Bearing(id) | Target::BearingNote(id, _) => Route::Bearing(id.clone()),
    })
}

/// Columns and rows of a body below which a frame would only take room away.
const FRAMED: (u16, u16) = (60, 14);

/// Columns of a body from which what is selected is shown beside the list: a window of a hundred.
const WIDE: u16 = 96;

/// The most columns and rows that the list takes, the columns with what is beside it and without.
const MOST: (u16, u16, u16) = (144, layout::MEASURE + 4, 46);

/// Where everything stands.
struct Rooms {
    /// All of it.
    outer: Rect,
    /// Within its frame; the same where there is no room for one.
    inner: Rect,
    /// The line that is typed in.
    line: Rect,
    /// The list.
    list: Rect,
    /// What is selected, where it is wide enough.
    preview: Option<Rect>,
}

impl Rooms {
    /// In the middle of a body.
    fn of(body: Rect) -> Self {
        let wide = body.width >= WIDE;
        let framed = body.width >= FRAMED.0 && body.height >= FRAMED.1;
        let width = body.width.min(if wide { MOST.0 } else { MOST.1 });
        // the row under the frame is for a second line of what is said
        let height = (body.height - u16::from(framed)).min(MOST.2);
        let outer = Rect {
            x: body.x + (body.width - width) / 2,
            y: body.y + (body.height - u16::from(framed) - height) / 2,
            width,
            height,
        };
        let inner = match framed {
            true => in_box(outer),
            false => outer,
        };
        let line = Rect {
            x: inner.x + 2,
            width: inner.width.saturating_sub(2),
            height: inner.height.min(1),
            ..inner
        };
        let under = Rect {
            y: inner.y + 2,
            height: inner.height.saturating_sub(2),
            ..inner
        };
        // the scroll bar stands on the edge beside the list, else in the last column
        let list = Rect {
            width: match (wide, framed) {
                (true, _) => inner.width / 2 - 2,
                (false, true) => inner.width,
                (false, false) => inner.width - 1,
            },
            ..under
        };
        let preview = wide.then(|| Rect {
            x: list.right() + 1,
            width: inner.right().saturating_sub(list.right() + 1),
            ..under
        });
        Self {
            outer,
            inner,
            line,
            list,
            preview,
        }
    }
}
