//! A leader opens the team: everyone's dials side by side, with names or without, and what is in the folder followed.

use crate::common::Driver;
use serde_json::json;
use std::{fs, path::Path};

/// Puts a colleague's profile into the folder.
fn put(folder: &Path, name: &str, level: u8, unit: &str, dials: &[(&str, i64)]) {
    let dials: serde_json::Map<String, serde_json::Value> = dials
        .iter()
        .map(|(mark, value)| ((*mark).to_owned(), json!({ "value": value })))
        .collect();
    let profile = json!({
        "format": "pejl.profile", "version": "1.0", "name": name, "framework": "kalundborg-lsg",
        "level": level, "unit": unit, "dials": dials,
    });
    let team = folder.join("team");
    fs::create_dir_all(&team).unwrap();
    fs::write(
        team.join(format!("{}.json", name.to_lowercase())),
        profile.to_string(),
    )
    .unwrap();
}

/// Three colleagues who differ most on the ninth mark.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(
        folder.path(),
        "Anna",
        2,
        "Ældre",
        &[("evidens", -3), ("innovation", 1)],
    );
    put(
        folder.path(),
        "Bo",
        2,
        "Børn",
        &[("evidens", 4), ("innovation", 2)],
    );
    put(folder.path(), "Carla", 1, "", &[("evidens", 4)]);
    folder
}

/// The program with the team open and read.
fn team(folder: &Path, width: u16, height: u16) -> Driver {
    let mut driver = Driver::on_disk(folder, width, height);
    driver.program.app.state.preferences.team = vec![folder.join("team")];
    driver.press("t").hear();
    driver
}

/// The row of the screen that this mark stands on.
fn row(driver: &Driver, name: &str) -> String {
    let screen = driver.screen();
    let row = screen.lines().find(|line| line.contains(name));
    row.unwrap_or_else(|| panic!("no {name}:\n{screen}")).to_owned()
}

#[test]
fn everyone_stands_on_the_scale_and_the_widest_spread_comes_first() {
    let folder = folder();
    let mut driver = team(folder.path(), 120, 36);
    driver.shows(&[
        "Grundlaget › Ledergruppen",
        "3 profiler",
        "længst fra hinanden",
        "længst fra hinanden: 7 hak · midterste: +4",
        "−3 Anna",
        "+4 Bo, Carla",
        "Handler om", // the definition
    ]);
    let screen = driver.screen();
    let at = |name: &str| screen.find(name).unwrap();
    assert!(at("3.3 ") < at(" 2.2 "), "{screen}");
    let row = row(&driver, "▌3.3");
    assert!(row.contains('●') && row.contains("[2]"), "{row}");
    assert!(row.contains("   7"), "{row}");
}

#[test]
fn the_median_stands_in_brackets_also_between_two_detents() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "Anna", 2, "", &[("evidens", 1)]);
    put(folder.path(), "Bo", 2, "", &[("evidens", 2)]);
    let mut driver = team(folder.path(), 120, 36);
    let row = row(&driver, "3.3");
    assert!(row.contains("[● ") && row.contains("●]"), "{row}");
    driver.shows(&["midterste: +1,5"]);
}

#[test]
fn the_arrows_choose_the_mark_and_the_order() {
    let folder = folder();
    let mut driver = team(folder.path(), 120, 36);
    driver
        .press("Down")
        .shows(&["▌2.2", "0 Carla", "+1 Anna", "+2 Bo"]);
    driver.press("Right").shows(&["grundlagets rækkefølge", "▌2.2"]);
    let screen = driver.screen();
    assert!(
        screen.find(" 1.1 ").unwrap() < screen.find("3.3").unwrap(),
        "{screen}"
    );
    driver.press("Right").shows(&["mest skruet", "▌2.2"]);
    driver.press("Right").shows(&["længst fra hinanden"]);
    driver.press("Left Left").shows(&["grundlagets rækkefølge"]);
    driver
        .press("Home")
        .shows(&["▌1.1"])
        .press("End")
        .shows(&["▌4.3"]);
}

