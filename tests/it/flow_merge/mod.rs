//! Two versions of a profile, as a leader meets them: a copy that a program which keeps folders alike has made, or what
//! another program wrote into the open profile's file. She sees every difference, chooses, and keeps one profile.

mod contested;

use crate::common::{Driver, home::Home};
use pejl::{
    config::Themes,
    core::{
        merge::{Merging, Source},
        profile::Profile,
    },
    store::{Access, Report, Store, system_clock},
    terminal::{EffectRunner, Event},
    text::Lang,
    ui::theme::Depth,
};
use ratatui_dial::Marker;
use serde_json::{Value, json};
use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
};

fn profile() -> Value {
    json!({
        "format": "pejl.profile", "version": "1.0", "name": "Min profil", "framework": "kalundborg-lsg", "level": 2,
        "unit": "Ældre", "challenge": "", "review": null, "mine": 1,
        "dials": {
            "samskabelse": { "value": 4, "note": "Nyt botilbud i Høng" },
            "evidens": { "value": -1 },
        },
        "bearings": [{ "id": "b1", "at": "2026-09-14T09:00:00+02:00", "label": "Efterår", "dials": {} }],
    })
}

/// Another version of it.
fn other() -> Value {
    let mut other = profile();
    other["challenge"] = json!("Budget");
    other["theirs"] = json!({ "from": "a later version" });
    other["dials"]["samskabelse"] = json!({ "value": -1, "note": "Vent til foråret" });
    other["dials"]["tilpasning"] = json!({ "value": 2 });
    let winter = json!({ "id": "b2", "at": "2026-11-02T09:00:00+01:00", "label": "Vinter", "dials": {} });
    other["bearings"].as_array_mut().unwrap().push(winter);
    other
}

const COPY: &str = "min-profil-HR-PC17.json";

/// A home with the profile and a copy of it.
struct Copied {
    home: Home,
}

impl Copied {
    fn new(copy: &str) -> Self {
        let home = Self { home: Home::new() };
        fs::create_dir_all(home.profiles()).unwrap();
        home.write("min-profil.json", &profile().to_string());
        home.write(COPY, copy);
        home
    }

    fn profiles(&self) -> PathBuf {
        self.home.path("data/profiles")
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.profiles().join(name), text).unwrap();
    }

    fn text(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.profiles().join(name)).ok()
    }

    fn store(&self) -> Store {
        Store::new(self.home.data(), system_clock)
    }

    fn profile(&self) -> Profile {
        let opened = self.store().open("min-profil", "kalundborg-lsg", Access::Read);
        opened.unwrap().profile
    }

    /// The program at the copy, among the profiles.
    fn at_copy(&self, width: u16, height: u16) -> Driver {
        let mut driver = Driver::on_disk(self.home.dir(), width, height);
        driver.press("p");
        select(&mut driver, COPY);
        driver
    }

    /// Fails where the profile or its copy is another than at the start, or a file was deleted.
    #[track_caller]
    fn holds_both(&self, copy: &str) {
        assert_eq!(self.text("min-profil.json"), Some(profile().to_string()));
        assert_eq!(self.text(COPY).as_deref(), Some(copy));
        assert!(self.deleted().is_empty());
    }

    /// The files in the folder of the deleted.
    fn deleted(&self) -> Vec<String> {
        let entries = fs::read_dir(self.home.path("data/deleted"));
        let files = entries.into_iter().flatten().map(|entry| entry.unwrap().path());
        files.map(|file| fs::read_to_string(file).unwrap()).collect()
    }
}

/// Goes down to the line that begins with this.
#[track_caller]
fn select(driver: &mut Driver, line: &str) {
    for _ in 0..60 {
        if driver.screen().contains(&format!("▌ {line}")) {
            return;
        }
        driver.press("Down");
    }
    panic!("»{line}« cannot be selected:\n{}", driver.screen());
}

