//! A profile as a file holds it: reads bytes into a [`Profile`], and [writes](write()) one as bytes. Owns the format and
//! its versions; opens no file.
//!
//! What this version does not know is kept in `extra` at every level and written back unchanged, after the fields
//! it knows. A later minor version is such a thing too: its number is kept in the profile's `extra`.

mod write;

use crate::core::{
    dial::DialValue,
    json::{self, Document, Member, Node, Trail, Value},
    moment::Moment,
    problem::{FOUND_SHOWN, Kind, Problem, ProblemKind, shortened},
    profile::{Bearing, BearingDial, Decision, Dial, Extra, Profile, Reply},
};
use litemap::LiteMap;
use std::{collections::BTreeMap, str::FromStr};
use unicode_segmentation::UnicodeSegmentation;
pub use write::write;
pub(super) use write::{as_json, bearing, decision, reply, to_json};

/// What `format` says.
pub const FORMAT: &str = "pejl.profile";
/// The version that is written.
pub const VERSION: &str = "1.0";
/// Its part before the point: files of a greater one are not written to.
const MAJOR: u32 = 1;
/// Its part after the point.
const MINOR: u32 = 0;

/// One step: the major version it starts from, and what it does to a file of that version.
type Migration = (u32, fn(&mut Node<'_>));

/// Every step there has been, oldest first, the reason beside each. Append-only: files of every version lie on
/// disks for ever.
const MIGRATIONS: &[Migration] = &[];

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
        name: crate::core::fault::MAX_NAME,
        text: 10_000,
    };

    const DEPTH: usize = json::Limits::FILE.depth;
}

/// Why bytes are no profile that can be edited.
#[derive(Clone, Debug, PartialEq)]
pub enum Unusable {
    /// These things are wrong with them; at least one.
    Damaged(Vec<Problem>),
    /// A later major version wrote them.
    Newer {
        /// The version they say they have.
        version: String,
        /// What could be understood of them, if all of it could.
        profile: Option<Box<Profile>>,
    },
}

/// The profile that `bytes` hold.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Profile, Unusable> {
    // Notepad puts a byte order mark there.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let json_limits = json::Limits {
        bytes: limits.bytes,
        depth: Limits::DEPTH,
    };
    let syntax = |error: json::SyntaxError| {
        Unusable::Damaged(vec![Problem {
            position: error.place,
            path: error.path,
            kind: ProblemKind::Syntax(error.kind),
        }])
    };
    let mut bearings = Bearings::new(limits);
    let mut take = |at, node| bearings.take(at, &node, &Trail::Root.key("bearings"));
    let document = json::parse_each(bytes, json_limits, "bearings", &mut take).map_err(syntax)?;
    if is_of_this_major(&document.root) {
        return read_document(document, Some(bearings), limits, MIGRATIONS);
    }
    // a step from one version to the next needs all of the file
    let document = json::parse(bytes, json_limits).map_err(syntax)?;
    read_document(document, None, limits, MIGRATIONS)
}

fn is_of_this_major(root: &Node) -> bool {
    let version = root.get("version").map(|node| &node.value);
    let Some(Value::String(text)) = version else {
        return false;
    };
    parse_version(text).is_some_and(|(major, ..)| major == MAJOR)
}

/// The profile in `document`, of which the `bearings` were taken already where they are given.
fn read_document(
    document: Document,
    bearings: Option<Bearings>,
    limits: Limits,
    migrations: &[Migration],
) -> Result<Profile, Unusable> {
    let mut reader = Reader::new(limits);
    let Document { mut root, duplicates } = document;
    for duplicate in duplicates {
        reader.problems.push(Problem {
            position: duplicate.place,
            path: duplicate.path,
            kind: ProblemKind::DuplicateKey,
        });
    }
    let version = reader.version(&root);
    if let Some((major, _, version)) = &version
        && *major > MAJOR
    {
        let profile = reader.profile(&root, bearings);
        return Err(Unusable::Newer {
            version: version.clone(),
            profile: profile.filter(|_| reader.problems.is_empty()).map(Box::new),
        });
    }
    let Some((major, minor, version)) = version else {
        return Err(Unusable::Damaged(reader.problems));
    };
    for (_, migrate) in migrations.iter().filter(|(from, _)| *from >= major) {
        migrate(&mut root);
    }
    let profile = reader.profile(&root, bearings);
    match profile {
        Some(mut profile) if reader.problems.is_empty() => {
            if major == MAJOR && minor > MINOR {
                profile.extra.insert("version".into(), version.into());
            }
            Ok(profile)
        }
        _ => {
            Problem::sort(&mut reader.problems);
            Err(Unusable::Damaged(reader.problems))
        }
    }
}

