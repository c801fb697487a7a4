//! A leader takes bearings, sees what moved between them, and writes down what that gave.

use crate::common::Driver;
use pejl::{
    app::App,
    core::{
        dial::DialValue,
        moment::Moment,
        profile::{Edit, Profile},
    },
    text::Lang,
    ui::theme::Depth,
};
use ratatui_dial::Marker;

/// A profile that turned these dials before each of its bearings; the first was taken on 5 January 2026, the others a
/// week apart.
fn profile(turns: &[(&str, &[(&str, i64)])]) -> Profile {
    let mut profile = Profile::new("Min profil", "kalundborg-lsg", 2);
    for (week, (label, dials)) in turns.iter().enumerate() {
        let dials = dials
            .iter()
            .map(|(mark, value)| ((*mark).to_owned(), DialValue::new(*value).unwrap()));
        profile.apply(Edit::Dials(dials.collect()));
        let first: Moment = "2026-01-05T08:00:00+01:00".parse().unwrap();
        let at = first.timestamp() + jiff::SignedDuration::from_hours(24 * 7 * week as i64);
        let at = Moment::new(at, jiff::tz::offset(1));
        profile.apply(profile.take_bearing((*label).to_owned(), at));
    }
    profile
}

fn three() -> Profile {
    profile(&[
        ("Første", &[("samskabelse", 1)]),
        ("", &[("samskabelse", 3), ("evidens", -2)]),
        ("Sommer", &[("relationer", 2)]),
    ])
}

fn with(profile: Profile, width: u16, height: u16) -> Driver {
    let mut app: App = crate::common::app(Lang::Da, width, height);
    app.state.session.open(profile, None);
    Driver::with(app, Depth::True, Marker::Smooth)
}

/// The ids of the bearings, oldest first.
fn ids(driver: &Driver) -> Vec<String> {
    let bearings = &driver.program.app.state.profile().bearings;
    bearings.iter().map(|bearing| bearing.id.clone()).collect()
}

#[test]
fn without_a_bearing_the_list_says_what_one_is_and_how_to_take_it() {
    let mut driver = Driver::new(80, 24);
    driver
        .press("b")
        .shows(&["Ingen pejlinger endnu", "Tryk s", "s gem"]);
    // no key that has nothing to act on
    driver.hides(&["Enter åbn", "markér", "gendan", "↑↓ vælg", "c sammenlign"]);
    driver.press("Enter");
    assert_eq!(driver.notice(), "Der er ingen pejling endnu. s gemmer en");
    driver.press("Down Enter g r m x Space n Home End PgDn");
    driver.shows(&["Ingen pejlinger endnu"]);
    driver.press("c");
    assert_eq!(driver.notice(), "Der er ingen pejling endnu. s gemmer en");
    driver
        .press("s Enter")
        .shows(&["24. november 2026", "den første pejling"]);
}

#[test]
fn the_list_shows_the_newest_first_and_what_moved_each_time() {
    let mut driver = with(three(), 120, 36);
    driver.press("b").shows(&[
        "Siden sidst: ingen ændringer",
        "19. januar 2026  Sommer",
        "Relationer 0 → +2",
        "Samskabelse +1 → +3 · Evidens 0 → −2",
        "den første pejling",
    ]);
    let screen = driver.screen();
    let row = |text: &str| screen.lines().position(|line| line.contains(text)).unwrap();
    assert!(row("19. januar") < row("12. januar") && row("12. januar") < row("5. januar"));
    driver
        .press("Esc 2 Enter + b")
        .shows(&["Siden sidst: Samskabelse +3 → +4"]);
}

