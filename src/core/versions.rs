//! Which files are versions of one leader's profile, and which of them counts. The owner tells, and where one of two files
//! has none, what they have in common; the names of files only help. Opens no file.

use super::{copies, dial::DialValue, moment::Moment, profile::Profile};
use jiff::Timestamp;
use std::collections::{BTreeMap, HashMap};

/// Where a profile came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Its file's path, as text for a person.
    pub path: String,
    /// When the file was last written, where that is known.
    pub written: Option<Timestamp>,
    /// When its leader shared it, where it says so.
    pub shared: Option<Moment>,
    /// It says that it was shared at a moment that has not come yet.
    pub is_ahead: bool,
}

impl From<String> for Source {
    fn from(path: String) -> Self {
        Self {
            path,
            ..Self::default()
        }
    }
}

/// What is kept of a profile to tell it from others and from other versions of itself.
pub(super) struct Version {
    folder: String,
    name: String,
    written: Option<Timestamp>,
    owner: Option<String>,
    /// What the profile is called, and its framework's id.
    called: (String, String),
    /// Ids and moments of the bearings.
    bearings: Vec<(String, Timestamp)>,
    /// The last moment that is written in it.
    newest: Option<Timestamp>,
    /// It was shared, so that the moment in it alone says how new it is.
    is_shared: bool,
    is_ahead: bool,
    /// Where the dials stand that are turned.
    turned: BTreeMap<String, DialValue>,
}

/// That a file is not counted, as another version of the same leader's is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Superseded {
    /// Its file's name, or its path where it lies in another folder.
    pub(super) of: String,
    /// How the two stand to each other.
    pub(super) by: By,
}

/// Why another version counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// It is the same leader's and newer.
    Newer,
    /// It is the same leader's, and this one says that it comes from a time ahead.
    Ahead,
    /// It is the same leader's and as old, but the dials stand otherwise.
    Differs,
    /// This one is a copy of it.
    Copied,
}

impl Version {
    pub(super) fn new(source: &Source, profile: &Profile) -> Self {
        let (folder, name) = match source.path.rfind(std::path::is_separator) {
            Some(at) => source.path.split_at(at + 1),
            None => ("", &*source.path),
        };
        let bearings = profile.bearings.iter();
        let decisions = profile.decisions.iter().map(|decision| decision.at);
        let moments = bearings.clone().map(|bearing| bearing.at).chain(decisions);
        Self {
            folder: folder.to_owned(),
            name: name.to_owned(),
            written: source.written,
            owner: profile.owner.clone(),
            called: (profile.name.clone(), profile.framework.clone()),
            newest: moments
                .map(|at| at.timestamp())
                .chain(source.shared.map(Moment::timestamp))
                .max(),
            is_shared: source.shared.is_some() || source.is_ahead,
            is_ahead: source.is_ahead,
            turned: profile
                .dials
                .iter()
                .filter(|(_, dial)| dial.value != DialValue::NEUTRAL)
                .map(|(mark, dial)| (mark.clone(), dial.value))
                .collect(),
            bearings: bearings
                .map(|bearing| (bearing.id.clone(), bearing.at.timestamp()))
                .collect(),
        }
    }

    /// Why `counts` counts and this one does not.
    fn superseded_by(&self, counts: &Self) -> By {
        if self.owner.is_none() || self.owner != counts.owner {
            return By::Copied;
        }
        // when a shared file was written says when it was copied, and no more
        let is_later = counts.newest == self.newest
            && !(self.is_shared && counts.is_shared)
            && counts.written > self.written;
        match (self.is_ahead, counts.newest > self.newest || is_later) {
            (true, _) => By::Ahead,
            (false, true) => By::Newer,
            _ if self.turned != counts.turned => By::Differs,
            _ => By::Copied,
        }
    }

    fn is_in_one_folder_with(&self, other: &Self) -> bool {
        self.folder == other.folder
    }

    /// True where the name says that this is a copy of the other file.
    fn is_named_after(&self, other: &Self) -> bool {
        let mut names = copies::originals(&self.name).chain(copies::by_computer(&self.name));
        self.is_in_one_folder_with(other) && names.any(|name| name == other.name)
    }
}

/// For each version whether another one counts in its place: of each leader's the newest, once. Newest is what has the
/// latest moment in it; then the file that was written last, if it says whose it is. Of others, as a copy may have any
/// time, it is the one whose name is no copy's.
pub(super) fn superseded(versions: &[Version]) -> Vec<Option<Superseded>> {
    let mut groups = Groups::of(versions);
    let mut by_group: HashMap<usize, Vec<usize>> = HashMap::new();
    for at in 0..versions.len() {
        by_group.entry(groups.root(at)).or_default().push(at);
    }
    let mut superseded = vec![None; versions.len()];
    for group in by_group.into_values().filter(|group| group.len() > 1) {
        let is_owned = group.iter().all(|at| versions[*at].owner.is_some());
        let rank = |at: usize| {
            let version = &versions[at];
            let is_copy = group
                .iter()
                .any(|other| version.is_named_after(&versions[*other]));
            let written = version.written.filter(|_| is_owned);
            // the first of equals counts
            (version.newest, written, !is_copy, std::cmp::Reverse(at))
        };
        let by = *group
            .iter()
            .max_by_key(|at| rank(**at))
            .expect("a group of two or more");
        let counts = &versions[by];
        for at in group.iter().copied().filter(|at| *at != by) {
            let version = &versions[at];
            superseded[at] = Some(Superseded {
                of: match version.is_in_one_folder_with(counts) {
                    true => counts.name.clone(),
                    false => format!("{}{}", counts.folder, counts.name),
                },
                by: version.superseded_by(counts),
            });
        }
    }
    superseded
}

