//! What the documents say of the keys is what the table of bindings says; the README's commands are the ones that do all
//! set-up, it is short, and whatever the documents lead to is there.

use pejl::{
    app::keymap::{Keymap, Row},
    text::Lang,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

const BEGIN: &str = "<!-- keys: begin";
const END: &str = "<!-- keys: end -->";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The table of keys, in this language.
fn keys(lang: Lang) -> String {
    let text = lang.text();
    let mut table = match lang {
        Lang::En => String::from("| keys | does | where |\n| --- | --- | --- |\n"),
        Lang::Da => String::from("| taster | hvad de gør | hvor |\n| --- | --- | --- |\n"),
    };
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
fn the_documents_list_every_key_as_it_is_bound_in_both_languages() {
    for (name, lang) in [("docs/keys.md", Lang::En), ("docs/taster.md", Lang::Da)] {
        let file = root().join(name);
        let document = fs::read_to_string(&file).unwrap();
        let begin = document.find(BEGIN).expect("a place for the keys");
        let start = begin + document[begin..].find('\n').unwrap() + 1;
        let end = document.find(END).expect("an end of the keys");
        if std::env::var_os("PEJL_UPDATE_KEYS").is_some() {
            let fresh = format!("{}{}{}", &document[..start], keys(lang), &document[end..]);
            fs::write(&file, fresh).unwrap();
            continue;
        }
        let fresh = document[start..end] == keys(lang);
        assert!(
            fresh,
            "the keys in {name} are stale: PEJL_UPDATE_KEYS=1 cargo test --test it readme writes them"
        );
    }
}

#[test]
fn the_readme_s_two_commands_are_the_ones_that_work() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    for command in ["cargo run --release --locked", "cargo test --locked"] {
        assert!(readme.contains(command), "{command}");
    }
    assert!(readme.lines().count() <= 120, "{} lines", readme.lines().count());
}

#[test]
fn every_file_that_a_document_leads_to_is_there() {
    let mut documents: Vec<PathBuf> = [
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CODE_OF_CONDUCT.md",
    ]
    .map(|name| root().join(name))
    .into();
    for entry in fs::read_dir(root().join("docs")).unwrap() {
        let path = entry.unwrap().path();
        documents.extend(path.extension().is_some_and(|end| end == "md").then_some(path));
    }
    let mut followed = 0;
    for document in &documents {
        let text = fs::read_to_string(document).unwrap();
        for rest in text.split("](").skip(1) {
            let link = rest.split([')', '#']).next().unwrap();
            if link.is_empty() || link.contains("://") {
                continue;
            }
            let there = document.parent().unwrap().join(link).exists();
            assert!(there, "{} leads to {link}", document.display());
            followed += 1;
        }
    }
    assert!(followed > 20, "{followed}");
}
