//! What each action does to the state: as the screen that has the keys says, or what it means everywhere. Owns no keys
//! (`screens::keymap`) and no drawing; what must be done outside the state is returned as an [`Effect`].

use super::{App, screen::AnyScreen};
use crate::core::{
    dial::DialValue,
    history::Way,
    purpose::Selection,
    session::{Deed, Links, Outcome as Done, ProfileCommand, Saving, Turn},
};
use crate::screens::{
    self, Effect, Outcome, Route, Screen,
    action::Action,
    colleagues::team_line,
    preferences::{Glyphs, Setting},
    prompt::Ask,
    search::Source,
};

impl App {
    /// Carries out an action.
    pub fn act(&mut self, action: Action) -> Effect {
        self.state.message = None;
        let before = self.state.changes();
        let screen = self.screens.last_mut().expect("home is never left");
        let effect = match screen.act(action, &mut self.state) {
            Outcome::Pass => self.act_everywhere(action),
            outcome => self.follow(outcome),
        };
        if self.state.changes() != before {
            self.leave_what_is_gone();
        }
        effect
    }

    /// Keeps what is being written, as when it is left: the program ends. Gives what must be done for that outside the state.
    pub fn keep_text(&mut self) -> Effect {
        let keeps = match self.screen() {
            AnyScreen::Note(_) => true,
            AnyScreen::Present(present) => present.input().is_some(),
            AnyScreen::Prompt(prompt) => prompt.is_kept_at_the_end(),
            AnyScreen::Welcome(welcome) => welcome.is_writing(),
            _ => false,
        };
        match keeps {
            true => self.act(Action::Keep),
            false => Effect::None,
        }
    }

    /// What follows from an action on a screen.
    fn follow(&mut self, outcome: Outcome) -> Effect {
        match outcome {
            Outcome::Pass | Outcome::Done => {}
            Outcome::Nothing => self.nothing_here(),
            Outcome::Go(route) => self.open_route(route),
            Outcome::Back => self.leave(),
            Outcome::Do(effect) => return effect,
            Outcome::Act(action) => return self.act(action),
            Outcome::Steps(steps) => {
                let effects = steps.into_iter().map(|step| self.follow(step));
                return effects.last().unwrap_or(Effect::None);
            }
        }
        Effect::None
    }

    /// What an action means everywhere.
    fn act_everywhere(&mut self, action: Action) -> Effect {
        if let Some(turn) = screens::turn(action) {
            self.turn_selected(turn);
            return Effect::None;
        }
        if let Some(route) = self.route(action) {
            self.open_route(route);
            return Effect::None;
        }
        let state = &mut self.state;
        match action {
            Action::Back => self.leave(),
            Action::GoField(number) => {
                let field = usize::from(number).checked_sub(1);
                match field.and_then(|at| state.framework.field_at(at)) {
                    Some(field) => state.go_field(field),
                    None => self.nothing_here(),
                }
            }
            // there is none to compare with
            Action::Compare => state.message = Some(state.text().bearings.no_bearing.to_owned()),
            Action::MonthlyReview => {
                self.open_route(Route::Monthly);
                if let AnyScreen::MonthlyReview(review) = self.screen()
                    && review.is_picked_up()
                {
                    self.state.message = Some(self.state.text().monthly.picked_up.to_owned());
                }
            }
            Action::Documents => return self.pick_from(Links::Documents),
            Action::Enriches => return self.pick_from(Links::Enriches),
            Action::KeepMine => return self.resolve(ProfileCommand::Version { mine: true }),
            Action::KeepTheirs => return self.resolve(ProfileCommand::Version { mine: false }),
            Action::Merge => return self.resolve(ProfileCommand::Merge(None)),
            Action::Welcome => self.welcome(),
            Action::Profiles => {
                self.open_route(Route::Profiles);
                return Effect::LookAround;
            }
            Action::Export => {
                let team = matches!(self.body(), AnyScreen::Team(_)) && self.state.team.team.is_some();
                let selection = Selection::suggested(team);
                self.open_route(Route::Export(selection));
                return Effect::Preview(selection);
            }
            Action::Team => return self.open_team(),
            Action::Share => return self.open_team_to_share(),
            Action::Present => return self.present(),
            Action::Settings => {
                self.open_route(Route::Settings);
                return Effect::LookAround;
            }
            Action::Glyphs => {
                state.preferences.cycle(Setting::Glyphs, 1, &[]);
                return self.draws_otherwise();
            }
            Action::InCells => {
                state.preferences.glyphs = Glyphs::Smooth;
                return self.draws_otherwise();
            }
            Action::Help => return self.open_search(Source::Help),
            Action::Palette => return self.open_search(Source::Palette),
            Action::Find => return self.open_search(Source::Find),
            Action::Copy => return self.copy_mark(),
            Action::CopyNote => return self.copy_note(),
            Action::Undo if state.is_team_deed_last() => {
                let key = state.keymap.key_of(Action::Undo);
                let key = key.map(|key| key.to_string()).unwrap_or_default();
                state.message = Some(state.text().sharing.no_step(&key));
            }
            Action::Undo => {
                let deed = state.session.undo();
                return self.walked(deed, Way::Undo);
            }
            Action::Redo => {
                let deed = state.session.redo();
                return self.walked(deed, Way::Redo);
            }
            Action::Quit => return Effect::Quit,
            Action::Interrupt => {
                let text = state.text();
                let stands = match state.session.saving() {
                    Saving::Failed(fault) => text.not_saved(&state.lang.fault(&fault.by_file_name())),
                    _ => text.all_saved.to_owned(),
                };
                state.message = Some(format!("{} {stands}", text.interrupt_hint));
                return Effect::Interrupt;
            }
            // the others mean something on some screens alone
            _ => self.nothing_here(),
        }
        Effect::None
    }

