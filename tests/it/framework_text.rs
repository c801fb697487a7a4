//! Holds the built-in framework against the document it was taken from, word by word and in both directions.
//!
//! The source is what came out of a PDF: columns and pages in the order the file had them. The check makes two lists
//! of words. One is the source after the edits listed here, and no other. The other is the asset's texts in the order
//! the source has them, which [`layout`] spells out page by page. The lists must be the same. That the check can fail
//! is itself tested: every text is spoilt in every way that a slip of a typist would.

use pejl::core::framework::Framework;
use serde_json::Value;
use std::sync::LazyLock;

const SOURCE: &str = include_str!("../fixtures/ledelses-og-styringsgrundlag.txt");
const ASSET: &str = include_str!("../../assets/framework.da.json");

/// Words that the source divides at the end of a line; the hyphen goes.
const JOINED: [(&str, &str); 16] = [
    ("resul-", "tater"),
    ("le-", "delse"),
    ("styr-", "kelsen"),
    ("ud-", "fordrende"),
    ("ar-", "bejdsmiljø"),
    ("organisato-", "riske"),
    ("relationsopbyg-", "ning"),
    ("res-", "sourcer"),
    ("nu-", "ancere"),
    ("samska-", "belse"),
    ("men-", "nesker"),
    ("medarbej-", "derne"),
    ("under-", "støtter"),
    ("lokalsam-", "fundet"),
    ("fæl-", "lesskaber"),
    ("for-", "ventninger"),
];

/// Words that keep the hyphen they end on.
const KEPT: [&str; 2] = ["Ledelses-", "ledelses-"];

/// Stray marks: the word as the source has it, and the words it stands for.
const STRAY: [(&str, &[&str]); 2] = [
    ("resultater.-", &["resultater."]),
    ("enheder.*Ressourcer:", &["enheder.", "Ressourcer:"]),
];

/// The documents that the program lists by the names the foreword gives them.
const DOCUMENTS: [&str; 3] = [
    "Udviklingsstrategien",
    "Strategien for Attraktive Arbejdspladser",
    "Fælles Retning",
];

/// The keys whose strings are the program's and not the document's. What a question quotes is held to the text when the
/// framework is read.
const OWN: [&str; 9] = [
    "format",
    "version",
    "id",
    "language",
    "short",
    "kind",
    "columns",
    "questions",
    "notes",
];

/// Where each text starts in the source, by line: for each mark its definition, level 1 and level 2.
const STARTS: [[[usize; 3]; 3]; 4] = [
    [[87, 113, 132], [93, 117, 136], [101, 121, 140]],
    [[146, 164, 182], [152, 168, 186], [158, 172, 190]],
    [[196, 220, 239], [204, 225, 243], [214, 229, 247]],
    [[254, 272, 291], [260, 276, 295], [266, 280, 300]],
];

/// The source's words after the edits. Every edit must find its place, and exactly one.
fn edited(source: &str) -> Result<Vec<String>, String> {
    let mut used = vec![0; JOINED.len() + STRAY.len()];
    let mut words = Vec::new();
    let mut rest = source.split_whitespace().peekable();
    while let Some(word) = rest.next() {
        if let Some(at) = STRAY.iter().position(|(stray, _)| *stray == word) {
            used[JOINED.len() + at] += 1;
            words.extend(STRAY[at].1.iter().map(|w| w.to_string()));
        } else if word.ends_with('-') && !KEPT.contains(&word) {
            let next = rest.next().unwrap_or_default();
            let bare = next.trim_end_matches([',', '.', ':']);
            let pair = JOINED.iter().position(|pair| *pair == (word, bare));
            used[pair.ok_or(format!("»{word} {next}« is no listed pair"))?] += 1;
            words.push(format!("{}{next}", word.trim_end_matches('-')));
        } else {
            words.push(word.to_owned());
        }
    }
    match used.iter().position(|&times| times != 1) {
        None => Ok(words),
        Some(at) => Err(format!("edit number {at} fits {} places", used[at])),
    }
}

/// [`layout`], made once.
static LAYOUT: LazyLock<Vec<(String, bool)>> = LazyLock::new(layout);

