//! Text that a leader or a stranger wrote reaches the screen without anything in it that is not for the eye, and no row
//! is wider for it.

use crate::common::Driver;
use pejl::{
    app::App,
    core::{
        dial::DialValue,
        fault::{Fault, ReadOnly},
        framework::Framework,
        profile::{Bearing, Edit, Extra},
    },
    text::Lang,
    ui::theme::Depth,
};
use ratatui_dial::Marker;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What is not for the eye, each around the letters a and z so that the eye can still find them.
const HOSTILE: &[&str] = &[
    "a\u{1b}[31mrød\u{1b}[0mz",
    "a\u{1b}]0;en titel med ord\u{7}z",
    "a\u{1b}]52;c;eA==\u{1b}\\z",
    "a\u{9b}2Jz",
    "a\u{202e}vendt\u{202c}z",
    "a\u{2066}\u{200f}\u{200b}\u{feff}z",
    "a\u{e0041}\u{e007f}z",
    "a\r\u{8}\u{7f}\u{0}z",
    "a\u{2028}z",
    "漢字漢字漢字漢字",
    "👨‍👩‍👧‍👦👨‍👩‍👧‍👦❤️⌚︎🇩🇰",
];

/// All of it, and a letter under 500 accents.
fn all() -> String {
    format!("e{} {}", "\u{301}".repeat(500), HOSTILE.join(" "))
}

/// What must be on no screen: left over from a sequence, or unseen.
fn is_clean(text: &str) -> Result<(), String> {
    for left_over in ["[31m", "[0m", "0;en titel", "52;c", "2J"] {
        if text.contains(left_over) {
            return Err(format!("»{left_over}« is left over"));
        }
    }
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
    };
    for grapheme in text.graphemes(true) {
        if let Some(hidden) = grapheme.chars().find(|c| hidden(*c)) {
            return Err(format!("{hidden:?} is hidden in {grapheme:?}"));
        }
        let marks = grapheme.chars().filter(|c| c.width() == Some(0)).count();
        if marks > 4 {
            return Err(format!("{marks} marks on one letter"));
        }
    }
    Ok(())
}

/// Fails where a cell of the frame holds what is not for the eye, or a wide sign hangs over the right edge.
#[track_caller]
fn frame_is_clean(driver: &Driver, what: &str) {
    let frame = driver.program.frame();
    for y in 0..frame.area.height {
        let row: String = (0..frame.area.width).map(|x| frame[(x, y)].symbol()).collect();
        if let Err(why) = is_clean(&row) {
            panic!("{what}: {why} in row {y}: {row:?}");
        }
        let mut x = 0;
        while x < frame.area.width {
            x += (frame[(x, y)].symbol().width() as u16).max(1);
        }
        assert_eq!(
            x, frame.area.width,
            "{what}: row {y} hangs over the edge: {row:?}"
        );
    }
    let written = String::from_utf8_lossy(&driver.written);
    for sequence in ["\u{1b}[31m", "\u{1b}]0;", "\u{1b}]52;", "\u{1b}[2J", "\u{9b}"] {
        assert!(
            !written.contains(sequence),
            "{what}: {sequence:?} reached the terminal"
        );
    }
}

fn app(width: u16, height: u16) -> App {
    let mut app = crate::common::app(Lang::Da, width, height);
    let mut profile = app.state.profile().clone();
    profile.apply(Edit::Name(all()));
    profile.apply(Edit::Unit(all()));
    profile.apply(Edit::Dials(vec![("arbejdsmiljoe".into(), DialValue::MAX)]));
    profile.apply(Edit::Note {
        mark: "arbejdsmiljoe".into(),
        text: all().repeat(3),
    });
    let bearing = Bearing {
        id: "b1".into(),
        at: "2026-11-23T08:15:00+01:00".parse().unwrap(),
        label: all(),
        note: all(),
        dials: Default::default(),
        decisions: Vec::new(),
        extra: Extra::new(),
    };
    profile.apply(Edit::InsertBearing {
        at: 0,
        bearing: bearing.into(),
    });
    app.state.session.open(profile, None);
    app
}

#[test]
fn a_hostile_name_note_and_label_are_harmless_on_every_screen_at_every_size() {
    for (width, height) in [(40, 12), (61, 18), (80, 24), (121, 36), (200, 60)] {
        for marker in [Marker::Smooth, Marker::Ascii] {
            let mut driver = Driver::with(app(width, height), Depth::True, marker);
            frame_is_clean(&driver, "home");
            for keys in [
                "Enter", "Enter", "PgDn", "n", "Esc", "v", "Esc", "o", "Esc", "s", "Esc",
            ] {
                driver.press(keys);
                frame_is_clean(&driver, keys);
            }
            driver.press("f");
            for letter in ["a", "z", "Backspace", "Backspace", "r", "ø", "d"] {
                driver.press(letter);
                frame_is_clean(&driver, letter);
            }
        }
    }
}

#[test]
fn a_hostile_framework_is_harmless_on_every_screen() {
    for (width, height) in [(40, 12), (80, 24), (120, 36)] {
        let mut framework = Framework::built_in();
        framework.title = all();
        framework.organisation = all();
        framework.foreword = vec![all(), all()];
        framework.levels = vec![all(), all()];
        for field in &mut framework.fields {
            (field.title, field.short) = (all(), all());
            for mark in &mut field.marks {
                (mark.title, mark.short, mark.definition) = (all(), all(), all());
                mark.levels = vec![all(), all()];
                mark.footnote = Some(all());
            }
        }
        let app = crate::common::app_with(framework, Lang::Da, width, height);
        let mut driver = Driver::with(app, Depth::True, Marker::Smooth);
        for keys in [
            "Right", "Enter", "Enter", "PgDn", "v", "Right", "Esc", "o", "Esc", "i", "PgDn", "Esc", "f", "a",
            "Enter",
        ] {
            driver.press(keys);
            frame_is_clean(&driver, keys);
        }
    }
}

#[test]
fn hostile_faults_and_messages_are_harmless() {
    let mut app = app(80, 24);
    app.state.message = Some(all());
    app.state.session.set_read_only(ReadOnly::Locked);
    let mut driver = Driver::with(app, Depth::True, Marker::Smooth);
    frame_is_clean(&driver, "message");
    driver.program.app.state.session.not_saved(Fault::SavedElsewhere {
        fault: Box::new(Fault::NoTerminal),
        kept: all().replace('\0', "").into(),
    });
    driver.press("Right");
    frame_is_clean(&driver, "fault");
}

#[test]
fn what_is_pasted_into_a_text_is_harmless_while_it_is_written() {
    for (width, height) in [(40, 12), (80, 24)] {
        let mut driver = Driver::new(width, height);
        for keys in ["Enter Enter n", "Esc Esc Esc s", "Esc f", "Esc ?"] {
            driver.press(keys);
            for hostile in HOSTILE {
                let text = (*hostile).to_owned();
                driver.send(pejl::terminal::Event::Input(pejl::terminal::InputEvent::Paste(
                    text,
                )));
                frame_is_clean(&driver, keys);
            }
            let flood = format!("e{}", "\u{301}".repeat(500));
            driver.send(pejl::terminal::Event::Input(pejl::terminal::InputEvent::Paste(
                flood,
            )));
            frame_is_clean(&driver, keys);
        }
    }
}

#[test]
fn every_part_of_the_hostile_text_would_be_found_where_it_not_taken_out() {
    for hostile in HOSTILE.iter().filter(|text| !text.contains('漢')) {
        assert!(is_clean(hostile).is_err(), "{hostile:?}");
    }
}
