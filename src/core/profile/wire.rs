//! A profile as its file has it: format and version before it, what was read at the own level apart from the rest, empty
//! fields left out where the format allows it, what is unknown last. Reads and writes no bytes; that is `format`'s.

use super::{Bearings, Decision, Dial, Extra, Profile, Reply};
use crate::core::field;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{borrow::Cow, collections::BTreeMap};

/// What `format` says.
pub const FORMAT: &str = "pejl.profile";
/// The version that is written of a profile that has an owner.
pub const VERSION: &str = "1.1";
/// The version that is written of a profile that has none: no field of it is of a later one.
const OWNERLESS: &str = "1.0";
/// Its part before the point: files of a greater one are not written to.
pub const MAJOR: u32 = 1;
/// Its part after the point.
const MINOR: u32 = 1;

/// The file of a profile, borrowed from the profile where it is written.
#[derive(Serialize, Deserialize)]
pub struct Wire<'a> {
    /// [`FORMAT`]
    pub format: Cow<'a, str>,
    /// [`VERSION`], or that of the file.
    pub version: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    owner: Option<Cow<'a, str>>,
    name: Cow<'a, str>,
    framework: Cow<'a, str>,
    #[serde(deserialize_with = "field::level")]
    level: u8,
    #[serde(default)]
    unit: Cow<'a, str>,
    #[serde(default)]
    challenge: Cow<'a, str>,
    #[serde(default, with = "field::date")]
    review: Option<Date>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    note: Cow<'a, str>,
    #[serde(default, deserialize_with = "owned_map")]
    dials: Cow<'a, BTreeMap<String, Dial>>,
    #[serde(default)]
    bearings: Cow<'a, Bearings>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    decisions: Cow<'a, [Decision]>,
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        deserialize_with = "owned_map"
    )]
    replies: Cow<'a, BTreeMap<String, Reply>>,
    /// The marks that were read at the profile's own level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    read: Vec<Cow<'a, str>>,
    /// Those that were read at another one, `1:evidens`. What has no level is kept as it is, at none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    read_at: Vec<Cow<'a, str>>,
    #[serde(flatten)]
    extra: Cow<'a, Extra>,
}

/// A map in which no key comes twice.
fn owned_map<'de, D: Deserializer<'de>, T: Deserialize<'de> + Clone>(
    deserializer: D,
) -> Result<Cow<'static, BTreeMap<String, T>>, D::Error> {
    field::unique(deserializer).map(Cow::Owned)
}

/// `1.0` as its two parts. No signs, no leading zeros, nothing older than there ever was.
pub fn parse_version(text: &str) -> Option<(u32, u32)> {
    let (major, minor) = text.split_once('.')?;
    let (major, minor): (u32, u32) = (major.parse().ok()?, minor.parse().ok()?);
    let same = format!("{major}.{minor}") == text;
    (same && major >= MAJOR).then_some((major, minor))
}

impl<'a> From<&'a Profile> for Wire<'a> {
    fn from(profile: &'a Profile) -> Self {
        let own = |level: &u8| *level == profile.level;
        let version = if profile.owner.is_some() {
            VERSION
        } else {
            OWNERLESS
        };
        let read = profile.read.iter().filter(|(level, _)| own(level));
        let read_at = profile.read.iter().filter(|(level, _)| !own(level));
        Self {
            format: FORMAT.into(),
            version: profile.later_version.as_deref().unwrap_or(version).into(),
            owner: profile.owner.as_deref().map(Cow::from),
            name: (&profile.name).into(),
            framework: (&profile.framework).into(),
            level: profile.level,
            unit: (&profile.unit).into(),
            challenge: (&profile.challenge).into(),
            review: profile.review,
            note: (&profile.note).into(),
            dials: Cow::Borrowed(&profile.dials),
            bearings: Cow::Borrowed(&profile.bearings),
            decisions: Cow::Borrowed(&profile.decisions),
            replies: Cow::Borrowed(&profile.replies),
            read: read.map(|(_, mark)| mark.into()).collect(),
            read_at: read_at
                .map(|(level, mark)| match level {
                    0 => mark.into(),
                    _ => format!("{level}:{mark}").into(),
                })
                .collect(),
            extra: Cow::Borrowed(&profile.extra),
        }
    }
}

impl From<Wire<'_>> for Profile {
    fn from(wire: Wire) -> Self {
        let read_at = |text: Cow<str>| {
            let parts = text.split_once(':');
            let parts = parts.and_then(|(level, mark)| Some((level.parse().ok()?, mark.to_owned())));
            parts.unwrap_or_else(|| (0, text.into_owned()))
        };
        let own = wire.read.into_iter().map(|mark| (wire.level, mark.into_owned()));
        let later = matches!(parse_version(&wire.version), Some((MAJOR, minor)) if minor > MINOR);
        Self {
            later_version: later.then(|| wire.version.into_owned()),
            owner: wire.owner.map(Cow::into_owned),
            name: wire.name.into_owned(),
            framework: wire.framework.into_owned(),
            level: wire.level,
            unit: wire.unit.into_owned(),
            challenge: wire.challenge.into_owned(),
            review: wire.review,
            note: wire.note.into_owned(),
            dials: wire.dials.into_owned(),
            bearings: wire.bearings.into_owned(),
            decisions: wire.decisions.into_owned(),
            replies: wire.replies.into_owned(),
            read: own.chain(wire.read_at.into_iter().map(read_at)).collect(),
            extra: wire.extra.into_owned(),
        }
    }
}

impl Serialize for Profile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Wire::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Profile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wire = Wire::deserialize(deserializer)?;
        let readable = parse_version(&wire.version).is_some_and(|(major, _)| major == MAJOR);
        match wire.format == FORMAT && readable {
            true => Ok(wire.into()),
            false => Err(D::Error::custom("another format or version")),
        }
    }
}
