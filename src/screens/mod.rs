//! The screens: one file or folder each, with its state, what each action does there, its layout, how it is drawn and what
//! the mouse hits. Owns what a screen is ([`Screen`]) and where one can lead ([`Route`]); no screen knows another, and none
//! knows which are under it.

pub mod action;
pub mod bearing;
pub mod bearings;
mod beside;
pub mod colleagues;
pub mod compare;
pub mod decision;
pub mod decisions;
pub mod export;
pub mod field;
pub mod foreword;
pub mod gathering;
mod guided;
pub mod home;
pub mod keymap;
pub mod layout;
pub mod levels;
pub mod library;
mod links;
pub mod list;
pub mod mark;
mod mark_box;
mod marks;
pub mod merge;
pub mod mirror;
pub mod monthly;
pub mod motion;
pub mod note;
mod over_time;
pub mod picks;
pub mod preferences;
pub mod present;
pub mod profiles;
pub mod prompt;
pub mod questions;
pub mod rose;
pub mod scope;
pub mod search;
pub mod settings;
mod spark;
pub mod state;
mod taken;
pub mod team;
pub mod team_mark;
mod texts;
pub mod trail;
pub mod two;
pub mod welcome;

use crate::core::{
    dial::DialValue,
    format::Format,
    framework::{FieldIndex, MarkIndex},
    purpose::Selection,
    session::{Links, ProfileCommand, TextTarget, Turn},
    team::Leader,
};
pub use crate::ui::scale;
use crate::ui::{Look, page::Page};
use crate::widget::input::Input;
use action::Action;
use keymap::Label;
use list::List;
pub use marks::dial;
use preferences::Setting;
use prompt::Ask;
use questions::Asked;
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use scope::Scope;
use search::Source;
use state::State;
use std::path::PathBuf;
use trail::{Names, Trail};

/// A screen. Drawing and hitting read the state; only an action changes it.
///
/// One that is a page to read or to choose from says what is on it ([`page`](Self::page)) and keeps what is selected and
/// scrolled ([`list`](Self::list), [`set_list`](Self::set_list)); the rest follows from these.
pub trait Screen {
    /// Where its keys are looked up.
    fn scope(&self) -> Scope;

    /// Where the reader is, for the line on top.
    fn trail<'a>(&'a self, state: &'a State, names: Names) -> Trail<'a>;

    /// Actions of its own that have nothing to act on now: the hint bar leaves them out.
    fn idle(&self, state: &State) -> &'static [Action] {
        let _ = state;
        &[]
    }

    /// True where there is more of its page than there is room for.
    fn is_cut(&self, state: &State) -> bool {
        let area = self.room(state, state.body());
        self.page(state, area.width).last_scroll(area.height) > 0
    }

    /// What a line of bindings is called in the hint bar now, where that is another name than in the help.
    fn hint_name(&self, state: &State, label: Option<Label>) -> Option<&'static str> {
        let _ = (state, label);
        None
    }

    /// Carries an action out, where it means something here that it does not mean everywhere.
    fn act(&mut self, action: Action, state: &mut State) -> Outcome;

    /// The text that is being written on it: it has the keys first that are no action there.
    fn input(&self) -> Option<&Input> {
        None
    }

    /// The same, to be written on.
    fn input_mut(&mut self) -> Option<&mut Input> {
        None
    }

    /// The text has changed.
    fn typed(&mut self, state: &mut State) {
        let _ = state;
    }

    /// True where it is one line in the row of messages, and the screen under it is seen as well.
    fn is_line(&self) -> bool {
        false
    }

    /// True where it stands over the screen it was opened on, which is seen around it.
    fn is_overlay(&self) -> bool {
        false
    }

    /// False where what it is about is gone from the profile.
    fn is_there(&self, state: &State) -> bool {
        let _ = state;
        true
    }

    /// Which questions of the mirror it shows.
    fn asked(&self, state: &State) -> Option<Asked> {
        let _ = state;
        None
    }

    /// Draws it in `body`. Returns where what is selected stands.
    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        Some(self.draw_page(state, look, frame, body))
    }

    /// What stands at a cell of `body`.
    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        self.hit_page(state, body, at)
    }

    /// Where in `body` its page stands.
    fn room(&self, state: &State, body: Rect) -> Rect {
        let _ = state;
        layout::reading(body)
    }

    /// What it says, as a page of so many columns; empty where it says nothing that way.
    fn page(&self, state: &State, width: u16) -> Page {
        let _ = state;
        Page::new(width)
    }

    /// Which entry of its page is selected, and how far the page is scrolled.
    fn list(&self, state: &State) -> List {
        let _ = state;
        List::default()
    }

    /// Takes over what is selected and scrolled in [`list`](Self::list).
    fn set_list(&mut self, list: List, state: &mut State) {
        let _ = (list, state);
    }

    /// Draws its page. Returns where what is selected stands.
    fn draw_page(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Position {
        let area = self.room(state, body);
        let page = self.page(state, area.width);
        self.list(state).draw(look, frame, area, &page)
    }

    /// The entry of its page at a cell of `body`.
    fn hit_page(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        let area = self.room(state, body);
        let entry = self.list(state).hit(&self.page(state, area.width), area, at);
        entry.map(Target::Entry)
    }

    /// Moves in its page by an action, where it moves anything.
    fn walk(&mut self, action: Action, state: &mut State) -> Outcome {
        let moved = list::change(self, state, |list, page, rows| {
            let before = *list;
            list.act(action, page, rows).then(|| *list != before)
        });
        match moved {
            Some(true) => Outcome::Done,
            Some(false) => {
                state.message = Some(state.text().no_further.to_owned());
                Outcome::Done
            }
            None => Outcome::Pass,
        }
    }

    /// Selects an entry of its page.
    fn select(&mut self, entry: usize, state: &mut State) {
        list::change(self, state, |list, _, _| list.selected = entry);
        self.settle(state);
    }

    /// Scrolls its page by so many rows.
    fn scroll_by(&mut self, rows: isize, state: &mut State) {
        list::change(self, state, |list, page, room| list.scroll_by(rows, page, room));
    }

    /// The state has changed: what is selected is in the list, and in view.
    fn settle(&mut self, state: &mut State) {
        list::change(self, state, List::show);
    }

    /// The marks of which the text at the reader's own level is in view to its end.
    fn in_view(&self, state: &State) -> Vec<MarkIndex> {
        let _ = state;
        Vec::new()
    }
}

