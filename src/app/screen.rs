//! What can be on the screen, and what each screen remembers, and how it is walked through. Owns no behaviour.

use super::search::Search;
pub use crate::core::session::{Links, TextTarget};
use crate::screens::{
    self, bearing::Bearing, bearings::Bearings, compare::Compare, decision::Decision, decisions::Decisions,
    export::Export, field::Field, foreword::Foreword, home::Home, levels::Levels, mark::Mark, merge::Merge,
    picks::Picks, profiles::Profiles, rose::Rose, settings::Settings, team::Team, welcome::Welcome,
};
pub use crate::screens::{prompt::Ask, welcome::WelcomeStep};
use crate::widget::input::Input;

/// What is on the screen.
#[derive(Clone, Debug)]
pub enum Screen {
    /// The grid of fields.
    Home(Home),
    /// The field of the selected mark.
    Field(Field),
    /// The selected mark.
    Mark(Mark),
    /// One level.
    Levels(Levels),
    /// The whole profile as one picture.
    Rose(Rose),
    /// The foreword.
    Foreword(Foreword),
    /// The settings.
    Settings(Settings),
    /// The profiles.
    Profiles(Profiles),
    /// Two versions of the profile, merged.
    Merge(Box<Merge>),
    /// What goes out, and in which format.
    Export(Export),
    /// Colleagues side by side.
    Team(Team),
    /// The welcome.
    Welcome(Welcome),
    /// A list that is filtered by typing: help, palette, find.
    Search(Box<Search>),
    /// The bearings, newest first.
    Bearings(Bearings),
    /// One bearing.
    Bearing(Bearing),
    /// Two pictures of all dials.
    Compare(Compare),
    /// The decisions since the last bearing.
    Decisions(Decisions),
    /// One decision.
    Decision(Decision),
    /// A list to pick from.
    Picks(Picks),
    /// The questions of the mirror.
    Mirror,
    /// A note being written.
    Note(TextTarget, Input),
    /// A line that is asked for, over the screen it was asked on.
    Prompt(Ask, Input),
}

/// How a screen is walked through by arrows, Tab, Home and End.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// From entry to entry of a list, and beyond its ends through what stands around it.
    List,
    /// Not at all: the keys are those of a text being written.
    Stay,
}

impl Screen {
    /// The screen as what it does by itself; nothing for those of which the app still does it.
    pub fn itself(&self) -> Option<&dyn screens::Screen> {
        Some(match self {
            Self::Home(screen) => screen,
            Self::Field(screen) => screen,
            Self::Mark(screen) => screen,
            Self::Levels(screen) => screen,
            Self::Rose(screen) => screen,
            Self::Foreword(screen) => screen,
            Self::Settings(screen) => screen,
            Self::Bearings(screen) => screen,
            Self::Bearing(screen) => screen,
            Self::Decisions(screen) => screen,
            Self::Decision(screen) => screen,
            Self::Compare(screen) => screen,
            Self::Picks(screen) => screen,
            Self::Welcome(screen) => screen,
            Self::Merge(screen) => &**screen,
            Self::Profiles(screen) => screen,
            Self::Export(screen) => screen,
            Self::Team(screen) => screen,
            _ => return None,
        })
    }

    /// The same, to be changed.
    pub fn itself_mut(&mut self) -> Option<&mut dyn screens::Screen> {
        Some(match self {
            Self::Home(screen) => screen,
            Self::Field(screen) => screen,
            Self::Mark(screen) => screen,
            Self::Levels(screen) => screen,
            Self::Rose(screen) => screen,
            Self::Foreword(screen) => screen,
            Self::Settings(screen) => screen,
            Self::Bearings(screen) => screen,
            Self::Bearing(screen) => screen,
            Self::Decisions(screen) => screen,
            Self::Decision(screen) => screen,
            Self::Compare(screen) => screen,
            Self::Picks(screen) => screen,
            Self::Welcome(screen) => screen,
            Self::Merge(screen) => &mut **screen,
            Self::Profiles(screen) => screen,
            Self::Export(screen) => screen,
            Self::Team(screen) => screen,
            _ => return None,
        })
    }

    /// How this screen is walked through.
    pub fn walk(&self) -> Walk {
        match self {
            Self::Search(_) | Self::Mirror => Walk::List,
            _ => Walk::Stay,
        }
    }
}

/// A screen, how far it is scrolled down in rows, and which entry of its list is selected.
#[derive(Clone, Debug)]
pub struct Place {
    /// What is shown.
    pub screen: Screen,
    /// Rows scrolled away at the top.
    pub scroll: usize,
    /// The selected entry, where it is a list.
    pub selected: usize,
}

impl Place {
    /// Home, which is under everything.
    pub fn home() -> Self {
        Self::new(Screen::Home(Home))
    }

    /// A screen from its top.
    pub fn new(screen: Screen) -> Self {
        Self {
            screen,
            scroll: 0,
            selected: 0,
        }
    }
}
