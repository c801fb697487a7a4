//! What a path means that a person wrote: `~`, `$NAME`, `${NAME}` and `%NAME%` in it stand for other text, wherever the path
//! comes from. Looks at no file and knows no variable by itself.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

/// The path with `~` at its beginning as the home folder, where one is known, and with the variables that are set. What
/// is no variable's name, or is not set, stays as it is written.
pub fn expanded(path: &Path, home: &Path, variable: impl Fn(&str) -> Option<OsString>) -> PathBuf {
    let Some(written) = path.to_str() else {
        // what is no text has its parts that are
        let parts = path.components().enumerate();
        let part = |(at, part): (usize, std::path::Component)| match part.as_os_str().to_str() {
            Some(text) if at == 0 => in_text(text, home, &variable),
            Some(text) => in_text(text, Path::new(""), &variable),
            None => part.as_os_str().into(),
        };
        return parts.map(part).collect();
    };
    in_text(written, home, &variable).into()
}

fn in_text(written: &str, home: &Path, variable: &impl Fn(&str) -> Option<OsString>) -> OsString {
    let mut out = OsString::with_capacity(written.len());
    let mut rest = written;
    if let Some(after) = rest.strip_prefix('~')
        && (after.is_empty() || after.starts_with(std::path::is_separator))
        && !home.as_os_str().is_empty()
    {
        out.push(home);
        rest = after;
    }
    while let Some(at) = rest.find(['$', '%']) {
        out.push(&rest[..at]);
        rest = &rest[at..];
        let found = name(rest).and_then(|(name, len)| Some((variable(name)?, len)));
        match found {
            Some((value, len)) => {
                out.push(value);
                rest = &rest[len..];
            }
            None => {
                out.push(&rest[..1]);
                rest = &rest[1..];
            }
        }
    }
    out.push(rest);
    out
}

/// The name of the variable that this begins with, and how many bytes stand for it.
fn name(text: &str) -> Option<(&str, usize)> {
    let (before, after) = match text {
        _ if text.starts_with("${") => ("${", "}"),
        _ if text.starts_with('%') => ("%", "%"),
        _ => ("$", ""),
    };
    let rest = &text[before.len()..];
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || (before == "%" && "()".contains(c))));
    let name = &rest[..end.unwrap_or(rest.len())];
    let closed = rest[name.len()..].starts_with(after);
    let is_name = !name.is_empty() && !name.starts_with(|c: char| c.is_ascii_digit());
    (closed && is_name).then_some((name, before.len() + name.len() + after.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expand(path: &Path) -> PathBuf {
        expanded(path, Path::new("/home/anna"), |name| match name {
            "TEAM" => Some("/drev/team".into()),
            "ProgramFiles(x86)" => Some("C:/P".into()),
            _ => None,
        })
    }

    #[test]
    fn home_and_variables_are_filled_in_and_all_else_stays() {
        for (written, means) in [
            ("~", "/home/anna"),
            ("~/mappe", "/home/anna/mappe"),
            ("~anna/mappe", "~anna/mappe"),
            ("a/~/b", "a/~/b"),
            ("$TEAM/anna.json", "/drev/team/anna.json"),
            ("${TEAM}2/$TEAM", "/drev/team2//drev/team"),
            ("%TEAM%/%ProgramFiles(x86)%", "/drev/team/C:/P"),
            ("~/$TEAMS", "/home/anna/$TEAMS"),
            ("100%/50%TEAM", "100%/50%TEAM"),
            ("$", "$"),
            ("${TEAM", "${TEAM"),
            ("$5 æble%", "$5 æble%"),
            ("%%TEAM%%", "%/drev/team%"),
            ("", ""),
            ("-", "-"),
            ("./x//y/", "./x//y/"),
        ] {
            assert_eq!(expand(Path::new(written)).as_os_str(), means, "{written}");
        }
        let nowhere = expanded(Path::new("~/x"), Path::new(""), |_| None);
        assert_eq!(nowhere, Path::new("~/x"), "no home is known");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_text_keeps_its_bytes() {
        use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
        let path = |bytes: &'static [u8]| PathBuf::from(OsStr::from_bytes(bytes));
        assert_eq!(expand(&path(b"~/S\xf8ren")), path(b"/home/anna/S\xf8ren"));
        assert_eq!(expand(&path(b"$TEAM/~/S\xf8ren")), path(b"/drev/team/~/S\xf8ren"));
        assert_eq!(expand(&path(b"/$TEAM\xf8")), path(b"/$TEAM\xf8"));
    }
}
