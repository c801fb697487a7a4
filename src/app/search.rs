//! The list that is filtered by typing: the help, the palette of all actions, find. One list with three sources. Owns
//! what is listed, in which order, and what Enter does with it; not how well a text fits (`find`) and not its look.

use super::{
    App, Effect,
    keymap::{Row, Scope},
    screen::{Place, Screen},
};
use crate::core::{
    find::{self, Excerpt, Index, Target},
    framework::MarkIndex,
    profile::MOST_LABEL,
};
use crate::screens::action::Action;
use crate::screens::{Route, foreword::Foreword};
use crate::text::{Text, search::Kinds};
use crate::widget::input::Input;
use std::cmp::Reverse;

/// The most that find lists.
pub const MOST: usize = 40;

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
    pub source: Source,
    /// What was typed.
    pub input: Input,
    /// What it leaves of the list.
    pub entries: Vec<Entry>,
    /// The bindings of the place it was opened from are those of this scope.
    from: Scope,
    /// The mark that was selected there.
    cursor: MarkIndex,
    /// What find looks in, and how many changes the profile had seen when it was made.
    index: Option<(Index, u64)>,
}

/// One entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The heading it stands under; the same for those that follow it under the same one.
    pub group: Option<&'static str>,
    /// Its keys, or what kind of thing it is.
    pub label: String,
    /// What it is called.
    pub title: Excerpt,
    /// The text it was found by, or empty.
    pub snippet: Excerpt,
    /// True where it holds in the place the list was opened from.
    pub live: bool,
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
    pub fn name(self, text: &Text) -> &'static str {
        match self {
            Self::Help => text.help,
            Self::Palette => text.search.palette,
            Self::Find => text.search.find,
        }
    }

    /// What stands in the line while nothing is typed.
    pub fn placeholder(self, text: &Text) -> &'static str {
        match self {
            Self::Help | Self::Palette => text.search.filter,
            Self::Find => text.search.find_placeholder,
        }
    }
}

impl Search {
    /// What is said in place of a list that is empty.
    pub fn empty(&self, text: &Text) -> &'static str {
        if self.source == Source::Find && self.input.text().trim().is_empty() {
            text.search.find_in
        } else {
            text.search.nothing
        }
    }
}

impl App {
    /// The list that is shown, where there is one.
    fn search(&self) -> Option<&Search> {
        match self.screen() {
            Screen::Search(search) => Some(search),
            _ => None,
        }
    }

    /// Opens a list. It takes the place of another one, which would only be in the way.
    pub(super) fn open_search(&mut self, source: Source) {
        if self.search().is_some_and(|search| search.source != source) {
            self.leave_search();
        }
        // a search that was left for what it found is not the one that is asked for now
        self.places
            .retain(|place| !matches!(&place.screen, Screen::Search(search) if search.source != source));
        if self.search().is_some() {
            return;
        }
        let search = Search {
            source,
            input: Input::one_line("", MOST_LABEL),
            entries: Vec::new(),
            from: self.scope(),
            cursor: self.cursor,
            index: None,
        };
        self.places.push(Place::new(Screen::Search(Box::new(search))));
        self.fit_input();
        self.refresh_search();
    }

    /// Makes the list anew, from the top where what was typed has changed.
    pub(super) fn refresh_search(&mut self) {
        let Some(search) = self.search() else {
            return;
        };
        let query = search.input.text().trim();
        let made = search.index.as_ref().map(|(_, changes)| *changes);
        let index = (search.source == Source::Find && made != Some(self.changes())).then(|| {
            let index = Index::new(&self.framework, self.rendering(), self.profile());
            (index, self.changes())
        });
        let entries = match search.source {
            Source::Help => self.help_entries(query, search.from),
            Source::Palette => self.palette_entries(query, search.from),
            Source::Find => {
                let index = index.as_ref().or(search.index.as_ref());
                index.map_or_else(Vec::new, |(index, _)| self.found(index, query))
            }
        };
        let place = self.place_mut();
        if let Screen::Search(search) = &mut place.screen {
            search.entries = entries;
            search.index = index.or(search.index.take());
            place.selected = place.selected.min(search.entries.len().saturating_sub(1));
        }
    }

