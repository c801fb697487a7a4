//! Every bad file there is a name for, twice: as the leader's own profile, which is set aside and replaced by its
//! newest good backup, and as someone else's file, which is refused with line, column and field.

use crate::common::store::{FRAMEWORK, number, profile_at};
use pejl::{
    core::{
        fault::{Fault, Notice, ReadOnly},
        problem::ProblemKind,
        profile::Profile,
    },
    store::{Access, DEFAULT_SLUG, Limits, Store, read_profile},
};
use std::{fs, path::Path};

/// A good profile; the cases below change a word in it.
const GOOD: &str = r#"{
  "format": "pejl.profile",
  "version": "1.0",
  "name": "Min profil",
  "framework": "kalundborg-lsg",
  "level": 2,
  "unit": "9",
  "challenge": "Budget",
  "review": "2027-02-01",
  "dials": {
    "evidens": { "value": 4, "note": "Hvorfor", "enriches": ["sikker-drift"] }
  },
  "bearings": [
    { "id": "b1", "at": "2026-11-23T08:15:00+01:00", "label": "", "dials": { "evidens": { "value": 1 } } }
  ],
  "decisions": [{ "at": "2026-11-23T08:15:00+01:00", "text": "Ja" }],
  "replies": { "drift": { "put_away": true } }
}
"#;

/// What happens to a leader's own file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Own {
    /// It is opened as it is.
    Opens,
    /// It is set aside, and the newest good backup is opened in its place.
    Recovers,
    /// It is left alone: a newer program wrote it.
    Newer,
    /// It is left alone: what it is cannot be told.
    Unreadable,
}
use Own::{Newer, Opens, Recovers, Unreadable};

/// Puts a case's file in its place.
type Make = Box<dyn Fn(&Path)>;

fn bytes(bytes: impl Into<Vec<u8>>) -> Make {
    let bytes = bytes.into();
    Box::new(move |path| fs::write(path, &bytes).unwrap())
}

/// [`GOOD`] with `from` replaced by `to`.
fn with(from: &str, to: &str) -> Make {
    assert_eq!(GOOD.matches(from).count(), 1, "{from}");
    bytes(GOOD.replace(from, to))
}

/// [`GOOD`] with a field that no version knows at its end.
fn unknown(value: &str) -> Make {
    let end = GOOD.rfind('}').unwrap();
    bytes(format!("{}, \"later\": {value}}}", &GOOD[..end]))
}

fn nested(depth: usize) -> String {
    format!("{}{}", "[".repeat(depth), "]".repeat(depth))
}

fn sparse(path: &Path) {
    fs::File::create(path).unwrap().set_len(10 << 30).unwrap();
}

#[cfg(unix)]
fn link(to: &str) -> Make {
    let to = to.to_owned();
    Box::new(move |path| std::os::unix::fs::symlink(&to, path).unwrap())
}

