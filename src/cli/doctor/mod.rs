//! `pejl doctor`: what the terminal can do and how that is known, where everything is, and what is wrong with it. Looks, and
//! changes nothing. Owns what is looked at; the shape is `report`'s, the words are `page`'s.

mod page;
mod report;

use super::{Answer, Settings, args, to_json};
use crate::config::team_folders;
use crate::core::{
    fault::{Cause, Fault},
    framework::Framework,
};
use crate::screens::preferences::Glyphs;
use crate::store::{self, Backups, Examined, Folder, OwnProfile, Store};
use crate::terminal::{
    graphics::{self, Discovery},
    guard, probe,
};
use crate::ui::theme::{Depth, ascii_only_by};
use ratatui_dial::{Marker, Protocol};
use report::Report;
use std::{
    io::{IsTerminal, stdin, stdout},
    path::Path,
};

/// Runs the command. What is wrong does not keep it from saying the rest; the status is that of the worst fault.
pub fn run(settings: &Settings, args: &args::Doctor) -> Answer {
    let mut faults = Vec::new();
    let report = look(settings, &mut faults);
    let code = faults.iter().map(Fault::exit_code).max().unwrap_or(0);
    let Answer { bytes, .. } = match args.json {
        true => to_json(&report),
        false => page::text(&report, settings.lang).into(),
    };
    Answer { code, ..bytes.into() }
}

fn look(settings: &Settings, faults: &mut Vec<Fault>) -> Report {
    let store = settings.store();
    let terminal = terminal(settings, faults);
    let data = data(&store, faults);
    let profiles = profiles(settings, &store, faults);
    let beside = beside(&store, faults);
    let elsewhere = store.elsewhere(&store::places_elsewhere());
    faults.extend(elsewhere.iter().filter_map(|state| state.profile.clone().err()));
    faults.extend(settings.config_faults().cloned());
    let themes = themes(settings, faults);
    if let Err(fault) = settings.framework() {
        faults.push(fault);
    }
    let team = team(settings, faults);
    let log = store::log::path(&settings.data_dir);
    Report {
        version: env!("CARGO_PKG_VERSION"),
        platform: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        terminal,
        language: report::Language {
            code: settings.lang,
            from: settings.lang_from,
        },
        config: report::Config {
            path: settings.config.path.clone(),
            exists: settings.config.exists,
            machine: settings.machine.as_ref().map(|machine| shown(&machine.path)),
        },
        themes,
        data,
        profiles,
        beside,
        elsewhere: elsewhere.iter().map(|state| shown(&state.file)).collect(),
        log: report::Log {
            exists: log.is_file(),
            path: log,
        },
        team,
        faults: faults.iter().flat_map(|fault| told(settings, fault)).collect(),
    }
}

