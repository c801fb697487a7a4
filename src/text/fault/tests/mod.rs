//! Every fault, problem and notice there is, as the tests beside hold their words. Owns the examples; each theme's tests have a
//! file of their own.

mod harmless;
mod places;
mod sentences;

use super::*;
use crate::core::{
    fault::{NameTrouble, UsageTrouble},
    problem::{Expected, Kind, Position, ProblemKind, SyntaxErrorKind},
};
use std::path::PathBuf;

const LANGS: [Lang; 2] = [Lang::Da, Lang::En];

fn causes(words: &str) -> Vec<Cause> {
    vec![
        Cause::Full,
        Cause::ReadOnly,
        Cause::Denied,
        Cause::Device,
        Cause::TooManyOpen,
        Cause::TooBig,
        Cause::Gone,
        Cause::Exists,
        Cause::NotAFile,
        Cause::NotAFolder,
        Cause::Protected,
        Cause::Own,
        Cause::Slow,
        Cause::Other(words.to_owned()),
    ]
}

fn problem(line: u32, column: u32, path: problem::Path, kind: ProblemKind) -> Problem {
    Problem {
        position: Position { line, column },
        path,
        kind,
    }
}

/// Every kind of problem, at 3:14 and the same path, saying `found`.
fn problems(found: &str) -> Vec<Problem> {
    use ProblemKind::*;
    let text = || found.to_owned();
    let path = problem::Path::default().key("bearings").index(2).key("id");
    let c = found.chars().next().unwrap();
    let syntax = [
        SyntaxErrorKind::TooLarge { limit: 1024 * 1024 },
        SyntaxErrorKind::TooDeep { limit: 32 },
        SyntaxErrorKind::ByteOrderMark,
        SyntaxErrorKind::NotUtf8,
        SyntaxErrorKind::UnexpectedEnd,
        SyntaxErrorKind::ControlInString,
        SyntaxErrorKind::BadEscape,
        SyntaxErrorKind::BadNumber,
    ];
    let expected = [
        Expected::Value,
        Expected::Key,
        Expected::Colon,
        Expected::CommaOrBracket,
        Expected::CommaOrBrace,
        Expected::End,
    ];
    let unexpected = expected.map(|expected| SyntaxErrorKind::Unexpected { found: c, expected });
    let kinds = [
        Kind::Null,
        Kind::Bool,
        Kind::Number,
        Kind::String,
        Kind::Array,
        Kind::Object,
    ];
    let wrong_types = kinds.map(|found| WrongType {
        expected: Kind::Object,
        found,
    });
    let others = [
        DuplicateKey,
        Missing,
        Empty,
        TooLong { max: 64, found: 80 },
        Invisible { found: '\n' },
        Invisible { found: '\u{202e}' },
        Invisible { found: c },
        UnknownFormat {
            found: text(),
            expected: "pejl.profile",
        },
        BadVersion { found: text() },
        NewerVersion { found: text() },
        BadId { found: text() },
        DuplicateId {
            first: problem::Path::default().key(found),
        },
        UnknownId {
            found: text(),
            of_a_mark: true,
        },
        UnknownId {
            found: text(),
            of_a_mark: false,
        },
        NotInText,
        Conditions {
            found: 0,
            allowed: &["guard", "unread"],
        },
        Conditions {
            found: 2,
            allowed: &["guard"],
        },
        UnknownBlank {
            found: text(),
            allowed: Vec::new(),
        },
        UnknownBlank {
            found: text(),
            allowed: vec!["mark", "field"],
        },
        UnknownChoice {
            found: text(),
            allowed: vec!["known".into(), text()],
        },
        NotToml,
        UnknownKey { known: Vec::new() },
        UnknownKey {
            known: vec![text(), "theme".into()],
        },
        NotAKey { found: text() },
        KeyTaken {
            found: text(),
            by: "note",
        },
        NotAColor { found: text() },
        Count {
            min: 3,
            max: 3,
            found: 1,
        },
        Count {
            min: 0,
            max: 200,
            found: 201,
        },
        Count {
            min: 1,
            max: 12,
            found: 13,
        },
        OffScale {
            found: text(),
            min: 1,
            max: 3,
        },
        NotADate,
        NotAMoment,
    ];
    let syntax = syntax.into_iter().chain(unexpected).map(Syntax);
    syntax
        .chain(wrong_types)
        .chain(others)
        .map(|kind| problem(3, 14, path.clone(), kind))
        .collect()
}

