//! From the words of a command line to its types. clap does the work; what it cannot do is here: an unknown `--option`
//! is found before it becomes the text of an argument, and what is near to a mistyped word is looked for.

use super::{args::Cli, help, usage};
use crate::core::fault::{Cause, Fault, UsageTrouble};
use clap::{Command, FromArgMatches, error::ErrorKind};
use std::ffi::OsString;

/// What a command line asks for.
#[derive(Debug)]
pub enum Parsed {
    /// A text: help, or the version.
    Text(String),
    /// A command, or the interface.
    Cli(Box<Cli>),
}

/// Reads a command line; the first argument is the program's name.
///
/// # Errors
/// [`Fault::Usage`]; [`Fault::Other`] with clap's own words for what it has no case for.
pub fn parse(grammar: &Command, args: &[OsString]) -> Result<Parsed, Fault> {
    let scanned = Scanned::new(grammar, args);
    if let Some(given) = scanned.unknown_option {
        return Err(Fault::Usage {
            command: scanned.name,
            trouble: UsageTrouble::UnknownOption {
                near: near_option(&given, grammar, scanned.command),
                given,
            },
        });
    }
    let parsed = grammar
        .clone()
        .try_get_matches_from(args)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    match parsed {
        Ok(cli) => Ok(Parsed::Cli(Box::new(cli))),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            // what is the same everywhere stands in the help of the program alone
            let folded = help::folded(grammar.clone()).try_get_matches_from(args).err();
            let error = folded.filter(|_| scanned.name != "pejl").unwrap_or(error);
            Ok(Parsed::Text(error.render().to_string()))
        }
        Err(error) => {
            let Some(mut trouble) = usage::trouble(&error) else {
                let words = error.to_string();
                return Err(Fault::Other {
                    why: Cause::Other(words.lines().next().unwrap_or_default().to_owned()),
                });
            };
            match &mut trouble {
                UsageTrouble::UnknownOption { given, near } => {
                    *near = near_option(given, grammar, scanned.command);
                }
                UsageTrouble::UnknownCommand { given, near } => {
                    *near = near_command(given, grammar, scanned.command);
                }
                _ => {}
            }
            Err(Fault::Usage {
                command: scanned.name,
                trouble,
            })
        }
    }
}

/// A command line as far as it leads into the grammar.
struct Scanned<'a> {
    /// The command it leads to.
    command: &'a Command,
    /// Its whole name: `pejl bearing`.
    name: String,
    /// The first `--option` before `--` that the command does not have.
    unknown_option: Option<String>,
}

impl<'a> Scanned<'a> {
    fn new(grammar: &'a Command, args: &[OsString]) -> Self {
        let mut scanned = Self {
            command: grammar,
            name: "pejl".into(),
            unknown_option: None,
        };
        let mut args = args.iter().skip(1);
        while let Some(arg) = args.next() {
            let arg = arg.to_string_lossy();
            if arg == "--" {
                break;
            } else if arg.starts_with("--") {
                let (name, value) = match arg.split_once('=') {
                    Some((name, value)) => (name, Some(value)),
                    None => (&*arg, None),
                };
                match takes_value(name, grammar, scanned.command) {
                    Some(takes_value) if takes_value && value.is_none() => _ = args.next(),
                    Some(_) => {}
                    None => {
                        scanned.unknown_option = Some(name.to_owned());
                        break;
                    }
                }
            } else if arg.starts_with('-') {
                if takes_value(&arg, grammar, scanned.command) == Some(true) {
                    args.next();
                }
            } else if let Some(command) = scanned.command.find_subcommand(&*arg) {
                scanned.command = command;
                scanned.name += " ";
                scanned.name += command.get_name();
            } else if scanned.command.has_subcommands() {
                // no command, and what follows belongs to none
                break;
            }
        }
        scanned
    }
}

/// Whether an option of the command, `--level` or `-o`, takes a value; nothing where it has no such option.
fn takes_value(option: &str, grammar: &Command, command: &Command) -> Option<bool> {
    let everywhere = grammar.get_arguments().filter(|arg| arg.is_global_set());
    let found = command.get_arguments().chain(everywhere).find(|arg| {
        let long = arg.get_long().map(|long| format!("--{long}"));
        let short = arg.get_short().map(|short| format!("-{short}"));
        [long, short].into_iter().flatten().any(|name| name == option)
    });
    found.map(|arg| arg.get_action().takes_values())
}

/// The option of the command that was probably meant.
fn near_option(given: &str, grammar: &Command, command: &Command) -> Option<String> {
    // where other programs have an option of their own
    if matches!(given, "--no-color" | "--no-colour" | "--nocolor") {
        return Some("--theme mono".into());
    }
    let everywhere = grammar.get_arguments().filter(|arg| arg.is_global_set());
    let options = command.get_arguments().chain(everywhere);
    let longs: Vec<&str> = options.filter_map(|option| option.get_long()).collect();
    Some(format!("--{}", nearest(given.trim_start_matches('-'), &longs)?))
}

/// The command under this one that was probably meant, or the option of that name.
fn near_command(given: &str, grammar: &Command, command: &Command) -> Option<String> {
    let commands: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    let option = format!("--{}", given.trim_start_matches('-'));
    match nearest(given, &commands) {
        Some(near) => Some(near.to_owned()),
        None => takes_value(&option, grammar, command).map(|_| option),
    }
}

