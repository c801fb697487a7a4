//! The profiles: the open profile's own fields, the others, those that were deleted, and beside them what is selected. Owns
//! what each line does; what reaches the disk is a [`ProfileCommand`], and what stands beside is `preview`'s.

mod preview;

use super::{
    Effect, Outcome, Route, Screen,
    action::Action,
    beside::Beside,
    list::List,
    prompt::{Ask, review_line},
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::{
    moment::Moment,
    profile::Profile,
    sanitise::clean,
    session::{ProfileCommand, Saving},
};
use crate::ui::{Look, page::Page, theme::Role};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr;

/// A field of the open profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    /// Its name.
    Name,
    /// The unit.
    Unit,
    /// The challenge.
    Challenge,
    /// The own level.
    Level,
    /// When to look at it again.
    Review,
}

/// One line; numbers count in [`super::library::Library`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// A field of the open profile.
    Field(Field),
    /// Another profile.
    Other(usize),
    /// A new one.
    New {
        /// True for a copy of the open one.
        copy: bool,
    },
    /// One from a file.
    Import,
    /// A conflict copy.
    Copy(usize),
    /// A good one under a name of its own, which is not in use.
    Stranger(usize),
    /// A deleted one.
    Deleted(usize),
}

/// The lines, as they stand under each other.
fn lines(state: &State) -> Vec<Line> {
    let fields = [
        Field::Name,
        Field::Unit,
        Field::Challenge,
        Field::Level,
        Field::Review,
    ];
    let mut lines: Vec<Line> = fields.map(Line::Field).to_vec();
    lines.extend((0..state.library.others.len()).map(Line::Other));
    lines.extend([false, true].map(|copy| Line::New { copy }));
    lines.push(Line::Import);
    lines.extend((0..state.library.copies.len()).map(Line::Copy));
    lines.extend((0..state.library.strangers.len()).map(Line::Stranger));
    lines.extend((0..state.library.deleted.len()).map(Line::Deleted));
    lines
}

/// The profiles, one line of them selected.
#[derive(Clone, Debug, Default)]
pub struct Profiles {
    list: List,
}

impl Profiles {
    fn line(&self, state: &State) -> Option<Line> {
        lines(state).get(self.list.selected).copied()
    }

    /// Enter on a line.
    fn open(&mut self, state: &mut State) -> Outcome {
        let prompt = |ask, line: &str| Outcome::Go(Route::Prompt(ask, line.to_owned()));
        match self.line(state) {
            Some(Line::Field(field)) => {
                let profile = state.profile();
                match field {
                    Field::Name => prompt(Ask::ProfileName, &profile.name),
                    Field::Unit => prompt(Ask::Unit, &profile.unit),
                    Field::Challenge => prompt(Ask::Challenge, &profile.challenge),
                    Field::Level => {
                        state.cycle_level(1);
                        Outcome::Done
                    }
                    Field::Review => prompt(Ask::Review, &review_line(profile)),
                }
            }
            Some(Line::Other(at)) => {
                let slug = state.library.others[at].slug.clone();
                Outcome::Do(Effect::Profile(ProfileCommand::Open(slug)))
            }
            Some(Line::New { copy }) => prompt(Ask::NewProfile { copy }, ""),
            Some(Line::Import) => prompt(Ask::ImportFile, ""),
            Some(Line::Copy(at)) => merge(at, state),
            Some(Line::Stranger(at)) => {
                let file = state.library.strangers[at].file.clone();
                Outcome::Do(Effect::Profile(ProfileCommand::import(file, None)))
            }
            Some(Line::Deleted(at)) => {
                let deleted = &state.library.deleted[at];
                match &deleted.profile {
                    Ok(profile) => prompt(Ask::RestoreProfile(deleted.file.clone()), &profile.name),
                    Err(fault) => {
                        state.message = Some(state.lang.fault(fault));
                        Outcome::Done
                    }
                }
            }
            None => Outcome::Done,
        }
    }

