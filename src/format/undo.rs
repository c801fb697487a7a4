//! The file of what can be undone and redone, kept beside the profile's. Whatever is wrong with it means only that there is
//! nothing to undo; the profile's own file never waits for it.
//!
//! The file belongs to one state of the profile, named by the hash of the bytes on the disk. Only one edit of each
//! step is kept, the one that would be carried out next: carrying it out on the profile gives the other.

use crate::core::profile::Edit;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What `format` says.
const FORMAT: &str = "pejl.undo";
/// The only version there is. A file of another is left unread.
const VERSION: &str = "1";
/// The most steps that are kept, to undo and to redo each.
const STEPS: usize = 200;
/// The most that is kept of all steps to undo, and of all to redo, in bytes.
const BYTES: usize = 512 * 1024;
/// The largest file that is read, in bytes.
pub const BYTES_MAX: u64 = 4 * BYTES as u64;

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
    pub fn push(&mut self, back: Edit) {
        self.back.push(back);
        self.again.clear();
    }
}

#[derive(Serialize, Deserialize)]
struct File<'a> {
    format: Cow<'a, str>,
    version: Cow<'a, str>,
    /// The [`hash`] of the profile's file.
    profile: Cow<'a, str>,
    back: Cow<'a, [Edit]>,
    again: Cow<'a, [Edit]>,
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
pub fn write(undo: &Undo, profile: &[u8]) -> Vec<u8> {
    let file = File {
        format: FORMAT.into(),
        version: VERSION.into(),
        profile: hash(profile).into(),
        back: newest(&undo.back).into(),
        again: newest(&undo.again).into(),
    };
    let mut bytes = json(&file);
    bytes.push(b'\n');
    bytes
}

/// The newest steps, as many as there is room for.
fn newest(edits: &[Edit]) -> &[Edit] {
    let mut room = BYTES;
    // written once to be measured and once more in the file: steps are small
    let fits = |edit: &&Edit| {
        let left = room.checked_sub(json(edit).len());
        room = left.unwrap_or_default();
        left.is_some()
    };
    let kept = edits.iter().rev().take(STEPS).take_while(fits).count();
    &edits[edits.len() - kept..]
}

fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("a map with text keys can be written")
}

/// What the file `bytes` keeps for a profile whose file holds `profile`; nothing where it is for another state, or
/// anything at all is wrong with it.
pub fn read(bytes: &[u8], profile: &[u8]) -> Option<Undo> {
    let file: File = serde_json::from_slice(bytes).ok()?;
    let ours = file.format == FORMAT && file.version == VERSION && file.profile == hash(profile);
    ours.then(|| Undo {
        back: file.back.into_owned(),
        again: file.again.into_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        dial::DialValue,
        profile::{Decision, Extra, Profile, Reply},
    };
    use serde_json::json;

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
        whole.later_version = Some("1.7".into());
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
                bearing: bearing.clone().into(),
            },
            Edit::RemoveBearing("b1".into()),
            Edit::ReplaceBearing(bearing.into()),
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
            ("\"level\":3", "\"level\":7"),
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
