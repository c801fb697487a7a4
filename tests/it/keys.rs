//! Every key does what it is documented to do: the table of bindings is typed in key by key, and the keys that fingers
//! rely on are checked one by one against what must happen.

use crate::common::Driver;
use pejl::{
    app::{
        action::Action,
        keymap::{Key, Keymap, Scope},
    },
    core::{
        dial::DialValue,
        framework::Framework,
        merge::{Merging, Source},
        profile::{Edit, Profile},
        team::Team,
    },
    terminal::{Event, Flow},
    text::Lang,
    ui::theme::Depth,
};
use ratatui_dial::Marker;
use std::{collections::HashSet, time::Instant};

/// The keys that lead from home to a place of each kind, in a state where most keys can be seen to do something.
fn way(scope: Scope) -> &'static str {
    match scope {
        Scope::Home | Scope::Everywhere => "2 + + u",
        Scope::Field => "2 + Enter Right + + u",
        Scope::Mark => "2 Enter Right Enter + + u",
        Scope::Levels => "2 + + u v Down PgDn",
        Scope::Rose => "2 + + u o",
        Scope::Monthly => "s e n Enter 2 + + u Space Down",
        Scope::MonthlyMark => "s e n Enter 2 + + u Space Right Right + + u",
        Scope::Reading => "i PgDn",
        Scope::Note => "2 Enter Enter n a b",
        Scope::Prompt => "s a b",
        Scope::Search => "2 + + u f",
        Scope::Commands => "2 + + u : Down Down",
        Scope::Bearings => "s e n Enter Esc 2 + s t o Enter Esc + + u b Down",
        Scope::Bearing => "s e n Enter Esc 2 + s t o Enter Esc s t r e Enter Esc + + u b Down Enter",
        Scope::Compare => "s e n Enter Esc 2 + s t o Enter Esc + + u c Left",
        Scope::Decisions => "2 + + u d n e n Esc n t o Esc Esc Down",
        Scope::Decision => "2 + + u d n e n Esc",
        Scope::Settings => "2 + + u , Down",
        Scope::Profiles => "2 + + u p Down",
        Scope::Team => "t Down",
        Scope::Present => "t F5 Right Space",
        Scope::Agreement => "t F5 n a b",
        Scope::PresentEnd => "t F5 Space n a Esc Right Space Esc Down",
        Scope::TeamMark => "t Down Enter Right",
        Scope::Two => "t Tab Down Enter Down",
        Scope::Export => "2 + + u e Down",
        Scope::Welcome => ": v e l k o Enter",
        Scope::YourName => ": v e l k o Enter Enter a b",
        Scope::YourLevel => ": v e l k o Enter Enter Enter Enter Up",
        Scope::FirstDial => ": v e l k o Enter Enter Enter Enter Enter + + -",
        Scope::Mirror => "2 + + + 3 - - w Down",
        Scope::Merge => "2 + + u Enter Right + n M i n Esc Esc",
        Scope::Picks => "2 Enter Enter + + u m Down",
    }
}

fn at(scope: Scope) -> Driver {
    let mut driver = Driver::with(crate::common::app(Lang::Da, 60, 20), Depth::None, Marker::Ascii);
    // there are colleagues, already read
    driver.program.app.state.preferences.team = vec!["team".into()];
    driver.program.app.team_read(colleagues());
    for key in way(scope).split_whitespace() {
        // only where the way ends is there something to see
        driver
            .program
            .handle(event(Key::parse(key).unwrap()), Instant::now());
    }
    if scope == Scope::Merge {
        // the disk has another version, and there is none here: tests/flow_merge.rs
        let app = &mut driver.program.app;
        app.open_merge(Merging::new(another_version(app.state.profile()), Source::Open));
        // the second difference is a note that both have; one choice is another than what is suggested
        for key in ["Down", "Right"] {
            driver
                .program
                .handle(event(Key::parse(key).unwrap()), Instant::now());
        }
    }
    driver.send(Event::Continue);
    driver
}

