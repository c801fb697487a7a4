//! Typing in a note of 10,000 characters, in the text widget alone: one key, and one key with the redrawing.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use divan::{Bencher, black_box};
use pejl::widget::input::{Input, View};
use ratatui::{buffer::Buffer, layout::Rect, style::Style, widgets::Widget};

fn main() {
    divan::main();
}

/// Of running Danish text, one word without an end, and emoji that are made of five characters each.
const PIECES: [&str; 3] = ["Nyt botilbud på Ærø kræver mere af os, ", "ø", "👨‍👩‍👧 "];

const AREA: Rect = Rect::new(0, 0, 78, 20);

fn note(piece: &str) -> Input {
    let text: String = piece.chars().cycle().take(9_990).collect();
    let mut input = Input::multi_line(&text, 10_000);
    input.resize(AREA.as_size());
    input
}

fn type_and_erase(input: &mut Input) {
    input.handle(black_box(KeyEvent::from(KeyCode::Char('å'))));
    input.handle(black_box(KeyEvent::from(KeyCode::Backspace)));
}

/// Two keys: a letter and Backspace.
#[divan::bench(args = PIECES)]
fn two_keys_at_the_end(bencher: Bencher, piece: &str) {
    let mut input = note(piece);
    bencher.bench_local(|| type_and_erase(&mut input));
}

/// Two keys: a letter and Backspace.
#[divan::bench(args = PIECES)]
fn two_keys_at_the_start(bencher: Bencher, piece: &str) {
    let mut input = note(piece);
    input.handle(KeyEvent::new(KeyCode::Home, KeyModifiers::CONTROL));
    bencher.bench_local(|| type_and_erase(&mut input));
}

/// Drawing the 20 rows of 78 cells at the end.
#[divan::bench(args = PIECES)]
fn draw_at_the_end(bencher: Bencher, piece: &str) {
    let input = note(piece);
    let mut buffer = Buffer::empty(AREA);
    let view = View {
        input: &input,
        style: Style::new(),
        placeholder: "",
        placeholder_style: Style::new(),
    };
    bencher.bench_local(|| {
        (&view).render(AREA, &mut buffer);
        black_box(view.cursor(AREA))
    });
}
