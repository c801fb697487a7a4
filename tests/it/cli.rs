//! Every command through the real binary: what it prints, how it ends, and that nothing changes where it fails.

use crate::common::home::{Answer, Home};
use pejl::{
    core::framework::Framework,
    format::framework,
    store::{Access, Store, system_clock},
};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

const EXAMPLE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/example-framework.json"
);

#[test]
fn show_prints_every_word_of_a_field_and_of_no_other() {
    let home = Home::new();
    let framework = Framework::built_in();
    for field in &framework.fields {
        let shown = home.pejl(&["show", &field.id]).says();
        let mut from = 0;
        let mut next = |text: &str| match shown[from..].find(text) {
            Some(at) => from += at + text.len(),
            None => panic!("»{text}« is missing or out of order in:\n{shown}"),
        };
        next(&field.title);
        for mark in &field.marks {
            next(&mark.title);
            next(&mark.definition);
            if let Some(footnote) = &mark.footnote {
                next(footnote);
            }
            for (name, level) in framework.levels.iter().zip(&mark.levels) {
                next(&format!("{name}: {level}"));
            }
        }
        for other in framework.fields.iter().filter(|other| other.id != field.id) {
            assert!(!shown.contains(&other.marks[0].definition));
        }
    }
    let all: String = home.pejl(&["show"]).says();
    assert!(
        framework
            .fields
            .iter()
            .all(|field| all.contains(&field.marks[2].levels[1]))
    );
    assert!(!home.data().exists(), "looking leaves no trace");
}

#[test]
fn show_of_a_mark_and_of_a_level_prints_that_alone() {
    let home = Home::new();
    let framework = Framework::built_in();
    let shown = home.pejl(&["show", "evidens", "--level", "1"]).says();
    let evidens = &framework.fields[2].marks[2];
    assert!(shown.contains(&evidens.levels[0]) && !shown.contains(&evidens.levels[1]));
    assert!(!shown.contains(&framework.fields[2].marks[0].title));
}

#[test]
fn json_of_show_has_the_documented_shape_and_no_more() {
    let home = Home::new();
    home.pejl(&["set", "samskabelse", "5"]).says();
    let text = home.pejl(&["show", "--json"]).says();
    let shown: Value = serde_json::from_str(&text).unwrap();
    let keys = |value: &Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
    assert_eq!(keys(&shown), ["profile", "fields"]);
    assert_eq!(shown["profile"], "Min profil");
    let framework = Framework::built_in();
    let fields = shown["fields"].as_array().unwrap();
    assert_eq!(fields.len(), 4);
    let mut sum = 0.0;
    for (field, wanted) in fields.iter().zip(&framework.fields) {
        assert_eq!(keys(field), ["id", "title", "weight", "marks"]);
        assert_eq!(
            (&field["id"], &field["title"]),
            (&json!(wanted.id), &json!(wanted.title))
        );
        let marks = field["marks"].as_array().unwrap();
        assert_eq!(marks.len(), 3);
        let mut within = 0.0;
        for (mark, wanted) in marks.iter().zip(&wanted.marks) {
            assert_eq!(
                keys(mark),
                ["id", "title", "definition", "levels", "value", "weight", "note"]
            );
            assert_eq!(mark["id"], json!(wanted.id));
            assert_eq!(mark["title"], json!(wanted.title));
            assert_eq!(mark["definition"], json!(wanted.definition));
            assert_eq!(mark["levels"], json!(wanted.levels));
            assert_eq!(mark["value"], if wanted.id == "samskabelse" { 5 } else { 0 });
            assert_eq!(mark["note"], "");
            within += mark["weight"].as_f64().unwrap();
        }
        assert!((field["weight"].as_f64().unwrap() - within).abs() < 1e-12);
        sum += within;
    }
    assert!((sum - 1.0).abs() < 1e-12);
    assert_eq!(fields[1]["marks"][0]["weight"], json!(11.0 / 77.0));

    let one = home.pejl(&["show", "samskabelse", "--json"]);
    let one = one.json();
    assert_eq!(one["fields"].as_array().unwrap().len(), 1);
    assert_eq!(one["fields"][0]["marks"], json!([fields[1]["marks"][0]]));
    assert_eq!(
        one["fields"][0]["weight"], fields[1]["weight"],
        "the field's own, not the mark's"
    );
}