#[test]
fn beside_the_list_every_mark_has_a_line_over_time_where_there_is_room() {
    let mut driver = with(three(), 120, 36);
    // of the selected one, the newest, and of the first
    driver
        .press("b")
        .shows(&["Udvikling", "▲ 19.1.2026", "5.1.2026", "nu"]);
    let line = |driver: &Driver, name: &str| {
        let screen = driver.screen();
        let lines = screen.lines().map(|line| line.trim_end().trim_end_matches('│'));
        let mut lines = lines.filter_map(|line| line.rsplit_once('│'));
        let line = lines.rfind(|(_, line)| line.trim_start().starts_with(name));
        let (_, line) = line.unwrap_or_else(|| panic!("{screen}"));
        line.replacen(name, "", 1).trim().to_owned()
    };
    // +1, +3, +3 and now: dots over the middle, apart from those of the rows beside, and how the selected one moved it
    let bars = |line: &str, signs: &str| {
        let drawn = line.chars().filter(|c| ('⠀'..='⣿').contains(c));
        let mut drawn: Vec<char> = drawn.collect();
        drawn.dedup();
        assert_eq!(drawn, signs.chars().collect::<Vec<_>>(), "{line}");
    };
    bars(&line(&driver, "Samskabelse"), "⠒⠛");
    // neutral looks like nothing
    bars(&line(&driver, "Innovation"), "");
    assert!(line(&driver, "Relationer").ends_with(" 0 → +2"));
    assert!(line(&driver, "Samskabelse").ends_with(" +3"));
    driver.press("Down");
    assert!(line(&driver, "Samskabelse").ends_with("+1 → +3"));
    driver.press("End").shows(&["▲ 5.1.2026"]);
    // a number alone is where the bars end
    assert!(line(&driver, "Samskabelse").ends_with(" +3"));
    with(three(), 60, 24)
        .press("b")
        .hides(&["Udvikling"])
        .shows(&["Sommer"]);
}

#[test]
fn a_mark_shows_its_course_over_the_bearings_under_everything_else_where_there_is_room() {
    let mut driver = with(three(), 120, 50);
    driver
        .press("2 Enter Enter")
        .shows(&["Rettidig samskabelse", "Udvikling", "5.1.2026", "nu"]);
    // what stands in the last box of a line
    let shown = |line: &str| {
        let parts: Vec<&str> = line.trim_end().trim_end_matches('│').split('│').collect();
        parts.last().unwrap().trim().to_owned()
    };
    let row = |driver: &Driver, scale: &str| {
        let screen = driver.screen();
        let mut lines = screen.lines().map(shown);
        let line = lines.rfind(|line| line.starts_with(&format!("{scale} ")));
        let line = line.unwrap_or_else(|| panic!("{screen}"));
        line[scale.len()..].trim().to_owned()
    };
    // +1, +3, +3 and now +3: six cells each
    assert_eq!(row(&driver, "0"), "─".repeat(24));
    let screen = driver.screen();
    let full = |cells| screen.lines().any(|line| shown(line) == "█".repeat(cells));
    assert!(full(24) && full(18), "{screen}");
    // at neutral there is nothing over the line and nothing under it
    driver.press("0");
    assert_eq!(row(&driver, "0"), "─".repeat(24));
    let screen = driver.screen();
    assert!(
        screen.lines().any(|line| shown(line) == "█".repeat(18)),
        "{screen}"
    );
    assert!(
        !screen.lines().any(|line| shown(line) == "█".repeat(24)),
        "{screen}"
    );
    with(three(), 80, 24).press("2 Enter Enter").hides(&["Udvikling"]);
    // with no bearing there is nothing to show
    Driver::new(120, 50).press("2 Enter Enter").hides(&["Udvikling"]);
}

#[test]
fn enter_opens_a_bearing_with_all_values_shares_and_notes() {
    let mut profile = three();
    profile.bearings[1].dials.get_mut("evidens").unwrap().note = "Nye tal".into();
    let mut driver = with(profile, 120, 60);
    driver.press("b Down Enter").shows(&[
        "12. januar 2026",
        "Flyttet siden Første",
        "»den effekt, der skal opnås og den læring, der skabes undervejs«",
        "Rettidig samskabelse  +1 → +3",
        "Evidensbaseret opgaveløsning  0 → −2",
        "Vi skaber velfærd sammen med andre  29 %",
        "−2 Evidensbaseret opgaveløsning",
        "Nye tal",
    ]);
    driver.press("Left").shows(&["Første", "den første pejling"]);
    driver.press("Left").shows(&["Første"]);
    driver.press("Right Right").shows(&["Sommer"]);
    driver.press("Right").shows(&["Sommer"]);
    driver.press("Esc").shows(&["Siden sidst"]);
}

