//! What a profile becomes when it goes out: each format is read back by a reader that knows nothing of pejl.

mod csv_and_xlsx;
mod html_and_svg;
mod json;
mod markdown;
mod paper;
mod profiles;
mod team;
mod words;

use pejl::{
    core::{framework::Framework, profile::Profile},
    export::{Format, Input, Part, Parts, What, export},
    format,
    text::Lang,
};
use profiles::{bearings, hostile, sample};

/// The day all exports are made.
const NOW: &str = "2026-11-23T08:15:00+01:00";
const LANGS: [Lang; 2] = [Lang::Da, Lang::En];

fn input<'a>(framework: &'a Framework, profile: &'a Profile, lang: Lang) -> Input<'a> {
    Input {
        framework,
        rendering: None,
        profile,
        lang,
        now: NOW.parse().unwrap(),
        parts: Parts::ALL,
        picture: Default::default(),
        what: None,
    }
}

/// The profile in a format, whole.
fn exported(format: Format, profile: &Profile, lang: Lang) -> Vec<u8> {
    export(format, &input(&Framework::built_in(), profile, lang)).unwrap()
}

fn text(format: Format, profile: &Profile, lang: Lang) -> String {
    String::from_utf8(exported(format, profile, lang)).unwrap()
}

/// A framework of so many fields with so many marks each.
fn framework(fields: usize, marks: usize) -> Framework {
    let mut framework = Framework::built_in();
    let (field, mark) = (framework.fields[1].clone(), framework.fields[1].marks[0].clone());
    framework.fields = (0..fields)
        .map(|at| {
            let mut field = field.clone();
            field.id = format!("felt-{at}");
            field.marks = (0..marks)
                .map(|number| {
                    let mut mark = mark.clone();
                    mark.id = format!("maerke-{at}-{number}");
                    mark
                })
                .collect();
            field
        })
        .collect();
    framework
}

/// Everything exported once, to look at.
#[test]
#[ignore = "writes pictures to look at"]
fn pictures() {
    let dir = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("export");
    std::fs::create_dir_all(&dir).unwrap();
    let (danish, english) = (Framework::built_in(), Framework::built_in_english());
    let empty = Profile::new("Min profil", "kalundborg-lsg", 2);
    for (name, profile) in [("sample", &sample()), ("hostile", &hostile()), ("empty", &empty)] {
        for lang in LANGS {
            for format in Format::ALL {
                let mut input = input(&danish, profile, lang);
                input.rendering = (lang == Lang::En).then_some(&english);
                let bytes = export(format, &input).unwrap();
                let name = format!("{name}-{lang:?}.{}", format.extension());
                std::fs::write(dir.join(name), bytes).unwrap();
            }
        }
    }
    for (fields, marks) in [(1, 1), (3, 5), (12, 12)] {
        let framework = framework(fields, marks);
        for format in [Format::Html, Format::Svg] {
            let bytes = export(format, &input(&framework, &sample(), Lang::Da)).unwrap();
            std::fs::write(
                dir.join(format!("{fields}x{marks}.{}", format.extension())),
                bytes,
            )
            .unwrap();
        }
    }
}

#[test]
fn every_format_is_called_what_its_files_end_with() {
    let called: Vec<_> = Format::ALL.iter().map(|format| format.extension()).collect();
    assert_eq!(
        called,
        ["html", "pdf", "xlsx", "svg", "md", "png", "csv", "json", "ics"]
    );
    for format in Format::ALL {
        assert_eq!(Format::parse(format.extension()), Some(format));
        assert_eq!(Format::parse(&format.extension().to_uppercase()), Some(format));
    }
    assert_eq!(Format::parse("docx"), None);
    assert_eq!(Format::parse(""), None);
}

#[test]
fn the_same_profile_on_the_same_day_gives_the_same_bytes() {
    for format in Format::ALL {
        assert_eq!(
            exported(format, &sample(), Lang::Da),
            exported(format, &sample(), Lang::Da),
            "{format:?}"
        );
    }
}

#[test]
fn text_formats_are_utf_8_and_end_their_last_line() {
    for format in Format::ALL.into_iter().filter(|format| format.is_text()) {
        for lang in LANGS {
            assert!(text(format, &sample(), lang).ends_with('\n'), "{format:?}");
        }
    }
}

