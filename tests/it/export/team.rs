//! The team view in each format, with names and without.

use super::*;
use super::{
    csv_and_xlsx::{book_of, read, sheet},
    html_and_svg::page,
};
use calamine::{Data, Reader};
use pejl::{
    core::{
        dial::DialValue,
        fault::Fault,
        team::{Filter, Order, Team, Why},
    },
    export::{TeamInput, export_team},
};
use profiles::HOSTILE;
use serde_json::{Value, json};

/// The formats that there are of a team.
fn of_team() -> impl Iterator<Item = Format> {
    // a team has no day of its own
    Format::ALL.into_iter().filter(|format| *format != Format::Ics)
}

/// Four leaders who agree on most and not on evidence, and two profiles that cannot be used.
fn team() -> Team {
    let leader = |name: &str, level, evidence, cocreation| {
        let mut profile = sample();
        profile.name = name.into();
        profile.level = level;
        profile.dials.get_mut("evidens").unwrap().value = DialValue::new(evidence).unwrap();
        profile.dials.get_mut("samskabelse").unwrap().value = DialValue::new(cocreation).unwrap();
        (format!("{name}.json"), Ok(profile))
    };
    Team::new(
        &Framework::built_in(),
        [
            leader("Anna", 2, -4, 3),
            leader("Bo", 2, 5, 4),
            ("gammel.json".to_owned(), Ok(Profile::new("x", "another", 1))),
            leader("Cilla", 1, 5, 4),
            (
                "væk.json".to_owned(),
                Err(Why::Fault(Fault::Missing {
                    file: "væk.json".into(),
                })),
            ),
            leader(HOSTILE, 2, 1, 5),
        ],
    )
}

fn told(format: Format, lang: Lang, hide_names: bool) -> Vec<u8> {
    let (framework, mut team) = (Framework::built_in(), team());
    if hide_names {
        // so many that it cannot be guessed who is who
        let more = team.leaders[0].clone();
        team.leaders.push(more);
    }
    let input = TeamInput {
        what: What::Sheet,
        picture: Default::default(),
        framework: &framework,
        team: &team,
        filter: &Filter::default(),
        order: Order::Spread,
        hide_names,
        lang,
        now: NOW.parse().unwrap(),
    };
    export_team(format, &input).unwrap()
}

fn words(format: Format, lang: Lang, hide_names: bool) -> String {
    String::from_utf8(told(format, lang, hide_names)).unwrap()
}

#[test]
#[ignore = "writes pictures to look at"]
fn pictures() {
    let dir = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("export");
    std::fs::create_dir_all(&dir).unwrap();
    for format in of_team() {
        for hide in [true, false] {
            let name = format!("team-{hide}.{}", format.extension());
            std::fs::write(dir.join(name), told(format, Lang::Da, hide)).unwrap();
        }
    }
}

#[test]
fn the_widest_spread_comes_first_in_every_format() {
    for format in [
        Format::Markdown,
        Format::Html,
        Format::Svg,
        Format::Csv,
        Format::Json,
    ] {
        for lang in LANGS {
            let text = words(format, lang, false);
            let at = |title: &str| {
                text.find(title)
                    .unwrap_or_else(|| panic!("{format:?} lacks {title}"))
            };
            assert!(
                at("Evidensbaseret opgaveløsning") < at("Rettidig samskabelse"),
                "{format:?}"
            );
            assert!(
                at("Rettidig samskabelse") < at("Strategisk innovation"),
                "{format:?}"
            );
        }
    }
}

#[test]
fn hidden_names_units_and_files_are_in_no_format() {
    for format in of_team().filter(|format| format.is_text()) {
        let shown = words(format, Lang::Da, false);
        let hidden = words(format, Lang::Da, true);
        for secret in ["Anna", "Cilla", "gammel.json", "Handicap"] {
            assert!(!hidden.contains(secret), "{format:?} tells {secret}");
        }
        assert!(shown.contains("Cilla") || format == Format::Svg, "{format:?}");
    }
    let mut book = book_of(told(Format::Xlsx, Lang::Da, true));
    for name in book.sheet_names() {
        let cells = format!("{:?}", sheet(&mut book, &name));
        assert!(!cells.contains("Anna") && !cells.contains("gammel"), "{name}");
    }
}

#[test]
fn what_was_left_out_is_counted_and_with_names_explained() {
    for (lang, count, why) in [
        (
            Lang::Da,
            "2 profiler er ikke med",
            "hører til et andet grundlag, another",
        ),
        (
            Lang::En,
            "2 profiles are left out",
            "belongs to another framework, another",
        ),
    ] {
        for format in [Format::Markdown, Format::Html] {
            let shown = words(format, lang, false);
            assert!(
                shown.contains(count) && shown.contains(why) && shown.contains("gammel.json"),
                "{format:?}"
            );
            let hidden = words(format, lang, true);
            assert!(hidden.contains(count) && !hidden.contains(why), "{format:?}");
        }
    }
}

#[test]
fn a_table_has_a_column_a_leader_or_without_names_a_column_a_detent() {
    let (head, rows) = read(&words(Format::Csv, Lang::Da, false), Lang::Da);
    assert_eq!(head[8..11], ["Anna", "Bo", "Cilla"]);
    assert!(head[11].starts_with("'="), "{}", head[11]);
    assert_eq!(rows[0][4..], ["3", "9", "5,25", "17", "-4", "5", "5", "1"]);
    let (head, rows) = read(&words(Format::Csv, Lang::En, true), Lang::En);
    assert_eq!(head.len(), 8 + 11);
    assert_eq!(rows[0][6], "9");
    assert_eq!(
        rows[0][8..],
        ["0", "2", "0", "0", "0", "0", "1", "0", "0", "0", "2"]
    );
}