#[test]
fn s_asks_for_a_label_from_anywhere_and_escape_takes_none() {
    let mut driver = Driver::new(120, 36);
    driver.press("2 Enter Enter s").shows(&["Navn på pejlingen"]);
    driver.press("Esc");
    assert!(ids(&driver).is_empty());
    driver.press("s E f t e r Enter");
    let bearing = driver.program.app.state.profile().last_bearing().unwrap();
    assert_eq!(bearing.label, "Efter");
    assert_eq!(bearing.at.to_string(), "2026-11-24T12:00:00+01:00");
    assert_eq!(driver.notice(), "Pejlingen »Efter« er gemt");
    driver.shows(&["Rettidig samskabelse"]);
}

#[test]
fn after_a_bearing_that_shows_a_move_effect_and_learning_can_be_written_and_escape_leaves_at_once() {
    let mut driver = with(three(), 120, 36);
    driver.press("2 Enter + s Enter").shows(&[
        "Flyttet siden Sommer",
        "Rettidig samskabelse  +3 → +4",
        "Effekt: (tryk Enter for at skrive)",
    ]);
    driver.hides(&["Læring"]);
    // how to write stands at the selected one alone
    driver
        .press("Down")
        .shows(&["Læring: (tryk Enter for at skrive)"])
        .hides(&["Effekt:"])
        .press("Up");
    driver.press("Enter").shows(&["Hvilken effekt gav det?"]);
    driver.press("F l e r e Esc").shows(&["Hvad lærte I undervejs?"]);
    driver.press("L y t Esc").shows(&["Flere", "Lyt"]);
    // with what is there now it is compared with the one before
    driver.press("c").shows(&["Sommer"]).hides(&["→ nu"]).press("Esc");
    let bearing = driver.program.app.state.profile().last_bearing().unwrap();
    let dial = bearing.dials.get("samskabelse").unwrap();
    assert_eq!((dial.effect.as_str(), dial.learning.as_str()), ("Flere", "Lyt"));
    driver.press("u");
    assert_eq!(
        driver.notice(),
        "Fortrudt: effekt og læring ved Rettidig samskabelse"
    );
    driver
        .press("Esc")
        .shows(&["Vi skaber velfærd sammen med andre"])
        .hides(&["Effekt"]);
    let mut driver = with(three(), 120, 36);
    driver.press("s Enter").hides(&["Flyttet siden"]);
    assert_eq!(driver.notice(), "Pejling gemt 24. november 2026");
}

#[test]
fn leaving_an_empty_text_changes_nothing() {
    let mut driver = with(three(), 120, 36);
    driver.press("b Enter");
    let before = driver.program.app.state.profile().clone();
    driver.press("Enter Esc Down Down Down Enter Esc");
    assert_eq!(*driver.program.app.state.profile(), before);
    assert_eq!(driver.press("u").notice(), "Der er ikke mere at fortryde");
}

#[test]
fn restoring_turns_every_dial_back_in_one_step_and_leaves_the_notes() {
    let mut profile = three();
    profile.apply(Edit::Note {
        mark: "relationer".into(),
        text: "Stadig vigtigt".into(),
    });
    let mut driver = with(profile, 120, 36);
    let values = |driver: &Driver| ["samskabelse", "relationer", "evidens"].map(|mark| driver.value(mark));
    assert_eq!(values(&driver), [3, 2, -2]);
    driver.press("b End r");
    assert_eq!(values(&driver), [1, 0, 0]);
    assert_eq!(driver.notice(), "Drejeknapperne står som ved pejlingen Første");
    assert_eq!(
        driver.program.app.state.profile().note("relationer"),
        "Stadig vigtigt"
    );
    driver.press("r");
    assert_eq!(driver.notice(), "Drejeknapperne står allerede sådan");
    driver.press("u");
    assert_eq!(values(&driver), [3, 2, -2]);
    assert_eq!(driver.notice(), "Fortrudt: gendannelse af pejling Første");
}

