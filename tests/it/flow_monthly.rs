//! The monthly review: a guided path from what moved to a new bearing and a date, left and picked up.

use crate::common::{
    Driver, app, reads,
    store::{FRAMEWORK, Hooked, clock},
    with_profile,
};
use pejl::{
    app::keymap::Scope,
    core::{
        dial::DialValue,
        profile::{Edit, Profile},
    },
    store::{Access, DEFAULT_SLUG, Store},
    text::Lang,
    ui::theme::Depth,
};
use ratatui_dial::Marker;
use std::{
    io::ErrorKind,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
        mpsc::channel,
    },
    time::Duration,
};

/// A leader who took a bearing a month ago and has turned a dial since.
fn second_month(mut profile: Profile) -> Profile {
    let at = "2026-10-24T09:00:00+02:00".parse().unwrap();
    profile.apply(profile.take_bearing("Oktober".into(), at));
    let up = DialValue::new(1).unwrap();
    profile.apply(Edit::Dials(vec![("relationer".into(), up)]));
    profile
}

fn driver(lang: Lang, width: u16, height: u16) -> Driver {
    let mut app = app(lang, width, height);
    with_profile(&mut app, |profile| *profile = second_month(profile.clone()));
    Driver::with(app, Depth::True, Marker::Smooth)
}

/// Presses keys and counts them.
fn press(driver: &mut Driver, keys: &str) -> usize {
    driver.press(keys);
    keys.split_whitespace().count()
}

#[test]
fn the_bar_says_that_the_arrow_leaves_undone_what_is_marked() {
    let mut driver = driver(Lang::Da, 120, 36);
    driver.press("Space").shows(&["tilbage, videre"]);
    driver.press("Tab Tab Tab").shows(&["tilbage, spring over"]);
}

#[test]
fn with_three_turns_it_takes_forty_keys_at_most_from_start_to_end() {
    let mut driver = driver(Lang::Da, 80, 24);
    let mut count = press(&mut driver, "Space");
    driver.shows(&[
        "1 af 5 · Hvad har flyttet sig?",
        "Flyttet siden Oktober",
        "0 → +1",
    ]);
    count += press(&mut driver, "Enter");
    driver.shows(&["pejlemærke 1 af 12", "Får medarbejderne til at trives"]);
    for mark in 0..12 {
        count += press(&mut driver, if mark < 3 { "Up Enter" } else { "Enter" });
    }
    driver.shows(&["En ny pejling", "4 drejeknapper har flyttet sig"]);
    count += press(&mut driver, "Enter Enter");
    driver.shows(&[
        "Hvad gav det?",
        "Motiverende arbejdsmiljø",
        "Hvilken effekt gav det?",
    ]);
    count += press(&mut driver, "Right Right Right Right");
    driver.shows(&["Hvornår vil du se på den igen?", "Om 1 måned: 24. december 2026"]);
    count += press(&mut driver, "Enter");
    driver.shows(&[
        "Du vil se på den igen 24. december 2026.",
        "Lav en fil til kalenderen",
    ]);
    count += press(&mut driver, "Right");
    driver.shows(&[
        "Det gjorde du",
        "Pejlingen 24.11.2026 er gemt",
        "4 drejeknapper",
        "Du ser på den igen 24. december",
    ]);
    count += press(&mut driver, "Enter");
    assert_eq!(driver.program.app.scope(), Scope::Home);
    let profile = driver.program.app.state.profile();
    assert_eq!(profile.bearings.len(), 2);
    assert_eq!(profile.review, Some(jiff::civil::date(2026, 12, 24)));
    assert_eq!(profile.value("helhedsmaal").get(), 1);
    assert!(
        profile.extra.is_empty(),
        "nothing is left to pick up: {:?}",
        profile.extra
    );
    println!("the monthly review: {count} keys");
    assert!(count <= 40, "{count}");
}

