//! Markdown, read by a CommonMark parser.

use super::*;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// The text as a reader sees it, a line for each block.
pub fn seen(markdown: &str) -> String {
    let mut out = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Text(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell) => out.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => out.push('\n'),
            _ => {}
        }
    }
    out
}

#[test]
fn markdown_has_the_headings_and_tables_it_should() {
    for (lang, questions) in [(Lang::Da, "Spejlet spørger"), (Lang::En, "The mirror asks")] {
        let markdown = text(Format::Markdown, &sample(), lang);
        let events: Vec<_> = Parser::new_ext(&markdown, Options::ENABLE_TABLES).collect();
        let count = |wanted: fn(&Event) -> bool| events.iter().filter(|event| wanted(event)).count();
        assert_eq!(count(|event| matches!(event, Event::Start(Tag::Table(_)))), 4);
        assert_eq!(count(|event| matches!(event, Event::Start(Tag::TableRow))), 12);
        assert_eq!(
            count(|event| matches!(event, Event::End(TagEnd::Heading(HeadingLevel::H1)))),
            1
        );
        assert_eq!(
            count(|event| matches!(event, Event::End(TagEnd::Heading(HeadingLevel::H2)))),
            7
        );
        assert!(seen(&markdown).contains(questions));
    }
}

#[test]
fn hostile_text_reads_as_it_was_typed_and_is_no_markup() {
    let markdown = text(Format::Markdown, &hostile(), Lang::Da);
    for event in Parser::new_ext(&markdown, Options::all()) {
        let markup = matches!(
            event,
            Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Code(_)
                | Event::Start(Tag::Link { .. } | Tag::Image { .. })
        );
        assert!(!markup, "{event:?}");
    }
    let typed = "=1+1</style><script>alert(1)</script>]]>&amp;\"'|*_`#[x](http://x)<!--";
    assert!(seen(&markdown).matches(typed).count() > 20);
}

#[test]
fn a_line_that_begins_like_markup_is_a_line() {
    for note in [
        "- a", "+ a", "1. a", "12) a", "# a", "> a", "===", "---", "```", "    a", "| a |", "~~~",
    ] {
        let mut profile = sample();
        profile.dials.get_mut("evidens").unwrap().note = format!("før\n{note}\nefter");
        let markdown = text(Format::Markdown, &profile, Lang::Da);
        let expected = format!("før\n{}\nefter\n", note.trim());
        assert!(seen(&markdown).contains(&expected), "{note}\n{markdown}");
    }
}

#[test]
fn what_was_written_at_a_bearing_is_told_of_marks_that_did_not_move_too() {
    let mut profile = sample();
    let dial = bearings(&mut profile)[1]
        .dials
        .entry("relationer".into())
        .or_default();
    dial.learning = "Kaffe hjælper.".into();
    assert!(text(Format::Markdown, &profile, Lang::Da).contains("Læring: Kaffe hjælper."));
}

#[test]
fn the_date_of_a_decision_begins_no_list_of_numbers() {
    let markdown = text(Format::Markdown, &sample(), Lang::Da);
    let numbered = |event: &Event| matches!(event, Event::Start(Tag::List(Some(_))));
    let lists = Parser::new_ext(&markdown, Options::all())
        .filter(numbered)
        .count();
    assert_eq!(lists, 0);
    assert!(seen(&markdown).contains("2. november 2026\n"), "{markdown}");
}

#[test]
fn an_answer_stands_under_its_question() {
    let mut profile = sample();
    let asked = "enriches:relationer";
    profile.replies.entry(asked.into()).or_default().text = "Det gør det sikkert.".into();
    let told = text(Format::Markdown, &profile, Lang::Da);
    assert!(told.contains("Svar: Det gør det sikkert."), "{told}");
    profile.replies.get_mut(asked).unwrap().text.clear();
    profile.replies.get_mut(asked).unwrap().put_away = true;
    assert!(!text(Format::Markdown, &profile, Lang::Da).contains("Nysgerrig relationsopbygning. Hvilket"));
}
