//! A newcomer who presses only what the screen names at that moment: from an empty folder to a named profile, a turned mark with
//! a note, the rose, a bearing, a printed sheet and a word that is found. Each key is looked up on the screen before it is pressed; in the dialogue
//! each line in what was said before it is typed.

use crate::common::home::Home;
use std::{fs, path::PathBuf};
#[cfg(unix)]
use {
    crate::common::pty::{Exit, Terminal, text},
    std::cell::Cell,
};

/// A newcomer at a terminal.
#[cfg(unix)]
struct Newcomer {
    terminal: Terminal,
    /// Keys that were pressed, the letters of what was written among them.
    keys: Cell<usize>,
}

#[cfg(unix)]
impl Newcomer {
    /// Waits until the screen names this key and what it does, and presses it.
    #[track_caller]
    fn follows(&mut self, named: &str) -> &mut Self {
        let key = match named.split(' ').next().unwrap_or_default() {
            "Enter" => "\r",
            "Esc" => "\x1b",
            "Space" => " ",
            "↑↓" => "\x1b[A",
            "←→" => "\x1b[C",
            letter => {
                assert_eq!(letter.chars().count(), 1, "{named}");
                letter
            }
        };
        // whole, and not within other words
        let wanted = format!(" {named} ");
        self.terminal.wait_until(|screen| {
            let rows = text(screen);
            rows.lines().any(|row| format!(" {row} ").contains(&wanted))
        });
        self.terminal.send(key);
        self.keys.set(self.keys.get() + 1);
        self
    }

    /// Waits until all of this is on the screen.
    #[track_caller]
    fn sees(&mut self, texts: &[&str]) -> &mut Self {
        self.terminal.wait_for(texts);
        self
    }

    /// Writes where the screen asks for it.
    fn writes(&mut self, asked: &str, written: &str) -> &mut Self {
        self.terminal.wait_for(&[asked]);
        self.terminal.send(written);
        self.keys.set(self.keys.get() + written.chars().count());
        self.sees(&[written])
    }
}

/// Both languages of what a newcomer sees.
#[cfg(unix)]
struct Words {
    locale: &'static str,
    onward: &'static str,
    name: &'static str,
    unit: &'static str,
    level: &'static str,
    turn: &'static str,
    begin: &'static str,
    home: &'static str,
    open: &'static str,
    note: &'static str,
    need: &'static str,
    keep: &'static str,
    back: &'static str,
    rose: &'static str,
    save: &'static str,
    label: &'static str,
    saved: &'static str,
    print: &'static str,
    write: &'static str,
    file: &'static str,
    look: &'static str,
    kept: &'static str,
    quit: &'static str,
}

#[cfg(unix)]
const DANISH: Words = Words {
    locale: "da_DK.UTF-8",
    onward: "Enter videre",
    name: "Hvad hedder du?",
    unit: "Hvilken enhed leder du?",
    level: "Hvilket niveau leder du på?",
    turn: "↑↓ skru",
    begin: "Enter begynd",
    home: "Det kendte",
    open: "Enter åbn",
    note: "Enter note",
    need: "Hvilket behov?",
    keep: "Esc gem",
    back: "Esc tilbage",
    rose: "o rosen",
    save: "s gem pejling",
    label: "Navn på pejlingen",
    saved: "Pejling gemt",
    print: "e print",
    write: "Enter skriv filen",
    file: "Skriv i filen:",
    look: "Skriv, hvad du leder efter",
    kept: "✓ gemt",
    quit: "q afslut",
};

#[cfg(unix)]
const ENGLISH: Words = Words {
    locale: "en_GB.UTF-8",
    onward: "Enter onward",
    name: "What is your name?",
    unit: "Which unit do you lead?",
    level: "At which level do you lead?",
    turn: "↑↓ turn",
    begin: "Enter begin",
    home: "The known",
    open: "Enter open",
    note: "Enter note",
    need: "Which need?",
    keep: "Esc keep",
    back: "Esc back",
    rose: "o rose",
    save: "s save a bearing",
    label: "Name of the bearing",
    saved: "Bearing saved",
    print: "e print",
    write: "Enter write the file",
    file: "Write to the file:",
    look: "Type what you are looking for",
    kept: "✓ saved",
    quit: "q quit",
};

