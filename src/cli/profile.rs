//! `pejl profile list`, `new`, `use`, `rename`, `delete`: the named profiles.

use super::{
    Answer, Settings,
    args::{self, NewProfile, OneProfile, RenameProfile},
    perform::{Done, name_of, perform},
    shape, to_json,
};
use crate::core::{fault::Fault, sanitise::clean, session::ProfileCommand};
use crate::store::{Access, Store};
use std::path::Path;

/// Runs the command.
pub fn run(settings: &Settings, command: &args::Profile) -> Result<Answer, Fault> {
    match command {
        args::Profile::List(args) => list(settings, args.json),
        args::Profile::New(args) => new(settings, args),
        args::Profile::Use(args) => choose(settings, args),
        args::Profile::Rename(args) => rename(settings, args),
        args::Profile::Delete(args) => delete(settings, args),
    }
}

fn list(settings: &Settings, json: bool) -> Result<Answer, Fault> {
    let store = settings.store();
    let current = settings.slug(&store)?;
    let listed = store.list()?;
    let strangers = store.strangers()?;
    let words = settings.lang.text().profiles;
    if json {
        let profiles = listed.iter().map(|listed| shape::ListedProfile {
            content: match &listed.profile {
                Ok(profile) => shape::ProfileContent::Good {
                    name: &profile.name,
                    unit: &profile.unit,
                    challenge: &profile.challenge,
                    level: profile.level,
                    review: profile.review.map(|date| date.to_string()),
                    bearings: profile.bearings.len(),
                },
                Err(fault) => shape::ProfileContent::Bad {
                    fault: settings.lang.fault(fault),
                },
            },
            slug: &listed.slug,
            current: listed.slug == current,
        });
        return Ok(to_json(&shape::Profiles {
            profiles: profiles.collect(),
            strangers: strangers
                .iter()
                .map(|stranger| shape::Stranger {
                    name: &stranger.profile.name,
                    file: &stranger.file,
                })
                .collect(),
        }));
    }
    let lines = listed.iter().map(|listed| {
        let name = match &listed.profile {
            Ok(profile) => clean(&profile.name).into_owned(),
            Err(_) => format!("{} ({})", listed.slug, words.unreadable),
        };
        let unit = listed.profile.as_ref().ok().map(|profile| clean(&profile.unit));
        let unit = unit
            .filter(|unit| !unit.is_empty())
            .map(|unit| format!(", {unit}"));
        let used = (listed.slug == current).then(|| format!(" ({})", words.in_use));
        format!("{name}{}{}\n", unit.unwrap_or_default(), used.unwrap_or_default())
    });
    let strangers = strangers.iter().map(|stranger| {
        let file = stranger.file.file_name().unwrap_or_default().to_string_lossy();
        words.stranger(&clean(&stranger.profile.name), &clean(&file)) + "\n"
    });
    Ok(lines.chain(strangers).collect::<String>().into())
}

fn new(settings: &Settings, args: &NewProfile) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let store = settings.store();
    let command = match &args.from {
        Some(from) => {
            let from = store.find(from)?;
            let from = store.open(&from, &framework.id, Access::Read)?.profile;
            ProfileCommand::copy(&from, &args.name)
        }
        None => ProfileCommand::create(&args.name, &framework),
    };
    let done = perform(&store, &framework, "", command)?;
    let said = settings.lang.text().profiles.made(&clean(&done.name));
    Ok(answer(args.json, &done, None, said))
}

fn choose(settings: &Settings, args: &OneProfile) -> Result<Answer, Fault> {
    let store = settings.store();
    let slug = store.find(args.name.trim())?;
    let done = perform(&store, &settings.framework()?, "", ProfileCommand::Open(slug))?;
    let said = settings.lang.text().profiles.opened(&clean(&done.name));
    Ok(answer(args.json, &done, None, said))
}

fn rename(settings: &Settings, args: &RenameProfile) -> Result<Answer, Fault> {
    let store = settings.store();
    let old = existing(&store, args.old.trim())?;
    let before = name_of(&store, &old)?;
    let command = ProfileCommand::rename(&args.new);
    let done = perform(&store, &settings.framework()?, &old, command)?;
    let said = settings
        .lang
        .text()
        .profiles
        .renamed(&clean(&before), &clean(&done.name));
    Ok(answer(args.json, &done, None, said))
}

fn delete(settings: &Settings, args: &OneProfile) -> Result<Answer, Fault> {
    let store = settings.store();
    let slug = existing(&store, args.name.trim())?;
    let command = ProfileCommand::Delete(None);
    let done = perform(&store, &settings.framework()?, &slug, command)?;
    let said = settings
        .lang
        .text()
        .profiles
        .gone(&clean(&done.name), &done.kept.to_string_lossy());
    Ok(answer(args.json, &done, Some(&done.kept), said))
}

/// The slug of a profile that is there; the default is not there before its first save.
fn existing(store: &Store, given: &str) -> Result<String, Fault> {
    let slug = store.find(given)?;
    let known: Vec<String> = store.list()?.into_iter().map(|listed| listed.slug).collect();
    match known.contains(&slug) {
        true => Ok(slug),
        false => Err(Fault::UnknownProfile {
            given: given.to_owned(),
            known,
        }),
    }
}

fn answer(json: bool, done: &Done, kept: Option<&Path>, said: String) -> Answer {
    if json {
        let kept = kept.map(|kept| kept.to_string_lossy().into_owned());
        let (slug, name) = (&done.slug, &done.name);
        return to_json(&shape::OneProfile { slug, name, kept });
    }
    format!("{said}\n").into()
}
