use super::*;

fn read(text: &str) -> Document<'_> {
    parse(text.as_bytes(), Limits::FILE).unwrap()
}

/// Line, column, path and kind of the first fault.
fn fault(bytes: impl AsRef<[u8]>) -> (u32, u32, String, SyntaxErrorKind) {
    let error = parse(bytes.as_ref(), Limits::FILE).unwrap_err();
    (
        error.place.line,
        error.place.column,
        error.path.to_string(),
        error.kind,
    )
}

fn unexpected(found: char, expected: Expected) -> SyntaxErrorKind {
    SyntaxErrorKind::Unexpected { found, expected }
}

#[test]
fn every_value_knows_its_line_and_column_in_characters() {
    let root = read("{\r\n  \"æøå\": [1,\t\"é\", {}],\n\"b\":null}").root;
    let place = |node: &Node| (node.place.line, node.place.column);
    assert_eq!(place(&root), (1, 1));
    let list = root.get("æøå").unwrap();
    assert_eq!(place(list), (2, 10));
    let Value::Array(items) = &list.value else {
        panic!()
    };
    assert_eq!(
        items.iter().map(place).collect::<Vec<_>>(),
        [(2, 11), (2, 14), (2, 19)]
    );
    assert_eq!(place(root.get("b").unwrap()), (3, 5));
}

#[test]
fn the_items_of_one_array_are_handed_over_as_they_stand_and_no_other_ones() {
    let text = "{ \"list\": [1, {\"list\": [2]}], \"in\": {\"list\": [3]}, \"list\": [4] }";
    let whole = read(text).root;
    let mut taken = Vec::new();
    let kept = parse_each(text.as_bytes(), Limits::FILE, "list", &mut |at, node| {
        taken.push((at, node))
    });
    let kept = kept.unwrap();
    let Value::Object(members) = &whole.value else {
        panic!()
    };
    let items = |at: usize| match &members[at].node.value {
        Value::Array(items) => items.iter().cloned().enumerate(),
        value => panic!("{value:?}"),
    };
    assert_eq!(taken, items(0).chain(items(2)).collect::<Vec<_>>());
    let Value::Object(rest) = &kept.root.value else {
        panic!()
    };
    assert_eq!(rest[1], members[1]);
    for emptied in [0, 2] {
        assert_eq!(rest[emptied].node.place, members[emptied].node.place);
        assert_eq!(rest[emptied].node.value, Value::Array(Vec::new()));
    }
    assert_eq!(kept.duplicates.len(), 1);
}

#[test]
fn numbers_keep_every_digit_they_were_written_with() {
    for digits in [
        "0",
        "-0",
        "123456789012345678901234567890",
        "1.50",
        "-2E+10",
        "1e5",
        "0.1e-999",
    ] {
        let root = read(digits).root;
        assert_eq!(root.value, Value::Number(digits));
        assert_eq!(serde_json::Value::from(&root).to_string(), digits);
    }
}

#[test]
fn what_is_no_number_is_refused() {
    for digits in [
        "01", "-", "1.", ".5", "+1", "1e", "1e+", "0x10", "1.2.3", "--1", "NaN", "1_000", "-a",
    ] {
        assert!(parse(digits.as_bytes(), Limits::FILE).is_err(), "{digits}");
    }
    assert_eq!(fault("[1, 01]"), (1, 5, "[1]".into(), SyntaxErrorKind::BadNumber));
}

#[test]
fn escapes_are_undone_and_half_a_surrogate_pair_is_refused() {
    let text = r#""\"\\\/\b\f\n\r\t\u00e6\uD83D\uDE00é""#;
    assert_eq!(
        read(text).root.value,
        Value::String("\"\\/\u{8}\u{c}\n\r\tæ😀é".into())
    );
    for text in [
        r#""\uD83D""#,
        r#""\uDE00""#,
        r#""\uD83D\u0041""#,
        r#""\uD83Dx""#,
        r#""\x""#,
        r#""\u12G4""#,
        r#""\u12"#,
    ] {
        assert_eq!(
            fault(text),
            (1, 2, String::new(), SyntaxErrorKind::BadEscape),
            "{text}"
        );
    }
}