#[cfg(unix)]
#[test]
fn a_newcomer_gets_to_a_printed_sheet_by_keys_that_the_screen_names() {
    for (words, english) in [(DANISH, false), (ENGLISH, true)] {
        for (width, height) in [(80, 24), (120, 36), (200, 60)] {
            let home = Home::new();
            let mut newcomer = Newcomer {
                terminal: home.start_in(width, height, &[("LC_ALL", words.locale)]),
                keys: Cell::new(0),
            };
            newcomer
                .follows(words.onward)
                .writes(words.name, "Anne Holm")
                .follows(words.onward)
                .sees(&[words.unit])
                .follows(words.onward)
                .sees(&[words.level])
                .follows(words.onward)
                .follows(words.turn)
                .sees(&["+1"])
                .follows(words.begin)
                .sees(&[words.home])
                .follows(words.open)
                .sees(&["Handler om"])
                .follows(words.open)
                .sees(&["+1", "Enter note"])
                .follows(words.turn)
                .sees(&["+2"])
                .follows(words.note)
                .writes(words.need, "Vi mangler en")
                .follows(words.keep)
                .sees(&["+2", words.turn])
                .follows(words.back)
                .sees(&[words.open])
                .follows(words.back)
                .sees(&[words.home])
                .follows(words.rose)
                .sees(&[if english { "The rose" } else { "Rosen" }])
                .follows(words.back)
                .sees(&[words.home])
                .follows(words.save)
                .sees(&[words.label])
                .follows(if english { "Enter keep" } else { "Enter gem" })
                .sees(&[words.saved])
                // the row has its whole name where there is room
                .follows(match (width, english) {
                    (80, false) => words.print,
                    (_, false) => "e print og del",
                    (_, true) => "e print and share",
                })
                .sees(&["pdf"])
                .follows(words.write)
                .sees(&[words.file])
                .follows(if english { "Enter keep" } else { "Enter gem" })
                .sees(&["anne-holm-", ".pdf"])
                .follows(words.back)
                .sees(&[words.home])
                .follows("f find")
                .writes(words.look, "økonomi")
                .follows(if english { "Enter go to" } else { "Enter gå til" })
                .sees(&["Handler om at tilpasse økonomistyringen", words.kept])
                .follows(words.back)
                .sees(&["› økonomi"])
                .follows(words.back)
                .sees(&[words.home])
                .follows(words.quit);
            assert_eq!(newcomer.terminal.exit(), Exit::Status(0));
            newcomer.terminal.restored();
            println!(
                "{} at {width}×{height}: {} keys",
                words.locale,
                newcomer.keys.get()
            );
            let profile = fs::read_to_string(home.data().join("profiles/anne-holm.json")).unwrap();
            for kept in [
                "\"name\": \"Anne Holm\"",
                "\"value\": 2",
                "Vi mangler en",
                "\"id\": \"b1\"",
            ] {
                assert!(profile.contains(kept), "{kept}: {profile}");
            }
            let sheets = sheets(&home);
            assert_eq!(sheets.len(), 1, "{sheets:?}");
            let sheet = fs::read(&sheets[0]).unwrap();
            assert!(sheet.starts_with(b"%PDF") && String::from_utf8_lossy(&sheet).contains("Anne Holm"));
        }
    }
}

/// The sheets that were written anywhere in the home.
fn sheets(home: &Home) -> Vec<PathBuf> {
    let mut sheets = Vec::new();
    let mut folders = vec![home.dir().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let is_sheet = name.ends_with(".pdf") || name.ends_with(".html");
            if is_sheet && (name.starts_with("anne-holm-ark-") || name.starts_with("anne-holm-sheet-")) {
                sheets.push(path);
            }
        }
    }
    sheets
}

