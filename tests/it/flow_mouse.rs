//! A leader who has a mouse.

use crate::common::Driver;
use crossterm::event::MouseEventKind::{ScrollDown, ScrollUp};
use pejl::{
    app::{keymap::Scope, layout},
    screens::{home, mark, rose},
};
use ratatui::layout::Rect;
use std::time::Duration;

fn body(driver: &Driver) -> Rect {
    let size = driver.program.app.state.size;
    layout::frame(size.width, size.height).unwrap().body
}

/// Where everything stands at home.
fn at_home(driver: &Driver) -> home::Layout {
    let state = &driver.program.app.state;
    home::layout(body(driver), state.names(), state.cursor)
}

/// Where the dial of the nth mark of a field is drawn at home.
fn dial_at_home(driver: &Driver, field: usize, mark: usize) -> Rect {
    at_home(driver).fields[field].marks[mark].dial
}

#[test]
fn a_click_selects_a_field_and_a_double_click_opens_it() {
    let mut driver = Driver::new(120, 36);
    let name = at_home(&driver).fields[3].area;
    driver.click(name.x + 4, name.y);
    assert_eq!(driver.program.app.state.field().get(), 3);
    assert_eq!(driver.program.app.scope(), Scope::Home);
    driver.click(name.x + 4, name.y);
    assert_eq!(driver.program.app.scope(), Scope::Field);
}

#[test]
fn two_clicks_with_time_between_open_nothing() {
    let mut driver = Driver::new(120, 36);
    driver.click(4, 4).wait(Duration::from_secs(1)).click(4, 4);
    assert_eq!(driver.program.app.scope(), Scope::Home);
}

#[test]
fn the_wheel_turns_the_dial_under_it_only_where_it_is_selected() {
    let mut driver = Driver::new(120, 36);
    let own = dial_at_home(&driver, 0, 1);
    let other = dial_at_home(&driver, 1, 0);
    let middle = |dial: Rect| (dial.x + dial.width / 2, dial.y + dial.height / 2);
    let (x, y) = middle(own);
    driver.mouse(ScrollUp, x, y).mouse(ScrollUp, x, y);
    assert_eq!(driver.value("maalsaetning"), 2);
    assert_eq!(driver.mouse(ScrollDown, x, y).value("maalsaetning"), 1);
    let (x, y) = middle(other);
    assert_eq!(driver.mouse(ScrollUp, x, y).value("samskabelse"), 0);
}

#[test]
fn a_drag_along_the_arc_turns_to_where_it_ends_as_one_step_of_undo() {
    let mut driver = Driver::new(120, 36);
    driver.press("2 Enter Enter");
    let dial = mark::layout(body(&driver)).dial;
    let (top, right) = (
        (dial.x + dial.width / 2, dial.y),
        (dial.right() - 2, dial.y + dial.height / 2),
    );
    driver.drag(top, &[(top.0 + 4, top.1 + 1), (right.0 - 2, right.1 - 3), right]);
    let value = driver.value("samskabelse");
    assert!(
        (3..=4).contains(&value),
        "three o'clock is two thirds of the way: {value}"
    );
    driver.press("u");
    assert_eq!(driver.value("samskabelse"), 0, "one step");
    driver.press("Ctrl+R");
    assert_eq!(driver.value("samskabelse"), value);
    let gap = (dial.x + dial.width / 2, dial.bottom() - 1);
    let left = (dial.x + 2, dial.bottom() - 3);
    driver.drag(right, &[(right.0 - 3, dial.bottom() - 2), gap, left]);
    assert_eq!(
        driver.value("samskabelse"),
        5,
        "crossing the gap does not jump to the other end"
    );
}

#[test]
fn a_double_click_on_a_dial_turns_it_to_neutral() {
    let mut driver = Driver::new(120, 36);
    driver.press("2 Enter Enter + + +");
    let dial = mark::layout(body(&driver)).dial;
    let (x, y) = (dial.x + dial.width / 2, dial.y + dial.height / 2);
    driver.click(x, y);
    assert_eq!(driver.value("samskabelse"), 3, "one click turns nothing");
    driver.click(x, y);
    assert_eq!(driver.value("samskabelse"), 0);
    assert_eq!(driver.program.app.scope(), Scope::Mark);
}

#[test]
fn the_wheel_scrolls_a_text_and_a_click_selects_in_a_list() {
    let mut driver = Driver::new(80, 24);
    driver.press("i");
    let before = driver.screen();
    assert_ne!(driver.mouse(ScrollDown, 10, 10).screen(), before);
    assert_eq!(driver.mouse(ScrollUp, 10, 10).screen(), before);
    driver.press("Esc v");
    let row = driver
        .screen()
        .lines()
        .position(|row| row.contains("Helhedsorienterede"))
        .unwrap() as u16;
    driver.click(20, row);
    assert_eq!(driver.program.app.state.cursor.get(), 2);
    driver.click(20, row);
    assert_eq!(driver.program.app.scope(), Scope::Mark);
}

#[test]
fn a_click_on_a_petal_selects_its_mark() {
    let mut driver = Driver::new(120, 36);
    driver.press("o");
    let room = rose::layout(body(&driver), &driver.program.app.state)
        .rose
        .unwrap();
    driver.click(room.x + room.width / 2 + 6, room.y + room.height / 2 - 3);
    assert_eq!(driver.program.app.state.field().get(), 1, "up to the right");
}

