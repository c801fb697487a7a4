//! Pictures of the real screens, as SVG, and of a dial in the terminal's own pixels, as PNG: `cargo run --example screenshots`
//! writes them into `assets/screenshots/`, and with `--check` says which are stale instead. Owns the scenes.

use base64::{Engine, prelude::BASE64_STANDARD};
use pejl::{
    app::{App, keymap::Key},
    core::{
        dial::DialValue,
        framework::Framework,
        moment::Moment,
        profile::{Edit, Profile},
        session::Session,
    },
    terminal::{Event, InputEvent, Program},
    text::Lang,
    ui::{
        Look,
        theme::{Depth, Theme},
    },
};
use ratatui::{buffer::Buffer, layout::Size};
use ratatui_dial::{CellSize, Graphics, Marker, Protocol};
use std::{fs, io, path::Path, process::ExitCode, time::Instant};

#[path = "../crates/ratatui-dial/examples/support/svg.rs"]
mod svg;

/// A picture: its name, the theme, the size in cells, and the keys that lead to the screen.
const SCENES: &[(&str, &str, (u16, u16), &str)] = &[
    ("home", "dark", (120, 36), "2"),
    ("home-light", "light", (120, 36), "2"),
    ("field", "dark", (120, 36), "2 Enter"),
    ("mark", "dark", (120, 36), "2 Enter Enter"),
    ("levels", "dark", (120, 36), "v"),
    ("rose", "dark", (120, 36), "o"),
    ("rose-light", "light", (120, 36), "o"),
    ("bearings", "dark", (120, 36), "b"),
    ("mirror", "dark", (120, 36), "w"),
    ("home-80x24", "dark", (80, 24), "2"),
];

/// The profile in the pictures: a unit with a new offer on its way, and a bearing of the autumn before.
fn profile(framework: &Framework) -> Profile {
    let mut profile = Profile::new("Min profil", framework.id.clone(), 2);
    let mut turn = |values: [i64; 12]| {
        let dials = framework.marks().zip(values);
        let dials = dials.filter_map(|((.., mark), value)| Some((mark.id.clone(), DialValue::new(value)?)));
        profile.apply(Edit::Dials(dials.collect()));
    };
    turn([1, 0, 0, 1, 0, 2, 2, 0, 0, 1, -1, -2]);
    let bearing = profile.bearing_of_now("Efterår".into(), at("2026-09-14T09:00:00+02:00"));
    profile.apply(Edit::InsertBearing {
        at: 0,
        bearing: bearing.into(),
    });
    let mut turn = |values: [i64; 12]| {
        let dials = framework.marks().zip(values);
        let dials = dials.filter_map(|((.., mark), value)| Some((mark.id.clone(), DialValue::new(value)?)));
        profile.apply(Edit::Dials(dials.collect()));
    };
    turn([1, 0, -2, 4, 2, 3, 0, -1, 0, 1, -3, 0]);
    let text = "Nyt botilbud i Høng: naboer og pårørende skal med fra starten, ikke når tegningen er færdig.";
    profile.apply(Edit::Note {
        mark: "samskabelse".into(),
        text: text.into(),
    });
    profile
}

fn at(text: &str) -> Moment {
    text.parse().expect("the moments of the pictures are moments")
}

fn noon() -> Moment {
    at("2026-11-24T12:00:00+01:00")
}

/// The screen that the keys lead to.
fn frame(theme: &str, marker: Marker, (width, height): (u16, u16), keys: &str) -> Buffer {
    let framework = Framework::built_in();
    let profile = profile(&framework);
    let session = Session::new(framework, profile, noon());
    let app = App::new(session, None, Lang::Da, Size::new(width, height));
    let theme = Theme::shipped(theme, Depth::True).expect("the pictures are in shipped themes");
    let mut program = Program::new(app, Look { theme, marker }, false, noon);
    for key in keys.split_whitespace() {
        let key = Key::parse(key).expect("the pictures' keys are keys");
        program.handle(Event::Input(InputEvent::Key(key.event())), Instant::now());
    }
    program.refresh();
    program.show(&mut Vec::new());
    program.frame()
}

fn main() -> io::Result<ExitCode> {
    let check = std::env::args().any(|arg| arg == "--check");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screenshots");
    let frames = SCENES
        .iter()
        .map(|(name, theme, size, keys)| (*name, frame(theme, Marker::Smooth, *size, keys)));
    let fresh = svg::write_all(&folder, check, frames)? & write_dial(&folder.join("dial.png"), check)?;
    Ok(ExitCode::from(u8::from(!fresh)))
}

/// Writes the dial of the mark screen as a terminal gets it that draws pictures, or with `check` says on standard error
/// where it is stale. Returns whether it is as it should be.
fn write_dial(file: &Path, check: bool) -> io::Result<bool> {
    let cell = CellSize::new(10, 20).expect("a font's cell");
    let protocol = Protocol::Kitty;
    let marker = Marker::Pixels(Graphics { protocol, cell });
    let frame = frame("dark", marker, (120, 36), "2 Enter Enter");
    let pictures = frame
        .content
        .iter()
        .filter_map(|cell| svg::picture(cell.symbol()));
    let (.., png) = pictures
        .max_by_key(|(columns, rows, _)| columns * rows)
        .expect("the mark screen has a dial");
    let png = BASE64_STANDARD
        .decode(png)
        .expect("kitty's protocol carries base64");
    if !check {
        fs::write(file, png)?;
    } else if fs::read(file).ok().as_deref() != Some(&png) {
        eprintln!("{} is stale: run this without --check", file.display());
        return Ok(false);
    }
    Ok(true)
}
