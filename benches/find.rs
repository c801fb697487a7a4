//! Find over the framework and a profile with 1,000 bearings, each with a note of 80 characters on all 12 marks.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use divan::{Bencher, black_box};
use pejl::{
    app::App,
    core::find::Index,
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

use pejl::core::{
    framework::Framework,
    profile::{Bearing, BearingDial, Extra, Profile},
    session::Session,
};

fn main() {
    divan::main();
}

fn profile(framework: &Framework) -> Profile {
    let sentence = "Nyt botilbud på Ærø kræver mere tid, rettidig økonomi og fælles læring på tværs, år ";
    let mut profile = Profile::new("Min profil", &framework.id, 2);
    for number in 0..1_000 {
        let note = |at: usize| {
            let letters = sentence.chars().cycle().skip(number + 7 * at);
            BearingDial {
                note: letters.take(80).collect(),
                ..BearingDial::default()
            }
        };
        let dials = framework.marks().enumerate();
        profile.bearings.insert(
            usize::MAX,
            Bearing {
                id: format!("b{number}"),
                at: "2026-11-23T08:15:00+01:00".parse().expect("a moment"),
                label: format!("Pejling {number}"),
                note: String::new(),
                dials: dials
                    .map(|(at, (.., mark))| (mark.id.clone(), note(at)))
                    .collect(),
                decisions: Vec::new(),
                extra: Extra::new(),
            },
        );
    }
    profile
}

#[divan::bench(args = ["økonomi", "e", "rettidig laering", "pejling 99", "findes ikke", "xyzzy"])]
fn search(bencher: Bencher, query: &str) {
    let framework = Framework::built_in();
    let index = Index::new(
        &framework,
        Some(&Framework::built_in_english()),
        &profile(&framework),
    );
    bencher.bench_local(|| index.search(black_box(query), 50));
}

#[divan::bench]
fn build(bencher: Bencher) {
    let framework = Framework::built_in();
    let english = Framework::built_in_english();
    let profile = profile(&framework);
    bencher.bench_local(|| Index::new(&framework, Some(&english), black_box(&profile)));
}

/// A letter typed into the find screen and the frame after it, where the letters before it already stand.
#[divan::bench(args = ["e", "økonomi", "rettidig læring"])]
fn key(bencher: Bencher, query: &str) {
    let framework = Framework::built_in();
    let profile = profile(&framework);
    let size = Size::new(80, 24);
    let clock = || "2026-11-24T12:00:00+01:00".parse().expect("a moment");
    let app = App::new(Session::new(framework, profile, clock()), None, Lang::Da, size);
    let look = Look {
        theme: Theme::dark(Depth::True),
        marker: Marker::Smooth,
    };
    let mut program = Program::new(app, look, false, clock);
    let now = Instant::now();
    let mut out = Vec::new();
    let mut press = |program: &mut Program, code| {
        let event = InputEvent::Key(KeyEvent::new(code, KeyModifiers::NONE));
        program.handle(Event::Input(event), now);
        out.clear();
        program.refresh();
        program.show(&mut out);
    };
    press(&mut program, KeyCode::Char('f'));
    let mut letters: Vec<char> = query.chars().collect();
    let last = letters.pop().expect("a letter");
    for letter in letters {
        press(&mut program, KeyCode::Char(letter));
    }
    bencher.bench_local(|| {
        press(&mut program, KeyCode::Char(last));
        press(&mut program, KeyCode::Backspace);
    });
}