    /// Asks for the name of the profile that is to be deleted.
    fn delete(&self, state: &mut State) -> Outcome {
        let slug = match self.line(state) {
            Some(Line::Field(_)) => None,
            Some(Line::Other(at)) => Some(state.library.others[at].slug.clone()),
            Some(Line::Copy(_)) => {
                state.message = Some(state.text().merge.copy_stays.to_owned());
                return Outcome::Done;
            }
            Some(Line::Stranger(_)) => {
                state.message = Some(state.text().profiles.stranger_stays.to_owned());
                return Outcome::Done;
            }
            Some(Line::Deleted(_)) => {
                state.message = Some(state.text().profiles.deleted_stays.to_owned());
                return Outcome::Done;
            }
            Some(Line::New { .. } | Line::Import) | None => return Outcome::Done,
        };
        let name = match &slug {
            None => Some(state.profile().name.as_str()),
            Some(slug) => state.library.name_of(slug),
        };
        let name = name.unwrap_or_default().to_owned();
        state.message = Some(state.text().profiles.type_name(&name));
        Outcome::Go(Route::Prompt(Ask::DeleteProfile { slug, name }, String::new()))
    }
}

/// Asks for a conflict copy to merge.
fn merge(copy: usize, state: &mut State) -> Outcome {
    if let Saving::Conflict(_) = state.session.saving() {
        // first things first: the two that are open stand on the notice row
        return Outcome::Done;
    }
    let copy = &state.library.copies[copy];
    match &copy.profile {
        Ok(_) => {
            let copy = (copy.slug.clone(), copy.file.clone());
            Outcome::Do(Effect::Profile(ProfileCommand::Merge(Some(copy))))
        }
        Err(fault) => {
            state.message = Some(state.lang.fault(&fault.by_file_name()));
            Outcome::Done
        }
    }
}

impl Screen for Profiles {
    fn scope(&self) -> Scope {
        Scope::Profiles
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, state.text().profiles.title.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match (action, self.line(state)) {
            (Action::Open, _) => self.open(state),
            (Action::Delete, _) => self.delete(state),
            (Action::Merge, Some(Line::Copy(at)))
                if !matches!(state.session.saving(), Saving::Conflict(_)) =>
            {
                merge(at, state)
            }
            (action, _) => {
                let outcome = self.walk(action, state);
                if outcome == Outcome::Done {
                    // the selected one may have more lines than the others
                    self.settle(state);
                }
                outcome
            }
        }
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        if let Some(line) = self.line(state) {
            preview::draw(line, state, look, frame, &rooms(body));
        }
        Some(self.draw_page(state, look, frame, body))
    }

    fn room(&self, _: &State, body: Rect) -> Rect {
        list_room(body)
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let words = state.text().profiles;
        let boxed = width >= BOXED;
        let inner = if boxed { width - 4 } else { width };
        let mut page = Page::new(width);
        let mut section: Option<(&str, usize)> = None;
        let close = |page: &mut Page, section: &Option<(&str, usize)>| {
            if let (Some((heading, from)), true) = (section, boxed) {
                let title = [(Role::Strong, (*heading).to_owned())];
                page.enclose(*from, Role::Border, &title);
            }
        };
        for (at, line) in lines(state).into_iter().enumerate() {
            let heading = match line {
                Line::Field(_) => words.open,
                Line::Other(_) | Line::New { .. } | Line::Import => words.others,
                Line::Copy(_) => state.text().merge.copies,
                Line::Stranger(_) => words.strangers,
                Line::Deleted(_) => words.deleted,
            };
            if section.is_none_or(|(before, _)| before != heading) {
                close(&mut page, &section);
                if !boxed {
                    if at > 0 {
                        page.blank();
                    }
                    page.paragraph(Role::Strong, heading, 0);
                }
                section = Some((heading, page.lines.len()));
            }
            let selected = at == self.list.selected;
            let entry = entry(state, line, selected, inner.saturating_sub(1));
            page.entry(entry, Role::Accent, selected);
        }
        close(&mut page, &section);
        page
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }
}

