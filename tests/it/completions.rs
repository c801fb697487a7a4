//! Completion by Tab: what fits at each place, that it is quiet and quick whatever is wrong with a file, and Tab itself in
//! bash, zsh and fish in a real terminal, where they are installed.

use crate::common::{
    Driver,
    home::{Answer, Home},
    pty::Terminal,
};
use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// What fits the last of these words, as fish asks for it: values and what they are called.
fn fitting(home: &Home, words: &[&str]) -> Vec<(String, String)> {
    let said = answer(home, "fish", words).says();
    let pair = |line: &str| {
        let (value, title) = line.split_once('\t').unwrap_or((line, ""));
        (value.to_owned(), title.to_owned())
    };
    said.lines().map(pair).collect()
}

fn answer(home: &Home, shell: &str, words: &[&str]) -> Answer {
    let mut command = home.command();
    command
        .env("PEJL_COMPLETE", shell)
        .args(["--", "pejl"])
        .args(words);
    let output = command.output().unwrap();
    output.into()
}

fn values(home: &Home, words: &[&str]) -> Vec<String> {
    fitting(home, words).into_iter().map(|(value, _)| value).collect()
}

/// A leader with something of everything.
fn lived_in() -> Home {
    let home = Home::visited();
    home.says(&["bearing", "save", "Efterår"]);
    home.says(&["bearing", "save"]);
    home.says(&["decision", "add", "Vi venter"]);
    home.says(&["profile", "new", "Børn og Unge"]);
    home.write("themes/mit.toml", home.says(&["theme", "print", "dark"]));
    home
}

#[test]
fn every_place_takes_what_there_is() {
    let home = lived_in();
    assert_eq!(
        fitting(&home, &["set", "sa"]),
        [("samskabelse".to_owned(), "Rettidig samskabelse".to_owned())]
    );
    assert_eq!(values(&home, &["show", "sa"]), ["samskaber", "samskabelse"]);
    assert_eq!(values(&home, &["note", "RETTID"]), ["Rettidig samskabelse"]);
    assert_eq!(values(&home, &["turn", "oe"]), ["oekonomistyring"]);
    for command in ["show", "restore", "delete", "compare"] {
        assert_eq!(
            values(&home, &["bearing", command, ""]),
            ["b2", "b1"],
            "{command}"
        );
    }
    assert_eq!(
        values(&home, &["bearing", "compare", "b1", "efteraa"]),
        ["Efterår"]
    );
    assert_eq!(
        fitting(&home, &["decision", "show", ""]),
        [("d1".to_owned(), "Vi venter".to_owned())]
    );
    for words in [
        &["profile", "use"][..],
        &["profile", "rename"],
        &["--profile"],
        &["profile", "new", "x", "--from"],
    ] {
        assert_eq!(
            values(&home, &[words, &[""]].concat()),
            ["boern-og-unge", "min-profil"],
            "{words:?}"
        );
    }
    let others = values(&home, &["--profile", "børn-og-unge", "bearing", "show", ""]);
    assert!(!others.contains(&"b1".to_owned()), "{others:?}");
    assert_eq!(values(&home, &["show", "--level", ""]), ["1", "2"]);
    assert_eq!(values(&home, &["--theme", "m"]), ["mono", "mit"]);
    assert!(values(&home, &["export", ""]).contains(&"xlsx".to_owned()));
    assert!(values(&home, &["config", ""]).contains(&"edit".to_owned()));
    home.write("ledere/anna.json", "{}");
    assert_eq!(values(&home, &["team", "led"]), ["ledere/"]);
    assert_eq!(values(&home, &["import", "ledere/a"]), ["ledere/anna.json"]);
    // another framework has other marks
    let framework = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/example-framework.json"
    );
    let others = values(&home, &["--framework", framework, "set", "qu"]);
    assert_eq!(others, ["quiet"]);
}

#[test]
fn what_commands_do_is_said_in_the_readers_language() {
    let home = Home::new();
    let show = |words: &[&str]| {
        fitting(&home, words)
            .into_iter()
            .find(|(value, _)| value == "show")
    };
    assert_eq!(
        show(&["sho"]).unwrap().1,
        "Vis grundlagets tekst med profilens drejeknapper"
    );
    let english = show(&["--lang", "en", "sho"]).unwrap().1;
    assert_eq!(english, "Show the framework's text with the profile's dials");
}

#[test]
fn where_blanks_are_not_quoted_a_name_is_completed_by_its_id() {
    let home = lived_in();
    for shell in ["powershell", "elvish", "bash"] {
        let mut command = home.command();
        command
            .env("PEJL_COMPLETE", shell)
            .env("_CLAP_COMPLETE_INDEX", "2");
        command.args(["--", "pejl", "show", "rettid"]);
        let said = Answer::from(command.output().unwrap()).says();
        assert_eq!(said.trim().split('\t').next(), Some("samskabelse"), "{shell}");
    }
}

