//! What comes from outside the state: keys and pastes, a new size of the window, what became of the files. Owns what each does
//! to the stack of screens; what an action does is `update`'s.

use super::{App, Effect, screen::AnyScreen};
use crate::core::{
    fault::{Cause, Fault, ReadOnly},
    gathering::Gathering,
    history::Way,
    merge::Merging,
    profile::Profile,
    sanitise::clean_lines,
    team::Team,
};
use crate::screens::{
    Route,
    action::Action,
    colleagues::{Shared, Sharing},
    export::{Export, Preview},
    home::Home,
    keymap::Key,
    merge::Merge,
    prompt::Ask,
    questions::Questions,
    scope::Scope,
};
use crate::widget::input;
use crossterm::event::KeyEvent;
use ratatui::layout::Size;
use std::path::PathBuf;

impl App {
    /// Takes a key in: it is an action by the bindings of this place, or goes into the text that is being written.
    pub fn key(&mut self, event: KeyEvent) -> Effect {
        let key = Key::pressed(event);
        if let Some(action) = self.state.keymap.action(self.scope(), key) {
            return self.act(action);
        }
        if let Some(input) = self.screen_mut().input_mut() {
            let outcome = input.handle(event);
            self.typed(outcome);
        } else if key.is_known() && !self.is_way_out_of_home(key) {
            self.nothing_here();
        }
        Effect::None
    }

    /// True for a key that goes back elsewhere: at home nobody needs to be told that there is nothing behind it.
    fn is_way_out_of_home(&self, key: Key) -> bool {
        let rows = self.state.keymap.rows().iter();
        let mut back = rows
            .flat_map(|row| &row.actions)
            .filter(|(action, _)| *action == Action::Back);
        self.scope() == Scope::Home && back.any(|(_, keys)| keys.contains(&key))
    }

    /// A key does nothing here: that is said, and which one shows those that do.
    pub(super) fn nothing_here(&mut self) {
        // where a text is written, the one that is no letter of it
        let is_text = self.scope().is_text();
        let rows = self.state.keymap.rows().iter();
        let help = rows
            .flat_map(|row| &row.actions)
            .filter(|(action, _)| *action == Action::Help)
            .flat_map(|(_, keys)| keys)
            .find(|key| !is_text || key.is_never_text());
        let help = help.map(|key| key.to_string()).unwrap_or_default();
        self.state.message = Some(self.state.text().nothing_here(&help));
    }

    /// Takes pasted text in, where a text is being written.
    pub fn paste(&mut self, text: &str) {
        if let Some(input) = self.screen_mut().input_mut() {
            // whole sequences go here; in the field only their first sign would
            let outcome = input.paste(&clean_lines(text));
            self.typed(outcome);
        }
    }

    /// What became of a key in a text.
    fn typed(&mut self, outcome: input::Outcome) {
        if matches!(outcome, input::Outcome::Changed | input::Outcome::Full) {
            let (state, screens) = (&mut self.state, &mut self.screens);
            screens.last_mut().expect("home is never left").typed(state);
        }
        self.state.message = (outcome == input::Outcome::Full).then(|| self.state.text().full.to_owned());
        // in a list that is filtered by typing
        let empty = self.input().is_some_and(|input| input.text().is_empty());
        let idle = outcome == input::Outcome::Ignored || outcome == input::Outcome::Moved && empty;
        if idle && matches!(self.scope(), Scope::Search | Scope::Commands) {
            self.nothing_here();
        }
    }

    /// The window has a new size.
    pub fn resize(&mut self, size: Size) {
        self.state.size = size;
        self.settle();
    }

    /// Colleagues' profiles were read.
    pub fn team_read(&mut self, team: Team) {
        let is_presented = self.presentation().is_some();
        let state = &mut self.state;
        let first = state.team.team.is_none();
        let team = match is_presented {
            true => state.presented.with_known(team, state.team.team.as_ref()),
            false => team,
        };
        state.team.read(team, &state.framework);
        if let Some((present, state)) = self.presentation() {
            present.follow(state);
            let said = state.text().present.as_before;
            match state.presented.as_before {
                true => state.message = Some(said.to_owned()),
                false => _ = state.message.take_if(|message| message == said),
            }
        }
        let state = &mut self.state;
        if first
            && let (Some(AnyScreen::Team(_)), Some(row)) = (self.screens.last(), state.team.view.rows.first())
        {
            state.cursor = row.mark;
        }
        self.settle();
    }

    /// The profile has no name yet to share under: one is asked for.
    pub fn ask_share_name(&mut self) {
        if !self.is_asking() {
            self.open_route(Route::Prompt(Ask::ShareName, String::new()));
        }
    }

    /// What came of putting the reader's dials into the team's folder, where `put`, or of taking them out of it. What did not
    /// come about stands on the team screen until it is tried again.
    pub fn shared(&mut self, put: bool, shared: Result<Shared, Fault>) {
        let state = &mut self.state;
        let words = state.text().sharing;
        let is_done = matches!(shared, Ok(Shared::Put(_) | Shared::Taken(1..)));
        let (sharing, said) = match shared {
            Ok(Shared::Put(file)) => (Sharing::Idle, words.shared(&file.to_string_lossy())),
            Ok(Shared::Taken(0)) => (Sharing::Idle, words.nothing_there.to_owned()),
            Ok(Shared::Taken(_)) => (Sharing::Idle, words.taken_back.to_owned()),
            Err(fault) => {
                let why = state.lang.fault(&fault);
                let action = if put { Action::Share } else { Action::TakeBack };
                let keys = state.keymap.keys(action, Scope::Team);
                let key = keys.split(' ').next().unwrap_or_default();
                match put {
                    true => (Sharing::NotPut(fault), words.not_shared(&why, key)),
                    false => (Sharing::NotTaken(fault), words.not_taken_back(&why, key)),
                }
            }
        };
        if is_done {
            state.did_in_team();
        }
        state.team.sharing = sharing;
        state.message = Some(said);
        self.settle();
    }