#[test]
fn the_workbook_holds_the_same_table() {
    let mut book = book_of(told(Format::Xlsx, Lang::Da, false));
    assert_eq!(book.sheet_names(), ["Ledergruppen", "Grundlaget"]);
    let rows = sheet(&mut book, "Ledergruppen");
    assert_eq!(
        rows[1][4..7],
        [Data::Float(3.0), Data::Float(9.0), Data::Float(5.25)]
    );
    assert_eq!(
        rows[1][8..],
        [
            Data::Float(-4.0),
            Data::Float(5.0),
            Data::Float(5.0),
            Data::Float(1.0)
        ]
    );
}

#[test]
fn json_has_the_shape_it_is_said_to_have() {
    let shown: Value = serde_json::from_str(&words(Format::Json, Lang::En, false)).unwrap();
    assert_eq!(shown["format"], "pejl.team");
    assert_eq!(shown["version"], "1.0");
    assert_eq!(shown["at"], NOW);
    assert_eq!(shown["framework"]["id"], "kalundborg-lsg");
    assert_eq!(shown["used"], 4);
    assert_eq!(
        shown["skipped"][0],
        json!({"source": "gammel.json", "why": "belongs to another framework, another"})
    );
    let mark = &shown["marks"][0];
    assert_eq!(mark["id"], "evidens");
    assert_eq!(
        (&mark["median"], &mark["spread"], &mark["movement"]),
        (&json!(3.0), &json!(9), &json!(17))
    );
    assert_eq!(mark["quartiles"], json!([-0.25, 5.0]));
    assert_eq!(mark["counts"], json!([0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 2]));
    let leader = &shown["leaders"][0];
    assert_eq!(
        (&leader["name"], &leader["source"], &leader["level"]),
        (&json!("Anna"), &json!("Anna.json"), &json!(2))
    );
    assert_eq!(
        (&leader["values"]["evidens"], &leader["moved"]["evidens"]),
        (&json!(-4), &json!(-3))
    );
    assert_eq!(leader["values"].as_object().unwrap().len(), 12);
    let hidden: Value = serde_json::from_str(&words(Format::Json, Lang::En, true)).unwrap();
    assert_eq!((&hidden["skipped"], hidden.get("leaders")), (&json!(2), None));
}

#[test]
fn a_filter_is_named_and_counts_only_those_it_lets_through() {
    let (framework, team) = (Framework::built_in(), team());
    let filter = Filter {
        level: Some(2),
        unit: Some("Ældre & Handicap, Øst".into()),
    };
    let input = TeamInput {
        what: What::Sheet,
        picture: Default::default(),
        framework: &framework,
        team: &team,
        filter: &filter,
        order: Order::Fields,
        hide_names: false,
        lang: Lang::Da,
        now: NOW.parse().unwrap(),
    };
    let told = String::from_utf8(export_team(Format::Html, &input).unwrap()).unwrap();
    assert!(
        page(&told)
            .all_text()
            .contains("3 profiler · Niveau 2 · Ældre & Handicap, Øst · 23. november 2026")
    );
    assert!(!told.contains("Cilla"));
}

#[test]
fn the_pages_and_pictures_of_a_team_are_whole_whatever_its_names_are() {
    for lang in LANGS {
        assert_eq!(page(&words(Format::Html, lang, false)).faults, [""; 0]);
        let svg = words(Format::Svg, lang, false);
        let picture = roxmltree::Document::parse(&svg).unwrap();
        let circles = picture
            .descendants()
            .filter(|node| node.has_tag_name("circle"))
            .count();
        assert_eq!(circles, 3 + 3 + 10, "one for each place where somebody stands");
        // words at the right edge stand clear of the largest dot on the highest detent
        let figures = picture.descendants().filter(|node| {
            node.attribute("text-anchor") == Some("end") && node.attribute("font-size") == Some("15")
        });
        for node in figures {
            let text = node.text().unwrap_or_default();
            let wide = text.chars().count() as f64 * 15.0 * 0.6;
            let x: f64 = node.attribute("x").unwrap().parse().unwrap();
            assert!(x - wide > 610.0 + 5.0 * 40.0 + 17.0, "{text}");
        }
    }
    let parsed = pulldown_cmark::Parser::new_ext(
        &words(Format::Markdown, Lang::Da, false),
        pulldown_cmark::Options::all(),
    )
    .filter(|event| {
        matches!(
            event,
            pulldown_cmark::Event::Html(_) | pulldown_cmark::Event::InlineHtml(_)
        )
    })
    .count();
    assert_eq!(parsed, 0);
}

#[test]
fn an_empty_team_goes_out_too() {
    let framework = Framework::built_in();
    let team = Team::default();
    for format in of_team() {
        let input = TeamInput {
            what: What::Sheet,
            picture: Default::default(),
            framework: &framework,
            team: &team,
            filter: &Filter::default(),
            order: Order::Movement,
            hide_names: false,
            lang: Lang::Da,
            now: NOW.parse().unwrap(),
        };
        assert!(!export_team(format, &input).unwrap().is_empty());
    }
}
