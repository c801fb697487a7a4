//! Pictures of the real screens, as SVG: `cargo run --example screenshots` writes them into `assets/screenshots/`, and
//! with `--check` says which are stale instead. Owns the scenes and the way from a frame to a picture.

use crossterm::event::Event as TerminalEvent;
use pejl::{
    app::{App, keymap::Key},
    core::{
        dial::DialValue,
        framework::Framework,
        moment::Moment,
        profile::{Edit, Profile},
    },
    terminal::{Event, Program},
    text::Lang,
    ui::{
        Look,
        theme::{Depth, Theme},
    },
    widget::dial::Tier,
};
use ratatui::{
    buffer::{Buffer, Cell},
    layout::Size,
    style::{Color, Modifier},
};
use std::{fmt::Write, fs, path::Path, process::ExitCode, time::Instant};

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
        bearing: Box::new(bearing),
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
fn frame(theme: &str, (width, height): (u16, u16), keys: &str) -> Buffer {
    let framework = Framework::built_in();
    let profile = profile(&framework);
    let app = App::new(framework, None, profile, Lang::Da, Size::new(width, height));
    let theme = Theme::shipped(theme, Depth::True).expect("the pictures are in shipped themes");
    let mut program = Program::new(
        app,
        Look {
            theme,
            tier: Tier::Smooth,
        },
        false,
        noon,
    );
    for key in keys.split_whitespace() {
        let key = Key::parse(key).expect("the pictures' keys are keys");
        program.handle(Event::Terminal(TerminalEvent::Key(key.event())), Instant::now());
    }
    program.frame()
}

/// Width and height of a cell, in units of the picture.
const CELL: (u32, u32) = (10, 20);

/// A frame as a picture: rectangles for backgrounds and block signs, text for the rest, row by row.
fn svg(frame: &Buffer) -> String {
    let (columns, rows) = (u32::from(frame.area.width), u32::from(frame.area.height));
    let ground = color(frame[(0, 0)].bg).unwrap_or_default();
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" \
         font-family=\"'DejaVu Sans Mono','Cascadia Mono',Menlo,Consolas,monospace\" font-size=\"16.6\" \
         shape-rendering=\"crispEdges\">\n<rect width=\"{w}\" height=\"{h}\" fill=\"{ground}\"/>\n",
        w = columns * CELL.0,
        h = rows * CELL.1,
    );
    for y in 0..frame.area.height {
        let mut x = 0;
        while x < frame.area.width {
            let cell = &frame[(x, y)];
            let mut end = x + 1;
            while end < frame.area.width && alike(cell, &frame[(end, y)]) {
                end += 1;
            }
            let run: String = (x..end).map(|x| frame[(x, y)].symbol()).collect();
            shapes(&mut out, cell, &run, (x, y), end - x, &ground);
            x = end;
        }
    }
    out.push_str("</svg>\n");
    out
}

/// True where two cells are drawn as one piece: both text, or the same block sign, in the same colours.
fn alike(a: &Cell, b: &Cell) -> bool {
    let block = |cell: &Cell| matches!(cell.symbol(), "▀" | "▄" | "█");
    let same = (a.fg, a.bg, a.modifier) == (b.fg, b.bg, b.modifier);
    same && (a.symbol() == b.symbol() || !block(a) && !block(b))
}

fn shapes(out: &mut String, cell: &Cell, run: &str, (x, y): (u16, u16), length: u16, ground: &str) {
    let (x, y, width) = (
        u32::from(x) * CELL.0,
        u32::from(y) * CELL.1,
        u32::from(length) * CELL.0,
    );
    let mut rect = |top: u32, height: u32, fill: &str| {
        // writing to a String cannot fail
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"{}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>",
            y + top
        );
    };
    let (fg, bg) = (
        color(cell.fg).unwrap_or_default(),
        color(cell.bg).unwrap_or_default(),
    );
    if bg != ground {
        rect(0, CELL.1, &bg);
    }
    match cell.symbol() {
        "▀" => rect(0, CELL.1 / 2, &fg),
        "▄" => rect(CELL.1 / 2, CELL.1 / 2, &fg),
        "█" => rect(0, CELL.1, &fg),
        _ if run.trim().is_empty() => {}
        _ => {
            let weight = if cell.modifier.contains(Modifier::BOLD) {
                " font-weight=\"bold\""
            } else {
                ""
            };
            let mut at = 0;
            // a picture keeps no run of blanks: what stands between them is placed by itself
            for piece in run.split("  ") {
                let (lead, text) = (piece.chars().take_while(|c| *c == ' ').count(), piece.trim());
                if !text.is_empty() {
                    let x = x + (at + lead) as u32 * CELL.0;
                    let width = text.chars().count() as u32 * CELL.0;
                    let text = text.replace('&', "&amp;").replace('<', "&lt;");
                    let _ = writeln!(
                        out,
                        "<text x=\"{x}\" y=\"{}\" fill=\"{fg}\"{weight} textLength=\"{width}\">{text}</text>",
                        y + 15
                    );
                }
                at += piece.chars().count() + 2;
            }
        }
    }
}

fn color(color: Color) -> Option<String> {
    match color {
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        _ => None,
    }
}

fn main() -> ExitCode {
    let check = std::env::args().any(|arg| arg == "--check");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screenshots");
    let mut stale = false;
    for (name, theme, size, keys) in SCENES {
        let file = folder.join(format!("{name}.svg"));
        let picture = svg(&frame(theme, *size, keys));
        if check {
            if fs::read_to_string(&file).ok().as_deref() != Some(&picture) {
                eprintln!(
                    "{} is stale: run `cargo run --example screenshots`",
                    file.display()
                );
                stale = true;
            }
        } else if let Err(error) = fs::create_dir_all(&folder).and_then(|()| fs::write(&file, picture)) {
            eprintln!("{}: {error}", file.display());
            return ExitCode::FAILURE;
        }
    }
    if stale {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
