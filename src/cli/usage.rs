//! clap's errors as data, to be worded in the reader's language.

use crate::core::fault::UsageTrouble;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// What is wrong with a command line; none for an error that has no words of its own. Suggestions are added by `parse`.
pub fn trouble(error: &Error) -> Option<UsageTrouble> {
    let one = |kind: ContextKind| texts(error, kind).into_iter().next();
    let given = |kind| one(kind).unwrap_or_default();
    let name = || {
        bare(
            given(ContextKind::InvalidArg)
                .split(' ')
                .next()
                .unwrap_or_default(),
        )
    };
    Some(match error.kind() {
        ErrorKind::InvalidSubcommand => UsageTrouble::UnknownCommand {
            given: given(ContextKind::InvalidSubcommand),
            near: None,
        },
        ErrorKind::UnknownArgument => match given(ContextKind::InvalidArg) {
            option if option.starts_with('-') => UsageTrouble::UnknownOption {
                given: option,
                near: None,
            },
            given => UsageTrouble::Unexpected { given },
        },
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            UsageTrouble::MissingCommand {
                known: texts(error, ContextKind::ValidSubcommand),
            }
        }
        ErrorKind::MissingRequiredArgument => UsageTrouble::MissingArgument {
            names: texts(error, ContextKind::InvalidArg)
                .into_iter()
                .map(|name| bare(&name))
                .collect(),
        },
        ErrorKind::InvalidValue if given(ContextKind::InvalidValue).is_empty() => {
            UsageTrouble::MissingValue { name: name() }
        }
        ErrorKind::InvalidValue => UsageTrouble::NotAllowed {
            name: name(),
            given: given(ContextKind::InvalidValue),
            allowed: texts(error, ContextKind::ValidValue),
        },
        ErrorKind::ArgumentConflict => {
            let other = given(ContextKind::PriorArg);
            UsageTrouble::Conflict {
                name: name(),
                other: other.split(' ').next().unwrap_or_default().to_owned(),
            }
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => UsageTrouble::Unexpected {
            given: given(ContextKind::InvalidValue),
        },
        ErrorKind::InvalidUtf8 => UsageTrouble::NotUtf8,
        _ => return None,
    })
}

/// The name of an argument without clap's brackets.
fn bare(name: &str) -> String {
    name.trim_matches(['<', '>', '[', ']', '.']).to_owned()
}

fn texts(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}
