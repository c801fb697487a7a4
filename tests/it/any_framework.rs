//! Frameworks of every shape through every face: one field and nine, one mark a field and many, no level and six, names of
//! one word and of 120 characters. What the text says can be read, nothing is glued together, and no word is Kalundborg's.

use crate::common::{Driver, has_word, home::Home, pages};
use pejl::{
    app::App,
    core::{
        framework::{Framework, MarkIndex},
        profile::Profile,
        session::Session,
    },
    export::{Format, Input, Parts, What, export},
    format::framework,
    text::Lang,
    ui::theme::Depth,
};
use ratatui::layout::Size;
use ratatui_dial::Marker;
use serde_json::{Value, json};
use std::{fs, path::PathBuf};

const NOW: &str = "2026-11-24T12:00:00+01:00";

/// The files in `fixtures/frameworks`.
fn files() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/frameworks");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() >= 4);
    files
}

/// The largest there can be: twelve fields of twelve marks at six levels.
fn largest() -> Framework {
    let levels: Vec<String> = (1..=6).map(|level| format!("Rolle {level}")).collect();
    let mark = |field: usize, mark: usize| {
        let asks: Vec<String> = (1..=6)
            .map(|level| format!("Beder {level}.{field}.{mark}."))
            .collect();
        json!({"id": format!("m{field}-{mark}"), "title": format!("Mærke {field}.{mark}"), "definition": format!("Om {field}.{mark}."), "levels": asks})
    };
    let field = |field: usize| {
        let marks: Vec<Value> = (1..=12).map(|number| mark(field, number)).collect();
        json!({"id": format!("f{field}"), "title": format!("Felt {field}"), "marks": marks})
    };
    let fields: Vec<Value> = (1..=12).map(field).collect();
    let file = json!({
        "format": "pejl.framework", "version": "1.1", "id": "stoerst", "title": "Det største", "organisation": "Her",
        "language": "da", "foreword": ["Alt på én gang."], "levels": levels, "fields": fields
    });
    framework::read(file.to_string().as_bytes()).unwrap()
}

/// All of them, by name.
fn frameworks() -> Vec<(String, Framework)> {
    let mut all: Vec<_> = files()
        .into_iter()
        .map(|file| {
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            (name, framework::read(&fs::read(&file).unwrap()).unwrap())
        })
        .collect();
    all.push(("largest".into(), largest()));
    all
}

fn driver(framework: &Framework, width: u16, height: u16) -> Driver {
    let profile = Profile::new("Eva", framework.id.clone(), framework.levels.len().max(1) as u8);
    let session = Session::new(framework.clone(), profile, NOW.parse().unwrap());
    let lang = if framework.language == "en" {
        Lang::En
    } else {
        Lang::Da
    };
    let app = App::new(session, None, lang, Size::new(width, height));
    Driver::with(app, Depth::True, Marker::Smooth)
}

#[track_caller]
fn assert_read<'a>(pages: &[String], texts: impl IntoIterator<Item = &'a String>, place: &str) {
    for word in texts.into_iter().flat_map(|text| text.split_whitespace()) {
        let shown = pages.iter().any(|page| has_word(page, word));
        assert!(shown, "{place}: {word} in\n{}", pages.join("\n---\n"));
    }
}

/// A letter or a cut that a number follows with nothing between, as in `Budget0` or `agree…+3`.
fn glued(screen: &str) -> Option<&str> {
    screen.lines().find(|row| {
        let cells: Vec<char> = row.chars().collect();
        cells.windows(2).any(|pair| {
            let number = pair[1].is_ascii_digit() || "+−".contains(pair[1]);
            (pair[0].is_alphabetic() || pair[0] == '…') && number
        })
    })
}

const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 36), (200, 60)];

/// The first mark, one of the middle and the last: of the largest, all would take minutes.
fn some_marks(framework: &Framework) -> Vec<MarkIndex> {
    let all: Vec<_> = framework.mark_indices().collect();
    match all.len() {
        0..=24 => all,
        many => vec![all[0], all[many / 2], all[many - 1]],
    }
}

#[test]
fn every_mark_and_field_can_be_read_whole_at_every_size() {
    for (name, framework) in frameworks() {
        for (width, height) in SIZES {
            let mut driver = driver(&framework, width, height);
            for mark in some_marks(&framework) {
                let shown = framework.mark(mark);
                let texts = || [&shown.title, &shown.definition];
                driver.program.app.state.cursor = mark;
                driver.press("Esc Esc Enter");
                let place = format!("{name}, {} at {width}×{height}", shown.id);
                assert_read(&pages(&mut driver), texts(), &format!("field of {place}"));
                driver.program.app.state.cursor = mark;
                driver.press("Enter");
                let pages = pages(&mut driver);
                assert_read(
                    &pages,
                    texts().into_iter().chain(&shown.levels).chain(&framework.levels),
                    &place,
                );
            }
        }
    }
}