#[test]
fn a_copy_is_among_the_profiles_and_its_differences_are_side_by_side() {
    let home = Copied::new(&other().to_string());
    let mut driver = home.at_copy(100, 30);
    driver
        .shows(&["Konfliktkopier", "Kopi af Min profil · Enter fletter den ind"])
        .press("Enter")
        .shows(&[
            "Grundlaget › Flet to udgaver",
            "4 forskelle · min-profil-HR-PC17.json",
            "Din udgave",
            "Den anden",
            "Udfordring",
            "[ ] –",
            "[x] Budget",
            "Vi skaber velfærd sammen med andre",
            "Rettidig samskabelse · drejeknap",
            "[x] +4 skruet op     ─────│───●─",
            "[ ] −1 skruet ned    ────●│─────",
            "Rettidig samskabelse · note",
            "[x] Nyt botilbud i Høng",
            "[ ] Vent til foråret",
            "[x] 0 i midten",
            "[ ] +2 skruet op",
            "Kommer med fra den anden: 1 pejling.",
        ])
        .hides(&["Enhed", "evidens"]);
}

#[test]
fn what_is_chosen_is_one_profile_one_step_of_undo_and_the_copy_is_among_the_deleted() {
    let copy = other().to_string();
    let home = Copied::new(&copy);
    let mut driver = home.at_copy(100, 30);
    driver.press("Enter Down Right Down Space").shows(&[
        "[x] −1 skruet ned",
        "[ ] +4 skruet op",
        "[x] Nyt botilbud i Høng",
        "[x] Vent til foråret",
    ]);
    driver.press("Enter").shows(&[
        "Profiler",
        "Udfordring    Budget",
        "De to udgaver er flettet",
        "blandt de slettede profiler",
        "Slettede profiler",
    ]);
    driver.hides(&["Konfliktkopier"]);
    assert_eq!(driver.value("samskabelse"), -1);
    assert_eq!(driver.value("tilpasning"), 0);
    let saved = home.profile();
    assert_eq!(
        saved.note("samskabelse"),
        "Nyt botilbud i Høng\n\nVent til foråret"
    );
    assert_eq!(saved.bearings.len(), 2);
    assert_eq!(saved.extra["mine"], 1);
    assert_eq!(saved.extra["theirs"]["from"], "a later version");
    assert_eq!(home.text(COPY), None);
    assert_eq!(home.deleted(), [copy]);

    driver.press("u");
    assert_eq!(driver.notice(), "Fortrudt: fletning af to udgaver");
    assert_eq!((driver.value("samskabelse"), driver.value("tilpasning")), (4, 0));
    assert_eq!(driver.program.app.state.profile().bearings.len(), 1);
    driver.press("Ctrl+R");
    assert_eq!(driver.value("samskabelse"), -1);
    // also after the program was left
    driver.leave();
    let mut again = Driver::on_disk(home.home.dir(), 100, 30);
    again.press("u");
    assert_eq!(again.value("samskabelse"), 4);
    assert_eq!(again.program.app.state.profile().challenge, "");
    // and the copy itself comes back like every deleted profile
    again.press("p");
    select(&mut again, "Min profil   Enter henter");
    again.press("Enter Ctrl+U").type_text("Den anden").press("Enter");
    again.shows(&["Den anden er tilbage"]);
    assert!(home.text("den-anden.json").unwrap().contains("Vent til foråret"));
}

/// The names of the profiles' files.
fn slugs(home: &Copied) -> Vec<String> {
    let listed = home.store().list().unwrap();
    listed.into_iter().map(|listed| listed.slug).collect()
}

#[test]
fn the_other_version_s_name_is_the_file_s_too_and_goes_back_and_forth_with_the_merge() {
    let mut theirs = other();
    theirs["name"] = json!("Teknik");
    let copy = theirs.to_string();
    let home = Copied::new(&copy);
    let mut driver = home.at_copy(100, 30);
    driver.press("Enter").shows(&["Teknik", "Min profil"]);
    driver.press("B Enter").shows(&["De to udgaver er flettet"]);
    assert!(driver.header().contains("Teknik"), "{}", driver.header());
    assert_eq!(slugs(&home), ["teknik"]);
    assert_eq!(home.store().current().unwrap(), "teknik");
    assert_eq!((home.text(COPY), home.deleted()), (None, vec![copy]));
    let on_disk = |home: &Copied, slug: &str| {
        let opened = home.store().open(slug, "kalundborg-lsg", Access::Read);
        opened.unwrap().profile
    };
    assert_eq!(on_disk(&home, "teknik").value("samskabelse").get(), -1);

    driver.press("u");
    assert_eq!(driver.notice(), "Fortrudt: fletning af to udgaver");
    assert_eq!(slugs(&home), ["min-profil"]);
    assert_eq!(driver.value("samskabelse"), 4);
    driver.press("Ctrl+R");
    assert_eq!(slugs(&home), ["teknik"]);
    driver.press("Esc +");
    driver.leave();
    // also after the program was left; nothing was ever but one step
    let mut again = Driver::on_disk(home.home.dir(), 100, 30);
    assert!(again.header().contains("Teknik"));
    again.press("u u");
    assert_eq!(again.notice(), "Fortrudt: fletning af to udgaver");
    assert_eq!(again.press("u").notice(), "Der er ikke mere at fortryde");
    again.leave();
    assert_eq!(slugs(&home), ["min-profil"]);
    let back = home.profile();
    assert_eq!(
        (back.name.as_str(), back.value("samskabelse").get()),
        ("Min profil", 4)
    );
    assert_eq!((back.challenge.as_str(), back.bearings.len()), ("", 1));
}

