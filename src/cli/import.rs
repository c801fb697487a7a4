//! `pejl import`: a profile that another pejl wrote, as a new one.

use super::{Answer, Settings, json, tell, text, to_json};
use crate::core::fault::{Fault, Notice};
use crate::store::Imported;
use clap::ArgMatches;
use serde_json::json;
use std::{ffi::OsString, path::Path};

/// Runs the command.
pub fn run(settings: &Settings, matches: &ArgMatches) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let file = matches.get_one::<OsString>("file").map(Path::new);
    let store = settings.store();
    let Imported { slug, profile } =
        store.import(file.unwrap_or(Path::new("")), text(matches, "as"), None)?;
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
    let imported = settings
        .lang
        .text()
        .share
        .imported(&profile.name, &file.to_string_lossy());
    Ok(format!("{imported}\n").into())
}