#[test]
fn a_line_break_within_a_string_is_refused_where_it_stands() {
    assert_eq!(
        fault("[\"ab\ncd\"]"),
        (1, 5, "[0]".into(), SyntaxErrorKind::ControlInString)
    );
    let control = parse(b"\"\x1F\"", Limits::FILE);
    assert!(control.is_err(), "the last control character that JSON forbids");
    assert!(parse(b"\"\x20\x7F\"", Limits::FILE).is_ok());
}

#[test]
fn every_repeated_key_is_reported_with_its_place_and_path_and_the_first_is_read() {
    let document = read("{\"a\": 1, \"b\": [{\"c\": 1, \"c\": 2}],\n \"\\u0061\": 3, \"a\": 4}");
    let listed: Vec<_> = document
        .duplicates
        .iter()
        .map(|d| (d.place.line, d.place.column, d.path.as_str()))
        .collect();
    assert_eq!(listed, [(1, 25, "b[0].c"), (2, 2, "a"), (2, 15, "a")]);
    assert_eq!(document.root.get("a").unwrap().value, Value::Number("1"));
    assert_eq!(serde_json::Value::from(&document.root)["a"], 1);
}

#[test]
fn members_keep_their_order_on_the_way_to_serde_json() {
    let text = r#"{"z":1,"a":{"y":[true,false,null,"x"],"b":{}}}"#;
    assert_eq!(serde_json::Value::from(&read(text).root).to_string(), text);
}

#[test]
fn a_syntax_error_names_the_character_what_was_wanted_and_the_value_it_was_in() {
    use Expected::*;
    let cases: &[(&str, u32, u32, &str, SyntaxErrorKind)] = &[
        ("", 1, 1, "", SyntaxErrorKind::UnexpectedEnd),
        (" \n ", 2, 2, "", SyntaxErrorKind::UnexpectedEnd),
        ("[1,]", 1, 4, "[1]", unexpected(']', Value)),
        ("[1 2]", 1, 4, "", unexpected('2', CommaOrBracket)),
        ("[1", 1, 3, "", SyntaxErrorKind::UnexpectedEnd),
        ("{\"a\": 1,}", 1, 9, "", unexpected('}', Key)),
        ("{a: 1}", 1, 2, "", unexpected('a', Key)),
        ("{\"a\" 1}", 1, 6, "a", unexpected('1', Colon)),
        ("{\"a\": 1 \"b\": 2}", 1, 9, "", unexpected('"', CommaOrBrace)),
        (
            "{\"a\":\n [{\"b\": tru}]}",
            2,
            9,
            "a[0].b",
            unexpected('t', Value),
        ),
        ("{\"a\": nul", 1, 7, "a", SyntaxErrorKind::UnexpectedEnd),
        ("{\"a\": \"x", 1, 9, "a", SyntaxErrorKind::UnexpectedEnd),
        ("{} // done", 1, 4, "", unexpected('/', End)),
        ("1 2", 1, 3, "", unexpected('2', End)),
        ("{\"\u{1b}[2J \": x}", 1, 3, "", SyntaxErrorKind::ControlInString),
        (
            "{\"\\u001b[2J\": x}",
            1,
            15,
            "[\"\\u{1b}[2J\"]",
            unexpected('x', Value),
        ),
    ];
    for (text, line, column, path, kind) in cases {
        assert_eq!(fault(text), (*line, *column, (*path).into(), *kind), "{text:?}");
    }
}

