//! What holds for every message, whatever it is about. Faults, which are worded beside their variants, have tests there.

use super::*;
use std::collections::BTreeSet;

/// Every message: its name, the Danish, the English, as they stand in the tables.
fn every() -> Vec<(&'static str, &'static str, &'static str)> {
    let every = Text::every();
    assert!(every.len() > 600, "{} messages were found", every.len());
    every
}

/// The texts in quotes of a row.
fn texts(row: &str) -> Vec<String> {
    let (mut texts, mut inside, mut escaped) = (Vec::new(), None, false);
    for c in row.chars() {
        match (&mut inside, c) {
            (None, '"') => inside = Some(String::new()),
            (None, _) => {}
            (Some(_), '"') if !escaped => texts.extend(inside.take()),
            (Some(text), c) => {
                escaped = c == '\\' && !escaped;
                text.push(c);
            }
        }
    }
    texts
}

/// The commands in quotes and the options that a text names.
fn named(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for open in ["»pejl", "“pejl"] {
        for (at, _) in text.match_indices(open) {
            let command = &text[at + open.len()..];
            let command = command.split(['«', '”']).next().unwrap_or_default();
            found.insert(format!("pejl{command}"));
        }
    }
    for (at, _) in text.match_indices("--") {
        let option = text[at..]
            .split(|c: char| !(c.is_ascii_lowercase() || c == '-'))
            .next();
        found.extend(option.filter(|option| option.len() > 2).map(str::to_owned));
    }
    found
}

#[test]
fn both_languages_name_the_same_commands_and_options() {
    for (name, da, en) in every() {
        assert_eq!(named(da), named(en), "{name}: {da} / {en}");
    }
}

#[test]
fn nothing_is_said_in_the_other_language() {
    // words of the one that are no word of the other
    let danish = [" og ", " ikke ", " eller ", " der ", " på ", " til ", " af "];
    let english = [" the ", " and ", " is ", " not ", " of ", " with "];
    let spoken = |row: &str| format!(" {} ", texts(row).join(" ").replace([',', '.', '\n'], " "));
    for (name, da, en) in every() {
        let (da, en) = (spoken(da), spoken(en));
        for word in english {
            assert!(!da.contains(word), "{name} in Danish has »{}«", word.trim());
        }
        for word in danish {
            assert!(!en.contains(word), "{name} in English has »{}«", word.trim());
        }
    }
}

#[test]
fn nothing_is_shouted_or_begged_for_and_the_reader_is_du() {
    for (name, da, en) in every() {
        for text in texts(da).iter().chain(&texts(en)) {
            assert!(!text.contains('!'), "{name}: {text}");
            let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).collect();
            for word in ["please", "Please", "venligst", "Venligst", "Deres", "Dem"] {
                assert!(!words.contains(&word), "{name}: {text}");
            }
        }
    }
}

#[test]
fn each_language_has_its_own_quotation_marks() {
    for (name, da, en) in every() {
        let (da, en) = (texts(da).concat(), texts(en).concat());
        assert!(!da.contains(['“', '”']), "{name}: {da}");
        assert!(!en.contains(['»', '«']), "{name}: {en}");
    }
}

#[test]
fn a_locale_that_is_not_english_is_danish() {
    for (locale, lang) in [
        ("en_GB.UTF-8", Lang::En),
        ("EN", Lang::En),
        ("da_DK", Lang::Da),
        ("C", Lang::Da),
        ("", Lang::Da),
        ("de", Lang::Da),
    ] {
        assert_eq!(Lang::of_locale(locale), lang, "{locale}");
    }
}

#[test]
fn a_sentence_begins_with_a_capital_and_a_file_with_its_own_name() {
    assert_eq!(capital("øverst står noget"), "Øverst står noget");
    assert_eq!(capital("»neon« er intet tema"), "»neon« er intet tema");
    for name in [
        "config.toml:2:9: theme",
        "profiles/anna.json er",
        "c: findes ikke",
        "",
    ] {
        assert_eq!(capital(name), name);
    }
}

#[test]
fn dates_and_shares_follow_the_language() {
    let date = jiff::civil::date(2026, 11, 23);
    assert_eq!(Lang::Da.text().date(date), "23. november 2026");
    assert_eq!(Lang::En.text().date(date), "23 November 2026");
    assert_eq!(Lang::Da.text().percent(1.0 / 12.0), "8 %");
    assert_eq!(Lang::En.text().percent(1.0 / 12.0), "8%");
}

#[test]
fn every_detent_has_its_word_and_both_sides_have_the_same_number() {
    for lang in [Lang::Da, Lang::En] {
        let words: Vec<&str> = (-5..=5)
            .map(|v| lang.text().stand(DialValue::new(v).unwrap()))
            .collect();
        assert_eq!(words[0], lang.text().ends.0);
        assert_eq!(words[10], lang.text().ends.1);
        assert!(words[1..5].iter().all(|word| *word == words[1]));
        assert!(words[6..10].iter().all(|word| *word == words[6]));
    }
}

/// True where these words stand in a text as words.
fn says(text: &str, words: &str) -> bool {
    let text = text.to_lowercase();
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(&words.to_lowercase()).any(|(at, found)| {
        apart(text[..at].chars().next_back()) && apart(text[at + found.len()..].chars().next())
    })
}

#[test]
fn what_is_called_otherwise_now_is_nowhere_called_as_it_was() {
    const DANISH: &[&str] = &[
        "skriv ud",
        "skrevet ud",
        "stilling",
        "opskruet",
        "opskruede",
        "i front",
        "nålene",
        "visningen",
        "knapperne",
        "står i lys",
        "resten kan stadig læses",
        "nogensinde slukket",
        "beriger det",
        "den har ikke været åben",
        "hvilken aktuel udfordring",
        "hvad står i i",
        "udfordring står i i",
        "hvad har du blik for",
        "hold styr og optimér",
        "esc fortryd",
        "annuller fortryd",
        "hvornår igen",
        "skulle ses igen",
        "nabo",
        "gå videre",
        "velkomsten forfra",
        "som terminalen",
        "bevægelse til",
        "mus til",
        "enter skriver",
        "vis på knapperne",
        "vises på knapperne",
        "skru tilbage hertil",
        "over tid",
        "intet flyttet",
        "i står højst",
        "din udgave går videre",
        "lad ligge",
        "enter tager",
        "lad noget blive hjemme",
        "andres grundlag",
        "en skal bruger",
        "lavede",
        "beskeder",
        "der gør den",
        "så fint, som terminalen",
        "adskilles med",
        "det virker ikke her, men i",
        "er ukendt og virker ikke",
        "argument uden plads",
        "lidt trangt",
        "der kan tasterne også",
        "det ses bedst",
        "1 felter",
    ];
    const ENGLISH: &[&str] = &[
        "printed",
        "parted by",
        "does not hold",
        "governance",
        "cooperation",
        "help to self-help",
        "interplay",
        "resource-building",
        "committed employees",
        "producing welfare",
    ];
    for (name, danish, english) in every() {
        for words in DANISH {
            assert!(
                !texts(danish).iter().any(|text| says(text, words)),
                "{name}: {words}"
            );
        }
        for words in ENGLISH {
            assert!(
                !texts(english).iter().any(|text| says(text, words)),
                "{name}: {words}"
            );
        }
        // quotes as each language has them
        assert!(
            !texts(english).iter().any(|text| text.contains(['»', '«'])),
            "{name}"
        );
        assert!(
            !texts(danish).iter().any(|text| text.contains(['“', '”'])),
            "{name}"
        );
    }
}
