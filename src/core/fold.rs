//! Letters as they are compared and as they are written in file names. Owns which spellings are the same, the plain
//! letters for a letter with something on it, and where a match stands in the text as it was written; ranks nothing.
//!
//! There are two uses, and they differ on purpose:
//!
//! - [`fold`] is for finding: æ is `ae`, ø is `oe` and `o`, å is `aa` and `a`. So `oe` in any word counts as `o`, and
//!   `aa` as `a`.
//! - [`plain`] is for the names of files, which must stay what they are from version to version: æ, ø and å are written
//!   out as `ae`, `oe` and `aa`, and nothing is taken together.

use super::sanitise::is_unseen;
use std::ops::Range;

/// The second half of æ and `ae`: no word can begin there, so that `er` does not find itself in `vær`.
const HALF: char = '\u{1}';

/// A text as it is compared, with where each byte of it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each byte of the folded text, the byte of the written one where its letter begins.
    from: Vec<usize>,
    len: usize,
}

impl Folded {
    /// Folds a text and remembers where everything came from.
    pub fn new(written: &str) -> Self {
        let mut folded = Self {
            len: written.len(),
            ..Self::default()
        };
        each(written, |letter, at| {
            folded.text.push(letter);
            folded.from.resize(folded.text.len(), at);
        });
        folded
    }

    /// The bytes of the written text that a part of the folded one comes from: whole letters, with their accents.
    ///
    /// # Panics
    /// With a part that is not of the folded text.
    pub fn written(&self, part: Range<usize>) -> Range<usize> {
        if part.is_empty() {
            return 0..0;
        }
        let last = &self.from[part.end - 1];
        let after = self.from[part.end..].iter().find(|from| *from > last);
        self.from[part.start]..after.copied().unwrap_or(self.len)
    }
}

/// Folds a text.
pub fn fold(written: &str) -> String {
    let mut folded = String::with_capacity(written.len());
    each(written, |letter, _| folded.push(letter));
    folded
}

/// Gives every letter of the folded text, and the byte of the written text where it comes from.
fn each(written: &str, mut give: impl FnMut(char, usize)) {
    let mut letters = written.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let mut next_is = |second: char| {
            letters
                .next_if(|(_, next)| next.eq_ignore_ascii_case(&second))
                .is_some()
        };
        match letter {
            'a' | 'A' => {
                give('a', at);
                if !next_is('a') && next_is('e') {
                    give(HALF, at);
                }
            }
            'o' | 'O' => {
                next_is('e');
                give('o', at);
            }
            ' '..='~' => give(letter.to_ascii_lowercase(), at),
            _ => letter
                .to_lowercase()
                .for_each(|small| beyond_ascii(small, |plain| give(plain, at))),
        }
    }
}

/// Gives what a small letter outside ASCII, or a control character, is found by: nothing for accents that stand by
/// themselves and for what is not seen.
fn beyond_ascii(letter: char, mut give: impl FnMut(char)) {
    match letter {
        space if space.is_whitespace() => give(' '),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => give('-'),
        '\u{200d}' => {}
        hidden if is_combining(hidden) || is_unseen(hidden) => {}
        // A Swede's ä is typed for æ; in a file name it is an a.
        'ä' => ['a', HALF].into_iter().for_each(give),
        _ => match plain(letter) {
            Some("ae") => ['a', HALF].into_iter().for_each(give),
            Some("oe") => give('o'),
            Some("aa") => give('a'),
            Some(letters) => letters.chars().for_each(give),
            None => give(letter),
        },
    }
}

/// The plain letters for a lower-case Latin letter that has something on it, with æ, ø and å written out. The names of files are made
/// of these, so what is here must stay.
pub fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' | 'ǽ' => "ae",
        'ø' | 'œ' | 'ǿ' => "oe",
        'å' | 'ǻ' => "aa",
        'ß' => "ss",
        'þ' => "th",
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ł' | 'ĺ' | 'ļ' | 'ľ' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ō' | 'ŏ' | 'ő' => "o",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ţ' | 'ť' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

/// True for accents that stand after their letter, as in decomposed text.
pub fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_spelling_of_a_danish_letter_is_the_same() {
        for (spellings, same) in [
            // what is seen and what is not
            (
                &[
                    "ord",
                    "o\u{ad}rd",
                    "o\u{200d}r\u{202e}d",
                    "ord\u{fe0f}",
                    "\u{1b}ord\u{1}",
                    "o\u{fdd0}rd",
                ][..],
                "ord",
            ),
            (
                &["økonomi", "Økonomi", "oekonomi", "OEKONOMI", "okonomi", "ÖKONOMI"][..],
                "okonomi",
            ),
            (
                &["mål", "maal", "mal", "MÅL", "MAAL", "ma\u{30a}l", "MA\u{30a}L"],
                "mal",
            ),
            (
                &["læring", "laering", "LÆRING", "LAERING", "läring"],
                "la\u{1}ring",
            ),
            (&["idé", "ide", "IDÉ", "ide\u{301}"], "ide"),
            (&["a\nb", "a\tb", "a\u{a0}b", "a\u{85}b", "a\u{2028}b"], "a b"),
            (&["ǽ", "æ"], "a\u{1}"),
            (&["þing", "thing"], "thing"),
            (&["șțėįģ", "steig"], "steig"),
        ] {
            for spelling in spellings {
                assert_eq!(fold(spelling), same, "{spelling}");
            }
        }
    }

    #[test]
    fn a_part_leads_back_to_whole_letters_of_the_written_text() {
        let back = |written: &str, part: &str| {
            let folded = Folded::new(written);
            let at = folded.text.find(&fold(part)).unwrap();
            written[folded.written(at..at + fold(part).len())].to_owned()
        };
        assert_eq!(back("Proaktiv økonomistyring", "OEKONOMI"), "økonomi");
        assert_eq!(back("i fællesskab", "fa"), "fæ", "half an æ is all of it");
        assert_eq!(back("ma\u{30a}l", "ma"), "ma\u{30a}");
        assert_eq!(back("Aarhus by", "århus"), "Aarhus");
        assert_eq!(back("Straße", "stras"), "Straß");
    }

    #[test]
    fn a_letter_in_a_file_name_is_found_by_that_name() {
        // ä is the one that is not: found as æ, and an a in the name of a file.
        for letter in ('\u{80}'..='\u{24f}').filter(|letter| *letter != 'ä') {
            if let Some(letters) = plain(letter) {
                assert!(letters.bytes().all(|b| b.is_ascii_lowercase()), "{letter}");
                assert_eq!(fold(&letter.to_string()), fold(letters), "{letter}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_part_of_any_text_leads_back_to_character_boundaries(
            written in "([aeoAEO]|[æøåéß]|\u{30a}|İ|\u{ad}|漢|.){0,30}", from: prop::sample::Index, to: prop::sample::Index,
        ) {
            let folded = Folded::new(&written);
            prop_assert_eq!(&folded.text, &fold(&written));
            let mut boundaries: Vec<usize> = folded.text.char_indices().map(|(at, _)| at).collect();
            boundaries.push(folded.text.len());
            let (from, to) = (boundaries[from.index(boundaries.len())], boundaries[to.index(boundaries.len())]);
            let part = from.min(to)..from.max(to);
            let back = folded.written(part.clone());
            prop_assert!(written.get(back.clone()).is_some());
            prop_assert_eq!(back.is_empty(), part.is_empty());
        }

        #[test]
        fn folding_the_capitals_is_folding_the_small_letters(written in "[a-zæøåéü -]{0,30}") {
            prop_assert_eq!(fold(&written.to_uppercase()), fold(&written));
        }
    }
}