/// The version of the file a profile came from, where that is a later minor one than this program writes.
pub fn newer_minor(profile: &Profile) -> Option<&str> {
    profile.extra.get("version")?.as_str()
}

/// Turns nodes into a profile and notes every problem on the way, with a stand-in for what is wrong.
pub(super) struct Reader {
    limits: Limits,
    pub(super) problems: Vec<Problem>,
}

impl Reader {
    pub(super) fn new(limits: Limits) -> Self {
        Self {
            limits,
            problems: Vec::new(),
        }
    }

    pub(super) fn problem(&mut self, node: &Node, path: &Trail<'_>, kind: ProblemKind) {
        self.problems.push(Problem {
            position: node.place,
            path: path.path(),
            kind,
        });
    }

    /// Checks that this is a profile and gives its version's parts and text.
    fn version(&mut self, root: &Node) -> Option<(u32, u32, String)> {
        let path = Trail::Root;
        self.members(root, &path);
        let found = self.problems.len();
        match root.get("format").map(|node| (node, &node.value)) {
            Some((_, Value::String(format))) if format == FORMAT => {}
            Some((node, Value::String(format))) => {
                let found = shortened(format, FOUND_SHOWN);
                self.problem(
                    node,
                    &path.key("format"),
                    ProblemKind::UnknownFormat {
                        found,
                        expected: FORMAT,
                    },
                );
            }
            Some((node, _)) => self.wrong_kind(node, &path.key("format"), Kind::String),
            None => self.require(root, &path, "format", false),
        }
        let mut version = None;
        match root.get("version").map(|node| (node, &node.value)) {
            Some((node, Value::String(text))) => {
                version = parse_version(text);
                if version.is_none() {
                    let found = shortened(text, FOUND_SHOWN);
                    self.problem(node, &path.key("version"), ProblemKind::BadVersion { found });
                }
            }
            Some((node, _)) => self.wrong_kind(node, &path.key("version"), Kind::String),
            None => self.require(root, &path, "version", false),
        }
        version.filter(|_| self.problems.len() == found)
    }

    fn wrong_kind(&mut self, node: &Node, path: &Trail<'_>, expected: Kind) {
        let found = node.kind();
        self.problem(node, path, ProblemKind::WrongType { expected, found });
    }

