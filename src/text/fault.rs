//! The words for everything that can go wrong, in Danish and English, one line each. Owns the sentences; what went
//! wrong is data of the model.
//!
//! A sentence says what, where and what to do, and stands in both languages side by side (`say!`), with the same things
//! filled in: another argument in one of them does not compile. Every variant is matched by name, with no "anything
//! else", so a new one does not compile until it has its words. Whatever a person, a file or the system
//! said is cleaned and shortened on its way into a sentence, each piece by itself.

/// A sentence in the language, Danish first, both with the same things filled in.
macro_rules! say {
    ($lang:expr, $da:literal, $en:literal $(, $arg:expr)* $(,)?) => {
        match $lang {
            $crate::text::Lang::Da => format!($da $(, $arg)*),
            $crate::text::Lang::En => format!($en $(, $arg)*),
        }
    };
}

/// Words with nothing to fill in, Danish first.
macro_rules! word {
    ($lang:expr, $da:literal, $en:literal $(,)?) => {
        match $lang {
            $crate::text::Lang::Da => $da,
            $crate::text::Lang::En => $en,
        }
    };
}

mod cause;
mod in_file;
mod notice;
mod usage;
mod words;

use super::Lang;
use crate::core::{
    dial::DialValue,
    fault::{Cause, Fault, Notice, ReadOnly},
    problem::{self, Problem, shortened},
    sanitise::clean,
};
use std::{borrow::Cow, path::Path};

/// How many characters of what a person or a file said are shown.
const SHOWN: usize = 60;
/// How many names are listed; of more than these the reader is told where to see them.
const LISTED: usize = 12;

impl Lang {
    /// What went wrong, where and what to do about it, on one line: without `pejl: ` before it or an end of line
    /// after it. Of a file's problems, the first; see [`Lang::problems`] for all.
    pub fn fault(self, fault: &Fault) -> String {
        let Message { problem, hint } = words::fault(self, fault);
        problem + &hint
    }

    /// What is wrong in a file: line, column, the value it is about and what to do, without the file's name.
    pub fn problem(self, problem: &Problem) -> String {
        let words = in_file::problem(self, problem);
        format!("{}:{}: {words}", problem.position.line, problem.position.column)
    }

    /// Everything that is wrong in `file`, a line each, as `file:line:column: …`.
    pub fn problems(self, file: &Path, problems: &[Problem]) -> Vec<String> {
        let line = |problem| format!("{}:{}", shown_path(file), self.problem(problem));
        problems.iter().map(line).collect()
    }

    /// Why the profile cannot be saved, in few words.
    pub fn read_only(self, why: &ReadOnly) -> String {
        cause::read_only(self, why)
    }

    /// What must be said about a profile that was just opened: one line of whole sentences, the last without its
    /// full stop.
    pub fn notice(self, notice: &Notice) -> String {
        notice::notice(self, notice)
    }

    /// Why the system refused, in few words: "disken er fuld".
    pub fn cause(self, cause: &Cause) -> String {
        cause::cause(self, cause)
    }
}

/// A sentence in two parts, because a notice needs the first alone.
struct Message {
    /// What went wrong, and where.
    problem: String,
    /// What to do, with the colon or full stop before it.
    hint: String,
}

/// What somebody said, on one line, harmless and not too long.
fn shown(text: &str) -> String {
    shortened(&clean(text), SHOWN)
}

/// Where in a file something stands: `fields[1].marks[0].id`; empty for the file as a whole.
fn shown_field(path: &problem::Path) -> Cow<'_, str> {
    clean(path.as_str())
}

/// A path, whole: it may be copied from the screen.
fn shown_path(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}

/// `a`, `a or b`, `a, b or c`; of more than [`LISTED`], the first and an ellipsis.
fn listed(names: &[impl AsRef<str>], conjunction: &str) -> String {
    let mut shown: Vec<String> = names
        .iter()
        .take(LISTED)
        .map(|name| self::shown(name.as_ref()))
        .collect();
    if names.len() > LISTED {
        return shown.join(", ") + ", …";
    }
    match shown.pop() {
        None => String::new(),
        Some(last) if shown.is_empty() => last,
        Some(last) => format!("{} {conjunction} {last}", shown.join(", ")),
    }
}

/// The word between the last two of which one is chosen.
fn or(lang: Lang) -> &'static str {
    word!(lang, "eller", "or")
}

/// The word between the last two that belong together.
fn and(lang: Lang) -> &'static str {
    word!(lang, "og", "and")
}

/// What somebody said, in quotes.
fn quoted(lang: Lang, text: &str) -> String {
    say!(lang, "»{}«", "“{}”", shown(text))
}

/// A character to point out: itself in quotes where it can be seen, its number where it cannot.
fn character(lang: Lang, c: char) -> String {
    let text = c.to_string();
    match clean(&text).trim() {
        "" => format!("U+{:04X}", u32::from(c)),
        _ => quoted(lang, &text),
    }
}

/// The ends of a scale; with their signs where it has two sides.
fn ends(min: i64, max: i64) -> (String, String) {
    let end = |number: i64| match number {
        0 => "0".to_owned(),
        below if below < 0 => format!("\u{2212}{}", below.unsigned_abs()),
        above if min < 0 => format!("+{above}"),
        above => above.to_string(),
    };
    (end(min), end(max))
}

/// The ends of a dial's scale.
fn dial_ends() -> (String, String) {
    (DialValue::MIN.to_string(), DialValue::MAX.to_string())
}

/// A limit in bytes, as people say it.
fn size(bytes: u64) -> String {
    const KIB: u64 = 1024;
    match bytes {
        whole if whole >= KIB * KIB && whole % (KIB * KIB) == 0 => format!("{} MB", whole / (KIB * KIB)),
        whole if whole >= KIB && whole % KIB == 0 => format!("{} kB", whole / KIB),
        other => format!("{other} bytes"),
    }
}

#[cfg(test)]
mod tests;
