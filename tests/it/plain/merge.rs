//! Two versions of a profile: which goes on, or both merged by numbered questions.

use super::*;
use std::io::{self, Read};

const MINE: &str = r#"{
    "format": "pejl.profile", "version": "1.0", "name": "Min profil", "framework": "kalundborg-lsg", "level": 2,
    "unit": "Ældre", "mine": 1,
    "dials": { "samskabelse": { "value": 4, "note": "Nyt botilbud" }, "evidens": { "value": -1 } }
}"#;

const THEIRS: &str = r#"{
    "format": "pejl.profile", "version": "1.0", "name": "Min profil", "framework": "kalundborg-lsg", "level": 2,
    "unit": "Ældre", "theirs": 2,
    "dials": { "samskabelse": { "value": -1, "note": "Vent\ntil foråret" }, "tilpasning": { "value": 2 } },
    "bearings": [{ "id": "b1", "at": "2026-11-02T09:00:00+01:00", "label": "Vinter", "dials": {} }]
}"#;

const COPY: &str = "min-profil-HR-PC17.json";

/// A dialogue in this process, so that something can happen between two lines of it: these lines, then `meanwhile`, then
/// those. Answers what was said, and what was not saved at its end.
fn talk_here(
    dir: &Home,
    before: &[&str],
    meanwhile: impl FnOnce(),
    after: &[&str],
) -> (Answer, Option<Fault>) {
    talk_in_parts(dir, vec![(before, Box::new(meanwhile)), (after, Box::new(|| {}))])
}

/// Lines, and what happens after them.
type Part<'a> = (&'a [&'a str], Box<dyn FnOnce() + 'a>);

/// The same in any number of parts.
fn talk_in_parts(dir: &Home, parts: Vec<Part>) -> (Answer, Option<Fault>) {
    struct Then<F>(Option<F>);
    impl<F: FnOnce()> Read for Then<F> {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            if let Some(act) = self.0.take() {
                act();
            }
            Ok(0)
        }
    }
    let mut input: Box<dyn Read> = Box::new(io::empty());
    for (lines, act) in parts {
        let lines: String = lines.iter().map(|line| format!("{line}\n")).collect();
        input = Box::new(input.chain(io::Cursor::new(lines)).chain(Then(Some(act))));
    }
    let store = Store::new(dir.data(), system_clock);
    let framework = Framework::built_in();
    let opened = store.open(DEFAULT_SLUG, &framework.id, Access::Edit).unwrap();
    let outside = Outside {
        store,
        clock: system_clock,
        config: dir.config(),
        preferences: Preferences::default(),
        home: dir.dir().to_owned(),
        folder: dir.dir().to_owned(),
    };
    let mut plain = Plain::new(framework, None, Lang::Da, outside, opened);
    let mut out = Vec::new();
    let talked = plain::run(BufReader::new(input), &mut out, &mut plain);
    let out = String::from_utf8(out).unwrap();
    harmless(&out);
    let talked_out = Answer {
        out: out.into_bytes(),
        err: String::new(),
        code: None,
    };
    (talked_out, talked.err())
}

/// The same without anything between.
#[track_caller]
fn here(dir: &Home, lines: &[&str]) -> Answer {
    let (talked, unsaved) = talk_here(dir, lines, || {}, &[]);
    assert_eq!(unsaved, None, "{}", talked.text());
    talked
}

/// A folder with the profile and a copy of it.
fn copied(copy: &str) -> Home {
    let dir = fresh();
    fs::create_dir_all(dir.path("data/profiles")).unwrap();
    fs::write(dir.profile(), MINE).unwrap();
    fs::write(dir.path("data/profiles").join(COPY), copy).unwrap();
    dir
}

fn copy(dir: &Home) -> Option<String> {
    fs::read_to_string(dir.path("data/profiles").join(COPY)).ok()
}

/// What is kept among the deleted.
fn deleted(dir: &Home) -> Vec<String> {
    let entries = fs::read_dir(dir.path("data/deleted")).into_iter().flatten();
    entries
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect()
}

