//! `pejl --plain` through the real binary: lines go in at a pipe, lines come out, and what they say is on the disk.

use pejl::{
    model::{framework::Framework, profile::Profile},
    plain::{self, Plain},
    store::{Access, DEFAULT_SLUG, Limits, Store, read_profile, schema, system_clock},
    text::Lang,
};
use proptest::prelude::*;
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};
use tempfile::TempDir;

/// What a whole dialogue came to.
struct Talked {
    out: String,
    errors: String,
    code: Option<i32>,
}

impl Talked {
    /// These are said, one after the other.
    #[track_caller]
    fn says(&self, expected: &[&str]) {
        let mut rest = self.out.as_str();
        for expected in expected {
            let at = rest.find(expected);
            let at = at.unwrap_or_else(|| panic!("{expected:?} is not said in its turn in:\n{}", self.out));
            rest = &rest[at + expected.len()..];
        }
    }

    #[track_caller]
    fn never_says(&self, unexpected: &str) {
        assert!(!self.out.contains(unexpected), "{unexpected:?} in:\n{}", self.out);
    }
}

fn pejl(dir: &Path, lang: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pejl"));
    command
        .args(["--plain", "--lang", lang, "--data-dir"])
        .arg(dir)
        .env("HOME", dir)
        .env("XDG_CONFIG_HOME", dir.join("config"))
        .env_remove("PEJL_PROFILE")
        .env_remove("PEJL_FRAMEWORK")
        .env_remove("PEJL_CONFIG")
        .env_remove("ACCESSIBLE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs a command, gives it `input` and lets it end. Whatever is said must be harmless lines.
fn give(mut command: Command, input: &[u8]) -> Talked {
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // a dialogue that was left does not read on
    let writer = std::thread::spawn(move || _ = stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let out = String::from_utf8(output.stdout).expect("UTF-8 comes out");
    harmless(&out);
    Talked {
        out,
        errors: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code(),
    }
}

#[track_caller]
fn harmless(out: &str) {
    let bad = out.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(bad, None, "{out:?}");
}

/// A dialogue in Danish over these lines, which ends well.
#[track_caller]
fn danish(dir: &TempDir, lines: &[&str]) -> Talked {
    talk(dir, "da", lines)
}

#[track_caller]
fn talk(dir: &TempDir, lang: &str, lines: &[&str]) -> Talked {
    let talked = give(pejl(dir.path(), lang), (lines.join("\n") + "\n").as_bytes());
    assert_eq!(
        (talked.code, talked.errors.as_str()),
        (Some(0), ""),
        "{}",
        talked.out
    );
    talked
}

fn file(dir: &Path) -> PathBuf {
    dir.join("profiles").join(format!("{DEFAULT_SLUG}.json"))
}

fn profile(dir: &TempDir) -> Profile {
    read_profile(&file(dir.path()), Limits::OWN).unwrap()
}

fn fresh() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// A dialogue that goes on.
struct Open {
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
}

impl Open {
    fn new(dir: &Path) -> Self {
        let mut child = pejl(dir, "da").spawn().unwrap();
        let stdin = child.stdin.take().unwrap();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        let mut open = Self { child, stdin, stdout };
        open.heard();
        open
    }

    /// Types a line that is not answered.
    fn types(&mut self, line: &str) {
        writeln!(self.stdin, "{line}").unwrap();
    }

    /// Types a line and hears the answer to its empty line.
    fn asks(&mut self, line: &str) -> String {
        self.types(line);
        self.heard()
    }

    fn heard(&mut self) -> String {
        let mut heard = String::new();
        loop {
            let before = heard.len();
            self.stdout.read_line(&mut heard).unwrap();
            if heard[before..].trim().is_empty() {
                return heard;
            }
        }
    }

    /// Ends the input; what is said then, on standard error too, and the exit status.
    fn ends(self) -> (String, String, Option<i32>) {
        drop(self.stdin);
        let mut said = String::new();
        let mut stdout = self.stdout;
        std::io::Read::read_to_string(&mut stdout, &mut said).unwrap();
        let output = self.child.wait_with_output().unwrap();
        (
            said,
            String::from_utf8(output.stderr).unwrap(),
            output.status.code(),
        )
    }
}

#[test]
fn a_newcomer_reaches_a_mark_turns_it_writes_a_note_saves_a_bearing_finds_a_word_and_leaves() {
    let dir = fresh();
    // each line is what the lines before it name: a number of the list, or a letter of a hint
    let talked = danish(
        &dir,
        &[
            "2",
            "1",
            "op",
            "n",
            "Vi mangler hænder.",
            ".",
            "1",
            "s",
            "Efterår",
            "f økonomi",
            "1",
            "q",
        ],
    );
    talked.says(&[
        "Ledelses- og styringsgrundlag. Profil: Min profil.\n",
        "2 Vi skaber velfærd sammen med andre: vægt 25 %\n",
        "s gemmer en pejling, f finder et ord, h giver hjælp, q slutter.\n\n",
        "1 Rettidig samskabelse: 0, i midten\n",
        "Rettidig samskabelse: 0, i midten, vægt 8 %.\n",
        "op og ned skruer ét hak.",
        "n skriver noten.",
        "\n\nRettidig samskabelse: 0 → +1, skruet op. Gemt.\nHvilket behov? n skriver det ned.\n",
        "En linje med kun et punktum slutter.\n\n",
        "1 linje.\n1 Gem\n2 Kassér\n\n",
        "Note på Rettidig samskabelse: 1 linje. Gemt.\n\n",
        "Navn på pejlingen?",
        "Efterår, ",
        ": pejlingen står i listen. Gemt.\n",
        "3 fundet.\n1 Differentieret og proaktiv økonomistyring: Handler om",
        "\n\nDifferentieret og proaktiv økonomistyring: 0, i midten, vægt 8 %.\n",
        "\n\nSlut. Alt er gemt.\n\n",
    ]);
    let profile = profile(&dir);
    assert_eq!(profile.value("samskabelse").get(), 1);
    assert_eq!(profile.note("samskabelse"), "Vi mangler hænder.");
    assert_eq!(profile.bearings[0].label, "Efterår");
    assert_eq!(profile.bearings[0].dials["samskabelse"].value.get(), 1);
}

#[test]
fn the_same_path_in_english_says_the_english_names_beside_the_danish() {
    let dir = fresh();
    let talked = talk(
        &dir,
        "en",
        &[
            "2",
            "1",
            "up",
            "n",
            "We lack hands.",
            ".",
            "keep",
            "s",
            "Autumn",
            "f økonomi",
            "1",
            "quit",
        ],
    );
    talked.says(&[
        "Leadership and governance framework (unofficial translation). Profile: Min profil.\n",
        "2 Vi skaber velfærd sammen med andre (We create welfare together with others): weight 25%\n",
        "Rettidig samskabelse (Timely co-creation): 0, neutral, weight 8%.\n",
        "(unofficial translation)\n1 Read Level 1\n2 Read Level 2, your level\n",
        "Rettidig samskabelse (Timely co-creation): 0 → +1, turned up. Saved.\nWhich need? n writes it down.\n",
        "1 line.\n1 Keep\n2 Discard\n",
        "Note on Rettidig samskabelse (Timely co-creation): 1 line. Saved.\n",
        "Name of the bearing?",
        "the bearing is in the list. Saved.\n",
        "1 Differentieret og proaktiv økonomistyring",
        "(Differentiated and proactive financial management): 0, neutral",
        "The end. Everything is saved.\n",
    ]);
    assert_eq!(profile(&dir).note("samskabelse"), "We lack hands.");
}

#[test]
fn every_command_is_known_by_each_of_its_names_and_the_help_tells_it() {
    for lang in [Lang::Da, Lang::En] {
        let words = &lang.text().plain.words;
        let all = [
            &words.up,
            &words.down,
            &words.neutral,
            &words.note,
            &words.levels,
            &words.overview,
            &words.foreword,
            &words.save_bearing,
            &words.bearings,
            &words.compare,
            &words.decisions,
            &words.mirror,
            &words.profile,
            &words.find,
            &words.undo,
            &words.redo,
            &words.home,
            &words.back,
            &words.help,
            &words.quit,
        ];
        let dir = fresh();
        let code = if lang == Lang::Da { "da" } else { "en" };
        let mut lines = vec!["2.1", words.help.names[0]];
        for name in all.iter().flat_map(|word| word.names) {
            // an empty line answers what some of them ask, and a dot ends a note
            let ends = if words.note.names.contains(name) { "." } else { "" };
            lines.extend(["2.1", name, ends]);
            if words.quit.names.contains(name) {
                lines.truncate(lines.len() - 3);
            }
        }
        let talked = talk(&dir, code, &lines);
        talked.never_says("is not known");
        talked.never_says("Kender ikke");
        for word in all {
            talked.says(&[&format!("{}: {}\n", word.names[..2].join(", "), word.does)]);
        }
        for quit in words.quit.names {
            talk(&dir, code, &[quit, "2"]).never_says("2.1");
        }
    }
}

#[test]
fn a_dial_is_turned_by_a_step_by_a_number_of_steps_to_a_value_and_back() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &["evidens", "op", "op 9", "+", "ned 2", "-", "-2", "−5", "0", "0"],
    );
    let title = "Evidensbaseret opgaveløsning";
    let expected = [
        "0 → +1, skruet op. Gemt.",
        "+1 → +5, i front. Gemt.",
        "+5, i front, som før.",
        "+5 → +3, skruet op. Gemt.",
        "+3 → +2, skruet op. Gemt.",
        "+2 → −2, skruet ned. Gemt.",
        "−2 → −5, i baggrunden. Gemt.",
        "−5 → 0, i midten. Gemt.",
        "0, i midten, som før.",
    ];
    let expected: Vec<String> = expected
        .iter()
        .map(|said| format!("\n{title}: {said}\n"))
        .collect();
    talked.says(&expected.iter().map(String::as_str).collect::<Vec<_>>());
    // asked why once, however often it is turned
    assert_eq!(talked.out.matches("Hvilket behov?").count(), 1);
}

#[test]
fn all_dials_of_a_field_are_turned_together_as_one_step_of_undo() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &["1", "+2", "ned", "fortryd", "gentag", "gentag", "u", "u", "u"],
    );
    talked.says(&[
        "Motiverende arbejdsmiljø med høj faglighed: 0 → +2, skruet op.\n",
        "Målsætning og opfølgning med fokus på læring og effekt: 0 → +2, skruet op.\n",
        "Helhedsorienterede mål i forpligtende samarbejde: 0 → +2, skruet op. Gemt.\n",
        "Motiverende arbejdsmiljø med høj faglighed: +2 → +1, skruet op.\n",
        "\nFortrudt. ",
        "Motiverende arbejdsmiljø med høj faglighed: +1 → +2, skruet op.",
        "\n\nGentaget. ",
        "Der er ikke mere at gentage.\n",
        "\nFortrudt. ",
        "\nFortrudt. ",
        "Motiverende arbejdsmiljø med høj faglighed: +2 → 0, i midten.",
        "Der er ikke mere at fortryde.\n",
    ]);
    assert!(profile(&dir).dials.is_empty());
}

