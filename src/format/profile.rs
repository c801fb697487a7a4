//! The file of a profile: reads bytes into a [`Profile`] and writes one as bytes. Owns how much is read of whose file, and
//! what is said of one that cannot be read; opens no file. The type itself, with the names of its fields, is `core`'s.

use super::{
    document::{Document, PathRef},
    fault, json,
};
use crate::core::{
    fault::MAX_NAME,
    problem::{FOUND_SHOWN, Problem, ProblemKind, shortened},
    profile::{Decision, Profile, wire},
};
use serde::Deserialize;
use std::collections::HashMap;
use unicode_segmentation::UnicodeSegmentation;
use wire::{FORMAT, MAJOR, Wire, parse_version};

/// How much is taken from a file.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The whole file, in bytes.
    pub bytes: usize,
    /// How many bearings.
    pub bearings: usize,
    /// The profile's name, in graphemes.
    pub name: usize,
    /// Any other text, in characters.
    pub text: usize,
}

impl Limits {
    /// A file of the store's own: 16 MiB, which a thousand bearings with twelve notes of a thousand characters fit in.
    pub const OWN: Self = Self {
        bytes: 16 * 1024 * 1024,
        bearings: usize::MAX,
        name: usize::MAX,
        text: usize::MAX,
    };
    /// A file from elsewhere.
    pub const FOREIGN: Self = Self {
        bytes: 1024 * 1024,
        bearings: 1_000,
        name: MAX_NAME,
        text: 10_000,
    };
}

/// Why bytes are no profile that can be edited.
#[derive(Clone, Debug, PartialEq)]
pub enum Unusable {
    /// The first thing that is wrong with them.
    Damaged(Problem),
    /// A later major version wrote them.
    Newer {
        /// The version they say they have.
        version: String,
        /// What could be understood of them, if all of it could.
        profile: Option<Box<Profile>>,
    },
}

impl From<Problem> for Unusable {
    fn from(problem: Problem) -> Self {
        Self::Damaged(problem)
    }
}

/// The bytes of a profile's file, readable by a person.
pub fn write(profile: &Profile) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(profile).expect("a map with text keys can be written");
    bytes.push(b'\n');
    bytes
}

/// The profile that `bytes` hold.
///
/// # Errors
/// [`Unusable`] says what is wrong with them.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Profile, Unusable> {
    let text = json::text(without_mark(bytes), limits.bytes)?;
    let wire = match serde_json::from_str::<Wire>(text) {
        Ok(wire) => wire,
        Err(error) => return Err(unreadable(text, &error)),
    };
    let version = header(text, &wire.format, &wire.version)?;
    let later = (version > MAJOR).then(|| wire.version.clone().into_owned());
    let profile = Profile::from(wire);
    let checked = check(text, limits, &profile);
    match later {
        None => Ok(checked.map(|()| profile)?),
        Some(version) => Err(Unusable::Newer {
            version,
            profile: checked.is_ok().then(|| Box::new(profile)),
        }),
    }
}

/// The bytes without the byte order mark that Notepad puts before them.
pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Carries a profile of an older version to the one that is written today. Append-only: files of every version lie on disks for
/// ever. `new_owner` makes what says whose a profile is; where it cannot, the profile stays of its version until the next time.
pub fn migrate(profile: &mut Profile, new_owner: impl FnOnce() -> Option<String>) {
    // 1.0 → 1.1: whose a shared file is cannot be told by its name, which two leaders may have and which one may change
    if profile.owner.is_none() {
        profile.owner = new_owner();
    }
}

/// What a text is that has no profile's fields when `error` came: a file of another kind, or a later version's, whose fields
/// are not known, or damaged.
fn unreadable(text: &str, error: &serde_json::Error) -> Unusable {
    #[derive(Deserialize)]
    struct Header {
        format: String,
        version: Option<String>,
    }
    if let Ok(Header { format, version }) = serde_json::from_str(text) {
        let version = version.unwrap_or_else(|| wire::VERSION.to_owned());
        match header(text, &format, &version) {
            Err(problem) => return problem.into(),
            Ok(major) if major > MAJOR => {
                return Unusable::Newer {
                    version,
                    profile: None,
                };
            }
            Ok(_) => {}
        }
    }
    fault::first::<Wire>(text, error).into()
}

/// The major version of a file that says it has this format and version.
fn header(text: &str, format: &str, version: &str) -> Result<u32, Problem> {
    let problem = |key: &str, kind| Document::read_again(text).problem_at(&PathRef::Root.key(key), kind);
    if format != FORMAT {
        let found = shortened(format, FOUND_SHOWN);
        let expected = FORMAT;
        return Err(problem("format", ProblemKind::UnknownFormat { found, expected }));
    }
    parse_version(version)
        .map(|(major, _)| major)
        .ok_or_else(|| bad_version(text, version))
}

/// That the version of a file is none.
pub(super) fn bad_version(text: &str, version: &str) -> Problem {
    let found = shortened(version, FOUND_SHOWN);
    Document::read_again(text).problem_at(&PathRef::Root.key("version"), ProblemKind::BadVersion { found })
}