/// Sets of versions that belong together. No set has two owners.
struct Groups {
    /// The place of another version in the same set, or its own.
    above: Vec<usize>,
    /// By the place of a set's root: its owner.
    owner: Vec<Option<String>>,
}

impl Groups {
    fn of(versions: &[Version]) -> Self {
        let mut groups = Self {
            above: (0..versions.len()).collect(),
            owner: versions.iter().map(|version| version.owner.clone()).collect(),
        };
        let mut owners = HashMap::new();
        let mut bearings = HashMap::new();
        let mut names = HashMap::new();
        for (at, version) in versions.iter().enumerate() {
            if let Some(owner) = &version.owner {
                groups.join(at, *owners.entry(owner).or_insert(at));
            }
            names.insert((&version.folder, version.name.clone()), at);
        }
        for (at, version) in versions.iter().enumerate() {
            for bearing in &version.bearings {
                groups.join(at, *bearings.entry((&version.called, bearing)).or_insert(at));
            }
        }
        // what only the name speaks for must at least be called the same
        for (at, version) in versions.iter().enumerate() {
            for name in copies::originals(&version.name) {
                if let Some(original) = names.get(&(&version.folder, name))
                    && versions[*original].called == version.called
                {
                    groups.join(at, *original);
                }
            }
        }
        groups
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.above[at] != at {
            self.above[at] = self.above[self.above[at]];
            at = self.above[at];
        }
        at
    }

    /// Puts two together, unless they are known to be different leaders'.
    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        match (&self.owner[one], &self.owner[other]) {
            (Some(a), Some(b)) if a != b => return,
            (None, Some(owner)) => self.owner[one] = Some(owner.clone()),
            _ => {}
        }
        self.above[other] = one;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::profile::Bearing;

    struct File<'a> {
        path: &'a str,
        called: &'a str,
        owner: Option<&'a str>,
        bearing: Option<&'a str>,
        written: i64,
    }

    const FILE: File<'static> = File {
        path: "anna.json",
        called: "Anna",
        owner: None,
        bearing: None,
        written: 0,
    };

    fn version(file: &File) -> Version {
        let mut profile = Profile::new(file.called, "f", 1);
        profile.owner = file.owner.map(str::to_owned);
        if let Some(at) = file.bearing {
            profile.bearings.insert(
                usize::MAX,
                Bearing {
                    id: "b1".into(),
                    at: at.parse().unwrap(),
                    label: String::new(),
                    note: String::new(),
                    dials: Default::default(),
                    decisions: Vec::new(),
                    extra: Default::default(),
                },
            );
        }
        let source = Source {
            shared: None,
            is_ahead: false,
            path: file.path.to_owned(),
            written: Timestamp::from_second(file.written).ok(),
        };
        Version::new(&source, &profile)
    }

    /// For each file the name of the one that counts in its place, and whether the owner says so.
    fn told(files: &[File]) -> Vec<Option<(String, bool)>> {
        let versions: Vec<Version> = files.iter().map(version).collect();
        let told = superseded(&versions).into_iter();
        told.map(|told| told.map(|told| (told.of, told.by != By::Copied)))
            .collect()
    }

    fn by(name: &str, same_owner: bool) -> Option<(String, bool)> {
        Some((name.to_owned(), same_owner))
    }

    #[test]
    fn one_owner_counts_once_whatever_the_files_are_called_and_the_newest_counts() {
        let anna = |path, called, written| File {
            path,
            called,
            written,
            owner: Some("a"),
            ..FILE
        };
        assert_eq!(
            told(&[
                anna("team/anna.json", "Anna", 1),
                anna("team/noget andet.json", "Anna Holm", 2),
                anna("andre/anna.json", "Anna", 1),
            ]),
            [
                by("noget andet.json", true),
                None,
                by("team/noget andet.json", true)
            ]
        );
        let autumn = Some("2026-09-14T09:00:00+02:00");
        let (old, new) = (anna("anna.json", "Anna", 9), anna("b.json", "Anna", 1));
        assert_eq!(
            told(&[
                old,
                File {
                    bearing: autumn,
                    ..new
                }
            ]),
            [by("b.json", true), None],
            "what is in a file is surer than when it was written"
        );
    }

    #[test]
    fn two_owners_are_two_leaders_however_alike_their_files_are() {
        let bearing = Some("2026-09-14T09:00:00+02:00");
        let one = File {
            owner: Some("a"),
            bearing,
            ..FILE
        };
        let other = File {
            owner: Some("b"),
            bearing,
            path: "anna (1).json",
            ..FILE
        };
        assert_eq!(told(&[one, other]), [None, None]);
        // one without an owner is of the first, and does not make one leader of the two
        let one = File {
            owner: Some("a"),
            bearing,
            ..FILE
        };
        let none = File {
            bearing,
            path: "x.json",
            ..FILE
        };
        let other = File {
            owner: Some("b"),
            bearing,
            path: "y.json",
            ..FILE
        };
        assert_eq!(told(&[one, none, other]), [None, by("anna.json", false), None]);
    }

    #[test]
    fn without_an_owner_a_bearing_in_common_tells_and_then_the_name() {
        let bearing = Some("2026-09-14T09:00:00+02:00");
        let file = |path, called, bearing| File {
            path,
            called,
            bearing,
            written: 9,
            ..FILE
        };
        assert_eq!(
            told(&[
                file("anna.json", "Anna", bearing),
                file("helt andet.json", "Anna", bearing),
                file("begyndt som Annas.json", "Bo", bearing),
                file("anna kopi 2.json", "Anna", None),
                file("anna 3.json", "Carla", None),
            ]),
            [None, by("anna.json", false), None, by("anna.json", false), None]
        );
    }
}