/// Another version of a profile, which differs in three things.
fn another_version(profile: &Profile) -> Profile {
    let mut theirs = profile.clone();
    let value = DialValue::new(-3).unwrap();
    theirs.apply(Edit::Dials(vec![
        ("innovation".into(), value),
        ("evidens".into(), value),
    ]));
    theirs.apply(Edit::Note {
        mark: "innovation".into(),
        text: "Deres".into(),
    });
    theirs
}

/// Two leaders of different levels and units.
fn colleagues() -> Team {
    let leader = |name: &str, level, unit: &str, evidens| {
        let mut profile = Profile::new(name, "kalundborg-lsg", level);
        profile.unit = unit.into();
        let value = DialValue::new(evidens).unwrap();
        profile.apply(Edit::Dials(vec![("evidens".into(), value)]));
        (format!("{name}.json"), Ok(profile))
    };
    let leaders = [leader("Anna", 1, "Ældre", 3), leader("Bo", 2, "Børn", -2)];
    Team::new(&Framework::built_in(), leaders)
}

fn event(key: Key) -> Event {
    Event::Input(pejl::terminal::InputEvent::Key(key.event()))
}

/// Where bindings that hold everywhere are typed: wherever letters are no text.
fn places(scope: Scope) -> Vec<Scope> {
    match scope {
        Scope::Everywhere => Scope::ALL
            .iter()
            .copied()
            .filter(|place| *place != Scope::Everywhere)
            .collect(),
        own => vec![own],
    }
}

#[test]
fn the_ways_lead_where_they_say() {
    for scope in Scope::ALL.iter().filter(|scope| **scope != Scope::Everywhere) {
        assert_eq!(at(*scope).program.app.scope(), *scope);
    }
}

#[test]
fn every_key_of_the_table_does_its_action_and_nothing_else() {
    let keymap = Keymap::default();
    let mut checked = 0;
    let mut seen_to_act = HashSet::new();
    for row in keymap.rows() {
        for (action, keys) in &row.actions {
            for place in row.scopes.iter().copied().flat_map(places) {
                let mut by_name = at(place);
                let before = by_name.screen();
                by_name.act(*action);
                for key in keys {
                    let everywhere = row.scopes == [Scope::Everywhere];
                    if everywhere && keymap.action(place, *key) != Some(*action) {
                        // text there, or a key of that place
                        continue;
                    }
                    let mut by_key = at(place);
                    by_key.send(event(*key));
                    let said = format!("{key} in {place:?} is not {action:?}");
                    assert_eq!(by_key.screen(), by_name.screen(), "{said}");
                    let (own, other) = (&by_key.program.app, &by_name.program.app);
                    assert_eq!(
                        (own.scope(), own.state.cursor),
                        (other.scope(), other.state.cursor),
                        "{said}"
                    );
                    assert_eq!(own.state.profile(), other.state.profile(), "{said}");
                    assert_eq!(
                        (by_key.flow, &by_key.written),
                        (by_name.flow, &by_name.written),
                        "{said}"
                    );
                    checked += 1;
                }
                if by_name.screen() != before || by_name.flow != Flow::Go || !by_name.written.is_empty() {
                    seen_to_act.insert(*action);
                }
            }
        }
    }
    assert!(checked > 150, "{checked} keys were typed");
    let idle: Vec<&Action> = Action::ALL
        .iter()
        .filter(|action| match action {
            // reads the disk, and there is none here: tests/flow_team.rs
            Action::ReadAgain => false,
            // writes the disk: tests/flow_merge.rs
            Action::KeepMerged => false,
            // there are four fields here: tests/flow_other_framework.rs
            Action::GoField(5..) => false,
            action => !seen_to_act.contains(action),
        })
        .collect();
    assert!(
        idle.is_empty(),
        "{idle:?} changed nothing anywhere, so equal screens prove nothing"
    );
}

