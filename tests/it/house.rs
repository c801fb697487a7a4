//! The house stays as it is drawn: who may use whom is read from the `use` lines.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Each room and the rooms it may use; itself always.
const ARROWS: &[(&str, &[&str])] = &[
    ("core", &[]),
    ("widget", &[]),
    ("text", &["core"]),
    ("format", &["core"]),
    ("store", &["core", "format"]),
    ("export", &["core", "text"]),
    ("ui", &["core", "text", "widget"]),
    ("screens", &["core", "text", "ui", "widget"]),
    ("app", &["core", "text", "ui", "screens", "widget"]),
    ("config", &["app", "screens", "ui", "store", "core", "text"]),
    (
        "terminal",
        &[
            "app", "screens", "ui", "config", "store", "export", "core", "format", "text", "widget",
        ],
    ),
    (
        "plain",
        &[
            "app", "screens", "config", "store", "export", "core", "format", "text",
        ],
    ),
    (
        "cli",
        &[
            "terminal", "plain", "config", "app", "screens", "ui", "store", "export", "core", "format",
            "text", "widget",
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

/// The files that a source names in `use` lines and paths, by where they lie in `src`. A file and those in its own folder
/// are one: they see each other's private parts anyway.
fn used_files(file: &str, source: &str, files: &BTreeSet<String>) -> BTreeSet<String> {
    let code: String = source
        .split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n")
        .collect();
    let mut paths = Vec::new();
    for start in ["crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
            let inside = code[..at].chars().next_back().is_some_and(is_path);
            if !inside {
                expand("", &code[at..], &mut paths);
            }
        }
    }
    let own: Vec<&str> = file.split('/').collect();
    let mut used = BTreeSet::new();
    for path in paths {
        let mut at = own.clone();
        let mut names = path.split("::").peekable();
        match names.next() {
            Some("crate") => at.clear(),
            _ => _ = at.pop(),
        }
        while names.next_if_eq(&"super").is_some() {
            at.pop();
        }
        let whole: Vec<&str> = at.into_iter().chain(names).collect();
        let found = (1..=whole.len()).rev().map(|end| whole[..end].join("/"));
        let found = found.into_iter().find(|name| files.contains(name));
        used.extend(found.filter(|name| {
            let inside = |outer: &str, inner: &str| {
                inner
                    .strip_prefix(outer)
                    .is_some_and(|rest| rest.starts_with('/'))
            };
            name != file && !inside(name, file) && !inside(file, name)
        }));
    }
    used
}

/// The paths of a tree of `use`, of which the rest of the source may follow.
fn expand(before: &str, tree: &str, paths: &mut Vec<String>) {
    let end = tree.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    let (name, rest) = tree.split_at(end.unwrap_or(tree.len()));
    let path = format!("{before}{name}");
    let Some(inner) = rest.strip_prefix('{').filter(|_| name.ends_with("::")) else {
        return paths.push(path);
    };
    let mut depth = 0;
    let mut start = 0;
    for (at, c) in inner.char_indices() {
        if depth == 0 && (c == ',' || c == '}') {
            let part = inner[start..at].trim();
            if !part.is_empty() {
                expand(&path, part, paths);
            }
            start = at + 1;
        }
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return,
            '}' => depth -= 1,
            _ => {}
        }
    }
}

/// The groups of files that can be reached from each other all round.
fn circles(uses: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<Vec<String>> {
    let reached = |from: &String| {
        let mut reached = BTreeSet::new();
        let mut next: Vec<&String> = uses[from].iter().collect();
        while let Some(file) = next.pop() {
            if reached.insert(file.clone()) {
                next.extend(&uses[file]);
            }
        }
        reached
    };
    let reach: BTreeMap<&String, BTreeSet<String>> = uses.keys().map(|file| (file, reached(file))).collect();
    let circle = |file: &String| {
        let round = reach[file].iter().filter(|other| reach[other].contains(file));
        round.cloned().collect::<Vec<_>>()
    };
    uses.keys()
        .map(circle)
        .filter(|circle| circle.len() > 1)
        .collect()
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for src in ["src", "crates/ratatui-dial/src"] {
        assert_eq!(circles(&uses(&root.join(src))), BTreeSet::new(), "{src}");
    }
}

/// Each file below `src` and those it uses.
fn uses(src: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = Vec::new();
    sources(src, &mut found);
    let name = |path: &Path| {
        let name = path.strip_prefix(src).unwrap().with_extension("");
        let name = name.to_string_lossy().replace('\\', "/");
        name.strip_suffix("/mod").map(str::to_owned).unwrap_or(name)
    };
    let files: BTreeSet<String> = found.iter().map(|path| name(path)).collect();
    let uses = found.iter().map(|path| {
        let file = name(path);
        let used = used_files(&file, &fs::read_to_string(path).unwrap(), &files);
        (file, used)
    });
    uses.collect()
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    let files: BTreeSet<String> = ["a", "a/b", "a/c", "d"].map(str::to_owned).into();
    let used = |file: &str, source: &str| used_files(file, source, &files);
    let of = |names: &[&str]| {
        names
            .iter()
            .map(|name| (*name).to_owned())
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(used("a/b", "use super::c::Name;"), of(&["a/c"]));
    assert_eq!(
        used("a/b", "use crate::{d, a::{self, c::{X, Y}}};"),
        of(&["a/c", "d"])
    );
    assert_eq!(used("d", "fn f() { crate::a::c::g() }"), of(&["a/c"]));
    assert_eq!(
        used("a/b", "// use super::c;\nuse super::Other;"),
        of(&[]),
        "a comment, and its own folder"
    );
    let uses = [
        ("a", vec!["b"]),
        ("b", vec!["c"]),
        ("c", vec!["a", "d"]),
        ("d", vec![]),
    ];
    let uses = uses.map(|(file, used)| (file.to_owned(), of(&used)));
    assert_eq!(
        circles(&uses.into()),
        [["a", "b", "c"].map(str::to_owned).to_vec()].into()
    );
}

#[test]
fn the_model_and_the_app_read_no_clock_and_open_no_file() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for room in ["core", "format", "app", "screens", "widget", "text"] {
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

#[test]
fn only_core_and_the_files_make_an_edit() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    for file in files {
        let room = file.strip_prefix(&src).unwrap().iter().next().unwrap();
        let is_below = ["core", "format", "store"].iter().any(|below| room == *below);
        if is_below || file.ends_with("tests.rs") {
            continue;
        }
        let source = fs::read_to_string(&file).unwrap();
        let code = source
            .split("#[cfg(test)]\nmod tests {")
            .next()
            .unwrap_or_default();
        assert!(
            !code.contains("Edit::"),
            "{}: a face asks the session for a deed and makes no edit",
            file.display()
        );
    }
}

/// Where each face carries out what is to be done with the profiles' files.
const PERFORMERS: [&str; 3] = ["cli/perform.rs", "plain/profiles.rs", "terminal/effect_runner.rs"];

#[test]
fn each_face_changes_the_profiles_files_in_one_place() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut performers = 0;
    for face in ["cli", "plain", "terminal"] {
        let mut files = Vec::new();
        sources(&src.join(face), &mut files);
        for file in files {
            let source = fs::read_to_string(&file).unwrap();
            let deeds = ["create", "import", "import_bytes", "rename", "delete", "restore"];
            let called = deeds
                .iter()
                .find(|deed| source.contains(&format!("store.{deed}(")));
            match PERFORMERS.iter().any(|performer| file.ends_with(performer)) {
                true => performers += usize::from(called.is_some()),
                false => assert_eq!(called, None, "{}", file.display()),
            }
        }
    }
    assert_eq!(performers, PERFORMERS.len());
}
