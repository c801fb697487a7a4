//! The file of a gathering: reads bytes into a [`Gathering`] and writes one as bytes. Opens no file; the type with the names
//! of its fields is `core`'s.

use super::{
    document::{Document, PathRef},
    fault, json,
    profile::{self, Limits, Unusable},
};
use crate::core::{
    gathering::{FORMAT, Gathering},
    problem::{FOUND_SHOWN, Problem, ProblemKind, shortened},
    profile::wire::parse_version,
};
use serde::Deserialize;

/// The major version that is read.
const MAJOR: u32 = 1;

/// The most bytes of a file that are read: those of ten thousand leaders and more.
pub const BYTES_MAX: usize = Limits::OWN.bytes;

/// The bytes of a gathering's file, readable by a person.
pub fn write(gathering: &Gathering) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(gathering).expect("a map with text keys can be written");
    bytes.push(b'\n');
    bytes
}

/// The gathering that `bytes` hold.
///
/// # Errors
/// [`Unusable`] says what is wrong with them; it holds no profile.
pub fn read(bytes: &[u8]) -> Result<Gathering, Unusable> {
    #[derive(Deserialize)]
    struct Header {
        format: String,
        version: String,
    }
    let text = json::text(profile::without_mark(bytes), BYTES_MAX)?;
    if let Some(problem) = json::too_deep(text) {
        return Err(problem.into());
    }
    // what a later version or another format has besides is not known
    if let Ok(Header { format, version }) = serde_json::from_str(text) {
        check(text, &format, &version)?;
    }
    let gathering: Gathering =
        serde_json::from_str(text).map_err(|error| fault::first::<Gathering>(text, &error))?;
    match Document::read_again(text).duplicates().into_iter().next() {
        Some(problem) => Err(problem.into()),
        None => Ok(gathering),
    }
}

/// Refuses another format and what is of a later major version.
fn check(text: &str, format: &str, version: &str) -> Result<(), Unusable> {
    let problem =
        |key: &str, kind| -> Problem { Document::read_again(text).problem_at(&PathRef::Root.key(key), kind) };
    if format != FORMAT {
        let found = shortened(format, FOUND_SHOWN);
        let expected = FORMAT;
        return Err(problem("format", ProblemKind::UnknownFormat { found, expected }).into());
    }
    match parse_version(version) {
        Some((major, _)) if major <= MAJOR => Ok(()),
        Some(_) => Err(Unusable::Newer {
            version: version.to_owned(),
            profile: None,
        }),
        None => Err(profile::bad_version(text, version).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::framework::Framework;

    const KEPT: &str = r#"{
  "format": "pejl.gathering",
  "version": "1.3",
  "at": "2026-11-28T09:00:00+01:00",
  "framework": "kalundborg-lsg",
  "names": true,
  "leaders": [
    {
      "name": "Anna",
      "level": 2,
      "values": {
        "evidens": -3
      },
      "seat": 4
    }
  ],
  "marks": {
    "evidens": {
      "shown": "2026-11-28T09:04:00+01:00",
      "agreed": "Vi ses i marts",
      "by": "Bo"
    }
  },
  "room": "Salen"
}
"#;

    #[test]
    fn what_is_unknown_at_every_level_survives() {
        let mut gathering = read(KEPT.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(write(&gathering)).unwrap(), KEPT);
        let framework = Framework::built_in();
        let team = gathering.team(&framework);
        gathering.take_picture(&framework, &team.leaders, true);
        assert_eq!(String::from_utf8(write(&gathering)).unwrap(), KEPT);
    }

    #[test]
    fn a_file_that_is_no_good_says_where() {
        let line = |from: &str, to: &str| match read(KEPT.replace(from, to).as_bytes()) {
            Err(Unusable::Damaged(problem)) => (problem.position.line, problem.path.to_string()),
            other => panic!("{other:?}"),
        };
        assert_eq!(line("-3", "-6"), (12, "leaders[0].values.evidens".into()));
        assert_eq!(line("pejl.gathering", "pejl.share").1, "format");
        assert_eq!(line("1.3", "en").1, "version");
        assert_eq!(line("2026-11-28T09:00", "i dag").1, "at");
        assert_eq!(line("\"room\"", "\"names\"").1, "names");
        assert_eq!(line("\"by\"", "\"agreed\"").1, "marks.evidens.agreed");
        let newer = read(KEPT.replace("1.3", "2.0").as_bytes());
        assert!(matches!(newer, Err(Unusable::Newer { version, .. }) if version == "2.0"));
        assert!(read(&KEPT.as_bytes()[..200]).is_err());
    }
}