#[test]
fn names_and_positions_open_from_anywhere_and_what_may_be_several_is_a_list() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &[
            "oekonomi", "drift", "3.3", "s-", "evidnes", "xyzzy", "7", "sa", "2", "x", "x",
        ],
    );
    talked.says(&[
        "Differentieret og proaktiv økonomistyring: 0",
        "Vi holder styr på driften: vægt 25 %.\n",
        "Evidensbaseret opgaveløsning: 0",
        "Mente du Evidensbaseret opgaveløsning? h giver hjælp.\n",
        "Kender ikke »xyzzy«. Skriv et tal fra 1 til 5, et navn eller h for hjælp.\n",
        "Kender ikke »7«. Skriv et tal fra 1 til 5",
        "»sa« kan være flere. Skriv et tal.\n1 Vi skaber velfærd sammen med andre\n2 Rettidig samskabelse\n",
        "Rettidig samskabelse: 0, i midten, vægt 8 %.\n",
        // back to the mark that was open before
        "Evidensbaseret opgaveløsning: 0",
    ]);
}

#[test]
fn levels_the_overview_and_the_foreword_are_read_aloud() {
    let dir = fresh();
    let framework = Framework::built_in();
    let mark = |id: &str| framework.mark(framework.mark_by_id(id).unwrap());
    let talked = danish(
        &dir,
        &[
            "2.1", "+3", "1", "2", "x", "v", "2.1", "x", "v 1", "start", "v først", "v 3", "o", "i",
        ],
    );
    talked.says(&[
        &format!(
            "Niveau 1.\nRettidig samskabelse: +3\n{}\n",
            mark("samskabelse").levels[0]
        ),
        &format!(
            "Niveau 2, dit niveau.\nRettidig samskabelse: +3\n{}\n",
            mark("samskabelse").levels[1]
        ),
        &format!(
            "Motiverende arbejdsmiljø med høj faglighed: 0\n{}\n",
            mark("arbejdsmiljoe").levels[1]
        ),
        "Niveau 1.\n",
        "Niveau 2, dit niveau.\nRettidig samskabelse: +3\n",
        "Der er 2 niveauer. Skriv et tal fra 1 til 2.\n",
        "1 skruet op, 0 skruet ned.\n1 Motiverende arbejdsmiljø med høj faglighed: 0, i midten\n",
        "4 Rettidig samskabelse: +3, skruet op\n",
        &framework.foreword[0],
        framework.foreword.last().unwrap(),
    ]);
    // what was open at the own level is read
    assert_eq!(profile(&dir).read.len(), 12);
}