#[test]
fn names_are_hidden_by_a_key_wherever_they_stand_among_five_or_more() {
    let folder = folder();
    let mut driver = team(folder.path(), 120, 50);
    driver
        .press("n")
        .shows(&["kan ikke skjules for 3", "med færre end 5", "Anna"]);
    put(folder.path(), "Dan", 2, "Børn", &[]);
    put(folder.path(), "Eva", 2, "Børn", &[]);
    fs::write(folder.path().join("team/egon.json"), "{").unwrap();
    let mut driver = team(folder.path(), 120, 50);
    driver.shows(&["Anna", "egon.json", "1 profil er ikke med"]);
    driver
        .press("n")
        .shows(&["uden navne", "−3 1 leder", "+4 2 ledere", "1 profil er ikke med"]);
    for mark in 0..12 {
        driver.hides(&["Anna", "Bo,", "Carla", "egon"]);
        if mark < 11 {
            driver.press("Down");
        }
    }
    // so few show nothing at all, and no unit is named
    driver
        .press("g")
        .shows(&["kan ikke skjules for 3"])
        .hides(&["Børn", "Ældre", "▌", "leder"]);
    driver
        .press("g g")
        .press("Home")
        .shows(&["5 profiler", "uden navne"]);
    // neither are people listed
    driver.press("Tab").shows(&["Navnene er skjult"]).hides(&["Anna"]);
    driver.press("n").shows(&["Anna"]);
}

#[test]
fn a_level_and_a_unit_choose_whom_to_look_at() {
    let folder = folder();
    let mut driver = team(folder.path(), 120, 36);
    driver.press("v").shows(&["1 profil · Niveau 1"]).hides(&["Anna"]);
    driver
        .press("v")
        .shows(&["2 profiler · Niveau 2"])
        .hides(&["Carla"]);
    driver
        .press("g")
        .shows(&["1 profil · Niveau 2 · Børn"])
        .hides(&["Anna"]);
    driver
        .press("g")
        .shows(&["1 profil · Niveau 2 · Ældre"])
        .hides(&["Bo,"]);
    driver.press("g v").shows(&["3 profiler"]);
}

#[test]
fn what_changes_in_the_folder_shows_by_itself() {
    let folder = folder();
    let mut driver = team(folder.path(), 120, 36);
    driver.shows(&["3 profiler", "vises af sig selv"]);
    put(folder.path(), "Dan", 2, "", &[("evidens", 5)]);
    // the notice of a change, and then what was read after it; a file that is being written may be told of twice
    for _ in 0..20 {
        driver.hear();
        if driver.screen().contains("+5 Dan") {
            break;
        }
    }
    driver.shows(&["4 profiler", "+5 Dan"]);
}

#[test]
fn a_key_reads_again() {
    let folder = folder();
    let mut driver = team(folder.path(), 120, 36);
    driver
        .press("r")
        .shows(&["læser profilerne"])
        .hear()
        .hides(&["læser profilerne"]);
}

#[test]
fn nothing_is_watched_after_the_team_is_left() {
    let folder = folder();
    let mut driver = team(folder.path(), 120, 36);
    driver.press("Esc").hides(&["Ledergruppen"]);
    put(folder.path(), "Dan", 2, "", &[]);
    // reading again comes only with the next look, and no change is waiting before it
    driver.press("t").hear();
    // but Windows tells late of what was watched before
    while cfg!(windows) && !driver.screen().contains("4 profiler") {
        driver.hear();
    }
    driver.shows(&["4 profiler"]);
}

#[test]
fn where_no_folder_is_set_it_is_asked_for_and_kept() {
    let folder = folder();
    let mut driver = Driver::on_disk(folder.path(), 100, 30);
    driver.press("t").shows(&["Her står ledergruppens"]);
    assert!(driver.program.app.is_asking());
    driver
        .type_text(folder.path().join("team").to_str().unwrap())
        .press("Enter")
        .hear()
        .shows(&["3 profiler"]);
    let config = fs::read_to_string(folder.path().join("config.toml")).unwrap();
    assert!(config.contains("team"), "{config}");
}

#[test]
fn who_asks_for_no_folder_can_ask_later() {
    let folder = folder();
    let mut driver = Driver::on_disk(folder.path(), 80, 24);
    driver.press("t Esc").shows(&["Her står ledergruppens"]);
    driver.press("Enter");
    assert!(driver.program.app.is_asking());
    driver.press("Esc Esc").shows(&["Ledelses- og styringsgrundlag"]);
}

#[test]
fn a_folder_that_is_not_there_or_empty_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = team(folder.path(), 100, 30);
    driver.shows(&["1 profil er ikke med", "kan ikke finde team"]);
    fs::create_dir(folder.path().join("team")).unwrap();
    let mut driver = team(folder.path(), 100, 30);
    driver.shows(&["ingen profiler i mappen"]);
}

