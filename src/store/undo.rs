//! What can be undone and redone, kept beside the profile so that it survives a restart. Owns that file's format; the
//! profile's own file never waits for it, and whatever is wrong with it means only that there is nothing to undo.
//!
//! The file belongs to one state of the profile, named by the [`hash`] of the bytes on the disk. Only one edit of each
//! step is kept, the one that would be carried out next: carrying it out on the profile gives the other.

use super::schema::{self, Limits, Reader};
use crate::core::{
    dial::DialValue,
    json::{self, Node, Trail, Value},
    problem::ProblemKind,
    profile::Edit,
};
use serde_json::json;

/// What `format` says.
const FORMAT: &str = "pejl.undo";
/// The only version there is. A file of another is left unread.
const VERSION: &str = "1";
/// The most steps that are kept, to undo and to redo each.
const STEPS: usize = 200;
/// The most that is kept of all steps to undo, and of all to redo, in bytes.
const BYTES: usize = 512 * 1024;
/// The largest file that is read, in bytes.
pub(super) const LIMIT: u64 = 4 * BYTES as u64;

/// The steps that can be taken back and made again, the next one last: the edits that do so.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undo {
    /// Each takes a step back.
    pub back: Vec<Edit>,
    /// Each makes a step again.
    pub again: Vec<Edit>,
}

impl Undo {
    /// Keeps a step that was made now, by the edit that takes it back.
    pub(super) fn push(&mut self, back: Edit) {
        self.back.push(back);
        self.again.clear();
    }
}

/// A number for the contents of a file: tells states of a profile apart, and keeps nobody out. FNV-1a of 64 bits, taken
/// eight bytes at a time; its high bits are folded into the low ones, which a word's own high bits would never reach.
fn hash(bytes: &[u8]) -> String {
    let step = |hash: u64, word: u64| {
        let hash = (hash ^ word).wrapping_mul(0x0000_0100_0000_01b3);
        hash ^ hash >> 32
    };
    let (words, rest) = bytes.as_chunks();
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    let rest = rest.iter().map(|byte| u64::from(*byte));
    let hash = words.chain(rest).fold(0xcbf2_9ce4_8422_2325, step);
    format!("{hash:016x}-{}", bytes.len())
}

/// The file that keeps `undo` for a profile whose file holds `profile`.
pub(super) fn write(undo: &Undo, profile: &[u8]) -> Vec<u8> {
    let file = json!({
        "format": FORMAT,
        "version": VERSION,
        "profile": hash(profile),
        "back": kept(&undo.back),
        "again": kept(&undo.again),
    });
    let mut bytes = serde_json::to_vec(&file).expect("a map with text keys can be written");
    bytes.push(b'\n');
    bytes
}

/// The newest steps, as many as there is room for.
fn kept(edits: &[Edit]) -> Vec<serde_json::Value> {
    let mut room = BYTES;
    let mut kept = Vec::new();
    for edit in edits.iter().rev().take(STEPS) {
        let edit = to_json(edit);
        // written once to be measured and once more in the file: steps are small
        let size = edit.to_string().len();
        if size > room {
            break;
        }
        room -= size;
        kept.push(edit);
    }
    kept.reverse();
    kept
}

fn dials(values: &[(String, DialValue)]) -> Vec<serde_json::Value> {
    let dials = values.iter().map(|(mark, value)| json!([mark, value.get()]));
    dials.collect()
}

fn to_json(edit: &Edit) -> serde_json::Value {
    match edit {
        Edit::Dials(values) => json!({ "dials": dials(values) }),
        Edit::Restore {
            bearing,
            dials: values,
        } => {
            json!({ "restore": { "bearing": bearing, "dials": dials(values) } })
        }
        Edit::Note { mark, text } => json!({ "note": { "mark": mark, "text": text } }),
        Edit::Enriches { mark, marks } => json!({ "enriches": { "mark": mark, "list": marks } }),
        Edit::Documents { mark, documents } => json!({ "documents": { "mark": mark, "list": documents } }),
        Edit::Name(name) => json!({ "name": name }),
        Edit::Level(level) => json!({ "level": level }),
        Edit::Unit(unit) => json!({ "unit": unit }),
        Edit::Challenge(challenge) => json!({ "challenge": challenge }),
        Edit::Review(date) => json!({ "review": date.map(|date| date.to_string()) }),
        Edit::ProfileNote(note) => json!({ "profile_note": note }),
        Edit::InsertBearing { at, bearing } => {
            json!({ "insert_bearing": { "at": at, "bearing": schema::bearing(bearing) } })
        }
        Edit::RemoveBearing(id) => json!({ "remove_bearing": id }),
        Edit::ReplaceBearing(bearing) => json!({ "replace_bearing": schema::bearing(bearing) }),
        Edit::Decisions(decisions) => {
            let decisions: Vec<_> = decisions.iter().map(schema::decision).collect();
            json!({ "decisions": decisions })
        }
        Edit::Reply { question, reply } => {
            json!({ "reply": { "question": question, "reply": reply.as_ref().map(schema::reply) } })
        }
        Edit::Whole(profile) => json!({ "whole": schema::as_json(profile) }),
        Edit::All(edits) => json!({ "all": edits.iter().map(to_json).collect::<Vec<_>>() }),
    }
}

