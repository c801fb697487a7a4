//! The field as a whole: keys in, text and cells out.

use super::*;
use crossterm::event::{KeyCode::*, KeyEvent, KeyEventKind, KeyModifiers as Held};
use proptest::prelude::*;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::{Color, Modifier, Style},
    widgets::Widget,
};

const LIMIT: usize = 10_000;

fn many(text: &str, width: u16, height: u16) -> Input {
    let mut input = Input::multi_line(text, LIMIT);
    input.resize(Size::new(width, height));
    input
}

fn one(text: &str, width: u16) -> Input {
    let mut input = Input::one_line(text, LIMIT);
    input.resize(Size::new(width, 1));
    input
}

fn press(input: &mut Input, code: crossterm::event::KeyCode) -> Outcome {
    input.handle(KeyEvent::from(code))
}

fn control(input: &mut Input, code: crossterm::event::KeyCode) -> Outcome {
    input.handle(KeyEvent::new(code, Held::CONTROL))
}

fn write(input: &mut Input, text: &str) {
    for character in text.chars() {
        press(input, if character == '\n' { Enter } else { Char(character) });
    }
}

/// The text with the cursor in it.
fn marked(input: &Input) -> String {
    let (before, after) = input.text.split_at(input.cursor);
    format!("{before}|{after}")
}

fn view(input: &Input) -> View<'_> {
    View {
        input,
        style: Style::new(),
        placeholder: "Hvilket behov?",
        placeholder_style: Style::new().fg(Color::Indexed(8)),
    }
}

/// What is drawn in an area at 0, 0, and the cursor's cell.
fn drawn(input: &Input, width: u16, height: u16) -> (Vec<String>, Option<(u16, u16)>) {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    view(input).render(area, &mut buffer);
    let row = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    let cursor = view(input).cursor(area).map(|at| (at.x, at.y));
    ((0..height).map(row).collect(), cursor)
}

#[test]
fn what_is_typed_stands_in_the_text_and_the_cursor_after_it() {
    let mut input = many("", 20, 3);
    write(&mut input, "Nyt botilbud\npå Ærø 👩‍🚒");
    assert_eq!(marked(&input), "Nyt botilbud\npå Ærø 👩‍🚒|");
    assert_eq!(input.chars(), 23);
    assert!(input.is_changed());
}

#[test]
fn altgr_as_windows_reports_it_types_its_character() {
    let mut input = one("", 20);
    for character in ['@', '€', '{', '\\'] {
        let key = KeyEvent::new(Char(character), Held::CONTROL | Held::ALT);
        assert_eq!(input.handle(key), Outcome::Changed);
    }
    assert_eq!(input.text(), "@€{\\");
}

#[test]
fn keys_that_keep_leave_or_move_on_are_the_callers() {
    for mut input in [one("a", 9), many("a", 9, 3)] {
        assert_eq!(press(&mut input, Esc), Outcome::Ignored);
        assert_eq!(press(&mut input, Tab), Outcome::Ignored);
        assert_eq!(press(&mut input, BackTab), Outcome::Ignored);
        assert_eq!(press(&mut input, F(1)), Outcome::Ignored);
        assert_eq!(control(&mut input, Char('s')), Outcome::Ignored);
        assert_eq!(control(&mut input, Char('c')), Outcome::Ignored);
        assert_eq!(control(&mut input, Enter), Outcome::Ignored);
        assert_eq!(
            input.handle(KeyEvent::new(Char('x'), Held::ALT)),
            Outcome::Ignored
        );
        assert_eq!(
            input.handle(KeyEvent::new_with_kind(
                Char('x'),
                Held::NONE,
                KeyEventKind::Release
            )),
            Outcome::Ignored
        );
        assert_eq!(input.text(), "a");
    }
    let mut line = one("a", 9);
    for code in [Enter, Up, Down, PageUp, PageDown] {
        assert_eq!(press(&mut line, code), Outcome::Ignored, "{code:?}");
    }
}

#[test]
fn a_key_of_the_field_with_nothing_to_do_is_still_the_fields() {
    let mut input = one("", 9);
    for code in [Backspace, Delete, Left, Right, Home, End] {
        assert_eq!(press(&mut input, code), Outcome::Moved, "{code:?}");
    }
    for code in [Char('z'), Char('y'), Char('u'), Char('w')] {
        assert_eq!(control(&mut input, code), Outcome::Moved, "{code:?}");
    }
    assert!(!input.is_changed());
}

