//! What a line can be asked for, and the question before it. Owns no line and not what becomes of it.

use crate::core::profile::Profile;
use crate::text::Text;
use std::path::PathBuf;

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

/// The review date of a profile as it is typed; empty where it has none.
pub fn review_line(profile: &Profile) -> String {
    let date = profile.review;
    date.map_or_else(String::new, |date| {
        format!("{}.{}.{}", date.day(), date.month(), date.year())
    })
}
