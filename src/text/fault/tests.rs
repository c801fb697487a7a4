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
        NameTrouble::TooLong,
        NameTrouble::Reserved,
        NameTrouble::Taken,
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
        about_given.push(Fault::UnknownBearing { given: text(), known });
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
        Fault::Missing { file: file() },
        Fault::NotRegular { file: file() },
        Fault::TooLarge {
            file: file(),
            limit: 16 * 1024 * 1024,
        },
        Fault::Exists { path: file() },
        Fault::Locked { path: file() },
        Fault::Conflict { kept: file() },
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
    all.push((Fault::NoTerminal, vec!["--plain".into()]));
    all.push((
        Fault::DumbTerminal { name: String::new() },
        vec!["--plain".into()],
    ));
    all.push((Fault::VersionGone, Vec::new()));
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

#[test]
fn every_fault_names_what_and_where_in_both_languages_on_one_line() {
    let file = Path::new("/sti/min-profil.json");
    for (fault, names) in faults("samskb", file) {
        for lang in LANGS {
            let line = lang.fault(&fault);
            assert_one_harmless_line(&line);
            for name in &names {
                assert!(line.contains(name.as_str()), "{line} names {name}");
            }
        }
        assert_ne!(Lang::Da.fault(&fault), Lang::En.fault(&fault));
    }
}

#[test]
fn every_fault_says_what_to_do() {
    for (fault, _) in faults("samskb", Path::new("/sti/min-profil.json")) {
        for said in LANGS.map(|lang| words::fault(lang, &fault)) {
            assert!(
                said.hint.starts_with([':', '.']),
                "{} {}",
                said.problem,
                said.hint
            );
            assert!(said.hint.len() > 8, "{} {}", said.problem, said.hint);
        }
    }
}

#[test]
fn every_problem_begins_with_its_place_and_names_the_field() {
    for problem in problems("samskb") {
        for lang in LANGS {
            let line = lang.problem(&problem);
            assert_one_harmless_line(&line);
            assert!(line.starts_with("3:14: bearings[2].id"), "{line}");
        }
        assert_ne!(Lang::Da.problem(&problem), Lang::En.problem(&problem));
    }
    let whole = problem(
        1,
        1,
        problem::Path::default(),
        ProblemKind::WrongType {
            expected: Kind::Object,
            found: Kind::Array,
        },
    );
    assert_eq!(
        Lang::Da.problem(&whole),
        "1:1: filen er en liste, men skal være et objekt"
    );
    assert_eq!(
        Lang::En.problem(&whole),
        "1:1: the file is a list, but must be an object"
    );
}

#[test]
fn notices_reasons_and_causes_are_one_line_each_and_differ_by_language() {
    let file = Path::new("/sti/min-profil.json");
    let (da, en) = (
        everything(Lang::Da, "samskb", file),
        everything(Lang::En, "samskb", file),
    );
    for (da, en) in da.iter().zip(&en) {
        assert_one_harmless_line(da);
        assert_one_harmless_line(en);
        assert!(da != en || da == "samskb", "{da}");
    }
}

#[test]
fn what_a_stranger_wrote_steers_no_terminal_and_floods_no_line() {
    // The second begins what swallows everything up to a bell, the third is all bells.
    for hostile in [
        "a\u{1b}[2J\r\nb\u{202e}c\u{0}",
        "a\u{1b}]0;b",
        "\u{7}\u{9c}\u{9d}",
        "\u{301}\u{1b}",
    ] {
        let file = PathBuf::from(format!("/sti/{hostile}/x.json"));
        for lang in LANGS {
            for line in everything(lang, hostile, &file) {
                assert_eq!(clean(&line), line, "{line:?}");
            }
        }
    }
    let long = "æ".repeat(100_000);
    for lang in LANGS {
        for line in everything(lang, &long, Path::new("/x.json")) {
            assert!(line.chars().count() < 500, "{}", line.chars().count());
        }
    }
}

