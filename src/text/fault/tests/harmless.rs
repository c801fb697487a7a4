//! No line steers a terminal, goes on for ever or loses its sentence, whatever stands in a file.

use super::*;

#[test]
fn notices_reasons_and_causes_are_one_line_each_and_differ_by_language() {
    let file = Path::new("/sti/min-profil.json");
    let (da, en) = (
        everything(Lang::Da, "samskb", file),
        everything(Lang::En, "samskb", file),
    );
    for (da, en) in da.iter().zip(&en) {
        assert_one_harmless_line(da);
        assert_one_harmless_line(en);
        assert!(da != en || da == "samskb", "{da}");
    }
}

#[test]
fn what_a_stranger_wrote_steers_no_terminal_and_floods_no_line() {
    // The second begins what swallows everything up to a bell, the third is all bells.
    for hostile in [
        "a\u{1b}[2J\r\nb\u{202e}c\u{0}",
        "a\u{1b}]0;b",
        "\u{7}\u{9c}\u{9d}",
        "\u{301}\u{1b}",
    ] {
        let file = PathBuf::from(format!("/sti/{hostile}/x.json"));
        for lang in LANGS {
            for line in everything(lang, hostile, &file) {
                assert_eq!(clean(&line), line, "{line:?}");
            }
        }
    }
    let long = "æ".repeat(100_000);
    for lang in LANGS {
        for line in everything(lang, &long, Path::new("/x.json")) {
            assert!(line.chars().count() < 500, "{}", line.chars().count());
        }
    }
}

#[test]
fn a_hostile_name_takes_nothing_of_the_sentence_with_it() {
    let fault = Fault::UnknownMark {
        given: "a\u{1b}]".into(),
        near: vec!["b\u{7}c".into()],
    };
    assert_eq!(
        Lang::Da.fault(&fault),
        "kender ikke pejlemærket »a«. Mente du bc?"
    );
}

#[test]
fn a_character_that_cannot_be_seen_is_shown_by_its_number() {
    assert_eq!(character(Lang::Da, 'x'), "»x«");
    assert_eq!(character(Lang::En, 'x'), "“x”");
    for (c, shown) in [
        ('\n', "U+000A"),
        ('\u{1b}', "U+001B"),
        (' ', "U+0020"),
        ('\u{301}', "U+0301"),
        ('\u{e0041}', "U+E0041"),
    ] {
        assert_eq!(character(Lang::En, c), shown);
    }
}

#[test]
fn a_long_list_of_names_is_cut() {
    let names: Vec<String> = (1..=40).map(|n| format!("m{n}")).collect();
    assert_eq!(listed(&names[..2], "eller"), "m1 eller m2");
    assert_eq!(
        listed(&names, "eller"),
        "m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, …"
    );
}