#[test]
fn enter_opens_the_mark_as_the_team_sees_it_with_its_text_and_where_they_come_from() {
    let folder = folder();
    let mut driver = team(folder.path(), 120, 36);
    driver.press("Enter").shows(&[
        "Ledergruppen › Evidensbaseret opgaveløsning",
        "● Anna",
        "● Bo",
        "● Carla",
        "[+4]",
        "i baggrunden",
        "i forgrunden",
        "Alle (3)",
        "Niveau 1 (1)",
        "Niveau 2 (2)",
        "Børn (1)",
        "Ældre (1)",
        "Handler om at ens arbejde",
        "Niveau 1",
        "Niveau 2",
    ]);
    driver
        .press("Right")
        .shows(&["Ledergruppen › Strategisk innovation", "● Bo"]);
    driver.press("Left Left").shows(&["Opbygger stærke fællesskaber"]);
    driver
        .press("Right Enter")
        .shows(&["›  Evidensbaseret opgaveløsning".trim_start_matches("› ")]);
    driver.press("Esc Esc").shows(&["Ledergruppen", "▌3.3"]);
    for (width, height) in [(40, 12), (80, 24), (200, 60), (237, 63)] {
        let mut driver = team(folder.path(), width, height);
        driver.press("Enter").shows(&["længst fra hinanden: 7"]);
        for _ in 0..40 {
            driver.press("PgDn");
        }
        driver.shows(&["og har rette kvalitet"]);
    }
}

#[test]
fn a_colleague_is_laid_over_the_reader_where_they_stand_far_apart_and_the_talk_is_one_note() {
    let folder = folder();
    let mut driver = Driver::on_disk(folder.path(), 120, 40);
    driver.program.app.state.preferences.team = vec![folder.path().join("team")];
    driver
        .press("2 Enter Right Enter + + Esc Esc t")
        .hear_until("3 profiler");
    driver
        .press("Tab")
        .shows(&["Anna", "Niveau 2 · Ældre", "langt fra dig på 1", "Evidens"]);
    // Carla stands at +4 on evidence, and does not go along with innovation
    driver.press("Down Down").shows(&["▌Carla"]).press("c").shows(&[
        "Dig og Carla",
        "◆ dig  ● Carla",
        "Evidensbaseret",
        "Strategisk innovation",
        "Niveau 1",
        "Niveau 2",
        "dig 0",
        "Carla +4",
    ]);
    driver.hides(&["Rettidig samskabelse"]);
    let line = row(&driver, "▌");
    assert!(line.contains("Evidens"), "{line}");
    driver
        .press("a")
        .shows(&["Vist er alle pejlemærker", "Rettidig samskabelse"]);
    driver.press("a Down").shows(&["dig +2", "Carla 0"]);
    driver
        .press("n")
        .shows(&["Samtale med Carla"])
        .type_text("Vi deles om det nye")
        .press("Esc")
        .shows(&["Dig og Carla", "Samtale med Carla", "Vi deles om det nye"]);
    driver.press("n").type_text(" og ses i maj").press("Esc");
    let texts: Vec<String> = {
        let profile = driver.program.app.state.profile();
        profile
            .decisions
            .iter()
            .map(|decision| decision.text.clone())
            .collect()
    };
    assert_eq!(texts, ["Samtale med Carla\nVi deles om det nye og ses i maj"]);
    driver.press("u u");
    assert!(driver.program.app.state.profile().decisions.is_empty());
    // what she shares anew is followed, and one's own dial is turned there
    driver.press("+").shows(&["dig +3"]);
    driver
        .press("Esc")
        .shows(&["▌Carla"])
        .press("Tab")
        .shows(&["▌2.2"]);
}

#[test]
fn two_over_each_other_is_read_in_every_window() {
    let folder = folder();
    for (width, height) in [(40, 12), (60, 16), (80, 24), (120, 36), (200, 60), (237, 63)] {
        let mut driver = team(folder.path(), width, height);
        driver.press("Tab Enter").shows(&["◆ dig  ● Anna", "Evidens"]);
        for _ in 0..30 {
            driver.press("PgDn");
        }
        driver.shows(&["Niveau 2"]);
    }
}