/// A fault as lines: one for each problem of a file.
fn told(settings: &Settings, fault: &Fault) -> Vec<report::Fault> {
    let status = fault.exit_code();
    let messages = match fault {
        Fault::Damaged { file, problems } if !problems.is_empty() => settings.lang.problems(file, problems),
        fault => vec![settings.lang.fault(fault)],
    };
    let fault = |message| report::Fault { status, message };
    messages.into_iter().map(fault).collect()
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn terminal(settings: &Settings, faults: &mut Vec<Fault>) -> report::Terminal {
    let env = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let (depth, colours_from) = Depth::told(env, cfg!(windows));
    let glyphs = settings.preferences.glyphs;
    let ascii = ascii_only_by(env, cfg!(windows));
    let (stdin, stdout) = (stdin().is_terminal(), stdout().is_terminal());
    let mut discovery = match ascii {
        None => Discovery::new(env, depth, cfg!(windows)),
        Some(_) => Discovery::default(),
    };
    discovery.window = stdout.then(guard::cell_size).flatten();
    let mut probed = probe::Probed::default();
    if guard::check().is_ok() {
        match probe::ask(&mut discovery, glyphs) {
            Ok(answered) => probed = answered,
            Err(error) => faults.push(Fault::Other { why: (&error).into() }),
        }
    }
    let mut answers: Vec<String> = probed.answers.iter().map(answer).collect();
    answers.extend(
        probed
            .background
            .map(|(red, green, blue)| format!("background #{red:02x}{green:02x}{blue:02x}")),
    );
    let (drawn, drawn_from) = match (discovery.graphics(glyphs), ascii) {
        (Some(graphics), _) => {
            let (width, height) = (graphics.cell.width(), graphics.cell.height());
            let protocol = match graphics.protocol {
                Protocol::Kitty => "kitty",
                Protocol::Sixel => "sixel",
                Protocol::Iterm2 => "iterm2",
            };
            (format!("pixels, {protocol}, {width}x{height}"), "answer")
        }
        (None, _) if !matches!(glyphs, Glyphs::Auto | Glyphs::Pixels) => {
            (name(glyphs.marker(Marker::Ascii)).to_owned(), "choice")
        }
        (None, Some(variable)) => (name(Marker::Ascii).to_owned(), variable),
        (None, None) => (name(depth.marker()).to_owned(), colours_from),
    };
    report::Terminal {
        stdin,
        stdout,
        term: env("TERM"),
        colorterm: env("COLORTERM"),
        program: env("TERM_PROGRAM"),
        within: graphics::within(env),
        size: stdout.then(guard::size),
        colours: match depth {
            Depth::True => "true",
            Depth::Indexed256 => "256",
            Depth::Ansi16 => "16",
            Depth::None => "none",
        },
        colours_from,
        glyphs: glyphs.name(),
        drawn,
        drawn_from,
        asked: probed.asked,
        answers,
    }
}

/// What an answer of the terminal says, in words that every terminal's manual has.
fn answer(answer: &graphics::Answer) -> String {
    match answer {
        graphics::Answer::Cell(width, height) => format!("cell {width}x{height}"),
        graphics::Answer::Attributes { sixel: true } => "attributes with sixel".to_owned(),
        graphics::Answer::Attributes { sixel: false } => "attributes without sixel".to_owned(),
        graphics::Answer::Kitty(true) => "kitty graphics".to_owned(),
        graphics::Answer::Kitty(false) => "no kitty graphics".to_owned(),
    }
}

/// A marker by the name that `--glyphs` has for it; quadrants have none, as `auto` alone chooses them.
fn name(marker: Marker) -> &'static str {
    match marker {
        Marker::Smooth => Glyphs::Smooth.name(),
        Marker::HalfBlock => Glyphs::Block.name(),
        Marker::Braille => Glyphs::Braille.name(),
        Marker::Ascii => Glyphs::Ascii.name(),
        _ => "quadrants",
    }
}

fn data(store: &Store, faults: &mut Vec<Fault>) -> report::Data {
    let Folder {
        path,
        exists,
        mode,
        free,
        fault,
    } = store.data_folder();
    let writable = fault.is_none();
    if writable {
        // what is wrong with the whole is wrong with its parts
        let folders = store.kept_folders().into_iter();
        faults.extend(folders.filter_map(|folder| folder.fault));
    }
    faults.extend(fault);
    report::Data {
        path,
        exists,
        mode: mode.map(|mode| format!("{mode:04o}")),
        writable,
        free,
    }
}

