//! Text in rows of a given width: where each row begins and ends. Owns soft-wrapping and how many cells a grapheme
//! takes; knows no cursor and no screen.

use ratatui::buffer::CellWidth;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Cells that a tab takes.
pub const TAB: usize = 4;

/// The most characters of one grapheme that reach the screen; the longest emoji in use have ten.
const LONGEST: usize = 16;

/// One row, in bytes of the text, without the newline that ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// True where a newline or the end of the text ends it, false where only the width does. The place after a soft
    /// row is the start of the next.
    pub hard: bool,
}

impl Row {
    /// The row's bytes.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Where the next row begins in a text of `len` bytes, if there is one.
    fn next(self, len: usize) -> Option<usize> {
        match self.hard {
            true => (self.end < len).then_some(self.end + 1),
            false => Some(self.end),
        }
    }
}

/// What of a grapheme is shown: nothing of a tab, and of a pile of combining marks only the first.
pub fn shown(grapheme: &str) -> &str {
    if grapheme == "\t" {
        return "";
    }
    match grapheme.char_indices().nth(LONGEST) {
        Some((cut, _)) => &grapheme[..cut],
        None => grapheme,
    }
}

/// The cells that a grapheme takes: 0 for one that cannot stand alone, such as a combining mark without a letter.
pub fn cells(grapheme: &str) -> usize {
    match grapheme {
        "\t" => TAB,
        _ => usize::from(shown(grapheme).cell_width()),
    }
}

/// The cells that a text without newlines takes.
pub fn width(text: &str) -> usize {
    text.graphemes(true).map(cells).sum()
}

/// The rows of a text, at least one, each at most `room` cells wide. A row ends after a space or a hyphen, and inside
/// a word only where the word is longer than a row. One space may stand past the room, in the cell that is kept free
/// for the cursor.
pub fn wrap(text: &str, room: usize) -> Vec<Row> {
    let first = row(text, 0, room);
    std::iter::successors(Some(first), |last| {
        last.next(text.len()).map(|start| row(text, start, room))
    })
    .collect()
}

/// Rows before the one with the change that may turn out otherwise: a row depends on the text as far as the first
/// grapheme two rows on, and a change can alter the grapheme before it, which may stand one row up.
const BEFORE: usize = 3;

/// Makes the rows of a text right again after `removed` bytes at byte `at` gave way to `inserted` bytes. Takes time by
/// the rows that change, not by the length of the text.
pub fn rewrap(rows: &mut Vec<Row>, text: &str, room: usize, at: usize, removed: usize, inserted: usize) {
    let first = row_of(rows, at).saturating_sub(BEFORE);
    let mut fresh = Vec::new();
    let mut start = rows[first].start;
    // The first old row that still holds, if the text from there on is laid as it was.
    let same = loop {
        let next = row(text, start, room);
        fresh.push(next);
        match next.next(text.len()) {
            Some(next) => start = next,
            None => break rows.len(),
        }
        if start >= at + inserted {
            let before = start - inserted + removed;
            if let Ok(same) = rows.binary_search_by_key(&before, |row| row.start) {
                break same;
            }
        }
    };
    if removed != inserted {
        for row in &mut rows[same..] {
            row.start = row.start - removed + inserted;
            row.end = row.end - removed + inserted;
        }
    }
    rows.splice(first..same, fresh);
}

/// The row that the byte `at` is in.
pub fn row_of(rows: &[Row], at: usize) -> usize {
    rows.partition_point(|row| row.start <= at).saturating_sub(1)
}

