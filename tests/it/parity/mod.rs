//! One core, three faces: every deed that the interface, the dialogue of `--plain` and the commands offer is done through
//! each of them on a home of its own, and leaves the same files behind, byte for byte. Dates of the machine's clock are
//! made alike, and so are a new profile's owner, which is random, and the number by which a file of undo knows the profile it
//! belongs to, as it follows from the rest. Owns how a deed is done and compared, the three faces' disagreements of old and the
//! everyday deeds; what is done to whole profiles, what is written and merges have a file each.

mod merge;
mod profiles;
mod written;

use crate::common::{Driver, home::Home};
use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::Path,
    process::{Output, Stdio},
};

/// A deed and how it is done through each face; a face that does not offer it has nothing.
#[derive(Clone, Copy)]
struct Deed {
    what: &'static str,
    /// What is done in the home before: each face starts from the same files.
    from: fn(&Home),
    /// Keys by their names; what begins with `"` is typed as a text, and what begins with `~` is waited for on the screen.
    interface: &'static [&'static str],
    /// Lines.
    plain: &'static [&'static str],
    /// Commands.
    commands: &'static [&'static [&'static str]],
}

const NOTHING: Deed = Deed {
    what: "",
    from: |_| (),
    interface: &[],
    plain: &[],
    commands: &[],
};

/// A home with a profile, so that no welcome comes first, and what `deed` starts from.
fn home(deed: &Deed) -> Home {
    let home = Home::new();
    home.write_profile(
        "data/profiles/min-profil.json",
        "Min profil",
        &[("evidens", 3), ("relationer", -2)],
    );
    // a file that pejl itself wrote: what a first save would only write otherwise is no difference
    home.pejl(&["turn", "samskabelse", "1"]).done();
    (deed.from)(&home);
    home
}

/// The same folders once more.
fn copied(from: &Home) -> Home {
    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            let target = to.join(entry.file_name());
            match entry.file_type().unwrap().is_dir() {
                true => copy(&entry.path(), &target),
                false => drop(fs::copy(entry.path(), target).unwrap()),
            }
        }
    }
    let to = Home::new();
    copy(&from.path("."), &to.path("."));
    to
}

fn by_interface(home: &Home, keys: &[&str]) {
    let mut driver = Driver::on_disk(&home.path("."), 120, 40);
    for keys in keys {
        match keys.split_at_checked(1) {
            Some(("\"", text)) => driver.type_text(&text.replace("HOME", &home.at("."))),
            Some(("~", text)) => driver.hear_until(text),
            _ => driver.press(keys),
        };
    }
    driver.leave();
}

fn by_plain(home: &Home, lines: &[&str]) -> String {
    let mut child = home
        .command()
        .arg("--plain")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = lines.join("\n").replace("HOME", &home.at(".")) + "\n";
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let Output {
        status,
        stdout,
        stderr,
    } = child.wait_with_output().unwrap();
    let out = String::from_utf8(stdout).unwrap();
    assert!(status.success(), "{out}{}", String::from_utf8_lossy(&stderr));
    out
}

fn by_commands(home: &Home, commands: &[&[&str]]) {
    for args in commands {
        let answer = home.pejl(args);
        assert_eq!(answer.code, Some(0), "{args:?}: {}", answer.err);
    }
}

/// Every file that a deed may touch, its dates made alike. Which profile a face is in afterwards is its own matter: a
/// command makes a profile without going over to it.
fn files(home: &Home) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for folder in ["data/profiles", "data/deleted", "data/undo", "group"] {
        let Ok(entries) = fs::read_dir(home.path(folder)) else {
            continue;
        };
        for entry in entries {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            if name.ends_with(".json") {
                let text = fs::read_to_string(entry.path()).unwrap();
                let text = alike(&text, "\"at\":", '"');
                let text = alike(&text, "\"begun\":", '"');
                let text = alike(&text, "\"owner\":", '"');
                let folder = folder.trim_start_matches("data/");
                files.insert(format!("{folder}/{name}"), alike(&text, "\"profile\":", '"'));
            }
        }
    }
    files
}

