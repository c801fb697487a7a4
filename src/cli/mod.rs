//! The command line: parses the arguments, runs the command and prints its answer. Each command has a file of its own.
//! `args` declares the arguments, `help` sets their help, `parse` reads a command line; `settings` is what all commands
//! share. What a command does to a profile is not here but in `core` and `store`.

mod args;
mod bearing;
mod child;
mod compare;
mod completions;
mod config;
mod decision;
mod dials;
mod doctor;
mod editor;
mod export;
mod framework;
mod gathering;
mod help;
mod import;
mod input;
mod interface;
mod manual;
mod note;
mod output;
mod pager;
mod parse;
mod paths;
mod perform;
mod plain;
mod profile;
mod settings;
mod shape;
mod share;
mod show;
mod styled;
mod team;
mod theme;
mod undo;
mod usage;

use crate::core::{
    fault::{Fault, Notice, ReadOnly, UsageTrouble},
    framework::{Framework, Lookup, MarkIndex, Target},
    history::Way,
    profile::Profile,
    sanitise::clean_lines,
    session::{Deed, Outcome, Session},
};
use crate::store::{self, Access, Opened};
use args::{Command, Config, Options, Run};
use parse::{Parsed, parse};
use settings::{Bootstrap, Settings};
use shape::to_json;
use std::{
    ffi::OsString,
    io::{self, Write},
    process::ExitCode,
    sync::Arc,
};

