//! What the commands print with `--json`, as types: their fields' names and order are what scripts rely on. Owns the shapes;
//! each command fills its own.

use super::Answer;
use crate::core::{
    dial::DialValue,
    gathering::Gathering,
    moment::Moment,
    profile::{self, Bearing},
};
use serde::{Serialize, Serializer};
use std::{collections::BTreeMap, path::Path};

/// A value as pretty JSON with a line end.
pub fn to_json(value: &impl Serialize) -> Answer {
    let mut bytes = serde_json::to_vec_pretty(value).expect("a map with text keys can be written");
    bytes.push(b'\n');
    bytes.into()
}

/// A path as text; what in it is no Unicode is shown as U+FFFD.
pub fn lossy<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&path.to_string_lossy())
}

/// `show`, and the fields of a bearing.
#[derive(Serialize)]
pub struct Shown<'a> {
    /// The profile's name.
    pub profile: &'a str,
    /// The fields that were asked for.
    pub fields: Vec<Field<'a, ShownMark<'a>>>,
}

/// A field with its share of all focus and its marks.
#[derive(Serialize)]
pub struct Field<'a, M> {
    /// Its id.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Its share, in 0..1.
    pub weight: f64,
    /// Its marks.
    pub marks: Vec<M>,
}

/// A mark with the framework's text.
#[derive(Serialize)]
pub struct ShownMark<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// What it is about.
    pub definition: &'a str,
    /// What it asks at each level that was asked for.
    pub levels: Vec<&'a str>,
    /// Where its dial stands.
    pub value: DialValue,
    /// Its share of all focus, in 0..1.
    pub weight: f64,
    /// The note on it.
    pub note: &'a str,
}

/// A dial that went from one detent to another.
#[derive(Serialize)]
pub struct Moved<'a> {
    /// The mark's id.
    pub id: &'a str,
    /// Where it stood.
    pub from: DialValue,
    /// Where it stands.
    pub to: DialValue,
}

/// `set`, `turn`, `reset`.
#[derive(Serialize)]
pub struct Turned<'a> {
    /// The profile's name.
    pub profile: &'a str,
    /// The dials.
    pub dials: Vec<Moved<'a>>,
}

/// `undo`, `redo`.
#[derive(Serialize)]
pub struct Walked<'a> {
    /// The profile's name, as it is now.
    pub profile: &'a str,
    /// What the step is called; nothing where there was none.
    pub step: Option<String>,
}

/// `note` that prints one.
#[derive(Serialize)]
pub struct Note<'a> {
    /// The profile's name.
    pub profile: &'a str,
    /// The mark's id.
    pub id: &'a str,
    /// The note.
    pub note: &'a str,
}

/// `note` that writes one.
#[derive(Serialize)]
pub struct NoteWritten<'a> {
    /// The profile's name.
    pub profile: &'a str,
    /// The mark's id.
    pub id: &'a str,
    /// The note it had.
    pub from: &'a str,
    /// The note it has.
    pub to: &'a str,
}

/// What every answer about a bearing says of it.
#[derive(Serialize)]
pub struct Head {
    id: String,
    at: Moment,
    label: String,
}

impl<'a> From<&'a profile::Decision> for Decision<'a> {
    fn from(decision: &'a profile::Decision) -> Self {
        Self {
            at: decision.at,
            text: &decision.text,
            answers: &decision.answers,
        }
    }
}

impl From<&Bearing> for Head {
    fn from(bearing: &Bearing) -> Self {
        Self {
            id: bearing.id.clone(),
            at: bearing.at,
            label: bearing.label.clone(),
        }
    }
}

/// `bearing save`.
#[derive(Serialize)]
pub struct BearingSaved<'a> {
    /// The bearing.
    #[serde(flatten)]
    pub head: Head,
    /// The profile's name.
    pub profile: &'a str,
    /// What moved since the one before.
    pub moved: Vec<Moved<'a>>,
}