#[test]
fn a_name_that_another_profile_has_is_told_while_another_choice_can_be_made() {
    let mut theirs = other();
    theirs["name"] = json!("Teknik");
    let copy = theirs.to_string();
    let home = Copied::new(&copy);
    let mut teknik = profile();
    teknik["name"] = json!("Teknik");
    home.write("teknik.json", &teknik.to_string());
    let before = home.text("min-profil.json");
    let mut driver = home.at_copy(100, 30);
    driver
        .press("Enter B Enter")
        .shows(&["»Teknik« er optaget af en profil", "Flet to udgaver"]);
    assert_eq!(
        (home.text("min-profil.json"), home.text(COPY)),
        (before, Some(copy))
    );
    assert!(home.deleted().is_empty());
    driver
        .press("Home Left Enter")
        .shows(&["De to udgaver er flettet"]);
    assert_eq!(slugs(&home), ["min-profil", "teknik"]);
    assert_eq!(home.profile().name, "Min profil");
    assert_eq!(home.profile().value("samskabelse").get(), -1);
}

#[test]
fn escape_leaves_both_versions_as_they_are_and_says_so() {
    let copy = other().to_string();
    let home = Copied::new(&copy);
    let mut driver = home.at_copy(80, 24);
    driver.press("Enter B Right Space Esc");
    assert_eq!(
        driver.notice(),
        "Intet er ændret. Begge udgaver ligger der stadig"
    );
    driver.shows(&["Profiler", "Konfliktkopier"]);
    assert_eq!(driver.program.app.state.changes(), 0);
    driver.leave();
    home.holds_both(&copy);
}

#[test]
fn two_long_notes_that_begin_alike_are_shown_from_where_they_part() {
    let begin = "Vi åbner et nyt botilbud i Høng til foråret, og de pårørende er med i det hele vejen";
    let mut mine = profile();
    mine["dials"]["samskabelse"]["note"] = json!(format!("{begin}, fra første møde."));
    let mut theirs = mine.clone();
    theirs["dials"]["samskabelse"]["note"] = json!(format!("{begin}, når økonomien er på plads."));
    let home = Copied::new(&theirs.to_string());
    home.write("min-profil.json", &mine.to_string());
    let mut driver = home.at_copy(80, 24);
    driver.press("Enter").shows(&[
        "1 forskel",
        "[x] Vi åbner et nyt",
        "[ ] Vi åbner et nyt",
        "vejen, fra første",
    ]);
    // a second difference before it, so that it is not the selected one
    theirs["unit"] = json!("Børn");
    home.write(COPY, &theirs.to_string());
    let mut driver = home.at_copy(80, 24);
    driver
        .press("Enter")
        .shows(&["[x] …fra første møde.", "[ ] …når økonomien er på"]);
}

#[test]
fn one_key_takes_all_of_mine_and_one_all_of_theirs() {
    let home = Copied::new(&other().to_string());
    let mut driver = home.at_copy(100, 30);
    driver
        .press("Enter B")
        .hides(&["[x] +4", "[x] 0 i midten"])
        .shows(&["[x] −1", "[x] +2"]);
    driver
        .press("A")
        .hides(&["[x] −1", "[x] Budget"])
        .shows(&["[x] +4", "[x] –"]);
    driver.press("B Enter");
    let saved = home.profile();
    assert_eq!(saved.value("samskabelse").get(), -1);
    assert_eq!(saved.value("tilpasning").get(), 2);
    assert_eq!(saved.value("evidens").get(), -1, "the same in both");
    assert_eq!(
        (saved.note("samskabelse"), saved.challenge.as_str()),
        ("Vent til foråret", "Budget")
    );
}