#[test]
fn a_copy_is_merged_by_a_question_for_each_difference() {
    let dir = copied(THEIRS);
    let talked = danish(&dir, &["p", "6", "8", "1", "2", "3", "1", "2", "1"]);
    talked.in_turn(&[
        "8 1 konfliktkopi af en profil\n",
        "1 konfliktkopi af en profil\n1 Flet min-profil-HR-PC17.json ind\n",
        "Forskel 1 af 4: Rettidig samskabelse, drejeknap.\n",
        "Din udgave: +4 skruet op\nDen anden: minus 1 skruet ned\n",
        "1 Din udgave\n2 Den anden\n3 Din her og i resten\n4 Den anden her og i resten\n5 Flet ikke nu\n",
        "Forskel 2 af 4: Rettidig samskabelse, note.\nDin udgave: Nyt botilbud\nDen anden:\nVent\ntil foråret\n",
        "3 Begge\n",
        "Forskel 3 af 4: Evidensbaseret opgaveløsning, drejeknap.\n",
        "Forskel 4 af 4: Tilpasningsdygtig organisation, drejeknap.\n",
        "1 Din udgave\n2 Den anden\n3 Flet ikke nu\n",
        "Valgt: 1 fra din, 2 fra den anden, 1 fra begge.\nKommer med fra den anden: 1 pejling.\n",
        "1 Gem den flettede profil\n2 Vælg forfra\n3 Flet ikke nu\n",
        "De to udgaver er flettet. Den anden ligger nu blandt de slettede profiler",
        "Gemt.",
    ]);
    let merged = profile(&dir);
    assert_eq!(merged.value("samskabelse").get(), -1);
    assert_eq!(merged.note("samskabelse"), "Nyt botilbud\n\nVent\ntil foråret");
    assert_eq!(
        (merged.value("evidens").get(), merged.value("tilpasning").get()),
        (-1, 2)
    );
    assert_eq!(merged.bearings.len(), 1);
    assert_eq!(
        (&merged.extra["mine"], &merged.extra["theirs"]),
        (&1.into(), &2.into())
    );
    assert_eq!(copy(&dir), None);
    assert_eq!(deleted(&dir), [THEIRS]);
    // one step of undo, also after the dialogue
    danish(&dir, &["u"]).in_turn(&["Fortrudt", "Fletning af to udgaver."]);
    assert_eq!(profile(&dir).value("samskabelse").get(), 4);
    assert!(profile(&dir).bearings.is_empty());
}

#[test]
fn what_is_left_or_ends_in_the_middle_leaves_both_as_they_are() {
    for lines in [
        &["flet", "1", "2", "6"] as &[&str],
        &["flet", "1", "2"],
        &["flet", "1", "4", "3"],
        &["flet", "1", "4", "2", "5"],
    ] {
        let dir = copied(THEIRS);
        here(&dir, lines);
        assert_eq!(fs::read_to_string(dir.profile()).unwrap(), MINE, "{lines:?}");
        assert_eq!(copy(&dir).as_deref(), Some(THEIRS), "{lines:?}");
        assert!(deleted(&dir).is_empty(), "{lines:?}");
    }
    let dir = copied(THEIRS);
    here(&dir, &["flet", "1", "4", "3"]).in_turn(&["Intet er ændret. Begge udgaver ligger der stadig."]);
}

#[test]
fn the_rest_is_chosen_at_once() {
    let dir = copied(THEIRS);
    here(&dir, &["flet", "1", "1", "5", "1"]).in_turn(&["Valgt: 1 fra din, 3 fra den anden, 0 fra begge."]);
    assert_eq!(profile(&dir).value("samskabelse").get(), 4);
    assert_eq!(profile(&dir).note("samskabelse"), "Vent\ntil foråret");
}

#[test]
fn what_cannot_be_merged_is_said_in_a_line_and_nothing_changes() {
    let foreign = THEIRS.replace("kalundborg-lsg", "et-andet");
    let newer = THEIRS.replace("\"1.0\"", "\"2.0\"");
    for (text, said) in [
        ("{", "min-profil-HR-PC17.json:1"),
        (&newer, "er lavet med en nyere pejl (version 2.0)"),
        (&foreign, "hører til et andet grundlag, »et-andet«"),
    ] {
        let dir = copied(text);
        here(&dir, &["flet", "1"]).in_turn(&[said]);
        assert_eq!(fs::read_to_string(dir.profile()).unwrap(), MINE);
        assert_eq!(copy(&dir).as_deref(), Some(text));
    }
    here(&fresh(), &["flet"]).in_turn(&["Der er kun én udgave af profilen."]);
}

