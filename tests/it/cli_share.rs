//! `pejl share` through the real binary: what goes into the group's folder, whose files are replaced, and what a team makes of
//! what lies there.

use crate::common::home::Home;
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::atomic::{AtomicBool, Ordering},
};

/// A leader with something to say and something to keep to herself, and her group's folder.
fn leader() -> Home {
    let home = Home::new();
    fs::create_dir(home.path("group")).unwrap();
    home.says(&["set", "evidens", "3"]);
    home.says(&["profile", "rename", "Min profil", "Anne Holm"]);
    home.says(&["note", "evidens", "Fortroligt"]);
    home.says(&["bearing", "save", "Fortroligt"]);
    home
}

/// The same with a profile of a name of her own; the group's folder is another's.
fn colleague(name: &str, group: &Path) -> Home {
    let home = Home::new();
    home.says(&["set", "evidens", "-2"]);
    let group = group.to_str().unwrap();
    home.says(&["share", group, "--name", name]);
    home
}

fn read(file: &Path) -> Value {
    serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
}

#[test]
fn values_alone_go_into_the_group_s_folder() {
    let home = leader();
    let file = home.pejl(&["share", "group"]).says();
    assert_eq!(
        file,
        format!("{}\n", Path::new("group").join("anne-holm.pejl.json").display())
    );
    assert_eq!(home.names("group"), ["anne-holm.pejl.json"]);
    let mut shared = read(&home.path("group/anne-holm.pejl.json"));
    let at = shared.as_object_mut().unwrap().remove("at").unwrap();
    assert!(at.as_str().unwrap().contains('T'), "{at}");
    let owner = read(&home.path("data/profiles/anne-holm.json"))["owner"].clone();
    let wanted = json!({
        "format": "pejl.share", "version": "1.0", "owner": owner, "name": "Anne Holm", "unit": "", "level": 2,
        "framework": "kalundborg-lsg", "dials": { "evidens": { "value": 3 } }
    });
    assert_eq!(shared, wanted);
}

#[test]
fn sharing_again_replaces_one_s_own_file_and_no_other() {
    let home = leader();
    let group = home.path("group");
    let other = colleague("Anne Holm", &group);
    home.says(&["share", "group"]);
    assert_eq!(
        home.names("group"),
        ["anne-holm-2.pejl.json", "anne-holm.pejl.json"]
    );
    let theirs = fs::read(group.join("anne-holm.pejl.json")).unwrap();
    home.says(&["set", "evidens", "5"]);
    home.says(&["share", "group"]);
    assert_eq!(
        home.names("group"),
        ["anne-holm-2.pejl.json", "anne-holm.pejl.json"]
    );
    assert_eq!(fs::read(group.join("anne-holm.pejl.json")).unwrap(), theirs);
    let own = read(&group.join("anne-holm-2.pejl.json"));
    assert_eq!(own["dials"]["evidens"]["value"], 5);
    // under a new name one's own file has the new name, and a whole profile of one's own stays
    fs::write(group.join("hele.json"), home.says(&["export", "json"])).unwrap();
    home.says(&["share", "group", "--name", "Anne Holm Berg"]);
    let names = ["anne-holm-berg.pejl.json", "anne-holm.pejl.json", "hele.json"];
    assert_eq!(home.names("group"), names);
    assert_eq!(
        home.says(&["profile", "list"]).lines().next(),
        Some("Anne Holm Berg (i brug)")
    );
    drop(other);
}

#[test]
fn who_has_no_name_yet_is_asked_for_one_and_nothing_is_changed() {
    let home = Home::new();
    fs::create_dir(home.path("group")).unwrap();
    home.says(&["set", "evidens", "1"]);
    home.fails(&["share", "group"], 2, &["Min profil", "--name"]);
    for bad in ["", "  ", "CON", "min profil", "a\u{7}b"] {
        home.fails(&["share", "group", "--name", bad], 2, &[]);
    }
    assert!(home.names("group").is_empty());
    home.says(&["share", "group", "--name", "Anne Holm"]);
    assert_eq!(home.names("group"), ["anne-holm.pejl.json"]);
    assert_eq!(
        home.names("data/profiles").first().map(String::as_str),
        Some("anne-holm.json")
    );
}

#[test]
fn a_folder_that_is_none_or_pejl_s_own_takes_nothing_and_the_profile_keeps_its_name() {
    let home = leader();
    home.fails(&["share", "nowhere", "--name", "Bo"], 73, &["nowhere"]);
    home.write("file", "");
    home.fails(&["share", "file", "--name", "Bo"], 73, &["file"]);
    for own in ["data", "data/profiles"] {
        home.fails(&["share", own, "--name", "Bo"], 73, &[own]);
    }
    home.fails(&["share", "--name", "Bo"], 2, &["MAPPE"]);
    home.fails(
        &["share", "group", "--name", "Bo", "--take-back"],
        2,
        &["--take-back"],
    );
}