    /// What was typed is another.
    pub(super) fn search_typed(&mut self) {
        if self.search().is_some() {
            let place = self.place_mut();
            (place.selected, place.scroll) = (0, 0);
            self.refresh_search();
        }
    }

    /// Leaves the list and stands where it was opened.
    pub(super) fn leave_search(&mut self) {
        if let Some(cursor) = self.search().map(|search| search.cursor) {
            self.cursor = cursor;
        }
        self.back();
    }

    /// Enter: carries the selected entry out, or says why not.
    pub(super) fn choose_entry(&mut self) -> Effect {
        let selected = self.selected();
        let Some(entry) = self.search().and_then(|search| search.entries.get(selected)) else {
            return Effect::None;
        };
        let words = self.text().search;
        match entry.does.clone() {
            Does::Go(target) => return self.go_to(target),
            Does::Act(action) if entry.live => {
                self.leave_search();
                return self.act(action);
            }
            Does::Act(action) => {
                let places = self
                    .keymap
                    .rows()
                    .iter()
                    .filter(|row| row.has(action))
                    .flat_map(|row| &row.scopes);
                let places: Vec<&str> = places.map(|scope| scope.name(self.text())).collect();
                self.message = Some(words.not_here(&places.join(", ")));
            }
            Does::Keys => self.message = Some(words.press(&entry.label)),
        }
        Effect::None
    }

    /// The bindings by place: where the reader stands first, what holds everywhere next.
    fn help_entries(&self, query: &str, here: Scope) -> Vec<Entry> {
        let text = self.text();
        let mut scopes = vec![here];
        scopes.extend((here != Scope::Everywhere).then_some(Scope::Everywhere));
        let others = Scope::ALL
            .iter()
            .filter(|scope| **scope != here && **scope != Scope::Everywhere);
        scopes.extend(others);
        let entries = scopes.into_iter().flat_map(|scope| {
            let rows = self
                .keymap
                .rows()
                .iter()
                .filter(move |row| row.scopes.contains(&scope))
                // a line about fields that the framework has not is of no help
                .filter(|row| {
                    row.actions
                        .iter()
                        .any(|(action, _)| self.action_name(*action).is_some())
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
    fn palette_entries(&self, query: &str, here: Scope) -> Vec<Entry> {
        let text = self.text();
        let mut found = Vec::new();
        for action in Action::ALL {
            let Some(name) = self.action_name(*action) else {
                continue;
            };
            let Some((points, matches)) = find::fit(query, &name) else {
                continue;
            };
            let rows = || self.keymap.rows().iter().filter(|row| row.has(*action));
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
                    label: self.keymap.keys(*action, here),
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
    fn action_name(&self, action: Action) -> Option<String> {
        let name = action.name(self.text());
        match action {
            Action::GoField(number) => {
                let field = self.framework.field_at(usize::from(number).checked_sub(1)?)?;
                Some(format!("{name} {number} · {}", self.framework.field(field).short))
            }
            _ => Some(name.to_owned()),
        }
    }

    /// What find finds.
    fn found(&self, index: &Index, query: &str) -> Vec<Entry> {
        let kinds = &self.text().search.kinds;
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
    fn go_to(&mut self, target: Target) -> Effect {
        let query = self
            .input()
            .map_or_else(String::new, |input| input.text().to_owned());
        match target {
            Target::Field(field) => {
                self.cursor = self.framework.marks_of(field).next().unwrap_or(self.cursor);
                self.open_route(Route::Field);
            }
            Target::Mark(mark) => {
                self.cursor = mark;
                self.open_route(Route::Mark);
            }
            Target::Level(mark, level) => {
                self.cursor = mark;
                self.open_route(Route::Levels {
                    field: Some(self.field()),
                    level,
                    raised_first: false,
                });
            }
            Target::Note(mark) => {
                self.cursor = mark;
                self.open_route(Route::Mark);
                self.write_note();
            }
            Target::Foreword(paragraph) => {
                let holds = |line: &str| {
                    query
                        .split_whitespace()
                        .any(|word| find::fit(word, line).is_some())
                };
                let foreword = Foreword::at(self, paragraph, holds);
                self.go(Screen::Foreword(foreword));
            }
            Target::Profile => return self.act(Action::Profiles),
            Target::Bearing(id) | Target::BearingNote(id, _) => self.open_route(Route::Bearing(id)),
        }
        Effect::None
    }
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
