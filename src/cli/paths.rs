//! `pejl paths`: where everything is.

use super::{Answer, Settings, args::Paths, shape, to_json};
use crate::core::fault::Fault;

/// Runs the command.
pub fn run(settings: &Settings, args: &Paths) -> Result<Answer, Fault> {
    let store = settings.store();
    let slug = settings.slug(&store)?;
    let file = store.file(&slug)?;
    let profiles = settings.data_dir.join("profiles");
    let themes = &settings.themes.dir;
    let log = crate::store::log::path(&settings.data_dir);
    let faults = settings.faults();
    if args.json {
        return Ok(to_json(&shape::Paths {
            data: &settings.data_dir,
            profiles: &profiles,
            profile: &file,
            config: &settings.config.path,
            themes,
            log: &log,
            faults: faults.iter().map(|fault| settings.lang.fault(fault)).collect(),
        }));
    }
    let words = settings.lang.text().cli;
    let lines = [
        (words.data, &settings.data_dir),
        (words.profiles, &profiles),
        (words.profile_file, &file),
        (settings.lang.text().config.file, &settings.config.path),
        (words.themes, themes),
        (words.log, &log),
    ];
    let mut answer: String = lines
        .iter()
        .map(|(name, path)| format!("{name}: {}\n", path.display()))
        .collect();
    answer += &super::config::lines(settings, &faults);
    Ok(answer.into())
}
