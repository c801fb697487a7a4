//! `pejl export`: the profile in another format.

use super::{Answer, Settings, output, tell};
use crate::core::{fault::Fault, framework::Framework};
use crate::export::{Format, Input, Parts, export};
use crate::store::{self, Access};
use crate::text::Lang;
use clap::ArgMatches;

/// Runs the command.
pub fn run(settings: &Settings, matches: &ArgMatches) -> Result<Answer, Fault> {
    let format = output::format(matches).unwrap_or(Format::Markdown);
    let framework = settings.framework()?;
    let english = settings.framework.is_none() && settings.lang == Lang::En;
    let rendering = english.then(Framework::built_in_english);
    let opened = settings.open_sound(&framework, Access::Read)?;
    for notice in &opened.notices {
        tell(&settings.lang.notice(notice));
    }
    let input = Input {
        framework: &framework,
        rendering: rendering.as_ref(),
        profile: &opened.profile,
        write: store::schema::write,
        lang: settings.lang,
        now: store::system_clock(),
        parts: parts(matches),
    };
    output::deliver(settings.lang, "pejl export", matches, format, || {
        export(format, &input)
    })
}

/// What goes out.
fn parts(matches: &ArgMatches) -> Parts {
    let without: Vec<&String> = matches.get_many("without").unwrap_or_default().collect();
    let goes = |part: &str| !without.iter().any(|without| *without == part);
    Parts {
        notes: goes("notes"),
        bearings: goes("bearings"),
        questions: goes("questions"),
        decisions: goes("decisions"),
    }
}
