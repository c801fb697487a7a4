//! Every sequence of a terminal through the tokenizer and the decoder, as the program reads them.

use super::*;
use crate::terminal::tokenizer::Tokenizer;
use proptest::prelude::*;

const NONE: KeyModifiers = KeyModifiers::NONE;
const CONTROL: KeyModifiers = KeyModifiers::CONTROL;
const ALT: KeyModifiers = KeyModifiers::ALT;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;

/// The terminal's input as the loop takes it in.
#[derive(Default)]
struct Input {
    tokenizer: Tokenizer,
    events: Vec<InputEvent>,
}

impl Input {
    /// One read.
    fn read(&mut self, bytes: &[u8]) -> &mut Self {
        let events = &mut self.events;
        self.tokenizer.feed(bytes, |token| events.extend(decode(token)));
        self
    }

    /// The first silence, where one is waited for.
    fn quiet(&mut self) -> &mut Self {
        let events = &mut self.events;
        if self.tokenizer.patience().is_some() {
            self.tokenizer.quiet(|token| events.extend(decode(token)));
        }
        self
    }

    /// As many silences as are waited for.
    fn silence(&mut self) -> &mut Self {
        while self.tokenizer.patience().is_some() {
            self.quiet();
        }
        self
    }

    /// What has come since the last call.
    fn events(&mut self) -> Vec<InputEvent> {
        std::mem::take(&mut self.events)
    }
}

/// The events of these reads, with a silence after the last.
fn reads(reads: &[&[u8]]) -> Vec<InputEvent> {
    let mut input = Input::default();
    for bytes in reads {
        input.read(bytes);
    }
    input.silence().events()
}

fn events(bytes: &[u8]) -> Vec<InputEvent> {
    reads(&[bytes])
}

fn pressed(bytes: &[u8]) -> Vec<(KeyCode, KeyModifiers)> {
    let key = |event| match event {
        InputEvent::Key(key) => (key.code, key.modifiers),
        other => panic!("{other:?}"),
    };
    events(bytes).into_iter().map(key).collect()
}

fn char(char: char) -> InputEvent {
    InputEvent::Key(KeyEvent::from(KeyCode::Char(char)))
}

fn escape() -> InputEvent {
    InputEvent::Key(KeyEvent::from(KeyCode::Esc))
}

fn interrupt() -> InputEvent {
    InputEvent::Key(KeyEvent::new(KeyCode::Char('c'), CONTROL))
}

