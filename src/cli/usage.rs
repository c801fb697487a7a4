//! What the grammar has against a command line, as a fault that can be said in the reader's language.

use crate::core::fault::{Cause, Fault, UsageTrouble};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// The fault in a command line.
pub fn fault(error: &Error, command: &str) -> Fault {
    let one = |kind: ContextKind| texts(error, kind).into_iter().next();
    let given = |kind| one(kind).unwrap_or_default();
    let name = || {
        given(ContextKind::InvalidArg)
            .split(' ')
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let trouble = match error.kind() {
        ErrorKind::InvalidSubcommand => UsageTrouble::UnknownCommand {
            given: given(ContextKind::InvalidSubcommand),
            near: one(ContextKind::SuggestedSubcommand),
        },
        ErrorKind::UnknownArgument => match given(ContextKind::InvalidArg) {
            option if option.starts_with('-') => UsageTrouble::UnknownOption {
                given: option,
                near: one(ContextKind::SuggestedArg),
            },
            given => UsageTrouble::Unexpected { given },
        },
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            UsageTrouble::MissingCommand {
                known: texts(error, ContextKind::ValidSubcommand),
            }
        }
        ErrorKind::MissingRequiredArgument => {
            let bare = |name: String| name.trim_matches(['<', '>', '[', ']', '.']).to_owned();
            UsageTrouble::MissingArgument {
                names: texts(error, ContextKind::InvalidArg)
                    .into_iter()
                    .map(bare)
                    .collect(),
            }
        }
        ErrorKind::InvalidValue if given(ContextKind::InvalidValue).is_empty() => {
            UsageTrouble::MissingValue { name: name() }
        }
        ErrorKind::InvalidValue => UsageTrouble::NotAllowed {
            name: name(),
            given: given(ContextKind::InvalidValue),
            allowed: texts(error, ContextKind::ValidValue),
        },
        ErrorKind::ValueValidation => UsageTrouble::NotAnInteger {
            name: name(),
            given: given(ContextKind::InvalidValue),
        },
        ErrorKind::ArgumentConflict => {
            let other = one(ContextKind::PriorArg).unwrap_or_default();
            let other = other.split(' ').next().unwrap_or_default().to_owned();
            match name() {
                name if other.is_empty() || other == name => UsageTrouble::Repeated { name },
                name => UsageTrouble::Conflict { name, other },
            }
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => UsageTrouble::Unexpected {
            given: given(ContextKind::InvalidValue),
        },
        // what is left (text that is no UTF-8, among others) in the grammar's own words
        _ => {
            let words = error.to_string();
            let first = words.lines().next().unwrap_or_default();
            return Fault::Other {
                why: Cause::Other(first.to_owned()),
            };
        }
    };
    Fault::Usage {
        command: command.to_owned(),
        trouble,
    }
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