#[test]
fn backspace_delete_and_arrows_take_whole_graphemes() {
    for cluster in ["å", "a\u{30a}", "👨‍👩‍👧‍👦", "🇩🇰", "❤\u{fe0f}", "漢", "कि"]
    {
        let mut input = one(&format!("x{cluster}y"), 20);
        press(&mut input, Left);
        press(&mut input, Left);
        assert_eq!(marked(&input), format!("x|{cluster}y"));
        press(&mut input, Delete);
        assert_eq!(marked(&input), "x|y", "{cluster}");
        control(&mut input, Char('z'));
        press(&mut input, Right);
        assert_eq!(marked(&input), format!("x{cluster}|y"));
        press(&mut input, Backspace);
        assert_eq!(marked(&input), "x|y", "{cluster}");
    }
}

#[test]
fn the_cursor_never_stands_inside_a_grapheme_that_a_change_has_closed() {
    let mut input = one("\u{301}", 9);
    press(&mut input, Home);
    write(&mut input, "e");
    assert_eq!(marked(&input), "e\u{301}|");
    let mut flags = one("🇩a🇰", 9);
    press(&mut flags, Left);
    press(&mut flags, Backspace);
    assert_eq!(marked(&flags), "🇩🇰|");
}

#[test]
fn words_are_erased_and_passed_whole() {
    let mut input = many("Vi når, i mål \n  to", 30, 3);
    let mut seen = Vec::new();
    while input.cursor > 0 {
        control(&mut input, Char('w'));
        seen.push(input.text().to_owned());
    }
    assert_eq!(
        seen,
        [
            "Vi når, i mål \n  ",
            "Vi når, i mål \n",
            "Vi når, i mål ",
            "Vi når, i ",
            "Vi når, ",
            "Vi når",
            "Vi ",
            ""
        ]
    );
    for key in [
        KeyEvent::new(Backspace, Held::CONTROL),
        KeyEvent::new(Backspace, Held::ALT),
        KeyEvent::new(Char('h'), Held::CONTROL),
    ] {
        let mut input = one("Sikker drift", 30);
        assert_eq!(input.handle(key), Outcome::Changed);
        assert_eq!(input.text(), "Sikker ");
    }
    let mut input = one("Sikker drift", 30);
    control(&mut input, Left);
    assert_eq!(marked(&input), "Sikker |drift");
    control(&mut input, Home);
    control(&mut input, Right);
    assert_eq!(marked(&input), "Sikker| drift");
    control(&mut input, Delete);
    assert_eq!(marked(&input), "Sikker|");
}

#[test]
fn control_u_clears_to_the_start_of_the_line() {
    let mut input = many("første\nanden linje som er lang", 10, 5);
    control(&mut input, Char('u'));
    assert_eq!(marked(&input), "første\n|");
    assert_eq!(control(&mut input, Char('u')), Outcome::Moved);
}

#[test]
fn home_and_end_go_to_the_ends_of_the_row_and_with_control_of_the_text() {
    let mut input = many("mål for alle på tværs", 11, 5);
    assert_eq!(
        drawn(&input, 11, 3).0,
        ["mål for    ", "alle på    ", "tværs      "]
    );
    press(&mut input, Up);
    press(&mut input, Home);
    assert_eq!(marked(&input), "mål for |alle på tværs");
    press(&mut input, End);
    assert_eq!(marked(&input), "mål for alle på| tværs");
    press(&mut input, End);
    assert_eq!(
        marked(&input),
        "mål for alle på| tværs",
        "End again stays on the row"
    );
    control(&mut input, Home);
    assert_eq!(input.cursor, 0);
    control(&mut input, End);
    assert_eq!(input.cursor, input.text().len());
}

#[test]
fn up_and_down_go_over_wrapped_rows_and_keep_the_column() {
    let mut input = many("abcdef\nab\n漢字漢字\nabcdef", 20, 9);
    for expected in [
        "abcdef\nab\n漢字漢|字\nabcdef",
        "abcdef\nab|\n漢字漢字\nabcdef",
        "abcdef|\nab\n漢字漢字\nabcdef",
        "abcdef|\nab\n漢字漢字\nabcdef",
    ] {
        press(&mut input, Up);
        assert_eq!(marked(&input), expected);
    }
    let mut wrapped = many("mål for alle på tværs", 11, 5);
    press(&mut wrapped, Up);
    assert_eq!(marked(&wrapped), "mål for alle |på tværs");
    press(&mut wrapped, Down);
    press(&mut wrapped, Down);
    assert_eq!(marked(&wrapped), "mål for alle på tværs|");
}