/// What a key must bring about.
#[derive(Clone, Copy)]
enum Then {
    /// The place that has the keys.
    At(Scope),
    /// The mark that is selected.
    Selects(&'static str),
    /// Where a dial stands.
    Value(&'static str, i8),
    /// What is on the screen.
    Shows(&'static str),
    /// What is not on the screen any more.
    Hides(&'static str),
    /// The program is left.
    Leaves,
    /// Nothing at all: not a byte for the terminal.
    Nothing,
}

/// What fingers rely on: the keys that came before, keys that all do the same, and what they do.
const PROMISES: &[(&str, &str, &[Then])] = {
    use Then::*;
    &[
        // arrows, and the letters under the right hand
        ("", "Right l", &[Selects("samskabelse"), At(Scope::Home)]),
        ("2", "Left h", &[Selects("arbejdsmiljoe")]),
        ("", "Down j", &[Selects("sikker-drift")]),
        ("3", "Up k", &[Selects("arbejdsmiljoe")]),
        ("", "Left h Up k", &[Nothing]),
        // without a folder it is asked for
        ("t Esc", "F5", &[At(Scope::Prompt)]),
        ("4", "Right l Down j", &[Nothing]),
        ("2 Enter", "Right l", &[Selects("innovation"), At(Scope::Field)]),
        ("2 Enter Right", "Left h", &[Selects("samskabelse")]),
        (
            "2 Enter Enter",
            "Right l",
            &[Selects("innovation"), At(Scope::Mark)],
        ),
        ("2 Enter Enter Right", "Left h", &[Selects("samskabelse")]),
        (
            "2 Enter Enter",
            "Up k + =",
            &[Value("samskabelse", 1), Shows("+1")],
        ),
        (
            "2 Enter Enter",
            "Down j -",
            &[Value("samskabelse", -1), Shows("−1")],
        ),
        // in and out
        ("2", "Enter", &[At(Scope::Field)]),
        ("2 Enter", "Enter", &[At(Scope::Mark)]),
        (
            "2 Enter Enter",
            "Esc Backspace",
            &[At(Scope::Field), Selects("samskabelse")],
        ),
        (
            "2 Enter",
            "Esc Backspace",
            &[At(Scope::Home), Selects("samskabelse")],
        ),
        ("", "Esc Backspace", &[Nothing]),
        // turning, on every screen
        (
            "2",
            "+ =",
            &[
                Value("samskabelse", 1),
                Value("innovation", 1),
                Value("relationer", 1),
                Value("evidens", 0),
            ],
        ),
        (
            "2",
            "-",
            &[
                Value("samskabelse", -1),
                Value("innovation", -1),
                Value("relationer", -1),
            ],
        ),
        (
            "2 +",
            "u Ctrl+Z",
            &[
                Value("samskabelse", 0),
                Value("innovation", 0),
                Value("relationer", 0),
            ],
        ),
        (
            "2 Enter",
            "+ =",
            &[Value("samskabelse", 1), Value("innovation", 0)],
        ),
        (
            "2 Enter",
            "-",
            &[Value("samskabelse", -1), Value("innovation", 0)],
        ),
        (
            "2 Enter v",
            "+ =",
            &[Value("samskabelse", 1), Value("innovation", 0)],
        ),
        ("2 o", "+ =", &[Value("samskabelse", 1), Value("innovation", 0)]),
        (
            "i",
            "+ =",
            &[Value("arbejdsmiljoe", 1), Shows("0 → +1"), At(Scope::Reading)],
        ),
        (
            "2 Enter Right ,",
            "-",
            &[Value("innovation", -1), Shows("Strategisk innovation 0 → −1")],
        ),
        (
            "2 Enter Right b",
            "+",
            &[Value("innovation", 1), Value("samskabelse", 0)],
        ),
        // the ends and the middle
        (
            "2 Enter Enter",
            "Home",
            &[Value("samskabelse", -5), Shows("i baggrunden")],
        ),
        (
            "2 Enter Enter",
            "End",
            &[Value("samskabelse", 5), Shows("i forgrunden")],
        ),
        ("2 Enter Enter End", "Home", &[Value("samskabelse", -5)]),
        (
            "2 Enter Enter + +",
            "0 Delete",
            &[Value("samskabelse", 0), Shows("i midten")],
        ),
        (
            "2 +",
            "0 Delete",
            &[Value("samskabelse", 0), Value("relationer", 0)],
        ),
        // a detent by its number, its negative by the same, and back
        (
            "2 Enter Enter",
            "1",
            &[Value("samskabelse", 1), Shows("skruet op")],
        ),
        ("2 Enter Enter", "4", &[Value("samskabelse", 4)]),
        ("2 Enter Enter 4", "4", &[Value("samskabelse", -4)]),
        ("2 Enter Enter 4 4", "4", &[Value("samskabelse", 4)]),
        ("2 Enter Enter 4 4", "5", &[Value("samskabelse", 5)]),
        ("2 Enter Enter 5 0", "3", &[Value("samskabelse", 3)]),
        // what does nothing says so in one line, and names the key that shows the others
        (
            "",
            "x F9",
            &[
                At(Scope::Home),
                Shows("Den tast gør ikke noget her. ? viser tasterne"),
            ],
        ),
        (
            "2 Enter Enter",
            "7 z",
            &[Value("samskabelse", 0), Shows("? viser tasterne")],
        ),
        ("z", "Right", &[Hides("viser tasterne")]),
        // by number, and through all
        ("3", "1", &[Selects("arbejdsmiljoe")]),
        ("", "2", &[Selects("samskabelse")]),
        ("", "3", &[Selects("sikker-drift")]),
        ("", "4", &[Selects("ressourceopbygning")]),
        (
            "4",
            "5 6 7 8 9",
            &[Selects("ressourceopbygning"), Shows("? viser tasterne")],
        ),
        ("", "Tab", &[Selects("samskabelse")]),
        ("4", "Tab", &[Selects("arbejdsmiljoe")]),
        ("", "Shift+Tab", &[Selects("ressourceopbygning")]),
        (
            "2 Enter Right Right",
            "Tab",
            &[Selects("sikker-drift"), At(Scope::Field)],
        ),
        ("2 Enter Enter", "Tab", &[Selects("innovation"), At(Scope::Mark)]),
        (
            "2 Enter Enter",
            "Shift+Tab",
            &[Selects("helhedsmaal"), At(Scope::Mark)],
        ),
        ("1 Enter Enter", "Shift+Tab", &[Selects("faellesskaber")]),
        // lists: first and last
        ("", "End", &[Selects("ressourceopbygning")]),
        ("4", "Home", &[Selects("arbejdsmiljoe")]),
        ("2 Enter", "End", &[Selects("relationer")]),
        ("2 Enter End", "Home", &[Selects("samskabelse")]),
        // scrolling
        ("i", "PgDn", &[Hides("Velkommen til Kalundborg")]),
        ("i PgDn", "PgUp Home", &[Shows("Velkommen til Kalundborg")]),
        ("i", "End", &[Shows("udfordringer.")]),
        ("i End", "Home", &[Shows("Velkommen til Kalundborg")]),
        (
            "v",
            "r",
            &[At(Scope::Levels), Shows("det, du har skruet mest op for, først")],
        ),
        // screens
        ("", "Space", &[At(Scope::Monthly), Shows("Månedens pejling")]),
        ("o", "Space", &[At(Scope::Monthly)]),
        (
            "Space",
            "Right l Tab",
            &[At(Scope::MonthlyMark), Shows("pejlemærke 1 af 12")],
        ),
        ("", "v", &[At(Scope::Levels), Shows("Niveau 2")]),
        ("", "o", &[At(Scope::Rose)]),
        ("", "i", &[At(Scope::Reading), Shows("Forord")]),
        ("", "? F1", &[At(Scope::Commands), Shows("Hjælp")]),
        ("", "f /", &[At(Scope::Search)]),
        ("", ": Ctrl+P", &[At(Scope::Commands)]),
        ("2 Enter", "n", &[At(Scope::Note)]),
        (
            "2 Enter Enter",
            "Enter n",
            &[At(Scope::Note), Shows("Hvilket behov?")],
        ),
        (
            "2 Enter Enter Right Right",
            "Right l",
            &[Selects("sikker-drift"), At(Scope::Mark)],
        ),
        (
            "2 Enter Enter",
            "Left h",
            &[Selects("helhedsmaal"), At(Scope::Mark)],
        ),
        ("", "s", &[At(Scope::Prompt)]),
        ("i", "s", &[At(Scope::Prompt)]),
        ("i", "v", &[At(Scope::Levels)]),
        ("i", "o", &[At(Scope::Rose)]),
        (",", "s", &[At(Scope::Prompt)]),
        ("p", "s", &[At(Scope::Prompt)]),
        ("2 Enter Enter m", "s", &[At(Scope::Prompt)]),
        ("o", "v", &[At(Scope::Levels)]),
        ("b", "o", &[At(Scope::Rose)]),
        ("", "b", &[At(Scope::Bearings)]),
        ("s Enter 2 +", "c", &[At(Scope::Compare)]),
        ("", "d", &[At(Scope::Decisions)]),
        ("", ",", &[At(Scope::Settings)]),
        // bearings and decisions
        ("", "p", &[At(Scope::Profiles)]),
        ("", "A B C", &[Shows("kun én udgave")]),
        ("", "e", &[At(Scope::Export), Shows("Print og del")]),
        ("", "t", &[At(Scope::Prompt), Shows("Ledergruppen")]),
        // where no folder is set yet, it is asked for first
        ("t Esc", "L", &[At(Scope::Prompt)]),
        ("2 + + + 3 - -", "w", &[At(Scope::Mirror)]),
        ("s h e j Enter b", "Space", &[Shows("valgt")]),
        ("s h e j Enter b", "Enter", &[At(Scope::Bearing)]),
        (
            "s h e j Enter 2 + s t o Enter Esc b End",
            "g",
            &[Shows("hej · vises som spor")],
        ),
        (
            "s h e j Enter 2 + b",
            "r",
            &[Value("samskabelse", 0), Value("relationer", 0)],
        ),
        ("s h e j Enter b", "m", &[At(Scope::Prompt), Shows("hej")]),
        ("s h e j Enter b", "x Delete", &[Shows("Ingen pejlinger endnu")]),
        ("b", "a", &[At(Scope::Prompt)]),
        ("d", "n", &[At(Scope::Note)]),
        ("d n h e j Esc Esc", "x Delete", &[Shows("slettet")]),
        // what a mark hangs together with
        ("2 Enter Enter", "m", &[At(Scope::Picks)]),
        ("2 Enter Enter n", "Ctrl+T", &[At(Scope::Picks)]),
        ("2 Enter Enter +", "g", &[At(Scope::Picks)]),
        ("2 Enter Enter m", "Space Enter", &[Shows("[x]")]),
        ("2 Enter Enter m Space", "Space Enter", &[Hides("[x]")]),
        ("2 Enter", "y", &[Shows("udklipsholderen")]),
        ("2 Enter Enter n h e j Esc", "Y", &[Shows("udklipsholderen")]),
        // writing: letters are letters
        (
            "2 Enter Enter n h e j",
            "Esc Ctrl+S",
            &[At(Scope::Mark), Shows("hej")],
        ),
        (
            "2 Enter Enter n h e j",
            "q u 0 ? : f",
            &[At(Scope::Note), Shows("hej")],
        ),
        ("2 Enter Enter n h e j", "Enter", &[At(Scope::Note)]),
        (
            "2 Enter Enter n h e j",
            "Ctrl+Z",
            &[At(Scope::Note), Hides("hej")],
        ),
        ("s h e j", "Esc", &[At(Scope::Home), Hides("hej")]),
        ("s h e j", "Enter", &[At(Scope::Home)]),
        // back and forth
        (
            "2 Enter Enter +",
            "u Ctrl+Z",
            &[Value("samskabelse", 0), Shows("Fortrudt")],
        ),
        (
            "2 Enter Enter + u",
            "Ctrl+R Ctrl+Y",
            &[Value("samskabelse", 1), Shows("Gentaget")],
        ),
        // leaving
        ("", "q", &[Leaves]),
        ("2 Enter Enter", "q", &[Leaves]),
        ("", "Ctrl+C", &[At(Scope::Home), Shows("Ctrl+C")]),
        ("Ctrl+C", "Ctrl+C", &[Leaves]),
        ("2 Enter Enter n Ctrl+C", "Ctrl+C", &[Leaves]),
    ]
};

#[test]
fn the_keys_that_fingers_rely_on_do_what_they_always_did() {
    for (before, keys, expected) in PROMISES {
        for key in keys.split_whitespace() {
            let mut driver = Driver::new(80, 24);
            driver.press(before).press(key);
            let said = format!("after »{before}«, {key}");
            for then in *expected {
                let app = &driver.program.app;
                match *then {
                    Then::At(scope) => assert_eq!(app.scope(), scope, "{said}"),
                    Then::Selects(mark) => {
                        assert_eq!(app.state.framework.mark(app.state.cursor).id, mark, "{said}")
                    }
                    Then::Value(mark, value) => assert_eq!(driver.value(mark), value, "{said}: {mark}"),
                    Then::Shows(text) => assert!(
                        driver.screen().contains(text),
                        "{said}: »{text}«\n{}",
                        driver.screen()
                    ),
                    Then::Hides(text) => assert!(
                        !driver.screen().contains(text),
                        "{said}: »{text}«\n{}",
                        driver.screen()
                    ),
                    Then::Leaves => assert_eq!(driver.flow, Flow::Quit, "{said}"),
                    Then::Nothing => assert!(driver.written.is_empty(), "{said}"),
                }
            }
            if !expected.iter().any(|then| matches!(then, Then::Leaves)) {
                assert_eq!(driver.flow, Flow::Go, "{said}");
            }
        }
    }
}

#[test]
fn the_selected_dial_turns_and_a_bearing_is_saved_on_every_screen_where_letters_are_no_text() {
    let welcome = [Scope::Welcome, Scope::YourLevel];
    for scope in Scope::ALL.iter().filter(|scope| **scope != Scope::Everywhere) {
        let press = |key: &str| {
            let mut driver = at(*scope);
            let before = driver
                .program
                .app
                .state
                .value(driver.program.app.state.cursor)
                .get();
            driver.send(event(Key::parse(key).unwrap()));
            let app = &driver.program.app;
            let turned = app.state.value(app.state.cursor).get() - before;
            let mark = app.state.mark_title(app.state.cursor).to_owned();
            (turned, driver, mark)
        };
        let (up, driver, mark) = press("+");
        let turns = !scope.is_text() && !welcome.contains(scope);
        assert_eq!(up, i8::from(turns), "{scope:?}");
        assert_eq!(press("-").0, -i8::from(turns), "{scope:?}");
        if turns && !scope.has_dial() {
            let said = driver.program.app.state.message.as_deref().unwrap_or_default();
            assert!(said.contains('→') && said.starts_with(&mark), "{scope:?}: {said}");
            assert!(driver.screen().contains(&mark[..10]), "{scope:?}");
        }
        let asks = !scope.is_text() && !welcome.contains(scope) && *scope != Scope::FirstDial;
        let asked = press("s").1.program.app.scope() == Scope::Prompt;
        assert!(asked == asks || *scope == Scope::Prompt, "{scope:?}");
    }
}

#[test]
fn no_promised_key_is_missing_from_the_table_of_bindings() {
    let keymap = Keymap::default();
    let bound: HashSet<String> = keymap
        .rows()
        .iter()
        .flat_map(|row| row.first_keys().chain(row.other_keys()))
        .map(|key| key.to_string())
        .collect();
    let promised: HashSet<String> = PROMISES
        .iter()
        .flat_map(|(_, keys, _)| keys.split_whitespace())
        .map(|key| Key::parse(key).unwrap().to_string())
        .collect();
    let unchecked: Vec<&String> = bound.difference(&promised).collect();
    assert!(unchecked.is_empty(), "bound and promised nowhere: {unchecked:?}");
}