    /// The members of an object; none, and a problem, where it is something else.
    pub(super) fn members<'a, 't>(&mut self, node: &'a Node<'t>, path: &Trail<'_>) -> &'a [Member<'t>] {
        match &node.value {
            Value::Object(members) => members,
            _ => {
                self.wrong_kind(node, path, Kind::Object);
                &[]
            }
        }
    }

    pub(super) fn items<'a, 't>(&mut self, node: &'a Node<'t>, path: &Trail<'_>) -> &'a [Node<'t>] {
        match &node.value {
            Value::Array(items) => items,
            _ => {
                self.wrong_kind(node, path, Kind::Array);
                &[]
            }
        }
    }

    pub(super) fn string(&mut self, node: &Node, path: &Trail<'_>) -> String {
        let Value::String(text) = &node.value else {
            self.wrong_kind(node, path, Kind::String);
            return String::new();
        };
        self.fits(node, path, self.limits.text, text, |text| text.chars().count());
        text.clone().into_owned()
    }

    /// Notes a text that is longer than `max` as `length` counts it, which counts no more than its bytes.
    fn fits(&mut self, node: &Node, path: &Trail<'_>, max: usize, text: &str, length: fn(&str) -> usize) {
        if text.len() <= max {
            return;
        }
        let found = length(text);
        if found > max {
            self.problem(node, path, ProblemKind::TooLong { max, found });
        }
    }

    fn name(&mut self, node: &Node, path: &Trail<'_>) -> String {
        let name = self.string(node, path);
        let graphemes = |name: &str| name.graphemes(true).count();
        self.fits(node, path, self.limits.name, &name, graphemes);
        name
    }

    fn bool(&mut self, node: &Node, path: &Trail<'_>) -> bool {
        match node.value {
            Value::Bool(bool) => bool,
            _ => {
                self.wrong_kind(node, path, Kind::Bool);
                false
            }
        }
    }

    pub(super) fn integer(&mut self, node: &Node, path: &Trail<'_>, min: i64, max: i64) -> i64 {
        let Value::Number(digits) = &node.value else {
            self.wrong_kind(node, path, Kind::Number);
            return min;
        };
        match digits.parse() {
            Ok(number) if (min..=max).contains(&number) => number,
            _ => {
                let found = shortened(digits, FOUND_SHOWN);
                self.problem(node, path, ProblemKind::OffScale { found, min, max });
                min
            }
        }
    }

    pub(super) fn value(&mut self, node: &Node, path: &Trail<'_>) -> DialValue {
        let (min, max) = (DialValue::MIN.get().into(), DialValue::MAX.get().into());
        DialValue::new(self.integer(node, path, min, max)).unwrap_or_default()
    }

    /// A text that stands for something else, such as a date.
    pub(super) fn parsed<T: FromStr>(
        &mut self,
        node: &Node,
        path: &Trail<'_>,
        wrong: ProblemKind,
    ) -> Option<T> {
        let Value::String(text) = &node.value else {
            self.wrong_kind(node, path, Kind::String);
            return None;
        };
        let parsed = text.parse().ok();
        if parsed.is_none() {
            self.problem(node, path, wrong);
        }
        parsed
    }

    fn moment(&mut self, node: &Node, path: &Trail<'_>) -> Option<Moment> {
        self.parsed(node, path, ProblemKind::NotAMoment)
    }

    pub(super) fn strings(&mut self, node: &Node, path: &Trail<'_>) -> Vec<String> {
        let items = self.items(node, path).iter().enumerate();
        items
            .map(|(at, item)| self.string(item, &path.index(at)))
            .collect()
    }

    fn map<T, M: FromIterator<(String, T)>>(
        &mut self,
        node: &Node,
        path: &Trail<'_>,
        read: impl Fn(&mut Self, &Node, &Trail<'_>) -> Option<T>,
    ) -> M {
        let members = self.members(node, path);
        // no more room than it holds: a map of this kind is kept for every bearing
        let mut found = Vec::with_capacity(members.len());
        for Member { key, node } in members {
            if let Some(value) = read(self, node, &path.key(key)) {
                found.push((key.clone().into_owned(), value));
            }
        }
        found.into_iter().collect()
    }

    pub(super) fn list<T>(
        &mut self,
        node: &Node,
        path: &Trail<'_>,
        read: impl Fn(&mut Self, &Node, &Trail<'_>) -> Option<T>,
    ) -> Vec<T> {
        let items = self.items(node, path).iter().enumerate();
        items
            .filter_map(|(at, item)| read(self, item, &path.index(at)))
            .collect()
    }

    fn require(&mut self, object: &Node, path: &Trail<'_>, key: &str, there: bool) {
        // What is no object at all was said already.
        if !there && object.kind() == Kind::Object {
            self.problem(object, &path.key(key), ProblemKind::Missing);
        }
    }

    /// A profile inside another file, in a version that this program writes or a later minor one.
    pub(super) fn whole(&mut self, node: &Node) -> Option<Profile> {
        let (major, minor, version) = self.version(node)?;
        let mut profile = self.profile(node, None)?;
        if (major, minor) != (MAJOR, MINOR) {
            profile.extra.insert("version".into(), version.into());
        }
        Some(profile)
    }

    fn profile(&mut self, node: &Node, taken: Option<Bearings>) -> Option<Profile> {
        let root = &Trail::Root;
        let (mut name, mut framework, mut level) = (None, None, None);
        let mut read = Vec::new();
        let mut profile = Profile::new("", "", 1);
        let mut taken = taken;
        for Member { key, node, .. } in self.members(node, root) {
            let path = &root.key(key);
            match &**key {
                "format" | "version" => {}
                "name" => name = Some(self.name(node, path)),
                "framework" => framework = Some(self.string(node, path)),
                "level" => level = Some(self.integer(node, path, 1, 3) as u8),
                "unit" => profile.unit = self.string(node, path),
                "challenge" => profile.challenge = self.string(node, path),
                "review" if node.value == Value::Null => profile.review = None,
                "review" => profile.review = self.parsed(node, path, ProblemKind::NotADate),
                "note" => profile.note = self.string(node, path),
                "dials" => profile.dials = self.map(node, path, Self::dial),
                "bearings" => profile.bearings = self.bearings(node, path, taken.take()).into(),
                "decisions" => profile.decisions = self.list(node, path, Self::decision),
                "replies" => profile.replies = self.map(node, path, Self::reply),
                "read" => read = self.strings(node, path),
                "read_at" => {
                    let texts = self.strings(node, path);
                    profile.read = texts.iter().map(|text| read_text(text)).collect();
                }
                _ => keep(&mut profile.extra, key, node),
            }
        }
        self.require(node, root, "name", name.is_some());
        self.require(node, root, "framework", framework.is_some());
        self.require(node, root, "level", level.is_some());
        profile.name = name?;
        profile.framework = framework?;
        profile.level = level?;
        profile
            .read
            .extend(read.into_iter().map(|mark| (profile.level, mark)));
        Some(profile)
    }

    fn dial(&mut self, node: &Node, path: &Trail<'_>) -> Option<Dial> {
        let mut dial = Dial::default();
        for Member { key, node, .. } in self.members(node, path) {
            let path = &path.key(key);
            match &**key {
                "value" => dial.value = self.value(node, path),
                "note" => dial.note = self.string(node, path),
                "enriches" => dial.enriches = self.strings(node, path),
                "documents" => dial.documents = self.strings(node, path),
                _ => keep(&mut dial.extra, key, node),
            }
        }
        Some(dial)
    }

    fn bearings(&mut self, node: &Node, path: &Trail<'_>, taken: Option<Bearings>) -> Vec<Bearing> {
        let bearings = match taken {
            Some(taken) if node.kind() == Kind::Array => taken,
            _ => {
                let mut bearings = Bearings::new(self.limits);
                for (at, item) in self.items(node, path).iter().enumerate() {
                    bearings.take(at, item, path);
                }
                bearings
            }
        };
        let (max, found) = (self.limits.bearings, bearings.count);
        if found > max {
            self.problem(node, path, ProblemKind::Count { min: 0, max, found });
            return Vec::new();
        }
        self.problems.extend(bearings.reader.problems);
        bearings.list
    }

    pub(super) fn bearing(&mut self, node: &Node, path: &Trail<'_>) -> Option<Bearing> {
        let (mut id, mut at, mut at_there) = (None, None, false);
        let (mut label, mut note) = (String::new(), String::new());
        let (mut dials, mut decisions, mut extra) = (LiteMap::new(), Vec::new(), Extra::new());
        for Member { key, node, .. } in self.members(node, path) {
            let path = &path.key(key);
            match &**key {
                "id" => id = Some(self.string(node, path)),
                "at" => (at, at_there) = (self.moment(node, path), true),
                "label" => label = self.string(node, path),
                "note" => note = self.string(node, path),
                "dials" => dials = self.map(node, path, Self::bearing_dial),
                "decisions" => decisions = self.list(node, path, Self::decision),
                _ => keep(&mut extra, key, node),
            }
        }
        self.require(node, path, "id", id.is_some());
        self.require(node, path, "at", at_there);
        Some(Bearing {
            id: id?,
            at: at?,
            label,
            note,
            dials,
            decisions,
            extra,
        })
    }

    fn bearing_dial(&mut self, node: &Node, path: &Trail<'_>) -> Option<BearingDial> {
        let mut dial = BearingDial::default();
        for Member { key, node, .. } in self.members(node, path) {
            let path = &path.key(key);
            match &**key {
                "value" => dial.value = self.value(node, path),
                "note" => dial.note = self.string(node, path),
                "effect" => dial.effect = self.string(node, path),
                "learning" => dial.learning = self.string(node, path),
                _ => keep(&mut dial.extra, key, node),
            }
        }
        Some(dial)
    }

    pub(super) fn decision(&mut self, node: &Node, path: &Trail<'_>) -> Option<Decision> {
        let (mut at, mut at_there, mut text) = (None, false, None);
        let (mut answers, mut extra) = (BTreeMap::new(), Extra::new());
        for Member { key, node, .. } in self.members(node, path) {
            let path = &path.key(key);
            match &**key {
                "at" => (at, at_there) = (self.moment(node, path), true),
                "text" => text = Some(self.string(node, path)),
                "answers" => {
                    answers = self.map(node, path, |reader, node, path| Some(reader.string(node, path)))
                }
                _ => keep(&mut extra, key, node),
            }
        }
        self.require(node, path, "at", at_there);
        self.require(node, path, "text", text.is_some());
        Some(Decision {
            at: at?,
            text: text?,
            answers,
            extra,
        })
    }

    pub(super) fn reply(&mut self, node: &Node, path: &Trail<'_>) -> Option<Reply> {
        let mut reply = Reply::default();
        for Member { key, node, .. } in self.members(node, path) {
            let path = &path.key(key);
            match &**key {
                "text" => reply.text = self.string(node, path),
                "put_away" => reply.put_away = self.bool(node, path),
                _ => keep(&mut reply.extra, key, node),
            }
        }
        Some(reply)
    }
}

/// The bearings of a profile, taken one by one as they are read.
struct Bearings {
    reader: Reader,
    list: Vec<Bearing>,
    /// Where each id stood first.
    ids: BTreeMap<String, usize>,
    count: usize,
}

impl Bearings {
    fn new(limits: Limits) -> Self {
        Self {
            reader: Reader::new(limits),
            list: Vec::new(),
            ids: BTreeMap::new(),
            count: 0,
        }
    }

    /// Takes the one at `at` of the array at `path`; the first takes the place of any array before it. Of those over the
    /// limit only the number is kept.
    fn take(&mut self, at: usize, node: &Node, path: &Trail<'_>) {
        if at == 0 {
            *self = Self::new(self.reader.limits);
        }
        self.count = at + 1;
        let reader = &mut self.reader;
        if at >= reader.limits.bearings {
            return;
        }
        let place = path.index(at);
        let Some(bearing) = reader.bearing(node, &place) else {
            return;
        };
        if let Some(first) = self.ids.insert(bearing.id.clone(), at) {
            let first = path.index(first).key("id").path();
            let id = node.get("id").unwrap_or(node);
            reader.problem(id, &place.key("id"), ProblemKind::DuplicateId { first });
        }
        self.list.push(bearing);
    }
}

fn keep(extra: &mut Extra, key: &str, node: &Node) {
    extra.insert(key.to_owned(), node.into());
}

/// `1.0` as its parts and itself. No signs, no leading zeros, nothing older than there ever was.
fn parse_version(text: &str) -> Option<(u32, u32, String)> {
    let (major, minor) = text.split_once('.')?;
    let (major, minor): (u32, u32) = (major.parse().ok()?, minor.parse().ok()?);
    let same = format!("{major}.{minor}") == text;
    (same && major >= 1).then(|| (major, minor, text.to_owned()))
}

/// A text that was read at another level than the profile's, `1:evidens`. What has no level is kept as it is, at none.
fn read_text(text: &str) -> (u8, String) {
    let kept = text.split_once(':');
    let kept = kept.and_then(|(level, mark)| Some((level.parse().ok()?, mark)));
    let (level, mark) = kept.unwrap_or((0, text));
    (level, mark.to_owned())
}
