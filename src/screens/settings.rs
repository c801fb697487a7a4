//! The settings: what the arrows change.

use super::{
    Effect, Outcome, Route, Screen,
    action::Action,
    colleagues::team_line,
    list::List,
    preferences::Setting,
    prompt::Ask,
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::ui::{page::Page, theme::Role};
use unicode_width::UnicodeWidthStr;

/// The settings, one of them selected.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    list: List,
}

impl Settings {
    fn setting(&self) -> Setting {
        Setting::ALL[self.list.selected.min(Setting::ALL.len() - 1)]
    }

    /// Goes on to another value of the selected setting.
    fn change(&self, by: isize, state: &mut State) -> Outcome {
        let setting = self.setting();
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
        match (action, self.setting()) {
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

    fn page(&self, state: &State, width: u16) -> Page {
        let words = state.text().settings;
        let mut page = Page::new(width);
        let names = Setting::ALL.map(|setting| about(state, setting).0.width());
        let column = names.into_iter().max().unwrap_or(0) + 3;
        for (at, setting) in Setting::ALL.into_iter().enumerate() {
            let selected = at == self.list.selected;
            let (name, does) = about(state, setting);
            let mut entry = Page::new(width.saturating_sub(1));
            let (name_role, value_role) = if selected {
                (Role::Strong, Role::Accent)
            } else {
                (Role::Text, Role::Text)
            };
            let sign = |sign: &str| {
                if selected && setting != Setting::Team {
                    sign.to_owned()
                } else {
                    " ".into()
                }
            };
            entry.line([
                (name_role, format!(" {name:column$}")),
                (Role::Muted, sign("‹") + " "),
                (value_role, value(state, setting)),
                (Role::Muted, " ".to_owned() + &sign("›")),
            ]);
            if selected {
                entry.paragraph(Role::Muted, does, 1);
            }
            page.entry(entry, Role::Accent, selected);
            page.blank();
        }
        let path = state.library.config.to_string_lossy();
        if !path.is_empty() {
            page.paragraph(Role::Muted, &words.kept_in(&path), 2);
        }
        page
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

fn value(state: &State, setting: Setting) -> String {
    let words = state.text().settings;
    let wanted = &state.preferences;
    let flag = |on| if on { words.on } else { words.off }.to_owned();
    let named = |name: &str| words.named(name).unwrap_or(name).to_owned();
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
