//! Makes a leader's or a stranger's text harmless where it leaves the program: on the screen, on standard error, in
//! exports. Text is stored as it was typed; only what is shown goes through here. Owns no width and no wrapping.
//!
//! What comes out moves no cursor, hides no direction and fills as many cells as it says:
//!
//! - escape sequences go as a whole, other control characters one by one; tabs and line ends become spaces
//! - marks of direction, tags, and letters that nobody sees go
//! - variation selectors go: terminals disagree on the width of what they follow
//! - more than [`COMBINING`] marks on one letter go, and so do marks without a letter and joiners that join nothing

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many marks, joiners included, one grapheme may carry. The longest family of emoji has three joiners.
pub const COMBINING: usize = 4;

/// `text` on one line, harmless. Borrowed where nothing had to change; idempotent.
pub fn clean(text: &str) -> Cow<'_, str> {
    sanitise(text, ' ')
}

/// `text` on as many lines as it has, each harmless; every kind of line end becomes `\n`. Idempotent.
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    sanitise(text, '\n')
}

fn sanitise(text: &str, line_end: char) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let clean = bare_graphemes(&without_unseen(text, line_end));
    match clean == text {
        true => Cow::Borrowed(text),
        false => Cow::Owned(clean),
    }
}

/// Letters, digits and signs that need no looking at, wherever they stand: those of Danish and its neighbours, and those
/// that dials, boxes and arrows are drawn with.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{17f}' | '–' | '—' | '’' | '“' | '”' | '…' | '−')
        || matches!(c, '\u{2190}'..='\u{2193}' | '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}')
}

/// Takes out everything that is not for the eye.
fn without_unseen(text: &str, line_end: char) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        rest = match c {
            '\u{1b}' | '\u{80}'..='\u{9f}' if c != '\u{85}' => after_escape(c, after),
            '\r' => {
                out.push(line_end);
                after.strip_prefix('\n').unwrap_or(after)
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                out.push(line_end);
                after
            }
            '\t' => {
                out.push(' ');
                after
            }
            _ => {
                if !is_unseen(c) {
                    out.push(c);
                }
                after
            }
        };
    }
    out
}

/// What follows the escape sequence that `c` begins, `text` being what follows `c`. The grammar is that of
/// ECMA-48, section 5.4 to 5.6; of what begins like a sequence and is none, only the beginning goes.
fn after_escape(c: char, text: &str) -> &str {
    let (introducer, body) = match c {
        '\u{1b}' => match text.chars().next() {
            Some(next @ '@'..='_') => (next, &text[1..]),
            _ => {
                let end = text.trim_start_matches(is_intermediate);
                return end.strip_prefix(|c| matches!(c, '0'..='~')).unwrap_or(text);
            }
        },
        // The same in one character: ESC [ is U+009B.
        c1 => (char::from(c1 as u8 - 0x40), text),
    };
    match introducer {
        '[' => {
            let end = body
                .trim_start_matches(|c| matches!(c, '0'..='?'))
                .trim_start_matches(is_intermediate);
            end.strip_prefix(|c| matches!(c, '@'..='~')).unwrap_or(body)
        }
        'P' | 'X' | ']' | '^' | '_' => {
            let end = body
                .find(['\u{7}', '\u{9c}', '\u{1b}'])
                .map_or("", |end| &body[end..]);
            let terminators = ["\u{7}", "\u{9c}", "\u{1b}\\"];
            terminators
                .into_iter()
                .find_map(|terminator| end.strip_prefix(terminator))
                .unwrap_or(body)
        }
        _ => body,
    }
}

fn is_intermediate(c: char) -> bool {
    matches!(c, ' '..='/')
}

/// Characters without a picture of their own that steer a terminal, turn text round or hide in it. No text needs them,
/// and a framework with one of them is refused.
pub fn is_invisible(c: char) -> bool {
    // Nearly all that is written is one of these.
    let is_letter = matches!(c, ' '..='~' | '\u{a0}'..='\u{2ff}');
    !is_letter
        && (c.is_control()
            || matches!(c,
            // Ends of lines and paragraphs, direction.
            '\u{2028}' | '\u{2029}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            // Blanks without width.
            | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
            // Fillers of single scripts.
            | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' | '\u{ffa0}'
            // Annotations, musical beams, shorthand.
            | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            // Tags.
            | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}'
            // What is no character; XML 1.0 (section 2.2) forbids two of them.
            | '\u{fdd0}'..='\u{fdef}')
            || u32::from(c) & 0xfffe == 0xfffe)
}