/// The text with what stands in quotes after `key` left out.
fn alike(text: &str, key: &str, quote: char) -> String {
    let mut parts = text.split(key);
    let mut alike = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        alike.push_str(key);
        let value = part.trim_start().strip_prefix(quote);
        match value.and_then(|value| value.split_once(quote)) {
            Some((_, rest)) => alike.push_str(rest),
            None => alike.push_str(part),
        }
    }
    alike
}

/// Does each deed of the table.
#[track_caller]
fn all_the_same(deeds: &[Deed]) {
    for deed in deeds {
        same_files(*deed);
    }
}

/// Does the deed through each face that offers it and compares what is left behind.
#[track_caller]
fn same_files(deed: Deed) -> BTreeMap<String, String> {
    let start = home(&deed);
    let before = files(&start);
    let mut left: Vec<(&str, BTreeMap<String, String>)> = Vec::new();
    if !deed.interface.is_empty() {
        let home = copied(&start);
        by_interface(&home, deed.interface);
        left.push(("the interface", files(&home)));
    }
    if !deed.plain.is_empty() {
        let home = copied(&start);
        by_plain(&home, deed.plain);
        left.push(("the dialogue", files(&home)));
    }
    if !deed.commands.is_empty() {
        let home = copied(&start);
        by_commands(&home, deed.commands);
        left.push(("the commands", files(&home)));
    }
    assert!(
        left.len() > 1,
        "{}: one face alone has nothing to agree with",
        deed.what
    );
    let (first, expected) = &left[0];
    assert_ne!(*expected, before, "{}: {first} changes nothing", deed.what);
    for (face, files) in &left[1..] {
        let names: (Vec<_>, Vec<_>) = (expected.keys().collect(), files.keys().collect());
        assert_eq!(
            names.0, names.1,
            "{}: {first} and {face} leave other files",
            deed.what
        );
        for (name, text) in files {
            assert_eq!(
                expected[name], *text,
                "{}: {first} (left) and {face} (right) leave {name} otherwise",
                deed.what
            );
        }
    }
    left.swap_remove(0).1
}

#[test]
fn a_new_profile_has_the_framework_s_last_level_whatever_the_open_one_has() {
    let files = same_files(Deed {
        what: "a new profile",
        from: |home| drop(by_plain(home, &["p", "1", "1"])),
        interface: &["p Home Down Down Down Down Down Enter", "\"Anna", "Enter"],
        plain: &["p", "andre", "2", "Anna"],
        commands: &[&["profile", "new", "Anna"]],
    });
    assert!(
        files["profiles/min-profil.json"].contains("\"level\": 1"),
        "{files:?}"
    );
    assert!(files["profiles/anna.json"].contains("\"level\": 2"), "{files:?}");
}

/// A profile of another organisation's framework, in a file beside the data.
fn foreign(home: &Home) {
    let eva = r#"{"format":"pejl.profile","version":"1.0","name":"Eva","framework":"saltmarsh-libraries","level":3,
        "dials":{"quiet":{"value":4,"note":"One room"}}}"#;
    home.write("eva.json", eva);
}

#[test]
fn a_profile_of_another_framework_comes_in_as_its_own_and_it_is_said_whose_it_is() {
    let deed = Deed {
        what: "a profile of another framework",
        from: foreign,
        interface: &[
            "p Home Down Down Down Down Down Down Down Enter",
            "\"HOME/eva.json",
            "Enter",
        ],
        plain: &["p", "andre", "hent", "HOME/eva.json"],
        commands: &[&["import", "eva.json"]],
    };
    let files = same_files(deed);
    let eva = &files["profiles/eva.json"];
    assert!(
        eva.contains("\"framework\": \"saltmarsh-libraries\"") && eva.contains("\"level\": 3"),
        "{eva}"
    );
    let whose = "saltmarsh-libraries";
    let home = home(&deed);
    assert!(copied(&home).pejl(&["import", "eva.json"]).err.contains(whose));
    let said = by_plain(&copied(&home), deed.plain);
    assert!(said.contains(whose), "{said}");
    let mut driver = Driver::on_disk(&home.path("."), 160, 40);
    driver
        .press(deed.interface[0])
        .type_text(&home.at("eva.json"))
        .press("Enter");
    driver.shows(&[whose]);
}

