//! What the table of bindings promises, and what own keys do to it.

use super::*;
use std::collections::HashSet;

#[test]
fn every_key_in_the_table_is_a_key_and_is_written_as_it_is_read() {
    for key in TABLE
        .iter()
        .flat_map(|line| line.actions)
        .flat_map(|(_, keys)| keys.iter())
    {
        let parsed = Key::parse(key).unwrap_or_else(|_| panic!("{key}"));
        assert_eq!(Key::pressed(parsed.event()), parsed, "{key}");
        assert_eq!(Key::parse(&parsed.to_string()), Ok(parsed), "as it is shown");
        assert_eq!(
            Key::parse(&parsed.written()),
            Ok(parsed),
            "as the config writes it"
        );
    }
}

fn keys(names: &[&str]) -> Vec<Key> {
    names.iter().map(|name| Key::parse(name).unwrap()).collect()
}

#[test]
fn an_own_key_takes_the_place_of_the_key_and_is_what_is_shown() {
    let keymap = Keymap::with(&[(Rose, keys(&["æ", "F6"]))]).unwrap();
    let action = |key: &str| keymap.action(Home, Key::parse(key).unwrap());
    assert_eq!(
        (action("æ"), action("F6"), action("o")),
        (Some(Rose), Some(Rose), None)
    );
    assert_eq!(keymap.key_of(Rose), Key::parse("æ").ok());
    let row = keymap.rows().iter().find(|row| row.actions[0].0 == Rose).unwrap();
    assert_eq!(row.first_keys().collect::<Vec<_>>(), keys(&["æ"]));
}

#[test]
fn a_key_that_an_action_has_in_one_place_only_stays_there() {
    let keymap = Keymap::with(&[(TurnUp, keys(&["ø"]))]).unwrap();
    let action = |scope, key: &str| keymap.action(scope, Key::parse(key).unwrap());
    assert_eq!(action(Mark, "Up"), Some(TurnUp));
    assert_eq!(action(Mark, "+"), None);
    assert_eq!(action(Home, "ø"), Some(TurnUp));
    assert_eq!(action(Home, "Up"), Some(Up));
}

#[test]
fn a_letter_that_a_list_beside_a_text_cannot_have_is_exchanged_all_the_same() {
    assert_eq!(Keymap::default().own_keys(Up), keys(&["Up", "k"]));
    let keymap = Keymap::with(&[(Up, keys(&["æ"]))]).unwrap();
    let action = |scope, key: &str| keymap.action(scope, Key::parse(key).unwrap());
    assert_eq!((action(Home, "k"), action(Home, "æ")), (None, Some(Up)));
    assert_eq!(
        (action(Scope::Search, "Up"), action(Scope::Search, "æ")),
        (Some(Up), None)
    );
}

#[test]
fn a_key_with_two_meanings_in_one_place_is_a_clash() {
    let clash = Keymap::with(&[(Rose, keys(&["v"]))]).unwrap_err();
    assert_eq!((clash.action, clash.other, clash.scope), (Rose, Levels, Home));
    let clash = Keymap::with(&[(Undo, keys(&["i"]))]).unwrap_err();
    assert_eq!(
        (clash.action, clash.other),
        (Undo, Foreword),
        "everywhere and in one place"
    );
    let clash = Keymap::with(&[(Rose, keys(&["Ctrl+C"]))]).unwrap_err();
    assert_eq!(clash.other, Interrupt);
    assert!(
        Keymap::with(&[(Rose, keys(&["v"])), (Levels, keys(&["o"]))]).is_ok(),
        "two that change places"
    );
    assert!(Keymap::with(&[(Order, keys(&["i"]))]).is_err());
    assert!(Keymap::with(&[(Order, keys(&["1"]))]).is_ok(), "another place");
}

#[test]
fn a_letter_is_no_key_where_a_text_is_written() {
    let keymap = Keymap::with(&[(Leave, keys(&["x"])), (Keep, keys(&["x", "Ctrl+X"]))]).unwrap();
    let action = |scope, key: &str| keymap.action(scope, Key::parse(key).unwrap());
    assert_eq!(action(Prompt, "x"), None);
    assert_eq!(action(Prompt, "Esc"), Some(Leave), "it keeps the key it has");
    assert_eq!(action(Prompt, "Ctrl+X"), Some(Keep));
}

#[test]
fn no_key_has_two_meanings_in_one_place() {
    let mut seen = HashSet::new();
    for (scope, key, action) in Keymap::default().bindings.iter().copied() {
        assert!(
            seen.insert((scope, key)),
            "{key} in {scope:?} is bound again, to {action:?}"
        );
    }
}

#[test]
fn every_action_has_a_line_and_a_name_in_both_languages_and_a_key_unless_the_palette_is_its_place() {
    let keymap = Keymap::default();
    let bound: HashSet<Action> = keymap.bindings.iter().map(|(.., action)| *action).collect();
    for action in Action::ALL {
        assert!(keymap.rows.iter().any(|row| row.has(*action)), "{action:?}");
        assert!(
            bound.contains(action) != matches!(action, Welcome | Glyphs),
            "{action:?}"
        );
        for lang in [crate::text::Lang::Da, crate::text::Lang::En] {
            assert!(!action.name(lang.text()).is_empty(), "{action:?}");
        }
    }
    assert!(bound.iter().all(|action| Action::ALL.contains(action)));
}