/// The name of each case, its file, what becomes of it as an own file, and how it is refused as someone else's: exit
/// status, line:column, field and fault. Empty is not refused. A fault of syntax stands where serde_json sees it: a number
/// or an escape at the character that is one too many.
#[rustfmt::skip]
fn cases() -> Vec<(&'static str, Make, Own, &'static str)> {
    let many = |n: usize| {
        let bearing = |n| format!("{{\"id\":\"b{n}\",\"at\":\"2026-11-23T08:15:00+01:00\"}}");
        format!("[{}]", (0..n).map(bearing).collect::<Vec<_>>().join(","))
    };
    let bearings = &GOOD[GOOD.find("\"bearings\"").unwrap()..GOOD.find(",\n  \"decisions\"").unwrap()];
    let mut not_utf8 = GOOD.as_bytes().to_vec();
    not_utf8[GOOD.find("Budget").unwrap()] = 0xff;
    let mut nul = GOOD.as_bytes().to_vec();
    nul[GOOD.find("Budget").unwrap()] = 0;
    let utf16: Vec<u8> = GOOD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: Vec<(&'static str, Make, Own, &'static str)> = vec![
        // Not whole.
        ("empty", bytes(""), Recovers, "65 1:1 UnexpectedEnd"),
        ("blanks only", bytes(" \n\n"), Recovers, "65 3:1 UnexpectedEnd"),
        ("cut in the middle", bytes(&GOOD[..120]), Recovers, "65 6:14 UnexpectedEnd"),
        ("its first half twice", bytes(GOOD[..200].repeat(2)), Recovers, "65 11:1 dials Unexpected"),
        ("NULs for its whole length", bytes(vec![0; GOOD.len()]), Recovers, "65 1:1 Unexpected"),
        ("a NUL in a text", bytes(nul), Recovers, "65 8:17 challenge ControlInString"),
        ("NULs behind its end", bytes(format!("{GOOD}\0\0\0")), Recovers, "65 19:1 Unexpected"),
        ("a second profile behind it", bytes(GOOD.repeat(2)), Recovers, "65 19:1 Unexpected"),
        // Not JSON.
        ("not UTF-8", bytes(not_utf8), Recovers, "65 8:17 NotUtf8"),
        ("UTF-16", bytes(utf16), Recovers, "65 1:2 Unexpected"),
        ("a picture", bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()), Recovers, "65 1:1 NotUtf8"),
        ("a comment", with("{\n  \"format\"", "{ // min\n  \"format\""), Recovers, "65 1:3 Unexpected"),
        ("a comma too many", with("\"put_away\": true }", "\"put_away\": true, }"), Recovers, "65 17:45 replies.drift Unexpected"),
        ("a comma too few", with("\"level\": 2,", "\"level\": 2"), Recovers, "65 7:3 Unexpected"),
        ("single quotes", with("\"Budget\"", "'Budget'"), Recovers, "65 8:16 challenge Unexpected"),
        ("half a surrogate pair", with("Budget", "\\ud83d"), Recovers, "65 8:23 challenge BadEscape"),
        ("NaN", with("\"level\": 2", "\"level\": NaN"), Recovers, "65 6:12 level Unexpected"),
        ("a leading zero", with("\"level\": 2", "\"level\": 02"), Recovers, "65 6:13 level BadNumber"),
        ("a conflict of git", with("  \"level\": 2,", "<<<<<<< HEAD\n  \"level\": 2,"), Recovers, "65 6:1 Unexpected"),
        ("100,000 deep", unknown(&nested(100_000)), Recovers, "65 18:43 TooDeep"),
        ("32 deep", unknown(&nested(31)), Opens, ""),
        // Not a profile.
        ("only a list", bytes("[]"), Recovers, "65 1:1 WrongType"),
        ("only a number", bytes("1"), Recovers, "65 1:1 WrongType"),
        ("an empty object", bytes("{}"), Recovers, "65 1:1 format Missing"),
        ("another format", with("pejl.profile", "pejl.framework"), Recovers, "65 2:13 format UnknownFormat"),
        ("a format that is a number", with("\"pejl.profile\"", "1"), Recovers, "65 2:13 format WrongType"),
        ("no version", with("  \"version\": \"1.0\",\n", ""), Recovers, "65 1:1 version Missing"),
        ("a version that is a number", with("\"1.0\"", "1.0"), Recovers, "65 3:14 version WrongType"),
        ("a version that is a word", with("1.0", "ny"), Recovers, "65 3:14 version BadVersion"),
        ("version 0", with("1.0", "0.9"), Recovers, "65 3:14 version BadVersion"),
        ("a version with an escape in it", with("1.0", "\\u001b[31m"), Recovers, "65 3:14 version BadVersion"),
        // From another time.
        ("a later minor version", with("1.0", "1.7"), Opens, ""),
        ("a later major version", with("1.0", "2.0"), Newer, "65 2.0 Newer"),
        ("a later major version with another shape", bytes(r#"{"format":"pejl.profile","version":"9.1","dials":[]}"#), Newer, "65 9.1 Newer"),
        ("an unknown field", unknown("{ \"a\": [1, null] }"), Opens, ""),
        ("a number of thirty digits", unknown("123456789012345678901234567890"), Opens, ""),
        // Fields of the wrong kind.
        ("no name", with("  \"name\": \"Min profil\",\n", ""), Recovers, "65 1:1 name Missing"),
        ("no framework", with("  \"framework\": \"kalundborg-lsg\",\n", ""), Recovers, "65 1:1 framework Missing"),
        ("no level", with("  \"level\": 2,\n", ""), Recovers, "65 1:1 level Missing"),
        ("a name that is null", with("\"Min profil\"", "null"), Recovers, "65 4:11 name WrongType"),
        ("a level that is a text", with("\"level\": 2", "\"level\": \"2\""), Recovers, "65 6:12 level WrongType"),
        ("dials that are a list", with("\"dials\": {\n", "\"dials\": [], \"x\": {\n"), Recovers, "65 10:12 dials WrongType"),
        ("a dial that is a number", with("{ \"value\": 4, \"note\": \"Hvorfor\", \"enriches\": [\"sikker-drift\"] }", "4"), Recovers, "65 11:16 dials.evidens WrongType"),
        ("a value that is true", with("\"value\": 4", "\"value\": true"), Recovers, "65 11:27 dials.evidens.value WrongType"),
        ("links that are a text", with("[\"sikker-drift\"]", "\"sikker-drift\""), Recovers, "65 11:61 dials.evidens.enriches WrongType"),
        ("a put-away that is a number", with("true", "1"), Recovers, "65 17:39 replies.drift.put_away WrongType"),
        ("a bearing that is null", with(bearings, "\"bearings\": [null]"), Recovers, "65 13:16 bearings[0] WrongType"),
        ("a bearing without an id", with("\"id\": \"b1\", ", ""), Recovers, "65 14:5 bearings[0].id Missing"),
        ("a decision without its text", with(", \"text\": \"Ja\"", ""), Recovers, "65 16:17 decisions[0].text Missing"),
        // Values out of range.
        ("a value off the scale", with("\"value\": 4", "\"value\": 6"), Recovers, "65 11:27 dials.evidens.value OffScale"),
        ("a value below the scale", with("\"value\": 4", "\"value\": -6"), Recovers, "65 11:27 dials.evidens.value OffScale"),
        ("half a value", with("\"value\": 4", "\"value\": 4.5"), Recovers, "65 11:27 dials.evidens.value OffScale"),
        ("a value with an exponent", with("\"value\": 4", "\"value\": 1e400"), Recovers, "65 11:31 dials.evidens.value BadNumber"),
        ("a value of thirty digits", with("\"value\": 4", "\"value\": 123456789012345678901234567890"), Recovers, "65 11:27 dials.evidens.value OffScale"),
        ("level 0", with("\"level\": 2", "\"level\": 0"), Recovers, "65 6:12 level OffScale"),
        ("level 7", with("\"level\": 2", "\"level\": 7"), Recovers, "65 6:12 level OffScale"),
        ("30 February", with("2027-02-01", "2027-02-30"), Recovers, "65 9:13 review NotADate"),
        ("a date as Danes write it", with("2027-02-01", "1.2.2027"), Recovers, "65 9:13 review NotADate"),
        ("a bearing without an offset", with("\"id\": \"b1\", \"at\": \"2026-11-23T08:15:00+01:00\"", "\"id\": \"b1\", \"at\": \"2026-11-23T08:15:00\""), Recovers, "65 14:25 bearings[0].at NotAMoment"),
        // The same twice.
        ("a key twice", with("\"unit\": \"9\",", "\"unit\": \"9\", \"unit\": \"8\","), Recovers, "65 7:16 unit DuplicateKey"),
        ("a mark twice", with("\"evidens\": { \"value\": 4,", "\"evidens\": {}, \"evidens\": { \"value\": 4,"), Recovers, "65 11:20 dials.evidens DuplicateKey"),
        ("an unknown key twice", unknown("{ \"a\": 1, \"a\": 2 }"), Recovers, "65 18:22 later.a DuplicateKey"),
        ("a bearing's id twice", with(bearings, &format!("\"bearings\": {}", many(2).replace("b1", "b0"))), Recovers, "65 13:67 bearings[1].id DuplicateId"),
        // Too much for a stranger; a leader's own is never too much.
        ("a name of 65 letters", with("Min profil", &"å".repeat(65)), Opens, "65 4:11 name TooLong"),
        ("a note of 10,001 letters", with("Hvorfor", &"å".repeat(10_001)), Opens, "65 11:38 dials.evidens.note TooLong"),
        ("bearings twice", with(bearings, &format!("{bearings}, {bearings}")), Recovers, "65 15:6 bearings DuplicateKey"),
        ("1,001 bearings", with(bearings, &format!("\"bearings\": {}", many(1_001))), Opens, "65 13:15 bearings Count"),
        ("2 MiB of blanks", bytes(format!("{GOOD}{}", " ".repeat(2 << 20))), Opens, "65 TooLarge"),
        ("17 MiB of blanks", bytes(format!("{GOOD}{}", " ".repeat(17 << 20))), Recovers, "65 TooLarge"),
        ("10 GiB with nothing in them", Box::new(sparse), Recovers, "65 TooLarge"),
        // Odd and good.
        ("a byte order mark", bytes(format!("\u{feff}{GOOD}")), Opens, ""),
        ("line ends of Windows", bytes(GOOD.replace('\n', "\r\n")), Opens, ""),
        ("hostile text", with("Budget", "\\u001b[31m\u{202e}\u{2028}\\u0000e\u{301}\u{301}"), Opens, ""),
        ("marks of another framework", with("\"evidens\": { \"value\": 4", "\"fremmed\": { \"value\": 4"), Opens, ""),
        // No files.
        ("a folder", Box::new(|path| fs::create_dir(path).unwrap()), Recovers, "66 NotRegular"),
    ];
    #[cfg(unix)]
    let cases = cases.into_iter().chain::<[(&'static str, Make, Own, &'static str); 8]>([
        ("a pipe", Box::new(|path| assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success())), Recovers, "66 NotRegular"),
        ("a socket", Box::new(|path| drop(std::os::unix::net::UnixListener::bind(path).unwrap())), Recovers, "66 NotRegular"),
        ("a link to an endless device", link("/dev/zero"), Recovers, "66 NotRegular"),
        ("a link to a terminal", link("/dev/tty"), Recovers, "66 NotRegular"),
        ("a link to a folder", link("/"), Recovers, "66 NotRegular"),
        ("a link to itself", link("min-profil.json"), Recovers, "66 NotRegular"),
        ("a link that leads nowhere", link("/mnt/not there/min-profil.json"), Unreadable, "66 Missing"),
        ("a link to a good file", Box::new(|path| {
            let beside = path.with_file_name("elsewhere");
            fs::write(&beside, GOOD).unwrap();
            std::os::unix::fs::symlink(beside, path).unwrap();
        }), Opens, ""),
    ]).collect();
    cases
}