#[test]
fn no_click_anywhere_at_any_size_panics_and_none_turns_a_dial() {
    for (width, height) in [(40, 12), (80, 24), (60, 80), (200, 20)] {
        for keys in ["", "Enter", "Enter Enter", "v", "o", "n", "s", "?"] {
            let mut driver = Driver::new(width, height);
            driver.press(keys);
            for y in (0..height).step_by(3) {
                for x in (0..width).step_by(7) {
                    driver.click(x, y).wait(Duration::from_secs(1));
                }
            }
            assert!(
                driver.program.app.state.profile().dials.is_empty(),
                "{width}×{height} {keys}"
            );
        }
    }
}

/// Where a text stands on the row of keys.
fn hint(driver: &Driver, text: &str) -> (u16, u16) {
    let screen = driver.screen();
    let row = screen.lines().last().unwrap();
    let at = row
        .find(text)
        .unwrap_or_else(|| panic!("»{text}« is not in {row}"));
    (
        row[..at].chars().count() as u16,
        screen.lines().count() as u16 - 1,
    )
}

#[test]
fn a_box_with_a_key_in_its_heading_is_clicked_as_that_key() {
    for (width, height) in [(40, 12), (80, 24), (120, 36), (200, 60)] {
        let mut app = crate::common::app(pejl::text::Lang::Da, width, height);
        crate::common::with_profile(&mut app, |profile| {
            let at = "2026-10-24T09:00:00+02:00".parse().unwrap();
            profile.apply(profile.take_bearing("Oktober".into(), at));
        });
        let mut driver = Driver::with(app, pejl::ui::theme::Depth::True, ratatui_dial::Marker::Smooth);
        driver.press("Enter Enter PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn");
        let boxes = [
            ("Hvilket behov?", Scope::Note),
            ("b Udvikling", Scope::Bearings),
            ("o Rosen", Scope::Rose),
        ];
        for (heading, leads_to) in boxes {
            if !driver.screen().contains(heading) {
                assert!(
                    width < 200 && leads_to != Scope::Note,
                    "{width}×{height}: {heading}"
                );
                continue;
            }
            let (x, y) = on_screen(&driver, heading);
            driver.click(x, y);
            assert_eq!(
                driver.program.app.scope(),
                leads_to,
                "{width}×{height}: {heading}"
            );
            driver.press("Esc");
            assert_eq!(driver.program.app.scope(), Scope::Mark);
        }
    }
}

#[test]
fn a_click_on_a_hint_does_what_its_key_does() {
    let mut driver = Driver::new(120, 36);
    let (x, y) = hint(&driver, "åbn");
    driver.click(x, y);
    assert_eq!(driver.program.app.scope(), Scope::Field);
    let (x, y) = hint(&driver, "+−");
    driver.click(x, y).click(x, y).click(x + 1, y);
    assert_eq!(driver.value("arbejdsmiljoe"), 1, "each key for itself");
    let (x, y) = hint(&driver, "skru");
    assert_eq!(
        driver.click(x, y).value("arbejdsmiljoe"),
        1,
        "the name of two keys says neither"
    );
    let (x, y) = hint(&driver, "note");
    driver.click(x, y).press("æ");
    let (x, y) = hint(&driver, "gem");
    driver.click(x, y);
    assert_eq!(driver.program.app.state.profile().note("arbejdsmiljoe"), "æ");
}

#[test]
fn entries_of_a_list_that_is_typed_in_are_clicked() {
    let mut driver = Driver::new(80, 24);
    driver.press(": r o s e n");
    let screen = driver.screen();
    let is_entry = |line: &str| line.contains("rosen") && !line.contains('›');
    let y = screen.lines().position(is_entry).unwrap() as u16;
    driver.click(30, y).click(30, y);
    assert_eq!(driver.program.app.scope(), Scope::Rose);
}

/// Where a text stands on the screen, the first time from the top.
fn on_screen(driver: &Driver, text: &str) -> (u16, u16) {
    let screen = driver.screen();
    let (y, row) = screen
        .lines()
        .enumerate()
        .find(|(_, row)| row.contains(text))
        .unwrap_or_else(|| panic!("»{text}« is not on the screen:\n{screen}"));
    let at = row.find(text).unwrap();
    (row[..at].chars().count() as u16 + 1, y as u16)
}

#[test]
fn the_trail_the_places_at_home_and_the_question_are_clicked() {
    for (width, height) in [(80, 24), (120, 36)] {
        let mut driver = Driver::new(width, height);
        let click = |driver: &mut Driver, text: &str| {
            let (x, y) = on_screen(driver, text);
            driver.click(x, y);
            driver.program.app.scope()
        };
        for (place, scope) in [
            ("o rosen", Scope::Rose),
            ("v niveauer", Scope::Levels),
            ("b pejlinger", Scope::Bearings),
            ("e print", Scope::Export),
        ] {
            assert_eq!(click(&mut driver, place), scope, "{place}");
            assert_eq!(click(&mut driver, "Grundlaget"), Scope::Home, "{place}");
        }
        driver.press("2 Enter Enter");
        let field = |driver: &Driver| match driver.header().contains("Samskaber") {
            true => "Samskaber",
            false => "Vi skaber velfærd",
        };
        let name = field(&driver);
        assert_eq!(click(&mut driver, name), Scope::Field);
        // a field that is not under this screen is opened, and a text that is written is kept
        driver.press("Esc o Enter n æ");
        let name = field(&driver);
        assert_eq!(click(&mut driver, name), Scope::Field);
        assert_eq!(driver.program.app.state.profile().note("samskabelse"), "æ");
        driver.press("Esc 2 + 3 -");
        assert_eq!(click(&mut driver, "imens?"), Scope::Mirror);
    }
}
