//! `pejl gathering` through the real binary: what was kept of a presentation, what was agreed, and the sheet of the day.

use crate::common::home::Home;
use serde_json::json;

/// A presenter with a gathering of two leaders, of whom one has written a name that must not break anything.
fn presenter() -> Home {
    let home = Home::visited();
    let gathering = json!({
        "format": "pejl.gathering", "version": "1.0", "at": "2026-11-27T09:00:00+01:00", "framework": "kalundborg-lsg",
        "leaders": [
            { "name": "Anna <b>", "unit": "Ældre", "level": 2, "values": { "evidens": 4 } },
            { "name": "Bo", "level": 1, "values": { "evidens": -3 } },
        ],
        "marks": {
            "evidens": { "shown": "2026-11-27T09:05:00+01:00", "agreed": "To teams prøver borgerpanel\nMette følger op" },
            "innovation": { "shown": "2026-11-27T09:20:00+01:00" },
            "tilpasning": { "skipped": true },
        },
    });
    home.write("data/gatherings/2026-11-27-1.json", gathering.to_string());
    home
}

#[test]
fn gatherings_are_listed_and_shown_with_what_was_agreed() {
    let home = presenter();
    assert_eq!(
        home.says(&["gathering", "list"]),
        "2026-11-27-1  2 ledere, 2 pejlemærker, 1 aftale\n"
    );
    let shown = home.says(&["gathering", "show"]);
    for said in [
        "Samlingen 27. november 2026",
        "Med i samlingen: Anna <b>, Bo",
        "3.3  Evidensbaseret opgaveløsning",
        "længst fra hinanden: 7 hak",
        "Det aftalte vi: To teams prøver borgerpanel",
        "2.2  Strategisk innovation",
    ] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    assert!(!shown.contains("Tilpasning"), "{shown}");
    assert_eq!(shown, home.says(&["gathering", "show", "2026-11-27"]));
    let listed = home.json(&["gathering", "list"]);
    assert_eq!(listed["gatherings"][0]["agreed"], 1);
    let shown = home.json(&["gathering", "show", "2026-11-27-1"]);
    assert_eq!(
        shown["gathering"]["marks"]["innovation"]["shown"],
        "2026-11-27T09:20:00+01:00"
    );
}

#[test]
fn an_agreement_is_written_and_taken_away_and_becomes_a_decision_once() {
    let home = presenter();
    home.says(&["gathering", "agree", "innovation", "Bo spørger ældrerådet"]);
    assert!(
        home.says(&["gathering", "show"])
            .contains("Bo spørger ældrerådet")
    );
    home.says(&["gathering", "agree", "evidens", ""]);
    assert!(!home.says(&["gathering", "show"]).contains("borgerpanel"));
    assert_eq!(
        home.says(&["gathering", "decide"]),
        "1 aftale står nu som beslutning i din profil\n"
    );
    assert!(home.says(&["gathering", "decide"]).contains("ingen aftaler"));
    let decided = home.json(&["decision", "list"]);
    assert_eq!(decided["decisions"].as_array().map(Vec::len), Some(1));
    home.says(&["undo"]);
    assert_eq!(
        home.json(&["decision", "list"])["decisions"]
            .as_array()
            .map(Vec::len),
        Some(0)
    );
    home.says(&["gathering", "end"]);
    assert!(home.says(&["gathering", "list"]).contains("afsluttet"));
}

#[test]
fn the_sheet_of_the_day_is_the_same_every_time_and_escapes_what_is_in_it() {
    let home = presenter();
    for format in ["html", "pdf", "md"] {
        let sheet = home.pejl(&["gathering", "export", format, "-o", "-"]).done();
        assert_eq!(
            sheet,
            home.pejl(&["gathering", "export", format, "-o", "-"]).done(),
            "{format}"
        );
        assert!(!sheet.is_empty());
    }
    let html = home.says(&["gathering", "export", "html"]);
    for said in [
        "Samlingen 27. november 2026",
        "Anna &lt;b&gt;",
        "Mette følger op",
        "<svg",
        "Strategisk innovation",
    ] {
        assert!(html.contains(said), "{said}: {html}");
    }
    assert!(
        !html.contains("Anna <b>") && !html.contains("Tilpasningsdygtig"),
        "{html}"
    );
    let english = home.says(&["--lang", "en", "gathering", "export", "md"]);
    for said in [
        "# The gathering on",
        "We agreed",
        "Evidence-based work",
        "−3: 1 · +4: 1",
    ] {
        assert!(english.contains(said), "{said}: {english}");
    }
    home.pejl(&["gathering", "export", "pdf", "-o", "ark.pdf"])
        .wrote("ark.pdf");
    home.fails(&["gathering", "export", "pdf", "-o", "ark.pdf"], 73, &["ark.pdf"]);
}

#[test]
fn the_sheet_of_a_gathering_without_names_has_none() {
    let home = presenter();
    let hidden = json!({
        "format": "pejl.gathering", "version": "1.0", "at": "2026-11-28T09:00:00+01:00", "framework": "kalundborg-lsg",
        "names": false, "leaders": [{ "values": { "evidens": 4 } }, { "values": {} }],
        "marks": { "evidens": { "shown": "2026-11-28T09:05:00+01:00" } },
    });
    home.write("data/gatherings/2026-11-28-1.json", hidden.to_string());
    for format in ["html", "md"] {
        let sheet = home.says(&["gathering", "export", format]);
        assert!(
            sheet.contains("2 ledere") && !sheet.contains("Med i samlingen"),
            "{sheet}"
        );
    }
}

#[test]
fn what_is_no_gathering_is_said_in_a_line_and_nothing_is_changed() {
    let home = presenter();
    home.fails(
        &["gathering", "show", "2026-01-01"],
        66,
        &["2026-01-01", "2026-11-27-1"],
    );
    home.fails(&["gathering", "show", "../../current"], 66, &["2026-11-27-1"]);
    home.fails(&["gathering", "agree", "vejret", "x"], 2, &["vejret"]);
    home.fails(
        &["gathering", "agree", "evidens", &"x".repeat(10_001)],
        2,
        &["10000", "10001"],
    );
    home.fails(&["gathering", "agree", "evidens", "a\u{7}b"], 2, &["TEKST"]);
    home.fails(&["gathering", "export", "csv"], 2, &["csv", "md", "html", "pdf"]);
    home.write("data/gatherings/2026-11-28-1.json", "{");
    home.fails(&["gathering", "show"], 65, &["2026-11-28-1.json"]);
    let listed = home.pejl(&["gathering", "list"]);
    assert_eq!(listed.text(), "2026-11-27-1  2 ledere, 2 pejlemærker, 1 aftale\n");
    assert!(listed.err.contains("2026-11-28-1.json"));
    let nothing = Home::visited();
    assert!(
        nothing
            .says(&["gathering", "list"])
            .contains("Ingen samlinger endnu")
    );
    nothing.fails(&["gathering", "show"], 66, &["--present"]);
    // the program's own folder takes no output
    home.fails(
        &["export", "md", "-o", "data/gatherings/ud.md"],
        73,
        &["gatherings"],
    );
}

#[test]
fn a_presentation_needs_a_terminal_and_a_team() {
    let home = presenter();
    home.fails(&["team", "--present"], 2, &[]);
    home.fails(&["team", "group", "--present"], 2, &[]);
    home.fails(&["team", "group", "--present", "--json"], 2, &["--json"]);
}
