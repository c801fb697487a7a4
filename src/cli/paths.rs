//! `pejl paths`: where everything is.

use super::{Answer, Settings, json, to_json};
use crate::model::fault::Fault;
use clap::ArgMatches;
use serde_json::json;

/// Runs the command.
pub fn run(settings: &Settings, matches: &ArgMatches) -> Result<Answer, Fault> {
    let store = settings.store();
    let slug = settings.slug(&store)?;
    let file = store.file(&slug)?;
    let profiles = settings.data_dir.join("profiles");
    let themes = settings.config_dir.join("themes");
    if json(matches) {
        return Ok(to_json(&json!({
            "data": settings.data_dir,
            "profiles": profiles,
            "profile": file,
            "themes": themes,
        })));
    }
    let words = settings.lang.text().cli;
    let lines = [
        (words.data, &settings.data_dir),
        (words.profiles, &profiles),
        (words.profile_file, &file),
        (words.themes, &themes),
    ];
    Ok(lines
        .iter()
        .map(|(name, path)| format!("{name}: {}\n", path.display()))
        .collect::<String>()
        .into())
}
