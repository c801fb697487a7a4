//! Undo and redo over every change, by a name that its reader recognises.

use crate::common::Driver;

/// Everything that can be changed, last first, as undo names it.
const STEPS: &[&str] = &[
    "profilens navn Min profil → Ældre og sundhed",
    "dato for at se på profilen igen",
    "udfordring",
    "enhed",
    "dit niveau Niveau 1 → Niveau 2",
    "note på profilen",
    "spørgsmål i spejlet lagt væk",
    "spørgsmål i spejlet taget frem",
    "svar i spejlet",
    "Sikker drift med prioriterede ressourcer på tværs 0 → −1",
    "sletning af beslutning »Vi udsætter mødet«",
    "svar ved beslutning »Vi udsætter mødet«",
    "beslutning »Vi udsætter mødet«",
    "ny beslutning »Vi udsætter«",
    "sletning af pejling Sommer",
    "pejling Efterår → Sommer",
    "note på pejling Efterår",
    "gendannelse af pejling Efterår",
    "drejeknapperne i Vi skaber velfærd sammen med andre",
    "pejling Efterår",
    "dokumenter ved Rettidig samskabelse",
    "hvad Rettidig samskabelse beriger",
    "note på Rettidig samskabelse",
    "Rettidig samskabelse 0 → +1",
];

#[test]
fn every_change_is_a_step_that_says_what_it_was_and_both_ways_lead_where_they_came_from() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = Driver::on_disk(folder.path(), 120, 36);
    let write = |driver: &mut Driver, keys: &str, text: &str, end: &str| {
        driver.press(keys).type_text(text).press(end);
    };
    driver.press("2 Enter Enter +");
    write(&mut driver, "n", "Fordi", "Esc");
    driver.press("g Enter Esc m Enter Esc");
    write(&mut driver, "s", "Efterår", "Enter");
    driver.press("Esc Esc + b r");
    write(&mut driver, "n", "Roligt", "Esc");
    write(&mut driver, "m Ctrl+U", "Sommer", "Enter");
    driver.press("x Esc");
    write(&mut driver, "d n", "Vi udsætter", "Esc");
    write(&mut driver, "Home Enter End", " mødet", "Esc");
    write(&mut driver, "Down Enter", "Ja", "Esc");
    driver.press("Esc x Esc");
    driver.press("Esc Esc Esc 3 Enter -");
    write(&mut driver, "w n", "Vi læser", "Esc");
    driver.press("x x Esc Esc Esc");
    write(&mut driver, "n", "Omlægning", "Esc");
    driver.press(", Down Right Esc p");
    write(&mut driver, "Home Down Enter", "Sundhed", "Enter");
    write(&mut driver, "Down Enter", "Budget", "Enter");
    write(&mut driver, "Down Down Enter", "1.2.2199", "Enter");
    write(&mut driver, "Home Enter Ctrl+U", "Ældre og sundhed", "Enter");
    driver.press("Esc");
    let end = driver.program.app.state.profile().clone();
    driver.leave();

    let mut driver = Driver::on_disk(folder.path(), 120, 36);
    for step in STEPS {
        driver.press("u");
        assert_eq!(driver.notice(), format!("Fortrudt: {step}"));
    }
    driver.press("u");
    assert_eq!(driver.notice(), "Der er ikke mere at fortryde");
    let start = driver.program.app.state.profile();
    assert!(start.dials.is_empty() && start.bearings.is_empty() && start.replies.is_empty());
    driver.leave();

    let mut driver = Driver::on_disk(folder.path(), 120, 36);
    for step in STEPS.iter().rev() {
        driver.press("Ctrl+R");
        assert_eq!(driver.notice(), format!("Gentaget: {step}"));
    }
    let again = driver.program.app.state.profile();
    assert_eq!(
        (&again.name, &again.dials, &again.bearings),
        (&end.name, &end.dials, &end.bearings)
    );
    assert_eq!(
        (&again.replies, &again.decisions, again.review),
        (&end.replies, &end.decisions, end.review)
    );
    assert_eq!(
        (again.level, &again.unit, &again.challenge, &again.note),
        (end.level, &end.unit, &end.challenge, &end.note)
    );
}
