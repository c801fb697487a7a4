//! A leader turns dials, takes turns back, and nothing is drawn or saved that did not change.

use crate::common::Driver;
use pejl::{
    core::{
        dial::DialValue,
        fault::{Cause, Fault, ReadOnly},
        profile::Edit,
    },
    store::Report,
    terminal::Event,
};
use ratatui_dial::Marker;
use std::time::Duration;

#[test]
fn plus_five_times_brings_samskabelse_in_front_and_no_further() {
    let mut driver = Driver::new(120, 36);
    driver
        .press("Right Enter Enter + + + + +")
        .shows(&["+5", "i forgrunden"]);
    assert_eq!(driver.press("+").value("samskabelse"), 5);
    driver.press("0").shows(&["i midten"]);
    assert_eq!(driver.press("Home").value("samskabelse"), -5);
    driver.shows(&["−5", "i baggrunden"]);
    assert_eq!(driver.press("Up").value("samskabelse"), -4);
    assert_eq!(driver.press("End Down").value("samskabelse"), 4);
    assert_eq!(driver.press("Delete").value("samskabelse"), 0);
}

#[test]
fn at_home_all_three_dials_of_the_field_turn_as_one_step_of_undo() {
    let mut driver = Driver::new(80, 24);
    driver.press("2 + +");
    let values = |driver: &Driver| ["samskabelse", "innovation", "relationer"].map(|mark| driver.value(mark));
    assert_eq!(values(&driver), [2, 2, 2]);
    driver.press("u");
    assert_eq!(values(&driver), [1, 1, 1]);
    assert!(driver.notice().contains("Vi skaber velfærd sammen med andre"));
    driver.press("Ctrl+R");
    assert_eq!(values(&driver), [2, 2, 2]);
    driver.press("0");
    assert_eq!(values(&driver), [0, 0, 0]);
}

#[test]
fn undo_names_what_it_took_back_and_goes_back_to_the_start() {
    let mut driver = Driver::new(120, 36);
    driver.press("2 Enter Enter + + - u");
    assert_eq!(driver.notice(), "Fortrudt: Rettidig samskabelse +2 → +1");
    assert_eq!(driver.value("samskabelse"), 2);
    driver.press("Ctrl+Z u");
    assert_eq!(driver.value("samskabelse"), 0);
    driver.press("u");
    assert_eq!(driver.notice(), "Der er ikke mere at fortryde");
    driver.press("Ctrl+Y Ctrl+R Ctrl+R");
    assert_eq!(driver.value("samskabelse"), 1);
    assert_eq!(driver.press("Ctrl+R").notice(), "Der er ikke mere at gentage");
}

#[test]
fn turning_after_an_undo_forgets_what_was_undone() {
    let mut driver = Driver::new(80, 24);
    driver.press("Enter + + u - Ctrl+R");
    assert_eq!(driver.value("arbejdsmiljoe"), 0);
}

#[test]
fn shares_follow_the_dials() {
    let mut driver = Driver::new(120, 36);
    driver
        .press("2 Enter Enter End")
        .shows(&["14 % af din opmærksomhed"]);
    driver.press("Esc Esc").shows(&["30 %", "23 %"]);
    for field in 1..=4 {
        driver.press(&format!("{field} + + + + +"));
    }
    driver.shows(&["25 %"]).hides(&["30 %"]);
}

#[test]
fn saved_is_shown_only_once_the_disk_has_it() {
    let mut driver = Driver::new(80, 24);
    assert!(driver.header().contains("✓ gemt"));
    driver.press("+");
    assert!(!driver.header().contains("gemt"), "{}", driver.header());
    driver.press("+");
    let saved = |generation| {
        Event::Store(Report::Saved {
            generation,
            unbacked: None,
        })
    };
    driver.send(saved(1));
    assert!(!driver.header().contains("gemt"), "the disk has an older state");
    driver.send(saved(2));
    assert!(driver.header().contains("✓ gemt"));
}

#[test]
fn a_failed_save_stays_on_the_screen_until_the_disk_has_it() {
    let mut driver = Driver::new(120, 36);
    driver.press("+");
    let fault = Fault::Write {
        path: "/x/min-profil.json".into(),
        why: Cause::Full,
    };
    driver.send(Event::Store(Report::Failed {
        fault,
        retry_in: Duration::from_secs(1),
    }));
    assert!(driver.header().contains("IKKE GEMT"), "{}", driver.header());
    driver.press("+ Right");
    assert!(driver.header().contains("IKKE GEMT"));
    driver.send(Event::Store(Report::Saved {
        generation: 2,
        unbacked: None,
    }));
    assert!(driver.header().contains("✓ gemt"));
}

