//! A page: text set in lines of a given width, each span with its role. Owns wrapping (Danish hyphenation) and columns
//! side by side; knows no colour and no screen. Drawing and scrolling read the same page, so they cannot disagree.

use super::theme::role::Role;
use crate::core::{framework::MarkIndex, sanitise};
use foldhash::fast::FixedState;
use std::ops::Range;
use std::{cell::RefCell, collections::HashMap, rc::Rc};
use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A run of text in one role.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// What it is.
    pub role: Role,
    /// The text, without line breaks.
    pub text: String,
}

/// One line: spans from left to right.
pub type Line = Vec<Span>;

/// Lines of text, and where in them each entry starts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The width lines are set in, in cells.
    pub width: usize,
    /// The lines, from the top.
    pub lines: Vec<Line>,
    /// The first line of each entry that can be selected.
    pub anchors: Vec<usize>,
    /// The last line of each mark's text at the reader's own level.
    pub own_ends: Vec<(MarkIndex, usize)>,
    /// The line after the last entry, where text follows that is no part of it.
    closed: Option<usize>,
}

impl Page {
    /// An empty page of this width in cells.
    pub fn new(width: u16) -> Self {
        Self {
            width: usize::from(width),
            ..Self::default()
        }
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.lines.push(Line::new());
    }

    /// One line of spans, as they are.
    pub fn line(&mut self, spans: impl IntoIterator<Item = (Role, String)>) {
        self.lines.push(
            spans
                .into_iter()
                .map(|(role, text)| Span { role, text })
                .collect(),
        );
    }

    /// A paragraph of running text, indented by `indent` cells.
    pub fn paragraph(&mut self, role: Role, text: &str, indent: usize) {
        for line in wrap(text, self.width.saturating_sub(indent)) {
            self.line([(role, format!("{:indent$}{line}", ""))]);
        }
    }

    /// A line in the middle.
    pub fn centred(&mut self, role: Role, text: &str) {
        let left = self.width.saturating_sub(text.width()) / 2;
        self.line([(role, format!("{:left$}{text}", ""))]);
    }

    /// A paragraph whose matches are lit, indented by `indent` cells.
    pub fn marked(&mut self, role: Role, text: &str, matches: &[Range<usize>], indent: usize) {
        let mut rest = text.char_indices().peekable();
        for line in wrap(text, self.width.saturating_sub(indent)) {
            let mut spans = vec![Span {
                role,
                text: " ".repeat(indent),
            }];
            let last = line.char_indices().next_back().map(|(at, _)| at);
            for (place, letter) in line.char_indices() {
                // wrapping takes blanks and what is not for the eye away, and puts hyphens in
                let put_in =
                    letter == '-' && Some(place) == last && rest.peek().is_some_and(|(_, next)| *next != '-');
                let at = if put_in {
                    None
                } else {
                    rest.find(|(_, next)| *next == letter).map(|(at, _)| at)
                };
                let lit = at.is_some_and(|at| matches.iter().any(|part| part.contains(&at)));
                let role = if lit { Role::Match } else { role };
                match spans.last_mut() {
                    Some(span) if span.role == role => span.text.push(letter),
                    _ => spans.push(Span {
                        role,
                        text: letter.into(),
                    }),
                }
            }
            self.lines.push(spans);
        }
    }

    /// Puts a label into the indentation of the first line, cut where it is longer than the `room` of that.
    pub fn put_before(&mut self, role: Role, label: &str, room: usize) {
        let Some(first) = self.lines.first_mut().filter(|line| !line.is_empty()) else {
            return;
        };
        let label = if label.width() < room {
            label.to_owned()
        } else {
            let mut cut = String::new();
            for letter in label.graphemes(true) {
                if cut.width() + letter.width() + 2 > room {
                    break;
                }
                cut.push_str(letter);
            }
            cut + "…"
        };
        let rest = first[0].text.chars().skip(room).collect::<String>();
        first[0].text = format!("{:1$}{rest}", "", room - label.width());
        first.insert(0, Span { role, text: label });
    }

    /// Puts a label at the right end of the first line.
    pub fn put_after(&mut self, role: Role, label: &str) {
        if let Some(first) = self.lines.first_mut() {
            let used: usize = first.iter().map(|span| span.text.width()).sum();
            let air = self.width.saturating_sub(used + label.width());
            let text = format!("{:air$}{label}", "");
            first.push(Span { role, text });
        }
    }