/// What the file `bytes` keeps for a profile whose file holds `profile`; nothing where it is for another state, or
/// anything at all is wrong with it.
pub(super) fn read(bytes: &[u8], profile: &[u8]) -> Option<Undo> {
    let limits = json::Limits {
        bytes: LIMIT as usize,
        ..json::Limits::FILE
    };
    let document = json::parse(bytes, limits).ok()?;
    let root = &document.root;
    let says = |key: &str, wanted: &str| {
        let said = root.get(key).map(|node| &node.value);
        matches!(said, Some(Value::String(said)) if said == wanted)
    };
    if !says("format", FORMAT) || !says("version", VERSION) || !says("profile", &hash(profile)) {
        return None;
    }
    let mut reader = Reader::new(Limits::OWN);
    let mut edits = |key: &str| {
        let path = Trail::Root.key(key);
        Some(reader.list(root.get(key)?, &path, edit))
    };
    let undo = Undo {
        back: edits("back")?,
        again: edits("again")?,
    };
    (document.duplicates.is_empty() && reader.problems.is_empty()).then_some(undo)
}

/// One edit; a problem and nothing where it is none.
fn edit(reader: &mut Reader, node: &Node, path: &Trail<'_>) -> Option<Edit> {
    let found = match reader.members(node, path) {
        [only] => known_edit(reader, &only.key, &only.node, &path.key(&only.key)),
        _ => None,
    };
    if found.is_none() {
        reader.problem(node, path, ProblemKind::Missing);
    }
    found
}

fn read_dial(reader: &mut Reader, node: &Node, path: &Trail<'_>) -> Option<(String, DialValue)> {
    let [mark, value] = reader.items(node, path) else {
        reader.problem(node, path, ProblemKind::Missing);
        return None;
    };
    Some((reader.string(mark, path), reader.value(value, path)))
}