/// `bearing list`.
#[derive(Serialize)]
pub struct Bearings<'a> {
    /// The profile's name.
    pub profile: &'a str,
    /// The bearings, oldest first.
    pub bearings: Vec<ListedBearing<'a>>,
}

/// One of `bearing list`.
#[derive(Serialize)]
pub struct ListedBearing<'a> {
    /// The bearing.
    #[serde(flatten)]
    pub head: Head,
    /// The note on the whole.
    pub note: &'a str,
    /// What moved since the one before.
    pub moved: Vec<Moved<'a>>,
}

/// `bearing show`.
#[derive(Serialize)]
pub struct ShownBearing<'a> {
    /// The bearing.
    #[serde(flatten)]
    pub head: Head,
    /// The profile's name.
    pub profile: &'a str,
    /// The note on the whole.
    pub note: &'a str,
    /// The fields.
    pub fields: Vec<Field<'a, BearingMark<'a>>>,
    /// The decisions held against the marks.
    pub decisions: Vec<Decision<'a>>,
}

/// A mark in a bearing.
#[derive(Serialize)]
pub struct BearingMark<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Where its dial stood.
    pub value: DialValue,
    /// Its share of all focus, in 0..1.
    pub weight: f64,
    /// The note it had.
    pub note: &'a str,
    /// What turning it gave: the effect.
    pub effect: &'a str,
    /// What turning it gave: the learning.
    pub learning: &'a str,
}

/// A decision.
#[derive(Serialize)]
pub struct Decision<'a> {
    /// When it was written down.
    pub at: Moment,
    /// The decision itself.
    pub text: &'a str,
    /// Answers by the id of the mark.
    pub answers: &'a BTreeMap<String, String>,
}

/// `gathering list`.
#[derive(Serialize)]
pub struct Gatherings<'a> {
    /// The gatherings, oldest first.
    pub gatherings: Vec<ListedGathering<'a>>,
}

/// A gathering in a list.
#[derive(Serialize)]
pub struct ListedGathering<'a> {
    /// Its id.
    pub id: &'a str,
    /// When it began.
    pub at: Moment,
    /// When it was ended, or null.
    pub ended: Option<Moment>,
    /// The id of its framework.
    pub framework: &'a str,
    /// How many leaders were there.
    pub leaders: usize,
    /// How many marks were talked about.
    pub talked: usize,
    /// On how many of them something was agreed.
    pub agreed: usize,
}

/// `gathering show`, `agree`, `end`.
#[derive(Serialize)]
pub struct ShownGathering<'a> {
    /// Its id.
    pub id: &'a str,
    /// The gathering, as its file has it.
    pub gathering: &'a Gathering,
}

/// `gathering decide`.
#[derive(Serialize)]
pub struct Decided<'a> {
    /// The profile's name.
    pub profile: &'a str,
    /// The decisions that are new.
    pub decided: Vec<&'a str>,
}

/// `decision list`.
#[derive(Serialize)]
pub struct Decisions<'a> {
    /// The profile's name.
    pub profile: &'a str,
    /// The decisions, oldest first.
    pub decisions: Vec<ListedDecision<'a>>,
}

/// A decision with its id.
#[derive(Serialize)]
pub struct ListedDecision<'a> {
    /// Its id: its place among the decisions, such as `d1`.
    pub id: String,
    /// The decision.
    #[serde(flatten)]
    pub decision: Decision<'a>,
}

/// `decision add`, `show`, `delete`.
#[derive(Serialize)]
pub struct OneDecision<'a> {
    /// The decision.
    #[serde(flatten)]
    pub decision: ListedDecision<'a>,
    /// The profile's name.
    pub profile: &'a str,
}

/// `bearing compare`.
#[derive(Serialize)]
pub struct Compared<'a> {
    /// The profile's name.
    pub profile: &'a str,
    /// The one that is compared.
    pub from: Head,
    /// The one that it is compared with; nothing where that is now.
    pub to: Option<Head>,
    /// The fields.
    pub fields: Vec<ComparedField<'a>>,
}