/// The row of a text that begins at byte `start`.
fn row(text: &str, start: usize, room: usize) -> Row {
    let mut used = 0;
    let mut gap = None;
    let mut in_word = false;
    for (at, grapheme) in text[start..].grapheme_indices(true) {
        let at = start + at;
        if grapheme == "\n" {
            return Row {
                start,
                end: at,
                hard: true,
            };
        }
        let cells = cells(grapheme);
        let after = at + grapheme.len();
        if used + cells > room && at > start {
            let hangs = grapheme == " " && used == room;
            let end = if hangs { after } else { gap.unwrap_or(at) };
            return Row {
                start,
                end,
                hard: false,
            };
        }
        used += cells;
        if matches!(grapheme, " " | "\t") || grapheme == "-" && in_word {
            gap = Some(after);
        }
        in_word = grapheme.starts_with(char::is_alphanumeric);
    }
    Row {
        start,
        end: text.len(),
        hard: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn laid(text: &str, room: usize) -> Vec<&str> {
        wrap(text, room).iter().map(|row| &text[row.range()]).collect()
    }

    #[test]
    fn rows_end_after_spaces_and_hyphens() {
        assert_eq!(
            laid("at sætte mål på tværs", 9),
            ["at sætte ", "mål på ", "tværs"]
        );
        assert_eq!(laid("hjælp-til-selvhjælp", 10), ["hjælp-til-", "selvhjælp"]);
        assert_eq!(
            laid("ned til -5", 9),
            ["ned til ", "-5"],
            "a sign stays with its number"
        );
    }

    #[test]
    fn a_word_longer_than_a_row_is_cut_and_the_rest_goes_on() {
        assert_eq!(
            laid("en ressourceopbyggende plan", 8),
            ["en ", "ressourc", "eopbygge", "nde plan"]
        );
    }

    #[test]
    fn one_space_hangs_past_the_room_and_every_further_one_is_seen() {
        assert_eq!(laid("hej med dig", 3), ["hej ", "med ", "dig"]);
        assert_eq!(laid("hej   ", 3), ["hej ", "  "]);
        assert_eq!(
            laid("hej ", 3),
            ["hej ", ""],
            "the cursor after it stands on the next row"
        );
    }

    #[test]
    fn newlines_end_rows_and_the_last_one_opens_an_empty_row() {
        assert_eq!(laid("a\n\nb\n", 9), ["a", "", "b", ""]);
        assert_eq!(laid("", 9), [""]);
    }

    #[test]
    fn graphemes_stay_whole_and_wide_ones_take_two_cells() {
        assert_eq!(laid("漢字漢字", 5), ["漢字", "漢字"]);
        assert_eq!(laid("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3), ["👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"]);
        assert_eq!(
            laid("e\u{301}e\u{301}e\u{301}", 2),
            ["e\u{301}e\u{301}", "e\u{301}"]
        );
        assert_eq!(
            laid("漢字", 1),
            ["漢", "字"],
            "wider than the row, and yet no row is empty"
        );
    }

    #[test]
    fn a_pile_of_combining_marks_is_cut_to_a_few() {
        let pile = format!("a{}", "\u{301}".repeat(500));
        assert_eq!(shown(&pile).chars().count(), 16);
        assert_eq!(cells(&pile), 1);
    }

    /// Text in which clusters, words and rows meet in many ways.
    fn texts() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "a",
            "mål",
            " ",
            "  ",
            "-",
            "\n",
            "\t",
            "漢",
            "👨‍👩‍👧",
            "🇩",
            "🇰",
            "\u{301}",
            "\u{fe0f}",
            "\u{200d}",
            "❤",
            "æ",
            "styring",
            "\u{e0061}",
            "कि",
            "ﾞ",
        ]);
        prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn rows_cover_the_text_and_keep_to_the_room(text in texts(), room in 1usize..12) {
            let rows = wrap(&text, room);
            prop_assert_eq!(rows[0].start, 0);
            for pair in rows.windows(2) {
                let newline = usize::from(pair[0].hard);
                prop_assert_eq!(pair[0].end + newline, pair[1].start);
                prop_assert_eq!(&text[pair[0].end..pair[1].start], &"\n"[..newline]);
            }
            prop_assert_eq!(rows[rows.len() - 1].end, text.len());
            for row in &rows {
                let shown = text[row.range()].strip_suffix(' ').unwrap_or(&text[row.range()]);
                let alone = shown.graphemes(true).filter(|g| cells(g) > 0).count() <= 1;
                prop_assert!(width(shown) <= room || alone, "{:?}", shown);
            }
        }

        #[test]
        fn a_change_laid_by_itself_gives_the_rows_of_the_whole_text(
            text in texts(), put in texts(), from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>(),
            room in 1usize..12,
        ) {
            let mut boundaries: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            boundaries.push(text.len());
            let (a, b) = (boundaries[from.index(boundaries.len())], boundaries[to.index(boundaries.len())]);
            let (from, to) = (a.min(b), a.max(b));
            let mut rows = wrap(&text, room);
            let mut after = text.clone();
            after.replace_range(from..to, &put);
            rewrap(&mut rows, &after, room, from, to - from, put.len());
            prop_assert_eq!(rows, wrap(&after, room));
        }
    }
}