#[test]
fn set_turn_and_reset_say_from_where_to_where_and_keep_it() {
    let home = Home::new();
    let steps: [(&[&str], &str, i64); 9] = [
        (&["set", "samskabelse", "-2"], "0 → −2", -2),
        (&["turn", "2.1", "3"], "−2 → +1", 1),
        (&["turn", "2.1", "+3"], "+1 → +4", 4),
        (&["turn", "2.1", "-1"], "+4 → +3", 3),
        (&["turn", "2.1", "\u{2212}2"], "+3 → +1", 1),
        (&["set", "2.1", "\u{2212}5"], "+1 → −5", -5),
        (&["turn", "2.1", "-7"], "−5 → −5", -5),
        (&["set", "2.1", "+5"], "−5 → +5", 5),
        (&["reset", "2.1"], "+5 → 0", 0),
    ];
    for (args, said, value) in steps {
        let line = home.pejl(args).says();
        assert_eq!(line, format!("Rettidig samskabelse: {said}\n"), "{args:?}");
        let shown = home.pejl(&["show", "samskabelse", "--json"]).json();
        assert_eq!(shown["fields"][0]["marks"][0]["value"], value, "{args:?}");
    }
}

#[test]
fn a_dial_that_is_asked_for_more_than_its_scale_stops_at_the_end() {
    let home = Home::new();
    for (steps, end) in [
        ("99", 5),
        ("9223372036854775807", 5),
        ("-9223372036854775808", -5),
    ] {
        let turned = home.pejl(&["turn", "evidens", steps, "--json"]).json();
        assert_eq!(turned["dials"][0]["to"], end, "{steps}");
    }
}

#[test]
fn json_of_a_change_names_every_dial_it_was_asked_about() {
    let home = Home::new();
    let set = home.pejl(&["set", "evidens", "3", "--json"]).json();
    let evidens = json!({ "id": "evidens", "from": 0, "to": 3 });
    assert_eq!(set, json!({ "profile": "Min profil", "dials": [evidens] }));
    let reset = home.pejl(&["reset", "--json"]).json();
    assert_eq!(reset["dials"].as_array().unwrap().len(), 12);
    assert!(
        reset["dials"]
            .as_array()
            .unwrap()
            .contains(&json!({ "id": "evidens", "from": 3, "to": 0 }))
    );
}

#[test]
fn reset_of_all_names_only_the_dials_that_moved() {
    let home = Home::new();
    home.pejl(&["set", "evidens", "3"]).says();
    home.pejl(&["set", "1.1", "-1"]).says();
    let said = home.pejl(&["reset"]).says();
    assert_eq!(said.lines().count(), 2, "{said}");
    let before = home.files();
    assert_eq!(home.pejl(&["reset"]).says().lines().count(), 1);
    assert!(home.files() == before, "nothing to reset, nothing written");
}

#[test]
fn a_mark_goes_by_id_position_title_and_beginning_with_danish_letters_either_way() {
    let home = Home::new();
    let marks = [
        (
            "samskabelse",
            &[
                "samskabelse",
                "2.1",
                "sams",
                "SAMSK",
                "Rettidig samskabelse",
                "rettidig",
            ][..],
        ),
        (
            "oekonomistyring",
            &[
                "oekonomi",
                "økonomi",
                "ØKONOMI",
                "okonomi",
                "differentieret",
                "3.2",
            ],
        ),
        ("arbejdsmiljoe", &["arbejdsmiljø", "arbejdsmiljoe", "arb", "1.1"]),
        ("maalsaetning", &["målsætning", "maalsaetning", "mål"]),
        ("faellesskaber", &["fællesskaber", "faelles", "4.3"]),
        (
            "evidens",
            &["Evidensbaseret opgaveløsning", "evidensbaseret opgaveloesning"],
        ),
    ];
    for (id, names) in marks {
        for name in names {
            let set = home.pejl(&["set", name, "1", "--json"]).json();
            assert_eq!(set["dials"][0]["id"], id, "{name}");
        }
    }
}