    /// Notes that an entry starts at the next line.
    pub fn anchor(&mut self) {
        self.anchors.push(self.lines.len());
    }

    /// Notes that the entries end here.
    pub fn close(&mut self) {
        self.closed = Some(self.lines.len());
    }

    /// The line after the last of this entry, counted from 0; empty lines after it are no part of it.
    pub fn end_of(&self, entry: usize) -> usize {
        let start = self.anchors.get(entry).copied().unwrap_or(0);
        let last = self.closed.unwrap_or(self.lines.len());
        // in two columns the next entry may stand beside this one
        let below = self.anchors.iter().copied().filter(|anchor| *anchor > start);
        let next = below.min();
        let whole = next.unwrap_or(last);
        let written = self.lines[start..whole.max(start)]
            .iter()
            .rposition(|line| !line.is_empty());
        match written {
            Some(at) => start + at + 1,
            // an entry out of view may not be written out; one empty line follows each but the last
            None => next.map_or(last, |next| next - 1),
        }
    }

    /// An entry of a list: the lines of `entry`, one cell to the right of a bar that stands where it is selected.
    pub fn entry(&mut self, entry: Page, bar: Role, selected: bool) {
        self.anchor();
        let sign = if selected { "▌" } else { " " };
        for mut line in entry.lines {
            line.insert(
                0,
                Span {
                    role: bar,
                    text: sign.into(),
                },
            );
            self.lines.push(line);
        }
    }

    /// A frame around `inner` with a title in its upper edge, one cell of air to the left and right.
    pub fn framed(&mut self, inner: Page, edge: Role, title: &[(Role, String)], heavy: bool) {
        let [tl, tr, bl, br, h, v] = if heavy {
            ["┏", "┓", "┗", "┛", "━", "┃"]
        } else {
            ["╭", "╮", "╰", "╯", "─", "│"]
        };
        let width = self.width.max(4);
        let title_width: usize = title.iter().map(|(_, text)| text.width()).sum();
        let rest = (width - 4).saturating_sub(title_width + 1);
        let mut top = vec![(edge, format!("{tl}{h} "))];
        top.extend(title.iter().cloned());
        top.push((edge, format!(" {}{tr}", h.repeat(rest))));
        self.line(top);
        for line in inner.lines {
            let used: usize = line.iter().map(|span| span.text.width()).sum();
            let fill = (width - 4).saturating_sub(used);
            let mut framed = vec![Span {
                role: edge,
                text: format!("{v} "),
            }];
            framed.extend(line);
            framed.push(Span {
                role: edge,
                text: format!("{:fill$} {v}", ""),
            });
            self.lines.push(framed);
        }
        self.line([(edge, format!("{bl}{}{br}", h.repeat(width - 2)))]);
    }

    /// Puts a frame with a title around the lines from `from` on, which are four cells narrower than the page; entries among
    /// them stay entries.
    pub fn enclose(&mut self, from: usize, edge: Role, title: &[(Role, String)]) {
        let inner = Page {
            lines: self.lines.split_off(from),
            ..Page::default()
        };
        self.anchors
            .iter_mut()
            .filter(|anchor| **anchor >= from)
            .for_each(|anchor| *anchor += 1);
        self.framed(inner, edge, title, false);
    }

    /// Two pages side by side, the second starting at column `at`.
    pub fn beside(&mut self, left: Page, right: Page, at: usize) {
        let rows = left.lines.len().max(right.lines.len());
        let mut left = left.lines.into_iter();
        let mut right = right.lines.into_iter();
        for _ in 0..rows {
            let mut line = left.next().unwrap_or_default();
            if let Some(beside) = right.next() {
                let used: usize = line.iter().map(|span| span.text.width()).sum();
                line.push(Span {
                    role: Role::Text,
                    text: " ".repeat(at.saturating_sub(used)),
                });
                line.extend(beside);
            }
            self.lines.push(line);
        }
    }

    /// How far the page can be scrolled down in a room of this many rows.
    pub fn last_scroll(&self, rows: u16) -> usize {
        self.lines.len().saturating_sub(usize::from(rows))
    }
}

/// Danish words of running text are divided only from this many letters on; shorter ones move to the next line.
const DIVIDE_FROM: usize = 13;

/// Lines of this many cells take even long words whole without looking ragged.
const WIDE: usize = 30;

/// The text in at most `room` cells, ending in `…` where it had to be cut.
pub fn cut(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        if kept.width() + 1 >= room {
            break;
        }
        kept.push(letter);
    }
    kept + "…"
}