#[test]
fn a_profile_open_for_reading_only_turns_nothing_and_says_why() {
    let mut app = crate::common::app(pejl::text::Lang::Da, 120, 36);
    app.state.session.set_read_only(ReadOnly::Locked);
    let mut driver = Driver::with(app, pejl::ui::theme::Depth::True, ratatui_dial::Marker::Smooth);
    assert!(driver.header().contains("kun læsning"));
    driver.press("+");
    assert_eq!(driver.value("arbejdsmiljoe"), 0);
    let notice = driver.notice();
    assert!(notice.contains("Kun læsning: åben i en anden pejl"), "{notice}");
}

#[test]
fn a_key_without_effect_writes_nothing() {
    let mut driver = Driver::new(120, 36);
    for keys in ["Esc", "Backspace", "Left", "Up", "0", "u u"] {
        driver.press(keys);
        if keys != "u u" {
            assert!(
                driver.written.is_empty(),
                "{keys} wrote {} bytes",
                driver.written.len()
            );
        }
    }
    driver.press("u");
    assert!(driver.written.is_empty(), "the same message again");
}

#[test]
fn a_turn_writes_the_changed_cells_alone_in_one_synchronized_update() {
    let mut driver = Driver::new(120, 36);
    driver.press("Right Enter Enter +");
    let before = driver.program.frame();
    driver.press("+");
    let after = driver.program.frame();
    let cells = before.content.iter().zip(&after.content);
    let changed = cells.filter(|(before, after)| before != after).count();
    assert!((1..after.content.len() / 10).contains(&changed), "{changed}");
    let written = String::from_utf8(driver.written.clone()).unwrap();
    assert!(written.starts_with("\x1b[?2026h") && written.ends_with("\x1b[?2026l"));
    assert_eq!(written.matches("\x1b[?2026h").count(), 1);
    // what is not a sequence is a sign of a cell
    let mut signs = 0;
    let mut rest = written.as_str();
    while let Some(sign) = rest.chars().next() {
        rest = match rest.strip_prefix("\x1b[") {
            Some(sequence) => sequence.trim_start_matches(|c: char| !c.is_ascii_alphabetic()),
            None => {
                signs += 1;
                rest
            }
        };
        let last = rest.chars().next().unwrap_or(sign);
        rest = &rest[last.len_utf8()..];
    }
    assert_eq!(signs, changed);
}

/// A profile with something in every place that is drawn.
fn used(lang: pejl::text::Lang) -> pejl::app::App {
    let mut app = crate::common::app(lang, 80, 24);
    let mut profile = (*app.state.profile()).clone();
    let value = |steps: i64| DialValue::NEUTRAL.turned(steps);
    for (at, mark) in app.state.framework.mark_indices().enumerate() {
        let id = app.state.framework.mark(mark).id.clone();
        profile.apply(Edit::Dials(vec![(id.clone(), value(at as i64 % 9 - 4))]));
        if at % 2 == 0 {
            profile.apply(Edit::Note {
                mark: id,
                text: "Tre aftenvagter uden afløser, 漢字".into(),
            });
        }
        if at % 4 == 0 {
            let bearing = profile.bearing_of_now(
                format!("Pejling {at}"),
                "2026-08-20T09:00:00+02:00".parse().unwrap(),
            );
            profile.apply(Edit::InsertBearing {
                at: usize::MAX,
                bearing: bearing.into(),
            });
        }
    }
    app.state.session.open(profile, None);
    app
}

/// What is seen of a terminal's cell: of a blank one no letter, of a full one no ground.
fn seen(cell: &vt100::Cell) -> impl PartialEq + std::fmt::Debug {
    let letter = match cell.contents() {
        "" | " " => None,
        letter => Some((
            letter.to_owned(),
            cell.fgcolor(),
            cell.bold(),
            cell.dim(),
            cell.italic(),
        )),
    };
    let is_full = cell.contents() == "█" && !cell.inverse();
    let ground = (!is_full).then(|| cell.bgcolor());
    (letter, ground, cell.underline(), cell.inverse())
}

