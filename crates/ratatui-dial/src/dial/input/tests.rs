//! Every rule of the input, one test each.

use super::*;
use crate::Scale;

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

fn small() -> Dial<'static> {
    Dial::new(Scale::bipolar(-5, 5)).focused(true)
}

fn large() -> Dial<'static> {
    Dial::new(Scale::unipolar(0, 1000)).focused(true)
}

fn press(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

/// What happened, and the value after it.
type Outcome = Option<(DialEvent, i32)>;

fn turned(value: i32) -> Outcome {
    Some((DialEvent::Turned, value))
}

fn dragged(value: i32) -> Outcome {
    Some((DialEvent::Dragged, value))
}

/// What a key does to a dial at neutral.
fn key(dial: &Dial, key: KeyEvent) -> Outcome {
    let mut state = DialState::new(dial.scale.neutral());
    let event = dial.handle_key(key, &mut state)?;
    Some((event, state.value()))
}

/// A dial with its mouse.
struct Player {
    dial: Dial<'static>,
    area: Rect,
    state: DialState,
    now: Duration,
    modifiers: KeyModifiers,
}

impl Player {
    fn new(dial: Dial<'static>, value: i32) -> Self {
        Self {
            dial,
            area: AREA,
            state: DialState::new(value),
            now: Duration::ZERO,
            modifiers: KeyModifiers::NONE,
        }
    }

    fn play(&mut self, kind: MouseEventKind, (column, row): (u16, u16)) -> Outcome {
        let event = MouseEvent {
            kind,
            column,
            row,
            modifiers: self.modifiers,
        };
        let event = self
            .dial
            .handle_mouse(event, self.now, self.area, &mut self.state)?;
        Some((event, self.state.value()))
    }

    /// Presses the left button; whether that begins a drag, which turns nothing.
    fn grasps(&mut self, cell: (u16, u16)) -> bool {
        let before = self.state.value();
        self.down(cell) == Some((DialEvent::DragStarted, before))
    }

    /// Releases the left button; whether that ends a drag, which turns nothing.
    fn lets_go(&mut self, cell: (u16, u16)) -> bool {
        let before = self.state.value();
        self.up(cell) == Some((DialEvent::DragEnded, before))
    }

    fn down(&mut self, cell: (u16, u16)) -> Outcome {
        self.play(MouseEventKind::Down(MouseButton::Left), cell)
    }

    fn drag(&mut self, cell: (u16, u16)) -> Outcome {
        self.play(MouseEventKind::Drag(MouseButton::Left), cell)
    }

    fn up(&mut self, cell: (u16, u16)) -> Outcome {
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
        assert_eq!(key(&small(), press(code)), turned(1), "{code:?}");
    }
    for code in [KeyCode::Down, KeyCode::Left, KeyCode::Char('-')] {
        assert_eq!(key(&small(), press(code)), turned(-1), "{code:?}");
    }
}

#[test]
fn pages_turn_a_tenth_of_the_scale_but_two_steps_at_least() {
    assert_eq!(key(&small(), press(KeyCode::PageUp)), turned(2));
    assert_eq!(key(&small(), press(KeyCode::PageDown)), turned(-2));
    assert_eq!(key(&large(), press(KeyCode::PageUp)), turned(100));
    let widest = Dial::new(Scale::new(i32::MIN, i32::MAX, 0));
    assert_eq!(key(&widest, press(KeyCode::PageDown)), turned(-429_496_729));
}

#[test]
fn home_end_and_delete_go_to_the_ends_and_to_neutral() {
    assert_eq!(key(&small(), press(KeyCode::Home)), turned(-5));
    assert_eq!(key(&small(), press(KeyCode::End)), turned(5));
    let off_centre = Dial::new(Scale::new(-5, 5, 2));
    assert_eq!(key(&off_centre, press(KeyCode::Delete)), turned(2));
    assert_eq!(key(&off_centre, press(KeyCode::Char('0'))), turned(2));
}

#[test]
fn a_step_stops_at_the_end_of_the_scale() {
    for (start, code, end) in [
        (5, KeyCode::Up, 5),
        (-4, KeyCode::PageDown, -5),
        (i32::MAX, KeyCode::Up, 5),
        (i32::MAX, KeyCode::Down, 4),
    ] {
        let mut state = DialState::new(start);
        let event = small().handle_key(press(code), &mut state);
        assert_eq!((event, state.value()), (Some(DialEvent::Turned), end), "{start}");
    }
}

#[test]
fn releases_chords_and_foreign_keys_ask_nothing() {
    let release = KeyEvent {
        kind: KeyEventKind::Release,
        ..press(KeyCode::Up)
    };
    assert_eq!(key(&small(), release), None);
    assert_eq!(
        key(&small(), KeyEvent::new(KeyCode::Up, KeyModifiers::CONTROL)),
        None
    );
    assert_eq!(
        key(&small(), KeyEvent::new(KeyCode::Char('0'), KeyModifiers::ALT)),
        None
    );
    assert_eq!(key(&small(), press(KeyCode::Char('x'))), None);
}

#[test]
fn a_repeated_key_counts_as_a_key() {
    let repeat = KeyEvent {
        kind: KeyEventKind::Repeat,
        ..press(KeyCode::Up)
    };
    assert_eq!(key(&small(), repeat), turned(1));
}

#[test]
fn the_wheel_turns_only_a_focused_dial_under_the_pointer() {
    let mut player = Player::new(small(), 0);
    assert_eq!(player.play(MouseEventKind::ScrollUp, MIDDLE), turned(1));
    assert_eq!(player.play(MouseEventKind::ScrollDown, RIGHT), turned(0));
    assert_eq!(player.play(MouseEventKind::ScrollUp, (0, 0)), None);
    player.dial = player.dial.focused(false);
    assert_eq!(player.play(MouseEventKind::ScrollUp, MIDDLE), None);
}

#[test]
fn on_a_long_scale_the_wheel_turns_coarsely_and_with_shift_finely() {
    let mut player = Player::new(large(), 0);
    assert_eq!(player.play(MouseEventKind::ScrollUp, MIDDLE), turned(20));
    player.modifiers = KeyModifiers::SHIFT;
    assert_eq!(player.play(MouseEventKind::ScrollUp, MIDDLE), turned(21));
}

#[test]
fn a_drag_along_the_ring_is_one_change_that_follows_the_pointer() {
    let mut player = Player::new(small(), 0);
    assert!(player.grasps(TOP));
    assert!(player.state.is_dragging());
    assert_eq!(player.drag(TOP), None, "no change, nothing asked");
    assert_eq!(player.drag(RIGHT), dragged(3));
    assert_eq!(player.drag(RIGHT_END), dragged(5));
    assert!(player.lets_go(RIGHT_END));
    assert!(!player.state.is_dragging());
    assert_eq!(player.drag(TOP), None, "after its end a drag asks nothing");
}

#[test]
fn a_press_alone_turns_nothing() {
    let mut player = Player::new(small(), 2);
    assert!(player.grasps(LEFT));
    assert!(player.lets_go(LEFT));
    assert_eq!(player.state.value(), 2);
}

#[test]
fn crossing_the_gap_does_not_leap_from_one_end_to_the_other() {
    let mut player = Player::new(small(), 0);
    player.down(RIGHT);
    assert_eq!(player.drag(RIGHT_END), dragged(5));
    for beyond in [GAP, LEFT_END, LEFT] {
        assert_eq!(player.drag(beyond), None, "{beyond:?}");
    }
    for back in [LEFT_END, GAP, RIGHT_END] {
        assert_eq!(player.drag(back), None, "{back:?}");
    }
    assert_eq!(player.drag(RIGHT), dragged(3), "coming back the same way");
    player.up(RIGHT);

    player.down(LEFT);
    assert_eq!(player.drag(LEFT_END), dragged(-5));
    assert_eq!(player.drag(GAP), None);
    assert_eq!(player.drag(RIGHT_END), None);
}

#[test]
fn the_middle_is_pulled_up_and_down_a_step_a_row() {
    let mut player = Player::new(small(), 1);
    assert!(player.grasps(MIDDLE));
    assert_eq!(player.drag((MIDDLE.0, MIDDLE.1 - 2)), dragged(3));
    assert_eq!(
        player.drag((MIDDLE.0 + 30, MIDDLE.1 - 2)),
        None,
        "sideways is no turn"
    );
    assert_eq!(player.drag((MIDDLE.0, MIDDLE.1 + 3)), dragged(-2));
    assert_eq!(player.drag((MIDDLE.0, 0)), dragged(5), "held at the end");
    assert!(player.lets_go((MIDDLE.0, 0)));
}

#[test]
fn a_second_press_at_the_same_place_returns_to_neutral() {
    let mut player = Player::new(small(), 4);
    player.down(MIDDLE);
    player.up(MIDDLE);
    player.now += DOUBLE_CLICK;
    assert_eq!(player.down(MIDDLE), turned(0));
    assert_eq!(player.drag((MIDDLE.0, 0)), None, "a double click is no drag");
    assert_eq!(player.up(MIDDLE), None);
    assert!(player.grasps(MIDDLE), "a third press begins anew");
}

#[test]
fn presses_apart_in_time_or_place_or_with_a_drag_between_are_no_double_click() {
    let mut player = Player::new(small(), 4);
    player.down(MIDDLE);
    player.up(MIDDLE);
    player.now += DOUBLE_CLICK + Duration::from_millis(1);
    assert!(player.grasps(MIDDLE), "too late");
    player.up(MIDDLE);
    assert!(player.grasps(TOP), "elsewhere");
    player.drag(RIGHT);
    player.drag(TOP);
    player.up(TOP);
    assert!(player.grasps(TOP), "dragged between");
}

#[test]
fn the_right_button_turns_finely_on_a_long_scale_only() {
    let right = |kind: fn(MouseButton) -> MouseEventKind| kind(MouseButton::Right);
    let mut player = Player::new(small(), 0);
    assert_eq!(player.play(right(MouseEventKind::Down), TOP), None);

    let mut player = Player::new(large(), 500);
    assert_eq!(
        player.play(right(MouseEventKind::Down), LEFT),
        Some((DialEvent::DragStarted, 500))
    );
    // From nine to twelve o'clock are some 86 of 270 degrees, and a tenth of that is turned, from where it stood.
    let Some((DialEvent::Dragged, value)) = player.play(right(MouseEventKind::Drag), TOP) else {
        panic!()
    };
    assert!((530..=534).contains(&value), "{value}");
    assert_eq!(
        player.drag(RIGHT),
        None,
        "the other button is no part of this drag"
    );
    assert_eq!(player.up(TOP), None);
    assert_eq!(
        player.play(right(MouseEventKind::Up), TOP),
        Some((DialEvent::DragEnded, value))
    );
}

#[test]
fn shift_turns_finely_on_a_long_scale() {
    let mut player = Player::new(large(), 500);
    player.down(MIDDLE);
    assert_eq!(player.drag((MIDDLE.0, MIDDLE.1 - 1)), dragged(550));
    player.modifiers = KeyModifiers::SHIFT;
    assert_eq!(player.drag((MIDDLE.0, MIDDLE.1 - 2)), dragged(551));
}

#[test]
fn a_lost_release_ends_the_drag_with_the_next_move() {
    let mut player = Player::new(small(), 0);
    player.down(TOP);
    assert_eq!(
        player.play(MouseEventKind::Moved, RIGHT),
        Some((DialEvent::DragEnded, 0))
    );
    assert_eq!(player.play(MouseEventKind::Moved, RIGHT), None);
}

#[test]
fn outside_the_ring_a_press_is_not_the_dials() {
    let mut player = Player::new(small(), 0);
    assert_eq!(player.down((AREA.x, AREA.y)), None, "the corner of its area");
    assert_eq!(player.down((AREA.right(), MIDDLE.1)), None);
}

#[test]
fn the_one_line_form_is_dragged_along_its_line() {
    let mut player = Player::new(small(), 0);
    player.area = Rect::new(0, 5, 14, 1);
    assert!(player.grasps((5, 5)));
    assert_eq!(player.drag((8, 5)), dragged(3));
    assert_eq!(player.drag((40, 9)), dragged(5));
    assert_eq!(player.drag((0, 5)), dragged(-5));
    player.up((0, 5));
    assert!(player.grasps((12, 5)), "the number");
    assert_eq!(player.drag((12, 4)), dragged(-4));
}
