//! Every rule of the input, one test each.

use super::*;

const AREA: Rect = Rect::new(10, 20, 15, 7);
/// The column through the middle of the ring in `AREA`, and its row.
const MIDDLE: (u16, u16) = (17, 23);
const LEFT: (u16, u16) = (10, 23);
const TOP: (u16, u16) = (17, 20);
const RIGHT: (u16, u16) = (24, 23);
/// Beside the gap, on either end of the ring.
const LEFT_END: (u16, u16) = (12, 26);
const RIGHT_END: (u16, u16) = (22, 26);
const GAP: (u16, u16) = (17, 26);

fn small() -> Dial {
    Dial::new(Scale::bipolar(-5, 5)).state(State::Focused)
}

fn large() -> Dial {
    Dial::new(Scale::unipolar(0, 1000)).state(State::Focused)
}

fn press(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

fn asks(dial: &Dial, code: KeyCode) -> Option<Command> {
    key(press(code), dial, None)
}

/// A dial with its mouse: plays events and carries the commands out.
struct Player {
    dial: Dial,
    area: Rect,
    pointer: Pointer,
    now: Duration,
    modifiers: KeyModifiers,
}

impl Player {
    fn new(dial: Dial) -> Self {
        Self {
            dial,
            area: AREA,
            pointer: Pointer::default(),
            now: Duration::ZERO,
            modifiers: KeyModifiers::NONE,
        }
    }

    fn play(&mut self, kind: MouseEventKind, (column, row): (u16, u16)) -> Option<Command> {
        let event = MouseEvent {
            kind,
            column,
            row,
            modifiers: self.modifiers,
        };
        let command = mouse(event, self.now, &self.dial, self.area, &mut self.pointer);
        if let Some(value) = command.and_then(|command| command.value(&self.dial)) {
            self.dial = self.dial.value(value);
        }
        command
    }

    fn down(&mut self, cell: (u16, u16)) -> Option<Command> {
        self.play(MouseEventKind::Down(MouseButton::Left), cell)
    }

    fn drag(&mut self, cell: (u16, u16)) -> Option<Command> {
        self.play(MouseEventKind::Drag(MouseButton::Left), cell)
    }

    fn up(&mut self, cell: (u16, u16)) -> Option<Command> {
        self.play(MouseEventKind::Up(MouseButton::Left), cell)
    }
}

#[test]
fn arrows_and_signs_turn_one_step() {
    for code in [
        KeyCode::Up,
        KeyCode::Right,
        KeyCode::Char('+'),
        KeyCode::Char('='),
    ] {
        assert_eq!(asks(&small(), code), Some(Command::Step(1)), "{code:?}");
    }
    for code in [KeyCode::Down, KeyCode::Left, KeyCode::Char('-')] {
        assert_eq!(asks(&small(), code), Some(Command::Step(-1)), "{code:?}");
    }
}

#[test]
fn pages_turn_a_tenth_of_the_scale_but_two_steps_at_least() {
    assert_eq!(asks(&small(), KeyCode::PageUp), Some(Command::Step(2)));
    assert_eq!(asks(&small(), KeyCode::PageDown), Some(Command::Step(-2)));
    assert_eq!(asks(&large(), KeyCode::PageUp), Some(Command::Step(100)));
    let widest = Dial::new(Scale::new(i32::MIN, i32::MAX, 0));
    assert_eq!(
        asks(&widest, KeyCode::PageDown),
        Some(Command::Step(-429_496_729))
    );
}

#[test]
fn home_end_and_delete_go_to_the_ends_and_to_neutral() {
    assert_eq!(asks(&small(), KeyCode::Home), Some(Command::To(-5)));
    assert_eq!(asks(&small(), KeyCode::End), Some(Command::To(5)));
    let off_centre = Dial::new(Scale::new(-5, 5, 2));
    assert_eq!(asks(&off_centre, KeyCode::Delete), Some(Command::To(2)));
    assert_eq!(asks(&off_centre, KeyCode::Char('0')), Some(Command::To(2)));
}

#[test]
fn a_step_stops_at_the_end_of_the_scale() {
    assert_eq!(Command::Step(1).value(&small().value(5)), Some(5));
    assert_eq!(Command::Step(i32::MIN).value(&small()), Some(-5));
    assert_eq!(Command::Begin.value(&small()), None);
}

#[test]
fn releases_chords_and_foreign_keys_ask_nothing() {
    let release = KeyEvent {
        kind: KeyEventKind::Release,
        ..press(KeyCode::Up)
    };
    assert_eq!(key(release, &small(), None), None);
    assert_eq!(
        key(KeyEvent::new(KeyCode::Up, KeyModifiers::CONTROL), &small(), None),
        None
    );
    assert_eq!(
        key(
            KeyEvent::new(KeyCode::Char('0'), KeyModifiers::ALT),
            &small(),
            None
        ),
        None
    );
    assert_eq!(asks(&small(), KeyCode::Char('x')), None);
}

#[test]
fn a_repeated_key_counts_as_a_key() {
    let repeat = KeyEvent {
        kind: KeyEventKind::Repeat,
        ..press(KeyCode::Up)
    };
    assert_eq!(key(repeat, &small(), None), Some(Command::Step(1)));
}

#[test]
fn a_disabled_dial_obeys_neither_keys_nor_mouse() {
    let disabled = small().state(State::Disabled);
    assert_eq!(asks(&disabled, KeyCode::Up), None);
    let mut player = Player::new(disabled);
    assert_eq!(player.down(TOP), None);
    assert_eq!(player.play(MouseEventKind::ScrollUp, TOP), None);
}

/// Types `keys` (`\n` is Enter, `<` is Backspace) and returns what was asked and what is left.
fn typing(dial: Dial, keys: &str) -> (Vec<Command>, String) {
    let mut typed = Typed::default();
    let codes = keys.chars().map(|char| match char {
        '\n' => KeyCode::Enter,
        '<' => KeyCode::Backspace,
        '^' => KeyCode::Up,
        char => KeyCode::Char(char),
    });
    let commands = codes
        .filter_map(|code| key(press(code), &dial, Some(&mut typed)))
        .collect();
    (commands, typed.to_string())
}

#[test]
fn a_typed_value_goes_off_as_soon_as_it_is_full() {
    assert_eq!(typing(small(), "3"), (vec![Command::To(3)], String::new()));
    assert_eq!(typing(small(), "-3"), (vec![Command::To(-3)], String::new()));
    assert_eq!(typing(small(), "+5"), (vec![Command::To(5)], String::new()));
    assert_eq!(typing(small(), "0"), (vec![Command::To(0)], String::new()));
}

#[test]
fn a_typed_value_that_could_go_on_waits_for_enter() {
    assert_eq!(typing(large(), "70"), (vec![], "70".into()));
    assert_eq!(typing(large(), "70\n"), (vec![Command::To(70)], String::new()));
    assert_eq!(typing(large(), "701"), (vec![Command::To(701)], String::new()));
}

#[test]
fn a_digit_that_leaves_the_scale_is_not_taken() {
    assert_eq!(typing(small(), "9"), (vec![], String::new()));
    assert_eq!(typing(small(), "-9"), (vec![], "\u{2212}".into()));
    let ten_to_twenty = Dial::new(Scale::unipolar(10, 20));
    assert_eq!(typing(ten_to_twenty, "1\n"), (vec![], String::new()));
    assert_eq!(
        typing(ten_to_twenty, "15"),
        (vec![Command::To(15)], String::new())
    );
}

#[test]
fn a_minus_is_only_typed_where_the_scale_has_negative_values() {
    assert_eq!(typing(large(), "-7\n"), (vec![Command::To(7)], String::new()));
}

#[test]
fn backspace_takes_back_digits_then_the_sign() {
    let wide = Dial::new(Scale::bipolar(-500, 500));
    assert_eq!(typing(wide, "-12"), (vec![], "\u{2212}12".into()));
    assert_eq!(typing(wide, "-12<"), (vec![], "\u{2212}1".into()));
    assert_eq!(typing(wide, "-12<<"), (vec![], "\u{2212}".into()));
    assert_eq!(typing(wide, "-12<<<"), (vec![], String::new()));
}

#[test]
fn any_other_key_drops_what_was_typed() {
    assert_eq!(typing(large(), "7^"), (vec![Command::Step(1)], String::new()));
}

#[test]
fn the_wheel_turns_only_a_focused_dial_under_the_pointer() {
    let mut player = Player::new(small());
    assert_eq!(
        player.play(MouseEventKind::ScrollUp, MIDDLE),
        Some(Command::Step(1))
    );
    assert_eq!(
        player.play(MouseEventKind::ScrollDown, RIGHT),
        Some(Command::Step(-1))
    );
    assert_eq!(player.play(MouseEventKind::ScrollUp, (0, 0)), None);
    player.dial = player.dial.state(State::Normal);
    assert_eq!(player.play(MouseEventKind::ScrollUp, MIDDLE), None);
}

#[test]
fn on_a_long_scale_the_wheel_turns_coarsely_and_with_shift_finely() {
    let mut player = Player::new(large());
    assert_eq!(
        player.play(MouseEventKind::ScrollUp, MIDDLE),
        Some(Command::Step(20))
    );
    player.modifiers = KeyModifiers::SHIFT;
    assert_eq!(
        player.play(MouseEventKind::ScrollUp, MIDDLE),
        Some(Command::Step(1))
    );
}

#[test]
fn a_drag_along_the_ring_is_one_change_that_follows_the_pointer() {
    let mut player = Player::new(small());
    assert_eq!(player.down(TOP), Some(Command::Begin));
    assert!(player.pointer.is_dragging());
    assert_eq!(player.drag(TOP), None, "no change, nothing asked");
    assert_eq!(player.drag(RIGHT), Some(Command::Drag(3)));
    assert_eq!(player.drag(RIGHT_END), Some(Command::Drag(5)));
    assert_eq!(player.up(RIGHT_END), Some(Command::End));
    assert!(!player.pointer.is_dragging());
    assert_eq!(player.drag(TOP), None, "after its end a drag asks nothing");
}

#[test]
fn a_press_alone_turns_nothing() {
    let mut player = Player::new(small().value(2));
    assert_eq!(player.down(LEFT), Some(Command::Begin));
    assert_eq!(player.up(LEFT), Some(Command::End));
    assert_eq!(player.dial.value, 2);
}

#[test]
fn crossing_the_gap_does_not_leap_from_one_end_to_the_other() {
    let mut player = Player::new(small());
    player.down(RIGHT);
    assert_eq!(player.drag(RIGHT_END), Some(Command::Drag(5)));
    for beyond in [GAP, LEFT_END, LEFT] {
        assert_eq!(player.drag(beyond), None, "{beyond:?}");
    }
    for back in [LEFT_END, GAP, RIGHT_END] {
        assert_eq!(player.drag(back), None, "{back:?}");
    }
    assert_eq!(
        player.drag(RIGHT),
        Some(Command::Drag(3)),
        "coming back the same way"
    );
    player.up(RIGHT);

    player.down(LEFT);
    assert_eq!(player.drag(LEFT_END), Some(Command::Drag(-5)));
    assert_eq!(player.drag(GAP), None);
    assert_eq!(player.drag(RIGHT_END), None);
}

#[test]
fn the_middle_is_pulled_up_and_down_a_step_a_row() {
    let mut player = Player::new(small().value(1));
    assert_eq!(player.down(MIDDLE), Some(Command::Begin));
    assert_eq!(player.drag((MIDDLE.0, MIDDLE.1 - 2)), Some(Command::Drag(3)));
    assert_eq!(
        player.drag((MIDDLE.0 + 30, MIDDLE.1 - 2)),
        None,
        "sideways is no turn"
    );
    assert_eq!(player.drag((MIDDLE.0, MIDDLE.1 + 3)), Some(Command::Drag(-2)));
    assert_eq!(
        player.drag((MIDDLE.0, 0)),
        Some(Command::Drag(5)),
        "held at the end"
    );
    assert_eq!(player.up((MIDDLE.0, 0)), Some(Command::End));
}

#[test]
fn a_second_press_at_the_same_place_returns_to_neutral() {
    let mut player = Player::new(small().value(4));
    player.down(MIDDLE);
    player.up(MIDDLE);
    player.now += DOUBLE_CLICK;
    assert_eq!(player.down(MIDDLE), Some(Command::To(0)));
    assert_eq!(player.drag((MIDDLE.0, 0)), None, "a double click is no drag");
    assert_eq!(player.up(MIDDLE), None);
    assert_eq!(
        player.down(MIDDLE),
        Some(Command::Begin),
        "a third press begins anew"
    );
}

#[test]
fn presses_apart_in_time_or_place_or_with_a_drag_between_are_no_double_click() {
    let mut player = Player::new(small().value(4));
    player.down(MIDDLE);
    player.up(MIDDLE);
    player.now += DOUBLE_CLICK + Duration::from_millis(1);
    assert_eq!(player.down(MIDDLE), Some(Command::Begin), "too late");
    player.up(MIDDLE);
    assert_eq!(player.down(TOP), Some(Command::Begin), "elsewhere");
    player.drag(RIGHT);
    player.drag(TOP);
    player.up(TOP);
    assert_eq!(player.down(TOP), Some(Command::Begin), "dragged between");
}

#[test]
fn the_right_button_turns_finely_on_a_long_scale_only() {
    let right = |kind: fn(MouseButton) -> MouseEventKind| kind(MouseButton::Right);
    let mut player = Player::new(small());
    assert_eq!(player.play(right(MouseEventKind::Down), TOP), None);

    let mut player = Player::new(large().value(500));
    assert_eq!(
        player.play(right(MouseEventKind::Down), LEFT),
        Some(Command::Begin)
    );
    // From nine to twelve o'clock are some 86 of 270 degrees, and a tenth of that is turned, from where it stood.
    let Some(Command::Drag(value)) = player.play(right(MouseEventKind::Drag), TOP) else {
        panic!()
    };
    assert!((530..=534).contains(&value), "{value}");
    assert_eq!(
        player.drag(RIGHT),
        None,
        "the other button is no part of this drag"
    );
    assert_eq!(player.up(TOP), None);
    assert_eq!(player.play(right(MouseEventKind::Up), TOP), Some(Command::End));
}

#[test]
fn shift_turns_finely_on_a_long_scale() {
    let mut player = Player::new(large().value(500));
    player.down(MIDDLE);
    assert_eq!(player.drag((MIDDLE.0, MIDDLE.1 - 1)), Some(Command::Drag(550)));
    player.modifiers = KeyModifiers::SHIFT;
    assert_eq!(player.drag((MIDDLE.0, MIDDLE.1 - 2)), Some(Command::Drag(551)));
}

#[test]
fn a_lost_release_ends_the_drag_with_the_next_move() {
    let mut player = Player::new(small());
    player.down(TOP);
    assert_eq!(player.play(MouseEventKind::Moved, RIGHT), Some(Command::End));
    assert_eq!(player.play(MouseEventKind::Moved, RIGHT), None);
}

#[test]
fn outside_the_ring_a_press_is_not_the_dials() {
    let mut player = Player::new(small());
    assert_eq!(player.down((AREA.x, AREA.y)), None, "the corner of its area");
    assert_eq!(player.down((AREA.right(), MIDDLE.1)), None);
}

#[test]
fn the_one_line_form_is_dragged_along_its_line() {
    let mut player = Player::new(small());
    player.area = Rect::new(0, 5, 14, 1);
    assert_eq!(player.down((5, 5)), Some(Command::Begin));
    assert_eq!(player.drag((8, 5)), Some(Command::Drag(3)));
    assert_eq!(player.drag((40, 9)), Some(Command::Drag(5)));
    assert_eq!(player.drag((0, 5)), Some(Command::Drag(-5)));
    player.up((0, 5));
    assert_eq!(player.down((12, 5)), Some(Command::Begin), "the number");
    assert_eq!(player.drag((12, 4)), Some(Command::Drag(-4)));
}
