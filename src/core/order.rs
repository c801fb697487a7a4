//! The order of names in a list, as a Danish reader expects it: … z æ ø å, with `aa` as å, whatever their case and accents.
//! Owns the comparison alone; what is listed, and where, is decided elsewhere.

use super::fold::{is_combining, plain};

/// What stands for a name where names are sorted. Names that differ in case and accents alone come one after the other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey {
    letters: String,
    written: String,
}

/// The sort key of a name.
pub fn sort_key(name: &str) -> SortKey {
    // the three signs after z in ASCII stand for the three letters after z in Danish
    const AE: char = '{';
    const OE: char = '|';
    const AA: char = '}';
    let mut letters = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'æ' | 'ä' | 'ǽ' => letters.push(AE),
            'ø' | 'ö' | 'ǿ' | 'œ' => letters.push(OE),
            'å' | 'ǻ' => letters.push(AA),
            'ü' => letters.push('y'),
            // a second a, or the ring of a decomposed å
            'a' | '\u{30a}' if letters.ends_with('a') => {
                letters.pop();
                letters.push(AA);
            }
            _ if is_combining(letter) => {}
            _ => match plain(letter) {
                Some(plain) => letters.push_str(plain),
                None => letters.push(letter),
            },
        }
    }
    SortKey {
        letters,
        written: name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_danish_order() {
        let right = [
            "anna",
            "Anna Bo",
            "Bo",
            "Müller",
            "Myrup",
            "Zenia",
            "Ærø",
            "Öster",
            "Østre",
            "Aage",
            "Ågerup",
            "Aagård",
            "A\u{30a}gaard",
            "Ågård",
        ];
        let mut names = right;
        names.reverse();
        names.sort_by_cached_key(|name| sort_key(name));
        assert_eq!(names, right);
    }
}