/// Does what the command line asks and returns the exit status. Data goes to standard output, faults as one line to
/// standard error.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    // a write past `ulimit -f` then fails with an error instead of ending the process
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Default::default());
    let args: Vec<OsString> = args.into_iter().collect();
    if let Some(fitting) = completions::asked(&args) {
        // a shell that does not listen any more has moved on
        let _ = io::stdout().write_all(&fitting.bytes);
        return ExitCode::SUCCESS;
    }
    let bootstrap = Bootstrap::new(&args);
    let lang = bootstrap.lang;
    let done = run(&args, bootstrap).and_then(|answer| {
        if answer.bytes.is_empty() || answer.paged && pager::shown(&answer.bytes) {
            return Ok(answer.code);
        }
        let mut out = io::stdout().lock();
        match out.write_all(&answer.bytes).and_then(|()| out.flush()) {
            // the reader of a pipe may stop early (`| head`)
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

/// Prints a line on standard error. That nobody reads it any more is ignored.
fn tell(line: &str) {
    let _ = writeln!(io::stderr(), "pejl: {line}");
}

/// What a command prints on standard output, and its exit status.
#[derive(Default)]
struct Answer {
    bytes: Vec<u8>,
    code: u8,
    /// Whether it is for reading, page by page where it is long.
    paged: bool,
}

/// Bytes for another program, printed as they are.
impl From<Vec<u8>> for Answer {
    fn from(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            ..Self::default()
        }
    }
}

/// Text for a person, without the control characters that a profile or a framework may bring into it.
impl From<String> for Answer {
    fn from(text: String) -> Self {
        clean_lines(&text).into_owned().into_bytes().into()
    }
}

fn run(args: &[OsString], bootstrap: Bootstrap) -> Result<Answer, Fault> {
    // building the grammar would take a good part of the time to the first frame
    if args.len() < 2 {
        return open(&Settings::new(Options::default(), bootstrap)?);
    }
    let grammar = help::grammar(bootstrap.lang);
    let cli = match parse(&grammar, args)? {
        Parsed::Text(text) => return Ok(text.into()),
        Parsed::Cli(cli) => *cli,
    };
    let command = match cli.command {
        Some(Command::Completions(args)) => return Ok(completions::registration(args.shell)),
        Some(Command::Man) => return Ok(manual::page(&grammar, bootstrap.lang)),
        Some(Command::Help(args)) => return run(&args.instead(), bootstrap),
        Some(Command::Run(command)) => Some(command),
        None => None,
    };
    let makes_config = matches!(
        command,
        Some(Run::Config(Config::Init(_) | Config::Path(_) | Config::Edit(_)))
    );
    if cli.options.config.is_some() && !bootstrap.config.exists && !makes_config {
        return Err(Fault::Missing {
            file: bootstrap.config.path,
        });
    }
    let settings = Settings::new(cli.options, bootstrap)?;
    // the others tell of it themselves
    let tells = !matches!(
        command,
        None | Some(Run::Config(_) | Run::Paths(_) | Run::Doctor(_))
    ) && !matches!(&command, Some(Run::Team(args)) if args.present);
    let answer = perform_command(&settings, command)?;
    if tells {
        for fault in settings.config_faults() {
            tell(&settings.lang.fault(fault));
        }
        for state in settings.store().elsewhere(&store::places_elsewhere()) {
            tell(&settings.lang.notice(&Notice::Elsewhere { file: state.file }));
        }
    }
    Ok(answer)
}

fn perform_command(settings: &Settings, command: Option<Run>) -> Result<Answer, Fault> {
    match command {
        None => open(settings),
        Some(Run::Show(args)) => show::run(settings, &args),
        Some(Run::Set(args)) => dials::set(settings, &args),
        Some(Run::Turn(args)) => dials::turn(settings, &args),
        Some(Run::Reset(args)) => dials::reset(settings, &args),
        Some(Run::Undo(args)) => undo::run(settings, Way::Undo, &args),
        Some(Run::Redo(args)) => undo::run(settings, Way::Redo, &args),
        Some(Run::Note(args)) => note::run(settings, &args),
        Some(Run::Bearing(command)) => bearing::run(settings, &command),
        Some(Run::Decision(command)) => decision::run(settings, &command),
        Some(Run::Profile(command)) => profile::run(settings, &command),
        Some(Run::Export(args)) => export::run(settings, &args),
        Some(Run::Import(args)) => import::run(settings, &args),
        Some(Run::Share(args)) => share::run(settings, &args),
        Some(Run::Team(args)) if args.present => team::present(settings, &args),
        Some(Run::Compare(args)) => compare::run(settings, &args),
        Some(Run::Team(args)) => team::run(settings, &args),
        Some(Run::Gathering(command)) => gathering::run(settings, &command),
        Some(Run::Framework(command)) => framework::run(settings, &command),
        Some(Run::Config(command)) => config::run(settings, &command),
        Some(Run::Theme(command)) => theme::run(settings, &command),
        Some(Run::Paths(args)) => paths::run(settings, &args),
        Some(Run::Doctor(args)) => Ok(doctor::run(settings, &args)),
    }
}

/// The interface, on a screen or as a dialogue of lines.
fn open(settings: &Settings) -> Result<Answer, Fault> {
    if settings.plain {
        plain::open(settings, None)
    } else {
        interface::open(settings, None)
    }
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

/// Tells on standard error what must be said of a profile that was opened to be looked at.
fn tell_of(settings: &Settings, opened: &Opened) {
    for notice in &opened.notices {
        tell(&settings.lang.notice(notice));
    }
    if let Some(newer @ ReadOnly::Newer { .. }) = opened.file.read_only() {
        tell(&settings.lang.read_only(newer));
    }
}

/// Does a deed to the profile that is in use, as one step of undo, and answers it as it is on the disk then. Where the deed
/// fails nothing is changed.
fn change(
    settings: &Settings,
    framework: &Framework,
    deed: impl FnOnce(&mut Session) -> Deed,
) -> Result<Arc<Profile>, Fault> {
    let mut opened = settings.open_sound(framework, Access::Edit)?;
    opened.file.writable()?;
    let mut session = Session::new(framework.clone(), opened.profile, store::system_clock());
    if let Outcome::Changed(step) = deed(&mut session)? {
        let saved = opened.file.save_step(session.profile(), step.back)?;
        opened.notices.extend(saved.notices());
    }
    for notice in &opened.notices {
        tell(&settings.lang.notice(notice));
    }
    Ok(session.profile().clone())
}

/// The fault with the name of the argument whose text it is about.
fn of_argument(fault: Fault, command: &str, name: &str) -> Fault {
    let name = name.to_owned();
    let trouble = match fault {
        Fault::TooLong { max, found } => UsageTrouble::TooLong { name, max, found },
        Fault::ControlCharacter => UsageTrouble::ControlCharacter { name },
        other => return other,
    };
    Fault::Usage {
        command: command.to_owned(),
        trouble,
    }
}
