//! Text as it is compared: small letters without accents, and the Danish letters as people type them. Owns which
//! spellings are the same and where a match stands in the text as it was written; ranks nothing.
//!
//! æ is `ae`, ø is `oe` and `o`, å is `aa` and `a`. So `oe` in any word counts as `o`, and `aa` as `a`.

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
            '\0'..='\u{7f}' if letter.is_whitespace() => give(' ', at),
            '\0'..='\u{7f}' => give(letter.to_ascii_lowercase(), at),
            _ => letter
                .to_lowercase()
                .for_each(|small| beyond_ascii(small, at, &mut give)),
        }
    }
}

/// A small letter outside ASCII.
fn beyond_ascii(letter: char, at: usize, give: &mut impl FnMut(char, usize)) {
    let plain = match letter {
        'æ' | 'ä' => {
            give('a', at);
            HALF
        }
        'ß' => {
            give('s', at);
            's'
        }
        'à'..='ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ð' | 'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'œ' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' => 's',
        'ţ' | 'ť' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        // Combining accents, soft hyphens and joiners are no letters.
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{fe0f}' => return,
        space if space.is_whitespace() => ' ',
        other => other,
    };
    give(plain, at);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_spelling_of_a_danish_letter_is_the_same() {
        for (spellings, same) in [
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
            (&["a\nb", "a\tb", "a\u{a0}b"], "a b"),
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
