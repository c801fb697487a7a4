//! `pejl team` through the real binary: who is counted, who is left out and why, and that nothing is written.

use crate::common::home::Home;
use serde_json::json;
use std::fs;

/// Three leaders in a folder, who differ on one mark.
fn team() -> Home {
    let home = Home::new();
    home.write_profile("team/anna.json", "Anna", &[("evidens", -3), ("innovation", 1)]);
    home.write_profile("team/bo.json", "Bo", &[("evidens", 4), ("innovation", 2)]);
    home.write_profile("team/carla.json", "Carla", &[("evidens", 4)]);
    home
}

#[test]
fn the_widest_spread_comes_first_with_everyone_at_their_detent() {
    let home = team();
    let text = home.pejl(&["team", "team"]).says();
    let mut blocks = text.split("\n\n");
    assert_eq!(blocks.next(), Some("Ledergruppen: 3 profiler"));
    let first: Vec<&str> = blocks.next().unwrap().lines().collect();
    assert_eq!(
        first,
        [
            "3.3  Evidensbaseret opgaveløsning",
            "    −5   ·  ·  1  ·  ·  ·  ·  ·  ·  2  ·  +5   længst fra hinanden: 7 hak · midterste: +4",
            "     −3 Anna",
            "     +4 Bo, Carla",
        ]
    );
    assert!(blocks.next().unwrap().starts_with("2.2  "));
    assert_eq!(text.matches("længst fra hinanden").count(), 12);
}

#[test]
fn marks_come_in_the_order_asked_for() {
    let home = team();
    let first = |sort| {
        let text = home.pejl(&["team", "team", "--sort", sort]).says();
        text.lines().nth(2).unwrap().to_owned()
    };
    assert!(first("fields").starts_with("1.1"));
    assert!(first("movement").starts_with("1.1"), "nobody has a bearing");
    assert!(first("spread").starts_with("3.3"));
    home.pejl(&["team", "team", "--sort", "names"])
        .failed(2, &["names", "spread"]);
}

#[test]
fn names_stay_at_home_when_they_are_to_among_five_or_more() {
    let home = team();
    for args in [&[][..], &["--json"], &["--format", "html"]] {
        home.pejl(&[&["team", "team", "--hide-names"], args].concat())
            .failed(2, &["for 3", "færre end 5"]);
    }
    home.write_profile("team/dan.json", "Dan", &[]);
    home.write_profile("team/eva.json", "Eva", &[]);
    // also where a filter leaves fewer
    home.pejl(&["team", "team", "--hide-names", "--level", "1"])
        .failed(2, &["for 0"]);
    home.write("team/egon.json", "{");
    for args in [
        &[][..],
        &["--json"],
        &["--format", "html"],
        &["--format", "csv"],
        &["--format", "md"],
    ] {
        let shown = home.pejl(&[&["team", "team"], args].concat()).says();
        assert!(shown.contains("Anna"), "{args:?}");
        let hidden = home
            .pejl(&[&["team", "team", "--hide-names"], args].concat())
            .says();
        for name in ["Anna", "Carla", "egon"] {
            assert!(!hidden.contains(name), "{args:?} {name}: {hidden}");
        }
    }
}

#[test]
fn json_has_the_documented_shape() {
    let home = team();
    home.write("team/x.json", "[]");
    let shape = home.pejl(&["team", "team", "--json"]).json();
    let keys: Vec<&String> = shape.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        [
            "format",
            "version",
            "at",
            "framework",
            "used",
            "skipped",
            "marks",
            "leaders"
        ]
    );
    assert_eq!(
        (&shape["format"], &shape["used"]),
        (&json!("pejl.team"), &json!(3))
    );
    let mark = json!({
        "id": "evidens", "title": "Evidensbaseret opgaveløsning", "median": 4.0, "spread": 7,
        "quartiles": [0.5, 4.0], "movement": 0, "counts": [0, 0, 1, 0, 0, 0, 0, 0, 0, 2, 0],
    });
    assert_eq!(shape["marks"][0], mark);
    assert_eq!(shape["leaders"][0]["name"], "Anna");
    assert_eq!(shape["leaders"][0]["values"]["evidens"], -3);
    let source = std::path::Path::new("team").join("x.json");
    assert_eq!(shape["skipped"][0]["source"], serde_json::json!(source));
    home.pejl(&["team", "team", "--json", "--format", "md"])
        .failed(2, &["--json"]);
}