#[test]
fn the_team_is_written_out_as_it_is_shown() {
    let folder = folder();
    for name in ["Dan", "Eva", "Fie", "Gry"] {
        put(folder.path(), name, 1, "", &[]);
    }
    let mut driver = team(folder.path(), 120, 36);
    driver
        .press("n v e")
        .shows(&["Print og del", "Ark med ledergruppen", "[ ] Navne"]);
    let file = folder.path().join("ud.html");
    driver
        .press("Right Enter")
        .shows(&["ledergruppen-ark-", ".html"])
        .press("Ctrl+U Ctrl+K")
        .type_text(file.to_str().unwrap())
        .press("Enter")
        .shows(&["Skrevet i"]);
    let html = fs::read_to_string(&file).unwrap();
    assert!(
        html.contains("5 profiler · Niveau 1") && !html.contains("Carla"),
        "{html}"
    );
    driver
        .press("Right")
        .shows(&["‹ md ›", "Sådan bliver det"])
        .hides(&["Carla"]);
    driver.press("Tab Space").shows(&["[x] Navne", "Carla"]);
}

#[test]
fn two_hundred_leaders_fit_on_one_scale() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..200 {
        put(
            folder.path(),
            &format!("Leder {n:03}"),
            2,
            "",
            &[("evidens", n % 4)],
        );
    }
    for (width, height) in [(120, 36), (80, 24), (40, 12)] {
        let mut driver = team(folder.path(), width, height);
        driver.shows(&["200 profiler", "3.3"]).hides(&["#"]);
        // each number stands by itself, at every width
        let screen = driver.screen().replace(['[', ']'], " ");
        let apart = |line: &str| {
            let words: Vec<&str> = line.split_whitespace().collect();
            words.windows(4).any(|four| four == ["50"; 4])
        };
        assert!(screen.lines().any(apart), "{screen}");
        if width > 40 {
            driver.shows(&["midterste: +1,5"]);
        }
    }
}

#[test]
fn it_works_in_the_smallest_window() {
    let folder = folder();
    let mut driver = team(folder.path(), 40, 12);
    driver.shows(&["3 profiler", "▌3.3", "●"]);
    for _ in 1..12 {
        driver.press("Down").shows(&["▌"]);
    }
    driver
        .shows(&["▌4.3"])
        .press("PgDn PgDn PgDn PgDn")
        .shows(&["Ændringer i mappen"]);
}

/// Puts what a leader with this owner has shared into the folder.
fn put_share(folder: &Path, name: &str, owner: &str, dials: &[(&str, i64)]) {
    let dials: serde_json::Map<String, serde_json::Value> = dials
        .iter()
        .map(|(mark, value)| ((*mark).to_owned(), json!({ "value": value })))
        .collect();
    let share = json!({
        "format": "pejl.share", "version": "1.0", "owner": owner, "name": name, "unit": "", "level": 2,
        "framework": "kalundborg-lsg", "at": "2026-11-23T08:15:00+01:00", "dials": dials,
    });
    let team = folder.join("team");
    fs::create_dir_all(&team).unwrap();
    fs::write(
        team.join(format!("{}.pejl.json", name.to_lowercase())),
        share.to_string(),
    )
    .unwrap();
}

#[test]
fn the_reader_finds_herself_by_a_sign_and_a_word() {
    let folder = folder();
    let mut driver = Driver::on_disk(folder.path(), 120, 36);
    let owner = driver.program.app.state.profile().owner.clone().unwrap();
    put_share(folder.path(), "Ditte", &owner, &[("evidens", -3)]);
    put(folder.path(), "Egon", 2, "", &[("evidens", 4)]);
    driver.program.app.state.preferences.team = vec![folder.path().join("team")];
    driver
        .press("t")
        .hear()
        .shows(&["5 profiler", "◆ dig", "−3 Ditte (dig), Anna"]);
    let of_many = row(&driver, "▌3.3");
    assert!(of_many.contains("2◆"), "{of_many}");
    let alone = row(&driver, " 1.1 ");
    assert!(alone.contains("5◆"), "{alone}");
    // where it stays at home who is who, the reader is nobody either
    driver
        .press("n")
        .shows(&["uden navne"])
        .hides(&["◆", "(dig)", "Ditte"]);
    driver.press("n g");
    // whom one looks at can leave oneself out
    driver.shows(&["1 profil"]).hides(&["◆"]);
}

/// The program with an empty folder for the team.
fn alone(folder: &Path) -> Driver {
    fs::create_dir_all(folder.join("team")).unwrap();
    team(folder, 120, 36)
}