/// The asset's texts in the order of the source: each a JSON pointer, and whether the source sets it in capitals.
fn layout() -> Vec<(String, bool)> {
    let mut all = Pages::default();
    all.add("/title_source");
    for paragraph in 1..=5 {
        all.add(format!("/foreword/{paragraph}"));
    }
    // Moved: the heading of the foreword stands within its text.
    all.add("/foreword/0");
    for paragraph in 6..=10 {
        all.add(format!("/foreword/{paragraph}"));
    }
    for field in 0..4 {
        let at = |rest: &str| format!("/fields/{field}/{rest}");
        // The overview of the field: its title, and each mark with its definition.
        if field == 0 {
            // Moved: the first definition comes first, its title and the field's come last. The second mark has the
            // variant of its title here.
            all.add(at("marks/0/definition"));
            all.add(at("marks/1/title_variants/0"));
            all.add(at("marks/1/definition"));
            all.add(at("marks/2/title"));
            all.add(at("marks/2/definition"));
            all.add(at("marks/0/title"));
            all.add(at("title_source"));
        } else {
            all.add(at("title_source"));
            for mark in 0..3 {
                all.add(at(&format!("marks/{mark}/title")));
                all.add(at(&format!("marks/{mark}/definition")));
                if (field, mark) == (2, 0) {
                    all.add(at("marks/0/footnote"));
                }
            }
        }
        // The page of the levels: the two labels stand between the blocks.
        for level in 0..2 {
            if level == 1 {
                all.add_in_capitals("/levels/0");
                all.add_in_capitals("/levels/1");
            }
            all.add(at("title_source"));
            for mark in 0..3 {
                all.add(at(&format!("marks/{mark}/title")));
                all.add(at(&format!("marks/{mark}/levels/{level}")));
            }
        }
    }
    all.0
}

#[derive(Default)]
struct Pages(Vec<(String, bool)>);

impl Pages {
    fn add(&mut self, pointer: impl Into<String>) {
        self.0.push((pointer.into(), false));
    }

    fn add_in_capitals(&mut self, pointer: impl Into<String>) {
        self.0.push((pointer.into(), true));
    }
}