#[test]
fn one_hostile_file_costs_only_itself_and_says_why() {
    let home = team();
    home.write("team/broken.json", "{\"format\":");
    home.write("team/huge.json", vec![b' '; 2 << 20]);
    home.write("team/bytes.json", [0xff, 0xfe, 0x00]);
    home.write(
        "team/other.json",
        r#"{"format":"pejl.profile","version":"1.0","name":"E","framework":"other","level":1}"#,
    );
    home.write(
        "team/later.json",
        r#"{"format":"pejl.profile","version":"9.0","name":"E","framework":"kalundborg-lsg"}"#,
    );
    home.write("team/folder.json/x", "");
    home.write("team/notes.txt", "not looked at");
    home.write("team/.hidden.json", "not looked at");
    let text = home.pejl(&["team", "team"]).says();
    assert!(text.starts_with("Ledergruppen: 3 profiler\n"), "{text}");
    let skipped = text
        .split("6 profiler er ikke med\n")
        .nth(1)
        .unwrap_or_else(|| panic!("{text}"));
    for (name, why) in [
        ("broken.json", "broken.json:1:"),
        ("huge.json", "1 MB"),
        ("bytes.json", "UTF-8"),
        ("other.json", "other"),
        ("later.json", "9.0"),
        ("folder.json", "almindelig"),
    ] {
        let line = skipped.lines().find(|line| line.contains(name)).unwrap();
        assert!(line.contains(why), "{line}");
    }
}

#[cfg(unix)]
#[test]
fn pipes_and_links_in_a_circle_are_not_waited_for() {
    let home = team();
    let made = std::process::Command::new("mkfifo")
        .arg(home.path("team/pipe.json"))
        .status();
    assert!(made.unwrap().success());
    std::os::unix::fs::symlink("ring.json", home.path("team/ring.json")).unwrap();
    let text = home.pejl(&["team", "team"]).says();
    assert!(
        text.contains("2 profiler er ikke med") && text.contains("pipe.json") && text.contains("ring.json"),
        "{text}"
    );
}

#[test]
fn a_copy_that_a_sync_made_is_named_and_counts_once() {
    let home = team();
    home.write_profile(
        "team/anna (Anna's conflicted copy 2026-11-01).json",
        "Anna",
        &[("evidens", 5)],
    );
    home.write_profile(
        "team/anna.sync-conflict-20261101-081500-ABCDEFG.json",
        "Anna",
        &[],
    );
    home.write_profile("team/bo (1).json", "Bo", &[]);
    home.write_profile("team/dan (1).json", "Dan", &[]);
    let text = home.pejl(&["team", "team"]).says();
    assert!(
        text.starts_with("Ledergruppen: 4 profiler\n"),
        "the one without an original counts: {text}"
    );
    assert!(text.contains("Dan"));
    for line in [
        "anna (Anna's conflicted copy 2026-11-01).json: er en kopi af anna.json, som er med",
        "bo (1).json: er en kopi af bo.json, som er med",
    ] {
        assert!(text.contains(line), "{text}");
    }
}

#[test]
fn a_copy_with_a_computer_s_name_is_told_by_what_is_in_it_and_no_colleague_is_called_one() {
    let home = Home::new();
    let profile = |name: &str, unit: &str, bearing: &str| {
        format!(
            r#"{{"format":"pejl.profile","version":"1.0","name":"{name}","framework":"kalundborg-lsg","level":2,"unit":"{unit}",
            "bearings":[{{"id":"b1","at":"{bearing}","label":"","dials":{{}}}}]}}"#
        )
    };
    let (autumn, winter) = ("2026-09-14T09:00:00+02:00", "2026-11-02T09:00:00+01:00");
    home.write("team/anna.json", profile("Anna", "Ældre", autumn));
    home.write("team/anna-HR-PC17.json", profile("Anna", "Børn", autumn));
    // a colleague who began with a copy of Anna's, one with the same name, and one who has saved no bearing
    home.write("team/anna-bo.json", profile("Bo", "Ældre", autumn));
    home.write("team/anna-BYG.json", profile("Anna", "Ældre", winter));
    home.write_profile("team/anna-IT.json", "Anna", &[]);
    let text = home.pejl(&["team", "team"]).says();
    assert!(text.starts_with("Ledergruppen: 4 profiler\n"), "{text}");
    assert!(
        text.contains("anna-HR-PC17.json: er en kopi af anna.json, som er med"),
        "{text}"
    );
}