#[test]
fn what_makes_no_sense_is_told_in_one_line_and_changes_nothing() {
    let home = Home::new();
    home.pejl(&["set", "samskabelse", "2"]).says();
    let cases: [(&[&str], i32, &[&str]); 24] = [
        (&["set", "nope", "1"], 2, &["nope"]),
        (&["set", "drift", "1"], 2, &["drift"]),
        (&["set", "9.9", "1"], 2, &["9.9"]),
        (&["set", "", "1"], 2, &[]),
        (
            &["set", "r", "1"],
            2,
            &["samskabelse", "relationer", "ressourceopbygning"],
        ),
        (
            &["turn", "r", "1"],
            2,
            &["samskabelse", "relationer", "ressourceopbygning"],
        ),
        (
            &["reset", "r"],
            2,
            &["samskabelse", "relationer", "ressourceopbygning"],
        ),
        (&["show", "nope"], 2, &["nope"]),
        (&["set", "samskabelse", "6"], 2, &["6"]),
        (&["set", "samskabelse", "-6"], 2, &["-6"]),
        (&["set", "samskabelse", "x"], 2, &["x"]),
        (&["set", "samskabelse", "1.5"], 2, &["1.5"]),
        (&["set", "samskabelse", ""], 2, &[]),
        (
            &["set", "samskabelse", "99999999999999999999"],
            2,
            &["99999999999999999999"],
        ),
        (&["turn", "samskabelse", "x"], 2, &["x"]),
        (&["set", "samskabelse"], 2, &["pejl set"]),
        (&["set"], 2, &["pejl set"]),
        (&["set", "samskabelse", "1", "2"], 2, &["2"]),
        (&["frob"], 2, &["frob"]),
        (&["show", "--frob"], 2, &["--frob"]),
        (&["show", "--level", "0"], 2, &["--level", "1", "2"]),
        (&["show", "--level", "3"], 2, &["--level", "3"]),
        (&["--lang", "tlh", "show"], 2, &["--lang", "tlh"]),
        (&["--profile", "findes-ikke", "show"], 66, &["findes-ikke"]),
    ];
    for (args, code, about) in cases {
        home.fails(args, code, about);
    }
    home.fails(&["set", "\u{1b}[31mrød\u{7}\u{202e}", "1"], 2, &["rød"]);
}

#[test]
fn the_interface_without_a_terminal_is_wrong_usage() {
    let home = Home::new();
    home.fails(&[], 2, &[]);
    assert!(!home.data().exists());
}

/// The helps of a command and of all under it, as they name each other.
fn helps(home: &Home, lang: &str, command: &[String], found: &mut Vec<(String, String)>) {
    let mut args: Vec<&str> = command.iter().map(String::as_str).collect();
    args.extend(["--lang", lang, "--help"]);
    let help = home.pejl(&args).says();
    let list = help
        .lines()
        .skip_while(|line| !["Kommandoer:", "Commands:"].contains(line));
    let under: Vec<String> = list
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next().map(str::to_owned))
        .filter(|name| !name.is_empty())
        .collect();
    found.push((command.join(" "), help));
    for name in under {
        helps(home, lang, &[command, &[name]].concat(), found);
    }
}

#[test]
fn help_of_every_command_is_wholly_in_the_language_of_the_reader() {
    const OPTIONS: &str =
        "--data-dir --config --profile --framework --lang --theme --glyphs --no-motion --no-mouse --help";
    const VALUES: &str = "PEJL_DATA_DIR PEJL_CONFIG PEJL_PROFILE PEJL_FRAMEWORK high-contrast braille";
    let foreign_to_danish =
        "OPTION COMMAND NAME FILE VALUE possible env: default Usage Options Arguments Show";
    let foreign_to_english = "Eksempler TILVALG KOMMANDO NAVN FIL> Brug: Vis Tilvalg";
    let home = Home::new();
    let mut commands = Vec::new();
    for (lang, usage, examples, foreign) in [
        ("da", "Brug: pejl", "\nEksempler:\n  pejl", foreign_to_danish),
        ("en", "Usage: pejl", "\nExamples:\n  pejl", foreign_to_english),
    ] {
        let mut found = Vec::new();
        helps(&home, lang, &[], &mut found);
        for (command, help) in &found {
            assert!(help.contains(&format!("{usage} {command}")), "{help}");
            assert!(help.contains(examples), "{help}");
            // what every command takes is explained by the program's own help, to which the others lead
            match command.is_empty() {
                true => {
                    for part in OPTIONS.split(' ').chain(VALUES.split(' ')) {
                        assert!(help.contains(part), "{part}:\n{help}");
                    }
                }
                false => assert!(help.contains("pejl --help"), "{help}"),
            }
            let words: String = help
                .split_inclusive(' ')
                .filter(|word| !word.contains("PEJL_") && !word.contains('$'))
                .collect();
            for word in foreign.split(' ') {
                assert!(!words.contains(word), "»{word}« in {lang}:\n{help}");
            }
        }
        commands.push(found.into_iter().map(|(command, _)| command).collect::<Vec<_>>());
    }
    assert_eq!(commands[0], commands[1]);
    for command in ["", "show", "set", "turn", "reset", "paths", "config init"] {
        assert!(commands[0].iter().any(|found| found == command), "{command}");
    }
}