/// Every string of the asset that is of the document, as JSON pointers.
fn texts(asset: &Value) -> Vec<String> {
    fn walk(value: &Value, pointer: String, found: &mut Vec<String>) {
        match value {
            Value::String(_) => found.push(pointer),
            Value::Array(items) => {
                items
                    .iter()
                    .enumerate()
                    .for_each(|(at, item)| walk(item, format!("{pointer}/{at}"), found));
            }
            Value::Object(members) => members
                .iter()
                .filter(|(key, _)| !OWN.contains(&key.as_str()))
                .for_each(|(key, item)| walk(item, format!("{pointer}/{key}"), found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(asset, String::new(), &mut found);
    found
}

fn text<'a>(asset: &'a Value, pointer: &str) -> Result<&'a str, String> {
    asset
        .pointer(pointer)
        .and_then(Value::as_str)
        .ok_or(format!("no text at {pointer}"))
}

/// »VI HOLDER STYR« becomes »Vi holder styr«.
fn sentence_case(capitals: &str) -> String {
    let mut chars = capitals.chars();
    chars
        .next()
        .into_iter()
        .chain(chars.as_str().to_lowercase().chars())
        .collect()
}

/// The whole check: that source and asset have the same words, and that the texts which do not stand in the source
/// as they are follow from ones that do.
fn compare(source: &str, asset: &Value) -> Result<(), String> {
    compare_words(&edited(source)?, asset)
}

/// [`compare`], with a source that is edited already.
fn compare_words(source: &[String], asset: &Value) -> Result<(), String> {
    let mut words = source.iter().enumerate();
    let mut same = |pointer: &str, word: &str| match words.next() {
        Some((_, there)) if there == word => Ok(()),
        there => Err(format!("{pointer} has {word:?}, the source {there:?}")),
    };
    for (pointer, capitals) in &*LAYOUT {
        for word in text(asset, pointer)?.split_whitespace() {
            match capitals {
                true => same(pointer, &word.to_uppercase())?,
                false => same(pointer, word)?,
            }
        }
    }
    if let Some(left) = words.next() {
        return Err(format!("the asset ends before {left:?}"));
    }

    for pointer in texts(asset) {
        let here = text(asset, &pointer)?;
        if here != here.split_whitespace().collect::<Vec<_>>().join(" ") {
            return Err(format!("{pointer} has odd spaces"));
        }
        if LAYOUT.iter().any(|(known, _)| *known == pointer) {
            continue;
        }
        let follows = match pointer.rsplit('/').next() {
            _ if pointer == "/title" || pointer == "/organisation" => {
                let whole = format!("{}s {}", text(asset, "/organisation")?, text(asset, "/title")?);
                whole == text(asset, "/title_source")?
            }
            _ if pointer.starts_with("/documents/") => {
                let foreword = text(asset, "/foreword/9")?;
                DOCUMENTS.contains(&here) && foreword.contains(here)
            }
            Some("title") => sentence_case(text(asset, &format!("{pointer}_source"))?) == here,
            _ => false,
        };
        if !follows {
            return Err(format!("{pointer} is not in the source: {here}"));
        }
    }
    for name in asset["levels"].as_array().into_iter().flatten() {
        let name = name.as_str().unwrap_or_default();
        if sentence_case(&name.to_uppercase()) != name {
            return Err(format!("the level's name is not in sentence case: {name}"));
        }
    }
    Ok(())
}

fn asset() -> Value {
    serde_json::from_str(ASSET).unwrap()
}

/// Puts a text in place of another, which is given back.
fn put(asset: &mut Value, pointer: &str, text: Value) -> Value {
    std::mem::replace(asset.pointer_mut(pointer).unwrap(), text)
}

#[test]
fn the_asset_and_the_source_have_the_same_words_in_the_same_order() {
    compare(SOURCE, &asset()).unwrap();
}

#[test]
fn the_program_reads_the_same_texts_that_the_check_does() {
    let (framework, asset) = (Framework::built_in(), asset());
    let mut read: Vec<&String> = vec![&framework.title, &framework.organisation];
    read.extend(&framework.title_source);
    read.extend(
        framework
            .foreword
            .iter()
            .chain(&framework.documents)
            .chain(&framework.levels),
    );
    for field in &framework.fields {
        read.extend([&field.title].into_iter().chain(&field.title_source));
        for mark in &field.marks {
            read.extend(
                [&mark.title, &mark.definition]
                    .into_iter()
                    .chain(&mark.title_variants),
            );
            read.extend(mark.levels.iter().chain(&mark.footnote));
        }
    }
    let mut checked: Vec<&str> = texts(&asset)
        .iter()
        .map(|pointer| text(&asset, pointer).unwrap())
        .collect();
    read.sort();
    checked.sort();
    assert_eq!(read, checked);
}

#[test]
fn each_text_starts_at_its_line_of_the_source() {
    let lines: Vec<&str> = SOURCE.lines().collect();
    for (field, marks) in Framework::built_in().fields.iter().zip(STARTS) {
        for (mark, starts) in field.marks.iter().zip(marks) {
            let texts = [&mark.definition, &mark.levels[0], &mark.levels[1]];
            for (text, line) in texts.into_iter().zip(starts) {
                let first: Vec<_> = lines[line - 1].split_whitespace().take(5).collect();
                assert!(text.starts_with(&first.join(" ")), "line {line}: {text}");
            }
        }
    }
}

#[test]
fn a_word_dropped_added_or_altered_in_any_text_is_noticed() {
    let (source, mut asset) = (edited(SOURCE).unwrap(), asset());
    let texts = texts(&asset);
    assert!(texts.len() > 70, "{}", texts.len());
    for pointer in &texts {
        let whole = &text(&asset, pointer).unwrap().to_owned();
        let words: Vec<&str> = whole.split(' ').collect();
        let mut spoilt: Vec<String> = vec![String::new(), format!("og {whole}"), format!("{whole} og")];
        spoilt.extend([
            format!("{whole} "),
            format!("{whole}."),
            format!("{whole}\u{ad}"),
            whole.to_uppercase(),
        ]);
        for at in 0..words.len() {
            let with = |word: &[&str]| [&words[..at], word, &words[at + 1..]].concat().join(" ");
            spoilt.push(with(&[]));
            spoilt.push(with(&[words[at], words[at]]));
            spoilt.push(with(&[&format!("{}x", words[at])]));
            spoilt.push(with(&[&words[at].chars().skip(1).collect::<String>()]));
            spoilt.push(with(&[&swapped_case(words[at])]));
            spoilt.push(with(&[&format!("{}\n", words[at])]));
        }
        for text in spoilt.into_iter().filter(|text| text != whole) {
            put(&mut asset, pointer, text.clone().into());
            assert!(compare_words(&source, &asset).is_err(), "{pointer}: {text:?}");
        }
        put(&mut asset, pointer, whole.as_str().into());
    }
    compare_words(&source, &asset).unwrap();
}

/// The word with the case of its first letter changed, or with a stroke before it where it has no case.
fn swapped_case(word: &str) -> String {
    let first = word.chars().next().unwrap();
    let other = if first.is_lowercase() {
        first.to_uppercase().collect()
    } else if first.is_uppercase() {
        first.to_lowercase().collect()
    } else {
        format!("'{first}")
    };
    other + &word.chars().skip(1).collect::<String>()
}

#[test]
fn two_texts_in_each_other_s_place_are_noticed() {
    let (source, mut asset) = (edited(SOURCE).unwrap(), asset());
    let texts = texts(&asset);
    for (at, one) in texts.iter().enumerate() {
        for other in texts[at + 1..]
            .iter()
            .filter(|other| !other.starts_with("/documents") || !one.starts_with("/documents"))
        {
            let there = asset.pointer(other).unwrap().clone();
            let here = put(&mut asset, one, there);
            let there = put(&mut asset, other, here.clone());
            assert!(
                here == there || compare_words(&source, &asset).is_err(),
                "{one} and {other}"
            );
            put(&mut asset, one, here);
            put(&mut asset, other, there);
        }
    }
    compare_words(&source, &asset).unwrap();
}

#[test]
fn a_text_too_many_or_too_few_is_noticed() {
    let mut more = asset();
    more["foreword"].as_array_mut().unwrap().push("Og mere.".into());
    assert!(compare(SOURCE, &more).is_err());
    let mut note = asset();
    note["fields"][0]["marks"][0]["footnote"] = "Ressourcer: både penge og personer.".into();
    assert!(compare(SOURCE, &note).is_err());
    for pointer in texts(&asset()) {
        // A title that follows from another text, and a document's name, may go without the source losing a word.
        let follows =
            ["/title", "/organisation"].contains(&pointer.as_str()) || pointer.starts_with("/documents/");
        let field_title = pointer.ends_with("/title") && !pointer.contains("/marks/");
        if follows || field_title {
            continue;
        }
        let mut less = asset();
        put(&mut less, &pointer, Value::Null);
        assert!(compare(SOURCE, &less).is_err(), "{pointer}");
    }
}

#[test]
fn a_line_lost_from_the_source_or_said_twice_is_noticed() {
    let lines: Vec<&str> = SOURCE.lines().collect();
    let asset = asset();
    for at in (0..lines.len()).filter(|&at| !lines[at].trim().is_empty()) {
        let lost = [&lines[..at], &lines[at + 1..]].concat().join("\n");
        assert!(compare(&lost, &asset).is_err(), "line {} lost", at + 1);
        let twice = [&lines[..=at], &lines[at..]].concat().join("\n");
        assert!(compare(&twice, &asset).is_err(), "line {} twice", at + 1);
    }
}

#[test]
fn the_notes_name_every_edit_that_was_made() {
    let notes = Framework::built_in().notes.join("\n");
    for (first, last) in JOINED {
        assert!(notes.contains(&format!("{first}{last}")), "{first}{last}");
    }
    for (stray, meant) in STRAY {
        assert!(notes.contains(meant[0]), "{stray}");
    }
    assert!(
        notes.contains("NIVEAU 1 og NIVEAU 2"),
        "the reading of the labels"
    );
    assert!(
        notes.contains("De 2 sidste felter"),
        "the reading of the last two"
    );
}

#[test]
fn the_short_titles_are_the_agreed_ones() {
    let framework = Framework::built_in();
    let fields: Vec<_> = framework
        .fields
        .iter()
        .map(|field| field.short.as_str())
        .collect();
    assert_eq!(fields, ["Optimerer", "Samskaber", "Drift", "Styrker"]);
    let marks: Vec<_> = framework
        .marks()
        .map(|(_, _, mark)| mark.short.as_str())
        .collect();
    let agreed = "Arbejdsmiljø, Målsætning, Helhedsmål, Samskabelse, Innovation, Relationer, Sikker drift, \
                  Økonomistyring, Evidens, Ressourceopbygning, Tilpasning, Fællesskaber";
    assert_eq!(marks.join(", "), agreed);
}
