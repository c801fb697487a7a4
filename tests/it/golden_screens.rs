//! Every screen as a picture in text at 80×24 and 120×36, and the roles its parts are drawn in. A picture holds no styles,
//! so those are asserted beside it.

use crate::common::Driver;
use pejl::{
    core::{
        dial::DialValue,
        merge::{Merging, Source},
        profile::{Edit, Profile},
    },
    text::Lang,
    ui::theme::{Depth, Role},
};
use ratatui_dial::Marker;

/// Keys that lead to each screen.
const SCREENS: &[(&str, &str)] = &[
    ("home", "2"),
    ("field", "2 Enter"),
    ("mark", "2 Enter Enter"),
    ("levels", "v"),
    ("levels-raised-first", "v r"),
    ("rose", "o"),
    ("foreword", "i"),
    ("help", "?"),
    ("note", "2 Enter Enter n"),
    ("prompt", "s"),
    ("palette", ":"),
    ("find", "f ø k o n o m i"),
    ("mirror", "w"),
    ("bearings", "b"),
    ("compare", "c"),
    ("decisions", "d"),
    ("profiles", "p"),
    ("settings", ","),
    ("export", "e"),
    ("welcome", ": v e l k o Enter"),
];

/// A profile with dials on both sides, a note and a bearing.
fn profile(mut profile: Profile) -> Profile {
    let turn = |mark: &str, value: i64| Edit::Dials(vec![(mark.into(), DialValue::new(value).unwrap())]);
    profile.apply(turn("samskabelse", 1));
    let bearing = profile.bearing_of_now("Efterår".into(), "2026-09-14T09:00:00+02:00".parse().unwrap());
    profile.apply(Edit::InsertBearing {
        at: 0,
        bearing: bearing.into(),
    });
    for (mark, value) in [
        ("samskabelse", 4),
        ("relationer", 5),
        ("evidens", -1),
        ("tilpasning", -5),
    ] {
        profile.apply(turn(mark, value));
    }
    profile.apply(Edit::Note {
        mark: "samskabelse".into(),
        text: "Nyt botilbud i Høng".into(),
    });
    profile
}

fn driver(lang: Lang, width: u16, height: u16, marker: Marker) -> Driver {
    let mut app = crate::common::app(lang, width, height);
    let profile = profile(app.state.profile().clone());
    app.state.session.open(profile, None);
    Driver::with(app, Depth::True, marker)
}

fn settings() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../golden/screens");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

#[test]
fn every_screen_looks_as_it_was_looked_at() {
    settings().bind(|| {
        for (name, keys) in SCREENS {
            for (width, height) in [(80, 24), (120, 36)] {
                let screen = driver(Lang::Da, width, height, Marker::HalfBlock)
                    .press(keys)
                    .screen();
                insta::assert_snapshot!(format!("{name}-{width}x{height}"), screen);
            }
        }
    });
}

/// Two versions of the profile, the second difference selected and theirs chosen.
fn merging(width: u16, height: u16, marker: Marker) -> Driver {
    let mut driver = driver(Lang::Da, width, height, marker);
    let app = &mut driver.program.app;
    let mut theirs = (*app.state.profile()).clone();
    theirs.unit = "Ældre og Handicap".into();
    for (mark, value) in [("samskabelse", -1), ("evidens", 3)] {
        theirs.apply(Edit::Dials(vec![(mark.into(), DialValue::new(value).unwrap())]));
    }
    theirs.apply(Edit::Note {
        mark: "samskabelse".into(),
        text: "Vi venter til foråret, til økonomien er på plads, og spørger de pårørende først".into(),
    });
    theirs.bearings = Vec::new().into();
    theirs.apply(theirs.take_bearing("Vinter".into(), "2026-11-02T09:00:00+01:00".parse().unwrap()));
    let copy = Source::Copy("min-profil-HR-PC17.json".into());
    app.open_merge(Merging::new(theirs, copy));
    driver.press("Down Right Down");
    driver
}

#[test]
fn a_merge_looks_as_it_was_looked_at() {
    settings().bind(|| {
        for (width, height) in [(40, 14), (80, 24), (120, 36)] {
            let screen = merging(width, height, Marker::HalfBlock).screen();
            insta::assert_snapshot!(format!("merge-{width}x{height}"), screen);
        }
    });
    let screen = merging(80, 24, Marker::Ascii).screen();
    assert!(screen.contains("[x] -1 skruet ned    ----*|-----"), "{screen}");
}

#[test]
fn in_ascii_the_interface_draws_with_ascii_alone() {
    for (name, keys) in SCREENS {
        let screen = driver(Lang::Da, 80, 24, Marker::Ascii).press(keys).screen();
        // letters are the framework's and the reader's own
        let drawn = screen
            .chars()
            .find(|c| !c.is_ascii() && !c.is_alphabetic() && !"»«–…".contains(*c));
        assert_eq!(drawn, None, "{name}:\n{screen}");
    }
}

#[test]
fn the_own_level_the_selected_field_and_saved_are_told_by_their_roles() {
    let mut driver = driver(Lang::Da, 120, 36, Marker::HalfBlock);
    let fg = |driver: &Driver, text: &str| {
        let frame = driver.program.frame();
        let width = usize::from(frame.area.width);
        let rows = frame.content.chunks(width).enumerate();
        for (y, row) in rows {
            let line: String = row.iter().map(|cell| cell.symbol()).collect();
            if let Some(at) = line.find(text) {
                let x = line[..at].chars().count() as u16;
                return frame[(x, y as u16)].fg;
            }
        }
        panic!("»{text}« is not on the screen");
    };
    let role = |driver: &Driver, role| driver.program.look.theme.color(role);
    driver.press("2");
    assert_eq!(fg(&driver, "Vi skaber velfærd"), role(&driver, Role::Strong));
    assert_eq!(fg(&driver, "Vi holder styr"), role(&driver, Role::Field(2)));
    assert_eq!(fg(&driver, "✓ gemt"), role(&driver, Role::Good));
    assert_eq!(fg(&driver, "vælg felt"), role(&driver, Role::Muted));
    driver.press("Enter Enter");
    assert_eq!(
        fg(&driver, "Inddrager borgere"),
        role(&driver, Role::Text),
        "the own level is in light"
    );
    assert_eq!(
        fg(&driver, "Skaber retning og rammer"),
        role(&driver, Role::Muted)
    );
    assert_eq!(fg(&driver, "Niveau 2"), role(&driver, Role::Strong));
}