/// A field's share at two times, with its marks.
#[derive(Serialize)]
pub struct ComparedField<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Its share before, in 0..1.
    pub from: f64,
    /// Its share after.
    pub to: f64,
    /// Its marks.
    pub marks: Vec<ComparedMark<'a>>,
}

/// A dial at two times.
#[derive(Serialize)]
pub struct ComparedMark<'a> {
    /// The mark's id.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Where it stood before.
    pub from: DialValue,
    /// Where it stood after.
    pub to: DialValue,
}

/// `bearing restore`.
#[derive(Serialize)]
pub struct Restored<'a> {
    /// The profile's name.
    pub profile: &'a str,
    /// The bearing's id.
    pub id: &'a str,
    /// The dials that turned.
    pub dials: Vec<Moved<'a>>,
}

/// `bearing delete`.
#[derive(Serialize)]
pub struct BearingDeleted<'a> {
    /// The bearing; nothing where it was gone already.
    #[serde(flatten)]
    pub head: Option<Head>,
    /// The profile's name.
    pub profile: &'a str,
}

/// `paths`.
#[derive(Serialize)]
pub struct Paths<'a> {
    /// The data folder.
    #[serde(serialize_with = "lossy")]
    pub data: &'a Path,
    /// The folder of the profiles.
    #[serde(serialize_with = "lossy")]
    pub profiles: &'a Path,
    /// The file of the profile in use.
    #[serde(serialize_with = "lossy")]
    pub profile: &'a Path,
    /// The file of settings.
    #[serde(serialize_with = "lossy")]
    pub config: &'a Path,
    /// The folder of the reader's own themes.
    #[serde(serialize_with = "lossy")]
    pub themes: &'a Path,
    /// The log.
    #[serde(serialize_with = "lossy")]
    pub log: &'a Path,
    /// What is wrong with the settings.
    pub faults: Vec<String>,
}

/// `import`.
#[derive(Serialize)]
pub struct Imported<'a> {
    /// The profile's name.
    pub profile: &'a str,
    /// What its file is called.
    pub slug: &'a str,
    /// Its file.
    #[serde(serialize_with = "lossy")]
    pub file: &'a Path,
    /// The framework's id.
    pub framework: &'a str,
}

/// `share`.
#[derive(Serialize)]
pub struct Shared<'a> {
    /// The name under which it is shared.
    pub name: &'a str,
    /// The file in the team's folder.
    #[serde(serialize_with = "lossy")]
    pub file: &'a Path,
}

/// `compare`.
#[derive(Serialize)]
pub struct Two<'a> {
    /// The reader.
    pub you: OneOfTwo<'a>,
    /// The colleague.
    pub other: OneOfTwo<'a>,
    /// The marks, furthest apart first.
    pub marks: Vec<ApartMark<'a>>,
}

/// One of the two.
#[derive(Serialize)]
pub struct OneOfTwo<'a> {
    /// The profile's name.
    pub name: &'a str,
    /// The level, counted from 1.
    pub level: u8,
    /// The unit, or empty.
    pub unit: &'a str,
}

impl<'a> OneOfTwo<'a> {
    /// What is told of this profile.
    pub fn of(profile: &'a profile::Profile) -> Self {
        Self {
            name: &profile.name,
            level: profile.level,
            unit: &profile.unit,
        }
    }
}

/// Where both stand on a mark.
#[derive(Serialize)]
pub struct ApartMark<'a> {
    /// The mark's id.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Where the reader stands.
    pub yours: DialValue,
    /// Where the colleague stands.
    pub theirs: DialValue,
    /// How many detents apart.
    pub apart: u8,
}

/// `share --take-back`.
#[derive(Serialize)]
pub struct TakenBack {
    /// The files that are gone.
    pub files: Vec<String>,
}

