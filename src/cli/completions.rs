//! Completion by Tab: what a shell runs to switch it on, and what it then asks for. Owns which values fit where; the words of
//! the grammar itself are clap's to complete. Says nothing and fails at nothing, whatever is wrong with a file.

use super::{
    Answer,
    args::Options,
    help,
    settings::{Bootstrap, Settings, given},
};
use crate::core::{
    fold::fold,
    framework::{FieldIndex, Framework, MarkIndex},
    profile::{Profile, decision_id},
    sanitise::clean,
};
use crate::store::{self, Access};
use clap::{Arg, Command, builder::StyledStr};
use clap_complete::{
    ArgValueCompleter, CompletionCandidate, Shell,
    env::{EnvCompleter, Shells},
};
use std::{
    ffi::{OsStr, OsString},
    sync::Arc,
};

/// The variable by which a shell asks for completions; its value is the shell's name.
const ASKED: &str = "PEJL_COMPLETE";

/// What zsh runs last in a file that it loads at the first Tab, so that this one is answered too.
const FIRST_TAB: &str = "[[ ${funcstack[1]-} == _pejl ]] && _clap_dynamic_completer_pejl \"$@\"\n";

/// What a shell runs to switch completion on.
pub fn registration(shell: Shell) -> Answer {
    let mut script = Vec::new();
    let name = shell.to_string();
    if let Some(shell) = Shells::builtins().completer(&name) {
        // writing to memory cannot fail
        let _ = shell.write_registration(ASKED, "pejl", "pejl", "pejl", &mut script);
    }
    if shell == Shell::Zsh {
        script.extend_from_slice(FIRST_TAB.as_bytes());
    }
    script.into()
}

/// What fits the word under the cursor, where a shell asks for that; nothing where this is a call as any other. What follows
/// `--` in the arguments is the command line as far as it is typed.
pub fn asked(args: &[OsString]) -> Option<Answer> {
    let name = std::env::var(ASKED).ok().filter(|name| !name.is_empty())?;
    let words = args.iter().position(|arg| arg == "--").map(|at| &args[at + 1..]);
    let fitting = match (Shells::builtins().completer(&name), words) {
        (Some(shell), Some(words @ [_, ..])) => fitting(shell, words),
        _ => None,
    };
    Some(fitting.unwrap_or_default().into())
}

fn fitting(shell: &dyn EnvCompleter, words: &[OsString]) -> Option<Vec<u8>> {
    let bootstrap = Bootstrap::new(words);
    let grammar = help::grammar(bootstrap.lang);
    let options = Options {
        data_dir: given(words, "--data-dir").map(|dir| store::expand(dir.as_ref())),
        profile: given(words, "--profile").and_then(|name| name.into_string().ok()),
        framework: given(words, "--framework").map(|file| store::expand(file.as_ref())),
        ..Options::default()
    };
    let settings = Settings::new(options, bootstrap).ok()?;
    let asked = Arc::new(Asked {
        whole_names: matches!(shell.name(), "zsh" | "fish"),
        settings,
    });
    let mut grammar = with_values(grammar, "", &asked);
    if !is_option(words) {
        grammar = without_options(grammar);
    }
    let mut out = Vec::new();
    let here = std::env::current_dir().ok();
    shell
        .write_complete(&mut grammar, words.to_vec(), here.as_deref(), &mut out)
        .ok()?;
    Some(out)
}

/// The grammar with what fits its values.
fn with_values(command: Command, path: &str, asked: &Arc<Asked>) -> Command {
    let command = command.mut_args(|arg: Arg| match Kind::of(path, arg.get_id().as_str()) {
        Some(kind) => {
            let asked = asked.clone();
            arg.add(ArgValueCompleter::new(move |typed: &OsStr| {
                asked.candidates(kind, typed)
            }))
        }
        None => arg,
    });
    command.mut_subcommands(|sub| {
        let path = format!("{path} {}", sub.get_name());
        with_values(sub, path.trim_start(), asked)
    })
}

/// Whether the word under the cursor begins as an option does. Bash, zsh and elvish say which word that is; for the others it
/// is the last one.
fn is_option(words: &[OsString]) -> bool {
    let place = std::env::var("_CLAP_COMPLETE_INDEX");
    let place = place.ok().and_then(|place| place.parse().ok());
    let word = words.get(place.unwrap_or(words.len() - 1));
    word.is_some_and(|word| word.as_encoded_bytes().starts_with(b"-"))
}

/// The grammar with its options out of the way of what else fits.
fn without_options(command: Command) -> Command {
    let hide = |arg: Arg| match arg.is_positional() {
        true => arg,
        false => arg.hide(true),
    };
    command.mut_args(hide).mut_subcommands(without_options)
}

/// What a value names.
#[derive(Clone, Copy)]
enum Kind {
    Mark,
    Target,
    Level,
    Profile,
    Bearing,
    Decision,
    Gathering,
    Theme,
}