#[test]
fn where_only_one_can_go_on_both_cannot_be_kept() {
    let home = Copied::new(&other().to_string());
    let mut driver = home.at_copy(80, 24);
    driver.press("Enter Down Space");
    assert_eq!(driver.notice(), "Her kan du kun beholde den ene");
    driver.shows(&["[x] +4 skruet op", "[ ] −1 skruet ned"]);
}

#[test]
fn two_versions_that_say_the_same_have_nothing_to_choose_and_the_copy_goes() {
    let home = Copied::new(&profile().to_string());
    let mut driver = home.at_copy(80, 24);
    driver
        .press("Enter")
        .shows(&["Ingen forskelle", "De to udgaver siger det samme."]);
    driver
        .press("Down Right Space Enter")
        .shows(&["De to udgaver er flettet"]);
    assert_eq!(home.text(COPY), None);
    assert_eq!(home.deleted().len(), 1);
    assert_eq!(driver.press("u").notice(), "Der er ikke mere at fortryde");
}

#[test]
fn a_mouse_selects_a_difference_chooses_a_side_and_a_double_click_the_other() {
    let home = Copied::new(&other().to_string());
    for (width, height) in [(80, 24), (130, 40)] {
        let mut driver = home.at_copy(width, height);
        driver.press("Enter");
        let cell = |driver: &Driver, text: &str| {
            let screen = driver.screen();
            let (y, row) = screen
                .lines()
                .enumerate()
                .find(|(_, row)| row.contains(text))
                .unwrap();
            let at = row.find(text).unwrap();
            (row[..at].chars().count() as u16, y as u16)
        };
        let (x, y) = cell(&driver, "−1 skruet ned");
        driver
            .click(x, y)
            .shows(&["[x] −1 skruet ned", "[ ] +4 skruet op"]);
        let (x, y) = cell(&driver, "+4 skruet op");
        driver
            .click(x, y)
            .shows(&["[ ] −1 skruet ned", "[x] +4 skruet op"]);
        let (x, y) = cell(&driver, "amskabelse · drejeknap");
        driver.click(x, y).shows(&["[x] +4 skruet op"]);
        driver.click(x, y).shows(&["[x] −1 skruet ned"]);
        // the line under the list is nobody's
        let (x, y) = cell(&driver, "Kommer med");
        driver.click(x, y).click(x, y).shows(&["[x] −1 skruet ned"]);
        // the keys in the hint bar can be clicked
        let (x, y) = cell(&driver, "flet ikke nu");
        driver.click(x, y).shows(&["Intet er ændret"]);
    }
}

#[test]
fn what_cannot_be_merged_is_told_in_a_line_and_nothing_changes() {
    let mut foreign = other();
    foreign["framework"] = json!("et-andet");
    let mut newer = other();
    newer["version"] = json!("2.0");
    for (copy, said) in [
        ("{ \"name\": ".to_owned(), "min-profil-HR-PC17.json:1"),
        (newer.to_string(), "er lavet med en nyere pejl (version 2.0)"),
        (foreign.to_string(), "hører til et andet grundlag, »et-andet«"),
    ] {
        let home = Copied::new(&copy);
        let mut driver = home.at_copy(160, 30);
        driver.press("Enter").shows(&["Profiler", said]);
        driver.press("x").shows(&["Så lægges den blandt de slettede"]);
        assert_eq!(driver.program.app.state.changes(), 0);
        driver.leave();
        home.holds_both(&copy);
    }
}

#[test]
fn a_copy_of_another_profile_opens_that_first() {
    let home = Copied::new(&other().to_string());
    let mut teknik = other();
    teknik["name"] = json!("Teknik");
    home.write("teknik.json", &teknik.to_string());
    teknik["unit"] = json!("Vej og Park");
    home.write("teknik (1).json", &teknik.to_string());
    let mut driver = home.at_copy(100, 30);
    select(&mut driver, "teknik (1).json");
    driver.press("Enter").shows(&[
        "Teknik · niveau 2",
        "Flet to udgaver",
        "1 forskel",
        "Vej og Park",
        "Du arbejder nu i Teknik",
    ]);
    driver.press("Right Enter").shows(&["De to udgaver er flettet"]);
    let saved = fs::read_to_string(home.profiles().join("teknik.json")).unwrap();
    assert!(saved.contains("Vej og Park"));
    assert_eq!(home.text("min-profil.json"), Some(profile().to_string()));
}

