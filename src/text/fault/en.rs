//! Faults in English.

use super::{LISTED, Lang, Said, character, dial_ends, ends, listed, shown, shown_field, shown_path, size};
use crate::core::{
    fault::{Cause, Fault, MAX_NAME, NameTrouble, Notice, ReadOnly, UsageTrouble},
    problem::{Expected, Kind, Problem, ProblemKind, SyntaxErrorKind},
};

fn quoted(text: &str) -> String {
    format!("“{}”", shown(text))
}

pub(super) fn fault(fault: &Fault) -> Said {
    let (what, then) = match fault {
        Fault::UnknownMark { given, near } => {
            (format!("there is no mark {}", quoted(given)), did_you_mean(near))
        }
        Fault::UnknownTarget { given, near } => (
            format!("there is no field or mark {}", quoted(given)),
            did_you_mean(near),
        ),
        Fault::Ambiguous { given, candidates } => (
            format!("{} may be {}", quoted(given), listed(candidates, "or")),
            ": write more of the name".to_owned(),
        ),
        Fault::Value { given } => {
            let (min, max) = dial_ends();
            (
                format!("{} is not a value", quoted(given)),
                format!(": write a whole number from {min} to {max}"),
            )
        }
        Fault::UnknownProfile { given, known } => (
            format!("there is no profile {}", quoted(given)),
            match known.len() {
                0 => ": there is none yet, and “pejl profile new” makes one".to_owned(),
                1..=LISTED => format!(": choose {}", listed(known, "or")),
                _ => ": “pejl profile list” shows what there is".to_owned(),
            },
        ),
        Fault::BadName { given, why } => bad_name(given, *why),
        Fault::UnknownBearing { given, known } => (
            format!("there is no bearing {}", quoted(given)),
            match known.len() {
                0 => ": there is none yet, and “pejl bearing save” saves one".to_owned(),
                1..=LISTED => format!(": choose {}", listed(known, "or")),
                _ => ": “pejl bearing list” shows what there is".to_owned(),
            },
        ),
        Fault::Damaged { file, problems } => {
            let file = shown_path(file);
            let what = match &problems[..] {
                [] => format!("{file} is damaged"),
                [only] => format!("{file}:{}", Lang::En.problem(only)),
                [first, more @ ..] => {
                    format!("{file}:{} (and {} more)", Lang::En.problem(first), more.len())
                }
            };
            (what, ". Correct the file, or move it away".to_owned())
        }
        Fault::Newer { file, version } => (
            format!(
                "{} was made with a newer pejl (version {})",
                shown_path(file),
                shown(version)
            ),
            ": update pejl to use it".to_owned(),
        ),
        Fault::OtherFramework { file, framework } => (
            format!(
                "{} belongs to another framework, {}, than the profile you are in",
                shown_path(file),
                quoted(framework)
            ),
            ". Fetch it as a profile of its own with “pejl import”, or leave it there".to_owned(),
        ),
        Fault::VersionGone => (
            "the other version of the profile is not there any more".to_owned(),
            ": go on with yours".to_owned(),
        ),
        Fault::Missing { file } => (
            format!("cannot find {}", shown_path(file)),
            ": see whether the name is right".to_owned(),
        ),
        Fault::Unreadable { file, why } => (
            format!("cannot read {}: {}", shown_path(file), cause(why)),
            format!(". {}", remedy(why)),
        ),
        Fault::NotRegular { file } => (
            format!("{} is not an ordinary file", shown_path(file)),
            ": choose another".to_owned(),
        ),
        Fault::TooLarge { file, limit } => (
            format!("{} is too large", shown_path(file)),
            format!(
                ": there is room for {}. Make it smaller, or choose another",
                size(*limit)
            ),
        ),
        Fault::CannotCreate {
            path,
            why: Cause::Exists,
        } => (
            format!("{} is there already", shown_path(path)),
            ": choose another name, or replace it with --force".to_owned(),
        ),
        Fault::Exists { path } => (
            format!("{} is there already", shown_path(path)),
            ": edit it, or move it away first".to_owned(),
        ),
        Fault::CannotCreate { path, why } => (
            format!("cannot create {}: {}", shown_path(path), cause(why)),
            format!(". {}", remedy(why)),
        ),
        Fault::Write { path, why } => (
            format!("cannot save {}: {}", shown_path(path), cause(why)),
            format!(". {}. What was saved before is still there", remedy(why)),
        ),
        Fault::Locked { path } => (
            format!("{} is open in another pejl", shown_path(path)),
            ": close that one, and try again".to_owned(),
        ),
        Fault::Conflict { kept } => (
            format!(
                "another program has changed the profile meanwhile; your changes are in {}",
                shown_path(kept)
            ),
            ". Merge the two under Profiles in pejl, or leave them there".to_owned(),
        ),
        Fault::SavedElsewhere { fault, kept } => (
            format!(
                "{}; the profile is now in {}",
                self::fault(fault).what,
                shown_path(kept)
            ),
            ". Bring it in with `pejl import`".to_owned(),
        ),
        Fault::Usage { command, trouble } => usage(command, trouble),
        Fault::NoTerminal => (
            "there is no terminal to show anything in".to_owned(),
            WITHOUT_SCREEN.to_owned(),
        ),
        Fault::DumbTerminal { name } => (
            match name.is_empty() {
                true => "the terminal cannot move its cursor".to_owned(),
                false => format!("the terminal {} cannot move its cursor", quoted(name)),
            },
            WITHOUT_SCREEN.to_owned(),
        ),
        Fault::ReadOnly { why } => {
            let then = match why {
                ReadOnly::Asked => ": start pejl again to change it".to_owned(),
                ReadOnly::Locked => ": close it, and start pejl again".to_owned(),
                ReadOnly::Newer { .. } => ": get a newer pejl".to_owned(),
                ReadOnly::Unreadable { why } | ReadOnly::NotWritable { why } => {
                    format!(". {}", remedy(why))
                }
            };
            (read_only(why), then)
        }
        Fault::TooLong { max, found } => (
            format!("the text is too long: {found} characters"),
            format!(". There is room for {max}"),
        ),
        Fault::ControlCharacter => (
            "there is a control character in the text".to_owned(),
            ": write it without".to_owned(),
        ),
        Fault::NotUtf8Input => (
            "the text from standard input is not UTF-8".to_owned(),
            ": save it as UTF-8, and try again".to_owned(),
        ),
        Fault::Output { why } => (
            format!("cannot write to standard output: {}", cause(why)),
            format!(". {}", remedy(why)),
        ),
        Fault::Other { why } => (
            format!("it did not work: {}", cause(why)),
            format!(". {}", remedy(why)),
        ),
    };
    Said { what, then }
}