#[test]
fn a_bearing_is_renamed_and_deleted_and_both_can_be_undone() {
    let mut driver = with(three(), 120, 36);
    driver.press("b m").shows(&["Navn på pejlingen: Sommer"]);
    driver.press("2 Enter").shows(&["Sommer2"]);
    driver
        .press("Enter x")
        .shows(&["Siden sidst"])
        .hides(&["Sommer2  "]);
    assert_eq!(ids(&driver), ["b1", "b2"]);
    assert_eq!(driver.notice(), "Pejlingen Sommer2 er slettet. u fortryder");
    driver.press("u");
    assert_eq!(driver.notice(), "Fortrudt: sletning af pejling Sommer2");
    assert_eq!(ids(&driver), ["b1", "b2", "b3"]);
    driver.press("u");
    assert_eq!(driver.notice(), "Fortrudt: pejling Sommer → Sommer2");
    driver.press("End Delete Delete Delete");
    assert!(ids(&driver).is_empty());
    driver.shows(&["Ingen pejlinger endnu"]).press("u u u");
    assert_eq!(ids(&driver), ["b1", "b2", "b3"]);
}

#[test]
fn undoing_the_bearing_that_is_open_leaves_its_screen() {
    let mut driver = with(three(), 120, 36);
    driver.press("2 + s Enter").shows(&["Flyttet siden"]);
    driver.press("u").hides(&["Flyttet siden"]).shows(&["Det kendte"]);
    assert_eq!(driver.notice(), "Fortrudt: pejling 24.11.2026");
}

#[test]
fn a_note_on_a_bearing_stands_in_the_list_and_in_the_bearing() {
    let mut driver = with(three(), 120, 36);
    driver.press("b n").shows(&["Sommer", "Hvad viser pejlingen?"]);
    driver.press("R o Esc").shows(&["Sommer", "· note"]);
    driver.press("Enter").shows(&["Ro"]);
    driver.press("u");
    assert_eq!(driver.notice(), "Fortrudt: note på pejling Sommer");
}

#[test]
fn c_compares_now_with_the_last_and_in_the_list_any_two() {
    let mut driver = with(three(), 120, 36);
    driver.press("2 Enter + c").shows(&[
        "Sommer (19.1.2026) → nu",
        "+3 → +4 Rettidig samskabelse",
        "31 % → 32 %",
    ]);
    driver
        .press("Left")
        .shows(&["12. januar 2026 → nu", " 0 → +2 Nysgerrig"]);
    driver.press("Right Right").shows(&["Sommer (19.1.2026) → nu"]);
    driver.press("Esc b Space").shows(&["· valgt"]);
    driver.press("End c").shows(&[
        "Første (5.1.2026) → Sommer (19.1.2026)",
        "+1 → +3 Rettidig samskabelse",
    ]);
    driver
        .press("Right Right")
        .shows(&["12. januar 2026 → Sommer (19.1.2026)"]);
    driver.press("Esc Home c").shows(&["Sommer (19.1.2026) → nu"]);
    driver.press("Esc End Space Home c");
    driver.shows(&["Første (5.1.2026) → Sommer (19.1.2026)"]);
    driver.press("Esc End Space").hides(&["valgt"]);
    // nothing has moved since the last: it stands beside the one before
    with(three(), 80, 24)
        .press("c")
        .shows(&["12. januar 2026 → Sommer (19.1.2026)", "0 → +2 Nysgerrig"]);
}

