//! Full-text find over the framework and a profile. Owns what is searched and how hits are ranked; which spellings are
//! the same is [`core::fold`](crate::core::fold)'s, and what the find screen looks like is the interface's.
//!
//! All words of a query must be in what is found: titles, definition and footnote of a mark together, label and note of
//! a bearing, anything else by itself. A title is also found by letters of it in order, from the start of one of its
//! words (`økstyr`), a long text only by what it holds. That takes a few lines here, so no matcher library is used.

use crate::core::{
    fold::{Folded, fold},
    framework::{FieldIndex, Framework, MarkIndex, Translation},
    profile::Profile,
};
use std::{cmp::Reverse, ops::Range, sync::Arc};
use unicode_segmentation::UnicodeSegmentation;

/// Characters of a query that are read.
pub const QUERY_MAX: usize = 200;

/// Graphemes of a snippet: at most these before the match, and from the match on.
const SNIPPET: (usize, usize) = (40, 100);

/// Letters that a word must have to be found by letters in order, and how many times its length it may then span.
const FUZZY: (usize, usize) = (3, 5);

/// What a hit leads to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A field.
    Field(FieldIndex),
    /// A mark: its titles, definition and footnote.
    Mark(MarkIndex),
    /// What a mark asks at a level, counted from 0.
    Level(MarkIndex, usize),
    /// The profile's note on a mark.
    Note(MarkIndex),
    /// The bearing with this id: its label, date and note.
    Bearing(String),
    /// What a bearing (by id) says of a mark (by id, which the framework may lack): note, effect, learning.
    BearingNote(String, String),
    /// An entry of the foreword, counted from 0.
    Foreword(usize),
    /// The profile: its name, note, unit and challenge.
    Profile,
}

/// Text as it was written, and the parts of it that match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The text, without line breaks; `…` stands where it was cut.
    pub text: String,
    /// The matches in `text`, in bytes on character boundaries, in order and apart from each other.
    pub matches: Vec<Range<usize>>,
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it leads.
    pub target: Target,
    /// What it is called: a title, a label or a date (ISO).
    pub title: Excerpt,
    /// The text around the first match; where only the title matches, the beginning of what is under it, or empty.
    pub snippet: Excerpt,
    /// Higher is better; says something only beside the other hits of the same search.
    pub score: u32,
}

/// Everything that can be found, folded. It holds copies, and stays as it was when the profile changes.
#[derive(Clone, Debug)]
pub struct Index {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    target: Target,
    /// What it is called on screen, and what of it is meant, if a part.
    title: (Arc<str>, Option<Arc<str>>),
    /// The names it is found by, each better than any text.
    names: Vec<Searched>,
    texts: Vec<Searched>,
}

/// A text and its folded form.
#[derive(Clone, Debug)]
struct Searched {
    written: String,
    folded: String,
}

impl Searched {
    fn new(written: &str) -> Option<Self> {
        (!written.trim().is_empty()).then(|| Self {
            written: written.to_owned(),
            folded: fold(written),
        })
    }
}

fn searched<'a>(texts: impl IntoIterator<Item = &'a String>) -> Vec<Searched> {
    texts.into_iter().filter_map(|text| Searched::new(text)).collect()
}

/// How well a word fits, in points: what the framework and the reader call a thing before what is said of it.
#[derive(Clone, Copy)]
enum Fit {
    TextPart = 10,
    TextWord = 20,
    Fuzzy = 30,
    NamePart = 40,
    NameWord = 50,
    NameStart = 60,
}

/// More points for a word that is there whole and not only begun.
const WHOLE: u32 = 5;

impl Index {
    /// Reads everything that can be found, in the order in which equally good hits come: the framework's own order, the
    /// profile, its bearings with the newest first.
    pub fn new(framework: &Framework, translation: Option<&Translation>, profile: &Profile) -> Self {
        let mut entries = Vec::new();
        framework_entries(framework, translation, &mut entries);
        profile_entries(named(framework, translation), profile, &mut entries);
        entries.retain(|entry| !entry.names.is_empty() || !entry.texts.is_empty());
        Self { entries }
    }

    /// The best hits, at most `limit`, the best first; none for a query without a word. A query is read as far as
    /// [`QUERY_MAX`] characters.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        let folded = fold_query(query);
        let words = words(&folded);
        if words.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(u32, &Entry)> = self
            .entries
            .iter()
            .filter_map(|entry| Some((entry.score(&words)?, entry)))
            .collect();
        found.sort_by_key(|(score, _)| Reverse(*score));
        found.truncate(limit);
        found
            .into_iter()
            .map(|(score, entry)| entry.hit(&words, score))
            .collect()
    }
}

