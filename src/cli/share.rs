//! `pejl share`: puts a leader's dials into the team's folder, and takes them back.

use super::{Answer, Settings, args, perform::perform, shape, to_json};
use crate::config::share_folder;
use crate::core::{
    fault::{Fault, UsageTrouble},
    sanitise::clean,
    session::ProfileCommand,
    share::Share,
};
use crate::store::{self, Access, Shared, shared_slug};
use std::{
    io::{self, IsTerminal},
    path::{Path, PathBuf},
};

/// Runs the command.
pub fn run(settings: &Settings, args: &args::Share) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let folder = folder(settings, args.folder.as_deref())?;
    let shared = Shared::open(&folder, &settings.own())?;
    let store = settings.store();
    let slug = settings.slug(&store)?;
    let profile = store.open_sound(&slug, &framework.id, Access::Read)?.profile;
    if args.take_back {
        let gone = shared.take_back(profile.owner.as_deref().unwrap_or_default(), &profile.name)?;
        return Ok(taken_back(settings, args.json, &folder, &gone));
    }
    // what cannot be shared changes nothing
    let name = args.name.as_deref().map_or(&*profile.name, str::trim);
    shared_slug(name)?;
    let slug = match name == profile.name {
        true => slug,
        false => perform(&store, &framework, &slug, ProfileCommand::rename(name))?.slug,
    };
    let mut opened = store.open_sound(&slug, &framework.id, Access::Read)?;
    if opened.profile.owner.is_none() {
        opened = store.open_sound(&slug, &framework.id, Access::Edit)?;
        opened.file.save(&opened.profile)?;
    }
    let share = Share::of(&opened.profile, store::system_clock())?;
    let file = shared.put(&share)?;
    if args.json {
        return Ok(to_json(&shape::Shared {
            name: &share.name,
            file: &file,
        }));
    }
    tell_person(
        &settings
            .lang
            .text()
            .sharing
            .shared(&clean(&file.to_string_lossy())),
    );
    Ok(format!("{}\n", file.display()).into())
}

/// Says what was done to whoever sits at the terminal; standard output has the bare paths.
fn tell_person(said: &str) {
    if io::stderr().is_terminal() {
        super::tell(said);
    }
}

/// The folder that was named, or the first of the setting that is one.
fn folder(settings: &Settings, given: Option<&Path>) -> Result<PathBuf, Fault> {
    if let Some(given) = given {
        return Ok(given.to_owned());
    }
    let missing = || Fault::Usage {
        command: "pejl share".into(),
        trouble: UsageTrouble::MissingArgument {
            names: vec![settings.lang.text().share.folder.0.to_owned()],
        },
    };
    share_folder(&settings.config.path, &settings.preferences.team).ok_or_else(missing)
}

fn taken_back(settings: &Settings, json: bool, folder: &Path, gone: &[PathBuf]) -> Answer {
    if json {
        return to_json(&shape::TakenBack {
            files: gone
                .iter()
                .map(|file| file.to_string_lossy().into_owned())
                .collect(),
        });
    }
    if gone.is_empty() {
        let folder = folder.to_string_lossy();
        return format!("{}\n", settings.lang.text().share.nothing_shared(&clean(&folder))).into();
    }
    tell_person(settings.lang.text().sharing.taken_back);
    let lines = gone.iter().map(|file| format!("{}\n", file.display()));
    lines.collect::<String>().into()
}
