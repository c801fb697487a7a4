//! `pejl import`: a profile that another pejl wrote, as a new one.

use super::{Answer, Settings, args::Import, perform::perform, shape, tell, to_json};
use crate::core::{
    fault::{Fault, Notice},
    session::ProfileCommand,
};

/// Runs the command.
pub fn run(settings: &Settings, args: &Import) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let store = settings.store();
    let command = ProfileCommand::import(args.file.clone(), args.name.as_deref());
    let done = perform(&store, &framework, "", command)?;
    let file = store.file(&done.slug)?;
    if done.framework != framework.id {
        tell(&settings.lang.notice(&Notice::OtherFramework {
            framework: done.framework.clone(),
        }));
    }
    if args.json {
        return Ok(to_json(&shape::Imported {
            profile: &done.name,
            slug: &done.slug,
            file: &file,
            framework: &done.framework,
        }));
    }
    let imported = settings
        .lang
        .text()
        .share
        .imported(&done.name, &file.to_string_lossy());
    Ok(format!("{imported}\n").into())
}
