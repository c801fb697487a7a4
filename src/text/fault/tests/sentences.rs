//! The sentences word for word: short, and to the reader.

use super::*;

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
            Fault::UnknownGathering {
                given: String::new(),
                known: Vec::new(),
            },
            "der er ingen samling at vise: der er ingen endnu, og »pejl team --present« begynder en",
            "there is no gathering to show: there is none yet, and “pejl team --present” begins one",
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
            usage(
                "pejl team",
                UsageTrouble::NotAllowed {
                    name: "--unit".into(),
                    given: "x".into(),
                    allowed: Vec::new(),
                },
            ),
            "--unit kan ikke være »x«: der er ingen at vælge",
            "--unit cannot be “x”: there is none to choose",
        ),
        (
            usage(
                "pejl export",
                UsageTrouble::NotInFormat {
                    name: "--size",
                    format: "pdf",
                    allowed: list(&["png"]),
                },
            ),
            "--size kan ikke bruges med pdf: vælg png",
            "--size cannot be used with pdf: choose png",
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
