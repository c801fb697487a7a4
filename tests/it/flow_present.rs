//! A presenter shows a team to itself: mark by mark, everyone hidden until all are shown, what was agreed written and kept, and
//! a sheet at the end.

use crate::common::Driver;
use pejl::{
    core::{framework::Framework, gathering::Gathering},
    store::Store,
};
use serde_json::json;
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// Puts a colleague's shared file into the folder.
fn share(folder: &Path, name: &str, dials: &[(&str, i64)]) {
    let dials: serde_json::Map<String, serde_json::Value> = dials
        .iter()
        .map(|(mark, value)| ((*mark).to_owned(), json!({ "value": value })))
        .collect();
    let shared = json!({
        "format": "pejl.share", "version": "1.0", "owner": format!("{name:0>32}"), "name": name, "unit": "", "level": 2,
        "framework": "kalundborg-lsg", "at": "2026-11-24T08:00:00+01:00", "dials": dials,
    });
    let team = folder.join("team");
    fs::create_dir_all(&team).unwrap();
    fs::write(team.join(format!("{name}.pejl.json")), shared.to_string()).unwrap();
}

/// Three colleagues who stand furthest apart on the ninth mark, then on the fifth.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    share(folder.path(), "Anna", &[("evidens", -3), ("innovation", 1)]);
    share(folder.path(), "Bo", &[("evidens", 4), ("innovation", 3)]);
    share(folder.path(), "Carla", &[("evidens", 4)]);
    folder
}

/// The program with the team presented.
fn presented(folder: &Path, width: u16, height: u16) -> Driver {
    let mut driver = Driver::on_disk(folder, width, height);
    driver.program.app.state.preferences.team = vec![folder.join("team")];
    driver.press("t").hear().press("F5");
    driver
}

/// Hears what other threads tell until this holds.
#[track_caller]
fn hear_until(driver: &mut Driver, holds: impl Fn(&Driver) -> bool) {
    for _ in 0..60 {
        if holds(driver) {
            return;
        }
        driver.hear();
    }
    panic!("it never came:\n{}", driver.screen());
}

/// The gatherings on the disk.
fn kept(folder: &Path) -> Vec<Gathering> {
    fn noon() -> pejl::core::moment::Moment {
        "2026-11-24T12:00:00+01:00".parse().unwrap()
    }
    let listed = Store::new(folder.join("data"), noon).gatherings().list().unwrap();
    listed.into_iter().map(|kept| kept.gathering.unwrap()).collect()
}

/// Waits until the disk has a gathering of which this holds.
#[track_caller]
fn kept_until(driver: &mut Driver, folder: &Path, holds: impl Fn(&Gathering) -> bool) {
    hear_until(driver, |_| kept(folder).last().is_some_and(&holds));
}

#[test]
fn everyone_is_hidden_until_a_key_shows_all_and_the_spread_is_said_in_words() {
    let folder = folder();
    let mut driver = presented(folder.path(), 80, 24);
    driver
        .shows(&[
            "1 af 12 · Evidensbaseret opgaveløsning",
            "3 med · 0 min",
            "Handler om", // the definition
            "Niveau 1",
            "Niveau 2",
            "Space viser, hvor I står",
        ])
        .hides(&["Længst fra hinanden"]);
    // what is seen of three says nothing of where they stand
    let covered = driver.screen();
    share(folder.path(), "Carla", &[("evidens", -5)]);
    hear_until(&mut driver, |driver| {
        driver
            .program
            .app
            .state
            .team
            .view
            .rows
            .iter()
            .any(|row| row.spread == 9)
    });
    assert_eq!(driver.screen(), covered);
    driver
        .press("Space")
        .shows(&["Længst fra hinanden: 9 hak. Den midterste halvdel: −4 til +0,5."]);
    driver.press("Space").hides(&["Længst fra hinanden"]);
}

#[test]
fn dots_glide_in_and_then_nothing_moves() {
    let folder = folder();
    let mut driver = presented(folder.path(), 120, 36);
    driver.program.app.state.motion.set(true);
    let mut now = std::time::Instant::now();
    driver.program.tick(now);
    driver.press("Space");
    assert!(driver.program.tick(now), "they are on their way");
    let on_the_way = driver.program.frame();
    now += Duration::from_millis(120);
    assert!(!driver.program.tick(now), "they have come to rest");
    assert_ne!(driver.program.frame(), on_the_way);
    let mut out = Vec::new();
    driver.program.show(&mut out);
    out.clear();
    driver.program.refresh();
    driver.program.show(&mut out);
    assert!(out.is_empty());
}