#[test]
fn g_chooses_which_bearing_ghosts_on_the_dials_and_the_header_says_which() {
    let mut driver = with(three(), 120, 36);
    let ghost = |driver: &Driver| {
        let app = &driver.program.app;
        let mark = app.state.framework.find_mark("samskabelse").unwrap();
        app.state.ghost(mark).map(DialValue::get)
    };
    assert!(driver.header().contains("· pejling 19.1."), "{}", driver.header());
    assert_eq!(ghost(&driver), Some(3));
    driver.press("b End g").shows(&["Første · vises som spor"]);
    assert_eq!(
        driver.notice(),
        "Pejlingen Første vises som spor på drejeknapperne"
    );
    assert!(driver.header().contains("· pejling 5.1."));
    assert_eq!(ghost(&driver), Some(1));
    driver.press("g");
    assert_eq!(ghost(&driver), None);
    assert!(!driver.header().contains("pejling 5.1."));
    driver.press("Home g");
    assert_eq!(ghost(&driver), Some(3));
    driver.press("End g x");
    assert_eq!(
        ghost(&driver),
        Some(3),
        "the last ghosts where the chosen one is gone"
    );
}

#[test]
fn a_review_date_is_shown_when_it_is_near_and_a_date_that_is_none_stays_to_be_mended() {
    let mut driver = with(three(), 120, 36);
    driver.press("b a").shows(&["Hvornår vil du se på den igen?"]);
    let typed = "3 1 . 2 . 2 0 2 7";
    driver
        .press(typed)
        .press("Enter")
        .shows(&["Den dato findes ikke", "31.2.2027"]);
    assert_eq!(driver.program.app.state.profile().review, None);
    for _ in 0..9 {
        driver.press("Backspace");
    }
    driver.press("8 . 1 2 . 2 0 2 6 Enter");
    assert!(
        driver.header().contains("ses på igen 8.12."),
        "{}",
        driver.header()
    );
    driver.press("a Backspace 7 Enter");
    assert_eq!(
        driver.program.app.state.profile().review,
        Some(jiff::civil::date(2027, 12, 8))
    );
    assert!(!driver.header().contains("ses på igen"), "a year away");
    driver.press("u");
    assert_eq!(driver.notice(), "Fortrudt: dato for at se på profilen igen");
    // a date that is past is never set
    driver.press("a Backspace 5 Enter");
    driver.shows(&["atoen skal ligge efter i dag: skriv fx "]);
    driver.press("Esc");
    assert!(
        driver.header().contains("ses på igen 8.12."),
        "{}",
        driver.header()
    );
    // it becomes so by waiting
    let mut late = three();
    late.review = Some(jiff::civil::date(2025, 12, 8));
    let mut driver = with(late, 120, 36);
    driver.press("b");
    assert!(
        driver.header().contains("skulle have været set på 8.12."),
        "{}",
        driver.header()
    );
}

#[test]
fn a_thousand_bearings_scroll_to_the_oldest() {
    let turns: Vec<(String, [(&str, i64); 1])> = (0..1000)
        .map(|at| (format!("nr. {at}"), [("evidens", at % 11 - 5)]))
        .collect();
    let turns: Vec<(&str, &[(&str, i64)])> = turns
        .iter()
        .map(|(label, dials)| (label.as_str(), dials.as_slice()))
        .collect();
    let mut driver = with(profile(&turns), 120, 36);
    driver
        .press("b")
        .shows(&["nr. 999", "Evidens +3 → +4"])
        .hides(&["nr. 900"]);
    driver
        .press("End")
        .shows(&["nr. 0", "nr. 7", "den første pejling"]);
    driver.press("PgUp Enter").shows(&["Flyttet siden"]);
    driver.press("Esc Home Down Down Enter").shows(&["nr. 997"]);
}

#[test]
fn every_screen_of_bearings_fits_every_size_and_speaks_both_languages() {
    for lang in [Lang::Da, Lang::En] {
        let mut app = crate::common::app(lang, 80, 24);
        let mut full = three();
        full.apply(Edit::Dials(vec![("innovation".into(), DialValue::MAX)]));
        app.state.session.open(full, None);
        let mut driver = Driver::with(app, Depth::True, Marker::Ascii);
        for keys in ["b", "Enter", "Esc c", "Esc Esc d", "n x Esc", "Down Enter Esc"] {
            driver.press(keys);
            for (width, height) in [(40, 12), (60, 18), (80, 24), (120, 36), (200, 60)] {
                driver.resize(width, height);
                assert!(driver.screen().lines().count() <= usize::from(height));
            }
            driver.resize(80, 24);
        }
    }
}
