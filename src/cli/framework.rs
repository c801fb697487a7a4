//! `pejl framework check`, `schema`, `new`: frameworks of other organisations.

use super::{
    Answer, Settings, args,
    config::{lines, told},
    shape, to_json,
};
use crate::core::{fault::Fault, framework::Framework, sanitise::clean};
use crate::format::framework::SCHEMA;
use crate::store;
use crate::text::Lang;
use std::path::Path;

const NEW_DANISH: &str = include_str!("../../assets/framework-new.da.json");
const NEW_ENGLISH: &str = include_str!("../../assets/framework-new.en.json");

/// Runs the command.
pub fn run(settings: &Settings, command: &args::Framework) -> Result<Answer, Fault> {
    match command {
        args::Framework::Check(args) => check(settings, args),
        args::Framework::Schema => Ok(SCHEMA.as_bytes().to_vec().into()),
        args::Framework::New(args) => new(settings, &args.file),
    }
}

/// Every problem on standard output, a line each; where there is one, the answer's status says so. A file that cannot be
/// read at all is an ordinary fault.
fn check(settings: &Settings, args: &args::CheckFramework) -> Result<Answer, Fault> {
    let file = &args.file;
    let fault = match store::read_framework(file) {
        Ok(framework) => return Ok(sound(settings, args.json, file, &framework)),
        Err(fault @ Fault::Damaged { .. }) => fault,
        Err(fault) => return Err(fault),
    };
    let code = fault.exit_code();
    let faults = [fault];
    let Answer { bytes, .. } = if args.json {
        to_json(&shape::Checked {
            file,
            faults: told(settings, file, &faults),
            framework: None,
        })
    } else {
        lines(settings, &faults).into()
    };
    Ok(Answer { code, ..bytes.into() })
}

/// Writes the commented beginning of a framework, in the language of the interface. A file that is there stays as it is.
fn new(settings: &Settings, file: &Path) -> Result<Answer, Fault> {
    let beginning = match settings.lang {
        Lang::Da => NEW_DANISH,
        Lang::En => NEW_ENGLISH,
    };
    store::write_output(file, beginning.as_bytes(), false, &settings.own())?;
    let file = file.to_string_lossy();
    let made = settings.lang.text().share.framework_made(&clean(&file));
    Ok(format!("{made}\n").into())
}

fn sound(settings: &Settings, json: bool, file: &Path, framework: &Framework) -> Answer {
    let (fields, marks) = (framework.field_count(), framework.mark_count());
    if json {
        return to_json(&shape::Checked {
            file,
            faults: Vec::new(),
            framework: Some(shape::Framework {
                id: &framework.id,
                title: &framework.title,
                organisation: &framework.organisation,
                levels: &framework.levels,
                fields,
                marks,
            }),
        });
    }
    let sound = settings.lang.text().share.sound(&framework.title, fields, marks);
    format!("{sound}\n").into()
}
