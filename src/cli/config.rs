//! `pejl config init`, `path`, `check`, `edit`: the file of settings.

use super::{Answer, Settings, args::Config, editor, shape, tell, to_json};
use crate::config::{ConfigFile, FILE};
use crate::core::fault::Fault;
use crate::store;
use std::path::Path;

/// Runs the command.
pub fn run(settings: &Settings, command: &Config) -> Result<Answer, Fault> {
    match command {
        Config::Init(args) => init(settings, args.json),
        Config::Path(args) => Ok(path(settings, args.json)),
        Config::Check(args) => {
            let faults = settings.faults_of(&settings.config);
            Ok(checked(settings, &settings.config, &faults, args.json))
        }
        Config::Edit(args) => edit(settings, args.json),
    }
}

fn init(settings: &Settings, json: bool) -> Result<Answer, Fault> {
    let path = &settings.config.path;
    settings.own().refuse_config()?;
    ConfigFile::init(path, settings.lang)?;
    if json {
        return Ok(to_json(&shape::ConfigMade { path }));
    }
    let made = settings.lang.text().config.made(&path.to_string_lossy());
    Ok(format!("{made}\n").into())
}

/// Prints the path of the reader's own file, alone, so that a script can take it; the machine's is told on standard error.
fn path(settings: &Settings, json: bool) -> Answer {
    let ConfigFile { path, exists, .. } = &settings.config;
    let machine = machine(settings);
    if json {
        return to_json(&shape::Config {
            path,
            exists: *exists,
            machine,
            faults: None,
        });
    }
    if let Some(machine) = machine {
        tell(&format!("{}: {machine}", settings.lang.text().config.machine));
    }
    format!("{}\n", path.display()).into()
}

/// Where the machine's file is, if there is one.
fn machine(settings: &Settings) -> Option<String> {
    let machine = settings.machine.as_ref()?;
    Some(machine.path.to_string_lossy().into_owned())
}

/// Prints every file that was looked at with its faults on standard output, one a line; `faults` are those of the reader's own
/// and of what it asks for. The exit status is that of the first.
fn checked(settings: &Settings, config: &ConfigFile, faults: &[Fault], json: bool) -> Answer {
    let ConfigFile { path, exists, .. } = config;
    let of_machine = settings.machine.as_ref().map(|machine| {
        let faults = machine.fault.as_slice();
        (&*machine.path, faults)
    });
    let machines = of_machine.map_or(&[][..], |(_, faults)| faults);
    let code = faults.iter().chain(machines).next().map_or(0, Fault::exit_code);
    if json {
        let mut all = told(settings, path, faults);
        all.extend(
            of_machine
                .into_iter()
                .flat_map(|(path, faults)| told(settings, path, faults)),
        );
        let Answer { bytes, .. } = to_json(&shape::Config {
            path,
            exists: *exists,
            machine: machine(settings),
            faults: Some(all),
        });
        return Answer { code, ..bytes.into() };
    }
    let words = settings.lang.text().config;
    let said = |path: &Path, exists: bool, faults: &[Fault]| match faults {
        [] if exists => words.good(&path.to_string_lossy()) + "\n",
        [] => words.absent(&path.to_string_lossy()) + "\n",
        faults => lines(settings, faults),
    };
    let mut text = said(path, *exists, faults);
    if let Some((path, faults)) = of_machine {
        text += &said(path, true, faults);
    }
    let bytes = Answer::from(text).bytes;
    Answer { code, ..bytes.into() }
}

/// Lets the reader change the file in her editor, then tells of its faults as `check` does. An editor that fails, empties the
/// file or leaves it as it was changes nothing.
fn edit(settings: &Settings, json: bool) -> Result<Answer, Fault> {
    let path = &settings.config.path;
    settings.own().refuse_config()?;
    let before = ConfigFile::text(path, settings.lang)?;
    let edited = editor::edit(&before, FILE)?;
    let (to, was) = (edited.text.trim_end(), before.trim_end());
    if to.is_empty() || to == was {
        if json {
            let faults = settings.faults_of(&settings.config);
            return Ok(checked(settings, &settings.config, &faults, json));
        }
        let unchanged = settings.lang.text().config.unchanged(&path.to_string_lossy());
        return Ok(format!("{unchanged}\n").into());
    }
    let written = store::replace_file(path, edited.text.as_bytes());
    edited.taken(written)?;
    let config = ConfigFile::read(path.clone(), &settings.themes);
    let faults: Vec<Fault> = config.fault.clone().into_iter().collect();
    Ok(checked(settings, &config, &faults, json))
}

/// The faults, one for each problem of a file.
pub fn told<'a>(settings: &Settings, path: &'a Path, faults: &'a [Fault]) -> Vec<shape::Fault<'a>> {
    let of = |fault: &'a Fault| match fault {
        Fault::Damaged { file, problems } => problems
            .iter()
            .map(|problem| shape::Fault {
                file,
                place: Some(shape::Place {
                    line: problem.position.line,
                    column: problem.position.column,
                    field: problem.path.as_str(),
                }),
                message: settings.lang.problem(problem),
            })
            .collect(),
        other => vec![shape::Fault {
            file: path,
            place: None,
            message: settings.lang.fault(other),
        }],
    };
    faults.iter().flat_map(of).collect()
}

/// The faults as lines, one for each problem of a file.
pub fn lines(settings: &Settings, faults: &[Fault]) -> String {
    faults
        .iter()
        .flat_map(|fault| match fault {
            Fault::Damaged { file, problems } => settings.lang.problems(file, problems),
            other => vec![settings.lang.fault(other)],
        })
        .map(|line| line + "\n")
        .collect()
}
