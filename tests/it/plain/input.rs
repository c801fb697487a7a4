//! What comes in: its end anywhere, lines of a megabyte, bytes that are no text, signals, whatever is typed.

use super::*;

#[test]
fn input_that_ends_anywhere_ends_the_dialogue_with_everything_saved() {
    let dir = fresh();
    for lines in [
        &[][..],
        &["s"],
        &["f"],
        &["2.1", "n"],
        &["2.1", "n", "."],
        &["p", "1"],
        &["p", "4"],
        &["b", "1"],
    ] {
        let talked = give(dialogue(&dir, "da"), lines.join("\n").as_bytes());
        assert_eq!(talked.code, Some(0), "{lines:?}");
        assert!(
            talked.text().ends_with("\n\nSlut. Alt er gemt.\n\n"),
            "{}",
            talked.text()
        );
    }
    let talked = give(dialogue(&dir, "da"), b"2.1\nn\nEn\nto");
    assert_eq!(talked.code, Some(0));
    talked.in_turn(&["Note på Rettidig samskabelse: 2 linjer. Gemt.\nSlut. Alt er gemt.\n"]);
    // below what stood there, also where it was begun anew
    let talked = give(dialogue(&dir, "da"), b"2.1\nn\n2\ntre\n.\n");
    talked.in_turn(&["1 Gem\n2 Kass", "Note på Rettidig samskabelse: 3 linjer. Gemt.\n"]);
    assert_eq!(profile(&dir).note("samskabelse"), "En\nto\ntre");
}

#[test]
fn input_that_ends_after_any_line_of_any_place_loses_nothing() {
    let lines = [
        "",
        "",
        "",
        "1",
        "op",
        "",
        "2.1",
        "+3",
        "n",
        "Fordi",
        ".",
        "1",
        "s",
        "Efterår",
        "2.1",
        "-1",
        "s Vinter",
        "b",
        "1",
        "4",
        "Godt",
        ".",
        "1",
        "b",
        "2",
        "sig ved",
        "skru",
        "w",
        "1",
        "1",
        "d",
        "1",
        "Vi venter",
        ".",
        "1",
        "p",
        "2",
        "Ældre",
        "4",
        "1.2.2199",
        "andre",
        "2",
        "Ny",
        "p",
        "andre",
        "ny profil som kopi",
        "Kopi",
        "p",
        "andre",
        "slet p",
        "Kopi",
        "p",
        "andre",
        "slettede",
        "1",
        "andre",
        "hent en",
        "/findes/ikke",
        "e",
        "1",
        "regneark",
        "2",
        "csv",
        "skriv i en",
        "ud.csv",
        "e",
        "skriv i en",
        "ud.csv",
        "1",
        "t",
        "1",
        ".",
        "rækkefølge",
        "2",
        "navne",
        "settings",
        "1",
        "1",
        "3",
        "u",
        "r",
        "f",
        "økonomi",
        "1",
    ];
    let ends = [Lang::Da, Lang::En].map(|lang| lang.text().plain.end_saved);
    let lose_nothing = |count: usize| {
        let dir = Home::new();
        let talked = give(dialogue(&dir, "da"), lines[..count].join("\n").as_bytes());
        assert_eq!(
            (talked.code, talked.err.as_str()),
            (Some(0), ""),
            "{count}: {}",
            talked.text()
        );
        let last = talked.text().trim_end().lines().last().unwrap();
        assert!(ends.contains(&last), "{count}: {last}");
        for text in ["Fordi", "Efterår", "Vi venter", "Ældre"] {
            let after = lines.iter().position(|line| *line == text).unwrap() + 1;
            let profiles = fs::read_dir(dir.path("data/profiles")).into_iter().flatten();
            let mut profiles = profiles.map(|entry| entry.unwrap().path());
            let kept = profiles.any(|path| fs::read_to_string(path).is_ok_and(|file| file.contains(text)));
            assert!(
                kept || count < after,
                "{text} is lost after {count} lines:\n{}",
                talked.text()
            );
        }
    };
    // most of the time is the disk's
    std::thread::scope(|scope| {
        for first in 0..8 {
            scope.spawn(move || (first..=lines.len()).step_by(8).for_each(lose_nothing));
        }
    });
}