const WITHOUT_SCREEN: &str = ": use “pejl show” and the other commands, or “pejl --plain”";

fn did_you_mean(near: &[String]) -> String {
    match near {
        [] => ": “pejl show” shows what there is".to_owned(),
        near => format!(". Did you mean {}?", listed(near, "or")),
    }
}

fn bad_name(given: &str, why: NameTrouble) -> (String, String) {
    let (what, then) = match why {
        NameTrouble::Empty => (
            "cannot be the name of a profile",
            ": write at least one letter or digit",
        ),
        NameTrouble::TooLong => {
            let then = format!(": write at most {MAX_NAME} characters");
            return (format!("the name {} is too long", quoted(given)), then);
        }
        NameTrouble::Reserved => ("is a name that Windows keeps for itself", ": choose another"),
        NameTrouble::Taken => (
            "is taken by a profile of the same or nearly the same name",
            ": choose another name",
        ),
    };
    (format!("{} {what}", quoted(given)), then.to_owned())
}

fn usage(command: &str, trouble: &UsageTrouble) -> (String, String) {
    let command = shown(command);
    let help = || format!(": “{command} --help” shows how");
    let nearest = |near: &Option<String>| match near {
        Some(near) => format!(". Did you mean {}?", shown(near)),
        None => format!(": “{command} --help” shows what there is"),
    };
    match trouble {
        UsageTrouble::UnknownCommand { given, near } => {
            (format!("there is no command {}", quoted(given)), nearest(near))
        }
        UsageTrouble::UnknownOption { given, near } => {
            (format!("there is no option {}", quoted(given)), nearest(near))
        }
        UsageTrouble::MissingCommand { known } => (
            format!("a command is missing after “{command}”"),
            match known[..] {
                [] => help(),
                _ => format!(": write {}", listed(known, "or")),
            },
        ),
        UsageTrouble::MissingArgument { names } => {
            (format!("“{command}” needs {}", listed(names, "and")), help())
        }
        UsageTrouble::MissingValue { name } => (format!("{} needs a value", shown(name)), help()),
        UsageTrouble::NotAllowed { name, given, allowed } => (
            format!("{} cannot be {}", shown(name), quoted(given)),
            format!(": choose {}", listed(allowed, "or")),
        ),
        UsageTrouble::NotAnInteger { name, given } => (
            format!("{} cannot be {}", shown(name), quoted(given)),
            ": write a whole number such as 2 or -1".to_owned(),
        ),
        UsageTrouble::Unexpected { given } => (format!("{} is not needed here", quoted(given)), help()),
        UsageTrouble::Conflict { name, other } => (
            format!("{} and {} cannot be used together", shown(name), shown(other)),
            ": choose one of them".to_owned(),
        ),
        UsageTrouble::TooLong { name, max, found } => (
            format!("{} is too long: {found} characters", shown(name)),
            format!(". There is room for {max}"),
        ),
        UsageTrouble::ControlCharacter { name } => (
            format!("there is a control character in {}", shown(name)),
            ": write the text without it".to_owned(),
        ),
        UsageTrouble::NotText { name } => (
            format!("{} is no text and cannot be shown in the terminal", shown(name)),
            ": write it to a file with -o".to_owned(),
        ),
        UsageTrouble::NotUtf8 => (
            format!("an argument of “{command}” is not UTF-8"),
            ": write it in another way, or give the file another name".to_owned(),
        ),
    }
}

