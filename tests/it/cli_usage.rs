//! How the command line itself is read: help, mistyped options and commands, options given twice, standard input and
//! output in the place of files.

#[cfg(unix)]
use crate::common::home::Answer;
use crate::common::home::Home;
use serde_json::json;
use std::fs;

#[test]
fn help_of_a_command_is_asked_for_in_two_ways() {
    let home = Home::new();
    for command in ["", "note", "bearing", "bearing save", "help", "framework check"] {
        let words: Vec<&str> = command.split_whitespace().collect();
        let asked = home.pejl(&[&["help"], &words[..]].concat()).says();
        assert_eq!(
            asked,
            home.pejl(&[&words[..], &["--help"]].concat()).says(),
            "{command}"
        );
    }
    let english = home.pejl(&["--lang", "en", "help", "note"]).says();
    assert!(english.contains("Usage: pejl note"), "{english}");
    home.pejl(&["help", "nte"]).failed(2, &["nte", "note"]);
    home.pejl(&["help", "bearing", "sav"]).failed(2, &["sav", "save"]);
}

#[test]
fn short_help_has_a_line_for_each_option_and_long_help_examples() {
    let home = Home::new();
    for words in [&[][..], &["note"], &["bearing", "save"]] {
        let short = home.pejl(&[words, &["-h"]].concat()).says();
        let long = home.pejl(&[words, &["--help"]].concat()).says();
        assert!(short.lines().count() < long.lines().count(), "{short}");
        assert!(!short.contains("Eksempler:"), "{short}");
        // what every command takes is explained in one place
        assert!(
            !short.contains("--data-dir") && short.contains("»pejl --help«"),
            "{short}"
        );
        assert_eq!(long.contains("--data-dir"), words.is_empty(), "{long}");
        assert!(long.contains("\nEksempler:\n  pejl"), "{long}");
    }
}

#[test]
fn every_example_of_the_help_is_a_call_of_the_program() {
    let home = Home::new();
    home.pejl(&["set", "evidens", "1"]).says();
    home.pejl(&["bearing", "save"]).says();
    home.pejl(&["bearing", "save"]).says();
    let commands = [
        "",
        "show",
        "set",
        "turn",
        "reset",
        "undo",
        "redo",
        "note",
        "bearing",
        "decision",
        "profile",
        "export",
        "import",
        "team",
        "gathering",
        "framework",
        "config",
        "theme",
        "paths",
        "doctor",
        "share",
        "compare",
        "completions",
        "man",
        "help",
    ];
    let mut examples = 0;
    for command in commands {
        for lang in ["da", "en"] {
            let words: Vec<&str> = command.split_whitespace().collect();
            let help = home
                .pejl(&[&words[..], &["--lang", lang, "--help"]].concat())
                .says();
            let (_, listed) = help.rsplit_once(":\n").expect("examples");
            for example in listed.lines() {
                // without what the shell does with it, and without opening the interface
                let call = example.split(['<', '>']).next().unwrap().trim();
                let mut words: Vec<String> = Vec::new();
                for (at, part) in call.split('"').enumerate() {
                    match at % 2 {
                        0 => words.extend(part.split_whitespace().map(str::to_owned)),
                        _ => words.push(part.to_owned()),
                    }
                }
                assert_eq!(words.remove(0), "pejl", "{example}");
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                if !matches!(words[..], [] | ["--plain"]) {
                    let answer = match example.contains('<') {
                        true => home.with_input(&words, b"Fra filen"),
                        false => home.pejl(&words),
                    };
                    // a file or a profile of the example may not be there: that is no wrong usage
                    assert!(!matches!(answer.code, Some(2)), "{example}: {}", answer.err);
                }
                examples += 1;
            }
        }
    }
    assert!(examples > 60, "{examples}");
}