/// What came of an action on a screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It means nothing of its own here: what it means everywhere is done.
    Pass,
    /// It is done.
    Done,
    /// It does nothing here, which is said.
    Nothing,
    /// To another screen.
    Go(Route),
    /// Away from this one.
    Back,
    /// Something must be done outside the state.
    Do(Effect),
    /// Another action, carried out on the screen that has the keys then.
    Act(Action),
    /// One after the other; only the last may have an effect outside the state.
    Steps(Vec<Outcome>),
}

/// Which screen to open.
#[derive(Clone, Debug, PartialEq)]
pub enum Route {
    /// The field of the selected mark.
    Field,
    /// The selected mark.
    Mark,
    /// One level through a field or all of them.
    Levels {
        /// The field, or all of them.
        field: Option<FieldIndex>,
        /// The level, counted from 0.
        level: usize,
        /// The raised marks first, instead of the document's order.
        raised_first: bool,
    },
    /// The monthly review, as far as it is.
    Monthly,
    /// The whole profile as one picture.
    Rose,
    /// The foreword.
    Foreword,
    /// The foreword at one of its paragraphs.
    ForewordAt {
        /// The paragraph, counted from 0.
        paragraph: usize,
        /// What was looked for: a line that holds a word of it is in view.
        query: String,
    },
    /// The settings.
    Settings,
    /// The bearings over time.
    Bearings,
    /// The bearing with this id.
    Bearing(String),
    /// Two pictures of all dials.
    Compare {
        /// The id of the bearing it starts from.
        from: String,
        /// The id of the one it goes to; nothing for the dials now.
        to: Option<String>,
    },
    /// The decisions since the last bearing.
    Decisions,
    /// The decision at this place of the list, counted from 0.
    Decision(usize),
    /// A list to pick from, about the selected mark.
    Picks(Links),
    /// The questions of the mirror.
    Mirror,
    /// The profiles.
    Profiles,
    /// What goes out, and in which format.
    Export(Selection),
    /// Colleagues side by side.
    Team,
    /// The team presented to itself.
    Present,
    /// The end of a presentation.
    PresentEnd,
    /// The selected mark as the team sees it.
    TeamMark,
    /// This leader's dials over the reader's own.
    Two(Box<Leader>),
    /// The welcome.
    Welcome,
    /// A list that is filtered by typing.
    Search(Source),
    /// A longer text to be written.
    Note(TextTarget),
    /// A line that is asked for, and what stands in it at first.
    Prompt(Ask, String),
}

/// What the loop must do after an action.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Nothing.
    None,
    /// Leave the program.
    Quit,
    /// Ctrl+C: leave where the one before was less than two seconds ago.
    Interrupt,
    /// Put this text on the clipboard.
    Copy(String),
    /// Look at what lies on the disk around the profile.
    LookAround,
    /// Put the profile on the clipboard, as Markdown.
    CopyProfile,
    /// Do this with the profiles' files.
    Profile(ProfileCommand),
    /// Read colleagues' profiles.
    ReadTeam,
    /// Put the reader's dials into the team's folder; first the profile gets this name, where one is given.
    Share(Option<String>),
    /// Take them out of it.
    TakeBack,
    /// Go on with today's gathering where the disk has it, and read colleagues' profiles where they were not.
    Present,
    /// Write the sheet of the day.
    Sheet {
        /// In this format.
        format: Format,
        /// To this file.
        file: PathBuf,
        /// Also where it is there already.
        replace: bool,
    },
    /// Open a file that was written in a program of the reader's own.
    OpenFile(PathBuf),
    /// Show what an export would be.
    Preview(Selection),
    /// Write what is chosen for export.
    Export {
        /// What goes out.
        selection: Selection,
        /// To this file.
        file: PathBuf,
        /// Also where it is there already.
        replace: bool,
    },
    /// Write the day to look again as a file for the calendar, to the suggested place, replacing nothing.
    WriteCalendar,
    /// A setting changed: it must be applied, and written to the config file.
    Set(Setting),
}

/// What stands in a cell of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A field.
    Field(FieldIndex),
    /// A mark.
    Mark(MarkIndex),
    /// A mark's dial, and where it is drawn.
    Dial(MarkIndex, Rect),
    /// An entry of a list.
    Entry(usize),
    /// An entry of a list, and what a click here does with it.
    Action(usize, Action),
}

/// How an action turns a dial, where it does.
pub fn turn(action: Action) -> Option<Turn> {
    Some(match action {
        Action::TurnUp => Turn::By(1),
        Action::TurnDown => Turn::By(-1),
        Action::ToMin => Turn::To(DialValue::MIN),
        Action::ToMax => Turn::To(DialValue::MAX),
        Action::Neutral => Turn::RESET,
        Action::SetTo(detent) => Turn::Flip(DialValue::new(detent.into())?),
        _ => return None,
    })
}
