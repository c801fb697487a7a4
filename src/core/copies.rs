//! The names that programs which keep folders alike, and people who copy files, give to a second copy of a file. Looks at
//! names only.
//!
//! | name | by |
//! | --- | --- |
//! | `anna (Bo's conflicted copy 2026-11-01).json` | Dropbox, Nextcloud, in several languages |
//! | `anna.sync-conflict-20261101-081500-ABCDEFG.json` | Syncthing |
//! | `anna_conflict-20261101-081500.json` | ownCloud |
//! | `anna-DESKTOP-1A2B3C4.json` | OneDrive, with the name that Windows gives a computer |
//! | `anna-HR-PC17.json` | OneDrive, with a name that people gave a computer: told by [`by_computer`] alone |
//! | `anna [Conflict].json`, `anna (1).json`, `anna - Copy.json`, `anna - Kopi.json` | Google Drive, browsers, Windows |
//! | `anna 2.json`, `anna kopi.json`, `anna copy 2.json` | iCloud, Finder |
//! | `Kopi af anna.json`, `Copy of anna.json`, `anna.Conflict.json`, `anna.conflict1.json`, `~$anna.json` | Google Drive, and other programs |
//! | `anna.conflict-2026-11-01.json`, `anna.corrupt-2026-11-01.json` | pejl itself |

/// What is said of a copy inside brackets, in small letters.
const SAID: [&str; 4] = ["conflict", "konflikt", "modstrid", "kopi"];

/// What stands between a name and what a program puts after it, in small letters.
const JOINED: [&str; 7] = [
    ".sync-conflict-",
    "_conflict-",
    "-conflict-",
    ".conflict-",
    ".konflikt-",
    ".corrupt-",
    "_conflict_",
];

/// The name of the file that a file of this name is a copy of; nothing where it does not look like a copy. Whether there
/// is such a file must be asked elsewhere: a name alone proves nothing.
pub fn original(name: &str) -> Option<String> {
    let (stem, ending) = match name.rfind('.') {
        Some(dot) => name.split_at(dot),
        None => (name, ""),
    };
    let before = bracketed(stem)
        .or_else(|| joined(stem))
        .or_else(|| copied(stem))
        .or_else(|| numbered(stem))
        .or_else(|| prefixed(stem))?;
    let before = before.trim();
    (!before.is_empty()).then(|| format!("{before}{ending}"))
}

/// The same again and again: what a file of this name is a copy of, then what that one is a copy of, and so on.
pub fn originals(name: &str) -> impl Iterator<Item = String> {
    std::iter::successors(original(name), |name| original(name))
}

/// The longest name a computer has in a Windows network, in characters.
const COMPUTER: usize = 15;

/// The names of the files that a file of this name may be OneDrive's copy of, the longest first: whatever stands before a
/// hyphen, where a computer may be called what stands after it. A colleague may be called so too, so more must speak for a
/// copy than the name: that it can be no profile's own, or what is in the two.
pub fn by_computer(name: &str) -> impl Iterator<Item = String> {
    let (stem, ending) = match name.rfind('.') {
        Some(dot) => name.split_at(dot),
        None => (name, ""),
    };
    let may_be_called = |computer: &str| {
        let letters = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        (1..=COMPUTER).contains(&computer.len())
            && computer.bytes().all(letters)
            && computer.bytes().any(|b| b.is_ascii_alphabetic())
    };
    let places = stem.rmatch_indices('-').map(|(at, _)| at);
    places
        .filter(move |at| *at > 0 && may_be_called(&stem[at + 1..]))
        .map(move |at| format!("{}{ending}", &stem[..at]))
}

/// `anna (…)` and `anna […]`.
fn bracketed(stem: &str) -> Option<&str> {
    let (open, inside) = match stem.chars().next_back()? {
        ')' => ('(', stem.strip_suffix(')')?),
        ']' => ('[', stem.strip_suffix(']')?),
        _ => return None,
    };
    let (before, inside) = inside.rsplit_once(open)?;
    let number = !inside.is_empty() && inside.len() <= 3 && inside.bytes().all(|b| b.is_ascii_digit());
    let inside = inside.to_lowercase();
    (number || SAID.iter().any(|word| inside.contains(word))).then_some(before)
}

/// `anna.conflict-…`: what follows has a date in it, so that a name of someone's own with such a word is none.
fn joined(stem: &str) -> Option<&str> {
    if let Some((before, computer)) = ["-DESKTOP-", "-LAPTOP-"]
        .iter()
        .find_map(|word| stem.split_once(word))
    {
        let given = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit();
        return (computer.len() == 7 && computer.bytes().all(given)).then_some(before);
    }
    // only what is ASCII can match, so a place in the small letters is the same place in the name
    let small = stem.to_ascii_lowercase();
    JOINED.iter().find_map(|word| {
        let at = small.find(word)?;
        let date = small[at + word.len()..]
            .bytes()
            .filter(u8::is_ascii_digit)
            .count()
            >= 8;
        date.then_some(&stem[..at])
    })
}

