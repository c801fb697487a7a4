//! `pejl import`: a profile that another pejl wrote, as a new one.

use super::{Answer, Settings, json, tell, text, to_json};
use crate::export;
use crate::model::fault::{Fault, Notice};
use crate::store::{self, Limits};
use clap::ArgMatches;
use serde_json::json;
use std::{ffi::OsString, path::Path};

/// Runs the command.
pub fn run(settings: &Settings, matches: &ArgMatches) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let file = matches.get_one::<OsString>("file").map(Path::new);
    let mut profile = store::read_profile(file.unwrap_or(Path::new("")), Limits::FOREIGN)?;
    // what follows from a profile is not part of it
    profile.extra.remove(export::MEMBER);
    if let Some(name) = text(matches, "as") {
        profile.name = name.to_owned();
    }
    let store = settings.store();
    let slug = store.create(&profile)?;
    let file = store.file(&slug)?;
    if profile.framework != framework.id {
        tell(&settings.lang.notice(&Notice::OtherFramework {
            framework: profile.framework.clone(),
        }));
    }
    if json(matches) {
        return Ok(to_json(&json!({
            "profile": profile.name, "slug": slug, "file": file, "framework": profile.framework,
        })));
    }
    let imported = (settings.lang.text().share.imported)(&profile.name, &file.to_string_lossy());
    Ok(format!("{imported}\n").into())
}
