//! What is done to whole profiles, and undo of it, through every face that offers it.

use super::*;

/// A profile that another pejl wrote, called as the one that is there.
fn namesake(home: &Home) {
    home.write_profile("ind.json", "Min profil", &[("evidens", -3)]);
}

/// Two profiles: the open one and Anna's.
fn with_anna(home: &Home) {
    home.pejl(&["profile", "new", "Anna"]).done();
}

#[test]
fn what_is_done_to_whole_profiles_leaves_the_same_files() {
    let deed = |what, from, interface, plain, commands| Deed {
        what,
        from,
        interface,
        plain,
        commands,
    };
    let nothing = (|_| ()) as fn(&Home);
    all_the_same(&[
        deed(
            "a profile that comes in under another name",
            namesake,
            &[
                "p Home Down Down Down Down Down Down Down Enter",
                "\"HOME/ind.json",
                "Enter Ctrl+U",
                "\"Bo",
                "Enter",
            ],
            &["p", "andre", "hent", "HOME/ind.json", "Bo"],
            &[&["import", "ind.json", "--as", "Bo"]],
        ),
        deed(
            "a name with blanks around it",
            namesake,
            &[
                "p Home Down Down Down Down Down Down Down Enter",
                "\"HOME/ind.json",
                "Enter Ctrl+U",
                "\" Bo ",
                "Enter",
            ],
            &["p", "andre", "hent", "HOME/ind.json", " Bo "],
            &[&["import", "ind.json", "--as", " Bo "]],
        ),
        deed(
            "a deleted profile brought back",
            |home| {
                with_anna(home);
                home.pejl(&["profile", "delete", "Anna"]).done();
            },
            &["p Home Down Down Down Down Down Down Down Down Enter Enter"],
            &["p", "andre", "slettede", "1"],
            &[],
        ),
        deed(
            "a deleted profile brought back under another name",
            |home| {
                with_anna(home);
                home.pejl(&["profile", "delete", "Anna"]).done();
                with_anna(home);
            },
            &[
                "p Home Down Down Down Down Down Down Down Down Down Enter Ctrl+U",
                "\"Bo",
                "Enter",
            ],
            &["p", "andre", "slettede", "1", "Bo"],
            &[],
        ),
        deed(
            "another profile deleted",
            with_anna,
            &["p Home Down Down Down Down Down x", "\"Anna", "Enter"],
            &["p", "andre", "Anna", "p", "andre", "slet profilen", "Anna"],
            &[&["profile", "delete", "Anna"]],
        ),
        deed(
            "another name taken back",
            nothing,
            &["p Home Enter Ctrl+U", "\"Anna", "Enter", "u"],
            &["p", "andre", "giv", "Anna", "u"],
            &[],
        ),
        deed(
            "another name made again",
            nothing,
            &["p Home Enter Ctrl+U", "\"Anna", "Enter", "u Ctrl+R"],
            &["p", "andre", "giv", "Anna", "u", "r"],
            &[],
        ),
        deed(
            "the unit taken back",
            nothing,
            &["p Home Down Enter", "\"Sundhed", "Enter", "u"],
            &["p", "2", "Sundhed", "u"],
            &[],
        ),
        deed(
            "the unit made again",
            nothing,
            &["p Home Down Enter", "\"Sundhed", "Enter", "u Ctrl+R"],
            &["p", "2", "Sundhed", "u", "r"],
            &[],
        ),
        deed(
            "the level taken back",
            nothing,
            &[", Down Right u"],
            &["p", "1", "1", "u"],
            &[],
        ),
    ]);
}
