//! The settings: what the arrows change, and beside it what each choice means and how it looks. Owns the list; what stands
//! beside is `preview`'s.

mod preview;

use super::{
    Effect, Outcome, Route, Screen, Target,
    action::Action,
    beside::Beside,
    colleagues::team_line,
    list::{self, List},
    preferences::Setting,
    prompt::Ask,
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::ui::{
    Look,
    page::{Page, Span, wrap_message},
    theme::Role,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr;

/// The least columns in which a value stands beside its name.
const LEAST_VALUE: usize = 17;

/// The most rows of the team's paths in the list.
const PATHS: usize = 3;

/// The settings, one of them selected.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    list: List,
}

/// The settings there are: that of the level only where there is a choice.
fn all(state: &State) -> Vec<Setting> {
    let has_choice = state.framework.levels.len() > 1;
    let all = Setting::ALL.into_iter();
    all.filter(|setting| has_choice || *setting != Setting::Level)
        .collect()
}

impl Settings {
    fn setting(&self, state: &State) -> Setting {
        let all = all(state);
        all[self.list.selected.min(all.len() - 1)]
    }

    /// Where the list and the selected setting stand.
    fn rooms(&self, state: &State, body: Rect) -> Beside {
        Beside::of(body, |width| {
            self.settings(state, width, false, false).lines.len()
        })
    }

    /// Every setting with its value, and where they are kept. Where it is `told`, what the selected one does stands under it.
    fn settings(&self, state: &State, width: u16, airy: bool, told: bool) -> Page {
        let words = state.text().settings;
        let mut page = Page::new(width);
        let all = all(state);
        let names = all.iter().map(|setting| about(state, *setting).0.width());
        let column = names.max().unwrap_or(0) + 2;
        // the value on a row of its own where it has no room beside the name
        let beside = column + 2 + LEAST_VALUE < usize::from(width);
        for (at, setting) in all.into_iter().enumerate() {
            let selected = at == self.list.selected;
            let (name, does) = about(state, setting);
            let mut entry = Page::new(width.saturating_sub(1));
            let (name_role, value_role) = if selected {
                (Role::Strong, Role::Accent)
            } else {
                (Role::Text, Role::Text)
            };
            let sign = |sign: &'static str| match selected && setting != Setting::Team {
                true => sign,
                false => " ",
            };
            let before = if beside { column } else { 2 };
            let room = width.saturating_sub(before as u16 + 3);
            let mut called = Page::new(before as u16);
            called.line([(name_role, format!(" {name}"))]);
            let mut shown = Page::new(room);
            match setting {
                // nothing is put into a path
                Setting::Team => {
                    for line in wrap_message(&value(state, setting), room.into())
                        .into_iter()
                        .take(PATHS)
                    {
                        shown.line([(value_role, line)]);
                    }
                }
                setting => {
                    let value = format!("{} {}", value(state, setting), sign("›"));
                    shown.paragraph(value_role, &value, 0);
                }
            }
            let mut signed = Page::new(room + 2);
            for (row, line) in shown.lines.into_iter().enumerate() {
                let before = if row == 0 { sign("‹") } else { " " };
                let before = Span {
                    role: Role::Muted,
                    text: format!("{before} "),
                };
                signed.lines.push([before].into_iter().chain(line).collect());
            }
            match beside {
                true => entry.beside(called, signed, before),
                false => {
                    entry.lines.append(&mut called.lines);
                    entry.beside(Page::new(0), signed, before);
                }
            }
            if selected && told {
                entry.paragraph(Role::Muted, does, 1);
            }
            page.entry(entry, Role::Accent, selected);
            if airy {
                page.blank();
            }
        }
        page.close();
        let path = state.library.config.to_string_lossy();
        if !path.is_empty() {
            if !airy {
                page.blank();
            }
            for line in wrap_message(&words.kept_in(&path), usize::from(width).saturating_sub(1)) {
                page.line([(Role::Muted, format!(" {line}"))]);
            }
        }
        page
    }

    /// Goes on to another value of the selected setting.
    fn change(&self, by: isize, state: &mut State) -> Outcome {
        let setting = self.setting(state);
        match setting {
            Setting::Language => state.lang = state.lang.other(),
            Setting::Level => {
                state.cycle_level(by);
                return Outcome::Done;
            }
            Setting::Team => return Outcome::Done,
            Setting::Theme | Setting::Glyphs | Setting::Motion | Setting::Mouse | Setting::Ghost => {
                let themes: Vec<&str> = state.library.theme_choices().collect();
                state.preferences.cycle(setting, by, &themes);
            }
        }
        Outcome::Do(Effect::Set(setting))
    }
}

impl Screen for Settings {
    fn scope(&self) -> Scope {
        Scope::Settings
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, state.text().settings.title.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match (action, self.setting(state)) {
            (Action::Left, _) => self.change(-1, state),
            (Action::Open, Setting::Team) => {
                let line = team_line(&state.preferences.team);
                Outcome::Go(Route::Prompt(Ask::Team, line))
            }
            (Action::Right | Action::Open, _) => self.change(1, state),
            (action, _) => {
                let outcome = self.walk(action, state);
                if outcome == Outcome::Done {
                    // the selected one has more lines than the others
                    self.settle(state);
                }
                outcome
            }
        }
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let rooms = self.rooms(state, body);
        rooms.frame_list(look, frame, &[(Role::Strong, state.text().settings.title)]);
        preview::draw(self.setting(state), state, look, frame, &rooms);
        Some(self.draw_page(state, look, frame, body))
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let rooms = self.rooms(state, state.body());
        // with air where there is room for it
        let airy = usize::from(rooms.list.height) > 3 * all(state).len();
        self.settings(state, width, airy, !rooms.is_seen())
    }

    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        list::hit_value(self, state, body, at)
    }

    fn room(&self, state: &State, body: Rect) -> Rect {
        self.rooms(state, body).list
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }
}

fn about(state: &State, setting: Setting) -> (&'static str, &'static str) {
    let words = state.text().settings;
    match setting {
        Setting::Language => words.language,
        Setting::Theme => words.theme,
        Setting::Glyphs => words.glyphs,
        Setting::Motion => words.motion,
        Setting::Mouse => words.mouse,
        Setting::Level => words.level,
        Setting::Ghost => words.ghost,
        Setting::Team => words.team,
    }
}

/// A theme or a marker in words; a theme of the reader's own by its name.
fn named<'a>(state: &State, name: &'a str) -> &'a str {
    state.text().settings.named(name).unwrap_or(name)
}

fn value(state: &State, setting: Setting) -> String {
    let words = state.text().settings;
    let wanted = &state.preferences;
    let flag = |on| if on { words.on } else { words.off }.to_owned();
    let named = |name: &str| named(state, name).to_owned();
    match setting {
        Setting::Language => state.text().language.to_owned(),
        Setting::Theme => named(&wanted.theme),
        Setting::Glyphs => named(wanted.glyphs.name()),
        Setting::Motion => flag(wanted.motion),
        Setting::Mouse => flag(wanted.mouse),
        Setting::Ghost => flag(wanted.ghost),
        Setting::Level => {
            let level = state.level_names().get(state.own_level());
            level.cloned().unwrap_or_default()
        }
        Setting::Team if wanted.team.is_empty() => words.none.to_owned(),
        Setting::Team => team_line(&wanted.team),
    }
}