fn usages(given: &str) -> Vec<UsageTrouble> {
    let text = || given.to_owned();
    let texts = || vec![text(), text()];
    vec![
        UsageTrouble::UnknownCommand {
            given: text(),
            near: Some(text()),
        },
        UsageTrouble::UnknownCommand {
            given: text(),
            near: None,
        },
        UsageTrouble::UnknownOption {
            given: text(),
            near: Some(text()),
        },
        UsageTrouble::UnknownOption {
            given: text(),
            near: None,
        },
        UsageTrouble::MissingCommand { known: texts() },
        UsageTrouble::MissingCommand { known: Vec::new() },
        UsageTrouble::MissingArgument { names: texts() },
        UsageTrouble::MissingValue { name: text() },
        UsageTrouble::NotAllowed {
            name: text(),
            given: text(),
            allowed: texts(),
        },
        UsageTrouble::NotInFormat {
            name: "--size",
            format: "pdf",
            allowed: texts(),
        },
        UsageTrouble::NotAnInteger {
            name: text(),
            given: text(),
        },
        UsageTrouble::Unexpected { given: text() },
        UsageTrouble::Conflict {
            name: text(),
            other: text(),
        },
        UsageTrouble::TooLong {
            name: text(),
            max: 200,
            found: 201,
        },
        UsageTrouble::ControlCharacter { name: text() },
        UsageTrouble::NotText { name: text() },
        UsageTrouble::NotUtf8,
    ]
}

/// Every fault there is, about `given` and about `file`, each with what its sentence must name.
fn faults(given: &str, file: &Path) -> Vec<(Fault, Vec<String>)> {
    let text = || given.to_owned();
    let file = || file.to_owned();
    let at_file = file().display().to_string();
    let many = || (1..=13).map(|n| format!("b{n}")).collect::<Vec<_>>();
    let names = [
        NameTrouble::Empty,
        NameTrouble::Unseen,
        NameTrouble::TooLong,
        NameTrouble::Reserved,
        NameTrouble::Taken,
        NameTrouble::Nobody,
    ];
    let mut about_given = vec![
        Fault::UnknownMark {
            given: text(),
            near: Vec::new(),
        },
        Fault::UnknownMark {
            given: text(),
            near: vec![text(), text()],
        },
        Fault::UnknownTarget {
            given: text(),
            near: Vec::new(),
        },
        Fault::UnknownTarget {
            given: text(),
            near: vec![text()],
        },
        Fault::Ambiguous {
            given: text(),
            candidates: vec![text(), text(), text()],
        },
        Fault::Value { given: text() },
        Fault::Editor { command: text() },
        Fault::DumbTerminal { name: text() },
        Fault::Other {
            why: Cause::Other(text()),
        },
        Fault::Output {
            why: Cause::Other(text()),
        },
    ];
    for known in [Vec::new(), vec![text()], many()] {
        about_given.push(Fault::UnknownProfile {
            given: text(),
            known: known.clone(),
        });
        about_given.push(Fault::UnknownBearing {
            given: text(),
            known: known.clone(),
        });
        about_given.push(Fault::UnknownGathering {
            given: text(),
            known: known.clone(),
        });
        about_given.push(Fault::UnknownDecision { given: text(), known });
    }
    about_given.extend(names.map(|why| Fault::BadName { given: text(), why }));
    let mut about_file = vec![
        Fault::Damaged {
            file: file(),
            problems: Vec::new(),
        },
        Fault::Damaged {
            file: file(),
            problems: problems(given),
        },
        Fault::Newer {
            file: file(),
            version: text(),
        },
        Fault::OtherFramework {
            file: file(),
            framework: text(),
        },
        Fault::NameNotUtf8 { file: file() },
        Fault::Missing { file: file() },
        Fault::NotRegular { file: file() },
        Fault::TooLarge {
            file: file(),
            limit: 16 * 1024 * 1024,
        },
        Fault::Exists { path: file() },
        Fault::Locked { path: file() },
        Fault::Conflict { kept: file() },
        Fault::LeftInFile {
            fault: Box::new(Fault::ControlCharacter),
            kept: file(),
        },
    ];
    about_file.extend(problems(given).into_iter().map(|problem| Fault::Damaged {
        file: file(),
        problems: vec![problem],
    }));
    for why in causes(given) {
        about_file.push(Fault::Unreadable {
            file: file(),
            why: why.clone(),
        });
        about_file.push(Fault::CannotCreate {
            path: file(),
            why: why.clone(),
        });
        about_file.push(Fault::Write { path: file(), why });
    }
    let mut all: Vec<(Fault, Vec<String>)> = Vec::new();
    all.extend(about_given.into_iter().map(|fault| (fault, vec![text()])));
    all.extend(about_file.into_iter().map(|fault| (fault, vec![at_file.clone()])));
    all.extend(usages(given).into_iter().map(|trouble| {
        let names = match trouble {
            UsageTrouble::NotUtf8 => "pejl bearing".to_owned(),
            UsageTrouble::MissingCommand { .. } => "pejl bearing".to_owned(),
            _ => text(),
        };
        let command = "pejl bearing".to_owned();
        (Fault::Usage { command, trouble }, vec![names])
    }));
    all.push((Fault::NoReviewDate, Vec::new()));
    all.push((
        Fault::TooFewToHide { least: 5, found: 3 },
        vec!["5".into(), "3".into()],
    ));
    all.push((Fault::NoTerminal, vec!["--plain".into()]));
    all.push((
        Fault::DumbTerminal { name: String::new() },
        vec!["--plain".into()],
    ));
    all.push((Fault::VersionGone, Vec::new()));
    all.push((
        Fault::Editor {
            command: String::new(),
        },
        vec!["EDITOR".into()],
    ));
    let example = jiff::civil::date(2027, 9, 14);
    all.push((Fault::NotAhead { example }, vec!["14.9.2027".into()]));
    all.push((Fault::TooFarAhead { example }, vec!["14.9.2027".into()]));
    all.push((Fault::NotUtf8Input, vec!["UTF-8".into()]));
    all.extend(
        read_onlys(given)
            .into_iter()
            .map(|why| (Fault::ReadOnly { why }, Vec::new())),
    );
    let (max, found) = (200, 250);
    all.push((Fault::TooLong { max, found }, vec!["200".into(), "250".into()]));
    all.push((Fault::ControlCharacter, Vec::new()));
    all
}