/// Each key a terminal can send: the bytes, and what was pressed.
const KEYS: &[(&[u8], KeyCode, KeyModifiers)] = &[
    (b"a", KeyCode::Char('a'), NONE),
    (b"A", KeyCode::Char('A'), SHIFT),
    (b"\xc3\xa5", KeyCode::Char('å'), NONE),
    (b"\xe6\xbc\xa2", KeyCode::Char('漢'), NONE),
    (b"\xf0\x9f\xa7\xad", KeyCode::Char('🧭'), NONE),
    (b"\r", KeyCode::Enter, NONE),
    (b"\n", KeyCode::Char('j'), CONTROL),
    (b"\t", KeyCode::Tab, NONE),
    (b"\x1b[Z", KeyCode::BackTab, SHIFT),
    (b"\x7f", KeyCode::Backspace, NONE),
    (b"\0", KeyCode::Char(' '), CONTROL),
    (b"\x03", KeyCode::Char('c'), CONTROL),
    (b"\x1a", KeyCode::Char('z'), CONTROL),
    (b"\x1b", KeyCode::Esc, NONE),
    (b"\x1bx", KeyCode::Char('x'), ALT),
    (b"\x1b\x7f", KeyCode::Backspace, ALT),
    (b"\x1b[A", KeyCode::Up, NONE),
    (b"\x1bOB", KeyCode::Down, NONE),
    (b"\x1b[1;5C", KeyCode::Right, CONTROL),
    (b"\x1b[1;2D", KeyCode::Left, SHIFT),
    (b"\x1b[H", KeyCode::Home, NONE),
    (b"\x1b[1~", KeyCode::Home, NONE),
    (b"\x1b[7~", KeyCode::Home, NONE),
    (b"\x1bOF", KeyCode::End, NONE),
    (b"\x1b[4~", KeyCode::End, NONE),
    (b"\x1b[3~", KeyCode::Delete, NONE),
    (b"\x1b[3;5~", KeyCode::Delete, CONTROL),
    (b"\x1b[5~", KeyCode::PageUp, NONE),
    (b"\x1b[6~", KeyCode::PageDown, NONE),
    (b"\x1bOP", KeyCode::F(1), NONE),
    (b"\x1b[11~", KeyCode::F(1), NONE),
    (b"\x1b[[A", KeyCode::F(1), NONE),
    (b"\x1b[15~", KeyCode::F(5), NONE),
    (b"\x1b[17~", KeyCode::F(6), NONE),
    (b"\x1b[24~", KeyCode::F(12), NONE),
    (b"\x1b[1;5P", KeyCode::F(1), CONTROL),
    (b"\x1b[13;2u", KeyCode::Enter, SHIFT),
    (b"\x1b[122;5u", KeyCode::Char('z'), CONTROL),
    // Alt
    (b"\x1b\x08", KeyCode::Char('h'), CONTROL.union(ALT)),
    (b"\x1b\xc3\xb8", KeyCode::Char('\u{f8}'), ALT),
    (b"\x1b[1;3D", KeyCode::Left, ALT),
    // rxvt, and keypads in application mode
    (b"\x1b[a", KeyCode::Up, SHIFT),
    (b"\x1bOd", KeyCode::Left, CONTROL),
    (b"\x1bO5A", KeyCode::Up, CONTROL),
    (b"\x1bOk", KeyCode::Char('+'), NONE),
    (b"\x1bOm", KeyCode::Char('-'), NONE),
    (b"\x1bOj", KeyCode::Char('*'), NONE),
    (b"\x1bOo", KeyCode::Char('/'), NONE),
    (b"\x1bOp", KeyCode::Char('0'), NONE),
    (b"\x1bOy", KeyCode::Char('9'), NONE),
    (b"\x1bOM", KeyCode::Enter, NONE),
    (b"\x1bOX", KeyCode::Char('='), NONE),
    // modifyOtherKeys
    (b"\x1b[27;5;99~", KeyCode::Char('c'), CONTROL),
    (b"\x1b[27;2;63~", KeyCode::Char('?'), NONE.union(SHIFT)),
    (b"\x1b[27;5;13~", KeyCode::Enter, CONTROL),
    (b"\x1b[27;5;8~", KeyCode::Backspace, CONTROL),
    (b"\x1b[27;2;9~", KeyCode::BackTab, SHIFT),
    // kitty
    (b"\x1b[99;5u", KeyCode::Char('c'), CONTROL),
    (b"\x1b[27u", KeyCode::Esc, NONE),
    (b"\x1b[9;2u", KeyCode::BackTab, SHIFT),
    (b"\x1b[127;5u", KeyCode::Backspace, CONTROL),
    (b"\x1b[97;2u", KeyCode::Char('A'), SHIFT),
    (b"\x1b[97:65;2u", KeyCode::Char('A'), SHIFT),
    (b"\x1b[43:63;2u", KeyCode::Char('?'), SHIFT),
    (b"\x1b[43;2;63u", KeyCode::Char('?'), SHIFT),
    (b"\x1b[229;1u", KeyCode::Char('\u{e5}'), NONE),
    (b"\x1b[97;1:1u", KeyCode::Char('a'), NONE),
    // Caps Lock and Num Lock are no modifiers
    (b"\x1b[113;129u", KeyCode::Char('q'), NONE),
    (b"\x1b[57399u", KeyCode::Char('0'), NONE),
    (b"\x1b[57408;129u", KeyCode::Char('9'), NONE),
    (b"\x1b[57409u", KeyCode::Char('.'), NONE),
    (b"\x1b[57412u", KeyCode::Char('-'), NONE),
    (b"\x1b[57413u", KeyCode::Char('+'), NONE),
    (b"\x1b[57414u", KeyCode::Enter, NONE),
    (b"\x1b[57417u", KeyCode::Left, NONE),
    (b"\x1b[57420u", KeyCode::Down, NONE),
    (b"\x1b[57426u", KeyCode::Delete, NONE),
    (b"\x1b[57376u", KeyCode::F(13), NONE),
];

