//! `pejl framework check`, `schema`: frameworks of other organisations.

use super::{
    Answer, Settings,
    config::{faults_json, lines},
    json, to_json,
};
use crate::core::{
    fault::Fault,
    framework::{Framework, SCHEMA},
};
use crate::store;
use clap::ArgMatches;
use serde_json::json;
use std::{ffi::OsString, path::Path};

/// Runs the command.
pub fn run(settings: &Settings, matches: &ArgMatches) -> Result<Answer, Fault> {
    match matches.subcommand() {
        Some(("check", matches)) => check(settings, matches),
        Some(("schema", _)) => Ok(SCHEMA.as_bytes().to_vec().into()),
        _ => unreachable!("the grammar asks for one of these"),
    }
}

/// Every problem on standard output, a line each; where there is one, the answer's status says so. A file that cannot be
/// read at all is an ordinary fault.
fn check(settings: &Settings, matches: &ArgMatches) -> Result<Answer, Fault> {
    let file = matches.get_one::<OsString>("file").map(Path::new);
    let file = file.unwrap_or(Path::new(""));
    let fault = match store::read_framework(file) {
        Ok(framework) => return Ok(sound(settings, matches, file, &framework)),
        Err(fault @ Fault::Damaged { .. }) => fault,
        Err(fault) => return Err(fault),
    };
    let code = fault.exit_code();
    let faults = [fault];
    let Answer { bytes, .. } = if json(matches) {
        let faults = faults_json(settings, file, &faults);
        to_json(&json!({ "file": file, "faults": faults }))
    } else {
        lines(settings, &faults).into()
    };
    Ok(Answer { bytes, code })
}

fn sound(settings: &Settings, matches: &ArgMatches, file: &Path, framework: &Framework) -> Answer {
    let (fields, marks) = (framework.field_count(), framework.mark_count());
    if json(matches) {
        return to_json(&json!({
            "file": file, "faults": [],
            "id": framework.id, "title": framework.title, "organisation": framework.organisation,
            "levels": framework.levels, "fields": fields, "marks": marks,
        }));
    }
    let sound = settings.lang.text().share.sound(&framework.title, fields, marks);
    format!("{sound}\n").into()
}