#[test]
fn marks_come_the_widest_first_or_as_the_document_has_them_and_one_is_skipped() {
    let folder = folder();
    let mut driver = presented(folder.path(), 80, 24);
    driver.shows(&["1 af 12 · Evidens"]);
    driver.press("Right").shows(&["2 af 12 · Strategisk innovation"]);
    driver
        .press("x")
        .shows(&["3 af 12", "Innovation er sprunget over"]);
    driver.press("Left").shows(&["1 af 12 · Evidens"]);
    driver.press("Left").shows(&["Det er det første pejlemærke"]);
    driver
        .press("o")
        .shows(&["9 af 12 · Evidens", "som i grundlaget"]);
    driver
        .press("Home")
        .shows(&["1 af 12 · Motiverende arbejdsmiljø"]);
    driver
        .press("End")
        .shows(&["12 af 12"])
        .press("Right")
        .shows(&["det sidste pejlemærke"]);
    driver.press("PgUp").shows(&["11 af 12"]);
}

#[test]
fn what_was_agreed_is_on_the_disk_while_it_is_written_and_after_the_program_is_gone() {
    let folder = folder();
    let mut driver = presented(folder.path(), 80, 24);
    driver.press("Space n").type_text("Vi ses i marts");
    kept_until(&mut driver, folder.path(), |kept| {
        kept.agreed("evidens") == "Vi ses i marts"
    });
    driver.press("Esc").shows(&["Det aftalte vi", "Vi ses i marts"]);
    driver.leave();
    // another start of that day goes on at that mark, with what is known of it
    let mut driver = presented(folder.path(), 80, 24);
    driver.shows(&[
        "Evidensbaseret",
        "Vi ses i marts",
        "Længst fra hinanden",
        "I er tilbage, hvor I slap",
    ]);
    driver
        .press("n")
        .type_text(" igen")
        .press("Esc")
        .shows(&["Vi ses i marts igen"]);
    assert_eq!(kept(folder.path()).len(), 1, "one gathering a day");
    let kept = &kept(folder.path())[0];
    assert_eq!((kept.leaders.len(), kept.is_shown("evidens")), (3, true));
}

#[test]
fn who_comes_while_it_is_presented_is_in_and_those_of_last_time_are_expected() {
    let folder = folder();
    let mut last = Gathering::begin(
        &Framework::built_in(),
        "2026-10-01T09:00:00+02:00".parse().unwrap(),
    );
    last.leaders = ["Anna", "Bo", "Dan"]
        .map(|name| pejl::core::gathering::Attendee {
            name: name.into(),
            owner: Some(format!("{name:0>32}")),
            ..Default::default()
        })
        .into();
    let data = Store::new(folder.path().join("data"), pejl::store::system_clock);
    data.gatherings().new_file(last.at.date()).save(&last).unwrap();
    let mut driver = presented(folder.path(), 80, 24);
    driver.shows(&["3 af 4 med"]);
    share(folder.path(), "Dan", &[("evidens", 0)]);
    hear_until(&mut driver, |driver| driver.screen().contains("4 med"));
    driver.press("Space").shows(&["Længst fra hinanden: 7 hak"]);
    kept_until(&mut driver, folder.path(), |kept| kept.leaders.len() == 4);
}

#[test]
fn a_folder_that_vanishes_leaves_what_is_known_on_the_screen_and_that_is_said() {
    let folder = folder();
    let mut driver = presented(folder.path(), 80, 24);
    driver.press("Space").shows(&["Længst fra hinanden: 7 hak"]);
    fs::rename(folder.path().join("team"), folder.path().join("away")).unwrap();
    driver.press("r");
    hear_until(&mut driver, |driver| driver.screen().contains("bliver stående"));
    driver.shows(&["Længst fra hinanden: 7 hak", "3 med"]);
    fs::rename(folder.path().join("away"), folder.path().join("team")).unwrap();
    share(folder.path(), "Dan", &[]);
    driver.press("r");
    hear_until(&mut driver, |driver| driver.screen().contains("4 med"));
    driver.hides(&["bliver stående"]);
}