#[test]
fn a_page_is_the_height_less_one_row() {
    let text: String = (0..20).map(|n| format!("{n}\n")).collect();
    let mut input = many(&text, 10, 5);
    press(&mut input, PageUp);
    assert!(marked(&input).contains("|16\n"), "{}", marked(&input));
    press(&mut input, PageDown);
    assert_eq!(input.cursor, input.text().len());
    for _ in 0..9 {
        press(&mut input, PageUp);
    }
    assert_eq!(input.cursor, 0);
}

#[test]
fn a_paste_brings_every_line_break_as_a_newline_and_no_control_characters() {
    let pasted = "a\r\nb\rc\u{2028}d\te\u{1b}[31m\u{7}\u{9b}f";
    let mut input = many("", 20, 9);
    assert_eq!(input.paste(pasted), Outcome::Changed);
    assert_eq!(input.text(), "a\nb\nc\nd\te[31mf");
    let mut input = one("", 20);
    input.paste(pasted);
    assert_eq!(input.text(), "a b c d e[31mf");
    assert_eq!(input.paste("\u{1b}"), Outcome::Moved);
}

#[test]
fn a_paste_past_the_limit_is_cut_between_graphemes_and_says_so() {
    let mut input = Input::one_line("1234", 10);
    assert_eq!(input.paste("567👨‍👩‍👧x"), Outcome::Full);
    assert_eq!(input.text(), "1234567", "the family has five characters");
    assert_eq!(input.paste("890"), Outcome::Changed, "exactly full is not over");
    assert_eq!(press(&mut input, Char('x')), Outcome::Full);
    assert_eq!(press(&mut input, Backspace), Outcome::Changed);
    assert_eq!(press(&mut input, Char('x')), Outcome::Changed);
    assert_eq!(input.text(), "123456789x");
}

#[test]
fn a_text_that_is_over_the_limit_from_the_start_stays_whole() {
    let mut input = Input::multi_line("123456", 3);
    assert_eq!(input.text(), "123456");
    assert_eq!(press(&mut input, Char('7')), Outcome::Full);
    assert_eq!(press(&mut input, Backspace), Outcome::Changed);
    assert_eq!(input.text(), "12345");
}

#[test]
fn undo_takes_back_typing_word_by_word_and_redo_brings_it_again() {
    let mut input = many("", 30, 5);
    write(&mut input, "mere tid\ntil");
    let mut back = Vec::new();
    while control(&mut input, Char('z')) == Outcome::Changed {
        back.push(marked(&input));
    }
    assert_eq!(back, ["mere tid\n|", "mere tid|", "mere |", "|"]);
    assert!(!input.is_changed());
    control(&mut input, Char('y'));
    control(&mut input, Char('r'));
    assert_eq!(marked(&input), "mere tid|");
    write(&mut input, "!");
    assert_eq!(
        control(&mut input, Char('y')),
        Outcome::Moved,
        "a new change ends what can be redone"
    );
}

#[test]
fn runs_of_erasing_are_one_step_and_moving_ends_a_run() {
    let mut input = one("abcdef", 20);
    press(&mut input, Backspace);
    press(&mut input, Backspace);
    press(&mut input, Left);
    press(&mut input, Left);
    press(&mut input, Delete);
    press(&mut input, Delete);
    assert_eq!(input.text(), "ab");
    control(&mut input, Char('z'));
    assert_eq!(marked(&input), "ab|cd");
    control(&mut input, Char('z'));
    assert_eq!(marked(&input), "abcdef|");
    write(&mut input, "gh");
    press(&mut input, Left);
    press(&mut input, Right);
    write(&mut input, "ij");
    control(&mut input, Char('z'));
    assert_eq!(input.text(), "abcdefgh");
}

#[test]
fn the_view_scrolls_so_that_the_cursor_is_seen() {
    let mut input = many("en\nto\ntre\nfire", 6, 2);
    assert_eq!(
        drawn(&input, 6, 2),
        (vec!["tre   ".into(), "fire  ".into()], Some((4, 1)))
    );
    press(&mut input, Up);
    assert_eq!(
        drawn(&input, 6, 2),
        (vec!["tre   ".into(), "fire  ".into()], Some((3, 0)))
    );
    press(&mut input, Up);
    assert_eq!(
        drawn(&input, 6, 2),
        (vec!["to    ".into(), "tre   ".into()], Some((2, 0)))
    );
    assert_eq!(
        drawn(&input, 9, 1),
        (vec!["to       ".into()], Some((2, 0))),
        "another area"
    );
}