#[test]
fn a_mistyped_option_never_becomes_a_text() {
    let home = Home::new();
    home.pejl(&["note", "2.1", "Vigtig"]).says();
    let before = fs::read(home.path("data/profiles/min-profil.json")).unwrap();
    for args in [
        &["note", "2.1", "--jsn"][..],
        &["bearing", "save", "--jsn"],
        &["set", "2.1", "--jsn"],
        &["turn", "2.1", "--jsn"],
        &["profile", "new", "--jsn"],
        &["profile", "rename", "Min profil", "--jsn"],
        &["import", "--jsn"],
        &["import", "anna.json", "--as", "--jsn"],
        &["bearing", "delete", "--jsn"],
    ] {
        home.pejl(args).failed(2, &["--jsn"]);
    }
    home.pejl(&["note", "2.1", "--jsn"])
        .failed(2, &["--jsn", "Mente du --json?"]);
    home.pejl(&["import", "anna.json", "--as", "--json"])
        .failed(2, &["--as"]);
    assert_eq!(
        fs::read(home.path("data/profiles/min-profil.json")).unwrap(),
        before
    );
    home.pejl(&["note", "2.1", "--", "--jsn"]).says();
    assert_eq!(home.pejl(&["note", "2.1"]).says(), "--jsn\n");
    home.pejl(&["bearing", "save", "--", "--jsn"]).says();
    assert!(home.pejl(&["bearing", "list"]).says().contains("--jsn"));
    assert_eq!(
        home.pejl(&["set", "evidens", "-2"]).says(),
        "Evidensbaseret opgaveløsning: 0 → −2\n"
    );
}

#[test]
fn what_was_probably_meant_makes_sense() {
    let home = Home::new();
    home.pejl(&["version"]).failed(2, &["version", "--version?"]);
    home.pejl(&["show", "--no-color"])
        .failed(2, &["--no-color", "--theme mono?"]);
    home.pejl(&["--no-mose"]).failed(2, &["--no-mouse?"]);
    let unknown = home.pejl(&["frobnicate"]);
    unknown.failed(2, &["frobnicate", "pejl --help"]);
}

#[test]
fn of_an_option_given_twice_the_last_counts() {
    let home = Home::new();
    let said = home
        .pejl(&["--lang", "da", "bearing", "list", "--lang", "en"])
        .says();
    assert!(said.starts_with("No bearings"), "{said}");
    let said = home
        .pejl(&["--lang", "en", "--lang", "da", "bearing", "list"])
        .says();
    assert!(said.starts_with("Ingen pejlinger"), "{said}");
    home.pejl(&["export", "md", "-o", "en.md", "-o", "to.md"])
        .wrote("to.md");
    assert_eq!(home.names("."), ["to.md"]);
}

#[test]
fn show_as_json_has_the_level_that_is_asked_for_alone() {
    let home = Home::new();
    let all = home.pejl(&["show", "evidens", "--json"]).json();
    let both = all["fields"][0]["marks"][0]["levels"].as_array().unwrap().clone();
    assert_eq!(both.len(), 2);
    for (level, asks) in ["1", "2"].iter().zip(both) {
        let one = home.pejl(&["show", "evidens", "--level", level, "--json"]).json();
        assert_eq!(one["fields"][0]["marks"][0]["levels"], json!([asks]), "{level}");
    }
}

#[test]
fn a_hyphen_in_the_place_of_a_file_is_standard_output() {
    let home = Home::new();
    home.pejl(&["set", "evidens", "3"]).says();
    let said = home.pejl(&["export", "csv", "-o", "-"]).says();
    assert_eq!(said, home.pejl(&["export", "csv"]).says());
    home.write_profile("anna.json", "Anna", &[("evidens", 1)]);
    let said = home.pejl(&["team", "anna.json", "-o", "-"]).says();
    assert_eq!(said, home.pejl(&["team", "anna.json"]).says());
    assert_eq!(home.names("."), ["anna.json", "data"], "and no file of that name");
}

