//! Danish and English say the same: the same keys, the same things to fill in, the same commands and options named. Read
//! from the sources, because a sentence is a function and what it does with an argument is not seen from outside. What
//! faults say is held together by the tests beside their words.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text").join(file)).unwrap()
}

/// The files with both languages in them.
fn shared_files() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text");
    let mut files: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| {
            name.ends_with(".rs") && !["mod.rs", "da.rs", "en.rs", "fault.rs"].contains(&name.as_str())
        })
        .collect();
    files.sort();
    files
}

/// The constant that begins with this line, up to its closing brace.
fn constant<'s>(source: &'s str, begins: &str) -> &'s str {
    let start = source.find(begins).unwrap_or_else(|| panic!("{begins}"));
    let end = source[start..].find("\n};").expect("a constant ends");
    &source[start..start + end]
}

/// What stands under each key of a constant, by the keys on the way to it.
fn entries(constant: &str) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut way: Vec<&str> = Vec::new();
    for line in constant.lines().skip(1) {
        let depth = (line.len() - line.trim_start().len()) / 4;
        let key = line.trim_start().split_once(": ").map(|(key, _)| key);
        let is_key = |key: &&str| !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        // deeper than the last key and not opened by it is a part of its value
        if let Some(key) = key.filter(is_key)
            && (1..=way.len() + 1).contains(&depth)
            && (depth <= way.len() || opened(&found, &way))
        {
            way.truncate(depth - 1);
            way.push(key);
            found.insert(way.join("."), line.trim_start()[key.len() + 2..].to_owned());
        } else if let Some(value) = found.get_mut(&way.join(".")) {
            value.push('\n');
            value.push_str(line);
        }
    }
    found
}

/// True where the last key opened a structure of its own.
fn opened(found: &BTreeMap<String, String>, way: &[&str]) -> bool {
    way.is_empty()
        || found
            .get(&way.join("."))
            .is_some_and(|value| value.trim_end().ends_with('{') && !value.contains('|'))
}

/// Which of its arguments a sentence uses; nothing where it has none.
fn used(value: &str) -> Vec<bool> {
    let Some(rest) = value.trim_start().strip_prefix('|') else {
        return Vec::new();
    };
    let (parameters, body) = rest.split_once('|').expect("a list of arguments ends");
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let words: BTreeSet<&str> = body.split(|c| !word(c)).collect();
    let names = parameters.split(',').map(|parameter| {
        parameter
            .split(':')
            .next()
            .unwrap_or_default()
            .trim()
            .trim_matches(['(', ')'])
    });
    names.map(|name| words.contains(name)).collect()
}

/// The commands in quotes and the options that a text names.
fn named(value: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for open in ["»pejl", "“pejl"] {
        for (at, _) in value.match_indices(open) {
            let command = &value[at + open.len()..];
            let command = command.split(['«', '”']).next().unwrap_or_default();
            found.insert(format!("pejl{command}"));
        }
    }
    for (at, _) in value.match_indices("--") {
        let option = value[at..]
            .split(|c: char| !(c.is_ascii_lowercase() || c == '-'))
            .next();
        found.extend(option.filter(|option| option.len() > 2).map(str::to_owned));
    }
    found
}

/// Every key with its Danish and its English.
fn pairs() -> Vec<(String, String, String)> {
    let mut constants = vec![(
        "TEXT".to_owned(),
        read("da.rs"),
        "pub const TEXT",
        read("en.rs"),
        "pub const TEXT",
    )];
    for file in shared_files() {
        let source = read(&file);
        constants.push((file, source.clone(), "pub const DA", source, "pub const EN"));
    }
    let mut pairs = Vec::new();
    for (file, danish, da, english, en) in constants {
        let (danish, mut english) = (entries(constant(&danish, da)), entries(constant(&english, en)));
        for (key, value) in danish {
            let other = english
                .remove(&key)
                .unwrap_or_else(|| panic!("{file}: {key} has no English"));
            pairs.push((format!("{file}: {key}"), value, other));
        }
        assert!(english.is_empty(), "{file}: {english:?} has no Danish");
    }
    pairs
}

#[test]
fn both_languages_have_the_same_keys_and_fill_in_the_same() {
    let pairs = pairs();
    assert!(pairs.len() > 400, "{} keys were found", pairs.len());
    let mut sentences = 0;
    for (key, danish, english) in &pairs {
        let (da, en) = (used(danish), used(english));
        assert_eq!(da, en, "{key}: {danish} / {english}");
        sentences += usize::from(!da.is_empty());
    }
    assert!(sentences > 60, "{sentences} sentences were found");
}

#[test]
fn both_languages_name_the_same_commands_and_options() {
    for (key, danish, english) in pairs() {
        assert_eq!(named(&danish), named(&english), "{key}: {danish} / {english}");
    }
}

#[test]
fn nothing_is_said_in_the_other_language() {
    // words of the one that are no word of the other
    let danish = [" og ", " ikke ", " eller ", " der ", " på ", " til ", " af "];
    let english = [" the ", " and ", " is ", " not ", " of ", " with "];
    for (key, da, en) in pairs() {
        let spoken = |text: &str| format!(" {} ", text.replace(['"', ',', '.', '\n'], " "));
        let (da, en) = (spoken(&da), spoken(&en));
        for word in english {
            assert!(!da.contains(word), "{key} in Danish has »{}«", word.trim());
        }
        for word in danish {
            assert!(!en.contains(word), "{key} in English has »{}«", word.trim());
        }
    }
}

#[test]
fn a_sentence_that_forgets_an_argument_is_found() {
    assert_eq!(
        used("|path, date: Date| format!(\"{path}: {}\", date.year())"),
        [true, true]
    );
    assert_eq!(used("|path, why| format!(\"{path}\")"), [true, false]);
    assert_eq!(used("\"plain\""), [false; 0]);
    assert_eq!(named("»pejl config init« laver den, --lang vælger").len(), 2);
    let nested = "pub const X: T = T {\n    one: \"1\",\n    two: Two {\n        a: |x| {\n            y: \"\"\n        },\n    },\n    three: \"3\",";
    let found = entries(nested);
    let keys: Vec<&str> = found.keys().map(String::as_str).collect();
    assert_eq!(keys, ["one", "three", "two", "two.a"]);
}