#[test]
fn a_hostile_name_takes_nothing_of_the_sentence_with_it() {
    let fault = Fault::UnknownMark {
        given: "a\u{1b}]".into(),
        near: vec!["b\u{7}c".into()],
    };
    assert_eq!(
        Lang::Da.fault(&fault),
        "kender ikke pejlemærket »a«. Mente du bc?"
    );
}

#[test]
fn the_sentences_are_short_and_address_the_reader() {
    let dials = problem::Path::default().key("dials").key("evidens").key("value");
    let off = ProblemKind::OffScale {
        found: "9".into(),
        min: -5,
        max: 5,
    };
    let damaged = |problems| Fault::Damaged {
        file: "/sti/min-profil.json".into(),
        problems,
    };
    let off = problem(3, 14, dials, off);
    let missing = problem(1, 1, problem::Path::default().key("name"), ProblemKind::Missing);
    let comma = problem(
        4,
        1,
        problem::Path::default().key("levels"),
        ProblemKind::Syntax(SyntaxErrorKind::Unexpected {
            found: '"',
            expected: Expected::CommaOrBracket,
        }),
    );
    let list = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
    let usage = |command: &str, trouble| Fault::Usage {
        command: command.into(),
        trouble,
    };
    let cases = [
        (
            Fault::UnknownMark {
                given: "samskb".into(),
                near: list(&["samskabelse"]),
            },
            "kender ikke pejlemærket »samskb«. Mente du samskabelse?",
            "there is no guidepost “samskb”. Did you mean samskabelse?",
        ),
        (
            Fault::Ambiguous {
                given: "sam".into(),
                candidates: list(&["samarbejde", "samskabelse"]),
            },
            "»sam« kan være samarbejde eller samskabelse: skriv mere af navnet",
            "“sam” may be samarbejde or samskabelse: write more of the name",
        ),
        (
            Fault::Value { given: "7".into() },
            "»7« er ikke en værdi: skriv et helt tal fra −5 til +5",
            "“7” is not a value: write a whole number from −5 to +5",
        ),
        (
            damaged(vec![off.clone()]),
            "/sti/min-profil.json:3:14: dials.evidens.value er 9, men skal være et helt tal fra −5 til +5. Ret filen, eller flyt den væk",
            "/sti/min-profil.json:3:14: dials.evidens.value is 9, but must be a whole number from −5 to +5. Correct the file, or move it away",
        ),
        (
            damaged(vec![missing, off.clone(), off]),
            "/sti/min-profil.json:1:1: name mangler (og 2 fejl til). Ret filen, eller flyt den væk",
            "/sti/min-profil.json:1:1: name is missing (and 2 more). Correct the file, or move it away",
        ),
        (
            damaged(vec![comma]),
            "/sti/min-profil.json:4:1: levels: her skal stå »,« eller »]«, men der står »\"«. Ret filen, eller flyt den væk",
            "/sti/min-profil.json:4:1: levels: “,” or “]” must stand here, but there is “\"”. Correct the file, or move it away",
        ),
        (
            Fault::Write {
                path: "/sti/min-profil.json".into(),
                why: Cause::Full,
            },
            "kan ikke gemme /sti/min-profil.json: disken er fuld. Frigør plads, og prøv igen. Det, der var gemt, er der endnu",
            "cannot save /sti/min-profil.json: the disk is full. Free some room, and try again. What was saved before is still there",
        ),
        (
            Fault::UnknownBearing {
                given: "b9".into(),
                known: list(&["b1", "b2", "b3"]),
            },
            "kender ikke pejlingen »b9«: vælg b1, b2 eller b3",
            "there is no bearing “b9”: choose b1, b2 or b3",
        ),
        (
            Fault::TooLarge {
                file: "/x.json".into(),
                limit: 1024 * 1024,
            },
            "/x.json er for stor: der er plads til 1 MB. Gør den mindre, eller vælg en anden",
            "/x.json is too large: there is room for 1 MB. Make it smaller, or choose another",
        ),
        (
            usage(
                "pejl",
                UsageTrouble::UnknownCommand {
                    given: "vis".into(),
                    near: None,
                },
            ),
            "kender ikke kommandoen »vis«: »pejl --help« viser dem, der er",
            "there is no command “vis”: “pejl --help” shows what there is",
        ),
        (
            usage(
                "pejl set",
                UsageTrouble::MissingArgument {
                    names: list(&["MARK", "VALUE"]),
                },
            ),
            "der mangler MARK og VALUE til »pejl set«: »pejl set --help« viser hvordan",
            "“pejl set” needs MARK and VALUE: “pejl set --help” shows how",
        ),
        (
            usage(
                "pejl show",
                UsageTrouble::NotAllowed {
                    name: "--level".into(),
                    given: "3".into(),
                    allowed: list(&["1", "2"]),
                },
            ),
            "--level kan ikke være »3«: vælg 1 eller 2",
            "--level cannot be “3”: choose 1 or 2",
        ),
        (
            Fault::NoTerminal,
            "der er ingen terminal at vise noget i: brug »pejl show« og de andre kommandoer, eller »pejl --plain«",
            "there is no terminal to show anything in: use “pejl show” and the other commands, or “pejl --plain”",
        ),
    ];
    for (fault, da, en) in cases {
        assert_eq!(Lang::Da.fault(&fault), da);
        assert_eq!(Lang::En.fault(&fault), en);
    }
}