/// A fault in one line, as the table writes it: its first problem counts.
fn told(fault: &Fault) -> String {
    let word = |debug: String| debug.split([' ', '(', '{']).next().unwrap().to_owned();
    let code = fault.exit_code();
    match fault {
        Fault::Damaged { problems, .. } => {
            let problem = &problems[0];
            let kind = match &problem.kind {
                ProblemKind::Syntax(kind) => word(format!("{kind:?}")),
                kind => word(format!("{kind:?}")),
            };
            let (line, column, path) = (
                problem.position.line,
                problem.position.column,
                problem.path.as_str(),
            );
            let space = if path.is_empty() { "" } else { " " };
            format!("{code} {line}:{column}{space}{path} {kind}")
        }
        Fault::Newer { version, .. } => format!("{code} {version} Newer"),
        other => format!("{code} {}", word(format!("{other:?}"))),
    }
}

#[test]
fn someone_else_s_bad_file_is_refused_with_line_column_and_field() {
    let dir = tempfile::tempdir().unwrap();
    let mut wrong = Vec::new();
    for (at, (name, make, _, expected)) in cases().into_iter().enumerate() {
        let folder = dir.path().join(at.to_string());
        fs::create_dir(&folder).unwrap();
        let file = folder.join("min-profil.json");
        make(&file);
        let found = match read_profile(&file, Limits::FOREIGN) {
            Ok(_) => String::new(),
            Err(fault) => told(&fault),
        };
        if found != expected {
            wrong.push(format!("{name}: {found:?}, not {expected:?}"));
        }
    }
    assert_eq!(wrong, [""; 0], "{}", wrong.join("\n"));
}

