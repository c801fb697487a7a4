//! A year of weekly bearings, and an extreme of a thousand, each with a note of 80 characters on all twelve marks:
//! loading the profile, the first frame of the list, and one key of scrolling in it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use divan::{Bencher, black_box};
use pejl::{
    app::App,
    core::{
        dial::DialValue,
        framework::Framework,
        profile::{Bearing, BearingDial, Extra, Profile},
        session::Session,
    },
    format,
    store::{self, Limits},
    terminal::{Event, InputEvent, Program},
    text::Lang,
    ui::{
        Look,
        theme::{Depth, Theme},
    },
};
use ratatui::layout::Size;
use ratatui_dial::Marker;
use std::time::Instant;

const COUNTS: [usize; 4] = [52, 250, 500, 1_000];

fn main() {
    divan::main();
}

fn profile(bearings: usize) -> Profile {
    let framework = Framework::built_in();
    let sentence = "Nyt botilbud på Ærø kræver mere tid, rettidig økonomi og fælles læring på tværs, år ";
    let mut profile = Profile::new("Min profil", &framework.id, 2);
    let bearing = |number: usize| {
        let dial = |at: usize| BearingDial {
            value: DialValue::new((number * (at + 3) / 5 % 11) as i64 - 5).expect("on the scale"),
            note: sentence.chars().cycle().skip(number + 7 * at).take(80).collect(),
            ..BearingDial::default()
        };
        let marks = framework.marks().enumerate();
        Bearing {
            id: format!("b{number}"),
            at: "2026-11-23T08:15:00+01:00".parse().expect("a moment"),
            label: format!("Pejling {number}"),
            note: "Set på ledermødet".into(),
            dials: marks
                .map(|(at, (.., mark))| (mark.id.clone(), dial(at)))
                .collect(),
            decisions: Vec::new(),
            extra: Extra::new(),
        }
    };
    profile.bearings = (0..bearings).map(bearing).collect();
    profile
}

fn program(bearings: usize) -> Program {
    let framework = Framework::built_in();
    let size = Size::new(120, 36);
    let session = Session::new(framework, profile(bearings), store::system_clock());
    let app = App::new(session, None, Lang::Da, size);
    let look = Look {
        theme: Theme::dark(Depth::True),
        marker: Marker::Smooth,
    };
    Program::new(app, look, false, store::system_clock)
}

fn press(program: &mut Program, code: KeyCode) {
    let key = KeyEvent::new(code, KeyModifiers::NONE);
    program.handle(Event::Input(InputEvent::Key(key)), Instant::now());
}

/// From the bytes of the file to the profile.
#[divan::bench(args = COUNTS)]
fn load(bencher: Bencher, bearings: usize) {
    let bytes = format::profile::write(&profile(bearings));
    bencher.bench_local(|| format::profile::read(black_box(&bytes), Limits::OWN));
}

/// Opening the list, and its first frame.
#[divan::bench(args = COUNTS)]
fn first_frame(bencher: Bencher, bearings: usize) {
    bencher
        .with_inputs(|| {
            let mut program = program(bearings);
            program.refresh();
            program.show(&mut Vec::new());
            program
        })
        .bench_local_values(|mut program| {
            press(&mut program, KeyCode::Char('b'));
            let mut out = Vec::new();
            program.refresh();
            program.show(&mut out);
            (program, out)
        });
}

/// One key down from the middle of the list, and the frame after it.
#[divan::bench(args = COUNTS)]
fn scroll(bencher: Bencher, bearings: usize) {
    let mut program = program(bearings);
    press(&mut program, KeyCode::Char('b'));
    let mut out = Vec::new();
    for _ in 0..bearings / 2 {
        press(&mut program, KeyCode::Down);
    }
    let mut up = false;
    bencher.bench_local(|| {
        press(&mut program, if up { KeyCode::Up } else { KeyCode::Down });
        up = !up;
        out.clear();
        program.refresh();
        program.show(&mut out);
    });
}
