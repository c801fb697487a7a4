//! The framework's own sentences ask, one at a time, and a leader answers or puts away.

use crate::common::{Driver, with_profile};
use pejl::{
    app::App,
    core::{
        dial::DialValue,
        profile::{Edit, Reply},
    },
    text::Lang,
    ui::theme::Depth,
};
use ratatui::layout::Size;
use ratatui_dial::Marker;

fn value(steps: i64) -> DialValue {
    DialValue::new(steps).unwrap()
}

/// The new turned up by two, the operations turned down.
fn drifting(lang: Lang, width: u16, height: u16) -> App {
    let mut app = crate::common::app(lang, width, height);
    let drift = Edit::Dials(vec![
        ("samskabelse".into(), value(2)),
        ("sikker-drift".into(), value(-2)),
    ]);
    with_profile(&mut app, |profile| drop(profile.apply(drift)));
    app
}

fn driver(app: App) -> Driver {
    Driver::with(app, Depth::True, Marker::Smooth)
}

/// From the first bearing on the mirror asks everything it can ask.
fn settled(mut driver: Driver) -> Driver {
    driver.press("s Enter");
    driver
}

fn type_in(driver: &mut Driver, text: &str) {
    for letter in text.chars() {
        driver.press(&match letter {
            ' ' => "Space".to_owned(),
            letter => letter.to_string(),
        });
    }
}

fn reply<'a>(driver: &'a Driver, id: &str) -> Option<&'a Reply> {
    driver.program.app.state.profile().replies.get(id)
}

/// How many times the screen asks.
fn asked(driver: &Driver) -> usize {
    driver.screen().matches('?').count()
}

#[test]
fn home_asks_nothing_of_an_untouched_profile_and_one_thing_at_a_time_of_another() {
    let quiet = Driver::new(120, 36);
    assert_eq!(quiet.notice(), "");
    let mut driver = driver(drifting(Lang::Da, 120, 36));
    assert!(
        driver
            .notice()
            .starts_with("● Det nye er skruet op, og feltet Drift er skruet ned."),
        "{}",
        driver.notice()
    );
    assert!(driver.notice().ends_with("w svar"), "{}", driver.notice());
    assert_eq!(asked(&driver), 1 + 1, "the question and the key of the help");
    driver.press("u");
    assert_eq!(
        driver.notice(),
        "Der er ikke mere at fortryde",
        "a message comes before it"
    );
    driver.press("Right");
    assert!(
        driver.notice().starts_with("● Det nye"),
        "and it comes back after it"
    );
}

#[test]
fn a_question_that_is_too_long_for_a_row_stands_whole_on_more_and_the_key_stays() {
    for (width, lang) in [(40, Lang::Da), (80, Lang::Da), (80, Lang::En), (40, Lang::En)] {
        let mut driver = driver(drifting(lang, width, 24));
        let (whole, end) = match lang {
            Lang::Da => ("Hvordan passer du på driften imens?", "w svar"),
            Lang::En => ("How do you look after operations meanwhile?", "w answer"),
        };
        driver.shows(&[whole]);
        assert!(driver.notice().ends_with(end), "{width}: {}", driver.notice());
    }
}

#[test]
fn in_a_low_window_the_question_gives_way_to_the_key_that_answers_it() {
    for (width, height) in [(40, 12), (44, 14)] {
        let driver = driver(drifting(Lang::Da, width, height));
        let notice = driver.notice();
        assert!(notice.ends_with("…   w svar"), "{width}×{height}: {notice}");
    }
}

#[test]
fn a_turn_raises_the_question_and_the_turn_back_takes_it_away() {
    let mut driver = Driver::new(120, 36);
    driver.press("2 +");
    assert!(!driver.notice().contains("Drift"), "{}", driver.notice());
    driver.press("3 -");
    assert!(
        driver.notice().contains("feltet Drift er skruet ned"),
        "{}",
        driver.notice()
    );
    driver.press("u Right");
    assert!(!driver.notice().contains("Drift"), "{}", driver.notice());
}

#[test]
fn the_mirror_shows_every_open_question_with_its_sentence() {
    let mut driver = settled(driver(drifting(Lang::Da, 80, 40)));
    driver.press("w").shows(&[
        "Grundlaget › Spejlet",
        "Hvordan passer du på",
        "»Dette ledelsesmæssige fokus er nyt",
        "ikke må gå ud over driften.«",
        "Hvad beder niveau 2 dig om her?",
    ]);
    driver.hides(&["uofficiel"]);
}

#[test]
fn english_puts_its_rendering_under_the_danish_sentence_and_marks_it() {
    let mut driver = driver(drifting(Lang::En, 80, 40));
    driver.press("w").shows(&[
        "How do you look",
        "“Dette ledelsesmæssige",
        "(unofficial translation)",
    ]);
}

