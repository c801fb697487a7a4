//! `pejl import`: a profile that another pejl wrote, as a new one.

use super::{Answer, Settings, args::Import, shape, tell, to_json};
use crate::core::fault::{Cause, Fault, Notice};
use crate::store::{Imported, Limits};
use std::{
    io::{self, Read},
    path::Path,
};

/// Runs the command.
pub fn run(settings: &Settings, args: &Import) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let store = settings.store();
    let name = args.name.as_deref();
    let Imported { slug, profile } = match args.file == Path::new("-") {
        true => store.import_bytes(&from_standard_input()?, &args.file, name)?,
        false => store.import(&args.file, name)?,
    };
    let file = store.file(&slug)?;
    if profile.framework != framework.id {
        tell(&settings.lang.notice(&Notice::OtherFramework {
            framework: profile.framework.clone(),
        }));
    }
    if args.json {
        return Ok(to_json(&shape::Imported {
            profile: &profile.name,
            slug: &slug,
            file: &file,
            framework: &profile.framework,
        }));
    }
    let imported = settings
        .lang
        .text()
        .share
        .imported(&profile.name, &file.to_string_lossy());
    Ok(format!("{imported}\n").into())
}

/// Standard input up to one byte more than a profile may have, so that a longer one is noticed.
fn from_standard_input() -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(Limits::FOREIGN.bytes as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Fault::Other {
            why: Cause::from(&error),
        })?;
    Ok(bytes)
}