#[test]
fn each_owner_counts_once_whatever_the_files_are_called_and_the_newest_does() {
    let home = Home::new();
    let profile = |name: &str, owner: &str, bearing: &str, value: i64| {
        format!(
            r#"{{"format":"pejl.profile","version":"1.1","owner":"{owner}","name":"{name}","framework":"kalundborg-lsg","level":2,
            "dials":{{"evidens":{{"value":{value}}}}},"bearings":[{{"id":"b1","at":"{bearing}","label":"","dials":{{}}}}]}}"#
        )
    };
    let (autumn, winter) = ("2026-09-14T09:00:00+02:00", "2026-11-02T09:00:00+01:00");
    home.write("team/anna 2.json", profile("Anna", "a1", autumn, 1));
    home.write(
        "team/Anna Holms gamle.json",
        profile("Anna Holm", "a1", winter, 5),
    );
    home.write("team/anna.json", profile("Anna", "a1", autumn, 2));
    // another leader who kept the same name, as a browser calls the second file
    home.write("team/anna (1).json", profile("Anna", "b2", autumn, -5));
    let text = home.pejl(&["team", "team"]).says();
    assert!(text.starts_with("Ledergruppen: 2 profiler\n"), "{text}");
    assert!(
        text.contains("+5 Anna Holm\n") && text.contains("−5 Anna\n"),
        "{text}"
    );
    for file in ["anna 2.json", "anna.json"] {
        let said = format!("{file}: er fra samme leder som Anna Holms gamle.json, som er nyere og er med");
        assert!(text.contains(&said), "{text}");
    }
}

#[test]
fn names_that_programs_and_people_give_to_copies_count_once() {
    let home = Home::new();
    home.write_profile("team/anna.json", "Anna", &[]);
    let copies = [
        "anna 2.json",
        "anna kopi 2.json",
        "anna copy.json",
        "Kopi af anna.json",
        "Copy of anna.json",
        "anna (1).json",
        "anna.Conflict.json",
        "anna.conflict1.json",
        "anna - Copy.json",
        "~$anna.json",
    ];
    for copy in copies {
        home.write_profile(&format!("team/{copy}"), "Anna", &[]);
    }
    let text = home.pejl(&["team", "team"]).says();
    assert!(text.starts_with("Ledergruppen: 1 profil\n"), "{text}");
    for copy in copies {
        let said = format!("{copy}: er en kopi af anna.json, som er med");
        assert!(text.contains(&said), "{said} in {text}");
    }
}

#[cfg(all(unix, not(target_os = "macos")))] // whose file system takes nothing but UTF-8
#[test]
fn a_file_whose_name_is_no_text_is_read_as_any_other() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let home = team();
    home.write_profile("team/x", "Bjørn", &[("evidens", -5)]);
    let name = OsStr::from_bytes(b"bj\xf8rn.json");
    fs::rename(home.path("team/x"), home.path("team").join(name)).unwrap();
    let text = home.pejl(&["team", "team"]).says();
    assert!(text.starts_with("Ledergruppen: 4 profiler\n"), "{text}");
    assert!(text.contains("−5 Bjørn"), "{text}");
    let shape = home.pejl(&["team", "team", "--json"]).json();
    assert_eq!(shape["used"], 4);
}

#[test]
fn leaders_stand_in_danish_order() {
    let home = Home::new();
    for name in ["Aagaard", "anna", "Ærø", "Zenia", "Ågerup", "Østre"] {
        home.write_profile(&format!("team/{name}.json"), name, &[]);
    }
    let text = home.pejl(&["team", "team"]).says();
    assert!(
        text.contains("anna, Zenia, Ærø, Østre, Ågerup, Aagaard"),
        "{text}"
    );
}

#[test]
fn level_and_unit_choose_whom_to_look_at() {
    let home = team();
    let text = r#"{"format":"pejl.profile","version":"1.0","name":"Dan","framework":"kalundborg-lsg","level":1,"unit":"Ældre"}"#;
    home.write("team/dan.json", text);
    let of = |args: &[&str]| home.pejl(&[&["team", "team"], args].concat()).says();
    assert!(of(&["--level", "2"]).starts_with("Ledergruppen: 3 profiler\n"));
    assert!(of(&["--level", "1"]).starts_with("Ledergruppen: 1 profil\n"));
    assert!(of(&["--unit", "ældre"]).starts_with("Ledergruppen: 1 profil\n"));
    home.pejl(&["team", "team", "--level", "3"])
        .failed(2, &["--level", "2"]);
    home.pejl(&["team", "team", "--unit", "Børn"])
        .failed(2, &["Børn", "Ældre"]);
}

#[test]
fn the_folder_of_the_settings_is_looked_at_where_none_is_named() {
    let home = team();
    home.pejl(&["team"]).failed(2, &["STI"]);
    home.write("config.toml", format!("team = {:?}\n", home.at("team")));
    assert!(
        home.pejl(&["team"])
            .says()
            .starts_with("Ledergruppen: 3 profiler\n")
    );
}