#[test]
fn a_profile_comes_in_from_standard_input() {
    let home = Home::new();
    home.write_profile("anna.json", "Anna", &[("evidens", 1)]);
    let text = fs::read(home.path("anna.json")).unwrap();
    let said = home
        .with_input(&["import", "-", "--as", "Anna Holm"], &text)
        .says();
    assert!(said.contains("Anna Holm"), "{said}");
    let from_file = home.pejl(&["import", "anna.json"]).says();
    assert!(from_file.contains("Anna"), "{from_file}");
    let shown = |name| {
        let mut shown = home.pejl(&["show", "--profile", name, "--json"]).json();
        shown["profile"] = "".into();
        shown
    };
    assert_eq!(shown("anna-holm"), shown("anna"));
    home.with_input(&["import", "-"], b"{\n  \"format\": ")
        .failed(65, &["-:2:"]);
    home.with_input(&["import", "-"], &vec![b' '; (1 << 20) + 1])
        .failed(65, &["1 MB"]);
    home.with_input(&["import", "-"], b"").failed(65, &["-:1:1"]);
    assert_eq!(home.names("data/profiles").len(), 2);
}

#[test]
fn a_config_that_is_asked_for_and_not_there_is_66() {
    let home = Home::new();
    for args in [&["show"][..], &["paths"], &["config", "check"], &[], &["--plain"]] {
        home.pejl(&[&["--config", "ingen.toml"], args].concat())
            .failed(66, &["ingen.toml"]);
    }
    let said = home.pejl(&["config", "path", "--config", "ingen.toml"]).says();
    assert_eq!(said, "ingen.toml\n");
    home.pejl(&["config", "init", "--config", "ingen.toml"]).says();
    home.pejl(&["--config", "ingen.toml", "show"]).says();
    // the environment names a place where there may be one
    home.pejl(&["show"]).says();
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_utf8_is_wrong_usage_said_in_the_readers_language() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let home = Home::new();
    for (lang, words) in [("da", "er ikke UTF-8"), ("en", "is not UTF-8")] {
        for args in [
            &["note", "2.1"][..],
            &["bearing", "save"],
            &["show"],
            &["profile", "new"],
        ] {
            let mut command = home.command();
            command
                .args(args)
                .arg(OsStr::from_bytes(b"r\xf8d"))
                .args(["--lang", lang]);
            let answer = Answer::from(command.output().unwrap());
            answer.failed(2, &[words, &args[..args.len().min(1)].concat()]);
        }
    }
    assert!(!home.path("data").exists());
}

#[test]
fn a_settings_file_with_a_fault_is_told_of_in_one_line_and_the_command_is_done() {
    let home = Home::new();
    home.write("config.toml", "farver = 1\nlyd = 2\n");
    for args in [
        &["set", "evidens", "1"][..],
        &["show", "evidens"],
        &["profile", "list", "--json"],
    ] {
        let answer = home.pejl(args);
        assert_eq!(answer.code, Some(0), "{}", answer.err);
        assert!(!answer.out.is_empty());
        assert_eq!(answer.err.lines().count(), 1, "{}", answer.err);
        assert!(answer.err.starts_with("pejl: ") && answer.err.contains("config.toml:1:1: farver"));
    }
    // where the command fails, why it does is the one line
    home.pejl(&["set", "evidens", "9"]).failed(2, &["9"]);
    // and these print it themselves
    assert_eq!(home.pejl(&["paths"]).err, "");
    assert_eq!(home.pejl(&["config", "check"]).err, "");
}

#[test]
fn a_profile_of_a_newer_pejl_is_shown_and_said_to_be_read_only() {
    let home = Home::new();
    home.write_own_profile(
        r#"{"format":"pejl.profile","version":"2.0","name":"Min profil","framework":"kalundborg-lsg","level":2,"dials":{}}"#,
    );
    for args in [&["show", "evidens"][..], &["export", "md"]] {
        let answer = home.pejl(args);
        assert_eq!(answer.code, Some(0), "{}", answer.err);
        assert!(!answer.out.is_empty());
        assert_eq!(answer.err, "pejl: kun læsning: lavet med en nyere pejl (2.0)\n");
    }
}