#[test]
fn a_note_is_written_on_changed_anew_discarded_and_deleted() {
    let dir = fresh();
    let written = danish(&dir, &["2.1", "n", "Første", "", "tredje", " . ", "gem"]);
    written.says(&["3 linjer.\n", "Note på Rettidig samskabelse: 3 linjer. Gemt.\n"]);
    assert_eq!(profile(&dir).note("samskabelse"), "Første\n\ntredje");
    let talked = danish(
        &dir,
        &[
            "2.1", "5", "1", "fjerde", ".", "nej", "1", "n", "", "n", "2", "Ny", ".", "kass",
        ],
    );
    talked.says(&[
        "Hvilket behov?\nFørste\ntredje\n",
        "5 Ret noten\n",
        "Første\ntredje\n1 Skriv videre\n2 Begynd forfra\n3 Slet teksten\n",
        "4 linjer.\n",
        "Skriv 1 for at gemme eller 2 for at kassere.\n",
        "Note på Rettidig samskabelse: 4 linjer. Gemt.\n",
        "Intet er ændret.\n",
        "Kasseret. Alt står, som det stod.\n",
    ]);
    assert_eq!(profile(&dir).note("samskabelse"), "Første\n\ntredje\nfjerde");
    let talked = danish(
        &dir,
        &["2.1", "n", "2", ".", "n", "2", "Helt ny", ".", "1", "n", "3"],
    );
    talked.says(&[
        "Der er ikke skrevet noget. Alt står, som det stod.\n",
        "Note på Rettidig samskabelse: 1 linje. Gemt.\n",
        "Note på Rettidig samskabelse: ingen tekst. Gemt.\n",
    ]);
    assert_eq!(profile(&dir).note("samskabelse"), "");
}