/// How well a name fits a query, and the parts of it that match, as a title is found by [`Index::search`]: the points,
/// more being better, or nothing where a word is nowhere in it. Every name fits a query without a word.
pub fn fit(query: &str, name: &str) -> Option<(u32, Vec<Range<usize>>)> {
    let folded = fold_query(query);
    let words = words(&folded);
    let names = searched([&name.to_owned()]);
    let points = |word: &&str| name_fit(&names, word).or_else(|| fuzzy_fit(&names, word));
    let points = words.iter().map(points).sum::<Option<u32>>()?;
    Some((points, matches(name, &words, true)))
}

/// How closely a word is met, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// As a whole word.
    Whole,
    /// As the beginning of one.
    Begun,
    /// Inside one.
    Part,
    /// By letters of it in order.
    Letters,
}

/// How closely a name or one of its other words meets a query, and whether the name alone does, with the parts of the name
/// that match. Each word of the query counts where it is met best, and the one that is met worst decides; nothing where a
/// word is nowhere. Other words are met from their beginning on. Every name meets a query without a word.
pub fn meet(query: &str, name: &str, others: &[&str]) -> Option<(Closeness, bool, Vec<Range<usize>>)> {
    let folded = fold_query(query);
    let words = words(&folded);
    let (name_folded, others) = (fold(name), others.iter().map(|other| fold(other)));
    let others: Vec<String> = others.collect();
    let in_name = |word: &str| match look(word, &name_folded) {
        Some(found) => Some(found.closeness()),
        None => in_order(word, &name_folded).map(|_| Closeness::Letters),
    };
    let in_others = |word: &str| {
        let found = others.iter().filter_map(|other| look(word, other));
        let begun = found.filter(|found| *found != Found::Part).max();
        begun.map(Found::closeness)
    };
    let (mut closeness, mut named) = (Closeness::Whole, true);
    for word in &words {
        let (name, other) = (in_name(word), in_others(word));
        let best = [name, other].into_iter().flatten().min()?;
        named &= name == Some(best);
        closeness = closeness.max(best);
    }
    Some((closeness, named, matches(name, &words, named)))
}

/// The parts of a text that the words of a query match.
pub fn marked(query: &str, text: &str) -> Vec<Range<usize>> {
    let folded = fold_query(query);
    matches(text, &words(&folded), false)
}

/// A query as it is compared, as far as [`QUERY_MAX`] characters.
fn fold_query(query: &str) -> String {
    let end = query
        .char_indices()
        .nth(QUERY_MAX)
        .map_or(query.len(), |(at, _)| at);
    fold(&query[..end])
}

/// The words of a folded query, each once, the longest first: it is the one that most texts lack.
fn words(folded: &str) -> Vec<&str> {
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    words.sort_unstable_by_key(|word| (Reverse(word.len()), *word));
    words.dedup();
    words
}

/// The points of a word in the best place it has in one of these names.
fn name_fit(names: &[Searched], word: &str) -> Option<u32> {
    let points = |name: &Searched| match look(word, &name.folded)? {
        Found::Part => Some(Fit::NamePart as u32),
        found @ (Found::Begun | Found::Whole) => {
            let start = name.folded.starts_with(word);
            let fit = if start { Fit::NameStart } else { Fit::NameWord };
            Some(fit as u32 + found.bonus())
        }
    };
    names.iter().filter_map(points).max()
}

/// The points of a word whose letters are found in order in one of these names.
fn fuzzy_fit(names: &[Searched], word: &str) -> Option<u32> {
    let found = names.iter().any(|name| in_order(word, &name.folded).is_some());
    found.then_some(Fit::Fuzzy as u32)
}

/// The framework whose names are shown: the translation's where there is one.
fn named<'a>(framework: &'a Framework, translation: Option<&'a Translation>) -> &'a Framework {
    translation.map_or(framework, |translation| translation.names())
}

fn framework_entries(framework: &Framework, translation: Option<&Translation>, entries: &mut Vec<Entry>) {
    let names = named(framework, translation);
    for index in framework.field_indices() {
        let field = framework.field(index);
        let english = translation.map(|translation| translation.field(index));
        let english = english.iter().flat_map(|field| [&field.title, &field.short]);
        entries.push(Entry {
            target: Target::Field(index),
            title: (names.field(index).title.as_str().into(), None),
            names: searched([&field.title, &field.short].into_iter().chain(english)),
            texts: Vec::new(),
        });
        for index in framework.marks_of(index) {
            mark_entries(framework, translation, index, entries);
        }
    }
    let heading: Arc<str> = names.foreword_heading().unwrap_or(&names.title).into();
    for (at, paragraph) in framework.foreword.iter().enumerate() {
        let english = translation.and_then(|translation| translation.foreword().get(at));
        entries.push(Entry {
            target: Target::Foreword(at),
            title: (heading.clone(), None),
            names: Vec::new(),
            texts: searched([paragraph].into_iter().chain(english)),
        });
    }
}