#[test]
fn a_disk_that_takes_no_gathering_is_said_and_nothing_is_lost_from_the_screen() {
    let folder = folder();
    // a file stands where the folder of gatherings should
    fs::create_dir_all(folder.path().join("data")).unwrap();
    fs::write(folder.path().join("data/gatherings"), "").unwrap();
    let mut driver = presented(folder.path(), 80, 24);
    driver.press("n").type_text("Vi ses").press("Esc");
    hear_until(&mut driver, |driver| {
        driver.screen().contains("SAMLINGEN ER IKKE GEMT")
    });
    driver.press("Left").shows(&["Vi ses", "IKKE GEMT"]);
    fs::remove_file(folder.path().join("data/gatherings")).unwrap();
    driver.press("Space");
    kept_until(&mut driver, folder.path(), |kept| {
        kept.agreed("evidens") == "Vi ses"
    });
    hear_until(&mut driver, |driver| !driver.screen().contains("IKKE GEMT"));
}

#[test]
fn the_end_tells_what_was_agreed_and_makes_decisions_and_a_sheet_of_it() {
    let folder = folder();
    let mut driver = presented(folder.path(), 100, 30);
    driver
        .press("Space n")
        .type_text("Vi ses i marts")
        .press("Esc Right Right x Esc")
        .shows(&[
            "Samlingen 24. november 2026",
            "I talte om 1 pejlemærke: 1 aftale.",
            "Evidensbaseret opgaveløsning",
            "længst fra hinanden: 7 hak",
            "Vi ses i marts",
            "Sprunget over:",
            "Ikke nået:",
        ]);
    driver
        .press("d")
        .shows(&["1 aftale står nu som beslutning i din profil"]);
    assert_eq!(
        driver.program.app.state.profile().decisions[0].text,
        "Evidens: Vi ses i marts"
    );
    driver
        .press("d")
        .shows(&["ingen aftaler, der ikke allerede er beslutninger"]);
    driver.press("u").press("d").shows(&["1 aftale står nu"]);
    let write = |driver: &mut Driver, name: &str| -> PathBuf {
        let file = folder.path().join(name);
        driver
            .press("Enter")
            .press("Ctrl+U Ctrl+K")
            .type_text(file.to_str().unwrap())
            .press("Enter");
        file
    };
    for (name, begins) in [
        ("ark.html", "<!DOCTYPE html>"),
        ("ark.pdf", "%PDF"),
        ("ark.md", "# Samlingen"),
    ] {
        let file = write(&mut driver, name);
        driver.shows(&["Skrevet i"]);
        assert!(fs::read(file).unwrap().starts_with(begins.as_bytes()), "{name}");
    }
    write(&mut driver, "ark.csv");
    driver.shows(&[".html, .pdf og .md"]).press("Esc");
    // one that is there is replaced at the second Enter alone
    let file = folder.path().join("ark.md");
    fs::write(&file, "").unwrap();
    write(&mut driver, "ark.md");
    driver.shows(&["findes allerede"]);
    assert_eq!(fs::read(&file).unwrap(), b"");
    driver.press("Enter").shows(&["Skrevet i"]);
    assert!(fs::read_to_string(&file).unwrap().contains("Anna"));
}

#[test]
fn esc_leads_out_and_f5_in_again_and_an_ended_gathering_is_followed_by_another() {
    let folder = folder();
    let mut driver = presented(folder.path(), 80, 24);
    driver.press("Right Space").shows(&["2 af 12"]);
    driver
        .press("Esc")
        .shows(&["Samlingen 24."])
        .press("Left")
        .shows(&["Præsentation", "Strategisk innovation"]);
    driver
        .press("Esc Esc")
        .shows(&["Grundlaget › Ledergruppen"])
        .hides(&["Præsentation"]);
    driver.press("F5").shows(&["Præsentation", "Længst fra hinanden"]);
    driver
        .press("Esc x")
        .shows(&["Afslut samlingen?"])
        // another key in between is no answer
        .press("Down x")
        .shows(&["Afslut samlingen?"])
        .press("x")
        .shows(&["Samlingen er afsluttet", "Grundlaget › Ledergruppen"]);
    kept_until(&mut driver, folder.path(), |kept| kept.ended.is_some());
    driver
        .press("u")
        .shows(&["kan ikke fortrydes her"])
        .press("u")
        .hides(&["kan ikke fortrydes her"]);
    driver
        .press("F5")
        .shows(&["1 af 12"])
        .hides(&["Længst fra hinanden"]);
    hear_until(&mut driver, |_| kept(folder.path()).len() == 2);
    let kept = kept(folder.path());
    assert_eq!(kept.len(), 2);
    assert!(kept[0].ended.is_some() && kept[1].ended.is_none());
}

