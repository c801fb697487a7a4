//! Nothing that goes out lands on the program's own files or among them: through every face, by every way that leads there.

use crate::common::{Driver, home::Home};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// A home with a profile, its backup, what can be undone, a config, a theme, a log, and the chosen profile.
fn home() -> Home {
    let home = Home::new();
    for value in ["1", "2"] {
        home.says(&["set", "evidens", value]);
    }
    home.says(&["profile", "use", "Min profil"]);
    home.says(&["config", "init"]);
    home.write("themes/dag.toml", "base = 'light'\n");
    home.write("data/messages.log", "2026-11-24T12:00:00+01:00 Gemt\n");
    home
}

/// Every file in the home with its bytes; locks too.
fn files(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => drop(found.insert(path.clone(), fs::read(path).unwrap())),
        }
    }
    found
}

/// Paths that lead onto the program's own files, or to new ones among them.
fn own(home: &Home) -> Vec<String> {
    let paths = [
        "data/profiles/min-profil.json",
        "data/profiles/min-profil.lock",
        "data/profiles/ny.json",
        "data/backups/ny.md",
        "data/undo/min-profil.json",
        "data/current",
        "data/messages.log",
        "data/ny.md",
        "config.toml",
        "themes/dag.toml",
        "themes/ny.toml",
        "ud/../data/profiles/min-profil.json",
        "ud/../config.toml",
    ]
    .map(|name| home.at(name));
    fs::create_dir(home.path("ud")).unwrap();
    paths.into_iter().chain(linked(home)).collect()
}

/// Links that lead there.
#[cfg(unix)]
fn linked(home: &Home) -> Vec<String> {
    use std::os::unix::fs::symlink;
    symlink(home.profile(), home.path("ud/link.json")).unwrap();
    symlink(home.path("data/undo"), home.path("ud/mappe")).unwrap();
    symlink(home.config(), home.path("ud/link.toml")).unwrap();
    fs::hard_link(home.profile(), home.path("ud/samme.json")).unwrap();
    fs::hard_link(home.config(), home.path("ud/samme.toml")).unwrap();
    let ways = [
        "link.json",
        "mappe/ny.md",
        "mappe/min-profil.json",
        "link.toml",
        "samme.json",
        "samme.toml",
    ];
    ways.map(|name| home.at(&format!("ud/{name}"))).to_vec()
}

/// Links are not made where they need a privilege.
#[cfg(not(unix))]
fn linked(_: &Home) -> Vec<String> {
    Vec::new()
}

#[test]
fn a_command_writes_nothing_onto_or_among_the_program_s_own_files() {
    let home = home();
    let paths = own(&home);
    home.write_profile("gruppe/anna.json", "Anna", &[("evidens", 3)]);
    let team = home.at("gruppe");
    let before = files(home.dir());
    println!("{} paths", paths.len());
    for path in &paths {
        for force in [&[][..], &["--force"]] {
            for command in [
                &["export", "md"][..],
                &["export", "json"],
                &["team", &team, "--format", "csv"],
            ] {
                let args = [command, &["-o", path], force].concat();
                home.fails(&args, 73, &["pejls egne filer"]);
            }
        }
    }
    assert_eq!(files(home.dir()), before);
    // beside them it may write, also where a name begins like theirs
    for name in ["data-ud.md", "config.toml.md", "ud/min.md"] {
        home.says(&["export", "md", "-o", &home.at(name)]);
    }
}

#[test]
fn the_config_is_not_made_among_the_profiles() {
    let home = home();
    let before = files(home.dir());
    for name in [
        "data/profiles/ny.toml",
        "data/undo/ny.toml",
        "data/backups/x/ny.toml",
    ] {
        let made = home.pejl(&["--config", &home.at(name), "config", "init"]);
        // no folder is made there either
        match name.contains("/x/") {
            true => assert_eq!(made.code, Some(73), "{}", made.err),
            false => made.failed(73, &["pejls egne filer"]),
        }
    }
    assert_eq!(files(home.dir()), before);
    assert!(!home.path("data/backups/x").exists());
    // some systems have one folder for data and config
    home.says(&["--config", &home.at("data/config.toml"), "config", "init"]);
}

#[test]
fn the_dialogue_writes_nothing_onto_or_among_the_program_s_own_files() {
    let home = home();
    let paths = own(&home);
    let before = files(home.dir());
    let mut lines = Vec::new();
    for path in &paths {
        lines.extend(["e", "skriv i en anden fil", path, "hjem"]);
    }
    lines.push("q");
    let said = home.with_input(&["--plain"], (lines.join("\n") + "\n").as_bytes());
    assert_eq!(said.code, Some(0), "{}", said.err);
    let refused = said.text().matches("pejls egne filer").count();
    assert_eq!(refused, paths.len(), "{}", said.text());
    said.never_says("Skrevet i");
    assert_eq!(files(home.dir()), before);
}

#[test]
fn the_interface_writes_nothing_onto_or_among_the_program_s_own_files() {
    let home = home();
    let paths = own(&home);
    let mut driver = Driver::on_disk(home.dir(), 120, 36);
    let before = files(home.dir());
    for path in &paths {
        driver
            .press("e Enter Ctrl+U Ctrl+K")
            .type_text(path)
            .press("Enter")
            .shows(&["pejls egne filer"])
            // and not at a second time either
            .press("Enter")
            .shows(&["pejls egne filer"])
            .press("Esc Esc");
    }
    assert_eq!(files(home.dir()), before);
}

#[test]
fn what_was_put_elsewhere_is_the_program_s_own_too_and_so_is_a_folder_that_is_not_there_yet() {
    let home = Home::new();
    home.says(&["set", "evidens", "1"]);
    home.write("min-profil.unsaved.json", "arbejde");
    let before = files(home.dir());
    for name in [
        "min-profil.unsaved.json",
        "anna.unsaved-2.json",
        "../min-profil.unsaved.json",
        "themes",
    ] {
        let file = match name.strip_prefix("..") {
            Some(rest) => format!("{}/data/..{rest}", home.dir().display()),
            None => home.at(name),
        };
        for force in [&[][..], &["--force"]] {
            let args = [&["export", "md", "-o", &file], force].concat();
            home.fails(&args, 73, &["pejls egne filer"]);
        }
    }
    assert_eq!(files(home.dir()), before);
    // elsewhere the name is as good as any
    fs::remove_file(home.path("min-profil.unsaved.json")).unwrap();
    fs::create_dir(home.path("ud")).unwrap();
    home.pejl(&["export", "md", "-o", &home.at("ud/min-profil.unsaved.json")])
        .wrote(&home.at("ud/min-profil.unsaved.json"));
}