#[test]
fn home_and_variables_are_filled_in_and_the_rest_starts_at_the_config_file() {
    let home = team();
    for (written, variable) in [
        ("~/team", ""),
        ("$GRUPPE/team", "GRUPPE"),
        ("%GRUPPE%/team", "GRUPPE"),
        ("team", ""),
    ] {
        let variable = Some(variable).filter(|name| !name.is_empty());
        let variables: Vec<_> = variable
            .map(|name| (name, home.dir().as_os_str()))
            .into_iter()
            .collect();
        // in the setting, and as an argument that no shell has seen
        home.write("config.toml", format!("team = {written:?}\n"));
        for args in [&["team"][..], &["team", written]] {
            let answer = home
                .command()
                .args(args)
                .envs(variables.clone())
                .output()
                .unwrap();
            let text = String::from_utf8(answer.stdout).unwrap();
            assert!(text.starts_with("Ledergruppen: 3 profiler\n"), "{args:?} {text}");
        }
    }
}

#[test]
fn files_and_folders_go_together_and_each_file_counts_once() {
    let home = team();
    home.write_profile("dan.json", "Dan", &[]);
    let text = home
        .pejl(&["team", "dan.json", "team", "team/anna.json", "team"])
        .says();
    assert!(text.starts_with("Ledergruppen: 4 profiler\n"), "{text}");
}

#[test]
fn where_nothing_can_be_used_what_is_wrong_is_the_answer() {
    let home = Home::new();
    home.pejl(&["team", "ingen"]).failed(66, &["ingen"]);
    home.write("a.json", "{");
    home.pejl(&["team", "a.json"]).failed(65, &["a.json:1:"]);
    fs::create_dir(home.path("tom")).unwrap();
    let text = home.pejl(&["team", "tom"]).says();
    assert_eq!(text, "Her er ingen profiler\n");
}

#[test]
fn more_files_than_the_limit_are_named_and_not_read() {
    let home = Home::new();
    let profile =
        r#"{"format":"pejl.profile","version":"1.0","name":"E","framework":"kalundborg-lsg","level":1}"#;
    fs::create_dir(home.path("many")).unwrap();
    for n in 0..10_002 {
        fs::write(home.path(&format!("many/{n:05}.json")), profile).unwrap();
    }
    let text = home.pejl(&["team", "many", "--hide-names"]).says();
    assert!(
        text.starts_with("Ledergruppen: 10000 profiler\n"),
        "{}",
        &text[..60]
    );
    assert!(text.contains("2 profiler er ikke med"));
}

#[test]
fn the_team_is_written_to_a_file_in_the_format_of_its_name() {
    let home = team();
    home.pejl(&["team", "team", "-o", "team.html"]).wrote("team.html");
    assert!(
        fs::read_to_string(home.path("team.html"))
            .unwrap()
            .starts_with("<!DOCTYPE html>")
    );
    home.pejl(&["team", "team", "-o", "team.html"])
        .failed(73, &["team.html"]);
    home.pejl(&["team", "team", "-o", "team.txt"]).wrote("team.txt");
    assert!(
        fs::read_to_string(home.path("team.txt"))
            .unwrap()
            .starts_with("Ledergruppen")
    );
}

#[test]
fn reading_a_team_writes_nothing() {
    let home = team();
    home.pejl(&["team", "team"]).done();
    assert_eq!(home.names("team"), ["anna.json", "bo.json", "carla.json"]);
    assert_eq!(home.names("."), ["team"]);
}

#[test]
fn english_is_english() {
    let home = team();
    let text = home.pejl(&["team", "team", "--lang", "en"]).says();
    assert!(
        text.starts_with("The team: 3 profiles\n") && text.contains("furthest apart: 7 notches · middle: +4"),
        "{text}"
    );
}

#[test]
fn the_reader_is_told_which_one_is_the_reader() {
    let home = team();
    home.pejl(&["set", "evidens", "2"]).says();
    home.pejl(&["share", "team", "--name", "Ditte Dal"]).says();
    let leaders = home.pejl(&["team", "team", "--json"]).json();
    let leaders = leaders["leaders"].as_array().unwrap();
    let you: Vec<_> = leaders.iter().filter(|leader| leader["you"] == true).collect();
    assert_eq!(you.len(), 1);
    assert_eq!(you[0]["name"], "Ditte Dal");
    let text = home.pejl(&["team", "team"]).says();
    assert!(text.contains("     +2 Ditte Dal (dig)\n"), "{text}");
    assert!(
        home.pejl(&["--lang", "en", "team", "team"])
            .says()
            .contains("Ditte Dal (you)")
    );
    // a whole profile without an owner is told by its file
    home.write_own_profile(
        r#"{"format":"pejl.profile","version":"1.0","name":"Ditte","framework":"kalundborg-lsg","level":2}"#,
    );
    let json = home
        .pejl(&["--profile", "min-profil", "team", "data/profiles", "--json"])
        .json();
    let of = |name: &str| {
        let leaders = json["leaders"].as_array().unwrap();
        leaders.iter().find(|leader| leader["name"] == name).unwrap()["you"] == true
    };
    assert!(of("Ditte") && !of("Ditte Dal"), "{json}");
}