#[test]
fn what_is_not_utf_8_is_refused_at_its_first_bad_byte() {
    assert_eq!(
        fault(b"{\n \"\xC3\xA6\": \"\xE6\"}"),
        (2, 8, String::new(), SyntaxErrorKind::NotUtf8)
    );
    assert_eq!(
        fault(b"\xFF\xFE{\0}\0"),
        (1, 1, String::new(), SyntaxErrorKind::NotUtf8)
    );
}

#[test]
fn a_byte_order_mark_is_refused_by_name() {
    assert_eq!(
        fault("\u{feff}{}"),
        (1, 1, String::new(), SyntaxErrorKind::ByteOrderMark)
    );
}

#[test]
fn depth_and_size_are_accepted_up_to_their_limits_and_refused_beyond() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(parse(nested(32).as_bytes(), Limits::FILE).is_ok());
    assert_eq!(
        fault(nested(33)),
        (1, 33, "[0]".repeat(32), SyntaxErrorKind::TooDeep { limit: 32 })
    );
    assert_eq!(
        fault("[".repeat(1_000_000)).3,
        SyntaxErrorKind::TooDeep { limit: 32 }
    );
    // Depth is how far inside, not how many.
    assert!(parse(format!("[{}[]]", "[],".repeat(1000)).as_bytes(), Limits::FILE).is_ok());
    let filled = |bytes: usize| format!("\"{}\"", "x".repeat(bytes - 2));
    assert!(parse(filled(1024 * 1024).as_bytes(), Limits::FILE).is_ok());
    let limit = 1024 * 1024;
    assert_eq!(
        fault(filled(limit + 1)),
        (1, 1, String::new(), SyntaxErrorKind::TooLarge { limit })
    );
}

#[test]
fn a_stranger_s_keys_make_no_path_long_or_dangerous() {
    let path = Path::default()
        .key("fields")
        .index(3)
        .key("a b")
        .key("")
        .key("\u{202e}")
        .key("ø-1_a");
    assert_eq!(path.as_str(), "fields[3][\"a b\"][\"\"][\"\\u{202e}\"].ø-1_a");
    let long = Path::default().key(&"k".repeat(100_000));
    assert_eq!(long.as_str(), "k".repeat(40) + "…");
    let many = format!("{{{}\"k\":0}}", "\"k\":0,".repeat(100_000));
    assert_eq!(read(&many).duplicates.len(), DUPLICATES_LISTED);
}

#[test]
fn a_string_ends_at_the_first_byte_that_does_not_stand_for_itself_wherever_it_lies() {
    for byte in 0..=u8::MAX {
        let special = byte < 0x20 || byte == b'"' || byte == b'\\';
        for at in 0..20 {
            for around in [b'a', b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xa2, 0xdc, 0xff] {
                let mut bytes = [around; 20];
                bytes[at] = byte;
                assert_eq!(
                    plain(&bytes),
                    if special { at } else { 20 },
                    "{byte} at {at} among {around}"
                );
            }
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_bytes_give_a_value_or_an_error(bytes: Vec<u8>) {
        let _ = parse(&bytes, Limits::FILE);
    }

    #[test]
    fn anything_like_json_gives_a_value_or_an_error(text in r#"[\[\]{}",:\\u0-9eE+.tfn a-]{0,60}"#) {
        let ours = parse(text.as_bytes(), Limits::FILE);
        let theirs = serde_json::from_str::<serde_json::Value>(&text);
        proptest::prop_assert_eq!(ours.is_ok(), theirs.is_ok(), "{}", text);
    }

    #[test]
    fn what_serde_json_writes_is_read_back_the_same(keys: Vec<String>, words: Vec<String>, number: i64) {
        let object: serde_json::Map<_, _> =
            keys.into_iter().map(|key| (key, serde_json::json!([words, number, null, true]))).collect();
        let value = serde_json::Value::Object(object);
        let text = serde_json::to_string_pretty(&value).unwrap();
        let document = read(&text);
        proptest::prop_assert_eq!(serde_json::Value::from(&document.root), value);
        proptest::prop_assert!(document.duplicates.is_empty());
    }
}