#[test]
fn a_mirror_without_questions_says_when_it_asks() {
    let mut driver = Driver::new(80, 24);
    driver.press("w").shows(&["Spejlet er stille lige nu"]);
    driver
        .press("Enter n x Down End PgDn")
        .shows(&["Spejlet er stille lige nu"]);
    assert_eq!(driver.program.app.state.changes(), 0);
}

#[test]
fn an_answer_in_words_is_kept_and_the_question_moves_down_and_home_asks_the_next() {
    let mut driver = driver(drifting(Lang::Da, 80, 40));
    driver
        .press("w Enter")
        .shows(&["Dit svar", "Hvordan passer du på", "driften imens?"]);
    type_in(&mut driver, "vi har en makker");
    driver
        .press("Esc")
        .shows(&["Besvaret eller lagt væk", "vi har en makker"]);
    assert_eq!(reply(&driver, "drift-guard").unwrap().text, "vi har en makker");
    driver.press("Esc").hides(&["feltet Drift"]);
    // undo opens it again
    driver.press("u Right").shows(&["feltet Drift"]);
}

#[test]
fn an_answer_can_be_read_again_and_changed_and_taken_away() {
    let mut driver = driver(drifting(Lang::Da, 80, 40));
    driver
        .press("w Enter j a Esc End Enter")
        .shows(&["› Dit svar", "ja"]);
    driver.press("! Esc");
    assert_eq!(reply(&driver, "drift-guard").unwrap().text, "ja!");
    driver.press("End Enter Ctrl+U Esc").hides(&["Besvaret"]);
    assert_eq!(reply(&driver, "drift-guard"), None);
}

#[test]
fn a_question_put_away_is_not_asked_again_and_can_be_taken_out() {
    let mut driver = driver(drifting(Lang::Da, 120, 40));
    driver
        .press("w x")
        .shows(&["Lagt væk", "Besvaret eller lagt væk"]);
    assert!(reply(&driver, "drift-guard").unwrap().put_away);
    driver.press("Esc");
    assert!(!driver.notice().contains("feltet Drift"), "{}", driver.notice());
    driver
        .press("w End x")
        .shows(&["taget frem igen"])
        .hides(&["Besvaret"]);
    driver.press("Esc");
    assert!(driver.notice().contains("feltet Drift"), "{}", driver.notice());
}

#[test]
fn arrows_choose_which_question_is_answered() {
    let mut driver = settled(driver(drifting(Lang::Da, 80, 40)));
    driver.press("w Down x");
    assert_eq!(reply(&driver, "drift-guard"), None);
    assert!(reply(&driver, "unread:2").unwrap().put_away);
}

#[test]
fn a_mark_is_asked_about_in_that_mark_and_answered_by_a_link() {
    let app = crate::common::app(Lang::Da, 120, 36);
    let mut driver = settled(driver(app));
    driver.press("2 Enter Enter + + + +");
    driver.press("Right Left");
    assert!(
        driver
            .notice()
            .starts_with("● Du har skruet op for Rettidig samskabelse."),
        "{}",
        driver.notice()
    );
    driver.press("Right");
    assert_eq!(driver.notice(), "", "another mark");
    driver.press("w Enter").shows(&["Rettidig samskabelse", "[ ]"]);
    driver.press("Down Enter Esc");
    let dial = &driver.program.app.state.profile().dials["samskabelse"];
    assert_eq!(dial.enriches, ["oekonomistyring"]);
    driver.hides(&["Hvilket pejlemærke i feltet"]);
}

#[test]
fn the_own_level_is_read_when_its_end_was_on_screen_without_a_step_of_undo() {
    let mut driver = driver(drifting(Lang::Da, 80, 24));
    assert!(driver.program.app.state.profile().read.is_empty());
    driver.press("2 Enter");
    assert!(
        driver.program.app.state.profile().read.is_empty(),
        "the field does not show it all"
    );
    let changes = driver.program.app.state.changes();
    driver.press("Enter");
    assert!(driver.program.app.state.profile().has_read(2, "samskabelse"));
    assert_eq!(driver.program.app.state.changes(), changes);
    driver.press("u");
    assert_eq!(driver.notice(), "Der er ikke mere at fortryde");
    driver.press("w").hides(&["dig om her?"]);
}

#[test]
fn a_text_is_read_when_a_larger_window_shows_its_end_and_drawing_alone_notes_nothing() {
    let mut driver = driver(crate::common::app(Lang::Da, 40, 12));
    driver.press("2 Enter Enter");
    let has_read = |driver: &Driver| driver.program.app.state.profile().has_read(2, "samskabelse");
    assert!(!has_read(&driver), "its end is below the window");
    driver.program.app.resize(Size::new(120, 36));
    driver.program.frame();
    assert!(!has_read(&driver), "a frame was drawn, and no more");
    driver.resize(120, 36);
    assert!(has_read(&driver));
}

