//! What a query finds, in which order, and what is shown of it.

use super::*;
use crate::core::{
    dial::DialValue,
    profile::{Bearing, BearingDial, Bearings, Edit, Extra},
};
use proptest::prelude::*;

fn bearing(id: &str, label: &str, note: &str, notes: &[(&str, &str)]) -> Bearing {
    let dial = |(mark, note): &(&str, &str)| {
        let note = (*note).to_owned();
        let dial = BearingDial {
            note,
            ..BearingDial::default()
        };
        ((*mark).to_owned(), dial)
    };
    Bearing {
        id: id.into(),
        at: "2026-11-23T08:15:00+01:00".parse().unwrap(),
        label: label.into(),
        note: note.into(),
        dials: notes.iter().map(dial).collect(),
        decisions: Vec::new(),
        extra: Extra::new(),
    }
}

fn profile() -> Profile {
    let mut profile = Profile::new("Ældre og sundhed", "kalundborg-lsg", 2);
    profile.note = "Vi venter på zebrastriben.".into();
    profile.apply(Edit::Dials(vec![("evidens".into(), DialValue::new(2).unwrap())]));
    profile.apply(Edit::Note {
        mark: "evidens".into(),
        text: "Spørg kvarterrådet\nom xylofonen".into(),
    });
    profile.bearings = Bearings::from(vec![
        bearing(
            "b1",
            "Efterår",
            "Kvartalet med jordbærret",
            &[("innovation", "Bådværftet lukkede"), ("borte", "xylofon")],
        ),
        bearing("b2", "", "", &[("innovation", "Bådværftet åbnede igen")]),
    ]);
    let first = &mut profile.bearings[0];
    let gone = first.dials.get_mut("borte").unwrap();
    gone.effect = "Ventetiden faldt".into();
    gone.learning = "Vi skal spørge før".into();
    profile
}

fn index() -> Index {
    Index::new(&Framework::built_in(), None, &profile())
}

/// The same where names are English.
fn english_index() -> Index {
    let english = Framework::built_in_english();
    Index::new(&Framework::built_in(), Some(&english), &profile())
}

fn mark(id: &str) -> MarkIndex {
    Framework::built_in().mark_by_id(id).unwrap()
}

fn first(query: &str) -> Hit {
    index().search(query, 10).into_iter().next().expect(query)
}

fn targets(query: &str) -> Vec<Target> {
    index()
        .search(query, 100)
        .into_iter()
        .map(|hit| hit.target)
        .collect()
}

/// The text with its matches in brackets.
fn marked(excerpt: &Excerpt) -> String {
    let mut text = excerpt.text.clone();
    for part in excerpt.matches.iter().rev() {
        text.insert(part.end, ']');
        text.insert(part.start, '[');
    }
    text
}

#[test]
fn a_mark_is_found_however_its_danish_letters_are_typed() {
    for query in ["oekonomi", "okonomi", "økonomi", "ØKONOMI", " Økonomi "] {
        let hit = first(query);
        assert_eq!(hit.target, Target::Mark(mark("oekonomistyring")), "{query}");
        assert_eq!(marked(&hit.title), "Differentieret og proaktiv [økonomi]styring");
    }
    for query in ["målsætning", "maalsaetning", "malsaetning", "MÅLSÆTNING"] {
        assert_eq!(first(query).target, Target::Mark(mark("maalsaetning")), "{query}");
    }
    for query in ["læring", "laering", "LÆRING"] {
        assert_eq!(targets(query), targets("læring"));
        let hit = first(query);
        let found = &hit.snippet.text[hit.snippet.matches[0].clone()];
        assert_eq!(found.to_lowercase(), "læring", "{query}");
    }
}

#[test]
fn a_letter_is_no_match_inside_the_danish_letter_that_is_written_with_it() {
    assert_eq!(targets("værftet").len(), 2);
    assert_eq!(
        targets("erftet"),
        [],
        "the e of æ begins no word and is none by itself"
    );
}