/// What a terminal says of itself, asked or not: none of it is a key.
const ANSWERS: &[&[u8]] = &[
    b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]11;rgb:ffff/ffff/ffff\x07",
    b"\x1b]10;rgb:0000/0000/0000\x1b\\",
    b"\x1b]4;1;rgb:dddd/0000/0000\x1b\\",
    b"\x1b]52;c;cGVqbCBkZGQrKys=\x07",
    b"\x1b]lqd+x\x1b\\",
    b"\x1bP>|xterm(388)\x1b\\",
    b"\x1bP1$r0m\x1b\\",
    b"\x1bP1+r544e=787465726d\x1b\\",
    b"\x1bP\x03qqd\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
    b"\x1b^dddq\x1b\\",
    b"\x1bX+++q\x1b\\",
    b"\x1b[?1;2c",
    b"\x1b[>41;388;0c",
    b"\x1b[=1c",
    b"\x1b[24;80R",
    b"\x1b[?24;80R",
    b"\x1b[0n",
    b"\x1b[?997;1n",
    b"\x1b[?997;2n",
    b"\x1b[?2026;2$y",
    b"\x1b[4;2$y",
    b"\x1b[?1u",
    b"\x1b[8;36;120t",
    b"\x1b[4;720;1200t",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[48;36;120;720;1200t",
];

/// Keys that were let go, keys that are none, and sequences that are broken.
const NOTHING: &[&[u8]] = &[
    b"\x1b[97;1:3u",
    b"\x1b[1;1:3A",
    b"\x1b[3;1:3~",
    b"\x1b[57441;2u",
    b"\x1b[57358u",
    b"\x1b[99~",
    b"\x1b[~",
    b"\x1b[99999999999999~",
    b"\x1b[?1A",
    b"\x1b[1 A",
    b"\x1bOz",
    b"\xff",
    b"\xc2\x9b",
    b"\x1b[201~",
    b"\x1b\\",
    b"\x1b[<0;1M",
    b"\x1b[<128;1;1M",
];

/// Units that do not end.
const UNENDED: &[&[u8]] = &[
    b"\x1b[",
    b"\x1b[[",
    b"\x1b[12;",
    b"\x1b[<0;11",
    b"\x1b[M",
    b"\x1b[M  ",
    b"\x1bO",
    b"\x1bO5",
    b"\x1b]",
    b"\x1b]11;",
    b"\x1b]11;rgb:ffff/ffff/ffff\x1b",
    b"\x1bP",
    b"\x1bP1$r0m",
    b"\x1b_Gi=31",
    b"\x1b^",
    b"\x1bXddd",
    b"\xc3",
    b"\xf0\x9f",
];

/// Splits bytes in two at every place.
fn splits(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    (0..=bytes.len()).map(|at| bytes.split_at(at))
}

#[test]
fn every_way_a_terminal_sends_a_key_is_understood() {
    for (bytes, code, modifiers) in KEYS {
        assert_eq!(
            pressed(bytes),
            [(*code, *modifiers)],
            "{:?}",
            bytes.escape_ascii()
        );
    }
}

#[test]
fn a_key_is_the_same_wherever_it_is_cut() {
    for (bytes, ..) in KEYS {
        let whole = events(bytes);
        for (head, tail) in splits(bytes) {
            assert_eq!(reads(&[head, tail]), whole, "{:?}", head.escape_ascii());
        }
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        assert_eq!(reads(&single), whole, "{:?}", bytes.escape_ascii());
        assert_eq!(
            events(&bytes.repeat(2)),
            [whole.clone(), whole].concat(),
            "{:?}",
            bytes.escape_ascii()
        );
    }
}

#[test]
fn what_the_terminal_says_is_never_a_key_however_it_is_cut() {
    let unheard = |event: &InputEvent| !matches!(event, InputEvent::Osc(_) | InputEvent::Answer(_));
    for bytes in ANSWERS.iter().chain(NOTHING) {
        let said = |events: Vec<InputEvent>| events.into_iter().filter(unheard).collect::<Vec<_>>();
        for (head, tail) in splits(bytes) {
            let got = said(reads(&[head, tail, bytes, b"+"]));
            assert_eq!(got, [char('+')], "{:?}", head.escape_ascii());
        }
        let single: Vec<&[u8]> = bytes.chunks(1).chain([b"+".as_slice()]).collect();
        assert_eq!(said(reads(&single)), [char('+')], "{:?}", bytes.escape_ascii());
    }
}

