//! `pejl export`: the profile in another format.

use super::{Answer, Settings, args::Export, output, tell_of};
use crate::core::{
    fault::{Fault, UsageTrouble},
    format::Format,
    framework::Framework,
};
use crate::export::{Input, Parts, export};
use crate::store::{self, Access};
use crate::text::Lang;

/// Runs the command.
pub fn run(settings: &Settings, args: &Export) -> Result<Answer, Fault> {
    can_show(args)?;
    let framework = settings.framework()?;
    let english = settings.framework.is_none() && settings.lang == Lang::En;
    let rendering = english.then(Framework::built_in_english);
    let opened = settings.open_sound(&framework, Access::Read)?;
    tell_of(settings, &opened);
    let input = Input {
        framework: &framework,
        rendering: rendering.as_ref(),
        profile: &opened.profile,
        lang: settings.lang,
        now: store::system_clock(),
        what: args.what,
        parts: args.without.iter().copied().fold(Parts::ALL, Parts::without),
    };
    output::deliver(settings, "pejl export", &args.output, args.format, || {
        export(args.format, &input)
    })
}

/// Refuses to show something in a format that cannot.
fn can_show(args: &Export) -> Result<(), Fault> {
    let Some(what) = args.what.filter(|what| !args.format.shows().contains(what)) else {
        return Ok(());
    };
    let formats = Format::ALL.into_iter();
    let can = formats.filter(|format| format.shows().contains(&what));
    Err(Fault::Usage {
        command: "pejl export".to_owned(),
        trouble: UsageTrouble::NotAllowed {
            name: "FORMAT".to_owned(),
            given: args.format.extension().to_owned(),
            allowed: can.map(|format| format.extension().to_owned()).collect(),
        },
    })
}