#[test]
fn a_rescue_says_what_happened_what_is_shown_and_where_the_old_file_is() {
    let notice = |aside: Option<&str>, backup: Option<&str>| Notice::Recovered {
        damage: Fault::Damaged {
            file: "/d/x.json".into(),
            problems: vec![problem(
                1,
                1,
                problem::Path::default().key("name"),
                ProblemKind::Missing,
            )],
        },
        aside: aside.map(Into::into),
        backup: backup.map(Into::into),
        unread: None,
    };
    assert_eq!(
        Lang::Da.notice(&notice(Some("/d/x.damaged.json"), Some("/d/b.json"))),
        "Profilen kunne ikke bruges: /d/x.json:1:1: name mangler. Du ser sikkerhedskopien /d/b.json. \
         Den gamle fil ligger i /d/x.damaged.json"
    );
    assert_eq!(
        Lang::Da.notice(&notice(None, None)),
        "Profilen kunne ikke bruges: /d/x.json:1:1: name mangler. Der var ingen sikkerhedskopi, så alle \
         drejeknapper står i midten"
    );
}

#[test]
fn a_scale_has_signs_where_it_has_two_sides() {
    assert_eq!(ends(-5, 5), ("−5".into(), "+5".into()));
    assert_eq!(ends(1, 3), ("1".into(), "3".into()));
    assert_eq!(ends(0, 3), ("0".into(), "3".into()));
}

#[test]
fn a_character_that_cannot_be_seen_is_shown_by_its_number() {
    assert_eq!(character(Lang::Da, 'x'), "»x«");
    assert_eq!(character(Lang::En, 'x'), "“x”");
    for (c, shown) in [
        ('\n', "U+000A"),
        ('\u{1b}', "U+001B"),
        (' ', "U+0020"),
        ('\u{301}', "U+0301"),
        ('\u{e0041}', "U+E0041"),
    ] {
        assert_eq!(character(Lang::En, c), shown);
    }
}

#[test]
fn a_long_list_of_names_is_cut() {
    let names: Vec<String> = (1..=40).map(|n| format!("m{n}")).collect();
    assert_eq!(listed(&names[..2], "eller"), "m1 eller m2");
    assert_eq!(
        listed(&names, "eller"),
        "m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, …"
    );
}