#[test]
fn one_line_scrolls_sideways_and_keeps_a_cell_for_the_cursor() {
    let mut input = one("abcdef", 4);
    assert_eq!(drawn(&input, 4, 1), (vec!["def ".into()], Some((3, 0))));
    press(&mut input, Home);
    assert_eq!(drawn(&input, 4, 1), (vec!["abcd".into()], Some((0, 0))));
    let mut wide = one("漢字漢", 4);
    assert_eq!(
        drawn(&wide, 4, 1),
        (vec![" 漢  ".into()], Some((3, 0))),
        "half a letter is none"
    );
    press(&mut wide, Left);
    assert_eq!(drawn(&wide, 4, 1).1, Some((1, 0)));
}

#[test]
fn erasing_at_the_end_brings_back_what_was_scrolled_away() {
    let mut input = one("abcdefgh", 5);
    for _ in 0..4 {
        press(&mut input, Backspace);
    }
    assert_eq!(drawn(&input, 5, 1), (vec!["abcd ".into()], Some((4, 0))));
}

#[test]
fn a_full_row_leaves_the_last_cell_to_the_cursor() {
    let mut input = many("", 5, 3);
    write(&mut input, "abcd");
    assert_eq!(drawn(&input, 5, 1).1, Some((4, 0)));
    write(&mut input, " ");
    assert_eq!(drawn(&input, 5, 2).1, Some((0, 1)));
    write(&mut input, "e");
    assert_eq!(
        drawn(&input, 5, 2),
        (vec!["abcd ".into(), "e    ".into()], Some((1, 1)))
    );
}

#[test]
fn an_empty_field_shows_the_placeholder_in_its_own_style() {
    let area = Rect::new(1, 1, 9, 2);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 4));
    let input = many("", 9, 2);
    let style = Style::new().fg(Color::Red).bold();
    View {
        style,
        ..view(&input)
    }
    .render(area, &mut buffer);
    let row = |y| (1..10).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    assert_eq!([row(1), row(2)], ["Hvilket  ", "behov?   "]);
    let cell = &buffer[(1, 1)];
    assert_eq!((cell.fg, cell.modifier), (Color::Indexed(8), Modifier::empty()));
    assert_eq!(buffer[(9, 2)].fg, Color::Red, "empty cells look as the text will");
    assert_eq!(view(&input).cursor(area), Some(Position::new(1, 1)));
}

#[test]
fn the_style_is_the_callers_in_every_cell() {
    let area = Rect::new(0, 0, 6, 2);
    let mut buffer = Buffer::empty(area);
    let input = many("漢a", 6, 2);
    let style = Style::new().fg(Color::Red).bg(Color::Blue);
    View {
        style,
        ..view(&input)
    }
    .render(area, &mut buffer);
    assert!(
        buffer
            .content()
            .iter()
            .all(|cell| (cell.fg, cell.bg) == (Color::Red, Color::Blue))
    );
    assert_eq!(buffer[(0, 0)].symbol(), "漢");
    assert_eq!(buffer[(2, 0)].symbol(), "a");
}

/// The field thought of as a list of graphemes: no rows, no bytes, no steps.
struct Model {
    text: String,
    /// Graphemes before the cursor.
    cursor: usize,
}

impl Model {
    fn graphemes(&self) -> Vec<String> {
        self.text.graphemes(true).map(str::to_owned).collect()
    }

    /// Takes `parts` as the text and puts the cursor after the grapheme that the byte `at` is in or at the end of.
    fn set(&mut self, parts: &[String], at: usize) {
        self.text = parts.concat();
        let mut end = 0;
        self.cursor = 0;
        for grapheme in self.text.graphemes(true) {
            if end >= at {
                break;
            }
            end += grapheme.len();
            self.cursor += 1;
        }
    }

    fn put(&mut self, put: &str) {
        let mut parts = self.graphemes();
        let at: usize = parts[..self.cursor].iter().map(String::len).sum();
        parts.insert(self.cursor, put.to_owned());
        self.set(&parts, at + put.len());
    }

    fn erase(&mut self, index: usize) {
        let mut parts = self.graphemes();
        let at = parts[..index].iter().map(String::len).sum();
        parts.remove(index);
        self.set(&parts, at);
    }
}

#[derive(Clone, Debug)]
enum Op {
    Type(char),
    Paste(String),
    Key(crossterm::event::KeyCode),
    Chord(char),
    Resize(u16, u16),
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    let letters = prop::sample::select(vec![
        'a', 'å', ' ', '-', '漢', '👨', '\u{200d}', '🇩', '\u{301}', '\u{fe0f}', '❤', 'ﾞ',
    ]);
    let pieces = prop::collection::vec(
        prop::sample::select(vec!["mål", " ", "\r\n", "\t", "\u{7}", "👨‍👩‍👧", "🇰", "\u{301}"]),
        0..6,
    );
    let keys = prop::sample::select(vec![
        Backspace, Delete, Left, Right, Up, Down, Home, End, PageUp, PageDown, Enter,
    ]);
    let op = prop_oneof![
        4 => letters.prop_map(Op::Type),
        1 => pieces.prop_map(|pieces| Op::Paste(pieces.concat())),
        4 => keys.prop_map(Op::Key),
        1 => prop::sample::select(vec!['w', 'u', 'z', 'y']).prop_map(Op::Chord),
        1 => (0u16..14, 0u16..5).prop_map(|(width, height)| Op::Resize(width, height)),
    ];
    prop::collection::vec(op, 0..80)
}