#[test]
fn the_rest_of_an_answer_that_comes_late_in_one_piece_is_no_key_either() {
    for bytes in ANSWERS {
        for (head, tail) in splits(bytes) {
            // a single byte may be a key, and a Ctrl+C before a silence is one
            let is_key = tail.len() < 2 && tail != b"\\";
            if head.is_empty() || is_key || head.ends_with(b"\x03") {
                continue;
            }
            let mut input = Input::default();
            let events = input.read(head).quiet().read(tail).read(b"+").silence().events();
            let keys: Vec<_> = events
                .into_iter()
                .filter(|event| matches!(event, InputEvent::Key(_)))
                .collect();
            // a lone ESC was the key before more came
            let before = if head == b"\x1b" {
                vec![escape()]
            } else {
                Vec::new()
            };
            assert_eq!(
                keys,
                [before, vec![char('+')]].concat(),
                "{:?}",
                head.escape_ascii()
            );
        }
    }
}

#[test]
fn an_answer_reaches_whoever_asked_whole() {
    let command = || InputEvent::Osc("11;rgb:ffff/8080/0000".into());
    for bytes in [
        b"\x1b]11;rgb:ffff/8080/0000\x1b\\".as_slice(),
        b"\x1b]11;rgb:ffff/8080/0000\x07",
    ] {
        assert_eq!(events(bytes), [command()]);
        assert_eq!(events(&bytes.repeat(3)), [command(), command(), command()]);
        for (head, tail) in splits(bytes) {
            assert_eq!(reads(&[head, tail]), [command()]);
        }
    }
}

#[test]
fn keys_after_a_unit_that_never_ends_are_keys_after_a_silence() {
    for bytes in UNENDED {
        for (key, ..) in KEYS {
            let mut input = Input::default();
            let before = input.read(bytes).silence().events();
            assert_eq!(before, [], "{:?}", bytes.escape_ascii());
            let after = input.read(key).silence().events();
            assert_eq!(
                after,
                events(key),
                "{:?} {:?}",
                bytes.escape_ascii(),
                key.escape_ascii()
            );
        }
    }
}

#[test]
fn ctrl_c_gets_through_whatever_came_before_it() {
    let unended = UNENDED.iter().copied();
    let answers = ANSWERS
        .iter()
        .flat_map(|bytes| splits(bytes).map(|(head, _)| head));
    let pastes = [b"\x1b[200~".as_slice(), b"\x1b[200~abc\x1b[20"];
    for bytes in unended.chain(answers).chain(pastes) {
        for ctrl_c in [
            b"\x03\x03".as_slice(),
            b"\x1b[99;5u\x1b[99;5u",
            b"\x1b[27;5;99~\x1b[27;5;99~",
        ] {
            // in a paste only the control code itself is told apart
            if bytes.starts_with(b"\x1b[200~") && ctrl_c.len() > 2 {
                continue;
            }
            let at_once = events(&[bytes, ctrl_c].concat());
            assert!(
                at_once.ends_with(&[interrupt(), interrupt()]),
                "{:?}",
                bytes.escape_ascii()
            );
            let mut input = Input::default();
            let later = input.read(bytes).silence().read(ctrl_c).silence().events();
            assert!(
                later.ends_with(&[interrupt(), interrupt()]),
                "{:?}",
                bytes.escape_ascii()
            );
        }
    }
}

