//! The command line: reads what was asked, opens what it is about, and answers. Each command has its file; the grammar
//! is in `args`, what holds for all of them in `settings`.

mod args;
mod bearing;
mod config;
mod dials;
mod export;
mod framework;
mod import;
mod interface;
mod manual;
mod note;
mod output;
mod paths;
mod plain;
mod profile;
mod settings;
mod show;
mod team;
mod usage;

use crate::core::{
    fault::Fault,
    framework::{Framework, Lookup, MarkIndex, Target},
    profile::{Edit, Profile},
    sanitise::clean_lines,
};
use crate::store::Access;
use clap::{ArgMatches, error::ErrorKind};
use settings::{Early, Options, Settings};
use std::{
    ffi::OsString,
    io::{self, Write},
    process::ExitCode,
};

/// Does what the command line asks and returns the exit status. Data goes to standard output, faults as one line to
/// standard error.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    // past `ulimit -f` a write is to fail, and be told of, instead of ending the process
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Default::default());
    let args: Vec<OsString> = args.into_iter().collect();
    let early = Early::of(&args);
    let lang = early.lang;
    let done = run(args, early).and_then(|answer| {
        if answer.bytes.is_empty() {
            return Ok(answer.code);
        }
        let mut out = io::stdout().lock();
        match out.write_all(&answer.bytes).and_then(|()| out.flush()) {
            // a reader that has had enough (`| head`) is no fault
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Fault::Output { why: (&error).into() })
            }
            _ => Ok(answer.code),
        }
    });
    match done {
        Ok(code) => ExitCode::from(code),
        Err(fault) => {
            tell(&lang.fault(&fault));
            ExitCode::from(fault.exit_code())
        }
    }
}

/// A line to the person at the terminal, where there still is one.
fn tell(line: &str) {
    let _ = writeln!(io::stderr(), "pejl: {line}");
}

/// What a command answers on standard output, and the exit status.
struct Answer {
    bytes: Vec<u8>,
    code: u8,
}

/// Bytes for a program, as they are; with none a command answers in silence.
impl From<Vec<u8>> for Answer {
    fn from(bytes: Vec<u8>) -> Self {
        Self { bytes, code: 0 }
    }
}

/// Text for a person: whatever a profile or a framework brought into it is made harmless.
impl From<String> for Answer {
    fn from(text: String) -> Self {
        clean_lines(&text).into_owned().into_bytes().into()
    }
}

fn run(args: Vec<OsString>, early: Early) -> Result<Answer, Fault> {
    // `pejl` alone needs no grammar, and making one takes a good part of the time to the first frame
    if args.len() < 2 {
        return open(&Settings::of(Options::default(), early)?);
    }
    let grammar = args::command(early.lang);
    let command = understood(&grammar, &args);
    let matches = match grammar.try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return Ok(error.render().to_string().into());
        }
        Err(error) => return Err(usage::fault(&error, &command)),
    };
    let settings = Settings::of(Options::of(&matches), early)?;
    match matches.subcommand() {
        None => open(&settings),
        Some(("show", matches)) => show::run(&settings, matches),
        Some(("set", matches)) => dials::set(&settings, matches),
        Some(("turn", matches)) => dials::turn(&settings, matches),
        Some(("reset", matches)) => dials::reset(&settings, matches),
        Some(("note", matches)) => note::run(&settings, matches),
        Some(("bearing", matches)) => bearing::run(&settings, matches),
        Some(("profile", matches)) => profile::run(&settings, matches),
        Some(("export", matches)) => export::run(&settings, matches),
        Some(("import", matches)) => import::run(&settings, matches),
        Some(("team", matches)) => team::run(&settings, matches),
        Some(("framework", matches)) => framework::run(&settings, matches),
        Some(("config", matches)) => config::run(&settings, matches),
        Some(("paths", matches)) => paths::run(&settings, matches),
        Some(("completions", matches)) => Ok(manual::completions(settings.lang, matches)),
        Some(("man", _)) => Ok(manual::page(settings.lang)),
        Some((name, _)) => unreachable!("{name} is in the grammar and not here"),
    }
}

/// The interface, on a screen or as a dialogue of lines.
fn open(settings: &Settings) -> Result<Answer, Fault> {
    if settings.plain {
        plain::open(settings)
    } else {
        interface::open(settings)
    }
}

/// The command as far as it was understood: `pejl bearing`.
fn understood(grammar: &clap::Command, args: &[OsString]) -> String {
    let mut understood = vec!["pejl"];
    let mut at = grammar;
    for arg in args.iter().skip(1).filter_map(|arg| arg.to_str()) {
        if let Some(sub) = at.find_subcommand(arg) {
            understood.push(sub.get_name());
            at = sub;
        }
    }
    understood.join(" ")
}

/// True where `--json` was given.
fn json(matches: &ArgMatches) -> bool {
    matches.get_flag("json")
}

/// A value as pretty JSON with a line end.
fn to_json(value: &serde_json::Value) -> Answer {
    format!("{value:#}\n").into_bytes().into()
}

fn text<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// The mark a person named.
fn mark(framework: &Framework, given: &str) -> Result<MarkIndex, Fault> {
    framework
        .find_mark(given)
        .map_err(|lookup| lookup_fault(framework, given, lookup, true))
}

fn lookup_fault(framework: &Framework, given: &str, lookup: Lookup, marks_only: bool) -> Fault {
    let id = |target: Target| match target {
        Target::Field(field) => framework.field(field).id.clone(),
        Target::Mark(mark) => framework.mark(mark).id.clone(),
    };
    let given = given.to_owned();
    match lookup {
        Lookup::Unknown { near } if marks_only => Fault::UnknownMark {
            given,
            near: near.into_iter().map(id).collect(),
        },
        Lookup::Unknown { near } => Fault::UnknownTarget {
            given,
            near: near.into_iter().map(id).collect(),
        },
        Lookup::Ambiguous { candidates } => Fault::Ambiguous {
            given,
            candidates: candidates.into_iter().map(id).collect(),
        },
    }
}

/// Changes the profile that is in use by the edit that `make` makes of it, if it makes one, as one step of undo, and
/// answers it as it is on the disk then. Where `make` fails nothing is changed.
fn change(
    settings: &Settings,
    framework: &Framework,
    make: impl FnOnce(&Profile) -> Result<Option<Edit>, Fault>,
) -> Result<Profile, Fault> {
    let mut opened = settings.open_sound(framework, Access::Edit)?;
    opened.file.writable()?;
    if let Some(edit) = make(&opened.profile)? {
        let back = opened.profile.apply(edit.clone());
        if back != edit {
            opened.file.save_step(&opened.profile, back)?;
        }
    }
    for notice in &opened.notices {
        tell(&settings.lang.notice(notice));
    }
    Ok(opened.profile)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn pejl_alone_is_to_the_grammar_what_it_is_without() {
        for lang in [Lang::Da, Lang::En] {
            let grammar = args::command(lang);
            for alone in [&["pejl"][..], &[]] {
                let matches = grammar.clone().try_get_matches_from(alone).unwrap();
                assert_eq!(matches.subcommand_name(), None);
                assert_eq!(Options::of(&matches), Options::default());
            }
            let given = grammar.try_get_matches_from(["pejl", "--no-mouse"]).unwrap();
            assert_ne!(Options::of(&given), Options::default());
        }
    }
}