/// The name that differs least from what was given: by a letter, or by a third of the letters, two that changed places
/// counting as one; else the first that begins as it does.
fn nearest<'n>(given: &str, names: &[&'n str]) -> Option<&'n str> {
    let most = (given.chars().count() / 3).max(1);
    let closest = names
        .iter()
        .map(|name| (strsim::damerau_levenshtein(given, name), name))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, _)| *distance <= most);
    let begun = || {
        names
            .iter()
            .find(|name| given.len() > 1 && name.starts_with(given))
    };
    closest.map(|(_, name)| name).or_else(begun).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{
        args::{Command as Given, Options, Run},
        help::grammar,
    };
    use crate::text::Lang;

    fn parsed(args: &[&str]) -> Result<Parsed, Fault> {
        let args: Vec<OsString> = ["pejl"].iter().chain(args).map(Into::into).collect();
        parse(&grammar(Lang::En), &args)
    }

    fn cli(args: &[&str]) -> Cli {
        match parsed(args) {
            Ok(Parsed::Cli(cli)) => *cli,
            other => panic!("{args:?}: {other:?}"),
        }
    }

    fn trouble(args: &[&str]) -> (String, UsageTrouble) {
        match parsed(args) {
            Err(Fault::Usage { command, trouble }) => (command, trouble),
            other => panic!("{args:?}: {other:?}"),
        }
    }

    #[test]
    fn pejl_alone_is_the_same_with_and_without_the_grammar() {
        for lang in [Lang::Da, Lang::En] {
            for alone in [&["pejl".into()][..], &[]] {
                let Ok(Parsed::Cli(cli)) = parse(&grammar(lang), alone) else {
                    panic!("{alone:?}");
                };
                assert!(cli.command.is_none());
                assert_eq!(cli.options, Options::default());
            }
        }
        assert_ne!(cli(&["--no-mouse"]).options, Options::default());
    }

    #[test]
    fn an_option_that_is_mistyped_is_no_text_of_any_command() {
        for (args, command, near) in [
            (&["note", "2.1", "--jsn"][..], "pejl note", Some("--json")),
            (&["note", "--jsn"], "pejl note", Some("--json")),
            (&["note", "2.1", "--jsn", "--", "x"], "pejl note", Some("--json")),
            (&["bearing", "save", "--jsn"], "pejl bearing save", Some("--json")),
            (
                &["bearing", "show", "--jsno"],
                "pejl bearing show",
                Some("--json"),
            ),
            (&["set", "2.1", "--profil=x"], "pejl set", Some("--profile")),
            (
                &["profile", "new", "--frm", "x"],
                "pejl profile new",
                Some("--from"),
            ),
            (&["profile", "--jsn"], "pejl profile", None),
            (
                &["export", "md", "--outptu", "x"],
                "pejl export",
                Some("--output"),
            ),
            (
                &["--data-dir", "note", "show", "--lvel", "1"],
                "pejl show",
                Some("--level"),
            ),
            (&["--no-color"], "pejl", Some("--theme mono")),
            (&["show", "--frob"], "pejl show", None),
        ] {
            let (found, trouble) = trouble(args);
            assert_eq!(found, command, "{args:?}");
            match trouble {
                UsageTrouble::UnknownOption { near: found, .. } => {
                    assert_eq!(found.as_deref(), near, "{args:?}");
                }
                other => panic!("{args:?}: {other:?}"),
            }
        }
    }

    #[test]
    fn after_two_hyphens_a_text_may_begin_with_them() {
        for args in [
            &["note", "2.1", "--", "--jsn"][..],
            &["note", "--", "2.1", "--jsn"],
            &["--lang", "da", "note", "2.1", "--json", "--", "--jsn"],
        ] {
            let Some(Given::Run(Run::Note(note))) = cli(args).command else {
                panic!("{args:?}");
            };
            assert_eq!(note.text.as_deref(), Some("--jsn"), "{args:?}");
            assert_eq!(note.json, args.contains(&"--json"));
        }
    }

    #[test]
    fn a_value_that_begins_with_a_hyphen_needs_none_before_it() {
        for value in ["-2", "-5", "-x", "-", "\u{2212}2"] {
            let Some(Given::Run(Run::Set(set))) = cli(&["set", "evidens", value]).command else {
                panic!("{value}");
            };
            assert_eq!(set.value, value);
        }
    }

    #[test]
    fn of_an_option_given_twice_the_last_counts_wherever_it_stands() {
        for args in [
            &[
                "--lang", "da", "--lang", "en", "show", "--level", "2", "--level", "1",
            ][..],
            &["--lang", "da", "show", "--lang", "en", "--level=2", "--level=1"],
            &["show", "--level", "2", "--lang=da", "--level", "1", "--lang=en"],
        ] {
            let cli = cli(args);
            assert_eq!(cli.options.lang, Some(Lang::En), "{args:?}");
            let Some(Given::Run(Run::Show(show))) = cli.command else {
                panic!("{args:?}");
            };
            assert_eq!(show.level.as_deref(), Some("1"), "{args:?}");
        }
        let Some(Given::Run(Run::Show(show))) = cli(&["show", "--json", "--json"]).command else {
            panic!("a flag twice");
        };
        assert!(show.json);
    }

    #[test]
    fn what_is_near_to_an_unknown_command_makes_sense() {
        for (args, near) in [
            (&["version"][..], Some("--version")),
            (&["sho"], Some("show")),
            (&["exprot"], Some("export")),
            (&["compl"], Some("completions")),
            (&["frob"], None),
            (&["--no-motion", "bearings"], Some("bearing")),
            (&["bearing", "lst"], Some("list")),
            (&["frob", "--json"], None),
        ] {
            match trouble(args).1 {
                UsageTrouble::UnknownCommand { near: found, .. } => {
                    assert_eq!(found.as_deref(), near, "{args:?}");
                }
                other => panic!("{args:?}: {other:?}"),
            }
        }
    }
}
