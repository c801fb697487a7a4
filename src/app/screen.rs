//! What can be on the screen, and what each screen remembers, and how it is walked through. Owns no behaviour.

use super::{export::Export, merge::Merging, search::Search};
use crate::core::framework::FieldIndex;
pub use crate::core::session::{Links, TextTarget};
use crate::text::Text;
use crate::widget::input::Input;
use std::path::PathBuf;

/// One level through a field or all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LevelView {
    /// The field, or all of them.
    pub field: Option<FieldIndex>,
    /// The level, counted from 0.
    pub level: usize,
    /// The raised marks first, instead of the document's order.
    pub raised_first: bool,
}

/// What a line that is asked for is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// The label of a new bearing.
    BearingLabel,
    /// Another label for the bearing with this id.
    BearingName(String),
    /// When to look at the profile again.
    Review,
    /// The team folder.
    Team,
    /// The open profile's name.
    ProfileName,
    /// The open profile's unit.
    Unit,
    /// The open profile's challenge.
    Challenge,
    /// The name of a new profile.
    NewProfile {
        /// True for a copy of the open one.
        copy: bool,
    },
    /// The file of a profile that comes in.
    ImportFile,
    /// Another name for the profile in this file, that comes in.
    ImportName(PathBuf),
    /// The name of the profile that is to be deleted: the one with this slug, or the open one.
    DeleteProfile(Option<String>),
    /// The name for the deleted profile in this file.
    RestoreProfile(PathBuf),
    /// The file an export goes to; and the one that was found to be there already.
    ExportFile(Option<PathBuf>),
}

impl Ask {
    /// The question before the line.
    pub fn question(&self, text: &Text) -> &'static str {
        match self {
            Self::BearingLabel => text.ask_label,
            Self::BearingName(_) => text.bearings.ask_name,
            Self::Review => text.bearings.ask_review,
            Self::Team => text.settings.ask_team,
            Self::ProfileName => text.profiles.ask_name,
            Self::Unit => text.profiles.ask_unit,
            Self::Challenge => text.profiles.ask_challenge,
            Self::NewProfile { .. } | Self::ImportName(_) => text.profiles.ask_new,
            Self::ImportFile => text.profiles.ask_import,
            Self::DeleteProfile(_) => text.profiles.ask_delete,
            Self::RestoreProfile(_) => text.profiles.ask_restore,
            Self::ExportFile(_) => text.share.ask_file,
        }
    }
}

/// Two pictures of all dials, held against each other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Comparison {
    /// The bearing it starts from, by its id.
    pub from: String,
    /// The bearing it goes to; nothing is the dials as they stand now.
    pub to: Option<String>,
}

/// A step of the welcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WelcomeStep {
    /// What this is.
    About,
    /// The own level.
    Level,
    /// The first dial.
    Dial,
}

impl WelcomeStep {
    /// Which one it is, counted from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }
}

/// What is on the screen.
#[derive(Clone, Debug)]
pub enum Screen {
    /// The grid of fields.
    Home,
    /// The field of the selected mark.
    Field,
    /// The selected mark.
    Mark,
    /// One level.
    Levels(LevelView),
    /// The whole profile as one picture.
    Rose,
    /// The foreword.
    Foreword,
    /// The settings.
    Settings,
    /// The profiles.
    Profiles,
    /// Two versions of the profile, merged.
    Merge(Box<Merging>),
    /// What goes out, and in which format.
    Export(Box<Export>),
    /// Colleagues side by side.
    Team,
    /// The welcome.
    Welcome(WelcomeStep),
    /// A list that is filtered by typing: help, palette, find.
    Search(Box<Search>),
    /// The bearings, newest first, and the id of the one chosen to compare with.
    Bearings(Option<String>),
    /// The bearing with this id.
    Bearing(String),
    /// Two pictures of all dials.
    Compare(Comparison),
    /// The decisions since the last bearing.
    Decisions,
    /// The decision at this place of the list, counted from 0.
    Decision(usize),
    /// A list to pick from.
    Picks(Links),
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
    /// From field to field of the grid.
    Fields,
    /// From mark to mark of the selected field.
    Field,
    /// From mark to mark through all of them, and round.
    Marks,
    /// From entry to entry of a list, and beyond its ends through what stands around it.
    List,
    /// Up and down a text.
    Text,
    /// Not at all: the keys are those of a text being written.
    Stay,
}

impl Screen {
    /// How this screen is walked through.
    pub fn walk(&self) -> Walk {
        match self {
            Self::Home => Walk::Fields,
            Self::Field | Self::Mark => Walk::Field,
            Self::Rose | Self::Welcome(WelcomeStep::Dial) => Walk::Marks,
            Self::Levels(_)
            | Self::Settings
            | Self::Profiles
            | Self::Merge(_)
            | Self::Export(_)
            | Self::Team
            | Self::Welcome(WelcomeStep::Level)
            | Self::Search(_)
            | Self::Bearings(_)
            | Self::Bearing(_)
            | Self::Decisions
            | Self::Decision(_)
            | Self::Mirror
            | Self::Picks(_) => Walk::List,
            Self::Foreword | Self::Compare(_) | Self::Welcome(WelcomeStep::About) => Walk::Text,
            Self::Note(..) | Self::Prompt(..) => Walk::Stay,
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
    /// A screen from its top.
    pub fn new(screen: Screen) -> Self {
        Self {
            screen,
            scroll: 0,
            selected: 0,
        }
    }
}