#[test]
fn the_file_for_the_calendar_is_named_and_its_path_copied_where_it_was_written() {
    let mut driver = driver(Lang::Da, 100, 30);
    driver.press("Space y").shows(&["Den tast gør ikke noget her"]);
    while !driver.screen().contains("Om 1 måned") {
        driver.press("Right");
    }
    driver.press("Enter").shows(&["▌ Lav en fil til kalenderen"]);
    let file = std::path::PathBuf::from("/hjem/anne/min-profil.ics");
    driver.program.app.calendar_written(file);
    driver.program.repaint();
    driver
        .press("F9")
        .shows(&["/hjem/anne/min-profil.ics", "y kopierer stien", "▌ Videre"]);
    driver.press("y").shows(&["Sendt til udklipsholderen: stien"]);
    driver
        .press("Enter")
        .shows(&["Det gjorde du", "/hjem/anne/min-profil.ics"]);
}

#[test]
fn the_choices_of_a_step_are_seen_however_much_it_says() {
    for (width, height) in [(40, 12), (60, 18), (80, 24), (120, 36)] {
        let mut driver = driver(Lang::Da, width, height);
        driver.press("Space");
        driver.shows(&["▌ Videre"]).press("Enter");
        for _ in 0..12 {
            driver.press("Up Up Up Enter");
        }
        driver
            .shows(&["drejeknapper har flyttet sig", "▌ Gem pejlingen", "Spring over"])
            .press("Down")
            .shows(&["▌ Spring over"]);
        // what is said over them is scrolled to its end
        driver
            .press("PgDn PgDn PgDn PgDn PgDn")
            .shows(&["Fællesskaber", "▌ Spring over"]);
    }
}

#[test]
fn on_the_first_day_it_says_what_a_bearing_is_and_takes_the_first() {
    let mut driver = Driver::new(80, 24);
    driver.press("Space").shows(&[
        "Din første pejling",
        "En pejling er et dateret billede",
        "I dag gemmer du den første",
    ]);
    driver
        .press("Right Up Tab Enter")
        .type_text("Den første")
        .press("Enter");
    // there is nothing yet that anything was learned since
    driver.shows(&["Hvornår vil du se på den igen?"]);
    let bearings = &driver.program.app.state.profile().bearings;
    assert_eq!((bearings.len(), bearings[0].label.as_str()), (1, "Den første"));
}

#[test]
fn every_step_is_skipped_and_left_and_nothing_is_changed_by_that() {
    let mut driver = driver(Lang::Da, 120, 36);
    let before = driver.program.app.state.profile().clone();
    driver.press("Space");
    for _ in 0..4 {
        driver.press("Tab");
    }
    driver
        .shows(&["Det gjorde du", "Du gemte ingen pejling denne gang."])
        .press("Esc");
    // what was read is read
    let mut after = driver.program.app.state.profile().clone();
    after.read.clone_from(&before.read);
    assert_eq!(after, before);
    for steps in 0..15 {
        let mut driver = self::driver(Lang::Da, 120, 36);
        driver.press("Space");
        (0..steps).for_each(|_| _ = driver.press("Right"));
        driver
            .press("Esc")
            .shows(&["Månedens pejling venter. Space fører dig tilbage"]);
        assert_eq!(driver.program.app.scope(), Scope::Home, "{steps}");
        assert_eq!(driver.value("relationer"), 1);
    }
}

#[test]
fn it_is_picked_up_where_it_was_left_also_by_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = Driver::on_disk(folder.path(), 100, 30);
    driver.press("Space Right Right Right Up Up Esc");
    driver
        .press("Space")
        .shows(&["Du er tilbage, hvor du slap", "pejlemærke 3 af 12", "+2"]);
    driver.press("Right q");
    driver.leave();
    let mut driver = Driver::on_disk(folder.path(), 100, 30);
    driver
        .press("o Space")
        .shows(&["Du er tilbage, hvor du slap", "pejlemærke 4 af 12"]);
    assert_eq!(driver.value("helhedsmaal"), 2);
}