#[test]
fn another_level_asks_for_its_own_texts_to_be_read() {
    let mut driver = settled(driver(drifting(Lang::Da, 80, 24)));
    driver.press("2 Enter Enter Esc Esc w").hides(&["dig om her?"]);
    driver
        .press("Esc , Down Right Esc w")
        .shows(&["Hvad beder niveau 1 dig om her?"]);
    driver.press("Esc , Down Right Esc w").hides(&["dig om her?"]);
}

#[test]
fn a_level_that_is_not_ones_own_or_is_out_of_view_is_not_read() {
    let mut driver = Driver::new(80, 24);
    driver.press("v Left");
    let read = |driver: &Driver| driver.program.app.state.profile().read.len();
    let at_first = read(&driver);
    assert!((1..12).contains(&at_first), "only what was in view: {at_first}");
    driver.press("End");
    assert_eq!(read(&driver), at_first, "level 1 is not hers");
    driver.press("Right PgDn PgDn PgDn PgDn PgDn PgDn Home PgDn PgDn PgDn PgDn");
    assert_eq!(read(&driver), 12);
}

#[test]
fn the_challenge_and_the_review_date_are_answered_on_a_line() {
    let mut app = crate::common::app(Lang::Da, 80, 40);
    let due = Some(jiff::civil::date(2026, 11, 23));
    with_profile(&mut app, |profile| profile.review = due);
    let mut driver = settled(driver(app));
    driver.press("Right").shows(&["23. november 2026"]);
    driver.press("w Enter Ctrl+U 1 . 2 . 2 0 2 7 Enter");
    assert_eq!(
        driver.program.app.state.profile().review,
        Some(jiff::civil::date(2027, 2, 1))
    );
    driver.shows(&["Spejlet er stille"]);
    driver
        .press("Esc 1 + s Enter Esc w End Enter")
        .shows(&["Hvad fylder hos jer lige nu?"]);
    type_in(&mut driver, "budget");
    driver.press("Enter");
    assert_eq!(driver.program.app.state.profile().challenge, "budget");
    driver.hides(&["Hvilken aktuel udfordring"]);
}

#[test]
fn words_replied_to_a_question_that_is_gone_are_still_there_to_read() {
    let mut driver = driver(drifting(Lang::Da, 80, 40));
    driver.press("w Enter");
    type_in(&mut driver, "makkeren");
    driver
        .press("Esc Esc 3 + + w")
        .shows(&["Tidligere svar", "makkeren"]);
    let screen = driver.screen();
    let (asked, replied) = (
        screen.find("Det nye er skruet op, og feltet"),
        screen.find("makkeren"),
    );
    assert!(
        asked.is_some() && asked < replied,
        "the question stands over its reply:\n{screen}"
    );
}

#[test]
fn the_mirror_holds_at_every_size_and_scrolls_to_its_end() {
    for (width, height) in [(40, 12), (60, 18), (80, 24), (200, 60), (40, 80)] {
        let mut app = crate::common::app(Lang::Da, width, height);
        let ids: Vec<String> = app
            .state
            .framework
            .marks()
            .map(|(.., mark)| mark.id.clone())
            .collect();
        let all = ids.into_iter().map(|id| (id, DialValue::MAX)).collect();
        with_profile(&mut app, |profile| {
            profile.apply(Edit::Dials(all));
            profile.challenge = "budget".into();
        });
        let mut driver = settled(driver(app));
        driver.press("w");
        for _ in 0..20 {
            driver.press("Down");
        }
        driver.shows(&["dig om her?"]);
        for _ in 0..8 {
            driver.press("x");
        }
        driver.press("End PgUp Home").shows(&["Spejlet"]);
    }
}

#[test]
fn another_profile_is_asked_only_about_itself() {
    let mut driver = driver(drifting(Lang::Da, 120, 36));
    let untouched = crate::common::app(Lang::Da, 120, 36).state.profile().clone();
    driver.program.app.open_profile(untouched, None);
    driver.press("Right");
    assert_eq!(driver.notice(), "");
}

#[test]
fn keys_that_come_faster_than_frames_answer_what_is_raised_now() {
    use pejl::terminal::InputEvent;
    use pejl::{app::keymap::Key, terminal::Event};
    let mut driver = driver(crate::common::app(Lang::Da, 80, 24));
    // nothing is drawn between these
    for key in ["2", "+", "3", "-", "w", "x"] {
        let key = InputEvent::Key(Key::parse(key).unwrap().event());
        driver
            .program
            .handle(Event::Input(key), std::time::Instant::now());
    }
    let replies = &driver.program.app.state.profile().replies;
    assert!(replies.values().any(|reply| reply.put_away), "{replies:?}");
}
