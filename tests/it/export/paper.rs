//! PDF and PNG. What stands in a PDF is read by poppler, a program that is not ours; where it is not installed that is said
//! and the rest is tested.

use super::*;
use flate2::read::ZlibDecoder;
use std::{
    io::{Read, Write},
    process::{Command, Stdio},
};

/// The profile as PDF.
fn pdf(framework: &Framework, profile: &Profile, lang: Lang, what: What) -> Vec<u8> {
    let input = Input {
        what: Some(what),
        ..input(framework, profile, lang)
    };
    export(Format::Pdf, &input).unwrap()
}

/// How many pages a PDF has, as it says itself.
fn count(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let (_, rest) = text.split_once("/Count ").expect("pages");
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

/// What a PDF says on these pages as poppler reads it, white space made one blank; nothing where poppler is not installed.
fn told(pdf: &[u8], pages: Option<(usize, usize)>) -> Option<String> {
    let mut command = Command::new("pdftotext");
    if let Some((first, last)) = pages {
        command.args(["-f", &first.to_string(), "-l", &last.to_string()]);
    }
    let reader = command
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut reader) = reader else {
        eprintln!("pdftotext is not installed: what stands in the PDF is not read");
        return None;
    };
    reader.stdin.take().unwrap().write_all(pdf).unwrap();
    let out = reader.wait_with_output().unwrap();
    assert!(out.status.success());
    let text = String::from_utf8(out.stdout).unwrap();
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn a_pdf_says_its_title_and_language_and_holds_its_fonts() {
    let framework = Framework::built_in();
    for (lang, tag) in [(Lang::Da, "(da)"), (Lang::En, "(en)")] {
        let bytes = pdf(&framework, &sample(), lang, What::Sheet);
        assert!(bytes.starts_with(b"%PDF-1."));
        let text = String::from_utf8_lossy(&bytes);
        for part in [
            &format!("/Lang {tag}"),
            "/Title ",
            "/Outlines ",
            "PEJLAA+Inter-Regular",
            "PEJLAA+Inter-SemiBold",
            "/FontFile2 ",
            "/ToUnicode ",
        ] {
            assert!(text.contains(part), "{part}");
        }
    }
}

#[test]
fn every_definition_and_text_stands_in_the_pdf_as_it_is() {
    let framework = Framework::built_in();
    for what in [What::Sheet, What::Cards, What::All] {
        for level in [1, 2] {
            let mut profile = sample();
            profile.level = level;
            let bytes = pdf(&framework, &profile, Lang::Da, what);
            let Some(told) = told(&bytes, None) else { return };
            for (_, _, mark) in framework.marks() {
                let own = &mark.levels[usize::from(level) - 1];
                let mut texts = vec![&mark.title, &mark.definition, own];
                if what == What::Cards {
                    texts.extend(&mark.levels);
                }
                texts.extend(&mark.footnote);
                for text in texts {
                    assert!(told.contains(text.as_str()), "{what:?} lacks {text}:\n{told}");
                }
            }
        }
    }
}

#[test]
fn the_first_page_holds_what_matters_and_lines_to_write_on_and_the_second_all_marks() {
    let framework = Framework::built_in();
    let bytes = pdf(&framework, &sample(), Lang::Da, What::Sheet);
    assert_eq!(count(&bytes), 3);
    let Some(first) = told(&bytes, Some((1, 1))) else {
        return;
    };
    for part in [
        "Anna Østergaard",
        "Det, der fylder nu",
        "Handler om at producere velfærd gennem samskabelse",
        "Inddrager borgere i skabelsen af velfærd",
        "+3 → +4",
        "Hvilket behov? Nyt botilbud: pårørende",
        "Effekt: De unge kom selv med forslag.",
        "Vi lukker onsdagsmødet",
        "Det aftalte vi",
    ] {
        assert!(first.contains(part), "the first page lacks {part}: {first}");
    }
    let second = told(&bytes, Some((2, 2))).unwrap();
    for (_, field, mark) in framework.marks() {
        assert!(second.contains(&mark.title) && second.contains(&field.title));
    }
}

/// A profile with as much written everywhere as may be.
fn long() -> Profile {
    let mut profile = sample();
    let text = || "Et langt behov, som fylder meget. ".repeat(290);
    for dial in profile.dials.values_mut() {
        dial.note = text();
    }
    for bearing in bearings(&mut profile).iter_mut() {
        for (_, dial) in bearing.dials.iter_mut() {
            (dial.effect, dial.learning) = (text(), text());
        }
    }
    for decision in &mut profile.decisions {
        decision.text = text();
    }
    profile.name = "Ø".repeat(64);
    profile.unit = "Enhed ".repeat(33);
    profile.note = text();
    profile.challenge = text();
    profile
}

#[test]
fn what_has_no_room_on_the_first_page_stands_on_a_later_one_and_that_is_said() {
    let framework = Framework::built_in();
    let bytes = pdf(&framework, &long(), Lang::Da, What::Sheet);
    let Some(first) = told(&bytes, Some((1, 1))) else {
        return;
    };
    assert!(first.contains("Det aftalte vi"), "{first}");
    assert!(
        first.contains("Står på næste side, fordi her ikke er plads:"),
        "{first}"
    );
    assert!(first.contains("Rettidig samskabelse"), "decided about");
    let second = told(&bytes, Some((2, 2))).unwrap();
    assert!(second.starts_with("Alle pejlemærker"), "{second}");
    let all = told(&bytes, None).unwrap();
    assert!(all.matches("Et langt behov, som fylder meget.").count() > 290 * 10);
}

#[test]
fn a_short_note_stands_once_on_the_sheet_and_makes_no_page_and_marks_beyond_the_most_are_named() {
    let framework = Framework::built_in();
    let mut profile = Profile::new("Min profil", "kalundborg-lsg", 2);
    for (_, _, mark) in framework.marks() {
        let dial = profile.dials.entry(mark.id.clone()).or_default();
        dial.value = pejl::core::dial::DialValue::new(3).unwrap();
    }
    profile.dials.get_mut("evidens").unwrap().value = pejl::core::dial::DialValue::new(5).unwrap();
    profile.dials.get_mut("evidens").unwrap().note = "Et kort behov".into();
    let bytes = pdf(&framework, &profile, Lang::Da, What::Sheet);
    assert_eq!(count(&bytes), 2);
    let html = text(Format::Html, &profile, Lang::Da);
    assert_eq!(html.matches("Et kort behov").count(), 1);
    assert!(html.contains("Står på næste side, fordi her ikke er plads:"));
    // of two lines it stands as it was written too
    profile.dials.get_mut("evidens").unwrap().note = "Et kort behov\nPå to linjer".into();
    assert_eq!(count(&pdf(&framework, &profile, Lang::Da, What::Sheet)), 3);
}

#[test]
fn where_nothing_was_turned_the_pdf_is_an_invitation() {
    let framework = Framework::built_in();
    let bytes = pdf(
        &framework,
        &Profile::new("Min profil", "kalundborg-lsg", 2),
        Lang::Da,
        What::Sheet,
    );
    assert_eq!(count(&bytes), 2);
    let Some(first) = told(&bytes, Some((1, 1))) else {
        return;
    };
    assert!(first.contains("Vælg sammen de pejlemærker på næste side"));
}

#[test]
fn letters_that_the_fonts_lack_and_hostile_text_break_no_pdf() {
    let mut profile = hostile();
    for dial in profile.dials.values_mut() {
        dial.note = "مرحبا 😀 日本 \u{1b}[31m æøå »«−".into();
    }
    let framework = Framework::built_in();
    for what in What::ALL {
        let bytes = pdf(&framework, &profile, Lang::Da, what);
        let Some(told) = told(&bytes, None) else { return };
        assert!(!told.contains('\u{1b}'));
        if what == What::Sheet {
            // one sign stands for letters in a row that are not there
            assert!(told.contains("○ ○ ○ æøå »«−"), "{told}");
        }
    }
}

#[test]
fn a_framework_of_any_size_has_a_card_for_each_mark_with_a_back() {
    for (fields, marks, pages) in [(1, 1, 2), (4, 3, 4), (12, 12, 36)] {
        let framework = framework(fields, marks);
        let bytes = pdf(&framework, &sample(), Lang::Da, What::Cards);
        assert_eq!(count(&bytes), pages, "{fields}×{marks}");
    }
}

/// The width and the height of a PNG, and its pixels in rows, each with a byte before it.
fn pixels(png: &[u8]) -> (usize, usize, Vec<u8>) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()) as usize;
    let (wide, high) = (number(16), number(20));
    let long = number(33);
    let mut rows = Vec::new();
    ZlibDecoder::new(&png[41..41 + long])
        .read_to_end(&mut rows)
        .unwrap();
    (wide, high, rows)
}

#[test]
fn the_picture_in_pixels_is_as_wide_as_a_slide_and_has_the_fields_colours() {
    let (wide, high, rows) = pixels(&exported(Format::Png, &sample(), Lang::Da));
    assert_eq!((wide, high), (2400, 1697));
    assert_eq!(rows.len(), (wide * 3 + 1) * high);
    for colour in [
        [0x2a, 0x44, 0xbc],
        [0x1a, 0x80, 0x60],
        [0x5c, 0x25, 0x51],
        [0x99, 0x4c, 0x11],
    ] {
        let seen = rows
            .chunks_exact(wide * 3 + 1)
            .flat_map(|row| row[1..].chunks_exact(3))
            .filter(|pixel| *pixel == colour)
            .count();
        assert!(seen > 5_000, "{colour:?}: {seen}");
    }
}