    /// What lies on the disk of today's gathering and the one before it: the presentation goes on where it was.
    pub fn gathering_found(&mut self, current: Option<Gathering>, previous: Option<Gathering>) {
        let state = &mut self.state;
        let goes_on = current.is_some();
        state.presented.found(current, previous);
        let words = state.text().present;
        let said = match state.hides_names_as_begun() {
            true => Some(words.nameless),
            false => goes_on.then_some(words.picked_up),
        };
        state.presented.follow(&state.team, &state.framework);
        if let Some(said) = said {
            state.message = Some(said.to_owned());
        }
        self.open_route(Route::Present);
    }

    /// What an export would be.
    pub fn previewed(&mut self, preview: Preview) {
        if let Some(export) = self.export_mut() {
            export.preview = preview;
            self.settle();
        }
    }

    /// What was chosen was written to this file; says so.
    pub fn exported(&mut self, file: PathBuf) {
        let said = self.state.text().share.written(&file.to_string_lossy());
        if let Some(export) = self.export_mut() {
            export.written = Some(file);
        }
        self.done(said);
    }

    /// The screen of what goes out, where it is open.
    fn export_mut(&mut self) -> Option<&mut Export> {
        self.screens.iter_mut().rev().find_map(|screen| match screen {
            AnyScreen::Export(export) => Some(&mut **export),
            _ => None,
        })
    }

    /// The export could not be written. Where the file is there already, Enter once more replaces it.
    pub fn not_exported(&mut self, fault: &Fault) {
        if let Fault::CannotCreate {
            path,
            why: Cause::Exists,
        } = fault
            && let AnyScreen::Prompt(prompt) = self.screen_mut()
            && prompt.found_there(path)
        {
            self.state.message = Some(self.state.text().purpose.exists(&path.to_string_lossy()));
        } else {
            self.state.refused(fault);
        }
    }

    /// The calendar's file was written: the monthly review names it from now on.
    pub fn calendar_written(&mut self, file: PathBuf) {
        let said = self.state.text().share.written(&file.to_string_lossy());
        for screen in &mut self.screens {
            if let AnyScreen::MonthlyReview(review) = screen {
                review.calendar = Some(file.clone());
            }
        }
        self.settle();
        self.state.message = Some(said);
    }

    /// The profile in this file cannot come in under the name it has there: another one is asked for.
    pub fn ask_import_name(&mut self, file: PathBuf, name: &str) {
        if let AnyScreen::Prompt(prompt) = self.screen()
            && *prompt.ask() == Ask::ImportFile
        {
            self.screens.pop();
            self.open_route(Route::Prompt(Ask::ImportName(file), name.to_owned()));
        }
    }

    /// What was asked for is done: the line that asked for it goes, and `said` becomes the message, if there is one.
    pub fn done(&mut self, said: String) {
        if self.is_asking() {
            self.back();
        }
        self.settle();
        self.state.message = Some(said).filter(|said| !said.is_empty());
    }

    /// Another profile is open: home, with nothing to undo.
    pub fn open_profile(&mut self, profile: Profile, read_only: Option<ReadOnly>) {
        self.state.session.open(profile, read_only);
        self.state.questions = Questions::default();
        self.screens = vec![Home.into()];
    }

    /// The open profile has another name, which is on the disk, and its file has it too. Gives what is to be said.
    pub fn renamed(&mut self, name: &str, way: Way) -> String {
        let old = self.state.profile().name.clone();
        let outcome = self.state.session.renamed(name, way);
        self.leave_what_is_gone();
        self.settle();
        match way {
            Way::New => self.state.text().profiles.renamed(&old, name),
            Way::Undo | Way::Redo => self.step_said(&outcome, way),
        }
    }

    /// Shows the differences of a merge, instead of those that were shown before. What was chosen there stays where it is
    /// with a version of the same place, read again.
    pub fn open_merge(&mut self, merging: Merging) {
        if let Some(why) = self.state.session.read_only() {
            let fault = Fault::ReadOnly { why: why.clone() };
            return self.state.refused(&fault);
        }
        let merging = match self.merging() {
            Some(before) => merging.after(before),
            None => merging,
        };
        self.close_merge();
        self.screens.push(Merge::new(merging).into());
        self.settle();
    }

    /// Takes the merged profile on, as one step of undo, and goes back to where the merge was begun.
    pub fn take_merged(&mut self) {
        let Some(merging) = self.merging().cloned() else {
            return;
        };
        let deed = self.state.session.merge(&merging);
        self.state.did(deed);
        self.close_merge();
        self.leave_what_is_gone();
        self.settle();
    }

    fn close_merge(&mut self) {
        self.screens
            .retain(|screen| !matches!(screen, AnyScreen::Merge(_)));
    }
}