#[test]
fn everything_a_reader_or_the_framework_wrote_is_found() {
    let framework = Framework::built_in();
    let index = english_index();
    let finds = |query: &str, target: Target| {
        let hits = index.search(query, 1_000);
        assert!(hits.iter().any(|hit| hit.target == target), "{query} {target:?}");
    };
    for field in framework.field_indices() {
        finds(&framework.field(field).title, Target::Field(field));
        finds(&framework.field(field).short, Target::Field(field));
    }
    for (at, _, mark) in framework.marks() {
        let names = [&mark.title, &mark.short].into_iter().chain(&mark.title_variants);
        for text in names.chain([&mark.definition]).chain(&mark.footnote) {
            finds(text, Target::Mark(at));
        }
        for (level, text) in mark.levels.iter().enumerate() {
            finds(text, Target::Level(at, level));
        }
        let english = Framework::built_in_english();
        finds(&english.mark(at).title, Target::Mark(at));
        finds(&english.mark(at).levels[1], Target::Level(at, 1));
    }
    for (at, text) in framework.foreword.iter().enumerate() {
        finds(text, Target::Foreword(at));
    }
    finds("ventetiden", Target::BearingNote("b1".into(), "borte".into()));
    finds("spørge", Target::BearingNote("b1".into(), "borte".into()));
    finds("xylofonen", Target::Note(mark("evidens")));
    finds("zebrastriben", Target::Profile);
    finds("efterår", Target::Bearing("b1".into()));
    finds("jordbær", Target::Bearing("b1".into()));
    finds("2026-11-23", Target::Bearing("b2".into()));
    finds(
        "værftet lukkede",
        Target::BearingNote("b1".into(), "innovation".into()),
    );
    finds("xylofon", Target::BearingNote("b1".into(), "borte".into()));
}

/// A framework whose every kind of fit has one mark, in the opposite order.
fn ranked() -> Framework {
    let mut framework = Framework::built_in();
    for mark in framework.fields.iter_mut().flat_map(|field| &mut field.marks) {
        mark.title = "Andet".into();
        mark.short = "Andet".into();
        mark.title_variants.clear();
        mark.definition = "Andet".into();
        mark.levels = vec!["Andet".into(), "Andet".into()];
    }
    let [marks, more, ..] = &mut framework.fields[..] else {
        panic!()
    };
    marks.marks[0].definition = "Om lindorm".into();
    marks.marks[1].definition = "Om ormens vej".into();
    marks.marks[2].title = "Om rummet".into();
    more.marks[0].title = "Vor lindorm".into();
    more.marks[1].title = "Vor ormegård".into();
    more.marks[2].title = "Ormegård".into();
    framework.fields[2].marks[0].title = "Orm".into();
    framework
}