const NOT_TOML: &str = "the file cannot be read as TOML here: write each line as theme = \"dark\"";

pub(super) fn problem(problem: &Problem) -> String {
    let path = shown_field(&problem.path);
    let subject = if path.is_empty() { "the file" } else { &path };
    match &problem.kind {
        ProblemKind::Syntax(kind) if path.is_empty() => syntax(*kind),
        ProblemKind::Syntax(kind) => format!("{path}: {}", syntax(*kind)),
        ProblemKind::NotToml if path.is_empty() => NOT_TOML.to_owned(),
        ProblemKind::NotToml => format!("{path}: {NOT_TOML}"),
        ProblemKind::UnknownKey { known } => match &known[..] {
            [] => format!("{subject} is not known: it stays and does nothing"),
            known => format!("{subject} is not known: it can be {}", listed(known, "or")),
        },
        ProblemKind::NotAKey { found } => format!(
            "{subject} is {}, which is no key: write it as o, Ctrl+S, PgDn or F5",
            quoted(found)
        ),
        ProblemKind::KeyTaken { found, by } => format!(
            "{subject} is {}, which is a key of {by} already: choose another, or give {by} another",
            quoted(found)
        ),
        ProblemKind::NotAColor { found } => format!(
            "{subject} is {}, which is no colour: write it as #86cfd2, light blue or a number from 0 to 255",
            quoted(found)
        ),
        ProblemKind::DuplicateKey => format!("{subject} is there twice: keep one of them"),
        ProblemKind::Missing => format!("{subject} is missing"),
        ProblemKind::WrongType { expected, found } => {
            format!("{subject} is {}, but must be {}", kind(*found), kind(*expected))
        }
        ProblemKind::Empty => format!("{subject} is empty: write something"),
        ProblemKind::TooLong { max, found } => {
            format!("{subject} has {found} characters, but may have {max} at most")
        }
        ProblemKind::Invisible { found: '\n' | '\r' } => {
            format!("{subject} has a line break: write a new paragraph as a new text of the list")
        }
        ProblemKind::Invisible { found } => format!(
            "{subject} has a character that cannot be seen ({}): remove it",
            character(*found, quoted)
        ),
        ProblemKind::UnknownFormat { found, expected } => {
            format!("{subject} is {}, but must be {}", quoted(found), quoted(expected))
        }
        ProblemKind::BadVersion { found } => format!(
            "{subject} is {}, but must be two numbers with a dot between, such as 1.0",
            quoted(found)
        ),
        ProblemKind::NewerVersion { found } => format!(
            "{subject} is {}, and the file was made for a newer pejl than this one",
            quoted(found)
        ),
        ProblemKind::BadId { found } => format!(
            "{subject} is {}, but may only have a–z, 0–9 and hyphens, at least one letter and no hyphen first",
            quoted(found)
        ),
        ProblemKind::DuplicateId { first } => format!(
            "{subject} is the same id as {}: give one of them another",
            shown_field(first)
        ),
        ProblemKind::UnknownChoice { found, allowed } => {
            let allowed: Vec<String> = allowed.iter().map(|word| quoted(word)).collect();
            format!(
                "{subject} is {}, but must be {}",
                quoted(found),
                listed(&allowed, "or")
            )
        }
        ProblemKind::Count { min, max, found } if min == max => {
            format!("{subject} has {}, but must have {max}", entries(*found))
        }
        ProblemKind::Count { min: 0, max, found } => {
            format!("{subject} has {}, but may have {max} at most", entries(*found))
        }
        ProblemKind::Count { min, max, found } => {
            format!(
                "{subject} has {}, but must have from {min} to {max}",
                entries(*found)
            )
        }
        ProblemKind::OffScale { found, min, max } => {
            let (min, max) = ends(*min, *max);
            format!(
                "{subject} is {}, but must be a whole number from {min} to {max}",
                shown(found)
            )
        }
        ProblemKind::NotADate => format!("{subject} is not a date: write it as 2026-11-23"),
        ProblemKind::NotAMoment => {
            format!("{subject} is not a date and time: write it as 2026-11-23T08:15:00+01:00")
        }
    }
}