#[test]
fn every_level_can_be_read_whole_at_every_size() {
    for (name, framework) in frameworks() {
        for (width, height) in SIZES {
            let mut driver = driver(&framework, width, height);
            if framework.levels.is_empty() {
                continue;
            }
            driver.press("v Home");
            let pages = pages(&mut driver);
            let level = framework.levels.len() - 1;
            for (.., mark) in framework.marks() {
                let texts = [&mark.title, &mark.levels[level]];
                assert_read(
                    &pages,
                    texts,
                    &format!("{name}, level of {} at {width}×{height}", mark.id),
                );
            }
        }
    }
}

#[test]
fn at_home_and_on_the_rose_every_field_and_mark_is_reached_and_nothing_is_glued() {
    for (name, framework) in frameworks() {
        for (width, height) in SIZES {
            let mut driver = driver(&framework, width, height);
            // its 144 marks are stepped through in the two small windows
            if name == "largest" && width > 80 {
                continue;
            }
            for (keys, place) in [("Home", "home"), ("o Home", "rose")] {
                driver.program.app.state.cursor = framework.first_mark();
                driver.press("Esc Esc").press(keys);
                for (at, mark) in framework.mark_indices().enumerate() {
                    let shown = framework.mark(mark);
                    match place {
                        "home" => driver.program.app.state.cursor = mark,
                        _ if at > 0 => _ = driver.press("Down"),
                        _ => {}
                    }
                    let screen = driver.resize(width, height).screen();
                    let place = format!("{name}, {place}, {} at {width}×{height}", shown.id);
                    assert_eq!(glued(&screen), None, "{place}:\n{screen}");
                    let begins = |name: &str| screen.contains(&name.chars().take(3).collect::<String>());
                    assert!(begins(&shown.short) || begins(&shown.title), "{place}:\n{screen}");
                }
            }
        }
    }
}

#[test]
fn every_export_has_every_title_and_definition_word_by_word() {
    for (name, framework) in frameworks() {
        let profile = Profile::new("Eva", framework.id.clone(), framework.levels.len().max(1) as u8);
        for format in [Format::Markdown, Format::Html] {
            let input = Input {
                picture: Default::default(),
                framework: &framework,
                rendering: None,
                profile: &profile,
                lang: Lang::Da,
                now: NOW.parse().unwrap(),
                parts: Parts::ALL,
                what: None,
            };
            let text = String::from_utf8(export(format, &input).unwrap()).unwrap();
            for (.., mark) in framework.marks() {
                for words in [&mark.title, &mark.definition] {
                    let words = words.replace('*', "");
                    let text = text.replace(['*', '\\'], "");
                    assert!(text.contains(words.trim()), "{name}: {words} in {format:?}");
                }
            }
            assert!(!text.contains("Kalundborg"), "{name}: {format:?}");
        }
        for format in Format::ALL {
            for what in [None, Some(What::Rose), Some(What::Cards)] {
                let input = Input {
                    picture: Default::default(),
                    framework: &framework,
                    rendering: None,
                    profile: &profile,
                    lang: Lang::Da,
                    now: NOW.parse().unwrap(),
                    parts: Parts::ALL,
                    what,
                };
                // what a format has not got is a fault, and nothing panics
                let made = export(format, &input);
                assert!(
                    made.is_ok() || what.is_some() || format == Format::Ics,
                    "{name}: {format:?} {what:?}"
                );
            }
        }
    }
}

#[test]
fn a_group_of_twenty_and_the_dialogue_work_with_each_file() {
    for file in files() {
        let home = Home::new();
        let at = file.to_str().unwrap();
        let framework = framework::read(&fs::read(&file).unwrap()).unwrap();
        for leader in 0..20 {
            let dials: Vec<String> = framework
                .marks()
                .map(|(index, _, mark)| {
                    format!(
                        r#""{}":{{"value":{}}}"#,
                        mark.id,
                        (leader + index.get()) as i64 % 11 - 5
                    )
                })
                .collect();
            let text = format!(
                r#"{{"format":"pejl.profile","version":"1.0","name":"Leder {leader}","framework":"{}","level":1,"dials":{{{}}}}}"#,
                framework.id,
                dials.join(",")
            );
            home.write(&format!("team/{leader}.json"), text);
        }
        let team = home.json(&["--framework", at, "team", "team"]);
        assert_eq!(
            team["marks"].as_array().unwrap().len(),
            framework.mark_count(),
            "{at}"
        );
        let lines = "\n1\n1\n+2\nh\nv\no\nb\ne\n\nindstillinger\n\nprofil\n\ns Efterår\nb\nmåned\n\n\n\n\n\nspejl\nhjælp\nq\n";
        let told = home.with_input(&["--framework", at, "--plain", "--lang", "da"], lines.as_bytes());
        let text = String::from_utf8(told.out.clone()).unwrap();
        assert_eq!(told.code, Some(0), "{at}: {}", told.err);
        assert!(!text.contains("Kalundborg"), "{at}: {text}");
        assert!(
            text.contains(&framework.mark(framework.first_mark()).title),
            "{at}: {text}"
        );
        assert_eq!(
            framework.questions.is_empty(),
            !text.contains("spejl: "),
            "{at}: {text}"
        );
    }
}