#[test]
fn no_control_or_unseen_character_goes_out() {
    for format in Format::ALL.into_iter().filter(|format| format.is_text()) {
        let text = text(format, &hostile(), Lang::Da);
        let unseen = |c: &char| {
            (c.is_control() && !matches!(c, '\n' | '\r'))
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
                || matches!(c, '\u{e0000}'..='\u{e007f}' | '\u{fffe}' | '\u{ffff}')
        };
        let body = text.strip_prefix('\u{feff}').unwrap_or(&text);
        assert_eq!(body.chars().find(unseen), None, "{format:?}");
    }
}

#[test]
fn frameworks_of_every_size_go_out() {
    for (fields, marks) in [(1, 1), (1, 12), (2, 3), (3, 5), (5, 1), (12, 12)] {
        let framework = framework(fields, marks);
        for format in Format::ALL {
            let bytes = export(format, &input(&framework, &sample(), Lang::En)).unwrap();
            assert!(
                !String::from_utf8_lossy(&bytes).contains("NaN"),
                "{format:?} {fields}×{marks}"
            );
        }
    }
}

/// A text that stands in the sample's part of that name and nowhere else.
const OF_NOTES: [&str; 4] = [
    "Nyt botilbud",
    "De unge kom selv",
    "Spørg før vi planlægger",
    "Et halvt år med",
];
const OF_BEARINGS: &str = "Efterår";
const OF_QUESTIONS: &str = "passer du på driften imens?";
const OF_DECISIONS: &str = "Vi lukker onsdagsmødet";

#[test]
fn what_is_to_stay_at_home_is_in_no_format() {
    let framework = Framework::built_in();
    let profile = sample();
    for format in Format::ALL.into_iter().filter(|format| format.is_text()) {
        let told = |parts| {
            let input = Input {
                parts,
                ..input(&framework, &profile, Lang::Da)
            };
            String::from_utf8(export(format, &input).unwrap()).unwrap()
        };
        let notes = told(Parts::ALL.without(Part::Notes));
        assert!(OF_NOTES.iter().all(|note| !notes.contains(note)), "{format:?}");
        assert!(
            !told(Parts::ALL.without(Part::Bearings)).contains(OF_BEARINGS),
            "{format:?}"
        );
        assert!(
            !told(Parts::ALL.without(Part::Questions)).contains(OF_QUESTIONS),
            "{format:?}"
        );
        assert!(
            !told(Parts::ALL.without(Part::Decisions)).contains(OF_DECISIONS),
            "{format:?}"
        );
    }
}

#[test]
fn what_goes_out_is_in_the_formats_that_hold_everything() {
    for format in [Format::Markdown, Format::Html, Format::Json] {
        let text = text(format, &sample(), Lang::Da);
        let parts = OF_NOTES.iter().chain(&[OF_BEARINGS, OF_QUESTIONS, OF_DECISIONS]);
        for part in parts {
            assert!(text.contains(part), "{format:?} lacks {part}");
        }
    }
}

#[test]
fn decisions_of_bearings_and_replies_stay_at_home_with_their_kind() {
    let mut profile = sample();
    bearings(&mut profile)[0].decisions = std::mem::take(&mut profile.decisions);
    let framework = Framework::built_in();
    let told = |parts| {
        let input = Input {
            parts,
            ..input(&framework, &profile, Lang::Da)
        };
        String::from_utf8(export(Format::Json, &input).unwrap()).unwrap()
    };
    let reply = "Souschefen har driften";
    let all = told(Parts::ALL);
    assert!(all.contains(OF_DECISIONS) && all.contains(reply));
    assert!(!told(Parts::ALL.without(Part::Decisions)).contains(OF_DECISIONS));
    assert!(!told(Parts::ALL.without(Part::Questions)).contains(reply));
    assert!(!told(Parts::ALL.without(Part::Notes)).contains(reply));
}

#[test]
fn what_is_not_known_stays_at_home_where_anything_does() {
    let mut profile = sample();
    profile.extra.insert("diary".into(), "hemmeligt".into());
    let framework = Framework::built_in();
    let told = |parts| {
        let input = Input {
            parts,
            ..input(&framework, &profile, Lang::Da)
        };
        String::from_utf8(export(Format::Json, &input).unwrap()).unwrap()
    };
    assert!(told(Parts::ALL).contains("hemmeligt"));
    assert!(!told(Parts::ALL.without(Part::Bearings)).contains("hemmeligt"));
}
