//! The list that is filtered by typing: the help, the palette of all actions, find. One list with three sources. Owns
//! what is listed, in which order, and what Enter does with it; not how well a text fits ([`find`]).

use super::{
    Outcome, Route, Screen,
    action::Action,
    keymap::Row,
    layout,
    list::{self, List},
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::{
    find::{self, Excerpt, Index, Target},
    framework::MarkIndex,
    profile::MOST_LABEL,
};
use crate::text::{Lang, Text, search::Kinds};
use crate::ui::{Look, page::Page, text_field, theme::Role};
use crate::widget::input::Input;
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use std::cmp::Reverse;
use unicode_width::UnicodeWidthStr;

/// The most that find lists.
const MOST: usize = 40;

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
    group: Option<&'static str>,
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
    /// Nothing: several keys share this line.
    Keys,
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
            (Source::Help, _) => help_entries(state, query, self.from),
            (Source::Palette, _) => palette_entries(state, query, self.from),
            (Source::Find, Some(index)) => found(state, index, query),
            (Source::Find, None) => Vec::new(),
        };
    }

    /// Leaves the list, and stands where it was opened.
    fn leave(&self, state: &mut State) -> Outcome {
        state.cursor = self.cursor;
        Outcome::Back
    }

    /// Carries the selected entry out, or says why not.
    fn choose(&self, state: &mut State) -> Outcome {
        let Some(entry) = self.entries.get(self.list.selected) else {
            return Outcome::Done;
        };
        let words = state.text().search;
        match &entry.does {
            Does::Go(target) => return go_to(target, self.input.text(), state),
            Does::Act(action) if entry.live => {
                return Outcome::Steps(vec![self.leave(state), Outcome::Act(*action)]);
            }
            Does::Act(action) => {
                let rows = state.keymap.rows().iter().filter(|row| row.has(*action));
                let places = rows.flat_map(|row| &row.scopes);
                let places: Vec<&str> = places.map(|scope| scope.name(state.text())).collect();
                state.message = Some(words.not_here(&places.join(", ")));
            }
            Does::Keys => state.message = Some(words.press(&entry.label)),
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

    fn room(&self, _: &State, body: Rect) -> Rect {
        rooms(body).1
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
        let mut group = None;
        for (at, entry) in self.entries.iter().enumerate() {
            if entry.group != group {
                group = entry.group;
                if at > 0 {
                    page.blank();
                }
                page.paragraph(Role::Strong, group.unwrap_or_default(), 0);
            }
            let name = if entry.live { Role::Text } else { Role::Muted };
            let mut shown = Page::new(width.saturating_sub(1));
            match self.source {
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

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let (line, _) = rooms(body);
        let sign = Rect {
            x: line.x - 2,
            width: 2,
            ..line
        };
        frame.render_widget(look.span(Role::Accent, "›"), sign);
        self.draw_page(state, look, frame, body);
        let placeholder = self.source.placeholder(state.text());
        text_field(look, frame, line, &self.input, placeholder);
        None
    }

    fn settle(&mut self, state: &mut State) {
        if self.made != Some((state.changes(), state.lang)) {
            self.refresh(state);
        }
        let body = state.body();
        if !body.is_empty() {
            self.input.resize(rooms(body).0.as_size());
        }
        list::change(self, state, List::show);
    }
}

/// The bindings by place: where the reader stands first, what holds everywhere next.
fn help_entries(state: &State, query: &str, here: Scope) -> Vec<Entry> {
    let text = state.text();
    let mut scopes = vec![here];
    scopes.extend((here != Scope::Everywhere).then_some(Scope::Everywhere));
    let others = Scope::ALL
        .iter()
        .filter(|scope| **scope != here && **scope != Scope::Everywhere);
    scopes.extend(others);
    let entries = scopes.into_iter().flat_map(|scope| {
        let rows = state
            .keymap
            .rows()
            .iter()
            .filter(move |row| row.scopes.contains(&scope))
            // a line about fields that the framework has not is of no help
            .filter(|row| {
                row.actions
                    .iter()
                    .any(|(action, _)| action_name(state, *action).is_some())
            });
        rows.filter_map(move |row| {
            let name = row.name(text);
            let keys = row.written_keys();
            let matches = match find::fit(query, name) {
                Some((_, matches)) => matches,
                None => {
                    find::fit(query, &keys).or_else(|| find::fit(query, scope.name(text)))?;
                    Vec::new()
                }
            };
            let does = match &row.actions[..] {
                [(action, _)] => Does::Act(*action),
                _ => Does::Keys,
            };
            Some(Entry {
                group: Some(scope.name(text)),
                label: keys,
                title: Excerpt {
                    text: name.to_owned(),
                    matches,
                },
                snippet: Excerpt::default(),
                live: holds(row, here),
                does,
            })
        })
    });
    entries.collect()
}

/// Every action: those that can be carried out here first, and of them those that have a line of their own before
/// those that share one, as arrows do.
fn palette_entries(state: &State, query: &str, here: Scope) -> Vec<Entry> {
    let text = state.text();
    let mut found = Vec::new();
    for action in Action::ALL {
        let Some(name) = action_name(state, *action) else {
            continue;
        };
        let Some((points, matches)) = find::fit(query, &name) else {
            continue;
        };
        let rows = || state.keymap.rows().iter().filter(|row| row.has(*action));
        let live = rows().any(|row| holds(row, here));
        let alone = rows().any(|row| row.actions.len() == 1);
        found.push((
            (!live, Reverse(points), !alone),
            Entry {
                group: Some(if live {
                    text.search.here
                } else {
                    text.search.elsewhere
                }),
                label: state.keymap.keys(*action, here),
                title: Excerpt { text: name, matches },
                snippet: Excerpt::default(),
                live,
                does: Does::Act(*action),
            },
        ));
    }
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// An action's name, with the field for those that go to one; nothing where the framework has no such field.
fn action_name(state: &State, action: Action) -> Option<String> {
    let name = action.name(state.text());
    match action {
        Action::GoField(number) => {
            let field = state.framework.field_at(usize::from(number).checked_sub(1)?)?;
            Some(format!(
                "{name} {number} · {}",
                state.framework.field(field).short
            ))
        }
        _ => Some(name.to_owned()),
    }
}

/// What find finds.
fn found(state: &State, index: &Index, query: &str) -> Vec<Entry> {
    let kinds = &state.text().search.kinds;
    let entry = |hit: find::Hit| Entry {
        group: None,
        label: kind(kinds, &hit.target).to_owned(),
        title: hit.title,
        snippet: hit.snippet,
        live: true,
        does: Does::Go(hit.target),
    };
    index.search(query, MOST).into_iter().map(entry).collect()
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

/// What kind of thing was found.
fn kind(kinds: &Kinds, target: &Target) -> &'static str {
    match target {
        Target::Field(_) => kinds.field,
        Target::Mark(_) => kinds.mark,
        Target::Level(..) => kinds.level,
        Target::Note(_) => kinds.note,
        Target::Bearing(_) | Target::BearingNote(..) => kinds.bearing,
        Target::Foreword(_) => kinds.foreword,
        Target::Profile => kinds.profile,
    }
}

/// True where a line of the table holds in a place.
fn holds(row: &Row, here: Scope) -> bool {
    row.scopes.contains(&here) || !here.is_text() && row.scopes.contains(&Scope::Everywhere)
}

/// The line that is typed in and the list under it, in `body`.
fn rooms(body: Rect) -> (Rect, Rect) {
    let area = layout::reading(body);
    let line = Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(2),
        height: area.height.min(1),
        ..area
    };
    let list = Rect {
        y: area.y + 2,
        height: area.height.saturating_sub(2),
        ..area
    };
    (line, list)
}