#[test]
fn version_is_the_crate_s_in_every_language() {
    let home = Home::new();
    for args in [&["--version"][..], &["-V"], &["--lang", "en", "--version"]] {
        assert_eq!(
            home.pejl(args).says(),
            concat!("pejl ", env!("CARGO_PKG_VERSION"), "\n")
        );
    }
}

#[test]
fn the_language_is_the_option_s_else_the_locale_s() {
    let home = Home::new();
    let help = |locale: &str, args: &[&str]| {
        let mut command = home.command();
        command.env("LC_ALL", locale).args(args).arg("--help");
        Answer::from(command.output().unwrap()).says()
    };
    assert!(help("en_GB.UTF-8", &["--lang", "da"]).contains("Brug: "));
    assert!(help("da_DK.UTF-8", &["--lang=en"]).contains("Usage: "));
    assert!(help("en_GB.UTF-8", &[]).contains("Usage: "));
    assert!(help("de_DE.UTF-8", &[]).contains("Brug: "));
    assert!(help("C", &[]).contains("Brug: "));
}

#[test]
fn faults_are_told_in_english_too() {
    let home = Home::new();
    for args in [
        &["set", "nope", "1"][..],
        &["frob"],
        &["show", "--frob"],
        &["set"],
    ] {
        let danish = home.pejl(args);
        let english = home.pejl(&[&["--lang", "en"], args].concat());
        assert_eq!(danish.code, english.code);
        assert_ne!(danish.err, english.err);
        english.failed(2, &[]);
    }
}

#[test]
fn paths_says_where_everything_is_and_makes_none_of_it() {
    let home = Home::new();
    let paths = home.pejl(&["paths", "--json"]).json();
    assert_eq!(paths["data"], json!(home.data()));
    assert_eq!(paths["profile"], json!(home.profile()));
    let text = home.pejl(&["paths"]).says();
    for path in paths.as_object().unwrap().values().filter_map(Value::as_str) {
        assert!(text.contains(path), "{text}");
    }
    assert!(!home.data().exists());
}

#[test]
fn an_option_comes_before_the_environment_and_that_before_what_the_machine_says() {
    let home = Home::new();
    let data = |variable: &str, args: &[&str]| -> PathBuf {
        let mut command = home.command();
        command
            .env("PEJL_DATA_DIR", variable)
            .env("XDG_DATA_HOME", home.dir().join("xdg"));
        command.args(args).args(["paths", "--json"]);
        let paths = Answer::from(command.output().unwrap()).json();
        PathBuf::from(paths["data"].as_str().unwrap())
    };
    assert_eq!(
        data("/variable", &["--data-dir", "/option"]),
        Path::new("/option")
    );
    assert_eq!(data("/variable", &[]), Path::new("/variable"));
    if cfg!(target_os = "linux") {
        assert_eq!(
            data("", &[]),
            home.dir().join("xdg/pejl"),
            "an empty variable is none"
        );
    }

    let example = framework::read(&fs::read(EXAMPLE).unwrap()).unwrap();
    let shown = |variable: &str, args: &[&str]| {
        let mut command = home.command();
        command
            .env("PEJL_FRAMEWORK", variable)
            .env("PEJL_DATA_DIR", home.data());
        command.args(args).args(["show", "--json"]);
        Answer::from(command.output().unwrap()).json()["fields"][0]["id"].clone()
    };
    assert_eq!(
        shown("/nowhere", &["--framework", EXAMPLE]),
        json!(example.fields[0].id)
    );
    assert_eq!(shown(EXAMPLE, &[]), json!(example.fields[0].id));
    assert_eq!(shown("", &[]), "optimerer");

    let store = Store::new(home.data(), system_clock);
    for name in ["En", "To"] {
        let profile = pejl::core::profile::Profile::new(name, "kalundborg-lsg", 2);
        store.create(&profile).unwrap();
    }
    let profile = |variable: &str, args: &[&str]| {
        let mut command = home.command();
        command
            .env("PEJL_PROFILE", variable)
            .env("PEJL_DATA_DIR", home.data());
        command.args(args).args(["show", "--json"]);
        Answer::from(command.output().unwrap()).json()["profile"].clone()
    };
    assert_eq!(profile("en", &["--profile", "to"]), "To");
    assert_eq!(profile("to", &[]), "To");
    assert_eq!(profile("", &[]), "En");
}