/// A store whose profile was saved as number 6 and then as 7, so that 6 is its backup.
fn saved_store() -> (tempfile::TempDir, Store) {
    let (dir, store) = crate::common::store::store();
    let mut opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    for n in 6..=7 {
        opened.file.save(&profile_at(n)).unwrap();
    }
    (dir, store)
}

/// What stands at `path`, so that one can say whether it is still the same: what a link leads to, what a file holds,
/// the kind and length of anything else.
fn standing(path: &Path) -> String {
    let Ok(metadata) = fs::symlink_metadata(path) else {
        return "nothing".to_owned();
    };
    match (
        fs::read_link(path),
        metadata.is_file() && metadata.len() < 1 << 30,
    ) {
        (Ok(to), _) => format!("link to {}", to.display()),
        (_, true) => format!("{:?}", fs::read(path).unwrap()),
        _ => format!("{:?} of {} bytes", metadata.file_type(), metadata.len()),
    }
}

/// Opens the own file that `make` makes and says what is not as `expected`.
fn own(make: &Make, expected: Own) -> Result<(), String> {
    let (dir, store) = saved_store();
    let file = dir.path().join("profiles/min-profil.json");
    fs::remove_file(&file).unwrap();
    make(&file);
    let before = standing(&file);
    let mut opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    let rescue = opened.notices.iter().find_map(|notice| match notice {
        Notice::Recovered { aside, backup, .. } => Some((aside.clone(), backup.clone())),
        _ => None,
    });
    let found = match (&rescue, opened.file.read_only()) {
        (None, None) => Opens,
        (Some((Some(_), Some(_))), None) => Recovers,
        (None, Some(ReadOnly::Newer { .. })) => Newer,
        (Some((None, Some(_))), Some(ReadOnly::Unreadable { .. })) => Unreadable,
        other => return Err(format!("{other:?}")),
    };
    let check = |good: bool, what: &str| if good { Ok(()) } else { Err(what.to_owned()) };
    check(found == expected, &format!("{found:?}"))?;
    match expected {
        Opens => check(standing(&file) == before, "opening changed it")?,
        Newer | Unreadable => {
            check(opened.file.save(&profile_at(8)).is_err(), "it was saved")?;
            check(standing(&file) == before, "it was changed")?;
        }
        Recovers => {
            let aside = rescue.and_then(|(aside, _)| aside).unwrap();
            check(standing(&aside) == before, "what was set aside is something else")?;
            check(number(&opened.profile) == 6, "the newest good backup is another")?;
        }
    }
    if matches!(expected, Recovers | Opens) {
        let saved = opened.file.save(&profile_at(8));
        check(saved.is_ok(), "it cannot be saved")?;
        drop(opened);
        let again = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
        check(
            again.notices.is_empty() && number(&again.profile) == 8,
            "it is not well again",
        )?;
    }
    Ok(())
}