/// Holds what was read of a file to the limits of its texts.
pub(super) fn check(text: &str, limits: Limits, profile: &Profile) -> Result<(), Problem> {
    Check { text, limits }.profile(profile)
}

/// What the types cannot hold a file to.
struct Check<'t> {
    text: &'t str,
    limits: Limits,
}

impl Check<'_> {
    fn problem(&self, path: &PathRef, kind: ProblemKind) -> Problem {
        Document::read_again(self.text).problem_at(path, kind)
    }

    fn profile(&self, profile: &Profile) -> Result<(), Problem> {
        let root = PathRef::Root;
        if has_unknown(profile) {
            self.unknown()?;
        }
        let graphemes = |name: &str| name.graphemes(true).count();
        self.fits(root.key("name"), &profile.name, self.limits.name, graphemes)?;
        self.text(root.key("name"), &profile.name)?;
        self.text(root.key("owner"), profile.owner.as_deref().unwrap_or_default())?;
        self.text(root.key("framework"), &profile.framework)?;
        self.text(root.key("unit"), &profile.unit)?;
        self.text(root.key("challenge"), &profile.challenge)?;
        self.text(root.key("note"), &profile.note)?;
        let dials = root.key("dials");
        for (mark, dial) in &profile.dials {
            let path = dials.key(mark);
            self.text(path.key("note"), &dial.note)?;
            self.texts(path.key("enriches"), &dial.enriches)?;
            self.texts(path.key("documents"), &dial.documents)?;
        }
        self.bearings(profile)?;
        self.decisions(root.key("decisions"), &profile.decisions)?;
        let replies = root.key("replies");
        for (question, reply) in &profile.replies {
            self.text(replies.key(question).key("text"), &reply.text)?;
        }
        Ok(())
    }

    /// What the file holds beyond what this version knows: serde takes the last of two values, and any depth that it can
    /// read.
    fn unknown(&self) -> Result<(), Problem> {
        let deep = json::too_deep(self.text);
        let duplicate = || Document::read_again(self.text).duplicates().into_iter().next();
        deep.or_else(duplicate).map_or(Ok(()), Err)
    }

    fn bearings(&self, profile: &Profile) -> Result<(), Problem> {
        let path = PathRef::Root.key("bearings");
        let (max, found) = (self.limits.bearings, profile.bearings.len());
        if found > max {
            return Err(self.problem(&path, ProblemKind::Count { min: 0, max, found }));
        }
        let mut ids = HashMap::with_capacity(found);
        for (index, bearing) in profile.bearings.iter().enumerate() {
            let item = path.index(index);
            if let Some(first) = ids.insert(&bearing.id, index) {
                let first = path.index(first).key("id").path();
                return Err(self.problem(&item.key("id"), ProblemKind::DuplicateId { first }));
            }
            self.text(item.key("id"), &bearing.id)?;
            self.text(item.key("label"), &bearing.label)?;
            self.text(item.key("note"), &bearing.note)?;
            let dials = item.key("dials");
            for (mark, dial) in &bearing.dials {
                let path = dials.key(mark);
                self.text(path.key("note"), &dial.note)?;
                self.text(path.key("effect"), &dial.effect)?;
                self.text(path.key("learning"), &dial.learning)?;
            }
            self.decisions(item.key("decisions"), &bearing.decisions)?;
        }
        Ok(())
    }

    fn decisions(&self, path: PathRef, decisions: &[Decision]) -> Result<(), Problem> {
        for (index, decision) in decisions.iter().enumerate() {
            let item = path.index(index);
            self.text(item.key("text"), &decision.text)?;
            let answers = item.key("answers");
            for (mark, answer) in &decision.answers {
                self.text(answers.key(mark), answer)?;
            }
        }
        Ok(())
    }

    fn texts(&self, path: PathRef, texts: &[String]) -> Result<(), Problem> {
        let mut texts = texts.iter().enumerate();
        texts.try_for_each(|(index, text)| self.text(path.index(index), text))
    }

    fn text(&self, path: PathRef, text: &str) -> Result<(), Problem> {
        self.fits(path, text, self.limits.text, |text| text.chars().count())
    }

    /// A text of at most `max` as `length` counts it, which counts no more than its bytes.
    fn fits(
        &self,
        path: PathRef,
        text: &str,
        max: usize,
        length: impl Fn(&str) -> usize,
    ) -> Result<(), Problem> {
        if text.len() <= max {
            return Ok(());
        }
        match length(text) {
            found if found > max => Err(self.problem(&path, ProblemKind::TooLong { max, found })),
            _ => Ok(()),
        }
    }
}

/// True where the file holds anything that this version does not know.
fn has_unknown(profile: &Profile) -> bool {
    let decisions = |decisions: &[Decision]| decisions.iter().any(|decision| !decision.extra.is_empty());
    !profile.extra.is_empty()
        || profile.dials.values().any(|dial| !dial.extra.is_empty())
        || profile.replies.values().any(|reply| !reply.extra.is_empty())
        || decisions(&profile.decisions)
        || profile.bearings.iter().any(|bearing| {
            !bearing.extra.is_empty()
                || bearing.dials.values().any(|dial| !dial.extra.is_empty())
                || decisions(&bearing.decisions)
        })
}