#[test]
fn a_note_has_room_for_ten_thousand_characters_and_says_what_it_has_no_room_for() {
    let dir = fresh();
    let (long, short) = ("a".repeat(9_990), "b".repeat(20));
    let talked = danish(&dir, &["2.1", "n", &long, &short, "c", ".", "1"]);
    talked.says(&["Der er plads til 10000 tegn.\n", "2 linjer.\n"]);
    assert_eq!(profile(&dir).note("samskabelse"), format!("{long}\nc"));
}

#[test]
fn bearings_are_listed_opened_compared_restored_and_deleted_and_undo_brings_them_back() {
    let dir = fresh();
    danish(
        &dir,
        &["2.1", "+1", "s Efterår", "2.1", "+4", "3.3", "-1", "s", ""],
    );
    let talked = danish(
        &dir,
        &[
            "c", "b", "2", "1", "2", "1", "skru", "b", "1", "slet", "u", "c", "gentag", "b",
        ],
    );
    talked.says(&[
        // the last bearing beside now
        "til nu: intet har flyttet sig.\n",
        "2 pejlinger, den nyeste først.\n1 Pejling ",
        "\n2 Efterår, ",
        "Rettidig samskabelse: +1, skruet op.\n11 andre i midten.\n",
        "1 Sammenlign med nu\n2 Sammenlign med en anden pejling\n",
        "\n5 Skru tilbage hertil\n6 Slet pejlingen\n",
        "Fra Efterår, ",
        "til nu: 2 har flyttet sig.\nRettidig samskabelse: +1 → +4\nEvidensbaseret opgaveløsning: 0 → −1\n",
        "1 Pejling ",
        "Fra Efterår, ",
        "til Pejling ",
        "Rettidig samskabelse: +4 → +1, skruet op.\nEvidensbaseret opgaveløsning: −1 → 0, i midten. Gemt.\n",
        "pejlingen er taget ud af listen. Gemt.\nu henter den tilbage.\n1 pejling.\n",
        "Fortrudt. Pejling ",
        "pejlingen står i listen. Gemt.\n",
        "til nu: 2 har flyttet sig.\n",
        "Gentaget. ",
        "1 pejling.\n",
    ]);
    let profile = profile(&dir);
    assert_eq!(profile.bearings.len(), 1);
    assert_eq!(profile.value("samskabelse").get(), 1);
}

#[test]
fn what_moved_at_a_bearing_can_be_told_of_and_a_bearing_has_a_note_and_another_name() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &[
            "s Først",
            "2.1",
            "+3",
            "s Så",
            "3",
            "1",
            "Flere borgere",
            "med.",
            ".",
            "1",
            "3",
            "2",
            "At spørge.",
            ".",
            "1",
            "n",
            "Et godt kvartal.",
            ".",
            "1",
            "giv",
            "Sommer",
            "b",
            "1",
            "u",
        ],
    );
    talked.says(&[
        "Så, ",
        "Noget har flyttet sig siden sidst. Hvad gav det?\nSå, ",
        "Rettidig samskabelse: +3, skruet op.\n11 andre i midten.\n",
        "3 Skriv, hvad det gav\n",
        "1 Rettidig samskabelse, effekt\n2 Rettidig samskabelse, læring\n",
        "Hvilken effekt gav det?\nSkriv på en eller flere linjer.",
        "Effekt og læring ved Rettidig samskabelse: 2 linjer. Gemt.\n",
        "Hvad lærte I undervejs?\n",
        "Effekt og læring ved Rettidig samskabelse: 3 linjer. Gemt.\n",
        "Hvad viser pejlingen?\n",
        "Note på pejling Så, ",
        ": 1 linje. Gemt.\n",
        "Pejlingen hedder Sommer, ",
        "Gemt.\n",
        "1 Sommer, ",
        "Et godt kvartal.\nRettidig samskabelse: +3, skruet op.\nEffekt: Flere borgere med.\nLæring: At spørge.\n",
        "Fortrudt. Pejlingen hedder Så, ",
    ]);
    let profile = profile(&dir);
    assert_eq!(
        profile.bearings[1].dials["samskabelse"].effect,
        "Flere borgere\nmed."
    );
    assert_eq!(profile.bearings[1].label, "Så");
}