/// Characters without a picture of their own that say how their neighbours are drawn or where a word may break: soft
/// hyphen, joiners but the one in emoji (U+200D), variation selectors. A text may hold them.
fn is_shaping(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{200c}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Everything that is taken out of a text: what is [invisible](is_invisible), and what only says how its neighbours are
/// drawn, for terminals disagree on the width of that.
pub fn is_unseen(c: char) -> bool {
    is_invisible(c) || is_shaping(c)
}

/// Takes out the marks that are too many on their grapheme, joiners at the end of one, and graphemes that fill no
/// cell.
fn bare_graphemes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for grapheme in text.graphemes(true) {
        let mut marks = 0;
        let start = out.len();
        for c in grapheme.chars() {
            let mark = c.width() == Some(0);
            marks += usize::from(mark);
            if !mark || marks <= COMBINING {
                out.push(c);
            }
        }
        let kept = out[start..].trim_end_matches('\u{200d}');
        let len = if kept == "\n" || kept.width() > 0 {
            kept.len()
        } else {
            0
        };
        out.truncate(start + len);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ordinary_text_stays_as_it_is_and_is_not_copied() {
        for text in [
            "",
            "Ældre & Handicap: »Øst for Å« – 100 %",
            "cafe\u{301}",
            "🦊 👍🏽 👨‍👩‍👧‍👦 🇩🇰",
            "Здравствуйте, 你好, 안녕하세요, नमस्ते, שלום",
            "Ḋ q\u{323}\u{307}",
        ] {
            assert!(
                matches!(clean(text), Cow::Borrowed(same) if same == text),
                "{text}"
            );
        }
    }

    #[test]
    fn escape_sequences_go_as_a_whole() {
        for (hostile, harmless) in [
            ("a\u{1b}[31mb", "ab"),
            ("a\u{1b}[2J\u{1b}[1;1Hb", "ab"),
            ("a\u{9b}31mb", "ab"),
            ("a\u{1b}]0;title\u{7}b", "ab"),
            ("a\u{1b}]8;;http://x\u{1b}\\b", "ab"),
            ("a\u{9d}52;c;eA==\u{9c}b", "ab"),
            ("a\u{1b}Pq#0\u{1b}\\b", "ab"),
            ("a\u{1b}(0b", "ab"),
            ("a\u{1b}cb", "ab"),
            ("a\u{1b}7b", "ab"),
            // Not finished: the text behind it stays readable.
            ("a\u{1b}[31", "a31"),
            ("a\u{1b}]0;titel", "a0;titel"),
            ("a\u{1b}", "a"),
            ("a\u{1b}æ", "aæ"),
            ("a\u{1b}\u{1b}[31mb", "ab"),
        ] {
            assert_eq!(clean(hostile), harmless, "{hostile:?}");
        }
    }

    #[test]
    fn control_characters_go_and_blanks_become_spaces() {
        assert_eq!(clean("a\u{0}\u{7}\u{8}\u{7f}\u{84}b"), "ab");
        assert_eq!(
            clean("a\tb\r\nc\rd\ne\u{2028}f\u{2029}g\u{85}h"),
            "a b c d e f g h"
        );
        assert_eq!(
            clean_lines("a\tb\r\nc\rd\ne\u{2028}f\u{2029}g\u{85}h"),
            "a b\nc\nd\ne\nf\ng\nh"
        );
    }

    #[test]
    fn what_turns_text_round_or_hides_in_it_goes() {
        assert_eq!(clean("\u{202e}gpj.exe\u{2069}\u{200f}\u{61c}"), "gpj.exe");
        assert_eq!(clean("a\u{200b}\u{2060}\u{feff}\u{ad}\u{200c}b"), "ab");
        assert_eq!(clean("a\u{e0041}\u{e007f}b\u{e0101}"), "ab");
        assert_eq!(clean("\u{3164}\u{115f}"), "");
    }

    #[test]
    fn what_is_no_character_goes() {
        assert_eq!(clean("a\u{fffe}\u{ffff}\u{fdd0}\u{1fffe}\u{10ffff}b"), "ab");
        assert_eq!(clean("a\u{fffd}b"), "a\u{fffd}b");
    }

    #[test]
    fn what_a_text_may_hold_is_unseen_but_not_invisible() {
        for c in ['\u{ad}', '\u{200c}', '\u{fe0f}', '\u{e0100}'] {
            assert!(is_unseen(c) && !is_invisible(c), "{c:?}");
        }
        for c in [
            '\0',
            '\n',
            '\u{7f}',
            '\u{202e}',
            '\u{200b}',
            '\u{feff}',
            '\u{e0041}',
            '\u{3164}',
            '\u{ffff}',
        ] {
            assert!(is_unseen(c) && is_invisible(c), "{c:?}");
        }
        for c in [' ', 'å', '\u{200d}', '\u{301}', '漢', '👩'] {
            assert!(!is_unseen(c), "{c:?}");
        }
    }

    #[test]
    fn a_flood_of_marks_is_capped_and_marks_need_a_letter() {
        let flood = format!("e{}", "\u{301}".repeat(500));
        assert_eq!(clean(&flood), format!("e{}", "\u{301}".repeat(COMBINING)));
        assert_eq!(clean("\u{301}a"), "a");
        assert_eq!(clean_lines("a\n\u{301}b"), "a\nb");
    }

    #[test]
    fn joiners_stay_only_where_they_join() {
        assert_eq!(clean("a\u{200d}b"), "ab");
        assert_eq!(clean("👨\u{200d}"), "👨");
        let chain = vec!["👨"; 50].join("\u{200d}");
        assert_eq!(clean(&chain).matches('\u{200d}').count(), COMBINING);
    }

    #[test]
    fn a_variation_selector_never_changes_a_width() {
        assert_eq!(clean("❤\u{fe0f}a\u{fe0f}1\u{fe0f}\u{20e3}"), "❤a1\u{20e3}");
    }

    /// Any text, with what is dangerous in it more often than chance has it.
    fn hostile() -> impl Strategy<Value = String> {
        let part = prop_oneof![
            any::<char>().prop_map(String::from),
            "[ -~æøåÆØÅé]{0,4}",
            prop::sample::select(vec![
                "\u{1b}",
                "\u{1b}[",
                "\u{1b}]",
                "\u{9b}",
                "\u{9c}",
                "\u{7}",
                "\u{1b}\\",
                "31m",
                "\r",
                "\n",
                "\t",
                "\u{200d}",
                "\u{200b}",
                "\u{fe0f}",
                "\u{301}",
                "\u{20e3}",
                "\u{1f3fd}",
                "👨",
                "❤",
                "🇩",
                "\u{1160}",
                "\u{94d}",
                "क",
                "\u{600}",
                "\u{1100}",
                "\u{1161}",
                "\u{11a8}",
                "\u{e0041}",
                "\u{2028}",
                "\u{202e}",
            ])
            .prop_map(str::to_owned),
        ];
        prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3_000))]

        #[test]
        fn what_comes_out_is_harmless_whatever_goes_in(text in hostile()) {
            for (out, newline) in [(clean(&text), false), (clean_lines(&text), true)] {
                for grapheme in out.graphemes(true) {
                    if grapheme == "\n" && newline {
                        continue;
                    }
                    prop_assert!(grapheme.width() > 0, "{grapheme:?} fills no cell");
                    prop_assert!(!grapheme.chars().any(is_unseen), "{grapheme:?}");
                    prop_assert!(grapheme.chars().filter(|c| c.width() == Some(0)).count() <= COMBINING);
                }
            }
        }

        #[test]
        fn cleaning_twice_is_cleaning_once(text in hostile()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once.as_ref());
            let once = clean_lines(&text);
            prop_assert_eq!(clean_lines(&once), once.as_ref());
        }

        #[test]
        fn text_without_anything_dangerous_is_untouched(text in "[ -~æøåÆØÅéüößñ–—’“”…»«§½€🦊👍]{0,60}") {
            prop_assert_eq!(clean(&text), text.as_str());
        }
    }
}