#[test]
fn the_terminal_shows_what_a_frame_drawn_anew_shows_on_every_screen() {
    use pejl::{text::Lang, ui::theme::Depth};
    use proptest::{prelude::*, test_runner::TestRunner};
    #[derive(Clone, Debug)]
    enum Step {
        Press(String),
        Resize(u16, u16),
        /// A key, and so many milliseconds for a needle to glide.
        Glide(String, u64),
    }
    // to and fro, and every key that is bound anywhere
    let often = [
        "Up", "Down", "Left", "Right", "Enter", "Esc", "+", "-", "Tab", "PgDn",
    ];
    let app = crate::common::app(Lang::Da, 80, 24);
    let bound = app.state.keymap.rows().iter().flat_map(|row| &row.actions);
    let bound = bound.flat_map(|(_, keys)| keys.iter().map(|key| key.written()));
    let keys: Vec<String> = bound.chain(["ø".into(), "Backspace".into()]).collect();
    let press = prop_oneof![
        prop::sample::select(often.map(String::from).to_vec()),
        prop::sample::select(keys),
    ];
    let leap = prop::sample::select(["End", "Home", "0", "u"].map(String::from).to_vec());
    let size = (40u16..130, 12u16..40);
    let step = prop_oneof![
        12 => press.prop_map(Step::Press),
        1 => size.clone().prop_map(|(width, height)| Step::Resize(width, height)),
        1 => (leap, 0u64..150).prop_map(|(key, ms)| Step::Glide(key, ms)),
    ];
    let look = (
        prop::sample::select(vec![
            Marker::Smooth,
            Marker::HalfBlock,
            Marker::Braille,
            Marker::Ascii,
        ]),
        prop::sample::select(vec![Depth::True, Depth::True, Depth::Ansi16, Depth::None]),
    );
    let strategy = (prop::collection::vec(step, 1..40), size, look, any::<bool>());
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 128,
        ..ProptestConfig::default()
    });
    runner
        .run(&strategy, |(steps, (width, height), (marker, depth), danish)| {
            let lang = if danish { Lang::Da } else { Lang::En };
            let mut driver = Driver::with(used(lang), depth, marker);
            driver.program.app.state.motion.set(true);
            driver.resize(width, height);
            let mut now = std::time::Instant::now();
            for step in steps {
                match step {
                    Step::Press(key) => _ = driver.press(&key),
                    Step::Resize(width, height) => _ = driver.resize(width, height),
                    Step::Glide(key, ms) => {
                        driver.program.tick(now);
                        driver.press(&key);
                        driver.program.tick(now);
                        now += Duration::from_millis(ms);
                        driver.program.tick(now);
                        driver.press("ø");
                    }
                }
            }
            let size = driver.program.app.state.size;
            let mut afresh = crate::common::terminal(size.width, size.height);
            let mut bytes = Vec::new();
            driver.program.repaint();
            driver.program.show(&mut bytes);
            afresh.process(&bytes);
            for at in driver.program.frame().area.positions() {
                let [shown, wanted] = [driver.shown(), afresh.screen()];
                let [shown, wanted] = [shown, wanted].map(|screen| screen.cell(at.y, at.x).map(seen));
                prop_assert_eq!(shown, wanted, "{}\n{}", at, driver.screen());
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_needle_glides_through_frames_of_its_own_and_ends_where_the_dial_stands() {
    use std::time::Instant;
    let mut driver = Driver::new(120, 36);
    driver.program.app.state.motion.set(true);
    let start = Instant::now();
    driver.press("2 Enter Enter");
    assert!(
        !driver.program.tick(start),
        "nothing moves before a dial is turned"
    );
    driver.press("+");
    assert!(driver.program.tick(start), "one detent glides too");
    driver.press("End");
    let mut frames = Vec::new();
    for ms in [0, 30, 60, 90] {
        assert!(driver.program.tick(start + Duration::from_millis(ms)));
        frames.push(driver.press("x").program.frame());
    }
    assert!(!driver.program.tick(start + pejl::app::motion::GLIDE));
    frames.push(driver.press("x").program.frame());
    assert!(
        frames.windows(2).all(|pair| pair[0] != pair[1]),
        "every frame is another"
    );
    driver.program.app.state.motion.set(false);
    assert_eq!(&driver.press("x").program.frame(), frames.last().unwrap());
}