/// What lies in the folder by this name.
fn shared(folder: &Path, name: &str) -> serde_json::Value {
    let bytes = fs::read(folder.join("team").join(name)).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

#[test]
fn a_key_puts_the_values_alone_into_the_folder_after_it_was_said_what_goes_and_under_which_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = alone(folder.path());
    driver
        .press("Esc 2 Enter Enter Enter")
        .type_text("Fortroligt")
        .press("Esc + + t");
    driver.hear_until("Du har ikke delt din pejling endnu");
    driver.press("L").shows(&[
        "Noter, beslutninger og svar bliver hos dig",
        "L lægger din pejling der",
    ]);
    assert_eq!(fs::read_dir(folder.path().join("team")).unwrap().count(), 0);
    driver.press("L").shows(&["Dit navn, som gruppen skal se det:"]);
    // Esc leaves everything as it was
    driver.press("Esc L").type_text("Anne Holm").press("Enter");
    driver
        .hear_until("Du har delt 24.11.2026")
        .shows(&["Anne Holm · niveau", "◆"]);
    let share = shared(folder.path(), "anne-holm.pejl.json");
    assert_eq!(share["dials"], json!({ "samskabelse": { "value": 2 } }));
    assert!(!share.to_string().contains("Fortroligt"), "{share}");
    // what is turned since is said, and the same key replaces it
    driver.press("Esc + t").hear_until("og siden skruet på 1");
    driver
        .press("L")
        .hear_until("Du har delt 24.11.2026. L deler igen");
    let share = shared(folder.path(), "anne-holm.pejl.json");
    assert_eq!(share["dials"]["samskabelse"]["value"], 3);
    driver.press("x").hear_until("Du har ikke delt");
    assert_eq!(fs::read_dir(folder.path().join("team")).unwrap().count(), 0);
    // undo is of the profile, and says so before it takes back what was done before
    let value = |driver: &Driver| driver.program.app.state.profile().value("samskabelse").get();
    driver.press("u").shows(&["Det kan ikke fortrydes her"]);
    assert_eq!(value(&driver), 3);
    driver.press("u").hides(&["Det kan ikke fortrydes her"]);
    assert_eq!(value(&driver), 2);
}

#[test]
fn a_folder_that_does_not_take_it_is_told_of_and_tried_again_on_wish() {
    let folder = tempfile::tempdir().unwrap();
    let mut driver = alone(folder.path());
    driver.program.app.state.session.open(
        {
            let mut profile = (**driver.program.app.state.session.profile()).clone();
            profile.name = "Anne Holm".into();
            profile
        },
        None,
    );
    fs::remove_dir(folder.path().join("team")).unwrap();
    driver.press("L L");
    driver.hear_until("er ikke lagt i mappen");
    // it stays in view
    driver
        .press("Down")
        .shows(&["er ikke lagt i mappen", "L prøver igen"]);
    fs::create_dir(folder.path().join("team")).unwrap();
    driver.press("L").hear_until("Du har delt");
    shared(folder.path(), "anne-holm.pejl.json");
}

#[test]
fn the_palette_finds_the_way_into_the_folder_by_the_words_people_use() {
    let folder = folder();
    for words in ["del", "send kollega", "i mappen"] {
        let mut driver = Driver::on_disk(folder.path(), 100, 30);
        driver.program.app.state.preferences.team = vec![folder.path().join("team")];
        driver
            .press(":")
            .type_text(words)
            .shows(&["læg min pejling i mappen"]);
    }
    let mut driver = Driver::on_disk(folder.path(), 100, 30);
    driver.program.app.state.preferences.team = vec![folder.path().join("team")];
    driver.press(":").type_text("læg min pejling").press("Enter");
    driver.shows(&["Ledergruppen", "bliver hos dig"]);
    assert_eq!(fs::read_dir(folder.path().join("team")).unwrap().count(), 3);
}

#[test]
fn the_gathering_before_stands_beside_each_mark_and_who_is_missing_under_them() {
    let folder = folder();
    let gathering = serde_json::json!({
        "format": "pejl.gathering", "version": "1.0", "at": "2026-11-12T09:00:00+01:00", "framework": "kalundborg-lsg",
        "leaders": [
            { "name": "Anna", "level": 2, "values": { "samskabelse": 4 } },
            { "name": "Ulla Fjern", "level": 1, "values": { "samskabelse": 1 } },
        ],
    });
    let kept = folder.path().join("data/gatherings");
    fs::create_dir_all(&kept).unwrap();
    fs::write(kept.join("2026-11-12-1.json"), gathering.to_string()).unwrap();
    let mut driver = team(folder.path(), 120, 36);
    driver.program.app.state.cursor = driver
        .program
        .app
        .state
        .framework
        .mark_by_id("samskabelse")
        .unwrap();
    driver.resize(121, 36).shows(&[
        "Med 12. november 2026, men ikke i mappen nu:",
        "Ulla Fjern",
        "sidst, 12. november 2026: længst fra hinanden: 3 hak",
    ]);
}