#[test]
fn two_that_say_the_same_are_one_when_that_is_kept() {
    let dir = copied(MINE);
    here(&dir, &["flet", "1", "1"]).in_turn(&[
        "De to udgaver siger det samme.",
        "1 Gem",
        "2 Flet ikke nu",
        "flettet",
    ]);
    assert_eq!(copy(&dir), None);
    assert_eq!(deleted(&dir), [MINE]);
}

#[test]
fn a_copy_of_another_profile_opens_that_first() {
    let dir = copied(THEIRS);
    let teknik = MINE.replace("Min profil", "Teknik");
    fs::write(dir.path("data/profiles/teknik.json"), &teknik).unwrap();
    let other = teknik.replace("Ældre", "Vej og Park");
    fs::write(dir.path("data/profiles/teknik (1).json"), other).unwrap();
    here(&dir, &["flet", "2", "2", "1"]).in_turn(&[
        "2 konfliktkopier af profiler",
        "2 Flet teknik (1).json ind",
        "Profil: Teknik.",
        "Forskel 1 af 1: Enhed.",
        "flettet",
    ]);
    let kept = fs::read_to_string(dir.path("data/profiles/teknik.json")).unwrap();
    assert!(kept.contains("Vej og Park"));
    assert_eq!(fs::read_to_string(dir.profile()).unwrap(), MINE);
}

#[test]
fn after_another_program_changed_the_file_one_version_goes_on_or_both_merged() {
    for (lines, value, tilpasning, said) in [
        (
            &["1"] as &[&str],
            5,
            0,
            "Du arbejder videre i din udgave. Den anden ligger i ",
        ),
        (&["2"], -1, 2, "Den anden udgave er åben nu."),
        (&["3", "1", "5", "1"], 5, 2, "De to udgaver er flettet."),
    ] {
        let dir = fresh();
        fs::create_dir_all(dir.path("data/profiles")).unwrap();
        fs::write(dir.profile(), MINE).unwrap();
        let meanwhile = || fs::write(dir.profile(), THEIRS).unwrap();
        let after = [&["op", "flet"], lines, &["flet"]].concat();
        let (talked, unsaved) = talk_here(&dir, &["Rettidig samskabelse"], meanwhile, &after);
        talked.in_turn(&[
            "Et andet program har ændret profilen imens",
            "Skriv »flet« for at vælge mellem de to.",
            "Begge udgaver er gemt.\n1 Arbejd videre i din udgave\n2 Arbejd videre i den anden\n3 Flet de to\n",
            said,
        ]);
        assert_eq!(unsaved, None);
        assert_eq!(profile(&dir).value("samskabelse").get(), value, "{lines:?}");
        assert_eq!(profile(&dir).value("tilpasning").get(), tilpasning, "{lines:?}");
        // both versions lie somewhere still, theirs byte for byte
        let merged = lines.len() > 1;
        let mut kept = deleted(&dir);
        assert_eq!(kept.len(), if merged { 2 } else { 0 });
        for entry in fs::read_dir(dir.path("data/profiles")).unwrap() {
            kept.push(fs::read_to_string(entry.unwrap().path()).unwrap());
        }
        assert!(kept.iter().any(|text| text == THEIRS), "{lines:?}");
        let own = |text: &String| text.contains("\"samskabelse\": {\n      \"value\": 5");
        assert!(kept.iter().any(own), "{lines:?}");
        // it is one version again, and the other one a copy or among the deleted
        talked.in_turn(&[
            "Arbejd videre i",
            if merged { "kun én udgave" } else { "konfliktkopi" },
        ]);
    }
}

#[test]
fn where_nothing_is_chosen_both_versions_lie_there_at_the_end() {
    let dir = fresh();
    fs::create_dir_all(dir.path("data/profiles")).unwrap();
    fs::write(dir.profile(), MINE).unwrap();
    let meanwhile = || fs::write(dir.profile(), THEIRS).unwrap();
    let (_, unsaved) = talk_here(
        &dir,
        &["Rettidig samskabelse"],
        meanwhile,
        &["op", "flet", "3", "1"],
    );
    let Some(Fault::Conflict { kept }) = unsaved else {
        panic!("{unsaved:?}");
    };
    assert_eq!(fs::read_to_string(dir.profile()).unwrap(), THEIRS);
    let kept = read_profile(&kept, Limits::OWN).unwrap();
    assert_eq!(kept.value("samskabelse").get(), 5);
}