#[test]
fn a_megabyte_of_one_unit_is_no_key_and_holds_little_memory() {
    let megabyte = |byte: u8| vec![byte; 1 << 20];
    for (head, filling, end) in [
        (b"\x1b]11;".as_slice(), b'd', b"\x1b\\".as_slice()),
        (b"\x1b]11;", b'd', b"\x07"),
        (b"\x1bP", b'd', b"\x1b\\"),
        (b"\x1b_", b'+', b"\x1b\\"),
        (b"\x1b^", b'+', b"\x1b\\"),
        (b"\x1bX", b'+', b"\x1b\\"),
        (b"\x1b[", b'1', b"A"),
        (b"\x1b[1;", b';', b"~"),
    ] {
        let mut input = Input::default();
        input.read(head).read(&megabyte(filling));
        assert!(input.tokenizer.held() <= 4096, "{:?}", head.escape_ascii());
        assert_eq!(input.read(end).read(b"+").silence().events(), [char('+')]);
        // without an end
        input.read(head).read(&megabyte(filling)).read(b"\x03");
        assert_eq!(
            input.silence().events(),
            [interrupt()],
            "{:?}",
            head.escape_ascii()
        );
    }
}

#[test]
fn a_paste_is_one_event_whatever_is_in_it() {
    let paste = b"\x1b[200~q\x1b[A\r\n\x03d\x1b]11;?\x1b\\\x1b[200~\x1b[201~";
    let text = InputEvent::Paste("q\x1b[A\r\n\x03d\x1b]11;?\x1b\\\x1b[200~".into());
    for (head, tail) in splits(paste) {
        assert_eq!(
            reads(&[b"a", head, tail, b"b"]),
            [char('a'), text.clone(), char('b')]
        );
    }
}

#[test]
fn a_paste_that_never_ends_ends_by_time() {
    let mut input = Input::default();
    input.read(b"\x1b[200~abc").silence();
    assert_eq!(input.events(), [InputEvent::Paste("abc".into())]);
    assert_eq!(input.read(b"q").silence().events(), [char('q')]);
}

#[test]
fn what_comes_late_of_a_paste_or_a_string_is_no_key() {
    let long = "d".repeat(1000);
    let mut input = Input::default();
    input
        .read(b"\x1b[200~abc")
        .silence()
        .read(long.as_bytes())
        .silence();
    input.read(b"dd\x1b[201~q").silence();
    let pasted = |text: &str| InputEvent::Paste(text.into());
    assert_eq!(
        input.events(),
        [pasted("abc"), pasted(&long), pasted("dd"), char('q')]
    );
    input.read(b"\x1b]11;").silence().read(long.as_bytes()).silence();
    input.read(b"dd\x1b\\q").silence();
    // longer than what is kept would be, were it whole
    let [InputEvent::Osc(_), last] = &input.events()[..] else {
        panic!();
    };
    assert_eq!(*last, char('q'));
}

#[test]
fn of_a_paste_without_measure_a_megabyte_is_kept_and_the_rest_is_no_key() {
    let mut input = Input::default();
    input.read(b"\x1b[200~");
    for _ in 0..4 {
        input.read(&vec![b'd'; 1 << 20]);
        assert!(input.tokenizer.held() <= 1 << 20);
    }
    let events = input.read(b"\x1b[201~q").silence().events();
    let [InputEvent::Paste(text), last] = &events[..] else {
        panic!("{} events", events.len());
    };
    assert_eq!(text.len(), 1 << 20);
    assert_eq!(*last, char('q'));
}

#[test]
fn a_lone_escape_is_the_key_after_a_silence_and_only_then() {
    let mut input = Input::default();
    assert_eq!(input.read(b"\x1b").events(), []);
    assert_eq!(input.quiet().events(), [escape()]);
    assert_eq!(input.silence().read(b"q").silence().events(), [char('q')]);
    // what comes in one read is two keys
    for (bytes, second) in [
        (b"\x1b\x03".as_slice(), interrupt()),
        (b"\x1bq", char('q')),
        (b"\x1b\r", InputEvent::Key(KeyCode::Enter.into())),
        (b"\x1b\x1b", escape()),
    ] {
        assert_eq!(events(bytes), [escape(), second], "{:?}", bytes.escape_ascii());
    }
}

#[test]
fn alt_and_an_introducer_typed_by_hand_is_nothing() {
    for introducer in b"[]P_^XO" {
        let mut input = Input::default();
        assert_eq!(input.read(&[0x1b, *introducer]).silence().events(), []);
        assert_eq!(input.read(b"+").silence().events(), [char('+')]);
    }
}