#[test]
fn without_a_folder_it_is_the_first_of_the_setting_that_is_one() {
    let home = leader();
    home.write("config.toml", "team = [\"file.json\", \"group\", \"other\"]\n");
    fs::create_dir(home.path("other")).unwrap();
    let shared = home.json(&["share"]);
    assert_eq!(shared["name"], "Anne Holm");
    assert_eq!(
        PathBuf::from(shared["file"].as_str().unwrap()),
        home.path("group/anne-holm.pejl.json")
    );
}

#[test]
fn what_was_shared_is_taken_back_and_only_that() {
    let home = leader();
    let other = colleague("Bo", &home.path("group"));
    home.says(&["share", "group"]);
    let gone = home.json(&["share", "group", "--take-back"]);
    assert_eq!(gone["files"].as_array().map(Vec::len), Some(1));
    assert_eq!(home.names("group"), ["bo.pejl.json"]);
    let nothing = home.says(&["share", "group", "--take-back"]);
    assert_eq!(nothing, "Du har ikke delt noget i group\n");
    drop(other);
}

#[test]
fn a_team_reads_what_was_shared_and_whole_profiles_alike_each_owner_once() {
    let home = leader();
    let other = colleague("Bo", &home.path("group"));
    fs::write(home.path("group/hele.json"), home.says(&["export", "json"])).unwrap();
    home.says(&["set", "evidens", "5"]);
    home.says(&["share", "group"]);
    let team = home.json(&["team", "group"]);
    let names: Vec<_> = team["leaders"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["name"].clone())
        .collect();
    assert_eq!(names, ["Anne Holm", "Bo"]);
    assert_eq!(
        team["leaders"][0]["values"]["evidens"], 5,
        "the newest counts: {team}"
    );
    assert_eq!(team["skipped"].as_array().map(Vec::len), Some(1));
    drop(other);
}