fn profiles(settings: &Settings, store: &Store, faults: &mut Vec<Fault>) -> Vec<report::Profile> {
    let current = settings.slug(store);
    let examined = store.examine();
    if settings.profile.is_none()
        && let Ok(Some(given)) = store.chosen_and_gone()
    {
        let known = examined.iter().flatten().map(|examined| examined.slug.clone());
        faults.push(Fault::UnknownProfile {
            given,
            known: known.collect(),
        });
    }
    let framework = settings.framework().unwrap_or_else(|_| Framework::built_in());
    let (examined, current) = match (examined, current) {
        (Ok(examined), Ok(current)) => (examined, Some(current)),
        (Ok(examined), Err(fault)) => {
            faults.push(fault);
            (examined, None)
        }
        (Err(fault), _) => {
            faults.push(fault);
            (Vec::new(), None)
        }
    };
    let profiles = examined.into_iter().map(|examined| {
        let Examined {
            slug,
            file,
            profile,
            is_protected,
            lock,
            backups,
            undo,
            held,
        } = examined;
        if is_protected {
            faults.push(Fault::Write {
                path: file.clone(),
                why: Cause::Protected,
            });
        }
        faults.extend(lock);
        faults.extend(profile.as_ref().err().cloned());
        faults.extend(profile.as_ref().ok().and_then(|profile| {
            (profile.framework != framework.id).then(|| Fault::OtherFramework {
                file: file.clone(),
                framework: profile.framework.clone(),
            })
        }));
        faults.extend(undo.as_ref().err().cloned());
        let counted = match backups {
            Ok(Backups { count, newest, bad }) => {
                let bad_ones = bad.len();
                faults.extend(bad);
                Some((count, newest, bad_ones))
            }
            Err(fault) => {
                // one folder, and one fault of it
                if !faults.contains(&fault) {
                    faults.push(fault);
                }
                None
            }
        };
        report::Profile {
            current: current.as_ref() == Some(&slug),
            bearings: profile.as_ref().ok().map(|profile| profile.bearings.len()),
            name: profile.ok().map(|profile| profile.name),
            backups: counted.map(|(count, ..)| count),
            newest_backup: counted.and_then(|(_, newest, _)| Some(newest?.to_string())),
            bad_backups: counted.map_or(0, |(.., bad)| bad),
            undo: undo.ok(),
            open: held.is_some(),
            process: held.and_then(|held| held.by),
            slug,
            file,
        }
    });
    profiles.collect()
}

fn beside(store: &Store, faults: &mut Vec<Fault>) -> Vec<report::Beside> {
    let (copies, strangers) = match store.beside() {
        Ok(beside) => beside,
        Err(fault) => {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
            return Vec::new();
        }
    };
    let copies = copies.into_iter().map(|copy| {
        faults.extend(copy.profile.err());
        report::Beside {
            file: copy.file,
            copy_of: Some(copy.slug),
            damaged: false,
        }
    });
    let mut beside: Vec<report::Beside> = copies.collect();
    let damaged = store.set_aside().unwrap_or_default().into_iter();
    beside.extend(damaged.map(|(slug, file)| report::Beside {
        file,
        copy_of: Some(slug),
        damaged: true,
    }));
    beside.extend(strangers.into_iter().map(|stranger| report::Beside {
        file: stranger.file,
        copy_of: None,
        damaged: false,
    }));
    beside
}

fn themes(settings: &Settings, faults: &mut Vec<Fault>) -> report::Themes {
    let names = settings.themes.all_names();
    faults.extend(names.as_ref().err().cloned());
    let names = names.unwrap_or_else(|_| settings.themes.names());
    for name in &names {
        faults.extend(settings.themes.load(name, settings.depth).err());
    }
    faults.extend(settings.themes.unnamed());
    report::Themes {
        path: settings.themes.dir.clone(),
        names,
    }
}

fn team(settings: &Settings, faults: &mut Vec<Fault>) -> Vec<report::Team> {
    let framework = settings.framework().unwrap_or_else(|_| Framework::built_in());
    let folders = team_folders(&settings.config.path, &settings.preferences.team);
    let looked_at = folders.into_iter().map(|path| {
        let (profiles, skipped) = match std::fs::metadata(&path) {
            Ok(_) => {
                let paths = std::slice::from_ref(&path);
                let team = store::read_team(&framework, paths, &OwnProfile::default());
                (team.leaders.len(), team.skipped.len())
            }
            Err(error) => {
                let file = path.clone();
                faults.push(match error.kind() {
                    std::io::ErrorKind::NotFound => Fault::Missing { file },
                    _ => Fault::Unreadable {
                        file,
                        why: (&error).into(),
                    },
                });
                (0, 0)
            }
        };
        report::Team {
            path,
            profiles,
            skipped,
        }
    });
    looked_at.collect()
}