#[test]
fn another_organisation_s_framework_is_shown_and_turned() {
    let home = Home::new();
    let with = |args: &[&str]| home.pejl(&[&["--framework", EXAMPLE], args].concat());
    assert_eq!(
        with(&["set", "quiet", "4"]).says(),
        "Quiet when it is needed: 0 → +4\n"
    );
    let shown = with(&["show", "2", "--level", "3"]).says();
    assert!(shown.contains("Association: "), "{shown}");
    with(&["show", "--level", "4"]).failed(2, &["--level", "4"]);
    with(&["set", "samskabelse", "1"]).failed(2, &["samskabelse"]);
}

#[test]
fn a_framework_file_that_is_no_good_is_told_with_its_place() {
    let home = Home::new();
    let write = |name: &str, text: &str| {
        let path = home.dir().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let example = fs::read_to_string(EXAMPLE).unwrap();
    let cases = [
        (write("kort.json", "{\n  \"format\": "), 65, ":2:"),
        (write("tom.json", ""), 65, "tom.json:1:1"),
        (
            write(
                "slags.json",
                &example.replace("\"kind\": \"known\"", "\"kind\": \"old\""),
            ),
            65,
            "fields[0].kind",
        ),
        (
            write("nyere.json", &example.replace("\"1.3\"", "\"2.0\"")),
            65,
            "nyere.json",
        ),
        (
            home.dir().join("ingen.json").to_str().unwrap().to_owned(),
            66,
            "ingen.json",
        ),
        (
            home.dir().to_str().unwrap().to_owned(),
            66,
            home.dir().to_str().unwrap(),
        ),
    ];
    for (file, code, about) in cases {
        for command in [&["show"][..], &["set", "quiet", "1"], &["reset"]] {
            home.fails(&[&["--framework", &file], command].concat(), code, &[about]);
        }
    }
    assert!(!home.data().exists());
}

#[test]
fn a_profile_that_is_no_good_is_told_with_its_place_and_left_alone() {
    let cases = [
        ("{\n  \"format\": ", 65, "min-profil.json:2:"),
        ("\0\0\0\0", 65, "min-profil.json:1:1"),
        ("", 65, "min-profil.json:1:1"),
        (
            r#"{"format": "pejl.profile", "version": "1.0", "name": "x", "framework": "kalundborg-lsg", "level": 2,
 "dials": { "evidens": { "value": 9 } } }"#,
            65,
            "dials.evidens.value",
        ),
    ];
    for (text, code, about) in cases {
        let home = Home::new();
        home.write_own_profile(text);
        for args in [
            &["show"][..],
            &["show", "--json"],
            &["set", "evidens", "1"],
            &["turn", "evidens", "1"],
            &["reset"],
        ] {
            home.fails(args, code, &[about]);
        }
    }
    let home = Home::new();
    fs::create_dir_all(home.profile()).unwrap();
    home.fails(&["show"], 66, &["min-profil.json"]);
    home.fails(&["set", "evidens", "1"], 66, &["min-profil.json"]);
}

#[test]
fn a_damaged_profile_with_a_backup_is_shown_from_it_and_says_so() {
    let home = Home::new();
    home.pejl(&["set", "evidens", "3"]).says();
    home.pejl(&["set", "evidens", "4"]).says();
    fs::write(home.profile(), "{").unwrap();
    let before = home.files();
    let shown = home.pejl(&["show", "evidens"]);
    assert_eq!(shown.code, Some(0));
    assert!(shown.text().contains("+3"), "{}", shown.text());
    assert!(
        shown.err.starts_with("pejl: ") && shown.err.contains("min-profil.json"),
        "{}",
        shown.err
    );
    assert!(home.files() == before, "looking rescues nothing");
    let turned = home.pejl(&["turn", "evidens", "1"]);
    assert_eq!(
        (turned.code, turned.text()),
        (Some(0), "Evidensbaseret opgaveløsning: +3 → +4\n")
    );
    assert!(turned.err.contains("corrupt"), "{}", turned.err);
    let aside = home
        .files()
        .into_iter()
        .find(|(path, _)| path.to_str().unwrap().contains(".corrupt-"));
    assert_eq!(aside.expect("the damaged file is kept").1, b"{");
}