/// Running text in lines of at most `width` cells: words stay whole where they fit, long ones are divided at Danish
/// syllables, and only where a syllable itself is longer than the line is it cut.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    if width >= WIDE {
        return wrap_title(text, width);
    }
    remembered(text, width, Divide::Text, || {
        set(text, width, WordSplitter::Custom(divide_long))
    })
}

/// A message in lines of at most `width` cells: nothing is put into it, so that a path in it stays what it is.
pub fn wrap_message(text: &str, width: usize) -> Vec<String> {
    remembered(text, width, Divide::Never, || {
        set(text, width, WordSplitter::NoHyphenation)
    })
}

/// A title in lines of at most `width` cells: no word is divided unless the line is too narrow for it, and then near its
/// middle, where a Danish compound is most likely joined.
pub fn wrap_title(text: &str, width: usize) -> Vec<String> {
    let width = width.max(LEAST_WIDTH);
    remembered(text, width, Divide::Title, || set_title(text, width))
}

fn set_title(text: &str, width: usize) -> Vec<String> {
    if !text.split(' ').any(|word| is_too_long(word, width)) {
        return set(text, width, WordSplitter::HyphenSplitter);
    }
    let words: Vec<String> = text.split(' ').map(|word| halve(word, width)).collect();
    set(&words.join(" "), width, WordSplitter::HyphenSplitter)
}

/// True where a word, divided at the hyphens it has, does not fit in `width` cells.
fn is_too_long(word: &str, width: usize) -> bool {
    // no letter takes more cells than it has bytes
    word.len() > width && word.split_inclusive('-').any(|part| part.width() > width)
}

/// A word that is too long for a line of `width` cells in two or more parts, each but the last with a hyphen and a space
/// after it.
fn halve(word: &str, width: usize) -> String {
    let letters = |text: &str| text.chars().count();
    let off_middle = |at: &usize| {
        let (before, after) = word.split_at(*at);
        let off = letters(before).abs_diff(letters(after));
        // compounds are often joined by an s; of two places alike the later one
        (
            off.saturating_sub(if before.ends_with('s') { 3 } else { 0 }),
            std::cmp::Reverse(*at),
        )
    };
    let places = if is_too_long(word, width) {
        divide(word)
    } else {
        Vec::new()
    };
    match places.into_iter().min_by_key(off_middle) {
        Some(at) => {
            let (before, after) = word.split_at(at);
            let hyphen = if before.ends_with('-') { "" } else { "-" };
            format!(
                "{} {}",
                halve(&format!("{before}{hyphen}"), width),
                halve(after, width)
            )
        }
        None => word.to_owned(),
    }
}

fn set(text: &str, width: usize, splitter: WordSplitter) -> Vec<String> {
    let options = Options::new(width.max(LEAST_WIDTH))
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_splitter(splitter)
        .break_words(true);
    // whole, before a line end can come into an escape sequence: then what is left is as wide as it says
    sanitise::clean_lines(text)
        .lines()
        .flat_map(|line| textwrap::wrap(line, &options))
        .map(|line| line.into_owned())
        .collect()
}

/// How words are divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Divide {
    /// See [`wrap`].
    Text,
    /// See [`wrap_message`].
    Never,
    /// See [`wrap_title`].
    Title,
}

/// The most texts that are remembered: more than any screen shows in a few widths.
const REMEMBERED: usize = 2_048;

/// Texts as they were set.
type Set = HashMap<(usize, Divide), HashMap<Box<str>, Rc<[String]>, FixedState>, FixedState>;

thread_local! {
    /// A frame is drawn whole at every key, so each text is set once for a width and then copied. What a text is set in
    /// depends on the text, the width and the manner alone, so nothing here is ever out of date.
    static SET: RefCell<(usize, Set)> = RefCell::default();
}

/// The lines of a text, from memory where it was set in this manner before.
fn remembered(text: &str, width: usize, divide: Divide, set: impl FnOnce() -> Vec<String>) -> Vec<String> {
    SET.with_borrow_mut(|(count, texts)| {
        if *count >= REMEMBERED {
            texts.clear();
            *count = 0;
        }
        let texts = texts.entry((width, divide)).or_default();
        if let Some(lines) = texts.get(text) {
            return lines.to_vec();
        }
        let lines = set();
        texts.insert(text.into(), lines.as_slice().into());
        *count += 1;
        lines
    })
}

/// No text is set narrower than this, in cells: a long syllable and a hyphen.
const LEAST_WIDTH: usize = 8;