#[test]
fn a_forged_or_broken_file_is_told_of_and_puts_nothing_else_out_of_the_team() {
    let home = leader();
    home.says(&["share", "group"]);
    let own = fs::read_to_string(home.path("group/anne-holm.pejl.json")).unwrap();
    let forged = own.replace("\"value\": 3", "\"value\": -5, \"note\": \"Læst af alle\"");
    let at = read(&home.path("group/anne-holm.pejl.json"))["at"]
        .as_str()
        .unwrap()
        .to_owned();
    // a moment that is not yet does not make it the newest
    let forged = forged.replace(&at, "9999-01-01T00:00:00+00:00");
    home.write("group/forged.pejl.json", &forged);
    home.write("group/half.pejl.json", &own[..own.len() / 2]);
    home.write(
        "group/other.pejl.json",
        own.replace("kalundborg-lsg", "andres")
            .replace(r#""owner": ""#, r#""owner": "x"#),
    );
    let said = home.says(&["team", "group"]);
    assert!(said.contains("ligger ude i fremtiden"), "{said}");
    let answer = home.pejl(&["team", "group", "--json"]);
    let team: Value = serde_json::from_slice(&answer.out).unwrap();
    assert!(!answer.text().contains("Læst af alle"));
    assert_eq!(team["leaders"].as_array().map(Vec::len), Some(1), "{team}");
    assert_eq!(team["leaders"][0]["values"]["evidens"], 3);
    assert_eq!(team["skipped"].as_array().map(Vec::len), Some(3), "{team}");
}

#[test]
fn of_two_files_of_one_leader_and_one_moment_it_is_said_that_they_differ_and_no_more() {
    let home = leader();
    home.says(&["share", "group"]);
    let own = fs::read_to_string(home.path("group/anne-holm.pejl.json")).unwrap();
    home.write("group/again.pejl.json", &own);
    let said = home.says(&["team", "group"]);
    assert!(said.contains("er en kopi af"), "{said}");
    home.write(
        "group/again.pejl.json",
        own.replace("\"value\": 3", "\"value\": -5"),
    );
    let said = home.says(&["team", "group"]);
    assert!(
        said.contains("de er forskellige") && !said.contains("nyere"),
        "{said}"
    );
}

#[cfg(unix)]
#[test]
fn at_a_terminal_it_is_said_what_was_shared_and_taken_back() {
    let home = leader();
    home.says(&["profile", "list"]);
    let program = Path::new(env!("CARGO_BIN_EXE_pejl"));
    let group = home.path("group");
    for (args, said) in [
        (vec!["share".as_ref(), group.as_os_str()], "Din pejling ligger i"),
        (
            vec!["share".as_ref(), group.as_os_str(), "--take-back".as_ref()],
            "Din pejling er taget ud",
        ),
    ] {
        let mut screen = home.run_in((100, 24), program, &args, &[]);
        screen.wait_for(&[said]);
    }
}

/// Nobody's file is lost or torn while two share at once under one name and a third reads. `PEJL_SHARE_TIMES` says how often.
#[test]
fn leaders_who_share_at_once_lose_nothing_of_each_other_s() {
    let times = std::env::var("PEJL_SHARE_TIMES").map_or(40, |times| times.parse().unwrap());
    let group = tempfile::tempdir().unwrap();
    let homes = [
        colleague("Anne Holm", group.path()),
        colleague("Anne Holm", group.path()),
    ];
    let done = AtomicBool::new(false);
    let share = |home: &Home| {
        for _ in 0..times {
            home.says(&["share", group.path().to_str().unwrap()]);
        }
    };
    std::thread::scope(|scope| {
        let sharing: Vec<_> = homes
            .iter()
            .map(|home| scope.spawn(move || share(home)))
            .collect();
        let reading = scope.spawn(|| {
            let mut read = 0;
            while !done.load(Ordering::Relaxed) {
                let mut names = Vec::new();
                for entry in fs::read_dir(group.path()).unwrap() {
                    let path = entry.unwrap().path();
                    let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                    if !name.starts_with('.') {
                        // a file that is there is whole
                        serde_json::from_slice::<Value>(&fs::read(&path).unwrap()).unwrap();
                        names.push(name);
                    }
                }
                assert_eq!(names.len(), 2, "{names:?}");
                read += 1;
            }
            read
        });
        sharing.into_iter().for_each(|thread| thread.join().unwrap());
        done.store(true, Ordering::Relaxed);
        assert!(reading.join().unwrap() > 0);
    });
    let count = |home: &Home| -> usize {
        let mut command: Command = home.command();
        let answer = command
            .args(["team", "--json"])
            .arg(group.path())
            .output()
            .unwrap();
        let team: Value = serde_json::from_slice(&answer.stdout).unwrap();
        team["leaders"].as_array().unwrap().len()
    };
    assert_eq!(count(&homes[0]), 2);
}

#[test]
fn copies_of_what_was_shared_are_taken_back_too() {
    let home = leader();
    let group = home.path("gruppe-b");
    fs::create_dir(&group).unwrap();
    let folder = group.to_string_lossy().into_owned();
    let shared = home.says(&["share", &folder]);
    let shared = Path::new(shared.trim_end());
    let name = shared.file_name().unwrap().to_string_lossy();
    let stem = name.strip_suffix(".json").unwrap();
    fs::copy(shared, group.join(format!("{stem} (1).json"))).unwrap();
    let gone = home.says(&["share", &folder, "--take-back"]);
    assert_eq!(gone.lines().count(), 2, "{gone}");
    assert_eq!(fs::read_dir(&group).unwrap().count(), 0);
}

#[test]
fn a_colleague_is_laid_over_one_s_own_where_they_stand_two_or_more_apart() {
    let home = leader();
    let other = colleague("Bo Dal", &home.path("group"));
    home.says(&["set", "innovation", "1"]);
    let file = home.at("group/bo-dal.pejl.json");
    let told = home.says(&["compare", &file]);
    assert_eq!(
        told,
        "Dig og Bo Dal\n3.3   +3  −2  Evidensbaseret opgaveløsning\n"
    );
    let all = home.json(&["compare", &file, "--all"]);
    assert_eq!(all["marks"].as_array().map(Vec::len), Some(12));
    let wanted = json!({ "id": "evidens", "title": "Evidensbaseret opgaveløsning", "yours": 3, "theirs": -2, "apart": 5 });
    assert_eq!(all["marks"][0], wanted);
    assert_eq!(
        (&all["you"]["name"], &all["other"]["name"]),
        (&json!("Anne Holm"), &json!("Bo Dal"))
    );
    assert!(!all.to_string().contains("Fortroligt"));
    // a whole profile is read alike; what is none, or of another framework, is told
    home.write_profile("cille.json", "Cille", &[("evidens", 3), ("innovation", 1)]);
    let close = home.says(&["compare", "cille.json"]);
    assert!(close.contains("højst 1 hak fra hinanden"), "{close}");
    home.fails(&["compare", "nowhere.json"], 66, &["nowhere.json"]);
    home.write("half.json", "{");
    home.fails(&["compare", "half.json"], 65, &["half.json:1:"]);
    home.write(
        "other.json",
        fs::read_to_string(&file)
            .unwrap()
            .replace("kalundborg-lsg", "andres"),
    );
    home.fails(&["compare", "other.json"], 65, &["other.json", "andres"]);
    drop(other);
}