#[test]
fn a_profile_of_a_later_major_version_is_shown_and_not_touched() {
    let home = Home::new();
    home.write_own_profile(
        r#"{"format": "pejl.profile", "version": "2.0", "name": "Ny", "framework": "kalundborg-lsg", "level": 2,
 "dials": { "evidens": { "value": 2 } }, "nyt": [1, 2, 3]}"#,
    );
    home.fails(&["set", "evidens", "1"], 65, &["min-profil.json", "2.0"]);
    assert_eq!(home.pejl(&["show"]).code, Some(0));
}

#[test]
fn what_a_later_minor_version_wrote_survives_a_change() {
    let home = Home::new();
    home.write_own_profile(
        r#"{"format": "pejl.profile", "version": "1.9", "name": "Ny", "framework": "kalundborg-lsg", "level": 2,
 "dials": { "evidens": { "value": 2, "farve": "grøn" }, "ukendt": { "value": -3 } }, "nyt": [1, 2.50, 123456789012345678901234567890]}"#,
    );
    assert_eq!(home.pejl(&["turn", "evidens", "1"]).code, Some(0));
    let kept = fs::read_to_string(home.profile()).unwrap();
    for text in ["grøn", "ukendt", "2.50", "123456789012345678901234567890", "1.9"] {
        assert!(kept.contains(text), "{text}: {kept}");
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_73() {
    let home = Home::new();
    let file = home.dir().join("fil");
    fs::write(&file, "her er ingen mappe").unwrap();
    let data = file.join("data");
    let data = data.to_str().unwrap();
    home.fails(&["--data-dir", data, "set", "evidens", "1"], 73, &[data]);
    home.fails(
        &["--data-dir", file.to_str().unwrap(), "reset", "1.1"],
        73,
        &["fil"],
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), "her er ingen mappe");
}

#[test]
fn a_profile_that_another_program_has_open_is_75_and_can_be_shown() {
    let home = Home::new();
    home.pejl(&["set", "evidens", "2"]).says();
    let store = Store::new(home.data(), system_clock);
    let held = store.open("min-profil", "kalundborg-lsg", Access::Edit).unwrap();
    for args in [
        &["set", "evidens", "1"][..],
        &["turn", "evidens", "1"],
        &["reset"],
    ] {
        home.fails(args, 75, &["min-profil"]);
    }
    assert!(home.pejl(&["show", "evidens"]).says().contains("+2"));
    drop(held);
    // a child that another test starts right now shares the lock until it is a program of its own
    let until = Instant::now() + Duration::from_secs(20);
    let free = loop {
        let answer = home.pejl(&["set", "evidens", "1"]);
        if answer.code != Some(75) || Instant::now() > until {
            break answer;
        }
    };
    free.says();
}

#[test]
fn a_reader_that_has_had_enough_is_no_fault() {
    let home = Home::new();
    for args in [&["show"][..], &["show", "--json"], &["--help"], &["paths"]] {
        let mut command = home.command();
        command.args(args).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // nobody reads from the start
        drop(child.stdout.take());
        Answer::from(child.wait_with_output().unwrap()).says();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_74() {
    let home = Home::new();
    let mut command = home.command();
    command
        .arg("show")
        .stdout(fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
    Answer::from(command.output().unwrap()).failed(74, &[]);
}

#[test]
fn hostile_text_of_a_profile_reaches_neither_output_as_control_characters() {
    let home = Home::new();
    let hostile = "A\u{1b}[31mB\u{9b}5mC\u{202e}D\u{7}E";
    let profile = json!({
        "format": "pejl.profile", "version": "1.0", "name": hostile, "framework": hostile, "level": 2,
        "dials": { "evidens": { "value": 1, "note": hostile } },
    });
    home.write_own_profile(profile.to_string());
    let shown = home.pejl(&["show", "evidens"]);
    let harmless = |text: &str| !text.contains(|c: char| (c.is_control() && c != '\n') || c == '\u{202e}');
    assert_eq!(shown.code, Some(0));
    assert!(harmless(&shown.err), "{:?}", shown.err);
    assert!(harmless(shown.text()), "{:?}", shown.text());
    let shown = home.pejl(&["show", "evidens", "--json"]);
    let shown: Value = serde_json::from_str(shown.text()).unwrap();
    assert_eq!(shown["fields"][0]["marks"][0]["note"], hostile, "data is data");
}