#[test]
fn a_line_of_a_megabyte_is_passed_over_wherever_it_comes() {
    let dir = fresh();
    let long = "å".repeat(512 * 1024);
    let talked = danish(
        &dir,
        &[
            &long,
            "f",
            &long,
            "",
            "2.1",
            "n",
            "En",
            &long,
            "to",
            ".",
            &long,
            "1",
            &long[..2_000],
        ],
    );
    assert_eq!(
        talked
            .text()
            .matches("Linjen er for lang og er ikke læst.\n")
            .count(),
        4
    );
    assert_eq!(profile(&dir).note("samskabelse"), "En\nto");
    assert!(
        talked.text().lines().all(|line| line.chars().count() < 400),
        "what was typed is said back shortened"
    );
    let talked = danish(&dir, &["s", &"b".repeat(201), "kort"]);
    talked.in_turn(&["Der er plads til 200 tegn.\n", "kort, "]);
}

#[test]
fn what_is_no_utf_8_is_not_read_and_the_dialogue_goes_on() {
    let dir = fresh();
    let talked = give(
        dialogue(&dir, "da"),
        b"f \xf8konomi\n2.1\nn\nbl\xe5b\xe6r\nen\n.\n1\n\xff\xfe2\x001\x00\nq\n",
    );
    assert_eq!(talked.code, Some(0));
    assert_eq!(
        talked
            .text()
            .matches("Linjen er ikke UTF-8 og er ikke læst. Skriv den igen.\n")
            .count(),
        3
    );
    assert_eq!(profile(&dir).note("samskabelse"), "en");
}

#[test]
fn hostile_text_from_keys_files_and_windows_lines_comes_out_harmless() {
    let dir = fresh();
    let hostile = "\u{1b}[31mrød\u{7}\u{202e}\u{9b}2Jx\u{8}";
    let input = format!(
        "{hostile}\r\n2.1\r\nn\r\nfør\rnu{hostile}\r\nto\r\n.\r\n1\r\n\r\ns {hostile}\r\nb\r\n1\r\nf {hostile}\r\np\r\n3\r\n{hostile}\r\n5\r\n2\r\n{hostile}\r\n"
    );
    let talked = give(dialogue(&dir, "da"), input.as_bytes());
    assert_eq!(talked.code, Some(0), "{}", talked.text());
    talked.in_turn(&["»rødx«", "før\nnurødx\nto\n", "1 rødx, "]);
    let note = profile(&dir).note("samskabelse").to_owned();
    assert_eq!(note, format!("før\rnu{hostile}\nto"), "stored as it was typed");
    let framework = include_str!("../../fixtures/example-framework.json");
    let file = dir.path("framework.json");
    fs::write(&file, framework).unwrap();
    let other = Home::new();
    let mut command = dialogue(&other, "da");
    command.arg("--framework").arg(&file);
    assert_eq!(give(command, b"1\n1\n+2\ni\nw\nv\n").code, Some(0));
}

#[cfg(unix)]
#[test]
fn a_signal_keeps_what_was_being_written_and_is_the_exit_status() {
    use rustix::process::{Pid, Signal, kill_process};
    for (signal, code) in [(Signal::INT, 130), (Signal::TERM, 143), (Signal::HUP, 129)] {
        let dir = fresh();
        let mut open = Open::new(&dir);
        open.asks("2.1");
        open.asks("n");
        open.types("Halvt færdig");
        // the answer to a line that is no text shows that the one before was read
        open.stdin.write_all(b"\xff\n").unwrap();
        open.heard();
        kill_process(Pid::from_child(&open.child), signal).unwrap();
        let mut said = String::new();
        std::io::Read::read_to_string(&mut open.stdout, &mut said).unwrap();
        assert!(
            said.contains("Note på Rettidig samskabelse: 1 linje. Gemt.\n"),
            "{said}"
        );
        assert_eq!(open.child.wait().unwrap().code(), Some(code));
        assert_eq!(profile(&dir).note("samskabelse"), "Halvt færdig");
    }
}

