//! The files of a group: what a leader shared, or a whole profile, read alike. Owns the bytes of what is shared; opens no file,
//! and says nothing of whose file counts.

use super::{
    fault, json,
    profile::{self, Limits, Unusable},
};
use crate::core::{
    moment::Moment,
    problem::{Problem, ProblemKind},
    profile::{Profile, wire::parse_version},
    share::{FORMAT, Share},
};

/// The major version that is read.
const MAJOR: u32 = 1;

/// A colleague as the group's folder has her.
#[derive(Clone, Debug, PartialEq)]
pub struct Colleague {
    /// Her dials; of a shared file without a word beside them.
    pub profile: Profile,
    /// When she shared it; `None` of a whole profile.
    pub shared: Option<Moment>,
}

/// The bytes of a shared file, readable by a person.
pub fn write(share: &Share) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(share).expect("a map with text keys can be written");
    bytes.push(b'\n');
    bytes
}

/// The colleague that `bytes` hold.
///
/// # Errors
/// [`Unusable`] says what is wrong with them.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Colleague, Unusable> {
    match profile::read(bytes, limits) {
        Err(Unusable::Damaged(problem)) if is_share(&problem) => shared(bytes, limits),
        read => Ok(Colleague {
            profile: read?,
            shared: None,
        }),
    }
}

/// True where a file is no profile because it says that it is what a leader shared.
fn is_share(problem: &Problem) -> bool {
    matches!(&problem.kind, ProblemKind::UnknownFormat { found, .. } if found == FORMAT)
}

fn shared(bytes: &[u8], limits: Limits) -> Result<Colleague, Unusable> {
    let text = json::text(profile::without_mark(bytes), limits.bytes)?;
    let share: Share = serde_json::from_str(text).map_err(|error| fault::first::<Share>(text, &error))?;
    let version = share.version.clone();
    let (at, major) = (share.at, parse_version(&version).map(|(major, _)| major));
    let profile = Profile::from(share);
    profile::check(text, limits, &profile)?;
    match major {
        Some(major) if major <= MAJOR => Ok(Colleague {
            profile,
            shared: Some(at),
        }),
        Some(_) => Err(Unusable::Newer {
            version,
            profile: None,
        }),
        None => Err(profile::bad_version(text, &version).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{dial::DialValue, problem::Problem, profile::Edit};

    fn moment() -> Moment {
        "2026-11-27T08:15:00+01:00".parse().unwrap()
    }

    fn leader() -> Profile {
        let mut profile = Profile::new("Anne Holm", "kalundborg-lsg", 2);
        profile.owner = Some("5f0c2d7e9b1a4c368e2f7d90a1b3c5d7".into());
        profile.unit = "Ældre".into();
        profile.challenge = "Fortroligt".into();
        profile.apply(Edit::Dials(vec![
            ("evidens".into(), DialValue::new(3).unwrap()),
            ("innovation".into(), DialValue::NEUTRAL),
        ]));
        profile.apply(Edit::Note {
            mark: "evidens".into(),
            text: "Fortroligt".into(),
        });
        let bearing = profile.bearing_of_now("Fortroligt".into(), moment());
        profile.bearings.push(bearing);
        profile
    }

    fn bytes() -> Vec<u8> {
        write(&Share::of(&leader(), moment()).unwrap())
    }

    #[test]
    fn a_shared_file_holds_values_and_nothing_that_was_written() {
        let json = String::from_utf8(bytes()).unwrap();
        let wanted = r#"{
  "format": "pejl.share",
  "version": "1.0",
  "owner": "5f0c2d7e9b1a4c368e2f7d90a1b3c5d7",
  "name": "Anne Holm",
  "unit": "Ældre",
  "level": 2,
  "framework": "kalundborg-lsg",
  "at": "2026-11-27T08:15:00+01:00",
  "dials": {
    "evidens": {
      "value": 3
    }
  }
}
"#;
        assert_eq!(json, wanted);
    }

    #[test]
    fn what_was_shared_and_a_whole_profile_are_read_alike() {
        let shared = read(&bytes(), Limits::FOREIGN).unwrap();
        assert_eq!(shared.shared, Some(moment()));
        let whole = read(&profile::write(&leader()), Limits::FOREIGN).unwrap();
        assert_eq!((whole.shared, &whole.profile), (None, &leader()));
        for mark in ["evidens", "innovation", "tilpasning"] {
            assert_eq!(shared.profile.value(mark), whole.profile.value(mark), "{mark}");
        }
    }

    #[test]
    fn what_else_stands_in_a_shared_file_is_ignored() {
        let more = String::from_utf8(bytes()).unwrap().replace(
            "\"value\": 3",
            "\"value\": 3, \"note\": \"Fortroligt\", \"x\": [1]",
        );
        let read = read(more.as_bytes(), Limits::FOREIGN).unwrap();
        assert_eq!(read.profile.dials["evidens"].note, "");
        assert!(read.profile.dials["evidens"].extra.is_empty());
    }

    #[test]
    fn a_shared_file_that_is_no_good_says_where() {
        let problem = |from: &str, to: &str| -> Problem {
            let text = String::from_utf8(bytes()).unwrap().replace(from, to);
            match read(text.as_bytes(), Limits::FOREIGN) {
                Err(Unusable::Damaged(problem)) => problem,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(problem("\"value\": 3", "\"value\": 6").position.line, 12);
        assert_eq!(problem("\"level\": 2,", "").path.to_string(), "level");
        assert_eq!(problem("2026-11-27T", "i dag").path.to_string(), "at");
        assert_eq!(problem("\"1.0\"", "\"et\"").path.to_string(), "version");
        assert_eq!(problem("Anne Holm", &"A".repeat(100)).path.to_string(), "name");
        let newer = String::from_utf8(bytes()).unwrap().replace("\"1.0\"", "\"2.0\"");
        let newer = read(newer.as_bytes(), Limits::FOREIGN);
        assert!(matches!(newer, Err(Unusable::Newer { version, .. }) if version == "2.0"));
    }
}