fn known_edit(reader: &mut Reader, key: &str, node: &Node, path: &Trail<'_>) -> Option<Edit> {
    let text = |reader: &mut Reader, key: &str| Some(reader.string(node.get(key)?, path));
    let texts = |reader: &mut Reader, key: &str| Some(reader.strings(node.get(key)?, path));
    Some(match key {
        "dials" => Edit::Dials(reader.list(node, path, read_dial)),
        "restore" => Edit::Restore {
            bearing: text(reader, "bearing")?,
            dials: reader.list(node.get("dials")?, path, read_dial),
        },
        "note" => Edit::Note {
            mark: text(reader, "mark")?,
            text: text(reader, "text")?,
        },
        "enriches" => Edit::Enriches {
            mark: text(reader, "mark")?,
            marks: texts(reader, "list")?,
        },
        "documents" => Edit::Documents {
            mark: text(reader, "mark")?,
            documents: texts(reader, "list")?,
        },
        "name" => Edit::Name(reader.string(node, path)),
        "level" => Edit::Level(reader.integer(node, path, 1, 3) as u8),
        "unit" => Edit::Unit(reader.string(node, path)),
        "challenge" => Edit::Challenge(reader.string(node, path)),
        "review" if node.value == Value::Null => Edit::Review(None),
        "review" => Edit::Review(Some(reader.parsed(node, path, ProblemKind::NotADate)?)),
        "profile_note" => Edit::ProfileNote(reader.string(node, path)),
        "insert_bearing" => Edit::InsertBearing {
            at: reader.integer(node.get("at")?, path, 0, i64::from(u32::MAX)) as usize,
            bearing: Box::new(reader.bearing(node.get("bearing")?, path)?),
        },
        "remove_bearing" => Edit::RemoveBearing(reader.string(node, path)),
        "replace_bearing" => Edit::ReplaceBearing(Box::new(reader.bearing(node, path)?)),
        "decisions" => Edit::Decisions(reader.list(node, path, Reader::decision)),
        "reply" => Edit::Reply {
            question: text(reader, "question")?,
            reply: match node.get("reply")? {
                none if none.value == Value::Null => None,
                reply => Some(reader.reply(reply, path)?),
            },
        },
        "whole" => Edit::Whole(Box::new(reader.whole(node)?)),
        "all" => Edit::All(reader.list(node, path, edit)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::profile::{Decision, Extra, Profile, Reply};

    fn every_edit() -> Vec<Edit> {
        let at = "2026-11-23T08:15:00+01:00".parse().unwrap();
        let mut profile = Profile::new("Min profil", "kalundborg-lsg", 2);
        profile.apply(Edit::Dials(vec![("evidens".into(), DialValue::MIN)]));
        let mut bearing = profile.bearing_of_now("Før \"jul\"\n\u{1b}".into(), at);
        bearing.extra.insert("mine".into(), json!([1, null]));
        let decision = Decision {
            at,
            text: "Æblegrød".into(),
            answers: [("evidens".to_owned(), "Ja".to_owned())].into(),
            extra: Extra::new(),
        };
        let mut whole = profile.clone();
        whole.bearings = vec![bearing.clone()].into();
        whole.extra.insert("version".into(), json!("1.7"));
        vec![
            Edit::Dials(vec![
                ("evidens".into(), DialValue::MAX),
                ("".into(), DialValue::MIN),
            ]),
            Edit::Restore {
                bearing: "b1".into(),
                dials: vec![("evidens".into(), DialValue::MAX)],
            },
            Edit::Note {
                mark: "evidens".into(),
                text: "🙂".into(),
            },
            Edit::Enriches {
                mark: "innovation".into(),
                marks: vec!["sikker-drift".into()],
            },
            Edit::Documents {
                mark: "innovation".into(),
                documents: Vec::new(),
            },
            Edit::Name("Andet".into()),
            Edit::Level(3),
            Edit::Unit("Ældre".into()),
            Edit::Challenge(String::new()),
            Edit::Review(Some(jiff::civil::date(2027, 2, 28))),
            Edit::Review(None),
            Edit::ProfileNote("…".into()),
            Edit::InsertBearing {
                at: 7,
                bearing: Box::new(bearing.clone()),
            },
            Edit::RemoveBearing("b1".into()),
            Edit::ReplaceBearing(Box::new(bearing)),
            Edit::Decisions(vec![decision]),
            Edit::Reply {
                question: "drift-guard:b3".into(),
                reply: Some(Reply {
                    put_away: true,
                    ..Reply::default()
                }),
            },
            Edit::Reply {
                question: "x".into(),
                reply: None,
            },
            Edit::Whole(Box::new(whole)),
            Edit::All(vec![Edit::Level(1), Edit::All(Vec::new())]),
        ]
    }

    #[test]
    fn every_bit_of_a_file_and_its_length_tell_its_state_from_others() {
        let file = b"a profile of 21 bytes";
        let mut hashes = std::collections::HashSet::from([hash(file), hash(&[&file[..], &[0]].concat())]);
        for bit in 0..8 * file.len() {
            let mut other = file.to_vec();
            other[bit / 8] ^= 1 << (bit % 8);
            hashes.insert(hash(&other));
        }
        assert_eq!(hashes.len(), 2 + 8 * file.len());
    }

    #[test]
    fn every_edit_written_and_read_is_itself() {
        let undo = Undo {
            back: every_edit(),
            again: every_edit().into_iter().rev().collect(),
        };
        assert_eq!(read(&write(&undo, b"profile"), b"profile"), Some(undo));
    }

    #[test]
    fn a_file_for_another_state_or_with_anything_wrong_keeps_nothing() {
        let undo = Undo {
            back: every_edit(),
            again: Vec::new(),
        };
        let good = String::from_utf8(write(&undo, b"profile")).unwrap();
        assert_eq!(read(good.as_bytes(), b"profilf"), None);
        for (from, to) in [
            ("pejl.undo", "pejl.redo"),
            ("\"version\":\"1\"", "\"version\":\"2\""),
            ("\"level\":3", "\"level\":4"),
            ("\"level\":3", "\"nivel\":3"),
            ("\"level\":3", "\"level\":3,\"unit\":\"\""),
            ("[\"evidens\",5]", "[\"evidens\",6]"),
            ("[\"evidens\",5]", "[\"evidens\"]"),
            ("2027-02-28", "2027-02-29"),
            ("\"again\":[]", "\"again\":{}"),
            ("\"again\"", "\"back\""),
        ] {
            let bad = good.replacen(from, to, 1);
            assert_ne!(bad, good, "{from}");
            assert_eq!(read(bad.as_bytes(), b"profile"), None, "{from} → {to}");
        }
        for cut in 0..good.len() - 1 {
            assert_eq!(read(&good.as_bytes()[..cut], b"profile"), None, "{cut}");
        }
    }

    #[test]
    fn the_newest_two_hundred_steps_are_kept_and_no_more_than_there_is_room_for() {
        let many: Vec<Edit> = (0..300).map(|at| Edit::Unit(at.to_string())).collect();
        let undo = Undo {
            back: many.clone(),
            again: Vec::new(),
        };
        let read = |undo: &Undo| super::read(&write(undo, b""), b"").unwrap().back;
        assert_eq!(read(&undo), many[100..]);
        let large: Vec<Edit> = (0..30)
            .map(|at| Edit::Unit(format!("{at}{}", "x".repeat(50_000))))
            .collect();
        let undo = Undo {
            back: large.clone(),
            again: Vec::new(),
        };
        assert_eq!(read(&undo), large[20..]);
    }
}