#[test]
fn one_s_own_bad_file_is_set_aside_and_the_newest_good_backup_opened() {
    let cases = cases();
    assert!(cases.len() >= 60);
    println!("{} files", cases.len());
    let mut wrong = Vec::new();
    for (name, make, expected, _) in &cases {
        if let Err(what) = own(make, *expected) {
            wrong.push(format!("{name}: {what}"));
        }
    }
    assert_eq!(wrong, [""; 0], "{}", wrong.join("\n"));
}

#[test]
fn a_profile_cut_at_any_byte_is_recovered() {
    let (dir, store) = saved_store();
    let file = dir.path().join("profiles/min-profil.json");
    // Without the line end behind it, it is whole.
    for length in 0..GOOD.trim_end().len() {
        fs::write(&file, &GOOD[..length]).unwrap();
        // `mkfifo`, which another test starts, holds every lock of this process from its fork to its exec
        let opened = loop {
            let opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
            if opened.file.read_only() != Some(&ReadOnly::Locked) {
                break opened;
            }
        };
        let [
            Notice::Recovered {
                aside: Some(aside), ..
            },
        ] = &opened.notices[..]
        else {
            panic!("{length} bytes: {:?}", opened.notices);
        };
        assert_eq!(fs::read(aside).unwrap(), GOOD.as_bytes()[..length]);
        assert_eq!(number(&opened.profile), 6, "{length} bytes");
        fs::remove_file(aside).unwrap();
    }
    println!("{} lengths", GOOD.trim_end().len());
}

#[test]
fn a_backup_that_is_bad_too_is_passed_over() {
    let (dir, store) = crate::common::store::store();
    let mut opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    for n in 1..=5 {
        opened.file.save(&profile_at(n)).unwrap();
    }
    drop(opened);
    let bad = |path: &str| fs::write(dir.path().join(path), "{").unwrap();
    bad("profiles/min-profil.json");
    bad("backups/min-profil.000004.2026-11-23.json");
    bad("backups/min-profil.000003.2026-11-23.json");
    let opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    assert_eq!(number(&opened.profile), 2);
}

