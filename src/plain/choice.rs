//! Where the dialogue can be, what can be chosen there, and what a choice does.

use super::gathering::Gather;
use super::team::Look;
use super::{
    command::Command,
    write::{Asking, Draft},
};
use crate::core::{
    format::Format,
    framework::{FieldIndex, MarkIndex},
    merge::{Difference, Keep},
    purpose::{Item, Purpose},
    session::{Links, ProfileCommand, TextTarget},
};
use crate::screens::preferences::Setting;
use crate::screens::welcome::WelcomeStep;
use jiff::civil::Date;
use std::path::PathBuf;

/// Where the dialogue is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Place {
    Home,
    Field(FieldIndex),
    Mark(MarkIndex),
    Overview,
    Bearings,
    /// The bearing with this id.
    Bearing(String),
    Decisions,
    /// The decision at this place of the list.
    Decision(usize),
    Mirror,
    /// The monthly review, at its step.
    Monthly,
    /// The mirror's question with this id.
    Question(String),
    /// What was found for this query.
    Found(String),
    Profile,
    Profiles,
    /// The deleted profiles.
    Trash,
    Team,
    /// A mark as the team sees it.
    TeamMark(MarkIndex),
    Gatherings,
    /// The gathering with this id.
    Gathering(String),
    /// The people of the team.
    People,
    /// Two over each other: the colleague whose file this is, on all marks or on those where they stand far apart.
    Two {
        source: String,
        all: bool,
    },
    Export,
    Settings,
    Welcome(WelcomeStep),
    /// Two versions of the profile, and the copies of profiles.
    Versions,
    /// The difference that is asked about.
    Merge,
}

/// A numbered line.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) label: String,
    pub(super) action: ChoiceAction,
}

/// What a choice does.
#[derive(Clone, Debug)]
pub(super) enum ChoiceAction {
    Go(Place),
    Do(Command),
    /// The own level, counted from 0.
    Level(usize),
    ReadLevel(MarkIndex, usize),
    ReadForeword(usize),
    ReadQuestion(Vec<MarkIndex>),
    Write(Draft),
    /// A text, to be written or changed.
    Text(TextTarget),
    /// A text, to be taken away.
    Remove(TextTarget),
    Ask(Asking),
    /// From the bearing with this id to another, or to now.
    Compare(String, Option<String>),
    Restore(String),
    DeleteBearing(String),
    /// Which of these to pick for a mark.
    Picks(MarkIndex, Links),
    Pick(MarkIndex, Links, String),
    /// The mirror's question is answered by a link from the first mark to the mark with this id.
    Link(MarkIndex, String),
    /// The mirror's question with this id is put away.
    PutAway(String),
    /// That day as a file for a calendar.
    Calendar,
    /// The day to look again, in the monthly review.
    LookAgain(Date),
    /// Something with the profiles' files.
    Profile(ProfileCommand),
    /// The bearing with this id is said at every mark, or not any more.
    Ghost(String),
    /// The next value of a setting.
    Set(Setting),
    /// What is chosen about the team.
    Look(Look),
    /// One's own dials go into the team's folder.
    PutShare,
    /// They do not.
    LeaveShare,
    /// What is done with gatherings.
    Gather(Gather),
    /// What something goes out for.
    Purpose(Purpose),
    /// Another format.
    Format(Format),
    /// A part that goes out or stays, or another choice of what goes out.
    Part(Item),
    /// Opens this file in a program of the reader's own.
    OpenFile(PathBuf),
    /// Writes to this file, also in the place of one that is there.
    Export(PathBuf, bool),
    /// A file that is there is left alone.
    Leave,
    /// The level of the first start, counted from 0.
    Welcome(usize),
    /// At a difference of the merge that is under way.
    Difference(Difference, Keep),
    /// At every difference of it that nothing was chosen for.
    Rest(Keep),
    /// From its first difference on.
    MergeAgain,
    /// Both versions are left as they are.
    LeaveMerge,
}

impl Choice {
    pub(super) fn new(label: impl Into<String>, action: ChoiceAction) -> Self {
        Self {
            label: label.into(),
            action,
        }
    }

    pub(super) fn to(label: impl Into<String>, place: Place) -> Self {
        Self::new(label, ChoiceAction::Go(place))
    }
}

/// What a line chooses: by its number, its whole name, or a beginning that only one has.
pub(super) fn chosen<'a>(choices: &'a [Choice], line: &str) -> Option<&'a Choice> {
    if let Ok(number) = line.parse::<usize>() {
        return choices.get(number.checked_sub(1)?);
    }
    let line = line.to_lowercase();
    if let Some(whole) = choices.iter().find(|choice| choice.label.to_lowercase() == line) {
        return Some(whole);
    }
    let mut begun = choices
        .iter()
        .filter(|choice| choice.label.to_lowercase().starts_with(&line));
    let first = begun.next()?;
    begun.next().is_none().then_some(first)
}