#[test]
fn effect_and_learning_are_asked_for_what_moved_one_mark_at_a_time() {
    let mut driver = driver(Lang::Da, 80, 24);
    driver
        .press("Space Tab Tab Enter Enter")
        .shows(&["Nysgerrig relationsopbygning", "0 → +1"]);
    driver
        .press("Enter")
        .shows(&["Hvilken effekt gav det?", "Skriv frit"]);
    driver
        .type_text("Flere ringer")
        .press("Esc")
        .shows(&["Hvad lærte I undervejs?"]);
    driver
        .type_text("Ring først")
        .press("Esc")
        .shows(&["Flere ringer", "Ring først"]);
    driver.press("Enter");
    driver.shows(&["Hvornår vil du se på den igen?"]);
    let bearing = driver.program.app.state.profile().last_bearing().unwrap().clone();
    let dial = &bearing.dials["relationer"];
    assert_eq!(
        (dial.effect.as_str(), dial.learning.as_str()),
        ("Flere ringer", "Ring først")
    );
}

#[test]
fn a_bearing_that_is_taken_back_is_asked_for_again() {
    let mut driver = driver(Lang::Da, 80, 24);
    driver
        .press("Space Tab Tab Enter Enter")
        .shows(&["Hvad gav det?"]);
    driver.press("u").shows(&["En ny pejling", "Gem pejlingen"]);
    assert_eq!(driver.program.app.state.profile().bearings.len(), 1);
}

#[test]
fn a_question_of_the_mirror_is_one_step_of_it() {
    let mut driver = driver(Lang::Da, 80, 40);
    driver.press("2 + + + 3 - - Space").shows(&["1 af 6"]);
    driver.press("Enter").shows(&[
        "2 af 6 · Ét spørgsmål",
        "Hvordan passer du på driften imens?",
        "»",
    ]);
    driver.press("Enter").type_text("Vi deles").press("Esc");
    driver
        .shows(&["Vi deles", "▌ Videre"])
        .press("Enter")
        .shows(&["3 af 6"]);
    driver
        .press("Tab Tab Tab Tab")
        .shows(&["Det gjorde du", "Du svarede på spørgsmålet."]);
}

#[test]
fn what_was_done_with_the_question_is_what_the_end_says() {
    let mut driver = driver(Lang::Da, 80, 40);
    driver
        .press("2 + + + 3 - - Space Enter Enter Esc")
        .shows(&["▌ Svar"]);
    assert_eq!(driver.notice(), "Intet svar er skrevet. Spørgsmålet venter");
    driver.press("Tab Tab Tab Tab").shows(&["Det gjorde du"]);
    driver.hides(&["spørgsmålet"]);
    driver.press("Shift+Tab Shift+Tab Shift+Tab Shift+Tab Shift+Tab Shift+Tab");
    driver.shows(&["1 af 6"]).press("Enter");
    driver.shows(&["2 af 6"]).press("Down Down Enter");
    assert!(
        driver.notice().contains("lagde spørgsmålet væk"),
        "{}",
        driver.notice()
    );
    driver
        .press("Tab Tab Tab Tab")
        .shows(&["Det gjorde du", "Du lagde spørgsmålet væk."])
        .hides(&["Du svarede"]);
}

#[test]
fn a_date_is_chosen_or_typed_and_lies_ahead() {
    let mut driver = driver(Lang::Da, 100, 30);
    driver.press("Space Tab Tab Tab Down Down Down Down Enter");
    driver.shows(&["Hvornår vil du se på den igen? Skriv fx 24.5.2027"]);
    for (wrong, said) in [
        ("24.11.2026", "Datoen skal ligge efter i dag"),
        ("31.2.2027", "Den dato findes ikke"),
        (
            "1.1.9999",
            "Datoen ligger for langt ude i fremtiden: skriv fx 24.5.2027",
        ),
    ] {
        driver.press("Ctrl+U").type_text(wrong).press("Enter");
        driver.shows(&[said]);
        assert_eq!(driver.program.app.state.profile().review, None, "{wrong}");
    }
    driver.press("Ctrl+U").type_text("14.9.2027").press("Enter");
    driver.shows(&["Du vil se på den igen 14. september 2027."]);
}

