//! What the README says of the keys is what the table of bindings says, and its commands are the two that do all set-up.

use pejl::{
    app::keymap::{Keymap, Row},
    text::Lang,
};
use std::{fs, path::Path};

const BEGIN: &str = "<!-- keys: begin";
const END: &str = "<!-- keys: end -->";

/// The table of keys, in English.
fn keys() -> String {
    let text = Lang::En.text();
    let mut table = String::from("| keys | does | where |\n| --- | --- | --- |\n");
    let with_keys = |row: &&Row| row.first_keys().next().is_some();
    for row in Keymap::default().rows().iter().filter(with_keys) {
        let code = |key: String| format!("`{}`", key.replace('|', "\\|").replace('−', "-"));
        let first: Vec<String> = row.first_keys().map(|key| code(key.to_string())).collect();
        let others: Vec<String> = row.other_keys().map(|key| code(key.to_string())).collect();
        let others = if others.is_empty() {
            String::new()
        } else {
            format!(" ({})", others.join(" "))
        };
        let places: Vec<&str> = row.scopes.iter().map(|scope| scope.name(text)).collect();
        let line = format!(
            "| {}{others} | {} | {} |\n",
            first.join(" "),
            row.name(text),
            places.join(", ")
        );
        table.push_str(&line);
    }
    table
}

#[test]
fn the_readme_lists_every_key_as_it_is_bound() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&file).unwrap();
    let begin = readme.find(BEGIN).expect("the README has a place for the keys");
    let start = begin + readme[begin..].find('\n').unwrap() + 1;
    let end = readme.find(END).expect("the README has an end of the keys");
    if std::env::var_os("PEJL_UPDATE_README").is_some() {
        fs::write(&file, format!("{}{}{}", &readme[..start], keys(), &readme[end..])).unwrap();
        return;
    }
    let fresh = readme[start..end] == keys();
    assert!(
        fresh,
        "the README's keys are stale: PEJL_UPDATE_README=1 cargo test --test it readme writes them"
    );
}

#[test]
fn the_readme_s_two_commands_are_the_ones_that_work() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    for command in ["cargo run --release --locked", "cargo test --locked"] {
        assert!(readme.contains(command), "{command}");
    }
}