#[test]
fn a_decision_is_written_held_against_the_raised_marks_and_goes_with_the_next_bearing() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &[
            "d",
            "1",
            "Vi slår to hold sammen.",
            ".",
            "1",
            "2.1",
            "+2",
            "d",
            "1",
            "1",
            "Spørg brugerne først.",
            ".",
            "1",
            "",
            "2",
            "1",
            "Fra maj.",
            ".",
            "1",
            "d",
            "2",
            "Endnu en.",
            ".",
            "1",
            "n",
            "3",
            "",
            "s",
            "",
            "d",
            "u",
        ],
    );
    talked.says(&[
        "Ingen beslutninger siden sidste pejling.\n1 Skriv en beslutning\n",
        "Hvad har du besluttet, eller hvad står du over for at beslutte?\n",
        "1 beslutning siden sidste pejling. Gemt.\nVi slår to hold sammen.\nIntet pejlemærke er skruet op lige nu.\n",
        "1 Vi slår to hold sammen, ",
        "Hvad siger de pejlemærker, du har skruet op for?\n1 Rettidig samskabelse\n2 Ret eller slet beslutningen\n",
        "Hvad siger pejlemærket til beslutningen?\n",
        "Beslutningen er ændret. Gemt.\n",
        "1 Rettidig samskabelse: Spørg brugerne først.\n",
        "Beslutningen er ændret. Gemt.\n",
        "2 beslutninger siden sidste pejling. Gemt.\nEndnu en.\n",
        "Endnu en.\n1 Skriv videre\n2 Begynd forfra\n3 Slet teksten\n",
        "1 beslutning siden sidste pejling. Gemt.\n",
        "pejlingen står i listen.\nIngen beslutninger siden sidste pejling. Gemt.\n",
        "Ingen beslutninger siden sidste pejling.\n1 Skriv en beslutning\n",
        "Fortrudt. 1 beslutning siden sidste pejling.\n",
    ]);
    let profile = profile(&dir);
    assert_eq!(profile.decisions[0].text, "Vi slår to hold sammen.\nFra maj.");
    assert_eq!(
        profile.decisions[0].answers["samskabelse"],
        "Spørg brugerne først."
    );
    assert!(profile.bearings.is_empty());
}

#[test]
fn a_mark_is_connected_with_documents_and_with_what_it_enriches_and_the_profile_has_a_note() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &[
            "2.1",
            "hænger",
            "2",
            "hænger",
            "1",
            "beriger",
            "3",
            "",
            "hænger",
            "2",
            "3.1",
            "beriger",
            "start",
            "n",
            "Vi flytter.",
            ".",
            "1",
            "p",
        ],
    );
    talked.says(&[
        "6 Hænger sammen med\n7 Beriger\n",
        "1 Udviklingsstrategien\n2 Strategien for Attraktive Arbejdspladser\n3 Fælles Retning\n",
        "Dokumenter ved Rettidig samskabelse: Strategien for Attraktive Arbejdspladser. Gemt.\n",
        "2 Strategien for Attraktive Arbejdspladser, valgt\n",
        "Rettidig samskabelse beriger Evidensbaseret opgaveløsning. Gemt.\n",
        "Hænger sammen med Strategien for Attraktive Arbejdspladser, Udviklingsstrategien.\nBeriger Evidensbaseret opgaveløsning.\n",
        "Dokumenter ved Rettidig samskabelse: Udviklingsstrategien. Gemt.\n",
        // a mark of the operations enriches no operations
        "Kender ikke »beriger«.",
        "Hvad står I i lige nu?\n",
        "Note på profilen: 1 linje. Gemt.\n",
        "5 Note: Vi flytter.\n",
    ]);
    let dial = &profile(&dir).dials["samskabelse"];
    assert_eq!(dial.documents, ["Udviklingsstrategien"]);
    assert_eq!(dial.enriches, ["evidens"]);
}

#[test]
fn a_bearing_that_is_open_while_its_taking_is_undone_leads_to_those_that_are_left() {
    let dir = fresh();
    for choice in ["1", "2", "4", "5", ""] {
        let talked = danish(&dir, &["s En", "f En", "1", "u", choice, "x", "x", "x"]);
        talked.says(&[
            "Fortrudt. En, ",
            "Ingen pejlinger endnu.",
            "Her begynder det. q slutter.\n",
        ]);
    }
}

