//! What is written and answered, through the faces that offer it.

use super::*;

/// Two bearings between which a dial was turned.
fn moved(home: &Home) {
    home.pejl(&["bearing", "save", "En"]).done();
    home.pejl(&["set", "2.1", "-4"]).done();
    home.pejl(&["bearing", "save", "To"]).done();
}

/// The new turned up and the operations down: the mirror asks.
fn asked(home: &Home) {
    home.pejl(&["set", "samskabelse", "3"]).done();
    home.pejl(&["set", "sikker-drift", "-3"]).done();
    home.pejl(&["bearing", "save", "En"]).done();
}

#[test]
fn what_is_written_and_answered_leaves_the_same_files() {
    let deed = |what, from, interface, plain| Deed {
        what,
        from,
        interface,
        plain,
        ..NOTHING
    };
    all_the_same(&[
        deed(
            "the monthly review until it asks what turning gave",
            asked,
            &[
                "Space Right Right Up Right Down Right",
                "Right Right Right Right Right Right Right Right Right Right Enter",
                "\"Efterår",
                "Enter",
            ],
            &[
                "måned", "", "", "op", "", "ned", "", "", "", "", "", "", "", "", "", "", "", "1", "Efterår",
            ],
        ),
        deed(
            "effect and learning",
            moved as fn(&Home),
            &[
                "b Enter Home Enter",
                "\"Flere deltager",
                "Esc",
                "\"Det tager tid",
                "Esc",
            ],
            &[
                "b",
                "1",
                "skriv, hvad",
                "1",
                "Flere deltager",
                ".",
                "1",
                "b",
                "1",
                "skriv, hvad",
                "2",
                "Det tager tid",
                ".",
                "1",
            ],
        ),
        deed(
            "effect taken back",
            moved,
            &["b Enter Home Enter", "\"Flere deltager", "Esc Esc u"],
            &["b", "1", "skriv, hvad", "1", "Flere deltager", ".", "1", "u"],
        ),
        deed(
            "another text of a decision",
            decided,
            &["d Enter Home Enter Ctrl+U", "\"Vi begynder", "Esc"],
            &["d", "1", "ret eller", "begynd", "Vi begynder", ".", "1"],
        ),
        deed(
            "a decision deleted",
            decided,
            &["d x"],
            &["d", "1", "ret eller", "slet"],
        ),
        deed(
            "an answer to the mirror",
            asked,
            &["w n", "\"Vi ser på det", "Esc"],
            &["w", "1", "svar", "Vi ser på det", ".", "1"],
        ),
        deed(
            "an answer to the mirror taken back",
            asked,
            &["w n", "\"Vi ser på det", "Esc u"],
            &["w", "1", "svar", "Vi ser på det", ".", "1", "u"],
        ),
        deed("a question put away", asked, &["w x"], &["w", "1", "læg"]),
        deed(
            "a question put away and taken back",
            asked,
            &["w x u"],
            &["w", "1", "læg", "u"],
        ),
    ]);
}

/// A leader and her group's empty folder.
fn group(home: &Home) {
    fs::create_dir(home.path("group")).unwrap();
}

/// The same with what she has shared there, beside another's.
fn shared(home: &Home) {
    group(home);
    let other = Home::new();
    let folder = home.at("group");
    other.pejl(&["share", &folder, "--name", "Bo Dal"]).done();
    home.pejl(&["share", &folder, "--name", "Anne Holm"]).done();
    home.pejl(&["set", "evidens", "-1"]).done();
}

#[test]
fn what_is_shared_and_taken_back_is_the_same_in_the_folder() {
    let deed = |what, from, interface, plain, commands| Deed {
        what,
        from,
        interface,
        plain,
        commands,
    };
    all_the_same(&[
        deed(
            "sharing for the first time, under a name",
            group as fn(&Home),
            &[
                "t",
                "\"HOME/group",
                "Enter",
                "~ingen profiler",
                "L L",
                "\"Anne Holm",
                "Enter",
                "~Du har delt",
            ],
            &["t", "1", "HOME/group", "del", "1", "Anne Holm"],
            &[&["share", "group", "--name", "Anne Holm"]],
        ),
        deed(
            "sharing again",
            shared as fn(&Home),
            &[
                "t",
                "\"HOME/group",
                "Enter",
                "~og siden skruet på 1",
                "L",
                "~Din pejling ligger i",
            ],
            &["t", "1", "HOME/group", "del"],
            &[&["share", "group"]],
        ),
        deed(
            "taking back",
            shared as fn(&Home),
            &["t", "\"HOME/group", "Enter", "~Du har delt", "x", "~taget ud"],
            &["t", "1", "HOME/group", "tag tilbage"],
            &[&["share", "group", "--take-back"]],
        ),
    ]);
}

/// A gathering of the day of the interface, with two agreements, and the group that it was of.
fn gathered(home: &Home) {
    group(home);
    home.write_profile("group/anna.json", "Anna", &[("evidens", 4)]);
    home.write(
        "data/gatherings/2026-11-24-1.json",
        r#"{"format": "pejl.gathering", "version": "1.0", "at": "2026-11-24T09:00:00+01:00", "framework": "kalundborg-lsg",
        "mark": "evidens", "leaders": [{"name": "Anna", "level": 2, "values": {"evidens": 4}}],
        "marks": {"evidens": {"shown": "2026-11-24T09:05:00+01:00", "agreed": "Mette følger op"},
            "innovation": {"agreed": "Vi venter"}}}"#,
    );
}

#[test]
fn agreements_become_decisions_alike() {
    all_the_same(&[Deed {
        what: "the agreements of a gathering become decisions",
        from: gathered,
        interface: &[
            "t",
            "\"HOME/group",
            "Enter",
            "~1 profil",
            "F5 Esc d",
            "~2 aftaler står nu",
        ],
        plain: &["t", "Samlinger", "1", "Skriver aftalerne"],
        commands: &[&["gathering", "decide"]],
    }]);
}
