//! What can be undone is one thing: in the dialogue, in the interface, by the commands, over a restart.

use super::*;
use crate::common::Driver;
use std::ops::{Deref, DerefMut};

/// The interface in this process; no program is started while it has its profile open.
struct Interface {
    driver: Driver,
    _open: RwLockReadGuard<'static, ()>,
}

impl Interface {
    fn new(home: &Home, width: u16, height: u16) -> Self {
        let _open = OPEN_HERE.read().unwrap_or_else(PoisonError::into_inner);
        let driver = Driver::on_disk(home.dir(), width, height);
        Self { driver, _open }
    }

    fn leave(self) {
        self.driver.leave();
    }
}

impl Deref for Interface {
    type Target = Driver;
    fn deref(&self) -> &Driver {
        &self.driver
    }
}

impl DerefMut for Interface {
    fn deref_mut(&mut self) -> &mut Driver {
        &mut self.driver
    }
}

fn store(home: &Home) -> Store {
    Store::new(home.data(), system_clock)
}

fn plain(home: &Home, lines: &[&str]) -> Answer {
    let talked = give(dialogue(home, "da"), lines.join("\n").as_bytes());
    assert_eq!(talked.code, Some(0), "{}{}", talked.text(), talked.err);
    talked
}

/// A command, which must do what it is asked.
fn command(home: &Home, args: &[&str]) {
    let mut command = home.command();
    command.args(args);
    let talked = give(piped(command), b"");
    assert_eq!(talked.code, Some(0), "{}", talked.err);
}

fn value(home: &Home, mark: &str) -> i8 {
    profile_of(home, DEFAULT_SLUG).value(mark).get()
}

fn profile_of(home: &Home, slug: &str) -> Profile {
    read_profile(&store(home).file(slug).unwrap(), Limits::OWN).unwrap()
}

#[test]
fn a_step_made_in_the_interface_is_undone_in_the_dialogue_and_the_other_way_round() {
    let home = &fresh();
    let mut driver = Interface::new(home, 80, 24);
    driver.press("2 Enter Enter + +");
    driver.leave();
    plain(home, &["u"]).in_turn(&["Fortrudt. Rettidig samskabelse: fra +2 til +1, skruet op. Gemt."]);
    assert_eq!(value(home, "samskabelse"), 1);
    let mut driver = Interface::new(home, 80, 24);
    driver
        .press("Ctrl+R")
        .shows(&["Gentaget: Rettidig samskabelse +1 → +2"]);
    driver.leave();
    plain(home, &["evidens", "-3", "n", "Tal", ".", "1"]);
    let mut driver = Interface::new(home, 80, 24);
    driver
        .press("u")
        .shows(&["Fortrudt: note på Evidensbaseret opgaveløsning"]);
    driver
        .press("u")
        .shows(&["Fortrudt: Evidensbaseret opgaveløsning 0 → −3"]);
    driver.leave();
    plain(home, &["r", "r", "u", "u", "u", "u", "u"]).in_turn(&[
        "Gentaget. Evidensbaseret opgaveløsning: fra 0 til minus 3",
        "Gentaget. Note på Evidensbaseret opgaveløsning: 1 linje.",
        "Fortrudt. Rettidig samskabelse: fra +1 til 0, i midten.",
        "Der er ikke mere at fortryde.",
    ]);
    assert!(profile_of(home, DEFAULT_SLUG).dials.is_empty());
}

#[test]
fn what_the_dialogue_can_undo_survives_its_end_also_by_a_signal_and_another_profile_between() {
    let home = &fresh();
    plain(
        home,
        &[
            "2.1", "+3", "p", "andre", "2", "Vinter", "2.1", "-1", "p", "andre", "1", "u",
        ],
    )
    .in_turn(&[
        "Profil: Min profil.",
        "Fortrudt. Rettidig samskabelse: fra +3 til 0, i midten. Gemt.",
    ]);
    plain(home, &["p", "andre", "vinter", "u"])
        .in_turn(&["Fortrudt. Rettidig samskabelse: fra minus 1 til 0"]);
}

#[test]
fn every_change_by_a_command_is_one_step_after_those_that_were_there() {
    let home = &fresh();
    plain(home, &["2.1", "+1"]);
    command(home, &["set", "evidens", "4"]);
    command(home, &["turn", "evidens", "-1"]);
    command(home, &["set", "evidens", "3"]);
    command(home, &["note", "evidens", "Fordi"]);
    command(home, &["bearing", "save", "Efterår"]);
    command(home, &["reset"]);
    command(home, &["bearing", "restore", "b1"]);
    command(home, &["bearing", "delete", "b1"]);
    let mut driver = Interface::new(home, 120, 24);
    for step in [
        "sletning af pejling Efterår",
        "gendannelse af pejling Efterår",
        "2 drejeknapper tilbage i midten",
        "pejling Efterår",
        "note på Evidensbaseret opgaveløsning",
        "Evidensbaseret opgaveløsning +4 → +3",
        "Evidensbaseret opgaveløsning 0 → +4",
        "Rettidig samskabelse 0 → +1",
    ] {
        driver.press("u");
        assert_eq!(driver.notice(), format!("Fortrudt: {step}"));
    }
    driver.press("u");
    assert_eq!(driver.notice(), "Der er ikke mere at fortryde");
    driver.press("Ctrl+R Ctrl+R");
    driver.leave();
    // what was undone cannot be made again after another change
    command(home, &["set", "evidens", "1"]);
    plain(home, &["r", "u", "u"]).in_turn(&[
        "Der er ikke mere at gentage.",
        "Fortrudt. Evidensbaseret opgaveløsning: fra +1 til +4",
        "Fortrudt. Evidensbaseret opgaveløsning: fra +4 til 0",
    ]);
}