/// `theme list`.
#[derive(Serialize)]
pub struct Themes<'a> {
    /// The themes, the shipped ones first.
    pub themes: Vec<ListedTheme<'a>>,
}

/// One of `theme list`.
#[derive(Serialize)]
pub struct ListedTheme<'a> {
    /// Its name.
    pub name: &'a str,
    /// Whether it is the reader's own.
    pub own: bool,
    /// Whether it is the one in use; none is where the theme follows the terminal.
    pub current: bool,
}

/// `config init`.
#[derive(Serialize)]
pub struct ConfigMade<'a> {
    /// The file of settings.
    #[serde(serialize_with = "lossy")]
    pub path: &'a Path,
}

/// `config path`, `check` and `edit`.
#[derive(Serialize)]
pub struct Config<'a> {
    /// The file of settings.
    #[serde(serialize_with = "lossy")]
    pub path: &'a Path,
    /// Whether it is there.
    pub exists: bool,
    /// The file for the whole machine, where there is one.
    pub machine: Option<String>,
    /// What is wrong with them; nothing where that was not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub faults: Option<Vec<Fault<'a>>>,
}

/// One fault of a file.
#[derive(Serialize)]
pub struct Fault<'a> {
    /// The file.
    #[serde(serialize_with = "lossy")]
    pub file: &'a Path,
    /// Where in it, where that is known.
    #[serde(flatten)]
    pub place: Option<Place<'a>>,
    /// What is wrong.
    pub message: String,
}

/// Where in a file something stands.
#[derive(Serialize)]
pub struct Place<'a> {
    /// The line, from 1.
    pub line: u32,
    /// The character within it, from 1.
    pub column: u32,
    /// The value, such as `fields[1].id`.
    pub field: &'a str,
}

/// `framework check`.
#[derive(Serialize)]
pub struct Checked<'a> {
    /// The file.
    #[serde(serialize_with = "lossy")]
    pub file: &'a Path,
    /// What is wrong with it.
    pub faults: Vec<Fault<'a>>,
    /// The framework, where nothing is.
    #[serde(flatten)]
    pub framework: Option<Framework<'a>>,
}

/// A sound framework.
#[derive(Serialize)]
pub struct Framework<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Whose it is.
    pub organisation: &'a str,
    /// The names of the levels.
    pub levels: &'a [String],
    /// How many fields.
    pub fields: usize,
    /// How many marks.
    pub marks: usize,
}

/// `profile list`.
#[derive(Serialize)]
pub struct Profiles<'a> {
    /// The profiles by slug.
    pub profiles: Vec<ListedProfile<'a>>,
    /// Good profiles among them under names of their own, which are not in use.
    pub strangers: Vec<Stranger<'a>>,
}

/// A profile under a name of its own.
#[derive(Serialize)]
pub struct Stranger<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its file.
    #[serde(serialize_with = "lossy")]
    pub file: &'a Path,
}

/// One of `profile list`.
#[derive(Serialize)]
pub struct ListedProfile<'a> {
    /// What is in it, or why that cannot be said.
    #[serde(flatten)]
    pub content: ProfileContent<'a>,
    /// What its file is called.
    pub slug: &'a str,
    /// Whether it is the one in use.
    pub current: bool,
}

/// What is in a profile, or why that cannot be said.
#[derive(Serialize)]
#[serde(untagged)]
pub enum ProfileContent<'a> {
    /// What is in it.
    Good {
        /// Its name.
        name: &'a str,
        /// The unit.
        unit: &'a str,
        /// The challenge.
        challenge: &'a str,
        /// The level, from 1.
        level: u8,
        /// The review date.
        review: Option<String>,
        /// How many bearings.
        bearings: usize,
    },
    /// Why that cannot be said.
    Bad {
        /// The fault in words.
        fault: String,
    },
}

/// `profile new`, `use`, `rename` and `delete`.
#[derive(Serialize)]
pub struct OneProfile<'a> {
    /// What its file is called.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
    /// The file that keeps its last state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<String>,
}
