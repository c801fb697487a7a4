//! What a leader shares with the group: where the dials stand, under the leader's own name, and nothing that was written.
//! Owns what goes along and what stays; reads and writes no file.

use super::{
    dial::DialValue,
    fault::{Cause, Fault},
    field,
    moment::Moment,
    profile::Profile,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What `format` says.
pub const FORMAT: &str = "pejl.share";
/// The version that is written.
pub const VERSION: &str = "1.0";
/// What the name of every shared file ends in.
pub const ENDING: &str = ".pejl.json";

/// A leader's dials as the group sees them. What a file has besides is ignored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// [`FORMAT`]
    pub format: String,
    /// [`VERSION`], or that of the file.
    pub version: String,
    /// Whose it is: [`Profile::owner`].
    pub owner: String,
    /// The leader's name.
    pub name: String,
    /// The unit, or empty.
    #[serde(default)]
    pub unit: String,
    /// The leader's level, counted from 1.
    #[serde(deserialize_with = "field::level")]
    pub level: u8,
    /// The id of the framework.
    pub framework: String,
    /// When it was shared.
    pub at: Moment,
    /// The dials that do not stand at neutral, by mark id.
    #[serde(default, deserialize_with = "field::unique")]
    pub dials: BTreeMap<String, SharedDial>,
}

/// Where one dial stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SharedDial {
    /// The value.
    pub value: DialValue,
}

impl Share {
    /// What of `profile` is shared at this moment.
    ///
    /// # Errors
    /// [`Fault::Other`] where the profile has no owner, as the system had no random number to make one of.
    pub fn of(profile: &Profile, at: Moment) -> Result<Self, Fault> {
        let turned = profile
            .dials
            .iter()
            .filter(|(_, dial)| dial.value != DialValue::NEUTRAL);
        let owner = profile.owner.clone().ok_or_else(|| Fault::Other {
            why: Cause::Other("getrandom".into()),
        })?;
        Ok(Self {
            format: FORMAT.to_owned(),
            version: VERSION.to_owned(),
            owner,
            name: profile.name.clone(),
            unit: profile.unit.clone(),
            level: profile.level,
            framework: profile.framework.clone(),
            at,
            dials: turned
                .map(|(mark, dial)| (mark.clone(), SharedDial { value: dial.value }))
                .collect(),
        })
    }
}

/// The profile that a team sees of a shared file: its dials, without a word beside them.
impl From<Share> for Profile {
    fn from(share: Share) -> Self {
        let mut profile = Self::new(&share.name, share.framework, share.level);
        profile.owner = Some(share.owner);
        profile.unit = share.unit;
        for (mark, dial) in share.dials {
            profile.dials.entry(mark).or_default().value = dial.value;
        }
        profile
    }
}