#[test]
fn a_copy_that_changed_while_it_was_asked_about_is_asked_about_again() {
    let dir = copied(THEIRS);
    let again = THEIRS.replace("Ældre", "Børn");
    let meanwhile = || fs::write(dir.path("data/profiles").join(COPY), &again).unwrap();
    let (talked, _) = talk_here(&dir, &["flet", "1", "4"], meanwhile, &["1", "4", "1"]);
    talked.in_turn(&[
        "Forskel 1 af 4",
        "Den anden udgave er ændret imens. Se forskellene igen.",
        "Forskel 1 af 5: Enhed.",
        "flettet",
    ]);
    assert_eq!(profile(&dir).unit, "Børn");
}

#[test]
fn the_other_version_s_name_is_the_file_s_too_unless_another_profile_has_it() {
    let theirs = THEIRS.replace("Min profil", "Teknik");
    let names = |dir: &Home| {
        let listed = Store::new(dir.data(), system_clock).list().unwrap();
        listed.into_iter().map(|listed| listed.slug).collect::<Vec<_>>()
    };
    let dir = copied(&theirs);
    here(&dir, &["p", "6", "8", "1", "4", "1"])
        .in_turn(&["Forskel 1 af 5: Navn.", "De to udgaver er flettet."]);
    assert_eq!(names(&dir), ["teknik"]);
    assert_eq!((copy(&dir), deleted(&dir)), (None, vec![theirs.clone()]));
    let read = |slug| {
        let store = Store::new(dir.data(), system_clock);
        store.open(slug, "kalundborg-lsg", Access::Read).unwrap().profile
    };
    assert_eq!(read("teknik").value("samskabelse").get(), -1);
    // one step, with its file, also after the dialogue
    let talked = danish(&dir, &["u", "r", "u", "u"]);
    talked.in_turn(&[
        "Fortrudt. Fletning af to udgaver. Gemt.",
        "Gentaget. Fletning af to udgaver. Gemt.",
        "Der er ikke mere at fortryde.",
    ]);
    assert_eq!(names(&dir), ["min-profil"]);
    let back = read("min-profil");
    assert_eq!(
        (back.name.as_str(), back.value("samskabelse").get()),
        ("Min profil", 4)
    );

    let dir = copied(&theirs);
    fs::write(dir.path("data/profiles/teknik.json"), &theirs).unwrap();
    let before = fs::read_to_string(dir.profile()).unwrap();
    here(&dir, &["flet", "1", "4", "1"])
        .in_turn(&["»Teknik« er optaget af en profil", "Forskel 1 af 5: Navn."]);
    assert_eq!(fs::read_to_string(dir.profile()).unwrap(), before);
    assert_eq!(copy(&dir), Some(theirs));
    here(&dir, &["flet", "1", "4", "1", "1", "1"]).in_turn(&["De to udgaver er flettet."]);
    assert_eq!(profile(&dir).name, "Min profil");
    assert_eq!(profile(&dir).value("samskabelse").get(), -1);
}

#[test]
fn where_the_other_version_is_deleted_one_s_own_goes_on_and_nothing_else_does() {
    let dir = fresh();
    fs::create_dir_all(dir.path("data/profiles")).unwrap();
    fs::write(dir.profile(), MINE).unwrap();
    let write = || fs::write(dir.profile(), THEIRS).unwrap();
    let delete = || fs::remove_file(dir.profile()).unwrap();
    let parts: Vec<Part> = vec![
        (&["Rettidig samskabelse"], Box::new(write)),
        (&["op", "flet"], Box::new(delete)),
        (&["2", "3", "1", "flet"], Box::new(|| {})),
    ];
    let (talked, unsaved) = talk_in_parts(&dir, parts);
    talked.in_turn(&[
        "Begge udgaver er gemt.",
        "Den anden udgave af profilen findes ikke længere: arbejd videre i din.",
        "Den anden udgave af profilen findes ikke længere: arbejd videre i din.",
        "Du arbejder videre i din udgave. Den anden findes ikke længere. Gemt.",
        "1 konfliktkopi af en profil",
    ]);
    assert_eq!(unsaved, None);
    assert_eq!(profile(&dir).value("samskabelse").get(), 5);
}
