//! What the program has to say stays until it is read, whole.

use crate::common::Driver;
use pejl::{
    core::{
        fault::{Cause, Fault},
        session::Saving,
    },
    store::{Report, log, system_clock},
    terminal::Event,
    text::Lang,
    ui::theme::Depth,
};
use ratatui_dial::Marker;
use std::time::Duration;

fn failed() -> Event {
    Event::Store(Report::Failed {
        fault: Fault::Write {
            path: "/en/mappe/med/et/temmelig/langt/navn/som/ikke/er/til/at/komme/udenom/profiles/min-profil.json".into(),
            why: Cause::Full,
        },
        retry_in: std::time::Duration::from_secs(1),
    })
}

#[test]
fn a_long_message_is_shown_whole_and_stays_until_a_key_and_leaves_nothing_behind() {
    let mut app = crate::common::app(Lang::Da, 80, 24);
    let words: Vec<String> = (1..40).map(|number| format!("ord{number}")).collect();
    app.state.message = Some(words.join(" "));
    let mut driver = Driver::with(app, Depth::True, Marker::Smooth);
    driver.shows(&["Ord1 ", "ord20", "ord39"]);
    driver.send(Event::Continue).shows(&["ord39"]);
    let home = Driver::new(80, 24).press("Right").screen();
    assert_eq!(driver.press("Right").screen(), home);
}

#[test]
fn a_message_without_end_leaves_half_the_body_and_says_that_there_is_more() {
    let mut app = crate::common::app(Lang::Da, 40, 12);
    app.state.message = Some("alt for meget ".repeat(500));
    let driver = Driver::with(app, Depth::True, Marker::Smooth);
    let rows = driver
        .screen()
        .lines()
        .filter(|line| line.contains("meget"))
        .count();
    assert!((2..=5).contains(&rows), "{}", driver.screen());
    assert!(driver.screen().contains('…'));
}

#[test]
fn a_save_that_failed_is_told_whole_and_once_for_each_reason() {
    let mut driver = Driver::new(80, 24);
    driver.press("+").send(failed());
    let whole: String = driver.screen().lines().map(str::trim).collect();
    assert!(
        whole.contains("til/at/komme/udenom/profiles/min-profil.json"),
        "{}",
        driver.screen()
    );
    assert!(matches!(
        driver.program.app.state.session.saving(),
        Saving::Failed(_)
    ));
    driver.press("Right");
    driver.send(failed()).hides(&["profiles/"]).shows(&["IKKE GEMT"]);
}

/// The newest state is on the disk; `unbacked` is why the one before has no backup.
fn saved(driver: &Driver, unbacked: Option<Cause>) -> Event {
    let generation = driver.program.app.state.session.changes();
    Event::Store(Report::Saved { generation, unbacked })
}

#[test]
fn what_was_told_of_a_failed_save_goes_with_the_save_that_goes_through() {
    let mut driver = Driver::new(80, 24);
    driver
        .press("+")
        .send(failed())
        .shows(&["IKKE GEMT", "disken er fuld"]);
    let event = saved(&driver, None);
    driver
        .send(event)
        .shows(&["✓ gemt"])
        .hides(&["IKKE GEMT", "disken er fuld"]);
    // what was told since is another matter
    driver.press("+").send(failed()).press("u").shows(&["Fortrudt"]);
    let event = saved(&driver, None);
    driver.send(event).shows(&["✓ gemt", "Fortrudt"]);
}

#[test]
fn that_there_is_no_backup_stands_there_until_there_is_one() {
    let mut driver = Driver::new(80, 24);
    let told = "Gemt, men uden sikkerhedskopi af det forrige: disken er fuld";
    driver.press("+");
    let event = saved(&driver, Some(Cause::Full));
    driver.send(event).shows(&["✓ gemt", told]);
    driver.press("Right Enter").shows(&[told]);
    driver.press("u u").shows(&["Der er ikke mere at fortryde"]);
    driver.press("Esc").shows(&[told]);
    driver.press("+");
    let event = saved(&driver, None);
    driver.send(event).hides(&["sikkerhedskopi"]);
}

#[test]
fn what_is_said_goes_to_the_log_once() {
    let folder = tempfile::tempdir().unwrap();
    let log = log::Log::new(folder.path().to_owned(), system_clock);
    let mut app = crate::common::app(Lang::Da, 80, 24);
    app.state.message = Some("Velkommen".into());
    let mut driver = Driver::with(app, Depth::True, Marker::Smooth);
    driver.program.log_to(log);
    driver.press("u Right").send(failed()).send(failed());
    driver.program.end_log(Duration::from_secs(20));
    let said = std::fs::read_to_string(log::path(folder.path())).unwrap();
    let said: Vec<&str> = said.lines().map(|line| line.split_once(' ').unwrap().1).collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert_eq!(said[..2], ["Velkommen", "Der er ikke mere at fortryde"]);
    assert!(said[2].contains("IKKE GEMT"), "{said:?}");
}