#[test]
fn titles_come_before_texts_and_beginnings_before_middles() {
    let framework = ranked();
    let index = Index::new(&framework, None, &Profile::new("p", "f", 1));
    let hits = index.search("orm", 100);
    let order: Vec<&str> = hits
        .iter()
        .filter_map(|hit| match hit.target {
            Target::Mark(at) if framework.mark(at).title == "Andet" => {
                Some(framework.mark(at).definition.as_str())
            }
            Target::Mark(at) => Some(framework.mark(at).title.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(
        order,
        [
            "Orm",
            "Ormegård",
            "Vor ormegård",
            "Vor lindorm",
            "Om rummet",
            "Om ormens vej",
            "Om lindorm"
        ]
    );
    assert!(hits.is_sorted_by_key(|hit| Reverse(hit.score)));
}

#[test]
fn every_word_of_a_query_must_be_there_in_any_order() {
    let at = Target::BearingNote("b1".into(), "innovation".into());
    assert_eq!(targets("lukkede bådværft"), [at]);
    assert_eq!(
        index().search("bådværft lukkede bådværft", 9),
        index().search("lukkede bådværft", 9),
        "a word twice asks no more"
    );
    assert_eq!(targets("bådværft zebra"), []);
    assert_eq!(
        targets("efterår jordbær"),
        [Target::Bearing("b1".into())],
        "label and note of one bearing count together"
    );
}

#[test]
fn a_title_is_found_by_letters_of_it_in_order() {
    let hit = first("økstyr");
    assert_eq!(hit.target, Target::Mark(mark("oekonomistyring")));
    assert_eq!(
        marked(&hit.title),
        "Differentieret og proaktiv [øk]onomi[styr]ing"
    );
    assert_eq!(targets("rytskø"), [], "not out of order");
    assert_eq!(targets("lkkd"), [], "a text is found only by what it holds");
}

#[test]
fn a_hit_shows_the_text_around_the_match_as_it_was_written() {
    let hit = first("KVARTERRAADET");
    assert_eq!(hit.target, Target::Note(mark("evidens")));
    assert_eq!(marked(&hit.snippet), "Spørg [kvarterrådet] om xylofonen");
    assert_eq!(hit.title.text, Framework::built_in().mark(mark("evidens")).title);
    let hit = first("aabnede");
    let framework = Framework::built_in();
    let title = &framework.mark(mark("innovation")).title;
    assert_eq!(hit.title.text, format!("2026-11-23 · {title}"));
    assert_eq!(marked(&hit.snippet), "Bådværftet [åbnede] igen");
}

#[test]
fn a_long_text_is_cut_between_words_around_the_match() {
    let mut profile = profile();
    profile.note = format!(
        "{}her står nålen i høstakken {}",
        "halm ".repeat(200),
        "hø ".repeat(200)
    );
    let index = Index::new(&Framework::built_in(), None, &profile);
    let hit = &index.search("naalen", 9)[0];
    assert_eq!(hit.target, Target::Profile);
    let shown = marked(&hit.snippet);
    assert!(shown.starts_with("…halm halm "), "{shown}");
    assert!(shown.contains("her står [nålen] i høstakken hø"), "{shown}");
    assert!(shown.ends_with(" hø…"), "{shown}");
    assert!(hit.snippet.text.chars().count() <= 142, "{shown}");
}

#[test]
fn a_mark_found_by_its_title_alone_shows_how_its_definition_begins() {
    let hit = first("differentieret proaktiv");
    let framework = Framework::built_in();
    let definition = &framework.mark(mark("oekonomistyring")).definition;
    assert_eq!(
        marked(&hit.title),
        "[Differentieret] og [proaktiv] økonomistyring"
    );
    assert!(definition.starts_with(hit.snippet.text.trim_end_matches('…')));
    assert!(hit.snippet.matches.is_empty());
}

#[test]
fn a_mark_found_by_its_english_title_shows_that_one() {
    let english = Framework::built_in_english();
    let at = mark("sikker-drift");
    let english = &english.mark(at).title;
    let danish = &Framework::built_in().mark(at).title.clone();
    for query in [english, danish] {
        let hit = english_index().search(query, 1).remove(0);
        assert_eq!(hit.target, Target::Mark(at));
        assert_eq!(&hit.title.text, english);
    }
    // by its Danish title: that stands beside it
    let hit = english_index().search(danish, 1).remove(0);
    assert_eq!(&hit.snippet.text, danish);
    assert!(!hit.snippet.matches.is_empty());
    assert!(hit.title.matches.is_empty(), "{:?}", hit.title);
}

#[test]
fn no_more_hits_than_asked_for_and_the_best_of_them() {
    let index = index();
    let all = index.search("og", 1_000);
    assert!(all.len() > 20);
    assert_eq!(index.search("og", 7), all[..7]);
    assert_eq!(index.search("og", 0), []);
}

#[test]
fn equally_good_bearings_come_with_the_newest_first() {
    let ids = targets("bådværftet");
    let note = |id: &str| Target::BearingNote(id.into(), "innovation".into());
    assert_eq!(ids, [note("b2"), note("b1")]);
}

#[test]
fn a_query_without_words_finds_nothing() {
    for query in ["", "   ", "\n\t", "\u{ad}"] {
        assert_eq!(targets(query), [], "{query:?}");
    }
}

#[test]
fn a_query_of_a_megabyte_is_read_as_far_as_200_characters() {
    let query = format!("økonomi {}", " ".repeat(QUERY_MAX)) + &"ø".repeat(1 << 20);
    assert_eq!(first(&query).target, Target::Mark(mark("oekonomistyring")));
    assert_eq!(targets(&"ø".repeat(1 << 20)), []);
}

proptest! {
    #[test]
    fn any_query_gives_excerpts_that_can_be_sliced(
        note in "([aeoøæå \n]|\u{30a}|\u{ad}|漢|👩\u{200d}🚒|.){0,200}", from: prop::sample::Index, length in 1usize..12,
    ) {
        let mut profile = profile();
        profile.note.clone_from(&note);
        profile.bearings[0].label.clone_from(&note);
        let index = Index::new(&Framework::built_in(), None, &profile);
        let from = from.index(note.chars().count() + 1);
        let query: String = note.chars().skip(from).take(length).collect();
        let hits = index.search(&query, 1_000);
        for hit in &hits {
            for excerpt in [&hit.title, &hit.snippet] {
                let mut end = 0;
                for part in &excerpt.matches {
                    prop_assert!(end <= part.start && part.start < part.end);
                    prop_assert!(excerpt.text.get(part.clone()).is_some());
                    end = part.end;
                }
            }
        }
        // What is taken out of a text is found in it; no word can begin in the middle of an `ae`, `oe` or `aa`.
        let torn = query.to_lowercase().starts_with(['a', 'e', '\u{30a}']) || fold(&query).trim().is_empty();
        prop_assert!(torn || hits.iter().any(|hit| hit.target == Target::Profile), "{:?}", query);
    }
}