#[test]
fn many_bearings_are_told_in_parts() {
    let dir = fresh();
    let labels: Vec<String> = (1..=45).map(|number| format!("s N{number:02}")).collect();
    let mut lines: Vec<&str> = labels.iter().map(String::as_str).collect();
    lines.extend(["b", "21", "21", "5"]);
    danish(&dir, &lines).says(&[
        "45 pejlinger",
        "1 N45, ",
        "20 N26, ",
        "21 Ældre pejlinger\nSkriv et tal. x går tilbage.\n\n1 N25, ",
        "21 Ældre pejlinger\n\n1 N05, ",
        "5 N01, ",
        "\n\nN01, ",
    ]);
}

#[test]
fn the_mirror_asks_and_is_answered_in_each_of_its_ways_or_put_away() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &["2.1", "+4", "w", "1", "2", "w", "1", "1", "op", "x", "x", "w"],
    );
    talked.says(&[
        "0 → +4, skruet op. Gemt.\nHvilket behov? n skriver det ned.\nSpejlet spørger: Du har skruet op for",
        "Spejlet har 2 spørgsmål.\n1 Du har skruet op for Rettidig samskabelse. Hvilket pejlemærke i feltet Drift beriger det?\n",
        "»",
        "«\n1 Det beriger Sikker drift",
        "Rettidig samskabelse beriger Differentieret og proaktiv økonomistyring. Gemt.\nSpejlet har 1 spørgsmål.\n",
        "1 Læs teksten\n2 Svar med dine egne ord\n3 Læg spørgsmålet væk\n",
        "Niveau 2, dit niveau.\nRettidig samskabelse: +4\n",
        "Spejlet har ingen spørgsmål lige nu.\n",
    ]);
    assert_eq!(profile(&dir).dials["samskabelse"].enriches, ["oekonomistyring"]);
    let talked = danish(
        &dir,
        &[
            "s",
            "",
            "w",
            "1",
            "1",
            "Færre hænder",
            "drift",
            "-5",
            "w",
            "1",
            "1",
            "Vi passer på.",
            ".",
            "1",
            "w",
            "1",
            "2",
            "u",
        ],
    );
    talked.says(&[
        "1 Skriv udfordringen\n",
        "Udfordring: Færre hænder. Gemt.\n",
        "Svaret er skrevet. Gemt.\nSpejlet har 1 spørgsmål.\n",
        "Spørgsmålet er lagt væk. Gemt.\nSpejlet har ingen spørgsmål lige nu.\n",
        "Fortrudt. Spørgsmålet er åbent igen. Gemt.\n",
    ]);
    let profile = profile(&dir);
    assert_eq!(profile.challenge, "Færre hænder");
    let replies: Vec<_> = profile
        .replies
        .values()
        .map(|reply| reply.text.as_str())
        .collect();
    assert_eq!(replies, ["Vi passer på."]);
}

#[test]
fn the_profile_is_filled_in_and_a_date_must_be_one_that_is_to_come() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &[
            "p",
            "1",
            "niveau 1",
            "2",
            "Ældre og sundhed",
            "4",
            "i morgen",
            "1.1.2020",
            "24.12.2199",
            "",
            "4",
            ".",
            "2",
            "",
        ],
    );
    talked.says(&[
        "Profil: Min profil.\n1 Dit niveau: Niveau 2\n2 Enhed: ikke sat\n",
        "1 Niveau 1\n2 Niveau 2\n",
        "Dit niveau: Niveau 1. Gemt.\n",
        "Enhed: Ældre og sundhed. Gemt.\n",
        "Skriv den som 23.11.2026.",
        "Det er ikke en dato, der ligger fremme.",
        "Det er ikke en dato, der ligger fremme.",
        "Se igen: 24. december 2199. Gemt.\n",
        "4 Se igen: 24. december 2199\n",
        "Se igen: ikke sat. Gemt.\n",
        "Intet er ændret.\n",
    ]);
    let profile = profile(&dir);
    assert_eq!((profile.level, profile.unit.as_str()), (1, "Ældre og sundhed"));
}