fn mark_entries(
    framework: &Framework,
    translation: Option<&Translation>,
    index: MarkIndex,
    entries: &mut Vec<Entry>,
) {
    let english = translation.map(|translation| translation.mark(index));
    let both = || [Some(framework.mark(index)), english].into_iter().flatten();
    let names = named(framework, translation);
    let title: Arc<str> = names.mark(index).title.as_str().into();
    entries.push(Entry {
        target: Target::Mark(index),
        title: (title.clone(), None),
        names: searched(
            both().flat_map(|mark| [&mark.title, &mark.short].into_iter().chain(&mark.title_variants)),
        ),
        texts: searched(both().flat_map(|mark| [&mark.definition].into_iter().chain(&mark.footnote))),
    });
    for (level, name) in names.levels.iter().enumerate() {
        entries.push(Entry {
            target: Target::Level(index, level),
            title: (title.clone(), Some(name.as_str().into())),
            names: Vec::new(),
            texts: searched(both().filter_map(|mark| mark.levels.get(level))),
        });
    }
}

fn profile_entries(framework: &Framework, profile: &Profile, entries: &mut Vec<Entry>) {
    for (index, _, mark) in framework.marks() {
        entries.extend(profile.dials.get(&mark.id).map(|dial| Entry {
            target: Target::Note(index),
            title: (mark.title.as_str().into(), None),
            names: Vec::new(),
            texts: searched([&dial.note]),
        }));
    }
    entries.push(Entry {
        target: Target::Profile,
        title: (profile.name.as_str().into(), None),
        names: searched([&profile.name]),
        texts: searched([&profile.note, &profile.unit, &profile.challenge]),
    });
    for bearing in profile.bearings.iter().rev() {
        let date = bearing.at.date().to_string();
        let called = if bearing.label.trim().is_empty() {
            &date
        } else {
            &bearing.label
        };
        let title: Arc<str> = called.as_str().into();
        entries.push(Entry {
            target: Target::Bearing(bearing.id.clone()),
            title: (title.clone(), None),
            names: searched([&bearing.label, &date]),
            texts: searched([&bearing.note]),
        });
        for (id, dial) in &bearing.dials {
            let mark = framework.mark_by_id(id).map(|index| framework.mark(index));
            let name = mark.map_or(id.as_str(), |mark| &mark.title);
            entries.push(Entry {
                target: Target::BearingNote(bearing.id.clone(), id.clone()),
                title: (title.clone(), Some(name.into())),
                names: Vec::new(),
                texts: searched([&dial.note, &dial.effect, &dial.learning]),
            });
        }
    }
}

impl Entry {
    /// The points of all words together, or nothing where one of them is nowhere.
    fn score(&self, words: &[&str]) -> Option<u32> {
        words.iter().map(|word| self.fit(word)).sum()
    }

    /// The points of one word, in the best place it has.
    fn fit(&self, word: &str) -> Option<u32> {
        let named = name_fit(&self.names, word).or_else(|| fuzzy_fit(&self.names, word));
        named.or_else(|| {
            let texts = self.texts.iter().filter_map(|text| look(word, &text.folded));
            let points = |found| match found {
                Found::Part => Fit::TextPart as u32,
                Found::Begun | Found::Whole => Fit::TextWord as u32 + found.bonus(),
            };
            texts.map(points).max()
        })
    }

    fn hit(&self, words: &[&str], score: u32) -> Hit {
        let (title, part) = &self.title;
        let shown = match part {
            Some(part) => format!("{title} · {part}"),
            None => title.to_string(),
        };
        // A part is shown for what it holds: the title over it is no match.
        let matches = if self.names.is_empty() {
            Vec::new()
        } else {
            // by letters in order only what no name holds
            let by_letters = words.iter().all(|word| name_fit(&self.names, word).is_none());
            matches(&shown, words, by_letters)
        };
        let words_in = |text: &&Searched| words.iter().filter(|word| text.folded.contains(**word)).count();
        let title_has_all = words.iter().all(|word| fold(&shown).contains(word));
        let names = self
            .names
            .iter()
            .filter(|name| !title_has_all && *name.written != *shown);
        // The last of the best is taken, so the texts come from behind.
        let best = self.texts.iter().chain(names).rev().max_by_key(words_in);
        Hit {
            target: self.target.clone(),
            title: Excerpt {
                text: one_line(&shown),
                matches,
            },
            snippet: best.map_or_else(Excerpt::default, |text| snippet(&text.written, words)),
            score,
        }
    }
}