#[test]
fn every_step_is_seen_in_every_window_and_in_both_languages() {
    for lang in [Lang::Da, Lang::En] {
        for (width, height) in [(40, 12), (60, 18), (80, 24), (120, 36), (200, 60)] {
            let mut driver = driver(lang, width, height);
            driver.press("Space");
            let steps = ["Tab", "Tab", "Enter Enter", "Right", "Enter", "Right"];
            let parts = lang.text().monthly.parts;
            for (step, part) in steps.iter().zip([2, 3, 4, 5, 5, 6]) {
                driver.press(step);
                let screen = driver.screen();
                assert!(reads(&screen, parts[part]), "{width}×{height} {step}:\n{screen}");
                let last = screen.lines().last().unwrap();
                assert!(last.contains("Enter"), "{width}×{height}: {last}");
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn what_was_turned_and_where_it_was_left_outlives_a_signal_and_a_quit() {
    use crate::common::{
        home::Home,
        pty::{Exit, Signal},
    };
    let home = Home::visited();
    let mut terminal = home.start();
    terminal.wait_for(&["månedens pejling"]).send(" ");
    terminal.wait_for(&["Din første pejling"]).send("\x1b[C");
    terminal.wait_for(&["pejlemærke 1 af 12"]).send("\x1b[A");
    terminal.wait_for(&["+1 skruet op"]).signal(Signal::TERM);
    assert_eq!(terminal.exit(), Exit::Status(143));
    assert_eq!(home.value_on_disk("arbejdsmiljoe"), 1);
    let mut terminal = home.start();
    terminal.wait_for(&["månedens pejling"]).send(" ");
    terminal
        .wait_for(&["Du er tilbage, hvor du slap", "pejlemærke 1 af 12"])
        .send("\x1b[C");
    terminal.wait_for(&["pejlemærke 2 af 12"]).send("q");
    assert_eq!(terminal.exit(), Exit::Status(0));
    let kept = std::fs::read_to_string(home.profile()).unwrap();
    assert!(kept.contains("\"mark\": \"maalsaetning\""), "{kept}");
}

#[test]
fn on_a_full_disk_what_was_turned_and_written_is_kept_and_saved_where_there_is_room_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::new(folder.path().join("data"), clock);
    store.create(&Profile::new("Min profil", FRAMEWORK, 2)).unwrap();
    let kept = || store.open(DEFAULT_SLUG, FRAMEWORK, Access::Read).unwrap().profile;
    let full = Arc::new(AtomicBool::new(true));
    let (refuse, refused) = channel();
    let is_full = full.clone();
    let disk = Hooked(Box::new(move |operation, _| {
        if operation == "create" && is_full.load(Relaxed) {
            let _ = refuse.send(());
            return Err(ErrorKind::StorageFull.into());
        }
        Ok(())
    }));
    let mut driver = Driver::on(Arc::new(disk), folder.path(), 100, 30);
    driver
        .press("Space Right Up n")
        .type_text("Vi mangler en")
        .press("Esc");
    driver.shows(&["pejlemærke 1 af 12", "Vi mangler en"]);
    refused.recv_timeout(Duration::from_secs(60)).unwrap();
    assert_eq!(kept().value("arbejdsmiljoe").get(), 0, "the disk is full");
    driver.press("Right Up").shows(&["pejlemærke 2 af 12"]);
    full.store(false, Relaxed);
    driver.press("q");
    driver.leave();
    let kept = kept();
    assert_eq!(kept.value("arbejdsmiljoe").get(), 1);
    assert_eq!(kept.value("maalsaetning").get(), 1);
    assert_eq!(kept.note("arbejdsmiljoe"), "Vi mangler en");
    // and where it was left
    let mut driver = Driver::on_disk(folder.path(), 100, 30);
    driver.press("Space").shows(&["pejlemærke 2 af 12"]);
}