#[test]
fn a_listener_that_has_had_enough_is_no_fault() {
    let dir = fresh();
    let mut child = start(&mut dialogue(&dir, "da"));
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let _ = stdin.write_all(b"2.1\n+1\n");
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        (
            output.status.code(),
            String::from_utf8(output.stderr).unwrap().as_str()
        ),
        (Some(0), "")
    );
}

#[test]
fn the_environment_asks_for_the_dialogue_too() {
    let dir = fresh();
    let run = |value: &str| {
        let mut command = dir.command();
        command.env("ACCESSIBLE", value);
        give(piped(command), b"q\n")
    };
    assert_eq!(run("1").code, Some(0));
    let without = run("0");
    assert_eq!(without.code, Some(2));
    assert!(without.err.contains("»pejl --plain«"), "{}", without.err);
}

/// A line as somebody may type it: what means something, and what does not.
fn typed() -> impl Strategy<Value = String> {
    let meant = prop::sample::select(vec![
        "",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "21",
        "d",
        "w",
        "skriv",
        "+",
        "-",
        "+3",
        "-5",
        "0",
        "n",
        ".",
        "v",
        "v 1",
        "o",
        "i",
        "s",
        "s x",
        "b",
        "c",
        "w",
        "p",
        "f",
        "f drift",
        "u",
        "r",
        "x",
        "h",
        "start",
        "2.1",
        "drift",
        "sa",
        "op 3",
        "ned 9",
        "e",
        "t",
        ",",
        "welcome",
        ">",
        "<",
        "p",
        "andre",
        "8",
        "9",
        "x.md",
        "../profiles",
        "~",
    ]);
    prop_oneof![
        12 => meant.prop_map(str::to_owned),
        // no path out of the folder
        1 => "\\PC{0,12}".prop_map(|line| line.replace(['/', '\\'], "")),
        1 => "[\u{0}-\u{1f}\u{7f}-\u{9f}\u{202a}-\u{202e}a-f]{0,8}".prop_map(|line| line.replace('\n', "")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_the_dialogue_answers_in_harmless_lines_and_all_is_on_the_disk(
        lines in prop::collection::vec(typed(), 0..60),
        english in any::<bool>(),
    ) {
        let dir = Home::new();
        let store = Store::new(dir.data(), system_clock);
        let framework = Framework::built_in();
        let opened = store.open(DEFAULT_SLUG, &framework.id, Access::Edit).unwrap();
        let lang = if english { Lang::En } else { Lang::Da };
        let outside = Outside {
            store: store.clone(),
            clock: system_clock,
            config: dir.config(),
            preferences: Preferences::default(),
            home: dir.dir().to_owned(),
            folder: dir.dir().to_owned(),
        };
        let translation = Some(Framework::built_in_english());
        let mut plain = Plain::new(framework, translation, lang, outside, opened);
        let mut out = Vec::new();
        plain::run(lines.join("\n").as_bytes(), &mut out, &mut plain).unwrap();
        let out = String::from_utf8(out).unwrap();
        harmless(&out);
        prop_assert!(!out.contains("\n\n\n") && out.ends_with("\n\n"), "{out}");
        // the language may have been changed
        let ends = [Lang::Da, Lang::En].map(|lang| Some(lang.text().plain.end_saved));
        prop_assert!(ends.contains(&out.trim_end().lines().last()), "{}", out);
        if out.contains(lang.text().plain.saved) {
            let slugs = store.list().unwrap().into_iter().map(|listed| listed.slug);
            let mut files = slugs.map(|slug| fs::read(store.file(&slug).unwrap()).unwrap());
            let written = format::profile::write(plain.profile());
            prop_assert!(files.any(|file| file == written));
        }
    }
}