/// `anna - Kopi` and `anna.Conflict`, with a number or without.
fn copied(stem: &str) -> Option<&str> {
    let conflict = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_short = stem.len() - conflict.len() <= 3;
    let said = [" - copy", " - kopi", " copy", " kopi"];
    let said = said
        .iter()
        .find_map(|word| without_ending(stem, word))
        .filter(|before| !before.is_empty());
    said.or_else(|| {
        [".conflict", ".konflikt"]
            .iter()
            .filter(|_| is_short)
            .find_map(|word| without_ending(conflict, word))
    })
}

/// `anna 2`: a small number, so that no year is one.
fn numbered(stem: &str) -> Option<&str> {
    let (before, number) = stem.rsplit_once(' ')?;
    let counts = matches!(number.as_bytes(), [b'2'..=b'9'] | [b'1'..=b'9', b'0'..=b'9']);
    counts.then_some(before)
}

/// `Kopi af anna`.
fn prefixed(stem: &str) -> Option<&str> {
    ["kopi af ", "copy of ", "~$"].iter().find_map(|word| {
        let (start, rest) = stem.split_at_checked(word.len())?;
        start.eq_ignore_ascii_case(word).then_some(rest)
    })
}

/// What stands before this ending of ASCII letters, however it is written in upper and lower case.
fn without_ending<'a>(stem: &'a str, ending: &str) -> Option<&'a str> {
    let (before, end) = stem.split_at_checked(stem.len().checked_sub(ending.len())?)?;
    end.eq_ignore_ascii_case(ending).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_the_names_that_programs_give_them() {
        for copy in [
            "anna (Anna's conflicted copy 2026-11-01).json",
            "anna (Annas modstridende kopi 2026-11-01).json",
            "anna (conflicted copy 2026-11-01 081500).json",
            "anna.sync-conflict-20261101-081500-ABCDEFG.json",
            "anna_conflict-20261101-081500.json",
            "anna-Conflict-20261101.json",
            "anna-DESKTOP-1A2B3C4.json",
            "anna [Conflict].json",
            "anna (1).json",
            "anna(12).json",
            "anna - Kopi.json",
            "anna copy.json",
            "anna.conflict-2026-11-01.json",
            "anna.conflict-2026-11-01-2.json",
            "anna.corrupt-2026-11-01.json",
            "anna 2.json",
            "anna 12.json",
            "anna kopi.json",
            "anna - Copy.json",
            "anna Kopi.json",
            "Kopi af anna.json",
            "Copy of anna.json",
            "kopi af  anna.json",
            "anna.Conflict.json",
            "anna.conflict1.json",
            "anna.konflikt-20261101.json",
            "~$anna.json",
        ] {
            assert_eq!(original(copy).as_deref(), Some("anna.json"), "{copy}");
        }
        assert_eq!(original("æøå.b (2).JSON").as_deref(), Some("æøå.b.JSON"));
        assert_eq!(
            original("anna - Kopi (2).json").as_deref(),
            Some("anna - Kopi.json"),
            "a copy of a copy"
        );
    }

    #[test]
    fn a_computer_of_any_name_may_have_made_a_copy_of_what_stands_before_a_hyphen() {
        let of = |name| by_computer(name).collect::<Vec<_>>();
        assert_eq!(of("anna-HR-PC17.json"), ["anna-HR.json", "anna.json"]);
        assert_eq!(of("anna-bo-Surface.json"), ["anna-bo.json", "anna.json"]);
        for none in [
            "anna.json",
            "anna-2026.json",
            "anna-BØRN.json",
            "-PC.json",
            "anna-.json",
            "anna-ABCDEFGHIJKLMNOP.json",
            "",
        ] {
            assert!(of(none).is_empty(), "{none}");
        }
    }

    #[test]
    fn names_of_people_s_own_are_none() {
        for own in [
            "anna.json",
            "anna (ældre og handicap).json",
            "anna (2026).json",
            "konflikt.json",
            "uden-konflikt-2.json",
            "anna-conflict-team.json",
            "(1).json",
            "anna-DESKTOP-mine.json",
            "kopi.json",
            "kopi af.json",
            "anna 2026.json",
            "anna 1.json",
            "anna 02.json",
            "anna2.json",
            "anna.conflict2026.json",
            "kopi 2026.json",
            "~$.json",
            ".json",
            "",
            "()",
        ] {
            assert_eq!(original(own), None, "{own}");
        }
    }
}