/// Lines of the dialogue, each with the words that must have been said before it is typed.
const DIALOGUES: [(&str, &[(&str, &str)]); 2] = [
    (
        "da",
        &[
            ("", "En tom linje går videre"),
            ("Anne Holm", "Hvad hedder du?"),
            ("", "Hvilken enhed leder du?"),
            ("", "En tom linje lader det stå og går videre"),
            ("op", "op skruer op"),
            ("", "En tom linje slutter velkomsten"),
            ("1", "1 Vi optimerer samarbejder og processer"),
            ("1", "1 Motiverende arbejdsmiljø"),
            ("op", "op og ned skruer ét hak"),
            ("n", "n skriver noten"),
            ("Vi mangler en", "Skriv på en eller flere linjer"),
            (".", "En linje med kun et punktum slutter"),
            ("1", "1 Gem"),
            ("x", "x går tilbage"),
            ("x", "x går tilbage"),
            ("o", "o rosen"),
            ("x", "x går tilbage"),
            ("s", "s gem pejling"),
            ("", "En tom linje bruger datoen"),
            ("e", "e print og del"),
            ("2", "2 Format: pdf"),
            ("2", "2 html. Arket"),
            ("8", "8 Skriv i "),
            ("q", "q slut"),
        ],
    ),
    (
        "en",
        &[
            ("", "An empty line goes on"),
            ("Anne Holm", "What is your name?"),
            ("", "Which unit do you lead?"),
            ("", "An empty line leaves it and goes on"),
            ("up", "up turns up"),
            ("", "An empty line ends the welcome"),
            ("1", "1 Vi optimerer samarbejder og processer (We optimise"),
            ("1", "1 Motiverende arbejdsmiljø med høj faglighed (Motivating"),
            ("up", "up and down turn one notch"),
            ("n", "n writes the note"),
            ("Vi mangler en", "Write on one or more lines"),
            (".", "A line with a single dot ends"),
            ("1", "1 Keep"),
            ("x", "x goes back"),
            ("x", "x goes back"),
            ("o", "o rose"),
            ("x", "x goes back"),
            ("s", "s save a bearing"),
            ("", "An empty line uses the date"),
            ("e", "e print and share"),
            ("2", "2 Format: pdf"),
            ("2", "2 html. The sheet"),
            ("8", "8 Write to "),
            ("q", "q leave"),
        ],
    ),
];

#[test]
fn in_the_dialogue_a_newcomer_types_what_was_said_before() {
    for (lang, lines) in DIALOGUES {
        let home = Home::new();
        let typed: String = lines.iter().map(|(line, _)| format!("{line}\n")).collect();
        let answer = home.with_input(&["--plain", "--lang", lang], typed.as_bytes());
        assert_eq!(answer.code, Some(0), "{}", answer.err);
        // what is said at once ends in an empty line
        let said: Vec<&str> = answer.text().split("\n\n").collect();
        for (at, (line, named)) in lines.iter().enumerate() {
            let before = said[..=at.min(said.len() - 1)].join("\n\n");
            assert!(
                before.contains(named),
                "{lang}: »{line}« needs »{named}« before it:\n{before}"
            );
        }
        let keys: usize = lines.iter().map(|(line, _)| line.chars().count() + 1).sum();
        println!("--plain in {lang}: {} lines, {keys} keys", lines.len());
        let profile = fs::read_to_string(home.data().join("profiles/anne-holm.json")).unwrap();
        for kept in [
            "\"name\": \"Anne Holm\"",
            "\"value\": 2",
            "Vi mangler en",
            "\"id\": \"b1\"",
        ] {
            assert!(profile.contains(kept), "{kept}: {profile}");
        }
        assert_eq!(sheets(&home).len(), 1);
    }
}