#[test]
fn profiles_are_made_changed_between_renamed_and_deleted() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &[
            "2.1",
            "+1",
            "p",
            "andre",
            "2",
            "Vinter",
            "2.1",
            "+2",
            "p",
            "andre",
            "4",
            "Sommer",
            "p",
            "andre",
            "1",
            "2.1",
            "p",
            "andre",
            "sommer",
            "p",
            "andre",
            "5",
            "ja",
            "p",
            "andre",
            "5",
            "Sommer",
            "p",
            "andre",
            "2",
            "Min profil",
        ],
    );
    talked.says(&[
        "1 profil.\n1 Min profil, i brug\n2 Ny profil\n3 Giv profilen et andet navn\n4 Slet profilen\n",
        "Navn på profilen?",
        "Profil: Vinter.\n1 Vi optimerer",
        "0 → +2, skruet op. Gemt.\n",
        "2 profiler.\n1 Min profil\n2 Vinter, i brug\n",
        "Profil: Sommer.\n",
        "1 Min profil\n2 Sommer, i brug\n",
        "Profil: Min profil.\n",
        "Rettidig samskabelse: +1, skruet op",
        "Profil: Sommer.\n",
        "Skriv »Sommer« for at slette profilen.",
        "Intet er ændret.",
        "Skriv »Sommer« for at slette profilen.",
        "Profilen er slettet. Dens sidste stand ligger i ",
        "Profil: Min profil.\n",
        "optaget",
    ]);
    let profiles: Vec<_> = fs::read_dir(dir.path().join("profiles"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".json"))
        .collect();
    assert_eq!(profiles, ["min-profil.json"]);
    assert_eq!(profile(&dir).value("samskabelse").get(), 1);
}

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
        let talked = give(pejl(dir.path(), "da"), lines.join("\n").as_bytes());
        assert_eq!(talked.code, Some(0), "{lines:?}");
        assert!(
            talked.out.ends_with("\n\nSlut. Alt er gemt.\n\n"),
            "{}",
            talked.out
        );
    }
    let talked = give(pejl(dir.path(), "da"), b"2.1\nn\nEn\nto");
    assert_eq!(talked.code, Some(0));
    talked.says(&["Note på Rettidig samskabelse: 2 linjer. Gemt.\nSlut. Alt er gemt.\n"]);
    // below what stood there, also where it was begun anew
    let talked = give(pejl(dir.path(), "da"), b"2.1\nn\n2\ntre\n.\n");
    talked.says(&["1 Gem\n2 Kass", "Note på Rettidig samskabelse: 3 linjer. Gemt.\n"]);
    assert_eq!(profile(&dir).note("samskabelse"), "En\nto\ntre");
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
            .out
            .matches("Linjen er for lang og er ikke læst.\n")
            .count(),
        4
    );
    assert_eq!(profile(&dir).note("samskabelse"), "En\nto");
    assert!(
        talked.out.lines().all(|line| line.chars().count() < 400),
        "what was typed is said back shortened"
    );
    let talked = danish(&dir, &["s", &"b".repeat(201), "kort"]);
    talked.says(&["Der er plads til 200 tegn.\n", "kort, "]);
}