fn entries(count: usize) -> String {
    match count {
        1 => "1 entry".to_owned(),
        _ => format!("{count} entries"),
    }
}

fn syntax(kind: SyntaxErrorKind) -> String {
    match kind {
        SyntaxErrorKind::TooLarge { limit } => format!("the file is larger than {}", size(limit as u64)),
        SyntaxErrorKind::TooDeep { limit } => {
            format!("more than {limit} lists and objects stand inside each other here")
        }
        SyntaxErrorKind::ByteOrderMark => {
            "the file begins with an invisible character: save it as UTF-8 without BOM".to_owned()
        }
        SyntaxErrorKind::NotUtf8 => "what stands here is not UTF-8: save the file as UTF-8".to_owned(),
        SyntaxErrorKind::UnexpectedEnd => "the file ends before it is complete".to_owned(),
        SyntaxErrorKind::Unexpected { found, expected } => format!(
            "{}, but there is {}",
            self::expected(expected),
            character(found, quoted)
        ),
        SyntaxErrorKind::ControlInString => {
            "a line break or another invisible character stands inside a text here: remove it, or end the text with \""
                .to_owned()
        }
        SyntaxErrorKind::BadEscape => {
            "a backslash stands before something wrong here: write it twice to have it in the text".to_owned()
        }
        SyntaxErrorKind::BadNumber => {
            "a number is written wrongly here: write it as 3, -3 or 0.5".to_owned()
        }
    }
}

fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Value => "a value must stand here",
        Expected::Key => "a name in quotes must stand here",
        Expected::Colon => "“:” must stand here",
        Expected::CommaOrBracket => "“,” or “]” must stand here",
        Expected::CommaOrBrace => "“,” or “}” must stand here",
        Expected::End => "the file must end here",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Null => "null",
        Kind::Bool => "true or false",
        Kind::Number => "a number",
        Kind::String => "a text",
        Kind::Array => "a list",
        Kind::Object => "an object",
    }
}

pub(super) fn read_only(why: &ReadOnly) -> String {
    match why {
        ReadOnly::Asked => "read only".to_owned(),
        ReadOnly::Locked => "read only: open in another pejl".to_owned(),
        ReadOnly::Newer { version } => format!("read only: made with a newer pejl ({})", shown(version)),
        ReadOnly::Unreadable { why } => format!("read only: the file cannot be read, {}", cause(why)),
        ReadOnly::NotWritable { why } => format!("read only: {}", cause(why)),
    }
}

pub(super) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Recovered {
            damage,
            aside,
            backup,
        } => {
            let mut said = format!("The profile could not be used: {}. ", fault(damage).what);
            said += &match backup {
                Some(backup) => format!("You see the backup {}", shown_path(backup)),
                None => "There was no backup, so every dial stands at neutral".to_owned(),
            };
            if let Some(aside) = aside {
                said += &format!(". The old file is in {}", shown_path(aside));
            }
            said
        }
        Notice::NoLocking => {
            "Files cannot be locked here. Keep the profile open in one place at a time".to_owned()
        }
        Notice::NewerMinor { version } => format!(
            "The profile was made with a newer pejl (version {}). What this one does not know is kept",
            shown(version)
        ),
        Notice::OtherFramework { framework } => format!(
            "The profile belongs to another framework, {}. Open it with --framework and that framework's file",
            quoted(framework)
        ),
    }
}

pub(super) fn cause(cause: &Cause) -> String {
    let words = match cause {
        Cause::Full => "the disk is full",
        Cause::ReadOnly => "it is write-protected",
        Cause::Denied => "access denied",
        Cause::Device => "the drive failed",
        Cause::TooManyOpen => "too many files are open",
        Cause::TooBig => "the file gets too large",
        Cause::Gone => "the folder is not there",
        Cause::Exists => "it is there already",
        Cause::NotAFile => "something other than a file is there",
        Cause::Slow => "no answer in time",
        Cause::Other(words) => return shown(words),
    };
    words.to_owned()
}

/// What to do about a cause, as a sentence without its full stop.
fn remedy(cause: &Cause) -> &'static str {
    match cause {
        Cause::Full => "Free some room, and try again",
        Cause::ReadOnly => "Choose another place",
        Cause::Denied => "Get access, or choose another place",
        Cause::Device => "See whether the drive is connected, and try again",
        Cause::TooManyOpen => "Close some programs, and try again",
        Cause::TooBig => "Make it smaller, or choose another place",
        Cause::Gone => "See whether the path is right",
        Cause::Exists | Cause::NotAFile => "Choose another name",
        Cause::Slow | Cause::Other(_) => "Try again",
    }
}