#[test]
fn without_any_good_backup_it_starts_at_neutral_says_so_and_keeps_the_file() {
    let (dir, store) = crate::common::store::store();
    fs::create_dir(dir.path().join("profiles")).unwrap();
    fs::write(dir.path().join("profiles/min-profil.json"), "{ \"unit\": ").unwrap();
    let opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    let neutral = Profile {
        owner: opened.profile.owner.clone(),
        ..Profile::new("Min profil", FRAMEWORK, 1)
    };
    assert_eq!(opened.profile, neutral);
    assert!(!opened.fresh, "it is no first start");
    let Notice::Recovered {
        aside: Some(aside),
        backup: None,
        ..
    } = &opened.notices[0]
    else {
        panic!("{:?}", opened.notices);
    };
    assert_eq!(fs::read(aside).unwrap(), b"{ \"unit\": ");
    assert!(aside.ends_with("profiles/min-profil.corrupt-2026-11-23.json"));
}

#[test]
fn a_profile_that_vanished_comes_back_from_its_backup() {
    let (dir, store) = saved_store();
    fs::remove_file(dir.path().join("profiles/min-profil.json")).unwrap();
    assert_eq!(store.list().unwrap().len(), 1);
    let opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    assert_eq!(number(&opened.profile), 6);
    assert!(matches!(
        &opened.notices[..],
        [Notice::Recovered {
            damage: Fault::Missing { .. },
            aside: None,
            ..
        }]
    ));
}

#[test]
fn looking_at_a_damaged_profile_changes_nothing() {
    let (dir, store) = saved_store();
    let file = dir.path().join("profiles/min-profil.json");
    fs::write(&file, "{").unwrap();
    let before = fs::read_dir(dir.path().join("profiles")).unwrap().count();
    let opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Read).unwrap();
    assert_eq!(number(&opened.profile), 6);
    assert!(matches!(
        &opened.notices[..],
        [Notice::Recovered { aside: None, .. }]
    ));
    assert_eq!(fs::read(&file).unwrap(), b"{");
    assert_eq!(fs::read_dir(dir.path().join("profiles")).unwrap().count(), before);
}

#[test]
fn a_damaged_profile_that_another_pejl_has_open_is_left_to_it() {
    let (dir, store) = saved_store();
    let first = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    let file = dir.path().join("profiles/min-profil.json");
    fs::write(&file, "{").unwrap();
    let second = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    assert_eq!(second.file.read_only(), Some(&ReadOnly::Locked));
    assert_eq!(number(&second.profile), 6);
    assert_eq!(fs::read(&file).unwrap(), b"{");
    drop(first);
}

#[cfg(unix)]
#[test]
fn a_failing_disk_and_too_many_open_files_are_no_damage() {
    use crate::common::store::{Hooked, clock};
    use pejl::core::fault::Cause;
    use rustix::io::Errno;
    use std::sync::Arc;
    for (errno, why) in [(Errno::MFILE, Cause::TooManyOpen), (Errno::IO, Cause::Device)] {
        let (dir, store) = saved_store();
        let hook = move |operation: &str, path: &Path| match operation == "read"
            && path.ends_with("min-profil.json")
        {
            true => Err(errno.into()),
            false => Ok(()),
        };
        let failing = Store::on(Arc::new(Hooked(Box::new(hook))), dir.path().to_owned(), clock);
        let opened = failing.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
        let file = dir.path().join("profiles/min-profil.json");
        assert_eq!(opened.file.read_only(), Some(&ReadOnly::Unreadable { file, why }));
        assert_eq!(number(&opened.profile), 6, "a backup is shown");
        drop(opened);
        let opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
        assert_eq!((opened.notices, number(&opened.profile)), (vec![], 7));
    }
}

#[test]
fn a_rescued_profile_is_good_at_the_next_start_and_the_bad_file_is_no_backup() {
    let (dir, store) = saved_store();
    fs::write(dir.path().join("profiles/min-profil.json"), "{").unwrap();
    drop(store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap());
    let again = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    assert_eq!((again.notices, number(&again.profile)), (vec![], 6));
    for entry in fs::read_dir(dir.path().join("backups")).unwrap() {
        let file = entry.unwrap().path();
        assert!(read_profile(&file, Limits::OWN).is_ok(), "{file:?}");
    }
}