/// A decision that is written down.
fn decided(home: &Home) {
    by_plain(home, &["d", "skriv", "Vi venter", ".", "1"]);
}

#[test]
fn a_decision_that_is_emptied_is_deleted_as_a_step_of_undo() {
    let mut deed = Deed {
        what: "an emptied decision",
        from: decided,
        interface: &["d Enter Home Enter Ctrl+U Esc"],
        plain: &["d", "1", "ret eller", "slet"],
        commands: &[&["decision", "delete", "d1"]],
    };
    let files = same_files(deed);
    assert!(
        !files["profiles/min-profil.json"].contains("decisions"),
        "{files:?}"
    );
    deed.what = "an emptied decision that is taken back";
    deed.interface = &["d Enter Home Enter Ctrl+U Esc", "u"];
    deed.plain = &["d", "1", "ret eller", "slet", "u"];
    deed.commands = &[&["decision", "delete", "d1"], &["undo"]];
    let files = same_files(deed);
    assert!(
        files["profiles/min-profil.json"].contains("Vi venter"),
        "{files:?}"
    );
}

/// What can be done through several faces, from a mark's dial to a profile that comes back.
#[test]
fn every_deed_leaves_the_same_files_through_every_face_that_offers_it() {
    let mark = |interface, plain, commands| Deed {
        interface,
        plain,
        commands,
        ..NOTHING
    };
    all_the_same(&[
        Deed {
            what: "turning up",
            ..mark(
                &["2 Enter + +"],
                &["2.1", "op", "op"],
                &[&["turn", "2.1", "1"], &["turn", "2.1", "1"]],
            )
        },
        Deed {
            what: "to the end",
            ..mark(&[], &["2.1", "+5"], &[&["set", "2.1", "5"]])
        },
        Deed {
            what: "back to neutral",
            ..mark(&["2 Enter 0"], &["2.1", "0"], &[&["reset", "2.1"]])
        },
        Deed {
            what: "a field as one step",
            ..mark(&["2 -"], &["2", "ned"], &[])
        },
        Deed {
            what: "a note",
            ..mark(
                &["2 Enter n", "\"Fordi", "Enter", "\"det haster", "Esc"],
                &["2.1", "n", "Fordi", "det haster", ".", "1"],
                &[&["note", "2.1", "Fordi\ndet haster"]],
            )
        },
        Deed {
            what: "a note that ends in empty lines",
            ..mark(
                &["2 Enter n", "\"Fordi", "Enter Enter Esc"],
                &[],
                &[&["note", "2.1", "Fordi\n\n"]],
            )
        },
        Deed {
            what: "a note taken away",
            from: |home| drop(home.pejl(&["note", "2.1", "Fordi"]).done()),
            ..mark(
                &["2 Enter n Ctrl+U Esc"],
                &["2.1", "n", "slet"],
                &[&["note", "2.1", ""]],
            )
        },
        Deed {
            what: "a link",
            ..mark(
                &["2 Enter Enter g Down Enter"],
                &["2.1", "v", "beriger", "2"],
                &[],
            )
        },
        Deed {
            what: "a document",
            ..mark(&["2 Enter Enter m Enter"], &["2.1", "v", "dokumenter", "1"], &[])
        },
        Deed {
            what: "a bearing",
            ..mark(
                &["s", "\"Efterår", "Enter"],
                &["s Efterår"],
                &[&["bearing", "save", "Efterår"]],
            )
        },
        Deed {
            what: "a bearing without a label",
            ..mark(&["s Enter"], &["s", ""], &[&["bearing", "save"]])
        },
        Deed {
            what: "a bearing deleted",
            from: |home| drop(home.pejl(&["bearing", "save", "En"]).done()),
            ..mark(&["b x"], &["b", "1", "slet"], &[&["bearing", "delete", "b1"]])
        },
        Deed {
            what: "a bearing restored",
            from: |home| {
                home.pejl(&["bearing", "save", "En"]).done();
                home.pejl(&["set", "2.1", "-4"]).done();
            },
            ..mark(&["b r"], &["b", "1", "gendan"], &[&["bearing", "restore", "b1"]])
        },
        Deed {
            what: "a bearing with another label",
            from: |home| drop(home.pejl(&["bearing", "save", "En"]).done()),
            ..mark(&["b m Ctrl+U", "\"To", "Enter"], &["b", "1", "giv", "To"], &[])
        },
        Deed {
            what: "a bearing's note",
            from: |home| drop(home.pejl(&["bearing", "save", "En"]).done()),
            ..mark(
                &["b n", "\"Roligt", "Esc"],
                &["b", "1", "n", "Roligt", ".", "1"],
                &[],
            )
        },
        Deed {
            what: "a decision",
            ..mark(
                &["d n", "\"Vi venter", "Esc"],
                &["d", "skriv", "Vi venter", ".", "1"],
                &[&["decision", "add", "Vi venter"]],
            )
        },
        Deed {
            what: "an answer to a decision",
            from: decided,
            ..mark(
                &["d Enter Home Down Enter", "\"Ja", "Esc"],
                &["d", "1", "1", "Ja", ".", "1"],
                &[],
            )
        },
        Deed {
            what: "the profile's note",
            ..mark(
                &["n", "\"Omlægning", "Esc"],
                &["p", "5", "Omlægning", ".", "1"],
                &[],
            )
        },
        Deed {
            what: "the own level",
            ..mark(&[", Down Right"], &["p", "1", "1"], &[])
        },
        Deed {
            what: "the unit, the challenge and the review date",
            ..mark(
                &[
                    "p Home Down Enter",
                    "\"Sundhed",
                    "Enter Home Down Down Enter",
                    "\"Budget",
                    "Enter Home Down Down Down Down Enter",
                    "\"1.2.2199",
                    "Enter",
                ],
                &["p", "2", "Sundhed", "p", "3", "Budget", "p", "4", "1.2.2199"],
                &[],
            )
        },
        Deed {
            what: "a step taken back",
            ..mark(&["u"], &["u"], &[&["undo"]])
        },
        Deed {
            what: "a step made again",
            ..mark(
                &["2 Enter + u Ctrl+R"],
                &["2.1", "op", "u", "r"],
                &[&["turn", "2.1", "1"], &["undo"], &["redo"]],
            )
        },
        Deed {
            what: "another name",
            ..mark(
                &["p Home Enter Ctrl+U", "\"Anna Holm", "Enter"],
                &["p", "andre", "giv", "Anna Holm"],
                &[&["profile", "rename", "Min profil", "Anna Holm"]],
            )
        },
        Deed {
            what: "a copy",
            ..mark(
                &["p Home Down Down Down Down Down Down Enter", "\"Anna", "Enter"],
                &["p", "andre", "ny profil som", "Anna"],
                &[&["profile", "new", "Anna", "--from", "Min profil"]],
            )
        },
        Deed {
            what: "a profile from a file",
            from: |home| home.write_profile("ind.json", "Bo", &[("evidens", -3)]),
            ..mark(
                &[
                    "p Home Down Down Down Down Down Down Down Enter",
                    "\"HOME/ind.json",
                    "Enter",
                ],
                &["p", "andre", "hent", "HOME/ind.json"],
                &[&["import", "ind.json"]],
            )
        },
        Deed {
            what: "a deleted profile",
            from: |home| drop(home.pejl(&["profile", "new", "Anna"]).done()),
            ..mark(
                &["p Home x", "\"Min profil", "Enter"],
                &["p", "andre", "slet profilen", "Min profil"],
                &[&["profile", "delete", "Min profil"]],
            )
        },
    ]);
}