/// How a text holds a word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    /// Inside one of its words.
    Part,
    /// At the start of one.
    Begun,
    /// As one.
    Whole,
}

impl Found {
    fn closeness(self) -> Closeness {
        match self {
            Self::Part => Closeness::Part,
            Self::Begun => Closeness::Begun,
            Self::Whole => Closeness::Whole,
        }
    }

    fn bonus(self) -> u32 {
        if self == Self::Whole { WHOLE } else { 0 }
    }
}

/// The best way in which a folded text holds a word, if it does.
fn look(word: &str, text: &str) -> Option<Found> {
    let mut best = None;
    for (at, _) in text.match_indices(word) {
        let found = if !begins_word(text, at) {
            Found::Part
        } else if text[at + word.len()..].starts_with(in_word) {
            Found::Begun
        } else {
            return Some(Found::Whole);
        };
        best = best.max(Some(found));
    }
    best
}

fn begins_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(in_word)
}

/// True for letters, digits, and the half of æ.
fn in_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '\u{1}'
}

/// Where the letters of a word stand in a folded title in their order, from the start of one of its words and with
/// the least room between them.
fn in_order(word: &str, title: &str) -> Option<Vec<Range<usize>>> {
    let letters = word.chars().count();
    if letters < FUZZY.0 {
        return None;
    }
    let starts = title.char_indices().filter(|(at, _)| begins_word(title, *at));
    let from = |start: usize| {
        let mut rest = title[start..].char_indices();
        word.chars()
            .map(|letter| {
                let (at, _) = rest.find(|(_, other)| *other == letter)?;
                Some(start + at..start + at + letter.len_utf8())
            })
            .collect::<Option<Vec<_>>>()
            .filter(|places| places[0].start == start)
    };
    let span = |places: &Vec<Range<usize>>| places[places.len() - 1].end - places[0].start;
    starts
        .filter_map(|(start, _)| from(start))
        .min_by_key(span)
        .filter(|places| span(places) <= FUZZY.1 * letters)
}

/// The parts of a written text that the words match, joined where they touch.
fn matches(written: &str, words: &[&str], fuzzy: bool) -> Vec<Range<usize>> {
    let folded = Folded::new(written);
    let mut parts: Vec<Range<usize>> = Vec::new();
    for word in words {
        let before = parts.len();
        parts.extend(
            folded
                .text
                .match_indices(word)
                .map(|(at, word)| at..at + word.len()),
        );
        if fuzzy && parts.len() == before {
            parts.extend(in_order(word, &folded.text).into_iter().flatten());
        }
    }
    let mut parts: Vec<Range<usize>> = parts.into_iter().map(|part| folded.written(part)).collect();
    parts.sort_unstable_by_key(|part| part.start);
    parts.dedup_by(|next, part| {
        let touch = next.start <= part.end;
        if touch {
            part.end = part.end.max(next.end);
        }
        touch
    });
    parts
}

/// The text around the first match, cut between words where there are any.
fn snippet(written: &str, words: &[&str]) -> Excerpt {
    let all = matches(written, words, false);
    let at = all.first().map_or(0, |first| first.start);
    let before = written[..at].grapheme_indices(true).rev().take(SNIPPET.0).last();
    let mut start = before.map_or(at, |(start, _)| start);
    let mut end = written[at..]
        .grapheme_indices(true)
        .nth(SNIPPET.1)
        .map_or(written.len(), |(end, _)| at + end);
    let mut text = String::new();
    if start > 0 {
        start += written[start..at].find(char::is_whitespace).map_or(0, |space| {
            let rest = &written[start + space..at];
            space + rest.len() - rest.trim_start().len()
        });
        text.push('…');
    }
    if end < written.len() {
        // Not into the match itself, should it be that long.
        let first_end = all.first().map_or(at, |first| first.end).min(end);
        if let Some(space) = written[first_end..end].rfind(char::is_whitespace) {
            end = first_end + written[first_end..first_end + space].trim_end().len();
        }
    }
    let shift = |place: usize| place.clamp(start, end) - start + text.len();
    let matches = all
        .iter()
        .map(|part| shift(part.start)..shift(part.end))
        .filter(|part| !part.is_empty())
        .collect();
    text += &one_line(&written[start..end]);
    if end < written.len() {
        text.push('…');
    }
    Excerpt { text, matches }
}

/// The text with a space for every line break and tab, byte for byte.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

#[cfg(test)]
mod tests;