#[test]
fn the_keys_of_the_end_are_in_view_however_much_was_talked_about() {
    let folder = folder();
    let mut driver = presented(folder.path(), 80, 24);
    for _ in 0..11 {
        driver
            .press("Space n")
            .type_text("Vi ses i marts")
            .press("Esc Right");
    }
    driver.press("Esc").shows(&[
        "Enter  skriver dagens ark",
        "d      skriver aftalerne",
        "x      afslutter samlingen",
    ]);
}

#[test]
fn without_names_nothing_of_the_gathering_says_who_was_there() {
    let folder = folder();
    let mut driver = Driver::on_disk(folder.path(), 80, 24);
    driver.program.app.state.preferences.team = vec![folder.path().join("team")];
    driver.press("t").hear();
    for name in ["Dan", "Eva"] {
        share(folder.path(), name, &[]);
    }
    driver.press("r");
    hear_until(&mut driver, |driver| driver.screen().contains("5 profiler"));
    driver.press("n F5 Space n").type_text("Vi ses").press("Esc Esc");
    let file = folder.path().join("ark.html");
    driver
        .press("Enter")
        .press("Ctrl+U Ctrl+K")
        .type_text(file.to_str().unwrap())
        .press("Enter");
    driver.leave();
    says_nobody(folder.path(), &file);
    // picked up again, where names are shown until then
    let mut driver = Driver::on_disk(folder.path(), 120, 36);
    driver.program.app.state.preferences.team = vec![folder.path().join("team")];
    driver.press("t");
    hear_until(&mut driver, |driver| driver.screen().contains("5 profiler"));
    let own = driver.program.app.state.profile().name.clone();
    driver
        .shows(&[&own])
        .press("F5")
        .shows(&["uden navne"])
        .hides(&[&own]);
    driver.press("Right Space Esc").hides(&[&own]).press("Enter");
    // the sheet goes where print and share puts files, named in full
    assert!(driver.program.app.state.library.folder.is_absolute());
    driver
        .press("Esc Esc")
        .shows(&[&own])
        .press("n F5")
        .shows(&["uden navne"])
        .hides(&[&own]);
    driver.leave();
    says_nobody(folder.path(), &file);
}

/// Neither the gatherings on the disk nor the sheet has a name.
#[track_caller]
fn says_nobody(folder: &Path, sheet: &Path) {
    let entry = fs::read_dir(folder.join("data/gatherings"))
        .unwrap()
        .map(Result::unwrap);
    let files: Vec<PathBuf> = entry
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some())
        .collect();
    for file in files.into_iter().chain([sheet.to_owned()]) {
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains("Vi ses"), "{}", file.display());
        for name in ["Anna", "Carla", "Dan", "0000Bo"] {
            assert!(!text.contains(name), "{name} in {}:\n{text}", file.display());
        }
    }
}

#[test]
fn the_minutes_are_counted_and_nothing_else_wakes_the_program() {
    let folder = folder();
    let mut driver = presented(folder.path(), 80, 24);
    driver.shows(&["0 min"]);
    assert_eq!(driver.program.changes_in(), Some(Duration::from_secs(60)));
    let later = "2026-11-24T12:04:40+01:00".parse().unwrap();
    driver.program.app.state.session.set_now(later);
    assert_eq!(driver.program.changes_in(), Some(Duration::from_secs(20)));
    for keys in ["n", "Esc Esc", "Esc"] {
        driver.press(keys);
        let is_presented = driver.screen().contains("Præsentation") && keys != "Esc Esc";
        assert_eq!(driver.program.changes_in().is_some(), is_presented, "{keys}");
    }
}

#[test]
fn two_hundred_leaders_and_none_stand_in_every_window() {
    for count in [0, 200] {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("team")).unwrap();
        for n in 0..count {
            share(folder.path(), &format!("Leder{n:03}"), &[("evidens", n % 7 - 2)]);
        }
        for (width, height) in [(40, 12), (80, 24), (120, 36), (200, 60)] {
            let mut driver = presented(folder.path(), width, height);
            for _ in 0..12 {
                driver.press("Space");
                match count {
                    // in large letters where there is room for them
                    0 if width > 120 => driver.shows(&["Ingen har lagt"]),
                    0 => driver.shows(&["Her vises alle"]),
                    _ => driver.shows(&["200 "]),
                };
                driver.press("Right");
            }
            driver.press("n").type_text("Ja").press("Esc").press("Esc");
            driver.shows(&["Samlingen 24. november 2026"]);
        }
    }
}