fn perform(input: &mut Input, op: &Op) -> Outcome {
    match op {
        Op::Type(character) => press(input, Char(*character)),
        Op::Paste(text) => input.paste(text),
        Op::Key(code) => press(input, *code),
        Op::Chord(character) => control(input, Char(*character)),
        Op::Resize(width, height) => {
            input.resize(Size::new(*width, *height));
            Outcome::Moved
        }
    }
}

proptest! {
    #[test]
    fn any_keys_do_what_they_do_to_a_plain_list_of_graphemes(ops in ops()) {
        let mut input = Input::multi_line("", LIMIT);
        let mut model = Model { text: String::new(), cursor: 0 };
        for op in &ops {
            let before = model.text.clone();
            let outcome = perform(&mut input, op);
            match op {
                Op::Type(character) => model.put(&character.to_string()),
                Op::Paste(text) => model.put(&text.replace("\r\n", "\n").replace('\u{7}', "")),
                Op::Key(Enter) => model.put("\n"),
                Op::Key(Backspace) if model.cursor > 0 => model.erase(model.cursor - 1),
                Op::Key(Delete) if model.cursor < model.graphemes().len() => model.erase(model.cursor),
                Op::Key(Left) => model.cursor = model.cursor.saturating_sub(1),
                Op::Key(Right) => model.cursor = (model.cursor + 1).min(model.graphemes().len()),
                // Rows, words and steps have tests of their own: the model takes where they lead.
                Op::Key(Up | Down | Home | End | PageUp | PageDown) => {
                    model.cursor = input.text[..input.cursor].graphemes(true).count();
                }
                Op::Chord(_) => {
                    model.text = input.text().to_owned();
                    model.cursor = input.text[..input.cursor].graphemes(true).count();
                }
                _ => {}
            }
            prop_assert_eq!(input.text(), &model.text);
            prop_assert_eq!(&input.text[..input.cursor], model.graphemes()[..model.cursor].concat());
            prop_assert_eq!(outcome == Outcome::Changed, model.text != before, "{:?}", op);
            prop_assert_eq!(input.chars(), model.text.chars().count());
            prop_assert_eq!(&input.rows, &rows::wrap(&input.text, input.text_width(input.room.width)));
        }
    }

    #[test]
    fn undoing_everything_gives_the_first_text_and_redoing_everything_the_last(ops in ops(), start in "[ aå漢\n]{0,20}") {
        let mut input = many(&start, 8, 3);
        for op in &ops {
            perform(&mut input, op);
        }
        while control(&mut input, Char('y')) == Outcome::Changed {}
        let last = input.text().to_owned();
        while control(&mut input, Char('z')) == Outcome::Changed {}
        prop_assert_eq!(input.text(), start);
        prop_assert!(!input.is_changed());
        while control(&mut input, Char('y')) == Outcome::Changed {}
        prop_assert_eq!(input.text(), last);
    }

    #[test]
    fn any_field_draws_in_any_area_with_the_cursor_inside(
        ops in ops(), start in ".*", one_line: bool, x in 0u16..9, y in 0u16..4, width in 0u16..12, height in 0u16..5,
    ) {
        let mut input = if one_line { Input::one_line(&start, 40) } else { Input::multi_line(&start, 40) };
        for op in &ops {
            perform(&mut input, op);
            let area = Rect::new(x, y, width, height);
            let mut buffer = Buffer::empty(Rect::new(1, 1, 9, 3));
            view(&input).render(area, &mut buffer);
            let cursor = view(&input).cursor(area);
            prop_assert_eq!(cursor.is_some(), !area.is_empty());
            prop_assert!(cursor.is_none_or(|at| area.contains(at)));
            // What ratatui writes to the terminal is right only where no grapheme is wider than the cells left.
            for (x, y) in (0..3).flat_map(|y| (0..9).map(move |x| (x + 1, y + 1))) {
                let cells = rows::cells(buffer[(x, y)].symbol());
                prop_assert!(usize::from(x) + cells <= 10);
            }
        }
    }
}