#[test]
fn keys_that_come_together_are_all_there() {
    let codes: Vec<KeyCode> = pressed(b"+\x1b[A\x1b\x1b[Bq")
        .into_iter()
        .map(|key| key.0)
        .collect();
    let plus = KeyCode::Char('+');
    assert_eq!(
        codes,
        [plus, KeyCode::Up, KeyCode::Esc, KeyCode::Down, KeyCode::Char('q')]
    );
}

#[test]
fn a_key_that_repeats_is_told_so() {
    for bytes in [b"\x1b[97;1:2u".as_slice(), b"\x1b[1;1:2A"] {
        assert!(matches!(
            events(bytes)[..],
            [InputEvent::Key(KeyEvent {
                kind: KeyEventKind::Repeat,
                ..
            })]
        ));
    }
}

#[test]
fn what_is_unknown_is_left_out_and_nothing_after_it() {
    let broken = [
        b"\xc3(".as_slice(),
        b"\x1b[12\x1b[",
        b"\x1b[[\x1b[",
        b"\x1b]11;\x1b[",
        b"\x1b[M\x1b[",
    ];
    for unknown in NOTHING.iter().chain(ANSWERS).copied().chain(broken) {
        let last = events(&[unknown, b"\x1b[Aq"].concat()).pop();
        assert_eq!(last, Some(char('q')), "{:?}", unknown.escape_ascii());
    }
}

#[test]
fn the_mouse_is_told_of_in_both_forms() {
    let mouse = |bytes| match events(bytes)[..] {
        [InputEvent::Mouse(mouse)] => (mouse.kind, mouse.column, mouse.row, mouse.modifiers),
        ref other => panic!("{other:?}"),
    };
    let left = MouseButton::Left;
    assert_eq!(mouse(b"\x1b[<0;11;6M"), (MouseEventKind::Down(left), 10, 5, NONE));
    assert_eq!(mouse(b"\x1b[<0;11;6m"), (MouseEventKind::Up(left), 10, 5, NONE));
    assert_eq!(
        mouse(b"\x1b[<48;300;6M"),
        (MouseEventKind::Drag(left), 299, 5, CONTROL)
    );
    assert_eq!(mouse(b"\x1b[<35;1;1M"), (MouseEventKind::Moved, 0, 0, NONE));
    assert_eq!(mouse(b"\x1b[<64;1;1M"), (MouseEventKind::ScrollUp, 0, 0, NONE));
    assert_eq!(mouse(b"\x1b[<65;1;1M"), (MouseEventKind::ScrollDown, 0, 0, NONE));
    assert_eq!(mouse(b"\x1b[M !!"), (MouseEventKind::Down(left), 0, 0, NONE));
    assert_eq!(mouse(b"\x1b[M#!!"), (MouseEventKind::Up(left), 0, 0, NONE));
}

/// Bytes of which many begin, end or break a unit.
fn junk() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![
        4 => prop::sample::select(b"\x1b[]OP_^X\\\x07<;:~AMmu0125abZ\xc3\xa6 \r\x03".to_vec()),
        1 => any::<u8>(),
    ];
    let piece = prop_oneof![
        4 => byte.prop_map(|byte| vec![byte]),
        1 => Just(b"\x1b[200~".to_vec()),
        1 => Just(b"\x1b[201~".to_vec()),
    ];
    prop::collection::vec(piece, 0..48).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn it_makes_no_difference_where_bytes_are_cut(bytes in junk(), cut in any::<prop::sample::Index>()) {
        let (head, tail) = bytes.split_at(cut.index(bytes.len() + 1));
        prop_assert_eq!(reads(&[head, tail]), events(&bytes));
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        prop_assert_eq!(reads(&single), events(&bytes));
    }

    #[test]
    fn after_any_bytes_and_a_silence_a_key_is_that_key(bytes in junk(), key in prop::sample::select(KEYS)) {
        let mut input = Input::default();
        input.read(&bytes).silence().events();
        prop_assert_eq!(input.read(key.0).silence().events(), events(key.0));
    }

    #[test]
    fn after_any_bytes_ctrl_c_gets_through_at_once(bytes in junk()) {
        let last = events(&[bytes, b"\x03\x03".to_vec()].concat());
        prop_assert!(last.ends_with(&[interrupt(), interrupt()]));
    }
}