fn notices(text: &str, file: &Path) -> Vec<Notice> {
    let mut all = vec![
        Notice::NoLocking,
        Notice::NewerMinor {
            version: text.to_owned(),
        },
        Notice::OtherFramework {
            framework: text.to_owned(),
        },
    ];
    let damage = Fault::Newer {
        file: file.to_owned(),
        version: text.to_owned(),
    };
    for (aside, backup) in [(false, false), (false, true), (true, false), (true, true)] {
        all.push(Notice::Recovered {
            damage: damage.clone(),
            aside: aside.then(|| file.to_owned()),
            backup: backup.then(|| file.to_owned()),
            unread: None,
        });
        all.push(Notice::Recovered {
            damage: damage.clone(),
            aside: None,
            backup: backup.then(|| file.to_owned()),
            unread: Some(damage.clone()),
        });
    }
    all.push(Notice::ClockOff {
        date: jiff::civil::date(9999, 1, 1),
    });
    all.push(Notice::Fetched {
        from: file.to_owned(),
        kept: file.to_owned(),
    });
    all.push(Notice::Elsewhere {
        file: file.to_owned(),
    });
    all.push(Notice::NotFetched {
        file: file.to_owned(),
        fault: damage.clone(),
    });
    all.push(Notice::ChosenGone {
        chosen: text.to_owned(),
        opened: text.to_owned(),
    });
    all.push(Notice::UndoUnread { fault: damage });
    all.extend(causes(text).into_iter().map(|why| Notice::Unbacked { why }));
    all
}

fn read_onlys(text: &str) -> Vec<ReadOnly> {
    let mut all = vec![
        ReadOnly::Asked,
        ReadOnly::Locked,
        ReadOnly::Newer {
            version: text.to_owned(),
        },
    ];
    for why in causes(text) {
        let file = PathBuf::from(text);
        all.push(ReadOnly::Unreadable {
            file: file.clone(),
            why: why.clone(),
        });
        all.push(ReadOnly::NotWritable { file, why });
    }
    all
}

/// Everything that is said in `lang` about `text` and `file`.
fn everything(lang: Lang, text: &str, file: &Path) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    all.extend(faults(text, file).iter().map(|(fault, _)| lang.fault(fault)));
    all.extend(problems(text).iter().map(|problem| lang.problem(problem)));
    all.extend(lang.problems(file, &problems(text)));
    all.extend(notices(text, file).iter().map(|notice| lang.notice(notice)));
    all.extend(read_onlys(text).iter().map(|why| lang.read_only(why)));
    all.extend(causes(text).iter().map(|why| lang.cause(why)));
    all
}

fn assert_one_harmless_line(line: &str) {
    assert!(!line.is_empty());
    assert_eq!(clean(line), line, "{line:?}");
    assert_eq!(line.trim(), line, "{line:?}");
    assert!(!line.contains("  ") && !line.contains(".."), "{line:?}");
    assert!(!line.contains('!') && !line.ends_with('.'), "{line:?}");
}
