//! From the name a leader gives a profile to the name its file has, and every other file name the store uses.
//! Opens nothing.

use crate::core::{
    fault::{Fault, MAX_NAME, NameTrouble},
    fold::{is_combining, plain},
    sanitise::is_invisible,
};
use unicode_segmentation::UnicodeSegmentation;

/// The name of the profile that is there before any was made.
pub const DEFAULT_NAME: &str = "Min profil";
/// The slug of [`DEFAULT_NAME`].
pub const DEFAULT_SLUG: &str = "min-profil";

/// The longest slug, in bytes, so that every file name made from it fits where 255 is the limit.
const MAX_SLUG: usize = 100;

/// The file name, without its ending, for a profile of this name: a–z, 0–9 and hyphens.
///
/// Names that differ in case, accents, punctuation or Unicode form only have the same slug, so that no two
/// profiles meet in one file on a file system that folds them. Errors are all [`Fault::BadName`].
pub fn slug(name: &str) -> Result<String, Fault> {
    let bad = |why| {
        let given = name.to_owned();
        Err(Fault::BadName { given, why })
    };
    if name.chars().any(is_invisible) {
        return bad(NameTrouble::Unseen);
    }
    if name.graphemes(true).count() > MAX_NAME {
        return bad(NameTrouble::TooLong);
    }
    let mut slug = letters(name);
    slug.truncate(MAX_SLUG);
    let slug = slug.trim_end_matches('-');
    match slug {
        "" => bad(NameTrouble::Empty),
        _ if is_device(slug) => bad(NameTrouble::Reserved),
        _ => Ok(slug.to_owned()),
    }
}

/// True for what [`slug`] may answer, so that a path is never built from anything else.
pub fn is_slug(text: &str) -> bool {
    let letters = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !text.is_empty()
        && text.len() <= MAX_SLUG
        && text.bytes().all(letters)
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !is_device(text)
}

/// Lower case, æøå as ae/oe/aa, other Latin letters without their accents, letters of other scripts by their code
/// point, and one hyphen for each run of anything else.
fn letters(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        match c {
            // A decomposed å: the ring comes after its letter.
            '\u{30a}' if out.ends_with('a') => out.push('a'),
            _ if is_combining(c) => {}
            _ => {
                for lower in c.to_lowercase().filter(|c| !is_combining(*c)) {
                    match plain(lower) {
                        Some(letters) => out.push_str(letters),
                        None if lower.is_ascii_alphanumeric() => out.push(lower),
                        None if lower.is_alphanumeric() => out.push_str(&format!("u{:x}", u32::from(lower))),
                        None if out.is_empty() || out.ends_with('-') => {}
                        None => out.push('-'),
                    }
                }
            }
        }
    }
    out
}

/// The names Windows keeps for devices, with any ending.
fn is_device(slug: &str) -> bool {
    let numbered = |stem: &str| {
        slug.strip_prefix(stem)
            .is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
    };
    matches!(slug, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(name: &str) -> NameTrouble {
        match slug(name) {
            Err(Fault::BadName { why, .. }) => why,
            other => panic!("{name:?}: {other:?}"),
        }
    }

    #[test]
    fn danish_letters_fold_to_their_written_out_forms() {
        assert_eq!(slug(DEFAULT_NAME).unwrap(), DEFAULT_SLUG);
        assert_eq!(
            slug("Ældre & Handicap, Øst Å").unwrap(),
            "aeldre-handicap-oest-aa"
        );
        assert_eq!(slug("Børn og unge (2026)").unwrap(), "boern-og-unge-2026");
    }

    #[test]
    fn a_name_has_the_slug_it_always_had() {
        assert_eq!(slug("Bäckström-Ångström").unwrap(), "backstrom-aangstrom");
        assert_eq!(
            slug("Æble Œuvre Þór ǽ ǿ ǻ").unwrap(),
            "aeble-oeuvre-thor-ae-oe-aa"
        );
        assert_eq!(slug("Ŵales").unwrap(), "u175ales");
    }

    #[test]
    fn names_that_a_file_system_might_fold_together_have_one_slug() {
        for (a, b) in [
            ("Åben dør", "A\u{30a}BEN DØR"),
            ("Café", "cafe\u{301}"),
            ("Öst", "o\u{308}st"),
            ("min   profil", "Min-Profil"),
            ("a/b", "a\\b"),
            ("İ", "i"),
        ] {
            assert_eq!(slug(a).unwrap(), slug(b).unwrap(), "{a} {b}");
        }
    }

    #[test]
    fn other_scripts_have_slugs_too() {
        assert_eq!(slug("中").unwrap(), "u4e2d");
        assert_ne!(slug("中文").unwrap(), slug("日本").unwrap());
    }

    #[test]
    fn a_name_that_names_no_file_is_refused_with_the_reason() {
        for empty in ["", "   ", ".", "..", "../..", "🦊", "---"] {
            assert_eq!(why(empty), NameTrouble::Empty, "{empty:?}");
        }
        for unseen in ["\u{0}", "a\nb", "a\tb", "\u{1b}[31m", "a\u{202e}b"] {
            assert_eq!(why(unseen), NameTrouble::Unseen, "{unseen:?}");
        }
        for device in ["CON", "nul", "Com1", "LPT9", "aux.", " prn "] {
            assert_eq!(why(device), NameTrouble::Reserved, "{device:?}");
        }
        assert_eq!(why(&"a".repeat(65)), NameTrouble::TooLong);
        assert!(
            slug(&"e\u{301}".repeat(64)).is_ok(),
            "graphemes count, not code points"
        );
        assert!(slug("console").is_ok());
    }

    #[test]
    fn a_slug_is_its_own_slug_and_never_a_path() {
        for name in [
            "Min profil",
            "../etc/passwd",
            "中文",
            &"字".repeat(64),
            "x.json",
            "a:b*c?",
        ] {
            let slug = slug(name).unwrap();
            assert!(is_slug(&slug), "{slug}");
            assert!(slug.len() <= MAX_SLUG);
        }
        for no_slug in ["Min profil", "a.b", "../x", "", "-a", "con"] {
            assert!(!is_slug(no_slug), "{no_slug}");
        }
    }
}