fn divide_long(word: &str) -> Vec<usize> {
    if word.chars().count() < DIVIDE_FROM {
        WordSplitter::HyphenSplitter.split_points(word)
    } else {
        divide(word)
    }
}

/// The places where a Danish word may be divided: after a hyphen it already has, and between syllables, leaving at
/// least three letters on each side.
fn divide(word: &str) -> Vec<usize> {
    const LEAST: usize = 3;
    let mut at = 0;
    let mut points = Vec::new();
    for part in word.split_inclusive('-') {
        if at > 0 {
            points.push(at);
        }
        let letters = part.trim_matches(|c: char| !c.is_alphabetic());
        let start = at + part.find(letters).unwrap_or(0);
        let mut inside = 0;
        for syllable in hypher::hyphenate(letters, hypher::Lang::Danish) {
            inside += syllable.len();
            let (before, after) = letters.split_at(inside);
            if before.chars().count() >= LEAST && after.chars().count() >= LEAST {
                points.push(start + inside);
            }
        }
        at += part.len();
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_danish_words_divide_at_syllables_with_a_hyphen() {
        assert_eq!(
            wrap_title("Ressourceopbyggende opgaveløsning", 12),
            ["Ressource-", "opbyggende", "opgave-", "løsning"]
        );
        assert_eq!(wrap_title("Økonomistyring", 11), ["Økonomi-", "styring"]);
        assert_eq!(wrap_title("Helhedsorienterede", 16), ["Helheds-", "orienterede"]);
        assert_eq!(wrap_title("Tilpasningsdygtig", 14), ["Tilpasnings-", "dygtig"]);
        assert_eq!(
            wrap_title("Nysgerrig relationsopbygning", 13),
            ["Nysgerrig", "relations-", "opbygning"]
        );
    }

    #[test]
    fn words_that_fit_stay_whole() {
        assert_eq!(
            wrap_title("Rettidig samskabelse", 12),
            ["Rettidig", "samskabelse"]
        );
        assert_eq!(
            wrap("Handler om at sætte mål på tværs", 12),
            ["Handler om", "at sætte mål", "på tværs"]
        );
    }

    #[test]
    fn a_hyphen_that_is_there_is_not_doubled() {
        assert_eq!(wrap("hjælp-til-selvhjælp", 10), ["hjælp-til-", "selvhjælp"]);
    }

    #[test]
    fn no_line_is_wider_than_its_room_whatever_the_width() {
        let text = "Tilpasningsdygtig organisation i lokalsamfundet, »hjælp-til-selvhjælp« ift. 漢字漢字";
        for width in LEAST_WIDTH..40 {
            for line in wrap(text, width).iter().chain(&wrap_title(text, width)) {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }

    #[test]
    fn a_word_as_long_as_a_note_may_be_is_cut_to_its_room() {
        let word = "medarbejderinddragelse".repeat(450);
        for lines in [wrap(&word, 20), wrap_title(&word, 20), wrap(&word, 60)] {
            assert!(lines.len() > 100 && lines.iter().all(|line| line.width() <= 60));
        }
    }

    #[test]
    fn a_text_is_set_alike_again_in_another_width_and_after_many_others() {
        let text = "Ressourceopbyggende opgaveløsning og hjælp-til-selvhjælp på tværs";
        let all = |width| {
            [
                wrap(text, width),
                wrap_title(text, width),
                wrap_message(text, width),
            ]
        };
        let first: Vec<_> = (8..40).map(all).collect();
        assert_ne!(first[4], first[20]);
        for other in 0..2 * REMEMBERED {
            assert_eq!(wrap(&format!("tekst {other}"), 20), [format!("tekst {other}")]);
        }
        assert_eq!((8..40).map(all).collect::<Vec<_>>(), first);
        SET.with_borrow(|(_, texts)| {
            let kept: usize = texts.values().map(HashMap::len).sum();
            assert!(kept <= REMEMBERED, "{kept}");
        });
    }

    #[test]
    fn columns_stand_side_by_side() {
        let mut left = Page::new(5);
        left.paragraph(Role::Text, "en to tre", 0);
        let mut right = Page::new(5);
        right.paragraph(Role::Text, "fire", 0);
        let mut page = Page::new(12);
        page.beside(left, right, 7);
        let text: Vec<String> = page
            .lines
            .iter()
            .map(|line| line.iter().map(|span| span.text.as_str()).collect())
            .collect();
        assert_eq!(text, ["en to  fire", "tre"]);
    }
}
