//! The house stays as it is drawn: who may use whom is read from the `use` lines.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Each room and the rooms it may use; itself always.
const ARROWS: &[(&str, &[&str])] = &[
    ("core", &[]),
    ("widget", &[]),
    ("text", &["core"]),
    ("store", &["core"]),
    ("export", &["core", "text"]),
    ("app", &["core", "text", "widget"]),
    ("ui", &["app", "core", "text", "widget"]),
    ("config", &["app", "ui", "store", "core", "text"]),
    (
        "terminal",
        &["app", "ui", "config", "store", "export", "core", "text", "widget"],
    ),
    ("plain", &["app", "config", "store", "export", "core", "text"]),
    (
        "cli",
        &[
            "terminal", "plain", "config", "app", "ui", "store", "export", "core", "text", "widget",
        ],
    ),
];

fn sources(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The rooms named after `crate::` in a source, wherever in the line and also in braces.
fn used(source: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for (at, _) in source.match_indices("crate::") {
        let rest = &source[at + "crate::".len()..];
        let list = rest
            .strip_prefix('{')
            .map_or(rest, |list| list.split("};").next().unwrap_or(list));
        let mut depth = 0;
        let names = list.split(|c: char| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            !(c.is_alphanumeric() || c == '_')
        });
        let first = if rest.starts_with('{') { usize::MAX } else { 1 };
        rooms.extend(names.take(first).map(str::to_owned));
    }
    rooms
}

fn violations(room: &str, allowed: &[&str], source: &str) -> Vec<String> {
    let rooms: Vec<&str> = ARROWS.iter().map(|(room, _)| *room).collect();
    let used = used(source)
        .into_iter()
        .filter(|used| rooms.contains(&used.as_str()));
    used.filter(|used| used != room && !allowed.contains(&used.as_str()))
        .collect()
}

#[test]
fn rooms_use_only_the_rooms_below_them() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for (room, allowed) in ARROWS {
        let dir = src.join(room);
        let mut files = Vec::new();
        if dir.is_dir() {
            sources(&dir, &mut files);
        }
        for file in files {
            let source = fs::read_to_string(&file).unwrap();
            for used in violations(room, allowed, &source) {
                wrong.push(format!("{} uses {used}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_of_the_crate_has_its_arrows() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let rooms = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    for room in rooms {
        assert!(
            ARROWS.iter().any(|(named, _)| *named == room),
            "{room} has no arrows"
        );
    }
}

#[test]
fn the_model_and_the_app_read_no_clock_and_open_no_file() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for room in ["core", "app", "widget", "text"] {
        let mut files = Vec::new();
        sources(&src.join(room), &mut files);
        for file in files {
            let source = fs::read_to_string(&file).unwrap();
            for forbidden in [
                "Instant::now",
                "SystemTime",
                "Timestamp::now",
                "Zoned::now",
                "std::fs",
                "File::open",
            ] {
                assert!(!source.contains(forbidden), "{} uses {forbidden}", file.display());
            }
        }
    }
}

#[test]
fn an_arrow_that_is_not_drawn_is_found_however_it_is_written() {
    for source in [
        "use crate::store::Store;",
        "use crate::{core::dial, store::{Store, Access}};",
        "fn f() { crate::store::open() }",
    ] {
        assert_eq!(violations("app", &["core"], source), ["store"], "{source}");
    }
    assert!(violations("app", &["core"], "use crate::core::dial;").is_empty());
}