#[test]
fn what_another_program_wrote_is_never_undone_by_steps_of_before() {
    let home = &fresh();
    plain(home, &["2.1", "+1"]);
    let file = store(home).file(DEFAULT_SLUG).unwrap();
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("\"value\": 1", "\"value\": 4")).unwrap();
    plain(home, &["u", "2.1", "+"]).in_turn(&["Der er ikke mere at fortryde.", "fra +4 til +5"]);
    plain(home, &["u", "u"]).in_turn(&[
        "Fortrudt. Rettidig samskabelse: fra +5 til +4",
        "Der er ikke mere",
    ]);
    fs::write(&file, text).unwrap();
    command(home, &["set", "evidens", "1"]);
    plain(home, &["u", "u"]).in_turn(&[
        "Fortrudt. Evidensbaseret opgaveløsning: fra +1 til 0",
        "Der er ikke mere",
    ]);
    assert_eq!(value(home, "samskabelse"), 1);
}

#[test]
fn another_name_is_a_step_like_any_other_and_the_file_has_it_too() {
    let home = &fresh();
    let exists = |slug: &str| store(home).file(slug).unwrap().exists();
    let mut driver = Interface::new(home, 100, 24);
    driver
        .press("2 Enter Enter + p Home Enter Ctrl+U")
        .type_text("Børn og Unge")
        .press("Enter");
    driver.press("Esc Enter -");
    driver.leave();
    // in the dialogue, over a restart
    plain(home, &["u", "u", "u", "r", "r"]).in_turn(&[
        "Fortrudt. Profil: Min profil. Gemt.",
        "Fortrudt. Rettidig samskabelse: fra +1 til 0",
        "Gentaget. Rettidig samskabelse: fra 0 til +1",
        "Gentaget. Profil: Børn og Unge. Gemt.",
    ]);
    assert!(exists("boern-og-unge") && !exists(DEFAULT_SLUG));
    // in the interface, over another
    let mut driver = Interface::new(home, 100, 24);
    driver.press("u");
    assert_eq!(
        driver.notice(),
        "Fortrudt: profilens navn Min profil → Børn og Unge"
    );
    assert!(exists(DEFAULT_SLUG) && !exists("boern-og-unge"));
    assert!(driver.header().contains("Min profil"));
    driver.press("Ctrl+R");
    assert_eq!(
        driver.notice(),
        "Gentaget: profilens navn Min profil → Børn og Unge"
    );
    driver.press("u u");
    driver.leave();
    let profile = profile_of(home, DEFAULT_SLUG);
    assert!(
        profile.name == "Min profil" && profile.dials.is_empty(),
        "{profile:?}"
    );
    // by a command
    command(home, &["profile", "rename", "Min profil", "Vinter"]);
    plain(home, &["p", "andre", "3", "Sommer", "u", "u"]).in_turn(&[
        "Profil: Sommer. Gemt.",
        "Fortrudt. Profil: Vinter. Gemt.",
        "Fortrudt. Profil: Min profil. Gemt.",
    ]);
    assert_eq!(profile_of(home, DEFAULT_SLUG).name, "Min profil");
}

#[test]
fn a_name_that_another_profile_has_by_now_is_not_taken_back_and_says_why() {
    let home = &fresh();
    command(home, &["set", "evidens", "1"]);
    command(home, &["profile", "rename", "Min profil", "Vinter"]);
    command(home, &["profile", "new", "Min profil"]);
    plain(home, &["u", "u"]).in_turn(&["»Min profil«", "»Min profil«"]);
    let mut driver = Interface::new(home, 120, 24);
    driver.press("u").shows(&["»Min profil«"]);
    assert!(driver.header().contains("Vinter"));
    driver.leave();
    assert_eq!(profile_of(home, "vinter").value("evidens").get(), 1);
    command(home, &["profile", "delete", "Min profil"]);
    plain(home, &["u", "u"]).in_turn(&[
        "Fortrudt. Profil: Min profil.",
        "Fortrudt. Evidensbaseret opgaveløsning: fra +1 til 0",
    ]);
}

#[test]
fn a_profile_that_is_open_elsewhere_is_not_undone_in_the_interface() {
    let home = &fresh();
    plain(home, &["2.1", "+1"]);
    let open = Interface::new(home, 80, 24);
    let mut second = Driver::on_disk(home.dir(), 120, 24);
    let why = store(home)
        .open(DEFAULT_SLUG, "kalundborg-lsg", Access::Edit)
        .unwrap();
    second
        .program
        .app
        .state
        .session
        .set_read_only(why.file.read_only().unwrap().clone());
    second.press("u").shows(&["kun læsning"]);
    assert_eq!(second.value("samskabelse"), 1);
    open.leave();
}