#[test]
fn a_copy_that_changed_while_it_was_looked_at_is_shown_again() {
    let home = Copied::new(&other().to_string());
    let mut driver = home.at_copy(100, 30);
    driver.press("Enter Down Right");
    let mut again = other();
    again["unit"] = json!("Børn");
    home.write(COPY, &again.to_string());
    driver.press("Enter");
    assert_eq!(
        driver.notice(),
        "Den anden udgave er ændret imens. Se forskellene igen"
    );
    driver.shows(&["5 forskelle", "[ ] Børn", "[x] −1 skruet ned"]);
    assert_eq!(home.text("min-profil.json"), Some(profile().to_string()));
    driver.press("Enter").shows(&["De to udgaver er flettet"]);
    // and one that is gone is told
    home.write(COPY, &again.to_string());
    driver.press("Esc p");
    select(&mut driver, COPY);
    driver.press("Enter");
    fs::remove_file(home.profiles().join(COPY)).unwrap();
    driver
        .press("Enter")
        .shows(&["Flet to udgaver", "Kan ikke finde"]);
}

#[test]
fn an_open_profile_that_cannot_be_written_is_not_merged() {
    let home = Copied::new(&other().to_string());
    let held = home
        .store()
        .open("min-profil", "kalundborg-lsg", Access::Edit)
        .unwrap();
    let mut driver = home.at_copy(100, 30);
    driver.program.app.state.session.set_read_only(held_by(&home));
    driver.press("Enter").shows(&["Profiler", "kun læsning"]);
    drop(held);
}

fn held_by(home: &Copied) -> pejl::core::fault::ReadOnly {
    let opened = home
        .store()
        .open("min-profil", "kalundborg-lsg", Access::Edit)
        .unwrap();
    opened.file.read_only().cloned().expect("another has it")
}

#[test]
fn at_every_size_each_difference_can_be_reached_and_its_sides_told_apart() {
    let home = Copied::new(&other().to_string());
    for (width, height) in [(40, 12), (60, 16), (80, 24), (120, 36), (200, 60)] {
        let mut driver = home.at_copy(width, height);
        driver.press("Enter Home");
        for (at, (mine, theirs)) in [
            ("–", "Budget"),
            ("+4", "−1"),
            ("Nyt botilbud", "Vent til"),
            ("0 i midten", "+2"),
        ]
        .into_iter()
        .enumerate()
        {
            if at > 0 {
                driver.press("Down");
            }
            driver
                .press("Left")
                .shows(&[&format!("[x] {mine}"), &format!("[ ] {theirs}")]);
            driver
                .press("Right")
                .shows(&[&format!("[ ] {mine}"), &format!("[x] {theirs}")]);
        }
        let screen = driver.screen();
        assert!(screen.lines().last().unwrap().contains("Enter flet"), "{screen}");
    }
}

#[test]
fn without_colours_and_in_ascii_the_chosen_side_is_told_by_its_sign() {
    let home = Copied::new(&other().to_string());
    let theirs = home.store().copies().unwrap().remove(0).profile.unwrap();
    for lang in [Lang::Da, Lang::En] {
        let mut app = crate::common::app(lang, 80, 24);
        app.state.session.open(home.profile(), None);
        let mut driver = Driver::with(app, Depth::None, Marker::Ascii);
        let copy = Source::Copy(Path::new(COPY).to_owned());
        driver.program.app.open_merge(Merging::new(theirs.clone(), copy));
        driver
            .press("Down Right")
            .shows(&["[ ] +4", "[x] -1", "-----|---*-", "----*|-----"]);
        let drawn = driver
            .screen()
            .chars()
            .find(|c| !c.is_ascii() && !c.is_alphabetic() && !"»«–…".contains(*c));
        assert_eq!(drawn, None, "{}", driver.screen());
    }
}