impl Kind {
    /// What the argument of this id names, of the command that the path leads to.
    fn of(path: &str, id: &str) -> Option<Self> {
        Some(match (path, id) {
            ("set" | "turn" | "reset" | "note" | "gathering agree", "mark") => Self::Mark,
            (_, "gathering") => Self::Gathering,
            ("show", "target") => Self::Target,
            ("show" | "team", "level") => Self::Level,
            ("", "profile")
            | ("profile use" | "profile delete", "name")
            | ("profile rename", "old")
            | ("profile new", "from") => Self::Profile,
            ("decision show" | "decision delete", "id") => Self::Decision,
            ("", "theme") | ("theme print", "name") => Self::Theme,
            (path, "id" | "other") if path.starts_with("bearing ") => Self::Bearing,
            _ => return None,
        })
    }
}

/// A value as it is typed, and what it is called.
struct Named {
    value: String,
    title: String,
}

struct Asked {
    settings: Settings,
    /// Whether the shell puts a value with blanks in quotes by itself, and takes none that begins otherwise than what was
    /// typed.
    whole_names: bool,
}

impl Asked {
    /// The values that begin with what was typed; where none does, those whose title begins so.
    fn candidates(&self, kind: Kind, typed: &OsStr) -> Vec<CompletionCandidate> {
        let Some(typed) = typed.to_str() else {
            return Vec::new();
        };
        let named = self.named(kind);
        let candidate = |value: &str, title: &str| {
            let title = clean(title.lines().next().unwrap_or_default()).into_owned();
            let help = Some(title).filter(|title| !title.is_empty()).map(StyledStr::from);
            CompletionCandidate::new(value.to_owned()).help(help)
        };
        let begun = named.iter().filter(|named| named.value.starts_with(typed));
        let begun: Vec<_> = begun.map(|named| candidate(&named.value, &named.title)).collect();
        if !begun.is_empty() {
            return begun;
        }
        let wanted = fold(typed);
        let titled = named
            .iter()
            .filter(|named| fold(&named.title).starts_with(&wanted));
        let titled: Vec<&Named> = titled.collect();
        match titled[..] {
            // what was typed is replaced
            [one] if !self.whole_names => vec![candidate(&one.value, &one.title)],
            _ if !self.whole_names => Vec::new(),
            _ => titled
                .iter()
                .map(|named| candidate(&named.title, &named.value))
                .collect(),
        }
    }

    fn named(&self, kind: Kind) -> Vec<Named> {
        match kind {
            Kind::Mark => self.framework().map_or_else(Vec::new, |framework| {
                let marks = framework.mark_indices();
                marks.map(|mark| named_mark(&framework, mark)).collect()
            }),
            Kind::Target => self.framework().map_or_else(Vec::new, |framework| {
                let of_field = |field| {
                    let marks = framework.marks_of(field).map(|mark| named_mark(&framework, mark));
                    [named_field(&framework, field)].into_iter().chain(marks)
                };
                framework.field_indices().flat_map(of_field).collect()
            }),
            Kind::Level => self.framework().map_or_else(Vec::new, |framework| {
                let levels = framework.levels.iter().zip(1..);
                levels
                    .map(|(title, level)| Named {
                        value: level.to_string(),
                        title: title.clone(),
                    })
                    .collect()
            }),
            Kind::Profile => {
                let profiles = self.settings.store().list().unwrap_or_default().into_iter();
                let title =
                    |listed: &store::Listed| listed.profile.as_ref().ok().map(|profile| profile.name.clone());
                profiles
                    .map(|listed| Named {
                        title: title(&listed).unwrap_or_default(),
                        value: listed.slug,
                    })
                    .collect()
            }
            Kind::Bearing => self.profile().map_or_else(Vec::new, |profile| {
                let date = |date| self.settings.lang.text().bearings.date(date);
                let bearings = profile.bearings.iter().rev();
                bearings
                    .map(|bearing| Named {
                        value: bearing.id.clone(),
                        title: match bearing.label.trim() {
                            "" => date(bearing.at.date()),
                            label => label.to_owned(),
                        },
                    })
                    .collect()
            }),
            Kind::Decision => self.profile().map_or_else(Vec::new, |profile| {
                let decisions = profile.decisions.iter().enumerate();
                decisions
                    .map(|(at, decision)| Named {
                        value: decision_id(at),
                        title: decision.text.clone(),
                    })
                    .collect()
            }),
            Kind::Gathering => {
                let kept = self.settings.store().gatherings().list().unwrap_or_default();
                let named = kept.into_iter().rev().map(|kept| Named {
                    value: kept.id,
                    title: String::new(),
                });
                named.collect()
            }
            Kind::Theme => {
                let names = self.settings.themes.names().into_iter();
                names
                    .map(|value| Named {
                        value,
                        title: String::new(),
                    })
                    .collect()
            }
        }
    }

    fn framework(&self) -> Option<Framework> {
        self.settings.framework().ok()
    }

    fn profile(&self) -> Option<Profile> {
        let opened = self.settings.open_sound(&self.framework()?, Access::Read);
        opened.ok().map(|opened| opened.profile)
    }
}

fn named_mark(framework: &Framework, mark: MarkIndex) -> Named {
    let mark = framework.mark(mark);
    Named {
        value: mark.id.clone(),
        title: mark.title.clone(),
    }
}

fn named_field(framework: &Framework, field: FieldIndex) -> Named {
    let field = framework.field(field);
    Named {
        value: field.id.clone(),
        title: field.title.clone(),
    }
}