#[test]
fn what_is_no_utf_8_is_not_read_and_the_dialogue_goes_on() {
    let dir = fresh();
    let talked = give(
        pejl(dir.path(), "da"),
        b"f \xf8konomi\n2.1\nn\nbl\xe5b\xe6r\nen\n.\n1\n\xff\xfe2\x001\x00\nq\n",
    );
    assert_eq!(talked.code, Some(0));
    assert_eq!(
        talked
            .out
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
    let talked = give(pejl(dir.path(), "da"), input.as_bytes());
    assert_eq!(talked.code, Some(0), "{}", talked.out);
    talked.says(&["»rødx«", "før\nnurødx\nto\n", "1 rødx, "]);
    let note = profile(&dir).note("samskabelse").to_owned();
    assert_eq!(note, format!("før\rnu{hostile}\nto"), "stored as it was typed");
    let framework = include_str!("fixtures/example-framework.json");
    let file = dir.path().join("framework.json");
    fs::write(&file, framework).unwrap();
    let mut command = pejl(&dir.path().join("other"), "da");
    command.arg("--framework").arg(&file);
    assert_eq!(give(command, b"1\n1\n+2\ni\nw\nv\n").code, Some(0));
}

#[test]
fn a_profile_that_another_pejl_has_open_is_read_and_not_changed() {
    let dir = fresh();
    danish(&dir, &["2.1", "+2", "s En"]);
    let before = fs::read(file(dir.path())).unwrap();
    let store = Store::new(dir.path().to_owned(), system_clock);
    let held = store.open(DEFAULT_SLUG, "kalundborg-lsg", Access::Edit).unwrap();
    let talked = danish(
        &dir,
        &[
            "2.1", "op", "n", "s", "s To", "u", "r", "v", "b", "1", "2", "3", "w", "1", "p", "1", "1", "p",
            "andre", "4", "1",
        ],
    );
    drop(held);
    assert!(
        talked
            .out
            .starts_with("Kun læsning: åben i en anden pejl.\nLedelses- og styringsgrundlag."),
        "{}",
        talked.out
    );
    talked.says(&[
        "Rettidig samskabelse: +2",
        "\n\nKun læsning: åben i en anden pejl.\n\n",
        "\n\nSlut.\n",
    ]);
    talked.never_says("Gemt.");
    assert_eq!(fs::read(file(dir.path())).unwrap(), before);
}

#[test]
fn saved_is_said_only_where_it_is_so_and_what_was_not_saved_is_kept_elsewhere() {
    let dir = fresh();
    let home = fresh();
    let mut command = pejl(dir.path(), "da");
    command.env("HOME", home.path());
    let mut child = command.spawn().unwrap();
    let (stdin, stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let mut open = Open {
        child,
        stdin,
        stdout: BufReader::new(stdout),
    };
    open.heard();
    open.asks("2.1");
    assert!(open.asks("+1").contains("0 → +1, skruet op. Gemt.\n"));
    // a file where the folder was: nothing can be saved
    fs::remove_dir_all(dir.path().join("profiles")).unwrap();
    fs::write(dir.path().join("profiles"), "").unwrap();
    let said = open.asks("+2");
    assert!(
        said.contains("+1 → +2, skruet op. Ikke gemt: ") && !said.contains("Gemt."),
        "{said}"
    );
    let (said, errors, code) = open.ends();
    assert!(
        said.contains("Ikke gemt: ") && said.ends_with("Slut.\n\n"),
        "{said}"
    );
    assert!(
        errors.starts_with("pejl: ") && errors.contains("profilen ligger nu i"),
        "{errors}"
    );
    assert_eq!(code, Some(74));
    let kept = read_profile(&home.path().join("min-profil.json"), Limits::OWN).unwrap();
    assert_eq!(kept.value("samskabelse").get(), 2);
}

#[test]
fn a_change_by_another_program_is_told_once_and_both_are_kept() {
    let dir = fresh();
    danish(&dir, &["2.1", "+1"]);
    let mut open = Open::new(dir.path());
    open.asks("2.1");
    let theirs = fs::read_to_string(file(dir.path()))
        .unwrap()
        .replace("\"value\": 1", "\"value\": 5");
    fs::write(file(dir.path()), &theirs).unwrap();
    let said = open.asks("+2");
    assert!(
        said.contains("Et andet program har ændret profilen imens"),
        "{said}"
    );
    let said = open.asks("+3");
    assert!(
        said.contains("+2 → +3, skruet op. Gemt i filen ved siden af.\n"),
        "{said}"
    );
    let (_, errors, code) = open.ends();
    assert!(
        errors.contains("et andet program har ændret profilen"),
        "{errors}"
    );
    assert_eq!(code, Some(74));
    assert_eq!(fs::read_to_string(file(dir.path())).unwrap(), theirs);
    let kept = fs::read_dir(dir.path().join("profiles"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.to_string_lossy().contains("conflict"))
        .unwrap();
    let kept = read_profile(&kept, Limits::OWN).unwrap();
    assert_eq!(kept.value("samskabelse").get(), 3);
}

#[cfg(unix)]
#[test]
fn a_signal_keeps_what_was_being_written_and_is_the_exit_status() {
    use rustix::process::{Pid, Signal, kill_process};
    for (signal, code) in [(Signal::INT, 130), (Signal::TERM, 143), (Signal::HUP, 129)] {
        let dir = fresh();
        let mut open = Open::new(dir.path());
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
    let mut child = pejl(dir.path(), "da").spawn().unwrap();
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
        let mut command = Command::new(env!("CARGO_BIN_EXE_pejl"));
        command
            .args(["--lang", "da", "--data-dir"])
            .arg(dir.path())
            .env("HOME", dir.path())
            .env("ACCESSIBLE", value)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        give(command, b"q\n")
    };
    assert_eq!(run("1").code, Some(0));
    let without = run("0");
    assert_eq!(without.code, Some(2));
    assert!(without.errors.contains("»pejl --plain«"), "{}", without.errors);
}

/// A line as somebody may type it: what means something, and what does not.
fn typed() -> impl Strategy<Value = String> {
    let meant = prop::sample::select(vec![
        "", "1", "2", "3", "4", "5", "6", "7", "21", "d", "w", "skriv", "+", "-", "+3", "-5", "0", "n", ".",
        "v", "v 1", "o", "i", "s", "s x", "b", "c", "w", "p", "f", "f drift", "u", "r", "x", "h", "start",
        "2.1", "drift", "sa", "op 3", "ned 9",
    ]);
    prop_oneof![
        12 => meant.prop_map(str::to_owned),
        1 => "\\PC{0,12}",
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
        let dir = fresh();
        let store = Store::new(dir.path().to_owned(), system_clock);
        let framework = Framework::built_in();
        let opened = store.open(DEFAULT_SLUG, &framework.id, Access::Edit).unwrap();
        let lang = if english { Lang::En } else { Lang::Da };
        let translation = Some(Framework::built_in_english());
        let mut plain = Plain::new(framework, translation, lang, store.clone(), system_clock, opened);
        let mut out = Vec::new();
        plain::run(lines.join("\n").as_bytes(), &mut out, &mut plain).unwrap();
        let out = String::from_utf8(out).unwrap();
        harmless(&out);
        prop_assert!(!out.contains("\n\n\n") && out.ends_with("\n\n"), "{out}");
        let end = lang.text().plain.end_saved;
        prop_assert_eq!(out.trim_end().lines().last(), Some(end));
        if out.contains(lang.text().plain.saved) {
            let slugs = store.list().unwrap().into_iter().map(|listed| listed.slug);
            let mut files = slugs.map(|slug| fs::read(store.file(&slug).unwrap()).unwrap());
            let written = schema::write(&plain.profile);
            prop_assert!(files.any(|file| file == written));
        }
    }
}