/// One line, without the bar before it.
fn entry(state: &State, line: Line, selected: bool, width: u16) -> Page {
    let words = state.text().profiles;
    let names = [words.name, words.unit, words.challenge, words.level, words.review];
    let column = names.iter().map(|name| name.width()).max().unwrap_or(0) + 3;
    let role = if selected { Role::Strong } else { Role::Text };
    let mut entry = Page::new(width);
    match line {
        Line::Field(field) => {
            let (name, value) = value(state, field);
            let shown = clean(&value);
            let (value_role, value) = if shown.is_empty() {
                (Role::Muted, words.empty)
            } else {
                (role, shown.as_ref())
            };
            // a long value goes on under itself
            let mut right = Page::new(width.saturating_sub(column as u16 + 1));
            right.paragraph(value_role, value, 0);
            let mut left = Page::new(column as u16 + 1);
            left.line([(Role::Muted, format!(" {name}"))]);
            entry.beside(left, right, column + 1);
        }
        Line::Other(at) => {
            let other = &state.library.others[at];
            entry.line([(role, format!(" {}", clean(other.name())))]);
            match &other.profile {
                Ok(profile) => entry.paragraph(Role::Muted, &about(state, profile, other.changed), 1),
                Err(fault) => entry.paragraph(Role::Alarm, &state.lang.fault(&fault.by_file_name()), 1),
            }
        }
        Line::New { copy } => {
            let open = clean(&state.profile().name);
            let name = if copy {
                words.copy(&open)
            } else {
                words.new.to_owned()
            };
            entry.line([(Role::Accent, " + ".to_owned()), (role, name)]);
        }
        Line::Import => {
            entry.line([(Role::Accent, " + ".to_owned()), (role, words.import.to_owned())]);
        }
        Line::Copy(at) => {
            let copy = &state.library.copies[at];
            let file = copy.file.file_name().unwrap_or_default().to_string_lossy();
            entry.paragraph(role, &clean(&file), 1);
            match &copy.profile {
                Ok(_) => {
                    let of = state.library.name_of(&copy.slug).unwrap_or(&state.profile().name);
                    let mut about = words.copy(&clean(of));
                    if selected {
                        about += &format!(" · {}", state.text().merge.merge_in);
                    }
                    entry.paragraph(Role::Muted, &about, 1);
                }
                Err(fault) => {
                    entry.paragraph(Role::Alarm, &state.lang.fault(&fault.by_file_name()), 1);
                }
            }
        }
        Line::Stranger(at) => {
            let stranger = &state.library.strangers[at];
            let file = stranger.file.file_name().unwrap_or_default().to_string_lossy();
            entry.paragraph(role, &clean(&file), 1);
            let mut about = clean(&stranger.profile.name).into_owned();
            if selected {
                about += &format!(" · {}", words.bring_in);
            }
            entry.paragraph(Role::Muted, &about, 1);
        }
        Line::Deleted(at) => match &state.library.deleted[at].profile {
            Ok(profile) => {
                entry.line([
                    (role, format!(" {}", clean(&profile.name))),
                    (
                        Role::Muted,
                        if selected {
                            format!("   {}", words.bring_back)
                        } else {
                            String::new()
                        },
                    ),
                ]);
            }
            Err(_) => {
                let file = state.library.deleted[at].file.file_name().unwrap_or_default();
                entry.line([
                    (role, format!(" {}", clean(&file.to_string_lossy()))),
                    (Role::Alarm, format!("   {}", words.unreadable)),
                ]);
            }
        },
    }
    entry
}

/// The list and what is selected; the list is in boxes of its own.
fn rooms(body: Rect) -> Beside {
    Beside::of(body, |_| usize::MAX)
}

/// The room of the list: all of its box, or the reading width.
fn list_room(body: Rect) -> Rect {
    let rooms = rooms(body);
    let width = rooms.other.map_or(body.width, |other| other.x - body.x - 1);
    match rooms.list.width < BOXED {
        true => rooms.list,
        false => Rect { width, ..body },
    }
}

/// A list of so many columns has a box around each part.
const BOXED: u16 = 40;

/// The unit and the level of a profile and when it was last changed, as far as that is known.
fn about(state: &State, profile: &Profile, changed: Option<Moment>) -> String {
    let level = state.level_names().get(usize::from(profile.level.max(1)) - 1);
    let changed = changed.map(|at| {
        let date = state.text().date(at.date());
        state.text().profiles.changed(&date)
    });
    let unit = Some(clean(&profile.unit).into_owned()).filter(|unit| !unit.is_empty());
    let parts = unit.into_iter().chain(level.cloned()).chain(changed);
    parts.collect::<Vec<_>>().join(" · ")
}

/// A field's name and what it says.
fn value(state: &State, field: Field) -> (&'static str, String) {
    let words = state.text().profiles;
    let profile = state.profile();
    match field {
        Field::Name => (words.name, profile.name.clone()),
        Field::Unit => (words.unit, profile.unit.clone()),
        Field::Challenge => (words.challenge, profile.challenge.clone()),
        Field::Level => {
            let level = state.level_names().get(state.own_level());
            (words.level, level.cloned().unwrap_or_default())
        }
        Field::Review => {
            let date = profile.review.map(|date| state.text().date(date));
            (words.review, date.unwrap_or_default())
        }
    }
}