    /// Dials are drawn in another way: it is said, and everything follows.
    fn draws_otherwise(&mut self) -> Effect {
        let state = &mut self.state;
        state.message = Some(state.text().settings.drawn(state.preferences.glyphs.name()));
        Effect::Set(Setting::Glyphs)
    }

    /// Leaves the screen, as each is left.
    fn leave(&mut self) {
        let is_welcome = matches!(self.screen(), AnyScreen::Welcome(_));
        self.back();
        // saved even if it is as it was made, so that the next start is not the first one
        if is_welcome && self.state.session.read_only().is_none() {
            self.state.session.changed();
        }
    }

    /// To the screen under this one.
    pub(super) fn back(&mut self) {
        if self.screens.len() > 1 {
            self.screens.pop();
            self.settle();
        }
    }

    /// What is selected on the screen is there and in view, and a text that is written has its room.
    pub(super) fn settle(&mut self) {
        let state = &mut self.state;
        for screen in self.screens.iter_mut().rev() {
            screen.settle(state);
            if !screen.is_line() {
                break;
            }
        }
    }

    /// Leaves screens that are about what is not there any more.
    pub(super) fn leave_what_is_gone(&mut self) {
        let before = self.screens.len();
        self.screens.retain(|screen| screen.is_there(&self.state));
        if self.screens.len() != before {
            self.settle();
        }
    }

    /// Begins the welcome.
    pub fn welcome(&mut self) {
        self.screens.truncate(1);
        self.open_route(Route::Welcome);
        self.state.motion.show_turn();
    }

    /// Turns the selected dial. Where no dial is to be seen it is said.
    fn turn_selected(&mut self, turn: Turn) {
        if self.scope().is_text() {
            return;
        }
        let has_dial = self.scope().has_dial();
        let state = &mut self.state;
        let mark = state.cursor;
        let before = state.value(mark);
        state.turn([mark], turn);
        if !has_dial {
            let (title, now) = (state.mark_title(mark), state.value(mark));
            let said = match now == before {
                true => state.text().stands_already(title, now),
                false => format!("{title} {before} → {now}"),
            };
            state.message.get_or_insert(said);
        }
        let (lowest, highest) = state.text().already;
        let value = state.value(mark);
        let end = match value {
            DialValue::MIN => Some(lowest),
            DialValue::MAX => Some(highest),
            _ => None,
        };
        if let Some(said) = end.filter(|_| value == before) {
            state.message = Some(said.to_owned());
        }
    }