#[test]
fn whatever_is_wrong_with_a_file_completion_is_quiet_and_quick() {
    let home = lived_in();
    let quickest = |words: &[&str], least: usize| {
        let times = (0..10).map(|_| {
            let began = Instant::now();
            let answer = answer(&home, "fish", words);
            let took = began.elapsed();
            assert_eq!((answer.code, &*answer.err), (Some(0), ""), "{words:?}");
            assert!(
                answer.text().lines().count() >= least,
                "{words:?}: {}",
                answer.text()
            );
            took
        });
        times.min().unwrap()
    };
    // 50 ms of a release build; this one is not optimised
    let limit = Duration::from_millis(250);
    let mut driver = Driver::on_disk(&home.path("."), 80, 24);
    assert!(quickest(&["bearing", "show", ""], 2) < limit, "locked");
    driver.press("+");
    driver.leave();
    home.write_own_profile("{\"format\": ");
    for name in home.names("data/backups") {
        std::fs::remove_file(home.path("data/backups").join(name)).unwrap();
    }
    assert!(quickest(&["bearing", "show", ""], 0) < limit, "damaged");
    assert!(quickest(&["set", "sa"], 1) < limit);
    assert!(quickest(&["profile", "use", ""], 2) < limit);
    home.write("config.toml", "farver = 1");
    assert!(quickest(&["set", "sa"], 1) < limit, "faults in the settings");
    assert!(quickest(&["--framework", "config.toml", "set", "sa"], 0) < limit);
    for strange in ["tcsh", "", "--", "fish\0"] {
        let mut command = home.command();
        command.args(["show", "evidens"]);
        if !strange.contains('\0') {
            command.env("PEJL_COMPLETE", strange);
        }
        let answer = Answer::from(command.output().unwrap());
        assert!(answer.err.lines().count() <= 1, "{strange}: {}", answer.err);
    }
}

#[test]
fn the_scripts_are_short_and_ask_the_program_itself() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = home.pejl(&["completions", shell]).says();
        assert!(
            script.contains("PEJL_COMPLETE") && script.lines().count() < 60,
            "{shell}: {script}"
        );
    }
    home.pejl(&["completions", "tcsh"]).failed(2, &["tcsh", "elvish"]);
    assert!(!home.path("data").exists());
    let help = home.says(&["completions", "--help"]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            help.contains(&format!("pejl completions {shell} >")),
            "{shell}: {help}"
        );
    }
}

/// A shell in a terminal, with `pejl` in its path; nothing where it is not installed.
fn shell(home: &Home, name: &str, args: &[&str]) -> Option<Terminal> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file());
    let Some(program) = found else {
        eprintln!("skipped: there is no {name} here");
        return None;
    };
    let folder = Path::new(env!("CARGO_BIN_EXE_pejl")).parent().unwrap().to_owned();
    let folders: Vec<PathBuf> = [folder].into_iter().chain(std::env::split_paths(&path)).collect();
    let path = std::env::join_paths(folders).unwrap();
    let args: Vec<_> = args.iter().map(AsRef::as_ref).collect();
    let environment = [
        ("PATH", path.to_str().unwrap()),
        ("LC_ALL", "C.UTF-8"),
        ("TMPDIR", ""),
    ];
    Some(home.run_in((100, 30), &program, &args, &environment))
}

/// Types a line and waits until the shell has done it.
fn done(terminal: &mut Terminal, line: &str, number: usize) {
    terminal.send(&format!("{line}; echo do''ne{number}\r"));
    terminal.wait_for(&[&format!("done{number}")]);
}

/// Presses Tab after each of these words and waits for what comes of it.
fn tabs(terminal: &mut Terminal, presses: &[(&str, &str)]) {
    for (typed, completed) in presses {
        terminal.send(typed);
        terminal.send("\t");
        terminal.wait_for(&[completed.trim_end()]);
        // a blank at the end of a row cannot be seen
        terminal.send("x").wait_for(&[&format!("{completed}x")]);
        // away with the line
        terminal.send("\x15");
    }
}

/// What completes alike in every shell.
const PRESSES: [(&str, &str); 5] = [
    ("pejl sho", "pejl show "),
    ("pejl show samskabel", "pejl show samskabelse "),
    ("pejl export xl", "pejl export xlsx "),
    ("pejl --profile min", "pejl --profile min-profil "),
    ("pejl bearing show b", "pejl bearing show b1 "),
];

fn with_one_bearing() -> Home {
    let home = Home::visited();
    home.says(&["bearing", "save", "Efterår"]);
    home
}

#[test]
fn tab_in_bash() {
    let home = with_one_bearing();
    let Some(mut bash) = shell(&home, "bash", &["--noprofile", "--norc", "-i"]) else {
        return;
    };
    done(&mut bash, "source <(pejl completions bash)", 1);
    tabs(&mut bash, &PRESSES);
    tabs(&mut bash, &[("pejl note rettid", "pejl note samskabelse ")]);
    bash.send("exit\r").exit();
}

#[test]
fn tab_in_zsh() {
    let home = with_one_bearing();
    let Some(mut zsh) = shell(&home, "zsh", &["-f", "-i"]) else {
        return;
    };
    done(&mut zsh, "autoload -U compinit && compinit -u -D", 1);
    done(&mut zsh, "source <(pejl completions zsh)", 2);
    tabs(&mut zsh, &PRESSES);
    tabs(
        &mut zsh,
        &[("pejl note Rettid", "pejl note Rettidig\\ samskabelse ")],
    );
    zsh.send("exit\r").exit();
}

#[test]
fn tab_in_zsh_where_a_package_has_put_the_file() {
    let home = with_one_bearing();
    home.write("functions/_pejl", home.says(&["completions", "zsh"]));
    let Some(mut zsh) = shell(&home, "zsh", &["-f", "-i"]) else {
        return;
    };
    let fpath = format!("fpath=({} $fpath)", home.at("functions"));
    done(&mut zsh, &fpath, 1);
    done(&mut zsh, "autoload -U compinit && compinit -u -D", 2);
    // the first one loads the file
    tabs(&mut zsh, &PRESSES);
    zsh.send("exit\r").exit();
}

#[test]
fn tab_in_fish() {
    let home = with_one_bearing();
    let Some(mut fish) = shell(&home, "fish", &["--no-config", "-i"]) else {
        return;
    };
    done(&mut fish, "pejl completions fish | source", 1);
    tabs(&mut fish, &PRESSES);
    tabs(
        &mut fish,
        &[("pejl note Rettid", "pejl note Rettidig\\ samskabelse ")],
    );
    fish.send("exit\r").exit();
}
