//! A dial in a real xterm that draws Sixel, under an X server without a screen: the picture is photographed, and held against
//! the frame of half blocks that the program's SVG pictures are made of. Where xterm, Xvfb, xdotool or ImageMagick is
//! missing, this is said and nothing is tested.

use crate::common::home::Home;
use pejl::{
    app::{App, keymap::Key},
    core::{framework::Framework, moment::Moment, session::Session},
    store::{Access, Store},
    terminal::{Event, InputEvent, Program},
    text::Lang,
    ui::{
        Look,
        theme::{Depth, Theme},
    },
};
use ratatui::{buffer::Buffer, layout::Size, style::Color};
use ratatui_dial::Marker;
use std::{
    collections::{BTreeSet, HashMap},
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// How long anything may take that a busy machine could slow down.
const PATIENCE: Duration = Duration::from_secs(60);
const WIDTH: usize = 1000;
const HEIGHT: usize = 700;

/// A process that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A photograph: the colour of each pixel, row after row.
struct Photograph(Vec<[u8; 3]>);

impl Photograph {
    fn take(display: &str) -> Option<Self> {
        let mut import = Command::new("import");
        import.args(["-window", "root", "-depth", "8", "rgb:-"]);
        let output = import.env("DISPLAY", display).output().ok()?;
        let pixels = output.stdout.as_chunks().0.to_vec();
        (pixels.len() == WIDTH * HEIGHT).then_some(Self(pixels))
    }

    /// How many pixels have each colour.
    fn counts(&self) -> HashMap<[u8; 3], usize> {
        let mut counts = HashMap::new();
        for pixel in &self.0 {
            *counts.entry(*pixel).or_default() += 1;
        }
        counts
    }

    /// In how many columns a run of one of the great colours begins that is no background: in a drawing of cells only in
    /// those where cells begin.
    fn columns(&self) -> usize {
        let mut counts: Vec<_> = self.counts().into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        // what lies beside the window, the page, and the track
        let Some((track, _)) = counts.get(2) else { return 0 };
        let rows = self.0.chunks(WIDTH);
        let starts = rows.flat_map(|row| {
            let pairs = row.windows(2).enumerate();
            pairs.filter_map(|(x, pair)| (pair[0] != *track && pair[1] == *track).then_some(x))
        });
        starts.collect::<BTreeSet<_>>().len()
    }
}

/// The window of the photographs, in cells.
const COLUMNS: u16 = 100;
const ROWS: u16 = 32;

/// A moment on the day of the pictures; nothing that is compared tells it.
fn noon() -> Moment {
    "2026-11-24T12:00:00+01:00".parse().unwrap()
}

/// What the program draws in half blocks and true colour after these keys: what its SVG pictures are made of.
fn half_blocks(home: &Home, keys: &str) -> Buffer {
    let framework = Framework::built_in();
    let store = Store::new(home.data(), noon);
    let opened = store.open("min-profil", &framework.id, Access::Read).unwrap();
    let session = Session::new(framework, opened.profile, noon());
    let app = App::new(session, None, Lang::Da, Size::new(COLUMNS, ROWS));
    let theme = Theme::shipped("dark", Depth::True).unwrap();
    let marker = Marker::Smooth;
    let mut program = Program::new(app, Look { theme, marker }, false, noon);
    for key in keys.split_whitespace() {
        let key = Key::parse(key).unwrap();
        program.handle(Event::Input(InputEvent::Key(key.event())), Instant::now());
    }
    program.refresh();
    program.show(&mut Vec::new());
    program.frame()
}

/// What share of the cells that half blocks draw in `frame` has, in the photograph, nearly the colour it has there on the
/// whole. Cells with text in them are left out.
fn alike(photograph: &Photograph, frame: &Buffer) -> f64 {
    let lit = |x: usize, y: usize| photograph.0[y * WIDTH + x] != [0; 3];
    let (across, down) = (
        (0..WIDTH).take_while(|x| lit(*x, 3)).count() / usize::from(COLUMNS),
        (0..HEIGHT).take_while(|y| lit(3, *y)).count() / usize::from(ROWS),
    );
    if across == 0 || down == 0 {
        return 0.0;
    }
    let (mut same, mut all) = (0, 0);
    for y in 0..ROWS {
        for x in 0..COLUMNS {
            let cell = &frame[(x, y)];
            let [Color::Rgb(r, g, b), Color::Rgb(s, h, c)] = [cell.fg, cell.bg] else {
                continue;
            };
            // the upper and the lower half
            let halves = match cell.symbol() {
                "▀" => [[r, g, b], [s, h, c]],
                "▄" => [[s, h, c], [r, g, b]],
                "█" => [[r, g, b]; 2],
                _ => continue,
            };
            let mut sum = [0; 3];
            for row in 0..down {
                for column in 0..across {
                    let pixel = photograph.0
                        [(usize::from(y) * down + row) * WIDTH + usize::from(x) * across + column];
                    (0..3).for_each(|part| sum[part] += u32::from(pixel[part]));
                }
            }
            let near = (0..3).all(|part| {
                let drawn = f64::from(sum[part]) / (across * down) as f64;
                let wanted = f64::from(u16::from(halves[0][part]) + u16::from(halves[1][part])) / 2.0;
                (drawn - wanted).abs() < NEAR
            });
            all += 1;
            same += u32::from(near);
        }
    }
    f64::from(same) / f64::from(all.max(1))
}

/// How far a cell's mean may lie from that of half blocks, of 255: they smooth an edge in halves of a cell, pixels in
/// pixels.
const NEAR: f64 = 40.0;

/// Photographs until it is as wanted.
#[track_caller]
fn wait_for(display: &str, what: &str, wanted: impl Fn(&Photograph) -> bool) -> Photograph {
    let until = Instant::now() + PATIENCE;
    loop {
        let photograph = Photograph::take(display);
        match photograph {
            Some(photograph) if wanted(&photograph) => return photograph,
            photograph => {
                let columns = photograph.map(|photograph| photograph.columns());
                assert!(Instant::now() < until, "{what}: {columns:?}");
            }
        }
    }
}

fn is_there(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

#[test]
fn a_dial_is_drawn_in_pixels_and_turns_under_the_key() {
    let missing = ["Xvfb", "xterm", "xdotool", "import"]
        .into_iter()
        .find(|program| !is_there(program));
    if let Some(missing) = missing {
        eprintln!("skipped: there is no {missing} here");
        return;
    }
    let mut server = Command::new("Xvfb");
    server.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"]);
    server.arg(format!("{WIDTH}x{HEIGHT}x24"));
    server.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut server = Running(server.spawn().unwrap());
    let mut number = String::new();
    let said = server.0.stdout.take().unwrap();
    BufReader::new(said).read_line(&mut number).unwrap();
    let display = format!(":{}", number.trim());

    // of 256 colours, and of the sixteen that are xterm's own beginning
    for name in ["xterm-256color", "xterm"] {
        turn_in_xterm(&display, name);
    }
}

/// Turns the dials of a field in an xterm that calls itself by this name.
#[track_caller]
fn turn_in_xterm(display: &str, name: &str) {
    let home = Home::visited();
    let mut xterm = Command::new("xterm");
    xterm.args(["-u8", "-ti", "vt340", "-tn", name, "-geometry"]);
    xterm
        .arg(format!("{COLUMNS}x{ROWS}+0+0"))
        .args(["-b", "0", "-bw", "0"]);
    xterm.args(["-bg", "#101018", "-fg", "white", "-e"]);
    xterm.arg(Path::new(env!("CARGO_BIN_EXE_pejl")));
    xterm.env_clear().envs(home.environment());
    xterm.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    // one that is there everywhere
    xterm.env("LC_ALL", "C.UTF-8");
    xterm
        .env("COLORTERM", "truecolor")
        .env("DISPLAY", display)
        .stderr(Stdio::null());
    let _xterm = Running(xterm.spawn().unwrap());

    // a dozen dials: cells begin in some hundred columns of the window, rings anywhere
    let still = wait_for(display, "the dials stay in cells", |photograph| {
        photograph.columns() > 150
    });
    let [level, turned] = ["", "+"].map(|keys| half_blocks(&home, keys));
    let shares = [&level, &turned].map(|frame| alike(&still, frame));
    assert!(
        shares[0] > 0.85 && shares[0] > shares[1],
        "as the pictures: {shares:?}"
    );
    let before = still.counts();
    let keys = ["mousemove", "100", "100", "key", "plus"];
    let pressed = Command::new("xdotool")
        .args(keys)
        .env("DISPLAY", display)
        .status();
    assert!(pressed.unwrap().success());
    wait_for(display, "the dials do not turn", |photograph| {
        let mut counts = photograph.counts().into_iter();
        // the fill of three dials
        counts.any(|(color, count)| count > before.get(&color).unwrap_or(&0) + 150)
            && photograph.columns() > 150
            && alike(photograph, &turned) > 0.85
            && alike(photograph, &turned) > alike(photograph, &level)
    });
}