    /// Opens a list of what the selected mark can be linked with, where there is anything.
    fn pick_from(&mut self, links: Links) -> Effect {
        let words = self.state.text().bearings;
        if self.state.session.linkable(self.state.cursor, links).is_empty() {
            let nothing = match links {
                Links::Documents => words.no_documents,
                Links::Enriches => words.enriches_nothing,
            };
            self.state.message = Some(nothing.to_owned());
        } else {
            self.open_route(Route::Picks(links));
        }
        Effect::None
    }

    /// After another program changed the file: which version goes on, or both merged.
    fn resolve(&mut self, command: ProfileCommand) -> Effect {
        match self.state.session.saving() {
            Saving::Conflict(_) => Effect::Profile(command),
            _ => {
                self.state.message = Some(self.state.text().one_version.to_owned());
                Effect::None
            }
        }
    }

    /// Opens the team screen. Where no folder is set, it is asked for.
    fn open_team(&mut self) -> Effect {
        let new = !self.is_looking_at_team();
        let unset = self.state.preferences.team.is_empty();
        if !(unset && matches!(self.screen(), AnyScreen::Team(_))) {
            self.open_route(Route::Team);
        }
        if unset {
            let line = team_line(&self.state.preferences.team);
            self.open_route(Route::Prompt(Ask::Team, line));
            return Effect::None;
        }
        if new { Effect::ReadTeam } else { Effect::None }
    }

    /// Opens the team screen, where it is seen what comes of sharing, and says what goes into the folder.
    fn open_team_to_share(&mut self) -> Effect {
        let effect = self.open_team();
        if !self.is_asking() {
            self.state.tell_what_is_shared();
        }
        effect
    }

    /// Presents the team to itself. Where no folder is set, it is asked for.
    fn present(&mut self) -> Effect {
        if self.state.preferences.team.is_empty() {
            return self.open_team();
        }
        if !self.is_looking_at_team() {
            self.open_route(Route::Team);
        }
        let state = &mut self.state;
        state.presented.begin(&state.framework, state.session.now());
        if state.hides_names_as_begun() {
            state.message = Some(state.text().present.nameless.to_owned());
        }
        state.presented.follow(&state.team, &state.framework);
        self.open_route(Route::Present);
        Effect::Present
    }

    /// Opens a list that is filtered by typing. It takes the place of another one, which would only be in the way.
    fn open_search(&mut self, source: Source) -> Effect {
        let other =
            |screen: &AnyScreen| matches!(screen, AnyScreen::Search(search) if search.source() != source);
        if other(self.screen()) {
            self.act(Action::Back);
        }
        // a search that was left for what it found is not the one that is asked for now
        self.screens.retain(|screen| !other(screen));
        self.open_route(Route::Search(source));
        Effect::None
    }

    /// A step was gone back or forth, or is to be by way of the profile's file.
    fn walked(&mut self, deed: Deed, way: Way) -> Effect {
        match deed {
            Ok(Done::Files(command)) => return Effect::Profile(command),
            Ok(outcome) => {
                self.leave_what_is_gone();
                self.settle();
                self.state.message = Some(self.step_said(&outcome, way));
            }
            Err(fault) => self.state.refused(&fault),
        }
        Effect::None
    }

    /// What is said of a step that was taken back or made again, or of there being none.
    pub(super) fn step_said(&self, outcome: &Done, way: Way) -> String {
        let text = self.state.text();
        let Done::Changed(step) = outcome else {
            let nothing = match way {
                Way::Redo => text.nothing_to_redo,
                Way::New | Way::Undo => text.nothing_to_undo,
            };
            return nothing.to_owned();
        };
        let names = self.state.session.names(step);
        let name = names
            .first()
            .map(|name| text.step_name(name, &self.state.framework));
        let name = name.unwrap_or_default();
        match way {
            Way::Redo => text.redone(&name),
            Way::New | Way::Undo => text.undone(&name),
        }
    }
}
